"""Rows that older rules made are made anew, once, whole, and before anything else is written."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, text

from tests.ingest.articles import OPTIONS, content, story, take_in
from tracker.db import store
from tracker.ingest import ingest
from tracker.reconcile.version import PROJECTION
from tracker.reproject import reproject
from tracker.verify import verify

OLDER = (
    "UPDATE pledges SET amount = 7, independent_count = 0 WHERE amount IS NOT NULL",
    "UPDATE missions SET phase = NULL",
    "DELETE FROM milestones WHERE id = 1",
    "UPDATE projections SET version = 0",
)


def made_by_older_rules(engine: Engine) -> object:
    """Take in the story, then let the rows be otherwise; return what they were."""
    take_in(engine, story())
    before = content(engine)
    with engine.begin() as conn:
        for statement in OLDER:
            conn.execute(text(statement))
    return before


def version(engine: Engine) -> int:
    with engine.connect() as conn:
        return store.projection_version(conn)


def test_a_new_database_is_of_todays_rules(engine: Engine) -> None:
    assert version(engine) == PROJECTION
    assert not reproject(engine)


def test_all_is_made_anew_and_then_nothing_more(engine: Engine) -> None:
    before = made_by_older_rules(engine)
    assert reproject(engine)
    assert version(engine) == PROJECTION
    assert content(engine) == before
    assert not reproject(engine)


def test_an_ingest_makes_it_anew_even_where_all_is_known(engine: Engine) -> None:
    before = made_by_older_rules(engine)
    assert [report.outcome.value for report in ingest(story(), engine, OPTIONS)] == ["unchanged"] * 10
    assert (version(engine), content(engine)) == (PROJECTION, before)


def test_a_dry_run_leaves_it(engine: Engine) -> None:
    made_by_older_rules(engine)
    take_in(engine, story(), dry_run=True)
    assert version(engine) == 0


def test_what_fails_on_the_way_changes_nothing(engine: Engine) -> None:
    """A claim without its payload cannot be projected: the rows stay as they were, and the version too."""
    made_by_older_rules(engine)
    with engine.begin() as conn:
        conn.execute(text("DELETE FROM statement_claims"))
    with pytest.raises(Exception, match="damaged"):
        reproject(engine)
    with engine.connect() as conn:
        assert store.projection_version(conn) == 0
        assert conn.execute(text("SELECT count(*) FROM pledges WHERE amount = 7")).scalar()
        assert verify(conn)
