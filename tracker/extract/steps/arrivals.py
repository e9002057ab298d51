"""People who come and go: the first troops, the mission that takes over, the withdrawal that begins."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.claims import Mention
from tracker.extract.discourse import Actor
from tracker.extract.evidence import spans_of, standing
from tracker.extract.lexicon import load
from tracker.extract.reading import Parsed
from tracker.extract.sending import Draft
from tracker.extract.steps.article import WORDS, Article, Finding, Step
from tracker.extract.steps.scene import Scene
from tracker.extract.timing import When
from tracker.vocab import ActorKind, DeploymentStatus, MilestoneKind, PartialDate

_PEOPLE = WORDS["first_people"] | WORDS["people_home"] | {"people"}
_BLOCS: dict[str, str] = load("missions")["blocs"]
_ENDS_OF_STAY = ([], *([end] for end in WORDS["leaving_ends"]))
# Told in the present of a live blog, these say that people are there, not that they came today.
STAYING = frozenset({"deployment-move-be", "deployment-move-serve", "deployment-have"})
# Withdrawn are these offers, and not people.
_NOBODY_MOVED = frozenset({"deployment-offer-of", "deployment-home-cancel", "deployment-home-call"})


def began(s: Scene) -> Finding | None:
    """Read "the mission took over", "its first troops entered Kosovo", "it has been there since May"."""
    if s.names_other(*s.clause.subject):
        return None
    if s.base == "be" or (s.verb.perfect and s.base in WORDS["being_there"]):
        return _there_since(s) if s.verb.perfect else _were_there(s)
    own = s.is_own_mission(s.clause.subject) or s.subject == {"it"}
    if s.passive:
        sent = s.base in WORDS["arriving_passive"] and not s.agent_place() and (own or _first_people(s))
        return _starts(s, since=s.verb.perfect) if sent else None
    if s.base in WORDS["arriving"] and (s.names_state(*s.clause.subject) or not _first_people(s)):
        return _people_arrive(s) or (_mission_arrives(s) if own else None)
    if s.base in WORDS["arriving"]:
        return _starts(s)
    return _work_begins(s, own=own)


def _starts(s: Scene, *, since: bool = False) -> Finding:
    return Finding(MilestoneKind.DEPLOYED, s.run_by(), f"deployed-{s.base}", since)


def _work_begins(s: Scene, *, own: bool) -> Finding | None:
    """Read "the mission began work", "replaced a UN force", "the first battalion took up its positions"."""
    if s.base in WORDS["succeeding"]:
        return _starts(s) if own and _succeeds(s) else None
    if _begins(s) and (own or _first_people(s)):
        return _starts(s)
    arriving = s.base in ("begin", "start") and not WORDS["coming"].isdisjoint(s.following[:1])
    return _people_arrive(s) if arriving or _takes_up(s) else None


def _mission_arrives(s: Scene) -> Finding | None:
    """Read "RAMSI landed in Honiara", "the force rolled into Kosovo"."""
    arrived = s.base in WORDS["mission_arriving"] and s.subject != {"it"} and _goes_to_host(s)
    return _starts(s) if arrived else None


def _people_arrive(s: Scene) -> Finding | None:
    """Read "South African special forces landed in Pemba", "Belize's two officers joined the mission"."""
    givers = s.givers_together(_PEOPLE)
    by = givers[0] if givers else _bloc_of_people(s)
    if by is None or not (_takes_up(s) or _goes_to_host(s)) or "home" in s.following[:2]:
        return None
    return Finding(MilestoneKind.DEPLOYED, by, f"deployed-{s.base}-people", others=givers[1:])


def _bloc_of_people(s: Scene) -> Mention | None:
    """Return the bloc that runs the mission, where people are named by its region: "West African troops"."""
    words = s.parsed.norms(*s.clause.subject)
    people = bool(words) and words[-1] in _PEOPLE
    bloc = _BLOCS.get(" ".join(words[-3:-1])) if people else None
    runs = bloc is not None and bloc == s.article.authority
    return s.article.organization(s.parsed.span(*s.clause.subject)) if runs else None


def _goes_to_host(s: Scene) -> bool:
    """Tell whether people come to the mission: to its host, an unknown place, or no place at all."""
    host = s.article.missions.host
    places = [
        n.state for n in s.parsed.names if n.kind is ActorKind.STATE and s.verb.last <= n.first < s.clause.end
    ]
    return host in places if places else "from" not in s.following[:1]


def _there_since(s: Scene) -> Finding | None:
    """Read "the mission has been in Mali since July 2013", "Kenyan police have served there since May"."""
    if not any(m.preposition == "since" and f >= s.verb.last for f, _l, m in s.parsed.dates):
        return None
    if s.base == "have" and not (s.after & WORDS["first_people"] and s.affects_mission()):
        return None
    if s.base == "be" and WORDS["there"].isdisjoint(s.following[:1]):
        return None
    if s.is_own_mission(s.clause.subject):
        return Finding(MilestoneKind.DEPLOYED, s.run_by(), f"deployed-{s.base}-since", since=True)
    people = _PEOPLE if s.base != "have" else {None}
    senders = s.senders(people)
    if not senders or not _goes_to_host(s):
        return None
    return Finding(MilestoneKind.DEPLOYED, s.giver(senders), f"deployed-{s.base}-people", since=True)


def _were_there(s: Scene) -> Finding | None:
    """Read "the Batswana were first on the ground", "the first men were in place", "were there by May"."""
    after = s.following[1:] if s.following[:1] == ["first"] else s.following
    there = after[:1] and after[0] in WORDS["on_the_ground"]
    there = there or after[:2] == ["in", "place"] or after[:3] == ["on", "the", "ground"]
    by_then = any(m.preposition == "by" and f >= s.verb.last for f, _l, m in s.parsed.dates)
    first = after is not s.following or "first" in s.subject
    if not there or not s.verb.past or not (first or by_then):
        return None
    senders = s.givers(s.senders({*_PEOPLE, None}))
    if not senders and not _first_people(s):
        return None
    by = senders[0] if senders else s.run_by()
    return Finding(MilestoneKind.DEPLOYED, by, "deployed-be-people", since=by_then, others=senders[1:])


def _succeeds(s: Scene) -> bool:
    """Tell whether the object is what was there before: another mission, "its predecessor", "a UN force"."""
    place = s.verb.last, s.clause.end
    head = s.head(place)
    return s.names_other(*place) or bool(head & WORDS["succeeded"])


def _first_people(s: Scene) -> bool:
    """Tell whether the subject is the first of a mission's people."""
    first = "first" in s.subject or s.parsed.norms(s.verb.first - 1, s.verb.first) == ["first"]
    people = s.subject & (WORDS["first_people"] | {"men", "women", "people"})
    return first and (bool(people) or s.subject == {"the", "first"})


def _takes_up(s: Scene) -> bool:
    """Tell whether people take up their work: "took up their posts in Kosovo"."""
    near = set(s.following[:5])
    return s.base == "take" and "up" in near and bool(near & WORDS["taken_up"])


def _begins(s: Scene) -> bool:
    """Tell whether the verb, with its object, says that work begins."""
    near = s.following[:5]
    if s.base == "take":
        return "over" in near[:3] or _takes_up(s)
    if s.base == "become":
        return bool({"operational", "active"} & set(near[:3]))
    if s.base == "get" and near[:1] == ["there"]:
        return "first" in s.subject
    if s.base in ("get", "go"):
        patrols = near[:1] == ["out"] and "patrols" in s.subject
        return patrols or near[:3] == ["down", "to", "work"] or near[:2] == ["under", "way"]
    return s.base in ("begin", "start") and bool(WORDS["work"] & set(near[:3]))


def left(s: Scene) -> Finding | None:
    """Read "Germany pulled out its last soldiers", "took its men home", "2,000 soldiers left in June"."""
    if s.names_other(s.clause.subject[0], s.clause.end):
        return None
    if s.passive:
        return _are_gone(s) or _are_taken_home(s)
    return _state_leaves(s) or _people_leave(s)


def _people_leave(s: Scene) -> Finding | None:
    """Read "2,000 soldiers left in June", "its last company flew out of Bamako"."""
    if s.base not in WORDS["leaving"] or not s.subject & WORDS["people_home"] or not _leaves_for_good(s):
        return None
    by = s.giver(s.senders()) if s.names_state(*s.clause.subject) else s.run_by()
    return Finding(MilestoneKind.DRAWDOWN, by, f"drawdown-{s.base}")


def _state_leaves(s: Scene) -> Finding | None:
    """Read "Sweden pulled out of the mission", "Germany took its men home"."""
    if _quits(s):
        return Finding(MilestoneKind.DRAWDOWN, s.giver(s.senders({None})), f"drawdown-{s.base}")
    if s.base not in WORDS["taking_home"] or not _own_people(s):
        return None
    senders = s.senders({None})
    return Finding(MilestoneKind.DRAWDOWN, s.giver(senders), f"drawdown-{s.base}") if senders else None


def _are_gone(s: Scene) -> Finding | None:
    """Read "Swedish troops have been gone since June"."""
    senders = s.senders(_PEOPLE) if s.base == "go" and s.verb.perfect else []
    return Finding(MilestoneKind.DRAWDOWN, s.giver(senders), "drawdown-go", since=True) if senders else None


def _are_taken_home(s: Scene) -> Finding | None:
    """Read "its soldiers were taken out in April", "Sweden's men were flown home"."""
    away = s.base in ("withdraw", "repatriate", "recall") or not WORDS["away"].isdisjoint(s.following[:2])
    taken = s.base in WORDS["taking_home"] and away and s.subject & WORDS["people_home"]
    senders = s.senders(WORDS["people_home"]) or _whose(s) if taken else []
    return Finding(MilestoneKind.DRAWDOWN, s.giver(senders), f"drawdown-{s.base}") if senders else None


def _whose(s: Scene) -> list[Actor]:
    """Return the state that "its soldiers" are of: the subject of the clause before."""
    before = s.parsed.clauses[: s.clause.index]
    if s.subject.isdisjoint({"its", "their"}) or not before:
        return []
    actors = s.article.discourse.actors(s.parsed, *before[0].subject)
    return [a for a in actors if s.is_contributor(a.state)]


def _quits(s: Scene) -> bool:
    """Tell whether a state leaves the mission: "Sweden pulled out of the mission", "withdrew in June"."""
    if s.base not in WORDS["quitting"] or not any(s.is_contributor(a.state) for a in s.senders({None})):
        return False
    after = s.following
    if s.base == "go":
        return after[:1] == ["home"]
    at = 2 if after[:2] in (["out", "of"], ["away", "from"]) else int(after[:1] in (["out"], ["from"]))
    left = s.verb.last + at, s.clause.end
    if s.base == "pull" and not at:
        return False
    return s.is_own_mission(left) or (
        s.base in ("pull", "withdraw") and after[at : at + 1] in (*_ENDS_OF_STAY, ["as"])
    )


def shrank(s: Scene) -> Finding | None:
    """Read "the mission cut its strength by 2,000"."""
    if not s.affected_words & WORDS["strength"] or s.affected_words & WORDS["money"]:
        return None
    own = s.is_own_mission(s.clause.subject)
    by = s.organization() if own else s.body()
    return Finding(MilestoneKind.DRAWDOWN, by, f"drawdown-{s.base}") if by is not None else None


def _leaves_for_good(s: Scene) -> bool:
    """Tell whether people leave the mission and not some place: they leave the host, or go home."""
    if s.base == "board":
        home = (a.state for a in s.senders())
        return any(n.state in home for n in s.parsed.names if n.first >= s.verb.last)
    if s.base in ("go", "return", "fly", "come", "roll", "drive"):
        if s.following[:2] == ["out", "of"] or s.following[:1] == ["from"]:
            return s.names_host_behind()
        gone = s.base == "go" and s.verb.perfect and s.following[:1] != ["to"]
        return not {"home", "away"}.isdisjoint(s.following[:2]) or (gone and s.following[:1] in _ENDS_OF_STAY)
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
    by = s.giver(s.actors) or (s.organization() if s.is_own_mission(s.clause.subject) else None)
    return Finding(MilestoneKind.DRAWDOWN, by, "drawdown-begin")


def moves(article: Article, parsed: Parsed, drafts: Sequence[Draft], label: When) -> list[Step]:
    """Return the arrivals and departures among a sentence's deployments; ``label`` is its entry's date."""
    steps: list[Step] = []
    for draft in drafts:
        claim = draft.claim
        own = When(claim.date, next(iter(spans_of(claim.fields, "date")), None))
        date, where = next((w for w in (draft.moved or When(), own, label) if w.date is not None), When())
        if claim.contributor is None or date is None or claim.mission != article.own:
            continue
        if claim.rule in _NOBODY_MOVED or (date == article.today and claim.rule in STAYING):
            continue
        if draft.clause is not None and "last" in parsed.norms(
            draft.clause.verb.first, draft.clause.verb.last
        ):
            continue  # "were last flown there in 2021"
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
    published = article.reading.published
    if published is not None and date.first > published:
        return None
    if status is DeploymentStatus.DEPLOYED:
        return MilestoneKind.DEPLOYED
    return MilestoneKind.DRAWDOWN if status is DeploymentStatus.WITHDRAWN else None
