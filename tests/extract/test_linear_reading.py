"""400 kB of whatever it is made of must not hang the extractor: read in a process that can be killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_READ = """
import sys
from tests.extract.conftest import article
from tracker.extract import extract
from tracker.seeds import load_knowledge
unit = sys.stdin.read()
extract(article((unit * (400_000 // len(unit) + 1))[:400_000]), load_knowledge())
print("read")
"""
_ONE_LINE = (
    "Kenya, which leads the mission in Haiti, said on Friday that it would send 400 police officers and pay "
    "$5 million to the fund, and the Security Council authorised it "
)
_PARAGRAPHS = (
    "Kenya said on Friday it would send 400 police to the Kenya-led mission in Haiti. “We will go,” said "
    "Ruto. The US gave $5 million to the fund.\n\n"
)
UNITS = [
    pytest.param(_ONE_LINE, id="one sentence without an end"),
    pytest.param(_PARAGRAPHS, id="paragraphs"),
    pytest.param("a\n", id="lines of a letter"),
    pytest.param("sent ", id="verbs"),
    pytest.param("Kenya, ", id="names"),
    pytest.param("“", id="opening quotes"),
    pytest.param("“We will go,” said the trader. The minister said the council met.\n", id="descriptions"),
]


@pytest.mark.parametrize("unit", UNITS)
def test_long_text_is_read(unit: str) -> None:
    # Up to ten seconds each; a quadratic rule would take an hour.
    done = subprocess.run(
        [sys.executable, "-c", _READ],
        cwd=Path(__file__).parents[2],
        input=unit,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.stdout == "read\n", done.stderr
