"""What sources disagree on, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tracker.cli.dispute_words import about, ruling, said
from tracker.cli.text import Page
from tracker.cli.words import source_line, sources_of
from tracker.read.answers import ContradictionLine, Evidence

_INDENT = "  "


def contradiction_lines(page: Page, lines: Iterable[ContradictionLine]) -> list[str]:
    """Return each contradiction with the evidence of its sides."""
    found: list[str] = []
    for line in lines:
        found += [""] if found else []
        found += _contradiction(page, line)
    return found or ["no contradictions"]


def _contradiction(page: Page, line: ContradictionLine) -> Iterator[str]:
    number = "-" if line.id is None else line.id
    mission = f" ({line.mission})" if line.mission else ""
    title = f"Contradiction {number}: {line.field.value} of {about(line)}{mission}"
    yield from (page.bold(each) for each in page.wrap(title, hang=_INDENT))
    yield from page.wrap(ruling(line), indent=_INDENT)
    for side in line.sides:
        counts = sources_of(side.source_count, side.independent_count)
        yield from page.wrap(f"{said(line.field, side)}, {counts}", indent=_INDENT)
        for source in side.sources:
            yield from _quoted(page, source)


def _quoted(page: Page, source: Evidence) -> Iterator[str]:
    number = f"[{source.id}] "
    yield from page.wrap(
        source_line(source), indent=_INDENT * 2 + number, hang=_INDENT * 2 + " " * len(number)
    )
    yield from page.wrap(
        f"{source.start}:{source.end} “{source.quote}”", indent=_INDENT * 4, hang=_INDENT * 5
    )
