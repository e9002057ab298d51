"""``tracker verify``, ``db`` and ``seed``: the database as a whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker


def test_the_demonstration_is_clean(tracker: Tracker, demo: Path) -> None:
    assert demo.exists()
    done = tracker("verify")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("clean: ")


@pytest.mark.parametrize(
    ("damage", "table"),
    [
        ("UPDATE claims SET quote = quote || '.' WHERE id = 5", "claims 5"),
        ("UPDATE claims SET start_char = start_char + 1 WHERE id = 5", "claims 5"),
        ("UPDATE pledges SET amount = 1, currency = 'USD' WHERE id = 1", "pledges 1"),
        ("UPDATE missions SET phase = 'proposed' WHERE slug = 'haiti-mission'", "missions "),
        # Foreign keys are off in a plain connection.
        ("DELETE FROM sources WHERE id = 3", "extractions "),
        ("DELETE FROM texts WHERE id = 3", "sources 3: points at no row of texts"),
        ("DELETE FROM actors WHERE name = 'Kenya'", "mentions "),
        ("DELETE FROM phase_claim_awaits", "mentions "),
    ],
)
def test_damage_is_named_by_table_and_row(tracker: Tracker, demo: Path, damage: str, table: str) -> None:
    with closing(sqlite3.connect(demo)) as connection:
        connection.execute(damage)
        connection.commit()
    done = tracker("verify")
    assert done.returncode == 1
    assert any(line.startswith(table) for line in done.stdout.splitlines())
    assert done.stderr.endswith(" found wrong\n")


def test_seed_counts_and_a_second_time_changes_nothing(tracker: Tracker) -> None:
    first, second = tracker("seed").stdout, tracker("seed").stdout
    inserted = first.removeprefix("tracker.db: ").split(" inserted")[0]
    assert int(inserted.replace(",", "")) > 1000
    assert second == f"tracker.db: 0 inserted, 0 updated, {inserted} unchanged\n"
    assert "haiti-mission" in tracker("status").stdout


def test_upgrade_creates_and_then_has_nothing_to_do(tracker: Tracker) -> None:
    assert "now has schema" in tracker("db", "upgrade").stdout
    assert "already has schema" in tracker("db", "upgrade").stdout
    assert tracker("db", "current").stdout.endswith("up to date\n")


def test_a_database_of_a_newer_program_is_left_alone(tracker: Tracker, demo: Path) -> None:
    with closing(sqlite3.connect(demo)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '209901010000'")
        connection.commit()
    before = demo.read_bytes()
    for command in (("status",), ("verify",), ("db", "upgrade"), ("ingest", "nowhere.txt")):
        done = tracker(*command)
        assert done.returncode == 3
        assert done.stderr.count("\n") == 1
        assert "newer" in done.stderr
    assert demo.read_bytes() == before
