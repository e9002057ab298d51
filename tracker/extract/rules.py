"""The rules by name: what each reads, with an example. Their names are part of what users see, and stay."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tracker.extract.lexicon import load


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule, or a family of them: ``name`` has "*" for the base form of the verb that was found.

    ``group`` is the kind of record that it makes, ``example`` a text that it reads.
    """

    group: str
    name: str
    reads: str
    example: str

    def covers(self, rule: str) -> bool:
        """Tell whether ``rule``, as a record carries it, is of this name."""
        return re.fullmatch(re.escape(self.name).replace(r"\*", "[a-z]+"), rule) is not None


@cache
def rules() -> tuple[RuleText, ...]:
    """Return all rules in the order of the documentation."""
    return tuple(
        RuleText(group, name, reads, example)
        for group, listed in load("rules").items()
        for name, (reads, example) in listed.items()
    )


@cache
def rule_text(rule: str) -> RuleText | None:
    """Return what a record's ``rule`` is, None where it is not listed; a full name goes before a family."""
    found = [each for each in rules() if each.covers(rule)]
    return max(found, key=lambda each: (each.name.count("*") == 0, len(each.name)), default=None)
