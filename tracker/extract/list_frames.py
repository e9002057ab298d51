"""Level 4: what the lines above a list of gifts say of its items: who gives, how far it has come, when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.claims import PledgeClaim
from tracker.extract.announced import announced
from tracker.extract.clauses import Clause
from tracker.extract.discourse import Actor, Discourse
from tracker.extract.evidence import Places, spans_of, verb_words
from tracker.extract.gifts import (
    GIVE_ALL,
    GIVERS,
    GIVERS_AND_BODIES,
    NOUNS,
    VERBS,
    Draft,
    Memory,
    actor_at,
    actor_behind,
    status_of,
    status_of_draft,
    subject_of,
)
from tracker.extract.lexicon import section, words
from tracker.extract.lists import Block, Item
from tracker.extract.modality import UNREAL, sense
from tracker.extract.names import Name
from tracker.extract.reading import Parsed
from tracker.extract.timing import When
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, AliasKind, PledgeStatus

_GIVERS = words("lists", "givers")
_GIVERS_SURELY = words("lists", "givers_surely")
_RECIPIENTS = words("lists", "recipients")
_CONSISTING = words("lists", "consisting")
_DECIDING = words("lists", "deciding")
_WANTED = words("lists", "wanted")
_NO_GIFTS = section("giving", "not_giving")["nouns"]
_GIFTS = NOUNS["offered"] | NOUNS["committed"] | NOUNS["delivered"] | NOUNS["neutral"]
# Later stages first: "pledged and paid" is paid.
_STATUSES = {
    status: words("tables", status.value)
    for status in (
        PledgeStatus.WITHDRAWN,
        PledgeStatus.DELIVERED,
        PledgeStatus.COMMITTED,
        PledgeStatus.OFFERED,
    )
}
_NOT_YET = frozenset(["not", "yet", "never", "no"])
_OPENING = 3  # sentences of the body that say what an article is about
_NEAR = 8  # sentences from the last sum to a list that may still be about it


@dataclass(frozen=True, slots=True)
class Source:
    """Who gives and how far it has come, by the words above a list; ``said`` is where the status is said."""

    giver: Actor | None
    status: PledgeStatus
    said: Places
    when: When


@dataclass(frozen=True, slots=True)
class Frame:
    """What is said above a list; ``labels_give`` where each label names a giver, else the labels receive."""

    source: Source
    labels_give: bool


class Frames:
    """Reads the lines above the lists of one article."""

    def __init__(self, discourse: Discourse, memory: Memory) -> None:
        self.discourse = discourse
        self.memory = memory

    def frame(self, block: Block) -> Frame | None:
        """Return what the lines above a list say of it; None where it is no list of gifts."""
        above = block.above
        said = {norm for line in above for norm in line.folded}
        if any(_tells_of_wants(line) for line in above):
            return None
        source = self._source(above)
        before = self._before(block)
        if not said & _GIVERS_SURELY and self._are_parts(block, said, source):
            giver = source or before or self._earlier(block)
            if giver is not None and not _is_labelled_with(block, giver.giver):
                return Frame(giver, labels_give=False)
        if not _tells_of_gifts(above) and self.memory.draft is None and not self._lists_states(block):
            return None
        status, places = status_said(above) or (PledgeStatus.OFFERED, ())
        return Frame(Source(None, status, places, _date(above, status)), labels_give=True)

    def _lists_states(self, block: Block) -> bool:
        """Tell whether labels are states, in an article that opens with gifts: "* Japan: $5 million"."""
        states = sum(_label_kind(item) is ActorKind.STATE for item in block.items)
        opening = self.discourse.reading.opening(_OPENING)
        # An organization that the opening names may be the giver of them all.
        alone = any(name.kind is ActorKind.ORGANIZATION for line in opening for name in line.names)
        return not alone and 2 * states > len(block.items) and _tells_of_gifts(opening)

    def _are_parts(self, block: Block, said: set[str], source: Source | None) -> bool:
        """Tell whether the items are parts of one gift, and not the gifts of those whom the labels name."""
        labelled = [item for item in block.items if _label_kind(item) in GIVERS_AND_BODIES]
        if not labelled:
            return True
        states = sum(_label_kind(item) is ActorKind.STATE for item in labelled)
        bodies = sum(_label_kind(item) is ActorKind.BODY for item in labelled)
        if said & _RECIPIENTS or any(c.verb.base in _CONSISTING for p in block.above for c in p.clauses):
            return not (said & _GIVERS and 2 * states > len(labelled) and source is None)
        if 2 * bodies >= len(labelled) or self._adds_up(block):
            return True
        introduced = block.lead is not None and block.lead.tokens[-1].norm == ":"
        return source is not None and introduced and not said & _GIVERS

    def _source(self, above: Sequence[Parsed]) -> Source | None:
        """Return the one giver whom the lines name: "Japan will provide, as follows:", "The UK package"."""
        draft = self.memory.draft
        for line in above:
            if draft is not None and draft.parsed is line:
                return _source_of(draft) if draft.donor is not None else None
            for clause in reversed(line.clauses):
                found = self._by_clause(line, clause)
                if found is not None:
                    return found
            owner = next(
                (n for n in line.names if _owns_a_gift(line, n) or self._tells_of_one(line, n)), None
            )
            giver = actor_at(self.discourse, line, owner.begin, owner.last) if owner is not None else None
            if giver is not None:
                status, said = status_said([line]) or (PledgeStatus.OFFERED, ())
                return Source(giver, status, said, _date([line], status))
        return None

    def _tells_of_one(self, line: Parsed, name: Name) -> bool:
        """Tell whether a ministry tells what its state gives: "The package, the Pentagon said, contains:"."""
        said = set(line.folded)
        consists = any(c.verb.base in _CONSISTING for c in line.clauses) and bool(_GIFTS & said)
        of_state = self.discourse.kinds.get(name.state or "") is ActorKind.STATE
        return consists and name.kind is ActorKind.BODY and of_state

    def _by_clause(self, line: Parsed, clause: Clause) -> Source | None:
        verb = clause.verb
        gives = verb.base in GIVE_ALL - VERBS["receiving"] | _DECIDING
        meaning = sense(line, line.clauses, clause.index)
        if not gives or verb.form is Form.PARTICIPLE or meaning in UNREAL:
            return None
        if verb.passive:
            giver = actor_behind(self.discourse, line, clause, "by")
        else:
            giver = subject_of(self.discourse, line, clause)
        if giver is None or giver.state is None:
            return None
        status = PledgeStatus.COMMITTED if verb.base in _DECIDING else status_of(line, clause, meaning)
        return Source(giver, status, verb_words(line, clause), announced(line, clause, status))

    def _earlier(self, block: Block) -> Source | None:
        """Return who gives by the sentences before the lead: "The Council adopted … They concern:"."""
        if block.lead is None:
            return None
        body = self.discourse.reading.parsed[max(0, block.lead.index - 2 * _NEAR) : block.lead.index]
        return self._source([p for p in reversed(body) if p.sentence.inside is None and not p.head])

    def _before(self, block: Block) -> Source | None:
        """Return the giver of the last sum, where it stands shortly before the list."""
        draft = self.memory.draft
        if draft is None or draft.donor is None or self.memory.donor is None:
            return None
        near = block.items[0].parsed.index - draft.parsed.index <= _NEAR + len(block.titles)
        return _source_of(draft) if near else None

    def _adds_up(self, block: Block) -> bool:
        """Tell whether the items are the parts of the last sum."""
        whole = self.memory.draft.claim.amount if self.memory.draft is not None else None
        sums = [item.parsed.money[0][2].money for item in block.items if item.parsed.money]
        if whole is None or len(sums) < 2 or any(s.currency != whole.currency for s in sums):
            return False
        return abs(sum(s.amount for s in sums) - whole.amount) <= whole.amount / 100


def status_said(
    lines: Sequence[Parsed], first: int = 0, last: int | None = None
) -> tuple[PledgeStatus, Places] | None:
    """Return the status that words of the first of the lines that has any say, with where they stand.

    Of a line only tokens ``[first, last)`` count, and no word that is denied: "not yet received".
    """
    for line in lines:
        for status, telling in _STATUSES.items():
            end = len(line.tokens) if last is None else last
            said = [
                i for i in range(first, end) if line.tokens[i].norm in telling and not _is_denied(line, i)
            ]
            if said:
                return status, tuple(line.span(i, i + 1) for i in said)
    return None


def _is_denied(line: Parsed, at: int) -> bool:
    return bool(_NOT_YET & set(line.norms(at - 3, at)))


def label_name(item: Item) -> Name | None:
    """Return the name that opens the label of an item."""
    if item.label is None:
        return None
    first, last = item.label
    return next((n for n in item.parsed.names if n.begin <= first + 1 and n.last <= last), None)


def _label_kind(item: Item) -> ActorKind | None:
    name = label_name(item)
    return name.kind if name is not None else None


def _source_of(draft: Draft) -> Source:
    claim = draft.claim
    return Source(draft.donor, claim.status, status_of_draft(draft), _when_of(claim))


def _when_of(claim: PledgeClaim) -> When:
    """Return when a pledge was announced, and where that is said."""
    where = spans_of(claim.fields, "announced_on")
    return When(claim.announced_on, where[0]) if where else When()


def _is_labelled_with(block: Block, giver: Actor | None) -> bool:
    """Tell whether a label names the giver himself: then the others are givers too."""
    names = (label_name(item) for item in block.items)
    return giver is not None and any(name is not None and name.name == giver.state for name in names)


def _owns_a_gift(line: Parsed, name: Name) -> bool:
    """Tell whether a name owns a gift: "Japan's assistance", "the UK package", "American aid"."""
    if name.kind not in GIVERS:
        return False
    behind = line.norms(name.last, name.last + 4)
    owns = name.alias is AliasKind.ADJECTIVE or behind[:1] == ["'s"] or (behind[:1] and behind[0] in _GIFTS)
    return bool(owns) and bool(_GIFTS & set(behind))


def _tells_of_wants(line: Parsed) -> bool:
    """Tell whether a line introduces what is needed, sold or spent, and not what is given."""
    said = set(line.folded)
    bases = {c.verb.base for c in line.clauses if c.verb.form is Form.FINITE}
    if not bases and said & _NO_GIFTS:
        return not said & (_GIVERS | _GIVERS_SURELY)
    return bool(bases & _WANTED) and not bases & (GIVE_ALL | _DECIDING)


def _tells_of_gifts(above: Sequence[Parsed]) -> bool:
    """Tell whether the lines above a list have a noun or verb of giving."""
    telling = _GIFTS | _GIVERS | _GIVERS_SURELY
    return any(
        telling & set(line.folded) or any(c.verb.base in GIVE_ALL for c in line.clauses) for line in above
    )


def _date(above: Sequence[Parsed], status: PledgeStatus) -> When:
    """Return when the gifts of a list were announced, as the nearest line that has a date says."""
    for line in above:
        for clause in line.clauses[:1]:
            found = announced(line, clause, status)
            if found.date is not None:
                return found
    return When()
