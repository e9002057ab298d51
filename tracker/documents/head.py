"""The headline, byline and date line that stand at the head of a plain text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from tracker.documents.dateline import Dateline, dateline
from tracker.documents.head_lines import LONGEST, HeadLine, classify, masthead, only_labels
from tracker.documents.head_words import ends_a_sentence, plain

_MOST_LINES = 14  # lines that a head is looked for in, blank ones not counted
_MOST_PRINTED_LINES = 200  # and counted
_MOST_DECK_LINES = 2  # standfirst between the headline and the date line
_LONGEST_DECK = 300
_LONGEST_TITLE = 200
_LONG_PARAGRAPH = 100  # longer than the lines of wrapped text


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines above an article say; ``end`` is the offset at which the article proper begins."""

    end: int = 0
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None


class _Line:
    """A line that is not blank. What it is, is asked of few, so it is found when asked for."""

    def __init__(self, body: str, start: int, text: str, end: int) -> None:
        self._body = body
        self._end = end
        self.start = start  # of the line's first character that is no space
        self.text = text  # plain

    @cached_property
    def before_blank(self) -> bool:
        """Whether a blank line, or the end, follows."""
        return not plain(_line_at(self._body, self._end + 1)[0])

    @cached_property
    def kind(self) -> HeadLine | None:
        return classify(self.text)

    @cached_property
    def dateline(self) -> Dateline | None:
        return dateline(self._body[self.start : self.start + LONGEST])


def read_head(body: str, known_title: str | None = None) -> Head:
    """Recognize headline, byline and date line at the head of a normalized body.

    ``known_title`` is the title that the document's front matter gives: a first line that repeats it is
    the headline, whatever it looks like. A head is only what an article follows: a body that would be all
    head has none.
    """
    lines = _first_lines(body)
    count, title_length = _headline(lines, known_title)
    above = count - title_length
    title = " ".join(line.text for line in lines[above:count])
    count = _below_headline(lines, count)
    if count == len(lines):
        return Head()
    around_title = lines[:above] + lines[above + title_length : count]
    kinds = [line.kind for line in around_title if line.kind is not None]
    kinds.sort(key=lambda kind: not kind.strong)
    opening = lines[count]
    inline = opening.dateline
    return Head(
        end=opening.start + inline.length if inline else opening.start if count else 0,
        title=_first(kind.title for kind in kinds) or title or None,
        byline=_first(kind.byline for kind in kinds),
        publisher=_first(kind.publisher for kind in kinds) or (inline.publisher if inline else None),
        published=_first(kind.published for kind in kinds if not kind.revised)
        or (inline.published if inline else None)
        or _first(kind.published for kind in kinds),
        url=_first(kind.url for kind in kinds),
    )


def _first_lines(body: str) -> list[_Line]:
    """Return the first printed lines; the last of them is never taken into the head."""
    lines: list[_Line] = []
    offset = 0
    for _ in range(_MOST_PRINTED_LINES):
        if offset >= len(body) or len(lines) == _MOST_LINES:
            break
        printed, end = _line_at(body, offset)
        text = plain(printed)
        if text:
            start = offset + len(printed) - len(printed.lstrip())
            lines.append(_Line(body, start, text, end))
        offset = end + 1
    return lines


def _line_at(body: str, offset: int) -> tuple[str, int]:
    """Return the line that begins at ``offset``, of a long one only the beginning, and where it ends."""
    newline = body.find("\n", offset)
    end = len(body) if newline < 0 else newline
    return body[offset : min(end, offset + 2 * _LONGEST_DECK)], end


def _headline(lines: list[_Line], known_title: str | None) -> tuple[int, int]:
    """Return how many lines lead through the headline, and how many of them are the headline itself."""
    index = 0
    while index < len(lines) and _stands_above_a_headline(lines, index, known_title):
        index += 1
    length = _headline_length(lines, index, known_title)
    if any(line.kind and line.kind.title for line in lines[:index]):
        length = 0
    if length or any(line.kind and line.kind.strong for line in lines[:index]):
        return index + length, length
    return 0, 0


def _stands_above_a_headline(lines: list[_Line], index: int, known_title: str | None) -> bool:
    line = lines[index]
    if known_title and _same(line.text, known_title):
        return False
    if line.kind is not None and line.kind.strong:
        return True
    above = (
        only_labels(line.text)
        or masthead(line.text, strict=True) is not None
        or bool(line.kind and line.kind.url)
    )
    return above and any(_headline_length(lines, later, known_title) for later in range(index + 1, index + 3))


def _headline_length(lines: list[_Line], index: int, known_title: str | None) -> int:
    """Return how many lines the headline at ``index`` takes up; 0 where there is none."""
    if index >= len(lines) - 1:
        return 0
    line = lines[index]
    if known_title and _same(line.text, known_title):
        return 1
    if len(line.text) > _LONGEST_TITLE or line.text[-1] in ";:" or (line.kind and line.kind.strong):
        return 0
    if _strong_run(lines, index + 1) or _deck_in_block(lines, index):
        return 1
    if line.text.endswith(".") or (line.before_blank and line.text.endswith(",")):
        return 0
    return 1 if _is_set_off(line, lines[index + 1]) else _wrapped_headline_length(lines, index)


def _is_set_off(line: _Line, following: _Line) -> bool:
    """Tell whether a blank line follows, or a whole paragraph, so that ``line`` cannot be its start."""
    if line.before_blank:
        return True
    text = following.text
    return (
        not ends_a_sentence(line.text)
        and not line.text.endswith(",")
        and len(text) > max(_LONG_PARAGRAPH, len(line.text))
        and not text[0].islower()
        and ends_a_sentence(text)
    )


def _wrapped_headline_length(lines: list[_Line], index: int) -> int:
    """Return the length of a headline broken over two or three lines and set off by a blank line."""
    for length in (2, 3):
        block = lines[index : index + length]
        if len(block) < length or index + length >= len(lines) or block[-1].text.endswith("."):
            return 0
        if sum(len(line.text) for line in block) > _LONGEST_TITLE or (
            block[-1].kind and block[-1].kind.strong
        ):
            return 0
        if block[-1].before_blank:
            return length
    return 0


def _below_headline(lines: list[_Line], count: int) -> int:
    """Return how many lines the whole head has: bylines, date lines and what stands between them."""
    if not count:
        return 0
    dated = any(line.kind and line.kind.published for line in lines[:count])
    while True:
        length = _head_lines_length(lines, count)
        if not length and not dated:
            length = _deck_length(lines, count)
        if not length:
            return count
        dated = dated or any(line.kind and line.kind.published for line in lines[count : count + length])
        count += length


def _head_lines_length(lines: list[_Line], index: int) -> int:
    """Return how many lines from ``index`` on belong to a run of head lines.

    Weak lines count only directly above or below a strong one, or above a paragraph with a dateline.
    """
    run = _run(lines, index)
    after = lines[index + len(run) :][:1]
    if run and True not in run and after and after[0].dateline:
        return len(run)
    if True not in run:
        above = lines[index - 1].kind
        return min(len(run), 1) if above is not None and above.strong else 0
    last = len(run) - 1 - run[::-1].index(True)
    return min(last + 2, len(run))


def _run(lines: list[_Line], index: int) -> list[bool]:
    """Return, for each head line from ``index`` on without a break, whether it is a strong one."""
    run: list[bool] = []
    for line in lines[index:]:
        if line.kind is None:
            break
        run.append(line.kind.strong)
    return run


def _strong_run(lines: list[_Line], index: int) -> bool:
    return True in _run(lines, index)


def _deck_length(lines: list[_Line], index: int) -> int:
    """Return how many lines of standfirst lead to a strong head line; 0 where they lead to none."""
    for length in range(1, _MOST_DECK_LINES + 1):
        if index + length >= len(lines):
            return 0
        last, following = lines[index + length - 1], lines[index + length]
        if len(last.text) > _LONGEST_DECK or last.dateline:
            return 0
        if following.kind is not None and following.kind.strong:
            return length
    return 0


def _deck_in_block(lines: list[_Line], index: int) -> bool:
    """Tell whether short lines without a blank one between lead from ``index`` to a strong head line."""
    for later in range(index + 1, min(index + _MOST_DECK_LINES + 2, len(lines))):
        above, line = lines[later - 1], lines[later]
        if above.before_blank or len(above.text) > LONGEST or ends_a_sentence(above.text):
            return False
        if line.kind is not None and line.kind.strong:
            return True
    return False


def _same(one: str, other: str) -> bool:
    """Tell whether two printed titles are the same but for case, marks and spaces."""
    left, right = ("".join(char for char in text.casefold() if char.isalnum()) for text in (one, other))
    return bool(left) and left == right


_Value = TypeVar("_Value")


def _first(values: Iterable[_Value | None]) -> _Value | None:
    return next((value for value in values if value), None)
