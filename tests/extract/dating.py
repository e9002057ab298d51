"""Reading one date expression, for the tests of dates."""

from __future__ import annotations

from datetime import date

from tracker.extract.dates import DateMention, find_dates
from tracker.vocab import PartialDate

SATURDAY = "2023-09-23"
THURSDAY = "2025-01-02"


def only(text: str, published: str | None) -> DateMention:
    (mention,) = find_dates(text, day(published))
    return mention


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def iso(resolved: PartialDate | None) -> str | None:
    return None if resolved is None else resolved.iso()
