"""Text for a terminal or a pipe: safe characters, widths, wrapping, tables, colour.

A terminal gets lines that fit it and a little colour; a pipe gets whole lines and none. Text that comes
from articles can hold anything, escape sequences too, so it is neutralized before it is shown.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

# Controls, and the invisible characters that reorder text (a quote must read as it stands).
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]")
_SPACES = re.compile(r"\s+")
_TOKEN = re.compile(r"\b[A-Z]{3} \d\S*|\S+")  # a sum stays with its currency
_ADDRESS = re.compile(r"/")
_MIN_WIDTH = 20
_COMFORTABLE = 12  # cells of a column, where there is room
_LEAST_CUT = 12  # cells of a last column that is worth showing in part
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
        """Return ``text`` as lines that fit; ``hang`` (default: ``indent``) starts those after the first.

        Only blanks are broken at: sums, dates and addresses stay whole, and words that a line holds.
        """
        text = one_line(text)
        hang = indent if hang is None else hang
        if self.width is None:
            return [indent + text]
        room = self.width - width_of(indent), self.width - width_of(hang)
        first, *rest = _filled(text, *room) or [""]
        return [(indent + first).rstrip(), *(hang + line for line in rest)]

    def cut(self, line: str) -> str:
        """Return ``line`` ended by an ellipsis where it does not fit."""
        if self.width is None or width_of(line) <= self.width:
            return line
        end = len(line)
        while width_of(line[:end]) >= self.width:
            end -= 1
        return line[:end] + "…"

    def listing(self, rows: Iterable[Sequence[str]]) -> list[str]:
        """Return rows of cells as aligned lines, one a row.

        Columns that do not fit are left out, from the end; the last of all is cut off where part of it fits.
        """
        table = [[one_line(cell) for cell in row] for row in rows]
        if self.width is not None and table:
            table = [row[: self._columns_that_fit(table)] for row in table]
        return [self.cut(line) for line in Page(None, colour=False).table(table)]

    def _columns_that_fit(self, table: Sequence[Sequence[str]]) -> int:
        widths = _widths(table)
        room = (self.width or 0) + len(_GAP)
        for column, width in enumerate(widths):
            least = min(width, _LEAST_CUT) if column == len(widths) - 1 else width
            if room < least + len(_GAP) and column:
                return column
            room -= width + len(_GAP)
        return len(widths)

    def table(self, rows: Iterable[Sequence[str]], *, indent: str = "") -> list[str]:
        """Return rows of cells as aligned lines, the first row holding the titles.

        The widest columns are wrapped until the page holds them, at blanks only; where it cannot, each row is
        a block of lines ``title: cell``.
        """
        table = [[one_line(cell) for cell in row] for row in rows]
        if not table:
            return []
        widths = _widths(table)
        shown = [column for column, width in enumerate(widths) if width]
        if self.width is not None:
            room = self.width - width_of(indent) - len(_GAP) * (len(shown) - 1)
            if not _narrow(widths, shown, table, room):
                return [line for row in table[1:] for line in self._block(table[0], row, indent)]
        lines = []
        for row in table:
            cells = [_filled(row[column], widths[column], widths[column]) for column in shown]
            for line in range(max(map(len, cells), default=0)):
                parts = [
                    _padded(cell[line : line + 1], widths[column])
                    for cell, column in zip(cells, shown, strict=True)
                ]
                lines.append((indent + _GAP.join(parts)).rstrip())
        return lines

    def _block(self, titles: Sequence[str], row: Sequence[str], indent: str) -> Iterator[str]:
        starts = indent
        for title, cell in zip(titles, row, strict=True):
            if cell:
                yield from self.wrap(
                    f"{title}: {cell}" if title else cell, indent=starts, hang=indent + _GAP * 2
                )
                starts = indent + _GAP


def _widths(table: Sequence[Sequence[str]]) -> list[int]:
    return [max(width_of(row[column]) for row in table) for column in range(len(table[0]))]


def _narrow(widths: list[int], shown: list[int], table: Sequence[Sequence[str]], room: int) -> bool:
    """Take cells from the widest columns, none below its longest word, until all fit; tell if they do."""
    longest = [
        max((width_of(token) for row in table for token in _TOKEN.findall(row[column])), default=0)
        for column in range(len(widths))
    ]
    for comfort in (_COMFORTABLE, 0):
        while sum(widths[column] for column in shown) > room:
            wide = [column for column in shown if widths[column] > max(longest[column], comfort)]
            if not wide:
                break
            widths[max(wide, key=lambda column: widths[column])] -= 1
    return sum(widths[column] for column in shown) <= room


def _filled(text: str, room: int, later: int) -> list[str]:
    """Return text as lines of at most ``room`` cells, ``later`` from the second on, broken at blanks."""
    lines: list[str] = []
    line = ""
    for token in _TOKEN.findall(text):
        longer = f"{line} {token}" if line else token
        if width_of(longer) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
            room = later
        *whole, line = [token] if _ADDRESS.search(token) else _pieces(token, room, later)
        lines += whole
        room = later if whole else room
    return [*lines, line] if line else lines


def _pieces(word: str, room: int, later: int) -> list[str]:
    """Return a word in pieces that fit: what is written without blanks is broken anywhere."""
    currency, blank, number = word.partition(" ")
    if blank and width_of(word) > room:
        return [currency, *_pieces(number, later, later)]
    pieces = []
    while width_of(word) > room > 0:
        end = next((end for end in range(len(word), 1, -1) if width_of(word[:end]) <= room), 1)
        pieces.append(word[:end])
        word = word[end:]
        room = later
    return [*pieces, word] if word else pieces


def _padded(cell: list[str], width: int) -> str:
    text = cell[0] if cell else ""
    return text + " " * (width - width_of(text))
