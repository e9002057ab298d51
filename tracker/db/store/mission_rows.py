"""What is projected onto the row of a mission: its phase, what it awaits, and what tells of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, select, update

from tracker.db import models
from tracker.db.base import Origin
from tracker.db.keys import name_key
from tracker.db.store.rows import Row, date_columns, insert_rows, table
from tracker.db.store.thing_rows import Ids
from tracker.reconcile.model import MissionState, Projection, spelling_rank
from tracker.vocab import ActorKind


@dataclass(slots=True)
class MissionChanges:
    """The columns that differ and the awaited steps where they differ, by the id of the mission."""

    updates: dict[int, Row] = field(default_factory=dict)
    awaits: dict[int, list[Row]] = field(default_factory=dict)


def mission_changes(
    conn: Connection, projection: Projection, ids: Ids, milestones: Mapping[str, int]
) -> MissionChanges:
    """Return what differs; ``milestones`` are the ids of the projected ones, by content key."""
    changes = MissionChanges()
    rows = table(models.Mission)
    for state in projection.missions:
        number = ids.missions.get(state.slug)
        if number is None:
            continue
        old = conn.execute(select(rows).where(rows.c.id == number)).mappings().one()
        wanted = _columns(conn, number, state, milestones)
        if old["origin"] is Origin.TEXT:
            wanted |= _reported(conn, number, state, ids)
        differing = {name: value for name, value in wanted.items() if old[name] != value}
        if differing:
            changes.updates[number] = differing
        steps = [
            {"position": place, "kind": step.kind, "by_actor_id": ids.actor(step.by)}
            for place, step in enumerate(state.awaits)
        ]
        if _stored_awaits(conn, number) != steps:
            changes.awaits[number] = steps
    return changes


def apply_missions(conn: Connection, changes: MissionChanges) -> None:
    """Write the changes."""
    rows, awaits = table(models.Mission), table(models.MissionAwait)
    for number, values in changes.updates.items():
        conn.execute(update(rows).where(rows.c.id == number).values(values))
    for number, steps in changes.awaits.items():
        conn.execute(delete(awaits).where(awaits.c.mission_id == number))
        insert_rows(conn, awaits, [{"mission_id": number} | step for step in steps])


def _columns(conn: Connection, number: int, state: MissionState, milestones: Mapping[str, int]) -> Row:
    telling = _telling(conn, number)
    dated = [row for row in telling if row.published_on is not None]
    newest = max(dated, key=lambda row: (row.published_on, row.sha256, row.identity_key), default=None)
    through = state.phase_milestone
    return {
        "phase": state.phase,
        **date_columns("phase_since", state.phase_since),
        "phase_milestone_id": None if through is None else milestones.get(through),
        "statement_count": state.statement_count,
        "source_count": len(telling),
        "undated_count": len(telling) - len(dated),
        "newest_source_id": None if newest is None else newest.id,
        "replaced_by": state.successor,
    }


def _telling(conn: Connection, mission_id: int) -> list[Any]:
    """Return the standing sources that tell of a mission."""
    sources, texts = table(models.Source), table(models.SourceText)
    extractions, told = table(models.Extraction), table(models.ExtractionMission)
    query = (
        select(sources.c.id, sources.c.published_on, sources.c.identity_key, texts.c.sha256)
        .join(texts, texts.c.id == sources.c.text_id)
        .join(extractions, extractions.c.source_id == sources.c.id)
        .join(told, told.c.extraction_id == extractions.c.id)
        .where(
            told.c.mission_id == mission_id,
            extractions.c.superseded_at.is_(None),
            sources.c.withdrawn_at.is_(None),
        )
        .distinct()
    )
    return list(conn.execute(query))


def _stored_awaits(conn: Connection, mission_id: int) -> list[Row]:
    awaits = table(models.MissionAwait)
    query = (
        select(awaits.c.position, awaits.c.kind, awaits.c.by_actor_id)
        .where(awaits.c.mission_id == mission_id)
        .order_by(awaits.c.position)
    )
    return [dict(row) for row in conn.execute(query).mappings()]


def _reported(conn: Connection, number: int, state: MissionState, ids: Ids) -> Row:
    """Return name, host and successor of a mission that only articles know, as most of them have it."""
    extractions, told = table(models.Extraction), table(models.ExtractionMission)
    query = (
        select(told.c.name, told.c.host)
        .join(extractions, extractions.c.id == told.c.extraction_id)
        .where(told.c.mission_id == number, extractions.c.superseded_at.is_(None))
    )
    names: dict[str, int] = defaultdict(int)
    hosts: dict[str, int] = defaultdict(int)
    for name, host in conn.execute(query):
        names[name] += name != state.slug
        if host is not None:
            hosts[host] += 1
    host_name = _most(hosts)
    successor = None if state.successor is None else ids.missions.get(state.successor)
    return {
        "host_id": None if host_name is None else _state(conn, host_name),
        "successor_id": successor,
    } | ({} if not names else {"name": _most(names)})


def _most(votes: Mapping[str, int]) -> str | None:
    return min(votes, key=lambda each: (-votes[each], spelling_rank(each)), default=None)


def _state(conn: Connection, name: str) -> int | None:
    actors = table(models.Actor)
    query = select(actors.c.id).where(actors.c.name_key == name_key(name), actors.c.kind == ActorKind.STATE)
    return conn.execute(query).scalar()
