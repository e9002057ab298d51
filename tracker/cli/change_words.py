"""What changed in a thing, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tracker.cli.words import UNKNOWN, flowed, people, sum_of, when
from tracker.read.answers import DeploymentLine, PledgeLine
from tracker.read.differing import FieldChange, Line
from tracker.vocab import Money, PartialDate

ARROW = "→"
PEOPLE_FIELDS = frozenset(("count", "count_max", "qualifier", "unit"))
"""Fields that are read together: "about 200 police"."""
_NAMES = {"announced_on": "announced", "replaced_by": "replaced by", "to": "recipient"}
_FLAGS = {
    "total": ("now a total that contains others", "no total any more"),
    "additional": ("now on top of earlier ones", "no longer on top of earlier ones"),
    "direct": ("now word for word", "no longer word for word"),
}


def change_words(
    before: Line, after: Line, changes: Iterable[FieldChange], why: Mapping[str, str] | None = None
) -> list[str]:
    """Return a phrase for each change, how many people of what kind in one; ``why`` is said by field."""
    reasons = why or {}
    found = []
    told_people = False
    for change in _telling(changes, after):
        reason = reasons.get(change.field, "")
        if change.field in PEOPLE_FIELDS:
            if told_people:
                continue
            told_people = True
            phrase = _people(before, after)
        else:
            phrase = _phrase(change, after)
        found.append(f"{phrase}: {reason}" if reason else phrase)
    return found


def _telling(changes: Iterable[FieldChange], after: Line) -> Iterator[FieldChange]:
    """Yield the changes, that of the flows as one for each flow that tells more than the status does."""
    found = list(changes)
    moved = any(change.field in ("status", "amount") for change in found)
    for change in found:
        if change.field != "flows" or not isinstance(after, PledgeLine):
            yield change
            continue
        for flow in change.after:
            headline = flow.status is after.status and flow.amount in (None, after.amount)
            if flow not in change.before and not (headline and (moved or not change.before)):
                yield FieldChange("flows", None, flow)


def _people(before: Line, after: Line) -> str:
    counted = [people(line) for line in (before, after) if isinstance(line, DeploymentLine)]
    return f" {ARROW} ".join(counted)


def _phrase(change: FieldChange, after: Line) -> str:
    if change.field in _FLAGS:
        return _FLAGS[change.field][0 if change.after else 1]
    if change.field == "text":
        return f"words “{change.before}” {ARROW} “{change.after}”"
    if change.field == "flows":
        return f"flow {flowed(change.after)}"
    if change.field == "part_of":
        return (
            "no part of a larger sum any more" if change.after is None else f"part of pledge {change.after}"
        )
    name = _NAMES.get(change.field, change.field)
    if change.field == "date" and isinstance(after, DeploymentLine):
        name = "as of"
    return f"{name} {value_words(change.before)} {ARROW} {value_words(change.after)}"


def value_words(value: Any) -> str:
    """Return a field's value as people read it."""
    match value:
        case None | ():
            return UNKNOWN
        case Money():
            return sum_of(value)
        case PartialDate():
            return when(value)
        case tuple():
            return ", ".join(map(value_words, value))
    return str(value)
