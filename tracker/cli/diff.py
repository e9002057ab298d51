"""``tracker diff``: what became known, changed, was contradicted or taken back between two views."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import typer

from tracker.cli.database import reading
from tracker.cli.options import AsJson, day, moment
from tracker.errors import UsageError


def diff(
    context: typer.Context,
    mission: Annotated[str, typer.Argument(metavar="MISSION", help="Its slug, name or alias.")],
    *,
    published_from: Annotated[
        date | None,
        typer.Option(
            "--from",
            parser=day,
            metavar="YYYY-MM-DD",
            help="The earlier view: what was published by that day.",
        ),
    ] = None,
    published_to: Annotated[
        date | None,
        typer.Option(
            "--to",
            parser=day,
            metavar="YYYY-MM-DD",
            help="The later view: what was published by that day; without it all, undated sources too.",
        ),
    ] = None,
    known_from: Annotated[
        datetime | None,
        typer.Option(
            "--known-from",
            parser=moment,
            metavar="TIMESTAMP",
            help="The earlier view: what this database had recorded by then (as --known-at of status).",
        ),
    ] = None,
    known_to: Annotated[
        datetime | None,
        typer.Option(
            "--known-to",
            parser=moment,
            metavar="TIMESTAMP",
            help="The later view: what this database had recorded by then; without it all.",
        ),
    ] = None,
    statements: Annotated[
        bool, typer.Option("--statements", help="List what people said too; else it is counted.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show what changed of a mission between two days, or two moments.

    What is new, changed, contradicted, withdrawn or gone in the later view, with the sources that tell so.
    The days are those of publication; --known-from and --known-to ask what this database learnt meanwhile."""
    from tracker.cli.output import say, say_json  # noqa: PLC0415 - commands load what they use
    from tracker.read.clock import Clock  # noqa: PLC0415
    from tracker.read.compare import compare  # noqa: PLC0415
    from tracker.read.missions import find_mission  # noqa: PLC0415
    from tracker.read.views import view_of  # noqa: PLC0415

    _refuse(published_from, published_to, "from", "to")
    _refuse(known_from, known_to, "known-from", "known-to")
    if published_from is None and known_from is None:
        raise UsageError("say since when: --from YYYY-MM-DD, --known-from TIMESTAMP, or both")
    with reading(context) as connection:
        named = find_mission(connection, mission).mission
        earlier, later = Clock(published_from, known_from), Clock(published_to, known_to)
        answer = compare(
            view_of(connection, named, earlier, statements=statements),
            view_of(connection, named, later, statements=statements),
        )
    if as_json:
        from tracker.export.diff import diff_record  # noqa: PLC0415

        say_json(diff_record(answer))
    else:
        from tracker.cli.diff_text import diff_lines  # noqa: PLC0415
        from tracker.cli.text import Page  # noqa: PLC0415

        say(diff_lines(Page.of_stdout(), answer))


def _refuse(earlier: date | None, later: date | None, first: str, second: str) -> None:
    """Refuse limits that stand the wrong way round."""
    if earlier is not None and later is not None and earlier > later:
        raise UsageError(f"--{first} {earlier} is after --{second} {later}; give the earlier to --{first}")
