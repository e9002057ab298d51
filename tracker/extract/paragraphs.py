"""Level 1: paragraphs. Blank lines divide; a single newline divides unless it only wraps a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from tracker.claims import Span

# A bullet, the number of a point, or the time that opens an entry of a live blog.
_BULLET = re.compile(
    r"""[ \t]{0,40}
    (?: [-–—•*▪◦‣·]
      | \d{1,2}(?:\.\d{1,2}){1,4}\.?(?=[ \t]{1,40}[A-Z“"])             # 2.1
      | \(?\d{1,2}[.)]                                                 # 2. 2) (2)
      | \(?[a-z]\)|\([ivx]{2,4}\)                                      # a) (a) (ii)
      | [IVX]{1,4}\.(?=[ \t]+[A-Z])                                    # II.
      | \d{1,2}[.:]\d{2}(?:[ ]?[ap]\.?m\.?)?:?(?=[ \t]{1,40}[A-Z“"])   # 14:05  2.05pm
    )[ \t]{1,40}""",
    re.VERBOSE,
)
_TIME = re.compile(r"\d{1,2}[.:]\d{2}")
_COLUMNS = re.compile(r"\S {3,}\S")  # a table set in columns: "Argentina      243"
_WRAP_WIDTH = 50


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of the body; ``span`` leaves out the bullet or number that opens it."""

    span: Span
    bullet: bool
    table: bool  # a row of cells divided by bars or tabs
    timed: bool  # an entry of a live blog: opens with a time of day


def _wraps(line: str, following: str) -> bool:
    stripped = line.rstrip()
    if not stripped or not following.strip() or _BULLET.match(following):
        return False
    if following.lstrip()[0].islower():
        return True
    return _WRAP_WIDTH <= len(stripped) <= 110 and stripped[-1] not in ".!?:;\"”’'" and stripped[-1] != "|"


def _wrapped_width(lines: list[str]) -> bool:
    """Tell whether the text is set in lines of one width, so that newlines only wrap."""
    inner = [len(a.rstrip()) for a, b in pairwise(lines) if a.strip() and b.strip()]
    return len(inner) >= 4 and max(inner) <= 110 and sorted(inner)[len(inner) // 2] >= _WRAP_WIDTH


def _wrapped_blocks(lines: list[str]) -> set[int]:
    """Return the lines that stand, between empty ones, in one wrapped paragraph."""
    found: set[int] = set()
    first = 0
    for index in range(len(lines) + 1):
        if index == len(lines) or not lines[index].strip():
            if first < index and _is_wrapped([line.strip() for line in lines[first:index]]):
                found.update(range(first, index))
            first = index + 1
    return found


def _is_wrapped(block: list[str]) -> bool:
    inner = block[:-1]
    return (
        block[-1][-1] in ".!?\"”’'"
        and all(_WRAP_WIDTH <= len(line) <= 110 for line in inner)
        and any(line[-1] not in ".!?:;\"”’'" for line in inner)
        and not any(_BULLET.match(line) or "|" in line for line in block)
    )


def paragraphs(body: str, start: int = 0, end: int | None = None) -> list[Paragraph]:
    """Divide ``body[start:end]`` into paragraphs, in order; empty lines make none."""
    lines = body[start:end].split("\n")
    joinable = _wrapped_width(lines)
    wrapped = _wrapped_blocks(lines)
    result: list[Paragraph] = []
    offset = start
    current: tuple[int, int] | None = None
    for index, line in enumerate(lines):
        line_end = offset + len(line)
        if line.strip():
            first = current[0] if current else offset
            following = lines[index + 1] if index + 1 < len(lines) else ""
            if _wraps(line, following) and (joinable or index in wrapped):
                current = (first, line_end)
            else:
                result.append(_paragraph(body, first, line_end))
                current = None
        offset = line_end + 1
    if current:
        result.append(_paragraph(body, *current))
    return result


def _paragraph(body: str, start: int, end: int) -> Paragraph:
    bullet = _BULLET.match(body, start, end)
    if bullet:
        start = bullet.end()
    while start < end and body[start].isspace():
        start += 1
    while end > start and body[end - 1].isspace():
        end -= 1
    text = body[start:end]
    timed = bullet is not None and _TIME.match(bullet.group().strip()) is not None
    table = "|" in text or "\t" in text or (bullet is None and _COLUMNS.search(text) is not None)
    return Paragraph(Span(start, end), bullet is not None and not timed, table, timed)
