"""What the README shows is what a reader gets."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import require_or_skip
from tests.docs.console import README, ROOT, Reader, blocks, matches, steps

TEXT = README.read_text(encoding="utf-8")


def test_every_command_prints_what_is_shown(tmp_path: Path) -> None:
    require_or_skip(shutil.which("sqlite3"), "the README's SQL needs the command sqlite3: install it")
    reader = Reader(tmp_path)
    for block in blocks(TEXT):
        for step in steps(block):
            status, printed = reader.types(step.command)
            assert status == 0, (step.command, printed)
            assert matches(step.expected, printed), "\n".join(
                [
                    "the README is out of date; run: python -m tests.docs.console",
                    *step.shown,
                    *printed,
                ]
            )


def test_every_make_target_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", TEXT, re.MULTILINE))
    assert {"demo", "test"} <= named <= targets


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#]+)\)", TEXT))))
def test_every_link_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


@pytest.mark.parametrize(
    ("expected", "printed", "fits"),
    [
        (("a", "..."), ["a"], True),  # an ellipsis may stand for nothing
        (("a", "...", "c"), ["a", "b", "c"], True),
        (("a", "...", "c"), ["a", "b"], False),
        (("a.",), ["ab"], False),  # what is shown is no pattern
        ((), [], True),
        ((), ["a"], False),
    ],
)
def test_shown_output_is_compared_line_by_line(
    expected: tuple[str, ...], printed: list[str], fits: bool
) -> None:
    assert matches(expected, printed) is fits
