"""Ids of things that were merged away, and where those things went.

A redirect stands for good once a thing was merged away, also where what it went into is parted again: the
part has an id of its own then, since nothing tells which of the merged things it is. It goes only where
the claims of what it leads to count no longer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, update

from tracker.db import models
from tracker.db.store.rows import insert_rows, table
from tracker.reconcile.model import AnyThing


def merged_into(
    number: int, holders: Mapping[int, int], things: Iterable[AnyThing], numbers: Mapping[str, int]
) -> str | None:
    """Return the key of the thing that most claims of the stored thing ``number`` went to (tie: lowest id).

    ``holders`` gives the stored thing of each claim, ``numbers`` the ids that things keep. None where no
    claim of it supports any of the things.
    """
    shared = Counter(
        thing.content_key for thing in things for claim in thing.claims if holders.get(claim) == number
    )
    return min(
        shared,
        key=lambda key: (-shared[key], key not in numbers, numbers.get(key, 0), key),
        default=None,
    )


def apply_redirects(conn: Connection, record: str, gone: Mapping[int, int | None]) -> None:
    """Note where deleted things of a kind (``pledge``, …) went (None: nowhere); chains lead to their end."""
    redirects = table(models.Redirect)
    for number, target in sorted(gone.items()):
        led_there = (redirects.c.record == record) & (redirects.c.to_id == number)
        if target is None:
            conn.execute(delete(redirects).where(led_there))
            continue
        conn.execute(update(redirects).where(led_there).values(to_id=target))
        insert_rows(conn, redirects, [{"record": record, "from_id": number, "to_id": target}])
