"""Annotated articles of a test's own, and ``tracker eval`` run on them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
from typer.testing import CliRunner, Result

from tracker.cli.app import app

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "eval.schema.json").read_text())

CANADA = """\
Canada will give US$60 million to the Kenya-led security mission in Haiti, Foreign Minister Melanie Joly said.

Jamaica will send 150 soldiers to the mission.
"""
BAKERY = "The bakery on Mill Road sold 4,000 loaves in a week, its owner said.\n"


def gold(**fields: Any) -> dict[str, Any]:
    usual: dict[str, Any] = {
        "published": "2024-02-22",
        "publisher": "The Test Gazette",
        "title": None,
        "url": None,
        "mission": "haiti-mission",
        "other_missions": [],
        "pledges": [],
        "deployments": [],
        "statements": [],
        "milestones": [],
        "phase": "proposed",
        "not": [],
    }
    return usual | fields


CANADA_PLEDGE = {
    "donor": "Canada",
    "kind": "money",
    "amount": 60_000_000,
    "currency": "USD",
    "equivalents": [],
    "purposes": [],
    "status": "offered",
    "to": None,
    "announced_on": None,
}
JAMAICANS = {
    "contributor": "Jamaica",
    "count": 150,
    "count_max": None,
    "qualifier": "exact",
    "unit": "military",
    "status": "offered",
    "date": None,
    "basis": "contingent",
}
JOLY = {"speaker": "Melanie Joly", "direct": False, "starts": "Canada will give US$60 million"}


def write(folder: Path, stem: str, text: str, content: dict[str, Any]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{stem}.txt").write_text(text, encoding="utf-8")
    path = folder / f"{stem}.gold.json"
    path.write_text(json.dumps({"article": f"{stem}.txt", **content}), encoding="utf-8")
    return path


def evaluated(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["eval", *map(str, arguments)])


def as_json(*arguments: str | Path, status: int = 0) -> dict[str, Any]:
    done = evaluated("--json", *arguments)
    assert done.exit_code == status, done.stderr
    record: dict[str, Any] = json.loads(done.stdout)
    jsonschema.validate(record, SCHEMA)
    return record
