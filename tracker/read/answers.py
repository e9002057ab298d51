"""What the readers answer with: plain frozen values that the command line, pages and exports print.

Names of actors are canonical; ids are those of the rows (None where a view of an earlier day has a thing that
is none of today's); every thing carries the sources it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tracker.vocab import (
    DeploymentStatus,
    MilestoneKind,
    Money,
    PartialDate,
    Phase,
    PledgeKind,
    PledgeStatus,
    Purpose,
    Qualifier,
    Unit,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters ``[start, end)`` of one source that support something; ``id`` is the source's."""

    id: int
    title: str | None
    publisher: str | None
    url: str | None
    published: date | None
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class MissionName:
    """A mission as it is called; ``host`` and ``lead`` are actors, None where unknown."""

    id: int
    slug: str
    name: str
    host: str | None
    lead: str | None


@dataclass(frozen=True, slots=True)
class Awaited:
    """A step that the mission is said still to wait for."""

    kind: MilestoneKind
    by: str | None
    sources: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class MilestoneLine:
    """A step that the mission took."""

    id: int | None
    kind: MilestoneKind
    date: PartialDate
    by: str | None
    until: PartialDate | None
    replaced_by: str | None
    sources: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class PledgeLine:
    """Money or a thing in kind; ``recipient`` None is the mission itself."""

    id: int | None
    donor: str | None
    recipient: str | None
    kind: PledgeKind
    amount: Money | None
    equivalents: tuple[Money, ...]
    amount_usd: Money | None
    status: PledgeStatus
    total: bool
    additional: bool
    purposes: tuple[Purpose, ...]
    announced_on: PartialDate | None
    sources: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class DeploymentLine:
    """The strength of a contributor in one status, with its contingents, or one contingent."""

    id: int | None
    contributor: str | None
    count: int | None
    count_max: int | None
    qualifier: Qualifier | None
    unit: Unit
    status: DeploymentStatus
    date: PartialDate | None
    total: bool
    sources: tuple[Evidence, ...]
    contingents: tuple[DeploymentLine, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementLine:
    """What a speaker said, word for word (``direct``) or as reported."""

    id: int | None
    speaker: str | None
    direct: bool
    content: str
    sources: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class MissionStatus:
    """Where a mission stands, by what was published by ``as_of`` and recorded by ``known_at`` (None: by all).

    ``through`` is the milestone that led to the phase; where None, ``phase_sources`` say the phase itself.
    ``undated_count`` counts undated sources: among ``source_count``, but left out where ``as_of`` is given.
    """

    mission: MissionName
    as_of: date | None
    known_at: datetime | None
    phase: Phase | None
    phase_since: PartialDate | None
    through: MilestoneLine | None
    phase_sources: tuple[Evidence, ...]
    awaits: tuple[Awaited, ...]
    milestones: tuple[MilestoneLine, ...]
    pledges: tuple[PledgeLine, ...]
    deployments: tuple[DeploymentLine, ...]
    statement_count: int
    source_count: int
    undated_count: int
    newest_source: date | None


@dataclass(frozen=True, slots=True)
class MissionSummary:
    """A mission in one line."""

    mission: MissionName
    phase: Phase | None
    phase_since: PartialDate | None
    source_count: int
    newest_source: date | None
