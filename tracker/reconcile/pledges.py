"""Which pledge claims tell of one pledge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tracker.claims import Mention, PledgeClaim
from tracker.reconcile.clusters import Cluster, gather
from tracker.reconcile.disputed import Candidate, a_day_apart, candidates, linked, of_one_day, settled
from tracker.reconcile.evidence import Evidence, finest, may_coincide, precision_rank
from tracker.reconcile.flows import partial_stages
from tracker.reconcile.further import Traits, days_clash, grade, marked, told_apart
from tracker.reconcile.gifts import Given, pledge
from tracker.reconcile.model import Contradiction, Pledge
from tracker.reconcile.stages import Stage, joined
from tracker.reconcile.sums import same_sums
from tracker.vocab import Money, PartialDate, PledgeKind, PledgeStatus, Purpose

_Group = tuple[str | None, str | None, str | None, PledgeKind, bool]  # mission, donor, recipient, kind, total
Meaning = Callable[[Evidence, Mention | None], str | None]


@dataclass(slots=True)
class _Traits(Traits):
    sums: set[Money] = field(default_factory=set)
    purposes: set[Purpose] = field(default_factory=set)


class _SamePledge:
    """Claims of one mission, donor, recipient, kind and status; totals and plain sums are parted before."""

    def __init__(self, apart: set[Hashable]) -> None:
        self.apart = apart

    def rank(self, item: Given) -> tuple[bool, int, bool]:
        return not item.sums, precision_rank(item.when), not item.sums and not item.claim.purposes

    def likeness(self, item: Given) -> Iterable[Hashable]:
        return marked(item, _likeness(item), self.apart)

    def handles(self, item: Given) -> Iterable[Hashable]:
        return [None, *item.sums]

    def lookups(self, item: Given) -> Iterable[Hashable]:
        return item.sums or [None]

    def fit(self, item: Given, cluster: Cluster[Given]) -> int:
        if not item.sums and not _same_without_sum(item, cluster.traits):
            return 0
        return grade(item, cluster.traits)

    def asks(self, item: Given) -> Hashable:
        purposes = frozenset(item.claim.purposes)
        return item.sums, purposes, item.when, item.evidence.published, item.additional

    def brings(self, item: Given) -> PartialDate | None:
        return item.when

    def clash(self, left: PartialDate | None, right: PartialDate | None) -> bool:
        return days_clash(left, right)

    def update(self, cluster: Cluster[Given], item: Given) -> None:
        traits = cluster.traits = cluster.traits or _Traits()
        traits.note(item)
        traits.sums |= item.sums
        traits.purposes |= set(item.claim.purposes)


def _likeness(item: Given) -> list[Hashable]:
    if item.sums:
        return [(each, item.when) for each in item.sums]
    return [(frozenset(item.claim.purposes), item.when)]


def _same_without_sum(item: Given, traits: _Traits) -> bool:
    """Tell whether a claim that names no sum is otherwise the same."""
    purposes = set(item.claim.purposes)
    if not traits.sums:
        return purposes == traits.purposes or not purposes or not traits.purposes
    return not traits.purposes or purposes <= traits.purposes


@dataclass(slots=True)
class Pledges:
    """The pledges, the claims that fit several alike, and what sources disagree on."""

    things: list[Pledge] = field(default_factory=list)
    unclear: list[Evidence] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)


def pledges(
    evidence: Iterable[Evidence], meaning: Meaning, currency_of: Callable[[str | None], str | None]
) -> Pledges:
    """Return what the pledge claims come to.

    ``meaning`` gives the canonical name of a mention, ``currency_of`` a state's own currency.
    """
    groups: dict[_Group, list[Given]] = defaultdict(list)
    for each in evidence:
        claim = each.sourced.claim
        assert isinstance(claim, PledgeClaim)  # noqa: S101
        donor, recipient = meaning(each, claim.donor), meaning(each, claim.recipient)
        groups[claim.mission, donor, recipient, claim.kind, claim.total].append(Given(each, claim))
    found = Pledges()
    for (_, donor, recipient, _, total), given in groups.items():
        _name_sums(given)
        stages: list[Stage[Given]] = []
        for status in PledgeStatus:
            of_status, unclear = _of_status([item for item in given if item.claim.status is status])
            stages += [Stage(status, traits, members, _stage_keys(traits)) for traits, members in of_status]
            found.unclear += [item.evidence for item in unclear]
        parts = {} if total else partial_stages(stages)
        flowing: dict[int, list[Stage[Given]]] = defaultdict(list)
        for place, whole in parts.items():
            flowing[id(whole)].append(stages[place])
        for course in joined(stage for place, stage in enumerate(stages) if place not in parts):
            partial = [each for stage in course for each in flowing[id(stage)]]
            thing, disputes = pledge(course, partial, donor, recipient, currency_of(donor))
            found.things.append(thing)
            found.contradictions += disputes
    return found


def _of_status(given: Sequence[Given]) -> tuple[list[tuple[_Traits, list[Given]]], list[Given]]:
    """Return what was said of each pledge in one status, and the claims that fit several alike."""
    outcome = gather(given, _SamePledge(told_apart(given, _likeness)))
    found = candidates(outcome.clusters, lambda cluster: cluster.traits.when)
    found = of_one_day(found, _may_be, _alike)
    found = a_day_apart(found, _alike)
    found = linked(found, _corrections(found))
    members, unclear = settled(found, outcome.undecided)
    return [(_joint(each.traits), items) for each, items in zip(found, members, strict=True)], unclear


def _joint(traits: Sequence[_Traits]) -> _Traits:
    """Return what clusters of one pledge say together."""
    published = [each.published for each in traits]
    return _Traits(
        when=finest(each.when for each in traits),
        published=None if None in published else max(each for each in published if each is not None),
        additional=any(each.additional for each in traits),
        sums={each for one in traits for each in one.sums},
        purposes={each for one in traits for each in one.purposes},
    )


def _may_be(left: Candidate[Given], right: Candidate[Given]) -> bool:
    """Tell whether two may be one pledge, in dispute or not: none a further one or for another thing."""
    return all(
        bool(ours.sums and theirs.sums)
        and ours.additional == theirs.additional
        and not (ours.purposes and theirs.purposes and ours.purposes.isdisjoint(theirs.purposes))
        for ours in left.traits
        for theirs in right.traits
    )


def _alike(left: Candidate[Given], right: Candidate[Given]) -> bool:
    """Tell whether two may be one pledge, and have a sum in common."""
    return _may_be(left, right) and any(
        not ours.sums.isdisjoint(theirs.sums) for ours in left.traits for theirs in right.traits
    )


def _corrections(found: Sequence[Candidate[Given]]) -> Iterator[tuple[Candidate[Given], Candidate[Given]]]:
    """Yield each with the only other pledge of the sum that it takes back."""
    of_sum: dict[Money, list[Candidate[Given]]] = defaultdict(list)
    for each in found:
        for money in {money for traits in each.traits for money in traits.sums}:
            of_sum[money].append(each)
    for each in found:
        for old in {item.corrected for item in each.members if item.corrected is not None}:
            others = [other for other in of_sum.get(old, ()) if _can_correct(each, other)]
            if len(others) == 1 and others[0] is not each:
                yield each, others[0]


def _can_correct(new: Candidate[Given], old: Candidate[Given]) -> bool:
    return all(
        may_coincide(ours.when, ours.published, theirs.when, theirs.published)
        for ours in new.traits
        for theirs in old.traits
    )


def _stage_keys(traits: _Traits) -> frozenset[Hashable]:
    return frozenset(traits.sums) if traits.sums else frozenset([frozenset(traits.purposes)])


def _name_sums(given: Sequence[Given]) -> None:
    """Let every claim's sums stand for those they are a rounding of; a text printed often counts once."""
    told = {(item.evidence.origin, each) for item in given for each in item.stated}
    taken_back = {item.taken_back for item in given} - {None}
    figure = same_sums([*(each for _, each in told), *(each for each in taken_back if each is not None)])
    for item in given:
        item.sums = frozenset(figure[each] for each in item.stated)
        item.corrected = None if item.taken_back is None else figure[item.taken_back]
