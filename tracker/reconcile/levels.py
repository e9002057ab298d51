"""What a donor has promised in all: restated levels, and what is said to come on top."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.reconcile.model import Pledge
from tracker.vocab import PledgeKind, PledgeStatus


@dataclass(frozen=True, slots=True, order=True)
class MoneyLevel:
    """The money of one donor for one recipient (None: the mission) in one status and currency."""

    mission: str | None
    donor: str | None
    recipient: str | None
    status: PledgeStatus
    currency: str
    amount: Decimal


def money_levels(pledges: Iterable[Pledge]) -> tuple[MoneyLevel, ...]:
    """Return the levels, sorted.

    In the order of their days a plain sum restates the level where it is larger and lies within it where
    it is not; a further one is added; a total is never added. Statuses and currencies are never mixed.
    """
    groups: dict[tuple[str | None, str | None, str | None, PledgeStatus, str], list[Pledge]] = defaultdict(
        list
    )
    for pledge in pledges:
        if pledge.kind is PledgeKind.MONEY and pledge.amount is not None and not pledge.total:
            key = pledge.mission, pledge.donor, pledge.recipient, pledge.status, pledge.amount.currency
            groups[key].append(pledge)
    found = [MoneyLevel(*key, _level(group)) for key, group in groups.items()]
    return tuple(sorted(found, key=lambda each: [part or "" for part in _text(each)]))


def _text(level: MoneyLevel) -> list[str | None]:
    return [level.mission, level.donor, level.recipient, level.status.value, level.currency]


def _level(pledges: Iterable[Pledge]) -> Decimal:
    level = Decimal(0)
    for pledge in sorted(pledges, key=lambda each: (_day(each), each.additional, each.content_key)):
        amount = Decimal(0) if pledge.amount is None else pledge.amount.amount
        level = level + amount if pledge.additional else max(level, amount)
    return level


def _day(pledge: Pledge) -> date:
    """Return the day it was announced, else that of the first source, else the last of all days."""
    if pledge.announced_on is not None:
        return pledge.announced_on.first
    return pledge.first_seen or date.max
