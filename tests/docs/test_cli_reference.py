"""Every command and option is documented: ``docs/cli.md`` is what the program says of itself."""

from __future__ import annotations

from pathlib import Path

from tracker.cli.reference import markdown


def test_the_reference_is_up_to_date() -> None:
    written = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written == markdown(), "run: python -m tracker.cli.reference > docs/cli.md"
