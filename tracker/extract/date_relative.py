"""Date expressions that need another date: "yesterday", "last month", "three days ago", "a day later"."""

from __future__ import annotations

import re

from tracker.extract import date_anaphors as anaphors
from tracker.extract import date_readings as read
from tracker.extract.date_grammar import (
    FULL,
    PART,
    STEP,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    DateForm,
    Reading,
    month_number,
    rule,
)
from tracker.extract.lexicon import load
from tracker.vocab import PartialDate

_FORMS = {
    "day": DateForm.RELATIVE_DAY,
    "week": DateForm.RELATIVE_WEEK,
    "month": DateForm.RELATIVE_MONTH,
    "year": DateForm.RELATIVE_YEAR,
}
_DAY_PARTS = {"night", "morning", "afternoon", "evening"}
NUMBERS: dict[str, int] = {**load("numbers")["units"], **load("numbers")["teens"], "twenty": 20}
_VAGUE: dict[str, int] = {"a": 1, "an": 1, "few": 3, "a few": 3, "couple of": 2, "a couple of": 2}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_UNIT = r"(?P<unit>day|week|month|year)"


def _text(match: re.Match[str], name: str) -> str:
    """Return a group in lower case with single spaces, "" where it took no part."""
    return " ".join((match[name] or "").lower().split())


def _amount(printed: str) -> int:
    return int(printed) if printed.isdecimal() else _VAGUE.get(printed) or NUMBERS[printed]


def _day_word(match: re.Match[str]) -> Reading:
    return DateForm.RELATIVE_DAY, read.Shift(
        "day", {"yesterday": -1, "tomorrow": 1}.get(_text(match, "word"), 0)
    )


def _which_name(match: re.Match[str]) -> Reading:
    which = _text(match, "which")
    if match["weekday"]:
        return DateForm.WEEKDAY, read.Weekday(WEEKDAYS[_text(match, "weekday")], which=which)
    return DateForm.BARE_MONTH, read.Month(month_number(match["month"]), which=which)


def _which_unit(match: re.Match[str]) -> Reading | None:
    which, unit = _text(match, "which"), match["unit"]
    step = STEP[which]
    if unit == "weekend":
        return DateForm.RELATIVE_WEEK, read.Weekend(which)
    if unit in _DAY_PARTS:
        return None if which == "next" else (DateForm.RELATIVE_DAY, read.Shift("day", step))
    if match["weekday"] and unit == "week":
        return DateForm.WEEKDAY, read.Weekday(WEEKDAYS[_text(match, "weekday")], week=step)
    if match["month"] and unit == "year":
        return DateForm.MONTH_YEAR, read.Month(month_number(match["month"]), year_shift=step)
    return None if match["weekday"] or match["month"] else (_FORMS[unit], read.Shift(unit, step))


def _season(match: re.Match[str]) -> Reading:
    year = match["year"]
    return DateForm.SEASON, read.Fixed(PartialDate.of_year(int(year)) if year else None)


def _distance(match: re.Match[str]) -> Reading | None:
    by, unit, way, ref = (_text(match, name) for name in ("n", "unit", "way", "ref"))
    amount = _amount(by)
    if way == "to the day since":
        return DateForm.RELATIVE_DAY, read.Shift(unit, -amount, ("day", 0))
    if way == "since":
        counted = _COUNTED.search(match.string, max(0, match.start() - _COUNTED_REACH), match.start())
        return (_FORMS[unit], read.Shift(unit, -amount)) if counted is not None else None
    if way == "ago":
        then = {"": None, "today": ("day", 0), "yesterday": ("day", -1)}.get(ref, ("", 0))
        if then == ("", 0):
            which, of = ref.split()
            then = of, STEP[which]
        return _FORMS[unit], read.Shift(unit, -amount, then)
    if way in {"from now", "time"}:
        return _FORMS[unit], read.Shift(unit, amount)
    return DateForm.ANAPHORIC, anaphors.Anaphor(unit, -amount if way in {"earlier", "before"} else amount)


def _anaphor(match: re.Match[str]) -> Reading:
    way = _text(match, "way").split()
    by = -1 if {"previous", "preceding"} & set(way) else 1 if {"next", "following"} & set(way) else 0
    if match["weekday"]:
        return DateForm.ANAPHORIC, anaphors.AnaphoricWeekday(WEEKDAYS[_text(match, "weekday")], by)
    if match["month"]:
        return DateForm.ANAPHORIC, anaphors.AnaphoricMonth(month_number(match["month"]), by)
    unit = _text(match, "unit")
    return DateForm.ANAPHORIC, anaphors.Anaphor("day" if unit in _DAY_PARTS else unit, by)


def _before_after(match: re.Match[str]) -> Reading:
    by = 1 if _text(match, "way") == "after" else -1
    if match["ref"]:
        return DateForm.RELATIVE_DAY, read.Shift("day", 2 * by)
    return DateForm.ANAPHORIC, anaphors.Anaphor(_text(match, "unit"), by)


def _stretch(match: re.Match[str]) -> Reading | None:
    amount, unit = _text(match, "n"), _text(match, "unit")
    if not amount and (match["plural"] or unit == "day"):
        return None  # "the past years" says nothing, "the last day" is another thing
    return DateForm.RANGE, read.Stretch(unit, STEP[_text(match, "which")] * _amount(amount or "a"))


def _current(match: re.Match[str]) -> Reading:
    unit = _text(match, "unit")
    return _FORMS[unit], read.Shift(unit, 0)


def _weekend(match: re.Match[str]) -> Reading:
    return DateForm.RELATIVE_WEEK, read.Weekend()


def _quarter(match: re.Match[str]) -> Reading:
    year = match["year"]
    if year:
        return DateForm.QUARTER, read.Fixed(PartialDate.of_year(int(year)))
    return DateForm.QUARTER, read.Shift("year", STEP[_text(match, "which") or "this"])


def _short_quarter(match: re.Match[str]) -> Reading:
    return DateForm.QUARTER, read.Fixed(PartialDate.of_year(int(match["year"])))


_WHICH = r"(?P<which>[Ll]ast|LAST|[Nn]ext|NEXT|[Tt]his|THIS)"
_IGNORE = re.IGNORECASE

# "It is four months since", not "has lost 20 men in the four months since".
_COUNTED = re.compile(
    r"(?:\b(?:is|been)|['’]s)\s(?:(?:now|just|almost|nearly|over|exactly|about|barely|only|more\sthan)\s){0,2}\Z"
)
_COUNTED_REACH = 30
DISTANCE = rule(
    rf"(?P<n>an?(?:\s(?:few|couple\sof))?|{_NUMBER})\s{_UNIT}s?(?:['’]s?)?\s"
    r"(?P<way>ago|later|earlier|before|after(?:wards?)?|from\snow|time|(?:to\sthe\sday\s)?since)\b"
    r"(?:\s(?P<ref>today|yesterday|(?:this|last)\s(?:week|month))\b)?",
    _distance,
    _IGNORE,
)
WHICH_NAME = rule(
    rf"{_WHICH}\s(?:(?P<weekday>{WEEKDAY})\b{PART}|(?P<month>{FULL})\b(?!\s\d))",
    _which_name,
)
WHICH_UNIT = rule(
    rf"{_WHICH}\s(?P<unit>weekend|week|month|year|night|morning|afternoon|evening)\b(?!\s(?:of|long)\b)"
    rf"(?:,?\son\s(?P<weekday>{WEEKDAY})\b|,?\sin\s(?P<month>{FULL})\b)?",
    _which_unit,
)
SEASON = rule(
    rf"(?:last|next|this|that)\s{_SEASON}\b(?:\sof\s(?P<year>{YEAR}))?(?!\s(?:to|in|of|from)\b)",
    _season,
    _IGNORE,
)
SEASON_YEAR = rule(rf"(?:the\s)?{_SEASON}\s(?:of\s)?(?P<year>{YEAR})", _season, _IGNORE)
TODAY = rule(rf"(?P<word>today|tonight|yesterday|tomorrow)\b{PART}", _day_word, _IGNORE)
ANAPHOR = rule(
    r"(?P<way>the\s(?:very\s)?(?:next|following|previous|preceding|same)|that(?:\s(?:same|very))?)\s"
    r"(?:(?P<unit>day|week|month|year|night|morning|afternoon|evening)\b"
    rf"|(?P<weekday>(?-i:{WEEKDAY}))\b|(?P<month>(?-i:{FULL}))\b(?!\s\d))",
    _anaphor,
    _IGNORE,
)
BEFORE_AFTER = rule(
    rf"the\s{_UNIT}\s(?P<way>before|after|earlier)\b(?P<ref>\s(?:yesterday|tomorrow)\b)?",
    _before_after,
    _IGNORE,
)
STRETCH = rule(
    rf"the\s(?P<which>past|last|next|coming)\s(?:(?P<n>{_NUMBER}|few|couple\sof)\s)?{_UNIT}(?P<plural>s)?\b(?!\sof\s)",
    _stretch,
    _IGNORE,
)
CURRENT = rule(
    r"(?:the\s(?:end|start|beginning|middle|close)\sof\sthe|(?:earlier|later|early|late)\sin\sthe)\s"
    r"(?P<unit>week|month|year)\b(?!\sof\s)",
    _current,
    _IGNORE,
)
WEEKEND = rule(r"the\sweekend\b", _weekend, _IGNORE)
QUARTER = rule(
    r"(?:the\s)?(?:first|second|third|fourth|last|final|latter)\s(?:quarter|half|trimester)\sof\s"
    rf"(?:(?P<year>{YEAR})|(?:(?P<which>last|this|next)|the)\syear\b)",
    _quarter,
    _IGNORE,
)
SHORT_QUARTER = rule(rf"[QH][1-4]\s(?:of\s)?(?P<year>{YEAR})", _short_quarter)
