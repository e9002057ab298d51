"""What a command loads decides how fast it starts: heavy modules stay away where nobody needs them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Tracker


def loaded(tracker: Tracker, *arguments: str) -> set[str]:
    done = tracker(*arguments, PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0
    lines = done.stderr.splitlines()
    return {line.rsplit("|", 1)[1].strip() for line in lines if line.startswith("import time:")}


def of(packages: set[str], modules: set[str]) -> set[str]:
    return {
        module
        for module in modules
        if any(module == each or module.startswith(f"{each}.") for each in packages)
    }


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("status", "--help")], ids=" ".join)
def test_help_and_version_load_nothing_heavy(tracker: Tracker, arguments: tuple[str, ...]) -> None:
    heavy = {
        "sqlalchemy",
        "alembic",
        "pydantic",
        "rich",
        "yaml",
        "rapidfuzz",
        "asyncio",
        "tracker.db",
        "tracker.read",
    }
    assert of(heavy, loaded(tracker, *arguments)) == set()


@pytest.mark.parametrize("arguments", [(), ("mss",), ("mss", "--json")], ids=" ".join)
def test_status_loads_core_and_no_more(tracker: Tracker, demo: Path, arguments: tuple[str, ...]) -> None:
    assert demo.exists()
    modules = loaded(tracker, "status", *arguments)
    assert "sqlalchemy.engine" in modules
    heavy = {
        "sqlalchemy.orm",
        "alembic",
        "pydantic",
        "rich",
        "yaml",
        "rapidfuzz",
        "tracker.extract",
        "tracker.reconcile",
    }
    assert of(heavy | {"tracker.documents", "tracker.claims", "tracker.db.models"}, modules) == set()
