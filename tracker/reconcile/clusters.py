"""Which claims tell of one thing: the precise cluster first, the vaguer join their only fit.

The outcome depends on what the claims say alone. Claims are taken in tiers of precision; those of one tier
are all judged against the clusters of the tiers before, then joined at once: none is there before another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, Generic, Protocol, TypeVar

Item = TypeVar("Item")


@dataclass(eq=False, slots=True)
class Cluster(Generic[Item]):
    """Claims of one thing; ``traits`` is what the rules keep of them to judge the next."""

    members: list[Item] = field(default_factory=list)
    traits: Any = None


class Rules(Protocol[Item]):
    """What one kind of thing says about likeness."""

    def rank(self, item: Item) -> Any:
        """Return the tier: the least is the most precise."""

    def likeness(self, item: Item) -> Iterable[Hashable]:
        """Return keys; two items of a tier that share one are of one thing."""

    def handles(self, item: Item) -> Iterable[Hashable]:
        """Return the keys under which a cluster that holds the item can be found."""

    def lookups(self, item: Item) -> Iterable[Hashable]:
        """Return the keys under which clusters are to be looked for."""

    def fit(self, item: Item, cluster: Cluster[Item]) -> int:
        """Return 0 where the item cannot be of the cluster; only the best fits count."""

    def asks(self, item: Item) -> Hashable:
        """Return all that ``lookups`` and ``fit`` see of the item: what fits one fits all that ask alike."""

    def brings(self, item: Item) -> Hashable:
        """Return what the item would add to a cluster, for ``clash``."""

    def clash(self, left: Any, right: Any) -> bool:
        """Tell whether two such additions cannot both be of one cluster."""

    def update(self, cluster: Cluster[Item], item: Item) -> None:
        """Note in ``traits`` what the new member brings."""


@dataclass(slots=True)
class Outcome(Generic[Item]):
    """Clusters, and the items that fit several of them alike, each with those."""

    clusters: list[Cluster[Item]]
    undecided: list[tuple[Item, list[Cluster[Item]]]]


def gather(items: Sequence[Item], rules: Rules[Item]) -> Outcome[Item]:
    """Cluster the items; the order in which they are given does not matter."""
    tiers: dict[Any, list[Item]] = defaultdict(list)
    for item in items:
        tiers[rules.rank(item)].append(item)
    pool = _Pool(rules)
    for rank in sorted(tiers):
        pool.take(tiers[rank])
    return Outcome(pool.clusters, pool.undecided)


class _Pool(Generic[Item]):
    def __init__(self, rules: Rules[Item]) -> None:
        self.rules = rules
        self.clusters: list[Cluster[Item]] = []
        self.undecided: list[tuple[Item, list[Cluster[Item]]]] = []
        self.found_under: dict[Hashable, dict[int, Cluster[Item]]] = defaultdict(dict)

    def take(self, tier: list[Item]) -> None:
        # A joined item can widen its cluster so that a further one fits: until nothing moves.
        refused: set[tuple[int, int]] = set()
        waiting, fits, moved = tier, self._fits(tier, refused), True
        while moved:
            joined, clashes = self._join(fits)
            refused |= clashes
            waiting = [item for item in waiting if id(item) not in joined]
            fits = self._fits(waiting, refused)
            moved = bool(joined or clashes)
        self.undecided += [(item, found) for item, found in fits if found]
        for alike in connected([item for item, found in fits if not found], self.rules.likeness):
            cluster: Cluster[Item] = Cluster()
            self.clusters.append(cluster)
            for item in alike:
                self._add(cluster, item)

    def _fits(
        self, items: list[Item], refused: set[tuple[int, int]]
    ) -> list[tuple[Item, list[Cluster[Item]]]]:
        by_themselves = {item for item, _ in refused}
        answers: dict[Hashable, list[Cluster[Item]]] = {}
        fits = []
        for item in items:
            asked = id(item) if id(item) in by_themselves else self.rules.asks(item)
            if asked not in answers:
                answers[asked] = self._best(item, refused)
            fits.append((item, answers[asked]))
        return fits

    def _best(self, item: Item, refused: set[tuple[int, int]]) -> list[Cluster[Item]]:
        candidates: dict[int, Cluster[Item]] = {}
        for handle in self.rules.lookups(item):
            candidates |= self.found_under.get(handle, {})
        grades: dict[int, list[Cluster[Item]]] = defaultdict(list)
        for cluster in candidates.values():
            if (id(item), id(cluster)) not in refused:
                grades[self.rules.fit(item, cluster)].append(cluster)
        best = max(grades, default=0)
        return grades[best] if best > 0 else []

    def _join(self, fits: list[tuple[Item, list[Cluster[Item]]]]) -> tuple[set[int], set[tuple[int, int]]]:
        """Put each item into its only fit; return which were joined, and which must not be."""
        wanted: dict[int, tuple[Cluster[Item], list[Item]]] = {}
        for item, found in fits:
            if len(found) == 1:
                wanted.setdefault(id(found[0]), (found[0], []))[1].append(item)
        joined: set[int] = set()
        clashes: set[tuple[int, int]] = set()
        for cluster, items in wanted.values():
            additions = {self.rules.brings(item) for item in items}
            if any(self.rules.clash(left, right) for left, right in combinations(additions, 2)):
                # Unlike ones would fill the same gap: it is filled by none of them.
                clashes |= {(id(item), id(cluster)) for item in items}
                continue
            for item in items:
                self._add(cluster, item)
                joined.add(id(item))
        return joined, clashes

    def _add(self, cluster: Cluster[Item], item: Item) -> None:
        cluster.members.append(item)
        self.rules.update(cluster, item)
        for handle in self.rules.handles(item):
            self.found_under[handle][id(cluster)] = cluster


def connected(items: Sequence[Item], keys: Callable[[Item], Iterable[Hashable]]) -> list[list[Item]]:
    """Part the items into groups that share keys, directly or through others."""
    parent = list(range(len(items)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    first: dict[Hashable, int] = {}
    for index, item in enumerate(items):
        for key in keys(item):
            parent[root(index)] = root(first.setdefault(key, index))
    groups: dict[int, list[Item]] = defaultdict(list)
    for index, item in enumerate(items):
        groups[root(index)].append(item)
    return list(groups.values())
