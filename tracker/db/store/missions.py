"""Missions by their slugs; those that only articles know are added as such."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from tracker.claims import MissionRef
from tracker.db.base import Origin
from tracker.db.keys import name_key
from tracker.db.models import Claim, Extraction, ExtractionMission, Mission, MissionAlias
from tracker.db.store.rows import chunks, insert_missing, table


def mission_ids(conn: Connection, slugs: Iterable[str]) -> dict[str, int]:
    """Return the ids of those missions that are stored."""
    missions = table(Mission)
    found: dict[str, int] = {}
    for part in chunks(sorted(set(slugs))):
        rows = conn.execute(select(missions.c.slug, missions.c.id).where(missions.c.slug.in_(part)))
        found.update((slug, number) for slug, number in rows)
    return found


def ensure_missions(conn: Connection, refs: Iterable[MissionRef]) -> dict[str, int]:
    """Return the ids of all the missions, adding those that no seed or user has named.

    The name and host of an added one are projected, from all articles that tell of it.
    """
    by_slug = {ref.slug: ref for ref in refs}
    found = mission_ids(conn, by_slug)
    missing = sorted(by_slug.keys() - found.keys())
    insert_missing(
        conn,
        table(Mission),
        [{"slug": slug, "name": by_slug[slug].name, "origin": Origin.TEXT} for slug in missing],
    )
    return found | mission_ids(conn, missing) if missing else found


def missions_told(conn: Connection, source_id: int) -> set[str | None]:
    """Return the slugs of the missions that a source tells of; None too where a claim names none."""
    missions, told = table(Mission), table(ExtractionMission)
    claims, extractions = table(Claim), table(Extraction)
    of_source = select(extractions.c.id).where(extractions.c.source_id == source_id)
    query = (
        select(missions.c.slug)
        .join(told, told.c.mission_id == missions.c.id)
        .where(told.c.extraction_id.in_(of_source))
    )
    found: set[str | None] = set(conn.execute(query).scalars())
    of_none = select(func.count()).where(claims.c.extraction_id.in_(of_source), claims.c.mission_id.is_(None))
    return found | {None} if conn.execute(of_none).scalar() else found


def find_mission(conn: Connection, name: str) -> str | None:
    """Return the slug of the one mission that has this slug, name or alias."""
    missions, aliases = table(Mission), table(MissionAlias)
    if name in mission_ids(conn, [name]):
        return name
    key = name_key(name)
    called = {
        slug
        for slug, title in conn.execute(select(missions.c.slug, missions.c.name))
        if name_key(title) == key
    }
    by_alias = (
        select(missions.c.slug)
        .join(aliases, aliases.c.mission_id == missions.c.id)
        .where(aliases.c.name_key == key)
    )
    called |= {row.slug for row in conn.execute(by_alias)}
    return next(iter(called)) if len(called) == 1 else None
