"""Texts that the program itself reads, extracts and reconciles, and what it then says of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
Text = dict[str, str | None]
"""An article as a line of JSON Lines: ``text``, ``published``, ``publisher``, ``title``, ``url``."""


def written(path: Path, texts: Sequence[Text]) -> Path:
    """Write the articles as JSON Lines, in their order; return the path."""
    lines = (json.dumps({key: value for key, value in each.items() if value is not None}) for each in texts)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def ingesting(path: Path, database: Path) -> subprocess.Popen[str]:
    """Start a process that ingests the articles of a file."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TRACKER_")}
    return subprocess.Popen(
        [sys.executable, "-m", "tracker", "ingest", str(path), "--db", str(database)],
        env={**kept, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def ended_well(process: subprocess.Popen[str]) -> None:
    """Wait for a process; fail where it did not end well."""
    _, errors = process.communicate(timeout=300)
    assert process.returncode == 0, errors


def strengths(status: Any, contributor: str) -> dict[str, int | None]:
    """Return how many people of a contributor stand in each status."""
    return {
        each["status"]: each["count"] for each in status["deployments"] if each["contributor"] == contributor
    }


def offered(status: Any, donor: str, currency: str) -> list[float]:
    """Return what a donor has offered to the mission in all, in a currency."""
    return [
        each["amount"]
        for each in status["money_levels"]
        if (each["donor"], each["to"], each["status"], each["currency"]) == (donor, None, "offered", currency)
    ]
