"""Opening databases: what is refused, how writers and readers share one file, how the log stays short."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL, Connection, Engine, insert, make_url, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from tests.databases import sqlite_url, unprivileged
from tracker.db import migrate, sqlite
from tracker.db.models import SourceText
from tracker.db.session import open_engine, writing
from tracker.errors import DatabaseError


@pytest.fixture
def writer(sqlite_database: URL) -> Iterator[Engine]:
    engine = open_engine(sqlite_database, read_only=False)
    yield engine
    engine.dispose()


def opening(url: URL | str) -> str:
    """Return the one line that opening for reading, and for writing, is refused with."""
    lines = set()
    for read_only in (True, False):
        with pytest.raises(DatabaseError) as refusal:
            open_engine(url, read_only=read_only)
        assert refusal.value.exit_status == 3
        lines.add(str(refusal.value))
    (line,) = lines
    assert "\n" not in line
    return line


def test_no_file_is_no_database_and_none_is_made(tmp_path: Path) -> None:
    path = tmp_path / "absent.db"
    assert opening(sqlite_url(path)) == f"no database at {path}: run tracker ingest"
    assert list(tmp_path.iterdir()) == []


def test_an_empty_database_is_none_yet(empty_url: URL) -> None:
    if empty_url.get_backend_name() == "sqlite":
        Path(str(empty_url.database)).touch()
    assert opening(empty_url).endswith("run tracker ingest")


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Kenya offered a thousand officers. " * 50)
    assert "is not an SQLite database" in opening(sqlite_url(path))
    assert path.read_text().startswith("Kenya")


def test_a_damaged_database_is_named(sqlite_database: URL) -> None:
    path = Path(str(sqlite_database.database))
    path.write_bytes(path.read_bytes()[:5000] + b"\xff" * 30000)
    assert "damaged" in opening(sqlite_database)


def test_another_programs_database_is_left_alone(empty_url: URL) -> None:
    run(empty_url, "CREATE TABLE recipes (id INTEGER)")
    assert "another program" in opening(empty_url)


def test_a_newer_schema_is_refused(database_url: URL) -> None:
    run(database_url, "UPDATE alembic_version SET version_num = '209901010000'")
    assert "newer tracker" in opening(database_url)
    with pytest.raises(DatabaseError, match="newer tracker"):
        migrate.upgrade(database_url)


def test_a_server_that_does_not_answer_is_named_without_its_password() -> None:
    line = opening("postgresql+psycopg://someone:secret@127.0.0.1:1/tracker")
    assert line.startswith("cannot reach postgresql+psycopg://someone:***@127.0.0.1:1/tracker")
    assert "secret" not in line


def test_a_reader_cannot_write(database_url: URL) -> None:
    engine = open_engine(database_url, read_only=True)
    with engine.connect() as connection, pytest.raises((DBAPIError, DatabaseError)):
        connection.execute(text("DELETE FROM claims"))
    engine.dispose()


def test_foreign_keys_are_kept(database_url: URL) -> None:
    engine = open_engine(database_url, read_only=False)
    with pytest.raises(IntegrityError), writing(engine) as connection:
        connection.execute(
            text(
                "INSERT INTO extraction_missions (extraction_id, position, mission_id, name)"
                " VALUES (1, 0, 1, 'x')"
            )
        )
    engine.dispose()


def test_an_error_rolls_the_whole_transaction_back(database_url: URL) -> None:
    engine = open_engine(database_url, read_only=False)
    with pytest.raises(IntegrityError), writing(engine) as connection:
        store_texts(connection, key_of("one"), key_of("two"), key_of("one"))
    assert count(engine) == 0
    engine.dispose()


def test_two_processes_that_read_and_then_write_both_finish(sqlite_database: URL) -> None:
    """Under a plain BEGIN, 3,500 of 4,000 such transactions failed: a snapshot cannot become a writer."""
    source = """
import sys
from sqlalchemy import text
from tracker.config import database_url
from tracker.db.session import open_engine, writing
engine = open_engine(database_url(sys.argv[1]), read_only=False)
for _ in range(200):
    with writing(engine) as connection:
        seen = connection.execute(text("SELECT count(*) FROM texts")).scalar_one()
        connection.execute(
            text("INSERT INTO texts (sha256, body) VALUES (:key, :body)"), {"key": f"{seen:064}", "body": "x"}
        )
engine.dispose()
"""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", source, str(sqlite_database.database)], stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    errors = [process.communicate(timeout=120)[1] for process in running]
    assert [process.returncode for process in running] == [0, 0], errors
    engine = open_engine(sqlite_database, read_only=True)
    assert count(engine) == 400
    engine.dispose()


def test_readers_go_on_while_a_writer_writes(sqlite_database: URL, writer: Engine) -> None:
    reader = open_engine(sqlite_database, read_only=True)
    with writer.begin() as connection:
        store_text(connection, key_of("one"))
        assert count(reader) == 0
    assert count(reader) == 1
    reader.dispose()


def test_a_second_writer_waits_for_the_first(writer: Engine) -> None:
    done = threading.Event()

    def second() -> None:
        with writing(writer) as connection:
            store_text(connection, key_of("two"))
        done.set()

    with writing(writer) as connection:
        thread = threading.Thread(target=second)
        thread.start()
        store_text(connection, key_of("one"))
        assert not done.is_set()
    thread.join(timeout=60)
    assert done.is_set()
    assert count(writer) == 2


def test_a_lock_that_is_not_given_back_is_named(sqlite_database: URL, writer: Engine) -> None:
    with writer.begin():
        other = sqlite.migrating_engine(sqlite_database, timeout=0.01)
        with pytest.raises(DatabaseError, match="locked by another process"), other.begin():
            pass
        other.dispose()


@pytest.mark.parametrize(("setting", "mode"), [("1", "wal"), ("0", "delete")])
def test_the_journal_is_chosen_by_the_environment(
    sqlite_database: URL, setting: str, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for value, expected in (("1", "wal"), (setting, mode)):
        monkeypatch.setenv("TRACKER_WAL", value)
        engine = open_engine(sqlite_database, read_only=False)
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == expected
        engine.dispose()


def test_the_write_ahead_log_stays_short(sqlite_database: URL, writer: Engine) -> None:
    """SQLite itself would copy it whenever it likes; here only the holder of the write lock does."""
    log = Path(f"{sqlite_database.database}-wal")
    for number in range(12):
        with writing(writer) as connection:
            store_text(connection, str(number).zfill(64), "x" * 1_000_000)
    assert log.stat().st_size < 3 * sqlite.CHECKPOINT_BYTES
    assert count(writer) == 12


def test_no_checkpoint_while_another_writes(sqlite_database: URL, writer: Engine) -> None:
    path = Path(str(sqlite_database.database))
    with writing(writer) as connection:
        store_text(connection, key_of("one"))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert not sqlite.checkpoint(path, from_bytes=0)
    other.execute("ROLLBACK")
    other.close()
    assert sqlite.checkpoint(path, from_bytes=0)


def test_reading_leaves_no_files_behind(sqlite_database: URL, writer: Engine, tmp_path: Path) -> None:
    with writing(writer) as connection:
        store_text(connection, key_of("one"))
    writer.dispose()
    reader = open_engine(sqlite_database, read_only=True)
    assert count(reader) == 1
    reader.dispose()
    assert [path.name for path in tmp_path.iterdir()] == ["tracker.db"]


def test_a_database_in_a_folder_that_may_not_be_written_can_be_read(sqlite_template: Path) -> None:
    """As a reader of a shared folder, or from read-only media: the log's files cannot be made there."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(sqlite_template, folder))
        writer = open_engine(sqlite_url(path), read_only=False)
        with writing(writer) as connection:
            store_text(connection, key_of("one"))
        writer.dispose()
        with unprivileged(path):
            reader = open_engine(sqlite_url(path), read_only=True)
            assert count(reader) == 1
            reader.dispose()
            with pytest.raises(DatabaseError, match=r"read-only|cannot be opened"):
                open_engine(sqlite_url(path), read_only=False)


def test_a_database_that_may_not_be_seen_is_named(sqlite_template: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(sqlite_template, folder))
        with unprivileged(path):
            path.parent.chmod(0o000)
            assert "cannot be opened" in opening(sqlite_url(path))


def test_opening_imports_neither_the_mapper_nor_alembic() -> None:
    """What a status costs is mostly what it imports."""
    source = (
        "import sys, tracker.db.session, tracker.db.types\n"
        "print([name for name in ('sqlalchemy.orm', 'alembic', 'pydantic') if name in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def run(url: URL, statement: str) -> None:
    engine = migrate.migration_engine(make_url(url))
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def key_of(name: str) -> str:
    return name.encode().hex().zfill(64)


def store_text(connection: Connection, key: str, body: str = "x") -> None:
    connection.execute(insert(SourceText).values(sha256=key, body=body))


def store_texts(connection: Connection, *keys: str) -> None:
    for key in keys:
        store_text(connection, key)


def count(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM texts")).scalar_one())
