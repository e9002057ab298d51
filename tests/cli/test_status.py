"""``tracker status``: JSON as documented, text that fits, views of an earlier day."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from tests.cli.conftest import Tracker
from tracker.cli.app import app

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "status.schema.json").read_text())
BEFORE_ALL, AFTER_ALL = "2000-01-01", "2100-01-01"


def ask(database: Path, *arguments: str) -> str:
    done = CliRunner().invoke(app, ["status", "--db", str(database), *arguments])
    assert done.exit_code == 0, done.stderr
    return done.stdout


def ask_json(database: Path, *arguments: str) -> Any:
    return json.loads(ask(database, "--json", *arguments))


@pytest.mark.parametrize(
    "arguments",
    [
        ("haiti-mission",),
        ("MSS",),
        ("haiti-mission", "--as-of", "2023-10-15"),
        ("haiti-mission", "--as-of", "2024-03-20"),
        ("haiti-mission", "--as-of", BEFORE_ALL),
        ("minusma",),  # seeded, and no article tells of it
    ],
    ids=" ".join,
)
def test_json_is_as_its_schema_says(demo: Path, arguments: tuple[str, ...]) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(ask_json(demo, *arguments), SCHEMA)


def test_a_seeded_mission_without_articles_has_no_phase(demo: Path) -> None:
    answer = ask_json(demo, "minusma")
    assert (answer["phase"], answer["milestones"], answer["source_count"]) == (None, [], 0)
    assert "Phase      unknown" in ask(demo, "minusma")


def test_every_thing_rests_on_a_source_whose_quote_stands_in_its_text(demo: Path) -> None:
    answer = ask_json(demo, "haiti-mission")
    things = [*answer["milestones"], *answer["pledges"], *answer["deployments"]]
    things += [part for each in answer["deployments"] for part in each["contingents"]]
    assert len(things) > 20
    exported = CliRunner().invoke(app, ["export", "--with-ids", "--db", str(demo)])
    claims = {
        (claim["source_id"], claim["start"], claim["end"]): claim["quote"]
        for name, table in json.loads(exported.stdout).items()
        if name.endswith("_claims")
        for claim in table
    }
    for thing in things:
        assert thing["sources"], thing
        for source in thing["sources"]:
            assert claims[source["id"], source["start"], source["end"]] == source["quote"]


@pytest.mark.parametrize("mission", ["haiti-mission", "gang-suppression-force", "minusma"])
def test_a_day_after_all_articles_tells_what_is_stored(demo: Path, mission: str) -> None:
    stored, projected = ask_json(demo, mission), ask_json(demo, mission, "--as-of", AFTER_ALL)
    assert projected.pop("as_of") == AFTER_ALL
    assert stored.pop("as_of") is None
    assert projected == stored


def test_a_day_after_all_articles_tells_of_all_missions_what_is_stored(demo: Path) -> None:
    stored, projected = ask_json(demo), ask_json(demo, "--as-of", AFTER_ALL)
    assert [each | {"as_of": None} for each in projected] == stored
    told = [each["mission"] for each in stored if each["source_count"]]
    assert "haiti-mission" in told
    assert [each["mission"] for each in stored] == sorted(each["mission"] for each in stored)


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (BEFORE_ALL, None),
        ("2023-07-30", "proposed"),
        ("2023-10-03", "authorized"),
        ("2023-10-10", "suspended"),
        ("2024-06-25", "active"),
        ("2025-10-03", "ended"),
    ],
)
def test_as_of_follows_the_story(demo: Path, day: str, phase: str | None) -> None:
    answer = ask_json(demo, "haiti-mission", "--as-of", day)
    assert answer["phase"] == phase
    for thing in (*answer["milestones"], *answer["pledges"], *answer["deployments"]):
        assert all(source["published"] <= day for source in thing["sources"])


def test_as_of_leaves_out_undated_sources_and_says_how_many(tracker: Tracker, demo: Path) -> None:
    article = "Canada will give $7 million to the Kenya-led security mission in Haiti, Melanie Joly said."
    assert tracker("ingest", "-", stdin=article).returncode == 0
    today = ask_json(demo, "haiti-mission")
    assert (today["source_count"], today["undated_count"]) == (13, 1)
    then = ask_json(demo, "haiti-mission", "--as-of", AFTER_ALL)
    assert (then["source_count"], then["undated_count"]) == (12, 1)
    assert 7_000_000 in [pledge["amount"] for pledge in today["pledges"]]
    assert 7_000_000 not in [pledge["amount"] for pledge in then["pledges"]]
    assert "13 sources, the newest of 2025-10-03, 1 undated" in ask(demo, "haiti-mission")
    assert "Left out: 1 undated source" in ask(demo, "haiti-mission", "--as-of", AFTER_ALL)


def test_text_tells_what_json_tells(demo: Path) -> None:
    answer, text = ask_json(demo, "haiti-mission"), ask(demo, "haiti-mission")
    assert f"{answer['name']} (haiti-mission)" in text
    assert f"Phase      {answer['phase']} since {answer['phase_since']}" in text
    lines = {line.split()[0]: line for line in text.splitlines() if line.startswith("  ")}
    for pledge in answer["pledges"]:
        if pledge["amount"] is not None:
            assert f"{pledge['currency']} {pledge['amount']:,}" in text
        if pledge["total"]:
            assert re.search(rf"^  {pledge['id']} .*\(total\)", text, re.MULTILINE)
    assert any(line.startswith("[") for line in lines)
    assert "[12] Kenya-led mission in Haiti gives way" in text


def test_a_pipe_gets_whole_lines_without_colour(tracker: Tracker, demo: Path) -> None:
    done = tracker("status", "mss", COLUMNS="40")
    assert done.stdout == ask(demo, "mss")
    assert "\x1b" not in done.stdout
    assert "[10] CORRECTED: Second contingent brings Kenyan officers in Haiti to about 400" in done.stdout


def test_a_miss_suggests_and_is_status_1(tracker: Tracker, demo: Path) -> None:
    assert demo.exists()
    done = tracker("status", "haiti-misson")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith('tracker: no mission is called "haiti-misson"; did you mean haiti-mission')


def test_a_host_names_the_missions_there(tracker: Tracker, demo: Path) -> None:
    assert demo.exists()
    for query in ("Haiti", "Port-au-Prince"):
        done = tracker("status", query)
        assert (done.returncode, done.stdout) == (1, "")
        told, *others = done.stderr.rstrip("…\n ").partition("; missions there: ")[2].split(", ")
        assert told in ("haiti-mission", "gang-suppression-force")
        assert "minustah" in others
    done = tracker("ingest", "--mission", "Haiti", "nowhere.txt")
    assert "missions there: " in done.stderr
