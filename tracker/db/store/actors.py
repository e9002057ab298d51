"""The actors that names mean: rows for those that only articles know, and the names as they mean them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, delete, select, update

from tracker.db import models
from tracker.db.base import Origin, RoleField
from tracker.db.keys import name_key
from tracker.db.models.actors import NAME_LIMIT
from tracker.db.store.rows import Row, chunks, insert_missing, table
from tracker.reconcile.model import ActorThing, MentionKey, Projection, spelling_rank
from tracker.vocab import ActorKind

ActorIds = Mapping[str, int]


def actor_ids(conn: Connection, actors: Iterable[ActorThing]) -> dict[str, int]:
    """Return the ids of those actors that are stored, by canonical name."""
    rows = table(models.Actor)
    wanted = list(actors)
    found: dict[tuple[str, ActorKind], int] = {}
    for part in chunks(sorted({_key(actor)[0] for actor in wanted})):
        query = select(rows.c.id, rows.c.name_key, rows.c.kind).where(rows.c.name_key.in_(part))
        found.update({(key, kind): number for number, key, kind in conn.execute(query)})
    return {actor.name: found[_key(actor)] for actor in wanted if _key(actor) in found}


def ensure_actors(conn: Connection, actors: Iterable[ActorThing]) -> dict[str, int]:
    """Return the ids of all the actors, adding those that no seed or user has named."""
    wanted = list(actors)
    found = actor_ids(conn, wanted)
    missing = sorted((actor for actor in wanted if actor.name not in found), key=_key)
    if not missing:
        return found
    rows = [
        {"name": actor.name[:NAME_LIMIT], "name_key": key, "kind": kind, "origin": Origin.TEXT}
        for (key, kind), actor in {_key(actor): actor for actor in missing}.items()
    ]
    insert_missing(conn, table(models.Actor), rows)
    return found | actor_ids(conn, missing)


def respell_actors(conn: Connection, actors: Iterable[ActorThing], ids: ActorIds) -> None:
    """Show each actor that only articles know in the best of the spellings met so far."""
    rows = table(models.Actor)
    numbers = {ids[actor.name]: actor.name[:NAME_LIMIT] for actor in actors if not actor.known}
    for part in chunks(sorted(numbers)):
        query = select(rows.c.id, rows.c.name).where(rows.c.id.in_(part), rows.c.origin == Origin.TEXT)
        for number, name in conn.execute(query).all():
            best = min(name, numbers[number], key=spelling_rank)
            if best != name:
                conn.execute(update(rows).where(rows.c.id == number).values(name=best))


@dataclass(slots=True)
class NameChanges:
    """Mentions and offices that mean another actor than is stored: the row's key, and the actor's id.

    ``left`` are the ids of actors that something stored means no longer.
    """

    mentions: list[Row] = field(default_factory=list)
    roles: list[Row] = field(default_factory=list)
    left: set[int] = field(default_factory=set)


def name_changes(
    conn: Connection,
    projection: Projection,
    ids: ActorIds,
    claims: Mapping[int, str | None],
    roles: Mapping[tuple[int, str], MentionKey],
) -> NameChanges:
    """Return what is to be changed of the claims (with their missions) and of the offices."""
    changes = NameChanges()
    rows = table(models.Mention)
    for part in chunks(sorted(claims)):
        for row in conn.execute(select(rows).where(rows.c.claim_id.in_(part))):
            name = projection.mentions.get(MentionKey(claims[row.claim_id], row.name, row.kind))
            actor_id = None if name is None else ids.get(name)
            if actor_id != row.actor_id:
                key = {"at_claim": row.claim_id, "at_field": row.field, "at_position": row.position}
                changes.mentions.append(key | {"actor_id": actor_id})
                changes.left |= {row.actor_id} - {None}
    offices = table(models.ActorRole)
    for part in chunks(sorted({role for role, _ in roles})):
        for row in conn.execute(select(offices).where(offices.c.id.in_(part))):
            wanted = {
                "person_id": _meant(projection, ids, roles.get((row.id, RoleField.PERSON))),
                "of_id": _meant(projection, ids, roles.get((row.id, RoleField.OF))),
            }
            if wanted != {"person_id": row.person_id, "of_id": row.of_id}:
                changes.roles.append({"at_role": row.id} | wanted)
                changes.left |= {row.person_id, row.of_id} - {None}
    return changes


def apply_names(conn: Connection, changes: NameChanges) -> None:
    """Write the changes."""
    mentions, roles = table(models.Mention), table(models.ActorRole)
    if changes.mentions:
        conn.execute(
            update(mentions)
            .where(
                mentions.c.claim_id == bindparam("at_claim"),
                mentions.c.field == bindparam("at_field"),
                mentions.c.position == bindparam("at_position"),
            )
            .values(actor_id=bindparam("actor_id")),
            changes.mentions,
        )
    if changes.roles:
        conn.execute(
            update(roles)
            .where(roles.c.id == bindparam("at_role"))
            .values(person_id=bindparam("person_id"), of_id=bindparam("of_id")),
            changes.roles,
        )


def forget_unnamed_actors(conn: Connection, candidates: Iterable[int]) -> None:
    """Delete those of the actors that only articles brought and none names any more."""
    actors, mentions, roles = table(models.Actor), table(models.Mention), table(models.ActorRole)
    missions = table(models.Mission)
    named = (
        select(mentions.c.actor_id).where(mentions.c.actor_id == actors.c.id).exists()
        | select(roles.c.id)
        .where((roles.c.person_id == actors.c.id) | (roles.c.of_id == actors.c.id))
        .exists()
        | select(missions.c.id).where(missions.c.host_id == actors.c.id).exists()
    )
    for part in chunks(sorted(set(candidates))):
        conn.execute(delete(actors).where(actors.c.id.in_(part), actors.c.origin == Origin.TEXT, ~named))


def _key(actor: ActorThing) -> tuple[str, ActorKind]:
    return name_key(actor.name[:NAME_LIMIT]), actor.kind


def _meant(projection: Projection, ids: ActorIds, key: MentionKey | None) -> int | None:
    name = None if key is None else projection.mentions.get(key)
    return None if name is None else ids.get(name)
