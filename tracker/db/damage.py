"""What a command says that does not find a row which must be there."""

from __future__ import annotations

from sqlalchemy import Connection

from tracker.config import shown
from tracker.errors import DatabaseError


def damaged(conn: Connection) -> DatabaseError:
    """Return the error of a reader that did not find what must be there."""
    return DatabaseError(f"{shown(conn.engine.url)} is damaged: run tracker verify")
