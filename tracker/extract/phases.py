"""Level 5: the phase that one article supports: its steps in order of time, then what it says undated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from tracker.extract.steps import Step
from tracker.vocab import MilestoneKind, PartialDate, Phase

_ORDER = {kind: i for i, kind in enumerate(MilestoneKind)}
_PROPOSING = (MilestoneKind.REQUESTED, MilestoneKind.OFFERED, MilestoneKind.ASSESSED)
_STOPPING = (MilestoneKind.BLOCKED, MilestoneKind.PAUSED)
_AT_WORK = (MilestoneKind.EXTENDED, MilestoneKind.EXPANDED, MilestoneKind.DRAWDOWN)
_FRESH = timedelta(days=21)
_EARLY = (None, Phase.PROPOSED)
_BEFORE_ACTIVE = (None, Phase.PROPOSED, Phase.AUTHORIZED)


class Decision(NamedTuple):
    """A phase, None where nothing supports one, and the step that decides it, None where records do."""

    phase: Phase | None
    step: Step | None


def phase_of(steps: Sequence[Step], published: date | None, *, present: bool, offered: bool) -> Decision:
    """Return the phase that an article's steps lead to.

    ``present`` says that people are told to be there, ``offered`` that people or money are only promised.
    """
    phase: Phase | None = None
    decisive: Step | None = None
    for step, after in course_of(steps, published):
        decisive = step if after is not phase else decisive
        phase = after
    if present and phase in _BEFORE_ACTIVE:
        return Decision(Phase.ACTIVE, None)
    if phase is None and offered:
        return Decision(Phase.PROPOSED, None)
    return Decision(phase, decisive)


def is_fresh(steps: Sequence[Step], published: date | None) -> bool:
    """Tell whether the mandate is so new that people told to be there are there for another reason."""
    given = [s.date.last for s in steps if s.kind is MilestoneKind.AUTHORIZED and s.date is not None]
    return published is not None and any(published - day < _FRESH for day in given)


def course_of(steps: Sequence[Step], published: date | None) -> list[tuple[Step, Phase | None]]:
    """Return the steps in the order of time, each with the phase that it leads to."""
    course = _Course()
    taken = []
    for step in sorted(steps, key=lambda s: _when(s, published)):
        course.take(step.kind)
        taken.append((step, course.phase))
    return taken


def _when(step: Step, published: date | None) -> tuple[date, int]:
    day = step.date or (PartialDate.of_day(published) if published else None)
    return (day.first if day else date.max, _ORDER[step.kind])


@dataclass(slots=True)
class _Course:
    """Where a mission stands while its steps are taken one by one."""

    phase: Phase | None = None
    suspended_from: Phase | None = None
    blocks: int = 0

    def take(self, kind: MilestoneKind) -> None:
        if kind in _PROPOSING and self.phase is None:
            self.phase = Phase.PROPOSED
        elif kind is MilestoneKind.AUTHORIZED:
            self._authorize()
        elif kind in _STOPPING:
            self._stop()
        elif kind is MilestoneKind.RESUMED:
            self._resume()
        elif kind in _AT_WORK and self.phase in _BEFORE_ACTIVE:
            self.phase = Phase.ACTIVE
        elif kind is MilestoneKind.DEPLOYED and self.phase is not Phase.ENDED:
            self.phase, self.blocks = Phase.ACTIVE, 0
        elif kind is MilestoneKind.ENDED:
            self.phase = Phase.ENDED

    def _authorize(self) -> None:
        if self.phase in _EARLY:
            self.phase = Phase.AUTHORIZED
        elif self.phase is Phase.SUSPENDED and self.suspended_from in _EARLY:
            self.suspended_from = Phase.AUTHORIZED

    def _stop(self) -> None:
        if self.phase is not Phase.SUSPENDED:
            self.suspended_from = self.phase
        self.blocks += 1
        self.phase = Phase.SUSPENDED

    def _resume(self) -> None:
        """End one block; the mission stays suspended while another remains."""
        self.blocks = max(0, self.blocks - 1)
        if self.blocks == 0:
            self.phase = self.suspended_from or Phase.AUTHORIZED
