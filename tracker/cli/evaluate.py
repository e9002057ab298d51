"""``tracker eval``: how well annotated articles are read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.options import AsJson

if TYPE_CHECKING:
    from tracker.evaluate.compare import Comparison
    from tracker.evaluate.folder import Annotated as AnnotatedArticle
    from tracker.evaluate.folder import Failure
    from tracker.evaluate.run import Run


def evaluate(  # noqa: PLR0917 - typer hands all over by name
    folders: Annotated[
        list[str],
        typer.Argument(
            metavar="DIR...",
            help="Folders of gold files (*.gold.json) with their articles beside them.",
            show_default=False,
        ),
    ],
    detail: Annotated[
        bool,
        typer.Option(
            "--detail", help="List missed (-), spurious (+) and partly wrong (~) records by article."
        ),
    ] = False,
    only: Annotated[
        str | None,
        typer.Option("--only", metavar="NAME", help="Only articles whose gold file has NAME in its name."),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option("--against", metavar="FILE", help="Compare with a run that --json printed."),
    ] = None,
    floors: Annotated[
        list[str] | None,
        typer.Option(
            "--min",
            metavar="NAME=VALUE",
            help="Fail where a measure is under VALUE (0 to 1): the F1 of pledges, deployments, direct, "
            "indirect or milestones, their mean, or the share of right mission or phase. Repeatable.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Score the extraction on annotated articles.

    Every article is read without a database and its records are compared with its gold file: precision,
    recall and F1 by record type, right missions and phases, attributes of the matched records, and how far
    their confidence can be trusted. The exit status is 1 where an article cannot be scored or a floor is not
    reached.
    """
    from tracker.cli.output import complain  # noqa: PLC0415 - commands load what they use
    from tracker.evaluate.compare import compare  # noqa: PLC0415
    from tracker.evaluate.floors import parse_floor, under_floors  # noqa: PLC0415
    from tracker.evaluate.folder import find_gold, read_annotated  # noqa: PLC0415
    from tracker.evaluate.saved import load_score  # noqa: PLC0415

    wanted = [parse_floor(text) for text in floors or ()]
    before = None if against is None else load_score(against)
    run = _run(read_annotated(find_gold(folders, only)), quiet=as_json)
    if run.score.articles:
        comparison = None if before is None else compare(before, run.score, only)
        _print_json(run, comparison) if as_json else _print(run, comparison, detail=detail)
    problems = [*(each.reason for each in run.failures), *run.wrong_spans]
    problems += under_floors(run.score, wanted) if run.score.articles else ()
    for line in problems:
        complain(line)
    if problems:
        raise typer.Exit(1)


def _run(articles: Iterable[AnnotatedArticle | Failure], *, quiet: bool) -> Run:
    from tracker.cli.progress import lines_with_progress  # noqa: PLC0415 - commands load what they use
    from tracker.evaluate.run import run  # noqa: PLC0415
    from tracker.seeds import load_knowledge  # noqa: PLC0415

    knowledge = load_knowledge()
    if quiet:
        return run(articles, knowledge)
    with lines_with_progress("articles") as shown:

        def counted() -> Iterable[AnnotatedArticle | Failure]:
            for article in articles:
                yield article
                shown.advance()

        return run(counted(), knowledge)


def _print(run: Run, comparison: Comparison | None, *, detail: bool) -> None:
    from tracker.cli.output import say  # noqa: PLC0415 - commands load what they use
    from tracker.cli.text import printable  # noqa: PLC0415
    from tracker.evaluate.differences import render_comparison  # noqa: PLC0415
    from tracker.evaluate.table import render, render_detail  # noqa: PLC0415

    details = [text for result in run.score.articles if detail and (text := render_detail(result))]
    parts = [*details, render(run.score), *([render_comparison(comparison)] if comparison else [])]
    say(printable(line) for line in "\n\n".join(parts).split("\n"))


def _print_json(run: Run, comparison: Comparison | None) -> None:
    from tracker.cli.output import say_json  # noqa: PLC0415 - commands load what they use
    from tracker.evaluate.differences import comparison_record  # noqa: PLC0415
    from tracker.evaluate.saved import run_record  # noqa: PLC0415

    against = None if comparison is None else comparison_record(comparison)
    say_json({**run_record(run), "against": against})
