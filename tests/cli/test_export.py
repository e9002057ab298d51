"""``tracker export``: the same articles give the same bytes, in any order and on either database."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import URL

from tests.cli.conftest import ARTICLES, Tracker
from tests.databases import created

PATHS = sorted(ARTICLES.glob("*.txt"))
ORDERS = {
    "forwards": [PATHS],
    "backwards": [PATHS[::-1]],
    "in three goes, odd ones first": [PATHS[1::2], PATHS[:4], PATHS],
}


def exported(tracker: Tracker, *arguments: str) -> str:
    done = tracker("export", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_order_of_ingestion_does_not_show(tracker: Tracker) -> None:
    found = set()
    for name, goes in ORDERS.items():
        database = f"{name}.db"
        for paths in goes:
            assert tracker("ingest", *paths, "--db", database).returncode == 0
        forms = [exported(tracker, "--format", form, "--db", database) for form in ("json", "jsonl")]
        found.add(tuple(forms))
    assert len(found) == 1


def test_sqlite_and_postgresql_give_the_same_bytes(
    tracker: Tracker, demo: Path, postgres_server: URL, postgres_template: URL
) -> None:
    with created(postgres_server, postgres_template.database) as url:
        place = url.render_as_string(hide_password=False)
        done = tracker("ingest", ARTICLES, "--db", place)
        assert done.returncode == 0, done.stderr
        assert exported(tracker, "--db", place) == exported(tracker, "--db", str(demo))
        for command in (
            ("status", "mss", "--json"),
            ("status", "--json"),
            ("status", "mss", "--as-of", "2024-03-20"),
        ):
            assert tracker(*command, "--db", place).stdout == tracker(*command, "--db", str(demo)).stdout
        for other in (("verify",), ("sources",), ("show", "pledge", "1"), ("show", "actor", "Kenya")):
            assert tracker(*other, "--db", place).returncode == 0


def test_nothing_in_it_depends_on_the_database_but_with_ids(tracker: Tracker, demo: Path) -> None:
    assert demo.exists()
    plain, full = exported(tracker), exported(tracker, "--with-ids")
    local = ('"id"', "source_id", "recorded_at", "retrieved_at", "inputs", "revision", str(ARTICLES))
    assert not any(each in plain for each in local)
    assert all(each in full for each in local)
    without = {
        table: [
            {key: record[key] for key in record if key not in local and key != "id"} for record in records
        ]
        for table, records in json.loads(full).items()
    }
    assert without == json.loads(plain)


def test_json_lines_are_the_records_of_the_object(tracker: Tracker, demo: Path) -> None:
    assert demo.exists()
    lines = [json.loads(line) for line in exported(tracker, "--format", "jsonl").splitlines()]
    whole = json.loads(exported(tracker))
    assert lines == [
        {"record": table[:-1], **record} for table, records in whole.items() for record in records
    ]


def test_claims_name_their_source_and_the_thing_they_support(tracker: Tracker, demo: Path) -> None:
    assert demo.exists()
    whole = json.loads(exported(tracker))
    sources = {source["identity"] for source in whole["sources"]}
    for kind in ("pledge", "deployment", "statement", "milestone"):
        keys = {thing["key"] for thing in whole[f"{kind}s"]}
        claims = whole[f"{kind}_claims"]
        assert claims
        assert {claim["source"] for claim in claims} <= sources
        assert {claim["supports"] for claim in claims} <= keys | {None}


def test_output_goes_to_a_file_whole_or_not_at_all(tracker: Tracker, demo: Path) -> None:
    target = demo.with_name("export.json")
    assert tracker("export", "-o", target).returncode == 0
    assert target.read_text(encoding="utf-8") == exported(tracker)
    target.write_text("kept")
    failed = tracker("export", "-o", demo.parent / "nowhere" / "export.json")
    assert failed.returncode == 1
    assert "cannot be written" in failed.stderr
    assert tracker("export", "-o", target, "--db", "nowhere.db").returncode == 3
    assert target.read_text(encoding="utf-8") == "kept"
    assert sorted(path.name for path in demo.parent.iterdir()) == ["export.json", "tracker.db"]


def test_a_poor_locale_changes_no_byte(tracker: Tracker, demo: Path) -> None:
    assert demo.exists()
    poor = tracker("export", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert poor.stdout == exported(tracker)
    assert tracker("status", "mss", PYTHONIOENCODING="ascii").returncode == 0


@pytest.mark.parametrize(
    "target",
    [
        "tracker.db",
        "./tracker.db",
        "linked.db",
        "hard.db",
        "tracker.db-wal",
        "tracker.db-shm",
        "tracker.db-journal",
    ],
)
def test_the_database_itself_is_never_written_over(tracker: Tracker, demo: Path, target: str) -> None:
    demo.with_name("linked.db").symlink_to(demo)
    demo.with_name("hard.db").hardlink_to(demo)
    before = demo.read_bytes()
    for database in ("tracker.db", "linked.db"):
        done = tracker("--db", database, "export", "-o", target)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == f"tracker: {Path(target)} belongs to the database: name another file with -o\n"
    assert demo.read_bytes() == before
    assert {path.name for path in demo.parent.iterdir()} == {"tracker.db", "linked.db", "hard.db"}


def test_a_pipe_with_a_name_is_written_through(tracker: Tracker, demo: Path) -> None:
    pipe = demo.with_name("pipe")
    os.mkfifo(pipe)
    read = demo.with_name("read")
    with read.open("wb") as copy, subprocess.Popen(["cat", pipe], stdout=copy) as reader:
        assert tracker("export", "-o", pipe).returncode == 0
        assert reader.wait(timeout=60) == 0
    assert read.read_text(encoding="utf-8") == exported(tracker)
    assert pipe.is_fifo()


def test_a_device_is_written_through(tracker: Tracker, demo: Path) -> None:
    full = Path("/dev/full")
    if not full.is_char_device():
        pytest.skip("this system has no /dev/full")
    done = tracker("export", "-o", full)
    assert (done.returncode, done.stdout) == (1, "")
    assert "No space left on device" in done.stderr
    assert full.is_char_device()
    assert demo.exists()


def test_standard_output_by_its_name_is_standard_output(tracker: Tracker, demo: Path) -> None:
    done = tracker("export", "-o", "/dev/stdout")
    assert (done.returncode, done.stdout) == (0, exported(tracker))
    log = demo.with_name("log")
    log.write_text("kept\n")
    with log.open("a") as stdout:
        subprocess.run(
            [sys.executable, "-m", "tracker", "export", "-o", "/dev/stdout"],
            stdout=stdout,
            cwd=demo.parent,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            check=True,
        )
    assert log.read_text(encoding="utf-8") == "kept\n" + exported(tracker)


def test_a_link_is_kept_and_its_file_written(tracker: Tracker, demo: Path) -> None:
    target, link = demo.with_name("export.json"), demo.with_name("link.json")
    link.symlink_to(target.name)
    for _ in ("the file is not there yet", "it is"):
        assert tracker("export", "-o", link).returncode == 0
        assert link.is_symlink()
        assert target.read_text(encoding="utf-8") == exported(tracker)
