"""Whether confidence means something: of the records that claim 0.8, eight in ten should be right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.evaluate.score import Record, RecordType, Score

BINS = 10
ENOUGH = 20
"""From how many records on the share of right ones in a bin tells something."""


@dataclass(frozen=True, slots=True)
class Bin:
    """The records whose confidence lies in ``[first, last)``; 1.0 belongs to the last bin.

    A record is ``right`` where it matches one of gold.
    """

    first: float
    last: float
    records: int
    right: int
    mean_confidence: float

    @property
    def share_right(self) -> float:
        """Right over all records of the bin."""
        return self.right / self.records

    @property
    def enough(self) -> bool:
        """Tell whether there are records enough for the share to tell something."""
        return self.records >= ENOUGH


def calibration(score: Score) -> list[Bin]:
    """Return the bins of 0.1 that hold any record, over all types and articles, lowest first."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for _kind, record, right in judged(score):
        confidence = record.get("confidence")
        if confidence is None:
            continue
        # Rounded first: 0.7 / 0.1 is 6.999….
        bins.setdefault(min(int(round(confidence * BINS, 9)), BINS - 1), []).append((confidence, right))
    return [
        Bin(
            first=number / BINS,
            last=(number + 1) / BINS,
            records=len(records),
            right=sum(right for _, right in records),
            mean_confidence=sum(confidence for confidence, _ in records) / len(records),
        )
        for number, records in sorted(bins.items())
    ]


def judged(score: Score) -> Iterator[tuple[RecordType, Record, bool]]:
    """Yield each predicted record with its type and whether it matches one of gold."""
    for article in score.articles:
        for kind, result in article.types.items():
            yield from ((kind, pair.predicted, True) for pair in result.pairs)
            yield from ((kind, record, False) for record in result.spurious)
