"""From text to claims, by rules: sentences, names, sums, counts, dates, clauses, records, discourse.

Pure: no database, no clock, no network.
"""

from __future__ import annotations

from tracker.claims import Extraction
from tracker.documents.model import Document
from tracker.extract.records import extract_records
from tracker.knowledge import Knowledge

NAME = "rules-en"
VERSION = "1"


def extract(document: Document, knowledge: Knowledge) -> Extraction:
    """Return all that the rules take from ``document``, given ``knowledge``; never raises on any text."""
    return extract_records(document, knowledge)
