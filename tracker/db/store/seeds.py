"""The knowledge in and out: seeds and what users reviewed, never what articles said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, select, update

from tracker.db.base import Origin
from tracker.db.keys import digest, name_key
from tracker.db.models import Actor, ActorAlias, ActorRole, Mission, MissionAlias
from tracker.db.store.rows import Row, insert_missing, table
from tracker.errors import ItemError
from tracker.knowledge import ActorEntry, Alias, Knowledge, MissionEntry, OfficeEntry
from tracker.vocab import ActorKind

_Key = tuple[str, ...]
_Place = tuple[Any, ...]
_REVIEWED = (Origin.SEED, Origin.USER)


@dataclass(slots=True)
class SyncCounts:
    """Rows that a load of the seeds inserted, updated and found as they should be."""

    inserted: int = 0
    updated: int = 0
    unchanged: int = 0

    def amend(self, rows: int) -> None:
        """Count rows as updated that were thought unchanged."""
        self.updated += rows
        self.unchanged -= rows


def sync_knowledge(conn: Connection, knowledge: Knowledge) -> SyncCounts:
    """Bring the seeds into the database; a second time nothing changes.

    What a user reviewed is left as it is, what articles brought becomes a seed where the seeds name it, and a
    seed that has vanished from the files stays. Raise ``ItemError`` where a seed names an actor that is none.
    """
    counts = SyncCounts()
    actors, missions = table(Actor), table(Mission)
    entries = [*knowledge.actors, *_persons_of_offices(knowledge)]
    fresh = _sync(conn, actors, _ACTOR_KEY, map(_actor_row, entries), counts)
    finder = _Finder(conn)
    parents = (_parent_row(entry, finder) for entry in entries)
    counts.amend(_amend(conn, actors, _ACTOR_KEY, parents, fresh))
    _sync(conn, table(ActorAlias), _ALIAS_KEY, _alias_rows(knowledge, finder), counts)
    _sync(conn, table(ActorRole), ("identity_key",), _role_rows(knowledge, finder), counts)
    fresh = _sync(
        conn, missions, ("slug",), (_mission_row(entry, finder) for entry in knowledge.missions), counts
    )
    ids = {slug: number for number, slug in conn.execute(select(missions.c.id, missions.c.slug))}
    successors = (
        {"slug": entry.slug, "successor_id": None if entry.successor is None else ids.get(entry.successor)}
        for entry in knowledge.missions
    )
    counts.amend(_amend(conn, missions, ("slug",), successors, fresh))
    _sync(
        conn,
        table(MissionAlias),
        ("name_key", "mission_id", "name"),
        _mission_aliases(knowledge, ids),
        counts,
    )
    return counts


def load_knowledge(conn: Connection) -> Knowledge:
    """Return what seeds and users say, as it was given to ``sync_knowledge``."""
    actors = table(Actor)
    rows = conn.execute(select(actors)).mappings().all()
    names = {row["id"]: row["name"] for row in rows}
    aliases: dict[int, list[Alias]] = defaultdict(list)
    for row in _reviewed(conn, table(ActorAlias)):
        aliases[row["actor_id"]].append(Alias(row["name"], row["kind"]))
    offices = [
        OfficeEntry(
            names[row["person_id"]], row["office"], names[row["of_id"]], row["held_from"], row["held_to"]
        )
        for row in _reviewed(conn, table(ActorRole))
    ]
    entries = [
        ActorEntry(
            row["name"],
            row["kind"],
            tuple(sorted(aliases[row["id"]])),
            names.get(row["parent_id"]),
            row["currency"],
        )
        for row in rows
        if row["origin"] in _REVIEWED
    ]
    return Knowledge(
        missions=tuple(sorted(_missions(conn, names), key=lambda each: each.slug)),
        actors=tuple(sorted(entries, key=lambda each: (each.name, each.kind))),
        offices=tuple(sorted(offices, key=_office_order)),
    )


_ACTOR_KEY = ("name_key", "kind")
_ALIAS_KEY = ("name_key", "actor_id", "kind", "name")


def _office_order(office: OfficeEntry) -> tuple[str, str, str, bool, str]:
    started = office.held_from
    return (
        office.person,
        office.office,
        office.of,
        started is not None,
        started.isoformat() if started else "",
    )


def _persons_of_offices(knowledge: Knowledge) -> list[ActorEntry]:
    listed = {entry.name for entry in knowledge.actors if entry.kind is ActorKind.PERSON}
    holders = sorted({office.person for office in knowledge.offices} - listed)
    return [ActorEntry(name, ActorKind.PERSON) for name in holders]


class _Finder:
    """Ids of actors by name; a name that two kinds have is a state's or organization's, not a person's."""

    def __init__(self, conn: Connection) -> None:
        actors = table(Actor)
        rows = conn.execute(select(actors.c.id, actors.c.name_key, actors.c.kind)).all()
        self.by_kind = {(row.name_key, row.kind): row.id for row in rows}
        self.by_name: dict[str, int] = {}
        order = list(ActorKind)
        for row in sorted(rows, key=lambda row: order.index(row.kind), reverse=True):
            self.by_name[row.name_key] = row.id

    def id(self, name: str, asker: str) -> int:
        found = self.by_name.get(name_key(name))
        if found is None:
            raise ItemError(
                f"the seeds name {name!r} (in {asker!r}) but have no such actor: add it to the actors"
            )
        return found

    def optional(self, name: str | None, asker: str) -> int | None:
        return None if name is None else self.id(name, asker)


def _actor_row(entry: ActorEntry) -> Row:
    return {
        "name": entry.name,
        "name_key": name_key(entry.name),
        "kind": entry.kind,
        "currency": entry.currency,
        "origin": Origin.SEED,
    }


def _parent_row(entry: ActorEntry, finder: _Finder) -> Row:
    parent = finder.optional(entry.parent, entry.name)
    return {"name_key": name_key(entry.name), "kind": entry.kind, "parent_id": parent}


def _alias_rows(knowledge: Knowledge, finder: _Finder) -> Iterable[Row]:
    for entry in knowledge.actors:
        actor_id = finder.by_kind[name_key(entry.name), entry.kind]
        for alias in entry.aliases:
            yield {
                "actor_id": actor_id,
                "name": alias.text,
                "name_key": name_key(alias.text),
                "kind": alias.kind,
                "origin": Origin.SEED,
            }


def _role_rows(knowledge: Knowledge, finder: _Finder) -> Iterable[Row]:
    for office in knowledge.offices:
        started = None if office.held_from is None else office.held_from.isoformat()
        yield {
            "person_id": finder.by_kind[name_key(office.person), ActorKind.PERSON],
            "office": office.office,
            "of_id": finder.id(office.of, office.person),
            "held_from": office.held_from,
            "held_to": office.held_to,
            "origin": Origin.SEED,
            "identity_key": digest(office.person, office.office, office.of, started),
        }


def _mission_row(entry: MissionEntry, finder: _Finder) -> Row:
    return {
        "slug": entry.slug,
        "name": entry.name,
        "host_id": finder.optional(entry.host, entry.slug),
        "lead_id": finder.optional(entry.lead, entry.slug),
        "authority_id": finder.optional(entry.authority, entry.slug),
        "area": entry.area,
        "since_year": entry.since,
        "until_year": entry.until,
        "origin": Origin.SEED,
    }


def _mission_aliases(knowledge: Knowledge, ids: dict[str, int]) -> Iterable[Row]:
    for entry in knowledge.missions:
        for alias in entry.aliases:
            yield {
                "mission_id": ids[entry.slug],
                "name": alias,
                "name_key": name_key(alias),
                "origin": Origin.SEED,
            }


def _missions(conn: Connection, names: dict[int, str]) -> Iterable[MissionEntry]:
    rows = conn.execute(select(table(Mission))).mappings().all()
    slugs = {row["id"]: row["slug"] for row in rows}
    aliases: dict[int, list[str]] = defaultdict(list)
    for row in _reviewed(conn, table(MissionAlias)):
        aliases[row["mission_id"]].append(row["name"])
    for row in rows:
        if row["origin"] in _REVIEWED:
            yield MissionEntry(
                row["slug"],
                row["name"],
                tuple(sorted(aliases[row["id"]])),
                names.get(row["host_id"]),
                names.get(row["lead_id"]),
                names.get(row["authority_id"]),
                slugs.get(row["successor_id"]),
                row["area"],
                row["since_year"],
                row["until_year"],
            )


def _reviewed(conn: Connection, of: Table) -> Sequence[Any]:
    return conn.execute(select(of).where(of.c.origin.in_(_REVIEWED))).mappings().all()


def _sync(conn: Connection, into: Table, key: _Key, rows: Iterable[Row], counts: SyncCounts) -> set[_Place]:
    """Insert what is missing and update what differs; return the keys of what was inserted."""
    stored = _stored(conn, into, key)
    wanted = {_place(row, key): row for row in rows}
    missing = sorted(wanted.keys() - stored.keys(), key=str)
    insert_missing(conn, into, [wanted[place] for place in missing])
    counts.inserted += len(missing)
    for place in sorted(wanted.keys() & stored.keys(), key=str):
        if _update(conn, into, stored[place], wanted[place]):
            counts.updated += 1
        else:
            counts.unchanged += 1
    return set(missing)


def _amend(conn: Connection, into: Table, key: _Key, rows: Iterable[Row], fresh: set[_Place]) -> int:
    """Set what can only be known once all rows are there; return how many older ones this changed."""
    stored = _stored(conn, into, key)
    changed = [place for row in rows if _update(conn, into, stored[place := _place(row, key)], row)]
    return len(set(changed) - fresh)


def _stored(conn: Connection, of: Table, key: _Key) -> dict[_Place, RowMapping]:
    return {_place(row, key): row for row in conn.execute(select(of)).mappings()}


def _place(row: RowMapping | Row, key: _Key) -> _Place:
    return tuple(row[name] for name in key)


def _update(conn: Connection, into: Table, old: RowMapping, row: Row) -> bool:
    """Update a row that differs, unless a user reviewed it; tell whether it was."""
    if old["origin"] is Origin.USER or all(old[name] == value for name, value in row.items()):
        return False
    conn.execute(update(into).where(into.c.id == old["id"]).values(row))
    return True
