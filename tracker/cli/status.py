"""``tracker status``: where a mission stands, and why we think so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.database import reading
from tracker.cli.options import AsJson, AsOf, KnownAt
from tracker.errors import ItemError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tracker.read.answers import MissionStatus, MissionSummary
    from tracker.read.clock import Clock


def status(
    context: typer.Context,
    mission: Annotated[
        str | None,
        typer.Argument(
            metavar="MISSION", help="Its slug, name or alias. Without one: all missions, a line each."
        ),
    ] = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """Show where a mission stands.

    Each line ends with the number of the source that it rests on; tracker show tells more of each id."""
    from tracker.read.clock import Clock, at  # noqa: PLC0415 - commands load what they use
    from tracker.read.missions import missions  # noqa: PLC0415

    clock = Clock(as_of, known_at)
    with reading(context) as connection:
        if mission is not None:
            _print(_one(connection, mission, clock), as_json=as_json)
            return
        with at(connection, clock) as view:
            _print_all(missions(view), clock, as_json=as_json)


def _one(connection: Connection, mission: str, clock: Clock) -> MissionStatus:
    from tracker.read.clock import at, undated  # noqa: PLC0415 - commands load what they use
    from tracker.read.missions import find_mission  # noqa: PLC0415
    from tracker.read.status import mission_status  # noqa: PLC0415

    found = find_mission(connection, mission)
    slug = found.mission.slug
    told_with = [slug, *found.mission.predecessors]  # whose milestones say which mission replaced them
    with at(connection, clock, told_with) as view:
        if clock:
            found = _then(view, slug, clock)
        answer = mission_status(view, found)
    left_out = undated(connection, clock).get(slug, 0)
    return replace(
        answer,
        as_of=clock.as_of,
        known_at=clock.known_at,
        undated_count=answer.undated_count if clock.as_of is None else left_out,
    )


def _then(view: Connection, slug: str, clock: Clock) -> MissionSummary:
    from tracker.read.missions import missions  # noqa: PLC0415

    found = next((summary for summary in missions(view) if summary.mission.slug == slug), None)
    if found is None:
        raise ItemError(f"no source that was {clock.words()} tells of {slug}")
    return found


def _print(answer: MissionStatus, *, as_json: bool) -> None:
    from tracker.cli.output import say, say_json  # noqa: PLC0415 - commands load what they use

    if as_json:
        from tracker.export.status import status_record  # noqa: PLC0415

        say_json(status_record(answer))
    else:
        from tracker.cli.status_text import status_lines  # noqa: PLC0415
        from tracker.cli.text import Page  # noqa: PLC0415

        say(status_lines(Page.of_stdout(), answer))


def _print_all(answers: Sequence[MissionSummary], clock: Clock, *, as_json: bool) -> None:
    from tracker.cli.output import say, say_json  # noqa: PLC0415

    if as_json:
        from tracker.export.status import summary_record  # noqa: PLC0415

        say_json([summary_record(answer, clock.as_of, clock.known_at) for answer in answers])
    else:
        from tracker.cli.status_text import summary_lines  # noqa: PLC0415
        from tracker.cli.text import Page  # noqa: PLC0415

        say(summary_lines(Page.of_stdout(), answers))
