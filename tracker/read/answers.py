"""What the readers answer with: plain frozen values that the command line, pages and exports print.

Names of actors are canonical; ids are those of the rows (None where a view of an earlier day has a thing that
is none of today's); every thing carries the sources it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tracker.vocab import (
    DeploymentStatus,
    DisputedField,
    MilestoneKind,
    Money,
    PartialDate,
    Phase,
    PledgeKind,
    PledgeStatus,
    Preference,
    Purpose,
    Qualifier,
    RecordKind,
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
    """A mission as it is called; ``host`` and ``lead`` are actors, None where unknown.

    ``successor`` is the slug of the mission that replaced it, ``predecessors`` are those that it replaced.
    """

    id: int
    slug: str
    name: str
    host: str | None
    lead: str | None
    successor: str | None = None
    predecessors: tuple[str, ...] = ()


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
    independent_count: int | None = None


@dataclass(frozen=True, slots=True)
class FlowLine:
    """A status that a pledge was said to have, the sum it was said of, and since when."""

    status: PledgeStatus
    amount: Money | None
    since: PartialDate | None


@dataclass(frozen=True, slots=True)
class PledgeLine:
    """Money or a thing in kind; ``recipient`` None is the mission itself.

    ``flows`` are in the course of a pledge; ``part_of`` is the id of the whole that it is a part of.
    """

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
    independent_count: int | None = None
    flows: tuple[FlowLine, ...] = ()
    part_of: int | None = None


@dataclass(frozen=True, slots=True)
class DeploymentLine:
    """The strength of a contributor in one status, with its contingents, or one contingent.

    A strength adds up the level of ``level_count`` people (None: no level was told) on the day ``level_on``
    (None: nobody knows) and those of its contingents that have ``in_strength``.
    """

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
    independent_count: int | None = None
    level_count: int | None = None
    level_on: PartialDate | None = None
    in_strength: bool = False


@dataclass(frozen=True, slots=True)
class StatementLine:
    """What a speaker said, word for word (``direct``) or as reported."""

    id: int | None
    speaker: str | None
    direct: bool
    content: str
    sources: tuple[Evidence, ...]
    independent_count: int | None = None


@dataclass(frozen=True, slots=True)
class LevelLine:
    """What a donor has promised, given or taken back in all, for one recipient (None: the mission).

    ``told`` is what the latest running total says (None: none was told), ``agrees`` whether that is so.
    """

    donor: str | None
    recipient: str | None
    status: PledgeStatus
    amount: Money
    told: Money | None
    agrees: bool | None


@dataclass(frozen=True, slots=True)
class SideLine:
    """What some sources say of a disputed field, as it is recorded: ``400``, ``100000000 USD``, a name."""

    said: str
    source_count: int
    independent_count: int
    sources: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ContradictionLine:
    """A field of a thing on which sources disagree; the first of the ``sides`` leads, by ``rule``.

    ``thing`` is the id of the thing, ``actor`` who gives, sends, speaks or decides, ``what`` the status of a
    pledge or deployment or the kind of a milestone; None where that is unknown or there is none.
    """

    id: int | None
    mission: str | None
    record: RecordKind
    thing: int | None
    actor: str | None
    what: str | None
    field: DisputedField
    rule: Preference
    sides: tuple[SideLine, ...]


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
    levels: tuple[LevelLine, ...] = ()
    contradictions: tuple[ContradictionLine, ...] = ()


@dataclass(frozen=True, slots=True)
class MissionSummary:
    """A mission in one line."""

    mission: MissionName
    phase: Phase | None
    phase_since: PartialDate | None
    source_count: int
    newest_source: date | None
