"""What a strength adds up, and the rule as it is printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tracker.vocab import PartialDate


@dataclass(frozen=True, slots=True)
class AddedContingent:
    """A contingent that a strength counts: its content key, its number and its day."""

    thing: str
    count: int | None
    date: PartialDate | None


@dataclass(frozen=True, slots=True)
class StrengthParts:
    """What a strength adds up: a level, the day it holds for, the claim that tells it, and what came since.

    ``level`` is None where none was told; the contingents are then all that were. ``level_date`` is None
    where the level's source is undated.
    """

    level: int | None
    level_date: date | None
    level_claim: int | None
    added: tuple[AddedContingent, ...] = ()

    @property
    def count(self) -> int | None:
        """Return the strength; None where no number was told."""
        counts = [each.count for each in self.added if each.count is not None]
        if self.level is not None:
            counts.append(self.level)
        return sum(counts) if counts else None

    def in_words(self) -> str:
        """Return it as printed: ``761 = level of 400 of 2025-01-05 + contingents of 217 and 144 since``."""
        counts = [str(each.count) for each in self.added if each.count is not None]
        parts = []
        if self.level is not None:
            told = "" if self.level_date is None else f" of {self.level_date.isoformat()}"
            parts.append(f"level of {self.level}{told}")
        if counts:
            listed = " and ".join(filter(None, (", ".join(counts[:-1]), counts[-1])))
            word = "contingent" if len(counts) == 1 else "contingents"
            parts.append(f"{word} of {listed}" + (" since" if self.level is not None else ""))
        return " + ".join(parts) if self.count is None else f"{self.count} = {' + '.join(parts)}"


def made_of(
    level: int | None, since: date | None, claim: int | None, contingents: Iterable[AddedContingent]
) -> StrengthParts:
    """Return what a strength adds up: a level of a day, and the contingents that begin after it.

    ``level`` is None where none was told: then all contingents count. ``claim`` is the one that tells it.
    """
    later = (each for each in contingents if level is None or _begins_after(each.date, since))
    counted = sorted(later, key=lambda each: (each.date is None, each.date, each.thing))
    return StrengthParts(level, since if level is not None else None, claim, tuple(counted))


def _begins_after(when: PartialDate | None, day: date | None) -> bool:
    return when is not None and day is not None and when.first > day
