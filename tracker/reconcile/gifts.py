"""What a pledge is, of all that was said of it: its sum, its status, its flows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.claims import PledgeClaim
from tracker.reconcile.clusters import connected
from tracker.reconcile.evidence import Evidence, finest, most_told, newest_first, support
from tracker.reconcile.model import Contradiction, Pledge, PledgeFlow, come_so_far
from tracker.reconcile.preference import Account, Ruling, ruling
from tracker.reconcile.stages import Stage
from tracker.reconcile.sums import TOLERANCE, digits
from tracker.reconcile.times import dated
from tracker.vocab import DisputedField, Money, PartialDate, PledgeStatus, Purpose, RecordKind

UNROUNDED = 3
"""Digits before its zeros from which a sum is no round one."""

_COURSE = (PledgeStatus.OFFERED, PledgeStatus.COMMITTED, PledgeStatus.DELIVERED)


@dataclass(eq=False, slots=True)
class Given:
    """One pledge claim; ``sums`` stand for those it names, ``corrected`` for the one that it takes back."""

    evidence: Evidence
    claim: PledgeClaim
    sums: frozenset[Money] = frozenset()
    corrected: Money | None = None

    @property
    def when(self) -> PartialDate | None:
        """Return the day it was announced."""
        return self.claim.announced_on

    @property
    def additional(self) -> bool:
        """Tell whether it comes on top of others."""
        return self.claim.additional

    @property
    def stated(self) -> list[Money]:
        """Return the sums as stated, the claim's own first."""
        return ([] if self.claim.amount is None else [self.claim.amount]) + list(self.claim.equivalents)

    @property
    def taken_back(self) -> Money | None:
        """Return the sum that the source takes back for this one."""
        if self.claim.corrected_from is None or self.claim.amount is None:
            return None
        return Money(self.claim.corrected_from, self.claim.amount.currency)


def pledge(
    whole: Sequence[Stage[Given]],
    partial: Sequence[Stage[Given]],
    donor: str | None,
    recipient: str | None,
    own: str | None,
) -> tuple[Pledge, list[Contradiction]]:
    """Return a pledge of its stages, and what sources disagree on.

    ``whole`` are the stages that speak of all of it, ``partial`` those that a text says are of a part;
    ``own`` is the donor's own currency.
    """
    said = [item for stage in whole for item in stage.members]
    everything = [*said, *(item for stage in partial for item in stage.members)]
    money = ruling(_accounts(said, own))
    leading: Sequence[Given] = said if money is None else money.leading.members
    amount, equivalents = _headline_sums(leading, own)
    flows = _flows([*whole, *_parts(partial)], leading, amount)
    status = _status(everything, _covered(whole, flows, amount))
    day, announced = _announced(said)
    headline = min(
        everything,
        key=lambda item: (item.claim.status is not status, amount not in item.stated, newest_first(item)),
    )
    first = said[0].claim
    thing = Pledge(
        **support(everything, headline),
        mission=first.mission,
        donor=donor,
        recipient=recipient,
        kind=first.kind,
        amount=amount,
        equivalents=equivalents,
        amount_usd=_dollars(amount, equivalents),
        status=status,
        flows=flows,
        purposes=tuple(each for each in Purpose if any(each in item.claim.purposes for item in everything)),
        announced_on=announced,
        total=first.total,
        additional=any(item.claim.additional for item in said),
    )
    rulings = ((money, DisputedField.AMOUNT), (day, DisputedField.DATE))
    return thing, [each.on(RecordKind.PLEDGE, thing, of) for each, of in rulings if each is not None]


def _dollars(amount: Money | None, equivalents: Sequence[Money]) -> Decimal | None:
    stated = [each for each in (amount, *equivalents) if each is not None]
    return next((each.amount for each in stated if each.currency == "USD"), None)


def _accounts(said: Sequence[Given], own: str | None) -> list[Account[Given]]:
    """Return what the claims say of the sum, those together that agree in any currency.

    They are compared in the currency that most of them name, the donor's own before others.
    """
    groups = connected([item for item in said if item.sums], lambda item: item.sums)
    named = Counter(
        currency for group in groups for currency in {each.currency for item in group for each in item.sums}
    )
    if not named:
        return []
    currency = min(named, key=lambda each: (-named[each], each != own, each != "USD", each))
    told = [(sum_in, group) for group in groups if (sum_in := _sum_in(group, currency)) is not None]
    names = {id(group): _printed(amount) for amount, group in told}
    takes_back: dict[int, dict[str, list[Given]]] = defaultdict(lambda: defaultdict(list))
    unsaid: dict[str, list[Given]] = defaultdict(list)
    for _, group in told:
        for item in group:
            if (
                item.corrected is None
                or item.corrected.currency != currency
                or any(item.corrected in each.sums for each in group)
            ):
                continue
            old = next(
                (names[id(each)] for _, each in told if any(item.corrected in other.sums for other in each)),
                None,
            )
            if old is None:
                old = _printed(item.taken_back or item.corrected)
                unsaid[old].append(item)
            takes_back[id(group)][old].append(item)
    found = [
        Account(
            names[id(group)],
            tuple(group),
            digits(amount.amount) < UNROUNDED,
            takes_back={old: tuple(items) for old, items in takes_back[id(group)].items()},
        )
        for amount, group in told
    ]
    return found + [Account(old, tuple(items)) for old, items in unsaid.items() if old not in names.values()]


def _sum_in(group: Sequence[Given], currency: str) -> Money | None:
    """Return the sum that most tell in a currency, of equals the more exact."""
    votes: dict[Decimal, list[Given]] = defaultdict(list)
    for item in group:
        for each in item.stated:
            if each.currency == currency:
                votes[each.amount].append(item)
    amount = most_told(votes, lambda amount: (-digits(amount), amount))
    return None if amount is None else Money(amount, currency)


def _printed(money: Money) -> str:
    return f"{money.number()} {money.currency}"


def _headline_sums(said: Sequence[Given], own: str | None) -> tuple[Money | None, tuple[Money, ...]]:
    """Return the sum in the donor's own currency, else in the one most told, and the sums in the others."""
    leading: dict[str, list[Given]] = defaultdict(list)
    for item in said:
        if item.claim.amount is not None:
            leading[item.claim.amount.currency].append(item)
    if not leading:
        return None, ()
    currencies = sorted({each.currency for item in said for each in item.stated})
    currency = own if own in currencies else most_told(leading, lambda each: each)
    sums = [money for each in currencies if (money := _sum_in(said, each)) is not None]
    return (
        next(each for each in sums if each.currency == currency),
        tuple(each for each in sums if each.currency != currency),
    )


def _announced(said: Sequence[Given]) -> tuple[Ruling[Given] | None, PartialDate | None]:
    """Return what sources disagree on of the day it was announced, and that day."""
    when = finest(item.when for item in said)
    of_status = {item.claim.status for item in said if item.when == when}
    status = min(of_status, key=list(PledgeStatus).index)
    days, _ = dated([item for item in said if item.claim.status is status], lambda item: item.when)
    ruled = ruling(days)
    return ruled, when if ruled is None else PartialDate.parse(ruled.leading.said)


def _covered(
    whole: Sequence[Stage[Given]], flows: Sequence[PledgeFlow], promised: Money | None
) -> set[PledgeStatus]:
    """Return the statuses that all of the pledge has: the parts told of one may add up to it."""
    covered = {stage.status for stage in whole}
    if promised is None:
        return covered | {flow.status for flow in flows}
    needed = promised.amount * (1 - TOLERANCE)
    return covered | {
        status
        for status in {flow.status for flow in flows}
        if come_so_far((flow for flow in flows if flow.status is status), promised.currency) >= needed
    }


def _status(said: Sequence[Given], covered: set[PledgeStatus]) -> PledgeStatus:
    """Return where the pledge stands: the furthest that all of it has come, unless withdrawn since."""
    said = [item for item in said if item.claim.status in covered]
    taken_back = [_day(item) for item in said if item.claim.status is PledgeStatus.WITHDRAWN]
    since = max(taken_back, default=None)
    if since is not None:
        said = [item for item in said if item.when is not None and item.when.first > since]
    reached = {item.claim.status for item in said} & set(_COURSE)
    return max(reached, key=_COURSE.index, default=PledgeStatus.WITHDRAWN)


def _day(item: Given) -> date:
    """Return the day that a status is said of: its own, else the publication; the earliest where unknown."""
    return item.when.first if item.when is not None else item.evidence.published or date.min


def _flows(
    stages: Sequence[Stage[Given]], leading: Sequence[Given], promised: Money | None
) -> tuple[PledgeFlow, ...]:
    """Return the flows in the course of a pledge, those of one status by day.

    Of a stage on whose sum sources disagree the side counts that leads.
    """
    preferred = {id(item) for item in leading}
    found = []
    for stage in stages:
        members = [item for item in stage.members if id(item) in preferred] or stage.members
        amount, _ = _headline_sums(members, None if promised is None else promised.currency)
        found.append(PledgeFlow(stage.status, amount, finest(item.when for item in stage.members)))
    return tuple(sorted(found, key=_flow_order))


def _parts(partial: Sequence[Stage[Given]]) -> list[Stage[Given]]:
    """Return the stages of parts that count: each with a day, and in a status the newest without."""
    found = [stage for stage in partial if any(item.when for item in stage.members)]
    for status in PledgeStatus:
        undated = [stage for stage in partial if stage.status is status and stage not in found]
        if undated:
            found.append(min(undated, key=lambda stage: min(map(newest_first, stage.members))))
    return found


def _flow_order(flow: PledgeFlow) -> tuple[object, ...]:
    return (
        list(PledgeStatus).index(flow.status),
        flow.on is None,
        flow.on or PartialDate.of_day(date.min),
        (Decimal(0), "") if flow.amount is None else (flow.amount.amount, flow.amount.currency),
    )
