"""What a donor has promised in all: restated levels, what comes on top, and totals that check them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.reconcile.model import Pledge, come_so_far
from tracker.reconcile.sums import TOLERANCE
from tracker.vocab import Money, PledgeKind, PledgeStatus


@dataclass(frozen=True, slots=True)
class LevelPart:
    """A plain sum that a level rests on, or (``additional``) one that was added: its pledge, sum and day."""

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
        """Return it as printed: ``300 USD = 200 of 2023-11-10 + 100 further of 2024-03-11``."""
        listed = " + ".join(map(_in_words, self.parts))
        return f"{Money(self.amount, self.currency).number()} {self.currency} = {listed}"


@dataclass(frozen=True, slots=True)
class Exceeded:
    """A running total that the sums told up to its day exceed: the total, the sums, and what they come to."""

    total: Pledge
    parts: tuple[Pledge, ...]
    amount: Money


_Key = tuple[str | None, str | None, str | None, PledgeStatus, str]


@dataclass(eq=False, slots=True)
class _Sum:
    """A sum of a pledge in one status: all of it, or the part of it that has come so far.

    It ``stands`` there unless it has come further since; a total has ``grown`` where a further sum is said
    to be in it.
    """

    pledge: Pledge
    amount: Decimal
    known_day: date | None
    stands: bool = True
    grown: bool = False

    @property
    def day(self) -> date:
        """Return the day it was announced, else that of the first source, else the last of all days."""
        return self.known_day or date.max

    @property
    def order(self) -> tuple[date, bool, str]:
        """Return the place in the order of the days; of one day the further sums are last."""
        return self.day, self.pledge.additional, self.pledge.content_key


def money_levels(pledges: Iterable[Pledge]) -> tuple[MoneyLevel, ...]:
    """Return the levels, sorted.

    In the order of their days a plain sum restates the level where it is larger and lies within it where
    it is not; a further one is added; a total is never added. The parts of one whole are one sum. A pledge
    counts in every status that it is said to have had, and what has come of it in part in the status of that
    part; a level is told where anything stands in its status. Statuses and currencies are never mixed.
    """
    plain, totals = _grouped(pledges)
    found = [
        _level(key, sums, totals.get(key, ()))
        for key, sums in plain.items()
        if any(each.stands for each in sums)
    ]
    return tuple(sorted(found, key=lambda each: [part or "" for part in _text(each)]))


def exceeded_totals(pledges: Iterable[Pledge]) -> list[Exceeded]:
    """Return the running totals of known donors that the sums told up to their day exceed by over 1 %."""
    plain, totals = _grouped(pledges)
    found = []
    for key, told in totals.items():
        sums = plain.get(key, ())
        for total in _running(told, sums):
            parts = _resting_on(sums, until=total.day)
            if key[1] is not None and _come_to(parts) * (1 - TOLERANCE) > total.amount:
                summed = Money(_come_to(parts), key[-1])
                found.append(Exceeded(total.pledge, tuple(each.pledge for each in parts), summed))
    return found


def _grouped(pledges: Iterable[Pledge]) -> tuple[dict[_Key, list[_Sum]], dict[_Key, list[_Sum]]]:
    """Return the plain sums and the totals of each donor, recipient, status and currency.

    A whole that is told with its parts is none of these totals: it says nothing of the sums of other texts.
    """
    pledges = list(pledges)
    grown = {each.part_of for each in pledges if each.additional}
    wholes = {each.part_of for each in pledges if not each.additional}
    plain: dict[_Key, list[_Sum]] = defaultdict(list)
    totals: dict[_Key, list[_Sum]] = defaultdict(list)
    for pledge in pledges:
        money = pledge.kind is PledgeKind.MONEY and pledge.content_key not in wholes
        if money and pledge.amount is not None:
            for status, each in _by_status(pledge, pledge.amount):
                key = pledge.mission, pledge.donor, pledge.recipient, status, pledge.amount.currency
                each.grown = pledge.content_key in grown
                (totals if pledge.total else plain)[key].append(each)
    return plain, totals


def _running(totals: Iterable[_Sum], sums: Iterable[_Sum]) -> list[_Sum]:
    """Return the totals that are plainly running ones: of all that the donor has promised so far.

    Such a one is told with a further sum that it includes, or is no less than any single sum up to its day.
    Others are of one announcement alone, or of one purpose.
    """
    sums = list(sums)
    return [
        total
        for total in totals
        if total.grown
        or all(each.amount * (1 - TOLERANCE) <= total.amount for each in sums if each.day <= total.day)
    ]


def _by_status(pledge: Pledge, promised: Money) -> Iterator[tuple[PledgeStatus, _Sum]]:
    """Yield the pledge in every status that it is said to have had, and what has come of it in part.

    What was taken back is neither offered nor committed any more.
    """
    announced = pledge.first_seen if pledge.announced_on is None else pledge.announced_on.first
    yield pledge.status, _Sum(pledge, promised.amount, announced)
    for status in PledgeStatus:
        flows = [each for each in pledge.flows if each.status is status]
        amount = come_so_far(flows, promised.currency)
        if status is pledge.status or not amount:
            continue
        if amount < promised.amount * (1 - TOLERANCE):
            days = [each.on.first for each in flows if each.on is not None]
            yield status, _Sum(pledge, amount, max(days, default=announced))
        elif pledge.status is not PledgeStatus.WITHDRAWN:
            yield status, _Sum(pledge, promised.amount, announced, stands=False)


def _level(key: _Key, sums: Sequence[_Sum], totals: Sequence[_Sum]) -> MoneyLevel:
    parts = _resting_on(sums)
    latest = max(_running(totals, sums), key=lambda each: each.order, default=None)
    by_then = Decimal(0) if latest is None else _come_to(_resting_on(sums, until=latest.day))
    return MoneyLevel(
        *key,
        amount=_come_to(parts),
        parts=tuple(
            LevelPart(each.pledge.content_key, each.amount, each.known_day, each.pledge.additional)
            for each in parts
        ),
        claims=tuple(sorted({claim for each in parts for claim in each.pledge.claims})),
        told_total=None if latest is None else latest.amount,
        agrees=None if latest is None else _about(by_then, latest.amount),
        total_thing=None if latest is None else latest.pledge.content_key,
    )


def _resting_on(sums: Iterable[_Sum], until: date = date.max) -> list[_Sum]:
    """Return the sums that the level up to a day rests on, in the order of their days."""
    level: list[_Sum] = []
    for step in _steps(each for each in sums if each.day <= until):
        if step[0].pledge.additional:
            level = [*level, *step]
        elif _come_to(step) > _come_to(level):
            level = step
    return level


def _steps(sums: Iterable[_Sum]) -> list[list[_Sum]]:
    """Return the sums in the order of their days; the plain parts of one whole are one."""
    steps: dict[tuple[bool, str], list[_Sum]] = defaultdict(list)
    for each in sorted(sums, key=lambda each: each.order):
        whole = None if each.pledge.additional else each.pledge.part_of
        steps[whole is not None, whole or each.pledge.content_key].append(each)
    return sorted(steps.values(), key=lambda step: step[0].order)


def _come_to(sums: Iterable[_Sum]) -> Decimal:
    return sum((each.amount for each in sums), Decimal(0))


def _about(amount: Decimal, told: Decimal) -> bool:
    return abs(amount - told) <= TOLERANCE * max(amount, told)


def _in_words(part: LevelPart) -> str:
    told = "" if part.day is None else f" of {part.day.isoformat()}"
    return f"{Money(part.amount, '').number()}{' further' if part.additional else ''}{told}"


def _text(level: MoneyLevel) -> list[str | None]:
    return [level.mission, level.donor, level.recipient, level.status.value, level.currency]
