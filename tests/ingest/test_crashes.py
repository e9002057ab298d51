"""Killed in the middle, run by two at once: nothing is lost that was reported, and nothing is there twice."""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import replace

import pytest
from sqlalchemy import URL, Engine

from tests.ingest.articles import OPTIONS, content, outcomes, story, take_in
from tests.ingest.worker import count_statements
from tracker.ingest import ingest


def worker(url: URL, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.ingest.worker", url.render_as_string(hide_password=False)]
    return subprocess.Popen([*command, *map(str, arguments)], stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("part", [0.02, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9])
def test_killed_and_run_again(engine: Engine, sqlite_twin: Engine, database_url: URL, part: float) -> None:
    sent = count_statements(sqlite_twin)
    list(ingest(story(), sqlite_twin, replace(OPTIONS, batch=2)))
    process = worker(database_url, 0, max(1, int(sent[0] * part)))
    reported, _ = process.communicate(timeout=120)
    assert process.returncode == -signal.SIGKILL
    again = outcomes(take_in(engine, story()))
    assert set(reported.replace(": new", ": unchanged").splitlines()) <= set(again)
    assert content(engine) == content(sqlite_twin)


def test_two_at_once(engine: Engine, sqlite_twin: Engine, database_url: URL) -> None:
    processes = [worker(database_url, order) for order in (1, 2)]
    reports = [process.communicate(timeout=120)[0].splitlines() for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    assert sorted(line for lines in reports for line in lines if line.endswith(": new")) == [
        f"{number:02}: new" for number in range(1, 11)
    ]
    take_in(sqlite_twin, story())
    assert content(engine) == content(sqlite_twin)
