"""The database that a command works on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from tracker.cli.frame import Globals
from tracker.errors import TrackerError

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection

    from tracker.read.clock import Clock


def url_of(context: typer.Context) -> URL:
    """Return where the database is: ``--db``, else ``TRACKER_DB``, else the default."""
    from tracker.config import database_url  # noqa: PLC0415 - loads SQLAlchemy

    return database_url(context.ensure_object(Globals).db)


@contextmanager
def reading(context: typer.Context) -> Iterator[Connection]:
    """Open the database for reading only; raise ``DatabaseError`` where it cannot be, or lacks rows."""
    from tracker.db.session import open_engine  # noqa: PLC0415 - loads SQLAlchemy

    engine = open_engine(url_of(context), read_only=True)
    try:
        with engine.connect() as connection:
            try:
                yield connection
            except (TrackerError, OSError, typer.Exit, typer.TyperException):
                raise
            except Exception as error:
                _blame_damage(connection, error)
                raise
    finally:
        engine.dispose()


def warn_undated(connection: Connection, clock: Clock) -> None:
    """Say on standard error how many undated sources a view leaves out; ``connection`` is the database's."""
    from tracker.cli.output import warn  # noqa: PLC0415 - commands load what they use
    from tracker.cli.words import counted  # noqa: PLC0415
    from tracker.read.clock import undated  # noqa: PLC0415

    number = undated(connection, clock).get(None, 0)
    if number:
        left_out = counted(number, "undated source")
        warn(f"left out: {left_out}, which may be of before or after {clock.as_of}")


def refuse_damaged(connection: Connection) -> None:
    """Raise ``DatabaseError`` where a row that another needs is missing: what is read would lack more."""
    from tracker.db.damage import damaged  # noqa: PLC0415 - commands load what they use
    from tracker.db.dangling import dangling  # noqa: PLC0415

    if next(dangling(connection), None) is not None:
        raise damaged(connection)


def _blame_damage(connection: Connection, error: Exception) -> None:
    """Raise ``DatabaseError`` in place of an error that a missing row explains."""
    from tracker.db.damage import damaged  # noqa: PLC0415 - commands load what they use
    from tracker.db.dangling import dangling  # noqa: PLC0415

    connection.rollback()
    if next(dangling(connection), None) is not None:
        raise damaged(connection) from error
