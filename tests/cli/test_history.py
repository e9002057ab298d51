"""``tracker history``: every claim of a thing in order, with what it changed."""

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
WIRE = series.OFFER._replace(publisher="Caribbean Tide", published="2024-02-02")
MORE_LANDED = Article(
    "2024-07-17",
    "More police land",
    "A second contingent of 217 Kenyan police officers landed in Haiti on Tuesday to join the Kenya-led"
    " security mission.",
)


def pledge_of(database: Path, donor: str) -> str:
    pledges = run_json(database, "status", "haiti-mission")["pledges"]
    return str(next(each["id"] for each in pledges if each["donor"] == donor))


def deployed(database: Path, contributor: str) -> str:
    lines = run_json(database, "status", "haiti-mission")["deployments"]
    of = (contributor, "deployed")
    return str(next(line["id"] for line in lines if (line["contributor"], line["status"]) == of))


def told(answer: Any) -> list[tuple[str | None, str]]:
    return [(step["source"]["published"], step["effect"]) for step in answer["steps"]]


def changes(step: Any) -> list[tuple[str, Any, Any, str | None]]:
    """Return what changed but for the flows, which have a test of their own."""
    return [
        (each["field"], each["before"], each["after"], each["why"])
        for each in step["changes"]
        if each["field"] != "flows"
    ]


def test_each_source_says_what_it_changed(tmp_path: Path) -> None:
    database = series.database_of(tmp_path, series.OFFER, series.OFFER_AGAIN, COMMITTED)
    number = pledge_of(database, "United States")
    answer = run_json(database, "history", "pledge", number)
    assert told(answer) == [
        ("2024-02-01", "first-told"),
        ("2024-02-03", "confirmed"),
        ("2024-02-20", "changed"),
    ]
    assert changes(answer["steps"][2]) == [("status", "offered", "committed", None)]
    assert [step["independent_count"] for step in answer["steps"]] == [1, 2, 3]
    text = run(database, "history", "pledge", number)
    assert text.startswith(
        f"Pledge {number}: United States committed: USD 100,000,000, announced 2024-02-01\n"
    )
    assert "3 claims in 3 sources, in the order of publication\n" in text
    assert [line for line in text.splitlines() if line.startswith("  =>")] == [
        "  => first told",
        "  => no change: a second source",
        "  => status offered → committed",
    ]
    assert "Says: United States committed: USD 100,000,000\n" in text
    assert "  0:85 “The United States on Thursday offered $100 million to" in text


def test_a_further_status_is_a_flow_of_its_own(tmp_path: Path) -> None:
    paid = Article(
        "2024-07-20",
        "US pays",
        "The United States on Friday paid $100 million to the Kenya-led security mission in Haiti.",
        "The Nairobi Ledger",
    )
    database = series.database_of(tmp_path, series.OFFER, paid)
    number = pledge_of(database, "United States")
    step = run_json(database, "history", "pledge", number)["steps"][1]
    offered, delivered = (
        {"status": status, "amount": 100_000_000, "currency": "USD", "since": day}
        for status, day in (("offered", "2024-02-01"), ("delivered", "2024-07-19"))
    )
    assert [each for each in step["changes"] if each["field"] == "flows"] == [
        {"field": "flows", "before": [offered], "after": [offered, delivered], "why": None}
    ]
    assert "=> status offered → delivered\n" in run(database, "history", "pledge", number)
    days = [
        (entry["date"], entry["flow"]["status"])
        for entry in run_json(database, "timeline", "haiti-mission")["entries"]
        if entry["event"] == "pledge"
    ]
    assert days == [("2024-02-01", "offered"), ("2024-07-19", "delivered")]


def test_the_same_text_in_another_outlet_is_a_copy(tmp_path: Path) -> None:
    database = series.database_of(tmp_path, series.OFFER, WIRE)
    number = pledge_of(database, "United States")
    answer = run_json(database, "history", "pledge", number)
    assert told(answer) == [("2024-02-01", "first-told"), ("2024-02-02", "copied")]
    assert "=> no change: the same text as another source" in run(database, "history", "pledge", number)


def test_the_order_is_that_of_publication_however_they_came_in(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    articles = (series.OFFER, series.OFFER_AGAIN, COMMITTED)
    database = series.database_of(tmp_path, *articles)
    other = series.database_of(tmp_path / "other", *reversed(articles))
    answers = [
        run_json(each, "history", "pledge", pledge_of(each, "United States")) for each in (database, other)
    ]
    for answer in answers:
        answer["thing"].pop("id")
        answer["thing"]["sources"] = sorted(source["quote"] for source in answer["thing"]["sources"])
        for step in answer["steps"]:
            step["source"].pop("id")
            step.pop("recorded_at")
    assert answers[0] == answers[1]


def test_the_order_of_recording_tells_what_was_known_here(tmp_path: Path) -> None:
    database = series.database_of(tmp_path, COMMITTED, series.OFFER)
    number = pledge_of(database, "United States")
    answer = run_json(database, "history", "pledge", number, "--by", "recorded")
    assert told(answer) == [("2024-02-20", "first-told"), ("2024-02-01", "changed")]
    assert changes(answer["steps"][1]) == [("announced_on", None, "2024-02-01", "now-known")]
    moments = [step["recorded_at"] for step in answer["steps"]]
    assert moments == sorted(moments)
    text = run(database, "history", "pledge", number, "--by", "recorded")
    assert "in the order of recording" in text
    assert "The Nairobi Ledger, 2024-02-20; recorded 20" in text


def test_undated_sources_come_last(tmp_path: Path) -> None:
    undated = series.OFFER_AGAIN._replace(
        published=None, text="The United States offered $100 million to the Kenya-led mission in Haiti."
    )
    database = series.database_of(tmp_path, undated, series.OFFER)
    answer = run_json(database, "history", "pledge", pledge_of(database, "United States"))
    assert told(answer) == [("2024-02-01", "first-told"), (None, "confirmed")]


def test_a_strength_tells_of_its_contingents_and_levels(tmp_path: Path) -> None:
    database = series.database_of(tmp_path, series.LANDED, MORE_LANDED, series.PAID)
    number = deployed(database, "Kenya")
    answer = run_json(database, "history", "deployment", number)
    assert [[each for each in changes(step) if each[0] == "count"] for step in answer["steps"]] == [
        [],
        [("count", 200, 417, "on-top")],
        [("count", 417, 600, "later-level")],
    ]
    text = run(database, "history", "deployment", number)
    assert "=> 200 police → 417 police: people who come on top" in text
    assert "=> 417 police → about 600 police: a later level" in text
    parts = run_json(database, "status", "haiti-mission")["deployments"]
    contingents = next(each["contingents"] for each in parts if str(each["id"]) == number)
    for part in contingents:
        own = run_json(database, "history", "deployment", str(part["id"]))
        assert len(own["steps"]) == 1
        assert own["steps"][0]["after"]["count"] == part["count"]


@pytest.mark.parametrize("kind", ["pledge", "deployment", "milestone", "statement"])
@pytest.mark.parametrize("by", ["published", "recorded"])
def test_json_is_as_its_schema_says(demo: Path, kind: str, by: str) -> None:
    answer = run_json(demo, "history", kind, "1", "--by", by)
    validate(answer, "history")
    assert (answer["record"], answer["by"], answer["thing"]["id"]) == (kind, by, 1)


@pytest.mark.parametrize("by", ["published", "recorded"])
def test_the_last_step_leads_to_what_is_held_now(demo: Path, by: str) -> None:
    status = run_json(demo, "status", "haiti-mission")
    busiest = [
        max(status[f"{kind}s"], key=lambda thing: len(thing["sources"]))["id"]
        for kind in ("pledge", "deployment", "milestone")
    ]
    for kind, number in zip(("pledge", "deployment", "milestone"), busiest, strict=True):
        answer = run_json(demo, "history", kind, str(number), "--by", by)
        assert len(answer["steps"]) > 2
        last = answer["steps"][-1]
        assert last["after"].items() <= answer["thing"].items()
        assert last["independent_count"] == answer["thing"]["independent_count"]
        quotes = {source["quote"] for source in answer["thing"]["sources"]}
        assert {each["quote"] for step in answer["steps"] for each in step["claims"]} == quotes


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("pledge", "9999"), 1, "no pledge has the id 9999"),
        (("pledge", "first"), 2, '"first" is no id of a pledge; tracker timeline MISSION lists pledges'),
        (("actor", "1"), 2, "'actor'"),
        (("pledge", "1", "--by", "size"), 2, "'size'"),
    ],
)
def test_what_is_not_there_is_said(
    tracker: Tracker, demo: Path, arguments: tuple[str, ...], status: int, said: str
) -> None:
    assert demo.exists()
    done = tracker("history", *arguments)
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
