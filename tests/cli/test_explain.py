"""``tracker extract --explain``: how the records of an article came about."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from tests.cli.conftest import ARTICLES
from tests.cli.test_extract import SCHEMA, extracted
from tests.cli.test_terminal import WIDTHS, on_terminal
from tracker.cli.app import app
from tracker.cli.text import width_of
from tracker.documents import read_document

PATHS = sorted(ARTICLES.glob("*.txt"))
RECORDS = ("pledges", "deployments", "statements", "milestones")
FRENCH = "Le gouvernement du Kenya a promis mille policiers à la mission en Haïti, mais ils ne sont pas là."


def explained(*arguments: str | Path) -> dict[str, Any]:
    (record,) = extracted("--explain", *arguments, *arguments)[:1]
    return record


def shown(path: Path) -> str:
    done = CliRunner().invoke(app, ["extract", "--explain", str(path)])
    assert done.exit_code == 0, done.stderr
    return done.stdout


def places(value: Any) -> Iterator[dict[str, Any]]:
    """Yield everything that says where it stands, however deep."""
    if isinstance(value, dict):
        if "quote" in value:
            yield value
        for each in value.values():
            yield from places(each)
    elif isinstance(value, list):
        for each in value:
            yield from places(each)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_json_is_as_its_schema_says_and_its_records_are_the_same(path: Path) -> None:
    record = explained(path)
    jsonschema.validate(record, SCHEMA)
    del record["explanation"]
    (plain,) = extracted(path, path)[:1]
    assert record == plain


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_everything_stands_at_its_place(path: Path) -> None:
    body = read_document(path).body
    told = list(places(explained(path)["explanation"]))
    assert told
    assert all(body[each["start"] : each["end"]] == each["quote"] for each in told)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_record_comes_from_a_pattern_of_a_sentence(path: Path) -> None:
    record = explained(path)
    patterns = [each for sentence in record["explanation"]["sentences"] for each in sentence["patterns"]]
    made = {(each["record"]["list"], each["record"]["index"]) for each in patterns if each["record"]}
    assert made == {(kind, index) for kind in RECORDS for index in range(len(record[kind]))}
    for each in patterns:
        assert each["reads"], each["rule"]
        if each["record"]:
            assert each["kind"] == each["record"]["list"].removesuffix("s")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_text_tells_every_sentence_and_every_pattern(path: Path) -> None:
    record, text = explained(path), shown(path)
    for sentence in record["explanation"]["sentences"]:
        assert " ".join(sentence["quote"].split()) in text
        for pattern in sentence["patterns"]:
            assert f" by {pattern['rule']}: {pattern['reads']}" in text
    for step in record["explanation"]["phase"]["steps"]:
        assert step["rule"] in text


@pytest.mark.parametrize("width", WIDTHS)
def test_lines_fit(tmp_path: Path, width: int) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(PATHS[2].read_bytes())
    text = on_terminal("extract", "--explain", path.name, cwd=tmp_path, COLUMNS=str(width), NO_COLOR="1")
    assert "Mission: haiti-mission" in " ".join(text.split())
    assert max(width_of(line) for line in text.splitlines()) <= width


def test_an_article_in_another_language_has_no_explanation(tmp_path: Path) -> None:
    path = tmp_path / "fr.txt"
    path.write_text(FRENCH, encoding="utf-8")
    assert explained(path)["explanation"] is None
    assert shown(path).split() == [f"{path}:", "unsupported:", "fr"]


def test_several_articles_are_json_lines() -> None:
    found = extracted("--explain", *PATHS[:3])
    assert [each["article"] for each in found] == [str(path) for path in PATHS[:3]]
    assert all(each["explanation"]["sentences"] for each in found)


def told(tmp_path: Path, text: str, published: str = "2024-05-10") -> dict[str, Any]:
    path = tmp_path / "article.txt"
    path.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(app, ["extract", "--explain", "--json", "--published", published, str(path)])
    assert done.exit_code == 0, done.stderr
    explanation: dict[str, Any] = json.loads(done.stdout)["explanation"]
    return explanation


def test_why_an_article_is_about_its_mission(tmp_path: Path) -> None:
    text = "The Kenyan-led security mission in Haiti is late. Its predecessor, MINUSTAH, left."
    mission = told(tmp_path, text)["mission"]
    assert (mission["mission"], mission["host"], mission["lead"]) == ("haiti-mission", "Haiti", "Kenya")
    assert [(each["quote"], each["how"]) for each in mission["mentions"]] == [
        ("mission", "described"),
        ("MINUSTAH", "named as past or as somebody's"),
    ]
    none = told(tmp_path, "Rovers paid $80 million for a striker on Friday.")["mission"]
    assert (none["mission"], none["weights"]) == (None, [])
    assert none["why"] == "no mission is named or described with enough weight"


def test_which_step_leads_to_the_phase(tmp_path: Path) -> None:
    text = (
        "The Kenya-led force in Haiti is in the news. The Security Council authorised it on 2 October 2023. "
        "The High Court barred the deployment on 26 January."
    )
    phase = told(tmp_path, text)["phase"]
    assert (phase["phase"], phase["rule"]) == ("suspended", "phase-steps")
    assert [each["quote"] for each in phase["places"]] == ["barred"]
    assert [(each["kind"], each["date"], each["phase"]) for each in phase["steps"]] == [
        ("authorized", "2023-10-02", "authorized"),
        ("blocked", "2024-01-26", "suspended"),
    ]


def test_a_thing_told_twice_is_one_record_of_two_patterns(tmp_path: Path) -> None:
    text = "Canada promised C$30 million to the mission in Haiti. Canada has now paid the C$30 million."
    sentences = told(tmp_path, text)["sentences"]
    patterns = [each for sentence in sentences for each in sentence["patterns"]]
    assert [(each["rule"], each["record"]) for each in patterns] == [
        ("pledge-verb-promise", {"list": "pledges", "index": 0}),
        ("pledge-verb-pay", {"list": "pledges", "index": 0}),
    ]


def test_what_a_clause_says_of_itself(tmp_path: Path) -> None:
    sentence = told(tmp_path, "Kenya has not been asked to send 400 officers.")["sentences"][0]
    asked, send = sentence["clauses"]
    assert (asked["verb"], asked["voice"], asked["negated"], asked["perfect"]) == (
        "ask",
        "passive",
        True,
        True,
    )
    assert (send["form"], send["governor"], send["sense"]) == ("infinitive", 0, "negated")
    assert [each["name"] for each in send["subject_means"]] == ["Kenya"]


def test_dates_are_resolved_for_what_was_and_what_is_to_come(tmp_path: Path) -> None:
    (date,) = told(tmp_path, "The force will land on Sunday.")["sentences"][0]["dates"]
    assert (date["preposition"], date["date"], date["if_to_come"]) == ("on", "2024-05-05", "2024-05-12")
    assert (date["form"], date["precision"], date["open"]) == ("weekday", "day", False)
