"""``tracker ingest``: articles into the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.database import url_of
from tracker.cli.frame import Globals
from tracker.cli.options import AsJson, Paths, Published

if TYPE_CHECKING:
    from sqlalchemy import URL, Engine

    from tracker.ingest import Report

    Reports = Callable[..., Iterator[Report]]  # given what is told how many wait to be stored


def ingest(  # noqa: PLR0917 - typer hands all over by name
    context: typer.Context,
    paths: Paths,
    published: Published = None,
    publisher: Annotated[
        str | None, typer.Option("--publisher", metavar="NAME", help="Who published these articles.")
    ] = None,
    mission: Annotated[
        str | None,
        typer.Option(
            "--mission", metavar="MISSION", help="What these articles are about: slug, name or alias."
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would happen and write nothing.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Read articles into the database.

    It is created on first use. Each article is reported as new, unchanged, replaced or failed; one that fails
    never stops the rest. One that is not in English is kept without any record, and reported as unsupported
    with its language. With --json, each report is one line, and the last line counts them.
    """
    from tracker.documents.build import ReadOptions  # noqa: PLC0415 - commands load what they use
    from tracker.documents.read import read_documents  # noqa: PLC0415
    from tracker.ingest import IngestOptions  # noqa: PLC0415
    from tracker.ingest import ingest as ingest_documents  # noqa: PLC0415

    items = read_documents(paths, options=ReadOptions(published=published, publisher=publisher))
    # Wrong usage shows with the first documents, before a database is made for them.
    first = next(items, None)
    documents = items if first is None else chain([first], items)
    if not dry_run:
        context.ensure_object(
            Globals
        ).if_output_fails = (
            "; what was reported as stored is stored, run the same command again to finish the work"
        )
    with _writable(url_of(context), dry_run=dry_run) as engine:
        options = IngestOptions(mission=_slug(engine, mission), publisher=publisher, dry_run=dry_run)

        def reports(progress: Callable[[int], None] | None = None) -> Iterator[Report]:
            return ingest_documents(documents, engine, replace(options, progress=progress))

        outcomes = _print(reports, as_json=as_json, dry_run=dry_run)
    if outcomes["failed"]:
        raise typer.Exit(1)


@contextmanager
def _writable(url: URL, *, dry_run: bool) -> Iterator[Engine]:
    """Open the database for writing, made where there is none.

    A dry run makes one that does not stay, and works on such a copy of one that may not be written."""
    from pathlib import Path  # noqa: PLC0415
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    from tracker.db.migrate import ensure  # noqa: PLC0415
    from tracker.db.session import open_engine  # noqa: PLC0415
    from tracker.db.sqlite import can_write, copied  # noqa: PLC0415

    with ExitStack() as stack:
        if dry_run and url.get_backend_name() == "sqlite" and not Path(str(url.database)).exists():
            folder = stack.enter_context(TemporaryDirectory(prefix="tracker-"))
            url = url.set(database=str(Path(folder) / "tracker.db"))
            ensure(url)
        elif not dry_run:
            ensure(url)
        elif url.get_backend_name() == "sqlite" and not can_write(url):
            folder = stack.enter_context(TemporaryDirectory(prefix="tracker-"))
            open_engine(url, read_only=True).dispose()  # what is wrong with it is said of it, not of the copy
            url = copied(url, Path(folder) / "tracker.db")
        engine = open_engine(url, read_only=False)
        stack.callback(engine.dispose)
        yield engine


def _slug(engine: Engine, mission: str | None) -> str | None:
    """Return the slug of the mission that is meant, known to the database or to the packaged seeds."""
    if mission is None:
        return None
    from tracker.read.missions import missions_named  # noqa: PLC0415
    from tracker.read.names import Named, resolve  # noqa: PLC0415
    from tracker.seeds import load_knowledge  # noqa: PLC0415

    with engine.connect() as connection:
        known = {named.key: named for named in missions_named(connection)}
    for entry in load_knowledge().missions:
        if entry.slug not in known:
            places = (entry.host,) if entry.host else ()
            known[entry.slug] = Named(0, entry.slug, (entry.name, *entry.aliases), places)
    return resolve(mission, known.values(), "mission").key


def _print(reports: Reports, *, as_json: bool, dry_run: bool) -> Counter[str]:
    from tracker.cli.ingest_text import sum_line, sum_record  # noqa: PLC0415
    from tracker.cli.output import say_json  # noqa: PLC0415

    outcomes: Counter[str] = Counter()
    for report in _print_json(reports) if as_json else _print_lines(reports):
        outcomes[report.outcome.value] += 1
    if as_json:
        say_json(sum_record(outcomes), compact=True)
    else:
        typer.echo(sum_line(outcomes, dry_run=dry_run))
    return outcomes


def _print_json(reports: Reports) -> Iterator[Report]:
    from tracker.cli.ingest_text import report_record  # noqa: PLC0415
    from tracker.cli.output import say_json, warn  # noqa: PLC0415

    for report in reports():
        say_json(report_record(report), compact=True)
        for warning in report.warnings:
            warn(warning)
        yield report


def _print_lines(reports: Reports) -> Iterator[Report]:
    from tracker.cli.ingest_text import report_line  # noqa: PLC0415
    from tracker.cli.output import warn  # noqa: PLC0415
    from tracker.cli.progress import lines_with_progress  # noqa: PLC0415
    from tracker.cli.text import Page  # noqa: PLC0415

    page = Page.of_stdout()
    with lines_with_progress("articles") as shown:
        for report in reports(shown.waiting):
            for line in page.wrap(report_line(report), hang="  "):
                shown.say(line)
            shown.advance()
            for warning in report.warnings:
                warn(warning)
            yield report
