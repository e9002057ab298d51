"""The missions that the database knows, and the one that a user means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, Date, Integer, String, text

from tracker.read.answers import MissionName, MissionSummary
from tracker.read.names import Named, lookup, resolve
from tracker.read.rows import PHASE, PRECISION, partial_date

_MISSIONS = text(
    """
    SELECT m.id, m.slug, m.name, host.name AS host, lead.name AS lead,
           coalesce(successor.slug, m.replaced_by) AS successor,
           m.phase, m.phase_since_from, m.phase_since_to, m.phase_since_precision,
           m.source_count, s.published_on AS newest_source
    FROM missions m
    LEFT JOIN actors host ON host.id = m.host_id
    LEFT JOIN actors lead ON lead.id = m.lead_id
    LEFT JOIN missions successor ON successor.id = m.successor_id
    LEFT JOIN sources s ON s.id = m.newest_source_id
    """
).columns(
    id=Integer,
    slug=String,
    name=String,
    host=String,
    lead=String,
    successor=String,
    phase=PHASE,
    phase_since_from=Date,
    phase_since_to=Date,
    phase_since_precision=PRECISION,
    source_count=Integer,
    newest_source=Date,
)
_ALIASES = text("SELECT mission_id, name FROM mission_aliases").columns(mission_id=Integer, name=String)
_PLACES = text(
    "SELECT a.name AS state, l.name FROM actors a JOIN actor_aliases l ON l.actor_id = a.id"
    " WHERE a.kind = 'state'"
).columns(state=String, name=String)


def missions(connection: Connection) -> tuple[MissionSummary, ...]:
    """Return every mission with what is projected onto it, by slug."""
    rows = connection.execute(_MISSIONS).all()
    before = defaultdict(list)
    for row in rows:
        before[row.successor].append(row.slug)
    summaries = [
        MissionSummary(
            mission=MissionName(
                row.id,
                row.slug,
                row.name,
                row.host,
                row.lead,
                row.successor,
                tuple(sorted(before.get(row.slug, ()))),
            ),
            phase=row.phase,
            phase_since=partial_date(row.phase_since_from, row.phase_since_to, row.phase_since_precision),
            source_count=row.source_count,
            newest_source=row.newest_source,
        )
        for row in rows
    ]
    return tuple(sorted(summaries, key=lambda summary: summary.mission.slug))


def missions_named(connection: Connection) -> tuple[Named, ...]:
    """Return every mission with all that it is called, and all that its host is."""
    return tuple(_named(connection, missions(connection), _places(connection)))


def find_mission(connection: Connection, query: str) -> MissionSummary:
    """Return the mission whose slug, name or alias is ``query``.

    Raises ``ItemError``, which suggests those in the state of that name, else the nearest, where there is
    none.
    """
    known = {summary.mission.id: summary for summary in missions(connection)}
    found = lookup(query, _named(connection, known.values(), {}), "mission")
    if found is None:
        found = resolve(query, missions_named(connection), "mission")  # which says what there is
    return known[found.id]


def _named(
    connection: Connection, summaries: Iterable[MissionSummary], places: Mapping[str, list[str]]
) -> Iterator[Named]:
    aliases = defaultdict(list)
    for mission_id, name in connection.execute(_ALIASES):
        aliases[mission_id].append(name)
    for summary in summaries:
        mission = summary.mission
        yield Named(
            mission.id,
            mission.slug,
            (mission.name, *aliases[mission.id]),
            (mission.host, *places.get(mission.host, ())) if mission.host else (),
            summary.source_count,
        )


def _places(connection: Connection) -> Mapping[str, list[str]]:
    """Return the other names of every state."""
    found = defaultdict(list)
    for state, name in connection.execute(_PLACES):
        found[state].append(name)
    return found
