"""How quantities, dates and sources read to people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tracker.read.answers import (
    DeploymentLine,
    Evidence,
    FlowLine,
    MilestoneLine,
    PledgeLine,
    StatementLine,
)
from tracker.vocab import Money, PartialDate, PledgeKind, Purpose, Qualifier, Unit

UNKNOWN = "unknown"
_PEOPLE = {Unit.MIXED: "police and military", Unit.UNKNOWN: "people", Unit.CIVILIAN: "civilians"}
_HOW_MANY = {Qualifier.ABOUT: "about ", Qualifier.AT_LEAST: "at least ", Qualifier.UP_TO: "up to "}


def sum_of(money: Money) -> str:
    """Return ``USD 100,000,000``; cents only where there are any."""
    number = money.number()
    return f"{money.currency} {number:,}" if isinstance(number, int) else f"{money.currency} {number:,.2f}"


def people(line: DeploymentLine) -> str:
    """Return ``about 400 police``, ``200-300 military`` or ``number unknown``, as it was said."""
    kind = _PEOPLE.get(line.unit, line.unit.value)
    if line.count is None and line.count_max is None:
        return kind if line.unit is not Unit.UNKNOWN else "number unknown"
    counts = dict.fromkeys(f"{count:,}" for count in (line.count, line.count_max) if count is not None)
    how_many = _HOW_MANY.get(line.qualifier, "") if line.qualifier else ""
    return f"{how_many}{'-'.join(counts)} {kind}"


def made_of(line: DeploymentLine) -> str:
    """Return what a strength adds up: ``level of 400 of 2024-07-18 + contingents of 217 and 144 since``.

    It is empty where that says no more than the number itself: one level, or one contingent.
    """
    counts = [f"{part.count:,}" for part in line.contingents if part.in_strength and part.count is not None]
    if len(counts) + (line.level_count is not None) < 2:
        return ""
    parts = []
    if line.level_count is not None:
        day = f" of {line.level_on.iso()}" if line.level_on else ""
        parts.append(f"level of {line.level_count:,}{day}")
    if counts:
        listed = " and ".join(filter(None, (", ".join(counts[:-1]), counts[-1])))
        since = " since" if parts else ""
        parts.append(f"{'contingent' if len(counts) == 1 else 'contingents'} of {listed}{since}")
    return " + ".join(parts)


def flowed(flow: FlowLine) -> str:
    """Return one flow of a pledge: ``delivered USD 10,800,000 since 2024-03``."""
    money = f" {sum_of(flow.amount)}" if flow.amount else ""
    return f"{flow.status.value}{money}" + (f" since {flow.since.iso()}" if flow.since else "")


def pledged(line: PledgeLine) -> str:
    """Return what is given: the sum as stated, its USD value where one was stated, the kind, the purposes."""
    money = sum_of(line.amount) if line.amount else "sum unknown"
    if line.amount_usd and line.amount and line.amount.currency != "USD":
        money += f" ({sum_of(line.amount_usd)})"
    if line.kind is not PledgeKind.MONEY:
        money = f"{line.kind.value}, {money}" if line.amount else line.kind.value
    marks = ["total"] if line.total else []
    marks += ["further sum"] if line.additional and line.amount else []
    text = money + "".join(f" ({mark})" for mark in marks)
    purposes = [purpose.value for purpose in line.purposes if purpose is not Purpose.OTHER]
    return f"{text} for {', '.join(purposes)}" if purposes else text


def when(value: PartialDate | date | None, unknown: str = "undated") -> str:
    """Return a date as precise as it is known."""
    if value is None:
        return unknown
    return value.iso() if isinstance(value, PartialDate) else value.isoformat()


def source_line(source: Evidence) -> str:
    """Return title, publisher and date of a source on one line."""
    named = [part for part in (source.title or "(untitled)", source.publisher) if part]
    return ", ".join([*named, when(source.published)])


def footnotes(sources: Iterable[Evidence]) -> str:
    """Return the numbers of sources as ``[3] [5-9]``; a number is the source's id."""
    runs: list[list[int]] = []
    for number in sorted({source.id for source in sources}):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return " ".join(
        f"[{run[0]}-{run[-1]}]" if len(run) > 2 else " ".join(f"[{number}]" for number in run) for run in runs
    )


def rests_on(line: PledgeLine | DeploymentLine | MilestoneLine | StatementLine) -> str:
    """Return the numbers of a thing's sources, and how many are independent where some are copies."""
    notes, independent = footnotes(line.sources), line.independent_count
    fewer = independent is not None and independent < len({source.id for source in line.sources})
    return f"{notes}, {independent} independent" if fewer else notes


def sources_of(count: int, independent: int | None) -> str:
    """Return ``3 sources``, or ``3 sources, 2 independent`` where some are copies of others."""
    copies = independent is not None and independent < count
    return counted(count, "source") + (f", {independent:,} independent" if copies else "")


def counted(count: int, one: str, many: str | None = None) -> str:
    """Return ``1 source``, ``12 sources``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
