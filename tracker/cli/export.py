"""``tracker export``: everything that the database holds, as JSON."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.database import reading, refuse_damaged, url_of, warn_undated
from tracker.cli.options import AsOf, KnownAt
from tracker.errors import UsageError

if TYPE_CHECKING:
    from sqlalchemy import URL

_DATABASE_PARTS = ("", "-wal", "-shm", "-journal")


class ExportFormat(StrEnum):
    """The formats that can be asked for."""

    JSON = "json"
    JSONL = "jsonl"


def export(  # noqa: PLR0917 - typer hands all over by name
    context: typer.Context,
    form: Annotated[
        ExportFormat, typer.Option("--format", help="One JSON object, or one record a line.")
    ] = ExportFormat.JSON,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file, whole or not at all."),
    ] = None,
    with_ids: Annotated[
        bool, typer.Option("--with-ids", help="Add ids of rows, times of recording and names of input files.")
    ] = False,
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> None:
    """Export missions, sources, things and claims.

    They are sorted by content: the same articles give the same bytes, whatever order they came in and on
    whichever database.
    """
    from tracker.cli.output import say_utf8  # noqa: PLC0415 - commands load what they use
    from tracker.export.content import contents  # noqa: PLC0415
    from tracker.export.files import Format, lines_of, write_whole  # noqa: PLC0415
    from tracker.read.clock import Clock, at  # noqa: PLC0415

    clock = Clock(as_of, known_at)
    if output is not None:
        _refuse_database(output, url_of(context))
    with reading(context) as connection:
        refuse_damaged(connection)
        with at(connection, clock) as view:
            found = contents(view, with_ids=with_ids)
        warn_undated(connection, clock)
    lines = lines_of(found, Format(form.value))
    if output is None or _is_standard_output(output):
        say_utf8(lines)
    else:
        write_whole(output, lines)


def _refuse_database(output: Path, url: URL) -> None:
    """Raise ``UsageError`` where the export would take the place of what it is read from."""
    from tracker.export.files import same_file  # noqa: PLC0415

    if url.get_backend_name() != "sqlite":
        return
    named = Path(str(url.database))
    for database in (named, Path(os.path.realpath(named))):
        if any(same_file(output, database.with_name(database.name + part)) for part in _DATABASE_PARTS):
            raise UsageError(f"{output} belongs to the database: name another file with -o")


def _is_standard_output(output: Path) -> bool:
    """Tell whether ``-`` is meant, or the stream by its name: what it was opened on stays as it is."""
    if str(output) == "-":
        return True
    try:
        return os.path.samestat(output.stat(), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):  # no such file, or a stream that is none
        return False
