"""Which claims tell of one contingent, and what it is."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tracker.claims import DeploymentClaim
from tracker.reconcile.clusters import Cluster, gather
from tracker.reconcile.counting import (
    accounts,
    can_be_equal,
    exactness,
    unit_of,
    units_agree,
)
from tracker.reconcile.disputed import (
    Candidate,
    a_day_apart,
    candidates,
    linked,
    news_of_the_day,
    of_one_day,
    settled,
)
from tracker.reconcile.evidence import Evidence, may_coincide, newest_first, precision_rank, support
from tracker.reconcile.further import Traits, days_clash, grade, marked, told_apart
from tracker.reconcile.model import Contradiction, Deployment
from tracker.reconcile.preference import ruling
from tracker.reconcile.times import dated
from tracker.vocab import Basis, DisputedField, PartialDate, RecordKind, Unit


@dataclass(eq=False, slots=True)
class Sent:
    """One deployment claim; ``contributor`` is resolved."""

    evidence: Evidence
    claim: DeploymentClaim
    contributor: str | None

    @property
    def when(self) -> PartialDate | None:
        """Return the day of the move."""
        return self.claim.date

    @property
    def additional(self) -> bool:
        """Tell whether they come on top of others."""
        return self.claim.additional

    @property
    def is_level(self) -> bool:
        """Tell whether the number is of all there are."""
        return self.claim.basis is Basis.LEVEL or self.claim.total


@dataclass(slots=True)
class _Traits(Traits):
    claim: DeploymentClaim | None = None
    unit: Unit = Unit.UNKNOWN


class _SameContingent:
    """Contingent claims of one mission, contributor and status."""

    def __init__(self, apart: set[Hashable]) -> None:
        self.apart = apart

    def rank(self, item: Sent) -> tuple[bool, int]:
        return item.claim.count is None, precision_rank(item.when)

    def likeness(self, item: Sent) -> Iterable[Hashable]:
        return marked(item, _likeness(item), self.apart)

    def handles(self, item: Sent) -> Iterable[Hashable]:
        return [None, item.claim.count]

    def lookups(self, item: Sent) -> Iterable[Hashable]:
        return [item.claim.count]

    def fit(self, item: Sent, cluster: Cluster[Sent]) -> int:
        return grade(item, cluster.traits)

    def asks(self, item: Sent) -> Hashable:
        return item.claim.count, item.when, item.evidence.published, item.additional

    def brings(self, item: Sent) -> PartialDate | None:
        return item.when

    def clash(self, left: PartialDate | None, right: PartialDate | None) -> bool:
        return days_clash(left, right)

    def update(self, cluster: Cluster[Sent], item: Sent) -> None:
        cluster.traits = cluster.traits or _Traits()
        cluster.traits.note(item)


def _likeness(item: Sent) -> list[Hashable]:
    return [(item.claim.count, item.when)]


def contingents(
    sent: Sequence[Sent],
) -> tuple[list[tuple[Deployment, list[Sent]]], list[Sent], list[Contradiction]]:
    """Return the contingents with their claims, the claims that fit several, and what sources disagree on.

    ``sent`` are the contingent claims of one mission, contributor and status.
    """
    outcome = gather(sent, _SameContingent(told_apart(sent, _likeness)))
    for cluster in outcome.clusters:
        _note_number(cluster)
    found = candidates(outcome.clusters, lambda cluster: cluster.traits.when)
    found = of_one_day(found, _may_be, _alike)
    found = a_day_apart(found, _alike)
    found = news_of_the_day(found, _may_be)
    found = linked(found, _corrections(found))
    members, unclear = settled(found, outcome.undecided)
    things: list[tuple[Deployment, list[Sent]]] = []
    disputes: list[Contradiction] = []
    for said in members:
        thing, contradictions = _contingent(said)
        things.append((thing, said))
        disputes += contradictions
    return things, unclear, disputes


def _note_number(cluster: Cluster[Sent]) -> None:
    cluster.traits.claim = min((item.claim for item in cluster.members), key=exactness)
    cluster.traits.unit = unit_of(cluster.members)


def _may_be(left: Candidate[Sent], right: Candidate[Sent]) -> bool:
    """Tell whether two may be one contingent, in dispute or not."""
    return all(
        units_agree(ours.unit, theirs.unit)
        and ours.claim.count is not None
        and theirs.claim.count is not None
        and (ours.additional == theirs.additional or can_be_equal(ours.claim, theirs.claim))
        for ours in left.traits
        for theirs in right.traits
    )


def _alike(left: Candidate[Sent], right: Candidate[Sent]) -> bool:
    """Tell whether two may be one contingent, and some of their numbers one number."""
    return _may_be(left, right) and any(
        can_be_equal(ours.claim, theirs.claim) for ours in left.traits for theirs in right.traits
    )


def _corrections(found: Sequence[Candidate[Sent]]) -> Iterator[tuple[Candidate[Sent], Candidate[Sent]]]:
    """Yield each with the only other contingent of the number that it takes back."""
    numbered: dict[int, list[Candidate[Sent]]] = {}
    for each in found:
        for number in {item.claim.count for item in each.members if item.claim.count is not None}:
            numbered.setdefault(number, []).append(each)
    for each in found:
        for old in {
            item.claim.corrected_from for item in each.members if item.claim.corrected_from is not None
        }:
            others = [other for other in numbered.get(old, ()) if _can_correct(each, other)]
            if len(others) == 1 and others[0] is not each:
                yield each, others[0]


def _can_correct(new: Candidate[Sent], old: Candidate[Sent]) -> bool:
    return all(
        may_coincide(ours.when, ours.published, theirs.when, theirs.published)
        for ours in new.traits
        for theirs in old.traits
    )


def _contingent(said: Sequence[Sent]) -> tuple[Deployment, list[Contradiction]]:
    numbers = accounts(said)
    days, when = dated(said, lambda item: item.claim.date)
    number, day = ruling(numbers), ruling(days)
    if number is not None:
        leading: Sequence[Sent] = number.leading.members
    else:
        leading = numbers[0].members if numbers else said
    lead = min(
        (item for item in leading if item.claim.count == leading[0].claim.count),
        key=lambda item: (exactness(item.claim), newest_first(item)),
    )
    if day is not None:
        when = PartialDate.parse(day.leading.said)
    headline = min(
        (item for item in leading if item.claim.count == lead.claim.count),
        key=lambda item: (item.claim.date != when, exactness(item.claim), newest_first(item)),
    )
    thing = Deployment(
        **support(said, headline, Basis.CONTINGENT),
        mission=lead.claim.mission,
        contributor=lead.contributor,
        basis=Basis.CONTINGENT,
        count=lead.claim.count,
        count_max=lead.claim.count_max,
        qualifier=lead.claim.qualifier,
        unit=unit_of(said),
        status=lead.claim.status,
        date=when,
        total=False,
        additional=any(item.claim.additional for item in said),
    )
    rulings = ((number, DisputedField.COUNT), (day, DisputedField.DATE))
    return thing, [each.on(RecordKind.DEPLOYMENT, thing, of) for each, of in rulings if each is not None]
