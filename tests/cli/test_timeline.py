"""``tracker timeline``: what happened, in the order of the days."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli import series
from tests.cli.conftest import Tracker
from tests.cli.schemas import validate
from tests.cli.series import run, run_json


def told(answer: Any) -> list[tuple[str | None, str, str | None]]:
    return [(entry["date"], entry["event"], entry["who"]) for entry in answer["entries"]]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return series.database_of(tmp_path_factory.mktemp("series"), *series.SERIES)


def test_everything_dated_stands_in_the_order_of_its_days(database: Path) -> None:
    assert told(run_json(database, "timeline", "haiti-mission")) == [
        ("2023-10-02", "milestone", "UN Security Council"),
        ("2024-01-26", "milestone", "High Court of Kenya"),
        ("2024-02-01", "pledge", "United States"),
        ("2024-03-11", "pledge", "United States"),
        ("2024-03-11", "pledge", "United States"),
        ("2024-06-25", "milestone", "Kenya"),
        ("2024-06-25", "contingent", "Kenya"),
        ("2024-06-25", "level", "Jamaica"),
        ("2024-07-20", "level", "Kenya"),
        ("2025-02-04", "pledge", "United States"),
    ]


def test_each_line_has_day_words_who_id_and_source(database: Path) -> None:
    lines = run(database, "timeline", "MSS").splitlines()
    assert lines[0] == "Multinational Security Support Mission in Haiti (haiti-mission)"
    rows = [line.split("  ") for line in lines if line.startswith("2024-02-01")]
    assert [[cell.strip() for cell in row if cell] for row in rows] == [
        ["2024-02-01", "United States", "offered: USD 100,000,000", "pledge 2", "[2] [3] [6]"]
    ]
    assert any(
        line.startswith("2024-07-20  Kenya") and "600 police in all, 200 until" in line for line in lines
    )
    assert "  [2] Washington offers $100m, Newswire, 2024-02-01" in lines


def test_what_nobody_dates_stands_apart_in_the_order_in_which_it_was_told(database: Path) -> None:
    answer = run_json(database, "timeline", "haiti-mission")
    assert [(entry["date"], entry["who"], entry["first_told"]) for entry in answer["undated"]] == [
        (None, "Canada", "2024-01-26"),
        (None, "Jamaica", "2025-02-04"),
        # A part that was paid: the pledge's earliest source tells nothing of it.
        (None, "United States", None),
    ]
    text = run(database, "timeline", "haiti-mission")
    assert text.index("On no day that anybody tells") < text.index("Canada") < text.index("USD 40,000,000")


def test_a_source_without_a_date_dates_nothing(tmp_path: Path) -> None:
    database = series.database_of(tmp_path, series.UNDATED)
    answer = run_json(database, "timeline", "haiti-mission")
    assert answer["entries"] == []
    assert [(entry["who"], entry["first_told"]) for entry in answer["undated"]] == [("Bahamas", None)]
    assert "Nothing that a source dates." in run(database, "timeline", "haiti-mission")


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        ("2024-03-11", "2024-06-25", ["2024-03-11"] * 2 + ["2024-06-25"] * 3),
        ("2025-01-01", None, ["2025-02-04"]),
        (None, "2024-01-26", ["2023-10-02", "2024-01-26"]),
        ("2026-01-01", "2026-02-01", []),
    ],
)
def test_days_bound_what_is_shown(
    database: Path, since: str | None, until: str | None, days: list[str]
) -> None:
    bounds = [*(("--since", since) if since else ()), *(("--until", until) if until else ())]
    answer = run_json(database, "timeline", "haiti-mission", *bounds)
    assert [entry["date"] for entry in answer["entries"]] == days
    assert (answer["undated"], answer["left_out"]) == ([], 3)
    assert "Left out: 3 things that no source dates." in run(database, "timeline", "haiti-mission", *bounds)


def test_a_month_is_within_every_part_of_it(tmp_path: Path) -> None:
    article = series.Article(
        "2024-04-20",
        "Jamaicans",
        "Jamaica sent 24 soldiers to the Kenya-led security mission in Haiti in March 2024.",
    )
    database = series.database_of(tmp_path, article)
    for day in ("2024-03-01", "2024-03-31"):
        answer = run_json(database, "timeline", "haiti-mission", "--since", day, "--until", day)
        assert ("2024-03", "contingent", "Jamaica") in told(answer)


def test_statements_come_where_asked_for(database: Path) -> None:
    assert not [entry for entry in told(run_json(database, "timeline", "MSS")) if entry[1] == "statement"]
    answer = run_json(database, "timeline", "MSS", "--statements")
    said = [entry for entry in answer["entries"] if entry["event"] == "statement"]
    assert ("2024-02-01", "Antony Blinken") in [(entry["date"], entry["who"]) for entry in said]
    assert "said that The United States will give" in run(database, "timeline", "MSS", "--statements")


@pytest.mark.parametrize("arguments", [(), ("--statements",), ("--since", "2024-07-01")], ids=" ".join)
def test_json_is_as_its_schema_says(demo: Path, arguments: tuple[str, ...]) -> None:
    answer = run_json(demo, "timeline", "haiti-mission", *arguments)
    validate(answer, "timeline")
    assert answer["entries"]


def test_things_are_those_of_the_status(demo: Path) -> None:
    """What the status lists stands in the timeline; a strength only where a source tells a level."""
    status = run_json(demo, "status", "haiti-mission")
    answer = run_json(demo, "timeline", "haiti-mission")
    entries = [*answer["entries"], *answer["undated"]]
    for key, event in (("milestones", "milestone"), ("pledges", "pledge")):
        ours = {entry["thing"]["id"]: entry["thing"] for entry in entries if entry["event"] == event}
        assert ours == {each["id"]: each for each in status[key]}
    parts = [part for each in status["deployments"] for part in each["contingents"]]
    ours = {entry["thing"]["id"]: entry["thing"] for entry in entries if entry["event"] == "contingent"}
    assert ours == {each["id"]: each for each in parts}
    strengths = {each["id"] for each in status["deployments"]}
    assert {entry["thing"]["id"] for entry in entries if entry["event"] == "level"} <= strengths


def test_a_mission_without_articles_has_an_empty_timeline(demo: Path) -> None:
    answer = run_json(demo, "timeline", "minusma")
    assert (answer["entries"], answer["undated"]) == ([], [])
    assert "Nothing that a source dates." in run(demo, "timeline", "minusma")


def test_days_the_wrong_way_round_are_wrong_usage(tracker: Tracker, demo: Path) -> None:
    assert demo.exists()
    done = tracker("timeline", "MSS", "--since", "2024-02-01", "--until", "2024-01-01")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("tracker: --since 2024-02-01 is after --until 2024-01-01")
    assert tracker("timeline", "haiti-misson").returncode == 1
