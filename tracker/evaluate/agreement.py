"""When two values of an annotation mean the same: actors, sums, dates, opening words."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from importlib.resources import files

SUM_TOLERANCE = Decimal("0.01")
STARTS_WORDS = 4
STARTS_MAY_DIFFER = 1

_NAMES: dict[str, list[str]] = json.loads(
    files("tracker.evaluate").joinpath("names.json").read_text(encoding="utf-8")
)
_TITLES = frozenset(tuple(title.split()) for title in _NAMES["titles"])
_LONGEST_TITLE = max(len(title) for title in _TITLES)
# Words that stand before a place or a body and in no person's given names: "South Sudan" is no full name
# of "Sudan", nor "High Court of Kenya" one of "Kenya".
_NEVER_A_GIVEN_NAME = frozenset(_NAMES["never_a_given_name"])
# Words that end the name of a body and are nobody's surname.
_NEVER_A_SURNAME = frozenset(_NAMES["never_a_surname"])


def actor_words(name: str) -> tuple[str, ...]:
    """Return the words of an actor's name that count: without case, accents, "the" and leading titles."""
    words = [word for word in _words(name) if word[0] != "the"]
    while len(words) > 1:
        length = next((n for n in range(_LONGEST_TITLE, 0, -1) if _is_title(words, n)), 0)
        if not length:
            break
        words = words[length:]
    return tuple(folded for folded, _ in words)


def actors_agree(one: str | None, other: str | None) -> bool:
    """Tell whether two canonical names mean one actor; None (unnamed) agrees only with None.

    A surname agrees with a full name that ends in it; the name of a place or body does not.
    """
    if one is None or other is None:
        return one is other
    short, long = sorted((actor_words(one), actor_words(other)), key=len)
    if short == long:
        return True
    if not short or len(short) == len(long) or long[-len(short) :] != short:
        return False
    return short[-1] not in _NEVER_A_SURNAME and not _NEVER_A_GIVEN_NAME.intersection(long[: -len(short)])


def sums_agree(
    ones: Iterable[tuple[Decimal, str | None]], others: Iterable[tuple[Decimal, str | None]]
) -> bool:
    """Tell whether some sum on either side is the same: one currency, amounts within 1 %."""
    right = list(others)
    return any(
        currency == other_currency and abs(amount - other) <= SUM_TOLERANCE * max(abs(amount), abs(other))
        for amount, currency in ones
        for other, other_currency in right
    )


def dates_agree(one: str | None, other: str | None) -> bool:
    """Tell whether two ISO dates (year, month or day) are equal at the coarser precision of the two."""
    if one is None or other is None:
        return one is other
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def starts_agree(one: str, other: str) -> bool:
    """Tell whether the first four words are the same, of which one may differ; case and marks are nothing."""
    left = [folded for folded, _ in _words(one)][:STARTS_WORDS]
    right = [folded for folded, _ in _words(other)][:STARTS_WORDS]
    if left == right:
        return True
    same = sum(a == b for a, b in zip(left, right, strict=False))
    return same > 0 and max(len(left), len(right)) - same <= STARTS_MAY_DIFFER


def _words(text: str) -> list[tuple[str, str]]:
    """Return each word folded (no case, accents or marks) and as printed; hyphens part words."""
    pairs = []
    for printed in re.split(r"[\s\-‐‑–—/]+", text):
        plain = unicodedata.normalize("NFKD", printed).casefold()
        folded = "".join(char for char in plain if char.isalnum())
        if folded:
            pairs.append((folded, printed))
    return pairs


def _is_title(words: list[tuple[str, str]], length: int) -> bool:
    """Tell whether the first ``length`` words are a title that something follows ("Dr", but not "DR")."""
    if length >= len(words) or tuple(folded for folded, _ in words[:length]) not in _TITLES:
        return False
    return words[0] != ("dr", "DR")
