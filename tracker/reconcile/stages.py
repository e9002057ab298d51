"""One pledge on its way: what was offered, then committed, then delivered, each with a day of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from tracker.reconcile.further import Told, Traits
from tracker.vocab import PledgeStatus

T = TypeVar("T", bound=Told)


@dataclass(frozen=True, slots=True, eq=False)
class Stage(Generic[T]):
    """What was said of a pledge in one status; ``keys`` are equal where it is of the same sum or thing."""

    status: PledgeStatus
    traits: Traits
    members: Sequence[T]
    keys: frozenset[Hashable]


@dataclass(eq=False, slots=True)
class _Course(Generic[T]):
    stages: list[Stage[T]] = field(default_factory=list)


def joined(stages: Iterable[Stage[T]]) -> list[list[Stage[T]]]:
    """Return the stages of each pledge.

    In the course of statuses a stage continues the pledge of the same sum that has no such stage yet and was
    not said to begin after it. Of several it is the one that tells of the same day, else the latest.
    """
    courses: list[_Course[T]] = []
    found: dict[Hashable, list[_Course[T]]] = defaultdict(list)
    for stage in sorted(stages, key=_order):
        fitting = [
            course
            for key in stage.keys
            for course in found[key]
            if all(_continues(stage, before) for before in course.stages)
        ]
        course = max(fitting, key=lambda each: _nearness(stage, each), default=None)
        if course is None:
            course = _Course()
            courses.append(course)
        course.stages.append(stage)
        for key in stage.keys:
            if course not in found[key]:
                found[key].append(course)
    return [course.stages for course in courses]


def _order(stage: Stage[T]) -> tuple[int, bool, date, tuple[object, ...]]:
    when = stage.traits.when
    first = min(item.evidence.order for item in stage.members)
    return list(PledgeStatus).index(stage.status), when is None, when.first if when else date.max, first


def _continues(stage: Stage[T], before: Stage[T]) -> bool:
    if stage.status is before.status:
        return False
    begun = date.min if before.traits.when is None else before.traits.when.first
    latest = stage.traits.published if stage.traits.when is None else stage.traits.when.last
    if latest is not None and latest < begun:
        return False
    return stage.traits.additional == before.traits.additional or _same_day(stage, before)


def _same_day(stage: Stage[T], other: Stage[T]) -> bool:
    when = other.traits.when
    return stage.traits.when is not None and when is not None and stage.traits.when.overlaps(when)


def _nearness(stage: Stage[T], course: _Course[T]) -> tuple[bool, date, tuple[object, ...]]:
    days = [before.traits.when.first for before in course.stages if before.traits.when is not None]
    first = min(item.evidence.order for before in course.stages for item in before.members)
    return any(_same_day(stage, before) for before in course.stages), max(days, default=date.min), first
