"""What the extractor is given: reviewed missions, actors and offices, as plain values.

Seeds files and a database both load into a ``Knowledge``; the extractor never sees where it came from.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from tracker.vocab import ActorKind, AliasKind


@dataclass(frozen=True, slots=True, order=True)
class Alias:
    """Another name of an actor, and how it stands for it."""

    text: str
    kind: AliasKind


@dataclass(frozen=True, slots=True, order=True)
class ActorEntry:
    """An actor that is known before any article is read.

    ``parent`` is the canonical name of the state or organization that a body belongs to or an outlet is
    based in; ``currency`` an ISO 4217 code for states.
    """

    name: str
    kind: ActorKind
    aliases: tuple[Alias, ...] = ()
    parent: str | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class OfficeEntry:
    """An office that a person held: ``[held_from, held_to]``, each None where open or unknown."""

    person: str
    office: str
    of: str
    held_from: date | None = None
    held_to: date | None = None


@dataclass(frozen=True, slots=True, order=True)
class MissionEntry:
    """A mission that is known before any article is read; names of actors are canonical.

    ``area`` names the sea of one without a host; ``since`` and ``until`` are years (None: unknown or open).
    """

    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    host: str | None = None
    lead: str | None = None
    authority: str | None = None  # who mandates it
    successor: str | None = None  # a slug
    area: str | None = None  # a sea
    since: int | None = None  # the year in which it was set up
    until: int | None = None  # the year in which it closed


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything reviewed that the extractor may use. Entries are sorted, so equal is equal."""

    missions: tuple[MissionEntry, ...] = ()
    actors: tuple[ActorEntry, ...] = ()
    offices: tuple[OfficeEntry, ...] = ()

    def digest(self) -> str:
        """Return the SHA-256 of the content, in hex: a part of an extraction's identity."""
        return hashlib.sha256(repr((self.missions, self.actors, self.offices)).encode()).hexdigest()
