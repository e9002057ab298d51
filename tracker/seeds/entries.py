"""From the files' words to the entries of a ``Knowledge``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tracker.knowledge import ActorEntry, Alias, Knowledge, MissionEntry, OfficeEntry
from tracker.seeds.schema import Mission, Organization, Outlet, Person, SeedFile, State
from tracker.vocab import ActorKind, AliasKind

Actor = State | Organization | Outlet | Person

_LISTS = {
    "aliases": AliasKind.NAME,
    "acronyms": AliasKind.ACRONYM,
    "adjectives": AliasKind.ADJECTIVE,
    "demonyms": AliasKind.DEMONYM,
    "capitals": AliasKind.CAPITAL,
    "governments": AliasKind.GOVERNMENT,
}


# A missing attribute of a pydantic model is slow to ask for: which lists a sort of actor has is settled once.
_LISTS_OF = {
    sort: [(key, kind) for key, kind in _LISTS.items() if key in sort.model_fields]
    for sort in (State, Organization, Outlet, Person)
}


def alias_lists(actor: Actor) -> Iterator[tuple[str, AliasKind, tuple[str, ...]]]:
    """Yield the key, the kind and the names of each list of names that this sort of actor may have."""
    for key, kind in _LISTS_OF[type(actor)]:
        names = getattr(actor, key)
        if names:
            yield key, kind, names


def knowledge_of(files: Iterable[SeedFile]) -> Knowledge:
    """Return all entries of the files, sorted."""
    files = tuple(files)
    actors: Iterator[Actor] = (
        actor
        for file in files
        for section in (file.states, file.organizations, file.outlets, file.persons)
        for actor in section
    )
    offices = (office for file in files for person in file.persons for office in _offices(person))
    missions = (_mission(mission) for file in files for mission in file.missions)
    return Knowledge(
        missions=tuple(sorted(missions, key=lambda mission: mission.slug)),
        actors=tuple(sorted(map(_actor, actors), key=lambda actor: actor.name)),
        offices=tuple(sorted(offices, key=_office_order)),
    )


def _actor(actor: Actor) -> ActorEntry:
    kind, parent, currency = ActorKind.PERSON, None, None
    if isinstance(actor, State):
        kind, currency = ActorKind.STATE, actor.currency
    elif isinstance(actor, Organization):
        kind, parent, currency = ActorKind(actor.kind), actor.parent, actor.currency
    elif isinstance(actor, Outlet):
        kind, parent = ActorKind.OUTLET, actor.country
    aliases = sorted((name, kind) for _, kind, names in alias_lists(actor) for name in names)
    return ActorEntry(
        name=actor.name,
        kind=kind,
        aliases=tuple(Alias(name, kind) for name, kind in aliases),
        parent=parent,
        currency=currency,
    )


def _offices(person: Person) -> Iterator[OfficeEntry]:
    for office in person.offices:
        yield OfficeEntry(person.name, office.office, office.of, office.held_from, office.held_to)


def _office_order(office: OfficeEntry) -> tuple[str, str, str, date, date]:
    return (
        office.person,
        office.office,
        office.of,
        office.held_from or date.min,
        office.held_to or date.max,
    )


def _mission(mission: Mission) -> MissionEntry:
    return MissionEntry(
        slug=mission.slug,
        name=mission.name,
        aliases=tuple(sorted(mission.aliases)),
        host=mission.host,
        lead=mission.lead,
        authority=mission.authority,
        successor=mission.successor,
        area=mission.area,
        since=mission.since,
        until=mission.until,
    )
