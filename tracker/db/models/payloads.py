"""What each kind of claim says: the fields of ``tracker.claims``.

A payload's ``<thing>_id`` is the thing that the claim supports: projected, and null where it supports none.
``corrected_from`` is the figure, of the same currency, that the source takes back for the one it gives.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.db.base import Amount, Base, Currency, Reference, flag, one_of, partial_date, span, sum_of_money
from tracker.db.models.claims import Claim
from tracker.vocab import (
    Basis,
    ClaimKind,
    DatePrecision,
    DeploymentStatus,
    MilestoneKind,
    Phase,
    PledgeKind,
    PledgeStatus,
    Purpose,
    Qualifier,
    Unit,
)


def of_kind(kind: ClaimKind) -> tuple[ForeignKeyConstraint, CheckConstraint]:
    """Return the key to ``claims (id, kind)`` and the CHECK that the kind is ``kind``."""
    return (
        ForeignKeyConstraint(["claim_id", "claim_kind"], ["claims.id", "claims.kind"], ondelete="CASCADE"),
        CheckConstraint(f"claim_kind = '{kind.value}'", name="claim_kind"),
    )


class PledgeClaim(Base):
    """A claim about money or a thing in kind. Donor and recipient are mentions."""

    __tablename__ = "pledge_claims"
    __table_args__ = (
        *of_kind(ClaimKind.PLEDGE),
        one_of("kind", PledgeKind),
        one_of("status", PledgeStatus),
        partial_date("announced_on"),
        flag("total"),
        flag("additional"),
        *sum_of_money("corrected_from", None),
        Index(None, "pledge_id"),
    )

    claim_id: Mapped[Reference] = mapped_column(primary_key=True, autoincrement=False)
    claim_kind: Mapped[ClaimKind] = mapped_column(server_default="pledge", default=ClaimKind.PLEDGE)
    kind: Mapped[PledgeKind]
    status: Mapped[PledgeStatus]
    announced_on_from: Mapped[date | None]
    announced_on_to: Mapped[date | None]
    announced_on_precision: Mapped[DatePrecision | None]
    total: Mapped[bool]
    additional: Mapped[bool]
    pledge_id: Mapped[Reference | None] = mapped_column(ForeignKey("pledges.id", ondelete="SET NULL"))
    corrected_from: Mapped[Amount | None]

    claim: Mapped[Claim] = relationship(lazy="raise")
    amounts: Mapped[list[PledgeClaimAmount]] = relationship(
        lazy="raise", viewonly=True, order_by="PledgeClaimAmount.position"
    )
    purposes: Mapped[list[PledgeClaimPurpose]] = relationship(
        lazy="raise", viewonly=True, order_by="PledgeClaimPurpose.position"
    )


class PledgeClaimAmount(Base):
    """A sum of a pledge claim: at position 0 its amount, from 1 the equivalents."""

    __tablename__ = "pledge_claim_amounts"
    __table_args__ = (*sum_of_money(), {"sqlite_with_rowid": False})

    claim_id: Mapped[Reference] = mapped_column(
        ForeignKey("pledge_claims.claim_id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    amount: Mapped[Amount]
    currency: Mapped[Currency]


class PledgeClaimPurpose(Base):
    """What a pledge claim says that the pledge is for."""

    __tablename__ = "pledge_claim_purposes"
    __table_args__ = (one_of("purpose", Purpose), {"sqlite_with_rowid": False})

    claim_id: Mapped[Reference] = mapped_column(
        ForeignKey("pledge_claims.claim_id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    purpose: Mapped[Purpose]


class DeploymentClaim(Base):
    """A claim about people whom a contributor (a mention) offers, approves, sends or takes home."""

    __tablename__ = "deployment_claims"
    __table_args__ = (
        *of_kind(ClaimKind.DEPLOYMENT),
        CheckConstraint("count >= 0 AND (count_max IS NULL OR count_max >= count)", name="count"),
        one_of("qualifier", Qualifier),
        one_of("unit", Unit),
        one_of("status", DeploymentStatus),
        partial_date("date"),
        one_of("basis", Basis),
        flag("total"),
        flag("additional"),
        CheckConstraint("corrected_from >= 0", name="corrected_from"),
        Index(None, "deployment_id"),
    )

    claim_id: Mapped[Reference] = mapped_column(primary_key=True, autoincrement=False)
    claim_kind: Mapped[ClaimKind] = mapped_column(server_default="deployment", default=ClaimKind.DEPLOYMENT)
    count: Mapped[int | None]
    count_max: Mapped[int | None]
    qualifier: Mapped[Qualifier | None]
    unit: Mapped[Unit]
    status: Mapped[DeploymentStatus]
    date_from: Mapped[date | None]
    date_to: Mapped[date | None]
    date_precision: Mapped[DatePrecision | None]
    basis: Mapped[Basis]
    total: Mapped[bool]
    additional: Mapped[bool]
    deployment_id: Mapped[Reference | None] = mapped_column(ForeignKey("deployments.id", ondelete="SET NULL"))
    corrected_from: Mapped[int | None]

    claim: Mapped[Claim] = relationship(lazy="raise")


class StatementClaim(Base):
    """A claim that a speaker (a mention) said something, word for word or reported."""

    __tablename__ = "statement_claims"
    __table_args__ = (*of_kind(ClaimKind.STATEMENT), flag("direct"), Index(None, "statement_id"))

    claim_id: Mapped[Reference] = mapped_column(primary_key=True, autoincrement=False)
    claim_kind: Mapped[ClaimKind] = mapped_column(server_default="statement", default=ClaimKind.STATEMENT)
    direct: Mapped[bool]
    starts: Mapped[str]
    content: Mapped[str]
    statement_id: Mapped[Reference | None] = mapped_column(ForeignKey("statements.id", ondelete="SET NULL"))

    claim: Mapped[Claim] = relationship(lazy="raise")


class MilestoneClaim(Base):
    """A claim about a dated step. ``replaced_by`` is a slug, of a mission perhaps unknown."""

    __tablename__ = "milestone_claims"
    __table_args__ = (
        *of_kind(ClaimKind.MILESTONE),
        one_of("kind", MilestoneKind),
        partial_date("date"),
        partial_date("until"),
        Index(None, "milestone_id"),
    )

    claim_id: Mapped[Reference] = mapped_column(primary_key=True, autoincrement=False)
    claim_kind: Mapped[ClaimKind] = mapped_column(server_default="milestone", default=ClaimKind.MILESTONE)
    kind: Mapped[MilestoneKind]
    date_from: Mapped[date]
    date_to: Mapped[date]
    date_precision: Mapped[DatePrecision]
    until_from: Mapped[date | None]
    until_to: Mapped[date | None]
    until_precision: Mapped[DatePrecision | None]
    replaced_by: Mapped[str | None]
    milestone_id: Mapped[Reference | None] = mapped_column(ForeignKey("milestones.id", ondelete="SET NULL"))

    claim: Mapped[Claim] = relationship(lazy="raise")


class PhaseClaim(Base):
    """A claim about the phase of the mission (``claims.mission_id``) on the publication date."""

    __tablename__ = "phase_claims"
    __table_args__ = (*of_kind(ClaimKind.PHASE), one_of("phase", Phase))

    claim_id: Mapped[Reference] = mapped_column(primary_key=True, autoincrement=False)
    claim_kind: Mapped[ClaimKind] = mapped_column(server_default="phase", default=ClaimKind.PHASE)
    phase: Mapped[Phase]

    claim: Mapped[Claim] = relationship(lazy="raise")
    awaits: Mapped[list[PhaseClaimAwait]] = relationship(
        lazy="raise", viewonly=True, order_by="PhaseClaimAwait.position"
    )


class PhaseClaimAwait(Base):
    """A step that the mission is said still to wait for.

    By whom, says the mention of field ``awaits`` and the same position.
    """

    __tablename__ = "phase_claim_awaits"
    __table_args__ = (one_of("kind", MilestoneKind), span(), {"sqlite_with_rowid": False})

    claim_id: Mapped[Reference] = mapped_column(
        ForeignKey("phase_claims.claim_id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[MilestoneKind]
    start_char: Mapped[int]
    end_char: Mapped[int]
