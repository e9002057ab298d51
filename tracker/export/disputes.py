"""What sources disagree on, as content: things by their keys, claims by where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, func, select

from tracker.db import models
from tracker.export.records import Json
from tracker.read.rows import known_id


def contradictions(connection: Connection, missions: Mapping[int, str]) -> Iterable[tuple[Json, Json]]:
    """Yield each contradiction with its sides, the leading one first, and beside it what is no content.

    ``missions`` are the slugs by the ids of their rows.
    """
    line = models.Contradiction
    pledge, deployment = models.Pledge, models.Deployment
    statement, milestone = models.Statement, models.Milestone
    key = func.coalesce(
        pledge.content_key, deployment.content_key, statement.content_key, milestone.content_key
    )
    query = (
        select(line.__table__, key.label("thing"))
        .outerjoin(pledge, pledge.id == line.pledge_id)
        .outerjoin(deployment, deployment.id == line.deployment_id)
        .outerjoin(statement, statement.id == line.statement_id)
        .outerjoin(milestone, milestone.id == line.milestone_id)
    )
    sides = _sides(connection)
    for row in connection.execute(query).mappings():
        yield (
            {
                "mission": missions.get(row["mission_id"]),
                "record": row["record"].value,
                "thing": row["thing"],
                "field": row["field"].value,
                "rule": row["rule"].value,
                "sides": sides[row["id"]],
            },
            {"id": known_id(row["id"])},
        )


def _sides(connection: Connection) -> Mapping[int, list[Json]]:
    claims = _claims(connection)
    side = models.ContradictionSide
    found: dict[int, list[Json]] = defaultdict(list)
    query = select(side.__table__).order_by(side.contradiction_id, side.position)
    for row in connection.execute(query).mappings():
        found[row["contradiction_id"]].append(
            {
                "said": row["said"],
                "source_count": row["source_count"],
                "independent_count": row["independent_count"],
                "claims": [
                    {"source": source, "start": start, "end": end}
                    for source, start, end in sorted(claims[row["contradiction_id"], row["position"]])
                ],
            }
        )
    return found


def _claims(connection: Connection) -> Mapping[tuple[int, int], list[tuple[str, int, int]]]:
    """Return where the claims of each side stand: the source's identity, start and end."""
    told, claim = models.ContradictionClaim, models.Claim
    extraction, source = models.Extraction, models.Source
    query = (
        select(told.contradiction_id, told.position, source.identity_key, claim.start_char, claim.end_char)
        .join(claim, claim.id == told.claim_id)
        .join(extraction, extraction.id == claim.extraction_id)
        .join(source, source.id == extraction.source_id)
    )
    found: dict[tuple[int, int], list[tuple[str, int, int]]] = defaultdict(list)
    for row in connection.execute(query):
        place = row.identity_key, row.start_char, row.end_char
        found[row.contradiction_id, row.position].append(place)
    return found
