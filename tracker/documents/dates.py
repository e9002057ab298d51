"""Full dates as outlets print them: ``July 30, 2023``, ``12 December 2023``, ``2024-03-02``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_ORDINAL = rf"{_DAY}(?:st|nd|rd|th)?"
# Pages that lost their markup run the clock into the year: "September 22, 20235:12 PM".
_YEAR = r"(?:19|20)\d\d(?=\d?\d:\d\d|\D|$)"
_FULL = re.compile(
    rf"(?<![\w/])(?:"
    rf"(?P<m1>{_MONTH})\s{{0,2}}(?P<d1>{_ORDINAL}),?\s{{1,2}}(?P<y1>{_YEAR})"
    rf"|(?P<d2>{_ORDINAL})(?:\s{{1,2}}of)?[\s\-/]{{0,2}}(?P<m2>{_MONTH}),?[\s\-/]{{0,2}}(?P<y2>{_YEAR})"
    rf"|(?P<y3>(?:19|20)\d\d)[\-/.](?P<m3>1[0-2]|0?[1-9])[\-/.](?P<d3>{_DAY})(?!\d)"
    rf"|(?P<n1>\d?\d)(?P<mark>[/.\-])(?P<n2>\d?\d)(?P=mark)(?P<y4>{_YEAR})"
    rf")",
    re.IGNORECASE,
)
MONTH_DAY = re.compile(
    rf"(?<![\w/])(?:{_MONTH}\s{{1,2}}{_ORDINAL}|{_ORDINAL}\s{{1,2}}{_MONTH})(?!\w)", re.IGNORECASE
)
"""A month and a day of no stated year, as datelines have them."""


NUMERIC = re.compile(r"(?<![\w/.])\d{1,2}([/.\-])\d{1,2}\1(?:19|20)\d\d(?!\d)")
"""A numeric date, its day and month in either order."""


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A full date and where it stands: ``[start, end)``."""

    start: int
    end: int
    day: date


def printed_dates(text: str) -> Iterator[PrintedDate]:
    """Yield the full dates (day, month, four-digit year) in a line, in order.

    A numeric date whose day and month could be swapped (``03/02/2024``) is none.
    """
    for match in _FULL.finditer(text):
        parts = _parts(match)
        if parts is None:
            continue
        try:
            yield PrintedDate(match.start(), match.end(), date(*parts))
        except ValueError:  # 31 February
            continue


def parse_published(text: str) -> date:
    """Read a publication date, a bare date or a datetime: the date as printed, whatever the zone.

    Raises ``ValueError`` where the text holds no full date, or more than one.
    """
    days = {found.day for found in printed_dates(text)}
    if len(days) != 1:
        raise ValueError(f"not a date: {text!r} (write YYYY-MM-DD)")
    return days.pop()


def _parts(match: re.Match[str]) -> tuple[int, int, int] | None:
    for year, month, day in (("y1", "m1", "d1"), ("y2", "m2", "d2")):
        if match[year]:
            number = _MONTHS.index(match[month][:3].lower()) + 1
            return int(match[year]), number, int(re.sub(r"\D", "", match[day]))
    if match["y3"]:
        return int(match["y3"]), int(match["m3"]), int(match["d3"])
    first, second = int(match["n1"]), int(match["n2"])
    if match["mark"] == "." or first == second or first > 12:
        return int(match["y4"]), second, first
    return (int(match["y4"]), first, second) if second > 12 else None
