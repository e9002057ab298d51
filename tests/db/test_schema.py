"""The schema that the migrations build, on both databases."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, inspect, text
from sqlalchemy.orm import configure_mappers

from tests.databases import created, sqlite_url
from tracker.db import migrate
from tracker.db.models import Base
from tracker.db.revisions import HEAD, REVISIONS
from tracker.db.session import open_engine
from tracker.db.views import VIEWS
from tracker.resources import migrations_path


def catalogue(connection: Connection) -> dict[str, str]:
    """Return every object of the schema, but Alembic's own, by name with its definition."""
    if connection.dialect.name == "sqlite":
        query = (
            "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_master"
            " WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'"
        )
    else:
        query = """
            SELECT 'column ' || table_name || '.' || column_name,
                   concat_ws(' ', ordinal_position, data_type, character_maximum_length, is_nullable,
                             column_default, is_identity)
            FROM information_schema.columns WHERE table_schema = 'public'
            UNION ALL
            SELECT 'constraint ' || conname, pg_get_constraintdef(oid) FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace
            UNION ALL
            SELECT 'index ' || indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
            UNION ALL
            SELECT 'view ' || viewname, definition FROM pg_views WHERE schemaname = 'public'
            UNION ALL
            SELECT 'sequence ' || sequencename, '' FROM pg_sequences WHERE schemaname = 'public'
        """
    rows = connection.execute(text(query)).all()
    return {name: members(definition) for name, definition in rows if "alembic_version" not in name}


def members(definition: str) -> str:
    """Return a definition with its members sorted: the order of constraints says nothing.

    A constraint is a member of its own, whether it stands behind its column or at the end of the table.
    """
    depth, parts = 0, [""]
    for char in re.sub(r"\s+", " ", definition):
        depth += (char == "(") - (char == ")")
        if (depth == 1 and char in "(,") or (depth == 0 and char == ")"):
            parts.append("")
        else:
            parts[-1] += char
    single = (piece.strip() for part in parts for piece in re.split(r" (?=CONSTRAINT )", part))
    return "\n".join(sorted(piece for piece in single if piece))


def catalogue_of(url: URL) -> dict[str, str]:
    engine = migrate.migration_engine(url)
    try:
        with engine.begin() as connection:
            return catalogue(connection)
    finally:
        engine.dispose()


@pytest.fixture
def engine(database_url: URL) -> Iterator[Engine]:
    engine = open_engine(database_url, read_only=True)
    yield engine
    engine.dispose()


def test_there_is_one_head_and_every_revision_is_listed_in_order() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations_path()))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [HEAD]
    assert tuple(script.revision for script in reversed(list(scripts.walk_revisions()))) == REVISIONS


def test_the_files_of_the_migrations_are_named_by_date_time_and_slug() -> None:
    names = [path.name for path in (migrations_path() / "versions").glob("*.py")]
    assert names
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d_\d{4}_\w+\.py", name) for name in names)


def test_the_models_say_what_the_migrations_built(
    database_url: URL, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> None:
    """CHECKs, keys and defaults included, which Alembic's own comparison leaves out."""
    built = catalogue_of(database_url)
    if database_url.get_backend_name() == "sqlite":
        modelled = tables_of_the_models(sqlite_url(tmp_path_factory.mktemp("models") / "models.db"))
    else:
        with created(request.getfixturevalue("postgres_server")) as url:
            modelled = tables_of_the_models(url)
    assert {
        name: text
        for name, text in built.items()
        if not name.startswith("view ") and ".v_" not in name and "column v_" not in name
    } == modelled


def tables_of_the_models(url: URL) -> dict[str, str]:
    engine = migrate.migration_engine(url)
    try:
        with engine.begin() as connection:
            Base.metadata.create_all(connection)
        return catalogue_of(url)
    finally:
        engine.dispose()


def test_alembic_finds_nothing_to_add(database_url: URL) -> None:
    config = Config(attributes={"url": database_url})
    config.set_main_option("script_location", str(migrations_path()))
    config.set_main_option("path_separator", "os")
    command.check(config)


def test_up_down_and_up_again_leaves_no_trace(empty_url: URL) -> None:
    assert migrate.upgrade(empty_url)
    first = catalogue_of(empty_url)
    assert migrate.downgrade(empty_url, "base")
    assert catalogue_of(empty_url) == {}
    assert migrate.current(empty_url) is None
    assert migrate.upgrade(empty_url)
    assert catalogue_of(empty_url) == first
    assert not migrate.upgrade(empty_url)


def test_every_constraint_is_named_by_the_convention(engine: Engine) -> None:
    inspector = inspect(engine)
    for table in Base.metadata.tables:
        names = [
            *(check["name"] for check in inspector.get_check_constraints(table)),
            *(unique["name"] for unique in inspector.get_unique_constraints(table)),
            *(key["name"] for key in inspector.get_foreign_keys(table)),
            *(index["name"] for index in inspector.get_indexes(table)),
        ]
        assert names
        assert all(re.fullmatch(rf"(ck|uq|fk|ix)_{table}_\w+", str(name)) for name in names), names
        assert all(len(str(name)) <= 63 for name in names)  # where PostgreSQL cuts names off


def test_no_column_is_a_reserved_word(engine: Engine) -> None:
    """`SELECT direct FROM statements` must need no quotes on either database."""
    with engine.connect() as connection:
        for table in (*Base.metadata.tables, *VIEWS):
            columns = [column["name"] for column in inspect(connection).get_columns(table)]
            connection.execute(text(f"SELECT {', '.join(columns)} FROM {table}"))


def test_every_closed_vocabulary_has_its_check() -> None:
    for table in Base.metadata.tables.values():
        rules = " ".join(str(rule.sqltext) for rule in table.constraints if hasattr(rule, "sqltext"))
        for column in table.columns:
            words = getattr(column.type, "enums", None)
            if words is not None and column.name != "claim_kind":
                listed = ", ".join(f"'{word}'" for word in words)
                assert f"{column.name} IN ({listed})" in rules, f"{table.name}.{column.name}"
            elif column.type.python_type is bool:
                assert f"{column.name} IN (true, false)" in rules, f"{table.name}.{column.name}"


def test_no_relationship_loads_behind_the_readers_back() -> None:
    configure_mappers()
    relationships = [link for mapper in Base.registry.mappers for link in mapper.relationships]
    assert relationships
    assert {link.lazy for link in relationships} == {"raise"}


def test_the_views_are_those_that_the_module_shows(sqlite_database: URL) -> None:
    built = catalogue_of(sqlite_database)
    views = {name.removeprefix("view "): sql for name, sql in built.items() if name.startswith("view ")}
    assert views == {name: members(f"CREATE VIEW {name} AS {select}") for name, select in VIEWS.items()}
