"""What happened in a mission's life, as lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.cli.text import Page
from tracker.cli.words import UNKNOWN, counted, footnotes, people, pledged, source_line, when
from tracker.read.answers import DeploymentLine, MilestoneLine, PledgeLine, StatementLine
from tracker.read.differing import who
from tracker.read.timeline import Entry, Event, Timeline

_INDENT = "  "
_TITLES = ("date", "who", "what", "id", "source")


def timeline_lines(page: Page, answer: Timeline) -> list[str]:
    """Return one line for each thing that happened, those of no day behind, and the sources they rest on."""
    mission = answer.mission
    lines = [page.bold(line) for line in page.wrap(f"{mission.name} ({mission.slug})")]
    if answer.clock:
        lines += page.wrap(f"Only what was {answer.clock.words()}.")
    if answer.entries:
        lines += ["", *page.table([_TITLES, *(_row(each, when(each.day)) for each in answer.entries)])]
    else:
        lines += ["", *page.wrap(_nothing(answer))]
    if answer.undated:
        rows = [(when(each.first_told, ""), *_row(each, "")[1:]) for each in answer.undated]
        lines += ["", page.bold("On no day that anybody tells")]
        lines += page.table([("first told", *_TITLES[1:]), *rows], indent=_INDENT)
    if answer.left_out:
        lines += ["", *page.wrap(f"Left out: {counted(answer.left_out, 'thing')} that no source dates.")]
    if answer.undated_sources:
        left_out = counted(answer.undated_sources, "undated source")
        lines += [
            "",
            *page.wrap(f"Left out: {left_out}, which may be of before or after {answer.clock.as_of}."),
        ]
    return lines + _sources(page, [*answer.entries, *answer.undated])


def _nothing(answer: Timeline) -> str:
    if answer.since is None and answer.until is None:
        return "Nothing that a source dates."
    since = f" from {answer.since}" if answer.since else ""
    until = f" until {answer.until}" if answer.until else ""
    return f"Nothing{since}{until} that a source dates."


def _row(entry: Entry, day: str) -> tuple[str, ...]:
    line = entry.line
    nobody = "whole mission" if isinstance(line, DeploymentLine) else UNKNOWN
    if isinstance(line, MilestoneLine):
        nobody = ""
    number = "" if line.id is None else f"{_record(entry)} {line.id}"
    return day, who(line) or nobody, _what(entry), number, footnotes(line.sources)


def _record(entry: Entry) -> str:
    return "deployment" if entry.event in (Event.CONTINGENT, Event.LEVEL) else entry.event.value


def _what(entry: Entry) -> str:
    match entry.line:
        case MilestoneLine() as line:
            until = f", until {line.until.iso()}" if line.until else ""
            return line.kind.value + until + (f", replaced by {line.replaced_by}" if line.replaced_by else "")
        case PledgeLine() as line:
            to = f" to {line.recipient}" if line.recipient else ""
            if entry.flow is None:
                return f"{line.status.value}{to}: {pledged(line)}"
            shown = replace(line, amount=entry.flow.amount or line.amount, amount_usd=None)
            return f"{entry.flow.status.value}{to}: {pledged(shown)}"
        case DeploymentLine() as line:
            return f"{line.status.value}: {people(line)}{_in_all(entry)}"
        case StatementLine() as line:
            return f"“{line.content}”" if line.direct else f"said that {line.content}"


def _in_all(entry: Entry) -> str:
    """Return how many there had been, where the entry tells how many there are."""
    if entry.event is not Event.LEVEL:
        return ""
    return " in all" if entry.before is None else f" in all, {entry.before:,} until then"


def _sources(page: Page, entries: Sequence[Entry]) -> list[str]:
    cited = {source.id: source for entry in entries for source in entry.line.sources}
    lines = ["", page.bold("Sources")] if cited else []
    for number in sorted(cited):
        mark = f"[{number}] "
        lines += page.wrap(source_line(cited[number]), indent=_INDENT + mark, hang=_INDENT + " " * len(mark))
    return lines
