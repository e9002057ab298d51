"""``tracker sources``: what was read."""

from __future__ import annotations

import typer

from tracker.cli.database import reading


def sources(context: typer.Context) -> None:
    """List the articles that were read.

    They stand in the order of publication, the undated last."""
    from tracker.cli.output import say  # noqa: PLC0415 - commands load what they use
    from tracker.cli.show_text import sources_lines  # noqa: PLC0415
    from tracker.cli.text import Page  # noqa: PLC0415
    from tracker.read.sources import sources as all_sources  # noqa: PLC0415

    with reading(context) as connection:
        say(sources_lines(Page.of_stdout(), all_sources(connection)))
