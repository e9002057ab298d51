"""Numbers that count something: "about 1,000 officers", "two dozen", "a 150-strong contingent"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.claims import Span
from tracker.extract.lexicon import load, words
from tracker.extract.modifiers import read_modifiers
from tracker.extract.numbers import Number, find_numbers, is_year, next_word, previous_word
from tracker.vocab import Qualifier

_MEASURES = words("numbers", "measures")
_BEFORE_VERB = frozenset({"to", "will", "would", "should", "could", "may", "might", "must"})
_NAMED_BY_NUMBER = words("numbers", "identifiers") | {"age", "aged"}
_MONTHS = words("months", "names")
_BEFORE_ONE = words("numbers", "before_one")
_PRONOUN_FOLLOWERS = words("numbers", "pronoun_followers")
_FUNCTION = words("numbers", "function")
_YEAR_BEFORE = words("numbers", "year_before")
_LARGEST = 2**31 - 1  # what an integer column holds on both databases
_RANGE_GAP = re.compile(r"\s?[-–—]\s?|\sto\s|\sor\s(?:even\s|perhaps\s)?")
_BETWEEN_GAP = re.compile(r"\sand\s")
_BETWEEN = re.compile(r"[Bb]etween\s")
_STRONG = re.compile(rf"[-‑ ](?:{'|'.join(sorted(load('numbers')['strong'].split()))})\b")
_HYPHENATED = re.compile(r"[-‑–][^\W\d_]")
_PERCENT = re.compile(r"\s?(?:%|‰|°|per\s?-?cent\b|percent)", re.IGNORECASE)
_SECTION = re.compile(r"(?:\.\s|\)\s)")
_AGE_AFTER = re.compile(r"[,.;:)]|\s(?:who|from|of|a|an|is|was|said)\b")
_CURRENCY_SIGNS = "$€£¥₦₹₴₽₺₩₱₪₵₫฿#§№@&/_+"
_OPENERS = "(“‘\"'[–—-"


@dataclass(frozen=True, slots=True)
class CountMention:
    """A number of things or people.

    ``span`` covers the qualifying words too, ``core`` the number or range alone. ``value_max`` is the
    upper end of a range, ``further`` says that they come on top of earlier ones, ``strong`` that the number
    is part of an adjective ("150-strong", "1,000-member"). ``qualified`` is where the qualifier is said, None
    where no word says that the number is exact.
    """

    span: Span
    core: Span
    value: int
    value_max: int | None
    qualifier: Qualifier
    further: bool
    strong: bool
    qualified: Span | None = None


def find_counts(text: str, taken: Sequence[Span] = ()) -> list[CountMention]:
    """Return the whole numbers of ``text`` that can count something, in order.

    Years, dates, clock times, shares, measures, ages, votes, ordinals, labels ("Resolution 2699") and
    numbers inside the ``taken`` spans are left out. What is counted, the caller finds behind ``core``.
    """
    numbers = [number for number in find_numbers(text) if _is_whole(number)]
    if taken:
        numbers = _free(numbers, sorted(taken))
    mentions: list[CountMention] = []
    index = 0
    while index < len(numbers):
        low = numbers[index]
        high = numbers[index + 1] if index + 1 < len(numbers) else None
        value_max = _range_end(text, low, high) if high is not None else None
        last = high if high is not None and value_max is not None else low
        index += 1 if last is low else 2
        mention = _mention(text, low, last, value_max)
        if mention is not None:
            mentions.append(mention)
    return mentions


def _is_whole(number: Number) -> bool:
    """Tell whole numbers from "2.5", and from "15.00", which is a clock time or a table's figure."""
    if number.scale == 1:
        return number.figure.as_tuple().exponent == 0
    return number.value == number.value.to_integral()


def _free(numbers: Sequence[Number], taken: list[Span]) -> list[Number]:
    free: list[Number] = []
    index = 0
    for number in numbers:
        while index < len(taken) and taken[index].end <= number.start:
            index += 1
        if index == len(taken) or taken[index].start >= number.end:
            free.append(number)
    return free


def _range_end(text: str, low: Number, high: Number) -> int | None:
    """Return the upper value where both numbers are the ends of one range: "4 to 6", "200-300"."""
    before = previous_word(text, low.start).lower().lstrip(_OPENERS)
    gap = _BETWEEN_GAP if before == "between" else _RANGE_GAP
    if before == "from" or not gap.fullmatch(text, low.end, high.start):
        return None
    if is_year(text, low.start, low.end) and is_year(text, high.start, high.end):
        return None
    value = int(high.value)
    return value if _low_value(low, high) < value else None


def _low_value(low: Number, high: Number) -> int:
    """Return the lower end, with the scale of the upper one where it has none: "2 to 3 million"."""
    borrows = low.scale == 1 and high.scale > 1 and low.figure < high.figure and not low.grouped
    return int(low.scaled(high.scale) if borrows else low.value)


def _mention(text: str, low: Number, last: Number, value_max: int | None) -> CountMention | None:
    value = int(low.value) if value_max is None else _low_value(low, last)
    if not 0 < value <= _LARGEST or (value_max or 0) > _LARGEST:
        return None
    strong = _STRONG.match(text, last.end)
    hyphenated = strong is not None and text[last.end] != " "
    if _is_label(text, low) or _is_other(text, low, last, hyphenated=hyphenated):
        return None
    around = read_modifiers(text, low.start, last.end)
    start = around.start
    if next_word(text, around.end).lower() in _MEASURES:
        return None
    if value_max is not None and _BETWEEN.fullmatch(text, max(start - 8, 0), start):
        start -= 8
    end = strong.end() if strong is not None and hyphenated else around.end
    plain = around.qualifier is Qualifier.EXACT and not around.further
    if _is_bare_noncount(text, low, last) if plain else _is_qualified_year(text, low, around.start):
        return None
    return CountMention(
        span=Span(start, end),
        core=Span(low.start, last.end),
        value=value,
        value_max=value_max,
        qualifier=around.qualifier,
        further=around.further,
        strong=hyphenated,
        qualified=around.qualified,
    )


def _is_label(text: str, number: Number) -> bool:
    """Tell whether what stands before the number makes it a part of a name, a date or another token."""
    start = number.start
    if start == 0:
        return False
    left = text[start - 1]
    if left.isalnum() or left in _CURRENCY_SIGNS:
        return True
    if left in "-‑.,:'’" and start > 1 and (text[start - 2].isalnum() or left in "'’"):
        return left != ":" or text[start - 2].isdigit()
    before = previous_word(text, start)
    word = before.lower().strip("(“‘\"'[,")
    if word in _NAMED_BY_NUMBER and not before.endswith(","):  # "a police unit, 180 strong"
        if word == "number" and previous_word(text, start - len(before) - 1).lower() in _BEFORE_VERB:
            return False  # "the force is to number 8,000"
        return number.digits or word in {"past", "aged", "age"}
    dated = before.rstrip(".,") in _MONTHS and number.digits and number.value <= 31
    return dated and not _is_counted_in_month(text, number, before)


def _is_counted_in_month(text: str, number: Number, month: str) -> bool:
    """Tell "in June 10 officers left", which counts officers, from "on June 10 officers left"."""
    follower = next_word(text, number.end)
    counted = follower.islower() and follower not in _FUNCTION
    return counted and previous_word(text, number.start - len(month) - 1).lower() == "in"


def _is_other(text: str, low: Number, last: Number, *, hyphenated: bool) -> bool:
    """Tell whether what stands behind the number makes it a share, a measure, a time, a vote or a date."""
    end = last.end
    right = text[end : end + 1]
    digit_next = text[end + 1 : end + 2].isdigit()
    if right.isalnum() or right in {"/", "_", "°"} or (digit_next and right in {":", "-", "–", "‑"}):
        return True
    if _HYPHENATED.match(text, end) and not hyphenated and not text.startswith(("-odd", "-plus"), end):
        return True
    follower = next_word(text, end)
    dated = follower in _MONTHS and last.digits and last.value <= 31
    return (
        dated
        or follower.lower().replace("’", "'") in _MEASURES
        or _PERCENT.match(text, end) is not None
        or (last is low and last.digits and _is_section(text, low))
    )


def _is_section(text: str, number: Number) -> bool:
    line_start = number.start == 0 or text[number.start - 1] == "\n"
    return line_start and number.value < 100 and _SECTION.match(text, number.end) is not None


def _is_bare_noncount(text: str, low: Number, last: Number) -> bool:
    """Tell whether an unqualified number is a year, an age, a score or the pronoun "one"."""
    if low is last and is_year(text, low.start, low.end):
        return True
    if low.digits and low.value <= 120 and text[max(low.start - 2, 0) : low.start] == ", ":
        named = previous_word(text, low.start - 1).rstrip(",")
        if named != named.lower() and _AGE_AFTER.match(text, low.end):
            return True
    if low.digits and text[max(low.start - 1, 0) : low.start] == "(" and text[low.end : low.end + 1] == ")":
        return previous_word(text, low.start - 1)[:1].isupper() and low.value <= 120
    printed = text[low.start : last.end].lower()
    return low is last and printed == "one" and not _is_numeral_one(text, low)


def _is_qualified_year(text: str, number: Number, start: int) -> bool:
    """Tell "until at least 2027" from "at least 2027 officers"."""
    before = previous_word(text, start).lower()
    return before in _YEAR_BEFORE and number.scale == 1 and is_year(text, number.start, number.end)


def _is_numeral_one(text: str, number: Number) -> bool:
    before = previous_word(text, number.start).lower().strip("(“‘\"'[")
    follower = next_word(text, number.end)
    if before in _BEFORE_ONE or not follower or not follower[0].islower():
        return False
    return follower not in _PRONOUN_FOLLOWERS and text[number.end] == " "
