"""Which milestone claims tell of one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from tracker.claims import Mention, MilestoneClaim
from tracker.reconcile.actors import ActorIndex
from tracker.reconcile.clusters import Cluster, gather
from tracker.reconcile.evidence import Evidence, finest, newest_first, precision_rank, support
from tracker.reconcile.model import Milestone
from tracker.reconcile.names import fold
from tracker.vocab import DatePrecision, PartialDate

Meaning = Callable[[Evidence, Mention | None], str | None]


@dataclass(eq=False, slots=True)
class _Said:
    """One milestone claim; ``by`` is resolved."""

    evidence: Evidence
    claim: MilestoneClaim
    by: str | None


@dataclass(slots=True)
class _Traits:
    when: PartialDate
    by: str | None


class _SameStep:
    """Claims of one mission and kind.

    Of a state and its court or parliament the body is more precise, and of "the court" and "the High Court of
    Kenya" the name that has all words of the other.
    """

    def __init__(self, index: ActorIndex) -> None:
        self.index = index

    def rank(self, item: _Said) -> tuple[int, int, int]:
        return precision_rank(item.claim.date), *self._vagueness(item.by)

    def likeness(self, item: _Said) -> Iterable[Hashable]:
        yield item.claim.date, item.by

    def handles(self, item: _Said) -> Iterable[Hashable]:
        first = item.claim.date.first
        yield first.year
        if item.claim.date.precision is not DatePrecision.YEAR:
            yield first.year, first.month
        if item.claim.date.precision is DatePrecision.DAY:
            yield first

    def lookups(self, item: _Said) -> Iterable[Hashable]:
        first = item.claim.date.first
        match item.claim.date.precision:
            case DatePrecision.YEAR:
                return [first.year]
            case DatePrecision.MONTH:
                return [(first.year, first.month)]
            case _:
                return [first]

    def fit(self, item: _Said, cluster: Cluster[_Said]) -> int:
        traits: _Traits = cluster.traits
        return int(item.claim.date.overlaps(traits.when) and self._compatible(item.by, traits.by))

    def brings(self, item: _Said) -> tuple[str | None, PartialDate]:
        return item.by, item.claim.date

    def clash(self, left: tuple[str | None, PartialDate], right: tuple[str | None, PartialDate]) -> bool:
        return not (self._compatible(left[0], right[0]) and left[1].overlaps(right[1]))

    def update(self, cluster: Cluster[_Said], item: _Said) -> None:
        traits = cluster.traits
        if traits is None:
            cluster.traits = _Traits(item.claim.date, item.by)
            return
        traits.when = finest((traits.when, item.claim.date))
        if self._vagueness(item.by) < self._vagueness(traits.by):
            traits.by = item.by

    def _compatible(self, left: str | None, right: str | None) -> bool:
        if left is None or right is None or left == right:
            return True
        if self.index.parent(left) == right or self.index.parent(right) == left:
            return True
        if left in self.index.entries and right in self.index.entries:
            return False  # Guinea is not Papua New Guinea
        ours, theirs = set(fold(left).split()), set(fold(right).split())
        return ours <= theirs or theirs <= ours

    def _vagueness(self, by: str | None) -> tuple[int, int]:
        """Return how little a name tells: the least for a known body, the most for none."""
        if by is None:
            return 3, 0
        if by in self.index.entries:
            return (0 if self.index.parent(by) else 1), 0
        return 2, -len(fold(by).split())


def milestones(
    evidence: Iterable[Evidence], meaning: Meaning, index: ActorIndex
) -> tuple[list[Milestone], list[Evidence]]:
    """Return the steps that the claims come to, and the claims that fit several alike."""
    groups: dict[Hashable, list[_Said]] = defaultdict(list)
    for each in evidence:
        claim = each.sourced.claim
        assert isinstance(claim, MilestoneClaim)  # noqa: S101
        groups[claim.mission, claim.kind].append(_Said(each, claim, meaning(each, claim.by)))
    found: list[Milestone] = []
    undecided: list[Evidence] = []
    for said in groups.values():
        outcome = gather(said, _SameStep(index))
        found += [_milestone(cluster.members, cluster.traits) for cluster in outcome.clusters]
        undecided += [item.evidence for item in outcome.undecided]
    return found, undecided


def _milestone(said: Sequence[_Said], traits: _Traits) -> Milestone:
    headline = min(
        said, key=lambda item: (item.claim.date != traits.when, item.by != traits.by, newest_first(item))
    )
    newest = sorted(said, key=newest_first)
    return Milestone(
        **support(said, headline),
        mission=headline.claim.mission,
        kind=headline.claim.kind,
        date=traits.when,
        by=traits.by,
        until=next((item.claim.until for item in newest if item.claim.until is not None), None),
        replaced_by=next((item.claim.replaced_by for item in newest if item.claim.replaced_by), None),
    )
