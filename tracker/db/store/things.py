"""The difference between stored things and projected ones, and writing it: unchanged rows stay untouched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, or_, select, update

from tracker.db.store.matching import match_things
from tracker.db.store.rows import Row, chunks, insert_numbered, insert_rows
from tracker.db.store.thing_rows import Ids, ThingKind, own_claims, row_of, things_of
from tracker.reconcile.model import AnyThing, Deployment, Projection
from tracker.vocab import Basis

_CLAIM_ID = "at_claim"


@dataclass(slots=True)
class ThingChanges:
    """What is to be done so that the rows of one kind are as projected.

    ``inserts`` are new things; ``updates`` the columns that differ, by id; ``deletes`` ids; ``children`` the
    wanted child rows of a thing (by content key) where they differ; ``links`` the content key that a claim is
    to point at, ``strengths`` that of the strength that a contingent is to point at; ``numbers`` the ids of
    things that are stored, by content key.
    """

    kind: ThingKind
    inserts: list[AnyThing] = field(default_factory=list)
    updates: dict[int, Row] = field(default_factory=dict)
    deletes: list[int] = field(default_factory=list)
    children: list[tuple[Table, str, list[Row]]] = field(default_factory=list)
    links: dict[int, str | None] = field(default_factory=dict)
    strengths: dict[str, str | None] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)


def thing_changes(
    conn: Connection, kind: ThingKind, projection: Projection, missions: Iterable[str | None], ids: Ids
) -> ThingChanges:
    """Return what differs between the stored things of the missions and the projected ones."""
    stored = _stored(conn, kind, missions, ids)
    things = things_of(projection, kind)
    links = _links(conn, kind, stored, things)
    numbers = _numbers(things, stored, links)
    changes = ThingChanges(kind, numbers=numbers)
    changes.inserts = [thing for thing in things if thing.content_key not in numbers]
    changes.deletes = sorted(stored.keys() - set(numbers.values()))
    for thing in things:
        number = numbers.get(thing.content_key)
        if number is not None:
            old, new = stored[number], row_of(kind, thing, ids)
            differing = {name: value for name, value in new.items() if old[name] != value}
            if differing:
                changes.updates[number] = differing
    wanted: dict[int, str | None] = dict.fromkeys(links)
    wanted.update(own_claims(things))
    for claim, key in wanted.items():
        is_new = key is not None and key not in numbers
        if is_new or links.get(claim) != (None if key is None else numbers[key]):
            changes.links[claim] = key
    _strength_changes(things, stored, changes)
    _child_changes(conn, things, changes)
    return changes


def apply_things(conn: Connection, changes: ThingChanges, ids: Ids) -> dict[str, int]:
    """Write the changes; return the ids of all the projected things, by content key."""
    kind = changes.kind
    for part in chunks(changes.deletes):
        conn.execute(delete(kind.things).where(kind.things.c.id.in_(part)))
    _update(conn, kind.things, changes.updates)
    numbers = dict(changes.numbers)
    rows = [row_of(kind, thing, ids) for thing in changes.inserts]
    new = insert_numbered(conn, kind.things, rows)
    numbers.update(zip((thing.content_key for thing in changes.inserts), new, strict=True))
    for child, key, wanted in changes.children:
        conn.execute(delete(child).where(child.c[kind.link] == numbers[key]))
        insert_rows(conn, child, [{kind.link: numbers[key]} | row for row in wanted])
    _update(
        conn,
        kind.things,
        {
            numbers[key]: {"strength_id": None if of is None else numbers[of]}
            for key, of in changes.strengths.items()
        },
    )
    if changes.links:
        conn.execute(
            update(kind.payloads)
            .where(kind.payloads.c.claim_id == bindparam(_CLAIM_ID))
            .values({kind.link: bindparam("thing")}),
            [
                {_CLAIM_ID: claim, "thing": None if key is None else numbers[key]}
                for claim, key in changes.links.items()
            ],
        )
    return numbers


def _stored(
    conn: Connection, kind: ThingKind, missions: Iterable[str | None], ids: Ids
) -> dict[int, Mapping[str, Any]]:
    slugs = set(missions)
    numbers = [ids.missions[slug] for slug in slugs if slug is not None and slug in ids.missions]
    of_missions: ColumnElement[bool] = kind.things.c.mission_id.in_(numbers)
    if None in slugs:
        of_missions = or_(of_missions, kind.things.c.mission_id.is_(None))
    rows = conn.execute(select(kind.things).where(of_missions)).mappings()
    return {row["id"]: dict(row) for row in rows}


def _links(
    conn: Connection, kind: ThingKind, stored: Iterable[int], things: Sequence[AnyThing]
) -> dict[int, int | None]:
    """Return the stored thing of every claim that points at one of those or shall at a projected one."""
    column = kind.payloads.c[kind.link]
    found: dict[int, int | None] = {}
    for part in chunks(sorted(stored)):
        query = select(kind.payloads.c.claim_id, column).where(column.in_(part))
        found.update((claim, number) for claim, number in conn.execute(query))
    rest = {claim for thing in things for claim in thing.claims} - found.keys()
    for part in chunks(sorted(rest)):
        query = select(kind.payloads.c.claim_id, column).where(kind.payloads.c.claim_id.in_(part))
        found.update((claim, number) for claim, number in conn.execute(query))
    return found


def _numbers(
    things: Sequence[AnyThing], stored: Mapping[int, Mapping[str, Any]], links: Mapping[int, int | None]
) -> dict[str, int]:
    """Return the ids that projected things keep; strengths and contingents each among their like."""
    found: dict[str, int] = {}
    for strengths in (True, False):
        alike = [thing for thing in things if _is_strength(thing) is strengths]
        holders: dict[int, int] = {}
        for claim, number in links.items():
            holder = None if number is None else _holder(number, stored, strengths=strengths)
            if holder is not None:
                holders[claim] = holder
        keys = {
            row["content_key"]: number
            for number, row in stored.items()
            if (row.get("basis") is Basis.LEVEL) is strengths
        }
        found |= match_things(alike, holders, keys)
    return found


def _is_strength(thing: AnyThing) -> bool:
    return isinstance(thing, Deployment) and thing.basis is Basis.LEVEL


def _holder(number: int, stored: Mapping[int, Mapping[str, Any]], *, strengths: bool) -> int | None:
    """Return the stored thing that a claim supports: itself pointed at, or that one's strength."""
    row = stored.get(number)
    if row is None:
        return None
    if (row.get("basis") is Basis.LEVEL) is strengths:
        return number
    return row.get("strength_id") if strengths else None


def _strength_changes(
    things: Sequence[AnyThing], stored: Mapping[int, Mapping[str, Any]], changes: ThingChanges
) -> None:
    for thing in things:
        if not isinstance(thing, Deployment):
            return
        number = changes.numbers.get(thing.content_key)
        now = None if number is None else stored[number]["strength_id"]
        wanted = None if thing.part_of is None else changes.numbers.get(thing.part_of)
        if now != wanted or (thing.part_of is not None and wanted is None):
            changes.strengths[thing.content_key] = thing.part_of


def _child_changes(conn: Connection, things: Sequence[AnyThing], changes: ThingChanges) -> None:
    kind = changes.kind
    for child, rows_of in kind.children.items():
        stored: dict[int, list[Row]] = defaultdict(list)
        for part in chunks(sorted(set(changes.numbers.values()))):
            query = select(child).where(child.c[kind.link].in_(part)).order_by(*child.primary_key.columns)
            for row in conn.execute(query).mappings():
                stored[row[kind.link]].append({name: row[name] for name in row if name != kind.link})
        for thing in things:
            number, wanted = changes.numbers.get(thing.content_key), rows_of(thing)
            have = [] if number is None else stored[number]
            if sorted(map(str, map(_items, have))) != sorted(map(str, map(_items, wanted))):
                changes.children.append((child, thing.content_key, wanted))


def _items(row: Row) -> list[tuple[str, str]]:
    return sorted((name, str(value)) for name, value in row.items())


def _update(conn: Connection, rows: Table, changes: Mapping[int, Row]) -> None:
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
