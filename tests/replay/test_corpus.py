"""The annotated articles, read as texts, in any order: what an analyst wrote down for each day."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.cli.series import run, run_json
from tests.replay.reading import Text, ended_well, ingesting, offered, strengths, written

CORPUS = Path(__file__).parents[1] / "corpus" / "shared"
TIMELINE = json.loads((CORPUS / "timeline.json").read_text(encoding="utf-8"))
MISSION = TIMELINE["mission"]
Asked = Callable[[str], Any]


def texts() -> list[Text]:
    """Return articles 01 to 20 with what is known of their publication."""
    found: list[Text] = []
    for path in sorted(CORPUS.glob("*.gold.json")):
        if 1 <= int(path.name[:2]) <= 20:
            gold = json.loads(path.read_text(encoding="utf-8"))
            known = {key: gold[key] for key in ("published", "publisher", "title", "url")}
            body = path.with_name(path.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8")
            found.append({"text": body, **known})
    return found


def _ordered(order: str) -> list[list[Text]]:
    """Return what each of the processes is given that read at once."""
    found = texts()
    assert len(found) == 20
    shuffled = random.Random(20).sample(found, len(found))
    return {
        "in order": [found],
        "reversed": [found[::-1]],
        "shuffled": [shuffled],
        "two at once": [shuffled[:10], shuffled[10:]],
    }[order]


ORDERS = ("in order", "reversed", "shuffled", "two at once")


@pytest.fixture(scope="module")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """``databases(order)``: one that has read the articles so, made when it is first asked for."""

    @cache
    def made(order: str) -> Path:
        folder = tmp_path_factory.mktemp("replay")
        database = folder / "tracker.db"
        run(database, "db", "upgrade")
        parts = [written(folder / f"{at}.jsonl", part) for at, part in enumerate(_ordered(order))]
        for process in [ingesting(path, database) for path in parts]:
            ended_well(process)
        return database

    return made


@pytest.fixture(scope="module")
def exported(databases: Callable[[str], Path]) -> Callable[[str], str]:
    @cache
    def text(order: str) -> str:
        return run(databases(order), "export", "--format", "json")

    return text


@pytest.fixture(scope="module", params=ORDERS[:3])
def status(request: pytest.FixtureRequest, databases: Callable[[str], Path]) -> Asked:
    """``status(day)`` as the program prints it with ``--as-of``."""
    database = databases(request.param)

    @cache
    def asked(day: str) -> Any:
        return run_json(database, "status", MISSION, "--as-of", day)

    return asked


def _id(row: dict[str, Any]) -> str:
    return " ".join(str(row[key]) for key in ("as_of", "contributor", "donor") if key in row)


@pytest.mark.parametrize("row", TIMELINE["phase_at"], ids=_id)
def test_phase(status: Asked, row: dict[str, Any]) -> None:
    found = status(row["as_of"])
    assert found["phase"] == row["phase"]
    if "since" in row:
        assert found["phase_since"] == row["since"]
    if "awaits" in row:
        assert row["awaits"] in found["awaits"]
    told = {each["replaced_by"] for each in found["milestones"] if each["kind"] == "ended"}
    assert told == ({row["replaced_by"]} if "replaced_by" in row else set())


@pytest.mark.parametrize("row", TIMELINE["deployed"], ids=_id)
def test_deployed(status: Asked, row: dict[str, Any]) -> None:
    found = strengths(status(row["as_of"]), row["contributor"])
    assert found["deployed"] == row["count"]
    if "offered" in row:
        assert found["offered"] == row["offered"]


@pytest.mark.parametrize("row", TIMELINE["offered"], ids=_id)
def test_offered(status: Asked, row: dict[str, Any]) -> None:
    found = strengths(status(row["as_of"]), row["contributor"])
    assert found[row.get("status", "offered")] == row["count"]


@pytest.mark.parametrize("row", TIMELINE["money"], ids=_id)
def test_money(status: Asked, row: dict[str, Any]) -> None:
    assert offered(status(row["as_of"]), row["donor"], row["currency"]) == [row["level"]]


def test_the_figure_that_was_put_right_stays_visible(status: Asked) -> None:
    (dispute,) = (
        each
        for each in status("2024-07-20")["contradictions"]
        if (each["actor"], each["field"]) == ("Kenya", "count")
    )
    assert dispute["rule"] == "correction"
    assert [side["said"] for side in dispute["sides"]] == ["200", "400"]


@pytest.mark.parametrize("order", ORDERS[1:])
def test_the_export_is_the_same_to_the_byte(exported: Callable[[str], str], order: str) -> None:
    assert exported(order) == exported("in order")


@pytest.mark.parametrize("order", ORDERS)
def test_every_quote_and_thing_is_verified(databases: Callable[[str], Path], order: str) -> None:
    assert run(databases(order), "verify").startswith("clean")
