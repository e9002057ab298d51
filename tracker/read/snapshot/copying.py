"""Rows from a database into one in memory, as the drivers hand them over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select

Change = Callable[[Mapping[str, Any]], object]
"""What a column shall hold, made of the row as it was."""


class Copier:
    """Copies rows from ``source`` into ``target``, an SQLite database with the same schema."""

    def __init__(self, source: Connection, target: Connection) -> None:
        self._source = source
        self._target = target

    def copy(
        self,
        rows: Table,
        where: ColumnElement[bool] | None = None,
        *,
        of: tuple[Table, ColumnElement[bool]] | None = None,
        changes: Mapping[str, Change] | None = None,
    ) -> None:
        """Copy the rows for which ``where`` holds.

        ``of`` is a table that ``where`` speaks of, and how the rows join it; ``changes`` are columns that
        shall hold something else.
        """
        query = select(rows)
        if of is not None:
            query = query.join(*of)
        if where is not None:
            query = query.where(where)
        names = list(rows.columns.keys())
        # As the driver gives them: that of SQLite takes them again, and nothing is converted twice.
        result = self._source.execute(query)
        values: Sequence[Any] = result.cursor.fetchall()
        result.close()
        if changes:
            values = [_changed(dict(zip(names, row, strict=True)), changes) for row in values]
        if self._source.dialect.name != "sqlite":
            values = [tuple(map(_stored, row)) for row in values]
        if values:
            quoted = ", ".join(f'"{name}"' for name in names)
            marks = ", ".join("?" * len(names))
            self._target.exec_driver_sql(f'INSERT INTO "{rows.name}" ({quoted}) VALUES ({marks})', values)  # noqa: S608 - names of our own

    def number_from(self, first: int) -> None:
        """Give the rows that are added from now on ids above ``first``, in the tables that count theirs."""
        counting = self._target.exec_driver_sql(_COUNTING).scalars().all()
        self._target.exec_driver_sql("DELETE FROM sqlite_sequence")
        self._target.exec_driver_sql(
            "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", [(rows, first) for rows in counting]
        )


_COUNTING = "SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'"


def _changed(row: dict[str, Any], changes: Mapping[str, Change]) -> tuple[Any, ...]:
    return tuple((row | {name: change(row) for name, change in changes.items()}).values())


def _stored(value: object) -> object:
    """Return a value of PostgreSQL's driver as SQLite stores it."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    if isinstance(value, date):
        return value.isoformat()
    return value
