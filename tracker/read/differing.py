"""In which fields two forms of one thing differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from tracker.claims import shown_field
from tracker.read.answers import DeploymentLine, MilestoneLine, PledgeLine, StatementLine

Line: TypeAlias = MilestoneLine | PledgeLine | DeploymentLine | StatementLine

# What makes a thing what it is held to be: neither its id nor what it rests on. The value in US dollars
# follows from the sum and what is said to equal it.
_FIELDS: Mapping[type[Line], tuple[str, ...]] = {
    MilestoneLine: ("kind", "date", "by", "until", "replaced_by"),
    PledgeLine: (
        "donor",
        "recipient",
        "kind",
        "amount",
        "equivalents",
        "status",
        "total",
        "additional",
        "purposes",
        "announced_on",
        "flows",
        "part_of",
    ),
    DeploymentLine: (
        "contributor",
        "count",
        "count_max",
        "qualifier",
        "unit",
        "status",
        "date",
        "total",
    ),
    StatementLine: ("speaker", "direct", "content"),
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, named as the JSON names it, with its values: those of the vocabulary, None where unknown."""

    field: str
    before: Any
    after: Any


def field_changes(before: Line, after: Line) -> tuple[FieldChange, ...]:
    """Return the fields whose values differ, in the order in which things are told.

    Both must be things of the same kind.
    """
    values = (
        (shown_field(name), getattr(before, name), getattr(after, name)) for name in _FIELDS[type(after)]
    )
    return tuple(FieldChange(name, old, new) for name, old, new in values if old != new)


def who(line: Line) -> str | None:
    """Return who takes the step, gives, sends or speaks; None where nobody is named."""
    match line:
        case MilestoneLine():
            return line.by
        case PledgeLine():
            return line.donor
        case DeploymentLine():
            return line.contributor
        case StatementLine():
            return line.speaker


def what_of(line: Line) -> str | None:
    """Return how far a gift or people have come, or which step it is; None of a statement."""
    match line:
        case MilestoneLine():
            return line.kind.value
        case PledgeLine() | DeploymentLine():
            return line.status.value
        case StatementLine():
            return None
