"""How a mission ends: its mandate runs out, it closes or leaves, another one takes its place."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.claims import Mention
from tracker.extract.steps.article import MANDATING_BODIES, WORDS, Finding
from tracker.extract.steps.scene import Scene
from tracker.vocab import MilestoneKind

_ANTECEDENT_REACH = 6
# Behind these verbs a particle says that they mean an end.
_PARTICLES: dict[str, tuple[tuple[str, ...], ...]] = {
    "come": (("to", "an", "end"), ("to", "a", "close")),
    "be": (("over",), ("at", "an", "end"), ("no", "more")),
    "hand": (("over",),),
    "wind": (("up",), ("down",)),
}


def ended(s: Scene) -> Finding | None:
    """Read "its mandate expired", "the mission closed", "the bloc ended it", "it was replaced by"."""
    rule = f"ended-{s.base}"
    if s.base in WORDS["replacing"]:
        return Finding(MilestoneKind.ENDED, s.organization(), rule) if _is_replaced(s) else None
    if not _ends(s):
        return None
    mandate = "mandate" in s.head(s.clause.subject) and (s.passive or s.base in WORDS["expiring"])
    mandate = mandate and not _is_anothers(s)
    if mandate or (s.is_own_mission(s.clause.subject) and _is_over(s)):
        return Finding(MilestoneKind.ENDED, _ender(s), rule)
    return _ended_by(s, rule) if s.base in WORDS["ending_other"] and not s.passive else None


def _is_anothers(s: Scene) -> bool:
    """Tell whether a mandate is that of a mission told of before: "the old mission, whose mandate lapsed"."""
    first = s.clause.subject[0]
    if "whose" not in s.parsed.norms(first - 1, s.clause.subject[1]):
        return False
    before = max(0, first - _ANTECEDENT_REACH), first
    return not WORDS["missions"].isdisjoint(s.parsed.norms(*before)) and not s.is_own_mission(before)


def _ended_by(s: Scene, rule: str) -> Finding | None:
    """Read "the Council ended its mandate", "leaders voted to close the mission"."""
    object_ = s.verb.last, s.clause.end
    closed = "mandate" in s.head(object_) or s.is_own_mission(object_) or s.following[:1] == ["it"]
    if s.base in WORDS["voting"]:
        named = any(n.name == s.article.own and object_[0] <= n.first < object_[1] for n in s.parsed.names)
        closed = bool(s.after & WORDS["to_end"] and (named or s.after & {"mandate", *WORDS["missions"]}))
    if not closed:
        return None
    body = s.body()
    if body is not None:
        return Finding(MilestoneKind.ENDED, body, rule)
    collective = s.subject & {"leaders", "ministers", "council", "states"}
    return Finding(MilestoneKind.ENDED, s.run_by(), rule) if collective else None


def _is_replaced(s: Scene) -> bool:
    """Tell whether the article's own mission gives its place to another."""
    if s.base == "give":
        return s.following[:2] == ["way", "to"] and s.is_own_mission(s.clause.subject)
    if s.passive:
        return s.is_own_mission(s.clause.subject)
    replaced = s.verb.last, s.clause.end
    own = any(n.name == s.article.own and replaced[0] <= n.first < replaced[1] for n in s.parsed.names)
    return own and s.names_other(*s.clause.subject)


def _ends(s: Scene) -> bool:
    """Tell whether the verb, with its particle, says that something is over."""
    after = s.following
    needed = _PARTICLES.get(s.base)
    if needed is not None:
        return any(after[: len(words)] == list(words) for words in needed)
    if s.base in WORDS["flagging"]:
        return not WORDS["flags"].isdisjoint(after[:4])
    if s.base in WORDS["going_away"]:
        return _leaves_country(s)
    return s.base not in ("complete", "finish") or bool(s.after & {"withdrawal", "mandate", "mission"})


def _leaves_country(s: Scene) -> bool:
    """Tell whether the mission goes from its host, and not from one of its bases."""
    after = s.following
    at = 2 if after[:2] == ["out", "of"] else int(after[:1] in (["from"], ["out"]))
    place = s.verb.last + at
    host = any(n.state == s.article.missions.host and n.first - place in (0, 1) for n in s.parsed.names)
    when = not after or (after[0] in ("in", "on") and any(f == s.verb.last for f, _l, _m in s.parsed.dates))
    if when and not s.subject & {"first", "last", "peacekeepers"}:
        return True  # "arrived in 2003 and left in 2017"
    return host or after[at : at + 2] in (["the", "country"], ["for", "good"], ["the", "islands"])


def _is_over(s: Scene) -> bool:
    """Tell whether the mission itself ends, not something of its own: "closed its base in Kidal"."""
    if s.passive or s.base in WORDS["flagging"] | WORDS["going_away"] | {"be", "come"}:
        return True
    after = s.following[1:] if s.base in _PARTICLES else s.following
    if not after or not (after[0] in WORDS["determiners"] or after[0][0].isdigit()):
        return True
    at = next((i for i, norm in enumerate(after[:5]) if norm in WORDS["ending_objects"]), None)
    return at is not None and not _is_elsewhere(s, after[at + 1 :])


def _is_elsewhere(s: Scene, behind: Sequence[str]) -> bool:
    """Tell whether what ends is only in a part of the host: "its operations in South Kivu"."""
    if behind[:1] not in (["in"], ["from"]):
        return False
    return not any(n.state == s.article.missions.host and n.first >= s.verb.last for n in s.parsed.names)


def _ender(s: Scene) -> Mention | None:
    """Return the body that ends it: the agent, else one of the sentence, else the mission's own."""
    if s.passive and s.agents():
        return s.body()
    bodies = (n for n in s.parsed.names if n.name in MANDATING_BODIES)
    acting = (a for n in bodies for a in s.article.discourse.actors(s.parsed, n.begin, n.last))
    found = next(acting, None)
    return found.mention() if found is not None else s.own_body() or s.organization()
