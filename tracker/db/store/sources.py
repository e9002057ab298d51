"""Publications in: which input is known, which source a document is, and what it replaces."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, RowMapping, and_, select, update

from tracker.db.models import (
    Extraction,
    ExtractionMission,
    Input,
    Mission,
    Publisher,
    Source,
    SourceForm,
    SourceText,
)
from tracker.db.store.forms import Publication, enrich, form_of, metadata
from tracker.db.store.identity import identity_key
from tracker.db.store.rows import chunks, insert_missing, insert_numbered, insert_rows, table
from tracker.reconcile.sketch import sketch


class Arrival(enum.StrEnum):
    """What a document is to what is stored."""

    NEW = "new"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Stored:
    """The source that a document has become or was already; ``replaces`` is the one it took the place of."""

    arrival: Arrival
    source_id: int
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class KnownInput:
    """A source that bytes are known to be, and the publication date that it has."""

    source_id: int
    published: date | None


def known_inputs(conn: Connection, digests: Iterable[str]) -> dict[str, KnownInput]:
    """Return the sources of those inputs (by SHA-256 of their bytes) that were read before."""
    inputs, sources = table(Input), table(Source)
    found: dict[str, KnownInput] = {}
    for part in chunks(sorted(set(digests))):
        query = (
            select(inputs.c.sha256, sources.c.id, sources.c.published_on)
            .join(sources, sources.c.id == inputs.c.source_id)
            .where(inputs.c.sha256.in_(part))
        )
        found.update({digest: KnownInput(number, day) for digest, number, day in conn.execute(query)})
    return found


@dataclass(frozen=True, slots=True)
class Told:
    """Who published a source, and the slug of the mission that it is mainly about, as they are stored."""

    publisher: str | None
    mission: str | None


def told_of(conn: Connection, source_ids: Iterable[int]) -> dict[int, Told]:
    """Return what is stored of the sources, by id."""
    sources, publishers, extractions = table(Source), table(Publisher), table(Extraction)
    own, missions = table(ExtractionMission), table(Mission)
    found: dict[int, Told] = {}
    for part in chunks(sorted(set(source_ids))):
        query = (
            select(sources.c.id, publishers.c.name, missions.c.slug)
            .outerjoin(publishers, publishers.c.id == sources.c.publisher_id)
            .outerjoin(
                extractions,
                and_(extractions.c.source_id == sources.c.id, extractions.c.superseded_at.is_(None)),
            )
            .outerjoin(own, and_(own.c.extraction_id == extractions.c.id, own.c.position == 0))
            .outerjoin(missions, missions.c.id == own.c.mission_id)
            .where(sources.c.id.in_(part))
        )
        found.update({number: Told(publisher, slug) for number, publisher, slug in conn.execute(query)})
    return found


def known_input(conn: Connection, sha256: str) -> int | None:
    """Return the id of the source that these bytes are known to be."""
    known = known_inputs(conn, [sha256]).get(sha256)
    return None if known is None else known.source_id


def add_source(conn: Connection, publication: Publication, *, now: datetime) -> Stored:
    """Store a publication, unless it is there already.

    The same text under the same identity is unchanged, but for a day of publication that was unknown, or that
    comes otherwise with the same bytes, or (from other bytes) is earlier. Another text, or such a day, is
    the next revision, and the claims of the one before no longer count.
    """
    text_id = _text(conn, publication)
    known = known_inputs(conn, [publication.input_sha256]).get(publication.input_sha256)
    standing = _standing(conn, publication, known)
    if standing is not None and _is_same(publication, standing, text_id, known):
        if standing["text_id"] == text_id:
            enrich(conn, publication, standing, now, is_new=known is None)
        _remember(conn, publication, standing["id"], now)
        return Stored(Arrival.UNCHANGED, standing["id"])
    source_id = _insert(conn, publication, text_id, standing, now)
    if standing is not None and standing["text_id"] == text_id:
        insert_rows(conn, table(SourceForm), [form_of(publication, source_id, 0, now)])
    _remember(conn, publication, source_id, now)
    if standing is None:
        return Stored(Arrival.NEW, source_id)
    extractions = table(Extraction)
    conn.execute(
        update(extractions)
        .where(extractions.c.source_id == standing["id"], extractions.c.superseded_at.is_(None))
        .values(superseded_at=now)
    )
    return Stored(Arrival.REPLACED, source_id, standing["id"])


def differs(published: date | None, known: KnownInput) -> bool:
    """Tell whether bytes that are known come with another day of publication than they have."""
    return published is not None and published != known.published


def _standing(conn: Connection, publication: Publication, known: KnownInput | None) -> RowMapping | None:
    """Return the latest revision of the source that the document is of."""
    sources = table(Source)
    key = identity_key(publication.url, publication.text_sha256(), publication.publisher)
    if known is not None:
        key = conn.execute(select(sources.c.identity_key).where(sources.c.id == known.source_id)).scalar_one()
    query = select(sources).where(sources.c.identity_key == key).order_by(sources.c.revision.desc()).limit(1)
    return conn.execute(query).mappings().first()


def _is_same(publication: Publication, standing: RowMapping, text_id: int, known: KnownInput | None) -> bool:
    if standing["text_id"] != text_id:
        # Bytes that were read before are an earlier revision, never a new one.
        return known is not None
    if publication.published is None or publication.published == standing["published_on"]:
        return True
    if standing["published_on"] is None:
        return False
    return known is None and publication.published > standing["published_on"]


def _insert(
    conn: Connection, publication: Publication, text_id: int, standing: RowMapping | None, now: datetime
) -> int:
    key = identity_key(publication.url, publication.text_sha256(), publication.publisher)
    told = standing if standing is not None and standing["text_id"] == text_id else None
    row = {
        "identity_key": key if standing is None else standing["identity_key"],
        "revision": 1 if standing is None else standing["revision"] + 1,
        "replaces_id": None if standing is None else standing["id"],
        "text_id": text_id,
        "published_on": publication.published,
        "head_end": publication.head_end,
        "language": publication.language,
        "recorded_at": now,
        "publisher_as_told": publication.publisher_name(),
        **metadata(conn, publication, told),
    }
    return insert_numbered(conn, table(Source), [row])[0]


def _text(conn: Connection, publication: Publication) -> int:
    texts = table(SourceText)
    sha256 = publication.text_sha256()
    query = select(texts.c.id).where(texts.c.sha256 == sha256)
    found = conn.execute(query).scalar()
    if found is None:
        insert_missing(
            conn, texts, [{"sha256": sha256, "body": publication.body, "sketch": sketch(publication.body)}]
        )
        found = conn.execute(query).scalar_one()
    return int(found)


def _remember(conn: Connection, publication: Publication, source_id: int, now: datetime) -> None:
    inputs = table(Input)
    sha256 = publication.input_sha256
    if conn.execute(update(inputs).where(inputs.c.sha256 == sha256).values(source_id=source_id)).rowcount:
        return
    insert_rows(
        conn,
        inputs,
        [{"sha256": sha256, "source_id": source_id, "name": publication.name, "recorded_at": now}],
    )
