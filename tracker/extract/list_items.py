"""Level 4: the items of a list of gifts: who gives each, who gets it, how far it has come."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.extract.discourse import Actor, Discourse
from tracker.extract.evidence import Places, verb_words
from tracker.extract.gifts import (
    GIVE_ALL,
    GIVERS,
    GIVERS_AND_BODIES,
    SOURCES,
    Governor,
    Memory,
    actor_at,
    status_of,
)
from tracker.extract.list_figures import Scale, columns, scale_of, wholes
from tracker.extract.list_frames import Frame, Frames, label_name, status_said
from tracker.extract.lists import Block, Item, blocks, is_total
from tracker.extract.modality import UNREAL, sense
from tracker.extract.money import MoneyMention
from tracker.extract.names import Name
from tracker.extract.reading import Parsed
from tracker.extract.recipients import heading_recipient, recipient_named
from tracker.vocab import PledgeStatus

_Sum = tuple[int, int, MoneyMention]


@dataclass(slots=True)
class _List:
    """A list with the scale of its figures; ``frame`` is read when its first item is.

    ``one_dollar`` says that a bare "$" is the same for all, ``columns`` which status the columns of a table
    have, ``wholes`` which items the next ones are parts of.
    """

    block: Block
    scale: Scale | None
    one_dollar: bool
    columns: dict[int, tuple[PledgeStatus, Places]]
    wholes: frozenset[int]
    frame: Frame | None = None
    framed: bool = False


class ListItems:
    """Reads the items of the lists of one article."""

    def __init__(self, discourse: Discourse, memory: Memory) -> None:
        self.discourse = discourse
        self.memory = memory
        self._frames = Frames(discourse, memory)
        self._items: dict[int, tuple[_List, Item]] = {}
        for block in blocks(discourse.reading):
            if _is_list(block):
                scale, one_dollar = scale_of(block.above, discourse.reading.body), self._is_one_dollar(block)
                its_columns = columns(block, discourse.reading.body)
                its = _List(block, scale, one_dollar, its_columns, wholes(block, discourse.reading.body))
                self._items.update((item.parsed.index, (its, item)) for item in block.items)

    def _is_one_dollar(self, block: Block) -> bool:
        """Tell whether a bare "$" is the same for all givers: one without a dollar of its own has it too."""
        currencies = self.discourse.reading.gaz.currencies
        for item in block.items:
            name = label_name(item)
            own = currencies.get(name.state) if name is not None and name.state is not None else None
            if own is not None and any(m.bare and own not in m.readings for _f, _l, m in item.parsed.money):
                return True
        return False

    def holds(self, parsed: Parsed) -> bool:
        """Tell whether a sentence is an item of a list."""
        return parsed.index in self._items

    def sums(self, parsed: Parsed) -> list[_Sum]:
        """Return the sums of a sentence with their places, as the scale of its list has them."""
        its, item = self._items.get(parsed.index, (None, None))
        if its is None or item is None:
            return parsed.money
        sums = its.scale.sums(item) if its.scale is not None else parsed.money
        return [(first, last, replace(m, bare=False)) for first, last, m in sums] if its.one_dollar else sums

    def governor(self, parsed: Parsed, first: int) -> Governor | None:
        """Read the sum at token ``first`` as what an item is about: "• Japan: $5 million"."""
        found = self._item(parsed)
        if found is None:
            return None
        item, frame = found
        its, _item = self._items[parsed.index]
        column = its.columns.get(next((i for i, c in enumerate(item.cells) if c[0] <= first < c[1]), 0))
        main = next((at for at, _last, _m in self.sums(parsed) if at >= item.value), None)
        if first != main and (column is None or len(its.columns) < 2):
            return None
        governor = self._governor(item, frame, first)
        if governor is None:
            return None
        if column is not None and status_said([parsed], item.value) is None:
            governor = replace(governor, status=column[0], said=column[1])
        return replace(governor, total=governor.total or parsed.index in its.wholes)

    def _governor(self, item: Item, frame: Frame, first: int) -> Governor | None:
        parsed = item.parsed
        if item.label is not None and is_total(parsed, *item.label):
            return self._total(item, frame)
        giver = self._giver(item, frame, first)
        if giver is None:
            return self._part(item, frame)
        status, said = _status(item, frame, item.value)
        said = said or (parsed.span(0, max(1, item.value)),)
        aim = heading_recipient(item.below) if item.below is not None and item.label is not None else None
        return Governor(
            status,
            giver,
            "table-row" if item.cells else "list-giver",
            0.8,
            said=said,
            aim=aim,
            when=frame.source.when,
        )

    def _item(self, parsed: Parsed) -> tuple[Item, Frame] | None:
        its, item = self._items.get(parsed.index, (None, None))
        if its is None or item is None:
            return None
        if not its.framed:
            its.frame, its.framed = self._frames.frame(its.block), True
        return (item, its.frame) if its.frame is not None else None

    def _giver(self, item: Item, frame: Frame, first: int) -> Actor | None:
        """Return the giver that an item names in its label or behind its sum, else its heading."""
        parsed = item.parsed
        if item.label is not None:
            return self._labelled(parsed, label_name(item), item.label[1]) if frame.labels_give else None
        last = next((last for at, last, _m in self.sums(parsed) if at == first), first)
        for name in parsed.names:
            if parsed.norms(last, name.begin) in (*SOURCES, ["–"], ["—"], ["-"], [":"], ["("]):
                return self._labelled(parsed, name, name.last)
        if item.below is not None and item.below.names and frame.labels_give:
            return self._labelled(item.below, item.below.names[0], len(item.below.tokens))
        return None

    def _labelled(self, parsed: Parsed, name: Name | None, last: int) -> Actor | None:
        """Return the giver that a label names; None where it names several, or people."""
        if name is None or name.kind not in GIVERS_AND_BODIES or name.state is None:
            return None
        if any(n.first >= name.last and n.last <= last and n.kind in GIVERS for n in parsed.names):
            return None
        giver = actor_at(self.discourse, parsed, name.begin, last)
        return giver if giver is not None and giver.state is not None and giver.head is None else None

    def _part(self, item: Item, frame: Frame) -> Governor | None:
        """Read a part of one giver's gift: "• World Food Programme: $3 million"."""
        source = frame.source
        if source.giver is None or (item.label is not None and frame.labels_give):
            return None
        recipient = recipient_named(item.parsed, *item.label) if item.label is not None else None
        said = source.said or (item.parsed.span(0, max(1, item.value)),)
        return Governor(
            source.status,
            source.giver,
            "list-part",
            0.7,
            part=True,
            said=said,
            recipient=recipient,
            when=source.when,
        )

    def _total(self, item: Item, frame: Frame) -> Governor:
        """Read the line that adds up the others."""
        source = frame.source
        status, said = _status(item, frame, 0)
        said = said or (item.parsed.span(0, 1),)
        return Governor(
            status,
            source.giver,
            "table-row" if item.cells else "list-total",
            0.8,
            total=True,
            said=said,
            when=source.when,
        )

    def in_kind(self, parsed: Parsed) -> tuple[Governor, int] | None:
        """Return what governs a thing given in kind, and where it begins: "Estonia: 10 howitzers"."""
        found = self._item(parsed)
        if found is None or self.sums(parsed):
            return None
        item, frame = found
        governor = self._governor(item, frame, item.value)
        return (governor, item.value) if governor is not None else None


def _status(item: Item, frame: Frame, first: int) -> tuple[PledgeStatus, Places]:
    """Return how far a gift has come, as its words behind token ``first``, its heading or the lead say."""
    below = status_said([item.below]) if item.below is not None else None
    own = _status_by_verb(item) or status_said([item.parsed], first)
    return own or below or (frame.source.status, frame.source.said)


def _status_by_verb(item: Item) -> tuple[PledgeStatus, Places] | None:
    """Return how far a gift has come by a verb behind the label: "Canada: has given C$63 million"."""
    parsed = item.parsed
    for clause in parsed.clauses if item.label is not None else ():
        if clause.verb.first != item.value or clause.verb.base not in GIVE_ALL:
            continue
        meaning = sense(parsed, parsed.clauses, clause.index)
        if meaning not in UNREAL:
            return status_of(parsed, clause, meaning), verb_words(parsed, clause)
    return None


def _is_list(block: Block) -> bool:
    """Tell whether lines make a list: several of them, or one that a bullet or its own line sets off."""
    if len(block.items) > 1:
        return True
    (item,) = block.items
    return item.parsed.sentence.first_in_paragraph and (not item.cells or block.head is not None)
