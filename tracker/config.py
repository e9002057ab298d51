"""Settings: the command-line option, then the ``TRACKER_*`` environment variable, then the default."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import UsageError

if TYPE_CHECKING:
    from sqlalchemy import URL

DEFAULT_DATABASE = "tracker.db"


def database_url(option: str | None = None) -> URL:
    """Return where the database is: ``option``, else ``TRACKER_DB``, else ``tracker.db`` in this folder.

    Each may be a path or an SQLAlchemy URL of SQLite or PostgreSQL (through psycopg, where it names no other
    driver). Raise ``UsageError`` for anything else. A URL may hold a password: show it by ``shown``.
    """
    from sqlalchemy import URL, make_url  # noqa: PLC0415 - `tracker --help` does without
    from sqlalchemy.exc import ArgumentError  # noqa: PLC0415

    place = option or os.environ.get("TRACKER_DB") or DEFAULT_DATABASE
    if "://" not in place:
        return _file(URL.create("sqlite", database=str(Path(place).expanduser())))
    try:
        url = make_url(place)
    except (ArgumentError, ValueError):
        raise UsageError("--db is neither a path nor a database URL") from None
    if url.drivername in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite":
        return _file(url)
    if url.get_backend_name() != "postgresql":
        raise UsageError(f"--db names {url.get_backend_name()}: only SQLite and PostgreSQL are supported")
    return url


def shown(url: URL) -> str:
    """Return the URL, or an SQLite database's path, as messages show it: never with its password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return url.render_as_string(hide_password=True)


def write_ahead_log() -> bool:
    """Tell whether SQLite writes through a write-ahead log (default), or ``TRACKER_WAL=0`` says not to."""
    return os.environ.get("TRACKER_WAL", "1").strip().lower() not in ("0", "no", "off", "false")


def _file(url: URL) -> URL:
    if not url.database or url.database == ":memory:" or url.database.startswith("file:") or url.query:
        raise UsageError("--db must name a file for SQLite: sqlite:///PATH, without parameters")
    return url
