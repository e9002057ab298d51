"""The page of the rules names its tests truly."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reconciliation.md").read_text(encoding="utf-8")


def test_every_test_and_file_that_the_page_names_is_there() -> None:
    folders = [ROOT / "tests" / room for room in ("reconcile", "ingest", "read")]
    files = {
        path.name: path.read_text(encoding="utf-8") for folder in folders for path in folder.glob("test_*.py")
    }
    everything = "\n".join(files.values())
    for named in re.findall(r"`(?:[\w/]*/)?(test_\w+\.py)(?:::\w+)?`", PAGE):
        assert named in files
    for named in re.findall(r"[`:](test_\w+)`", PAGE):
        assert f"def {named}(" in everything, named
    for named in re.findall(r"`((?:tracker|tests)/[\w/.]+?)(?:::\w+)?`", PAGE):
        assert (ROOT / named).exists(), named


def test_every_file_of_tests_of_rules_is_named() -> None:
    rules = {path.name for path in (ROOT / "tests" / "reconcile").glob("test_*.py")} - {Path(__file__).name}
    assert sorted(name for name in rules if name not in PAGE) == []
