"""The projection of some missions: read what counts, compare with what is stored, write the difference."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection

from tracker.db.store.actors import (
    NameChanges,
    actor_ids,
    apply_names,
    ensure_actors,
    forget_unnamed_actors,
    name_changes,
    respell_actors,
)
from tracker.db.store.claims_out import claims_of, role_names
from tracker.db.store.disputes import DisputeChanges, apply_disputes, dispute_changes
from tracker.db.store.levels import LevelChanges, apply_levels, level_changes
from tracker.db.store.mission_rows import MissionChanges, apply_missions, mission_changes
from tracker.db.store.missions import mission_ids
from tracker.db.store.thing_rows import KINDS, ids_of
from tracker.db.store.things import ThingChanges, apply_things, thing_changes
from tracker.reconcile.model import MentionKey, Projection, SourcedClaim

Projector = Callable[[Iterable[SourcedClaim], Iterable[str], Iterable[MentionKey]], Projection]
"""What makes a projection of claims, of the slugs of their missions, and of names beside them."""


@dataclass(frozen=True, slots=True)
class Group:
    """The missions (slugs; None: no mission) that are projected together, and what counts of them."""

    missions: frozenset[str | None]
    claims: tuple[SourcedClaim, ...]
    roles: dict[tuple[int, str], MentionKey]
    projection: Projection


@dataclass(slots=True)
class Differences:
    """What differs between the rows and a projection, all kinds together."""

    names: NameChanges = field(default_factory=NameChanges)
    things: list[ThingChanges] = field(default_factory=list)
    disputes: DisputeChanges = field(default_factory=DisputeChanges)
    levels: LevelChanges = field(default_factory=LevelChanges)
    missions: MissionChanges = field(default_factory=MissionChanges)


def project_missions(conn: Connection, missions: Iterable[str | None], project: Projector) -> Group:
    """Read what counts of the missions, and project it."""
    slugs = frozenset(missions)
    claims = tuple(claims_of(conn, slugs))
    roles = role_names(conn, slugs)
    known = sorted(slug for slug in slugs if slug is not None)
    return Group(slugs, claims, roles, project(claims, known, roles.values()))


def write_projection(conn: Connection, group: Group) -> None:
    """Make the rows of the missions what the projection says, without touching those that are so already."""
    actors = ensure_actors(conn, group.projection.actors)
    respell_actors(conn, group.projection.actors, actors)
    ids = ids_of(group.projection, actors, _missions(conn, group))
    names = name_changes(conn, group.projection, actors, _missions_of_claims(group), group.roles)
    apply_names(conn, names)
    things: dict[str, dict[str, int]] = {}
    for kind in KINDS:
        changes = thing_changes(conn, kind, group.projection, group.missions, ids)
        things[kind.word] = apply_things(conn, changes, ids)
    disputes = dispute_changes(conn, group.projection, group.missions, ids, things)
    apply_disputes(conn, disputes, ids, things)
    apply_levels(conn, level_changes(conn, group.projection, group.missions, ids))
    apply_missions(conn, mission_changes(conn, group.projection, ids, things["milestone"]))
    forget_unnamed_actors(conn, names.left)


def differences(conn: Connection, group: Group) -> Differences:
    """Return how the rows of the missions differ from the projection, writing nothing."""
    actors = actor_ids(conn, group.projection.actors)
    ids = ids_of(group.projection, actors, _missions(conn, group))
    found = Differences(
        names=name_changes(conn, group.projection, actors, _missions_of_claims(group), group.roles)
    )
    for kind in KINDS:
        found.things.append(thing_changes(conn, kind, group.projection, group.missions, ids))
    things = {changes.kind.word: changes.numbers for changes in found.things}
    found.disputes = dispute_changes(conn, group.projection, group.missions, ids, things)
    found.levels = level_changes(conn, group.projection, group.missions, ids)
    found.missions = mission_changes(conn, group.projection, ids, things["milestone"])
    return found


def _missions_of_claims(group: Group) -> dict[int, str | None]:
    return {claim.id: claim.claim.mission for claim in group.claims}


def _missions(conn: Connection, group: Group) -> dict[str, int]:
    return mission_ids(conn, _slugs(group))


def _slugs(group: Group) -> Iterator[str]:
    yield from (slug for slug in group.missions if slug is not None)
    yield from (state.successor for state in group.projection.missions if state.successor is not None)
