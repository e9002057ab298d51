"""Progress of long work: a bar under the lines on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import typer


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of long work: ``say`` prints a line, ``advance`` counts an item that is done, and
    ``waiting`` says how many are at hand that are not done yet."""

    say: Callable[[str], None]
    advance: Callable[[], None]
    waiting: Callable[[int], None]


@contextmanager
def lines_with_progress(what: str) -> Iterator[Shown]:
    """Show lines and, on a terminal, a bar with the count and the time since when.

    How many there will be is not known: the bar moves several times a second, whatever the work is at.
    """
    if not sys.stdout.isatty():
        yield Shown(typer.echo, lambda: None, lambda _: None)
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal pays for it
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    counts = TextColumn(f"{{task.completed:,}} {what}{{task.fields[waiting]}}")
    with Progress(BarColumn(20), counts, TimeElapsedColumn(), console=Console(), transient=True) as progress:
        task = progress.add_task(what, total=None, waiting="")

        def say(line: str) -> None:
            progress.console.print(line, markup=False, highlight=False, soft_wrap=True)

        def waiting(number: int) -> None:
            progress.update(task, waiting=f", {number:,} read" if number else "")

        yield Shown(say, lambda: progress.advance(task), waiting)
