"""Where settings come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.config import database_url, shown, write_ahead_log
from tracker.errors import UsageError


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRACKER_DB", raising=False)
    monkeypatch.delenv("TRACKER_WAL", raising=False)


def test_the_option_goes_before_the_environment_and_that_before_the_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert shown(database_url(None)) == "tracker.db"
    monkeypatch.setenv("TRACKER_DB", "environment.db")
    assert shown(database_url(None)) == "environment.db"
    assert shown(database_url("option.db")) == "option.db"
    monkeypatch.setenv("TRACKER_DB", "")
    assert shown(database_url(None)) == "tracker.db"


@pytest.mark.parametrize(
    ("given", "driver", "database"),
    [
        ("/data/haiti.db", "sqlite", "/data/haiti.db"),
        ("a folder/100%?.db", "sqlite", "a folder/100%?.db"),  # a path is no URL: nothing in it is special
        ("sqlite:///haiti.db", "sqlite", "haiti.db"),
        ("sqlite:////data/haiti.db", "sqlite", "/data/haiti.db"),
        ("postgresql://me@host/tracker", "postgresql+psycopg", "tracker"),
        ("postgres://me@host/tracker", "postgresql+psycopg", "tracker"),
        ("postgresql+psycopg://me@host/tracker", "postgresql+psycopg", "tracker"),
    ],
)
def test_a_path_or_a_url(given: str, driver: str, database: str) -> None:
    url = database_url(given)
    assert (url.drivername, url.database) == (driver, database)


def test_a_path_below_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/reader")
    assert shown(database_url("~/tracker.db")) == str(Path("/home/reader/tracker.db"))


@pytest.mark.parametrize(
    "given",
    [
        "sqlite://",  # in memory: nothing would be kept
        "sqlite:///:memory:",
        "sqlite:///tracker.db?mode=ro",
        "mysql://host/tracker",
        "://nothing",
        "postgresql://host:port/tracker",
    ],
)
def test_what_is_neither_is_refused(given: str) -> None:
    with pytest.raises(UsageError, match="--db"):
        database_url(given)


def test_a_password_is_never_shown() -> None:
    assert (
        shown(database_url("postgresql://me:secret@host/tracker"))
        == "postgresql+psycopg://me:***@host/tracker"
    )


def test_the_write_ahead_log_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    assert write_ahead_log()
    monkeypatch.setenv("TRACKER_WAL", "0")
    assert not write_ahead_log()
