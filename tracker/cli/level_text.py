"""What donors come to in all, as rows of text: beside each sum what a running total says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from tracker.cli.words import UNKNOWN, sum_of, when
from tracker.read.answers import LevelLine, MissionStatus, PledgeLine
from tracker.vocab import DisputedField, PartialDate, PledgeKind

LEVEL_TITLES = ("donor", "status", "to", "in all", "as told in all")


def level_rows(status: MissionStatus) -> list[tuple[str, ...]]:
    """Return a row (see ``LEVEL_TITLES``) of each level that is of several pledges or is checked."""
    plain = Counter(
        (line.donor, line.recipient, line.status, line.amount.currency)
        for line in status.pledges
        if line.kind is PledgeKind.MONEY and line.amount is not None and not line.total
    )
    return [
        (
            level.donor or UNKNOWN,
            level.status.value,
            level.recipient or "",
            sum_of(level.amount),
            _told(level, status),
        )
        for level in status.levels
        if level.told is not None
        or plain[level.donor, level.recipient, level.status, level.amount.currency] > 1
    ]


def _told(level: LevelLine, status: MissionStatus) -> str:
    if level.told is None:
        return ""
    told = max(_totals(level, status), key=_newness, default=None)
    of_day = "" if told is None else f" as of {when(_day(told))}"
    if level.agrees:
        compared = "the sums known by then"
    elif _is_exceeded(level, status):
        compared = "less than the sums known by then"
    else:
        compared = "more than the sums known by then"
    return f"{sum_of(level.told)}{of_day}, {compared}"


def _totals(level: LevelLine, status: MissionStatus) -> Iterator[PledgeLine]:
    """Yield the totals that say what is told of the level."""
    for line in status.pledges:
        if (
            line.total
            and (line.donor, line.recipient, line.amount) == (level.donor, level.recipient, level.told)
            and level.status in {line.status, *(flow.status for flow in line.flows)}
        ):
            yield line


def _day(total: PledgeLine) -> PartialDate | date | None:
    """Return the day a total holds for: its own, else that of the first source."""
    published = [each.published for each in total.sources if each.published is not None]
    return total.announced_on or min(published, default=None)


def _newness(total: PledgeLine) -> date:
    day = _day(total)
    if isinstance(day, PartialDate):
        return day.first
    return day or date.max


def _is_exceeded(level: LevelLine, status: MissionStatus) -> bool:
    """Tell whether the sums of the total's day are more than it; for sums of nobody, those of today."""
    if level.told is None or level.donor is None:
        return level.told is not None and level.told.amount < level.amount.amount
    said = f"{level.told.number()} {level.told.currency}"
    return any(
        line.field is DisputedField.TOTAL
        and line.actor == level.donor
        and said in {side.said for side in line.sides}
        for line in status.contradictions
    )
