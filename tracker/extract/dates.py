"""Dates in a text: what they are, where they stand, and what they mean on the day of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from tracker.claims import Span
from tracker.extract import date_grammar as calendar
from tracker.extract import date_readings as read
from tracker.extract import date_relative as relative
from tracker.extract.date_anaphors import Anaphor
from tracker.extract.date_grammar import DateForm, Rule
from tracker.extract.heads import by_first, cased, titled
from tracker.extract.lexicon import load, words
from tracker.extract.numbers import is_year, next_word, previous_word
from tracker.vocab import DatePrecision, PartialDate

__all__ = ["DateForm", "DateMention", "find_dates"]

# Where a date may begin: one cheap pass over the text before the rules are tried.
_WORDS = load("months")["heads"]
_BEHIND_THE = r"\s(?=\d|{})".format("|".join([*_WORDS["behind_the"].split(), *load("months")["ordinals"]]))
_HEADS = re.compile(
    r"(?<![\w.,/])(?<!\d[-–])\d|\b(?:"
    + by_first(
        [
            *titled([*calendar.MONTHS, *calendar.WEEKDAYS, *_WORDS["short_weekdays"].split()], tail=r"\b"),
            *cased(_WORDS["days"].split(), tail=r"\b"),
            *cased(_WORDS["steps"].split(), tail=r"\s"),
            *cased([*relative.NUMBERS, "a", "an"], tail=r"\s(?=day|week|month|year|few|couple)"),
            *cased(["the"], tail=_BEHIND_THE),
            *(f"{half}[1-4]\\s" for half in "QH"),
        ]
    )
    + ")"
)
_WEEKDAY_HEADS = frozenset([*calendar.WEEKDAYS, *_WORDS["short_weekdays"].split()])
_RULES: dict[str, tuple[Rule, ...]] = {
    "digit": (calendar.NUMERIC, calendar.DAYS, calendar.DATE, relative.DISTANCE, calendar.YEARS),
    "month": (calendar.DAYS, calendar.DATE, calendar.MONTH_YEAR),
    "weekday": (calendar.DATE, calendar.WEEKDAY_ALONE),
    "the": (
        relative.CURRENT,
        relative.QUARTER,
        relative.ANAPHOR,
        relative.BEFORE_AFTER,
        relative.STRETCH,
        relative.SEASON_YEAR,
        relative.WEEKEND,
        calendar.SPELLED,
        calendar.DAY_ALONE,
    ),
    "word": (
        relative.WHICH_UNIT,
        relative.WHICH_NAME,
        relative.SEASON,
        relative.ANAPHOR,
        relative.TODAY,
        relative.DISTANCE,
        relative.CURRENT,
        relative.QUARTER,
        relative.SEASON_YEAR,
        relative.SHORT_QUARTER,
    ),
}
# "the end of last year", "mid-October", "the morning of 2 October": said with the date, not before it.
_LEADS = re.compile(
    r"(?<!\w)(?:(?:the\s)?(?:very\s)?(?:end|start|beginning|middle|close|month|morning|afternoon|evening|night|week|turn"
    r"|(?:first|second|third|last|final|opening|closing)\s(?:week|weeks|half|days|part))\sof\s(?:the\s)?"
    r"|(?:early|late|later|earlier|sometime)\s(?:in\s|on\s)?|mid[-\s]|at\sleast\s|the\s)\Z",
    re.IGNORECASE,
)
_LEAD_REACH = 26
_JOINED = re.compile(r"\s(?:and|or|to|until|till|through)\s|\s?[-–—]\s?")
_LISTED = re.compile(r"\s(?:and|or)\s")
_PAIRS = frozenset(load("months")["preposition_pairs"])
_OPENERS = "(“‘\"'[–—"
_POSSESSIVES = ("'s", "’s", "s'", "s’")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as an article prints it.

    ``span`` leaves out the ``preposition`` before it (lower case, "as of" among them, or None).
    ``open`` says that the date is relative to a publication date that is unknown.
    """

    span: Span
    preposition: str | None
    form: DateForm
    open: bool
    reading: read.Reading
    published: date | None

    def resolve(self, *, future: bool = False, anchor: PartialDate | None = None) -> PartialDate | None:
        """Return the date meant, or None where it cannot be known.

        ``future`` is the tense of the clause: it turns "on Friday" and "in October" to what comes.
        ``anchor`` is the date that "a day later" or "that year" leans on.
        """
        try:
            return self.reading.resolve(read.Context(self.published, future, anchor))
        except (ValueError, OverflowError):  # off the calendar: "9,000 years ago", 29 February
            return None

    def counted_from(self, day: PartialDate | None) -> PartialDate | None:
        """Return the other end of a distance: with "two days after the vote" on ``day``, that of the vote."""
        distance = self.reading
        if not isinstance(distance, Anaphor):
            return None
        context = read.Context(self.published, future=False, anchor=day)
        return replace(distance, by=-distance.by).resolve(context)

    def ago(self) -> PartialDate | None:
        """Return what a distance from another date ("seven months after") means counted back from today."""
        distance = self.reading
        if not isinstance(distance, Anaphor) or self.published is None:
            return None
        return read.shifted(self.published, distance.unit, -abs(distance.by))


def find_dates(text: str, published: date | None) -> list[DateMention]:
    """Return the dates in ``text`` in order, without overlaps; durations, ages and clock times are none."""
    mentions: list[DateMention] = []
    end = 0
    for head in _HEADS.finditer(text):
        if head.start() < end:
            continue
        mention = _read(text, head, published, mentions[-1] if mentions else None)
        if mention is not None:
            mentions.append(mention)
            end = mention.span.end
    return _share(mentions, text)


def _kind(head: str) -> str:
    if head[0].isdecimal():
        return "digit"
    word = head.rstrip().lower()
    if word in calendar.MONTHS:
        return "month"
    if word in _WEEKDAY_HEADS:
        return "weekday"
    return "the" if word == "the" else "word"


def _read(
    text: str, head: re.Match[str], published: date | None, previous: DateMention | None
) -> DateMention | None:
    for pattern, build in _RULES[_kind(head.group())]:
        match = pattern.match(text, head.start())
        found = build(match) if match is not None else None
        if match is None or found is None:
            continue
        form, reading = found
        start, end = match.span()
        if form is DateForm.BARE_YEAR and not is_year(text, start, end):
            continue
        lead = _lead(text, start, previous.span.end if previous else 0)
        setting = _setting(text, start, lead, end, previous)
        if _plausible(text[start:end], form, setting):
            is_open = reading.relative and published is None
            return DateMention(Span(lead, end), setting.preposition, form, is_open, reading, published)
    return None


def _lead(text: str, start: int, floor: int) -> int:
    lead = _LEADS.search(text, max(floor, start - _LEAD_REACH), start)
    return lead.start() if lead is not None else start


def _preposition(text: str, start: int) -> str | None:
    last = previous_word(text, start)
    word = last.lower().lstrip(_OPENERS)
    before = previous_word(text, start - len(last) - 1).lower() if start > len(last) else ""
    pair = f"{before.lstrip(_OPENERS)} {word}"
    if pair in _PAIRS:
        return pair
    return word if word in words("months", "prepositions") else None


@dataclass(frozen=True, slots=True)
class _Setting:
    """The words around an expression that could be a date."""

    before: str  # the word before it and its lead, in lower case
    preposition: str | None
    led: bool  # "early", "mid-", "the end of" stands before it
    determined: bool  # an article or a possessive stands before it, a noun behind: "the October vote"
    joined: bool  # "and", "to" or a dash ties it to the date before it
    bracketed: bool
    follower: str

    @property
    def dated(self) -> bool:
        """Whether the setting alone makes a month or a year of it."""
        return (
            self.led
            or self.joined
            or self.determined
            or self.preposition in words("months", "calendar_prepositions")
        )


def _setting(text: str, start: int, lead: int, end: int, previous: DateMention | None) -> _Setting:
    before = previous_word(text, lead).lower().lstrip(_OPENERS)
    led = text[lead:start].lower()
    follower = next_word(text, end)
    determined = led == "the " or before in words("months", "determiners") or before.endswith(_POSSESSIVES)
    return _Setting(
        before=before,
        preposition=_preposition(text, lead),
        led=led not in {"", "the "},
        determined=determined and follower.islower() and follower not in words("numbers", "function"),
        joined=previous is not None and _JOINED.fullmatch(text, previous.span.end, lead) is not None,
        bracketed=text[lead - 1 : lead] == "(" and text[end : end + 1] in {")", ",", ";"},
        follower=follower,
    )


def _plausible(printed: str, form: DateForm, setting: _Setting) -> bool:
    """Judge by the words around whether an expression that could be a date is one."""
    if form is DateForm.BARE_MONTH:
        return " " in printed or setting.dated  # "last October" is plain by itself
    if form is DateForm.BARE_YEAR:
        return setting.dated or setting.bracketed or setting.before in words("months", "year_openers")
    if form is DateForm.MONTH_DAY:  # "in June 10 officers left" counts officers
        counted = setting.follower.islower() and setting.follower not in words("numbers", "function")
        return not (setting.preposition == "in" and printed[0].isalpha() and counted)
    if form is DateForm.WEEKDAY:
        named = setting.follower in words("months", "weekly")
        return not named and setting.before not in words("months", "feasts")
    if form is DateForm.ANAPHORIC:
        return _leans(printed, setting)
    return not (form is DateForm.RANGE and setting.preposition == "for")


def _leans(printed: str, setting: _Setting) -> bool:
    """Tell "that December" from "said that December would", "a year after" from "for a year after"."""
    first, _, rest = printed.partition(" ")
    if first.lower() == "that" and rest[:1].isupper():
        by_day = rest in words("months", "weekday_names")
        if by_day or setting.before in words("months", "reporting"):
            return setting.preposition is not None
        return setting.follower not in words("words", "auxiliaries")
    return setting.preposition != "for" and setting.before != "the"


def _share(mentions: list[DateMention], text: str) -> list[DateMention]:
    """Give "1 July and 15 August 2024" one year, the end of a range its beginning, a list its preposition."""
    for index in range(len(mentions) - 2, -1, -1):
        this, other = mentions[index], mentions[index + 1]
        if _JOINED.fullmatch(text, this.span.end, other.span.start):
            mentions[index] = _in_year_of(this, other) or this
    for index, (this, other) in enumerate(pairwise(mentions), start=1):
        gap = text[this.span.end : other.span.start]
        if _LISTED.fullmatch(gap) and other.preposition is None:
            mentions[index] = replace(other, preposition=this.preposition)
        if not _JOINED.fullmatch(gap) or (_LISTED.fullmatch(gap) and this.preposition != "between"):
            continue
        begin, end = this.reading, other.reading
        if isinstance(begin, read.MonthDay) and isinstance(end, read.MonthDay) and end.year_shift is None:
            mentions[index] = replace(mentions[index], reading=read.Ending(begin, end))
    return mentions


def _in_year_of(this: DateMention, other: DateMention) -> DateMention | None:
    reading, later = this.reading, other.reading
    if not isinstance(later, read.Fixed) or later.date is None or later.date.precision is DatePrecision.YEAR:
        return None
    if not isinstance(reading, read.MonthDay | read.Month) or reading.year_shift is not None:
        return None
    if isinstance(reading, read.Month) and reading.which:
        return None
    year = later.date.first.year - (reading.month > later.date.first.month)
    try:
        fixed = read.Fixed(reading.in_year(year))
    except ValueError:
        return None
    form = DateForm.ABSOLUTE if isinstance(reading, read.MonthDay) else DateForm.MONTH_YEAR
    if this.form is DateForm.RANGE:
        form = DateForm.RANGE
    return replace(this, reading=fixed, form=form, open=False)
