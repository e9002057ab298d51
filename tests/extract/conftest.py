"""What the extractor's tests share: the packaged knowledge, loaded once, and a reader of short articles."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Protocol

import pytest

from tracker.claims import Extraction
from tracker.documents.model import Document
from tracker.extract import extract
from tracker.knowledge import Knowledge
from tracker.seeds import load_knowledge


class ReadArticle(Protocol):
    """The fixture ``read_article``: what the extractor takes from a short article."""

    def __call__(self, text: str, published: str | None = "2024-05-10") -> Extraction:
        """Return the extraction; ``published`` is an ISO date, None where it is unknown."""
        ...


def article(text: str, published: str | None = "2024-05-10") -> Document:
    """Return ``text`` as a document without headline, byline or date line."""
    return Document(
        name="article.txt",
        body=text,
        input_sha256=hashlib.sha256(text.encode()).hexdigest(),
        published=None if published is None else date.fromisoformat(published),
    )


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="session")
def read_article(knowledge: Knowledge) -> ReadArticle:
    def read(text: str, published: str | None = "2024-05-10") -> Extraction:
        return extract(article(text, published), knowledge)

    return read
