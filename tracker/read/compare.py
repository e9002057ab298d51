"""What differs between two views of one mission: of two days, or of what was known at two moments."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from tracker.read.answers import (
    Awaited,
    ContradictionLine,
    DeploymentLine,
    LevelLine,
    MissionStatus,
    PledgeLine,
    StatementLine,
)
from tracker.read.differing import FieldChange, Line, field_changes
from tracker.vocab import DeploymentStatus, Money, PledgeStatus, RecordKind

LevelKey: TypeAlias = tuple[str | None, str | None, PledgeStatus, str]


class News(StrEnum):
    """What became of a thing between two views."""

    NEW = "new"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"  # taken back by the one who gave or sent it
    GONE = "gone"  # no thing of its own any more: what was told of it is told of another, or was replaced


@dataclass(frozen=True, slots=True)
class ThingNews:
    """A thing in both views (None: it is in one only); ``into`` is what one that is gone is part of."""

    record: RecordKind
    news: News
    before: Line | None
    after: Line | None
    changes: tuple[FieldChange, ...] = ()
    into: Line | None = None

    @property
    def line(self) -> Line:
        """Return the thing as it stands in the later view, else in the earlier one."""
        line = self.after or self.before
        if line is None:
            raise ValueError("a thing is in one of the views at least")
        return line


@dataclass(frozen=True, slots=True)
class LevelNews:
    """What a donor comes to in all in one status: None in a view that has no sum of it."""

    donor: str | None
    recipient: str | None
    status: PledgeStatus
    currency: str
    before: Money | None
    after: Money | None


@dataclass(frozen=True, slots=True)
class DisputeNews:
    """A contradiction in both views: one that appeared has no ``before``, a settled one no ``after``."""

    before: ContradictionLine | None
    after: ContradictionLine | None


@dataclass(frozen=True, slots=True)
class View:
    """A view of a mission with what people had said by then (empty where that is not asked for)."""

    status: MissionStatus
    statements: tuple[StatementLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two views.

    ``expected`` are steps that are awaited since, ``met`` those that no more are. ``confirmed`` counts things
    that are as they were but rest on further sources.
    """

    before: MissionStatus
    after: MissionStatus
    expected: tuple[Awaited, ...]
    met: tuple[Awaited, ...]
    things: tuple[ThingNews, ...]
    levels: tuple[LevelNews, ...]
    disputes: tuple[DisputeNews, ...]
    confirmed: int

    @property
    def phase_changed(self) -> bool:
        """Tell whether the mission is in another phase, or since another day."""
        old, new = self.before, self.after
        return (old.phase, old.phase_since) != (new.phase, new.phase_since)

    def __bool__(self) -> bool:
        return bool(
            self.phase_changed or self.expected or self.met or self.things or self.levels or self.disputes
        )


def compare(before: View, after: View) -> Comparison:
    """Return what is new, changed, contradicted, withdrawn or gone in the later view of a mission.

    Things are the same where they have the same id, else where they rest on the same evidence. A strength
    whose only contingent says no more than itself is told of without that. One that was told again of a later
    day is as it was.
    """
    old, new = before.status, after.status
    pairs = [
        *_pairs(RecordKind.MILESTONE, old.milestones, new.milestones),
        *_pairs(RecordKind.PLEDGE, old.pledges, new.pledges),
        *_pairs(RecordKind.DEPLOYMENT, list(_people(old)), list(_people(new))),
        *_pairs(RecordKind.STATEMENT, before.statements, after.statements),
    ]
    strengths = {line.id for line in new.deployments}
    redundant = {True: _redundant(new), False: _redundant(old)}
    return Comparison(
        before=old,
        after=new,
        expected=_not_among(new.awaits, old.awaits),
        met=_not_among(old.awaits, new.awaits),
        things=tuple(
            each
            for each in (_news(pair) for pair in pairs if not _is_told_again(pair, strengths))
            if each is not None and (each.record, each.line.id) not in redundant[each.after is not None]
        ),
        levels=tuple(_levels(old.levels, new.levels)),
        disputes=tuple(_disputes(old.contradictions, new.contradictions)),
        confirmed=sum(_is_confirmed(pair) or _is_told_again(pair, strengths) for pair in pairs),
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    record: RecordKind
    before: Line | None
    after: Line | None
    into: Line | None = None


def _pairs(record: RecordKind, old: Sequence[Line], new: Sequence[Line]) -> Iterator[_Pair]:
    """Yield the things of both views, those of the later one in its order, then those that are gone."""
    known = {line.id: line for line in old if line.id is not None}
    loose = [line for line in old if line.id is None]
    matched: list[Line] = []
    for line in new:
        before = None if line.id is None else known.get(line.id)
        if before is None:
            before = next((each for each in loose if each not in matched and _share(each, line)), None)
        if before is not None:
            matched.append(before)
        yield _Pair(record, before, line)
    for line in old:
        if line not in matched:
            yield _Pair(record, line, None, next((each for each in new if _share(line, each)), None))


def _share(one: Line, other: Line) -> bool:
    """Tell whether two things rest on some of the same characters."""
    places = {(source.id, source.start, source.end) for source in one.sources}
    return any((source.id, source.start, source.end) in places for source in other.sources)


def _news(pair: _Pair) -> ThingNews | None:
    before, after = pair.before, pair.after
    if after is None:
        return ThingNews(pair.record, News.GONE, before, None, into=pair.into)
    if before is None:
        return ThingNews(pair.record, News.WITHDRAWN if _is_withdrawn(after) else News.NEW, None, after)
    changes = field_changes(before, after)
    if not changes:
        return None
    taken_back = _is_withdrawn(after) and not _is_withdrawn(before)
    return ThingNews(pair.record, News.WITHDRAWN if taken_back else News.CHANGED, before, after, changes)


def _is_withdrawn(line: Line) -> bool:
    match line:
        case PledgeLine():
            return line.status is PledgeStatus.WITHDRAWN
        case DeploymentLine():
            return line.status is DeploymentStatus.WITHDRAWN
    return False


def _is_confirmed(pair: _Pair) -> bool:
    before, after = pair.before, pair.after
    if before is None or after is None or field_changes(before, after):
        return False
    return not {source.id for source in after.sources} <= {source.id for source in before.sources}


def _is_told_again(pair: _Pair, strengths: Collection[int | None]) -> bool:
    """Tell whether only the day has changed that a strength holds for."""
    before, after = pair.before, pair.after
    if not isinstance(before, DeploymentLine) or not isinstance(after, DeploymentLine):
        return False
    return after.id in strengths and [each.field for each in field_changes(before, after)] == ["date"]


def _people(status: MissionStatus) -> Iterator[DeploymentLine]:
    for strength in status.deployments:
        yield strength
        yield from strength.contingents


def _redundant(status: MissionStatus) -> set[tuple[RecordKind, int | None]]:
    """Return the contingents that tell no more than the strength that they alone make up."""
    return {
        (RecordKind.DEPLOYMENT, part.id)
        for strength in status.deployments
        for part in strength.contingents
        if len(strength.contingents) == 1 and part.count == strength.count
    }


def _not_among(steps: Iterable[Awaited], others: Iterable[Awaited]) -> tuple[Awaited, ...]:
    known = {(step.kind, step.by) for step in others}
    return tuple(step for step in steps if (step.kind, step.by) not in known)


def _levels(old: Iterable[LevelLine], new: Iterable[LevelLine]) -> Iterator[LevelNews]:
    before = {_level_key(line): line.amount for line in old}
    after = {_level_key(line): line.amount for line in new}
    for key in [*after, *(key for key in before if key not in after)]:
        if before.get(key) != after.get(key):
            yield LevelNews(*key, before.get(key), after.get(key))


def _level_key(line: LevelLine) -> LevelKey:
    return line.donor, line.recipient, line.status, line.amount.currency


def _disputes(old: Iterable[ContradictionLine], new: Iterable[ContradictionLine]) -> Iterator[DisputeNews]:
    before = {_dispute_key(line): line for line in old}
    for line in new:
        known = before.pop(_dispute_key(line), None)
        if known is None or _sides(known) != _sides(line):
            yield DisputeNews(known, line)
    yield from (DisputeNews(line, None) for line in before.values())


def _dispute_key(line: ContradictionLine) -> tuple[object, ...]:
    return line.record, line.thing, line.field, None if line.thing else (line.actor, line.what)


def _sides(line: ContradictionLine) -> tuple[object, ...]:
    return line.rule, tuple(side.said for side in line.sides)
