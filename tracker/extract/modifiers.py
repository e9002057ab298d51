"""The words around a number that say how exact it is, and whether it comes on top of earlier ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tracker.claims import Span
from tracker.extract.lexicon import load
from tracker.extract.numbers import previous_word
from tracker.vocab import Qualifier

_LEXICON = load("numbers")
_BEFORE = {phrase: Qualifier(value) for phrase, value in _LEXICON["before"].items()}
_AFTER = {phrase: Qualifier(value) for phrase, value in _LEXICON["after"].items()}
_FURTHER_BEFORE = frozenset(_LEXICON["further"]["before"])
_FURTHER_BEHIND = frozenset(_LEXICON["further"]["behind"])
_PHRASES_BEFORE = _BEFORE.keys() | _FURTHER_BEFORE
_LAST_WORDS = frozenset(phrase.split()[-1] for phrase in _PHRASES_BEFORE)
_LONGEST = max(len(phrase.split()) for phrase in _PHRASES_BEFORE)
_BEHIND = re.compile(
    r"[ \u00a0-]("
    + "|".join(sorted((re.escape(phrase) for phrase in (*_AFTER, *_FURTHER_BEHIND)), key=len, reverse=True))
    + r")\b(?!\sthan\b)|(\+)(?!\w)"
)
_OPENERS = "(“‘\"'[–—"
_SIGNS = "~≈"


@dataclass(frozen=True, slots=True)
class Modified:
    """How far the words around a number reach, what they say, and which of them say the qualifier."""

    start: int
    end: int
    qualifier: Qualifier
    further: bool
    qualified: Span | None = None


def read_modifiers(text: str, start: int, end: int) -> Modified:
    """Read the qualifying words directly before ``start`` and behind ``end``.

    "at least another 200 or so" gives the first qualifier nearest to the number and ``further``.
    """
    before = _before(text, start)
    behind = _BEHIND.match(text, end)
    if behind is None:
        return replace(before, end=end)
    phrase, plus = behind[1] or "plus", behind.span(1 if behind[1] else 2)
    further = before.further or phrase in _FURTHER_BEHIND
    if before.qualifier is Qualifier.EXACT and phrase in _AFTER:
        return Modified(before.start, behind.end(), _AFTER[phrase], further, Span(*plus))
    return replace(before, end=behind.end(), further=further)


def _before(text: str, start: int) -> Modified:
    """Read the words before ``start``; the end is open."""
    qualifier, further, qualified = Qualifier.EXACT, False, None
    if start and text[start - 1] in _SIGNS:
        start, qualifier = start - 1, Qualifier.ABOUT
        qualified = Span(start, start + 1)
    while (found := _phrase_before(text, start)) is not None:
        end = start - 1
        start, phrase = found
        further = further or phrase in _FURTHER_BEFORE
        if qualifier is Qualifier.EXACT and phrase in _BEFORE:
            qualifier, qualified = _BEFORE[phrase], Span(start, end)
    return Modified(start, start, qualifier, further, qualified)


def _phrase_before(text: str, at: int) -> tuple[int, str] | None:
    """Return the longest modifying phrase that ends one white space before ``at``, with its start."""
    if previous_word(text, at).lower().lstrip(_OPENERS) not in _LAST_WORDS:
        return None
    position, found = at, None
    for _ in range(_LONGEST):
        if not position or not text[position - 1].isspace():
            break
        end = begin = position - 1
        while (
            begin and end - begin < 16 and not text[begin - 1].isspace() and text[begin - 1] not in _OPENERS
        ):
            begin -= 1
        if begin == end:
            break
        phrase = " ".join(text[begin : at - 1].lower().split())
        if phrase in _PHRASES_BEFORE:
            found = begin, phrase
        position = begin
    return found
