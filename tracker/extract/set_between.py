"""Level 3: what is set in between a subject and its verb: "Kenya, which had offered to lead, sent …"."""

from __future__ import annotations

from tracker.extract.lexicon import words
from tracker.extract.scope import HARD, OF_TIME, Scope
from tracker.extract.sentences import QUOTE

_ADVERBS = words("words", "adverbs")
_PREPOSITIONS = words("words", "prepositions")
_RELATIVES = words("words", "relatives")
_COORDINATORS = words("words", "coordinators")
_LONGEST_APPOSITION = 12  # tokens between a comma and the relative pronoun that it opens


def embedded_clause(scope: Scope, start: int, end: int, bound: str) -> int | None:
    """Return where a clause between a subject and its verb begins, if there is one."""
    if bound == "start":
        return None
    interrupted = _interrupted(scope, end)
    if interrupted is None and bound in OF_TIME:
        return _speaking(scope, start - 1, end)
    if interrupted is None and bound == "verb" and not (start < end and scope.norm(end - 1) in _COORDINATORS):
        return _restricted(scope, start, end)
    return interrupted


def _interrupted(scope: Scope, end: int) -> int | None:
    """Return where a relative clause set in commas begins: "Kenya, which had offered to lead, sent"."""
    if not end or scope.norm(end - 1) != ",":
        return None
    commas = 0
    for i in range(end - 2, 0, -1):
        norm = scope.norm(i)
        if norm in HARD or norm == QUOTE:
            return None
        if norm in _RELATIVES and any(j in scope.finite for j in range(i, end)):
            return i if scope.norm(i - 1) == "," else _comma_before(scope, i)
        commas += norm == ","
        if commas > 2:
            return None
    return None


def _speaking(scope: Scope, at: int, end: int) -> int | None:
    """Return where a participle set in commas begins: "Ruto, speaking after a meeting, said"."""
    if scope.norm(end - 1) != ",":
        return None
    for i in range(at - 1, max(1, at - 6), -1):
        if scope.norm(i).endswith("ing") and scope.norm(i - 1) == ",":
            return i if i - 2 in scope.name_at else None
    return None


def _comma_before(scope: Scope, at: int) -> int | None:
    """Return the comma that opens a clause whose relative pronoun stands deeper: ", the first of whom"."""
    for i in range(at - 1, max(-1, at - _LONGEST_APPOSITION), -1):
        if scope.norm(i) == ",":
            return i
        if i in scope.finite:
            return None
    return None


def _restricted(scope: Scope, start: int, end: int) -> int | None:
    """Return the relative of a clause without commas between subject and verb: "a war that began … has"."""
    if start < end and scope.norm(start) not in _PREPOSITIONS and scope.norm(start) not in _ADVERBS:
        return None
    if any(t.norm == "," for t in scope.tokens[start:end]):
        return None
    at = scope.finite[start - 1].first - 1
    for i in range(at, max(-1, at - 6), -1):
        norm = scope.norm(i)
        if norm in ("that", "which", "who"):
            return i if i and scope.tokens[i - 1].word and i - 1 not in scope.finite else None
        if norm in HARD or norm in (",", "and", "but") or i in scope.finite:
            return None
    return None
