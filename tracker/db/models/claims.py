"""Claims: what one source says about one thing, with the characters that say it.

The payload tables lean on ``claims (id, kind)``, so that a pledge claim can have no other payload than a
pledge's. Child rows keep their order by ``position``; their tables are WITHOUT ROWID on SQLite, since
their keys only grow and one tree then serves for row and key.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Double, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.db.base import (
    Base,
    Id,
    MentionField,
    Reference,
    one_of,
    span,
)
from tracker.db.models.actors import Actor, Mission
from tracker.db.models.sources import Extraction
from tracker.vocab import ActorKind, ClaimKind


class Claim(Base):
    """One claim: its evidence, the rule that made it, and the mission that it says it is about."""

    __tablename__ = "claims"
    __table_args__ = (
        UniqueConstraint("id", "kind"),
        one_of("kind", ClaimKind),
        span(),
        CheckConstraint("confidence >= 0 AND confidence <= 1", name="confidence"),
        Index(None, "extraction_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    extraction_id: Mapped[Reference] = mapped_column(ForeignKey("extractions.id", ondelete="CASCADE"))
    kind: Mapped[ClaimKind]
    mission_id: Mapped[Reference | None] = mapped_column(ForeignKey("missions.id"))
    quote: Mapped[str]
    start_char: Mapped[int]
    end_char: Mapped[int]
    rule: Mapped[str]
    confidence: Mapped[float] = mapped_column(Double)

    extraction: Mapped[Extraction] = relationship(lazy="raise")
    mission: Mapped[Mission | None] = relationship(lazy="raise")
    spans: Mapped[list[ClaimSpan]] = relationship(lazy="raise", viewonly=True, order_by="ClaimSpan.position")
    mentions: Mapped[list[Mention]] = relationship(lazy="raise", viewonly=True)


class ClaimSpan(Base):
    """Where one field of a claim stands; a field may have several spans."""

    __tablename__ = "claim_spans"
    __table_args__ = (span(), {"sqlite_with_rowid": False})

    claim_id: Mapped[Reference] = mapped_column(ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    field: Mapped[str]
    start_char: Mapped[int]
    end_char: Mapped[int]


class Mention(Base):
    """An actor as a claim names it, and where the words stand that mean it; ``actor_id`` is projected.

    ``position`` is 0, but for ``awaits``, where it is that of the awaited step in ``phase_claim_awaits``.
    """

    __tablename__ = "mentions"
    __table_args__ = (
        one_of("field", MentionField),
        one_of("kind", ActorKind),
        span(),
        Index(None, "actor_id"),
        {"sqlite_with_rowid": False},
    )

    claim_id: Mapped[Reference] = mapped_column(ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True)
    field: Mapped[MentionField] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, server_default="0", default=0)
    name: Mapped[str]
    kind: Mapped[ActorKind]
    start_char: Mapped[int]
    end_char: Mapped[int]
    actor_id: Mapped[Reference | None] = mapped_column(ForeignKey("actors.id", ondelete="SET NULL"))

    actor: Mapped[Actor | None] = relationship(lazy="raise")
