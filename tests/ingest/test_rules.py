"""The program's own rules, from the packaged articles to the answers."""

from __future__ import annotations

import random

from sqlalchemy import Engine

from tests.ingest.articles import content, outcomes
from tracker.documents.read import read_documents
from tracker.ingest import ingest
from tracker.resources import seeds_path


def test_the_demonstration_in_any_order(engine: Engine, sqlite_twin: Engine) -> None:
    articles = list(read_documents([seeds_path() / "articles"]))
    reports = list(ingest(articles, engine))
    assert {report.outcome for report in reports} == {"new"}
    random.Random(12).shuffle(articles)
    for document in articles:
        list(ingest([document], sqlite_twin))
    found = content(engine)
    assert found == content(sqlite_twin)
    assert found["pledges"]
    mission = next(each for each in found["missions"] if each["slug"] == "haiti-mission")
    assert mission["phase"] is not None
    assert {line.rpartition(": ")[2] for line in outcomes(ingest(articles, engine))} == {"unchanged"}
