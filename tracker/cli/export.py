"""``tracker export``: everything that the database holds, as JSON."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.database import reading


class ExportFormat(StrEnum):
    """The formats that can be asked for."""

    JSON = "json"
    JSONL = "jsonl"


def export(
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
) -> None:
    """Export missions, sources, things and claims.

    They are sorted by content: the same articles give the same bytes, whatever order they came in and on
    whichever database.
    """
    from tracker.cli.output import say_utf8  # noqa: PLC0415 - commands load what they use
    from tracker.export.content import contents  # noqa: PLC0415
    from tracker.export.files import Format, lines_of, write_whole  # noqa: PLC0415

    with reading(context) as connection:
        found = contents(connection, with_ids=with_ids)
    lines = lines_of(found, Format(form.value))
    if output is None or str(output) == "-":
        say_utf8(lines)
    else:
        write_whole(output, lines)
