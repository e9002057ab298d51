"""The database that a command works on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from tracker.cli.frame import Globals

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection


def url_of(context: typer.Context) -> URL:
    """Return where the database is: ``--db``, else ``TRACKER_DB``, else the default."""
    from tracker.config import database_url  # noqa: PLC0415 - loads SQLAlchemy

    return database_url(context.ensure_object(Globals).db)


@contextmanager
def reading(context: typer.Context) -> Iterator[Connection]:
    """Open the database for reading only; raise ``DatabaseError`` where that cannot be."""
    from tracker.db.session import open_engine  # noqa: PLC0415 - loads SQLAlchemy

    engine = open_engine(url_of(context), read_only=True)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()
