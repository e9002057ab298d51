"""Level 1: quotations, with every kind of mark, nested, and running over paragraphs.

A mark opens where a word begins and closes where one ends. Single marks are also apostrophes: one closes a
quotation only where what stands before it, or the lack of a better place behind it, says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.claims import Span
from tracker.extract.paragraphs import Paragraph

_OPENERS = {"“": "”", "‘": "’", '"': '"', "'": "'", "„": "”", "«": "»"}
_END = ".,!?…—–-"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: ``outer`` with the marks, ``inner`` without them.

    ``closed`` is False where the paragraph ends before the quotation does; the next one continues it.
    """

    outer: Span
    inner: Span
    closed: bool


def _opens(body: str, at: int, start: int, end: int) -> bool:
    if at + 1 >= end or body[at + 1].isspace():
        return False
    before = body[at - 1] if at > start else " "
    if body[at] in "“„«":
        return True
    after = body[at + 1]
    if body[at] in "'‘" and after in "'’":
        return False
    return before.isspace() or before in "([{—–-/:“‘\"'"


def _closes(body: str, at: int, end: int) -> bool:
    after = body[at + 1] if at + 1 < end else " "
    if body[at] in "”»":
        return True
    if body[at - 1].isspace():
        return False
    return not after.isalnum()


def _single_close(body: str, at: int, end: int, mark: str) -> int | None:
    """Find where a single-quoted stretch ends: the first mark after final punctuation, else the first."""
    fallback = None
    for position in range(at + 1, end):
        char = body[position]
        if char == "‘" and mark == "’" and fallback is not None:
            break
        if char != mark or not _closes(body, position, end):
            continue
        if body[position - 1] in _END or (position + 1 < end and body[position + 1] in ".,;:)!?"):
            return position
        if body[position - 1] == "s" and position + 1 < end and body[position + 1] == " ":
            fallback = position if fallback is None else fallback
            continue
        return position if fallback is None else fallback
    return fallback


def _find_close(body: str, at: int, end: int) -> int | None:
    mark = _OPENERS[body[at]]
    if mark in "’'":
        return _single_close(body, at, end, mark)
    marks = '”"' if mark in '”"' else mark
    for position in range(at + 1, end):
        if body[position] in marks and _closes(body, position, end):
            return position
    return None


def quotations(body: str, paragraph: Paragraph) -> list[Quotation]:
    """Return the outermost quotations of a paragraph, in order."""
    found: list[Quotation] = []
    start, end = paragraph.span.start, paragraph.span.end
    at = start
    while at < end:
        char = body[at]
        if char not in _OPENERS or not _opens(body, at, start, end):
            at += 1
            continue
        close = _find_close(body, at, end)
        if close is None:
            if char in '“"‘' and (at == start or char != "‘") and end - at > 20:
                found.append(Quotation(Span(at, end), Span(at + 1, end), closed=False))
                break
            at += 1
            continue
        found.append(Quotation(Span(at, close + 1), Span(at + 1, close), closed=True))
        at = close + 1
    return found
