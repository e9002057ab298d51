"""What a date expression means that leans on another date of the text: "a day later", "that December"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tracker.extract.date_readings import Context, shifted
from tracker.vocab import DatePrecision, PartialDate


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A distance from another date: "a day later", "the following month", "that year"."""

    unit: str
    by: int
    relative: bool = False

    def resolve(self, context: Context) -> PartialDate | None:
        """Return the shifted anchor; one less exact than the unit gives nothing."""
        anchor = context.anchor
        if anchor is None:
            return None
        if self.unit == "week" and self.by == 0:
            return anchor if anchor.precision is not DatePrecision.DAY else shifted(anchor.first, "month", 0)
        if self.unit in {"day", "week"} and anchor.precision is not DatePrecision.DAY:
            return None
        if self.unit == "month" and anchor.precision is DatePrecision.YEAR:
            return None
        return shifted(anchor.first, self.unit, self.by)


@dataclass(frozen=True, slots=True)
class AnaphoricMonth:
    """A named month in the year of another date ("that December") or next to it ("the following May")."""

    month: int
    direction: int = 0
    relative: bool = False

    def resolve(self, context: Context) -> PartialDate | None:
        """Return the month; "following" and "previous" need an anchor that is exact to the month."""
        anchor = context.anchor
        if anchor is None:
            return None
        year = anchor.first.year
        if self.direction:
            if anchor.precision is DatePrecision.YEAR:
                return None
            later = self.month > anchor.first.month
            earlier = self.month < anchor.first.month
            year += (not later) if self.direction > 0 else -(not earlier)
        return PartialDate.of_month(year, self.month)


@dataclass(frozen=True, slots=True)
class AnaphoricDay:
    """A day in the year of another date: "15 July of that year"."""

    month: int
    day: int
    relative: bool = False

    def resolve(self, context: Context) -> PartialDate | None:
        """Return the day; raise ``ValueError`` where the year has none."""
        if context.anchor is None:
            return None
        return PartialDate.of_day(date(context.anchor.first.year, self.month, self.day))


@dataclass(frozen=True, slots=True)
class AnaphoricWeekday:
    """A weekday after or before another day: "the following Monday"."""

    weekday: int
    direction: int
    relative: bool = False

    def resolve(self, context: Context) -> PartialDate | None:
        """Return the nearest such day strictly after or before the anchor, or within its week for "that"."""
        anchor = context.anchor
        if anchor is None or anchor.precision is not DatePrecision.DAY:
            return None
        day = anchor.first
        if self.direction == 0:
            return PartialDate.of_day(day + timedelta(days=self.weekday - day.weekday()))
        distance = (self.direction * (self.weekday - day.weekday())) % 7 or 7
        return PartialDate.of_day(day + timedelta(days=self.direction * distance))
