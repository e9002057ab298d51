"""A view by two clocks equals a database that had only the sources that count."""

from __future__ import annotations

import dataclasses
import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.exc import OperationalError

from tests.ingest.articles import article, content, outcomes, take_in
from tests.read.arrivals import START, arrivals, counted, only, record
from tracker.db import models
from tracker.db.session import writing
from tracker.db.store.rows import table
from tracker.export.content import contents
from tracker.export.status import status_record, summary_record
from tracker.read.clock import Clock, at, undated
from tracker.read.missions import missions
from tracker.read.sources import sources
from tracker.read.status import mission_status

NOW = START + timedelta(days=1000)
DAY = timedelta(days=1)


def clocks(seed: int, number: int) -> list[Clock]:
    """Return clocks at random: a day, a moment, and both."""
    choice = random.Random(seed)
    found = []
    for place in range(number):
        day = date(2022, 10, 1) + timedelta(days=choice.randrange(1200))
        moment = START + timedelta(minutes=choice.randrange(24 * 60))
        found.append((Clock(day), Clock(known_at=moment), Clock(day, moment))[place % 3])
    return found


def statuses(connection: Connection) -> list[Any]:
    """Return the status of every mission, one after the other."""
    found: list[Any] = []
    for summary in missions(connection):
        found += [summary_record(summary), status_record(mission_status(connection, summary))]
    return found


def without_ids(value: Any) -> Any:
    """Return JSON without ids, in an order that they do not decide."""
    if isinstance(value, dict):
        return {key: without_ids(each) for key, each in value.items() if key != "id"}
    if isinstance(value, list):
        return sorted(map(without_ids, value), key=json.dumps)
    return value


@pytest.mark.parametrize("seed", range(3))
def test_a_view_is_what_a_database_of_those_sources_holds(
    engine: Engine, sqlite_template: Path, tmp_path: Path, seed: int
) -> None:
    arrived = arrivals(seed)
    record(engine, arrived)
    for clock in clocks(seed, 6):
        with (
            only(sqlite_template, tmp_path, counted(arrived, clock)) as twin,
            engine.connect() as connection,
            twin.connect() as other,
            at(connection, clock) as view,
        ):
            assert contents(view) == content(twin), clock
            assert without_ids(statuses(view)) == without_ids(statuses(other)), clock


def test_plain_rows_are_what_the_clocks_tell_where_nothing_is_left_out(engine: Engine) -> None:
    record(engine, [(moment, each) for moment, each in arrivals(5) if each.published is not None])
    with engine.connect() as connection:
        stored, told = contents(connection, with_ids=True), statuses(connection)
        for clock in (Clock(date(2100, 1, 1)), Clock(known_at=NOW), Clock(date(2100, 1, 1), NOW)):
            with at(connection, clock) as view:
                assert contents(view, with_ids=True) == stored
                assert statuses(view) == told


def test_a_view_of_one_mission_tells_of_it_what_a_view_of_all_does(engine: Engine) -> None:
    record(engine, arrivals(6))
    with engine.connect() as connection:
        for clock in clocks(6, 6):
            for slug in ("haiti-mission", "border-force"):
                with at(connection, clock) as all_missions, at(connection, clock, [slug]) as one:
                    found = [
                        [
                            status_record(mission_status(view, summary))
                            for summary in missions(view)
                            if summary.mission.slug == slug
                        ]
                        for view in (all_missions, one)
                    ]
                assert found[0] == found[1], (clock, slug)


def amounts(connection: Connection, clock: Clock) -> dict[int | None, Any]:
    """Return the amounts of the pledges to the mission by their ids."""
    with at(connection, clock) as view:
        (summary,) = (each for each in missions(view) if each.mission.slug == "haiti-mission")
        lines = mission_status(view, summary).pledges
    return {line.id: None if line.amount is None else line.amount.number() for line in lines}


def test_a_view_speaks_the_ids_of_today_and_of_what_is_none_today_no_id(engine: Engine) -> None:
    page = "https://news.example/page"
    said = [
        article("1", "pledge | Canada | 10m CAD | 2023-04-01", published="2023-04-02", publisher="A"),
        article("2", "pledge | Kenya | 3m USD | 2023-05-01", published="2023-05-02", url=page),
        article("3", "pledge | Kenya | 7m USD | 2023-08-01", published="2023-08-02", url=page),
    ]
    record(engine, [(START + DAY * number, each) for number, each in enumerate(said)])
    with engine.connect() as connection:
        today = {amount: number for number, amount in amounts(connection, Clock()).items()}
        assert today.keys() == {10_000_000, 7_000_000}
        for clock in (Clock(date(2023, 6, 1)), Clock(known_at=START + DAY)):
            assert amounts(connection, clock) == {today[10_000_000]: 10_000_000, None: 3_000_000}
        with at(connection, Clock(date(2023, 6, 1))) as view:
            listed = contents(view, with_ids=True)["pledges"]
        assert sorted(each["id"] is None for each in listed) == [False, True]


def published(connection: Connection, clock: Clock) -> list[str]:
    with at(connection, clock) as view:
        return [f"{line.published}{' replaced' * line.replaced}" for line in sources(view)]


def test_a_day_of_publication_that_was_given_later_is_known_from_then_on(engine: Engine) -> None:
    undated_article = article("a", "pledge | Kenya | 3m USD")
    given = (None, date(2023, 5, 9), date(2023, 5, 20))
    reports = []
    for number, day in enumerate(given):
        document = dataclasses.replace(undated_article, published=day)
        reports += take_in(engine, [document], clock=lambda number=number: START + DAY * number)
    assert outcomes(reports) == ["a: new", "a: replaced", "a: replaced"]
    expected = {
        Clock(known_at=START): ["None"],
        Clock(known_at=START + DAY): ["2023-05-09", "None replaced"],
        Clock(date(2023, 5, 8), START + DAY): [],
        Clock(date(2023, 5, 9), START + DAY): ["2023-05-09"],
        Clock(date(2023, 5, 9)): [],  # it was corrected to a later day
        Clock(date(2023, 5, 20)): ["2023-05-09 replaced", "2023-05-20"],
    }
    with engine.connect() as connection:
        assert {clock: published(connection, clock) for clock in expected} == expected
        assert undated(connection, Clock(date(2023, 5, 9)))[None] == 0
        assert undated(connection, Clock(date(2023, 5, 9), START))["haiti-mission"] == 1


def test_undated_sources_are_counted_by_the_missions_that_they_tell_of(engine: Engine) -> None:
    record(
        engine,
        [
            (START, article("1", "pledge | Kenya | 3m USD", publisher="A")),
            (START + DAY, article("2", "pledge | Kenya | 4m USD", publisher="B")),
            (START + DAY, article("3", "mission | ramsi\nphase | active", publisher="B")),
            (START + DAY, article("4", "mission | -\npledge | Kenya | 4m USD", publisher="C")),
        ],
    )
    with engine.connect() as connection:
        assert undated(connection, Clock(date(2024, 1, 1))) == {None: 4, "haiti-mission": 2, "ramsi": 1}
        assert undated(connection, Clock(date(2024, 1, 1), START)) == {None: 1, "haiti-mission": 1}
        assert undated(connection, Clock(known_at=START)) == {}


def test_a_withdrawn_source_counts_until_it_was_withdrawn(engine: Engine) -> None:
    record(engine, [(START, article("1", "pledge | Kenya | 3m USD", published="2023-05-09"))])
    with writing(engine) as connection:
        connection.execute(update(table(models.Source)).values(withdrawn_at=START + 2 * DAY))
    with engine.connect() as connection:
        for moment, number in ((START + DAY, 1), (START + 2 * DAY, 0)):
            with at(connection, Clock(known_at=moment)) as view:
                assert len(contents(view)["pledges"]) == len(contents(view)["sources"]) == number


def test_a_later_reading_of_the_same_article_counts_from_then_on(engine: Engine) -> None:
    record(engine, [(START, article("1", "pledge | Kenya | 3m USD", published="2023-05-09"))])
    with writing(engine) as connection:
        (old,) = connection.execute(select(table(models.Extraction))).mappings()
        connection.execute(update(table(models.Extraction)).values(superseded_at=START + DAY))
        again = {"version": "2", "recorded_at": START + DAY, "superseded_at": None}
        connection.execute(insert(table(models.Extraction)).values({**old, "id": 2} | again))
    with engine.connect() as connection:
        for moment, number in ((START, 1), (START + DAY, 0)):
            with at(connection, Clock(known_at=moment)) as view:
                assert len(contents(view)["pledges"]) == number


def test_nothing_can_be_written_through_a_view(engine: Engine) -> None:
    record(engine, [(START, article("1", "pledge | Kenya | 3m USD", published="2023-05-09"))])
    with (
        engine.connect() as connection,
        at(connection, Clock(known_at=START)) as view,
        pytest.raises(OperationalError),
    ):
        view.execute(update(table(models.Source)).values(title="another"))
