"""Level 6: the article as a whole. Runs the levels, decides which records belong together, and which stay out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.claims import DeploymentClaim, Extraction, MilestoneClaim, PhaseClaim, PledgeClaim
from tracker.documents.model import Document
from tracker.extract import giving, sending
from tracker.extract.causes import without_mission
from tracker.extract.clauses import Clause
from tracker.extract.discourse import Discourse
from tracker.extract.gazetteer import gazetteer
from tracker.extract.merging import merge_deployments, merge_milestones, merge_pledges
from tracker.extract.missions import MissionFinder, Missions
from tracker.extract.phases import phase_of
from tracker.extract.reading import Parsed, Reading, read
from tracker.extract.statements import read_statements
from tracker.extract.tables import read_tables
from tracker.extract.steps import Step, StepReader
from tracker.knowledge import Knowledge
from tracker.vocab import DeploymentStatus, MilestoneKind


def extract_records(document: Document, knowledge: Knowledge) -> Extraction:
    """Return the records of one article."""
    reading = read(document, gazetteer(knowledge))
    missions = MissionFinder(reading).find()
    discourse = Discourse(reading, default_state=missions.lead)
    own = missions.main.slug if missions.main else None
    listed_pledges, listed_people = read_tables(reading)
    drafts_given = [*giving.GivingReader(reading, discourse).read(), *listed_pledges]
    pledges = merge_pledges(_pledges(drafts_given, missions))
    if own is None:
        pledges = without_mission(reading, pledges)
        if not pledges:
            return Extraction(mission=None, open_dates=_open_dates(reading))
    sent = [*sending.SendingReader(reading, discourse, missions.host).read(), *listed_people] if own else []
    drafts = [replace_claim(d, missions) for d in sent if not d.parsed.head]
    drafts = [d for d in drafts if _same_theatre(d.claim.mission, reading, missions)]
    steps = StepReader(reading, discourse, missions).read(drafts) if own else []
    deployments = _approved(merge_deployments([d.claim for d in drafts]), steps)
    return Extraction(
        mission=missions.main,
        other_missions=missions.others,
        pledges=tuple(pledges),
        deployments=tuple(deployments),
        statements=tuple(read_statements(reading, discourse, own)),
        milestones=tuple(merge_milestones(_milestones(steps, own))),
        phase=_phase(reading, steps, deployments, pledges, own),
        open_dates=_open_dates(reading),
    )


def _approved(deployments: Sequence[DeploymentClaim], steps: Sequence[Step]) -> list[DeploymentClaim]:
    """Mark what a contributor's own parliament or cabinet has approved, where the article tells of it apart."""
    by = {s.by.name for s in steps if s.kind is MilestoneKind.APPROVED and s.by is not None}
    return [
        replace(d, status=DeploymentStatus.APPROVED)
        if d.status is DeploymentStatus.OFFERED and d.contributor is not None and d.contributor.name in by and d.count
        else d
        for d in deployments
    ]


def _same_theatre(slug: str | None, reading: Reading, missions: Missions) -> bool:
    """Tell whether a mission is the article's own or one in the same country."""
    own = missions.main.slug if missions.main else None
    if slug is None or slug == own:
        return True
    other = reading.gaz.missions.get(slug)
    return other is None or other.host is None or missions.host is None or other.host == missions.host


def _record_mission(parsed: Parsed, clause: Clause | None, missions: Missions) -> str | None:
    """Return the mission that a record of this clause belongs to: another one only where it alone is named."""
    own = missions.main.slug if missions.main else None
    first, last = (min(clause.subject[0], clause.verb.first), clause.end) if clause else (0, len(parsed.tokens))
    named = [n.name for n in parsed.names if n.kind is None and first <= n.first < last]
    if own is not None and named and own not in named and len(set(named)) == 1:
        return named[0]
    return own


def _pledges(drafts: Sequence[giving.Draft], missions: Missions) -> list[PledgeClaim]:
    return [
        replace(d.claim, mission=_record_mission(d.parsed, d.clause, missions)) for d in drafts if not d.parsed.head
    ]


def replace_claim(draft: sending.Draft, missions: Missions) -> sending.Draft:
    """Return the draft with its mission filled in."""
    claim: DeploymentClaim = replace(draft.claim, mission=_record_mission(draft.parsed, draft.clause, missions))
    return replace(draft, claim=claim)


def _milestones(steps: Sequence[Step], own: str | None) -> list[MilestoneClaim]:
    return [
        MilestoneClaim(
            span=s.span, rule=f"milestone-{s.rule}", confidence=s.confidence, mission=own, fields=s.fields, kind=s.kind,
            date=s.date, by=s.by, until=s.until, replaced_by=s.replaced_by,
        )
        for s in steps if s.date is not None
    ]


def _phase(
    reading: Reading, steps: Sequence[Step], deployments: Sequence[DeploymentClaim], pledges: Sequence[PledgeClaim], own: str | None
) -> PhaseClaim | None:
    if own is None:
        return None
    present = any(d.status is DeploymentStatus.DEPLOYED and d.mission == own for d in deployments)
    offered = any(d.status in (DeploymentStatus.OFFERED, DeploymentStatus.APPROVED) and d.mission == own for d in deployments) or bool(pledges)
    phase, step = phase_of(steps, reading.published, present=present, offered=offered)
    if phase is None:
        return None
    evidence = step.span if step is not None else next(
        (r.span for r in (*deployments, *pledges)), reading.parsed[0].sentence.span
    )
    return PhaseClaim(span=evidence, rule="phase-steps" if step else "phase-presence", confidence=0.7, mission=own, phase=phase)


def _open_dates(reading: Reading) -> tuple:  # type: ignore[type-arg]
    return tuple(m.span for p in reading.parsed for _f, _l, m in p.dates if m.open)
