"""Level 3: short phrases set in between an auxiliary and its verb: "has this year given"."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extract.lexicon import words
from tracker.extract.tokens import Token

_REFLEXIVES = words("words", "reflexives")
_WHICH = frozenset({"this", "last", "next", "that", "these", "past"})
_TIMES = words("words", "times")
_PREPOSITIONS = frozenset(
    {"in", "since", "by", "over", "to", "between", "on", "for", "at", "until", "during"}
)
_TAILS = _TIMES | words("words", "calendar") | words("words", "interposed_tails")
_LONGEST = 4  # tokens of such a phrase


def interposed(tokens: Sequence[Token], at: int) -> int:
    """Return where a phrase set in at token ``at`` ends, ``at`` itself where there is none.

    It is a reflexive, an expression of time, a set phrase ("in all"), or anything short between commas.
    """
    if at >= len(tokens):
        return at
    norm = tokens[at].norm
    if norm in _REFLEXIVES:
        return at + 1
    if norm == ",":
        return _between_commas(tokens, at)
    return _of_time(tokens, at)


def _of_time(tokens: Sequence[Token], at: int) -> int:
    """Read "this year", "in recent months", "since 2022", "between them", "to date"."""
    norm = tokens[at].norm
    if norm not in _WHICH | _PREPOSITIONS:
        return at
    for end in range(at + 1, min(len(tokens), at + _LONGEST)):
        tail = tokens[end].norm
        if tail in _TAILS or _is_year(tail):
            following = tokens[end + 1].norm if end + 1 < len(tokens) else ""
            return end + 2 if _is_year(following) else end + 1
        if not tokens[end].word and not tail.isdigit():
            return at
    return at


def _between_commas(tokens: Sequence[Token], at: int) -> int:
    for end in range(at + 2, min(len(tokens), at + _LONGEST + 2)):
        if tokens[end].norm == ",":
            return end + 1
        if not tokens[end].word:
            return at
    return at


def _is_year(norm: str) -> bool:
    return len(norm) == 4 and norm.isdigit()
