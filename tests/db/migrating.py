"""A process that migrates, and may kill itself at a given moment.

    python -m tests.db.migrating URL SCRIPTS MOMENT

MOMENT is ``never``, ``statement:N`` (before the Nth statement), ``step:N`` (in the middle of a statement: the
first that takes N thousand instructions of SQLite's machine) or ``commit`` (just before it). It prints the
number of statements.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event, make_url

from tracker.db import migrate


def die() -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 1


def arm(moment: str) -> list[str]:
    """Listen for the moment, and return the list that fills with statements."""
    kind, _, number = moment.partition(":")
    seen: list[str] = []

    @event.listens_for(Engine, "before_cursor_execute")
    def _count(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        seen.append(statement)
        if kind == "statement" and len(seen) == int(number):
            die()

    @event.listens_for(Engine, "commit")
    def _commit(_connection: Any) -> None:
        if kind == "commit":
            die()

    @event.listens_for(Engine, "connect")
    def _step(connection: Any, _record: Any) -> None:
        if kind == "step" and isinstance(connection, sqlite3.Connection):
            connection.set_progress_handler(die, int(number) * 1000)

    return seen


def main() -> None:
    url, scripts, moment = sys.argv[1:]
    statements = arm(moment)
    migrate.apply(make_url(url), "head", scripts=Path(scripts))
    print(len(statements))


if __name__ == "__main__":
    main()
