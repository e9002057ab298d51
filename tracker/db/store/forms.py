"""The forms in which one text comes to one source, and what they tell of it together."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, RowMapping, func, select, update

from tracker.db.keys import name_key
from tracker.db.models import Publisher, Source, SourceForm
from tracker.db.models.actors import NAME_LIMIT
from tracker.db.store.rows import Row, insert_missing, insert_rows, table
from tracker.reconcile.model import spelling_rank


def text_sha256(body: str) -> str:
    """Return the SHA-256, in hex, of a body's UTF-8."""
    return hashlib.sha256(body.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Publication:
    """What is to be stored of a document. ``url`` is as given; ``input_sha256`` is of the bytes read."""

    name: str
    input_sha256: str
    body: str
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    published: date | None = None
    head_end: int = 0
    language: str | None = None

    def publisher_name(self) -> str | None:
        """Return the publisher as it is stored, None where there is none."""
        return (self.publisher or "").strip()[:NAME_LIMIT] or None

    def text_sha256(self) -> str:
        """Return the SHA-256, in hex, of the body's UTF-8."""
        return text_sha256(self.body)


def metadata(conn: Connection, publication: Publication, told: RowMapping | None) -> Row:
    """Return what the publication says of itself, joined with what is told of it already.

    What is known beats what is not; of two forms one is chosen by their letters, so that it does not matter
    which came first.
    """
    said: Row = {
        "publisher_id": _publisher(conn, publication.publisher_name()),
        "url": publication.url,
        "title": publication.title,
        "byline": publication.byline,
    }
    if told is None:
        return said
    row = {name: chosen_form(told[name], said[name]) for name in ("url", "title", "byline")}
    publishers = table(Publisher)
    both = {told["publisher_id"], said["publisher_id"]} - {None}
    query = select(publishers.c.name_key, publishers.c.id).where(publishers.c.id.in_(both))
    row["publisher_id"] = min(conn.execute(query), default=(None, None))[1]
    return row


def chosen_form(told: str | None, said: str | None) -> str | None:
    """Return which of two forms of a title, byline or address a source has; a known one beats None."""
    forms = [each for each in (told, said) if each]
    return min(forms, key=lambda each: (len(each), spelling_rank(each)), default=None)


def enrich(
    conn: Connection, publication: Publication, standing: RowMapping, now: datetime, *, is_new: bool
) -> None:
    """Add what another form of a source tells, and keep each form: a view of an earlier time needs it."""
    sources, forms = table(Source), table(SourceForm)
    row = metadata(conn, publication, standing)
    differing = {name: value for name, value in row.items() if standing[name] != value}
    if differing:
        conn.execute(update(sources).where(sources.c.id == standing["id"]).values(differing))
    elif not is_new:
        return
    number = conn.execute(
        select(func.count()).select_from(forms).where(forms.c.source_id == standing["id"])
    ).scalar_one()
    if not number:
        first = {name: standing[name] for name in ("recorded_at", "published_on", "url", "title", "byline")}
        publisher = standing["publisher_as_told"] or _name_of(conn, standing["publisher_id"])
        insert_rows(
            conn, forms, [{"source_id": standing["id"], "position": 0, "publisher": publisher} | first]
        )
    insert_rows(conn, forms, [form_of(publication, standing["id"], number or 1, now)])


def _name_of(conn: Connection, publisher_id: int | None) -> str | None:
    publishers = table(Publisher)
    return conn.execute(select(publishers.c.name).where(publishers.c.id == publisher_id)).scalar()


def form_of(publication: Publication, source_id: int, position: int, now: datetime) -> Row:
    """Return the row of a form: what the publication tells of itself."""
    return {
        "source_id": source_id,
        "position": position,
        "recorded_at": now,
        "published_on": publication.published,
        "publisher": publication.publisher_name(),
        "url": publication.url,
        "title": publication.title,
        "byline": publication.byline,
    }


def _publisher(conn: Connection, name: str | None) -> int | None:
    if name is None:
        return None
    publishers = table(Publisher)
    query = select(publishers.c.id, publishers.c.name).where(publishers.c.name_key == name_key(name))
    found = conn.execute(query).first()
    if found is None:
        insert_missing(conn, publishers, [{"name": name, "name_key": name_key(name)}])
        found = conn.execute(query).one()
    elif spelling_rank(name) < spelling_rank(found.name):
        conn.execute(update(publishers).where(publishers.c.id == found.id).values(name=name))
    return int(found.id)
