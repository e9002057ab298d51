"""Opening a database for reading or writing, and the transaction of a writer.

Only Core is imported here, so that a command that reads starts fast.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import NoSuchModuleError

from tracker.config import shown
from tracker.db import sqlite
from tracker.db.revisions import require_head
from tracker.errors import DatabaseError


def open_engine(url: URL | str, *, read_only: bool) -> Engine:
    """Return an engine on a database that has the schema of this program.

    With ``read_only`` nothing is created or written. Raise ``DatabaseError``, in one line that says what to
    do, where there is no database, or it is foreign, damaged, locked, older or newer.
    """
    place = make_url(url)
    if place.get_backend_name() == "sqlite":
        if not sqlite.exists(place):
            raise DatabaseError(f"no database at {shown(place)}: run tracker ingest")
        engine = sqlite.reading_engine(place) if read_only else sqlite.writing_engine(place)
    else:
        engine = server_engine(place, read_only=read_only)
    try:
        with engine.connect() as connection:
            require_head(connection)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open the one write transaction of a document or batch; commit it at the end, roll back on an error.

    On SQLite it holds the write lock from its beginning, and afterwards the write-ahead log is kept short.
    """
    with engine.begin() as connection:
        yield connection
    if engine.dialect.name == "sqlite":
        sqlite.checkpoint(sqlite.file_of(engine.url))


def server_engine(url: URL, *, read_only: bool) -> Engine:
    """Return an engine on PostgreSQL; raise ``DatabaseError`` where its driver is not installed."""
    try:
        engine = create_engine(url)
    except (ModuleNotFoundError, NoSuchModuleError):
        raise DatabaseError(
            f"no driver for {url.drivername}: install it with pip install 'mission-tracker[postgres]'"
        ) from None

    @event.listens_for(engine, "connect")
    def _connect(connection: object, _record: object) -> None:
        connection.read_only = read_only  # type: ignore[attr-defined]

    @event.listens_for(engine, "handle_error")
    def _explain(context: ExceptionContext) -> None:
        if context.connection is None or context.is_disconnect:
            first = str(context.original_exception).strip().partition("\n")[0]
            raise DatabaseError(f"cannot reach {shown(url)}: {first}") from context.original_exception

    return engine
