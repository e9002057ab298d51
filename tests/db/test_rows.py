"""What the tables accept and refuse, on both databases; and what the views show of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import (
    URL,
    Connection,
    Enum,
    String,
    Table,
    TextClause,
    bindparam,
    delete,
    insert,
    select,
    text,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, selectinload

from tracker.db import models
from tracker.db.base import Base
from tracker.db.keys import digest
from tracker.db.session import open_engine
from tracker.errors import DatabaseError

NOW = datetime(2024, 6, 26, 9, 0, tzinfo=UTC)
TABLES = Base.metadata.tables

PLEDGE = {
    "id": 1,
    "mission_id": 1,
    "donor_id": 2,
    "kind": "money",
    "amount": Decimal("85300000.5"),
    "currency": "USD",
    "status": "offered",
    "total": False,
    "additional": True,
    "announced_on_from": date(2024, 6, 1),
    "announced_on_to": date(2024, 6, 30),
    "announced_on_precision": "month",
    "first_seen": date(2024, 6, 25),
    "last_seen": date(2024, 6, 26),
    "content_key": digest("pledge"),
}
DEPLOYMENT = {
    "id": 1,
    "mission_id": 1,
    "contributor_id": 1,
    "count": 400,
    "qualifier": "about",
    "unit": "police",
    "status": "deployed",
    "basis": "contingent",
    "total": False,
    "additional": False,
    "date_from": date(2024, 6, 25),
    "date_to": date(2024, 6, 25),
    "date_precision": "day",
    "content_key": digest("deployment"),
}
MILESTONE = {
    "id": 1,
    "mission_id": 1,
    "kind": "deployed",
    "by_actor_id": 1,
    "date_from": date(2024, 1, 1),
    "date_to": date(2024, 12, 31),
    "date_precision": "year",
    "content_key": digest("milestone"),
}
CLAIM = {
    "id": 1,
    "extraction_id": 1,
    "kind": "pledge",
    "mission_id": 1,
    "quote": "offered",
    "start_char": 10,
    "end_char": 17,
    "rule": "pledge.offer",
    "confidence": 0.9,
}
PLEDGE_CLAIM = {
    "claim_id": 1,
    "kind": "money",
    "status": "offered",
    "total": False,
    "additional": True,
    "pledge_id": 1,
}
SOURCE = {
    "id": 1,
    "identity_key": digest("source"),
    "text_id": 1,
    "publisher_id": 1,
    "title": "Kenya sends officers",
    "published_on": date(2024, 6, 25),
    "recorded_at": NOW,
}

ROWS: list[tuple[str, dict[str, Any]]] = [
    (
        "actors",
        {"id": 1, "name": "Kenya", "name_key": "kenya", "kind": "state", "currency": "KES", "origin": "seed"},
    ),
    ("actors", {"id": 2, "name": "Canada", "name_key": "canada", "kind": "state", "origin": "seed"}),
    ("missions", {"id": 1, "slug": "haiti-mission", "name": "MSS", "origin": "seed"}),
    ("publishers", {"id": 1, "name": "The Courier", "name_key": "courier"}),
    ("texts", {"id": 1, "sha256": digest("body"), "body": "Canada has offered more."}),
    ("sources", SOURCE),
    (
        "extractions",
        {
            "id": 1,
            "source_id": 1,
            "extractor": "rules",
            "version": "1",
            "knowledge_digest": digest("knowledge"),
            "recorded_at": NOW,
        },
    ),
    ("claims", CLAIM),
    ("pledges", PLEDGE),
    ("pledge_claims", PLEDGE_CLAIM),
    ("deployments", DEPLOYMENT),
    ("milestones", MILESTONE),
    ("pledge_equivalents", {"pledge_id": 1, "position": 0, "amount": Decimal(1), "currency": "CAD"}),
    (
        "mentions",
        {
            "claim_id": 1,
            "field": "donor",
            "name": "Canada",
            "kind": "state",
            "start_char": 0,
            "end_char": 6,
            "actor_id": 2,
        },
    ),
    (
        "statements",
        {
            "id": 1,
            "mission_id": 1,
            "speaker_id": None,
            "direct": True,
            "starts": "We are ready",
            "content": "We are ready.",
            "content_key": digest("statement"),
        },
    ),
]


@pytest.fixture
def connection(database_url: URL) -> Iterator[Connection]:
    """A connection in a transaction that has stored ``ROWS`` and is never committed."""
    engine = open_engine(database_url, read_only=False)
    with engine.connect() as connection:
        for table, row in ROWS:
            connection.execute(insert(TABLES[table]).values(row))
        if database_url.get_backend_name() == "postgresql":  # given ids leave its counters behind
            for table, row in ROWS:
                if "id" in row:
                    counter = f"pg_get_serial_sequence('{table}', 'id')"
                    connection.execute(text(f"SELECT setval({counter}, {row['id']})"))
        yield connection
    engine.dispose()


def other(row: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Return a further row like ``row``, but for ``changes``."""
    fresh = {"id": 9, "content_key": digest("another")}
    return {**row, **{key: value for key, value in fresh.items() if key in row}, **changes}


@pytest.mark.parametrize(
    ("table", "row", "constraint"),
    [
        ("pledges", other(PLEDGE, kind="promise"), "ck_pledges_kind"),
        ("pledges", other(PLEDGE, status="paid"), "ck_pledges_status"),
        ("pledges", other(PLEDGE, amount=None), "ck_pledges_amount_has_currency"),  # a currency alone
        ("pledges", other(PLEDGE, currency="usd"), "ck_pledges_currency"),
        ("pledges", other(PLEDGE, currency="US"), "ck_pledges_currency"),
        ("pledges", other(PLEDGE, announced_on_precision="week"), "ck_pledges_announced_on"),
        ("pledges", other(PLEDGE, announced_on_to=None), "ck_pledges_announced_on"),  # one of three missing
        ("pledges", other(PLEDGE, announced_on_to=date(2024, 5, 1)), "ck_pledges_announced_on"),
        ("pledges", other(PLEDGE, first_seen=date(2025, 1, 1)), "ck_pledges_seen"),
        ("pledges", other(PLEDGE, content_key="short"), "ck_pledges_content_key"),
        ("pledges", other(PLEDGE, content_key=PLEDGE["content_key"]), "content_key"),
        ("pledges", other(PLEDGE, donor_id=77), "(?i)foreign"),
        ("deployments", other(DEPLOYMENT, count=-1), "ck_deployments_count"),
        ("deployments", other(DEPLOYMENT, count_max=300), "ck_deployments_count"),  # a range upside down
        ("deployments", other(DEPLOYMENT, unit="navy"), "ck_deployments_unit"),
        ("milestones", other(MILESTONE, kind="arrived"), "ck_milestones_kind"),
        ("milestones", other(MILESTONE, date_from=None), "date"),  # a milestone has a date
        ("claims", other(CLAIM, end_char=10), "ck_claims_span"),  # no characters
        ("claims", other(CLAIM, start_char=-1), "ck_claims_span"),
        ("claims", other(CLAIM, kind="rumour"), "ck_claims_kind"),
        ("claims", other(CLAIM, confidence=1.5), "ck_claims_confidence"),
        ("statement_claims", {"claim_id": 1, "direct": True, "starts": "a", "content": "a"}, "(?i)foreign"),
        (  # the payload of another kind than the claim's
            "statement_claims",
            {"claim_id": 1, "claim_kind": "pledge", "direct": True, "starts": "a", "content": "a"},
            "ck_statement_claims_claim_kind",
        ),
        ("sources", other(SOURCE), "identity_key"),  # the same publication again
        ("sources", other(SOURCE, revision=2), "ck_sources_revision"),  # a second that replaces nothing
        ("missions", {"slug": "haiti-mission", "name": "Again", "origin": "user"}, "slug"),
        ("missions", {"slug": "x", "name": "X", "origin": "seed", "phase": "over"}, "ck_missions_phase"),
        ("actors", {"name": "KENYA", "name_key": "kenya", "kind": "state", "origin": "text"}, "name_key"),
        ("actors", {"name": "x" * 401, "name_key": "x", "kind": "state", "origin": "text"}, "ck_actors_name"),
        (  # an office out of a text must say where it stands
            "actor_roles",
            {"person_id": 1, "office": "president", "origin": "text"},
            "ck_actor_roles_evidence",
        ),
    ],
)
def test_a_row_that_breaks_a_rule_is_refused(
    connection: Connection, table: str, row: dict[str, Any], constraint: str
) -> None:
    with pytest.raises((IntegrityError, DatabaseError), match=constraint):
        connection.execute(in_plain_sql(TABLES[table], row), row)


def in_plain_sql(table: Table, row: dict[str, Any]) -> TextClause:
    """Return an INSERT that only the database itself can refuse."""
    names = ", ".join(f":{name}" for name in row)
    types = {name: table.c[name].type for name in row}
    return text(f"INSERT INTO {table.name} ({', '.join(row)}) VALUES ({names})").bindparams(
        *(bindparam(name, type_=String() if isinstance(kind, Enum) else kind) for name, kind in types.items())
    )


def test_a_plain_query_reads_a_sum(connection: Connection) -> None:
    assert float(connection.execute(text("SELECT amount FROM pledges")).scalar_one()) == 85300000.5


def test_a_thing_that_goes_leaves_its_claims_and_takes_its_parts(connection: Connection) -> None:
    connection.execute(delete(TABLES["pledges"]))
    assert connection.execute(select(TABLES["pledge_claims"].c.pledge_id)).all() == [(None,)]
    assert connection.execute(select(TABLES["pledge_equivalents"])).all() == []


def test_an_extraction_that_goes_takes_all_it_said(connection: Connection) -> None:
    connection.execute(delete(TABLES["extractions"]))
    for table in ("claims", "pledge_claims", "mentions"):
        assert connection.execute(select(TABLES[table])).all() == []


@pytest.mark.parametrize("table", ["pledges", "actors", "missions", "sources", "claims", "statements"])
def test_an_id_is_never_given_again(connection: Connection, table: str) -> None:
    row = dict(next(values for name, values in ROWS if name == table))
    row.pop("id")
    changes = {
        "content_key": digest("x"),
        "name_key": "x",
        "slug": "x",
        "identity_key": digest("x"),
    }
    row |= {key: value for key, value in changes.items() if key in row}
    insertion = insert(TABLES[table]).values(row).returning(TABLES[table].c.id)
    first = connection.execute(insertion).scalar_one()
    connection.execute(delete(TABLES[table]).where(TABLES[table].c.id == first))
    assert connection.execute(insertion).scalar_one() > first


def test_the_models_read_what_the_tables_hold(connection: Connection) -> None:
    with Session(connection) as session:
        pledge = session.scalars(
            select(models.Pledge).options(
                selectinload(models.Pledge.donor), selectinload(models.Pledge.equivalents)
            )
        ).one()
        assert pledge.donor is not None
        assert (pledge.donor.name, pledge.amount, pledge.equivalents[0].currency) == (
            "Canada",
            Decimal("85300000.50"),
            "CAD",
        )
        source = session.scalars(select(models.Source)).one()
        assert source.recorded_at == NOW


VIEWED = [
    (
        "v_pledges",
        {
            "mission": "haiti-mission",
            "donor": "Canada",
            "recipient": None,
            "announced_on": "2024-06",
            "currency": "USD",
        },
    ),
    (
        "v_deployments",
        {"mission": "haiti-mission", "contributor": "Kenya", "count": 400, "date": "2024-06-25"},
    ),
    ("v_statements", {"mission": "haiti-mission", "speaker": None, "content": "We are ready."}),
    (
        "v_evidence",
        {
            "mission": "haiti-mission",
            "record": "pledge",
            "record_id": 1,
            "quote": "offered",
            "title": "Kenya sends officers",
            "publisher": "The Courier",
            "is_current": True,
        },
    ),
]


@pytest.mark.parametrize(("view", "expected"), VIEWED, ids=[view for view, _ in VIEWED])
def test_a_view_shows_names(connection: Connection, view: str, expected: dict[str, Any]) -> None:
    row = connection.execute(text(f"SELECT * FROM {view}")).mappings().one()
    assert {key: row[key] for key in expected} == expected


def test_the_timeline_tells_everything_dated(connection: Connection) -> None:
    rows = connection.execute(
        text("SELECT record, date, actor FROM v_timeline ORDER BY date_from, record")
    ).all()
    assert [tuple(row) for row in rows] == [
        ("milestone", "2024", "Kenya"),
        ("pledge", "2024-06", "Canada"),
        ("deployment", "2024-06-25", "Kenya"),
    ]
