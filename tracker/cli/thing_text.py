"""A pledge, deployment, statement or milestone with all that is known of it, as lines of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tracker.cli import show_text
from tracker.cli.dispute_words import ruling
from tracker.cli.thing_words import deployment_words, pledge_words
from tracker.cli.words import flowed, made_of
from tracker.db.damage import damaged
from tracker.read import things
from tracker.read.answers import DeploymentLine, MilestoneLine, PledgeLine, StatementLine
from tracker.read.contradictions import OF_THING, contradictions
from tracker.read.evidence import pieces_of_thing
from tracker.read.redirects import redirected
from tracker.vocab import ClaimKind, RecordKind

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tracker.cli.text import Page

_Line = PledgeLine | DeploymentLine | MilestoneLine | StatementLine


def shown_thing(connection: Connection, page: Page, record: RecordKind, number: int) -> list[str] | None:
    """Return a thing with its evidence, or the one that it was merged into; None where there is neither."""
    line = _line(connection, record, number)
    moved = ""
    if line is None:
        target = redirected(connection, record, number)
        if target is None:
            return None
        line = _line(connection, record, target)
        if line is None:
            raise damaged(connection)
        moved = f"{record.value.capitalize()} {number} was merged into {record.value} {target}."
        number = target
    details = [*([moved] if moved else []), *_details(connection, line, number)]
    details += [
        f"Contradiction {each.id}, {each.field.value}: {ruling(each)}"
        for each in contradictions(connection, OF_THING[record], number)
    ]
    pieces = pieces_of_thing(connection, ClaimKind(record.value), number)
    return show_text.thing_lines(page, _title(line), pieces, details, line.independent_count)


def _line(connection: Connection, record: RecordKind, number: int) -> _Line | None:
    found: Mapping[RecordKind, Callable[[], Sequence[_Line]]] = {
        RecordKind.PLEDGE: lambda: things.pledges(connection, things.ALONE, number),
        RecordKind.DEPLOYMENT: lambda: things.deployments(connection, things.WITH_ITS_CONTINGENTS, number),
        RecordKind.STATEMENT: lambda: things.statements(connection, things.ALONE, number),
        RecordKind.MILESTONE: lambda: things.milestones(connection, things.ALONE, number),
    }
    lines = found[record]()
    return lines[0] if lines else None


def _title(line: _Line) -> str:
    match line:
        case PledgeLine():
            return show_text.pledge_title(line)
        case DeploymentLine():
            return show_text.deployment_title(line)
        case MilestoneLine():
            return show_text.milestone_title(line)
        case StatementLine():
            return show_text.statement_title(line)


def _details(connection: Connection, line: _Line, number: int) -> Iterator[str]:
    """Yield what a thing consists of, and what it is a part of."""
    if isinstance(line, PledgeLine):
        if len(line.flows) > 1:
            yield f"Flows: {'; '.join(map(flowed, line.flows))}"
        for whole in things.pledges(connection, things.ITS_WHOLE, number):
            yield f"Part of pledge {whole.id}: {pledge_words(whole)}"
        for part in things.pledges(connection, things.ITS_PARTS, number):
            yield f"Holds pledge {part.id}: {pledge_words(part)}"
    elif isinstance(line, DeploymentLine):
        if sum_up := made_of(line):
            yield f"Made of: {sum_up}"
        for contingent in line.contingents:
            yield f"Contingent, deployment {contingent.id}: {deployment_words(contingent)}"
