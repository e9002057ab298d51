"""Column types whose values are the same on SQLite and PostgreSQL.

They need SQLAlchemy Core only, so that hand-written SQL can use them too:
``text("SELECT amount FROM pledges").columns(amount=MoneyAmount())``.
"""

from __future__ import annotations

import enum
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import DateTime, Dialect, Enum, Numeric, String
from sqlalchemy.types import TypeDecorator, TypeEngine

MONEY_LIMIT = Decimal(10) ** 13
"""Every amount is below this: with two places it has at most 15 digits, which a double holds exactly."""

_CENT = Decimal("0.01")


def exact_amount(value: Decimal | int) -> Decimal:
    """Return ``value`` as a canonical amount: no fraction where it is whole, else two places.

    Raise ``ValueError`` where it is negative, not finite, more precise, or not below ``MONEY_LIMIT``.
    """
    amount = Decimal(value)
    if not amount.is_finite() or not 0 <= amount < MONEY_LIMIT:
        raise ValueError(f"not an amount from 0 to below 10^13: {value}")
    whole = amount.to_integral_value()
    if amount == whole:
        return Decimal(int(whole))
    try:
        cents = amount.quantize(_CENT)
    except InvalidOperation:
        cents = None
    if cents != amount:
        raise ValueError(f"an amount has at most two decimal places: {value}")
    return cents


class MoneyAmount(TypeDecorator[Decimal]):
    """An exact sum of money, readable in plain SQL: 100000000 is one hundred million.

    PostgreSQL keeps a NUMERIC. SQLite's NUMERIC affinity keeps a whole sum as an integer and any other
    as a double, and a double of at most 15 digits gives back the same two places.
    """

    impl = Numeric
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Keep SQLite's own numbers, since its driver knows no decimals."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(Numeric(asdecimal=False))
        return dialect.type_descriptor(Numeric())

    def process_bind_param(self, value: Decimal | int | None, dialect: Dialect) -> Any:
        """Refuse an amount that one of the databases could not keep exactly."""
        if value is None:
            return None
        if not isinstance(value, (Decimal, int)):
            raise ValueError(f"an amount is a Decimal or an int, never {type(value).__name__}: {value!r}")
        amount = exact_amount(value)
        return float(amount) if dialect.name == "sqlite" else amount

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """Return the canonical exact amount."""
        if value is None:
            return None
        amount = value if isinstance(value, Decimal) else Decimal(repr(value))
        return exact_amount(amount)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC, aware on both databases; a naive datetime is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Convert to UTC; raise ``ValueError`` for a naive datetime."""
        if value is None:
            return None
        if value.tzinfo is None or value.utcoffset() is None:
            raise ValueError(f"a moment needs a time zone: {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return an aware datetime in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def word_of(choices: type[enum.StrEnum]) -> Enum:
    """Return the type of a column that holds one value of ``choices``, stored as its text.

    The CHECK that keeps the vocabulary stands by name in the table (``one_of`` in ``base``).
    """
    return Enum(
        choices,
        native_enum=False,
        create_constraint=False,
        length=32,
        values_callable=lambda kinds: [kind.value for kind in kinds],
    )


DIGEST = String(64)
"""A SHA-256 in hex."""
