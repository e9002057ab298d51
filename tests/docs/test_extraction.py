"""The page on extraction tells the truth: its rules, its files, its examples and its worked patterns."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.docs.console import ROOT
from tests.docs.rules import PAGE, with_table
from tests.extract.printing import pledge
from tests.extract.test_properties import read

TEXT = PAGE.read_text(encoding="utf-8")
MISSION = "The Kenya-led mission in Haiti is short of money. "
FENCE = re.compile(r"```diff\n(.*?)```\n(.*?)\n\n(?=[^|])", re.DOTALL)


def rows(table: str) -> Iterator[list[str]]:
    """Yield the cells of a Markdown table's rows, without its head."""
    for line in re.findall(r"^\| ?(.*?) ?\|$", table, re.MULTILINE)[2:]:
        yield [cell.strip() for cell in line.split(" | ")]


def test_the_table_of_rules_is_up_to_date() -> None:
    assert with_table(TEXT) == TEXT, "run: python -m tests.docs.rules"


def test_every_file_that_the_page_names_is_there() -> None:
    named = re.findall(r"`([\w/]+\.(?:py|toml)|[\w/]+/)`", TEXT)
    assert named
    folders = (
        ROOT,
        ROOT / "tracker" / "extract",
        ROOT / "tracker" / "extract" / "lexicons",
        ROOT / "tests" / "extract",
    )
    assert [name for name in named if not any((folder / name).exists() for folder in folders)] == []


def test_every_lexicon_is_named() -> None:
    lexicons = {path.name for path in (ROOT / "tracker" / "extract" / "lexicons").glob("*.toml")}
    assert sorted(name for name in lexicons if f"`{name}`" not in TEXT) == []


FORMS = list(rows(TEXT[TEXT.index("| form |") : TEXT.index("Voice, tense")]))


@pytest.mark.parametrize(("form", "example"), [(form, example) for form, example, _ in FORMS])
def test_a_declared_verb_is_read_in_every_form(form: str, example: str) -> None:
    before = MISSION + ("The pledges:\n\n• " if form == "in a list" else "")
    text = before + example.replace("**", "") + "."
    made = [pledge(claim) for claim in read(text).pledges]
    assert any(each.startswith("Canada 5,000,000 ") for each in made), made


WORKED = [(patch, list(rows(table))) for patch, table in FENCE.findall(TEXT)]


@pytest.mark.parametrize(("patch", "cases"), WORKED, ids=["a word", "a step"])
def test_a_worked_pattern_reads_what_the_page_says(
    patch: str, cases: list[list[str]], tmp_path: Path
) -> None:
    assert len(cases) >= 4
    texts = [cells[0] for cells in cases]
    expected = [cells[1] if len(cells) > 1 else "" for cells in cases]
    plain = copy_of_the_program(tmp_path / "plain")
    assert records(plain, texts) == [""] * len(texts)
    patched = copy_of_the_program(tmp_path / "patched")
    apply(patch, patched)
    assert records(patched, texts) == expected


def test_ten_lines_are_enough() -> None:
    assert len(WORKED) == 2
    assert all(len(re.findall(r"^\+", patch, re.MULTILINE)) <= 10 for patch, _ in WORKED)


def copy_of_the_program(folder: Path) -> Path:
    folder.mkdir()
    shutil.copytree(ROOT / "tracker", folder / "tracker", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "seeds").symlink_to(ROOT / "seeds")
    return folder


def apply(patch: str, folder: Path) -> None:
    """Apply hunks, divided by ``---`` (file) and ``@@`` lines, where their context first stands."""
    for part in re.split(r"^--- ", patch, flags=re.MULTILINE)[1:]:
        name, _, hunks = part.partition("\n")
        path = folder / name
        text = path.read_text(encoding="utf-8")
        for hunk in hunks.split("@@\n"):
            lines = hunk.splitlines()
            before = "".join(f"{line[1:]}\n" for line in lines if line.startswith(" "))
            after = "".join(f"{line[1:]}\n" for line in lines)
            assert f"\n{before}" in text, (name, before)
            text = text.replace(f"\n{before}", f"\n{after}", 1)
        path.write_text(text, encoding="utf-8")


def records(folder: Path, texts: list[str]) -> list[str]:
    """Return the pledges and milestones that a copy of the program reads in each text, as the page does."""
    lines = [json.dumps({"published": "2024-05-10", "text": MISSION + text}) for text in texts]
    path = folder / "articles.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tracker", "extract", "--json", str(path)],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": ""},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return ["; ".join(_printed(json.loads(line))) for line in done.stdout.splitlines()]


def _printed(record: dict[str, Any]) -> Iterator[str]:
    for each in record["pledges"]:
        yield f"{each['donor']} {each['amount']:,} {each['currency']} {each['status']}"
    for each in record["milestones"]:
        yield f"{each['date']} {each['kind']} {each['by']}"
