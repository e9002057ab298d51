"""Which milestone claims tell of one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from tracker.claims import Mention, MilestoneClaim
from tracker.reconcile.actors import ActorIndex
from tracker.reconcile.clusters import Cluster, gather
from tracker.reconcile.disputed import Candidate, a_day_apart, candidates, of_one_day, settled
from tracker.reconcile.evidence import Evidence, finest, newest_first, precision_rank, support
from tracker.reconcile.model import Contradiction, Milestone
from tracker.reconcile.names import fold
from tracker.reconcile.preference import Account, ruling
from tracker.reconcile.times import dated
from tracker.vocab import DatePrecision, DisputedField, MilestoneKind, PartialDate, RecordKind

Meaning = Callable[[Evidence, Mention | None], str | None]

_DONE_BY_ONE = frozenset(
    {MilestoneKind.AUTHORIZED, MilestoneKind.EXTENDED, MilestoneKind.EXPANDED, MilestoneKind.ENDED}
)
"""Steps that one body takes: two bodies named for one of a day are a contradiction, not two steps."""


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
        return precision_rank(item.claim.date), *self.vagueness(item.by)

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

    def asks(self, item: _Said) -> Hashable:
        return item.claim.date, item.by

    def fit(self, item: _Said, cluster: Cluster[_Said]) -> int:
        traits: _Traits = cluster.traits
        return int(item.claim.date.overlaps(traits.when) and self.compatible(item.by, traits.by))

    def brings(self, item: _Said) -> tuple[str | None, PartialDate]:
        return item.by, item.claim.date

    def clash(self, left: tuple[str | None, PartialDate], right: tuple[str | None, PartialDate]) -> bool:
        return not (self.compatible(left[0], right[0]) and left[1].overlaps(right[1]))

    def update(self, cluster: Cluster[_Said], item: _Said) -> None:
        traits = cluster.traits
        if traits is None:
            cluster.traits = _Traits(item.claim.date, item.by)
            return
        traits.when = finest((traits.when, item.claim.date))
        if self.vagueness(item.by) < self.vagueness(traits.by):
            traits.by = item.by

    def compatible(self, left: str | None, right: str | None) -> bool:
        """Tell whether two names can be of one body."""
        if left is None or right is None or left == right:
            return True
        if self.index.parent(left) == right or self.index.parent(right) == left:
            return True
        if left in self.index.entries and right in self.index.entries:
            return False  # Guinea is not Papua New Guinea
        ours, theirs = set(fold(left).split()), set(fold(right).split())
        return ours <= theirs or theirs <= ours

    def vagueness(self, by: str | None) -> tuple[int, int]:
        """Return how little a name tells: the least for a known body, the most for none."""
        if by is None:
            return 3, 0
        if by in self.index.entries:
            return (0 if self.index.parent(by) else 1), 0
        return 2, -len(fold(by).split())


@dataclass(slots=True)
class Milestones:
    """The steps, the claims that fit several alike, and what sources disagree on."""

    things: list[Milestone] = field(default_factory=list)
    unclear: list[Evidence] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)


def milestones(evidence: Iterable[Evidence], meaning: Meaning, index: ActorIndex) -> Milestones:
    """Return what the milestone claims come to; ``meaning`` gives the canonical name of a mention."""
    groups: dict[tuple[str | None, MilestoneKind], list[_Said]] = defaultdict(list)
    for each in evidence:
        claim = each.sourced.claim
        assert isinstance(claim, MilestoneClaim)  # noqa: S101
        groups[claim.mission, claim.kind].append(_Said(each, claim, meaning(each, claim.by)))
    found = Milestones()
    rules = _SameStep(index)
    for (_, kind), said in groups.items():
        outcome = gather(said, rules)
        things, unclear = settled(_disputed(kind, outcome.clusters, rules), outcome.undecided)
        found.unclear += [item.evidence for item in unclear]
        for members in things:
            step, disputes = _milestone(members, rules)
            found.things.append(step)
            found.contradictions += disputes
    return found


def _disputed(
    kind: MilestoneKind, clusters: Sequence[Cluster[_Said]], rules: _SameStep
) -> list[Candidate[_Said]]:
    """Join the clusters that are one step: by another body of the same day, or of the day before or after."""

    def same_body(left: Candidate[_Said], right: Candidate[_Said]) -> bool:
        return all(rules.compatible(ours.by, theirs.by) for ours in left.traits for theirs in right.traits)

    found = candidates(clusters, lambda cluster: cluster.traits.when)
    if kind in _DONE_BY_ONE:
        found = of_one_day(found, lambda *_: True, same_body)
    return a_day_apart(found, same_body)


def _milestone(said: Sequence[_Said], rules: _SameStep) -> tuple[Milestone, list[Contradiction]]:
    days, when = dated(said, lambda item: item.claim.date)
    ends, until = dated(said, lambda item: item.claim.until)
    bodies = _bodies(said, rules)
    day, end, body = ruling(days), ruling(ends), ruling(bodies)
    if day is not None:
        when = PartialDate.parse(day.leading.said)
    if end is not None:
        until = PartialDate.parse(end.leading.said)
    by = body.leading.said if body is not None else bodies[0].said if bodies else None
    headline = min(said, key=lambda item: (item.claim.date != when, item.by != by, newest_first(item)))
    newest = sorted(said, key=newest_first)
    step = Milestone(
        **support(said, headline),
        mission=headline.claim.mission,
        kind=headline.claim.kind,
        date=headline.claim.date if when is None else when,
        by=by,
        until=until,
        replaced_by=next((item.claim.replaced_by for item in newest if item.claim.replaced_by), None),
    )
    rulings = ((day, DisputedField.DATE), (end, DisputedField.UNTIL), (body, DisputedField.BY))
    return step, [each.on(RecordKind.MILESTONE, step, of) for each, of in rulings if each is not None]


def _bodies(said: Sequence[_Said], rules: _SameStep) -> list[Account[_Said]]:
    """Return who took the step, those together that can be one; the most precise name is the one said."""
    told: dict[str, list[_Said]] = defaultdict(list)
    for item in said:
        if item.by is not None:
            told[item.by].append(item)
    found: list[tuple[str, list[_Said]]] = []
    for name in sorted(told, key=lambda each: (rules.vagueness(each), each)):
        fits = [alike for other, alike in found if rules.compatible(other, name)]
        if not fits:
            found.append((name, told[name]))
        elif len(fits) == 1:
            fits[0].extend(told[name])
    return [Account(name, tuple(alike), rules.vagueness(name)) for name, alike in found]
