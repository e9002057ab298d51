"""The difference between stored things and projected ones, and writing it: unchanged rows stay untouched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select, update

from tracker.db import models
from tracker.db.store.matching import match_things
from tracker.db.store.redirects import apply_redirects, merged_into
from tracker.db.store.rows import Row, chunks, insert_numbered, insert_rows, of_missions, table, update_rows
from tracker.db.store.thing_rows import Ids, ThingKind, own_claims, row_of, things_of
from tracker.reconcile.model import AnyThing, Deployment, Pledge, Projection
from tracker.vocab import Basis

_CLAIM_ID = "at_claim"


@dataclass(slots=True)
class ThingChanges:
    """What is to be done so that the rows of one kind are as projected.

    ``inserts`` are new things; ``updates`` the columns that differ, by id; ``deletes`` ids; ``children`` the
    wanted child rows of a thing (by content key) where they differ; ``links`` the content key that a claim is
    to point at, ``strengths`` that of the strength that a contingent is to point at, ``wholes`` that of the
    whole that a pledge is a part of; ``merged`` the content key of the thing that a deleted one went into
    (None: its claims count no longer); ``numbers`` the ids of things that are stored, by content key.
    """

    kind: ThingKind
    inserts: list[AnyThing] = field(default_factory=list)
    updates: dict[int, Row] = field(default_factory=dict)
    deletes: list[int] = field(default_factory=list)
    children: list[tuple[Table, str, list[Row]]] = field(default_factory=list)
    links: dict[int, str | None] = field(default_factory=dict)
    strengths: dict[str, str | None] = field(default_factory=dict)
    wholes: dict[str, str | None] = field(default_factory=dict)
    merged: dict[int, str | None] = field(default_factory=dict)
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
    changes.merged = _merged(things, stored, links, changes)
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
    _whole_changes(conn, things, changes)
    _child_changes(conn, things, changes)
    return changes


def apply_things(conn: Connection, changes: ThingChanges, ids: Ids) -> dict[str, int]:
    """Write the changes; return the ids of all the projected things, by content key."""
    kind = changes.kind
    for part in chunks(changes.deletes):
        conn.execute(delete(kind.things).where(kind.things.c.id.in_(part)))
    update_rows(conn, kind.things, changes.updates)
    numbers = dict(changes.numbers)
    rows = [row_of(kind, thing, ids) for thing in changes.inserts]
    new = insert_numbered(conn, kind.things, rows)
    numbers.update(zip((thing.content_key for thing in changes.inserts), new, strict=True))
    apply_redirects(
        conn,
        kind.word,
        {number: None if key is None else numbers[key] for number, key in changes.merged.items()},
    )
    for child, key, wanted in changes.children:
        conn.execute(delete(child).where(child.c[kind.link] == numbers[key]))
        insert_rows(conn, child, [{kind.link: numbers[key]} | row for row in wanted])
    update_rows(
        conn,
        kind.things,
        {
            numbers[key]: {"strength_id": None if of is None else numbers[of]}
            for key, of in changes.strengths.items()
        },
    )
    _write_wholes(conn, changes.wholes, numbers)
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
    chosen = of_missions(kind.things, missions, ids.missions)
    return {row["id"]: dict(row) for row in conn.execute(select(kind.things).where(chosen)).mappings()}


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
        holders = _holders(links, stored, strengths=strengths)
        keys = {row["content_key"]: number for number, row in stored.items() if _is_level(row) is strengths}
        found |= match_things(alike, holders, keys)
    return found


def _merged(
    things: Sequence[AnyThing],
    stored: Mapping[int, Mapping[str, Any]],
    links: Mapping[int, int | None],
    changes: ThingChanges,
) -> dict[int, str | None]:
    """Return what the deleted things went into: their like, else whatever their claims support now."""
    found: dict[int, str | None] = dict.fromkeys(changes.deletes)
    for strengths in (True, False) if changes.deletes else ():
        gone = [number for number in changes.deletes if _is_level(stored[number]) is strengths]
        holders = _holders(links, stored, strengths=strengths)
        alike = [thing for thing in things if _is_strength(thing) is strengths]
        found |= merged_into(gone, holders, things, changes.numbers)
        found |= merged_into(gone, holders, alike, changes.numbers)
    return found


def _holders(
    links: Mapping[int, int | None], stored: Mapping[int, Mapping[str, Any]], *, strengths: bool
) -> dict[int, int]:
    """Return the stored strength, or the stored thing that is none, which each claim supports."""
    found: dict[int, int] = {}
    for claim, number in links.items():
        holder = None if number is None else _holder(number, stored, strengths=strengths)
        if holder is not None:
            found[claim] = holder
    return found


def _is_level(row: Mapping[str, Any]) -> bool:
    return row.get("basis") is Basis.LEVEL


def _is_strength(thing: AnyThing) -> bool:
    return isinstance(thing, Deployment) and thing.basis is Basis.LEVEL


def _holder(number: int, stored: Mapping[int, Mapping[str, Any]], *, strengths: bool) -> int | None:
    """Return the stored thing that a claim supports: itself pointed at, or that one's strength."""
    row = stored.get(number)
    if row is None:
        return None
    if _is_level(row) is strengths:
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


def _whole_changes(conn: Connection, things: Sequence[AnyThing], changes: ThingChanges) -> None:
    parts = table(models.PledgePart)
    pledges = [thing for thing in things if isinstance(thing, Pledge)]
    stored: dict[int, int] = {}
    for part in chunks(sorted(changes.numbers.values()) if pledges else ()):
        query = select(parts.c.pledge_id, parts.c.whole_id).where(parts.c.pledge_id.in_(part))
        stored.update((pledge, whole) for pledge, whole in conn.execute(query))
    for pledge in pledges:
        number = changes.numbers.get(pledge.content_key)
        now = None if number is None else stored.get(number)
        wanted = None if pledge.part_of is None else changes.numbers.get(pledge.part_of)
        if now != wanted or (pledge.part_of is not None and wanted is None):
            changes.wholes[pledge.content_key] = pledge.part_of


def _write_wholes(conn: Connection, wholes: Mapping[str, str | None], numbers: Mapping[str, int]) -> None:
    parts = table(models.PledgePart)
    for changed in chunks(sorted(numbers[key] for key in wholes)):
        conn.execute(delete(parts).where(parts.c.pledge_id.in_(changed)))
    rows = [
        {"pledge_id": numbers[key], "whole_id": numbers[whole]}
        for key, whole in wholes.items()
        if whole is not None
    ]
    insert_rows(conn, parts, rows)


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
