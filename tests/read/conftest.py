"""Databases for the tests of what is read."""

from __future__ import annotations

from tests.databases import (
    database_url,
    postgres_server,
    postgres_template,
    sqlite_database,
    sqlite_template,
)
from tests.ingest.conftest import engine

__all__ = [
    "database_url",
    "engine",
    "postgres_server",
    "postgres_template",
    "sqlite_database",
    "sqlite_template",
]
