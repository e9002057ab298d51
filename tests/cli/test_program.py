"""What holds of every command: global options, exit statuses, errors of one line, pipes and interrupts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from tests.cli.conftest import ARTICLES, Tracker
from tracker import __version__
from tracker.cli.frame import Command, Program
from tracker.errors import DatabaseError, ItemError

READERS = [
    ("status",),
    ("status", "haiti-mission"),
    ("status", "haiti-mission", "--as-of", "2024-01-01"),
    ("show", "pledge", "1"),
    ("sources",),
    ("export",),
    ("verify",),
    ("db", "current"),
]


def test_version_and_help(tracker: Tracker) -> None:
    assert tracker("--version").stdout == f"tracker {__version__}\n"
    assert tracker("--help").stdout == tracker().stdout
    assert tracker().returncode == 0


@pytest.mark.parametrize("command", READERS, ids=" ".join)
def test_a_reader_without_a_database_says_so_and_creates_nothing(
    tracker: Tracker, tmp_path: Path, command: tuple[str, ...]
) -> None:
    done = tracker(*command)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == "tracker: no database at tracker.db: run tracker ingest\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("sttus",),  # no such command
        ("status", "--jsn"),  # no such option
        ("show", "pledge"),  # an argument is missing
        ("show", "pledges", "1"),  # not a kind
        ("db",),  # a group alone
        ("ingest",),
        ("status", "--as-of", "yesterday"),
        ("status", "--as-of", "20240101"),  # ISO, but not as we write it
        ("export", "--format", "xml"),
        ("--db", "mysql://x/y", "status"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_one_line_and_status_2(tracker: Tracker, arguments: tuple[str, ...]) -> None:
    done = tracker(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("tracker: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--db", "{}", "db", "current"),
        ("db", "--db", "{}", "current"),
        ("db", "current", "--db", "{}"),
        ("db", "current", "--db={}"),
    ],
    ids=" ".join,
)
def test_db_is_accepted_before_and_after_the_command(
    tracker: Tracker, demo: Path, arguments: tuple[str, ...]
) -> None:
    other = demo.rename(demo.with_name("other.db"))
    done = tracker(*(argument.format(other) for argument in arguments), TRACKER_DB="nowhere.db")
    assert done.returncode == 0, done.stderr
    assert "up to date" in done.stdout


def test_the_environment_names_the_database(tracker: Tracker, demo: Path) -> None:
    other = demo.rename(demo.with_name("other.db"))
    assert tracker("sources", TRACKER_DB=str(other)).returncode == 0
    assert tracker("sources", TRACKER_DB=f"sqlite:///{other}").returncode == 0
    assert tracker("sources").returncode == 3


def test_a_file_that_is_no_database_is_status_3(tracker: Tracker, tmp_path: Path) -> None:
    (tmp_path / "tracker.db").write_text("a shopping list\n" * 100)
    done = tracker("status")
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "not an SQLite database" in done.stderr


def _raising(error: BaseException) -> typer.Typer:
    app = typer.Typer(cls=Program, pretty_exceptions_enable=False)

    def first() -> None:
        raise error

    def second() -> None:
        pass

    app.command("first", cls=Command)(first)
    app.command("second", cls=Command)(second)
    return app


@pytest.mark.parametrize(
    ("error", "status", "line"),
    [
        (ItemError("nothing there"), 1, "tracker: nothing there\n"),
        (DatabaseError("no database"), 3, "tracker: no database\n"),
        (KeyboardInterrupt(), 130, "tracker: interrupted; run the same command again to finish the work\n"),
        (
            ZeroDivisionError("three\nlines \x1b[31mof\ntext"),
            70,
            "tracker: internal error: ZeroDivisionError: three lines \\x1b[31mof text;"
            " run again with --debug to see where\n",
        ),
        (typer.Exit(1), 1, ""),
    ],
)
def test_whatever_is_raised_is_one_line_and_a_status(error: BaseException, status: int, line: str) -> None:
    done = CliRunner().invoke(_raising(error), ["first"])
    assert (done.exit_code, done.stdout, done.stderr) == (status, "", line)


@pytest.mark.parametrize("arguments", [["--debug", "first"], ["first", "--debug"]])
def test_debug_shows_where(arguments: list[str]) -> None:
    done = CliRunner().invoke(_raising(ZeroDivisionError("zero")), arguments)
    assert done.exit_code == 70
    assert "Traceback" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("tracker: internal error")


def _started(*arguments: str, cwd: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tracker", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_a_reader_that_goes_away_is_no_error(demo: Path) -> None:
    with _started("export", cwd=demo.parent) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        errors = process.stderr.read()
        assert process.wait(timeout=60) == 141
    assert errors == b""


def test_an_interrupt_is_130_and_no_traceback(tmp_path: Path) -> None:
    with _started("extract", "--json", "-", cwd=tmp_path) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        line = b'{"text": "Kenya will send 1,000 police officers to Haiti."}\n'
        process.stdin.write(line * 3)
        process.stdin.flush()
        process.stdout.readline()  # it is at work now, and waits for more
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert b"Traceback" not in process.stderr.read()


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.is_char_device(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "command",
    [
        *READERS,
        ("--help",),
        ("--version",),
        ("status", "haiti-mission", "--json"),
        ("seed",),
        ("extract", str(ARTICLES)),
        ("ingest", str(ARTICLES), "--dry-run"),
    ],
    ids=" ".join,
)
def test_a_full_disk_is_one_line(demo: Path, command: tuple[str, ...]) -> None:
    done = _on_full_disk(*command, cwd=demo.parent)
    assert done.returncode == 1
    assert done.stderr == "tracker: cannot write the output: No space left on device\n"


@pytest.mark.skipif(not FULL.is_char_device(), reason="this system has no /dev/full")
def test_where_the_reports_of_ingest_are_lost_it_says_what_is_stored(
    tracker: Tracker, tmp_path: Path
) -> None:
    done = _on_full_disk("ingest", str(ARTICLES), cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr == (
        "tracker: cannot write the output: No space left on device; what was reported as stored is stored,"
        " run the same command again to finish the work\n"
    )
    assert tracker("ingest", ARTICLES).stdout.endswith("12 unchanged\n")
    assert tracker("verify").returncode == 0


def test_a_closed_output_harms_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        f"'{sys.executable}' -m tracker ingest '{ARTICLES}' >&-",
        shell=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def _on_full_disk(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    with FULL.open("w") as full:
        return subprocess.run(
            [sys.executable, "-m", "tracker", *arguments],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=120,
            check=False,
        )
