"""``--as-of`` and ``--known-at``: how they are written, and that they are told."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import typer

from tests.cli.conftest import ARTICLES, Tracker
from tracker.cli.options import moment

MOMENTS = {
    "2026-11-24T17:30:00Z": datetime(2026, 11, 24, 17, 30, tzinfo=UTC),
    "2026-11-24 17:30+02:00": datetime(2026, 11, 24, 15, 30, tzinfo=UTC),
    "2026-11-24T17:30:00.25-01:30": datetime(2026, 11, 24, 19, 0, 0, 250_000, tzinfo=UTC),
    "2026-11-24T17:30": datetime(2026, 11, 24, 17, 30).astimezone(UTC),
    "2026-11-24": datetime(2026, 11, 24, 23, 59, 59, 999_999).astimezone(UTC),
}


@pytest.mark.parametrize("text", MOMENTS)
def test_a_moment_is_read(text: str) -> None:
    assert moment(text) == MOMENTS[text]


@pytest.mark.parametrize(
    "text",
    ["", "now", "20261124", "2026-W48", "2026-11-31", "2026-11-24T25:00", "2026-11-24Z", "0001-01-01x"],
)
def test_what_is_no_moment_shows_the_form(text: str) -> None:
    with pytest.raises(typer.BadParameter, match="write it as 2026-11-24, "):
        moment(text)


def test_an_export_of_a_day_is_that_of_the_articles_until_then(tracker: Tracker, demo: Path) -> None:
    day = "2024-03-12"
    assert tracker("ingest", *(path for path in ARTICLES.glob("*.txt") if path.name[:10] <= day),
                   "--db", "only.db").returncode == 0  # fmt: skip
    assert tracker("export", "--as-of", day).stdout == tracker("export", "--db", "only.db").stdout
    assert demo.exists()


def test_before_anything_was_recorded_nothing_was_known(tracker: Tracker, demo: Path) -> None:
    assert demo.exists()
    early = ("--known-at", "2020-01-01T00:00:00Z")
    answer = json.loads(tracker("status", "mss", "--json", *early).stdout)
    assert (answer["known_at"], answer["phase"], answer["source_count"]) == (
        "2020-01-01T00:00:00+00:00",
        None,
        0,
    )
    assert "Known at   2020-01-01T00:00:00+00:00" in tracker("status", "mss", *early).stdout
    assert json.loads(tracker("export", *early).stdout)["sources"] == []
    assert tracker("show", "pledge", "1", *early).returncode == 1
    assert tracker("status", "mss", "--known-at", "yesterday").returncode == 2
