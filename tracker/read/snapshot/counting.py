"""Which sources count by two clocks, and which of their extractions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, and_, or_, select, true

from tracker.db import models
from tracker.db.store.rows import chunks, table
from tracker.read.clock import Clock

_Row = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision of a source that counts, as it would be stored.

    ``number`` and ``replaces`` are told among those that count; ``stands`` tells that none of them took its
    place, and ``withdrawn_at`` is set where it was withdrawn by then. ``forms`` are the revisions in which
    its text came, one after the other, up to itself.
    """

    id: int
    text_id: int
    number: int
    replaces: int | None
    stands: bool
    withdrawn_at: datetime | None
    forms: tuple[int, ...]


def revisions_told(
    connection: Connection, clock: Clock, missions: Collection[int | None] | None
) -> list[Revision]:
    """Return the revisions that count of the sources that ever told of the missions (ids; None: of all).

    Among ``missions``, None stands for claims of no mission.
    """
    if missions is None:
        return _revisions(connection, clock, None)
    telling = table(models.Source).alias("telling")
    return _revisions(
        connection, clock, select(telling.c.identity_key).where(telling.c.id.in_(_telling(missions)))
    )


def extractions_of(connection: Connection, revisions: Iterable[Revision], clock: Clock) -> list[int]:
    """Return the extraction in force of each revision that stands: the latest that was recorded by then."""
    extractions = table(models.Extraction)
    latest: dict[int, tuple[datetime, int]] = {}
    standing = [each.id for each in revisions if each.stands and each.withdrawn_at is None]
    for part in chunks(sorted(standing)):
        query = select(*extractions.c["id", "source_id", "recorded_at"])
        for row in connection.execute(query.where(extractions.c.source_id.in_(part))):
            if clock.counts(date.min, row.recorded_at):
                rank = row.recorded_at, row.id
                latest[row.source_id] = max(latest.get(row.source_id, rank), rank)
    return sorted(number for _, number in latest.values())


def recorded(rows: Table, clock: Clock) -> ColumnElement[bool]:
    """Return the condition that rows were recorded by then."""
    return true() if clock.known_at is None else rows.c.recorded_at <= clock.known_at


def published_and_recorded(rows: Table, clock: Clock) -> ColumnElement[bool]:
    """Return the condition that sources, or forms of them, were published and recorded by then."""
    known = recorded(rows, clock)
    return known if clock.as_of is None else and_(known, rows.c.published_on <= clock.as_of)


def undated_sources(connection: Connection, known_at: datetime | None) -> Mapping[str | None, int]:
    """Return how many sources that stood at a moment have no day, in all (None) and by the slugs told of."""
    clock = Clock(known_at=known_at)
    sources, dateless = table(models.Source), table(models.Source).alias("dateless")
    without = select(sources.c.id).where(sources.c.published_on.is_(None))
    numbers = set(connection.execute(without).scalars())
    keys = select(dateless.c.identity_key).where(dateless.c.published_on.is_(None))
    revisions = [
        each for each in _revisions(connection, clock, keys) if each.id in numbers and each.stands
    ] if numbers else []  # fmt: skip
    found: Counter[str | None] = Counter()
    found[None] = sum(each.withdrawn_at is None for each in revisions)
    told, missions = table(models.ExtractionMission), table(models.Mission)
    for part in chunks(extractions_of(connection, revisions, clock)):
        slugs = select(missions.c.slug).join(told, told.c.mission_id == missions.c.id)
        found.update(connection.execute(slugs.where(told.c.extraction_id.in_(part))).scalars())
    return found


def _telling(missions: Collection[int | None]) -> Select[int]:
    """Return the query for the ids of the sources that have claims of the missions, or tell of them."""
    extractions, claims = table(models.Extraction), table(models.Claim)
    told = table(models.ExtractionMission)
    numbers = [number for number in missions if number is not None]
    tell: ColumnElement[bool] = extractions.c.id.in_(
        select(told.c.extraction_id).where(told.c.mission_id.in_(numbers))
    )
    if None in missions:
        of_none = select(claims.c.extraction_id).where(claims.c.mission_id.is_(None))
        tell = or_(tell, extractions.c.id.in_(of_none))
    return select(extractions.c.source_id).where(tell)


def _revisions(connection: Connection, clock: Clock, keys: Select[str] | None) -> list[Revision]:
    """Return the revisions that count, of the sources of those identity keys (None: of all)."""
    sources = table(models.Source)
    columns = sources.c["id", "identity_key", "text_id", "published_on", "recorded_at", "withdrawn_at"]
    query = select(*columns).order_by(sources.c.revision)
    if keys is not None:
        query = query.where(sources.c.identity_key.in_(keys))
    by_source: dict[str, list[_Row]] = defaultdict(list)
    for row in connection.execute(query):
        if clock.counts(date.min, row.recorded_at):
            by_source[row.identity_key].append(row)
    return [each for rows in by_source.values() for each in _numbered(rows, clock)]


def _counted(rows: Sequence[_Row], clock: Clock) -> list[_Row]:
    """Return the revisions of a source that were published by the day.

    One with the text of the one before corrects its day: where that is too late, so is the one before.
    """
    found: list[_Row] = []
    too_late: int | None = None
    for row in reversed(rows):
        if clock.counts(row.published_on, row.recorded_at) and row.text_id != too_late:
            found.append(row)
            too_late = None
        else:
            too_late = row.text_id
    return found[::-1]


def _numbered(rows: Sequence[_Row], clock: Clock) -> Iterable[Revision]:
    before = None
    counted = _counted(rows, clock)
    for number, row in enumerate(counted, start=1):
        withdrawn = row.withdrawn_at
        yield Revision(
            id=row.id,
            text_id=row.text_id,
            number=number,
            replaces=before,
            stands=number == len(counted),
            withdrawn_at=withdrawn if withdrawn and clock.counts(date.min, withdrawn) else None,
            forms=_forms(rows[: rows.index(row) + 1]),
        )
        before = row.id


def _forms(rows: Sequence[_Row]) -> tuple[int, ...]:
    same = takewhile(lambda row: row.text_id == rows[-1].text_id, reversed(rows))
    return tuple(row.id for row in same)[::-1]
