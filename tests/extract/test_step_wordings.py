"""Milestones and phases in the wordings of newspapers: ``wordings/*.txt``, one sentence a line.

A line is ``opening | sentence => what it tells``; openings are those of ``stepping``, "-" is none.
The last lines of a file tell nothing: they look like a step and are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.stepping import OPENINGS, told

WORDINGS = Path(__file__).parent / "wordings"


def lines(*paths: Path) -> Iterator[tuple[str, str, str]]:
    """Yield opening, sentence and what is expected of each line."""
    for path in paths:
        for line in filter(None, path.read_text("utf-8").splitlines()):
            before, expected = line.rsplit("=>", 1)
            opening, sentence = before.split(" | ", 1)
            yield OPENINGS.get(opening, ""), sentence.strip(), expected.strip()


PHASES = WORDINGS / "phases.txt"
STEPS = sorted(path for path in WORDINGS.glob("*.txt") if path != PHASES)


@pytest.mark.parametrize(("opening", "sentence", "expected"), [*lines(*STEPS)])
def test_steps(opening: str, sentence: str, expected: str, read_article: ReadArticle) -> None:
    found = read_article(opening + sentence).milestones
    assert "; ".join(told(claim) for claim in found) == expected


@pytest.mark.parametrize(("opening", "sentence", "expected"), [*lines(PHASES)])
def test_phases(opening: str, sentence: str, expected: str, read_article: ReadArticle) -> None:
    claim = read_article(opening + sentence).phase
    assert (claim.phase.value if claim else "") == expected
