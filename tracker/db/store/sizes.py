"""About how much there is to project of a mission, told in no time."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, or_, select

from tracker.db.store.missions import mission_ids
from tracker.db.store.thing_rows import KINDS


def claims_about(conn: Connection, missions: Iterable[str | None]) -> dict[str | None, int]:
    """Return about how many claims count of each mission (slug; None: of no mission).

    It is what the things rest on, added up; so a source that says the same twice counts once.
    """
    slugs = set(missions)
    ids = mission_ids(conn, (slug for slug in slugs if slug is not None))
    names: dict[int | None, str | None] = {number: slug for slug, number in ids.items()}
    names |= {None: None} if None in slugs else {}
    found = dict.fromkeys(slugs, 0)
    for kind in KINDS:
        of = kind.things.c.mission_id
        wanted = (
            or_(of.in_(list(ids.values())), of.is_(None)) if None in slugs else of.in_(list(ids.values()))
        )
        counts = select(of, func.sum(kind.things.c.source_count)).where(wanted).group_by(of)
        for number, count in conn.execute(counts):
            found[names[number]] += int(count)
    return found
