"""``tracker diff``: what is new, changed, contradicted, withdrawn or gone between two views."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli import series
from tests.cli.conftest import Tracker
from tests.cli.schemas import validate
from tests.cli.series import Article, run, run_json

COMMITTED = Article(
    "2024-02-20",
    "US commits",
    "The United States has committed $100 million to the Kenya-led security mission in Haiti, the State"
    " Department said.",
    "The Nairobi Ledger",
)
NEVER, EVER = "2000-01-01", "2100-01-01"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return series.database_of(tmp_path_factory.mktemp("series"), *series.SERIES, COMMITTED, series.UNDATED)


def between(database: Path, first: str, last: str | None, *arguments: str) -> Any:
    to = ("--to", last) if last else ()
    return run_json(database, "diff", "haiti-mission", "--from", first, *to, *arguments)


def told(news: Any) -> list[tuple[str, str | None, str]]:
    """Return record, who and what of each thing."""
    found = []
    for each in news:
        thing = each["after"] or each["before"]
        actor = next((thing[key] for key in ("donor", "contributor", "by", "speaker") if key in thing), None)
        found.append((each["record"], actor, thing.get("status") or thing.get("kind") or thing["text"]))
    return found


def test_what_is_new_is_told_with_its_sources(database: Path) -> None:
    answer = between(database, "2024-03-31", "2024-06-30")
    assert told(answer["new"]) == [
        ("milestone", "Kenya", "deployed"),
        ("deployment", "Jamaica", "offered"),
        ("deployment", "Kenya", "deployed"),
    ]
    assert [answer[key] for key in ("changed", "contradicted", "withdrawn", "gone")] == [[], [], [], []]
    assert answer["phase_changed"]
    assert [answer[view]["phase"] for view in ("from", "to")] == ["suspended", "active"]
    assert [answer[view]["source_count"] for view in ("from", "to")] == [5, 6]
    text = run(database, "diff", "MSS", "--from", "2024-03-31", "--to", "2024-06-30")
    assert (
        "Phase      suspended since 2024-01-26 → active since 2024-06-25, through: deployed by Kenya [5]\n"
        in text
    )
    assert any(
        "Kenya deployed: 200 police, 2024-06-25" in line and line.endswith("[5]")
        for line in text.splitlines()
    )
    assert "  [5] First police land, Newswire, 2024-06-25" in text


def test_what_changed_is_told_with_both_values(database: Path) -> None:
    answer = between(database, "2024-02-10", "2024-02-20")
    (changed,) = answer["changed"]
    assert changed["changes"][0] == {"field": "status", "before": "offered", "after": "committed"}
    assert (changed["before"]["status"], changed["after"]["status"]) == ("offered", "committed")
    assert (answer["new"], answer["phase_changed"]) == ([], False)
    text = run(database, "diff", "MSS", "--from", "2024-02-10", "--to", "2024-02-20")
    assert "United States, USD 100,000,000: status offered → committed" in text
    assert "Phase      suspended since 2024-01-26, as before" in text
    assert "United States committed: nothing → USD 100,000,000" in text
    assert {(each["status"], each["before"], each["after"]) for each in answer["money_levels"]} == {
        ("offered", 100_000_000, None),
        ("committed", None, 100_000_000),
    }


def test_what_is_taken_back_stands_apart(database: Path) -> None:
    answer = between(database, "2024-12-31", "2025-03-01")
    assert told(answer["withdrawn"]) == [
        ("pledge", "United States", "withdrawn"),
        ("deployment", "Jamaica", "withdrawn"),
    ]
    assert answer["new"] == []
    text = run(database, "diff", "MSS", "--from", "2024-12-31", "--to", "2025-03-01")
    assert text.index("Withdrawn or gone") < text.index("United States withdrawn: USD 13,300,000")


def test_a_further_source_confirms_and_changes_nothing(database: Path) -> None:
    answer = between(database, "2024-02-01", "2024-02-10")
    assert [answer[key] for key in ("new", "changed", "withdrawn", "gone", "money_levels")] == [[]] * 5
    assert answer["confirmed_count"] == 2
    text = run(database, "diff", "MSS", "--from", "2024-02-01", "--to", "2024-02-10")
    assert "Nothing changed. As before, but told by further sources: 2 things." in text


@pytest.mark.parametrize(
    ("first", "last"), [("2024-04-01", "2024-04-30"), ("2024-06-25", "2024-06-25"), (NEVER, "2001-01-01")]
)
def test_nothing_changed_is_said(database: Path, first: str, last: str) -> None:
    answer = between(database, first, last)
    lists = ("new", "changed", "contradicted", "withdrawn", "gone", "money_levels")
    assert [answer[key] for key in lists] == [[]] * len(lists)
    assert (answer["phase_changed"], answer["confirmed_count"]) == (False, 0)
    assert "\nNothing changed.\n" in run(database, "diff", "MSS", "--from", first, "--to", last)


def test_without_an_end_it_goes_to_now_with_the_undated(database: Path) -> None:
    answer = between(database, "2024-12-31", None)
    assert ("deployment", "Bahamas", "offered") in told(answer["new"])
    assert (answer["to"]["as_of"], answer["to"]["known_at"]) == (None, None)
    text = run(database, "diff", "MSS", "--from", "2024-12-31")
    assert "To         now" in text
    assert "Left out   1 undated source, of the earlier view" in text
    bounded = between(database, "2024-12-31", EVER)
    assert ("deployment", "Bahamas", "offered") not in told(bounded["new"])
    assert "1 undated source, of both" in run(database, "diff", "MSS", "--from", NEVER, "--to", EVER)


def test_statements_are_counted_and_listed_where_asked_for(database: Path) -> None:
    answer = between(database, NEVER, "2024-02-01")
    assert [answer[view]["statement_count"] for view in ("from", "to")] == [0, 1]
    assert not [each for each in answer["new"] if each["record"] == "statement"]
    listed = between(database, NEVER, "2024-02-01", "--statements")
    assert [each[:2] for each in told(listed["new"]) if each[0] == "statement"] == [
        ("statement", "Antony Blinken")
    ]
    assert "Statements 0 → 1" in run(database, "diff", "MSS", "--from", NEVER, "--to", "2024-02-01")


def test_what_was_learnt_later_is_told_by_the_time_of_recording(tmp_path: Path) -> None:
    database = series.database_of(tmp_path, series.FURTHER)
    (first,) = run_json(database, "history", "pledge", "1")["steps"]
    series.add(database, series.OFFER)
    answer = run_json(database, "diff", "MSS", "--known-from", first["recorded_at"])
    assert told(answer["new"]) == [
        ("milestone", "UN Security Council", "authorized"),
        ("pledge", "United States", "offered"),
    ]
    assert answer["from"]["as_of"] is None
    assert answer["from"]["known_at"] is not None
    both = run_json(
        database, "diff", "MSS", "--from", "2024-02-01", "--to", "2024-03-01",
        "--known-from", first["recorded_at"],
    )  # fmt: skip
    assert ("pledge", "United States", "offered") in told(both["new"])
    none = run_json(
        database, "diff", "MSS", "--known-from", first["recorded_at"], "--known-to", first["recorded_at"]
    )
    assert none["new"] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("--from", NEVER),
        ("--from", "2024-03-05", "--to", "2024-07-20", "--statements"),
        ("--known-from", NEVER),
        ("--from", "2023-10-15", "--known-from", EVER),
    ],
    ids=" ".join,
)
def test_json_is_as_its_schema_says(demo: Path, arguments: tuple[str, ...]) -> None:
    answer = run_json(demo, "diff", "haiti-mission", *arguments)
    validate(answer, "diff")
    assert answer["new"] or answer["changed"]


def test_the_views_are_those_of_the_status(demo: Path) -> None:
    """What is new or gone is the difference of what the status lists on the two days."""
    days = "2024-03-05", "2024-07-20"
    answer = between(demo, *days)
    ids: list[dict[str, set[int]]] = []
    for view, day in zip(("from", "to"), days, strict=True):
        status = run_json(demo, "status", "haiti-mission", "--as-of", day)
        assert answer[view] == {key: status[key] for key in answer[view]}
        ids.append({kind: {each["id"] for each in status[f"{kind}s"]} for kind in ("milestone", "pledge")})
    for kind in ("milestone", "pledge"):
        news = [each for key in ("new", "withdrawn") for each in answer[key] if each["before"] is None]
        assert {each["id"] for each in news if each["record"] == kind} == ids[1][kind] - ids[0][kind]
        gone = {each["id"] for each in answer["gone"] if each["record"] == kind}
        assert gone == ids[0][kind] - ids[1][kind]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ((), 2, "say since when: --from YYYY-MM-DD, --known-from TIMESTAMP, or both"),
        (("--to", "2024-01-01"), 2, "say since when"),
        (("--from", "2024-02-01", "--to", "2024-01-01"), 2, "--from 2024-02-01 is after --to 2024-01-01"),
        (("--from", "yesterday"), 2, '"yesterday" is not a day'),
        (("--known-from", "2024-02-01", "--known-to", "2024-01-01"), 2, "is after --known-to"),
    ],
)
def test_wrong_usage_is_told(
    tracker: Tracker, demo: Path, arguments: tuple[str, ...], status: int, said: str
) -> None:
    assert demo.exists()
    done = tracker("diff", "haiti-mission", *arguments)
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
