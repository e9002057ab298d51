"""What migrations must survive: batch rebuilds, views, cascades, being killed, being run twice at once."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import URL, Connection, insert, text

from tests.db.test_schema import catalogue_of
from tracker.db import migrate
from tracker.db.keys import digest
from tracker.db.models import Pledge, PledgeEquivalent
from tracker.db.revisions import HEAD
from tracker.db.session import open_engine, writing
from tracker.errors import DatabaseError
from tracker.resources import migrations_path
from tracker.vocab import PledgeKind, PledgeStatus

PLEDGES = 300

HEADER = f"""
import sqlalchemy as sa
from alembic import op
revision = "later"
down_revision = "{HEAD}"
branch_labels = None
depends_on = None
def downgrade():
    pass
"""

# Rebuilds a populated table that has children with ON DELETE CASCADE and stands under two views.
REBUILD = (
    HEADER
    + """
VIEWS = ("v_pledges", "v_timeline")
def upgrade():
    connection = op.get_bind()
    sqlite = connection.dialect.name == "sqlite"
    query = "SELECT sql FROM sqlite_master WHERE name = '{0}'" if sqlite else (
        "SELECT 'CREATE VIEW {0} AS ' || definition FROM pg_views WHERE viewname = '{0}'")
    texts = [connection.exec_driver_sql(query.format(view)).scalar_one() for view in VIEWS]
    for view in VIEWS:
        op.execute(f"DROP VIEW {view}")
    with op.batch_alter_table(
        "pledges", recreate="always" if sqlite else "never", table_kwargs={"sqlite_autoincrement": True}
    ) as batch:
        batch.add_column(sa.Column("note", sa.Text()))
        batch.alter_column("total", existing_type=sa.Boolean(), server_default=sa.false())
    for view in texts:
        connection.exec_driver_sql(view)
"""
)

UNDER_A_VIEW = (
    HEADER
    + """
def upgrade():
    with op.batch_alter_table("pledges", recreate="always") as batch:
        batch.drop_column("recipient_id")
"""
)

ORPHANS = (
    HEADER
    + """
def upgrade():
    op.execute("DELETE FROM pledges WHERE id = 1")
"""
)

WARNS = (
    HEADER
    + """
from alembic import util
def upgrade():
    op.execute("DELETE FROM pledges")
    util.warn("something was skipped")
"""
)


@pytest.fixture
def scripts(tmp_path: Path) -> Callable[[str], Path]:
    """Return what makes a folder of our migrations and one later."""

    def with_later(source: str) -> Path:
        folder = tmp_path / "migrations"
        shutil.copytree(migrations_path(), folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "versions" / "2030-01-01_0000_later.py").write_text(source)
        return folder

    return with_later


def populate(url: URL) -> None:
    engine = open_engine(url, read_only=False)
    with writing(engine) as connection:
        connection.execute(insert(Pledge), [pledge(number) for number in range(1, PLEDGES + 1)])
        connection.execute(
            insert(PledgeEquivalent),
            [
                {"pledge_id": number, "position": 0, "amount": number, "currency": "KES"}
                for number in range(1, PLEDGES + 1)
            ],
        )
    engine.dispose()


def pledge(number: int) -> dict[str, object]:
    return {
        "kind": PledgeKind.MONEY,
        "amount": number * 1_000_000,
        "currency": "USD",
        "status": PledgeStatus.OFFERED,
        "total": False,
        "additional": False,
        "content_key": digest("pledge", str(number)),
    }


def ask(url: URL, query: str) -> list[tuple[object, ...]]:
    engine = migrate.migration_engine(url)
    try:
        with engine.begin() as connection:
            return [tuple(row) for row in connection.execute(text(query))]
    finally:
        engine.dispose()


def counts(url: URL) -> list[tuple[object, ...]]:
    return ask(url, "SELECT (SELECT count(*) FROM pledges), (SELECT count(*) FROM pledge_equivalents)")


def version(url: URL) -> object:
    return ask(url, "SELECT version_num FROM alembic_version")[0][0]


def migrating(url: URL, folder: Path, moment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.db.migrating", url.render_as_string(False), str(folder), moment],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_batch_rebuild_keeps_children_views_checks_and_numbering(
    database_url: URL, scripts: Callable[[str], Path]
) -> None:
    """Batch mode drops the table: with foreign keys on, ON DELETE CASCADE took the children along."""
    populate(database_url)
    before = catalogue_of(database_url)
    assert migrate.apply(database_url, "head", scripts=scripts(REBUILD))
    assert counts(database_url) == [(PLEDGES, PLEDGES)]
    after = catalogue_of(database_url)
    assert after.keys() - before.keys() <= {"column pledges.note"}
    assert before.keys() <= after.keys()
    table = "table pledges"
    if table in after:
        kept = {line.rstrip(",") for line in before[table].splitlines()}
        assert kept - set(after[table].splitlines()) <= {"CREATE TABLE pledges", "total BOOLEAN NOT NULL"}
    assert ask(database_url, "SELECT count(*) FROM v_pledges") == [(PLEDGES,)]


def test_a_batch_rebuild_does_not_give_an_id_again(
    sqlite_database: URL, scripts: Callable[[str], Path]
) -> None:
    """The copy starts counting at its own last row, forgetting what was deleted above it."""
    populate(sqlite_database)
    engine = open_engine(sqlite_database, read_only=False)
    with writing(engine) as connection:
        connection.execute(text(f"DELETE FROM pledges WHERE id > {PLEDGES - 10}"))
    engine.dispose()
    migrate.apply(sqlite_database, "head", scripts=scripts(REBUILD))
    engine = migrate.migration_engine(sqlite_database)
    with engine.begin() as connection:
        new = connection.execute(insert(Pledge).returning(Pledge.id), pledge(9999)).scalar_one()
    engine.dispose()
    assert new == PLEDGES + 1


def test_a_rebuild_under_a_view_fails_and_changes_nothing(
    sqlite_database: URL, scripts: Callable[[str], Path]
) -> None:
    """Views must be dropped and made again by the migration; SQLite sees it when the copy takes the name."""
    populate(sqlite_database)
    before = catalogue_of(sqlite_database)
    with pytest.raises(Exception, match=r"v_pledges|v_timeline"):
        migrate.apply(sqlite_database, "head", scripts=scripts(UNDER_A_VIEW))
    assert catalogue_of(sqlite_database) == before
    assert version(sqlite_database) == HEAD
    assert counts(sqlite_database) == [(PLEDGES, PLEDGES)]


def test_a_migration_that_leaves_orphans_is_undone(
    sqlite_database: URL, scripts: Callable[[str], Path]
) -> None:
    """Foreign keys are off while it runs, so they are checked before it is committed."""
    populate(sqlite_database)
    with pytest.raises(DatabaseError, match="of pledge_equivalents points at no row of pledges"):
        migrate.apply(sqlite_database, "head", scripts=scripts(ORPHANS))
    assert counts(sqlite_database) == [(PLEDGES, PLEDGES)]


def test_a_warning_of_alembic_undoes_the_migration(database_url: URL, scripts: Callable[[str], Path]) -> None:
    populate(database_url)
    with pytest.raises(UserWarning, match="something was skipped"):
        migrate.apply(database_url, "head", scripts=scripts(WARNS))
    assert counts(database_url) == [(PLEDGES, PLEDGES)]


def test_killed_anywhere_it_leaves_the_old_schema_and_the_next_run_completes(
    database_url: URL, scripts: Callable[[str], Path]
) -> None:
    """By default Alembic commits SQLite's DDL statement by statement: 16 of 40 kills broke the database."""
    populate(database_url)
    folder = scripts(REBUILD)
    kill_and_complete(database_url, folder, [*moments(database_url, folder), "commit"])


def test_killed_under_a_rollback_journal_it_is_rolled_back(
    sqlite_database: URL, scripts: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_WAL", "0")
    populate(sqlite_database)
    kill_and_complete(sqlite_database, scripts(REBUILD), ["step:8", "commit"])


def test_killed_while_the_database_is_made_the_next_run_makes_it(empty_url: URL) -> None:
    for moment in ("statement:1", "statement:20", "commit"):
        killed = migrating(empty_url, migrations_path(), moment)
        assert killed.returncode == -signal.SIGKILL, (moment, killed.stderr)
        assert catalogue_of(empty_url) == {}
    assert migrate.ensure(empty_url)
    assert migrate.current(empty_url) == HEAD


def kill_and_complete(url: URL, folder: Path, at: list[str]) -> None:
    old = catalogue_of(url)
    for moment in at:
        killed = migrating(url, folder, moment)
        assert killed.returncode == -signal.SIGKILL, (moment, killed.stderr)
        assert version(url) == HEAD, moment
        assert catalogue_of(url) == old, moment
        assert counts(url) == [(PLEDGES, PLEDGES)], moment
    finished = migrating(url, folder, "never")
    assert finished.returncode == 0, finished.stderr
    assert version(url) == "later"
    assert counts(url) == [(PLEDGES, PLEDGES)]


def moments(url: URL, folder: Path) -> list[str]:
    """Return moments of the migration: on SQLite all from the first that writes, found on a copy, by twos."""
    if url.get_backend_name() != "sqlite":
        return ["statement:8", "statement:12"]
    copy = Path(str(url.database)).with_name("rehearsal.db")
    shutil.copyfile(str(url.database), copy)
    last = int(migrating(url.set(database=str(copy)), folder, "never").stdout)
    return [*(f"statement:{number}" for number in range(last - 10, last + 1, 2)), "step:8"]


@pytest.mark.parametrize("processes", [2, 4])
def test_upgrades_at_once_all_succeed_and_one_does_it(empty_url: URL, processes: int) -> None:
    source = (
        "import sys; from tracker.db import migrate; from tracker.config import database_url;"
        "print(migrate.upgrade(database_url(sys.argv[1])))"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", source, empty_url.render_as_string(False)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(processes)
    ]
    ended = [process.communicate(timeout=120) for process in running]
    assert [process.returncode for process in running] == [0] * processes, ended
    assert sorted(out.strip() for out, _ in ended) == ["False"] * (processes - 1) + ["True"]
    assert migrate.current(empty_url) == HEAD


def test_ensure_creates_once_and_leaves_an_older_schema_alone(empty_url: URL) -> None:
    assert migrate.ensure(empty_url)
    assert not migrate.ensure(empty_url)


def test_a_database_of_another_program_is_never_migrated(empty_url: URL) -> None:
    def adopt(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE recipes (id INTEGER)"))

    engine = migrate.migration_engine(empty_url)
    with engine.begin() as connection:
        adopt(connection)
    engine.dispose()
    before = catalogue_of(empty_url)
    for step in (migrate.upgrade, migrate.ensure, migrate.current):
        with pytest.raises(DatabaseError, match="another program"):
            step(empty_url)
    assert catalogue_of(empty_url) == before


def test_a_downgrade_to_nowhere_says_so(database_url: URL) -> None:
    with pytest.raises(DatabaseError, match="cannot be migrated to nowhere"):
        migrate.downgrade(database_url, "nowhere")
