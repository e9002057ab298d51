"""The missions that the database knows, and the one that a user means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, Date, Integer, String, text

from tracker.read.answers import MissionName, MissionSummary
from tracker.read.names import Named, resolve
from tracker.read.rows import PHASE, PRECISION, partial_date

_MISSIONS = text(
    """
    SELECT m.id, m.slug, m.name, host.name AS host, lead.name AS lead,
           m.phase, m.phase_since_from, m.phase_since_to, m.phase_since_precision,
           m.source_count, s.published_on AS newest_source
    FROM missions m
    LEFT JOIN actors host ON host.id = m.host_id
    LEFT JOIN actors lead ON lead.id = m.lead_id
    LEFT JOIN sources s ON s.id = m.newest_source_id
    """
).columns(
    id=Integer,
    slug=String,
    name=String,
    host=String,
    lead=String,
    phase=PHASE,
    phase_since_from=Date,
    phase_since_to=Date,
    phase_since_precision=PRECISION,
    source_count=Integer,
    newest_source=Date,
)
_ALIASES = text("SELECT mission_id, name FROM mission_aliases").columns(mission_id=Integer, name=String)


def missions(connection: Connection) -> tuple[MissionSummary, ...]:
    """Return every mission with what is projected onto it, by slug."""
    summaries = [
        MissionSummary(
            mission=MissionName(row.id, row.slug, row.name, row.host, row.lead),
            phase=row.phase,
            phase_since=partial_date(row.phase_since_from, row.phase_since_to, row.phase_since_precision),
            source_count=row.source_count,
            newest_source=row.newest_source,
        )
        for row in connection.execute(_MISSIONS)
    ]
    return tuple(sorted(summaries, key=lambda summary: summary.mission.slug))


def missions_named(connection: Connection) -> tuple[Named, ...]:
    """Return every mission with all that it is called."""
    return tuple(_named(connection, missions(connection)))


def find_mission(connection: Connection, query: str) -> MissionSummary:
    """Return the mission whose slug, name or alias is ``query``.

    Raises ``ItemError``, which suggests the nearest, where there is none.
    """
    known = {summary.mission.id: summary for summary in missions(connection)}
    return known[resolve(query, _named(connection, known.values()), "mission").id]


def _named(connection: Connection, summaries: Iterable[MissionSummary]) -> Iterator[Named]:
    aliases = defaultdict(list)
    for mission_id, name in connection.execute(_ALIASES):
        aliases[mission_id].append(name)
    for summary in summaries:
        mission = summary.mission
        yield Named(mission.id, mission.slug, (mission.name, *aliases[mission.id]))
