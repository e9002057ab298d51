"""A row is taken away behind the database's back: verify names what it leaves, no command breaks on it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.databases import sqlite_url
from tests.ingest.articles import article, story, take_in
from tracker.cli.app import app
from tracker.db import models
from tracker.db.session import open_engine, writing
from tracker.verify import verify

READERS = (
    "verify",
    "status",
    "status haiti-mission",
    # Every command sees the same snapshot: of one mission, and of all.
    "status haiti-mission --as-of 2100-01-01",
    "export --known-at 2100-01-01",
    "sources",
    "contradictions",
    "contradictions haiti-mission",
    "timeline haiti-mission",
    "history pledge 1",
    "export",
    "show source 3",
    "show pledge 1",
    "show deployment 1",
    "show statement 1",
    "show milestone 1",
    "show actor 1",
)


TABLES = sorted(models.Base.metadata.tables)
# Tables whose row may be needed by none: further names, seeds without articles, what claims do without.
NEEDED_BY_NONE = {
    "actors",
    "actor_aliases",
    "actor_roles",
    "claim_spans",
    "inputs",
    "mission_aliases",
    "open_dates",
    "redirects",
    "source_forms",
}


FURTHER = (
    "mission | elsewhere\nphase | proposed | approved | Parliament of Kenya",
    "sends | Kenya | 200 | 2024-06-25",  # where an article of the story has 400
    "pledge | Canada | 3m USD | 2024-01",
    "pledge | Canada | 2.8m EUR | 2024-01",
    "pledge | Canada | 3m USD = 2.8m EUR | 2024-01",  # which makes one of the two
    "pledge | Belize | 9m USD | total=yes\npledge | Belize | 5m USD | purposes=medical\n"
    "pledge | Belize | 4m USD | purposes=training",
)


@pytest.fixture(scope="module")
def filled(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A database with a row in every table."""
    path = tmp_path_factory.mktemp("filled") / "tracker.db"
    shutil.copyfile(sqlite_template, path)
    engine = open_engine(sqlite_url(path), read_only=False)
    take_in(engine, story())
    for place, text in enumerate(FURTHER, 11):  # one by one: things have to be stored to be merged
        take_in(engine, [article(str(place), text, published=f"2025-01-{place}")])
    other_form = article("other", "step | requested | 2022-10-07 | Jamaica\nphase | proposed", publisher="A")
    take_in(engine, [other_form])
    with writing(engine) as conn:
        extraction = "(SELECT min(id) FROM extractions)"
        conn.exec_driver_sql(f"INSERT INTO open_dates VALUES ({extraction}, 0, 0, 4)")
    with engine.connect() as conn:
        assert verify(conn) == []
        for table in TABLES:
            assert conn.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar(), table
    engine.dispose()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = delete")
    return path.read_bytes()


def answers(database: Path) -> dict[str, tuple[int, str]]:
    """Return the exit status and the errors of every command that reads."""
    found = {}
    for command in READERS:
        done = CliRunner().invoke(app, [*command.split(), "--db", str(database)])
        found[command] = done.exit_code, done.stderr
    return found


@pytest.mark.parametrize("table", TABLES)
def test_whatever_row_is_missing_no_command_breaks(filled: bytes, tmp_path: Path, table: str) -> None:
    """One row of each table is taken away, the first and then the last: what pointed at it points nowhere."""
    path = tmp_path / "tracker.db"
    for order in ("ASC", "DESC"):
        path.write_bytes(filled)
        with closing(sqlite3.connect(path)) as connection:
            keys = ", ".join(column.name for column in models.Base.metadata.tables[table].primary_key)
            first = f"SELECT {keys} FROM {table} ORDER BY {keys} {order} LIMIT 1"
            gone = connection.execute(f"DELETE FROM {table} WHERE ({keys}) = ({first})").rowcount
            connection.commit()
            dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
        assert gone == 1
        said = answers(path)
        for command, (status, errors) in said.items():
            assert status in (0, 1, 3), (command, errors)
            assert "internal error" not in errors
            if status == 3:
                assert errors == f"tracker: {path} is damaged: run tracker verify\n", command
        if dangling:
            assert said["verify"][0] == 1
            assert said["export"][0] == 3
        if table not in NEEDED_BY_NONE:
            assert said["verify"][0] == 1, order
