"""What pledges and contingents share: a day that may be unsaid, and "a further" that is not the plain one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from tracker.reconcile.evidence import Evidence, SourceOrder, finest, may_coincide, source_order
from tracker.vocab import PartialDate


class Told(Protocol):
    """A claim of something given or sent."""

    evidence: Evidence

    @property
    def when(self) -> PartialDate | None:
        """Return the day it was given or sent, as the claim says."""

    @property
    def additional(self) -> bool:
        """Tell whether it is said to come on top of earlier ones."""


T = TypeVar("T", bound=Told)


@dataclass(slots=True)
class Traits:
    """What a cluster's claims say together; ``published`` is the latest day, None once one is unknown."""

    when: PartialDate | None = None
    published: date | None = date.min
    additional: bool = False

    def note(self, item: Told) -> None:
        """Take a new member into account."""
        self.when = finest((self.when, item.when))
        published = item.evidence.published
        if self.published is not None:
            self.published = None if published is None else max(published, self.published)
        self.additional |= item.additional


def grade(item: Told, traits: Traits) -> int:
    """Return how well the claim fits by day and by "a further": 0 not at all, 2 best."""
    if not may_coincide(item.when, item.evidence.published, traits.when, traits.published):
        return 0
    if item.additional == traits.additional:
        return 2
    # "A further $100m" of an unknown day is not the $100m that was plainly told.
    return 1 if traits.additional or (item.when is not None and traits.when is not None) else 0


def marked(item: Told, keys: Iterable[Hashable], told_apart: set[Hashable]) -> Iterator[Hashable]:
    """Yield the likenesses, with the mark "a further" where it tells two things apart."""
    for key in keys:
        apart = item.when is None or key in told_apart
        yield key, item.additional if apart else None


def told_apart(items: Sequence[T], likeness: Callable[[T], Iterable[Hashable]]) -> set[Hashable]:
    """Return the likenesses of which one source tells both a plain thing and a further one."""
    marks: dict[tuple[SourceOrder, Hashable], set[bool]] = defaultdict(set)
    for item in items:
        for key in likeness(item):
            marks[source_order(item.evidence.sourced.source), key].add(item.additional)
    return {key for (_, key), found in marks.items() if len(found) > 1}


def days_clash(left: PartialDate | None, right: PartialDate | None) -> bool:
    """Tell whether two days cannot be of one thing."""
    return left is not None and right is not None and not left.overlaps(right)
