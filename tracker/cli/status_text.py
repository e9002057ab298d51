"""A mission's status as lines of text; the number behind each line is that of the source it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tracker.cli.dispute_words import about, ruling
from tracker.cli.level_text import LEVEL_TITLES, level_rows
from tracker.cli.text import Page
from tracker.cli.words import (
    UNKNOWN,
    counted,
    footnotes,
    made_of,
    people,
    pledged,
    rests_on,
    source_line,
    sum_of,
    when,
)
from tracker.read.answers import (
    ContradictionLine,
    DeploymentLine,
    Evidence,
    MilestoneLine,
    MissionStatus,
    MissionSummary,
    PledgeLine,
)
from tracker.vocab import PledgeKind

_LABEL = 11
_INDENT = "  "


def summary_lines(page: Page, summaries: Iterable[MissionSummary]) -> list[str]:
    """Return a table of missions, a line each; those that some source tells of come first."""
    rows = [
        (
            summary.mission.slug,
            summary.phase.value if summary.phase else UNKNOWN,
            when(summary.phase_since, "") if summary.phase else "",
            str(summary.source_count),
            when(summary.newest_source, ""),
            summary.mission.name,
        )
        for summary in sorted(summaries, key=lambda summary: not summary.source_count)
    ]
    if not rows:
        return ["no missions yet; tracker seed brings those that are known from the start"]
    return page.listing([("mission", "phase", "since", "sources", "newest", "name"), *rows])


def status_lines(page: Page, status: MissionStatus) -> list[str]:
    """Return the whole status, with the list of its sources at the end."""
    money = [line for line in status.pledges if line.kind is PledgeKind.MONEY and line.recipient is None]
    in_kind = [
        line for line in status.pledges if line.kind is not PledgeKind.MONEY and line.recipient is None
    ]
    elsewhere = [line for line in status.pledges if line.recipient is not None]
    return [
        *_heading(page, status),
        *_section(page, "Milestones", _milestones(page, status.milestones)),
        *_section(page, "Money", _pledges(page, money)),
        *_section(page, "Equipment, training, services", _pledges(page, in_kind)),
        *_section(page, "For other recipients", _pledges(page, elsewhere, recipients=True)),
        *_section(page, "Money in all", _table(page, LEVEL_TITLES, level_rows(status))),
        *_section(page, "Personnel", _personnel(page, status.deployments)),
        *_section(page, "Contradictions", _contradictions(page, status.contradictions)),
        *_section(page, "Sources", _sources(page, status)),
    ]


def _heading(page: Page, status: MissionStatus) -> list[str]:
    mission = status.mission
    lines = [*(page.bold(line) for line in page.wrap(f"{mission.name} ({mission.slug})"))]
    if status.as_of:
        lines += _labelled(page, "As of", status.as_of.isoformat())
    if status.known_at:
        lines += _labelled(page, "Known at", status.known_at.isoformat())
    lines += _labelled(page, "Host", mission.host or UNKNOWN)
    lines += _labelled(page, "Lead", mission.lead or UNKNOWN)
    if mission.predecessors:
        lines += _labelled(page, "Follows", ", ".join(mission.predecessors))
    if mission.successor:
        lines += _labelled(page, "Successor", mission.successor)
    lines += _labelled(page, "Phase", _phase(status))
    for number, step in enumerate(status.awaits):
        by = f" by {step.by}" if step.by else ""
        text = f"{step.kind.value}{by} {footnotes(step.sources)}"
        lines += _labelled(page, "" if number else "Awaits", text)
    return lines


def _phase(status: MissionStatus) -> str:
    if status.phase is None:
        return "unknown: no source tells of it yet"
    text = status.phase.value
    if status.phase_since:
        text += f" since {status.phase_since.iso()}"
    if status.through is None:
        return f"{text} {footnotes(status.phase_sources)}"
    by = f" by {status.through.by}" if status.through.by else ""
    return f"{text}, through: {status.through.kind.value}{by} {footnotes(status.through.sources)}"


def _labelled(page: Page, label: str, text: str) -> list[str]:
    return page.wrap(text, indent=label.ljust(_LABEL), hang=" " * _LABEL)


def _section(page: Page, title: str, lines: Sequence[str]) -> list[str]:
    return ["", page.bold(title), *lines] if lines else []


def _milestones(page: Page, milestones: Iterable[MilestoneLine]) -> list[str]:
    rows = [(_number(line.id), line.date.iso(), _step(line), rests_on(line)) for line in milestones]
    return _table(page, ("id", "date", "step", "source"), rows)


def _step(line: MilestoneLine) -> str:
    text = f"{line.kind.value} by {line.by}" if line.by else line.kind.value
    text += f", until {line.until.iso()}" if line.until else ""
    return text + (f", replaced by {line.replaced_by}" if line.replaced_by else "")


def _pledges(page: Page, pledges: Iterable[PledgeLine], *, recipients: bool = False) -> list[str]:
    rows = [row for line, mark in _wholes_first(pledges) for row in _pledge(line, mark)]
    titles = ("id", "donor", "status", "to" if recipients else "", "what", "announced", "source")
    return _table(page, titles, rows)


def _wholes_first(pledges: Iterable[PledgeLine]) -> Iterator[tuple[PledgeLine, str]]:
    """Yield the pledges, the parts of a whole right behind it and marked."""
    lines = list(pledges)
    present = {line.id for line in lines}
    parts: dict[int, list[PledgeLine]] = defaultdict(list)
    for line in lines:
        if line.part_of in present and line.part_of is not None:
            parts[line.part_of].append(line)
    for line in lines:
        if line.part_of is None or line.part_of not in present:
            yield line, ""
            yield from ((part, "- ") for part in parts.get(line.id or 0, ()))


def _pledge(line: PledgeLine, mark: str) -> Iterator[tuple[str, ...]]:
    """Yield the row of a pledge, and one for each of its flows where it has several."""
    yield (
        _number(line.id),
        mark + (line.donor or UNKNOWN),
        line.status.value,
        line.recipient or "",
        pledged(line),
        when(line.announced_on, ""),
        rests_on(line),
    )
    for flow in line.flows if len(line.flows) > 1 else ():
        money = sum_of(flow.amount) if flow.amount else "sum unknown"
        yield ("", "  - flow" if mark else "- flow", flow.status.value, "", money, when(flow.since, ""), "")


def _contradictions(page: Page, lines: Iterable[ContradictionLine]) -> list[str]:
    rows = [
        (
            _number(line.id),
            about(line),
            line.field.value,
            ruling(line, lambda side: f" {footnotes(side.sources)}"),
        )
        for line in lines
    ]
    return _table(page, ("id", "about", "field", "said"), rows)


def _personnel(page: Page, deployments: Iterable[DeploymentLine]) -> list[str]:
    rows = []
    for line in deployments:
        rows.append(_deployment(line, line.contributor or "whole mission"))
        if sum_up := made_of(line):
            rows.append(("", "- made of", "", sum_up, "", ""))
        if len(line.contingents) > 1 or any(part.count != line.count for part in line.contingents):
            rows += [_deployment(part, "- contingent") for part in line.contingents]
    return _table(page, ("id", "contributor", "status", "people", "as of", "source"), rows)


def _deployment(line: DeploymentLine, name: str) -> tuple[str, ...]:
    mark = " (total)" if line.total else ""
    return (
        _number(line.id),
        name,
        line.status.value,
        people(line) + mark,
        when(line.date, ""),
        rests_on(line),
    )


def _number(number: int | None) -> str:
    return "-" if number is None else str(number)


def _table(
    page: Page, titles: tuple[str, ...], rows: Sequence[tuple[str, ...]], indent: str = _INDENT
) -> list[str]:
    if not rows:
        return []
    used = [column for column in range(len(titles)) if any(row[column] for row in rows)]
    return page.table([[row[column] for column in used] for row in (titles, *rows)], indent=indent)


def _sources(page: Page, status: MissionStatus) -> list[str]:
    lines = []
    for source in _cited(status):
        number = f"[{source.id}] "
        lines += page.wrap(source_line(source), indent=_INDENT + number, hang=_INDENT + " " * len(number))
    summary = counted(status.source_count, "source")
    if status.newest_source:
        summary += f", the newest of {status.newest_source.isoformat()}"
    if status.undated_count and status.as_of is None:
        summary += f", {status.undated_count:,} undated"
    summary += f"; {counted(status.statement_count, 'statement')}"
    lines += page.wrap(summary + ".", indent=_INDENT)
    if status.undated_count and status.as_of is not None:
        left_out = counted(status.undated_count, "undated source")
        lines += page.wrap(
            f"Left out: {left_out}, which may be of before or after {status.as_of}.", indent=_INDENT
        )
    return lines


def _cited(status: MissionStatus) -> list[Evidence]:
    groups = [status.phase_sources, *(step.sources for step in status.awaits)]
    groups += [line.sources for line in status.milestones]
    groups += [line.sources for line in status.pledges]
    groups += [line.sources for line in status.deployments]
    groups += [side.sources for line in status.contradictions for side in line.sides]
    cited = {source.id: source for group in groups for source in group}
    return [cited[number] for number in sorted(cited)]
