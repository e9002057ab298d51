"""SQLite connections whose transactions are what they seem, and the write-ahead log.

The driver's own transactions begin late and never for a read, so it is kept from beginning any
(``isolation_level=None``) and the ``begin`` event does: a writer takes the write lock at once, because a
transaction that reads and then writes cannot wait for it later.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext

from tracker.config import shown, write_ahead_log
from tracker.errors import DatabaseError

BUSY_TIMEOUT = 30.0
"""Seconds that a connection waits for another process's lock."""

CHECKPOINT_BYTES = 4 * 1024 * 1024
"""Size of the write-ahead log from which a writer copies it into the database."""

_UNWRITABLE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)

_ADVICE = {
    sqlite3.SQLITE_BUSY: "{} is locked by another process: try again when it has finished",
    sqlite3.SQLITE_NOTADB: "{} is not an SQLite database: name another with --db",
    sqlite3.SQLITE_CORRUPT: "{} is damaged: restore a backup of it",
    sqlite3.SQLITE_READONLY: "{} cannot be written: it or its folder is read-only",
    sqlite3.SQLITE_CANTOPEN: "{} cannot be opened: see that its folder exists and may be read and written",
    sqlite3.SQLITE_FULL: "{} cannot grow: the disk is full",
    sqlite3.SQLITE_IOERR: "{} cannot be read or written: the disk reports an error",
}


def file_of(url: URL) -> Path:
    """Return the database file that an SQLite URL names."""
    return Path(str(url.database))


def exists(url: URL) -> bool:
    """Tell whether the file is there; one that may not be seen counts, and opening it says so."""
    try:
        return file_of(url).exists()
    except OSError:
        return True


def reading_engine(url: URL) -> Engine:
    """Return an engine that only reads, and creates nothing."""
    return _engine(url, lambda: _reader(file_of(url)), "BEGIN")


def writing_engine(url: URL) -> Engine:
    """Return an engine whose every transaction holds the write lock from its beginning."""
    return _engine(url, lambda: _writer(file_of(url)), "BEGIN IMMEDIATE")


def migrating_engine(url: URL, *, timeout: float) -> Engine:
    """Return an engine for migrations, which creates the file.

    Foreign keys are off, and before any transaction: a batch migration drops the table that it has copied,
    and ON DELETE CASCADE would take the children with it.
    """
    return _engine(url, lambda: _connect(file_of(url), "rwc", timeout=timeout), "BEGIN IMMEDIATE")


def can_write(url: URL) -> bool:
    """Tell whether the file may be written, now or when another process has finished; it stays as it is."""
    try:
        with closing(_connect(file_of(url), "rw", timeout=0)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            connection.execute(f"PRAGMA user_version = {version}")  # which makes the journal, or cannot
            connection.rollback()
    except sqlite3.Error as error:
        return error.sqlite_errorcode & 0xFF not in _UNWRITABLE
    return True


def copied(url: URL, target: Path) -> URL:
    """Copy a database that can be read, as it is at one moment; return the URL of the copy.

    Raise ``DatabaseError`` where there is not enough room, or it cannot be read.
    """
    engine = reading_engine(url)
    try:
        with closing(engine.raw_connection()) as source, closing(sqlite3.connect(target)) as copy:
            source.driver_connection.backup(copy)  # type: ignore[union-attr]
    except sqlite3.Error as error:
        raise DatabaseError(f"{shown(url)} cannot be copied for a dry run: {error}") from error
    finally:
        engine.dispose()
    return url.set(database=str(target))


def checkpoint(path: Path, *, from_bytes: int = CHECKPOINT_BYTES) -> bool:
    """Copy the write-ahead log into the database where it has grown; tell whether that was done.

    Only the holder of the write lock copies, so that no process can be writing then: releases of SQLite up to
    3.51.2 can damage the database when one resets the log while another copies it. Where a writer is busy,
    the copying is left to that one.
    """
    log = _log_of(path)
    try:
        if log.stat().st_size < from_bytes:
            return False
        with (
            closing(_connect(path, "rw", timeout=0)) as lock,
            closing(_connect(path, "rw", timeout=0)) as copier,
        ):
            lock.execute("BEGIN IMMEDIATE")
            copier.execute("PRAGMA wal_checkpoint(PASSIVE)")
            lock.rollback()
    except (OSError, sqlite3.Error):
        return False  # what was committed is safe in the log, and the next writer tries again
    return True


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _engine(url: URL, connect: Callable[[], sqlite3.Connection], begin: str) -> Engine:
    engine = create_engine(url, creator=connect)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    @event.listens_for(engine, "handle_error")
    def _explain(context: ExceptionContext) -> None:
        code = getattr(context.original_exception, "sqlite_errorcode", 0) & 0xFF
        if code in _ADVICE:
            raise DatabaseError(_ADVICE[code].format(shown(url))) from context.original_exception

    return engine


def _connect(path: Path, mode: str, *, timeout: float = BUSY_TIMEOUT) -> sqlite3.Connection:
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    connection = sqlite3.connect(
        uri, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    return connection


def _reader(path: Path) -> sqlite3.Connection:
    # Not mode=ro: such a connection cannot clear away the log's files when it is the last to close.
    connection = _connect(path, "rw")
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA schema_version")
    except sqlite3.Error as error:
        connection.close()
        # In a folder that may not be written, the log's index cannot be made; none is needed where no log is.
        if error.sqlite_errorcode & 0xFF not in _UNWRITABLE or _log_of(path).exists():
            raise
        return _connect(path, "ro&immutable=1")
    return connection


def _writer(path: Path) -> sqlite3.Connection:
    connection = _connect(path, "rw")
    connection.execute("PRAGMA foreign_keys = ON")
    _set_journal(connection, "wal" if write_ahead_log() else "delete")
    return connection


def _set_journal(connection: sqlite3.Connection, wanted: str) -> None:
    row: tuple[Any, ...] = connection.execute("PRAGMA journal_mode").fetchone()
    if row[0] == wanted:
        return
    try:
        connection.execute(f"PRAGMA journal_mode = {wanted}")
    except sqlite3.OperationalError as error:
        # Another process is at work; the mode it uses is as safe, and the next to open may change it.
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
