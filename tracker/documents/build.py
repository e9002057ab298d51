"""A document from its text and what the input says about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.documents.decode import normalize
from tracker.documents.head import read_head
from tracker.documents.language import language_of
from tracker.documents.model import Document, Metadata
from tracker.errors import DocumentError


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user says about the input; it goes before what the input says about itself.

    ``published`` is for one document only.
    """

    published: date | None = None
    publisher: str | None = None


def build_document(
    name: str, text: str, input_sha256: str, metadata: Metadata, options: ReadOptions | None = None
) -> Document:
    """Join a text (front matter taken off) with its metadata and what its head says.

    Each of title, publisher, publication date … is what ``options`` give, else the metadata, else the head of
    the text, else None. Raises ``DocumentError`` (the reason alone) where there is no text.
    """
    options = options or ReadOptions()
    body = normalize(text)
    if not body.strip("\ufeff\ufffd \t\n\f\v"):
        raise DocumentError("has no text")
    head = read_head(body, metadata.title)
    return Document(
        name=name,
        body=body,
        input_sha256=input_sha256,
        title=metadata.title or head.title,
        byline=metadata.byline or head.byline,
        publisher=options.publisher or metadata.publisher or head.publisher,
        published=options.published or metadata.published or head.published,
        url=metadata.url or head.url,
        head_end=head.end,
        language=language_of(body),
    )
