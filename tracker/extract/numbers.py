"""Numbers in figures and words: "1,000", "1.2 million", "fifteen hundred", "half a billion"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from tracker.extract.heads import by_first, cased
from tracker.extract.lexicon import load, words

_LEXICON = load("numbers")
_UNITS: dict[str, int] = {**_LEXICON["units"], **_LEXICON["teens"], **_LEXICON["tens"]}
_SCALES: dict[str, int] = _LEXICON["scales"]
_ABBREVIATED: dict[str, int] = _LEXICON["abbreviations"]
_LETTERS: dict[str, int] = _LEXICON["letters"]
_FRACTIONS = {sign: Decimal(value) for sign, value in _LEXICON["fractions"].items()}


def _any(choices: Iterator[str] | list[str] | dict[str, int]) -> str:
    return "|".join(sorted((re.escape(choice) for choice in choices), key=len, reverse=True))


_SCALE = f"(?:{_any(_SCALES)})"
_UNDER = (
    f"(?:(?:{_any(_LEXICON['tens'])})(?:[\\s-](?:{_any(_LEXICON['units'])})\\b)?"
    f"|{_any(_LEXICON['teens'])}|{_any(_LEXICON['units'])})"
)
# "one hundred and two hundred" is two numbers: the tail of the first may not be the head of a hundred.
_TAIL = f"(?:\\s(?:and\\s)?{_UNDER}\\b(?![\\s-](?:hundred|dozen)))?"
_SMALL = f"(?:(?:{_UNDER}[\\s-]|an?\\s)hundred\\b{_TAIL}|{_UNDER}\\b)"
_WORDS = (
    f"half\\sa\\s{_SCALE}"
    f"|a\\squarter\\sof\\sa\\s{_SCALE}"
    f"|three[\\s-]quarters\\sof\\sa\\s{_SCALE}"
    f"|{_UNDER}\\sand\\sa\\shalf\\s{_SCALE}"
    f"|an?\\s{_SCALE}\\sand\\sa\\shalf"
    f"|(?:{_SMALL}|an?)[\\s-]{_SCALE}\\b(?:\\s{_SMALL}[\\s-]{_SCALE}\\b){{0,2}}"
    f"(?:\\s(?:and\\s)?{_SMALL}(?![\\s-](?:hundred|{_SCALE})\\b))?"
    f"|{_SMALL}"
)
_DIGITS = (
    r"(?:\d{1,2}(?:,\d{2}){1,4},\d{3}"  # 1,50,00,000
    r"|\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,4})?"
    r"|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,6}(?:\.\d{1,4})?"
    r"|\d{1,3}(?:['’]\d{3}){1,6}"
    r"|\d{1,3}(?:\.\d{3}){2,6}"
    r"|\d{1,15}(?:\.\d{1,6}|[½¼¾])?)(?!\d|[.,]\d)"
    rf"|\d{{1,4}},\d{{1,2}}(?=[\s-]?(?:{_any({**_SCALES, **_ABBREVIATED})}|[mMbB])\b)"  # €1,5 million
)
_NUMBER = re.compile(
    rf"(?<!\d)(?<!\d[.,])(?P<digits>{_DIGITS})"
    rf"(?P<scale>[\s-]?(?i:{_any(_SCALES)}|hundred|{_any(_ABBREVIATED)})\b|[{''.join(_LETTERS)}]\b)?"
    rf"|\b(?=[a-zA-Z])(?i:{_WORDS})\b"
)
# Where a number may begin: one cheap pass over the text before the grammar is tried.
_LARGE = rf"\s(?i:hundred|{_any(_SCALES)}|quarter\sof)\b"
_HEAD_WORDS = [*cased(_UNITS, tail=r"\b"), *cased(["a", "an"], tail=_LARGE), *cased(["half"], tail=r"\sa\b")]
_HEADS = re.compile(rf"(?<!\d)\d|\b(?:{by_first(_HEAD_WORDS)})")
_MONTHS = words("months", "names")
_LETTER_RUN = re.compile(r"[a-z]+")

_YEAR_BEFORE = words("numbers", "year_before")
_FUNCTION = words("numbers", "function")
_PLURAL_PEOPLE = words("numbers", "plural_people")
_YEAR_BEFORE_WEAK = words("numbers", "year_before_weak")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed at ``[start, end)``, its scale word included.

    ``value`` is ``figure * scale``; ``digits`` tells figures from words; ``grouped`` that the figures are
    separated in thousands.
    """

    start: int
    end: int
    figure: Decimal
    scale: int
    digits: bool
    grouped: bool

    @property
    def value(self) -> Decimal:
        """The number meant."""
        return self.figure * self.scale

    def scaled(self, scale: int) -> Decimal:
        """Return the value with a scale borrowed from the other end of a range."""
        return self.figure * scale


@lru_cache(maxsize=1)  # money and counts ask for the numbers of one text in turn
def find_numbers(text: str) -> tuple[Number, ...]:
    """Return every cardinal number of ``text`` in order: figures and words, each with its scale word.

    Ordinals, vague words ("dozens", "several hundred") and parts of longer strings of digits
    ("1.2.3") are none; what a number means (a year, a sum, a count) is not judged here.
    """
    numbers: list[Number] = []
    end = 0
    for head in _HEADS.finditer(text):
        if head.start() >= end and (match := _NUMBER.match(text, head.start())) is not None:
            numbers.append(_read(_apart_from_day(text, match)))
            end = numbers[-1].end
    return tuple(numbers)


def _apart_from_day(text: str, match: re.Match[str]) -> re.Match[str]:
    """Cut "25 400" in "on June 25 400 officers left" after the day."""
    day, space, _ = match.group().partition(" ")
    if not space or match["digits"] is None or previous_word(text, match.start()).rstrip(".,") not in _MONTHS:
        return match
    return _NUMBER.match(text, match.start(), match.start() + len(day)) or match


def _read(match: re.Match[str]) -> Number:
    digits = match["digits"]
    if digits is None:
        return _read_words(match)
    figure, grouped = _figure(digits)
    scale = _scale(match["scale"])
    return Number(match.start(), match.end(), figure, scale, digits=True, grouped=grouped)


def _figure(digits: str) -> tuple[Decimal, bool]:
    if digits.isdecimal():
        return Decimal(digits), False
    fraction = _FRACTIONS.get(digits[-1])
    if fraction is not None:
        return Decimal(digits[:-1]) + fraction, False
    whole, point, decimals = digits.rpartition(".")
    if digits.count(".") > 1:
        return Decimal(digits.replace(".", "")), True
    if not point:
        whole, decimals = digits, ""
    if "," in whole and len(whole) - whole.rindex(",") <= 3:
        return Decimal(whole.replace(",", ".")), False
    plain = "".join(char for char in whole if char.isdecimal())
    return Decimal(f"{plain}.{decimals}" if decimals else plain), plain != whole


def _scale(printed: str | None) -> int:
    if not printed:
        return 1
    word = printed.lstrip("-").strip()
    if word in _LETTERS:
        return _LETTERS[word]
    word = word.lower()
    return 100 if word == "hundred" else _SCALES.get(word) or _ABBREVIATED[word]


def _read_words(match: re.Match[str]) -> Number:
    printed = _LETTER_RUN.findall(match.group().lower())
    figure, scale = word_value(tuple(printed))
    return Number(match.start(), match.end(), figure, scale, digits=False, grouped=False)


@cache
def _halves(printed: tuple[str, ...]) -> Decimal | None:
    if printed[0] == "half":
        return Decimal("0.5")
    if "quarter" in printed:
        return Decimal("0.25")
    if "quarters" in printed:
        return Decimal("0.75")
    if "half" in printed:
        return _UNITS.get(printed[0], 1) + Decimal("0.5") if len(printed) < 6 else None
    return None


def word_value(printed: tuple[str, ...]) -> tuple[Decimal, int]:
    """Return ``(figure, scale)`` of lower-case number words: ``scale`` is the last word's, else 1."""
    half = _halves(printed)
    if half is not None:
        return half, next(_SCALES[word] for word in printed if word in _SCALES)
    total = current = 0
    for word in printed:
        if word in _UNITS:
            current += _UNITS[word]
        elif word in ("a", "an"):
            current = 1
        elif word == "hundred":
            current *= 100
        elif word in _SCALES:
            total += current * _SCALES[word]
            current = 0
    if printed[-1] in _SCALES and total % _SCALES[printed[-1]] == 0:
        return Decimal(total // _SCALES[printed[-1]]), _SCALES[printed[-1]]
    return Decimal(total + current), 1


_NEXT_WORD = re.compile(r"\s?([^\W\d_](?:[\w'’-]|\.(?=\w))*)")


def next_word(text: str, at: int) -> str:
    """Return the word that stands at ``at`` or behind one white space there, or ""."""
    match = _NEXT_WORD.match(text, at)
    return match[1] if match else ""


def previous_word(text: str, at: int) -> str:
    """Return the run of non-space characters before ``at``, one white space apart or none, or ""."""
    chunk = text[max(at - 25, 0) : at]
    if chunk[-1:].isspace():
        chunk = chunk[:-1]
    return "" if not chunk or chunk[-1].isspace() else chunk.rsplit(None, 1)[-1]


def is_year(text: str, start: int, end: int) -> bool:
    """Tell whether the four figures at ``[start, end)`` are a year rather than a count.

    "in 2017", "the 2024 elections", "(2023)" are years; "send 2000 officers", "about 1950 people" are not.
    """
    if end - start != 4 or not text[start:end].isdecimal() or not 1900 <= int(text[start:end]) <= 2099:
        return False
    before = previous_word(text, start).lower().lstrip("(“\"'‘[")
    if before.endswith("mid-") or before in _YEAR_BEFORE:
        return True
    if before.rstrip(".,") in load("months")["months"]:
        return True
    follower = next_word(text, end)
    noun = follower.islower() and follower not in _FUNCTION
    if not noun:
        return True
    plural = follower in _PLURAL_PEOPLE or (follower.endswith("s") and not follower.endswith("ss"))
    if not plural:
        return True
    weak = before in _YEAR_BEFORE_WEAK or before.endswith(("'s", "’s"))
    return weak and int(text[start:end]) % 50 != 0
