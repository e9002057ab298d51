"""``tracker history``: how a thing came to be what it is held to be."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from tracker.cli.database import reading, warn_undated
from tracker.cli.options import AsJson, AsOf, KnownAt
from tracker.errors import UsageError


class Told(StrEnum):
    """What has a history."""

    PLEDGE = "pledge"
    DEPLOYMENT = "deployment"
    STATEMENT = "statement"
    MILESTONE = "milestone"


class By(StrEnum):
    """The order in which sources are taken."""

    PUBLISHED = "published"
    RECORDED = "recorded"


def history(
    context: typer.Context,
    kind: Annotated[Told, typer.Argument(metavar="KIND", help=", ".join(Told))],
    item: Annotated[
        str, typer.Argument(metavar="ID", help="The id that status, timeline or show source prints.")
    ],
    *,
    by: Annotated[
        By,
        typer.Option(
            "--by",
            metavar="ORDER",
            help="published (the undated last) or recorded: when this database learnt of it.",
        ),
    ] = By.PUBLISHED,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """Show how a thing came to be what it is held to be.

    Source by source: what each says of it, and what that changed in what was held until then."""
    from tracker.cli.output import say, say_json  # noqa: PLC0415 - commands load what they use
    from tracker.read.clock import Clock  # noqa: PLC0415
    from tracker.read.history import Order  # noqa: PLC0415
    from tracker.read.history import history as found  # noqa: PLC0415
    from tracker.vocab import RecordKind  # noqa: PLC0415

    if not item.isdecimal():
        option = " --statements" if kind is Told.STATEMENT else ""
        raise UsageError(f'"{item}" is no id of a {kind}; tracker timeline MISSION{option} lists {kind}s')
    with reading(context) as connection:
        clock = Clock(as_of, known_at)
        answer = found(connection, RecordKind(kind), int(item), Order(by), clock)
        warn_undated(connection, clock)
    if as_json:
        from tracker.export.history import history_record  # noqa: PLC0415

        say_json(history_record(answer))
    else:
        from tracker.cli.history_text import history_lines  # noqa: PLC0415
        from tracker.cli.text import Page  # noqa: PLC0415

        say(history_lines(Page.of_stdout(), answer))
