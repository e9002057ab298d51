"""How many documents one transaction takes, and that nothing but the cost hangs on it."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, event, text

from tests.databases import sqlite_url
from tests.ingest.articles import article, content, outcomes, story, take_in
from tracker.db.session import open_engine
from tracker.documents.model import Document
from tracker.pace import CHARACTERS_A_CLAIM, MOST_CHARACTERS, MOST_DOCUMENTS, Pace


def small(number: int) -> list[Document]:
    return [
        article(
            f"{at}",
            f"sends | Kenya | {at + 1}\n{'And so it went on. ' * 25}",
            published="2024-01-01",
            publisher=f"Paper {at}",
        )
        for at in range(number)
    ]


def commits(engine: Engine) -> list[int]:
    """Return a list that grows with every commit by the number of texts there are then."""
    found: list[int] = []

    @event.listens_for(engine, "commit")
    def _count(conn: Connection) -> None:
        found.append(conn.exec_driver_sql("SELECT count(*) FROM texts").scalar_one())

    return found


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False), st.one_of(st.none(), st.integers(1, 12)), st.integers(0, 10))
def test_batches_do_not_matter(
    sqlite_template: Path, tmp_path: Path, chance: random.Random, batch: int | None, again: int
) -> None:
    articles = [*story(), *small(4)]
    expected = tmp_path / "expected.db"
    if not expected.exists():
        shutil.copyfile(sqlite_template, expected)
        engine = open_engine(sqlite_url(expected), read_only=False)
        take_in(engine, articles)
        engine.dispose()
    path = tmp_path / "other.db"
    path.unlink(missing_ok=True)
    shutil.copyfile(sqlite_template, path)
    chance.shuffle(articles)
    engine, twin = (open_engine(sqlite_url(each), read_only=False) for each in (path, expected))
    take_in(engine, articles[:again], batch=1)
    take_in(engine, articles, batch=batch)
    assert content(engine) == content(twin)
    engine.dispose()
    twin.dispose()


def test_a_small_mission_is_projected_often(sqlite_twin: Engine) -> None:
    take_in(sqlite_twin, [])
    seen = commits(sqlite_twin)
    take_in(sqlite_twin, small(60))
    assert [number for number in seen if number] == [20, 40, 60]


def test_documents_wait_for_each_other_where_a_mission_has_many_claims(engine: Engine) -> None:
    lines = "\n".join(f"says | William Ruto | Word {n} of a long speech to them" for n in range(400))
    take_in(engine, [article("long", lines, published="2024-01-01")])
    seen, waiting = commits(engine), list[int]()
    reports = take_in(engine, small(60), progress=waiting.append)
    assert outcomes(reports) == [f"{at}: new" for at in range(60)]
    assert seen[-1] == 61
    assert [number for number in seen if number > 1] == [61]
    assert waiting == [*range(1, 61), 0]


def test_what_is_known_already_waits_for_nothing(engine: Engine) -> None:
    take_in(engine, small(30))
    waiting = list[int]()
    reports = take_in(engine, small(30), progress=waiting.append)
    assert outcomes(reports) == [f"{at}: unchanged" for at in range(30)]
    assert waiting == []


@pytest.mark.parametrize("spoiled", [0, 7, 19])
def test_one_that_no_transaction_takes_leaves_the_others(sqlite_twin: Engine, spoiled: int) -> None:
    articles = small(20)
    with sqlite_twin.begin() as conn:
        conn.execute(
            text(
                "CREATE TRIGGER refuse AFTER UPDATE ON missions WHEN EXISTS (SELECT 1 FROM deployments "
                f"WHERE count = {spoiled + 1}) BEGIN SELECT RAISE(ABORT, 'no room for it'); END"
            )
        )
    found = outcomes(take_in(sqlite_twin, articles))
    assert found[spoiled] == f"{spoiled}: failed: no room for it"
    assert [line for at, line in enumerate(found) if at != spoiled] == [
        f"{at}: new" for at in range(20) if at != spoiled
    ]


def test_a_batch_ends() -> None:
    pace = Pace()
    assert not pace.is_full()
    pace.add(MOST_CHARACTERS)
    assert pace.is_full()
    many = Pace(documents=MOST_DOCUMENTS - 1)
    many.add(1)
    assert many.is_full()
    assert Pace(characters=CHARACTERS_A_CLAIM).is_worth(1)
    assert not Pace(characters=CHARACTERS_A_CLAIM).is_worth(2)
