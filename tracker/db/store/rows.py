"""Between values and columns, the same on SQLite and PostgreSQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, bindparam, or_, text, update
from sqlalchemy.dialects import postgresql, sqlite

from tracker.db.base import Base
from tracker.vocab import DatePrecision, PartialDate

Row = dict[str, Any]
T = TypeVar("T")

CHUNK = 500
"""Values in one IN list, well below what either database takes."""

_WRITER_LOCK = 0x7772697465  # "write"


def table(model: type[Base]) -> Table:
    """Return the Core table of a model."""
    found = model.__table__
    assert isinstance(found, Table)  # noqa: S101 - always so for a mapped class
    return found


def one_writer(conn: Connection) -> None:
    """Let one transaction write at a time, until its end.

    SQLite's BEGIN IMMEDIATE does so itself. Two that project the same mission at once would each miss the
    claims of the other.
    """
    if conn.dialect.name == "postgresql":
        conn.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER_LOCK})


def insert_missing(conn: Connection, into: Table, rows: Sequence[Row]) -> None:
    """Insert the rows that no unique key holds yet."""
    if not rows:
        return
    maker = postgresql.insert if conn.dialect.name == "postgresql" else sqlite.insert
    conn.execute(maker(into).on_conflict_do_nothing(), rows)


def insert_rows(conn: Connection, into: Table, rows: Sequence[Row]) -> None:
    """Insert rows whose ids nobody asks for."""
    if rows:
        conn.execute(into.insert(), rows)


def insert_numbered(conn: Connection, into: Table, rows: Sequence[Row]) -> list[int]:
    """Insert rows and return their ids, in the order of the rows."""
    if not rows:
        return []
    statement = into.insert().returning(into.c.id, sort_by_parameter_order=True)
    return [row[0] for row in conn.execute(statement, rows)]


def update_rows(conn: Connection, rows: Table, changes: Mapping[int, Row]) -> None:
    """Update rows by id, those with the same columns together."""
    alike: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for number, values in sorted(changes.items()):
        alike[tuple(sorted(values))].append(
            {"at_id": number} | {f"new_{name}": values[name] for name in values}
        )
    for names, parameters in alike.items():
        conn.execute(
            update(rows)
            .where(rows.c.id == bindparam("at_id"))
            .values({name: bindparam(f"new_{name}") for name in names}),
            parameters,
        )


def of_missions(
    rows: Table, missions: Iterable[str | None], numbers: Mapping[str, int]
) -> ColumnElement[bool]:
    """Return the condition that a row is of one of the missions (slugs; None: of no mission)."""
    slugs = set(missions)
    known = [numbers[slug] for slug in slugs if slug is not None and slug in numbers]
    chosen: ColumnElement[bool] = rows.c.mission_id.in_(known)
    return or_(chosen, rows.c.mission_id.is_(None)) if None in slugs else chosen


def chunks(values: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """Yield the values in lists of at most ``size``."""
    rest = iter(values)
    while part := list(islice(rest, size)):
        yield part


def date_columns(field: str, when: PartialDate | None) -> Row:
    """Return the three columns of a partial date."""
    return {
        f"{field}_from": None if when is None else when.first,
        f"{field}_to": None if when is None else when.last,
        f"{field}_precision": None if when is None else when.precision,
    }


def partial_date(row: Mapping[str, Any], field: str) -> PartialDate | None:
    """Return the partial date that three columns hold."""
    first = row[f"{field}_from"]
    if first is None:
        return None
    return PartialDate(first, row[f"{field}_to"], DatePrecision(row[f"{field}_precision"]))
