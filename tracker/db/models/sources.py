"""What was read: publishers, texts, sources, and the runs of the extractor over them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.db.base import Base, Id, Moment, Reference, Sha256, hex_digest, span
from tracker.db.models.actors import NAME_LIMIT, Mission


class Publisher(Base):
    """A news outlet or issuing body, as sources name it."""

    __tablename__ = "publishers"
    __table_args__ = (
        UniqueConstraint("name_key"),
        CheckConstraint(f"length(name) BETWEEN 1 AND {NAME_LIMIT}", name="name"),
    )

    id: Mapped[Id]
    name: Mapped[str]
    name_key: Mapped[str]


class SourceText(Base):
    """A body, stored once and never changed; spans count its code points.

    ``sha256`` is of its UTF-8; ``sketch`` (see ``tracker.reconcile.sketch``) tells near-identical texts.
    """

    __tablename__ = "texts"
    __table_args__ = (
        UniqueConstraint("sha256"),
        hex_digest("sha256"),
        CheckConstraint("length(sketch) <= 512", name="sketch"),
    )

    id: Mapped[Id]
    sha256: Mapped[Sha256]
    body: Mapped[str]
    sketch: Mapped[str | None]


class Source(Base):
    """One publication of a text.

    ``identity_key`` is the SHA-256 of the canonical URL, else of text and publisher. A new text under a
    known URL is the next ``revision`` (from 1) and ``replaces_id`` names the one before, so that the highest
    revision is what stands published. ``head_end`` is the offset at which the head lines of the body end;
    ``publisher_as_told`` is the publisher's name as the source spells it (null where it names none, or was
    read before that was kept).
    """

    __tablename__ = "sources"
    __table_args__ = (
        UniqueConstraint("identity_key", "revision"),
        hex_digest("identity_key"),
        CheckConstraint("revision >= 1 AND (revision = 1) = (replaces_id IS NULL)", name="revision"),
        CheckConstraint("head_end >= 0", name="head_end"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    identity_key: Mapped[Sha256]
    revision: Mapped[int] = mapped_column(server_default="1", default=1)
    text_id: Mapped[Reference] = mapped_column(ForeignKey("texts.id"))
    publisher_id: Mapped[Reference | None] = mapped_column(ForeignKey("publishers.id"))
    url: Mapped[str | None]
    title: Mapped[str | None]
    byline: Mapped[str | None]
    published_on: Mapped[date | None]
    language: Mapped[str | None]
    head_end: Mapped[int] = mapped_column(server_default="0", default=0)
    retrieved_at: Mapped[Moment | None]
    recorded_at: Mapped[Moment]
    replaces_id: Mapped[Reference | None] = mapped_column(ForeignKey("sources.id"))
    withdrawn_at: Mapped[Moment | None]
    publisher_as_told: Mapped[str | None]

    text: Mapped[SourceText] = relationship(lazy="raise")
    publisher: Mapped[Publisher | None] = relationship(lazy="raise")
    replaces: Mapped[Source | None] = relationship(lazy="raise", remote_side="Source.id")
    extractions: Mapped[list[Extraction]] = relationship(lazy="raise", viewonly=True)


class SourceForm(Base):
    """One of the forms in which a text came to one source, as that form told of itself.

    The source has what all its forms tell together. One that came in a single form has no such row: then the
    source itself is what was told, and a revision of the same text before it is a form as well.
    """

    __tablename__ = "source_forms"
    __table_args__ = (CheckConstraint("position >= 0", name="position"), {"sqlite_with_rowid": False})

    source_id: Mapped[Reference] = mapped_column(
        ForeignKey("sources.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    recorded_at: Mapped[Moment]
    published_on: Mapped[date | None]
    publisher: Mapped[str | None]
    url: Mapped[str | None]
    title: Mapped[str | None]
    byline: Mapped[str | None]


class Input(Base):
    """Bytes that were read, and the source they are: the same bytes are never a new source.

    ``name`` is what messages called the input: a path, ``-`` or ``file.jsonl:3``.
    """

    __tablename__ = "inputs"
    __table_args__ = (hex_digest("sha256"), {"sqlite_with_rowid": False})

    sha256: Mapped[Sha256] = mapped_column(primary_key=True)
    source_id: Mapped[Reference] = mapped_column(ForeignKey("sources.id"))
    name: Mapped[str]
    recorded_at: Mapped[Moment]


class Extraction(Base):
    """One run of one extractor over one source. Its claims count until ``superseded_at`` is set.

    That happens when another extractor or other knowledge reads the source again, or the source is replaced
    or withdrawn.
    """

    __tablename__ = "extractions"
    __table_args__ = (
        UniqueConstraint("source_id", "extractor", "version", "knowledge_digest"),
        hex_digest("knowledge_digest"),
        CheckConstraint("length(extractor) <= 100 AND length(version) <= 100", name="extractor"),
    )

    id: Mapped[Id]
    source_id: Mapped[Reference] = mapped_column(ForeignKey("sources.id"))
    extractor: Mapped[str]
    version: Mapped[str]
    knowledge_digest: Mapped[Sha256]
    recorded_at: Mapped[Moment]
    superseded_at: Mapped[Moment | None]

    source: Mapped[Source] = relationship(lazy="raise")
    missions: Mapped[list[ExtractionMission]] = relationship(
        lazy="raise", viewonly=True, order_by="ExtractionMission.position"
    )
    open_dates: Mapped[list[OpenDate]] = relationship(
        lazy="raise", viewonly=True, order_by="OpenDate.position"
    )


class ExtractionMission(Base):
    """A mission that an article tells of: its own at position 0 (which may be absent), the others from 1.

    ``name`` and ``host`` are as the extraction gave them. The claims of a mission are found through this
    table: one index entry an article instead of one a claim.
    """

    __tablename__ = "extraction_missions"
    __table_args__ = (
        CheckConstraint("position >= 0", name="position"),
        Index(None, "mission_id"),
        {"sqlite_with_rowid": False},
    )

    extraction_id: Mapped[Reference] = mapped_column(
        ForeignKey("extractions.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    mission_id: Mapped[Reference] = mapped_column(ForeignKey("missions.id"))
    name: Mapped[str]
    host: Mapped[str | None]

    mission: Mapped[Mission] = relationship(lazy="raise")


class OpenDate(Base):
    """A phrase such as "on Friday" that stays open because the publication date is unknown."""

    __tablename__ = "open_dates"
    __table_args__ = (span(), {"sqlite_with_rowid": False})

    extraction_id: Mapped[Reference] = mapped_column(
        ForeignKey("extractions.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    start_char: Mapped[int]
    end_char: Mapped[int]
