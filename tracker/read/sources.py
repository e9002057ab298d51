"""The sources that were read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from tracker.db import models
from tracker.errors import ItemError


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One publication of a text; ``claim_count`` counts its claims in force, ``missions`` are slugs.

    ``replaced`` tells that a later text under the same URL took its place.
    """

    id: int
    title: str | None
    publisher: str | None
    byline: str | None
    url: str | None
    published: date | None
    language: str | None
    missions: tuple[str, ...]
    claim_count: int
    replaced: bool


def sources(connection: Connection, source: int | None = None) -> tuple[SourceLine, ...]:
    """Return all sources (or the one that is asked for), by publication date, the undated last."""
    source_table, extraction, mission = models.Source, models.Extraction, models.Mission
    in_force = extraction.superseded_at.is_(None)
    claim_counts = (
        select(extraction.source_id, func.count().label("claims"))
        .join(models.Claim, models.Claim.extraction_id == extraction.id)
        .where(in_force)
        .group_by(extraction.source_id)
        .subquery()
    )
    later = select(models.Source.replaces_id).where(models.Source.replaces_id.is_not(None))
    query = (
        select(
            source_table.id,
            source_table.title,
            models.Publisher.name.label("publisher"),
            source_table.byline,
            source_table.url,
            source_table.published_on,
            source_table.language,
            func.coalesce(claim_counts.c.claims, 0).label("claims"),
            source_table.id.in_(later).label("replaced"),
        )
        .outerjoin(models.Publisher, models.Publisher.id == source_table.publisher_id)
        .outerjoin(claim_counts, claim_counts.c.source_id == source_table.id)
    )
    told = (
        select(extraction.source_id, mission.slug)
        .join(models.ExtractionMission, models.ExtractionMission.extraction_id == extraction.id)
        .join(mission, mission.id == models.ExtractionMission.mission_id)
        .where(in_force)
        .order_by(extraction.source_id, models.ExtractionMission.position)
    )
    if source is not None:
        query = query.where(source_table.id == source)
        told = told.where(extraction.source_id == source)
    missions: dict[int, list[str]] = {}
    for source_id, slug in connection.execute(told):
        missions.setdefault(source_id, []).append(slug)
    lines = [
        SourceLine(
            id=row.id,
            title=row.title,
            publisher=row.publisher,
            byline=row.byline,
            url=row.url,
            published=row.published_on,
            language=row.language,
            missions=tuple(missions.get(row.id, ())),
            claim_count=row.claims,
            replaced=bool(row.replaced),
        )
        for row in connection.execute(query)
    ]
    return tuple(sorted(lines, key=lambda line: (line.published or date.max, line.id)))


def one_source(connection: Connection, source: int) -> SourceLine:
    """Return one source; raise ``ItemError`` where there is none of that id."""
    found = sources(connection, source)
    if not found:
        raise ItemError(f"no source has the id {source}; tracker sources lists them")
    return found[0]
