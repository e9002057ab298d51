"""Text for a terminal or a pipe: safe characters, widths, wrapping, tables, colour.

A terminal gets lines that fit it and a little colour; a pipe gets whole lines and none. Text that comes
from articles can hold anything, escape sequences too, so it is neutralized before it is shown.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Controls, and the invisible characters that reorder text (a quote must read as it stands).
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]")
_SPACES = re.compile(r"\s+")
_MIN_WIDTH = 40
_LEAST = (12, 7, 2)  # cells of a column: a date fits the first; wide characters need the last
_GAP = "  "


def printable(text: str) -> str:
    """Return ``text`` with control and reordering characters written as ``\\x1b`` or ``\\u202e``."""
    return _UNSAFE.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def one_line(text: str) -> str:
    """Return ``text`` as one printable line: runs of white space become one space."""
    return printable(_SPACES.sub(" ", text).strip())


def width_of(text: str) -> int:
    """Return how many terminal cells ``text`` takes (East Asian wide characters take two)."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


@dataclass(frozen=True, slots=True)
class Page:
    """Where output goes: ``width`` in cells (None in a pipe: no limit) and whether colour is wanted."""

    width: int | None
    colour: bool

    @classmethod
    def of_stdout(cls) -> Page:
        """Return the page that standard output is; ``COLUMNS`` and ``NO_COLOR`` are honoured."""
        if not sys.stdout.isatty():
            return cls(None, colour=False)
        width = max(shutil.get_terminal_size().columns, _MIN_WIDTH)
        colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return cls(width, colour=colour)

    def bold(self, text: str) -> str:
        """Return ``text`` in bold where colour is wanted."""
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text

    def wrap(self, text: str, *, indent: str = "", hang: str | None = None) -> list[str]:
        """Return ``text`` as lines that fit; ``hang`` (default: ``indent``) starts those after the first."""
        text = one_line(text)
        hang = indent if hang is None else hang
        if self.width is None:
            return [indent + text]
        return textwrap.wrap(
            text, self.width, initial_indent=indent, subsequent_indent=hang, break_on_hyphens=False
        ) or [indent.rstrip()]

    def cut(self, line: str) -> str:
        """Return ``line`` ended by an ellipsis where it does not fit."""
        if self.width is None or width_of(line) <= self.width:
            return line
        end = len(line)
        while width_of(line[:end]) >= self.width:
            end -= 1
        return line[:end] + "…"

    def listing(self, rows: Iterable[Sequence[str]]) -> list[str]:
        """Return rows of cells as aligned lines, one a row: what does not fit is cut off at the end."""
        return [self.cut(line) for line in Page(None, colour=False).table(rows)]

    def table(self, rows: Iterable[Sequence[str]], *, indent: str = "") -> list[str]:
        """Return rows of cells as aligned lines; the widest columns are wrapped until the page holds them."""
        table = [[one_line(cell) for cell in row] for row in rows]
        if not table:
            return []
        widths = [max(width_of(row[column]) for row in table) for column in range(len(table[0]))]
        shown = [column for column, width in enumerate(widths) if width]
        if self.width is not None:
            _narrow(widths, shown, self.width - len(indent) - len(_GAP) * (len(shown) - 1))
        lines = []
        for row in table:
            cells = [_folded(row[column], widths[column]) for column in shown]
            for line in range(max(map(len, cells), default=0)):
                parts = [
                    _padded(cell[line : line + 1], widths[column])
                    for cell, column in zip(cells, shown, strict=True)
                ]
                lines.append((indent + _GAP.join(parts)).rstrip())
        return lines


def _narrow(widths: list[int], shown: list[int], room: int) -> None:
    """Take cells from the widest column until all fit ``room``; columns get very narrow only at need."""
    for least in _LEAST:
        while sum(widths[column] for column in shown) > room:
            widest = max(shown, key=lambda column: widths[column])
            if widths[widest] <= least:
                break
            widths[widest] -= 1


def _folded(cell: str, width: int) -> list[str]:
    if width_of(cell) <= width:
        return [cell]
    lines: list[str] = []
    for line in textwrap.wrap(cell, width):
        while width_of(line) > width:  # wide characters: textwrap counts them as one
            cut = next(end for end in range(len(line), 0, -1) if width_of(line[:end]) <= width)
            lines.append(line[:cut])
            line = line[cut:]  # noqa: PLW2901
        lines.append(line)
    return lines


def _padded(cell: list[str], width: int) -> str:
    text = cell[0] if cell else ""
    return text + " " * (width - width_of(text))
