"""Options and arguments that several commands share."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import Annotated

import typer


def day(text: str) -> date:
    """Read ``YYYY-MM-DD``; what is no such day is wrong usage."""
    try:
        if len(text) != 10:  # fromisoformat takes 20230923 and 2023-W38-6 too
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f'"{text}" is not a day; write it as 2023-09-23') from None


_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?P<time>[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?)?",
    re.ASCII,
)


def moment(text: str) -> datetime:
    """Read a day (its end is meant) or a day and time, local where no zone is given; return it in UTC."""
    found = _MOMENT.fullmatch(text)
    try:
        if found is None:
            raise ValueError(text)
        if found["time"] is None:
            when = datetime.combine(date.fromisoformat(text), time.max)
        else:
            when = datetime.fromisoformat(text)
        return when.astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        raise typer.BadParameter(
            f'"{text}" is no day or time; write it as 2026-11-24, 2026-11-24T17:30 or 2026-11-24T17:30:00Z'
        ) from None


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Articles: .txt or .md (front matter allowed), .jsonl, folders of these, - for standard input.",
        show_default=False,
    ),
]
Published = Annotated[
    date | None,
    typer.Option(
        "--published",
        parser=day,
        metavar="YYYY-MM-DD",
        help="The day of publication of the one document given; it goes before what the document says.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON alone on standard output.")]
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        parser=day,
        metavar="YYYY-MM-DD",
        help="Only what was published by that day; undated sources are left out and counted.",
    ),
]
KnownAt = Annotated[
    datetime | None,
    typer.Option(
        "--known-at",
        parser=moment,
        metavar="TIMESTAMP",
        help="Only what this database had recorded by then: YYYY-MM-DD (its end) or YYYY-MM-DDTHH:MM[:SS],"
        " in local time where no zone (Z, +02:00) follows.",
    ),
]
