"""How a thing came to be what it is held to be: source by source, with what each said and changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select

from tracker.db import models
from tracker.db.store.claims_out import claims_of, role_names
from tracker.db.store.seeds import load_knowledge
from tracker.errors import ItemError
from tracker.read import things
from tracker.read.clock import Clock, at
from tracker.read.differing import Line
from tracker.read.evidence import Piece, pieces_of_thing
from tracker.read.redirects import redirected
from tracker.read.replay import Told, Turn, replay
from tracker.reconcile.actors import ActorIndex
from tracker.reconcile.evidence import source_order
from tracker.reconcile.model import MentionKey, SourcedClaim
from tracker.vocab import Basis, ClaimKind, RecordKind


class Order(StrEnum):
    """The order in which sources come in."""

    PUBLISHED = "published"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True)
class Step:
    """One source: what it says of the thing (at least one piece), when that was recorded, what it did."""

    pieces: tuple[Piece, ...]
    recorded_at: datetime
    turn: Turn


@dataclass(frozen=True, slots=True)
class History:
    """A thing as it stands, and how it came to that; ``mission`` is a slug, None where it is of none.

    ``merged`` is the id that was asked for, where the thing of that id was merged into this one.
    """

    record: RecordKind
    line: Line
    merged: int | None
    mission: str | None
    order: Order
    clock: Clock
    steps: tuple[Step, ...]


_THINGS: Mapping[RecordKind, type[Any]] = {
    RecordKind.PLEDGE: models.Pledge,
    RecordKind.DEPLOYMENT: models.Deployment,
    RecordKind.STATEMENT: models.Statement,
    RecordKind.MILESTONE: models.Milestone,
}


def history(connection: Connection, record: RecordKind, number: int, by: Order, clock: Clock) -> History:
    """Return the history of a thing; in the order of publication undated sources come last.

    A strength has those of its contingents among its steps. ``clock`` says which sources count. Raise
    ``ItemError`` where no thing has that id, or none of those sources tells of it.
    """
    target = redirected(connection, record, number)
    asked, number = (None, number) if target is None else (number, target)
    thing = _THINGS[record]
    missions = select(thing.id, models.Mission.slug).outerjoin(
        models.Mission, models.Mission.id == thing.mission_id
    )
    found = connection.execute(missions.where(thing.id == number)).one_or_none()
    if found is None:
        raise ItemError(f"no {record} has the id {number}")
    with at(connection, clock, [found.slug]) as view:
        line = _line(view, record, number)
        if line is None:
            raise ItemError(f"no source that was {clock.words()} tells of {record} {number}")
        steps = _steps(view, record, number, found.slug, by)
        return History(record, line, asked, found.slug, by, clock, steps)


def _line(connection: Connection, record: RecordKind, number: int) -> Line | None:
    readers: Mapping[RecordKind, Callable[[Connection, str, int], Sequence[Line]]] = {
        RecordKind.PLEDGE: things.pledges,
        RecordKind.DEPLOYMENT: things.deployments,
        RecordKind.STATEMENT: things.statements,
        RecordKind.MILESTONE: things.milestones,
    }
    where = things.WITH_ITS_CONTINGENTS if record is RecordKind.DEPLOYMENT else things.ALONE
    return next(iter(readers[record](connection, where, number)), None)


def _steps(
    connection: Connection, record: RecordKind, number: int, mission: str | None, by: Order
) -> tuple[Step, ...]:
    pieces = {piece.claim: piece for piece in pieces_of_thing(connection, ClaimKind(record), number)}
    recorded = _recorded(connection, mission)

    def place(claim: SourcedClaim) -> Any:
        if by is Order.RECORDED:
            return recorded[claim.id], claim.source.id
        return source_order(claim.source)

    told = Told(
        claims=claims_of(connection, [mission]),
        supporting=pieces.keys(),
        names=_names(connection, mission),
        order=place,
        basis=_basis(connection, number) if record is RecordKind.DEPLOYMENT else None,
    )
    return tuple(
        Step(_in_order(pieces[claim] for claim in turn.claims), recorded[turn.claims[0]], turn)
        for turn in replay(told, ActorIndex(load_knowledge(connection)))
    )


def _in_order(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    return tuple(sorted(pieces, key=lambda piece: (piece.source.start, piece.source.end, piece.claim)))


def _basis(connection: Connection, number: int) -> Basis | None:
    return connection.execute(
        select(models.Deployment.basis).where(models.Deployment.id == number)
    ).scalar_one_or_none()


def _recorded(connection: Connection, mission: str | None) -> Mapping[int, datetime]:
    """Return when each claim of a mission was recorded."""
    claim, extraction = models.Claim, models.Extraction
    query = select(claim.id, extraction.recorded_at).join(extraction, extraction.id == claim.extraction_id)
    if mission is None:
        query = query.where(claim.mission_id.is_(None))
    else:
        query = query.join(models.Mission, models.Mission.id == claim.mission_id).where(
            models.Mission.slug == mission
        )
    return {row.id: row.recorded_at for row in connection.execute(query)}


def _names(connection: Connection, mission: str | None) -> Mapping[int | None, list[MentionKey]]:
    """Return the names in the offices that articles of the mission tell of, by source."""
    role, extraction = models.ActorRole, models.Extraction
    query = select(role.id, extraction.source_id).join(extraction, extraction.id == role.extraction_id)
    sources = {row.id: row.source_id for row in connection.execute(query)}
    found: dict[int | None, list[MentionKey]] = defaultdict(list)
    for (number, _), key in role_names(connection, [mission]).items():
        found[sources.get(number)].append(key)
    return found
