"""What sources disagree on, with the evidence of each side."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, Integer, String, text

from tracker.db.damage import damaged
from tracker.read import order
from tracker.read.answers import ContradictionLine, SideLine
from tracker.read.rows import FIELD, PREFERENCE, RECORD, evidence_of_parts, known_id
from tracker.vocab import RecordKind

EVERY = "x.id IS NOT NULL"
"""Conditions on a contradiction ``x``; ``of`` is the id of the mission or thing that is asked for."""
OF_MISSION = "x.mission_id = :of"
OF_THING = {
    RecordKind.PLEDGE: "x.pledge_id = :of",
    RecordKind.DEPLOYMENT: (
        "x.deployment_id IN (SELECT id FROM deployments WHERE id = :of OR strength_id = :of)"
    ),
    RecordKind.STATEMENT: "x.statement_id = :of",
    RecordKind.MILESTONE: "x.milestone_id = :of",
}

_LINES = """
    SELECT x.id, m.slug AS mission, x.record, x.field, x.rule, actor.name AS actor,
           coalesce(x.pledge_id, x.deployment_id, x.statement_id, x.milestone_id) AS thing,
           coalesce(p.status, d.status, s.kind) AS what
    FROM contradictions x
    LEFT JOIN missions m ON m.id = x.mission_id
    LEFT JOIN pledges p ON p.id = x.pledge_id
    LEFT JOIN deployments d ON d.id = x.deployment_id
    LEFT JOIN statements t ON t.id = x.statement_id
    LEFT JOIN milestones s ON s.id = x.milestone_id
    LEFT JOIN actors actor ON actor.id = coalesce(p.donor_id, d.contributor_id, t.speaker_id, s.by_actor_id)
    WHERE {where}
"""
_SIDES = """
    SELECT k.contradiction_id, k.position, k.said, k.source_count, k.independent_count
    FROM contradiction_sides k JOIN contradictions x ON x.id = k.contradiction_id
    WHERE {where}
    ORDER BY k.contradiction_id, k.position
"""
_RECORDS = list(RecordKind)


def contradictions(
    connection: Connection, where: str, of: int | None = None
) -> tuple[ContradictionLine, ...]:
    """Return the contradictions that the condition chooses, by mission, kind of thing and thing."""
    values = {} if of is None else {"of": of}
    query = text(_LINES.format(where=where)).columns(
        id=Integer,
        mission=String,
        record=RECORD,
        field=FIELD,
        rule=PREFERENCE,
        actor=String,
        thing=Integer,
        what=String,
    )
    rows = connection.execute(query, values).all()
    if not rows:
        return ()
    sides = _sides(connection, where, values)
    if any(len(sides[row.id]) < 2 for row in rows):
        raise damaged(connection)
    lines = [
        ContradictionLine(
            id=known_id(row.id),
            mission=row.mission,
            record=row.record,
            thing=known_id(row.thing),
            actor=row.actor,
            what=row.what,
            field=row.field,
            rule=row.rule,
            sides=tuple(sides[row.id]),
        )
        for row in rows
    ]
    return tuple(sorted(lines, key=_rank))


def _sides(connection: Connection, where: str, values: dict[str, Any]) -> dict[int, list[SideLine]]:
    said = evidence_of_parts(
        connection,
        key="y.contradiction_id",
        part="y.position",
        rows="contradictions x JOIN contradiction_claims y ON y.contradiction_id = x.id"
        " JOIN claims c ON c.id = y.claim_id",
        where=where,
        **values,
    )
    query = text(_SIDES.format(where=where)).columns(
        contradiction_id=Integer,
        position=Integer,
        said=String,
        source_count=Integer,
        independent_count=Integer,
    )
    found: dict[int, list[SideLine]] = defaultdict(list)
    for row in connection.execute(query, values):
        sources = said.get((row.contradiction_id, row.position))
        if not sources:
            raise damaged(connection)
        found[row.contradiction_id].append(
            SideLine(row.said, row.source_count, row.independent_count, order.evidence(sources))
        )
    return found


def _rank(line: ContradictionLine) -> tuple[bool, str, int, bool, int, str]:
    thing = line.thing
    return (
        line.mission is None,
        line.mission or "",
        _RECORDS.index(line.record),
        thing is None,
        thing or 0,
        line.field.value,
    )
