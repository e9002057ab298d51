"""``tracker contradictions``: what sources disagree on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.database import reading
from tracker.cli.options import AsJson

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tracker.read.answers import ContradictionLine


def contradictions(
    context: typer.Context,
    mission: Annotated[
        str | None,
        typer.Argument(metavar="MISSION", help="Its slug, name or alias. Without one: of all missions."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List what sources disagree on.

    Each side stands with its sources and their words; the first one leads, by the rule that is named."""
    from tracker.cli.output import say, say_json  # noqa: PLC0415 - commands load what they use

    with reading(context) as connection:
        found = _found(connection, mission)
    if as_json:
        from tracker.export.status import contradiction_record  # noqa: PLC0415

        say_json([contradiction_record(line) for line in found])
    else:
        from tracker.cli.contradiction_text import contradiction_lines  # noqa: PLC0415
        from tracker.cli.text import Page  # noqa: PLC0415

        say(contradiction_lines(Page.of_stdout(), found))


def _found(connection: Connection, mission: str | None) -> tuple[ContradictionLine, ...]:
    from tracker.read import contradictions as read  # noqa: PLC0415 - commands load what they use
    from tracker.read.missions import find_mission  # noqa: PLC0415

    if mission is None:
        return read.contradictions(connection, read.EVERY)
    return read.contradictions(connection, read.OF_MISSION, find_mission(connection, mission).mission.id)
