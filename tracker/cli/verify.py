"""``tracker verify``: proof that the database says what its texts say."""

from __future__ import annotations

import typer

from tracker.cli.database import reading


def verify(context: typer.Context) -> None:
    """Check the whole database.

    Every quote is compared with the characters of its text, every foreign key looked up, every thing computed
    again from its claims. What is wrong is named by table and row, and the exit status is 1.
    """
    from tracker.cli.output import say  # noqa: PLC0415 - commands load what they use
    from tracker.cli.text import one_line  # noqa: PLC0415
    from tracker.verify import verify as find_problems  # noqa: PLC0415

    with reading(context) as connection:
        problems = find_problems(connection)
    say(one_line(str(problem)) for problem in problems)
    if problems:
        typer.echo(f"tracker: {len(problems):,} found wrong", err=True)
        raise typer.Exit(1)
    typer.echo("clean: every quote stands in its text, and every thing follows from its claims")
