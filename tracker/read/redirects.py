"""Where ids lead that were merged away."""

from __future__ import annotations

from sqlalchemy import Connection, Integer, text

from tracker.vocab import RecordKind

_TARGET = text("SELECT to_id FROM redirects WHERE record = :record AND from_id = :number").columns(
    to_id=Integer
)


def redirected(connection: Connection, record: RecordKind, number: int) -> int | None:
    """Return the id of the thing that the one with that id was merged into; None where it was not."""
    return connection.execute(_TARGET, {"record": record.value, "number": number}).scalar()
