"""The document: a text that was read, with what is known of its publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """One article in memory.

    ``body`` is the decoded text with newlines normalized to ``\\n`` and NUL and lone surrogates
    replaced by U+FFFD, one for one; front matter is outside it, headline, byline and date line inside.
    ``name`` is what messages call it: a path, ``-``, or ``file.jsonl:3``. ``input_sha256`` is that of the
    bytes this document came from (of the line, in a JSONL file). ``head_end`` is the offset in ``body`` at
    which the headline, byline and date lines end and the article proper begins (0 where there are none); a
    dateline that opens the first paragraph ("NAIROBI, March 12 (Agency) - ") counts as head. ``line`` is its
    number where it was a line of JSON Lines. ``language`` is the ISO 639-1 code of what the body is mainly
    written in, None where too little tells.
    """

    name: str
    body: str
    input_sha256: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    head_end: int = 0
    line: int | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentFailure:
    """An input that could not be read: what messages call it, and why in one line."""

    name: str
    reason: str

    def __str__(self) -> str:
        """Return the line that a user is shown."""
        return f"{self.name}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an input says about itself beside its text; None where it does not."""

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
