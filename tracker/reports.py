"""What became of each document that was to be ingested."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy.exc import DBAPIError

from tracker.claims import Extraction
from tracker.db.keys import name_key
from tracker.db.store.sources import Told
from tracker.documents.model import Document
from tracker.errors import TrackerError
from tracker.vocab import ClaimKind


class Outcome(enum.StrEnum):
    """What became of a document."""

    NEW = "new"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    UNSUPPORTED = "unsupported"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one document.

    ``records`` counts what was taken from it by kind; ``language`` is what it is written in (None: unknown);
    ``reason`` says why it failed, ``error`` is what was raised; ``warnings`` are lines for the user;
    ``source_id`` is the row it is (None where it failed, or in a dry run it is new).
    """

    name: str
    outcome: Outcome
    reason: str | None = None
    source_id: int | None = None
    mission: str | None = None
    language: str | None = None
    records: Mapping[ClaimKind, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    error: Exception | None = field(default=None, compare=False)

    def __str__(self) -> str:
        """Return the line that a user is shown."""
        said = self.language if self.outcome is Outcome.UNSUPPORTED else self.reason
        why = "" if said is None else f": {said}"
        return f"{self.name}: {self.outcome.value}{why}"


def unchanged_report(document: Document, source_id: int) -> Report:
    """Return the report of a document that is known already."""
    return Report(document.name, Outcome.UNCHANGED, source_id=source_id, language=document.language)


def counts(extraction: Extraction) -> dict[ClaimKind, int]:
    """Return how many records of each kind were taken."""
    counts = dict.fromkeys(ClaimKind, 0)
    for kind, _ in extraction.claims():
        counts[kind] += 1
    return counts


def unapplied(report: Report, told: Told, mission: str | None, publisher: str | None) -> Iterator[str]:
    """Say which of what the user gave (a mission, a publisher) is not true of a document known already."""
    why = "was not applied: the article is known already, and what is known is not read again"
    if mission and mission != told.mission:
        yield f"{report.name}: --mission {mission} {why}; it is about {told.mission or 'no mission'}"
    if publisher and (told.publisher is None or name_key(publisher) != name_key(told.publisher)):
        has = f"its publisher is {told.publisher}" if told.publisher else "it has no publisher"
        yield f"{report.name}: --publisher {publisher} {why}; {has}"


def reading_warnings(
    document: Document, extraction: Extraction, dropped: int, *, alone: bool
) -> Iterator[str]:
    """Say what is lacking of a document that was read; ``dropped`` claims no database can keep."""
    if document.published is None:
        phrases = dict.fromkeys(span.text(document.body) for span in extraction.open_dates)
        open_dates = ", ".join(f'"{" ".join(phrase.split())}"' for phrase in phrases)
        stays = f"so these stay open: {open_dates}" if phrases else "so --as-of leaves it out"
        yield f"{document.name}: no publication date, {stays}; give it {_way_to_date(document, alone=alone)}"
    if dropped:
        yield f"{document.name}: {dropped} record(s) left out, whose numbers are beyond what is stored"


def _way_to_date(document: Document, *, alone: bool) -> str:
    """Return how a day of publication is given: the option is for one document only."""
    if document.line is not None:
        return 'as "published": "YYYY-MM-DD" in the line'
    return "with --published YYYY-MM-DD" if alone else 'as "published: YYYY-MM-DD" in its front matter'


def failed(document: Document, error: Exception) -> Report:
    """Return the report of a failure: the first line of the error, the database's own where it is one."""
    text = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
    expected = isinstance(error, (TrackerError, DBAPIError, ValueError)) and text
    reason = text if expected else f"{type(error).__name__}: {text}"
    return Report(document.name, Outcome.FAILED, reason, language=document.language, error=error)
