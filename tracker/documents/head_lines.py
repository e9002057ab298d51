"""What one line above an article is: a date line, a byline, a label, the name of an outlet.

Each function looks at one line alone, by its layout: short, its words names or labels, parted by commas,
bars and dashes. A line of prose is none of these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tracker.documents.dateline import CLOCK, WEEKDAY, without_dates
from tracker.documents.dates import PrintedDate, printed_dates
from tracker.documents.head_words import (
    BYLINE_WORDS,
    CONNECTORS,
    LABELS,
    NOT_NAMES,
    are_names,
    canonical,
    ends_a_sentence,
    is_name,
    is_small,
    publisher_in,
)

LONGEST = 160
"""The most characters that a date line or byline has."""

_SEPARATORS = re.compile(r"[,|•·●;:()\[\]/“”\"]|\s[-–—]{1,3}\s|[–—]")
_BARS = re.compile(r"[|•·●]|\s[-–—]{1,3}\s|[–—]")
_BY = re.compile(
    r"(?:(?:(?:written|reporting|reported|story|words|text|report) )?by|from(?=\s+our\s))\s+(?=\S)",
    re.IGNORECASE,
)
_BYLINE_ENDS = re.compile(r"\s{0,4}[|•·]\s{0,4}|\s[-–—]{1,3}\s")
_LABELLED = re.compile(
    r"(title|headline|author|byline|date|published|publication date|source|publisher|outlet|from|url|link)"
    r"\s{0,3}:\s*",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://\S+")
_REVISIONS = ("updated", "modified", "revised", "amended")
_BYLINE_SMALL = CONNECTORS | BYLINE_WORDS


@dataclass(frozen=True, slots=True)
class HeadLine:
    """What a line above the article says.

    ``strong`` is a line that can be nothing else (a date line, a byline with "By"); a weak one counts only
    beside other lines of a head. ``revised`` tells that the date is that of an update.
    """

    strong: bool = True
    published: date | None = None
    revised: bool = False
    byline: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None


def classify(line: str) -> HeadLine | None:
    """Tell what a plain line above an article is; None where it is a headline, a deck or prose."""
    if not line or len(line) > LONGEST:
        return None
    if _URL.fullmatch(line):
        return HeadLine(strong=False, url=line)
    return _labelled(line) or _byline(line) or _date_line(line) or _weak(line)


def masthead(line: str, *, strict: bool = False) -> str | None:
    """Return the outlet or issuing body that a plain line names, beside labels and nothing else, or None.

    ``strict`` asks for a name that is an outlet's beyond doubt, as above a headline.
    """
    if ends_a_sentence(line):
        return None
    publisher = None
    for segment in filter(None, map(str.strip, _BARS.split(line))):
        words = segment.split()
        if all(is_small(word) for word in words):
            continue
        if publisher or len(words) > 8 or not are_names(words):
            return None
        publisher = publisher_in(segment, strict=strict)
        if publisher is None:
            return None
    return publisher or (publisher_in(line) if len(line.split()) <= 3 and are_names(line.split()) else None)


def only_labels(line: str) -> bool:
    """Tell whether a plain line is a label such as "News release" or "5 min read"."""
    words = [word.strip(".:,|-–—•()[]").casefold() for word in line.split()]
    return 0 < len(words) <= 6 and all(word in LABELS or word.isdigit() or not word for word in words)


def _labelled(line: str) -> HeadLine | None:
    match = _LABELLED.match(line)
    value = line[match.end() :].strip() if match else ""
    if match is None or not value:
        return None
    label = match[1].casefold()
    head_line = None
    if label in ("title", "headline"):
        head_line = HeadLine(title=value)
    elif label in ("author", "byline"):
        head_line = HeadLine(byline=_BY.sub("", value, count=1) if _BY.match(value) else value)
    elif label in ("source", "publisher", "outlet", "from"):
        head_line = HeadLine(publisher=canonical(value)) if are_names(value.split()) else None
    elif label in ("url", "link"):
        head_line = HeadLine(url=value) if _URL.fullmatch(value) else None
    elif len(days := {found.day for found in printed_dates(value)}) == 1:
        head_line = HeadLine(published=days.pop())
    return head_line


def _byline(line: str) -> HeadLine | None:
    match = _BY.match(line)
    if match is None:
        return None
    ends = _BYLINE_ENDS.search(line, match.end())
    name = line[match.end() : ends.start() if ends else len(line)].strip(" ,")
    first_date = next(printed_dates(name), None)
    if first_date:
        name = name[: first_date.start].strip(" ,")
    if not _is_byline(name):
        return None
    dates = list(printed_dates(line))
    names = [segment.strip() for segment in _BARS.split(line[ends.end() :])] if ends else []
    publisher = next((found for segment in names if (found := masthead(segment))), None)
    return HeadLine(byline=name, published=dates[0].day if dates else None, publisher=publisher)


def _is_byline(name: str) -> bool:
    words = name.replace(",", " ").split()
    if not 0 < len(words) <= 20 or any(char.isdigit() for char in name):
        return False
    if words[0].casefold().strip(".,") in NOT_NAMES:
        return False
    if len(words) > 8 and ends_a_sentence(name):
        return False
    return all(is_name(word) or word.casefold() in _BYLINE_SMALL for word in words)


def _date_line(line: str) -> HeadLine | None:
    dates = list(printed_dates(line))
    if not dates or (ends_a_sentence(line) and len(line.split()) > 10):
        return None
    if not _may_precede_a_date(CLOCK.sub("", WEEKDAY.sub("", line[: dates[0].start])).rstrip()):
        return None
    rest, _ = without_dates(line)
    segments = [segment.strip(" .-–—’'‘") for segment in _SEPARATORS.split(rest)]
    publisher = None
    for segment in filter(None, segments):
        words = segment.split()
        if not all(is_name(word) or is_small(word) for word in words):
            return None
        publisher = publisher or publisher_in(segment)
    revised, day = _day_of_publication(line, dates)
    return HeadLine(published=day, revised=revised, publisher=publisher)


def _may_precede_a_date(before: str) -> bool:
    """Tell whether what stands before a date leaves it a segment of its own."""
    tail = _SEPARATORS.split(before)[-1].split()
    return all(is_small(word) for word in tail) or (len(tail) == 1 and is_name(tail[0]))


def _day_of_publication(line: str, dates: list[PrintedDate]) -> tuple[bool, date]:
    """Prefer the date that is not said to be of an update; tell whether there was none but such."""
    previous = 0
    for found in dates:
        before = line[previous : found.start].casefold()
        if not any(word in before for word in _REVISIONS):
            return False, found.day
        previous = found.end
    return True, dates[0].day


def _weak(line: str) -> HeadLine | None:
    if only_labels(line):
        return HeadLine(strong=False)
    publisher = masthead(line)
    if publisher:
        return HeadLine(strong=False, publisher=publisher)
    return HeadLine(strong=False, byline=line) if _is_bare_name(line) else None


def _is_bare_name(line: str) -> bool:
    """Tell whether a line is a person's name, or several, with at most an office or a place."""
    head = re.split(r",| \| | in ", line, maxsplit=1)[0]
    people = [person.split() for person in re.split(r" and | & ", head)]
    return (
        len(line.split()) <= 12
        and not any(char.isdigit() for char in line)
        and not re.search(r"[.:;?!]$", line)
        and all(2 <= len(person) <= 4 for person in people)
        and all(is_name(word) or word in CONNECTORS for person in people for word in person)
        and _is_byline(re.sub(r"[|@]", " ", line))
    )
