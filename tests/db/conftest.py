from tests.databases import (
    database_url,
    empty_url,
    postgres_server,
    postgres_template,
    sqlite_database,
    sqlite_template,
)

__all__ = [
    "database_url",
    "empty_url",
    "postgres_server",
    "postgres_template",
    "sqlite_database",
    "sqlite_template",
]
