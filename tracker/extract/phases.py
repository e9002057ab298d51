"""Level 5: the phase that one article supports: its steps in order of time, then what it says without a date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tracker.extract.steps import Step
from tracker.vocab import MilestoneKind, PartialDate, Phase

_ORDER = {kind: i for i, kind in enumerate(MilestoneKind)}


def _when(step: Step, published: date | None) -> tuple[date, int]:
    day = step.date or (PartialDate.of_day(published) if published else None)
    return (day.first if day else date.max, _ORDER[step.kind])


def phase_of(steps: Sequence[Step], published: date | None, *, present: bool, offered: bool) -> tuple[Phase | None, Step | None]:
    """Return the phase and the step that decides it.

    ``present`` says that people are told to be there, ``offered`` that people or money are only promised.
    """
    phase: Phase | None = None
    before: Phase | None = None
    decisive: Step | None = None
    blocks = 0
    for step in sorted(steps, key=lambda s: _when(s, published)):
        kind = step.kind
        new: Phase | None = None
        if kind in (MilestoneKind.REQUESTED, MilestoneKind.OFFERED, MilestoneKind.ASSESSED):
            new = Phase.PROPOSED if phase is None else None
        elif kind is MilestoneKind.AUTHORIZED:
            new = Phase.AUTHORIZED if phase in (None, Phase.PROPOSED) else None
            before = Phase.AUTHORIZED if phase is Phase.SUSPENDED and before in (None, Phase.PROPOSED) else before
        elif kind in (MilestoneKind.BLOCKED, MilestoneKind.PAUSED):
            if phase is not Phase.SUSPENDED:
                before = phase
            blocks += 1
            new = Phase.SUSPENDED
        elif kind is MilestoneKind.RESUMED:
            blocks = max(0, blocks - 1)
            new = (before or Phase.AUTHORIZED) if blocks == 0 else None
        elif kind is MilestoneKind.EXTENDED:
            new = Phase.ACTIVE if phase in (None, Phase.PROPOSED, Phase.AUTHORIZED) else None
        elif kind is MilestoneKind.DEPLOYED:
            blocks = 0
            new = Phase.ACTIVE if phase is not Phase.ENDED else None
        elif kind is MilestoneKind.ENDED:
            new = Phase.ENDED
        if new is not None and new is not phase:
            phase, decisive = new, step
    if present and phase in (None, Phase.PROPOSED, Phase.AUTHORIZED):
        return Phase.ACTIVE, decisive
    if phase is None and offered:
        return Phase.PROPOSED, None
    return phase, decisive
