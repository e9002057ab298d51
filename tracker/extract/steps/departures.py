"""People who go: contingents taken home, states that quit, a withdrawal that begins."""

from __future__ import annotations

from tracker.extract.discourse import Actor
from tracker.extract.steps.article import WORDS, Finding
from tracker.extract.steps.scene import Scene
from tracker.vocab import AliasKind, MilestoneKind

_PEOPLE = WORDS["first_people"] | WORDS["people_home"] | {"people"}
_ENDS_OF_STAY = ([], *([end] for end in WORDS["leaving_ends"]))


def left(s: Scene) -> Finding | None:
    """Read "Germany pulled out its last soldiers", "took its men home", "2,000 soldiers left in June"."""
    if s.names_other(s.clause.subject[0], s.clause.end):
        return None
    if s.passive:
        return _are_gone(s) or _are_taken_home(s)
    return _state_leaves(s) or _people_leave(s)


def _people_leave(s: Scene) -> Finding | None:
    """Read "2,000 soldiers left in June", "its last company flew out of Bamako"."""
    people = s.subject & WORDS["people_home"] or _are_a_states(s)
    if s.base not in WORDS["leaving"] or not people or not _leaves_for_good(s):
        return None
    by = s.giver(s.senders()) if s.names_state(*s.clause.subject) else s.run_by()
    return Finding(MilestoneKind.DRAWDOWN, by, f"drawdown-{s.base}")


def _are_a_states(s: Scene) -> bool:
    """Tell whether the subject are people of a state: "the Tongans", "the last Swedes"."""
    first, last = s.clause.subject
    names = (n for n in s.parsed.names if first <= n.first < last)
    demonym = next((n for n in names if n.alias is AliasKind.DEMONYM), None)
    return demonym is not None and s.is_contributor(demonym.state)


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
