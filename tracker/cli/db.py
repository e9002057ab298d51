"""``tracker db``: the schema of the database."""

from __future__ import annotations

import typer

from tracker.cli.database import url_of


def upgrade(context: typer.Context) -> None:
    """Bring the database to this program's schema.

    It is created where there is none; every row is kept. What older rules made of articles is made anew."""
    from tracker.config import shown  # noqa: PLC0415 - commands load what they use
    from tracker.db.migrate import upgrade as upgrade_database  # noqa: PLC0415
    from tracker.db.revisions import HEAD  # noqa: PLC0415
    from tracker.db.session import open_engine  # noqa: PLC0415
    from tracker.reproject import reproject  # noqa: PLC0415

    url = url_of(context)
    done = upgrade_database(url)
    typer.echo(f"{shown(url)}: {'now has' if done else 'already has'} schema {HEAD}")
    engine = open_engine(url, read_only=False)
    try:
        if reproject(engine):
            typer.echo(f"{shown(url)}: its missions are projected anew, by the rules of this program")
    finally:
        engine.dispose()


def current(context: typer.Context) -> None:
    """Show which schema the database has."""
    from tracker.config import shown  # noqa: PLC0415
    from tracker.db.migrate import current as current_revision  # noqa: PLC0415
    from tracker.db.revisions import HEAD  # noqa: PLC0415
    from tracker.errors import DatabaseError  # noqa: PLC0415

    url = url_of(context)
    revision = current_revision(url)
    if revision is None:
        raise DatabaseError(f"no database at {shown(url)}: run tracker ingest")
    advice = "up to date" if revision == HEAD else "older than this program; run tracker db upgrade"
    typer.echo(f"{shown(url)}: schema {revision}, {advice}")
