"""Options and arguments that several commands share."""

from __future__ import annotations

from datetime import date
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
