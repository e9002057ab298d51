"""A process of its own that ingests the story: ``python -m tests.ingest.worker URL ORDER [STATEMENT]``.

``ORDER`` is a seed to shuffle by (0: as told); at the ``STATEMENT``-th statement the process is killed, so
that nothing of it, not even the driver, can tidy up.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from dataclasses import replace
from itertools import count

from sqlalchemy import Engine, event

from tests.ingest.articles import OPTIONS, story
from tracker.db.session import open_engine
from tracker.ingest import ingest


def count_statements(engine: Engine, killed_at: int | None = None) -> list[int]:
    """Count what is sent to the database in the list's one number; end the process at ``killed_at``."""
    numbers, sent = count(1), [0]

    @event.listens_for(engine, "before_cursor_execute")
    def _count(*_: object) -> None:
        sent[0] = next(numbers)
        if sent[0] == killed_at:
            os.kill(os.getpid(), signal.SIGKILL)

    return sent


def main(url: str, order: str, killed_at: str | None = None) -> None:
    """Ingest, and print the name of each article once it is reported."""
    engine = open_engine(url, read_only=False)
    count_statements(engine, None if killed_at is None else int(killed_at))
    articles = list(story())
    if order != "0":
        random.Random(int(order)).shuffle(articles)
    for report in ingest(articles, engine, replace(OPTIONS, batch=2)):
        print(report, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
