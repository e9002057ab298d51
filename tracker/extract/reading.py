"""What the lower levels saw of one article: the common ground of all record rules."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeVar

from tracker.claims import Span
from tracker.documents.model import Document
from tracker.extract.clauses import Clause, clauses
from tracker.extract.counts import CountMention, find_counts
from tracker.extract.dates import DateMention, find_dates
from tracker.extract.disowning import disowned
from tracker.extract.gazetteer import Gazetteer
from tracker.extract.money import MoneyMention, find_money
from tracker.extract.names import Name
from tracker.extract.people import People, resolve
from tracker.extract.sentences import Sentence, sentences
from tracker.extract.tokens import Token
from tracker.extract.verb_group import Form
from tracker.vocab import ActorKind


@dataclass(slots=True)
class Parsed:
    """A sentence with what each level saw in it; positions are token positions of the sentence.

    ``head`` says that the sentence stands in the headline, byline or date line.
    """

    sentence: Sentence
    index: int
    head: bool
    names: list[Name]
    clauses: list[Clause]
    money: list[tuple[int, int, MoneyMention]] = field(default_factory=list)
    counts: list[tuple[int, int, CountMention]] = field(default_factory=list)
    dates: list[tuple[int, int, DateMention]] = field(default_factory=list)
    disowned: tuple[int, int] | None = None  # the tokens that tell of an error put right
    taken_back: frozenset[int] = frozenset()  # tokens of figures that do not hold
    put_right: frozenset[int] = frozenset()  # tokens of figures given for such ones
    errors: tuple[tuple[Span, Span | None], ...] = ()  # figures that do not hold, with those that do
    tokens: list[Token] = field(init=False)
    _norms: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = self.sentence.tokens
        self._norms = [token.norm for token in self.tokens]

    def span(self, first: int, last: int) -> Span:
        """Return the characters of tokens ``[first, last)``."""
        return Span(self.tokens[first].start, self.tokens[max(first, last - 1)].end)

    def name_at(self, at: int) -> Name | None:
        """Return the name that covers token ``at``, office words included."""
        for name in self.names:
            if name.begin <= at < name.last:
                return name
        return None

    def is_labelled(self) -> bool:
        """Tell whether the sentence is a line of a list without bullets: "Norway – NOK 150 million"."""
        if not self.sentence.first_in_paragraph or any(c.verb.form is Form.FINITE for c in self.clauses):
            return False
        name = next((n for n in self.names if n.begin <= 1 and n.kind is not ActorKind.PERSON), None)
        return name is not None and self.norms(name.last, name.last + 1) in ([":"], ["–"], ["—"])

    def is_disowned(self, at: int) -> bool:
        """Tell whether token ``at`` stands in what a correction takes back."""
        if at in self.taken_back or self.disowned is None:
            return at in self.taken_back
        return self.disowned[0] <= at < self.disowned[1] and at not in self.put_right

    @property
    def folded(self) -> list[str]:
        """Return the folded words of the whole sentence; not to be changed."""
        return self._norms

    def norms(self, first: int, last: int) -> list[str]:
        """Return the folded words of tokens ``[first, last)``."""
        return self._norms[max(0, first) : last]


@dataclass(slots=True)
class Reading:
    """A whole article, read up to the level of clauses."""

    document: Document
    gaz: Gazetteer
    people: People
    parsed: list[Parsed]

    @property
    def live(self) -> bool:
        """Tell whether the article is a live blog: entries that open with the time of day."""
        return len({p.sentence.paragraph for p in self.parsed if p.sentence.timed}) >= 3

    def opening(self, sentences: int) -> list[Parsed]:
        """Return the head and the first sentences of the body."""
        first = next((p.index for p in self.parsed if not p.head), len(self.parsed))
        return self.parsed[: first + sentences]

    def states(self) -> list[str]:
        """Return the states that the article names, the most named first."""
        named = (n.name for p in self.parsed for n in p.names if n.kind is ActorKind.STATE)
        return [name for name, _count in Counter(named).most_common()]

    @property
    def body(self) -> str:
        """Return the text that all offsets count in."""
        return self.document.body

    @property
    def published(self) -> date | None:
        """Return the publication date, None where it is unknown."""
        return self.document.published


def read(document: Document, gaz: Gazetteer) -> Reading:
    """Read a document level by level: sentences, names, sums, counts, dates, clauses."""
    head = sentences(document.body, 0, document.head_end)
    found = head + sentences(document.body, document.head_end)
    names, people = resolve(found, gaz, len(head), document.published)
    money = find_money(document.body)
    dates = find_dates(document.body, document.published)
    taken = [m.span for m in money] + [e.span for m in money for e in m.equivalents] + [d.span for d in dates]
    counts = find_counts(document.body, sorted(taken))
    names = _without_codes(found, names, money)
    parsed: list[Parsed] = []
    opening: dict[int, Sequence[Token]] = {}
    for index, (sentence, its_names) in enumerate(zip(found, names, strict=True)):
        its_clauses = clauses(sentence.tokens, its_names)
        entry = Parsed(sentence, index, sentence.span.end <= document.head_end, its_names, its_clauses)
        entry.money = _placed(sentence, money)
        entry.counts = _placed(sentence, counts)
        entry.dates = _placed(sentence, dates)
        entry.disowned = disowned(sentence.tokens, opening.setdefault(sentence.paragraph, sentence.tokens))
        parsed.append(entry)
    return Reading(document, gaz, people, parsed)


def _without_codes(
    found: Sequence[Sentence], names: Sequence[list[Name]], money: Sequence[MoneyMention]
) -> list[list[Name]]:
    """Return the names of each sentence without those that are part of a sum: "US" in "US $5m", "NOK"."""
    sums = sorted(m.core for mention in money for m in (mention, *mention.equivalents))
    kept: list[list[Name]] = []
    for sentence, its_names in zip(found, names, strict=True):
        tokens = sentence.tokens
        kept.append(
            [n for n in its_names if not _within(sums, tokens[n.first].start, tokens[n.last - 1].end)]
        )
    return kept


def _within(spans: Sequence[Span], start: int, end: int) -> bool:
    at = bisect_left(spans, Span(start, end))
    near = spans[max(0, at - 1) : at + 1]
    return any(span.start <= start and end <= span.end for span in near)


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


_Mention = TypeVar("_Mention", bound=_Spanned)


def _placed(sentence: Sentence, mentions: Sequence[_Mention]) -> list[tuple[int, int, _Mention]]:
    """Return the mentions of a sentence outside its quotations, each with its token positions."""
    span = sentence.span
    low = bisect_left(mentions, span.start, key=lambda m: m.span.start)
    high = bisect_left(mentions, span.end, lo=low, key=lambda m: m.span.start)
    if low == high:
        return []
    starts = [t.start for t in sentence.tokens]
    quoted = [q.outer for q in sentence.quotes.values()]
    placed = []
    for mention in mentions[low:high]:
        if any(q.start <= mention.span.start < q.end for q in quoted):
            continue
        place = _place(sentence.tokens, starts, mention.span)
        if place is not None:
            placed.append((*place, mention))
    return placed


def _place(tokens: Sequence[Token], starts: Sequence[int], span: Span) -> tuple[int, int] | None:
    """Return the tokens that a span touches, None where it touches none."""
    first = bisect_left(starts, span.start)
    if first and tokens[first - 1].end > span.start:
        first -= 1
    last = first
    while last < len(tokens) and tokens[last].start < span.end:
        last += 1
    return (first, last) if first < last else None
