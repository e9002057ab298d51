"""What one run of the levels saw of an article and decided: the ground of every explanation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from tracker.claims import Claim, Extraction
from tracker.extract.discourse import Discourse
from tracker.extract.merging import Joined
from tracker.extract.missions import Missions
from tracker.extract.reading import Reading
from tracker.extract.steps import Step
from tracker.vocab import ClaimKind

_C = TypeVar("_C", bound=Claim)


class Told(NamedTuple):
    """A claim as one pattern read it in one place.

    ``record`` is the number, among the extraction's records of the kind, of the one that it went into; None
    where it was left out: it is told better elsewhere, or belongs to no mission that counts.
    """

    kind: ClaimKind
    claim: Claim
    record: int | None


@dataclass(frozen=True, slots=True)
class Trace:
    """The reading of an article, what its patterns told, the decisions, and the extraction they come to."""

    reading: Reading
    discourse: Discourse
    missions: Missions
    extraction: Extraction
    told: tuple[Told, ...] = ()
    steps: tuple[Step, ...] = ()


def lineage(kind: ClaimKind, told: Iterable[_C], records: Iterable[Joined[_C]]) -> Iterator[Told]:
    """Yield the claims ``told`` with the numbers of the ``records`` that they were joined into."""
    numbers = {id(claim): number for number, joined in enumerate(records) for claim in joined.told}
    return (Told(kind, claim, numbers.get(id(claim))) for claim in told)
