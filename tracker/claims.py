"""What one source says about one thing: the claims that extraction hands on.

Every span is ``[start, end)`` in Unicode code points of the document's body. A claim's own span is
its evidence; each ``FieldSpan`` says where one field stands. Claims are plain frozen values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tracker.vocab import (
    ActorKind,
    Basis,
    ClaimKind,
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


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``[start, end)`` of a body."""

    start: int
    end: int

    def text(self, body: str) -> str:
        """Return the characters themselves."""
        return body[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class FieldSpan:
    """Where one field of a claim stands; a field may have several spans."""

    field: str
    span: Span


_SHOWN = {"recipient": "to", "content": "text"}


def shown_field(field: str) -> str:
    """Return the name that JSON and the command line give a field of a claim."""
    return _SHOWN.get(field, field)


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor as a claim names it.

    ``name`` is the canonical name as far as this article and the knowledge tell (a person's full name
    where the article gives it anywhere); ``span`` is where the words stand that mean the actor here,
    be it a name, "he" or "the ministry".
    """

    name: str
    kind: ActorKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What all claims have: evidence, the rule that made them, a confidence, the mission."""

    span: Span
    rule: str
    confidence: float
    mission: str | None
    fields: tuple[FieldSpan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeClaim(Claim):
    """Money or a thing in kind that a giver offers, commits, hands over or takes back.

    ``corrected_from`` is the sum, in the currency of ``amount``, that the source takes back for this one.
    """

    donor: Mention | None
    kind: PledgeKind
    amount: Money | None
    equivalents: tuple[Money, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    status: PledgeStatus
    recipient: Mention | None = None
    announced_on: PartialDate | None = None
    total: bool = False
    additional: bool = False
    corrected_from: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeploymentClaim(Claim):
    """People whom a contributor offers, approves, sends or takes home.

    ``corrected_from`` is the count that the source takes back for this one.
    """

    contributor: Mention | None
    count: int | None
    count_max: int | None = None
    qualifier: Qualifier | None
    unit: Unit
    status: DeploymentStatus
    date: PartialDate | None = None
    basis: Basis
    total: bool = False
    additional: bool = False
    corrected_from: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementClaim(Claim):
    """A direct quotation or a reported clause.

    ``content`` is the words said, as printed (the parts of a split quotation joined by " … "); the
    spans of the parts are the ``content`` field spans. ``starts`` is its first five words.
    """

    speaker: Mention | None
    direct: bool
    starts: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneClaim(Claim):
    """A dated step in the mission's life."""

    kind: MilestoneKind
    date: PartialDate
    by: Mention | None = None
    until: PartialDate | None = None
    replaced_by: str | None = None  # a mission slug


@dataclass(frozen=True, slots=True)
class Await:
    """A step that the mission is said still to wait for."""

    kind: MilestoneKind
    by: Mention | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseClaim(Claim):
    """The mission's phase on the publication date, as one article supports it."""

    phase: Phase
    awaits: tuple[Await, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleClaim:
    """An office that a person holds, as the article says it. ``of`` is the state or body."""

    person: Mention
    office: str
    of: Mention | None
    span: Span


@dataclass(frozen=True, slots=True)
class MissionRef:
    """A mission that an article tells of; ``name`` and ``host`` serve where the seeds lack it."""

    slug: str
    name: str
    host: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one run of the extractor takes from one document."""

    mission: MissionRef | None
    other_missions: tuple[MissionRef, ...] = ()
    pledges: tuple[PledgeClaim, ...] = ()
    deployments: tuple[DeploymentClaim, ...] = ()
    statements: tuple[StatementClaim, ...] = ()
    milestones: tuple[MilestoneClaim, ...] = ()
    phase: PhaseClaim | None = None
    roles: tuple[RoleClaim, ...] = ()
    # Phrases such as "on Friday" that stay open because the publication date is unknown.
    open_dates: tuple[Span, ...] = ()

    def claims(self) -> Iterator[tuple[ClaimKind, Claim]]:
        """Yield every claim with its kind, in the order of the record types."""
        for pledge in self.pledges:
            yield ClaimKind.PLEDGE, pledge
        for deployment in self.deployments:
            yield ClaimKind.DEPLOYMENT, deployment
        for statement in self.statements:
            yield ClaimKind.STATEMENT, statement
        for milestone in self.milestones:
            yield ClaimKind.MILESTONE, milestone
        if self.phase is not None:
            yield ClaimKind.PHASE, self.phase
