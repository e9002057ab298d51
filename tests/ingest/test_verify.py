"""Damage is found and its row named."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, text

from tests.ingest.articles import story, take_in
from tracker.verify import verify

DAMAGE = {
    "a quote": (
        "UPDATE claims SET quote = 'never said' WHERE id = 1",
        "claims 1: 'never said' is not what stands at [0, ",
    ),
    "a span": ("UPDATE claims SET end_char = end_char + 1 WHERE id = 1", "claims 1: "),
    "a span of a field, outside the text": (
        "UPDATE claim_spans SET start_char = 9000, end_char = 9010 WHERE claim_id = 1 AND position = 0",
        "claim_spans 1/0: nothing stands at [9000, 9010) of the text",
    ),
    "a mention": (
        "UPDATE mentions SET start_char = 9000, end_char = 9010 WHERE claim_id = 1",
        "mentions 1/by/0: nothing stands at [9000, 9010) of the text",
    ),
    "a mention of another actor": (
        "UPDATE mentions SET actor_id = NULL WHERE claim_id = 1",
        "mentions 1/by/0: should mean actor ",
    ),
    "an office's quote": (
        "UPDATE actor_roles SET quote = 'King' WHERE origin = 'text'",
        "'King' is not what stands at",
    ),
    "a body": (
        "UPDATE texts SET body = body || ' More.' WHERE id = 1",
        "texts 1: the body is not the one that its sha256 is of",
    ),
    "a sketch": (
        "UPDATE texts SET sketch = NULL WHERE id = 1",
        "texts 1: the sketch is not that of the body",
    ),
    "a redirect to nowhere": (
        "INSERT INTO redirects VALUES ('pledge', 999, 998)",
        "redirects pledge/999: leads to no row of pledges: 998",
    ),
    "a redirect of what is there": (
        "INSERT INTO redirects SELECT 'pledge', min(id), max(id) FROM pledges",
        "pledges has that id still",
    ),
    "older rules": ("UPDATE projections SET version = 0", "projections: projected by older rules (0, now "),
    "a contradiction that is none": (
        "INSERT INTO contradictions (mission_id, record, pledge_id, field, rule, content_key)"
        " SELECT mission_id, 'pledge', id, 'until', 'more-sources', content_key FROM pledges"
        " WHERE amount = 300000000",
        "no claims contradict each other so",
    ),
    "a part of no whole": (
        "INSERT INTO pledge_parts SELECT min(id), max(id) FROM pledges WHERE mission_id IS NOT NULL",
        "belongs to another whole, or to none",
    ),
    "a flow": ("DELETE FROM pledge_flows", "pledge_flows 1: projected otherwise"),
    "a payload": (
        "DELETE FROM milestone_claims WHERE claim_id = 1",
        "milestone_claims: claim 1 has no row there",
    ),
    "a headline value": (
        "UPDATE pledges SET amount = 7 WHERE amount = 300000000",
        "projected otherwise: amount 300000000",
    ),
    "an equivalent": ("DELETE FROM pledge_equivalents", "projected otherwise"),
    "a thing that is gone": ("DELETE FROM pledges WHERE amount = 300000000", "no row for what claims "),
    "a thing that nothing supports": (
        "INSERT INTO statements (mission_id, direct, starts, content, content_key, source_count)"
        " SELECT id, true, 'a', 'a b', '" + "0" * 64 + "', 0 FROM missions WHERE slug = 'ramsi'",
        "no claim supports it",
    ),
    "what a claim supports": (
        "UPDATE milestone_claims SET milestone_id = NULL WHERE claim_id = 1",
        "milestone_claims 1: should support ",
    ),
    "the phase": (
        "UPDATE missions SET phase = 'ended' WHERE slug = 'haiti-mission'",
        "projected otherwise: phase active",
    ),
}


@pytest.mark.parametrize("case", DAMAGE)
def test_damage_is_named(engine: Engine, case: str) -> None:
    statement, expected = DAMAGE[case]
    take_in(engine, story())
    with engine.connect() as conn:
        assert verify(conn) == []
    with engine.begin() as conn:
        assert conn.execute(text(statement)).rowcount >= 1
    with engine.connect() as conn:
        problems = [str(problem) for problem in verify(conn)]
    assert any(expected in problem for problem in problems), problems


def test_a_row_that_points_nowhere(sqlite_twin: Engine) -> None:
    take_in(sqlite_twin, story())
    with sqlite_twin.connect() as conn:
        conn.commit()
        raw = conn.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("UPDATE claims SET mission_id = 999 WHERE id = 1")
        raw.execute("PRAGMA foreign_keys = ON")
        problems = [str(problem) for problem in verify(conn)]
    assert "claims 1: points at no row of missions" in problems
