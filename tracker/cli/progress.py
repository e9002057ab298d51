"""Progress of long work: a bar under the lines on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer


@contextmanager
def lines_with_progress(what: str) -> Iterator[tuple[Callable[[str], None], Callable[[], None]]]:
    """Give two functions: one prints a line, the other counts an item; on a terminal a bar shows the count.

    How many there will be is not known: the bar shows that work goes on, how much is done, since when.
    """
    if not sys.stdout.isatty():
        yield typer.echo, lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal pays for it
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (BarColumn(20), TextColumn(f"{{task.completed:,}} {what}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(), transient=True) as progress:
        task = progress.add_task(what, total=None)

        def say(line: str) -> None:
            progress.console.print(line, markup=False, highlight=False, soft_wrap=True)

        yield say, lambda: progress.advance(task)
