"""``tracker show``: one thing with all its evidence."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.database import reading, warn_undated
from tracker.cli.options import AsOf, KnownAt
from tracker.errors import ItemError, UsageError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tracker.cli.text import Page


class Shown(StrEnum):
    """What can be shown."""

    PLEDGE = "pledge"
    DEPLOYMENT = "deployment"
    STATEMENT = "statement"
    MILESTONE = "milestone"
    SOURCE = "source"
    ACTOR = "actor"


def show(
    context: typer.Context,
    kind: Annotated[Shown, typer.Argument(metavar="KIND", help=", ".join(Shown))],
    item: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="The id that status, sources or show source prints; for an actor also a name."
        ),
    ],
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> None:
    """Show a thing with all its evidence.

    Each quote stands »marked« in its sentence, with its place in the text."""
    from tracker.cli.output import say  # noqa: PLC0415 - commands load what they use
    from tracker.cli.text import Page  # noqa: PLC0415
    from tracker.read.clock import Clock, at  # noqa: PLC0415

    clock = Clock(as_of, known_at)
    with reading(context) as connection:
        with at(connection, clock) as view:
            say(_shown(view, Page.of_stdout(), kind, item))
        warn_undated(connection, clock)


def _shown(connection: Connection, page: Page, kind: Shown, item: str) -> list[str]:
    from tracker.cli import show_text as text  # noqa: PLC0415
    from tracker.read.actors import find_actor  # noqa: PLC0415
    from tracker.read.evidence import pieces_of_source  # noqa: PLC0415
    from tracker.read.sources import one_source  # noqa: PLC0415

    if kind is Shown.ACTOR:
        return text.actor_lines(page, find_actor(connection, item))
    if not item.isdecimal():
        raise UsageError(f'"{item}" is no id of a {kind}; {_where_ids_stand(kind)}')
    if kind is Shown.SOURCE:
        source = one_source(connection, int(item))
        return text.source_lines(page, source, pieces_of_source(connection, source))
    return _thing(connection, page, kind, int(item))


def _where_ids_stand(kind: Shown) -> str:
    if kind is Shown.SOURCE:
        return "tracker sources lists them"
    if kind is Shown.STATEMENT:
        return "tracker show source N lists the statements of a source with their ids"
    return f"tracker status MISSION and tracker show source N list {kind}s with their ids"


def _thing(connection: Connection, page: Page, kind: Shown, number: int) -> list[str]:
    from tracker.cli.thing_text import shown_thing  # noqa: PLC0415 - commands load what they use
    from tracker.vocab import RecordKind  # noqa: PLC0415

    lines = shown_thing(connection, page, RecordKind(kind.value), number)
    if lines is None:
        raise ItemError(f"no {kind} has the id {number}; {_where_ids_stand(kind)}")
    return lines
