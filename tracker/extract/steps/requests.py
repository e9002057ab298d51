"""What the host does: asks for a force, makes a request, invites one in."""

from __future__ import annotations

from tracker.extract.discourse import Actor
from tracker.extract.steps.article import WORDS, Finding
from tracker.extract.steps.scene import Scene
from tracker.vocab import MilestoneKind


def requested(s: Scene) -> Finding | None:
    """Read "Haiti asked for a force", "a request was signed by the prime minister"."""
    host = s.article.missions.host
    if host is None:
        return None
    if s.passive:
        return _requested_passive(s, host)
    return _invited(s) if _invites(s) else _asked(s, host)


def _requested_passive(s: Scene, host: str) -> Finding | None:
    written = s.subject & WORDS["requests"] and s.base in WORDS["submitting"]
    asked = s.base in WORDS["asking"] and (
        s.is_own_mission(s.clause.subject) or s.subject & WORDS["asked_for"]
    )
    agents = [a for a in s.agents() if a.state == host] if written or asked else []
    return Finding(MilestoneKind.REQUESTED, s.giver(agents), "requested-passive") if agents else None


def _asked(s: Scene, host: str) -> Finding | None:
    askers = [a for a in s.actors if a.state == host] or _own_cabinet(s, host)
    rule = f"requested-{s.base}"
    if askers and s.base in WORDS["submitting"] and _makes_request(s):
        return Finding(MilestoneKind.REQUESTED, s.giver(askers), rule)
    if s.base not in WORDS["asking"] or not (any(_may_ask(a) for a in askers) or _leads_host(s, host)):
        return None
    if not _asks_for_mission(s):
        return None
    return Finding(MilestoneKind.REQUESTED, s.giver(askers) or s.state_mention(host), rule)


def _own_cabinet(s: Scene, host: str) -> list[Actor]:
    """Return the host where its name follows: "since its cabinet asked for troops, Haiti has waited"."""
    later = next((n for n in s.parsed.names if n.state == host and n.first >= s.clause.end), None)
    if later is None or s.actors or "its" not in s.subject or s.subject.isdisjoint(WORDS["askers"]):
        return []
    found = s.article.discourse.actors(s.parsed, later.first, later.last)
    return [a for a in found if a.state == host]


def _makes_request(s: Scene) -> bool:
    """Tell whether an appeal is made: "an appeal that Haiti made", "made a formal request for a force"."""
    asked = bool(s.head(s.affected) & WORDS["requests"]) and not s.after.isdisjoint(WORDS["asked_for"])
    return asked or bool(s.antecedent & WORDS["requests"])


def _invites(s: Scene) -> bool:
    """Tell whether a force is invited in: by whoever rules there, be it another state."""
    return s.base == "invite" and bool(s.after & {"force", "peacekeepers", "mission"})


def _invited(s: Scene) -> Finding | None:
    if s.is_own_mission(s.clause.subject):
        return None
    inviting = [a for a in s.actors if a.state]
    if not inviting and s.subject.isdisjoint(WORDS["askers"]):
        return None
    by = s.giver(inviting) or s.state_mention(s.article.missions.host)
    return Finding(MilestoneKind.REQUESTED, by, "requested-invite")


def _leads_host(s: Scene, host: str) -> bool:
    """Tell whether the subject is a leader of the host: "Sir Allan Kemakeza, the Solomons leader"."""
    return s.names_in_subject(host) and bool(s.subject & WORDS["askers"])


def _asks_for_mission(s: Scene) -> bool:
    """Tell whether what is asked for is a mission, and not that it go."""
    own = any(n.kind is None and s.verb.last <= n.first < s.clause.end for n in s.parsed.names)
    again = "it" in s.following[1:3] and s.about_mission(0, s.clause.subject[0])  # "had asked for it"
    if not (own or again or s.after & WORDS["asked_for"]) or s.after & WORDS["departing"]:
        return False
    if s.base == "write":
        return bool(s.after & WORDS["asking_by_letter"])
    return s.base != "call" or "for" in s.following[:2]


def _may_ask(actor: Actor) -> bool:
    return actor.head is None or actor.head.removeprefix("then-") in WORDS["askers"]
