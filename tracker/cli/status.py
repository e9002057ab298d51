"""``tracker status``: where a mission stands, and why we think so."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli.database import reading
from tracker.cli.options import AsJson, AsOf


def status(
    context: typer.Context,
    mission: Annotated[
        str | None,
        typer.Argument(
            metavar="MISSION", help="Its slug, name or alias. Without one: all missions, a line each."
        ),
    ] = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Show where a mission stands, each line with the source that it rests on."""
    from tracker.cli.output import say, say_json  # noqa: PLC0415 - commands load what they use
    from tracker.cli.status_text import status_lines, summary_lines  # noqa: PLC0415
    from tracker.cli.text import Page  # noqa: PLC0415
    from tracker.export.status import status_record, summary_record  # noqa: PLC0415
    from tracker.read.missions import find_mission, missions  # noqa: PLC0415
    from tracker.read.status import mission_status  # noqa: PLC0415

    with reading(context) as connection:
        if mission is None:
            summaries = missions(connection)
            if as_json:
                say_json([summary_record(summary, as_of) for summary in summaries])
            else:
                say(summary_lines(Page.of_stdout(), summaries))
            return
        answer = mission_status(connection, find_mission(connection, mission))
    if as_json:
        say_json(status_record(answer))
    else:
        say(status_lines(Page.of_stdout(), answer))
