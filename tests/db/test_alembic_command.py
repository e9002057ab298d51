"""Plain ``alembic`` from a checkout, as its users know it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.databases import sqlite_url
from tracker.db import migrate
from tracker.db.revisions import HEAD
from tracker.resources import migrations_path

CHECKOUT = migrations_path().parent


def alembic(database: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "alembic", *arguments],
        cwd=CHECKOUT,
        env={**os.environ, "TRACKER_DB": str(database)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_upgrade_check_current_and_downgrade(tmp_path: Path) -> None:
    database = tmp_path / "tracker.db"
    alembic(database, "upgrade", "head")
    assert migrate.current(sqlite_url(database)) == HEAD
    alembic(database, "check")
    assert alembic(database, "current").startswith(HEAD)
    alembic(database, "downgrade", "base")
    assert migrate.current(sqlite_url(database)) is None


def test_the_sql_of_an_upgrade_can_be_printed(tmp_path: Path) -> None:
    """For a database whose keeper runs such things by hand."""
    database = tmp_path / "tracker.db"
    printed = alembic(database, "upgrade", "head", "--sql")
    assert "CREATE VIEW v_pledges" in printed
    assert not database.exists()
