"""Actors, the names they go by, the offices they held; missions and what is projected onto them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.db.base import (
    BIG,
    Base,
    Currency,
    Id,
    Origin,
    Reference,
    RoleField,
    Sha256,
    Slug,
    hex_digest,
    one_of,
    partial_date,
    span,
)
from tracker.vocab import ActorKind, AliasKind, DatePrecision, MilestoneKind, Phase

NAME_LIMIT = 400
"""Characters of a name: with its key it still fits an index entry of PostgreSQL (2,704 bytes)."""


class Actor(Base):
    """A state, organization, body, outlet or person. ``name_key`` is ``tracker.db.keys.name_key(name)``."""

    __tablename__ = "actors"
    __table_args__ = (
        UniqueConstraint("name_key", "kind"),
        one_of("kind", ActorKind),
        one_of("origin", Origin),
        CheckConstraint(f"length(name) BETWEEN 1 AND {NAME_LIMIT}", name="name"),
        CheckConstraint("length(currency) = 3 AND currency = upper(currency)", name="currency"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    name: Mapped[str]
    name_key: Mapped[str]
    kind: Mapped[ActorKind]
    parent_id: Mapped[Reference | None] = mapped_column(BIG, ForeignKey("actors.id", ondelete="SET NULL"))
    currency: Mapped[Currency | None]
    origin: Mapped[Origin]

    parent: Mapped[Actor | None] = relationship(remote_side="Actor.id", lazy="raise")
    aliases: Mapped[list[ActorAlias]] = relationship(lazy="raise", viewonly=True)
    roles: Mapped[list[ActorRole]] = relationship(
        lazy="raise", viewonly=True, foreign_keys="ActorRole.person_id"
    )


class ActorAlias(Base):
    """Another name of an actor, as it is written, and how it stands for it.

    The unique key begins with ``name_key``, so that one index both keeps the row single and finds a name.
    """

    __tablename__ = "actor_aliases"
    __table_args__ = (
        UniqueConstraint("name_key", "actor_id", "kind", "name"),
        one_of("kind", AliasKind),
        one_of("origin", Origin),
        CheckConstraint(f"length(name) BETWEEN 1 AND {NAME_LIMIT}", name="name"),
    )

    id: Mapped[Id]
    actor_id: Mapped[Reference] = mapped_column(ForeignKey("actors.id", ondelete="CASCADE"))
    name: Mapped[str]
    name_key: Mapped[str]
    kind: Mapped[AliasKind]
    origin: Mapped[Origin]


class ActorRole(Base):
    """An office a person held, in ``[held_from, held_to]`` where known, as a seed, user or source says it.

    From a text it carries its evidence (extraction, span, quote), its mentions keep the names as read, and
    ``person_id`` and ``of_id`` are projected. Otherwise these are what was reviewed, and ``identity_key``
    (a SHA-256 of person, office, of and held_from) keeps the row single.
    """

    __tablename__ = "actor_roles"
    __table_args__ = (
        UniqueConstraint("identity_key"),
        one_of("origin", Origin),
        hex_digest("identity_key"),
        CheckConstraint("held_from <= held_to", name="held"),
        span(),
        CheckConstraint(
            "(origin = 'text' AND extraction_id IS NOT NULL AND quote IS NOT NULL AND start_char IS NOT NULL"
            " AND end_char IS NOT NULL AND identity_key IS NULL)"
            " OR (origin <> 'text' AND extraction_id IS NULL AND quote IS NULL AND start_char IS NULL"
            " AND end_char IS NULL AND identity_key IS NOT NULL AND person_id IS NOT NULL)",
            name="evidence",
        ),
        Index(None, "person_id"),
        Index(None, "extraction_id"),
    )

    id: Mapped[Id]
    person_id: Mapped[Reference | None] = mapped_column(ForeignKey("actors.id", ondelete="SET NULL"))
    office: Mapped[str]
    of_id: Mapped[Reference | None] = mapped_column(ForeignKey("actors.id", ondelete="SET NULL"))
    held_from: Mapped[date | None]
    held_to: Mapped[date | None]
    origin: Mapped[Origin]
    identity_key: Mapped[Sha256 | None]
    extraction_id: Mapped[Reference | None] = mapped_column(ForeignKey("extractions.id", ondelete="CASCADE"))
    quote: Mapped[str | None]
    start_char: Mapped[int | None]
    end_char: Mapped[int | None]

    person: Mapped[Actor | None] = relationship(lazy="raise", foreign_keys=[person_id])
    of: Mapped[Actor | None] = relationship(lazy="raise", foreign_keys=[of_id])
    mentions: Mapped[list[RoleMention]] = relationship(lazy="raise", viewonly=True)


class RoleMention(Base):
    """The person, or the state or body, as the text that tells of the office names it."""

    __tablename__ = "role_mentions"
    __table_args__ = (
        one_of("field", RoleField),
        one_of("kind", ActorKind),
        span(),
        {"sqlite_with_rowid": False},
    )

    role_id: Mapped[Reference] = mapped_column(
        ForeignKey("actor_roles.id", ondelete="CASCADE"), primary_key=True
    )
    field: Mapped[RoleField] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[ActorKind]
    start_char: Mapped[int]
    end_char: Mapped[int]


class Mission(Base):
    """A mission. What stands below ``origin`` is projected from claims, for a status that reads one row.

    ``statement_count`` counts its statements, ``source_count`` the sources that tell of it,
    ``undated_count`` those of them without a publication date; ``newest_source_id`` is the latest dated one.
    ``replaced_by`` is the slug of the mission that a milestone says replaced it, be that known or not;
    ``successor_id`` is the reviewed one where there is one.
    """

    __tablename__ = "missions"
    __table_args__ = (
        UniqueConstraint("slug"),
        one_of("origin", Origin),
        one_of("phase", Phase),
        partial_date("phase_since"),
        CheckConstraint("length(slug) BETWEEN 1 AND 100", name="slug"),
        CheckConstraint("statement_count >= 0 AND source_count >= 0 AND undated_count >= 0", name="counts"),
        CheckConstraint("length(area) BETWEEN 1 AND 300", name="area"),
        CheckConstraint("since_year BETWEEN 1900 AND 2200", name="since_year"),
        CheckConstraint("until_year BETWEEN 1900 AND 2200", name="until_year"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    slug: Mapped[Slug]
    name: Mapped[str] = mapped_column(Text)
    host_id: Mapped[Reference | None] = mapped_column(ForeignKey("actors.id", ondelete="SET NULL"))
    lead_id: Mapped[Reference | None] = mapped_column(ForeignKey("actors.id", ondelete="SET NULL"))
    authority_id: Mapped[Reference | None] = mapped_column(ForeignKey("actors.id", ondelete="SET NULL"))
    successor_id: Mapped[Reference | None] = mapped_column(ForeignKey("missions.id", ondelete="SET NULL"))
    origin: Mapped[Origin]

    phase: Mapped[Phase | None]
    phase_since_from: Mapped[date | None]
    phase_since_to: Mapped[date | None]
    phase_since_precision: Mapped[DatePrecision | None]
    # Milestones belong to missions, so this key closes a ring and is added after both tables.
    phase_milestone_id: Mapped[Reference | None] = mapped_column(
        ForeignKey("milestones.id", ondelete="SET NULL", use_alter=True)
    )
    statement_count: Mapped[int] = mapped_column(server_default="0", default=0)
    source_count: Mapped[int] = mapped_column(server_default="0", default=0)
    undated_count: Mapped[int] = mapped_column(server_default="0", default=0)
    newest_source_id: Mapped[Reference | None] = mapped_column(ForeignKey("sources.id", ondelete="SET NULL"))

    # What tells missions in one place apart: their time, and the sea of those without a host.
    area: Mapped[str | None]
    since_year: Mapped[int | None]
    until_year: Mapped[int | None]

    # Projected too, but younger.
    replaced_by: Mapped[Slug | None]

    host: Mapped[Actor | None] = relationship(lazy="raise", foreign_keys=[host_id])
    lead: Mapped[Actor | None] = relationship(lazy="raise", foreign_keys=[lead_id])
    authority: Mapped[Actor | None] = relationship(lazy="raise", foreign_keys=[authority_id])
    successor: Mapped[Mission | None] = relationship(
        lazy="raise", foreign_keys=[successor_id], remote_side="Mission.id"
    )
    aliases: Mapped[list[MissionAlias]] = relationship(lazy="raise", viewonly=True)
    awaits: Mapped[list[MissionAwait]] = relationship(
        lazy="raise", viewonly=True, order_by="MissionAwait.position"
    )


class MissionAlias(Base):
    """Another name of a mission, as it is written."""

    __tablename__ = "mission_aliases"
    __table_args__ = (
        UniqueConstraint("name_key", "mission_id", "name"),
        one_of("origin", Origin),
        CheckConstraint(f"length(name) BETWEEN 1 AND {NAME_LIMIT}", name="name"),
    )

    id: Mapped[Id]
    mission_id: Mapped[Reference] = mapped_column(ForeignKey("missions.id", ondelete="CASCADE"))
    name: Mapped[str]
    name_key: Mapped[str]
    origin: Mapped[Origin]


class MissionAwait(Base):
    """A step that a mission still waits for (projected from its phase claims)."""

    __tablename__ = "mission_awaits"
    __table_args__ = (one_of("kind", MilestoneKind), {"sqlite_with_rowid": False})

    mission_id: Mapped[Reference] = mapped_column(
        ForeignKey("missions.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[MilestoneKind]
    by_actor_id: Mapped[Reference | None] = mapped_column(ForeignKey("actors.id", ondelete="SET NULL"))

    by_actor: Mapped[Actor | None] = relationship(lazy="raise")
