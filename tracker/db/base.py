"""What all models share: the naming convention, the column types, and the CHECKs that recur.

The typed models are the one definition of the schema. Writing uses their ``__table__`` with Core
statements; what must start fast (``tracker status``) sends hand-written SQL with the types of
``tracker.db.types`` and never imports the models.
"""

from __future__ import annotations

import enum
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Identity,
    Integer,
    MetaData,
    String,
    Text,
)
from sqlalchemy.orm import DeclarativeBase, mapped_column

from tracker.db.types import DIGEST, MoneyAmount, UtcDateTime, word_of
from tracker.vocab import (
    ActorKind,
    AliasKind,
    Basis,
    ClaimKind,
    DatePrecision,
    DeploymentStatus,
    DisputedField,
    MilestoneKind,
    Phase,
    PledgeKind,
    PledgeStatus,
    Preference,
    Purpose,
    Qualifier,
    RecordKind,
    Unit,
)

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Origin(enum.StrEnum):
    """Where an actor, a name, an office or a mission comes from."""

    SEED = "seed"
    USER = "user"
    TEXT = "text"


class MentionField(enum.StrEnum):
    """The field of a claim that names an actor."""

    DONOR = "donor"
    RECIPIENT = "recipient"
    CONTRIBUTOR = "contributor"
    SPEAKER = "speaker"
    BY = "by"
    AWAITS = "awaits"


class RoleField(enum.StrEnum):
    """The field of an office that names an actor."""

    PERSON = "person"
    OF = "of"


BIG = BigInteger().with_variant(Integer(), "sqlite")  # SQLite numbers rows itself only under the name INTEGER

Id = Annotated[int, mapped_column(BIG, Identity(), primary_key=True, sort_order=-2)]
Reference = Annotated[int, mapped_column(BIG)]
Sha256 = Annotated[str, mapped_column(DIGEST)]
Moment = Annotated[datetime, mapped_column(UtcDateTime())]
Amount = Annotated[Decimal, mapped_column(MoneyAmount())]
Currency = Annotated[str, mapped_column(String(3))]
Slug = Annotated[str, mapped_column(String(100))]


VOCABULARIES: tuple[type[enum.StrEnum], ...] = (
    ActorKind,
    AliasKind,
    Basis,
    ClaimKind,
    DatePrecision,
    DeploymentStatus,
    DisputedField,
    MentionField,
    MilestoneKind,
    Origin,
    Phase,
    PledgeKind,
    PledgeStatus,
    Preference,
    Purpose,
    Qualifier,
    RecordKind,
    RoleField,
    Unit,
)


class Base(DeclarativeBase):
    """The base of all models."""

    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        **{words: word_of(words) for words in VOCABULARIES},
    }


def one_of(column: str, choices: type[enum.StrEnum]) -> CheckConstraint:
    """Return the CHECK, named after the column, that keeps a closed vocabulary."""
    words = ", ".join(f"'{choice.value}'" for choice in choices)
    return CheckConstraint(f"{column} IN ({words})", name=column)


def flag(column: str) -> CheckConstraint:
    """Return the CHECK that keeps SQLite, which has no booleans, to true and false."""
    return CheckConstraint(f"{column} IN (true, false)", name=column)


def span() -> CheckConstraint:
    """Return the CHECK that ``[start_char, end_char)`` is a span of at least one character."""
    return CheckConstraint("start_char >= 0 AND end_char > start_char", name="span")


def hex_digest(column: str) -> CheckConstraint:
    """Return the CHECK that a SHA-256 has the length of one."""
    return CheckConstraint(f"length({column}) = 64", name=column)


def sum_of_money(amount: str = "amount", currency: str | None = "currency") -> list[CheckConstraint]:
    """Return the CHECKs of a sum: at most two places, below 10^13, with a currency where one is named."""
    checks = [
        CheckConstraint(
            f"{amount} >= 0 AND {amount} < 10000000000000 AND {amount} = round({amount}, 2)", name=amount
        )
    ]
    if currency is not None:
        checks += [
            CheckConstraint(f"({amount} IS NULL) = ({currency} IS NULL)", name=f"{amount}_has_{currency}"),
            CheckConstraint(f"length({currency}) = 3 AND {currency} = upper({currency})", name=currency),
        ]
    return checks


def partial_date(field: str) -> CheckConstraint:
    """Return the CHECK of a partial date: all three columns or none, in order, of a known precision."""
    first, last, precision = f"{field}_from", f"{field}_to", f"{field}_precision"
    words = ", ".join(f"'{choice.value}'" for choice in DatePrecision)
    return CheckConstraint(
        f"({first} IS NULL AND {last} IS NULL AND {precision} IS NULL)"
        f" OR ({first} IS NOT NULL AND {last} IS NOT NULL AND {precision} IS NOT NULL"
        f" AND {first} <= {last} AND {precision} IN ({words}))",
        name=field,
    )


def seen_in_order() -> CheckConstraint:
    """Return the CHECK that a thing was not last seen before it was first seen."""
    return CheckConstraint(
        "(first_seen IS NULL AND last_seen IS NULL)"
        " OR (first_seen IS NOT NULL AND last_seen IS NOT NULL AND first_seen <= last_seen)",
        name="seen",
    )
