"""Databases and engines for the tests of ingest."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine

from tests.databases import (
    database_url,
    postgres_server,
    postgres_template,
    sqlite_database,
    sqlite_template,
    sqlite_url,
)
from tracker.db.session import open_engine

__all__ = ["database_url", "postgres_server", "postgres_template", "sqlite_database", "sqlite_template"]


@pytest.fixture
def engine(database_url: URL) -> Iterator[Engine]:
    """An engine that writes, on a fresh migrated database of each backend."""
    opened = open_engine(database_url, read_only=False)
    yield opened
    opened.dispose()


@pytest.fixture
def sqlite_twin(sqlite_template: Path, tmp_path: Path) -> Iterator[Engine]:
    """An engine that writes, on a second fresh database, always of SQLite."""
    path = tmp_path / "twin.db"
    shutil.copyfile(sqlite_template, path)
    opened = open_engine(sqlite_url(path), read_only=False)
    yield opened
    opened.dispose()
