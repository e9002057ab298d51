"""Level 5: where the mission stands on the day of the article, and the words that say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tracker.claims import Claim, DeploymentClaim, FieldSpan, PhaseClaim, PledgeClaim, Span
from tracker.extract.awaits import read_awaits
from tracker.extract.evidence import spans_of, standing
from tracker.extract.phases import is_fresh, phase_of
from tracker.extract.reading import Reading
from tracker.extract.steps import Step
from tracker.extract.steps.arrivals import STAYING
from tracker.vocab import ActorKind, Basis, DeploymentStatus, Phase

_TO_COME = (DeploymentStatus.OFFERED, DeploymentStatus.APPROVED)
# Years after a mission was set up in which it is at work: an organization sends sooner than a state.
_SOON, _LATER = 1, 2
_SURE, _LIKELY, _GUESSED = 0.7, 0.65, 0.55


class Ground(NamedTuple):
    """What a phase rests on: the rule, the text that it is read from, the words that say it."""

    rule: str
    span: Span
    fields: tuple[FieldSpan, ...]
    confidence: float = _SURE


@dataclass(frozen=True, slots=True)
class Standing:
    """What one article tells of its own mission ``slug``.

    ``work`` are the words that say the mission is at work, ``planned`` those that speak of it as one to come.
    """

    reading: Reading
    slug: str | None
    steps: Sequence[Step]
    deployments: Sequence[DeploymentClaim]
    pledges: Sequence[PledgeClaim]
    work: Span | None = None
    planned: Span | None = None

    def claim(self) -> PhaseClaim | None:
        """Return where the mission stands and what it waits for, as this article alone supports it."""
        own = [d for d in self.deployments if d.mission == self.slug]
        fresh = is_fresh(self.steps, self.reading.published)
        there = [d for d in own if d.status is DeploymentStatus.DEPLOYED]
        there = [d for d in there if not (fresh and (d.basis is Basis.LEVEL or d.rule in STAYING))]
        work = None if fresh or there else self.work
        offers = [*(d for d in own if d.status in _TO_COME), *self.pledges]
        phase, step = phase_of(
            self.steps, self.reading.published, present=bool(there or work), offered=bool(offers)
        )
        ground = _ground(phase, step, there, work, offers)
        if phase is None or (step is None and phase is Phase.PROPOSED):
            phase, ground = self._else(phase, ground)
        if phase is None or ground is None:
            return None
        done = [(s.kind, s.by.name if s.by else None) for s in self.steps]
        return PhaseClaim(
            span=ground.span,
            rule=ground.rule,
            confidence=ground.confidence,
            mission=self.slug,
            fields=ground.fields,
            phase=phase,
            awaits=() if phase is Phase.ENDED else read_awaits(self.reading, done),
        )

    def _else(self, phase: Phase | None, ground: Ground | None) -> tuple[Phase | None, Ground | None]:
        """Return what the mission's years, or words of plans, say where no step and nobody there does."""
        known, named = self._by_years(offered=phase is not None), self._named()
        if known is not None and named is not None:
            fields = standing("phase", (named,))
            return known, Ground("phase-known", self._sentence(named), fields, _GUESSED)
        if phase is None and self.planned is not None and self._is_new():
            fields = standing("phase", (self.planned,))
            return Phase.PROPOSED, Ground("phase-plan", self._sentence(self.planned), fields, _GUESSED)
        return phase, ground

    def _by_years(self, *, offered: bool) -> Phase | None:
        """Return the phase of a known mission some years after it was set up, or after it closed."""
        mission = self.reading.gaz.missions.get(self.slug or "")
        published = self.reading.published
        if mission is None or mission.since is None or published is None:
            return None
        if mission.until is not None and published.year > mission.until:
            return Phase.ENDED
        by_state = self.reading.gaz.kinds.get(mission.lead or "") is ActorKind.STATE
        least = _LATER if by_state or offered else _SOON
        return Phase.ACTIVE if published.year - mission.since >= least else None

    def _is_new(self) -> bool:
        """Tell whether nothing is known of when the mission was set up, or it was not yet."""
        mission = self.reading.gaz.missions.get(self.slug or "")
        published = self.reading.published
        if mission is None or mission.since is None or published is None:
            return True
        return published.year <= mission.since

    def _named(self) -> Span | None:
        """Return where the text first names the mission."""
        for parsed in self.reading.parsed:
            for name in parsed.names:
                if name.kind is None and name.name == self.slug:
                    return parsed.span(name.first, name.last)
        return None

    def _sentence(self, words: Span) -> Span:
        spans = (p.sentence.span for p in self.reading.parsed)
        return next((s for s in spans if s.start <= words.start < s.end), words)


def _ground(
    phase: Phase | None,
    step: Step | None,
    there: Sequence[DeploymentClaim],
    work: Span | None,
    offers: Sequence[Claim],
) -> Ground | None:
    if step is not None:
        return Ground("phase-steps", step.span, standing("phase", spans_of(step.fields, "kind")))
    if phase is Phase.ACTIVE and there:
        return Ground("phase-presence", there[0].span, standing("phase", spans_of(there[0].fields, "status")))
    if phase is Phase.ACTIVE and work is not None:
        return Ground("phase-work", work, standing("phase", (work,)), _LIKELY)
    if not offers:
        return None
    return Ground("phase-offer", offers[0].span, standing("phase", spans_of(offers[0].fields, "status")))
