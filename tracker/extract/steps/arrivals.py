"""People who come: the first troops, contingents, the mission that takes over; moves among deployments."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.claims import Mention
from tracker.extract.clauses import Clause
from tracker.extract.evidence import spans_of, standing
from tracker.extract.lexicon import load
from tracker.extract.reading import Parsed
from tracker.extract.sending import Draft
from tracker.extract.steps import contingents
from tracker.extract.steps.article import WORDS, Article, Finding, Step
from tracker.extract.steps.scene import Scene
from tracker.extract.timing import When
from tracker.vocab import ActorKind, Basis, DeploymentStatus, MilestoneKind, PartialDate

_PEOPLE = WORDS["first_people"] | WORDS["people_home"] | {"people"}
_BLOCS: dict[str, str] = load("missions")["blocs"]
# Told in the present of a live blog, these say that people are there, not that they came today.
STAYING = frozenset({"deployment-move-be", "deployment-move-serve", "deployment-have"})
# These tell, with a date, how many there are on it.
_LEVELS = frozenset({"deployment-have", "deployment-list-item", "deployment-table-row"})
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
        if s.base == "join":
            return _joined_by(s)
        sent = s.base in WORDS["arriving_passive"] and not s.agent_place() and (own or _first_people(s))
        return _starts(s, since=s.verb.perfect) if sent else None
    return _arrive(s, own=own) if s.base in WORDS["arriving"] else _work_begins(s, own=own)


def _arrive(s: Scene, *, own: bool) -> Finding | None:
    if s.base == "deploy" and s.is_own_mission((s.verb.last, s.clause.end)):
        return Finding(MilestoneKind.DEPLOYED, s.giver(s.actors) or s.run_by(), "deployed-deploy")
    if s.names_state(*s.clause.subject) or not (_first_people(s) or _further_people(s)):
        return _people_arrive(s) or (_mission_arrives(s) if own else None)
    return _starts(s)


def _further_people(s: Scene) -> bool:
    """Tell whether more of the people told of before come: "two hundred more joined them in July"."""
    first, last = s.clause.subject
    counted = any(first <= start < last for start, _end, _count in s.parsed.counts)
    return counted and s.base == "join" and "more" in s.subject and s.following[:1] == ["them"]


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


def _joined_by(s: Scene) -> Finding | None:
    """Read "they were joined by Burundi in December"."""
    host = s.article.missions.host
    givers = s.givers([a for a in s.agents() if a.state and a.state != host])
    people = s.subject & {"they", "it", *_PEOPLE} or s.names_state(*s.clause.subject)
    if not givers or not people:
        return None
    return Finding(MilestoneKind.DEPLOYED, givers[0], "deployed-join-people", others=givers[1:])


def _mission_arrives(s: Scene) -> Finding | None:
    """Read "RAMSI landed in Honiara", "the force rolled into Kosovo"."""
    arrived = s.base in WORDS["mission_arriving"] and s.subject != {"it"} and _goes_to_host(s)
    return _starts(s) if arrived else None


def _people_arrive(s: Scene) -> Finding | None:
    """Read "South African special forces landed in Pemba", "Belize's two officers joined the mission"."""
    givers = contingents.together(s, _PEOPLE)
    if s.base == "land" and not _PEOPLE.isdisjoint(s.following[:6]):
        givers = s.givers(s.senders({None}))  # "Italy landed 880 marines"
    by = givers[0] if givers else _bloc_of_people(s)
    if by is None or not (_takes_up(s) or _goes_to_host(s)) or _goes_away(s.following):
        return None
    return Finding(MilestoneKind.DEPLOYED, by, f"deployed-{s.base}-people", others=givers[1:])


def _goes_away(following: Sequence[str]) -> bool:
    """Tell whether people go back, and do not arrive: "came home", "came away"."""
    return not {"home", "away"}.isdisjoint(following[:2])


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
    there = s.following[:2] == ["at", "work"] or not WORDS["there"].isdisjoint(s.following[:1])
    if s.base == "be" and not there:
        return None
    if s.is_own_mission(s.clause.subject):
        return Finding(MilestoneKind.DEPLOYED, s.run_by(), f"deployed-{s.base}-since", since=True)
    people = _PEOPLE if s.base != "have" else {None}
    givers = s.givers(s.senders(people)) or contingents.of_group(s)
    if not givers or not _goes_to_host(s):
        return None
    return Finding(
        MilestoneKind.DEPLOYED, givers[0], f"deployed-{s.base}-people", since=True, others=givers[1:]
    )


def _were_there(s: Scene) -> Finding | None:
    """Read "the Batswana were first on the ground", "the first men were in place", "were there by May"."""
    after = s.following[1:] if s.following[:1] == ["first"] else s.following
    there = after[:1] and after[0] in WORDS["on_the_ground"]
    there = there or after[:2] in (["in", "place"], ["at", "work"]) or after[:3] == ["on", "the", "ground"]
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
    first = bool({"first", "vanguard"} & s.subject) or s.parsed.norms(s.verb.first - 1, s.verb.first) == [
        "first"
    ]
    people = s.subject & (WORDS["first_people"] | {"men", "women", "people", "them"})
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
    if s.base not in ("begin", "start"):
        return False
    dated = any(first - s.verb.last in (0, 1) for first, _last, _mention in s.parsed.dates)
    return bool(WORDS["work"] & set(near[:3])) or (dated and s.is_own_mission(s.clause.subject))


def moves(article: Article, parsed: Parsed, drafts: Sequence[Draft], label: When) -> list[Step]:
    """Return the arrivals and departures among a sentence's deployments; ``label`` is its entry's date."""
    steps: list[Step] = []
    for draft in drafts:
        claim = draft.claim
        own = When(claim.date, next(iter(spans_of(claim.fields, "date")), None))
        date, where = next((w for w in (draft.moved or When(), own, label) if w.date is not None), When())
        if claim.contributor is None or date is None or claim.mission != article.own:
            continue
        if _is_no_move(draft, today=date == article.today):
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


def _is_no_move(draft: Draft, *, today: bool) -> bool:
    """Tell whether a dated record of people says where they are, and not that they moved on that day."""
    claim, verb = draft.claim, draft.clause.verb if draft.clause is not None else None
    if claim.rule in _NOBODY_MOVED or (today and (claim.rule in STAYING or not _told_as_past(draft.clause))):
        return True  # "Indonesia supplies 1,200 soldiers", in a live blog
    if claim.rule in _LEVELS and claim.basis is Basis.LEVEL and not _since(draft):
        return True  # "it had 4,500 in September", "Strength on 8 April: Kenya 530"
    return verb is not None and "last" in draft.parsed.norms(
        verb.first, verb.last
    )  # "were last there in 2021"


def _told_as_past(clause: Clause | None) -> bool:
    return clause is None or clause.verb.past or clause.verb.perfect


def _since(draft: Draft) -> bool:
    """Tell whether people are told to be there since a day."""
    return any(m.preposition == "since" for _first, _last, m in draft.parsed.dates)


def _kind_of_move(status: DeploymentStatus, date: PartialDate, article: Article) -> MilestoneKind | None:
    published = article.reading.published
    if published is not None and date.first > published:
        return None
    if status is DeploymentStatus.DEPLOYED:
        return MilestoneKind.DEPLOYED
    return MilestoneKind.DRAWDOWN if status is DeploymentStatus.WITHDRAWN else None
