"""An actor: its names, the offices it held, and the things it has a part in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select
from sqlalchemy.orm import aliased

from tracker.db import models
from tracker.errors import ItemError
from tracker.read import things
from tracker.read.answers import DeploymentLine, Evidence, MilestoneLine, PledgeLine, StatementLine
from tracker.read.names import Named, resolve
from tracker.vocab import ActorKind


@dataclass(frozen=True, slots=True)
class RoleLine:
    """An office; ``source`` is None where it was reviewed and not read in an article."""

    office: str
    of: str | None
    held_from: date | None
    held_to: date | None
    source: Evidence | None


@dataclass(frozen=True, slots=True)
class ActorAnswer:
    """All that the database says of an actor."""

    id: int
    name: str
    kind: ActorKind
    parent: str | None
    aliases: tuple[str, ...]
    roles: tuple[RoleLine, ...]
    gives: tuple[PledgeLine, ...]
    receives: tuple[PledgeLine, ...]
    sends: tuple[DeploymentLine, ...]
    takes: tuple[MilestoneLine, ...]
    says: tuple[StatementLine, ...]


def find_actor(connection: Connection, query: str) -> ActorAnswer:
    """Return the actor whose id, name or alias is ``query``.

    Raises ``ItemError``, which suggests the nearest, where there is none.
    """
    actor, parent = models.Actor, aliased(models.Actor)
    rows = {
        row.id: row
        for row in connection.execute(
            select(actor.id, actor.name, actor.kind, parent.name.label("parent")).outerjoin(
                parent, parent.id == actor.parent_id
            )
        )
    }
    aliases: dict[int, set[str]] = defaultdict(set)
    for actor_id, name in connection.execute(select(models.ActorAlias.actor_id, models.ActorAlias.name)):
        aliases[actor_id].add(name)
    if query.isdecimal():
        if int(query) not in rows:
            raise ItemError(f"no actor has the id {query}; give a name instead")
        found = int(query)
    else:
        found = resolve(
            query, (Named(key, row.name, tuple(aliases[key])) for key, row in rows.items()), "actor"
        ).id
    row = rows[found]
    return ActorAnswer(
        id=found,
        name=row.name,
        kind=row.kind,
        parent=row.parent,
        aliases=tuple(sorted(aliases[found])),
        roles=_roles(connection, found),
        gives=things.pledges(connection, things.OF_DONOR, found),
        receives=things.pledges(connection, things.OF_RECIPIENT, found),
        sends=things.deployments(connection, things.OF_CONTRIBUTOR, found),
        takes=things.milestones(connection, things.OF_TAKER, found),
        says=things.statements(connection, things.OF_SPEAKER, found),
    )


def _roles(connection: Connection, person: int) -> tuple[RoleLine, ...]:
    role, of, source = models.ActorRole, aliased(models.Actor), models.Source
    query = (
        select(
            role.office,
            of.name.label("of"),
            role.held_from,
            role.held_to,
            role.start_char,
            role.end_char,
            role.quote,
            source.id.label("source_id"),
            source.title,
            models.Publisher.name.label("publisher"),
            source.url,
            source.published_on,
        )
        .outerjoin(of, of.id == role.of_id)
        .outerjoin(models.Extraction, models.Extraction.id == role.extraction_id)
        .outerjoin(source, source.id == models.Extraction.source_id)
        .outerjoin(models.Publisher, models.Publisher.id == source.publisher_id)
        .where(role.person_id == person, models.Extraction.superseded_at.is_(None))
    )
    roles = [
        RoleLine(
            office=row.office,
            of=row.of,
            held_from=row.held_from,
            held_to=row.held_to,
            source=None
            if row.source_id is None
            else Evidence(
                row.source_id,
                row.title,
                row.publisher,
                row.url,
                row.published_on,
                row.start_char,
                row.end_char,
                row.quote,
            ),
        )
        for row in connection.execute(query)
    ]
    return tuple(
        sorted(
            roles,
            key=lambda line: (
                line.held_from or date.max,
                line.office,
                line.source is not None and line.source.id,
            ),
        )
    )
