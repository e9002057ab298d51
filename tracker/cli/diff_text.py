"""What differs between two views of a mission, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.cli.change_words import ARROW, PEOPLE_FIELDS, change_words
from tracker.cli.dispute_words import about, ruling
from tracker.cli.text import Page
from tracker.cli.thing_words import thing_words
from tracker.cli.words import UNKNOWN, counted, footnotes, people, pledged, source_line, sum_of
from tracker.read.answers import (
    Awaited,
    DeploymentLine,
    Evidence,
    MilestoneLine,
    MissionStatus,
    PledgeLine,
    StatementLine,
)
from tracker.read.compare import Comparison, DisputeNews, LevelNews, News, ThingNews
from tracker.read.differing import Line

_LABEL = 11
_INDENT = "  "


def diff_lines(page: Page, found: Comparison) -> list[str]:
    """Return what is new, changed, contradicted, withdrawn or gone, with the sources that tell so."""
    lines = _heading(page, found)
    if not found:
        return [*lines, "", *page.wrap(f"Nothing changed.{_confirmed(found)}")]
    news = {kind: [each for each in found.things if each.news is kind] for kind in News}
    lines += _section(page, "New", [_row(each, thing_words(each.line)) for each in news[News.NEW]])
    lines += _section(page, "Changed", [_row(each, _changed(each)) for each in news[News.CHANGED]])
    lines += _section(page, "Contradicted", [_dispute(each) for each in found.disputes])
    taken = [_row(each, _withdrawn(each)) for each in news[News.WITHDRAWN]]
    gone = [_row(each, _gone(each)) for each in news[News.GONE]]
    lines += _section(page, "Withdrawn or gone", [*taken, *gone])
    if found.levels:
        lines += ["", page.bold("Donors in all")]
        lines += [line for each in found.levels for line in page.wrap(_level(each), indent=_INDENT)]
    if found.confirmed:
        lines += ["", *page.wrap(_confirmed(found).strip())]
    return lines + _sources(page, found)


def _heading(page: Page, found: Comparison) -> list[str]:
    mission, old, new = found.after.mission, found.before, found.after
    lines = [page.bold(line) for line in page.wrap(f"{mission.name} ({mission.slug})")]
    lines += _labelled(page, "From", _limits(old))
    lines += _labelled(page, "To", _limits(new))
    lines += _labelled(page, "Phase", _phase(found))
    for label, steps in (("Awaits now", found.expected), ("No more", found.met)):
        if steps:
            lines += _labelled(page, label, ", ".join(map(_step, steps)))
    lines += _labelled(page, "Sources", _moved(old.source_count, new.source_count))
    lines += _labelled(page, "Statements", _moved(old.statement_count, new.statement_count))
    left_out = new.undated_count if old.as_of else 0
    if left_out:
        where = "both" if new.as_of else "the earlier view"
        lines += _labelled(page, "Left out", f"{counted(left_out, 'undated source')}, of {where}")
    return lines


def _limits(status: MissionStatus) -> str:
    parts = [f"published by {status.as_of}"] if status.as_of else []
    parts += [f"recorded by {status.known_at.isoformat()}"] if status.known_at else []
    return " and ".join(parts) or "now"


def _labelled(page: Page, label: str, text: str) -> list[str]:
    return page.wrap(text, indent=f"{label} ".ljust(_LABEL), hang=" " * _LABEL)


def _phase(found: Comparison) -> str:
    new = found.after
    if not found.phase_changed:
        return f"{_phase_of(new)}, as before"
    through = ""
    if new.through is not None:
        by = f" by {new.through.by}" if new.through.by else ""
        through = f", through: {new.through.kind.value}{by} {footnotes(new.through.sources)}"
    elif new.phase_sources:
        through = f" {footnotes(new.phase_sources)}"
    return f"{_phase_of(found.before)} {ARROW} {_phase_of(new)}{through}"


def _phase_of(status: MissionStatus) -> str:
    if status.phase is None:
        return UNKNOWN
    return status.phase.value + (f" since {status.phase_since.iso()}" if status.phase_since else "")


def _step(step: Awaited) -> str:
    return step.kind.value + (f" by {step.by}" if step.by else "")


def _moved(before: int, after: int) -> str:
    return f"{before:,} {ARROW} {after:,}" if before != after else f"{after:,}, as before"


def _section(page: Page, title: str, rows: Sequence[tuple[str, str, str]]) -> list[str]:
    if not rows:
        return []
    return ["", page.bold(title), *page.table([("id", "what", "source"), *rows], indent=_INDENT)]


def _row(each: ThingNews, words: str) -> tuple[str, str, str]:
    number = "" if each.line.id is None else f" {each.line.id}"
    return f"{each.record.value}{number}", words, footnotes(_telling(each))


def _telling(each: ThingNews) -> tuple[Evidence, ...]:
    """Return the sources that are new, else all that the thing rests on."""
    known = {source.id for source in each.before.sources} if each.before else set()
    fresh = tuple(source for source in each.line.sources if source.id not in known)
    return fresh or each.line.sources


def _changed(each: ThingNews) -> str:
    if each.before is None or each.after is None:
        return thing_words(each.line)
    fields = {change.field for change in each.changes}
    return f"{_name(each.after, fields)}: {'; '.join(change_words(each.before, each.after, each.changes))}"


def _name(line: Line, changed: set[str]) -> str:
    """Return what a thing is called where its changes follow, without what is among those."""
    match line:
        case MilestoneLine():
            return f"{line.kind.value}{f' by {line.by}' if line.by else ''}, {line.date.iso()}"
        case PledgeLine():
            to = f" to {line.recipient}" if line.recipient else ""
            what = f" {line.status.value}" if "amount" in changed else f", {pledged(line)}"
            return f"{line.donor or 'unknown donor'}{to}{what}"
        case DeploymentLine():
            what = "" if changed & PEOPLE_FIELDS else f", {people(line)}"
            return f"{line.contributor or 'whole mission'} {line.status.value}{what}"
        case StatementLine():
            return line.speaker or "an unnamed speaker"


def _withdrawn(each: ThingNews) -> str:
    return thing_words(each.line) if each.before is None else _changed(each)


def _gone(each: ThingNews) -> str:
    if each.into is None:
        return f"{thing_words(each.line)}: nobody tells of it any more"
    number = "" if each.into.id is None else f" {each.into.id}"
    return f"{thing_words(each.line)}: one with {each.record.value}{number} now"


def _dispute(each: DisputeNews) -> tuple[str, str, str]:
    line = each.after or each.before
    if line is None:
        return "", "", ""
    words = f"{line.field.value} of {about(line)}: {ruling(line)}"
    if each.after is None:
        words = f"no longer disputed: {words}"
    sources = [source for side in line.sides for source in side.sources]
    number = "" if line.id is None else f" {line.id}"
    return f"contradiction{number}", words, footnotes(sources)


def _level(each: LevelNews) -> str:
    to = f" to {each.recipient}" if each.recipient else ""
    before, after = (sum_of(value) if value else "nothing" for value in (each.before, each.after))
    return f"{each.donor or 'unknown donor'} {each.status.value}{to}: {before} {ARROW} {after}"


def _confirmed(found: Comparison) -> str:
    if not found.confirmed:
        return ""
    return f" As before, but told by further sources: {counted(found.confirmed, 'thing')}."


def _sources(page: Page, found: Comparison) -> list[str]:
    cited = {source.id: source for source in _cited(found)}
    lines = ["", page.bold("Sources")] if cited else []
    for number in sorted(cited):
        mark = f"[{number}] "
        lines += page.wrap(source_line(cited[number]), indent=_INDENT + mark, hang=_INDENT + " " * len(mark))
    return lines


def _cited(found: Comparison) -> Iterator[Evidence]:
    if found.phase_changed:
        yield from found.after.through.sources if found.after.through else found.after.phase_sources
    for each in found.things:
        yield from _telling(each)
    for dispute in found.disputes:
        line = dispute.after or dispute.before
        for side in line.sides if line else ():
            yield from side.sources
