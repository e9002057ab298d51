"""The things themselves: what we hold true, computed from the claims about them.

``content_key`` is a SHA-256 of what makes the thing this one and no other; ``first_seen`` and ``last_seen``
are the earliest and latest publication dates of its sources, null where none is dated; ``source_count``
counts its sources and ``independent_count`` those that are no copies of another; ``headline_claim_id`` is the
claim that the headline values come from.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.db.base import (
    Amount,
    Base,
    Currency,
    Id,
    Reference,
    Sha256,
    flag,
    hex_digest,
    one_of,
    partial_date,
    seen_in_order,
    sum_of_money,
)
from tracker.db.models.actors import Actor, Mission
from tracker.vocab import (
    Basis,
    DatePrecision,
    DeploymentStatus,
    MilestoneKind,
    PledgeKind,
    PledgeStatus,
    Purpose,
    Qualifier,
    Unit,
)


class Thing:
    """The columns that every thing has."""

    id: Mapped[Id]
    mission_id: Mapped[Reference | None] = mapped_column(
        ForeignKey("missions.id", ondelete="SET NULL"), sort_order=-1
    )
    first_seen: Mapped[date | None] = mapped_column(sort_order=1)
    last_seen: Mapped[date | None] = mapped_column(sort_order=1)
    source_count: Mapped[int] = mapped_column(server_default="0", default=0, sort_order=1)
    independent_count: Mapped[int] = mapped_column(server_default="0", default=0, sort_order=2)
    headline_claim_id: Mapped[Reference | None] = mapped_column(
        ForeignKey("claims.id", ondelete="SET NULL"), sort_order=1
    )
    content_key: Mapped[Sha256] = mapped_column(sort_order=1)


def of_thing() -> tuple[UniqueConstraint | CheckConstraint, ...]:
    """Return the constraints that every thing has."""
    return (
        UniqueConstraint("content_key"),
        hex_digest("content_key"),
        seen_in_order(),
        CheckConstraint("source_count >= 0", name="source_count"),
        CheckConstraint("independent_count >= 0", name="independent_count"),
    )


class Pledge(Thing, Base):
    """Money or a thing in kind. ``amount`` is as stated, ``amount_usd`` only where a source states it."""

    __tablename__ = "pledges"
    __table_args__ = (
        *of_thing(),
        one_of("kind", PledgeKind),
        *sum_of_money(),
        *sum_of_money("amount_usd", None),
        one_of("status", PledgeStatus),
        flag("total"),
        flag("additional"),
        partial_date("announced_on"),
        Index(None, "mission_id", "donor_id"),
        {"sqlite_autoincrement": True},
    )

    donor_id: Mapped[Reference | None] = mapped_column(ForeignKey("actors.id", ondelete="SET NULL"))
    recipient_id: Mapped[Reference | None] = mapped_column(ForeignKey("actors.id", ondelete="SET NULL"))
    kind: Mapped[PledgeKind]
    amount: Mapped[Amount | None]
    currency: Mapped[Currency | None]
    amount_usd: Mapped[Amount | None]
    status: Mapped[PledgeStatus]
    total: Mapped[bool]
    additional: Mapped[bool]
    announced_on_from: Mapped[date | None]
    announced_on_to: Mapped[date | None]
    announced_on_precision: Mapped[DatePrecision | None]

    mission: Mapped[Mission | None] = relationship(lazy="raise", foreign_keys="Pledge.mission_id")
    donor: Mapped[Actor | None] = relationship(lazy="raise", foreign_keys=[donor_id])
    recipient: Mapped[Actor | None] = relationship(lazy="raise", foreign_keys=[recipient_id])
    equivalents: Mapped[list[PledgeEquivalent]] = relationship(
        lazy="raise", viewonly=True, order_by="PledgeEquivalent.position"
    )
    purposes: Mapped[list[PledgePurpose]] = relationship(
        lazy="raise", viewonly=True, order_by="PledgePurpose.purpose"
    )
    flows: Mapped[list[PledgeFlow]] = relationship(
        lazy="raise", viewonly=True, order_by="PledgeFlow.position"
    )


class PledgeEquivalent(Base):
    """Another expression of a pledge's sum."""

    __tablename__ = "pledge_equivalents"
    __table_args__ = (*sum_of_money(), {"sqlite_with_rowid": False})

    pledge_id: Mapped[Reference] = mapped_column(
        ForeignKey("pledges.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    amount: Mapped[Amount]
    currency: Mapped[Currency]


class PledgeFlow(Base):
    """A status that a pledge was said to have, the sum it was said of, and since when (null: unknown)."""

    __tablename__ = "pledge_flows"
    __table_args__ = (
        one_of("status", PledgeStatus),
        *sum_of_money(),
        partial_date("since"),
        {"sqlite_with_rowid": False},
    )

    pledge_id: Mapped[Reference] = mapped_column(
        ForeignKey("pledges.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[PledgeStatus]
    amount: Mapped[Amount | None]
    currency: Mapped[Currency | None]
    since_from: Mapped[date | None]
    since_to: Mapped[date | None]
    since_precision: Mapped[DatePrecision | None]


class PledgePart(Base):
    """A pledge that was said to be a part of a whole (a total that holds it)."""

    __tablename__ = "pledge_parts"
    __table_args__ = (
        CheckConstraint("whole_id <> pledge_id", name="whole_id"),
        Index(None, "whole_id"),
        {"sqlite_with_rowid": False},
    )

    pledge_id: Mapped[Reference] = mapped_column(
        ForeignKey("pledges.id", ondelete="CASCADE"), primary_key=True
    )
    whole_id: Mapped[Reference] = mapped_column(ForeignKey("pledges.id", ondelete="CASCADE"))


class MoneyLevel(Base):
    """What a donor has promised, given or taken back in all: one recipient (null: the mission), one currency.

    ``told_amount`` is what the latest running total says (null: none was told), ``agrees`` whether it is so.
    """

    __tablename__ = "money_levels"
    __table_args__ = (
        one_of("status", PledgeStatus),
        *sum_of_money("amount", None),
        *sum_of_money("told_amount", None),
        CheckConstraint("length(currency) = 3 AND currency = upper(currency)", name="currency"),
        CheckConstraint(
            "(agrees IS NULL) = (told_amount IS NULL) AND agrees IN (true, false)", name="agrees"
        ),
        Index(None, "mission_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    mission_id: Mapped[Reference | None] = mapped_column(ForeignKey("missions.id", ondelete="CASCADE"))
    donor_id: Mapped[Reference | None] = mapped_column(ForeignKey("actors.id", ondelete="SET NULL"))
    recipient_id: Mapped[Reference | None] = mapped_column(ForeignKey("actors.id", ondelete="SET NULL"))
    status: Mapped[PledgeStatus]
    currency: Mapped[Currency]
    amount: Mapped[Amount]
    told_amount: Mapped[Amount | None]
    agrees: Mapped[bool | None]


class PledgePurpose(Base):
    """What a pledge is for."""

    __tablename__ = "pledge_purposes"
    __table_args__ = (one_of("purpose", Purpose), {"sqlite_with_rowid": False})

    pledge_id: Mapped[Reference] = mapped_column(
        ForeignKey("pledges.id", ondelete="CASCADE"), primary_key=True
    )
    purpose: Mapped[Purpose] = mapped_column(primary_key=True)


class Deployment(Thing, Base):
    """People sent. A strength has ``basis`` level; a contingent points at its strength by ``strength_id``.

    A strength adds up the level that was told last (``level_count``, of the day ``level_on``; null where none
    was) and those of its contingents that have ``in_strength``.
    """

    __tablename__ = "deployments"
    __table_args__ = (
        *of_thing(),
        CheckConstraint("count >= 0 AND (count_max IS NULL OR count_max >= count)", name="count"),
        one_of("qualifier", Qualifier),
        one_of("unit", Unit),
        one_of("status", DeploymentStatus),
        partial_date("date"),
        one_of("basis", Basis),
        flag("total"),
        flag("additional"),
        CheckConstraint("level_count >= 0", name="level_count"),
        flag("in_strength"),
        Index(None, "mission_id", "contributor_id"),
        Index(None, "strength_id"),
        {"sqlite_autoincrement": True},
    )

    contributor_id: Mapped[Reference | None] = mapped_column(ForeignKey("actors.id", ondelete="SET NULL"))
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
    strength_id: Mapped[Reference | None] = mapped_column(ForeignKey("deployments.id", ondelete="SET NULL"))
    level_count: Mapped[int | None] = mapped_column(sort_order=3)
    level_on: Mapped[date | None] = mapped_column(sort_order=3)
    in_strength: Mapped[bool] = mapped_column(server_default=text("false"), default=False, sort_order=3)

    mission: Mapped[Mission | None] = relationship(lazy="raise", foreign_keys="Deployment.mission_id")
    contributor: Mapped[Actor | None] = relationship(lazy="raise", foreign_keys=[contributor_id])


class Statement(Thing, Base):
    """What a speaker said, word for word (``direct``) or as reported."""

    __tablename__ = "statements"
    __table_args__ = (
        *of_thing(),
        flag("direct"),
        Index(None, "mission_id", "speaker_id"),
        {"sqlite_autoincrement": True},
    )

    speaker_id: Mapped[Reference | None] = mapped_column(ForeignKey("actors.id", ondelete="SET NULL"))
    direct: Mapped[bool]
    starts: Mapped[str]
    content: Mapped[str]

    mission: Mapped[Mission | None] = relationship(lazy="raise", foreign_keys="Statement.mission_id")
    speaker: Mapped[Actor | None] = relationship(lazy="raise", foreign_keys=[speaker_id])


class Milestone(Thing, Base):
    """A dated step. ``replaced_by`` is a slug, of a mission perhaps unknown."""

    __tablename__ = "milestones"
    __table_args__ = (
        *of_thing(),
        one_of("kind", MilestoneKind),
        partial_date("date"),
        partial_date("until"),
        Index(None, "mission_id", "kind"),
        {"sqlite_autoincrement": True},
    )

    kind: Mapped[MilestoneKind]
    by_actor_id: Mapped[Reference | None] = mapped_column(ForeignKey("actors.id", ondelete="SET NULL"))
    date_from: Mapped[date]
    date_to: Mapped[date]
    date_precision: Mapped[DatePrecision]
    until_from: Mapped[date | None]
    until_to: Mapped[date | None]
    until_precision: Mapped[DatePrecision | None]
    replaced_by: Mapped[str | None]

    mission: Mapped[Mission | None] = relationship(lazy="raise", foreign_keys="Milestone.mission_id")
    by_actor: Mapped[Actor | None] = relationship(lazy="raise", foreign_keys=[by_actor_id])
