"""A mission as it stands by two clocks, with all that is compared of it."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from tracker.read import things
from tracker.read.answers import MissionName, MissionStatus, StatementLine
from tracker.read.clock import Clock, at, undated
from tracker.read.compare import View
from tracker.read.missions import missions
from tracker.read.status import mission_status


def view_of(connection: Connection, mission: MissionName, clock: Clock, *, statements: bool) -> View:
    """Return the mission by the sources that count; nothing stands where none of them tells of it.

    ``connection`` is that of the database itself; ``statements`` asks for what people said too.
    """
    said: tuple[StatementLine, ...] = ()
    with at(connection, clock, [mission.slug]) as view:
        found = next((each for each in missions(view) if each.mission.slug == mission.slug), None)
        status = _untold(mission) if found is None else mission_status(view, found)
        if statements:
            said = things.statements(view, things.OF_MISSION, mission.id)
    left_out = undated(connection, clock).get(mission.slug, 0)
    return View(
        replace(
            status,
            as_of=clock.as_of,
            known_at=clock.known_at,
            undated_count=status.undated_count if clock.as_of is None else left_out,
        ),
        said,
    )


def _untold(mission: MissionName) -> MissionStatus:
    return MissionStatus(
        mission=mission,
        as_of=None,
        known_at=None,
        phase=None,
        phase_since=None,
        through=None,
        phase_sources=(),
        awaits=(),
        milestones=(),
        pledges=(),
        deployments=(),
        statement_count=0,
        source_count=0,
        undated_count=0,
        newest_source=None,
    )
