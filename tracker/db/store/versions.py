"""Which version of the rules the stored things were projected by."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from tracker.db import models
from tracker.db.store.rows import insert_rows, table


def projection_version(conn: Connection) -> int:
    """Return the version of the rules by which all things were last projected; 0 where none is told."""
    states = table(models.ProjectionState)
    return conn.execute(select(states.c.version)).scalar() or 0


def set_projection_version(conn: Connection, version: int) -> None:
    """Say that all things are projected by the rules of that version."""
    states = table(models.ProjectionState)
    conn.execute(delete(states))
    insert_rows(conn, states, [{"id": 1, "version": version}])
