"""Level 4: lists. Which lines are items, where an item's label ends, which lines stand above.

An item is a line behind a bullet or number, a line that opens with a label ("Norway: NOK 150 million"), a row
of a table, or one of several telegram-like sentences ("Spain, €15m. Italy, a further €10m.").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tracker.extract.clauses import Clause
from tracker.extract.gifts import NOUNS, PURPOSES
from tracker.extract.goods import goods_in
from tracker.extract.lexicon import words
from tracker.extract.names import Name
from tracker.extract.reading import Parsed, Reading
from tracker.extract.verbs import Form, VerbGroup
from tracker.vocab import ActorKind, AliasKind

_GAP = re.compile(r"\t| {3}")  # between two cells that no bar divides
_TOTALS = words("tables", "totals")
_KIN = words("lists", "kin")
_TELLING = words("lists", "givers") | words("lists", "givers_surely") | NOUNS["neutral"]
_MARKS = (":", "–", "—", "-")
_LONGEST_LABEL = 14  # tokens
_LONGEST_HEADING = 12  # tokens
_LONGEST_BARE_LINE = 16  # tokens of a line with a label that no mark ends


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: the tokens of its label, if any, and the token where what it says begins.

    ``cells`` are the tokens of its cells where the list is a table, ``below`` the heading it stands under.
    """

    parsed: Parsed
    label: tuple[int, int] | None
    value: int
    cells: tuple[tuple[int, int], ...] = ()
    below: Parsed | None = None


@dataclass(slots=True)
class Block:
    """The items of one list in order; ``lead`` is the sentence before it, ``titles`` the lines between."""

    lead: Parsed | None
    titles: list[Parsed]
    items: list[Item] = field(default_factory=list)

    @property
    def head(self) -> Parsed | None:
        """Return the head row of a table, None where it has none or the list is no table."""
        return next((line for line in reversed(self.titles) if line.sentence.table), None)

    @property
    def above(self) -> list[Parsed]:
        """Return the lines that say what the list is about, the nearest first."""
        return [*reversed(self.titles), *([self.lead] if self.lead is not None else [])]


def blocks(reading: Reading) -> Iterator[Block]:
    """Yield the lists of the article's body in order, each with the lines above it."""
    block = Block(None, [])
    below: Parsed | None = None
    for parsed in reading.parsed:
        if parsed.head or parsed.sentence.inside is not None:
            continue
        item = _item(reading.body, parsed, below, opened=bool(block.items))
        if item is not None and (block.items or not _is_title(item)):
            block.items.append(item)
        elif block.items and _goes_on(parsed, block.items[-1]):
            continue
        elif _is_heading(parsed):
            if block.items and parsed.sentence.table:  # a head row: the next table
                yield block
                block = Block(block.lead, [below] if below is not None else [])
            below = None if parsed.sentence.table else parsed
            if not block.items:
                block.titles.append(parsed)
        else:
            if block.items:
                yield block
            block, below = Block(parsed, []), None
    if block.items:
        yield block


def _is_title(item: Item) -> bool:
    """Tell whether a line only looks like an item: "Ukraine: aid by country since the start of the war"."""
    parsed = item.parsed
    plain = not (parsed.money or item.cells or parsed.sentence.bullet)
    return plain and bool(_TELLING & set(parsed.norms(item.value, len(parsed.tokens))))


def _goes_on(parsed: Parsed, last: Item) -> bool:
    """Tell whether a sentence leaves a list open: the rest of an item, or an item with a verb of its own."""
    if parsed.sentence.paragraph == last.parsed.sentence.paragraph or (last.cells and parsed.money):
        return parsed.sentence.table or not last.cells
    return parsed.sentence.bullet and parsed.tokens[-1].norm not in (":", "?") and not _is_heading(parsed)


def cells_of(body: str, parsed: Parsed) -> tuple[tuple[int, int], ...]:
    """Return the tokens of each cell of a row of a table; () for any other line."""
    if not parsed.sentence.table:
        return ()
    cells: list[tuple[int, int]] = []
    start = 0
    tokens = parsed.tokens
    for i, token in enumerate(tokens):
        if token.text == "|":
            if i > start:
                cells.append((start, i))
            start = i + 1
        elif i > start and _GAP.search(body, tokens[i - 1].end, token.start) is not None:
            cells.append((start, i))
            start = i
    if start < len(tokens):
        cells.append((start, len(tokens)))
    return tuple(cells)


def _item(body: str, parsed: Parsed, below: Parsed | None, *, opened: bool) -> Item | None:
    cells = cells_of(body, parsed)
    if len(cells) >= 2:
        return (
            Item(parsed, cells[0], cells[1][0], cells, below) if _says_something(parsed, cells[0]) else None
        )
    purpose = _is_for_a_purpose(parsed)
    label = None if purpose else _label(parsed, opened=opened)
    if label is not None:
        return Item(parsed, label[:2], label[2], below=below)
    bare = parsed.sentence.bullet and parsed.sentence.first_in_paragraph and _is_bare(parsed)
    return Item(parsed, None, 0, below=below) if bare or purpose else None


def _says_something(parsed: Parsed, cell: tuple[int, int]) -> bool:
    """Tell a row of a table from its head row: its first cell is an actor or a total."""
    named = any(n.first < cell[1] and n.kind is not ActorKind.PERSON for n in parsed.names)
    return named or is_total(parsed, *cell)


def is_total(parsed: Parsed, first: int, last: int) -> bool:
    """Tell whether a label is that of the line that adds up the others: "Total", "Paid in so far"."""
    return bool(_TOTALS & set(parsed.norms(first, last)))


def _is_bare(parsed: Parsed) -> bool:
    """Tell whether an item without a label only names what is given: it opens with a sum, or has no verb."""
    if parsed.tokens[-1].norm in ("?", ":"):
        return False
    finite = [c for c in parsed.clauses if _is_finite(parsed, c)]
    if parsed.money and parsed.money[0][0] == 0:
        return not any(c.subject[0] < parsed.money[0][1] and _tells_of_sums(c.verb) for c in finite)
    return all(c.relative for c in finite) and bool(parsed.money or goods_in(parsed, 0, len(parsed.tokens)))


def _is_finite(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether a clause has a subject and a verb that is no noun like it at the end: "50,000 shells;"."""
    verb = clause.verb
    noun = verb.last - verb.first == 1 and not any(t.word for t in parsed.tokens[verb.last :])
    return verb.form is Form.FINITE and clause.subject[0] < clause.subject[1] and not noun


def _tells_of_sums(verb: VerbGroup) -> bool:
    """Tell whether a verb says what has become of the sum before it: "was paid", not what it is for."""
    return verb.passive or verb.perfect


def _is_heading(parsed: Parsed) -> bool:
    """Tell whether a line is a heading: short, without a verb, a sum or a final mark."""
    short = len(parsed.tokens) <= _LONGEST_HEADING and parsed.tokens[-1].norm not in (".", ":", "!", "”")
    finite = any(c.verb.form is Form.FINITE for c in parsed.clauses)
    return not parsed.money and (parsed.sentence.table or (short and not finite))


def _is_for_a_purpose(parsed: Parsed) -> bool:
    """Tell whether a line is labelled with what its sum is for: "Medical care: €5 million"."""
    first = parsed.money[0][0] if parsed.money else 0
    if not 0 < first <= _LONGEST_LABEL or parsed.tokens[first - 1].norm not in (":", "–", "—"):
        return False
    known = any(n.known and n.last < first for n in parsed.names)
    finite = any(c.verb.form is Form.FINITE for c in parsed.clauses)
    purpose = bool(PURPOSES.keys() & set(parsed.norms(0, first - 1)))
    return parsed.sentence.first_in_paragraph and purpose and not known and not finite


def _label(parsed: Parsed, *, opened: bool) -> tuple[int, int, int] | None:
    """Return the tokens of the label that opens a line, and where what it says begins; None without one.

    In a list that is ``opened`` a label may be a name that nobody knows.
    """
    if not (parsed.names and parsed.names[0].begin <= 1):
        return None
    last = _label_end(parsed)
    if last is None or not _may_be_label(parsed, last, opened=opened):
        return None
    marked = parsed.tokens[last].norm in (*_MARKS, ",", "(")
    value = last + marked
    finite = any(c.verb.form is Form.FINITE and not c.relative for c in parsed.clauses)
    if finite and not parsed.sentence.first_in_paragraph:
        return None
    return 0, _without_brackets(parsed, last), value


def _label_end(parsed: Parsed) -> int | None:
    """Return the token behind a label: a mark, or the sum itself."""
    sums = {first for first, _last, _mention in parsed.money}
    tokens = parsed.tokens
    for i in range(1, min(len(tokens), _LONGEST_LABEL)):
        if tokens[i].norm in _MARKS and _stands_free(parsed, i):
            return i
        if i == len(tokens) - 1 and tokens[i].text[0].isdigit() and parsed.names[0].last == i:
            return i  # a bare figure: its table says in what it is kept
        opens = i + 1 if tokens[i].norm in (",", "(") else i
        if opens in sums and (opens > i or parsed.names[0].last == i):
            line = parsed.sentence.bullet or len(tokens) <= _LONGEST_BARE_LINE
            return i if line and not any(c.verb.form is Form.FINITE for c in parsed.clauses) else None
    return None


def _stands_free(parsed: Parsed, at: int) -> bool:
    """Tell whether a mark divides: a colon always, a dash where it does not join two words."""
    token, tokens = parsed.tokens[at], parsed.tokens
    if token.norm == ":":
        return True
    return tokens[at - 1].end < token.start and at + 1 < len(tokens) and token.end < tokens[at + 1].start


def _may_be_label(parsed: Parsed, last: int, *, opened: bool) -> bool:
    """Tell whether tokens ``[0, last)`` name one actor and say nothing of it."""
    if any(c.verb.form is Form.FINITE and c.verb.first < last for c in parsed.clauses):
        return False
    inside = [n for n in parsed.names if n.first < last]
    if not parsed.sentence.bullet and not _is_name(parsed, inside[0], last):
        return False
    if parsed.sentence.bullet and not parsed.sentence.timed:
        return True
    return inside[0].kind is not ActorKind.PERSON or (opened and not inside[0].known)


def _is_name(parsed: Parsed, name: Name, last: int) -> bool:
    """Tell whether a label is a name with its kin, "Sudan and its neighbours", not a topic, "Sudan talks"."""
    if name.alias in (AliasKind.ADJECTIVE, AliasKind.DEMONYM):
        return True
    return all(token.cap or not token.word or token.norm in _KIN for token in parsed.tokens[name.last : last])


def _without_brackets(parsed: Parsed, last: int) -> int:
    """Return where a label ends before its acronym: "United Nations Development Programme (UNDP)"."""
    norms = parsed.norms(0, last)
    return norms.index("(") if norms[-1:] == [")"] and "(" in norms[1:] else last
