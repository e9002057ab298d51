"""The program as its users run it: real processes on real databases."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.annotated import BAKERY, CANADA, CANADA_PLEDGE, JAMAICANS, JOLY, gold, write
from tests.databases import postgres_server, postgres_template  # noqa: F401 - fixtures
from tracker.resources import seeds_path

ARTICLES = seeds_path() / "articles"
Tracker = Callable[..., subprocess.CompletedProcess[str]]


def run_tracker(
    *arguments: str | Path, cwd: Path, stdin: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run ``tracker`` in ``cwd`` as a process of its own, with a plain environment, and wait for it."""
    plain = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("TRACKER_") and name not in ("COLUMNS", "NO_COLOR", "CI")
    }
    return subprocess.run(
        [sys.executable, "-m", "tracker", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env={**plain, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONWARNINGS": "error", **environment},
        timeout=120,
        check=False,
    )


@pytest.fixture
def tracker(tmp_path: Path) -> Tracker:
    """``tracker(*arguments)`` in an empty folder."""

    def run(*arguments: str | Path, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        return run_tracker(*arguments, cwd=tmp_path, stdin=stdin, **environment)

    return run


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the demonstration articles, built once by the program itself."""
    folder = tmp_path_factory.mktemp("demo")
    done = run_tracker("ingest", ARTICLES, cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "tracker.db"


@pytest.fixture
def demo(demo_template: Path, tmp_path: Path) -> Path:
    """A copy of the demonstration database, as ``tracker.db`` of the test's folder."""
    path = tmp_path / "tracker.db"
    shutil.copyfile(demo_template, path)
    return path


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two articles, all of whose gold is found."""
    folder = tmp_path / "corpus"
    write(
        folder,
        "canada",
        CANADA,
        gold(pledges=[CANADA_PLEDGE], deployments=[JAMAICANS], statements=[JOLY]),
    )
    write(folder, "bakery", BAKERY, gold(mission=None, phase=None))
    return folder
