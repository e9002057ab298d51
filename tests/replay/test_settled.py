"""A figure in dispute, and the correction that settles it, as the commands tell of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.series import run, run_json
from tests.replay.reading import written
from tests.replay.telling import FOLDER, printed

STORY = "400 or 200 in the first contingent, and a correction"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("settled")
    run(
        folder / "tracker.db",
        "ingest",
        str(written(folder / "all.jsonl", printed(FOLDER / "people.toml", STORY))),
    )
    return folder / "tracker.db"


def _sides(dispute: object) -> list[str] | None:
    return [side["said"] for side in dispute["sides"]] if isinstance(dispute, dict) else None


@pytest.mark.parametrize(
    ("first", "last", "before", "after"),
    [
        ("2024-06-26", "2024-06-28", None, ["400", "200"]),  # it appears
        ("2024-06-28", "2024-07-03", ["400", "200"], ["200", "400"]),  # the correction leads
    ],
)
def test_diff(
    database: Path, first: str, last: str, before: list[str] | None, after: list[str] | None
) -> None:
    news = run_json(database, "diff", "haiti-mission", "--from", first, "--to", last)
    (dispute,) = news["contradicted"]
    assert (_sides(dispute["before"]), _sides(dispute["after"])) == (before, after)
    assert news["withdrawn"] == news["gone"] == []


def test_history(database: Path) -> None:
    status = run_json(database, "status", "haiti-mission")
    (strength,) = (each for each in status["deployments"] if each["contributor"] == "Kenya")
    told = run_json(database, "history", "deployment", str(strength["contingents"][0]["id"]))
    steps = [(each["effect"], each["after"]["count"]) for each in told["steps"]]
    assert steps[0] == ("first-told", 400)
    assert steps[-1] == ("changed", 200)
    assert [[_sides(dispute) for dispute in each["disputed"]] for each in told["steps"]] == [
        [],
        [["400", "200"]],
        [["200", "400"]],
    ]
    (change,) = (each for each in told["steps"][-1]["changes"] if each["field"] == "count")
    assert (change["before"], change["after"], change["why"]) == (400, 200, "correction")
