"""The program ``tracker``: its commands, put together. Each command imports what it needs when it runs."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker import __version__
from tracker.cli import (
    contradictions,
    db,
    diff,
    evaluate,
    export,
    extract,
    history,
    ingest,
    seed,
    show,
    sources,
    status,
    timeline,
    verify,
)
from tracker.cli.frame import Command, Group, Program

_HELP = """An event-tracking database for international missions.

It reads news articles, takes out who promised what, who sends whom, who said what and where the mission
stands, and keeps every fact with the characters that say it."""

app = typer.Typer(
    cls=Program,
    help=_HELP,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command("ingest", cls=Command)(ingest.ingest)
app.command("extract", cls=Command)(extract.extract)
app.command("status", cls=Command)(status.status)
app.command("contradictions", cls=Command)(contradictions.contradictions)
app.command("show", cls=Command)(show.show)
app.command("sources", cls=Command)(sources.sources)
app.command("timeline", cls=Command)(timeline.timeline)
app.command("history", cls=Command)(history.history)
app.command("diff", cls=Command)(diff.diff)
app.command("export", cls=Command)(export.export)
app.command("verify", cls=Command)(verify.verify)
app.command("eval", cls=Command)(evaluate.evaluate)
app.command("seed", cls=Command)(seed.seed)

_db = typer.Typer(cls=Group, help="Create, upgrade and inspect the database.", rich_markup_mode=None)
_db.command("upgrade", cls=Command)(db.upgrade)
_db.command("current", cls=Command)(db.current)
app.add_typer(_db, name="db")


def _print_version(value: bool) -> None:
    if value:
        typer.echo(f"tracker {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def program(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version and exit.", is_eager=True, callback=_print_version),
    ] = False,
) -> None:
    """Show the help where no command is given."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
