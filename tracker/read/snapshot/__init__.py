"""A database in memory that holds what would be stored if only the sources that count had ever come.

The rows that count are copied, what is projected is projected anew, and things keep the ids of those that
they share their claims with, as in every ingest. What is a thing of its own then and none today is numbered
from ``OWN_IDS``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    StaticPool,
    and_,
    create_engine,
    create_mock_engine,
    or_,
    select,
    true,
)
from sqlalchemy.schema import ExecutableDDLElement

from tracker.db import models
from tracker.db.base import Origin
from tracker.db.store.missions import mission_ids
from tracker.db.store.projection import project_missions, write_projection
from tracker.db.store.rows import chunks, of_missions, table
from tracker.db.store.seeds import load_knowledge
from tracker.db.store.thing_rows import KINDS, ThingKind, things_of
from tracker.db.views import VIEWS
from tracker.read.clock import Clock
from tracker.read.rows import OWN_IDS
from tracker.read.snapshot.actors import add_actors
from tracker.read.snapshot.copying import Change, Copier
from tracker.read.snapshot.counting import extractions_of, published_and_recorded, revisions_told
from tracker.read.snapshot.sources import copy_sources
from tracker.reconcile.actors import ActorIndex
from tracker.reconcile.model import Projection
from tracker.reconcile.project import projector

_REVIEWED = (Origin.SEED, Origin.USER)


@contextmanager
def snapshot(
    connection: Connection, clock: Clock, missions: Collection[str | None] | None
) -> Iterator[Connection]:
    """Open the snapshot; of ``missions`` (slugs; None among them: no mission), or of all where it is None."""
    with _memory() as view:
        _fill(connection, view, clock, missions)
        view.exec_driver_sql("PRAGMA query_only = ON")
        yield view


@contextmanager
def _memory() -> Iterator[Connection]:
    """Open an empty database with the schema; every statement is its own transaction."""
    engine = create_engine(
        "sqlite://",
        poolclass=StaticPool,
        creator=lambda: sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False),
    )
    try:
        with engine.connect() as view:
            for statement in _schema():
                view.exec_driver_sql(statement)
            yield view
    finally:
        engine.dispose()


@cache
def _schema() -> tuple[str, ...]:
    """Return the statements that make the schema: compiling them takes longer than running them."""
    made: list[str] = []

    def note(statement: ExecutableDDLElement, *_: object, **__: object) -> None:
        made.append(str(statement.compile(dialect=mock.dialect)))

    mock = create_mock_engine("sqlite://", note)
    models.Base.metadata.create_all(mock, checkfirst=False)
    return (*made, *(f"CREATE VIEW {name} AS {query}" for name, query in VIEWS.items()))


def _fill(
    connection: Connection, view: Connection, clock: Clock, missions: Collection[str | None] | None
) -> None:
    asked = None if missions is None else {*missions, *_predecessors(connection, missions)}
    numbers = None if asked is None else _numbers(connection, asked)
    revisions = revisions_told(connection, clock, numbers)
    view.exec_driver_sql("BEGIN")
    copier = Copier(connection, view)
    _copy_knowledge(connection, copier, clock)
    copy_sources(connection, copier, revisions, clock)
    _copy_claims(copier, extractions_of(connection, revisions, clock), numbers)
    slugs = set(_told(view)) if asked is None else asked
    group = project_missions(view, slugs, projector(ActorIndex(load_knowledge(view))))
    _copy_things(connection, copier, view, group.projection)
    levels = table(models.MoneyLevel)
    copier.copy(levels, of_missions(levels, slugs, mission_ids(view, _known(slugs))))
    copier.number_from(OWN_IDS)
    add_actors(connection, view, group.projection.actors, clock)
    view.exec_driver_sql("COMMIT")
    view.exec_driver_sql("PRAGMA foreign_keys = ON")  # what is deleted takes its children with it
    view.exec_driver_sql("BEGIN")
    write_projection(view, group)
    view.exec_driver_sql("COMMIT")


def _predecessors(connection: Connection, missions: Collection[str | None]) -> Iterator[str]:
    """Yield the missions that some claim says one of the missions replaced: their status names them."""
    claims, payloads, slugs = table(models.Claim), table(models.MilestoneClaim), table(models.Mission)
    query = (
        select(slugs.c.slug)
        .join(claims, claims.c.mission_id == slugs.c.id)
        .join(payloads, payloads.c.claim_id == claims.c.id)
        .where(payloads.c.replaced_by.in_(list(_known(missions))))
        .distinct()
    )
    yield from connection.execute(query).scalars()


def _known(slugs: Iterable[str | None]) -> Iterator[str]:
    return (slug for slug in slugs if slug is not None)


def _told(view: Connection) -> Iterator[str | None]:
    """Yield the missions that are told of, and None for the claims of none."""
    told, missions = table(models.ExtractionMission), table(models.Mission)
    query = select(missions.c.slug).join(told, told.c.mission_id == missions.c.id).distinct()
    yield from view.execute(query).scalars()
    yield None


def _numbers(connection: Connection, missions: Collection[str | None]) -> list[int | None]:
    known = mission_ids(connection, _known(missions))
    return [*known.values(), *([None] if None in missions else [])]


def _copy_knowledge(connection: Connection, copier: Copier, clock: Clock) -> None:
    """Copy what was reviewed, and the missions that articles tell of by then; without what is projected."""
    for model in (models.Actor, models.ActorAlias, models.ActorRole, models.MissionAlias):
        copier.copy(table(model), table(model).c.origin.in_(_REVIEWED))
    missions = table(models.Mission)
    copier.copy(missions, missions.c.origin.in_(_REVIEWED), changes=_UNTOLD)
    told = missions.c.id.in_(_told_missions(connection, clock))
    of_articles = _UNTOLD | dict.fromkeys(("host_id", "successor_id"), _nothing)
    copier.copy(missions, and_(missions.c.origin == Origin.TEXT, told), changes=of_articles)


def _nothing(_row: object) -> None:
    return None


def _none(_row: object) -> int:
    return 0


_UNTOLD: dict[str, Change] = {
    **dict.fromkeys(("statement_count", "source_count", "undated_count"), _none),
    **dict.fromkeys(
        (
            "phase",
            "phase_since_from",
            "phase_since_to",
            "phase_since_precision",
            "phase_milestone_id",
            "newest_source_id",
            "replaced_by",
        ),
        _nothing,
    ),
}
"""What is projected onto a mission, where no source tells of it."""


def _told_missions(connection: Connection, clock: Clock) -> list[int]:
    """Return the missions that only articles know, of which one told by then."""
    missions, told = table(models.Mission), table(models.ExtractionMission)
    extractions, sources = table(models.Extraction), table(models.Source)
    query = (
        select(told.c.mission_id)
        .join(missions, missions.c.id == told.c.mission_id)
        .join(extractions, extractions.c.id == told.c.extraction_id)
        .join(sources, sources.c.id == extractions.c.source_id)
        .where(missions.c.origin == Origin.TEXT, published_and_recorded(sources, clock))
        .distinct()
    )
    return list(connection.execute(query).scalars())


def _copy_claims(copier: Copier, numbers: Iterable[int], missions: Collection[int | None] | None) -> None:
    """Copy the extractions in force, and of their claims and offices those of the missions."""
    claims, extractions, roles = table(models.Claim), table(models.Extraction), table(models.ActorRole)
    told, names = table(models.ExtractionMission), table(models.RoleMention)
    own = select(told.c.mission_id).where(told.c.extraction_id == roles.c.extraction_id, told.c.position == 0)
    of_claims = _of(missions, claims.c.mission_id)
    of_roles = _of(missions, own.scalar_subquery())
    for part in chunks(numbers):
        copier.copy(extractions, extractions.c.id.in_(part), changes={"superseded_at": _nothing})
        for model in _OF_EXTRACTIONS:
            copier.copy(table(model), table(model).c.extraction_id.in_(part))
        chosen: ColumnElement[bool] = and_(claims.c.extraction_id.in_(part), of_claims)
        copier.copy(claims, chosen)
        for model in _OF_CLAIMS:
            copier.copy(table(model), chosen, of=(claims, table(model).c.claim_id == claims.c.id))
        offices: ColumnElement[bool] = and_(roles.c.extraction_id.in_(part), of_roles)
        copier.copy(roles, offices)
        copier.copy(names, offices, of=(roles, names.c.role_id == roles.c.id))


def _of(missions: Collection[int | None] | None, column: Any) -> ColumnElement[bool]:
    """Return the condition that a column names one of the missions; None among them is none."""
    if missions is None:
        return true()
    found: ColumnElement[bool] = column.in_([number for number in missions if number is not None])
    return or_(found, column.is_(None)) if None in missions else found


_OF_EXTRACTIONS: tuple[type[models.Base], ...] = (models.ExtractionMission, models.OpenDate)
_OF_CLAIMS: tuple[type[models.Base], ...] = (
    models.PledgeClaim,
    models.PledgeClaimAmount,
    models.PledgeClaimPurpose,
    models.DeploymentClaim,
    models.StatementClaim,
    models.MilestoneClaim,
    models.PhaseClaim,
    models.PhaseClaimAwait,
    models.ClaimSpan,
    models.Mention,
)


def _copy_things(connection: Connection, copier: Copier, view: Connection, projection: Projection) -> None:
    """Copy those things of today that one of then may be: by a claim, or by what it says."""
    for kind in KINDS:
        keys = {thing.content_key for thing in things_of(projection, kind)}
        for part in chunks(sorted(_continued(connection, view, kind, keys))):
            chosen = kind.things.c.id.in_(part)
            copier.copy(kind.things, chosen)
            for child in (*kind.children, *_BESIDE.get(kind.word, ())):
                copier.copy(child, chosen, of=(kind.things, child.c[kind.link] == kind.things.c.id))
    contradictions = table(models.Contradiction)
    for child in _OF_CONTRADICTIONS:
        key = child.c.contradiction_id == contradictions.c.id
        copied = view.execute(select(contradictions.c.id)).scalars().all()
        for part in chunks(copied):
            copier.copy(child, contradictions.c.id.in_(part), of=(contradictions, key))
    copier.copy(table(models.Redirect))
    copier.copy(table(models.ProjectionState))


_BESIDE = {
    "pledge": (table(models.PledgePart), table(models.Contradiction)),
    "deployment": (table(models.Contradiction),),
    "statement": (table(models.Contradiction),),
    "milestone": (table(models.Contradiction),),
}
_OF_CONTRADICTIONS = (table(models.ContradictionSide), table(models.ContradictionClaim))


def _continued(connection: Connection, view: Connection, kind: ThingKind, keys: Iterable[str]) -> set[int]:
    """Return the ids of the things of today that the claims in view support, or that have such a key."""
    link, things = kind.payloads.c[kind.link], kind.things
    found = set(view.execute(select(link).where(link.is_not(None)).distinct()).scalars())
    if kind.word == "deployment":
        for part in chunks(sorted(found)):
            strengths = select(things.c.strength_id).where(things.c.id.in_(part))
            found |= set(connection.execute(strengths).scalars()) - {None}
    for part in chunks(sorted(keys)):
        found |= set(connection.execute(select(things.c.id).where(things.c.content_key.in_(part))).scalars())
    return found
