"""Which clusters are one thing on which sources disagree: no source tells two of them as two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Generic, TypeVar

from tracker.reconcile.clusters import Cluster, connected
from tracker.reconcile.evidence import SourceOrder, Supported, independent
from tracker.vocab import DatePrecision, PartialDate

T = TypeVar("T", bound=Supported)

MOST_A_DAY = 64
"""Things of one day that are looked at in pairs: where so many are told, they are no one thing."""

AFTERWARDS = 2
"""Days after which what is told without a day can still be news of the day."""


@dataclass(eq=False, slots=True)
class Candidate(Generic[T]):
    """Claims that are of one thing, and may with those of others be of one; ``traits`` as in ``Cluster``."""

    clusters: list[Cluster[T]]
    sources: frozenset[tuple[str, str]]
    when: PartialDate | None

    @property
    def members(self) -> list[T]:
        """Return the claims, in no order."""
        return [item for cluster in self.clusters for item in cluster.members]

    @property
    def traits(self) -> list[Any]:
        """Return what the rules noted of each cluster."""
        return [cluster.traits for cluster in self.clusters]

    @property
    def day(self) -> int | None:
        """Return the day of the thing, as an ordinal, where it is known as a day."""
        when = self.when
        return when.first.toordinal() if when is not None and when.precision is DatePrecision.DAY else None

    @property
    def strength(self) -> tuple[int, tuple[SourceOrder, int, int, str]]:
        """Return the key whose least is the best told."""
        members = self.members
        return -independent(members), min(each.evidence.order for each in members)


MayBe = Callable[[Candidate[T], Candidate[T]], bool]


def candidates(
    clusters: Iterable[Cluster[T]], day_of: Callable[[Cluster[T]], PartialDate | None]
) -> list[Candidate[T]]:
    """Return each cluster by itself; ``day_of`` gives the day of its thing."""
    return [
        Candidate([each], frozenset(item.evidence.source for item in each.members), day_of(each))
        for each in clusters
    ]


def of_one_day(found: Sequence[Candidate[T]], may_be: MayBe[T], alike: MayBe[T]) -> list[Candidate[T]]:
    """Join those of one day that may be one thing.

    Where one source tells two of those that others would join, they are several things: then ``alike`` ones
    alone are joined, which fit one other only.
    """
    of_day: dict[int | None, list[Candidate[T]]] = defaultdict(list)
    for each in found:
        of_day[each.day].append(each)
    joined = of_day.pop(None, [])
    for several in of_day.values():
        joined += _of_this_day(several, may_be, alike) if len(several) <= MOST_A_DAY else several
    return joined


def a_day_apart(found: Sequence[Candidate[T]], may_be: MayBe[T]) -> list[Candidate[T]]:
    """Join to the best told of the things those of the day before and after that may be it.

    One that may be several things of one day stays what it is.
    """
    of_day = _by_day(found)
    ordered = sorted((each for each in found if each.day is not None), key=lambda each: each.strength)
    place = {id(each): at for at, each in enumerate(ordered)}
    wanted: dict[int, list[Candidate[T]]] = defaultdict(list)
    for weak in ordered:
        near = [
            each for each in _beside(weak, of_day) if place[id(each)] < place[id(weak)] and may_be(weak, each)
        ]
        if near and len({each.day for each in near}) == len(near):
            wanted[min(place[id(each)] for each in near)].append(weak)
    joined: list[Candidate[T]] = []
    taken: set[int] = set()
    for at, strong in enumerate(ordered):
        if at in taken:
            continue
        one = strong
        for weak in wanted[at]:
            if not one.sources & weak.sources:
                one = _union([one, weak], strong.when)
                taken.add(place[id(weak)])
        joined.append(one)
    return joined + [each for each in found if each.day is None]


def news_of_the_day(found: Sequence[Candidate[T]], may_be: MayBe[T]) -> list[Candidate[T]]:
    """Join what has no date to the only thing of the day of its publication or of the two days before."""
    of_day = _by_day(found)
    wanted: dict[int, list[Candidate[T]]] = defaultdict(list)
    alone: list[Candidate[T]] = []
    for each in found:
        if each.day is not None:
            continue
        near = (
            []
            if each.when is not None
            else [
                other
                for other in _days_before(each, of_day)
                if not each.sources & other.sources and may_be(each, other)
            ]
        )
        if len(near) == 1:
            wanted[id(near[0])].append(each)
        else:
            alone.append(each)
    joined: list[Candidate[T]] = []
    for dated in (each for each in found if each.day is not None):
        news = wanted[id(dated)]
        if news and _told_apart_by_none([dated, *news]):
            joined.append(_union([dated, *news], dated.when))
        else:
            joined += [dated, *news]
    return joined + alone


def linked(
    found: Sequence[Candidate[T]], links: Iterable[tuple[Candidate[T], Candidate[T]]]
) -> list[Candidate[T]]:
    """Join those that a correction links, whoever tells them."""
    keys: dict[int, list[Hashable]] = defaultdict(list)
    for number, pair in enumerate(links):
        for each in pair:
            keys[id(each)].append(number)
    return [
        group[0] if len(group) == 1 else _union(group, min(group, key=_best_dated).when)
        for group in connected(found, lambda each: keys[id(each)])
    ]


def settled(
    found: Sequence[Candidate[T]], undecided: Iterable[tuple[T, Sequence[Cluster[T]]]]
) -> tuple[list[list[T]], list[T]]:
    """Return the claims of each thing, and those that still fit several.

    What fits several clusters that turn out to be of one thing is of that thing.
    """
    of_cluster = {id(cluster): at for at, each in enumerate(found) for cluster in each.clusters}
    members = [each.members for each in found]
    unclear: list[T] = []
    for item, clusters in undecided:
        things = {of_cluster[id(cluster)] for cluster in clusters}
        if len(things) == 1:
            members[things.pop()].append(item)
        else:
            unclear.append(item)
    return members, unclear


def of_one(several: Sequence[Candidate[T]], may_be: MayBe[T]) -> list[Candidate[T]]:
    """Join those that may all be one thing, by whatever day."""
    return list(several) if len(several) > MOST_A_DAY else _of_this_day(several, may_be, may_be)


def _of_this_day(several: Sequence[Candidate[T]], may_be: MayBe[T], alike: MayBe[T]) -> list[Candidate[T]]:
    joined: list[Candidate[T]] = []
    for group in _meeting(several, may_be):
        if _all_meet(group, may_be):
            joined.append(_union(group, group[0].when))
        else:
            joined += _only_fits(group, alike)
    return joined


def _only_fits(several: Sequence[Candidate[T]], alike: MayBe[T]) -> list[Candidate[T]]:
    joined: list[Candidate[T]] = []
    for group in _meeting(several, alike):
        joined += [_union(group, group[0].when)] if _all_meet(group, alike) else group
    return joined


def _meeting(several: Sequence[Candidate[T]], may_be: MayBe[T]) -> list[list[Candidate[T]]]:
    """Part those of a day into groups of which each may be one with some other."""
    keys: dict[int, list[Hashable]] = defaultdict(list)
    for left, right in combinations(several, 2):
        if not left.sources & right.sources and may_be(left, right):
            keys[id(left)].append((id(left), id(right)))
            keys[id(right)].append((id(left), id(right)))
    return connected(several, lambda each: keys[id(each)])


def _all_meet(group: Sequence[Candidate[T]], may_be: MayBe[T]) -> bool:
    return _told_apart_by_none(group) and all(may_be(left, right) for left, right in combinations(group, 2))


def _told_apart_by_none(group: Sequence[Candidate[T]]) -> bool:
    return len(frozenset().union(*(each.sources for each in group))) == sum(
        len(each.sources) for each in group
    )


def _by_day(found: Iterable[Candidate[T]]) -> dict[int, list[Candidate[T]]]:
    of_day: dict[int, list[Candidate[T]]] = defaultdict(list)
    for each in found:
        if each.day is not None:
            of_day[each.day].append(each)
    return of_day


def _beside(one: Candidate[T], of_day: dict[int, list[Candidate[T]]]) -> Iterator[Candidate[T]]:
    if one.day is not None:
        for step in (-1, 1):
            for other in of_day.get(one.day + step, ()):
                if not one.sources & other.sources:
                    yield other


def _days_before(one: Candidate[T], of_day: dict[int, list[Candidate[T]]]) -> Iterator[Candidate[T]]:
    days = [item.evidence.published for item in one.members if item.evidence.published is not None]
    for back in range(AFTERWARDS + 1 if days else 0):
        yield from of_day.get(min(days).toordinal() - back, ())


def _best_dated(one: Candidate[T]) -> tuple[bool, bool, tuple[int, object]]:
    return one.when is None, one.day is None, one.strength


def _union(group: Sequence[Candidate[T]], when: PartialDate | None) -> Candidate[T]:
    if len(group) == 1:
        return group[0]
    return Candidate(
        [cluster for each in group for cluster in each.clusters],
        frozenset().union(*(each.sources for each in group)),
        when,
    )
