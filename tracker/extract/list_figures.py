"""Level 4: the figures of a list: in what they are kept, which column says what, which ones add up to which.

"(US$ million)", "in thousands of euros", "Amount (€)"; "Donor | Pledged | Paid".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.claims import Span
from tracker.extract.evidence import Places
from tracker.extract.list_frames import status_said
from tracker.extract.lists import Block, Item, cells_of
from tracker.extract.money import MoneyMention, find_money
from tracker.extract.numbers import find_numbers
from tracker.extract.reading import Parsed
from tracker.vocab import Money, PledgeStatus, Qualifier

_SCALES = {"thousand": Decimal(10) ** 3, "million": Decimal(10) ** 6, "billion": Decimal(10) ** 9}
_SHORT = {"mn": "million", "m": "million", "mln": "million", "bn": "billion", "k": "thousand"}
# "(millions)", "in US$ million", "EUR m", "in millions of euros".
_SCALED = re.compile(
    r"""(?:\(|\bin\s|^|\s)
    (?P<before>[A-Za-z]{0,3}[$€£¥]|[A-Z]{3})?[ ]?
    (?P<scale>(?:thousand|million|billion)s?|mn|mln|bn|m|k)\b
    (?:[ ](?:of[ ])?(?P<behind>[A-Za-z]+(?:[ ]dollars|[ ]kroner|[ ]francs|[ ]pounds)?))?""",
    re.VERBOSE,
)
_UNIT = re.compile(r"\((?:in )?(?P<unit>[A-Za-z]{0,3}[$€£¥]|[A-Z]{3}|[a-z]+(?: dollars)?)\)")
_MOST_PARTS = 12  # items that may be the parts of the one before them
_LARGEST_SCALED = Decimal(100_000)  # a larger figure is printed in full


@dataclass(frozen=True, slots=True)
class Scale:
    """What a figure is multiplied by, and the currency of figures that have none."""

    times: Decimal
    currency: str | None

    def sums(self, item: Item) -> list[tuple[int, int, MoneyMention]]:
        """Return the sums of an item with their tokens: those printed with a currency, else bare figures."""
        if item.parsed.money:
            return [(first, last, self._scaled(mention)) for first, last, mention in item.parsed.money]
        return [] if self.currency is None else list(self._bare(item, self.currency))

    def _scaled(self, mention: MoneyMention) -> MoneyMention:
        if mention.money.amount >= _LARGEST_SCALED:
            return mention
        return replace(
            mention,
            money=replace(mention.money, amount=mention.money.amount * self.times),
            equivalents=tuple(self._scaled(other) for other in mention.equivalents),
        )

    def _bare(self, item: Item, currency: str) -> Iterable[tuple[int, int, MoneyMention]]:
        """Yield the figures that each fill a cell, or the whole item behind its label."""
        tokens = item.parsed.tokens
        for first, last in item.cells[1:] or ((item.value, len(tokens)),):
            if last - first != 1 or not (found := find_numbers(tokens[first].text)):
                continue
            number, token = found[0], tokens[first]
            if number.end - number.start == len(token.text) and number.value > 0:
                span = Span(token.start, token.end)
                money = Money(number.value * self.times, currency)
                yield (
                    first,
                    last,
                    MoneyMention(span, money, None, False, Qualifier.EXACT, (), False, span, (currency,)),
                )


def scale_of(above: Iterable[Parsed], body: str) -> Scale | None:
    """Return in what the lines above a list say that its figures are kept; None where they do not."""
    for line in above:
        text = line.sentence.span.text(body)
        for match in _SCALED.finditer(text):
            if match.group().startswith(("(", "in ")) or line.sentence.table or len(line.tokens) < 12:
                scale = (
                    match["scale"].removesuffix("s") if len(match["scale"]) > 3 else _SHORT[match["scale"]]
                )
                unit = match["before"] or match["behind"] or ""
                return Scale(_SCALES[scale], _currency(unit))
        unit_only = _UNIT.search(text)
        currency = _currency(unit_only["unit"]) if unit_only is not None else None
        if currency is not None:
            return Scale(Decimal(1), currency)
    return None


def _currency(unit: str) -> str | None:
    for probe in (f"{unit}1 million", f"{unit} 1 million", f"1 million {unit}"):
        found = find_money(probe) if unit else []
        if found:
            return found[0].money.currency
    return None


def columns(block: Block, body: str) -> dict[int, tuple[PledgeStatus, Places]]:
    """Return the status that the head row says of each column of a table: "Donor | Pledged | Paid"."""
    if block.head is None:
        return {}
    cells = enumerate(cells_of(body, block.head))
    found = ((i, status_said([block.head], first, last)) for i, (first, last) in cells if i)
    return {i: said for i, said in found if said is not None}


def wholes(block: Block, body: str) -> frozenset[int]:
    """Return the sentences of the items that the next ones, marked otherwise, add up to.

    "(1) Ukraine: 15.8 billion yen", "(a) UNDP: 7.2 billion yen", "(b) World Bank: 8.6 billion yen".
    """
    sums = [item.parsed.money[0][2].money if item.parsed.money else None for item in block.items]
    marks = [_mark(body, item.parsed) for item in block.items]
    found = set()
    for at, whole in enumerate(sums):
        end = next((i for i in range(at + 1, len(sums)) if marks[i] == marks[at]), len(sums))
        parts = sums[at + 1 : min(end, at + 1 + _MOST_PARTS)]
        if whole is None or len(parts) < 2 or any(p is None or p.currency != whole.currency for p in parts):
            continue
        if abs(sum(p.amount for p in parts if p is not None) - whole.amount) <= whole.amount / 100:
            found.add(block.items[at].parsed.index)
    return frozenset(found)


def _mark(body: str, parsed: Parsed) -> str:
    """Return the shape of the mark that opens a line: "(1)" and "(2)" are of one shape, "(a)" of another."""
    start = parsed.tokens[0].start
    printed = body[body.rfind("\n", max(0, start - 12), start) + 1 : start] if start else ""
    return re.sub(r"[a-z]", "a", re.sub(r"\d+", "1", printed.strip()))
