"""Sums of money: every way newspapers write them, with their ranges and their equivalents."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from tracker.claims import Span
from tracker.extract.currencies import Unit, narrowed, unit_before, unit_behind
from tracker.extract.modifiers import read_modifiers
from tracker.extract.numbers import Number, find_numbers, previous_word
from tracker.vocab import Money, Qualifier

_CENT = Decimal("0.01")
_LARGEST = Decimal(10) ** 13  # what the database can hold
_RANGE_GAP = re.compile(r"\s?[-–—]\s?|\s(?:to|or)\s(?:as\smuch\sas\s)?")
_BETWEEN = re.compile(r"\b[Bb]etween\s\Z")
_OF = frozenset({"of", "population"})
_MILLION = 1_000_000
_CARRIED = 160  # characters over which a currency is carried on
# What may stand right behind millions of money: no noun.
_ENDS_SUM = re.compile(
    r"(?:,?\s(?:for|to|towards?|from|and|by|into|so\sfar|of\s(?:it|that|this)|last|this|each|more|was|has|is)\b(?!\speople)"
    r"|\s?[.,;)](?!\d))"
)
_BETWEEN_GAP = re.compile(r"\sand\s")
_ROUGHLY = (
    r"(?:about|around|roughly|some|nearly|almost|approximately|approx\.?"
    r"|over|more\sthan|just\sover|just\sunder|[~≈=])"
)
_OPEN = re.compile(
    rf"\s?[(\[]\s?(?:or\s|i\.e\.,?\s|worth\s|which\sis\s)?"
    rf"(?:(?:the\s)?equivalent\s(?:to|of)\s|equal\sto\s)?(?:{_ROUGHLY}\s?)?"
)
_NEXT = re.compile(rf"\s?[,;/]\s?(?:or\s)?(?:{_ROUGHLY}\s?)?")
_CLOSE = re.compile(
    r"(?:\s(?:at|as|then|today|now|on|or\sso|in\s(?:today|current|total))\b[^()\[\]\n]{0,40})?[)\]]"
)
_APPOSED = re.compile(
    rf"(?:,?\sor\s|,?\s(?:the\s)?equivalent\s(?:to|of)\s|,?\sequal\sto\s|,\s(?={_ROUGHLY}\s)"
    rf"|\s[–—-]\s(?=(?:or\s)?{_ROUGHLY}\s)(?:or\s)?)(?:{_ROUGHLY}\s)?"
)


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """A sum as an article prints it.

    ``span`` covers the whole expression with its qualifying words and bracketed equivalents, ``core``
    the sum (or range) alone. ``high`` is the upper end of a range. ``bare`` says that the currency
    depends on the context ("$", "Sh"): ``money.currency`` then holds the likeliest of ``readings``.
    ``equivalents`` are other expressions of the same sum. ``further`` says that it comes on top. ``carried``
    says that its currency is that of the sum before: "€20 million, France 15 million".
    """

    span: Span
    money: Money
    high: Money | None
    bare: bool
    qualifier: Qualifier
    equivalents: tuple[MoneyMention, ...]
    further: bool
    core: Span
    readings: tuple[str, ...]
    carried: bool = False


@dataclass(frozen=True, slots=True)
class _Sum:
    start: int
    end: int
    unit: Unit
    low: Decimal
    high: Decimal | None = None
    carried: bool = False

    def money(self, amount: Decimal) -> Money:
        amount = amount.quantize(_CENT, ROUND_HALF_UP)
        whole = amount.to_integral()
        return Money(whole if amount == whole else amount, self.unit.readings[0])


def find_money(text: str) -> list[MoneyMention]:
    """Return the sums of money in ``text`` in order; equivalents stand inside the sum they restate.

    Amounts are exact, rounded to two places, positive and under 10^13; a number without a currency is
    no sum.
    """
    sums = [_mention(text, found) for found in _sums(text)]
    mentions: list[MoneyMention] = []
    index = 0
    while index < len(sums):
        others, end = _equivalents(text, sums, index)
        span = Span(sums[index].span.start, end)
        mentions.append(replace(sums[index], span=span, equivalents=others))
        index += 1 + len(others)
    return mentions


def _mention(text: str, found: _Sum) -> MoneyMention:
    around = read_modifiers(text, found.start, found.end)
    between = _BETWEEN.search(text, max(0, found.start - 9), found.start) if found.high is not None else None
    return MoneyMention(
        span=Span(between.start() if between else around.start, around.end),
        money=found.money(found.low),
        high=None if found.high is None else found.money(found.high),
        bare=found.unit.bare,
        qualifier=around.qualifier,
        equivalents=(),
        further=around.further,
        core=Span(found.start, found.end),
        readings=found.unit.readings,
        carried=found.carried,
    )


def _sums(text: str) -> list[_Sum]:
    """Pair numbers with currencies, joining the two ends of a range."""
    sums: list[_Sum] = []
    places = _places(text)
    index = 0
    while index < len(places):
        joined = _range(text, places[index], places[index + 1]) if index + 1 < len(places) else None
        found = joined or _single(text, places[index]) or _carried(text, places[index], sums)
        index += 2 if joined is not None else 1
        if found is not None and 0 < found.low < _LARGEST and (found.high or 0) < _LARGEST:
            sums.append(found)
    return sums


@dataclass(frozen=True, slots=True)
class _Place:
    """A number with the currency beside it, if any; what lies behind ``limit`` belongs to the next one."""

    number: Number
    unit: Unit | None
    limit: int

    @property
    def start(self) -> int:
        return min(self.number.start, self.unit.start) if self.unit else self.number.start

    @property
    def end(self) -> int:
        return max(self.number.end, self.unit.end) if self.unit else self.number.end

    def unit_within(self, unit: Unit | None) -> Unit | None:
        return unit if unit is not None and unit.end <= self.limit else None


def _places(text: str) -> list[_Place]:
    numbers = find_numbers(text)
    before = [unit_before(text, number) for number in numbers]
    starts = [unit.start if unit else number.start for number, unit in zip(numbers, before, strict=True)]
    places = []
    limits = [*starts[1:], len(text)][: len(numbers)]
    for number, unit, limit in zip(numbers, before, limits, strict=True):
        place = _Place(number, unit, limit)
        places.append(place if unit else replace(place, unit=place.unit_within(unit_behind(text, number))))
    return places


def _single(text: str, place: _Place) -> _Sum | None:
    if place.unit is None:
        return None
    unit = place.unit_within(narrowed(text, place.unit, place.end)) or place.unit
    return _Sum(place.start, max(place.end, unit.end), unit, place.number.value)


def _carried(text: str, place: _Place, before: list[_Sum]) -> _Sum | None:
    """Read millions that go on in the currency of the sum before: "€20 million, France 15 million"."""
    number = place.number
    if not before or number.scale < _MILLION or not _ENDS_SUM.match(text, number.end):
        return None
    gap = text[before[-1].end : number.start]
    if (
        len(gap) > _CARRIED
        or "\n" in gap
        or gap.endswith("(")
        or previous_word(text, number.start).lower() in _OF
    ):
        return None
    return _Sum(number.start, number.end, before[-1].unit, number.value, carried=True)


def _range(text: str, low: _Place, high: _Place) -> _Sum | None:
    """Read "$1.5-2 billion", "between $10m and $20m", "10 to 20 million euros"; None where it is no range."""
    unit = _common(low.unit, high.unit)
    before = previous_word(text, low.start).lower().lstrip("(“‘\"'")
    gap = _BETWEEN_GAP if before == "between" else _RANGE_GAP
    if unit is None or before == "from" or not gap.fullmatch(text, low.end, high.start):
        return None
    figures = low.number
    shared = figures.scale == 1 and figures.figure < high.number.figure and not figures.grouped
    low_value = figures.scaled(high.number.scale) if shared else figures.value
    if not low_value < high.number.value:
        return None
    unit = high.unit_within(narrowed(text, unit, high.end)) or unit
    return _Sum(low.start, max(high.end, unit.end), unit, low_value, high.number.value)


def _common(low: Unit | None, high: Unit | None) -> Unit | None:
    """Return the currency of both ends of a range, the more certain of two, or None where they differ."""
    if low is None or high is None:
        return low or high
    if not set(low.readings) & set(high.readings):
        return None
    return min(low, high, key=lambda unit: len(unit.readings))


def _equivalents(text: str, sums: list[MoneyMention], index: int) -> tuple[tuple[MoneyMention, ...], int]:
    """Return the sums behind ``sums[index]`` that restate it, with the end of the whole expression."""
    owner = sums[index]
    others: list[MoneyMention] = []
    at, gap = owner.span.end, _OPEN
    for other in (sums[place] for place in range(index + 1, len(sums))):
        known = (owner, *others)
        if any(_alike(other, one) for one in known) or not gap.fullmatch(text, at, other.core.start):
            break
        others.append(replace(other, span=Span(max(other.span.start, at), other.span.end)))
        closing = _CLOSE.match(text, other.span.end)
        if closing is not None:
            return tuple(others), closing.end()
        at, gap = other.span.end, _NEXT
    return _apposed(text, owner, sums[index + 1 : index + 2])


def _apposed(
    text: str, owner: MoneyMention, behind: list[MoneyMention]
) -> tuple[tuple[MoneyMention, ...], int]:
    for other in behind:
        if not _alike(other, owner) and _APPOSED.fullmatch(text, owner.span.end, other.core.start):
            start = max(other.span.start, owner.span.end)
            return (replace(other, span=Span(start, other.span.end)),), other.span.end
    return (), owner.span.end


def _alike(one: MoneyMention, other: MoneyMention) -> bool:
    return one.money.currency == other.money.currency and one.bare == other.bare
