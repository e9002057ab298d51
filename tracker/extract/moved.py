"""Level 4: people who are the subject of a clause: they land, are sent, are due, go home."""

from __future__ import annotations

from tracker.extract.clauses import Clause
from tracker.extract.contingents import Governed, status_told
from tracker.extract.discourse import Actor
from tracker.extract.evidence import verb_words, words_among
from tracker.extract.homeward import goes_home, with_particle
from tracker.extract.lexicon import section
from tracker.extract.reading import Parsed
from tracker.extract.strengths import present_place
from tracker.vocab import DeploymentStatus

_VERBS = section("sending", "verbs")
_NOUNS = section("sending", "nouns")
_INWARD = {"in", "into"}
_WITH_PARTICLE = {
    "turn": {"up"},
    "set": {"foot", "out", "off", "up", "sail"},
    "sweep": _INWARD,
    "roll": _INWARD,
}
# With an object behind them they say what people do, not where they go.
_ALSO_TRANSITIVE = frozenset({"fly", "move", "turn", "land"})
_OBJECTS = frozenset({"their", "a", "an", "its"})
_PAPER = frozenset({"promise", "pledge", "promises", "pledges", "paper"})
_GIVING_UP = _VERBS["offered"] | _VERBS["sending"]


def as_subject(parsed: Parsed, clause: Clause, agent: Actor | None) -> Governed | None:
    """Return what a clause says of the people who are its subject; ``agent`` stands behind "by"."""
    status = status_told(parsed, clause)
    if status is None or on_an_errand(parsed, clause):
        return None
    return (
        _gone_home(parsed, clause)
        or _passive(clause, status, agent)
        or _due(parsed, clause)
        or _moved(parsed, clause, status)
    )


def _gone_home(parsed: Parsed, clause: Clause) -> Governed | None:
    if not goes_home(parsed, clause):
        return None
    said = with_particle(parsed, clause)
    return Governed(DeploymentStatus.WITHDRAWN, None, clause, f"leave-{clause.verb.base}", 0.8, said)


def _passive(clause: Clause, status: DeploymentStatus, agent: Actor | None) -> Governed | None:
    """Read "were sent", "have been offered", "were approved"."""
    base = clause.verb.base
    if not clause.verb.passive or base not in _GIVING_UP | _VERBS["approved"]:
        return None
    if base in _VERBS["approved"]:
        status = DeploymentStatus.APPROVED
    elif base not in _VERBS["sending"]:
        status = DeploymentStatus.OFFERED
    return Governed(status, agent, clause, f"passive-{base}", 0.75)


def _due(parsed: Parsed, clause: Clause) -> Governed | None:
    """Read people who are still to come: "are due", "are expected", "are waiting", "set sail"."""
    verb, base = clause.verb, clause.verb.base
    waiting = base in _VERBS["waiting"] | _VERBS["setting_out"] and not verb.passive
    expected = verb.passive and base == "expect" and not clause.relative
    due = words_among(parsed, _NOUNS["due"], verb.last, verb.last + 3) if base == "be" else ()
    if base in ("be", "remain", "stay"):
        due = due or words_among(parsed, _PAPER, verb.last, verb.last + 3)  # "remain a promise"
    if not (waiting or expected or due):
        return None
    said = (*verb_words(parsed, clause), *due)
    return Governed(DeploymentStatus.OFFERED, None, clause, f"due-{base}", 0.75, said)


def _moved(parsed: Parsed, clause: Clause, status: DeploymentStatus) -> Governed | None:
    """Read people who come, go or are there."""
    base = clause.verb.base
    if base == "be" and not present_place(parsed, clause):
        governed = next((c for c in parsed.clauses if c.verb.governor == clause.index), None)
        if governed is None or governed.verb.base not in _VERBS["moving"] | _VERBS["sending"]:
            return None
        came = status_told(parsed, governed) or DeploymentStatus.OFFERED  # "was the first to arrive"
        return Governed(came, None, clause, "move-be", 0.75, verb_words(parsed, governed))
    behind = set(parsed.norms(clause.verb.last, clause.verb.last + 1))
    if base in _ALSO_TRANSITIVE and behind & _OBJECTS and not _is_dated(parsed, clause.verb.last):
        return None  # "the Germans fly their little planes"
    if base in _WITH_PARTICLE and behind.isdisjoint(_WITH_PARTICLE[base]):
        return None
    if base in _VERBS["moving"] | {"be", "leave", "depart", "rotate"}:
        return Governed(status, None, clause, f"move-{base}", 0.75)
    return None


def _is_dated(parsed: Parsed, at: int) -> bool:
    """Tell whether a date stands at token ``at``: "flew a week later"."""
    return any(first <= at + 1 and at < last for first, last, _mention in parsed.dates)


def on_an_errand(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether the people only come to look: "ten officers came to assess the base"."""
    return any(c.verb.governor == clause.index and c.verb.base in _VERBS["errands"] for c in parsed.clauses)
