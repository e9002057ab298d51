"""The names of the calendar in date expressions: "2 October 2023", "Oct. 2", "July last year", "Friday"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum

from tracker.extract import date_anaphors as anaphors
from tracker.extract import date_readings as read
from tracker.extract.heads import titled
from tracker.extract.lexicon import load
from tracker.extract.spoken_years import SPOKEN_YEAR, year_number
from tracker.vocab import PartialDate


class DateForm(StrEnum):
    """How a date is written."""

    ABSOLUTE = "absolute"  # 2 October 2023
    MONTH_DAY = "month_day"  # October 2
    WEEKDAY = "weekday"  # on Friday
    RELATIVE_DAY = "relative_day"  # yesterday
    RELATIVE_WEEK = "relative_week"  # last week
    RELATIVE_MONTH = "relative_month"  # last month
    RELATIVE_YEAR = "relative_year"  # last year
    BARE_MONTH = "bare_month"  # in October
    BARE_YEAR = "bare_year"  # in 2017
    MONTH_YEAR = "month_year"  # October 2023, July last year
    QUARTER = "quarter"  # the first quarter of 2024
    SEASON = "season"  # this summer
    ANAPHORIC = "anaphoric"  # a day later
    RANGE = "range"  # the past few days, 2-5 October


Reading = tuple[DateForm, read.Reading]
Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], Reading | None]]

_LEXICON = load("months")
MONTHS: dict[str, int] = _LEXICON["months"]
WEEKDAYS: dict[str, int] = _LEXICON["weekdays"]
_ORDINALS: dict[str, int] = _LEXICON["ordinals"]
STEP = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _names(names: list[str]) -> str:
    return _either(titled(names))


FULL = _names([name for name in MONTHS if len(name) > 4 or name in ("june", "july", "may")])
_SHORT = _names([name for name in MONTHS if len(name) <= 4 and name not in ("june", "july", "may")])
MONTH = rf"(?:(?:{FULL})\b|(?:{_SHORT})\b\.?)"
WEEKDAY = _names(list(WEEKDAYS))
WEEKDAY_SHORT = r"(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d\w]|[,.:]\d)"
YEAR = r"(?:19|20)\d\d(?![\d\w]|[,.]\d)"
_OF_YEAR = r"(?:,?\s(?:of\s)?(?P<rel>last|this|next)\syear\b)"
PART = r"(?:\s(?:morning|afternoon|evening|night|lunchtime))?"


def rule(pattern: str, build: Callable[[re.Match[str]], Reading | None], flags: int = 0) -> Rule:
    """Return a compiled pattern with the function that reads its match."""
    return re.compile(pattern, flags), build


def month_number(printed: str) -> int:
    """Return 1 to 12 for a month's printed name or abbreviation."""
    return MONTHS[printed.rstrip(".").lower()]


def _day(printed: str) -> int:
    return int(re.sub(r"\D", "", printed))


def _numeric(match: re.Match[str]) -> Reading:
    if match["iso"]:
        return DateForm.ABSOLUTE, read.Fixed(_valid(int(match["iy"]), int(match["im"]), int(match["id"])))
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if first == second or second > 12 or first > 12:
        day, month = (first, second) if second <= 12 else (second, first)
        return DateForm.ABSOLUTE, read.Fixed(_valid(year, month, day))
    return DateForm.ABSOLUTE, read.Fixed(None)


def _valid(year: int, month: int, day: int) -> PartialDate | None:
    try:
        return PartialDate.of_day(date(year, month, day))
    except ValueError:
        return None


def _full_date(match: re.Match[str]) -> Reading | None:
    return _day_of_year(match, month_number(match["m1"] or match["m2"]), _day(match["d1"] or match["d2"]))


def _spelled_date(match: re.Match[str]) -> Reading | None:
    return _day_of_year(match, month_number(match["m"]), _ORDINALS[match["d"].lower()])


def _day_alone(match: re.Match[str]) -> Reading:
    return DateForm.MONTH_DAY, read.DayOfMonth(_day(match["d"]))


def _day_of_year(match: re.Match[str], month: int, day: int) -> Reading | None:
    if _valid(2000, month, day) is None:
        return None
    if match["year"]:
        return DateForm.ABSOLUTE, read.Fixed(_valid(year_number(match["year"]), month, day))
    if match["that"]:
        return DateForm.ANAPHORIC, anaphors.AnaphoricDay(month, day)
    weekday = WEEKDAYS.get((match.groupdict().get("wd") or "").lower())
    shift = STEP[match["rel"]] if match["rel"] else None
    return DateForm.MONTH_DAY, read.MonthDay(month, day, weekday, shift)


def _day_range(match: re.Match[str]) -> Reading:
    month = month_number(match["m1"] or match["m2"])
    if match["year"]:
        return DateForm.RANGE, read.Fixed(PartialDate.of_month(year_number(match["year"]), month))
    return DateForm.RANGE, read.Month(month)


def _month_year(match: re.Match[str]) -> Reading | None:
    month = month_number(match["m"])
    if match["year"]:
        return DateForm.MONTH_YEAR, read.Fixed(PartialDate.of_month(year_number(match["year"]), month))
    if match["rel"]:
        return DateForm.MONTH_YEAR, read.Month(month, year_shift=STEP[match["rel"]])
    if match["that"]:
        return DateForm.ANAPHORIC, anaphors.AnaphoricMonth(month)
    if match["m"].rstrip(".").lower() not in FULL.lower().split("|"):
        return None
    return DateForm.BARE_MONTH, read.Month(month)


def _weekday(match: re.Match[str]) -> Reading:
    weekday = WEEKDAYS[match["wd"].lower()]
    if match["rel"]:
        return DateForm.WEEKDAY, read.Weekday(weekday, week=STEP[match["rel"]])
    return DateForm.WEEKDAY, read.Weekday(weekday, extra=1 if match["week"] else 0)


def _years(match: re.Match[str]) -> Reading:
    if match["year"]:
        return DateForm.BARE_YEAR, read.Fixed(PartialDate.of_year(int(match["year"])))
    return DateForm.RANGE, read.Fixed(None)


_WITH_YEAR = rf"(?:(?:,?\s|\sof\s)(?P<year>{YEAR}|{SPOKEN_YEAR})|{_OF_YEAR})?"
_OR_THAT = rf"{_WITH_YEAR[:-2]}|(?P<that>\s(?:of\s)?(?:that|the\ssame)\s(?:same\s)?year\b))?"
DATE = rule(
    rf"(?:(?P<wd>{WEEKDAY}|{WEEKDAY_SHORT})(?:\sof\s(?:last|this|next)\sweek)?,?\s(?:the\s)?)?"
    rf"(?:(?P<d1>{_DAY})(?:\sof)?\s(?P<m1>{MONTH})|(?P<m2>{MONTH})\s(?:the\s)?(?P<d2>{_DAY})){_OR_THAT}",
    _full_date,
)
SPELLED = rule(
    rf"the\s(?P<d>{_either(_ORDINALS)})(?:\sday)?\sof\s(?P<m>(?-i:{MONTH})){_OR_THAT}",
    _spelled_date,
    re.IGNORECASE,
)
DAY_ALONE = rule(
    r"(?<=[Oo]n\s)the\s(?P<d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))"
    r"(?=[,.;:)]|\s(?:and|but|when|by|to|the|after|before)\b)",
    _day_alone,
)
_SPLIT = r"\s?[-–—]\s?|\s(?:to|and|or)\s"
DAYS = rule(
    rf"(?:{_DAY}(?:{_SPLIT}){_DAY}(?:\sof)?\s(?P<m1>{MONTH})|(?P<m2>{MONTH})\s(?:3[01]|[12]\d|0?[1-9])"
    rf"(?:st|nd|rd|th)?\s?[-–]\s?{_DAY}){_WITH_YEAR}",
    _day_range,
)
NUMERIC = rule(
    r"(?P<iso>(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d))(?![\d-])"
    r"|(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?!\d)",
    _numeric,
)
MONTH_YEAR = rule(rf"(?P<m>{MONTH}){_OR_THAT}", _month_year)
YEARS = rule(
    rf"(?P<decade>(?:19|20)\d0['’]?s\b|(?:19|20)\d\d\s?[-–/]\s?(?:\d\d|(?:19|20)\d\d)\b(?![-/]))|(?P<year>{YEAR})",
    _years,
)
WEEKDAY_ALONE = rule(
    rf"(?P<wd>{WEEKDAY})\b(?:,?\s(?:of\s)?(?P<rel>last|this|next)\sweek\b|(?P<week>\sweek\b(?!['’-]))|{PART}\b)",
    _weekday,
)
