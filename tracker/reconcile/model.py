"""Claims with their sources, and the things that a projection makes of them.

These plain values are the common form of the stored rows and of a projection made for one question
(``--as-of``): both are read in the same way. Names of actors are canonical names; ids are the caller's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from tracker.claims import Claim
from tracker.reconcile.adding import StrengthParts
from tracker.vocab import (
    ActorKind,
    Basis,
    ClaimKind,
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
class SourceRef:
    """One publication of a text.

    ``identity`` is its identity key (the canonical URL, else text and publisher); ``published`` is None
    where the day is unknown; ``id`` is that of the stored row, None where there is none. ``sketch`` (see
    ``tracker.reconcile.sketch``) tells which texts are near-identical; None where it is not known.
    """

    identity: str
    text_sha256: str
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    id: int | None = None
    sketch: str | None = None


@dataclass(frozen=True, slots=True)
class SourcedClaim:
    """A claim and who says it.

    ``id`` names the claim among those handed in together (the stored row's id, or an ordinal) and never
    decides anything; ``article_mission`` is the slug of the mission that the whole article is about.
    """

    id: int
    source: SourceRef
    kind: ClaimKind
    claim: Claim
    article_mission: str | None = None


class MentionKey(NamedTuple):
    """A name as it stands in the claims of one mission: all that decides which actor it means."""

    mission: str | None
    name: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class ActorThing:
    """An actor: known from the knowledge, or made of names that articles give.

    ``aliases`` are the other names that claims used for it, sorted; ``parent`` is the canonical name of
    the state or organization that it belongs to. ``known`` tells that the knowledge holds it.
    """

    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What all things have.

    ``content_key`` is made of the contents of the supporting claims, never of ids; ``claims`` are the
    ids of those claims, sorted by content; ``headline_claim`` is the one that the headline values rest on
    first. ``first_seen`` and ``last_seen`` are the earliest and the latest
    publication date among them (None where all are undated); ``source_count`` counts distinct sources,
    ``independent_count`` those whose texts are no near-identical copies of another's.
    """

    content_key: str
    mission: str | None
    claims: tuple[int, ...]
    headline_claim: int
    first_seen: date | None
    last_seen: date | None
    source_count: int
    independent_count: int


@dataclass(frozen=True, slots=True)
class PledgeFlow:
    """A status that a pledge was said to have, the sum it was said of, and the earliest day said.

    A status may have several flows: of a pledge that is paid in parts, each payment that a day tells apart,
    and what is said without a day to have been paid of it.
    """

    status: PledgeStatus
    amount: Money | None
    on: PartialDate | None


def come_so_far(flows: Iterable[PledgeFlow], currency: str) -> Decimal:
    """Return what flows of one status come to in a currency.

    Those with a day add up; one without is of all that had come by then.
    """
    dated, undated = Decimal(0), Decimal(0)
    for flow in flows:
        if flow.amount is not None and flow.amount.currency == currency:
            if flow.on is None:
                undated = max(undated, flow.amount.amount)
            else:
                dated += flow.amount.amount
    return max(dated, undated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge(Thing):
    """Money or a thing in kind, given by one donor.

    ``amount`` is as stated, in the donor's own currency where one claim says so; ``amount_usd`` is the
    amount itself or a stated equivalent, else None. A ``total`` is never added to anything. ``part_of`` is
    the content key of the whole (a total) that the sum was said to be a part of.
    """

    donor: str | None
    recipient: str | None  # None: the mission itself
    kind: PledgeKind
    amount: Money | None
    equivalents: tuple[Money, ...]
    amount_usd: Decimal | None
    status: PledgeStatus
    flows: tuple[PledgeFlow, ...]
    purposes: tuple[Purpose, ...]
    announced_on: PartialDate | None
    total: bool
    additional: bool
    part_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment(Thing):
    """A contingent, or the strength of a contributor in one status.

    A strength (``basis`` level) is the latest level said plus the contingents dated after it, or the sum
    of the contingents where no level was said; ``date`` is the day it holds for. A contingent names its
    strength in ``part_of`` (a content key); ``contributor`` None is the whole mission.
    ``parts`` says what a strength adds up. It rests on the claims of its levels and of its contingents.
    """

    contributor: str | None
    basis: Basis
    count: int | None
    count_max: int | None
    qualifier: Qualifier | None
    unit: Unit
    status: DeploymentStatus
    date: PartialDate | None
    total: bool
    additional: bool
    part_of: str | None = None
    parts: StrengthParts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Thing):
    """Words that somebody said; ``content`` is the fullest form that any source gives."""

    speaker: str | None
    direct: bool
    starts: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Thing):
    """A step that the mission took."""

    kind: MilestoneKind
    date: PartialDate
    by: str | None
    until: PartialDate | None
    replaced_by: str | None  # a mission slug


@dataclass(frozen=True, slots=True)
class Side:
    """What some sources say of a disputed field.

    ``said`` is as it is printed: ``400``, ``100000000 USD``, ``2024-06-25``, the name of an actor. ``claims``
    are the ids of the claims that say so, sorted by content; for a figure that a correction took back and no
    other source gives, those of the correction. The counts are of their sources, as in ``Thing``.
    """

    said: str
    claims: tuple[int, ...]
    source_count: int
    independent_count: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A field of one thing (``thing`` is its content key) on which sources disagree.

    The first of the ``sides`` leads, by ``rule``; the others follow in the same order of preference.
    ``content_key`` is made of the thing's and the field.
    """

    content_key: str
    mission: str | None
    record: RecordKind
    thing: str
    field: DisputedField
    rule: Preference
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True, order=True)
class AwaitedStep:
    """A step that the newest source to speak of any says the mission still waits for.

    ``claim`` is the id of the phase claim that says so.
    """

    kind: MilestoneKind
    by: str | None
    claim: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class MissionState:
    """Where a mission stands.

    ``phase_milestone`` is the content key of the milestone that led to the phase; it is None where only
    an article's own phase does (``phase_claim``, a claim id). ``successor`` is the slug of the mission
    that a milestone says replaced it; ``statement_count`` counts its statements.
    """

    slug: str
    phase: Phase | None
    phase_since: PartialDate | None = None
    phase_milestone: str | None = None
    phase_claim: int | None = None
    awaits: tuple[AwaitedStep, ...] = ()
    successor: str | None = None
    statement_count: int = 0


def spelling_rank(name: str) -> tuple[bool, bool, str]:
    """Return the key whose least is the spelling of a name to show: not all in capitals, accents kept."""
    return name.isupper(), name.isascii(), name


AnyThing: TypeAlias = Pledge | Deployment | Statement | Milestone


@dataclass(frozen=True, slots=True)
class Projection:
    """All that the claims come to; every tuple is sorted by content.

    ``mentions`` says which actor each name means. ``unattached`` are the ids of claims that support
    several things alike and so make none of their own.
    """

    actors: tuple[ActorThing, ...] = ()
    mentions: Mapping[MentionKey, str] = field(default_factory=dict)
    pledges: tuple[Pledge, ...] = ()
    deployments: tuple[Deployment, ...] = ()
    statements: tuple[Statement, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    missions: tuple[MissionState, ...] = ()
    unattached: tuple[int, ...] = ()
