"""What the host, the contributors and their parliaments do: ask, offer, approve, look around, sign."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extract.discourse import Actor
from tracker.extract.reading import Parsed
from tracker.extract.steps.scene import WORDS, Finding, Scene, mandating_body
from tracker.vocab import ActorKind, MilestoneKind

_GIVING_KINDS = (ActorKind.STATE, ActorKind.PERSON, ActorKind.ORGANIZATION)
_ASSESSING_ALONE = WORDS["assessing"] - WORDS["assessing_as_team"]


def requested(s: Scene) -> Finding | None:
    """Read "Haiti asked for a force", "a request was signed by the prime minister"."""
    host = s.article.missions.host
    if host is None:
        return None
    if s.passive:
        written = s.subject & WORDS["requests"] and s.base in WORDS["submitting"]
        agents = [a for a in s.agents() if a.state == host] if written else []
        return Finding(MilestoneKind.REQUESTED, s.giver(agents), "requested-passive") if agents else None
    askers = [a for a in s.actors if a.state == host]
    if s.base not in WORDS["asking"] or not any(_may_ask(a) for a in askers):
        return None
    if not _asks_for_mission(s):
        return None
    return Finding(MilestoneKind.REQUESTED, s.giver(askers), f"requested-{s.base}")


def _asks_for_mission(s: Scene) -> bool:
    """Tell whether what is asked for is a mission, and not that it go."""
    own = any(n.kind is None and s.verb.last <= n.first < s.clause.end for n in s.parsed.names)
    if not (own or s.after & WORDS["asked_for"]) or s.after & WORDS["departing"]:
        return False
    if s.base == "write":
        return bool(s.after & WORDS["asking_by_letter"])
    return s.base != "call" or "for" in s.following[:2]


def _may_ask(actor: Actor) -> bool:
    return actor.head is None or actor.head in WORDS["askers"]


def offered(s: Scene) -> Finding | None:
    """Read "Kenya offered to lead the force", and any offer by the state that leads it."""
    if s.passive or not (_offers_lead(s) or _lead_offers(s)):
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
    if s.base in WORDS["saying"] and WORDS["ready"].isdisjoint(after[:6]):
        return False
    return not WORDS["leading"].isdisjoint(after)


def _lead_offers(s: Scene) -> bool:
    lead = s.article.missions.lead
    if lead is None or s.base not in WORDS["offering"]:
        return False
    own = any(a.state == lead and a.kind in (ActorKind.STATE, ActorKind.PERSON) for a in s.actors)
    return own and not {*WORDS["sums"], "help"} & set(_object(s)[:8])


def approved(s: Scene) -> Finding | None:
    """Read "parliament backed the deployment", "the plan was approved by the cabinet"."""
    doers = s.doers()
    if (
        not _words_of(s, doers) & WORDS["parliaments"]
        or mandating_body(doers) is not None
        or not _approves(s)
    ):
        return None
    if s.after & WORDS["money_matters"] and not s.after & WORDS["people_matters"]:
        return None
    state = next((a.state for a in doers if a.state), None) or _leading_state(s)
    return Finding(MilestoneKind.APPROVED, s.state_mention(state), f"approved-{s.base}")


def _leading_state(s: Scene) -> str | None:
    """Return the state that leads the mission: its parliament needs no name."""
    lead = s.article.discourse.default_state
    return lead if s.article.reading.gaz.kinds.get(lead or "") is ActorKind.STATE else None


def _words_of(s: Scene, doers: Sequence[Actor]) -> set[str]:
    """Return the words that say who approves."""
    words = set() if s.passive else set(s.subject)
    for actor in doers:
        if s.passive or actor.kind is ActorKind.BODY:
            words |= set(actor.name.casefold().split())
    return words


def _approves(s: Scene) -> bool:
    if s.passive:
        return s.affects_mission()
    if s.base == "give":
        return bool(s.after & WORDS["consent"])
    if s.base == "vote" and not s.after & {"for", "to", "in"}:
        return False
    return s.affects_mission()


def assessed(s: Scene) -> Finding | None:
    """Read "a Kenyan team surveyed the ground", "flew in to look it over"."""
    if s.passive or not s.subject & WORDS["assessors"] or not _surveys(s):
        return None
    names = (n for n in s.parsed.names if s.clause.subject[0] <= n.first < s.clause.subject[1])
    state = next((n.state for n in names if n.kind in (ActorKind.STATE, ActorKind.ORGANIZATION)), None)
    state = state or next((a.state for a in s.actors if a.state), None)
    if state == s.article.missions.host:
        return None
    return Finding(MilestoneKind.ASSESSED, s.state_mention(state), f"assessed-{s.base}")


def _surveys(s: Scene) -> bool:
    if s.base in WORDS["assessing_on_arrival"]:  # "flew in to look over the ground"
        governed = (c for c in s.parsed.clauses if c.verb.governor == s.clause.index)
        return any(c.verb.base in WORDS["assessing"] for c in governed)
    return s.base in _ASSESSING_ALONE or bool(s.subject & WORDS["assessing_teams"])


def agreed(s: Scene) -> Finding | None:
    """Read "Kenya and Haiti signed an agreement", "a status-of-forces agreement was concluded"."""
    if s.passive:
        if not s.subject & WORDS["signed"] and not ("one" in s.subject and _agreement_before(s)):
            return None
        return Finding(
            MilestoneKind.AGREED, s.state_mention(s.article.discourse.default_state), "agreed-passive"
        )
    if not s.after & WORDS["signed"] or {"peace", "ceasefire", "security"} & set(s.following[:4]):
        return None
    host = s.article.missions.host
    states = [a for a in s.actors if a.state and a.state != host]
    if not states or (host is not None and not _names_host(s, host)):
        return None
    return Finding(MilestoneKind.AGREED, s.giver(states), "agreed-sign")


def _names_host(s: Scene, host: str) -> bool:
    return any(n.state == host for n in s.parsed.names) or s.about_mission(0, len(s.parsed.tokens))


def _agreement_before(s: Scene) -> bool:
    """Tell whether "one" stands for an agreement named earlier in the sentence or in the one before."""
    earlier = s.article.reading.parsed[max(0, s.parsed.index - 1)]
    here = s.parsed.norms(0, s.clause.subject[0])
    return not WORDS["signed"].isdisjoint(here) or not WORDS["signed"].isdisjoint(_all_norms(earlier))


def _all_norms(parsed: Parsed) -> list[str]:
    return parsed.norms(0, len(parsed.tokens))
