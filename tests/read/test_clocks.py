"""A view by two clocks equals a database that had only the sources that count."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine

from tests.ingest.articles import article, content, take_in, things
from tests.read.arrivals import START, arrivals, counted, only, record
from tracker.export.content import contents
from tracker.export.status import status_record, summary_record
from tracker.read.clock import Clock, at, undated
from tracker.read.missions import missions
from tracker.read.sources import sources
from tracker.read.status import mission_status
from tracker.read.things import OF_MISSION, pledges

EVERYTHING = Clock(date(2100, 1, 1), START + timedelta(days=10_000))


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
    """Return the status of every mission, without ids and in an order that they do not decide."""
    found = []
    for summary in missions(connection):
        found.append(summary_record(summary))
        found.append(_without_ids(status_record(mission_status(connection, summary))))
    return found


def _without_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_ids(each) for key, each in value.items() if key != "id"}
    if isinstance(value, list):
        return sorted(map(_without_ids, value), key=json.dumps)
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
            assert statuses(view) == statuses(other), clock
