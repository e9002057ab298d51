"""Ids of things that were merged away, and where those things went.

A redirect stands for good once a thing was merged away, also where what it went into is parted again: the
part has an id of its own then, since nothing tells which of the merged things it is. It goes only where
the claims of what it leads to count no longer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, delete, update

from tracker.db import models
from tracker.db.store.rows import insert_rows, table
from tracker.reconcile.model import AnyThing


def merged_into(
    gone: Collection[int], holders: Mapping[int, int], things: Iterable[AnyThing], numbers: Mapping[str, int]
) -> dict[int, str]:
    """Return, of stored things that are deleted, the key of the thing that most of their claims went to.

    ``holders`` gives the stored thing of each claim, ``numbers`` the ids that things keep; of equals the
    lowest of these. One of whose claims none supports any of the things is left out.
    """
    gone = frozenset(gone)
    shared: dict[int, Counter[str]] = defaultdict(Counter)
    for thing in things:
        for claim in thing.claims:
            number = holders.get(claim)
            if number in gone and number is not None:
                shared[number][thing.content_key] += 1
    return {number: _most(counts, numbers) for number, counts in shared.items()}


def _most(counts: Mapping[str, int], numbers: Mapping[str, int]) -> str:
    return min(counts, key=lambda key: (-counts[key], key not in numbers, numbers.get(key, 0), key))


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
