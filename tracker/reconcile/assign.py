"""An article's claims, given to the mission that its reader says it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from tracker.claims import Claim, Extraction, MissionRef

C = TypeVar("C", bound=Claim)


def assign_mission(extraction: Extraction, mission: MissionRef) -> Extraction:
    """Return the extraction as that of an article about ``mission``.

    What the article tells of its own mission, or of none where it seemed to be about none, is told of this
    one; records of other missions stay theirs.
    """
    own = None if extraction.mission is None else extraction.mission.slug

    def moved(claims: Iterable[C]) -> tuple[C, ...]:
        return tuple(
            replace(claim, mission=mission.slug) if claim.mission == own else claim for claim in claims
        )

    phases = moved(() if extraction.phase is None else (extraction.phase,))
    return replace(
        extraction,
        mission=mission,
        other_missions=tuple(ref for ref in extraction.other_missions if ref.slug != mission.slug),
        pledges=moved(extraction.pledges),
        deployments=moved(extraction.deployments),
        statements=moved(extraction.statements),
        milestones=moved(extraction.milestones),
        phase=next(iter(phases), None),
    )
