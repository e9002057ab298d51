"""Which schema a database has, by a plain query: Alembic takes longer to import than a status to print."""

from __future__ import annotations

from sqlalchemy import Connection, text

from tracker.config import shown
from tracker.errors import DatabaseError

REVISIONS = ("202611241340", "202611241640", "202611242040")
"""Every revision under ``migrations/versions``, oldest first."""

HEAD = REVISIONS[-1]

_TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'",
    "postgresql": "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()",
}


def stored_revision(connection: Connection) -> str | None:
    """Return the revision of the schema, or None where the database is empty.

    Raise ``DatabaseError`` where it holds the tables of another program.
    """
    tables = set(connection.execute(text(_TABLES[connection.dialect.name])).scalars())
    if "alembic_version" in tables:
        stored = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
        if stored:
            return str(stored[0])
        tables.discard("alembic_version")
    if tables:
        where = shown(connection.engine.url)
        raise DatabaseError(f"{where} is a database of another program: name another with --db")
    return None


def require_known(connection: Connection, revision: str | None) -> None:
    """Raise ``DatabaseError`` where this program has no migration of that name."""
    if revision is not None and revision not in REVISIONS:
        raise DatabaseError(
            f"{shown(connection.engine.url)} has schema {revision}, which this tracker does not know:"
            " it was written by a newer tracker (upgrade this one) or by another program"
        )


def require_head(connection: Connection) -> None:
    """Raise ``DatabaseError``, saying what to do, unless the database has the schema of this program."""
    revision = stored_revision(connection)
    where = shown(connection.engine.url)
    if revision is None:
        raise DatabaseError(f"no database at {where}: run tracker ingest")
    require_known(connection, revision)
    if revision != HEAD:
        raise DatabaseError(f"{where} has the older schema {revision}: run tracker db upgrade")
