"""What a mandating body does to a mission: gives it its mandate, renews it, enlarges it, ends it."""

from __future__ import annotations

from tracker.claims import Mention
from tracker.extract.steps.article import WORDS, Finding
from tracker.extract.steps.scene import Scene
from tracker.vocab import MilestoneKind

_GIVING_TIME = frozenset({"grant", "add", "give"})


def authorized(s: Scene) -> Finding | None:
    """Read "the Council authorised the force", "was set up by the AU", "the summit gave it the go-ahead"."""
    if s.after & WORDS["sums"] or s.after & WORDS["renewal"] or (s.base == "vote" and "replace" in s.after):
        return None
    if s.base == "come":
        return _approval_came(s)
    if s.base in WORDS["receiving"]:
        return _received(s)
    return _authorized_passive(s) if s.passive else _authorized_active(s)


def _authorized_passive(s: Scene) -> Finding | None:
    body = s.body()
    if body is None and s.agent_place():
        return None
    if body is None and s.head(s.clause.subject) & WORDS["texts"]:
        body = s.body_in(s.clause.subject)  # "a Security Council resolution on the mission was adopted"
    if s.base == "give" and body is not None and ("mandate" in s.subject or s.after & WORDS["go_ahead"]):
        return Finding(MilestoneKind.AUTHORIZED, body, "authorized-mandate-given")
    if s.base in WORDS["mandating_with_object"] or not s.affects_mission():
        return None
    met = bool(s.after & WORDS["collective"])  # "was approved at a summit in Windhoek"
    if body is None and s.base not in WORDS["mandating_alone"] and not met:
        return None
    return Finding(MilestoneKind.AUTHORIZED, body or s.unnamed_body(), "authorized-passive")


def _authorized_active(s: Scene) -> Finding | None:
    body = s.body()
    if body is None or not _gives_mandate(s):
        return None
    return Finding(MilestoneKind.AUTHORIZED, body, f"authorized-{s.base}")


def _gives_mandate(s: Scene) -> bool:
    """Tell whether the object of the verb is a mandate or a mission."""
    base, start = s.base, s.clause.subject[0]
    if base == "give":
        return "mandate" in s.parsed.norms(start - 4, start) or bool(s.after & WORDS["go_ahead"])
    if base in ("sign", "set"):
        return ("off" if base == "sign" else "up") in s.following[:4]
    if base in ("vote", "decide"):
        for_it = {"favour", "favor"} & s.after and s.affects_mission()
        return bool(s.after & WORDS["voted_mandate"] or for_it)
    if base == "send":
        return s.is_own_mission((s.verb.last, s.clause.end))
    if base in ("agree", "order"):
        return bool(s.after & WORDS["agreed_mandate"]) and not s.after & WORDS["withdrawal"]
    return base in ("authorise", "authorize") or s.affects_mission()


def _received(s: Scene) -> Finding | None:
    """Read "the mission won the Council's approval", "has had a mandate since October"."""
    if s.passive or not s.after & WORDS["approval"] or not s.about_mission(*s.clause.subject):
        return None
    place = s.verb.last, s.clause.end
    body = s.body_in(place)
    since = s.base == "have"
    if body is not None and not s.after & {"another", "new", "fresh", "further"}:
        return Finding(MilestoneKind.AUTHORIZED, body, f"authorized-{s.base}", since)
    if since or s.after.isdisjoint(WORDS["parliaments"]):
        return None
    return Finding(MilestoneKind.APPROVED, _parliaments_state(s, place), f"approved-{s.base}")


def _parliaments_state(s: Scene, place: tuple[int, int]) -> Mention | None:
    """Return the state whose parliament tokens ``place`` name, else the one that leads the mission."""
    named = (n.parent or n.state for n in s.parsed.names if place[0] <= n.first < place[1])
    return s.state_mention(
        next((state for state in named if state), None) or s.article.discourse.default_state
    )


def _adopts_extension(s: Scene) -> bool:
    """Read "adopted resolution 2723, which extends the mandate"."""
    rest = s.parsed.norms(s.verb.last, len(s.parsed.tokens))
    return bool(s.after & WORDS["texts"]) and not WORDS["prolonging_text"].isdisjoint(rest)


def _approval_came(s: Scene) -> Finding | None:
    """Read "the Council's approval came on 2 October"."""
    body = s.body_in(s.clause.subject) if s.subject & WORDS["approval"] else None
    return Finding(MilestoneKind.AUTHORIZED, body, "authorized-come") if body is not None else None


def extended(s: Scene) -> Finding | None:
    """Read "the Council renewed its mandate", "voted to extend", "was prolonged by SADC"."""
    if not _prolongs(s) or not s.affects_mission() or s.affected_words & WORDS["orders"]:
        return None
    if s.subject & WORDS["courts"]:
        return None
    doer = next((a for a in s.doers() if a.state), None)
    if doer is not None and not s.body() and s.is_contributor(doer.state):
        return None  # a parliament prolongs its own soldiers' stay
    by = s.body() or (doer.mention() if doer else None) or s.unnamed_body()
    if by is None and not s.passive:
        return None
    return Finding(MilestoneKind.EXTENDED, by, f"extended-{s.base}")


def _prolongs(s: Scene) -> bool:
    """Tell whether the verb, with its object, says that a mandate goes on."""
    if s.base == "roll":
        return "over" in s.following[:2]
    if s.base in WORDS["allowing"]:
        return "until" in s.after and bool(s.after & WORDS["staying_on"])
    if s.base in _GIVING_TIME:
        return _gives_time(s)
    if s.base == "keep" or ("keep" in s.after and not s.after & {"extend", "renew"}):
        return bool(s.after & {"going", "until"})
    if s.base in WORDS["adopting"]:
        return _adopts_extension(s)
    return s.base in WORDS["extending"] or bool(s.after & WORDS["prolonging"])


def _gives_time(s: Scene) -> bool:
    """Read "granted it an extension", "added a year to its term", "gave the mission another year"."""
    if s.base == "grant":
        granted = s.parsed.norms(s.verb.last, s.verb.last + 9)  # "granted what it called an extension"
        return not WORDS["renewal"].isdisjoint(granted)
    more = {"term", "mandate", "stay"} if s.base == "add" else {"another", "further", "more"}
    return bool(s.after & more) and bool(s.after & WORDS["periods"])


def expanded(s: Scene) -> Finding | None:
    """Read "the AU raised the ceiling", "ministers widened its mandate", "authorised 4,000 more troops"."""
    words = s.affected_words
    again = s.base in ("expand", "enlarge", "double", "reinforce") and s.following[:1] == ["it"]
    if not (words & WORDS["expanded"] or _more_people(s) or again) or words & WORDS["money"]:
        return None
    if s.base in WORDS["adding"] and not _more_people(s):
        return None
    if s.base in WORDS["voting"] and not ("to" in words and words & WORDS["expanding"]):
        return None  # "voted to raise its ceiling"
    body = s.body() or s.unnamed_body()
    if body is None and "by" in s.following:
        return None
    if body is None and not s.passive and not s.subject & WORDS["collective"]:
        return None
    return Finding(MilestoneKind.EXPANDED, body, f"expanded-{s.base}")


def _more_people(s: Scene) -> bool:
    """Tell whether more people are let in: "authorised 4,000 more troops", "added 2,000 soldiers"."""
    more = {"additional", "extra", "another", "further"} & set(s.following[:4]) or "more" in s.following[1:4]
    return (
        s.base in WORDS["adding"] and bool(more or s.base == "add") and bool(s.after & WORDS["first_people"])
    )
