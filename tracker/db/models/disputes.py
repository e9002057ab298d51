"""What sources disagree on, and ids that were merged away."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tracker.db.base import Base, Id, Reference, Sha256, hex_digest, one_of
from tracker.vocab import DisputedField, Preference, RecordKind


class Contradiction(Base):
    """A field of one thing on which sources disagree; ``rule`` says why the side at position 0 leads."""

    __tablename__ = "contradictions"
    __table_args__ = (
        UniqueConstraint("content_key"),
        hex_digest("content_key"),
        one_of("record", RecordKind),
        one_of("field", DisputedField),
        one_of("rule", Preference),
        CheckConstraint(
            " AND ".join(
                f"(record = '{record.value}') = ({record.value}_id IS NOT NULL)" for record in RecordKind
            ),
            name="thing",
        ),
        Index(None, "mission_id"),
        *(Index(None, f"{record.value}_id") for record in RecordKind),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    mission_id: Mapped[Reference | None] = mapped_column(ForeignKey("missions.id", ondelete="CASCADE"))
    record: Mapped[RecordKind]
    pledge_id: Mapped[Reference | None] = mapped_column(ForeignKey("pledges.id", ondelete="CASCADE"))
    deployment_id: Mapped[Reference | None] = mapped_column(ForeignKey("deployments.id", ondelete="CASCADE"))
    statement_id: Mapped[Reference | None] = mapped_column(ForeignKey("statements.id", ondelete="CASCADE"))
    milestone_id: Mapped[Reference | None] = mapped_column(ForeignKey("milestones.id", ondelete="CASCADE"))
    field: Mapped[DisputedField]
    rule: Mapped[Preference]
    content_key: Mapped[Sha256]


class ContradictionSide(Base):
    """What some sources say; ``said`` is as printed: ``400``, ``100000000 USD``, ``2024-06-25``, a name."""

    __tablename__ = "contradiction_sides"
    __table_args__ = (
        CheckConstraint("position >= 0", name="position"),
        CheckConstraint(
            "independent_count >= 0 AND source_count >= independent_count", name="independent_count"
        ),
        {"sqlite_with_rowid": False},
    )

    contradiction_id: Mapped[Reference] = mapped_column(
        ForeignKey("contradictions.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    said: Mapped[str]
    source_count: Mapped[int]
    independent_count: Mapped[int]


class ContradictionClaim(Base):
    """A claim that says what a side says, or that a side was taken back for."""

    __tablename__ = "contradiction_claims"
    __table_args__ = (
        ForeignKeyConstraint(
            ["contradiction_id", "position"],
            ["contradiction_sides.contradiction_id", "contradiction_sides.position"],
            ondelete="CASCADE",
        ),
        Index(None, "claim_id"),
        {"sqlite_with_rowid": False},
    )

    contradiction_id: Mapped[Reference] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[Reference] = mapped_column(ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True)


class Redirect(Base):
    """An id of a thing that was merged away, and the thing that it went into."""

    __tablename__ = "redirects"
    __table_args__ = (
        one_of("record", RecordKind),
        CheckConstraint("to_id <> from_id", name="to_id"),
        Index(None, "record", "to_id"),
        {"sqlite_with_rowid": False},
    )

    record: Mapped[RecordKind] = mapped_column(primary_key=True)
    from_id: Mapped[Reference] = mapped_column(primary_key=True, autoincrement=False)
    to_id: Mapped[Reference]


class ProjectionState(Base):
    """One row: the version of the rules by which all things were last projected."""

    __tablename__ = "projections"
    __table_args__ = (
        CheckConstraint("id = 1", name="id"),
        CheckConstraint("version >= 0", name="version"),
    )

    id: Mapped[Reference] = mapped_column(primary_key=True, autoincrement=False)
    version: Mapped[int]
