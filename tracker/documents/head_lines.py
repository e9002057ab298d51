"""What one line above an article is: a date line, a byline, a label, the name of an outlet.

Each function looks at one line alone, by its layout: short, its words names or labels, parted by commas,
bars and dashes. A line of prose is none of these.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from tracker.documents.dates import MONTH_DAY, PrintedDate, parse_published, printed_dates

LONGEST = 160
"""The most characters that a date line or byline has."""

_LEXICON = json.loads(files("tracker.documents").joinpath("head.json").read_text(encoding="utf-8"))
_LABELS = frozenset(_LEXICON["labels"])
_CLOCK_WORDS = frozenset(_LEXICON["clock_words"])
_CONNECTORS = frozenset(_LEXICON["connectors"])
_BYLINE_WORDS = frozenset(_LEXICON["byline_words"])
_NEWSPAPER_WORDS = frozenset(_LEXICON["newspaper_words"])
_BODY_WORDS = frozenset(_LEXICON["body_words"])
_OUTLETS = {name.casefold(): name for name in _LEXICON["outlets"]}
_ACRONYMS: dict[str, str] = _LEXICON["acronyms"]
_NOT_NAMES = frozenset(_LEXICON["not_names"])

_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?(?![’'])", re.IGNORECASE
)
_CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.]\d{2}){1,2}(?:\.\d+)?(?!\d)|\b\d{1,2}\s?(?:[ap]\.?m\b\.?)|\b\d{4}\s?(?:hrs|h|gmt|utc)\b"
    r"|[+-]\d{2}:?\d{2}\b",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"[,|•·●;:()\[\]/“”\"]|\s[-–—]{1,3}\s|[–—]")
_BY = re.compile(
    r"(?:by|written by|reporting by|reported by|story by|words by|text by|report by|from our)\s+(?=\S)",
    re.IGNORECASE,
)
_BYLINE_ENDS = re.compile(r"\s*[|•·]\s*|\s[-–—]{1,3}\s")
_LABELLED = re.compile(
    r"(title|headline|author|byline|date|published|publication date|source|publisher|outlet|url|link)\s{0,3}:\s*",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://\S+")
_ENDS_A_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")
_DATELINE_BREAK = re.compile(r"\s*[–—]\s*|\s-{1,2}\s|\s--\s?")
_AGENCY = re.compile(r"\s*(?:\(([^()]{1,40})\)|/([A-Za-z ]{2,30})/)\s*$")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


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


def plain(line: str) -> str:
    """Return a line without markup, invisible characters and spaces at its ends, for recognition only."""
    return " ".join(_INVISIBLE.sub("", line).split()).strip("*_#> \t=~").strip()


def ends_a_sentence(line: str) -> bool:
    """Tell whether a plain line ends as a sentence does."""
    return _ENDS_A_SENTENCE.search(line) is not None


def classify(line: str) -> HeadLine | None:
    """Tell what a plain line above an article is; None where it is a headline, a deck or prose."""
    if not line or len(line) > LONGEST:
        return None
    if _URL.fullmatch(line):
        return HeadLine(strong=False, url=line)
    return _labelled(line) or _byline(line) or _date_line(line) or _weak(line)


def masthead(line: str) -> str | None:
    """Return the outlet or issuing body that a plain line names and nothing else, or None."""
    words = line.split()
    if not 0 < len(words) <= 8 or ends_a_sentence(line) or not _are_names(words):
        return None
    return _publisher(line)


def only_labels(line: str) -> bool:
    """Tell whether a plain line is a label such as "News release" or "5 min read"."""
    words = [word.strip(".:,|-–—•()[]").casefold() for word in line.split()]
    return 0 < len(words) <= 6 and all(word in _LABELS or word.isdigit() or not word for word in words)


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
    start = paragraph[:LONGEST].split("\n", 1)[0]
    for found in _DATELINE_BREAK.finditer(start):
        prefix = start[: found.start()]
        agency_match = _AGENCY.search(prefix)
        rest = prefix[: agency_match.start()] if agency_match else prefix
        dates = list(printed_dates(rest))
        rest, dated = _without_dates(rest, dates)
        if _is_dateline(plain(rest), bool(agency_match), dated):
            agency = (agency_match[1] or agency_match[2]) if agency_match else None
            return Dateline(found.end(), dates[0].day if dates else None, _canonical(agency))
    return None


def _is_dateline(places: str, has_agency: bool, dated: bool) -> bool:
    segments = [segment.strip() for segment in re.split(r"[,/]", places) if segment.strip()]
    if not segments:
        return has_agency
    if len(segments) > 4 or any(len(segment.split()) > 5 for segment in segments):
        return False
    if not all(_are_names(segment.split()) for segment in segments):
        return False
    capitals = segments[0].isupper() and len(segments[0]) > 2
    return capitals or has_agency or dated


def _without_dates(text: str, dates: list[PrintedDate]) -> tuple[str, bool]:
    """Blank out full dates, month and day, weekdays and clock times; tell whether there was a date."""
    for found in dates:
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    without = MONTH_DAY.sub(" ", text)
    dated = bool(dates) or without != text
    return _CLOCK.sub(" ", _WEEKDAY.sub(" ", without)), dated


def _labelled(line: str) -> HeadLine | None:
    match = _LABELLED.match(line)
    value = line[match.end() :].strip() if match else ""
    if match is None or not value:
        return None
    label = match[1].casefold()
    if label in ("title", "headline"):
        return HeadLine(title=value)
    if label in ("author", "byline"):
        return HeadLine(byline=_BY.sub("", value, count=1) if _BY.match(value) else value)
    if label in ("source", "publisher", "outlet"):
        return HeadLine(publisher=_canonical(value)) if _are_names(value.split()) else None
    if label in ("url", "link"):
        return HeadLine(url=value) if _URL.fullmatch(value) else None
    try:
        return HeadLine(published=parse_published(value))
    except ValueError:
        return None


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
    if match[0].casefold().startswith("from"):
        name = line[5 : 5 + len("our ") + len(name)]
    dates = list(printed_dates(line))
    rest = line[ends.end() :] if ends else ""
    return HeadLine(byline=name, published=dates[0].day if dates else None, publisher=masthead(rest))


def _is_byline(name: str) -> bool:
    words = name.replace(",", " ").split()
    if not 0 < len(words) <= 20 or any(char.isdigit() for char in name):
        return False
    if words[0].casefold().strip(".,") in _NOT_NAMES:
        return False
    if len(words) > 8 and ends_a_sentence(name):
        return False
    return all(_is_name(word) or word.casefold() in _CONNECTORS | _BYLINE_WORDS for word in words)


def _date_line(line: str) -> HeadLine | None:
    dates = list(printed_dates(line))
    if not dates or (ends_a_sentence(line) and len(line.split()) > 10):
        return None
    before = _CLOCK.sub("", _WEEKDAY.sub("", line[: dates[0].start])).rstrip(" ,")
    if not _may_precede_a_date(line[: dates[0].start], before):
        return None
    rest, _ = _without_dates(line, dates)
    segments = [segment.strip(" .-–—’'‘") for segment in _SEPARATORS.split(rest)]
    publisher = None
    for segment in filter(None, segments):
        words = segment.split()
        if not all(_is_name(word) or _is_small(word) for word in words):
            return None
        publisher = publisher or _publisher(segment)
    revised, day = _day_of_publication(line, dates)
    return HeadLine(published=day, revised=revised, publisher=publisher)


def _may_precede_a_date(printed: str, before: str) -> bool:
    """Tell whether what stands before a date leaves it a segment of its own."""
    tail = _SEPARATORS.split(before)[-1].split()
    if not tail or printed.rstrip().endswith(","):
        return True
    if all(_is_small(word) for word in tail):
        return True
    return len(tail) == 1 and _is_name(tail[0])


def _day_of_publication(line: str, dates: list[PrintedDate]) -> tuple[bool, date]:
    """Prefer the date that is not said to be of an update; tell whether there was none but such."""
    previous = 0
    for found in dates:
        before = line[previous : found.start].casefold()
        if not any(word in before for word in ("updated", "modified", "revised", "amended")):
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
        and all(_is_name(word) or word in _CONNECTORS for person in people for word in person)
        and _is_byline(re.sub(r"[|@]", " ", line))
    )


def _publisher(segment: str) -> str | None:
    """Return the outlet or body that a segment of names means, or None (a place, a person, a label)."""
    words = segment.split()
    while words and words[-1].islower() and words[-1] in _LABELS:
        words.pop()
    name = " ".join(words)
    folded = [word.casefold().strip(".,’'") for word in words]
    if not words or (all(word in _LABELS for word in folded) and name.casefold() not in _OUTLETS):
        return None
    known = name.casefold() in _OUTLETS or name in _ACRONYMS
    newspaper = folded[-1] in _NEWSPAPER_WORDS or (folded[0] == "the" and bool(_NEWSPAPER_WORDS & {*folded}))
    newspaper = newspaper or bool({"radio", "fm", "tv"} & {*folded})
    if known or newspaper or _BODY_WORDS & {*folded}:
        return _canonical(name)
    return None


def _canonical(name: str | None) -> str | None:
    if not name:
        return None
    name = name.strip()
    known = _ACRONYMS.get(name) or _OUTLETS.get(name.casefold(), name)
    return known.title() if known.isupper() and len(known.split()) > 1 else known


def _are_names(words: list[str]) -> bool:
    return any(_is_name(word) for word in words) and all(
        _is_name(word) or word.casefold() in _CONNECTORS for word in words
    )


def _is_name(word: str) -> bool:
    core = word.strip("()[]“”\"'‘’.,*_")
    return core[:1].isupper() or core == "&"


def _is_small(word: str) -> bool:
    core = word.strip("()[]“”\"'‘’,:*_").casefold()
    return (
        not core or bool({core, core.strip(".")} & (_LABELS | _CLOCK_WORDS | _CONNECTORS)) or core.isdigit()
    )
