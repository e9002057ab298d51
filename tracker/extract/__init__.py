"""From text to claims, by rules: sentences, names, sums, counts, dates, clauses, records, discourse.

Pure: no database, no clock, no network.
"""

from __future__ import annotations

from tracker.claims import Extraction
from tracker.documents.model import Document
from tracker.extract.records import read_records
from tracker.extract.traces import Trace
from tracker.knowledge import Knowledge

NAME = "rules-en"
VERSION = "1"


def extract(document: Document, knowledge: Knowledge) -> Extraction:
    """Return all that the rules take from ``document``, given ``knowledge``; never raises on any text."""
    return trace(document, knowledge).extraction


def trace(document: Document, knowledge: Knowledge) -> Trace:
    """Return what ``extract`` returns, with all that the levels saw and how it was decided."""
    return read_records(document, knowledge)
