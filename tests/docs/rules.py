"""The table of rules in ``docs/extraction.md``: ``python -m tests.docs.rules`` writes it anew."""

from __future__ import annotations

import re

from tests.docs.console import ROOT
from tracker.extract.rules import RuleText, rules

PAGE = ROOT / "docs" / "extraction.md"
_PLACE = re.compile(r"(?<=<!-- rules -->\n).*?(?=<!-- end of rules -->)", re.DOTALL)


def table() -> str:
    """Return the rules as Markdown tables, one for each kind of record."""
    groups = dict.fromkeys(rule.group for rule in rules())
    return "\n" + "".join(
        _table(group, [rule for rule in rules() if rule.group == group]) for group in groups
    )


def _table(group: str, listed: list[RuleText]) -> str:
    rows = "".join(f"| `{rule.name}` | {_cell(rule.reads)} | {_cell(rule.example)} |\n" for rule in listed)
    return f"### {group.capitalize()}\n\n| rule | reads | example |\n|---|---|---|\n{rows}\n"


def _cell(text: str) -> str:
    return text.strip().replace("|", "\\|").replace("\n\n", "\n").replace("\n", "<br>")


def with_table(page: str) -> str:
    """Return the page with the table as it is now."""
    return _PLACE.sub(lambda _match: table(), page)


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
