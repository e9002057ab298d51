"""Where a mission stands: the projected rows, read with a fixed small number of queries."""

from __future__ import annotations

from sqlalchemy import Connection, Integer, String, text

from tracker.read import contradictions, order, things
from tracker.read.answers import Awaited, Evidence, MissionStatus, MissionSummary
from tracker.read.levels import levels
from tracker.read.rows import STEP, evidence

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
_IN_FORCE = "em.mission_id = :mission AND e.superseded_at IS NULL AND s.withdrawn_at IS NULL"
_COUNTS = text(
    """
    SELECT statement_count, source_count, undated_count, phase_milestone_id
    FROM missions WHERE id = :mission
    """
).columns(statement_count=Integer, source_count=Integer, undated_count=Integer, phase_milestone_id=Integer)


def mission_status(connection: Connection, summary: MissionSummary) -> MissionStatus:
    """Return the status of the mission that ``find_mission`` found, by all that the database holds."""
    mission = summary.mission
    counts = connection.execute(_COUNTS, {"mission": mission.id}).one()
    through = next(iter(things.milestones(connection, things.ALONE, counts.phase_milestone_id)), None)
    return MissionStatus(
        mission=mission,
        as_of=None,
        known_at=None,
        phase=summary.phase,
        phase_since=summary.phase_since,
        through=through,
        phase_sources=_phase_sources(connection, summary) if summary.phase and through is None else (),
        awaits=_awaits(connection, mission.id),
        milestones=things.milestones(connection, things.OF_MISSION, mission.id),
        pledges=things.pledges(connection, things.OF_MISSION, mission.id),
        deployments=things.deployments(connection, things.OF_MISSION, mission.id),
        statement_count=counts.statement_count,
        source_count=counts.source_count,
        undated_count=counts.undated_count,
        newest_source=summary.newest_source,
        levels=levels(connection, mission.id),
        contradictions=contradictions.contradictions(connection, contradictions.OF_MISSION, mission.id),
    )


def _phase_sources(connection: Connection, summary: MissionSummary) -> tuple[Evidence, ...]:
    """Return the newest source that says the phase itself."""
    found = evidence(
        connection,
        key="0",
        rows=_PHASE_CLAIMS,
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
        rows=f"{_PHASE_CLAIMS} {_AWAITED_BY}",
        where=_IN_FORCE,
        mission=mission,
    )
    return tuple(Awaited(row.kind, row.by_name, order.newest(found.get(row.position, ()))) for row in steps)
