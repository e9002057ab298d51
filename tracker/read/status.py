"""Where a mission stands: the projected rows, read with a fixed small number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Boolean, Connection, Date, Integer, Row, String, text

from tracker.db.types import MoneyAmount
from tracker.read import order
from tracker.read.answers import (
    Awaited,
    DeploymentLine,
    Evidence,
    MilestoneLine,
    MissionStatus,
    MissionSummary,
    PledgeLine,
)
from tracker.read.rows import (
    DEPLOYMENT_STATUS,
    PLEDGE_KIND,
    PLEDGE_STATUS,
    PRECISION,
    PURPOSE,
    QUALIFIER,
    STEP,
    UNIT,
    evidence,
    evidence_of_things,
    money,
    partial_date,
)
from tracker.vocab import Money, PartialDate, Purpose

EvidenceById = Mapping[int, list[Evidence]]

_MILESTONES = text(
    """
    SELECT t.id, t.kind, t.date_from, t.date_to, t.date_precision, by_actor.name AS by_name,
           t.until_from, t.until_to, t.until_precision, t.replaced_by
    FROM milestones t LEFT JOIN actors by_actor ON by_actor.id = t.by_actor_id
    WHERE t.mission_id = :mission
    """
).columns(
    id=Integer,
    kind=STEP,
    date_from=Date,
    date_to=Date,
    date_precision=PRECISION,
    by_name=String,
    until_from=Date,
    until_to=Date,
    until_precision=PRECISION,
    replaced_by=String,
)
_PLEDGES = text(
    """
    SELECT t.id, donor.name AS donor, recipient.name AS recipient, t.kind, t.amount, t.currency, t.amount_usd,
           t.status, t.total, t.additional,
           t.announced_on_from, t.announced_on_to, t.announced_on_precision
    FROM pledges t
    LEFT JOIN actors donor ON donor.id = t.donor_id
    LEFT JOIN actors recipient ON recipient.id = t.recipient_id
    WHERE t.mission_id = :mission
    """
).columns(
    id=Integer,
    donor=String,
    recipient=String,
    kind=PLEDGE_KIND,
    amount=MoneyAmount(),
    currency=String,
    amount_usd=MoneyAmount(),
    status=PLEDGE_STATUS,
    total=Boolean,
    additional=Boolean,
    announced_on_from=Date,
    announced_on_to=Date,
    announced_on_precision=PRECISION,
)
_EQUIVALENTS = text(
    """
    SELECT e.pledge_id, e.amount, e.currency
    FROM pledge_equivalents e JOIN pledges t ON t.id = e.pledge_id
    WHERE t.mission_id = :mission
    ORDER BY e.pledge_id, e.position
    """
).columns(pledge_id=Integer, amount=MoneyAmount(), currency=String)
_PURPOSES = text(
    """
    SELECT p.pledge_id, p.purpose
    FROM pledge_purposes p JOIN pledges t ON t.id = p.pledge_id
    WHERE t.mission_id = :mission
    """
).columns(pledge_id=Integer, purpose=PURPOSE)
_DEPLOYMENTS = text(
    """
    SELECT t.id, contributor.name AS contributor, t.count, t.count_max, t.qualifier, t.unit, t.status,
           t.date_from, t.date_to, t.date_precision, t.total, t.strength_id
    FROM deployments t LEFT JOIN actors contributor ON contributor.id = t.contributor_id
    WHERE t.mission_id = :mission
    """
).columns(
    id=Integer,
    contributor=String,
    count=Integer,
    count_max=Integer,
    qualifier=QUALIFIER,
    unit=UNIT,
    status=DEPLOYMENT_STATUS,
    date_from=Date,
    date_to=Date,
    date_precision=PRECISION,
    total=Boolean,
    strength_id=Integer,
)
_AWAITS = text(
    """
    SELECT w.position, w.kind, by_actor.name AS by_name
    FROM mission_awaits w LEFT JOIN actors by_actor ON by_actor.id = w.by_actor_id
    WHERE w.mission_id = :mission
    ORDER BY w.position
    """
).columns(position=Integer, kind=STEP, by_name=String)
# The claims of a mission are found through its extractions, which are indexed by mission.
_PHASE_CLAIMS = """
    extraction_missions em
    JOIN claims c ON c.extraction_id = em.extraction_id AND c.mission_id = em.mission_id
    JOIN phase_claims y ON y.claim_id = c.id
"""
_AWAITED_BY = """
    JOIN phase_claim_awaits a ON a.claim_id = c.id
    LEFT JOIN mentions n ON n.claim_id = c.id AND n.field = 'awaits' AND n.position = a.position
    JOIN mission_awaits w ON w.mission_id = em.mission_id AND w.kind = a.kind
        AND (w.by_actor_id = n.actor_id OR (w.by_actor_id IS NULL AND n.actor_id IS NULL))
"""
_IN_FORCE = "em.mission_id = :mission AND e.superseded_at IS NULL"
_COUNTS = text(
    """
    SELECT statement_count, source_count, undated_count, phase_milestone_id
    FROM missions WHERE id = :mission
    """
).columns(statement_count=Integer, source_count=Integer, undated_count=Integer, phase_milestone_id=Integer)


def mission_status(connection: Connection, summary: MissionSummary) -> MissionStatus:
    """Return the status of the mission that ``find_mission`` found, as far as the database knows."""
    mission = summary.mission
    counts = connection.execute(_COUNTS, {"mission": mission.id}).one()
    milestones = _milestones(connection, mission.id)
    through = next((line for line in milestones if line.id == counts.phase_milestone_id), None)
    return MissionStatus(
        mission=mission,
        as_of=None,
        phase=summary.phase,
        phase_since=summary.phase_since,
        through=through,
        phase_sources=_phase_sources(connection, summary) if summary.phase and through is None else (),
        awaits=_awaits(connection, mission.id),
        milestones=order.milestones(milestones),
        pledges=order.pledges(_pledges(connection, mission.id)),
        deployments=order.deployments(_deployments(connection, mission.id)),
        statement_count=counts.statement_count,
        source_count=counts.source_count,
        undated_count=counts.undated_count,
        left_out_count=0,
        newest_source=summary.newest_source,
    )


def _phase_sources(connection: Connection, summary: MissionSummary) -> tuple[Evidence, ...]:
    """Return the newest source that says the phase itself."""
    found = evidence(
        connection,
        key="0",
        of=_PHASE_CLAIMS,
        where=f"{_IN_FORCE} AND y.phase = :phase",
        mission=summary.mission.id,
        phase=summary.phase,
    )
    return order.newest(found.get(0, ()))


def _awaits(connection: Connection, mission: int) -> tuple[Awaited, ...]:
    steps = connection.execute(_AWAITS, {"mission": mission}).all()
    if not steps:
        return ()
    found = evidence(
        connection,
        key="w.position",
        of=f"{_PHASE_CLAIMS} {_AWAITED_BY}",
        where=_IN_FORCE,
        mission=mission,
    )
    return tuple(Awaited(row.kind, row.by_name, order.newest(found.get(row.position, ()))) for row in steps)


def _milestones(connection: Connection, mission: int) -> list[MilestoneLine]:
    sources = evidence_of_things(connection, "milestone", mission)
    return [
        MilestoneLine(
            id=row.id,
            kind=row.kind,
            date=PartialDate(row.date_from, row.date_to, row.date_precision),
            by=row.by_name,
            until=partial_date(row.until_from, row.until_to, row.until_precision),
            replaced_by=row.replaced_by,
            sources=order.evidence(sources.get(row.id, ())),
        )
        for row in connection.execute(_MILESTONES, {"mission": mission})
    ]


def _pledges(connection: Connection, mission: int) -> list[PledgeLine]:
    sources = evidence_of_things(connection, "pledge", mission)
    equivalents: dict[int, list[Money]] = defaultdict(list)
    for pledge, amount, currency in connection.execute(_EQUIVALENTS, {"mission": mission}):
        equivalents[pledge].append(Money(amount, currency))
    purposes: dict[int, list[Purpose]] = defaultdict(list)
    for pledge, purpose in connection.execute(_PURPOSES, {"mission": mission}):
        purposes[pledge].append(purpose)
    return [
        PledgeLine(
            id=row.id,
            donor=row.donor,
            recipient=row.recipient,
            kind=row.kind,
            amount=money(row.amount, row.currency),
            equivalents=tuple(equivalents[row.id]),
            amount_usd=money(row.amount_usd, "USD"),
            status=row.status,
            total=row.total,
            additional=row.additional,
            purposes=order.purposes(purposes[row.id]),
            announced_on=partial_date(row.announced_on_from, row.announced_on_to, row.announced_on_precision),
            sources=order.evidence(sources.get(row.id, ())),
        )
        for row in connection.execute(_PLEDGES, {"mission": mission})
    ]


def _deployments(connection: Connection, mission: int) -> list[DeploymentLine]:
    """Return the strengths with their contingents under them, and what belongs to no strength."""
    sources = evidence_of_things(connection, "deployment", mission)
    rows = list(connection.execute(_DEPLOYMENTS, {"mission": mission}))
    contingents: dict[int, list[DeploymentLine]] = defaultdict(list)
    for row in rows:
        if row.strength_id is not None:
            contingents[row.strength_id].append(_deployment(row, sources))
    return [
        _deployment(row, sources, order.deployments(contingents[row.id]))
        for row in rows
        if row.strength_id is None
    ]


def _deployment(
    row: Row[Any], sources: EvidenceById, contingents: tuple[DeploymentLine, ...] = ()
) -> DeploymentLine:
    """Return a line; a strength rests on its own evidence and on that of its contingents."""
    own = sources.get(row.id, [])
    return DeploymentLine(
        id=row.id,
        contributor=row.contributor,
        count=row.count,
        count_max=row.count_max,
        qualifier=row.qualifier,
        unit=row.unit,
        status=row.status,
        date=partial_date(row.date_from, row.date_to, row.date_precision),
        total=row.total,
        sources=order.evidence([*own, *(source for part in contingents for source in part.sources)]),
        contingents=contingents,
    )
