"""``tracker timeline``: what happened in the life of a mission, day by day."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from tracker.cli.database import reading
from tracker.cli.options import AsJson, AsOf, KnownAt, day
from tracker.errors import UsageError


def timeline(
    context: typer.Context,
    mission: Annotated[str, typer.Argument(metavar="MISSION", help="Its slug, name or alias.")],
    *,
    since: Annotated[
        date | None,
        typer.Option(
            "--since", parser=day, metavar="YYYY-MM-DD", help="Only what happened on that day or later."
        ),
    ] = None,
    until: Annotated[
        date | None,
        typer.Option("--until", parser=day, metavar="YYYY-MM-DD", help="Only what happened up to that day."),
    ] = None,
    statements: Annotated[
        bool, typer.Option("--statements", help="What people said too, on the day it was first published.")
    ] = False,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """Show what happened in a mission's life, in the order of the days.

    Steps, pledges on the day they were announced, people on the day they moved, and how many there are where
    that changes. What no source dates stands behind, in the order in which it was first told."""
    from tracker.cli.output import say, say_json  # noqa: PLC0415 - commands load what they use
    from tracker.read.clock import Clock  # noqa: PLC0415
    from tracker.read.missions import find_mission  # noqa: PLC0415
    from tracker.read.timeline import timeline as found  # noqa: PLC0415

    if since and until and since > until:
        raise UsageError(f"--since {since} is after --until {until}; give the earlier day to --since")
    with reading(context) as connection:
        named = find_mission(connection, mission).mission
        clock = Clock(as_of, known_at)
        answer = found(connection, named, clock, since=since, until=until, statements=statements)
    if as_json:
        from tracker.export.timeline import timeline_record  # noqa: PLC0415

        say_json(timeline_record(answer))
    else:
        from tracker.cli.text import Page  # noqa: PLC0415
        from tracker.cli.timeline_text import timeline_lines  # noqa: PLC0415

        say(timeline_lines(Page.of_stdout(), answer))
