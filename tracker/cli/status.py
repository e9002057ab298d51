"""``tracker status``: where a mission stands, and why we think so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.database import reading
from tracker.cli.options import AsJson, AsOf

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tracker.read.answers import MissionStatus, MissionSummary


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
    """Show where a mission stands.

    Each line ends with the number of the source that it rests on; tracker show tells more of each id."""
    with reading(context) as connection:
        if mission is None:
            _print_all(_all(connection, as_of), as_of, as_json=as_json)
        else:
            _print(_one(connection, mission, as_of), as_json=as_json)


def _one(connection: Connection, mission: str, as_of: date | None) -> MissionStatus:
    from tracker.read.missions import find_mission  # noqa: PLC0415 - commands load what they use

    found = find_mission(connection, mission)
    if as_of is None:
        from tracker.read.status import mission_status  # noqa: PLC0415

        return mission_status(connection, found)
    from tracker.read.as_of import mission_status_as_of  # noqa: PLC0415 - loads the ORM

    return mission_status_as_of(connection, found, as_of)


def _all(connection: Connection, as_of: date | None) -> Sequence[MissionSummary]:
    if as_of is None:
        from tracker.read.missions import missions  # noqa: PLC0415

        return missions(connection)
    from tracker.read.as_of import missions_as_of  # noqa: PLC0415

    return missions_as_of(connection, as_of)


def _print(answer: MissionStatus, *, as_json: bool) -> None:
    from tracker.cli.output import say, say_json  # noqa: PLC0415 - commands load what they use

    if as_json:
        from tracker.export.status import status_record  # noqa: PLC0415

        say_json(status_record(answer))
    else:
        from tracker.cli.status_text import status_lines  # noqa: PLC0415
        from tracker.cli.text import Page  # noqa: PLC0415

        say(status_lines(Page.of_stdout(), answer))


def _print_all(answers: Sequence[MissionSummary], as_of: date | None, *, as_json: bool) -> None:
    from tracker.cli.output import say, say_json  # noqa: PLC0415

    if as_json:
        from tracker.export.status import summary_record  # noqa: PLC0415

        say_json([summary_record(answer, as_of) for answer in answers])
    else:
        from tracker.cli.status_text import summary_lines  # noqa: PLC0415
        from tracker.cli.text import Page  # noqa: PLC0415

        say(summary_lines(Page.of_stdout(), answers))
