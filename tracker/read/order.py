"""The order in which answers list things: by content, so that it does not depend on arrival."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from tracker.read.answers import (
    DeploymentLine,
    Evidence,
    LevelLine,
    MilestoneLine,
    PledgeLine,
    StatementLine,
)
from tracker.vocab import DeploymentStatus, MilestoneKind, PartialDate, PledgeStatus, Purpose

_PLEDGE_STATUSES = list(PledgeStatus)
_DEPLOYMENT_STATUSES = list(DeploymentStatus)
_PURPOSES = list(Purpose)
_STEPS = list(MilestoneKind)


def milestones(lines: Iterable[MilestoneLine]) -> tuple[MilestoneLine, ...]:
    """Return steps by their dates, then kinds, then who took them."""
    return tuple(
        sorted(
            lines, key=lambda line: (_day(line.date), _STEPS.index(line.kind), _name(line.by), line.id or 0)
        )
    )


def pledges(lines: Iterable[PledgeLine]) -> tuple[PledgeLine, ...]:
    """Return pledges by donor, status and date."""
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                _name(line.donor),
                _PLEDGE_STATUSES.index(line.status),
                line.total,
                _day(line.announced_on),
                line.id or 0,
            ),
        )
    )


def levels(lines: Iterable[LevelLine]) -> tuple[LevelLine, ...]:
    """Return what donors come to by donor, recipient, status and currency."""
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                _name(line.donor),
                line.recipient or "",
                _PLEDGE_STATUSES.index(line.status),
                line.amount.currency,
            ),
        )
    )


def deployments(lines: Iterable[DeploymentLine]) -> tuple[DeploymentLine, ...]:
    """Return people by contributor (the whole mission last), status and date."""
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                _name(line.contributor),
                _DEPLOYMENT_STATUSES.index(line.status),
                _day(line.date),
                line.id or 0,
            ),
        )
    )


def statements(lines: Iterable[StatementLine]) -> tuple[StatementLine, ...]:
    """Return statements by their first publication, then speaker."""
    return tuple(
        sorted(
            lines, key=lambda line: (*map(publication, line.sources[:1]), _name(line.speaker), line.id or 0)
        )
    )


def purposes(found: Iterable[Purpose]) -> tuple[Purpose, ...]:
    """Return purposes in the order of the vocabulary."""
    return tuple(sorted(found, key=_PURPOSES.index))


def evidence(sources: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence in the order of publication, the undated last; each piece once."""
    return tuple(sorted(set(sources), key=publication))


def publication(source: Evidence) -> tuple[date, int, int, int]:
    """Return the key that puts evidence in the order of publication, the undated last."""
    return (source.published or date.max, source.id, source.start, source.end)


def _name(name: str | None) -> tuple[bool, str]:
    return name is None, name or ""


def _day(value: PartialDate | None) -> tuple[Any, ...]:
    return (value.first, value.last) if value else (date.max, date.max)


def newest(sources: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return the piece of evidence that was published last (an undated one only where all are), or none."""
    ranked = sorted(sources, key=lambda source: (source.published or date.min, source.id, -source.start))
    return tuple(ranked[-1:])
