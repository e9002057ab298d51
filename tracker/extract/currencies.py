"""Currencies as the press writes them, before and behind a sum."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.extract.lexicon import load, words
from tracker.extract.numbers import Number

_LEXICON = load("currencies")
CODES = frozenset(_LEXICON["names"])


@dataclass(frozen=True, slots=True)
class Unit:
    """A currency as written: the codes it can mean, the likeliest first. ``[start, end)`` is where it stands.

    ``bare`` says that the context must decide.
    """

    readings: tuple[str, ...]
    start: int
    end: int
    bare: bool = False


def _unit(readings: tuple[str, ...], start: int, end: int, mark: str = "") -> Unit:
    return Unit(readings, start, end, bare=len(readings) > 1 or mark in _BARE)


_BARE = frozenset(_LEXICON["bare"])
_MARKS: dict[str, tuple[str, ...]] = {
    **{code: (code,) for code in CODES},
    **{mark: (code,) for mark, code in _LEXICON["marks"].items()},
    **{mark: tuple(codes) for mark, codes in _LEXICON["bare"].items()},
}
_LETTERS: dict[str, tuple[str, ...]] = {mark: tuple(codes) for mark, codes in _LEXICON["letters"].items()}
_WORDLIKE = words("currencies", "wordlike")
_DOLLARS: dict[str, str] = _LEXICON["dollars"]
_NAMES: dict[str, tuple[str, ...]] = {
    **{name: (code,) for code, names in _LEXICON["names"].items() for name in names},
    **{name: (code,) for name, code in _LEXICON["more_names"].items()},
    **{f"{of} {unit}": (code,) for of, code in _DOLLARS.items() for unit in ("dollar", "dollars")},
    **{unit: tuple(codes) for unit, codes in _LEXICON["units"].items()},
}
_FIRST_WORDS = frozenset(name.split()[0] for name in _NAMES)
_LONGEST = max(len(name.split()) for name in _NAMES)
_BEHIND_MARKS = frozenset("$€£¥₦₹₴₽₺₩₱₪₵₫฿৳₸₾")
_WORD = re.compile(r"[\s-]((?:[^\W\d_]\.){2,}|[^\W\d_][\w'’ʻ]*\.?(?<!\.)|&)")
_STOPS = "()[]{}“”„\"'‘’–—-/,;:|<>~≈=+"
_VERBLIKE = frozenset(
    {"won", "real", "pound", "pounds", "quid", "crowns", "dram", "drams", "lei", "soles", "sterling"}
)


def unit_before(text: str, number: Number) -> Unit | None:
    """Return the currency mark or code directly before ``number``: "US$100", "KES 5 million"."""
    end = number.start
    if end and text[end - 1].isspace() and text[end - 1] != "\n":
        end -= 1
    start = end
    while start and end - start < 6 and not text[start - 1].isspace() and text[start - 1] not in _STOPS:
        start -= 1
    mark = text[start:end].removesuffix(".")
    readings = _MARKS.get(mark)
    large = number.scale > 1 or number.grouped
    if readings is None:
        readings = _LETTERS.get(mark) if large and end == number.start else None
    elif mark in _WORDLIKE and not large:
        readings = None
    if readings is None:
        return None
    if mark == "$":
        return _with_country(text, _unit(readings, start, number.start))
    return _unit(readings, start, number.start, mark)


def _with_country(text: str, unit: Unit) -> Unit:
    """Read "US $100m": the country may stand apart before a bare dollar sign."""
    for word in ("US", "U.S.", "NZ", "TT"):
        start = unit.start - 1 - len(word)
        if (
            text.startswith(word + " ", max(start, 0))
            and start >= 0
            and not text[start - 1 : start].isalnum()
        ):
            return Unit((_DOLLARS[word.lower()],), start, unit.end)
    return unit


def unit_behind(text: str, number: Number) -> Unit | None:
    """Return the currency name, code or sign directly behind ``number``: "5 million euros", "20€"."""
    at = number.end
    sign = text[at : at + 1]
    if sign in _BEHIND_MARKS and sign:
        return _unit(_MARKS[sign], at, at + 1)
    if sign.isspace() and text[at + 1 : at + 2] in _BEHIND_MARKS and not text[at + 2 : at + 3].isdigit():
        mark = text[at + 1 : at + 2]
        return _unit(_MARKS[mark], at, at + 2) if mark else None
    match = _WORD.match(text, at)
    if match is None:
        return None
    word = match[1]
    large = number.scale > 1 or number.grouped
    if word in CODES:
        return Unit((word,), at, match.end()) if large or word not in _WORDLIKE else None
    if word.lower() not in _FIRST_WORDS:
        return None
    return _named(text, match, large)


def _named(text: str, match: re.Match[str], large: bool) -> Unit | None:
    printed: list[str] = []
    found: Unit | None = None
    start = match.start()
    word: re.Match[str] | None = match
    while word is not None and len(printed) < _LONGEST:
        printed.append(word[1].lower().replace("’", "'"))
        name = " ".join(printed)
        readings = _NAMES.get(name)
        if readings is not None and (large or name not in _VERBLIKE or _is_money(text, name, word.end())):
            found = _unit(readings, start, word.end())
        word = _WORD.match(text, word.end())
    return found


def _is_money(text: str, name: str, end: int) -> bool:
    """Judge a small number with a unit that is also a weight or a verb: "500 pounds", not "of rice"."""
    return name in ("pounds", "quid") and not text.startswith((" of ", "-", " per square"), end)


def narrowed(text: str, unit: Unit, end: int) -> Unit:
    """Return a bare dollar unit made certain by what follows the sum: "$5 million Canadian", "$60m CAD"."""
    if not unit.bare:
        return unit
    match = _WORD.match(text, end)
    if match is None:
        return unit
    word = match[1]
    if word in unit.readings:
        return Unit((word,), unit.start, match.end())
    second = _WORD.match(text, match.end())
    dollars = second is not None and second[1] in ("dollars", "dollar")
    code = _DOLLARS.get(word.lower())
    if code is None or code not in unit.readings:
        return unit
    if dollars and second is not None:
        return Unit((code,), unit.start, second.end())
    # "$5 million Canadian" ends the phrase; "$5 million Canadian grant" goes on.
    nominal = word[0].isupper() and (second is None or second[1] in words("numbers", "function"))
    return Unit((code,), unit.start, match.end()) if nominal else unit
