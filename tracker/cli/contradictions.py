"""``tracker contradictions``: what sources disagree on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.database import reading, warn_undated
from tracker.cli.options import AsJson, AsOf, KnownAt

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tracker.read.answers import ContradictionLine
    from tracker.read.clock import Clock


def contradictions(
    context: typer.Context,
    mission: Annotated[
        str | None,
        typer.Argument(metavar="MISSION", help="Its slug, name or alias. Without one: of all missions."),
    ] = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """List what sources disagree on.

    Each side stands with its sources and their words; the first one leads, by the rule that is named."""
    from tracker.cli.output import say, say_json  # noqa: PLC0415 - commands load what they use
    from tracker.read.clock import Clock  # noqa: PLC0415

    clock = Clock(as_of, known_at)
    with reading(context) as connection:
        found = _found(connection, mission, clock)
        warn_undated(connection, clock)
    if as_json:
        from tracker.export.status import contradiction_record  # noqa: PLC0415

        say_json([contradiction_record(line) for line in found])
    else:
        from tracker.cli.contradiction_text import contradiction_lines  # noqa: PLC0415
        from tracker.cli.text import Page  # noqa: PLC0415

        say(contradiction_lines(Page.of_stdout(), found))


def _found(connection: Connection, mission: str | None, clock: Clock) -> tuple[ContradictionLine, ...]:
    from tracker.read import contradictions as read  # noqa: PLC0415 - commands load what they use
    from tracker.read.clock import at  # noqa: PLC0415
    from tracker.read.missions import find_mission  # noqa: PLC0415

    if mission is None:
        with at(connection, clock) as view:
            return read.contradictions(view, read.EVERY)
    found = find_mission(connection, mission).mission
    with at(connection, clock, [found.slug]) as view:
        return read.contradictions(view, read.OF_MISSION, found.id)
