"""The actors that only articles know, under their ids of today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, select

from tracker.db import models
from tracker.db.base import Origin
from tracker.db.keys import name_key
from tracker.db.models.actors import NAME_LIMIT
from tracker.db.store.actors import actor_ids
from tracker.db.store.rows import chunks, insert_rows, table
from tracker.read.clock import Clock
from tracker.read.snapshot.counting import published_and_recorded
from tracker.reconcile.model import ActorThing, spelling_rank
from tracker.reconcile.names import bare, fold
from tracker.vocab import ActorKind


def add_actors(connection: Connection, view: Connection, actors: Iterable[ActorThing], clock: Clock) -> None:
    """Add the actors that only articles know under their ids of today, in the best of their spellings.

    A spelling that a source brought stays, also where another source replaced it, and in all missions alike.
    """
    rows = table(models.Actor)
    unknown = [actor for actor in actors if not actor.known]
    present, today = actor_ids(view, unknown), actor_ids(connection, unknown)
    elsewhere = _spellings(connection, set(today.values()), clock)
    named: dict[tuple[str, ActorKind], set[str]] = defaultdict(set)
    ids: dict[tuple[str, ActorKind], int | None] = {}
    for actor in unknown:
        if actor.name not in present:
            key = name_key(actor.name[:NAME_LIMIT]), actor.kind
            ids[key] = number = today.get(actor.name)
            others = elsewhere.get(number, ()) if number is not None else ()
            same = (bare(name, actor.kind) for name in others)
            named[key] |= {actor.name, *(name for name in same if fold(name) == fold(actor.name))}
    found = [
        {
            "id": ids[key],
            "name": min(names, key=spelling_rank)[:NAME_LIMIT],
            "name_key": key[0],
            "kind": key[1],
            "origin": Origin.TEXT,
        }
        for key, names in sorted(named.items())
    ]
    insert_rows(view, rows, found)


def _spellings(connection: Connection, actors: Iterable[int], clock: Clock) -> dict[int, set[str]]:
    """Return the names by which the claims of all missions mean the actors today."""
    mentions, claims = table(models.Mention), table(models.Claim)
    extractions, sources = table(models.Extraction), table(models.Source)
    found: dict[int, set[str]] = defaultdict(set)
    for part in chunks(sorted(actors)):
        query = (
            select(mentions.c.actor_id, mentions.c.name)
            .join(claims, claims.c.id == mentions.c.claim_id)
            .join(extractions, extractions.c.id == claims.c.extraction_id)
            .join(sources, sources.c.id == extractions.c.source_id)
            .where(mentions.c.actor_id.in_(part), published_and_recorded(sources, clock))
            .distinct()
        )
        for actor, name in connection.execute(query):
            found[actor].add(name)
    return found
