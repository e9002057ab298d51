"""``tracker seed``: the reviewed missions, actors and offices that the program brings along."""

from __future__ import annotations

import typer

from tracker.cli.database import url_of


def seed(context: typer.Context) -> None:
    """Load the packaged missions, actors and offices.

    The database is created where there is none; a second time nothing changes."""
    from tracker.config import shown  # noqa: PLC0415 - commands load what they use
    from tracker.db.migrate import ensure  # noqa: PLC0415
    from tracker.db.session import open_engine, writing  # noqa: PLC0415
    from tracker.db.store.rows import one_writer  # noqa: PLC0415
    from tracker.db.store.seeds import sync_knowledge  # noqa: PLC0415
    from tracker.seeds import load_knowledge  # noqa: PLC0415

    url = url_of(context)
    knowledge = load_knowledge()
    ensure(url)
    engine = open_engine(url, read_only=False)
    try:
        with writing(engine) as connection:
            one_writer(connection)
            counts = sync_knowledge(connection, knowledge)
    finally:
        engine.dispose()
    typer.echo(
        f"{shown(url)}: {counts.inserted:,} inserted, {counts.updated:,} updated,"
        f" {counts.unchanged:,} unchanged"
    )
