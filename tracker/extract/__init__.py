"""From text to claims, by rules: sentences, names, sums, counts, dates, clauses, records, discourse.

Pure: no database, no clock, no network.
"""

from __future__ import annotations

from dataclasses import replace

from tracker.claims import Extraction
from tracker.documents.model import Document
from tracker.extract.confidence import graded
from tracker.extract.records import read_records
from tracker.extract.traces import Trace
from tracker.knowledge import Knowledge
from tracker.vocab import is_read

NAME = "rules-en"
VERSION = "1"

_NOTHING = Extraction(mission=None)


def extract(document: Document, knowledge: Knowledge) -> Extraction:
    """Return all that the rules take from ``document``, given ``knowledge``; never raises on any text.

    From a text that is not in English they take nothing.
    """
    return trace(document, knowledge).extraction if is_read(document.language) else _NOTHING


def trace(document: Document, knowledge: Knowledge) -> Trace:
    """Return what ``extract`` returns, with all that the levels saw and how it was decided."""
    traced = graded(read_records(document, knowledge))
    return traced if is_read(document.language) else replace(traced, extraction=_NOTHING, told=(), steps=())
