"""Hostile strings of 100 kB must not hang the grammars: each text is read in a process that can be killed."""

from __future__ import annotations

import subprocess
import sys

import pytest

_READ = """
import sys
from datetime import date
from tracker.extract.counts import find_counts
from tracker.extract.dates import find_dates
from tracker.extract.money import find_money
unit = sys.stdin.read()
text = (unit * (100_000 // len(unit) + 1))[:100_000]
find_money(text), find_counts(text), find_dates(text, date(2024, 3, 1))
for mention in find_dates(text[:2_000], date(2024, 3, 1)):
    mention.resolve()
print("read")
"""

UNITS = [
    *("1", "1,", "1,1", "1,111", "1 111 ", "1.", "1-", "1/", "1 to ", "1 or ", "(1) ", "0"),
    *(
        "$",
        "$1 ",
        "US$",
        "US$1 (US$1; €1, ",
        "$1 million (",
        "5 us dollars ",
        "$1-",
        "at least $5 ",
        "a further ",
    ),
    *(" ", "\n", "\u00a0", "a ", "x", "-", "'"),
    *(
        "one hundred and ",
        "a hundred ",
        "twenty-",
        "half a ",
        "a quarter of a ",
        "one million ",
        "more than ",
        "2023 ",
    ),
    *(
        "May ",
        "October 2 ",
        "Friday of ",
        "the end of ",
        "last ",
        "that ",
        "1 January and ",
        "2023-",
        "between ",
        "the next ",
    ),
]


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_hostile_text_is_read(unit: str) -> None:
    # About a second each; a quadratic pattern would take many minutes.
    done = subprocess.run(
        [sys.executable, "-c", _READ], input=unit, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout == "read\n", done.stderr
