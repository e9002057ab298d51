"""What sources disagree on, and what things are made of: told by status, show and contradictions."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.cli.schemas import validate
from tests.cli.series import run, run_json
from tests.databases import sqlite_url
from tests.ingest.articles import article, take_in
from tests.ingest.handmade import amended, disputed, filled, pledges
from tests.reconcile.telling import MISSION
from tracker.cli.app import app
from tracker.db import migrate, store
from tracker.db.session import open_engine, writing
from tracker.reconcile.model import PledgeFlow
from tracker.vocab import Money, PartialDate, PledgeStatus


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Canada's sum is disputed and paid in two goes, and it is a part of a whole, as is that of another."""
    path = tmp_path_factory.mktemp("disputed") / "tracker.db"
    migrate.upgrade(sqlite_url(path))
    engine = open_engine(sqlite_url(path), read_only=False)
    filled(engine)
    with writing(engine) as conn:
        found = pledges(conn)
        canada, other = found["Canada 100"], found["Canada 80"]
        told = disputed(canada, ("100000000 CAD", canada.claims), ("80000000 CAD", other.claims))
        whole = found["None 120"].content_key
        flows = (
            PledgeFlow(
                PledgeStatus.OFFERED, Money(Decimal(100_000_000), "CAD"), PartialDate.parse("2024-01-01")
            ),
            PledgeFlow(PledgeStatus.DELIVERED, Money(Decimal(10_800_000), "CAD"), None),
        )
        found["Canada 100"] = dataclasses.replace(canada, part_of=whole, flows=flows, independent_count=0)
        found["United States 20"] = dataclasses.replace(found["United States 20"], part_of=whole)
        group = amended(conn, contradictions=(told,), pledges=tuple(found.values()))
        store.write_projection(conn, group)
    engine.dispose()
    return path


def pledge(database: Path, donor: str | None, millions: int) -> Any:
    return next(
        each
        for each in run_json(database, "status", MISSION)["pledges"]
        if (each["donor"], each["amount"]) == (donor, millions * 10**6)
    )


def test_contradictions_are_listed_with_the_words_of_each_side(database: Path) -> None:
    number = pledge(database, "Canada", 100)["id"]
    lines = run(database, "contradictions", "mss").splitlines()
    assert lines[:3] == [
        f"Contradiction 1: amount of pledge {number}, Canada offered ({MISSION})",
        "  CAD 100,000,000 leads over CAD 80,000,000: more independent sources",
        "  CAD 100,000,000, 1 source",
    ]
    assert "“pledge | Canada | 80m CAD | 2024-02-01”" in "\n".join(lines)
    assert run(database, "contradictions") == "\n".join(lines) + "\n"


def test_json_is_as_its_schema_says(database: Path) -> None:
    answer = run_json(database, "contradictions", "mss")
    validate(answer, "contradictions")
    (told,) = answer
    assert [side["said"] for side in told["sides"]] == ["100000000 CAD", "80000000 CAD"]
    assert (told["record"], told["record_id"]) == ("pledge", pledge(database, "Canada", 100)["id"])
    status = run_json(database, "status", "mss")
    validate(status, "status")
    assert status["contradictions"] == answer == run_json(database, "contradictions")


def test_the_status_tells_them_in_a_line_with_their_sources(database: Path) -> None:
    text = run(database, "status", "mss")
    (line,) = [line for line in text.partition("\nContradictions\n")[2].splitlines() if "leads" in line]
    assert "CAD 100,000,000 [1] leads over CAD 80,000,000 [2]: more independent sources" in line


def test_a_mission_without_any_says_so(database: Path) -> None:
    assert run(database, "contradictions", "ramsi") == "no contradictions\n"
    assert run_json(database, "contradictions", "ramsi") == []
    assert "\nContradictions\n" not in run(database, "status", "ramsi")


def test_parts_stand_under_their_whole_and_flows_under_their_pledge(database: Path) -> None:
    money = run(database, "status", "mss").partition("\nMoney\n")[2].partition("\n\n")[0].splitlines()[1:]
    rows = [[cell.strip() for cell in line[4:].split("  ") if cell.strip()][:3] for line in money]
    assert rows == [
        ["Canada", "offered", "CAD 80,000,000"],
        ["unknown", "offered", "USD 120,000,000 (total)"],
        ["- Canada", "offered", "CAD 100,000,000"],
        ["- flow", "offered", "CAD 100,000,000"],
        ["- flow", "delivered", "CAD 10,800,000"],
        ["- United States", "offered", "USD 20,000,000"],
    ]


def test_json_names_the_whole_and_the_flows(database: Path) -> None:
    canada = pledge(database, "Canada", 100)
    assert canada["part_of"] == pledge(database, None, 120)["id"]
    assert canada["flows"] == [
        {"status": "offered", "amount": 100_000_000, "currency": "CAD", "since": "2024-01-01"},
        {"status": "delivered", "amount": 10_800_000, "currency": "CAD", "since": None},
    ]


def test_show_tells_contradiction_flows_whole_and_parts(database: Path) -> None:
    canada, whole = pledge(database, "Canada", 100)["id"], pledge(database, None, 120)["id"]
    text = run(database, "show", "pledge", str(canada))
    assert "  Flows: offered CAD 100,000,000 since 2024-01-01; delivered CAD 10,800,000\n" in text
    assert f"  Part of pledge {whole}: unknown donor offered: USD 120,000,000 (total)" in text
    assert (
        "  Contradiction 1, amount: CAD 100,000,000 leads over CAD 80,000,000: more independent sources\n"
    ) in text
    assert "1 claim in 1 source, 0 independent\n" in text
    assert f"  Holds pledge {canada}: Canada offered: CAD 100,000,000" in run(
        database, "show", "pledge", str(whole)
    )


def test_an_id_that_was_merged_away_shows_what_it_went_into(tmp_path: Path) -> None:
    path = tmp_path / "tracker.db"
    migrate.upgrade(sqlite_url(path))
    engine = open_engine(sqlite_url(path), read_only=False)
    for place, line in enumerate(("100m USD", "14.5bn KES", "100m USD = 14.5bn KES"), 1):
        text = f"pledge | Canada | {line} | 2024-01"
        take_in(engine, [article(str(place), text, published=f"2024-03-0{place}")])
    engine.dispose()
    shown = run(path, "show", "pledge", "2").splitlines()
    assert shown[0].startswith("Pledge 1: Canada offered: USD 100,000,000")
    assert shown[1] == "  Pledge 2 was merged into pledge 1."
    assert shown[2:] == run(path, "show", "pledge", "1").splitlines()[1:]
    done = CliRunner().invoke(app, ["show", "pledge", "3", "--db", str(path)])
    assert (done.exit_code, "no pledge has the id 3" in done.stderr) == (1, True)


def test_what_a_donor_comes_to_is_told_where_one_line_does_not(database: Path) -> None:
    text = run(database, "status", "mss").partition("\nMoney in all\n")[2].partition("\n\n")[0]
    assert [line.split() for line in text.splitlines()[1:]] == [["Canada", "offered", "CAD", "100,000,000"]]
    levels = run_json(database, "status", "mss")["money_levels"]
    assert [(each["donor"], each["amount"], each["currency"]) for each in levels] == [
        ("Canada", 100_000_000, "CAD"),
        ("Canada", 10_800_000, "CAD"),  # what has come of it
        ("United States", 20_000_000, "USD"),
    ]
