"""Floors under a score: ``pledges=0.9``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tracker.errors import UsageError
from tracker.evaluate.score import RecordType, Score

MEASURES: Mapping[str, str] = {
    **{kind.key: f"{kind.key} F1" for kind in RecordType},
    "mean": "mean F1",
    "mission": "share of right missions",
    "phase": "share of right phases",
}
"""What a floor can be set under, by name, and what it is called."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The least that a measure must reach, from 0 to 1."""

    measure: str
    least: float


def parse_floor(text: str) -> Floor:
    """Read ``NAME=VALUE``; raise ``UsageError`` where the name is unknown or the value not from 0 to 1."""
    name, equals, value = text.partition("=")
    if name not in MEASURES:
        raise UsageError(f'--min {text}: no measure is called "{name}" (there are {", ".join(MEASURES)})')
    try:
        least = float(value)
    except ValueError:
        least = -1.0
    if not equals or not 0 <= least <= 1:
        raise UsageError(f"--min {text}: write {name}=VALUE with a value from 0 to 1, such as {name}=0.9")
    return Floor(name, least)


def measure(score: Score, name: str) -> float | None:
    """Return what the score reaches in one of ``MEASURES``; None where there is nothing to measure."""
    if name == "mean":
        return score.mean_f1
    if name in ("mission", "phase"):
        right, of = score.missions() if name == "mission" else score.phases()
        return right / of if of else None
    return score.counts(next(kind for kind in RecordType if kind.key == name)).f1


def under_floors(score: Score, floors: Iterable[Floor]) -> Iterator[str]:
    """Yield a line for each floor that the score does not reach; what cannot be measured reaches none."""
    for floor in floors:
        reached = measure(score, floor.measure)
        label = MEASURES[floor.measure]
        if reached is None:
            yield f"{label}: there is nothing to measure against the floor of {floor.least:g}"
        elif reached < floor.least:
            yield f"{label} is {reached:.4f}, under the floor of {floor.least:g}"
