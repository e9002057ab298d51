"""The knowledge in and out: seeds and what users reviewed, never what articles said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, select, update

from tracker.db.base import Origin
from tracker.db.keys import digest, name_key
from tracker.db.models import Actor, ActorAlias, ActorRole, Mission, MissionAlias
from tracker.db.store.rows import Row, insert_missing, table
from tracker.errors import ItemError
from tracker.knowledge import ActorEntry, Alias, Knowledge, MissionEntry, OfficeEntry
from tracker.vocab import ActorKind

_REVIEWED = (Origin.SEED, Origin.USER)


@dataclass(slots=True)
class SyncCounts:
    """Rows that a load of the seeds inserted, updated and found as they should be."""

    inserted: int = 0
    updated: int = 0
    unchanged: int = 0


def sync_knowledge(conn: Connection, knowledge: Knowledge) -> SyncCounts:
    """Bring the seeds into the database; a second time nothing changes.

    What a user reviewed is left as it is, what articles brought becomes a seed where the seeds name it, and a seed
    that has vanished from the files stays. Raise ``ItemError`` where a seed names an actor that none of them is.
    """
    counts = SyncCounts()
    persons = _persons_of_offices(knowledge)
    _sync(conn, table(Actor), ("name_key", "kind"), map(_actor_row, [*knowledge.actors, *persons]), counts)
    finder = _Finder(conn)
    parents = [
        _actor_row(entry) | {"parent_id": finder.id(entry.parent, entry.name)}
        for entry in knowledge.actors
        if entry.parent is not None
    ]
    _sync(conn, table(Actor), ("name_key", "kind"), parents, SyncCounts())
    _sync(conn, table(ActorAlias), _ALIAS_KEY, _alias_rows(knowledge, finder), counts)
    _sync(conn, table(ActorRole), ("identity_key",), _role_rows(knowledge, finder), counts)
    missions = [_mission_row(entry, finder) for entry in knowledge.missions]
    _sync(conn, table(Mission), ("slug",), missions, counts)
    ids = {slug: number for number, slug in conn.execute(select(table(Mission).c.id, table(Mission).c.slug))}
    successors = [
        _mission_row(entry, finder) | {"successor_id": ids.get(entry.successor)}
        for entry in knowledge.missions
        if entry.successor is not None
    ]
    _sync(conn, table(Mission), ("slug",), successors, SyncCounts())
    _sync(conn, table(MissionAlias), ("name_key", "mission_id", "name"), _mission_aliases(knowledge, ids), counts)
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
        OfficeEntry(names[row["person_id"]], row["office"], names[row["of_id"]], row["held_from"], row["held_to"])
        for row in _reviewed(conn, table(ActorRole))
    ]
    holders = {office.person for office in offices}
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
        actors=tuple(
            sorted(
                (each for each in entries if not _is_mere_holder(each, holders)),
                key=lambda each: (each.name, each.kind),
            )
        ),
        offices=tuple(sorted(offices, key=_office_order)),
    )


_ALIAS_KEY = ("name_key", "actor_id", "kind", "name")


def _is_mere_holder(entry: ActorEntry, holders: set[str]) -> bool:
    """Tell whether an actor is stored only because offices name him."""
    return entry == ActorEntry(entry.name, ActorKind.PERSON) and entry.name in holders


def _office_order(office: OfficeEntry) -> tuple[str, str, str, bool, str]:
    started = office.held_from
    return office.person, office.office, office.of, started is not None, started.isoformat() if started else ""


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
            raise ItemError(f"the seeds name {name!r} (in {asker!r}) but have no such actor: add it to the actors")
        return found

    def optional(self, name: str | None, asker: str) -> int | None:
        return None if name is None else self.id(name, asker)


def _actor_row(entry: ActorEntry) -> Row:
    row = {"name": entry.name, "name_key": name_key(entry.name), "kind": entry.kind, "currency": entry.currency}
    return row | {"origin": Origin.SEED} | ({"parent_id": None} if entry.parent is None else {})


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
    row = {
        "slug": entry.slug,
        "name": entry.name,
        "host_id": finder.optional(entry.host, entry.slug),
        "lead_id": finder.optional(entry.lead, entry.slug),
        "authority_id": finder.optional(entry.authority, entry.slug),
        "origin": Origin.SEED,
    }
    return row | ({"successor_id": None} if entry.successor is None else {})


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
            )


def _reviewed(conn: Connection, of: Table) -> Sequence[Any]:
    return conn.execute(select(of).where(of.c.origin.in_(_REVIEWED))).mappings().all()


def _sync(conn: Connection, into: Table, key: tuple[str, ...], rows: Iterable[Row], counts: SyncCounts) -> None:
    """Insert what is missing and update what differs; a row that a user reviewed stays."""
    stored = {tuple(row[each] for each in key): row for row in conn.execute(select(into)).mappings()}
    missing: list[Row] = []
    wanted = {tuple(row[each] for each in key): row for row in rows}
    for place, row in wanted.items():
        old = stored.get(place)
        if old is None:
            missing.append(row)
        elif old["origin"] is not Origin.USER and any(old[name] != value for name, value in row.items()):
            conn.execute(update(into).where(into.c.id == old["id"]).values(row))
            counts.updated += 1
        else:
            counts.unchanged += 1
    insert_missing(conn, into, sorted(missing, key=lambda row: [str(row[each]) for each in key]))
    counts.inserted += len(missing)
