"""Rows that point at none: what is left where a row was taken away behind the database's back."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, ForeignKeyConstraint, Table, and_, select

from tracker.db import models
from tracker.db.base import MentionField
from tracker.vocab import ClaimKind

Dangling = tuple[str, str, str]
"""A table, the primary key of its row, and the table in which the row it needs is missing."""


def dangling(conn: Connection) -> Iterator[Dangling]:
    """Yield every row that points at no row, and every claim without its payload.

    Databases keep foreign keys themselves, but only while they are told to.
    """
    for rows in models.Base.metadata.sorted_tables:
        for key in sorted(rows.foreign_key_constraints, key=lambda key: str(key.name)):
            yield from _pointing_nowhere(conn, rows, key)
    yield from _without_payload(conn)
    yield from _awaited_by_nobody(conn)


def _pointing_nowhere(conn: Connection, rows: Table, key: ForeignKeyConstraint) -> Iterator[Dangling]:
    parent = key.referred_table.alias("parent")
    pairs = [(rows.c[own.parent.name], parent.c[own.column.name]) for own in key.elements]
    query = (
        select(*rows.primary_key.columns)
        .outerjoin(parent, and_(*(own == theirs for own, theirs in pairs)))
        .where(*(own.is_not(None) for own, _ in pairs), pairs[0][1].is_(None))
        .order_by(*rows.primary_key.columns)
    )
    for row in conn.execute(query):
        yield rows.name, "/".join(map(str, row)), key.referred_table.name


def _without_payload(conn: Connection) -> Iterator[Dangling]:
    claims = models.Base.metadata.tables["claims"]
    for kind in ClaimKind:
        payload = models.Base.metadata.tables[f"{kind.value}_claims"]
        query = (
            select(claims.c.id)
            .outerjoin(payload, payload.c.claim_id == claims.c.id)
            .where(claims.c.kind == kind, payload.c.claim_id.is_(None))
            .order_by(claims.c.id)
        )
        for number in conn.execute(query).scalars():
            yield claims.name, str(number), payload.name


def _awaited_by_nobody(conn: Connection) -> Iterator[Dangling]:
    mentions = models.Base.metadata.tables["mentions"]
    awaits = models.Base.metadata.tables["phase_claim_awaits"]
    query = (
        select(*mentions.primary_key.columns)
        .outerjoin(
            awaits, and_(awaits.c.claim_id == mentions.c.claim_id, awaits.c.position == mentions.c.position)
        )
        .where(mentions.c.field == MentionField.AWAITS, awaits.c.claim_id.is_(None))
        .order_by(*mentions.primary_key.columns)
    )
    for row in conn.execute(query):
        yield mentions.name, "/".join(map(str, row)), awaits.name
