"""Two clocks: what was published by a day, and what this database had recorded by a moment.

A reader is given a connection. Where a clock is set, that is a database in memory (``tracker.read.snapshot``)
that holds what would be stored if only the sources that count had ever come, with the ids of today; so every
reader works on it unchanged, and nothing is written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from tracker.errors import DatabaseError


@dataclass(frozen=True, slots=True)
class Clock:
    """``as_of``: what was published by that day; ``known_at``: what was recorded by that moment (aware).

    None is no limit. With ``as_of``, undated sources do not count.
    """

    as_of: date | None = None
    known_at: datetime | None = None

    def __bool__(self) -> bool:
        return self.as_of is not None or self.known_at is not None

    def counts(self, published: date | None, recorded: datetime) -> bool:
        """Tell whether what was published on a day (None: unknown) and recorded at a moment counts."""
        if self.known_at is not None and recorded > self.known_at:
            return False
        return self.as_of is None or (published is not None and published <= self.as_of)

    def words(self) -> str:
        """Return the limits as a sentence ends with them; empty where there is none."""
        parts = []
        if self.as_of is not None:
            parts.append(f"published by {self.as_of}")
        if self.known_at is not None:
            parts.append(f"recorded by {self.known_at.isoformat()}")
        return " and ".join(parts)


@contextmanager
def at(
    connection: Connection, clock: Clock, missions: Collection[str | None] | None = None
) -> Iterator[Connection]:
    """Open the database as it would be with the sources that count alone; without a limit, as it is.

    ``missions`` are the slugs (None: claims of no mission) that will be asked about, so that no more is read;
    the others are there by name, but untold. What is a thing of its own then and none today has an id that
    ``tracker.read.rows.known_id`` makes None. Raise ``DatabaseError`` where a row is missing.
    """
    if not clock:
        yield connection
        return
    from tracker.db.damage import damaged  # noqa: PLC0415 - the status of today needs none of it
    from tracker.read.snapshot import snapshot  # noqa: PLC0415 - loads the ORM

    try:
        with snapshot(connection, clock, missions) as view:
            yield view
    except DatabaseError as error:
        raise damaged(connection) from error


def undated(connection: Connection, clock: Clock) -> Mapping[str | None, int]:
    """Return how many undated sources ``as_of`` leaves out, in all (None) and by the slugs they tell of.

    ``connection`` is that of the database itself. Empty where no day is set.
    """
    if clock.as_of is None:
        return {}
    from tracker.read.snapshot.counting import undated_sources  # noqa: PLC0415 - loads the ORM

    return undated_sources(connection, clock.known_at)
