"""``tracker sources``: what was read."""

from __future__ import annotations

import typer

from tracker.cli.database import reading, warn_undated
from tracker.cli.options import AsOf, KnownAt


def sources(context: typer.Context, as_of: AsOf = None, known_at: KnownAt = None) -> None:
    """List the articles that were read.

    They stand in the order of publication, the undated last."""
    from tracker.cli.output import say  # noqa: PLC0415 - commands load what they use
    from tracker.cli.show_text import sources_lines  # noqa: PLC0415
    from tracker.cli.text import Page  # noqa: PLC0415
    from tracker.read.clock import Clock, at  # noqa: PLC0415
    from tracker.read.sources import sources as all_sources  # noqa: PLC0415

    clock = Clock(as_of, known_at)
    with reading(context) as connection:
        with at(connection, clock) as view:
            say(sources_lines(Page.of_stdout(), all_sources(view)))
        warn_undated(connection, clock)
