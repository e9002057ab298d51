"""The difference between stored contradictions and projected ones, and writing it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, select

from tracker.db import models
from tracker.db.store.rows import Row, chunks, insert_numbered, insert_rows, of_missions, table, update_rows
from tracker.db.store.thing_rows import Ids
from tracker.reconcile.model import Contradiction, Projection
from tracker.vocab import RecordKind

ThingIds = Mapping[str, Mapping[str, int]]
"""The ids of things by the word of their kind (``pledge``, …) and their content keys."""

_Place = tuple[str, int | None, str]  # the kind of thing, its id, the field
_Side = tuple[int, str, int, int, frozenset[int]]


@dataclass(slots=True)
class DisputeChanges:
    """What is to be done so that the rows are as projected.

    ``inserts`` are new contradictions; ``updates`` the columns that differ, by id; ``deletes`` ids;
    ``sides`` the contradictions, by id, whose sides differ.
    """

    inserts: list[Contradiction] = field(default_factory=list)
    updates: dict[int, Row] = field(default_factory=dict)
    deletes: list[int] = field(default_factory=list)
    sides: dict[int, Contradiction] = field(default_factory=dict)


def dispute_changes(
    conn: Connection, projection: Projection, missions: Iterable[str | None], ids: Ids, things: ThingIds
) -> DisputeChanges:
    """Return what differs; a contradiction keeps its id while its thing does and the field is disputed."""
    rows = table(models.Contradiction)
    query = select(rows).where(of_missions(rows, missions, ids.missions))
    stored = {_stored_place(dict(row)): dict(row) for row in conn.execute(query).mappings()}
    sides = _stored_sides(conn, [row["id"] for row in stored.values()])
    changes = DisputeChanges()
    kept: set[int] = set()
    for each in projection.contradictions:
        wanted = _row_of(each, ids, things)
        old = stored.get(_place(each, things))
        if old is None:
            changes.inserts.append(each)
            continue
        kept.add(old["id"])
        differing = {name: value for name, value in wanted.items() if old[name] != value}
        if differing:
            changes.updates[old["id"]] = differing
        if sides.get(old["id"], []) != _sides(each):
            changes.sides[old["id"]] = each
    changes.deletes = sorted({row["id"] for row in stored.values()} - kept)
    return changes


def apply_disputes(conn: Connection, changes: DisputeChanges, ids: Ids, things: ThingIds) -> None:
    """Write the changes; ``things`` holds the ids of all projected things."""
    rows, sides = table(models.Contradiction), table(models.ContradictionSide)
    for part in chunks(changes.deletes):
        conn.execute(delete(rows).where(rows.c.id.in_(part)))
    update_rows(conn, rows, changes.updates)
    new = insert_numbered(conn, rows, [_row_of(each, ids, things) for each in changes.inserts])
    for part in chunks(sorted(changes.sides)):
        conn.execute(delete(sides).where(sides.c.contradiction_id.in_(part)))  # and their claims with them
    filled = {**changes.sides, **dict(zip(new, changes.inserts, strict=True))}
    insert_rows(
        conn,
        sides,
        [
            {
                "contradiction_id": number,
                "position": place,
                "said": side.said,
                "source_count": side.source_count,
                "independent_count": side.independent_count,
            }
            for number, each in filled.items()
            for place, side in enumerate(each.sides)
        ],
    )
    insert_rows(
        conn,
        table(models.ContradictionClaim),
        [
            {"contradiction_id": number, "position": place, "claim_id": claim}
            for number, each in filled.items()
            for place, side in enumerate(each.sides)
            for claim in sorted(set(side.claims))
        ],
    )


def _place(each: Contradiction, things: ThingIds) -> _Place:
    return each.record.value, things[each.record.value].get(each.thing), each.field.value


def _stored_place(row: Row) -> _Place:
    record: RecordKind = row["record"]
    return record.value, row[f"{record.value}_id"], row["field"].value


def _row_of(each: Contradiction, ids: Ids, things: ThingIds) -> Row:
    _, number, _ = _place(each, things)
    return {
        "mission_id": None if each.mission is None else ids.missions.get(each.mission),
        "record": each.record,
        **{f"{kind.value}_id": number if kind is each.record else None for kind in RecordKind},
        "field": each.field,
        "rule": each.rule,
        "content_key": each.content_key,
    }


def _sides(each: Contradiction) -> list[_Side]:
    return [
        (place, side.said, side.source_count, side.independent_count, frozenset(side.claims))
        for place, side in enumerate(each.sides)
    ]


def _stored_sides(conn: Connection, numbers: Iterable[int]) -> dict[int, list[_Side]]:
    sides, claims = table(models.ContradictionSide), table(models.ContradictionClaim)
    said: dict[tuple[int, int], set[int]] = defaultdict(set)
    found: dict[int, list[_Side]] = defaultdict(list)
    for part in chunks(sorted(numbers)):
        for row in conn.execute(select(claims).where(claims.c.contradiction_id.in_(part))):
            said[row.contradiction_id, row.position].add(row.claim_id)
        query = (
            select(sides)
            .where(sides.c.contradiction_id.in_(part))
            .order_by(sides.c.contradiction_id, sides.c.position)
        )
        for row in conn.execute(query):
            told = frozenset(said[row.contradiction_id, row.position])
            found[row.contradiction_id].append(
                (row.position, row.said, row.source_count, row.independent_count, told)
            )
    return found
