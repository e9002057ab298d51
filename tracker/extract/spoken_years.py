"""Years in words, as scripts for the radio write them: "two thousand and three", "twenty twenty-four"."""

from __future__ import annotations

from tracker.extract.lexicon import load

_NUMBERS = load("numbers")
_UNITS: dict[str, int] = {word: n for word, n in _NUMBERS["units"].items() if 0 < n < 10}
_TEENS: dict[str, int] = _NUMBERS["teens"]
_TENS: dict[str, int] = _NUMBERS["tens"]
_CENTURIES = {"nineteen": 1900, "twenty": 2000}
_THOUSAND = "two thousand and "


def _alternatives(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_TEN_TO_99 = (
    rf"(?:(?:{_alternatives(_TENS)})(?:[-\s](?:{_alternatives(_UNITS)})\b)?|(?:{_alternatives(_TEENS)}))\b"
)
SPOKEN_YEAR = (
    rf"(?:two\sthousand\sand\s(?:{_TEN_TO_99}|(?:{_alternatives(_UNITS)})\b)"
    rf"|(?:{_alternatives(_CENTURIES)})\s{_TEN_TO_99})"
)


def year_number(printed: str) -> int:
    """Return the year that is printed in digits, or in words that ``SPOKEN_YEAR`` matches."""
    if printed.isdecimal():
        return int(printed)
    phrase = " ".join(printed.lower().replace("-", " ").split())
    if phrase.startswith(_THOUSAND):
        return 2000 + _small(phrase.removeprefix(_THOUSAND))
    century, rest = phrase.split(" ", 1)
    return _CENTURIES[century] + _small(rest)


def _small(phrase: str) -> int:
    return sum(_UNITS.get(w) or _TEENS.get(w) or _TENS[w] for w in phrase.split())
