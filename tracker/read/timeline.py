"""What happened in the life of a mission, in the order of the days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import Connection, select

from tracker.claims import DeploymentClaim
from tracker.db import models
from tracker.db.store.claims_out import claims_of
from tracker.db.store.seeds import load_knowledge
from tracker.read import order, things
from tracker.read.answers import (
    DeploymentLine,
    Evidence,
    FlowLine,
    MissionName,
    PledgeLine,
)
from tracker.read.clock import Clock, at
from tracker.read.clock import undated as undated_sources
from tracker.read.differing import Line, who
from tracker.read.rows import evidence
from tracker.reconcile.actors import ActorIndex
from tracker.reconcile.model import Deployment, SourcedClaim
from tracker.reconcile.project import project
from tracker.vocab import Basis, PartialDate


class Event(StrEnum):
    """What an entry tells: the strength of a contributor is an event on the days when its level changes."""

    MILESTONE = "milestone"
    PLEDGE = "pledge"
    CONTINGENT = "contingent"
    LEVEL = "level"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened on ``day`` (None: nobody says when).

    ``before`` is, of a new level, how many there had been until then: None where nobody said. ``flow`` is the
    status that a pledge came to on that day, where it is said to have had several.
    """

    day: PartialDate | None
    event: Event
    line: Line
    before: int | None = None
    flow: FlowLine | None = None

    @property
    def _first_flow(self) -> FlowLine | None:
        return self.line.flows[0] if isinstance(self.line, PledgeLine) and self.line.flows else None

    @property
    def first_told(self) -> date | None:
        """Return the day of the earliest source; None where all are undated, and for a further flow."""
        if self.flow is not None and self.flow != self._first_flow:
            return None
        days = [source.published for source in self.line.sources if source.published]
        return min(days, default=None)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The entries of a mission between two days (None: open), both included; the undated ones apart.

    ``clock`` says which sources count, ``undated_sources`` how many it leaves out for want of a date.

    Where a day is given ``undated`` holds nothing and ``left_out`` counts what it would hold.
    """

    mission: MissionName
    clock: Clock
    since: date | None
    until: date | None
    entries: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    left_out: int = 0
    undated_sources: int = 0


def timeline(
    connection: Connection,
    mission: MissionName,
    clock: Clock,
    *,
    since: date | None = None,
    until: date | None = None,
    statements: bool = False,
) -> Timeline:
    """Return all that happened, by day, then kind of event, then who did it.

    A month or year that overlaps the days asked for is among them. A pledge stands on the day that it was
    announced and on those on which it came to a further status, a contingent on that of its move, a statement
    on that of its first publication.
    """
    with at(connection, clock, [mission.slug]) as view:
        found = _entries(view, mission, statements=statements)
    undated = sorted((entry for entry in found if entry.day is None), key=_place)
    asked = since is not None or until is not None
    return Timeline(
        mission,
        clock,
        since,
        until,
        entries=tuple(sorted((entry for entry in found if _within(entry.day, since, until)), key=_place)),
        undated=() if asked else tuple(undated),
        left_out=len(undated) if asked else 0,
        undated_sources=undated_sources(connection, clock).get(mission.slug, 0),
    )


def _entries(connection: Connection, mission: MissionName, *, statements: bool) -> list[Entry]:
    chosen = things.OF_MISSION, mission.id
    steps, gifts = things.milestones(connection, *chosen), things.pledges(connection, *chosen)
    words = things.statements(connection, *chosen) if statements else ()
    return [
        *(Entry(line.date, Event.MILESTONE, line) for line in steps),
        *(entry for line in gifts for entry in _pledged(line)),
        *_people(connection, mission),
        *(Entry(_day(line.sources[0].published), Event.STATEMENT, line) for line in words),
    ]


def _pledged(line: PledgeLine) -> Iterator[Entry]:
    """Yield a pledge on the day that it was announced, each further status on the day it came to that."""
    if len(line.flows) < 2:
        yield Entry(line.announced_on, Event.PLEDGE, line)
        return
    for place, flow in enumerate(line.flows):
        day = flow.since or (None if place else line.announced_on)
        yield Entry(day, Event.PLEDGE, line, flow=flow)


def _within(day: PartialDate | None, since: date | None, until: date | None) -> bool:
    return day is not None and (since is None or since <= day.last) and (until is None or day.first <= until)


def _place(entry: Entry) -> tuple[date, date, int, bool, str, int]:
    """Return what sorts entries; those of no day stand in the order in which they were first told."""
    day = entry.day or _day(entry.first_told)
    name = who(entry.line)
    return (
        day.first if day else date.max,
        day.last if day else date.max,
        list(Event).index(entry.event),
        name is None,
        name or "",
        entry.line.id or 0,
    )


def _day(day: date | None) -> PartialDate | None:
    return None if day is None else PartialDate.of_day(day)


# -- people: contingents that move, and levels where they change --------------------------------------------


def _people(connection: Connection, mission: MissionName) -> Iterator[Entry]:
    levels = _Levels(connection, mission)
    for strength in things.deployments(connection, things.OF_MISSION, mission.id):
        for part in strength.contingents:
            yield Entry(part.date, Event.CONTINGENT, part)
        yield from levels.of(strength)


class _Levels:
    """The levels that sources tell of: what the rules make of the claims on each day."""

    def __init__(self, connection: Connection, mission: MissionName) -> None:
        self._index = ActorIndex(load_knowledge(connection))
        self._evidence = evidence(
            connection,
            key="c.id",
            rows="deployments t JOIN deployment_claims y ON y.deployment_id = t.id"
            " JOIN claims c ON c.id = y.claim_id",
            where="t.mission_id = :of",
            of=mission.id,
        )
        supported = _supported(connection, mission)
        self._told: dict[int, list[SourcedClaim]] = defaultdict(list)
        for each in claims_of(connection, [mission.slug]):
            if each.id in supported and _is_level(each):
                self._told[supported[each.id]].append(each)

    def of(self, strength: DeploymentLine) -> Iterator[Entry]:
        """Yield the levels of a contributor in one status that differ from what it had until then."""
        moves = [(part.date.first, part.count) for part in strength.contingents if part.date and part.count]
        present: int | None = None
        reached = date.min
        for day, level in self._by_day(strength):
            moved = [count for moved_on, count in moves if day and reached < moved_on <= day.first]
            before = sum(moved, present or 0) if moved else present
            if level.count is not None and level.count != before:
                yield Entry(day, Event.LEVEL, self._line(strength, level), before if day else None)
            if day is not None:
                present, reached = level.count if level.count is not None else before, day.first

    def _by_day(self, strength: DeploymentLine) -> Sequence[tuple[PartialDate | None, Deployment]]:
        """Return what held on each day, in order; what is of no day comes last."""
        days: Mapping[PartialDate | None, list[SourcedClaim]] = defaultdict(list)
        for claim in self._told.get(strength.id or 0, ()):
            days[self._strength([claim]).date].append(claim)
        found = [(day, self._strength(claims)) for day, claims in days.items()]
        return sorted(found, key=lambda each: (each[0] is None, each[0] and each[0].first))

    def _strength(self, claims: Iterable[SourcedClaim]) -> Deployment:
        found = project(claims, self._index).deployments
        return max((each for each in found if each.basis is Basis.LEVEL), key=lambda each: len(each.claims))

    def _line(self, strength: DeploymentLine, level: Deployment) -> DeploymentLine:
        sources: list[Evidence] = [source for claim in level.claims for source in self._evidence[claim]]
        return DeploymentLine(
            id=strength.id,
            contributor=strength.contributor,
            count=level.count,
            count_max=level.count_max,
            qualifier=level.qualifier,
            unit=level.unit,
            status=strength.status,
            date=level.date,
            total=level.total,
            sources=order.evidence(sources),
        )


def _is_level(each: SourcedClaim) -> bool:
    claim = each.claim
    return isinstance(claim, DeploymentClaim) and (claim.basis is Basis.LEVEL or claim.total)


def _supported(connection: Connection, mission: MissionName) -> Mapping[int, int]:
    """Return the deployment that each claim supports, by claim."""
    thing, claim = models.Deployment, models.DeploymentClaim
    query = (
        select(claim.claim_id, thing.id)
        .join(thing, thing.id == claim.deployment_id)
        .where(thing.mission_id == mission.id)
    )
    return {row.claim_id: row.id for row in connection.execute(query)}
