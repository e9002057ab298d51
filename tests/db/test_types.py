"""Values come back from both databases as they went in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import URL, Column, Engine, Integer, MetaData, Table, insert, select, text
from sqlalchemy.exc import StatementError

from tracker.db import migrate
from tracker.db.base import sum_of_money
from tracker.db.types import MoneyAmount, UtcDateTime, exact_amount

VALUES = Table(
    "sampled",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("amount", MoneyAmount()),
    Column("moment", UtcDateTime()),
    *sum_of_money("amount", None),
)

CENTS = st.integers(0, 10**15 - 1).map(lambda cents: Decimal(cents) / 100)
MOMENTS = st.datetimes(
    datetime(1000, 1, 2),  # noqa: DTZ001 - the strategy adds the time zone
    datetime(9999, 12, 30),  # noqa: DTZ001
    timezones=st.sampled_from(
        [UTC, timezone(timedelta(hours=-11)), timezone(timedelta(hours=5, minutes=45))]
    ),
)


@pytest.fixture
def engine(empty_url: URL) -> Iterator[Engine]:
    engine = migrate.migration_engine(empty_url)
    with engine.begin() as connection:
        VALUES.create(connection)
    yield engine
    engine.dispose()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(amount=CENTS, moment=MOMENTS)
def test_sums_and_moments_come_back_exactly(engine: Engine, amount: Decimal, moment: datetime) -> None:
    with engine.begin() as connection:
        identity = connection.execute(
            insert(VALUES).values(amount=amount, moment=moment).returning(VALUES.c.id)
        ).scalar_one()
        row = connection.execute(select(VALUES).where(VALUES.c.id == identity)).one()
        assert row.amount == amount
        assert row.moment == moment
        assert row.moment.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (100_000_000, "100000000"),  # a reader sees one hundred million, no cents and no exponent
        (Decimal("0.1"), "0.10"),
        (Decimal("85300000.00"), "85300000"),
        (Decimal("9999999999999.99"), "9999999999999.99"),  # the largest: 15 digits
        (0, "0"),
    ],
)
def test_a_sum_is_read_in_one_form(engine: Engine, amount: Decimal | int, shown: str) -> None:
    with engine.begin() as connection:
        connection.execute(insert(VALUES).values(amount=amount))
        assert str(connection.execute(select(VALUES.c.amount)).scalar_one()) == shown
        plain = connection.execute(text("SELECT amount FROM sampled")).scalar_one()
        assert (
            plain == amount if isinstance(plain, (int, Decimal)) else str(plain) in (shown, shown.rstrip("0"))
        )


@pytest.mark.parametrize(
    "amount",
    [
        Decimal("0.001"),
        Decimal(-1),
        Decimal(10) ** 13,
        Decimal("9999999999999.999"),
        Decimal("NaN"),
        Decimal("Infinity"),
        0.1,  # a float is no exact sum
    ],
)
def test_a_sum_that_could_not_be_kept_exactly_is_refused(engine: Engine, amount: object) -> None:
    with engine.begin() as connection, pytest.raises((StatementError, ValueError)):
        connection.execute(insert(VALUES).values(amount=amount))


@pytest.mark.parametrize("literal", ["0.001", "-1", "10000000000000", "'abc'", "'NaN'"])
def test_plain_sql_cannot_store_such_a_sum_either(engine: Engine, literal: str) -> None:
    with engine.connect() as connection, pytest.raises(Exception, match=r"(?i)amount|numeric"):
        connection.execute(text(f"INSERT INTO sampled (id, amount) VALUES (1, {literal})"))


def test_an_amount_is_canonical() -> None:
    assert str(exact_amount(Decimal("1E+8"))) == "100000000"
    assert str(exact_amount(Decimal("1.50"))) == "1.50"


def test_a_naive_moment_is_refused(engine: Engine) -> None:
    naive = datetime(2024, 6, 25, 12, 0)  # noqa: DTZ001
    with engine.begin() as connection, pytest.raises((StatementError, ValueError), match="time zone"):
        connection.execute(insert(VALUES).values(moment=naive))


def test_null_stays_null(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(insert(VALUES).values(id=1))
        assert connection.execute(select(VALUES.c.amount, VALUES.c.moment)).one() == (None, None)
