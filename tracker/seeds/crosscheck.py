"""What must hold between the entries of all files: no name means two things, every name means one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from tracker.seeds.entries import Actor, alias_lists
from tracker.seeds.schema import SeedFile, State
from tracker.seeds.yaml_lines import LinedFile, Location
from tracker.vocab import AliasKind

Read = tuple[LinedFile, SeedFile]
_STATE = "a state"
_BODY = "a state, organization or body"
_MISSION = "a mission"


@dataclass(slots=True)
class _Owners:
    """Who has a name already, and where that was said."""

    of: dict[tuple[str, str], tuple[str, LinedFile, Location]] = field(default_factory=dict)

    def claim(self, name: str, sort: str, owner: str, file: LinedFile, location: Location) -> None:
        """Enter ``name`` as one of ``owner``'s; raise where another owner has it in the same sort."""
        first, at, where = self.of.setdefault((sort, _key(name)), (owner, file, location))
        if first != owner:
            place = f"{at.path.name}:{at.line(where)}"
            raise file.error(
                location, f'{sort} "{name}" of "{owner}" is also that of "{first}" ({place}); keep one'
            )


def check(files: list[Read]) -> None:
    """Raise ``SeedError`` at the first name that clashes, is told twice, or that no entry has."""
    _check_actor_names(files)
    _check_mission_names(files)
    _check_references(files)


def _check_actor_names(files: list[Read]) -> None:
    owners, names = _Owners(), set[str]()
    for file, location, actor in _actors(files):
        key = _key(actor.name)
        if key in names:
            raise file.error(
                (*location, "name"), f'name "{actor.name}" is given to two actors; join them, or rename one'
            )
        names.add(key)
        owners.claim(actor.name, AliasKind.NAME, actor.name, file, (*location, "name"))
        if isinstance(actor, State):
            owners.claim(actor.iso, "ISO code", actor.name, file, (*location, "iso"))
        for list_key, kind, aliases in alias_lists(actor):
            where = (*location, list_key)
            _refuse_repeats((actor.name, *aliases) if kind is AliasKind.NAME else aliases, file, where)
            for position, alias in enumerate(aliases):
                owners.claim(alias, kind, actor.name, file, (*where, position))


def _check_mission_names(files: list[Read]) -> None:
    owners, slugs = _Owners(), set[str]()
    for file, seeds in files:
        for index, mission in enumerate(seeds.missions):
            location = ("missions", index)
            if mission.slug in slugs:
                raise file.error((*location, "slug"), f'slug "{mission.slug}" is given to two missions')
            slugs.add(mission.slug)
            _refuse_repeats((mission.name, *mission.aliases), file, (*location, "aliases"))
            owners.claim(mission.slug, "mission name", mission.slug, file, (*location, "slug"))
            owners.claim(mission.name, "mission name", mission.slug, file, (*location, "name"))
            for position, alias in enumerate(mission.aliases):
                owners.claim(alias, "mission name", mission.slug, file, (*location, "aliases", position))


def _check_references(files: list[Read]) -> None:
    states = {state.name for _, seeds in files for state in seeds.states}
    bodies = states | {organization.name for _, seeds in files for organization in seeds.organizations}
    slugs = {mission.slug for _, seeds in files for mission in seeds.missions}
    known = {_STATE: states, _BODY: bodies, _MISSION: slugs}
    for file, location, name, wanted in _references(files):
        if name is not None and name not in known[wanted]:
            raise file.error(location, f'{location[-1]} "{name}" is not {wanted} of these files')
    for file, seeds in files:
        for index, mission in enumerate(seeds.missions):
            if mission.successor == mission.slug:
                raise file.error(("missions", index, "successor"), f'"{mission.slug}" cannot succeed itself')


def _references(files: list[Read]) -> Iterator[tuple[LinedFile, Location, str | None, str]]:
    """Yield every name that must be another entry's, with where it stands and what it must be a name of."""
    for file, seeds in files:
        for index, organization in enumerate(seeds.organizations):
            yield file, ("organizations", index, "parent"), organization.parent, _BODY
        for index, outlet in enumerate(seeds.outlets):
            yield file, ("outlets", index, "country"), outlet.country, _STATE
        for index, person in enumerate(seeds.persons):
            for position, office in enumerate(person.offices):
                yield file, ("persons", index, "offices", position, "of"), office.of, _BODY
        for index, mission in enumerate(seeds.missions):
            yield file, ("missions", index, "host"), mission.host, _STATE
            yield file, ("missions", index, "lead"), mission.lead, _BODY
            yield file, ("missions", index, "authority"), mission.authority, _BODY
            yield file, ("missions", index, "successor"), mission.successor, _MISSION


def _actors(files: list[Read]) -> Iterator[tuple[LinedFile, tuple[str, int], Actor]]:
    for file, seeds in files:
        sections: dict[str, tuple[Actor, ...]] = {
            "states": seeds.states,
            "organizations": seeds.organizations,
            "outlets": seeds.outlets,
            "persons": seeds.persons,
        }
        for section, entries in sections.items():
            for index, actor in enumerate(entries):
                yield file, (section, index), actor


def _refuse_repeats(names: tuple[str, ...], file: LinedFile, location: Location) -> None:
    if len(set(names)) == len(names):
        return
    seen = set[str]()
    for name in names:
        if name in seen:
            raise file.error(location, f'"{name}" is listed twice')
        seen.add(name)


def _key(name: str) -> str:
    """Return what makes two spellings one name: NFKC, casefold, one space between words, no leading "the"."""
    folded = name.casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    words = folded.split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
