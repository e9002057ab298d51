"""Migrations, on an engine of their own: all of an upgrade or nothing, and by one process at a time.

Alembic by itself neither runs SQLite's migrations in a transaction nor keeps two upgrades apart, and its
batch mode drops and rebuilds tables; ``run`` guards against all three.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Engine, inspect, make_url, text
from sqlalchemy.exc import SAWarning

from tracker.config import shown
from tracker.db import sqlite
from tracker.db.revisions import HEAD, require_known, stored_revision
from tracker.db.session import server_engine
from tracker.errors import DatabaseError
from tracker.reconcile.version import PROJECTION
from tracker.resources import migrations_path

if TYPE_CHECKING:
    from alembic.config import Config

LOCK_TIMEOUT = 600.0
"""Seconds that an upgrade waits for another one's lock."""

_ADVISORY_LOCK = 0x747261636B6572  # "tracker"


def upgrade(url: URL | str) -> bool:
    """Bring the database to this program's schema, creating it where there is none; tell if it changed.

    Raise ``DatabaseError`` where it is foreign, newer, damaged or locked.
    """
    place = make_url(url)
    if current(place, missing_ok=True) == HEAD:
        return False
    return apply(place, "head")


def downgrade(url: URL | str, revision: str) -> bool:
    """Take the database back to ``revision`` (or ``base``); tell if anything was done. Rows may be lost."""
    place = make_url(url)
    current(place)
    return apply(place, revision, down=True)


def current(url: URL | str, *, missing_ok: bool = False) -> str | None:
    """Return the database's revision, None where it is empty.

    Raise ``DatabaseError`` where it is foreign or newer, or (but for ``missing_ok``) there is no file.
    """
    place = make_url(url)
    if place.get_backend_name() == "sqlite" and not sqlite.exists(place):
        if missing_ok:
            return None
        raise DatabaseError(f"no database at {shown(place)}: run tracker ingest")
    is_file = place.get_backend_name() == "sqlite"
    engine = sqlite.reading_engine(place) if is_file else server_engine(place, read_only=True)
    try:
        with engine.connect() as connection:
            revision = stored_revision(connection)
            require_known(connection, revision)
            return revision
    finally:
        engine.dispose()


def ensure(url: URL | str) -> bool:
    """Create the database where there is none or an empty one; tell if that was done.

    An older one is left as it is, and opening it says how to upgrade.
    """
    place = make_url(url)
    return current(place, missing_ok=True) is None and apply(place, "head")


def apply(url: URL, target: str, *, down: bool = False, scripts: Path | None = None) -> bool:
    """Run the migrations under ``scripts`` (default: the program's own) to ``target``; tell if any ran."""
    from alembic import command  # noqa: PLC0415 - heavy, and seldom needed
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    ran: list[str] = []
    config = Config(attributes={"url": url, "ran": ran})
    config.set_main_option("script_location", str(scripts or migrations_path()).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    move: Callable[[Config, str], None] = command.downgrade if down else command.upgrade
    try:
        move(config, target)
    except CommandError as error:
        raise DatabaseError(f"{shown(url)} cannot be migrated to {target}: {error}") from error
    return bool(ran)


def run(context: Any, metadata: Any, url: URL, ran: list[str] | None = None) -> None:
    """Run what Alembic was asked for, in one transaction under a lock: the body of ``migrations/env.py``.

    ``context`` is ``alembic.context``; ``ran`` collects the revisions that were applied.
    """
    engine = migration_engine(url)
    applied: list[str] = [] if ran is None else ran
    try:
        with engine.connect() as connection, connection.begin(), warnings.catch_warnings():
            warnings.simplefilter("error", SAWarning)
            warnings.simplefilter("error", UserWarning)
            _lock(connection)
            context.configure(
                connection=connection,
                target_metadata=metadata,
                transactional_ddl=True,
                render_as_batch=True,
                compare_type=True,
                compare_server_default=True,
                include_object=_compared,
                on_version_apply=lambda step, **_: applied.append(step.up_revision_id),
            )
            highest = _highest_ids(connection)
            with context.begin_transaction():
                context.run_migrations()
            _keep_highest_ids(connection, highest)
            _mark_projected(connection)
            _check_foreign_keys(connection)
    finally:
        engine.dispose()


def _compared(item: Any, _name: str | None, kind: str, _reflected: bool, _other: Any) -> bool:
    # SQLite numbers its rows without saying so, which Alembic would take for a lost IDENTITY.
    return not (kind == "column" and getattr(item, "identity", None) is not None)


def migration_engine(url: URL) -> Engine:
    """Return the engine that migrations run on."""
    if url.get_backend_name() == "sqlite":
        return sqlite.migrating_engine(url, timeout=LOCK_TIMEOUT)
    return server_engine(url, read_only=False)


def _lock(connection: Connection) -> None:
    # SQLite's BEGIN IMMEDIATE is its lock already.
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})


def _highest_ids(connection: Connection) -> dict[str, int]:
    """Return the highest id that each table of SQLite ever gave; none on other databases."""
    if connection.dialect.name != "sqlite":
        return {}
    tables = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'")
    if tables.first() is None:
        return {}
    return {
        str(name): int(seq)
        for name, seq in connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence")
    }


def _keep_highest_ids(connection: Connection, highest: dict[str, int]) -> None:
    """Put back what a rebuilt table forgot: ids above its last row were given, and are not to be reused."""
    now = _highest_ids(connection)
    for name in inspect(connection).get_table_names() if highest else ():
        if highest.get(name, 0) > now.get(name, 0):
            connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
            connection.exec_driver_sql("INSERT INTO sqlite_sequence VALUES (?, ?)", (name, highest[name]))


def _mark_projected(connection: Connection) -> None:
    """Say of a database without any extraction that the rules of today projected what there is: nothing."""
    if not inspect(connection).has_table("projections"):
        return
    connection.execute(
        text(
            "INSERT INTO projections (id, version) SELECT 1, :version"
            " WHERE NOT EXISTS (SELECT 1 FROM projections) AND NOT EXISTS (SELECT 1 FROM extractions)"
        ),
        {"version": PROJECTION},
    )


def _check_foreign_keys(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise DatabaseError(
            f"{shown(connection.engine.url)} was not migrated:"
            f" row {broken[1]} of {broken[0]} points at no row of {broken[2]}"
        )
