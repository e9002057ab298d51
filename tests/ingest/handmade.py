"""Projections changed by hand: what the rows and the readers make of any that the rules may ever bring."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Engine

from tests.ingest.articles import article, take_in
from tests.reconcile.telling import INDEX, MISSION
from tracker.db import store
from tracker.reconcile.model import Contradiction, MentionKey, Pledge, Projection, Side, SourcedClaim
from tracker.reconcile.project import project
from tracker.vocab import DisputedField, Preference, RecordKind

TOLD = (
    "pledge | Canada | 100m CAD | 2024-01-01\npledge | United States | 20m USD | 2024-01-01\n"
    "pledge | - | 120m USD | 2024-01-01 | total=yes",
    "pledge | Canada | 80m CAD | 2024-02-01",
)


def filled(engine: Engine) -> None:
    """Take in the articles, each of a day of its own."""
    take_in(
        engine,
        [article(str(place), text, published=f"2024-03-0{place}") for place, text in enumerate(TOLD, 1)],
    )


def amended(conn: Connection, **changes: Any) -> store.Group:
    """Project the mission, with some lists of the projection changed."""

    def run(
        claims: Iterable[SourcedClaim], missions: Iterable[str], names: Iterable[MentionKey]
    ) -> Projection:
        return dataclasses.replace(project(claims, INDEX, missions=missions, names=names), **changes)

    return store.project_missions(conn, [MISSION], run)


def pledges(conn: Connection) -> dict[str, Pledge]:
    """Return the projected pledges by donor and sum."""
    found = amended(conn).projection.pledges
    return {f"{each.donor} {each.amount.number() // 10**6 if each.amount else None}": each for each in found}


def disputed(thing: Pledge, *said: tuple[str, Iterable[int]], rule: str = "more-sources") -> Contradiction:
    sides = tuple(Side(text, tuple(claims), 1, 1) for text, claims in said)
    key = hashlib.sha256(thing.content_key.encode()).hexdigest()
    return Contradiction(
        key, MISSION, RecordKind.PLEDGE, thing.content_key, DisputedField.AMOUNT, Preference(rule), sides
    )
