"""``tracker extract``: what would be recorded, without a database."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli.options import AsJson, Paths, Published


def extract(
    paths: Paths,
    published: Published = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show each sentence with what was seen in it, and why.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show what would be recorded of articles.

    No database is read or written. From an article that is not in English nothing is taken. With --json, one
    article is one JSON object, several are JSON Lines in the order given.

    With --explain, it is shown how the records came about: what each level of the reading saw in each
    sentence, which pattern made which record from which words, and what was decided on the article as a
    whole; --json then has it under the key "explanation".
    """
    from tracker.cli.explain_text import explanation_lines  # noqa: PLC0415 - commands load what they use
    from tracker.cli.extract_text import record_lines  # noqa: PLC0415
    from tracker.cli.output import complain, say, say_json  # noqa: PLC0415
    from tracker.cli.text import Page  # noqa: PLC0415
    from tracker.documents.build import ReadOptions  # noqa: PLC0415
    from tracker.documents.model import Document  # noqa: PLC0415
    from tracker.documents.read import read_documents  # noqa: PLC0415
    from tracker.export.explanation import explained  # noqa: PLC0415
    from tracker.export.records import Json, record  # noqa: PLC0415
    from tracker.extract import extract as extract_claims  # noqa: PLC0415
    from tracker.seeds import load_knowledge  # noqa: PLC0415

    knowledge = load_knowledge()
    page = Page.of_stdout()
    waiting: Json | None = None  # one object where it stays alone, else the first of the lines
    failed = False
    for position, item in enumerate(read_documents(paths, options=ReadOptions(published=published))):
        if waiting is not None:
            say_json(waiting, compact=True)
            waiting = None
        if not isinstance(item, Document):
            complain(str(item))
            failed = True
            continue
        found = explained(item, knowledge) if explain else record(item, extract_claims(item, knowledge))
        if not as_json:
            say(explanation_lines(page, found) if explain else record_lines(page, found))
        elif position == 0:
            waiting = found
        else:
            say_json(found, compact=True)
    if waiting is not None:
        say_json(waiting)
    if failed:
        raise typer.Exit(1)
