"""People who come and go: the first troops, the mission that takes over, the withdrawal that begins."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extract.evidence import spans_of, standing
from tracker.extract.reading import Parsed
from tracker.extract.sending import Draft
from tracker.extract.steps.scene import WORDS, Article, Finding, Scene, Step
from tracker.extract.timing import When
from tracker.vocab import DeploymentStatus, MilestoneKind, PartialDate

# Withdrawn are these offers, and not people.
_NOBODY_MOVED = frozenset({"deployment-offer-of", "deployment-home-cancel", "deployment-home-call"})


def began(s: Scene) -> Finding | None:
    """Read "the mission took over from its predecessor", "its first troops entered Kosovo"."""
    if s.names_other(*s.clause.subject):
        return None
    if s.passive:
        own = s.is_own_mission(s.clause.subject) or s.subject == {"it"}
        sent = own and s.base in WORDS["arriving_passive"] and not s.agent_place()
        return Finding(MilestoneKind.DEPLOYED, s.run_by(), f"deployed-{s.base}") if sent else None
    if s.base in WORDS["arriving"] and _first_people(s):
        if s.names_state(*s.clause.subject):  # a contributor's people: the deployments tell of them
            return None
    elif not (_begins(s) and (s.is_own_mission(s.clause.subject) or _first_people(s))):
        return None
    return Finding(MilestoneKind.DEPLOYED, s.run_by(), f"deployed-{s.base}")


def _first_people(s: Scene) -> bool:
    """Tell whether the subject is the first of a mission's people."""
    first = "first" in s.subject or s.parsed.norms(s.verb.first - 1, s.verb.first) == ["first"]
    return first and (bool(s.subject & WORDS["first_people"]) or s.subject == {"the", "first"})


def _begins(s: Scene) -> bool:
    """Tell whether the verb, with its object, says that work begins."""
    near = s.parsed.norms(s.verb.last, s.verb.last + 3)
    if s.base == "take":
        return "over" in near or (
            "up" in near and "positions" in s.parsed.norms(s.verb.last, s.verb.last + 5)
        )
    return s.base in ("begin", "start") and bool(WORDS["work"] & set(near))


def left(s: Scene) -> Finding | None:
    """Read "Germany pulled out its last soldiers", "took its men home", "2,000 soldiers left in June"."""
    if s.passive or s.names_other(s.clause.subject[0], s.clause.end):
        return None
    if (
        s.base in WORDS["leaving"]
        and s.subject & WORDS["people_home"]
        and not s.names_state(*s.clause.subject)
    ):
        return (
            Finding(MilestoneKind.DRAWDOWN, s.run_by(), f"drawdown-{s.base}") if _leaves_for_good(s) else None
        )
    if s.base not in WORDS["taking_home"] or not _own_people(s):
        return None
    senders = [a for a in s.actors if a.state and a.state != s.article.missions.host and a.head is None]
    return Finding(MilestoneKind.DRAWDOWN, s.giver(senders), f"drawdown-{s.base}") if senders else None


def _leaves_for_good(s: Scene) -> bool:
    """Tell whether people leave the mission and not some place: they leave the host, or go home."""
    if s.base in ("go", "return", "fly", "come"):
        return "home" in s.following[:2]
    host = any(n.state == s.article.missions.host and n.first == s.verb.last for n in s.parsed.names)
    return host or not s.following or s.following[0] in WORDS["leaving_ends"]


def _own_people(s: Scene) -> bool:
    """Tell whether the object is the subject's own people: "its last soldiers", "its two hundred home"."""
    away = s.base in ("withdraw", "repatriate", "recall") or not WORDS["away"].isdisjoint(s.following)
    own = not {"its", "their", "all", "last"}.isdisjoint(s.following)
    return away and own and ("home" in s.after or bool(s.after & WORDS["people_home"]))


def drawdown(s: Scene) -> Finding | None:
    """Read "the withdrawal began", "Kenya began pulling out"."""
    if not (s.subject | s.after) & WORDS["withdrawal"]:
        return None
    return Finding(MilestoneKind.DRAWDOWN, s.giver(s.actors), "drawdown-begin")


def moves(article: Article, parsed: Parsed, drafts: Sequence[Draft], label: When) -> list[Step]:
    """Return the arrivals and departures among a sentence's deployments; ``label`` is its entry's date."""
    steps: list[Step] = []
    for draft in drafts:
        claim = draft.claim
        own = When(claim.date, next(iter(spans_of(claim.fields, "date")), None))
        date, where = next((w for w in (draft.moved or When(), own, label) if w.date is not None), When())
        if claim.contributor is None or date is None or claim.mission != article.own:
            continue
        if claim.rule in _NOBODY_MOVED:
            continue
        kind = _kind_of_move(claim.status, date, article)
        if kind is None:
            continue
        fields = (
            *standing("kind", spans_of(claim.fields, "status")),
            *standing("date", [where] if where is not None else ()),
            *standing("by", [claim.contributor.span]),
        )
        rule = f"{kind.value}-contingent"
        steps.append(
            Step(kind, parsed, date, claim.contributor, parsed.sentence.span, rule, 0.75, fields=fields)
        )
    return steps


def _kind_of_move(status: DeploymentStatus, date: PartialDate, article: Article) -> MilestoneKind | None:
    if status is DeploymentStatus.DEPLOYED:
        return MilestoneKind.DEPLOYED
    published = article.reading.published
    gone = published is not None and date.first <= published
    return MilestoneKind.DRAWDOWN if status is DeploymentStatus.WITHDRAWN and gone else None
