"""Closed vocabularies and small values that every layer shares.

The words are those of the annotation guide and of the database: an enum's value is what the
JSON prints and what a CHECK constraint allows.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

ENGLISH = "en"
"""The language that the rules read (ISO 639-1)."""


def is_read(language: str | None) -> bool:
    """Tell whether records are taken from a text in a language; an unknown one is taken for English."""
    return language in (None, ENGLISH)


class ClaimKind(StrEnum):
    """What a claim is about."""

    PLEDGE = "pledge"
    DEPLOYMENT = "deployment"
    STATEMENT = "statement"
    MILESTONE = "milestone"
    PHASE = "phase"


class RecordKind(StrEnum):
    """What kind of thing it is that claims tell of: all that is claimed, but for phases."""

    PLEDGE = "pledge"
    DEPLOYMENT = "deployment"
    STATEMENT = "statement"
    MILESTONE = "milestone"


class PledgeKind(StrEnum):
    """What is given."""

    MONEY = "money"
    EQUIPMENT = "equipment"
    TRAINING = "training"
    SERVICES = "services"


class PledgeStatus(StrEnum):
    """How far a pledge has come (OCHA FTS: pledge, commitment, paid)."""

    OFFERED = "offered"
    COMMITTED = "committed"
    DELIVERED = "delivered"
    WITHDRAWN = "withdrawn"


class Purpose(StrEnum):
    """What a pledge is for."""

    LOGISTICS = "logistics"
    INTELLIGENCE = "intelligence"
    COMMUNICATIONS = "communications"
    MEDICAL = "medical"
    TRAINING = "training"
    EQUIPMENT = "equipment"
    TRANSPORT = "transport"
    HUMANITARIAN = "humanitarian"
    SALARIES = "salaries"
    OTHER = "other"


class DeploymentStatus(StrEnum):
    """How far a contingent has come."""

    OFFERED = "offered"
    APPROVED = "approved"
    DEPLOYED = "deployed"
    WITHDRAWN = "withdrawn"


class Unit(StrEnum):
    """What kind of people are sent."""

    POLICE = "police"
    MILITARY = "military"
    MIXED = "mixed"
    CIVILIAN = "civilian"
    UNKNOWN = "unknown"


class Qualifier(StrEnum):
    """How exact a count is said to be."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    UP_TO = "up-to"


class Basis(StrEnum):
    """Whether a count is of people who move, or of how many there are in all."""

    CONTINGENT = "contingent"
    LEVEL = "level"


class MilestoneKind(StrEnum):
    """A step in the life of a mission."""

    REQUESTED = "requested"
    OFFERED = "offered"
    ASSESSED = "assessed"
    AUTHORIZED = "authorized"
    APPROVED = "approved"
    AGREED = "agreed"
    BLOCKED = "blocked"
    PAUSED = "paused"
    RESUMED = "resumed"
    DEPLOYED = "deployed"
    EXTENDED = "extended"
    EXPANDED = "expanded"
    DRAWDOWN = "drawdown"
    ENDED = "ended"


class DisputedField(StrEnum):
    """A field of a thing on which sources disagree; ``total`` is a running total that its parts exceed."""

    AMOUNT = "amount"
    COUNT = "count"
    DATE = "date"
    UNTIL = "until"
    BY = "by"
    SPEAKER = "speaker"
    TOTAL = "total"


class Preference(StrEnum):
    """Why one side of a contradiction leads, in the order in which the rules are asked."""

    CORRECTION = "correction"
    LATER_EVENT = "later-event"
    MORE_SOURCES = "more-sources"
    MORE_PRECISE = "more-precise"
    FIRST_TOLD = "first-told"


class Phase(StrEnum):
    """Where a mission stands."""

    PROPOSED = "proposed"
    AUTHORIZED = "authorized"
    SUSPENDED = "suspended"
    ACTIVE = "active"
    ENDED = "ended"


class ActorKind(StrEnum):
    """What sort of actor a name means."""

    STATE = "state"
    ORGANIZATION = "organization"
    BODY = "body"  # a court, ministry, parliament, force or fund of a state or organization
    OUTLET = "outlet"
    PERSON = "person"


class AliasKind(StrEnum):
    """How an alias stands for its actor."""

    NAME = "name"
    ACRONYM = "acronym"
    ADJECTIVE = "adjective"  # "Kenyan" (police)
    DEMONYM = "demonym"  # "Kenyans": people, not the government
    CAPITAL = "capital"  # "Nairobi": the government, or only a place
    GOVERNMENT = "government"  # "the Biden administration"


class DatePrecision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, month or year: the inclusive range ``first..last`` and its precision."""

    first: date
    last: date
    precision: DatePrecision

    @classmethod
    def of_day(cls, day: date) -> PartialDate:
        """Return the partial date that is exactly ``day``."""
        return cls(day, day, DatePrecision.DAY)

    @classmethod
    def of_month(cls, year: int, month: int) -> PartialDate:
        """Return the partial date that covers a whole month."""
        last = calendar.monthrange(year, month)[1]
        return cls(date(year, month, 1), date(year, month, last), DatePrecision.MONTH)

    @classmethod
    def of_year(cls, year: int) -> PartialDate:
        """Return the partial date that covers a whole year."""
        return cls(date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2024``, ``2024-06`` or ``2024-06-25``; raise ``ValueError`` on anything else."""
        match = _PARTIAL.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"not a date (YYYY, YYYY-MM or YYYY-MM-DD): {text!r}")
        year, month, day = match.groups()
        if day is not None:
            return cls.of_day(date(int(year), int(month), int(day)))
        if month is not None:
            return cls.of_month(int(year), int(month))
        return cls.of_year(int(year))

    def iso(self) -> str:
        """Return the ISO form, as precise as the date is known."""
        text = self.first.isoformat()
        return {DatePrecision.DAY: text, DatePrecision.MONTH: text[:7]}.get(self.precision, text[:4])

    def overlaps(self, other: PartialDate) -> bool:
        """Tell whether both can mean the same day."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """A sum in one currency (ISO 4217), with at most two decimal places."""

    amount: Decimal
    currency: str

    def number(self) -> int | float:
        """Return the amount as a JSON number: an int where it is whole."""
        return int(self.amount) if self.amount == self.amount.to_integral() else float(self.amount)
