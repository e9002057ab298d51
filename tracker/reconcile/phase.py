"""Where a mission stands: milestones decide, an article's own phase only where none does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from tracker.claims import Mention, PhaseClaim
from tracker.reconcile.evidence import Evidence, newest_first
from tracker.reconcile.model import AwaitedStep, Milestone, MissionState
from tracker.vocab import MilestoneKind, PartialDate, Phase

Meaning = Callable[[Evidence, Mention | None], str | None]

_KINDS = tuple(MilestoneKind)
_STOPS = (MilestoneKind.BLOCKED, MilestoneKind.PAUSED)
_COURSE = (Phase.PROPOSED, Phase.AUTHORIZED, Phase.ACTIVE)
_LEADS_TO = {
    MilestoneKind.REQUESTED: Phase.PROPOSED,
    MilestoneKind.OFFERED: Phase.PROPOSED,
    MilestoneKind.ASSESSED: Phase.PROPOSED,
    MilestoneKind.AUTHORIZED: Phase.AUTHORIZED,
    MilestoneKind.DEPLOYED: Phase.ACTIVE,
}


@dataclass(slots=True)
class _Course:
    """The state as the milestones pass: how far the mission has come, and what stops it."""

    reached: Milestone | None = None
    phase: Phase | None = None
    stops: list[Milestone] = field(default_factory=list)
    stopped_since: Milestone | None = None
    ended: Milestone | None = None

    def take(self, step: Milestone) -> None:
        if self.ended is not None:
            return
        if step.kind is MilestoneKind.ENDED:
            self.ended = step
        elif step.kind in _STOPS:
            self.stops.append(step)
            self.stopped_since = self.stopped_since or step
        elif step.kind is MilestoneKind.RESUMED:
            self._lift(step)
        else:
            self._advance(step)

    def _lift(self, step: Milestone) -> None:
        if not self.stops:
            return
        named = [stop for stop in self.stops if step.by is not None and stop.by == step.by]
        self.stops.remove((named or self.stops)[-1])
        if not self.stops:
            self._go_on(step)

    def _go_on(self, step: Milestone) -> None:
        self.stops.clear()
        self.stopped_since = None
        if self.phase is not None:
            self.reached = step

    def _advance(self, step: Milestone) -> None:
        lifted = step.kind is MilestoneKind.DEPLOYED and bool(self.stops)
        if lifted:
            self._go_on(step)
        phase = _LEADS_TO.get(step.kind)
        if phase is None:
            return
        if self.phase is None or _COURSE.index(phase) > _COURSE.index(self.phase):
            self.phase, self.reached = phase, step

    def now(self) -> tuple[Phase | None, Milestone | None]:
        if self.ended is not None:
            return Phase.ENDED, self.ended
        if self.stopped_since is not None:
            return Phase.SUSPENDED, self.stopped_since
        return self.phase, self.reached


def in_course(steps: Iterable[Milestone]) -> list[Milestone]:
    """Sort milestones by the start of their date, then kind; a resumption comes after what it can lift.

    "Resumed in April" follows a block of 12 April, though April starts before it.
    """
    steps = list(steps)
    stops = sorted(step.date.first for step in steps if step.kind in _STOPS)

    def day(step: Milestone) -> date:
        if step.kind is not MilestoneKind.RESUMED:
            return step.date.first
        return max(
            (stop for stop in stops if step.date.first <= stop <= step.date.last), default=step.date.first
        )

    return sorted(
        steps,
        key=lambda step: (
            day(step),
            _KINDS.index(step.kind),
            step.date.last,
            step.by or "",
            step.content_key,
        ),
    )


def mission_states(
    slugs: Iterable[str],
    milestones: Iterable[Milestone],
    phases: Iterable[Evidence],
    meaning: Meaning,
    statement_counts: dict[str, int],
) -> list[MissionState]:
    """Return where each mission stands; ``phases`` are the phase claims, each of its claim's mission."""
    steps: dict[str | None, list[Milestone]] = defaultdict(list)
    for step in milestones:
        steps[step.mission].append(step)
    told: dict[str | None, list[Evidence]] = defaultdict(list)
    for each in phases:
        told[each.sourced.claim.mission].append(each)
    return [_state(slug, steps[slug], told[slug], meaning, statement_counts.get(slug, 0)) for slug in slugs]


@dataclass(frozen=True, slots=True)
class _Told:
    evidence: Evidence
    claim: PhaseClaim


def _state(
    slug: str, steps: Sequence[Milestone], phases: Sequence[Evidence], meaning: Meaning, statements: int
) -> MissionState:
    course = _Course()
    ordered = in_course(steps)
    for step in ordered:
        course.take(step)
    phase, through = course.now()
    told = sorted(
        (_Told(each, each.sourced.claim) for each in phases if isinstance(each.sourced.claim, PhaseClaim)),
        key=newest_first,
    )
    since: PartialDate | None = None if through is None else through.date
    phase_claim = None
    if phase is None and told:
        phase, phase_claim = told[0].claim.phase, told[0].evidence.sourced.id
    return MissionState(
        slug=slug,
        phase=phase,
        phase_since=since,
        phase_milestone=None if through is None else through.content_key,
        phase_claim=phase_claim,
        awaits=() if phase is Phase.ENDED else _awaits(told, ordered, meaning),
        successor=next((step.replaced_by for step in reversed(ordered) if step.replaced_by), None),
        statement_count=statements,
    )


def _awaits(told: Sequence[_Told], steps: Sequence[Milestone], meaning: Meaning) -> tuple[AwaitedStep, ...]:
    """Return what the newest source to name any awaited step names, but for what has happened since."""
    newest = next((each for each in told if each.claim.awaits), None)
    if newest is None:
        return ()
    published = newest.evidence.published
    found = {
        AwaitedStep(step.kind, meaning(newest.evidence, step.by), newest.evidence.sourced.id)
        for step in newest.claim.awaits
    }
    return tuple(
        sorted(
            (each for each in found if not any(_fulfils(step, each, published) for step in steps)),
            key=lambda each: (_KINDS.index(each.kind), each.by or ""),
        )
    )


def _fulfils(step: Milestone, awaited: AwaitedStep, published: date | None) -> bool:
    """Tell whether a step is the one awaited: an authorization always, another since the day it was told."""
    if step.kind is not awaited.kind or (None not in (step.by, awaited.by) and step.by != awaited.by):
        return False
    return step.kind is MilestoneKind.AUTHORIZED or published is None or step.date.last >= published
