"""Bring what older rules made of the claims to the rules of today."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, select

from tracker.db import models, store
from tracker.db.session import writing
from tracker.db.store.rows import table
from tracker.reconcile.actors import ActorIndex
from tracker.reconcile.project import projector
from tracker.reconcile.version import PROJECTION


def reproject(engine: Engine) -> bool:
    """Project all missions anew where older rules made the rows; tell if that was done.

    It is one transaction, and one mission at a time in memory. ``engine`` is open for writing on a migrated
    database.
    """
    with engine.connect() as conn:
        if store.projection_version(conn) >= PROJECTION:
            return False
    with writing(engine) as conn:
        store.one_writer(conn)
        if store.projection_version(conn) >= PROJECTION:  # another process did it meanwhile
            return False
        project_all(conn)
        store.set_projection_version(conn, PROJECTION)
    return True


def project_all(conn: Connection) -> None:
    """Project every mission, and what is of none, by what the database itself knows."""
    project = projector(ActorIndex(store.load_knowledge(conn)))
    missions = table(models.Mission)
    slugs = conn.execute(select(missions.c.slug).order_by(missions.c.slug)).scalars().all()
    for slug in (None, *slugs):
        store.write_projection(conn, store.project_missions(conn, [slug], project))
