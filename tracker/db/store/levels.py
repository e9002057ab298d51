"""What donors have promised and given in all: rows that follow from the pledges of their missions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, select

from tracker.db import models
from tracker.db.store.rows import Row, chunks, insert_rows, of_missions, table
from tracker.db.store.thing_rows import Ids
from tracker.db.types import exact_amount
from tracker.reconcile.levels import MoneyLevel, money_levels
from tracker.reconcile.model import Projection


@dataclass(slots=True)
class LevelChanges:
    """Rows that are missing, and the ids of those that say what is so no longer."""

    inserts: list[Row] = field(default_factory=list)
    deletes: list[int] = field(default_factory=list)


def level_changes(
    conn: Connection, projection: Projection, missions: Iterable[str | None], ids: Ids
) -> LevelChanges:
    """Return what differs from what the projected pledges come to."""
    rows = table(models.MoneyLevel)
    query = select(rows).where(of_missions(rows, missions, ids.missions)).order_by(rows.c.id)
    wanted = [_row_of(level, ids) for level in money_levels(projection.pledges) if _storable(level)]
    changes = LevelChanges()
    for stored in conn.execute(query).mappings():
        row = {name: stored[name] for name in stored if name != "id"}
        if row in wanted:
            wanted.remove(row)
        else:
            changes.deletes.append(stored["id"])
    changes.inserts = wanted
    return changes


def apply_levels(conn: Connection, changes: LevelChanges) -> None:
    """Write the changes."""
    rows = table(models.MoneyLevel)
    for part in chunks(changes.deletes):
        conn.execute(delete(rows).where(rows.c.id.in_(part)))
    insert_rows(conn, rows, changes.inserts)


def _storable(level: MoneyLevel) -> bool:
    """Tell whether the database can keep a level: sums that it can keep may come to more than that."""
    try:
        exact_amount(level.amount)
    except ValueError:
        return False
    return True


def _row_of(level: MoneyLevel, ids: Ids) -> Row:
    return {
        "mission_id": None if level.mission is None else ids.missions.get(level.mission),
        "donor_id": ids.actor(level.donor),
        "recipient_id": ids.actor(level.recipient),
        "status": level.status,
        "currency": level.currency,
        "amount": level.amount,
        "told_amount": level.told_total,
        "agrees": level.agrees,
    }
