"""What the contributors and their parliaments do: offer, approve, look around, sign."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.claims import Mention
from tracker.extract.discourse import Actor
from tracker.extract.reading import Parsed
from tracker.extract.steps.article import WORDS, Finding
from tracker.extract.steps.scene import Scene, mandating_body
from tracker.vocab import ActorKind, MilestoneKind

_TREATY_REACH = 12  # tokens in which a treaty is told to be about forces that come
_GIVING_KINDS = (ActorKind.STATE, ActorKind.PERSON, ActorKind.ORGANIZATION)
_ASSESSING_ALONE = WORDS["assessing"] - WORDS["assessing_as_team"]


def offered(s: Scene) -> Finding | None:
    """Read "Kenya offered to lead the force", and any offer by the state that leads it."""
    if s.passive or not (_offers_lead(s) or _lead_offers(s) or _largest_offers(s)):
        return None
    host = s.article.missions.host
    givers = [a for a in s.actors if a.state and a.state != host and a.kind in _GIVING_KINDS]
    return Finding(MilestoneKind.OFFERED, s.giver(givers), f"offered-{s.base}-lead") if givers else None


def _object(s: Scene) -> list[str]:
    return s.parsed.norms(s.verb.last, min(len(s.parsed.tokens), s.verb.last + 12))


def _offers_lead(s: Scene) -> bool:
    after = _object(s)
    if s.base == "put":
        return {"itself", "forward"} <= set(after[:4]) or "hand" in after[:3]
    if s.base == "raise":
        return "hand" in after[:3]
    if s.base == "come":  # "before Kenya came forward"
        return after[:1] == ["forward"] and any(a.state == s.article.missions.lead for a in s.actors)
    if s.base == "step" and WORDS["forward"].isdisjoint(after[:2]):
        return False
    leading = next((i for i, norm in enumerate(after) if norm in WORDS["leading"]), None)
    return leading is not None and (
        s.base not in WORDS["saying"] or not WORDS["ready"].isdisjoint(after[:leading])
    )


def _lead_offers(s: Scene) -> bool:
    lead = s.article.missions.lead
    if lead is None or s.base not in WORDS["offering"]:
        return False
    own = any(a.state == lead and a.kind in (ActorKind.STATE, ActorKind.PERSON) for a in s.actors)
    return own and not {*WORDS["sums"], "help"} & set(_object(s)[:8])


def _largest_offers(s: Scene) -> bool:
    """Read "the 8,000 troops that Indonesia offered, by far the largest contingent"."""
    words = frozenset(s.parsed.folded)
    largest = words & {"largest", "biggest", "main"} and words & WORDS["largest_of"]
    return s.base in WORDS["offering"] and bool(largest) and bool(words & WORDS["first_people"])


def approved(s: Scene) -> Finding | None:
    """Read "parliament backed the deployment", "it was approved by the cabinet", "Ruto authorised it"."""
    doers = s.doers()
    if mandating_body(doers) is not None or not _approves(s) or _is_of_another_matter(s):
        return None
    by_parliament = _words_of(s, doers) & (WORDS["parliaments"] | WORDS["cabinets"])
    deciding = next((a for a in doers if a.state), None)
    state = deciding.state if deciding is not None else None
    if deciding is not None and state == s.article.missions.host:
        if not deciding.back or s.names_in_subject(state):
            return _host_lets_ask(s)
        state = None  # "parliament" in an article on a contributor is not the host's
    if not by_parliament and not (state and s.base in WORDS["approving_alone"] and _governs(doers)):
        return None
    return Finding(MilestoneKind.APPROVED, s.state_mention(state or _leading_state(s)), f"approved-{s.base}")


def _is_of_another_matter(s: Scene) -> bool:
    if s.affected_words & WORDS["at_home"]:
        return True
    return bool(s.after & (WORDS["money_matters"] | WORDS["sums"])) and not s.after & WORDS["people_matters"]


def _host_lets_ask(s: Scene) -> Finding | None:
    """Read "Haiti's cabinet authorised Henry to seek the help of a force"."""
    if not (s.after & WORDS["seeking"] and s.after & WORDS["asked_for"]):
        return None
    return Finding(MilestoneKind.REQUESTED, s.state_mention(s.article.missions.host), "requested-cabinet")


def _governs(doers: Sequence[Actor]) -> bool:
    """Tell whether a state, its government or its head decides."""
    actor = next((a for a in doers if a.state), None)
    if actor is None or actor.kind is ActorKind.BODY:
        return False
    return actor.kind is ActorKind.PERSON or actor.head is None or actor.head in WORDS["governments"]


def _leading_state(s: Scene) -> str | None:
    """Return the state whose parliament needs no name: the one that leads, else the one most named."""
    lead = s.article.discourse.default_state
    return (
        lead if s.article.reading.gaz.kinds.get(lead or "") is ActorKind.STATE else s.article.foremost_state()
    )


def _words_of(s: Scene, doers: Sequence[Actor]) -> set[str]:
    """Return the words that say who approves."""
    place = s.doer_place()
    words = set() if place is None else set(s.head(place))
    for actor in doers:
        if s.passive or actor.kind is ActorKind.BODY:
            words |= set(actor.name.casefold().split())
    return words


def _approves(s: Scene) -> bool:
    if s.passive:
        return s.affects_mission()
    if s.base == "give":
        return bool(s.after & WORDS["consent"])
    if s.base in ("vote", "decide", "agree"):
        return bool(s.after & {"for", "to", "in"}) and bool(s.after & WORDS["taking_part"])
    if s.base == "sign" and s.following[:1] != ["off"]:
        return False
    return s.affects_mission()


def assessed(s: Scene) -> Finding | None:
    """Read "a Kenyan team surveyed the ground", "Canada sent a team to look it over"."""
    surveyors = s.subject & WORDS["assessors"]
    if s.base in WORDS["sending_to_assess"] and (s.passive or not surveyors):
        return _sent_to_assess(s)
    if s.passive or not surveyors or not _surveys(s):
        return None
    names = (n for n in s.parsed.names if s.clause.subject[0] <= n.first < s.clause.subject[1])
    state = next((n.state for n in names if n.kind in (ActorKind.STATE, ActorKind.ORGANIZATION)), None)
    return _assessed(s, state or next((a.state for a in s.actors if a.state), None))


def _assessed(s: Scene, state: str | None) -> Finding | None:
    if state is not None and state == s.article.missions.host:
        return None
    return Finding(MilestoneKind.ASSESSED, s.state_mention(state), f"assessed-{s.base}")


def _sent_to_assess(s: Scene) -> Finding | None:
    """Read "Kenya sent a team to assess the needs of the mission"."""
    people = s.subject if s.passive else s.after
    if not people & WORDS["assessors"] or not _surveys_then(s):
        return None
    return _assessed(s, next((a.state for a in s.doers() if a.state), None))


def _surveys_then(s: Scene) -> bool:
    """Tell whether an infinitive that the verb governs says what people came for."""
    governed = (c for c in s.parsed.clauses if c.verb.governor == s.clause.index)
    return any(c.verb.base in WORDS["assessing"] for c in governed)


def _surveys(s: Scene) -> bool:
    surveys = bool((s.subject | s.after) & WORDS["surveys"])
    if s.base in WORDS["assessing_on_arrival"]:  # "flew in to look over the ground", "flew in on a visit"
        return _surveys_then(s) or surveys
    if s.base == "spend":  # "a team of experts spent a week in Pemba"
        return bool(s.subject & WORDS["assessing_teams"]) or surveys or _surveys_then(s)
    if s.base in WORDS["staying"]:  # "spent a week there to assess the needs", "was there on an assessment"
        return (surveys or _surveys_then(s)) and s.following[:1] != ["to"]
    return s.base in _ASSESSING_ALONE or bool(s.subject & WORDS["assessing_teams"])


def agreed(s: Scene) -> Finding | None:
    """Read "Kenya and Haiti signed an agreement", "a status-of-forces agreement was concluded"."""
    if s.after & WORDS["foes"] or (s.passive and s.head(s.clause.subject) & WORDS["other_treaties"]):
        return None
    if s.passive:
        signed = s.subject & WORDS["signed"] or (s.subject & {"one", "it"} and _agreement_before(s))
        return Finding(MilestoneKind.AGREED, _signatory(s), "agreed-passive") if signed else None
    treaty = WORDS["signed"] & (s.after | s.antecedent)
    if not treaty or WORDS["other_treaties"] & set(s.following[:4]):
        return None
    host = s.article.missions.host
    states = [a for a in s.actors if a.state and a.state != host]
    visiting = not WORDS["visiting"].isdisjoint(s.parsed.norms(s.verb.last, s.verb.last + _TREATY_REACH))
    if not states and visiting:
        return Finding(MilestoneKind.AGREED, s.state_mention(_leading_state(s)), "agreed-sign")
    if not states or (host is not None and not _names_host(s, host) and not visiting):
        return None
    return Finding(MilestoneKind.AGREED, s.giver(states), "agreed-sign")


def _signatory(s: Scene) -> Mention | None:
    """Return the contributor that signs: behind "by", else in the sentence, else the state that leads."""
    host = s.article.missions.host
    by = s.giver([a for a in s.agents() if a.state and a.state != host])
    if by is not None:
        return by
    leading = s.article.discourse.default_state
    named = (n.name for n in s.parsed.names if n.kind is ActorKind.STATE and n.name != host)
    return s.state_mention(leading or next(named, None))


def _names_host(s: Scene, host: str) -> bool:
    return any(n.state == host for n in s.parsed.names) or s.about_mission(0, len(s.parsed.tokens))


def _agreement_before(s: Scene) -> bool:
    """Tell whether "one" or "it" is an agreement named earlier in the sentence or in the one before."""
    earlier = s.article.reading.parsed[max(0, s.parsed.index - 1)]
    here = s.parsed.norms(0, s.clause.subject[0])
    return not WORDS["signed"].isdisjoint(here) or not WORDS["signed"].isdisjoint(_all_norms(earlier))


def _all_norms(parsed: Parsed) -> list[str]:
    return parsed.folded
