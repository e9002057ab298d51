"""``tracker extract``: what would be recorded, without a database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from tests.cli.conftest import ARTICLES, Tracker
from tracker.cli.app import app
from tracker.documents import read

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "extract.schema.json").read_text())
ONE = ARTICLES / "2023-09-22-us-offers-100-million.txt"


def extracted(*arguments: str | Path) -> list[dict[str, Any]]:
    done = CliRunner().invoke(app, ["extract", "--json", *map(str, arguments)])
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_one_document_is_one_object_and_touches_no_database(tracker: Tracker, tmp_path: Path) -> None:
    done = tracker("extract", "--json", ONE)
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    assert (record["article"], record["mission"]) == (str(ONE), "haiti-mission")
    assert list(tmp_path.iterdir()) == []


def test_several_documents_are_json_lines_in_the_order_given() -> None:
    paths = sorted(ARTICLES.glob("*.txt"), reverse=True)
    assert [record["article"] for record in extracted(*paths)] == [str(path) for path in paths]


def test_output_is_as_its_schema_says() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for record in extracted(ARTICLES):
        jsonschema.validate(record, SCHEMA)


def test_every_quote_stands_at_its_place() -> None:
    for path in sorted(ARTICLES.glob("*.txt")):
        body = read.read_document(path).body
        (record,) = extracted(path, path)[:1]
        for kind in ("pledges", "deployments", "statements", "milestones", "awaits", "roles", "open_dates"):
            for each in record[kind]:
                assert body[each["start"] : each["end"]] == each["quote"]
                for field in each.get("fields", []):
                    assert body[field["start"] : field["end"]].strip()


def test_a_failed_document_leaves_json_lines_on_standard_output(tracker: Tracker) -> None:
    done = tracker("extract", "--json", "nowhere.txt", ONE)
    assert done.returncode == 1
    assert done.stderr == "tracker: nowhere.txt: no such file or folder\n"
    assert len(done.stdout.splitlines()) == 1


def test_published_decides_relative_dates(tmp_path: Path) -> None:
    path = tmp_path / "vote.txt"
    path.write_text(
        "Kenya's parliament on Thursday approved the deployment of police to the security mission in Haiti."
    )
    (unknown,) = extracted(path, path)[:1]
    assert unknown["published"] is None
    assert unknown["milestones"] == []
    assert [each["quote"] for each in unknown["open_dates"]]
    done = CliRunner().invoke(app, ["extract", "--json", "--published", "2023-11-17", str(path)])
    known = json.loads(done.stdout)
    assert [(each["kind"], each["date"]) for each in known["milestones"]] == [("approved", "2023-11-16")]


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_listing_holds_every_quote(path: Path) -> None:
    (record,) = extracted(path, path)[:1]
    done = CliRunner().invoke(app, ["extract", str(path)])
    assert done.exit_code == 0
    for kind in ("pledges", "deployments", "statements", "milestones"):
        for each in record[kind]:
            assert " ".join(each["quote"].split()) in done.stdout


def test_nothing_is_taken_from_a_text_in_another_language(tracker: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "kenia.txt"
    path.write_text(
        "El presidente William Ruto anunció que Kenia enviará 1.000 policías a Haití. «No vamos a dejar solo "
        "al pueblo haitiano», dijo, y pidió $100 millones para la misión.",
        encoding="utf-8",
    )
    done = tracker("extract", path, ONE)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == f"{path}: unsupported: es"
    assert f"{ONE}: haiti-mission" in done.stdout
    spanish, english = extracted(path, ONE)
    assert (spanish["language"], english["language"]) == ("es", "en")
    jsonschema.validate(spanish, SCHEMA)
    for kind in ("pledges", "deployments", "statements", "milestones", "awaits", "roles", "open_dates"):
        assert spanish[kind] == []
    assert (spanish["mission"], spanish["phase"]) == (None, None)


def test_a_text_too_short_to_tell_is_taken_for_english(tracker: Tracker) -> None:
    done = tracker("extract", "--json", "-", stdin="Canada pledged $60 million to Haiti.")
    record = json.loads(done.stdout)
    assert record["language"] is None
    assert [each["donor"] for each in record["pledges"]] == ["Canada"]
