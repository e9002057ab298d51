"""Printed articles of several outlets, read by the program: one story for each rule, in every order."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from tests.databases import sqlite_template, sqlite_url  # noqa: F401 - a fixture
from tests.replay.telling import Story, answers, expected, stories
from tracker.db.session import open_engine, writing
from tracker.db.store import sync_knowledge
from tracker.documents.model import Document
from tracker.export.content import contents
from tracker.export.status import status_record
from tracker.ingest import IngestOptions, Outcome, ingest
from tracker.knowledge import Knowledge
from tracker.read.clock import Clock, at
from tracker.read.missions import find_mission
from tracker.read.status import mission_status
from tracker.seeds import load_knowledge
from tracker.verify import verify

Opened = Callable[[Sequence[Document]], Any]
STORIES = list(stories())


@pytest.fixture(scope="module")
def seeds() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="module")
def read(
    sqlite_template: Path,  # noqa: F811 - the fixture
    tmp_path_factory: pytest.TempPathFactory,
    seeds: Knowledge,
) -> Opened:
    """``read(articles)``: a database, open within the block, that has read them one after the other."""
    path = tmp_path_factory.mktemp("story") / "tracker.db"
    knowing = path.with_name("knowing.db")
    shutil.copyfile(sqlite_template, knowing)
    engine = open_engine(sqlite_url(knowing), read_only=False)
    with writing(engine) as connection:
        sync_knowledge(connection, seeds)
    engine.dispose()

    @contextmanager
    def opened(articles: Sequence[Document]) -> Iterator[Engine]:
        for suffix in ("-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        shutil.copyfile(knowing, path)
        engine = open_engine(sqlite_url(path), read_only=False)
        try:
            options = IngestOptions(seeds=lambda: seeds, batch=1)
            outcomes = [report.outcome for report in ingest(articles, engine, options)]
            assert outcomes == [Outcome.NEW] * len(articles)
            yield engine
        finally:
            engine.dispose()

    return opened


def status(engine: Engine, mission: str, asked: Mapping[str, Any]) -> Any:
    """Return the status as it is printed, of the day that is asked for."""
    day = asked.get("as_of")
    with engine.connect() as connection, at(connection, Clock(day and date.fromisoformat(day))) as view:
        return status_record(mission_status(view, find_mission(view, mission)))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_story(story: Story, read: Opened) -> None:
    with read(story.articles) as engine:
        for asked in story.at:
            found = answers(status(engine, story.mission, asked), asked)
            assert found == expected(asked), asked.get("as_of", "today")
        with engine.connect() as connection:
            assert list(verify(connection)) == []


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_the_order_of_the_articles_does_not_matter(story: Story, read: Opened) -> None:
    whole = None
    orders = list(permutations(story.articles))
    for articles in orders if len(orders) < 24 else orders[::3]:
        with read(articles) as engine, engine.connect() as connection:
            found = contents(connection)
        whole = found if whole is None else whole
        assert found == whole, [each.name for each in articles]
