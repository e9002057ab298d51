"""What status says of a donor's sums in all, and of the running total that was told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.series import run
from tests.databases import sqlite_url
from tests.ingest.articles import article, take_in
from tests.reconcile.telling import MISSION
from tracker.db import migrate
from tracker.db.session import open_engine

US = "pledge | United States"

CASES: dict[str, tuple[Sequence[tuple[str, str]], str]] = {
    "the sums of its day, though more was promised since": (
        [
            ("2023-10-10", f"{US} | 200m USD | 2023-10-10"),
            ("2024-03-11", f"{US} | 100m USD | 2024-03-11 | additional=true"),
            ("2024-03-12", f"{US} | 300m USD | 2024-03-12 | total=true"),
            ("2024-09-11", f"{US} | 160m USD | 2024-09-11 | additional=true"),
        ],
        "USD 460,000,000  USD 300,000,000 as of 2024-03-12, the sums known by then",
    ),
    "more: not all sums were told": (
        [
            ("2023-10-10", f"{US} | 200m USD | 2023-10-10"),
            ("2024-03-12", f"{US} | 300m USD | total=true"),
            ("2024-09-11", f"{US} | 160m USD | 2024-09-11 | additional=true"),
        ],
        "USD 360,000,000  USD 300,000,000 as of 2024-03-12, more than the sums known by then",
    ),
    "less: the sums and the total contradict each other": (
        [
            ("2023-10-10", f"{US} | 200m USD | 2023-10-10"),
            ("2024-03-11", f"{US} | 200m USD | 2024-03-11 | additional=true"),
            ("2024-03-12", f"{US} | 300m USD | 2024-03-12 | total=true"),
        ],
        "USD 400,000,000  USD 300,000,000 as of 2024-03-12, less than the sums known by then",
    ),
}


@pytest.mark.parametrize("as_of", [(), ("--as-of", "2025-01-01")], ids=["stored", "as of a day"])
@pytest.mark.parametrize("case", CASES)
def test_a_running_total_is_told_with_its_day(tmp_path: Path, case: str, as_of: tuple[str, ...]) -> None:
    told, expected = CASES[case]
    path = tmp_path / "tracker.db"
    migrate.upgrade(sqlite_url(path))
    engine = open_engine(sqlite_url(path), read_only=False)
    take_in(engine, [article(day, text, published=day) for day, text in told])
    engine.dispose()
    text = run(path, "status", MISSION, *as_of).partition("\nMoney in all\n")[2].partition("\n\n")[0]
    assert text.splitlines()[1].endswith(expected)
