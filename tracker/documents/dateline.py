"""The dateline that opens a first paragraph, and the dates and times of a line blanked out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tracker.documents.dates import MONTH_DAY, NUMERIC, printed_dates
from tracker.documents.head_words import CONNECTORS, are_names, canonical, plain, publisher_in

_LONGEST = 160
WEEKDAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|(?<!the )sun)\b\.?"
    r"(?![’'])",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.]\d{2}){1,2}(?:\.\d+)?(?!\d)|\b\d{1,2}\s?(?:[ap]\.?m\b\.?)|\b\d{4}\s?(?:hrs|h|gmt|utc)\b"
    r"|[+-]\d{2}:?\d{2}\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\s{0,4}[–—]\s{0,4}|\s-{1,2}\s|\s--\s?")
_IN_BRACKETS = re.compile(r"\s{0,4}(?:\(([^()]{1,40})\)|/([A-Za-z ]{2,30})/)\s{0,4}$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place, date and agency that open a first paragraph: ``length`` characters of it."""

    length: int
    published: date | None
    publisher: str | None


def dateline(paragraph: str) -> Dateline | None:
    """Read "NAIROBI, March 12 (Agency) - " at the start of a paragraph; None where there is none.

    A date without a year is no date.
    """
    start = paragraph[:_LONGEST].split("\n", 1)[0]
    for found in _BREAK.finditer(start):
        if start[found.end() : found.end() + 1].islower():
            return None  # an aside, "MINUSMA – the mission in Mali – …"
        prefix = start[: found.start()]
        match = _IN_BRACKETS.search(prefix)
        agency = (match[1] or match[2]).strip() if match else None
        rest, dated = without_dates(prefix[: match.start()] if match else prefix)
        if agency and without_dates(agency)[1]:
            agency, dated = None, True
        if _is_dateline(plain(rest), agency, dated):
            day = next((found.day for found in printed_dates(prefix)), None)
            return Dateline(found.end(), day, canonical(agency))
    return None


def _is_dateline(places: str, agency: str | None, dated: bool) -> bool:
    segments = [segment.strip() for segment in re.split(r"[,/]", places) if segment.strip(" .")]
    if not segments:
        return agency is not None
    if len(segments) > 4 or any(len(segment.split()) > 5 for segment in segments):
        return False
    for words in map(str.split, segments):
        if not are_names(words) or all(word.casefold() in CONNECTORS for word in words):
            return False
    in_capitals = segments[0].isupper() and len(segments[0]) > 2
    return in_capitals or dated or (agency is not None and publisher_in(agency) is not None)


def without_dates(text: str) -> tuple[str, bool]:
    """Blank out full dates, month and day, weekdays and clock times; tell whether there was a date."""
    dates = list(printed_dates(text))
    for found in dates:
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    without = NUMERIC.sub(" ", MONTH_DAY.sub(" ", text))
    return CLOCK.sub(" ", WEEKDAY.sub(" ", without)), bool(dates) or without != text
