"""Which pledge claims tell of one pledge, and what that pledge is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tracker.claims import Mention, PledgeClaim
from tracker.reconcile.clusters import Cluster, gather
from tracker.reconcile.evidence import (
    Evidence,
    finest,
    most_told,
    newest_first,
    precision_rank,
    support,
)
from tracker.reconcile.further import Traits, days_clash, grade, marked, told_apart
from tracker.reconcile.model import Pledge, PledgeFlow
from tracker.reconcile.stages import Stage, joined
from tracker.reconcile.sums import digits, same_sums
from tracker.vocab import Money, PartialDate, PledgeKind, PledgeStatus, Purpose

_COURSE = (PledgeStatus.OFFERED, PledgeStatus.COMMITTED, PledgeStatus.DELIVERED)

_Group = tuple[str | None, str | None, str | None, PledgeKind, bool]  # mission, donor, recipient, kind, total
Meaning = Callable[[Evidence, Mention | None], str | None]


@dataclass(eq=False, slots=True)
class _Said:
    """One pledge claim, its names resolved; ``sums`` stand for those it names in any currency."""

    evidence: Evidence
    claim: PledgeClaim
    sums: frozenset[Money] = frozenset()

    @property
    def when(self) -> PartialDate | None:
        return self.claim.announced_on

    @property
    def additional(self) -> bool:
        return self.claim.additional


@dataclass(slots=True)
class _Traits(Traits):
    sums: set[Money] = field(default_factory=set)
    purposes: set[Purpose] = field(default_factory=set)


class _SamePledge:
    """Claims of one mission, donor, recipient, kind and status; totals and plain sums are parted before."""

    def __init__(self, apart: set[Hashable]) -> None:
        self.apart = apart

    def rank(self, item: _Said) -> tuple[bool, int, bool]:
        return not item.sums, precision_rank(item.when), not item.sums and not item.claim.purposes

    def likeness(self, item: _Said) -> Iterable[Hashable]:
        return marked(item, _likeness(item), self.apart)

    def handles(self, item: _Said) -> Iterable[Hashable]:
        return [None, *item.sums]

    def lookups(self, item: _Said) -> Iterable[Hashable]:
        return item.sums or [None]

    def fit(self, item: _Said, cluster: Cluster[_Said]) -> int:
        if not item.sums and not _same_without_sum(item, cluster.traits):
            return 0
        return grade(item, cluster.traits)

    def brings(self, item: _Said) -> PartialDate | None:
        return item.when

    def clash(self, left: PartialDate | None, right: PartialDate | None) -> bool:
        return days_clash(left, right)

    def update(self, cluster: Cluster[_Said], item: _Said) -> None:
        traits = cluster.traits = cluster.traits or _Traits()
        traits.note(item)
        traits.sums |= item.sums
        traits.purposes |= set(item.claim.purposes)


def _likeness(item: _Said) -> list[Hashable]:
    if item.sums:
        return [(each, item.when) for each in item.sums]
    return [(frozenset(item.claim.purposes), item.when)]


def _same_without_sum(item: _Said, traits: _Traits) -> bool:
    """Tell whether a claim that names no sum is otherwise the same."""
    purposes = set(item.claim.purposes)
    if not traits.sums:
        return purposes == traits.purposes or not purposes or not traits.purposes
    return not traits.purposes or purposes <= traits.purposes


def pledges(
    evidence: Iterable[Evidence], meaning: Meaning, currency_of: Callable[[str | None], str | None]
) -> tuple[list[Pledge], list[Evidence]]:
    """Return the pledges that the claims come to, and the claims that fit several alike.

    ``meaning`` gives the canonical name of a mention, ``currency_of`` a state's own currency.
    """
    groups: dict[_Group, list[_Said]] = defaultdict(list)
    for each in evidence:
        claim = each.sourced.claim
        assert isinstance(claim, PledgeClaim)  # noqa: S101
        donor, recipient = meaning(each, claim.donor), meaning(each, claim.recipient)
        groups[claim.mission, donor, recipient, claim.kind, claim.total].append(_Said(each, claim))
    found: list[Pledge] = []
    undecided: list[Evidence] = []
    for (_, donor, recipient, *_), said in groups.items():
        _name_sums(said)
        stages: list[Stage[_Said]] = []
        for status in PledgeStatus:
            of_status = [item for item in said if item.claim.status is status]
            outcome = gather(of_status, _SamePledge(told_apart(of_status, _likeness)))
            stages += [Stage(status, each, _stage_keys(each.traits)) for each in outcome.clusters]
            undecided += [item.evidence for item in outcome.undecided]
        found += [_pledge(members, donor, recipient, currency_of) for members in joined(stages)]
    return found, undecided


def _stage_keys(traits: _Traits) -> frozenset[Hashable]:
    return frozenset(traits.sums) if traits.sums else frozenset([frozenset(traits.purposes)])


def _stated(claim: PledgeClaim) -> list[Money]:
    return ([] if claim.amount is None else [claim.amount]) + list(claim.equivalents)


def _name_sums(said: Sequence[_Said]) -> None:
    figure = same_sums(each for item in said for each in _stated(item.claim))
    for item in said:
        item.sums = frozenset(figure[each] for each in _stated(item.claim))


def _pledge(
    said: Sequence[_Said],
    donor: str | None,
    recipient: str | None,
    currency_of: Callable[[str | None], str | None],
) -> Pledge:
    first = said[0].claim
    amount, equivalents = _headline_sums(said, currency_of(donor))
    stated = [each for each in (amount, *equivalents) if each is not None]
    status = _status(said)
    headline = min(
        said,
        key=lambda item: (
            item.claim.status is not status,
            amount not in _stated(item.claim),
            newest_first(item),
        ),
    )
    return Pledge(
        **support(said, headline),
        mission=first.mission,
        donor=donor,
        recipient=recipient,
        kind=first.kind,
        amount=amount,
        equivalents=equivalents,
        amount_usd=next((each.amount for each in stated if each.currency == "USD"), None),
        status=status,
        flows=_flows(said),
        purposes=tuple(each for each in Purpose if any(each in item.claim.purposes for item in said)),
        announced_on=finest(item.when for item in said),
        total=first.total,
        additional=any(item.claim.additional for item in said),
    )


def _headline_sums(said: Sequence[_Said], own: str | None) -> tuple[Money | None, tuple[Money, ...]]:
    """Return the sum in the donor's own currency, else in the one most told, and the sums in the others."""
    leading: dict[str, list[_Said]] = defaultdict(list)
    votes: dict[str, dict[Decimal, list[_Said]]] = defaultdict(lambda: defaultdict(list))
    for item in said:
        if item.claim.amount is not None:
            leading[item.claim.amount.currency].append(item)
        for each in _stated(item.claim):
            votes[each.currency][each.amount].append(item)
    if not leading:
        return None, ()
    currency = own if own in votes else most_told(leading, lambda each: each)
    sums = {
        each: most_told(amounts, lambda amount: (-digits(amount), amount)) for each, amounts in votes.items()
    }
    money = [Money(amount, each) for each, amount in sorted(sums.items()) if amount is not None]
    return (
        next(each for each in money if each.currency == currency),
        tuple(each for each in money if each.currency != currency),
    )


def _status(said: Sequence[_Said]) -> PledgeStatus:
    """Return where the pledge stands: the furthest it is said to have come, unless withdrawn since."""
    taken_back = [_day(item) for item in said if item.claim.status is PledgeStatus.WITHDRAWN]
    since = max(taken_back, default=None)
    if since is not None:
        said = [item for item in said if item.when is not None and item.when.first > since]
    reached = {item.claim.status for item in said} & set(_COURSE)
    return max(reached, key=_COURSE.index, default=PledgeStatus.WITHDRAWN)


def _day(item: _Said) -> date:
    """Return the day that a status is said of: its own, else the publication; the earliest where unknown."""
    return item.when.first if item.when is not None else item.evidence.published or date.min


def _flows(said: Sequence[_Said]) -> tuple[PledgeFlow, ...]:
    """Return one flow for each status that any claim says, in the course of a pledge."""
    flows = []
    for status in PledgeStatus:
        of_status = [item for item in said if item.claim.status is status]
        if of_status:
            amount, _ = _headline_sums(of_status, None)
            flows.append(PledgeFlow(status, amount, finest(item.when for item in of_status)))
    return tuple(flows)
