"""What a date expression means: its resolution against a publication date, a tense or an earlier date.

A reading returns None where what it needs is unknown or does not decide; it never guesses.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from tracker.vocab import DatePrecision, PartialDate


@dataclass(frozen=True, slots=True)
class Context:
    """What a reading may use: the publication date, the caller's tense, another date of the discourse."""

    published: date | None
    future: bool
    anchor: PartialDate | None


class Reading(Protocol):
    """The meaning of one date expression."""

    @property
    def relative(self) -> bool:
        """Whether it needs the publication date."""

    def resolve(self, context: Context) -> PartialDate | None:
        """Return the date meant, or None; may raise ``ValueError`` or ``OverflowError`` off the calendar."""


def shifted_month(year: int, month: int, by: int) -> PartialDate:
    """Return the month that lies ``by`` months after the given one."""
    years, index = divmod(year * 12 + month - 1 + by, 12)
    return PartialDate.of_month(years, index + 1)


def shifted(day: date, unit: str, by: int) -> PartialDate:
    """Return what is ``by`` units after ``day``: a day for days, a month for weeks and months, a year."""
    if unit == "day":
        return PartialDate.of_day(day + timedelta(days=by))
    if unit == "week":
        moved = day + timedelta(weeks=by)
        return PartialDate.of_month(moved.year, moved.month)
    if unit == "month":
        return shifted_month(day.year, day.month, by)
    return PartialDate.of_year(day.year + by)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A date that needs no context; None where it is written ambiguously or means no single unit."""

    date: PartialDate | None
    relative: bool = False

    def resolve(self, context: Context) -> PartialDate | None:
        """Return the date itself."""
        return self.date


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of the year: the latest up to publication or the next, or that of the weekday named with it.

    ``year_shift`` says "last year" outright.
    """

    month: int
    day: int
    weekday: int | None = None
    year_shift: int | None = None
    relative: bool = True

    def in_year(self, year: int) -> PartialDate:
        """Return the day in ``year``; raise ``ValueError`` where it has none."""
        return PartialDate.of_day(date(year, self.month, self.day))

    def resolve(self, context: Context) -> PartialDate | None:
        """Return the nearest such day on the side of the tense, or with the weekday beside it."""
        published = context.published
        if published is None:
            return None
        if self.year_shift is not None:
            return self.in_year(published.year + self.year_shift)
        if self.weekday is not None:
            near = [day for day in self._days(published, 1) if day.weekday() == self.weekday]
            if near:  # else it is the paper's slip, and the month and the day stand
                return PartialDate.of_day(min(near, key=lambda day: abs(day - published)))
        return self.on_side(published, future=context.future)

    def on_side(self, day: date, *, future: bool) -> PartialDate | None:
        """Return the first such day from ``day`` on, or the last one up to it."""
        days = self._days(day, 8)  # 29 February may be eight years away
        if future:
            return PartialDate.of_day(min(one for one in days if one >= day))
        return PartialDate.of_day(max(one for one in days if one <= day))

    def _days(self, around: date, years: int) -> list[date]:
        days = []
        for year in range(around.year - years, around.year + years + 1):
            try:
                days.append(date(year, self.month, self.day))
            except ValueError:
                continue
        return days


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day without its month: "on the 25th"."""

    day: int
    relative: bool = True

    def resolve(self, context: Context) -> PartialDate | None:
        """Return the nearest such day on the side of the tense; raise ``ValueError`` where there is none."""
        published = context.published
        if published is None:
            return None
        ahead = context.future and self.day < published.day
        back = not context.future and self.day > published.day
        month = shifted_month(published.year, published.month, int(ahead) - int(back)).first
        return PartialDate.of_day(month.replace(day=self.day))


@dataclass(frozen=True, slots=True)
class Ending:
    """The later end of a range of days: "Jan. 1 to Jan. 3", "between 20 December and 5 January"."""

    begin: MonthDay
    end: MonthDay
    relative: bool = True

    def resolve(self, context: Context) -> PartialDate | None:
        """Return the first such day from the beginning of the range on."""
        begin = self.begin.resolve(context)
        return None if begin is None else self.end.on_side(begin.first, future=True)


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the year; ``which`` is "last", "next", "this" or "" for a bare name."""

    month: int
    which: str = ""
    year_shift: int | None = None
    relative: bool = True

    def in_year(self, year: int) -> PartialDate:
        """Return the month in ``year``."""
        return PartialDate.of_month(year, self.month)

    def resolve(self, context: Context) -> PartialDate | None:
        """Return the nearest such month in the direction of the tense or of the word before it."""
        published = context.published
        if published is None:
            return None
        if self.year_shift is not None or self.which == "this":
            return self.in_year(published.year + (self.year_shift or 0))
        if self.which == "last":
            return self.in_year(published.year - (self.month >= published.month))
        if self.which == "next":
            return self.in_year(published.year + (self.month <= published.month))
        if context.future:
            return self.in_year(published.year + (self.month < published.month))
        return self.in_year(published.year - (self.month > published.month))


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week; ``week`` counts calendar weeks from that of publication ("Monday of last week": -1).

    ``which`` is "last", "next", "this" or "" for a bare name, ``extra`` the weeks on top ("Friday week": 1).
    """

    weekday: int
    which: str = ""
    week: int | None = None
    extra: int = 0
    relative: bool = True

    def resolve(self, context: Context) -> PartialDate | None:
        """Return the day meant; on its own weekday a bare name is the day of publication."""
        published = context.published
        if published is None:
            return None
        if self.week is not None:
            monday = published - timedelta(days=published.weekday())
            return PartialDate.of_day(monday + timedelta(days=7 * self.week + self.weekday))
        back = (published.weekday() - self.weekday) % 7
        ahead = -back % 7
        if self.extra or self.which == "next":
            return PartialDate.of_day(published + timedelta(days=(ahead or 7) + 7 * self.extra))
        if self.which == "last":
            return PartialDate.of_day(published - timedelta(days=back or 7))
        return PartialDate.of_day(published + timedelta(days=ahead if context.future else -back))


@dataclass(frozen=True, slots=True)
class Weekend:
    """A weekend, as the month of its Saturday; ``which`` is "last", "next", "this" or ""."""

    which: str = ""
    relative: bool = True

    def resolve(self, context: Context) -> PartialDate | None:
        """Return the month of the weekend's Saturday."""
        published = context.published
        if published is None:
            return None
        since_saturday = (published.weekday() - 5) % 7
        if self.which == "next" or (context.future and self.which != "last" and since_saturday > 1):
            saturday = published + timedelta(days=7 - since_saturday)
        elif self.which == "last" and since_saturday <= 1:
            saturday = published - timedelta(days=7 + since_saturday)
        else:
            saturday = published - timedelta(days=since_saturday)
        return PartialDate.of_month(saturday.year, saturday.month)


@dataclass(frozen=True, slots=True)
class Shift:
    """A distance from the day of publication, as exact as its unit: "three days ago", "last month"."""

    unit: str
    by: int
    then: tuple[str, int] | None = None  # "a year ago this week": (week, 0)
    relative: bool = True

    def resolve(self, context: Context) -> PartialDate | None:
        """Return the day, month or year that lies so far from publication."""
        published = context.published
        if published is None:
            return None
        if self.then is None:
            return shifted(published, self.unit, self.by)
        unit, by = self.then
        near = shifted(published, unit, by)
        if near.precision is DatePrecision.DAY and self.unit == "year":
            return PartialDate.of_day(near.first.replace(year=near.first.year + self.by))
        moved = shifted(near.first, self.unit, self.by)
        if self.unit == "year" and near.precision is DatePrecision.MONTH:
            return PartialDate.of_month(moved.first.year, near.first.month)
        return moved


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time up to publication or from it on: "the past few days", "the next two weeks".

    Days and weeks go by the month of their far end; months and years only where all lies in one
    calendar year.
    """

    unit: str
    by: int
    relative: bool = True

    def resolve(self, context: Context) -> PartialDate | None:
        """Return the month or year that the stretch belongs to, or None where it spans several."""
        published = context.published
        if published is None:
            return None
        if self.unit in {"day", "week"}:
            far = published + timedelta(days=self.by * (7 if self.unit == "week" else 1))
            return PartialDate.of_month(far.year, far.month)
        if self.unit == "month" and abs(self.by) == 1:
            return shifted_month(published.year, published.month, self.by)
        months = self.by * (12 if self.unit == "year" else 1)
        end = shifted_month(published.year, published.month, months)
        return PartialDate.of_year(end.first.year) if end.first.year == published.year else None
