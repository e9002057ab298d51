"""On a terminal lines fit and titles are bold; ``NO_COLOR`` and ``COLUMNS`` are honoured."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLES
from tracker.cli.text import width_of

WIDTHS = [30, 45, 60, 80, 132]


def on_terminal(*arguments: str, cwd: Path, **environment: str) -> str:
    """Run ``tracker`` with a terminal as its standard output; return what it wrote there."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "tracker", *arguments],
        cwd=cwd,
        env={
            **{name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS")},
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "TERM": "xterm",
            **environment,
        },
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    ):
        os.close(theirs)
        written = b""
        try:
            while piece := os.read(ours, 65536):
                written += piece
        except OSError:  # Linux ends a terminal so
            pass
        os.close(ours)
    return written.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "command", ["status haiti-mission", "sources", "show source 3", "show actor Kenya", "status"]
)
def test_lines_fit(demo: Path, command: str, width: int) -> None:
    shown = on_terminal(*command.split(), cwd=demo.parent, COLUMNS=str(width), NO_COLOR="1")
    assert shown
    assert "\x1b" not in shown
    # Addresses, and paths in front of a colon, are whole so that they can be copied.
    assert max(width_of(line) for line in shown.splitlines() if not line.startswith("  http")) <= width


@pytest.mark.parametrize("width", [30, 45, 60])
def test_sums_and_dates_are_never_broken(demo: Path, width: int) -> None:
    whole = on_terminal("status", "haiti-mission", cwd=demo.parent, COLUMNS="1000", NO_COLOR="1")
    narrow = on_terminal("status", "haiti-mission", cwd=demo.parent, COLUMNS=str(width), NO_COLOR="1")
    amounts = re.compile(r"[A-Z]{3} [\d,]+|\d{4}-\d\d(?:-\d\d)?|\[[\d-]+\]")
    assert Counter(amounts.findall(narrow)) == Counter(amounts.findall(whole))


def test_all_missions_are_a_line_each(demo: Path) -> None:
    shown = on_terminal("status", cwd=demo.parent, COLUMNS="80").splitlines()
    assert [line.split()[0] for line in shown if line.startswith("haiti-mission ")] == ["haiti-mission"]
    assert all(line.split()[0].islower() for line in shown)


def test_ingest_shows_progress_and_leaves_its_reports(tmp_path: Path) -> None:
    shown = on_terminal("ingest", str(ARTICLES), cwd=tmp_path, COLUMNS="200")
    assert shown.count(": new (") == 12
    assert "12 new" in shown
    assert "articles" in shown


def test_titles_are_bold(demo: Path) -> None:
    assert "\x1b[1mMoney\x1b[0m" in on_terminal("status", "haiti-mission", cwd=demo.parent)
