"""Contradictions in words: what is disputed, what the sides say, which leads and why."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from tracker.cli.words import sum_of
from tracker.read.answers import ContradictionLine, SideLine
from tracker.vocab import DisputedField, Money, Preference, RecordKind

WHY_IT_LEADS = {
    Preference.CORRECTION: "a correction",
    Preference.LATER_EVENT: "of a later day",
    Preference.MORE_SOURCES: "more independent sources",
    Preference.MORE_PRECISE: "more precise",
    Preference.FIRST_TOLD: "told first",
}
_SUMS = (DisputedField.AMOUNT, DisputedField.TOTAL)


def about(line: ContradictionLine) -> str:
    """Return which thing is meant: ``deployment 4, Kenya deployed``."""
    number = "" if line.thing is None else f" {line.thing}"
    verb = "" if line.record is RecordKind.STATEMENT else line.what
    if line.record is RecordKind.MILESTONE:
        told = f"{verb} by {line.actor}" if line.actor else verb
    else:
        told = " ".join(part for part in (line.actor, verb) if part)
    return f"{line.record.value}{number}, {told}" if told else f"{line.record.value}{number}"


def said(field: DisputedField, side: SideLine) -> str:
    """Return what a side says as people read it: ``USD 100,000,000``, ``1,000``; a name or day as it is."""
    if field in _SUMS:
        amount, _, currency = side.said.partition(" ")
        return sum_of(Money(Decimal(amount), currency))
    return f"{int(side.said):,}" if side.said.isdecimal() and field is DisputedField.COUNT else side.said


def ruling(line: ContradictionLine, mark: Callable[[SideLine], str] = lambda _side: "") -> str:
    """Return ``400 leads over 200: more independent sources``; ``mark`` is put behind each side."""
    first, *others = [said(line.field, side) + mark(side) for side in line.sides]
    return f"{first} leads over {' and '.join(others)}: {WHY_IT_LEADS[line.rule]}"
