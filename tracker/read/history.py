"""How a thing came to be what it is held to be: source by source, with what each said and changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
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
from tracker.read.differing import Line
from tracker.read.evidence import Piece, pieces_of_thing
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
    """A thing as it stands, and how it came to that; ``mission`` is a slug, None where it is of none."""

    record: RecordKind
    line: Line
    mission: str | None
    order: Order
    steps: tuple[Step, ...]


_THINGS: Mapping[RecordKind, type[Any]] = {
    RecordKind.PLEDGE: models.Pledge,
    RecordKind.DEPLOYMENT: models.Deployment,
    RecordKind.STATEMENT: models.Statement,
    RecordKind.MILESTONE: models.Milestone,
}


def history(connection: Connection, record: RecordKind, number: int, by: Order) -> History:
    """Return the history of a thing; in the order of publication undated sources come last.

    A strength has those of its contingents among its steps. Raise ``ItemError`` where no thing has that id.
    """
    line = _line(connection, record, number)
    if line is None:
        raise ItemError(f"no {record} has the id {number}")
    thing = _THINGS[record]
    mission = connection.execute(
        select(models.Mission.slug)
        .join(thing, thing.mission_id == models.Mission.id)
        .where(thing.id == number)
    ).scalar_one_or_none()
    pieces: dict[int, Piece] = {
        piece.claim: piece for piece in pieces_of_thing(connection, ClaimKind(record), number)
    }
    recorded = _recorded(connection, mission)

    def recording(claim: SourcedClaim) -> Any:
        return recorded[claim.id], claim.source.id

    told = Told(
        claims=claims_of(connection, [mission]),
        supporting=pieces.keys(),
        names=_names(connection, mission),
        order=recording if by is Order.RECORDED else lambda claim: source_order(claim.source),
        basis=_basis(connection, number) if record is RecordKind.DEPLOYMENT else None,
    )
    turns = replay(told, ActorIndex(load_knowledge(connection)))
    return History(record, line, mission, by, tuple(_steps(turns, pieces, recorded)))


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
    turns: Iterator[Turn], pieces: Mapping[int, Piece], recorded: Mapping[int, datetime]
) -> Iterator[Step]:
    for turn in turns:
        said = [pieces[claim] for claim in turn.claims]
        said.sort(key=lambda piece: (piece.source.start, piece.source.end, piece.claim))
        yield Step(tuple(said), recorded[turn.claims[0]], turn)


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
