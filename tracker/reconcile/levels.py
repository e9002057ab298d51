"""What a donor has promised in all: restated levels, what comes on top, and totals that check them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.reconcile.model import Pledge
from tracker.reconcile.sums import TOLERANCE
from tracker.vocab import Money, PledgeKind, PledgeStatus


@dataclass(frozen=True, slots=True)
class LevelPart:
    """A plain sum that a level rests on, or (``additional``) one that was added: its pledge, day and sum."""

    thing: str
    amount: Decimal
    day: date | None
    additional: bool


@dataclass(frozen=True, slots=True)
class MoneyLevel:
    """The money of one donor for one recipient (None: the mission) in one status and currency.

    ``parts`` are what it adds up, in the order of their days; ``claims`` the ids of the claims that these
    rest on. ``told_total`` is what the latest running total in the same status and currency says (None where
    none is told); ``agrees`` tells whether it is, within 1 %, what had been promised by its day, and
    ``total_thing`` is the content key of its pledge.
    """

    mission: str | None
    donor: str | None
    recipient: str | None
    status: PledgeStatus
    currency: str
    amount: Decimal
    parts: tuple[LevelPart, ...] = ()
    claims: tuple[int, ...] = ()
    told_total: Decimal | None = None
    agrees: bool | None = None
    total_thing: str | None = None

    def in_words(self) -> str:
        """Return it as printed: ``300000000 USD = 200000000 of 2023-11-10 + 100000000 further …``."""
        listed = " + ".join(map(_part_in_words, self.parts))
        return f"{Money(self.amount, self.currency).number()} {self.currency} = {listed}"


@dataclass(frozen=True, slots=True)
class Exceeded:
    """A running total that the sums told up to its day exceed: the total, the sums, and what they come to."""

    total: Pledge
    parts: tuple[Pledge, ...]
    amount: Money


_Key = tuple[str | None, str | None, str | None, PledgeStatus, str]


def money_levels(pledges: Iterable[Pledge]) -> tuple[MoneyLevel, ...]:
    """Return the levels, sorted.

    In the order of their days a plain sum restates the level where it is larger and lies within it where
    it is not; a further one is added; a total is never added. The parts of one whole are one sum. Statuses
    and currencies are never mixed.
    """
    plain, totals = _grouped(pledges)
    found = [_level(key, group, totals.get(key, ())) for key, group in plain.items()]
    return tuple(sorted(found, key=lambda each: [part or "" for part in _text(each)]))


def exceeded_totals(pledges: Iterable[Pledge]) -> list[Exceeded]:
    """Return the running totals of known donors that the sums told up to their day exceed by over 1 %."""
    plain, totals = _grouped(pledges)
    found = []
    for key, group in totals.items():
        if key[1] is None:
            continue
        for total in group:
            parts = _resting_on(plain.get(key, ()), until=_day(total))
            amount = _sum(parts)
            if total.amount is not None and amount * (1 - TOLERANCE) > total.amount.amount:
                found.append(Exceeded(total, tuple(parts), Money(amount, total.amount.currency)))
    return found


def _grouped(
    pledges: Iterable[Pledge],
) -> tuple[dict[_Key, list[Pledge]], dict[_Key, list[Pledge]]]:
    """Return the plain sums and the totals of each donor, recipient, status and currency."""
    plain: dict[_Key, list[Pledge]] = defaultdict(list)
    totals: dict[_Key, list[Pledge]] = defaultdict(list)
    for pledge in pledges:
        if pledge.kind is PledgeKind.MONEY and pledge.amount is not None:
            key = pledge.mission, pledge.donor, pledge.recipient, pledge.status, pledge.amount.currency
            (totals if pledge.total else plain)[key].append(pledge)
    return plain, totals


def _level(key: _Key, pledges: Sequence[Pledge], totals: Sequence[Pledge]) -> MoneyLevel:
    parts = _resting_on(pledges)
    latest = max(totals, key=lambda each: (_day(each), each.content_key), default=None)
    told = None if latest is None or latest.amount is None else latest.amount.amount
    by_then = None if latest is None else _sum(_resting_on(pledges, until=_day(latest)))
    return MoneyLevel(
        *key,
        amount=_sum(parts),
        parts=tuple(
            LevelPart(each.content_key, _amount(each), _known_day(each), each.additional) for each in parts
        ),
        claims=tuple(sorted({claim for each in parts for claim in each.claims})),
        told_total=told,
        agrees=None if told is None or by_then is None else _within(by_then, told),
        total_thing=None if latest is None else latest.content_key,
    )


def _resting_on(pledges: Sequence[Pledge], until: date = date.max) -> list[Pledge]:
    """Return the pledges that the level up to a day rests on, in the order of their days."""
    level: list[Pledge] = []
    for step in _steps(each for each in pledges if _day(each) <= until):
        if step[0].additional:
            level += step
        elif _sum(step) > _sum(level):
            level = step
    return level


def _steps(pledges: Iterable[Pledge]) -> list[list[Pledge]]:
    """Return the sums in the order of their days; the plain parts of one whole are one."""
    steps: dict[tuple[str, str], list[Pledge]] = defaultdict(list)
    for each in sorted(pledges, key=_order):
        whole = "" if each.additional else each.part_of or ""
        steps[whole, "" if whole else each.content_key].append(each)
    return sorted(steps.values(), key=lambda step: _order(step[0]))


def _order(pledge: Pledge) -> tuple[date, bool, str]:
    return _day(pledge), pledge.additional, pledge.content_key


def _day(pledge: Pledge) -> date:
    """Return the day it was announced, else that of the first source, else the last of all days."""
    return _known_day(pledge) or date.max


def _known_day(pledge: Pledge) -> date | None:
    return pledge.first_seen if pledge.announced_on is None else pledge.announced_on.first


def _amount(pledge: Pledge) -> Decimal:
    return Decimal(0) if pledge.amount is None else pledge.amount.amount


def _sum(pledges: Iterable[Pledge]) -> Decimal:
    return sum(map(_amount, pledges), Decimal(0))


def _within(amount: Decimal, told: Decimal) -> bool:
    return abs(amount - told) <= TOLERANCE * max(amount, told)


def _part_in_words(part: LevelPart) -> str:
    amount = Money(part.amount, "").number()
    told = "" if part.day is None else f" of {part.day.isoformat()}"
    return f"{amount}{' further' if part.additional else ''}{told}"


def _text(level: MoneyLevel) -> list[str | None]:
    return [level.mission, level.donor, level.recipient, level.status.value, level.currency]
