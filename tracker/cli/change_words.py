"""What changed in a thing, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tracker.cli.words import UNKNOWN, people, sum_of, when
from tracker.read.answers import DeploymentLine
from tracker.read.differing import FieldChange, Line
from tracker.vocab import Money, PartialDate

ARROW = "→"
_PEOPLE = ("count", "count_max", "qualifier", "unit")  # read together: "about 200 police"
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
    for change in changes:
        reason = reasons.get(change.field, "")
        if (
            change.field in _PEOPLE
            and isinstance(before, DeploymentLine)
            and isinstance(after, DeploymentLine)
        ):
            if told_people:
                continue
            told_people = True
            phrase = f"{people(before)} {ARROW} {people(after)}"
        else:
            phrase = _phrase(change, after)
        found.append(f"{phrase}: {reason}" if reason else phrase)
    return found


def _people(before: Line, after: Line) -> str:
    counted = [people(line) for line in (before, after) if isinstance(line, DeploymentLine)]
    return f" {ARROW} ".join(counted)


def _phrase(change: FieldChange, after: Line) -> str:
    if change.field in _FLAGS:
        return _FLAGS[change.field][0 if change.after else 1]
    if change.field == "text":
        return f"words “{change.before}” {ARROW} “{change.after}”"
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
