"""Level 1: sentences. A quoted clause is one token of the sentence around it and a sentence of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tracker.claims import Span
from tracker.extract.finite import has_finite_verb, is_adverbial, is_predicate, is_relative_phrase
from tracker.extract.lexicon import verb_forms, words
from tracker.extract.paragraphs import Paragraph, paragraphs
from tracker.extract.quotations import Quotation, quotations
from tracker.extract.tokens import Token, tokenize

QUOTE = "<quote>"
_SHORTEST_CLAUSE = 4  # words
_LONGEST_ATTRIBUTION = 20  # tokens
_REPORTING = words("speech", "reporting") | words("speech", "quoting")
# No sentence is longer, in tokens: what has no end is divided at its commas, so that reading stays linear.
_LONGEST = 200
_PAUSES = frozenset({",", ";", ":", "—", "–"})
_BEHIND_ATTRIBUTION = (
    words("words", "prepositions")
    | words("words", "adverbs")
    | {"reporters", "journalists", "him", "her", "me", "us", "them", "parliament", "lawmakers"}
)
_NO_ATTRIBUTION = frozenset({QUOTE, ":", ";", "that", "if", "whether", "why", "how", "for"})
_LACKING = (is_predicate, is_relative_phrase, is_adverbial)
_FINAL = (".", "!", "?", "…")
_OPENING = "“‘\"'«(•"
_CLOSING = "\"”’'»)]"
_OPENERS = words("words", "openers")
_ABBREVIATIONS = words("words", "abbreviations")
_FINAL_ABBREVIATIONS = words("words", "final_abbreviations")
_SMALL_ABBREVIATIONS = words("words", "small_abbreviations")
_CALENDAR = words("words", "calendar")
_BEHIND_INITIALS = words("words", "behind_initials")


@dataclass(slots=True)
class Sentence:
    """The tokens of one sentence.

    ``quotes`` maps the position of a QUOTE token to the quotation it stands for; ``inside`` is the quotation
    that this sentence is a part of, if any; ``paragraph`` counts from 0.
    """

    tokens: list[Token]
    paragraph: int
    first_in_paragraph: bool
    bullet: bool
    table: bool
    timed: bool = False
    quotes: dict[int, Quotation] = field(default_factory=dict)
    inside: Quotation | None = None

    @property
    def span(self) -> Span:
        """Return the characters of the sentence."""
        return Span(self.tokens[0].start, self.tokens[-1].end)


def is_clause(body: str, quotation: Quotation) -> bool:
    """Tell whether the quoted words are a clause of four words or more, not a phrase or a name."""
    tokens = tokenize(body, quotation.inner.start, quotation.inner.end)
    content = [t for t in tokens if t.word or t.norm == "'s"]
    if len(content) < _SHORTEST_CLAUSE or any(lacks(content) for lacks in _LACKING):
        return False
    return has_finite_verb(tokens)


def _opens_sentence(token: Token) -> bool:
    return token.cap or token.norm == QUOTE or token.text in _OPENING or token.text[0].isdigit()


def _point_ends(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the point at ``at`` ends its sentence, and not only an abbreviation or an initial."""
    before = tokens[at - 1] if at else tokens[at]
    if before.end != tokens[at].start:
        return True
    if before.norm in _SMALL_ABBREVIATIONS:
        return False
    if before.norm in _ABBREVIATIONS and before.cap:
        following = tokens[at + 1]
        if before.norm in _CALENDAR:  # "in Jan. The rest stayed", but "Jan. 5"
            return following.norm in _OPENERS and following.cap
        return before.norm in _FINAL_ABBREVIATIONS and following.cap
    return len(before.text) > 1 or not before.text.isupper() or before.text == "I"


def _initials_end(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "U.S." also ends the sentence: a common opener follows."""
    token = tokens[at]
    if not (token.word and token.text.endswith(".") and len(token.text) >= 4) or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    return following.cap and following.norm in _OPENERS and following.norm not in _BEHIND_INITIALS


def _quotation_ends(body: str, tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the sentence ends with a quotation that ends in a final mark."""
    said = body[tokens[at].start : tokens[at].end].rstrip("\"”’'»")
    if at + 1 == len(tokens) or not said.endswith(_FINAL):
        return False
    if said[-1] in "?!" and _only_attributes(tokens, at + 1):
        return False
    return tokens[at + 1].cap or tokens[at + 1].norm == QUOTE


def _only_attributes(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a short sentence only says whose question or cry stands before it: "Ruto asked."."""
    last = min(len(tokens), first + _LONGEST_ATTRIBUTION)
    end = next((i for i in range(first, last) if tokens[i].norm in (".", ",")), None)
    if end is None or any(tokens[i].norm in _NO_ATTRIBUTION for i in range(first, end)):
        return False
    forms = verb_forms()
    verbs = [i for i in range(first, end) if (r := forms.get(tokens[i].norm)) and (r.past or r.third)]
    base = forms[tokens[verbs[0]].norm].base if verbs else ""
    if base not in _REPORTING or verbs[0] == first:
        return False
    behind = tokens[verbs[0] + 1].norm
    return verbs[0] + 1 == end or base == "tell" or behind in _BEHIND_ATTRIBUTION


def _marks_end(tokens: Sequence[Token], at: int) -> tuple[int, bool]:
    """Return the last of the marks that begin at ``at``, and whether a sentence ends there."""
    last = at
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].text in _CLOSING
        and tokens[last + 1].start == tokens[last].end
    ):
        last += 1
    if last + 1 == len(tokens):
        return last, True
    if last > at:
        return last, tokens[last + 1].cap
    if not _opens_sentence(tokens[last + 1]):
        return last, False
    return last, tokens[at].norm != "." or _point_ends(tokens, at)


def _split(tokens: Sequence[Token], body: str) -> Iterator[list[Token]]:
    start = at = 0
    while at < len(tokens):
        if tokens[at].norm == QUOTE:
            ends = _quotation_ends(body, tokens, at)
        elif tokens[at].norm in _FINAL:
            at, ends = _marks_end(tokens, at)
        else:
            ends = _initials_end(tokens, at)
        at += 1
        if ends or at - start >= (_LONGEST if tokens[at - 1].norm in _PAUSES else 2 * _LONGEST):
            yield [*tokens[start:at]]
            start = at
    if start < len(tokens):
        yield [*tokens[start:]]


def _outer(
    body: str, paragraph: Paragraph, kept: list[Quotation]
) -> tuple[list[Token], dict[int, Quotation]]:
    """Return the paragraph's tokens with each kept quotation as one token, and which is which."""
    tokens: list[Token] = []
    by_start: dict[int, Quotation] = {}
    at = paragraph.span.start
    for quotation in kept:
        tokens += tokenize(body, at, quotation.outer.start)
        outer = quotation.outer
        tokens.append(
            Token(body[outer.start : outer.end], QUOTE, outer.start, outer.end, cap=False, word=False)
        )
        by_start[outer.start] = quotation
        at = outer.end
    tokens += tokenize(body, at, paragraph.span.end)
    return tokens, by_start


def _kept(body: str, found: Sequence[Quotation]) -> list[Quotation]:
    """Return the quotations that are clauses, or parts of one though short: "“No,” he said. “We …”"."""
    kept = [not q.closed or is_clause(body, q) for q in found]
    for i, (first, second) in enumerate(pairwise(found)):
        if not (kept[i] and kept[i + 1]) and _divided(body, first, second):
            kept[i] = kept[i + 1] = True
    return [q for i, q in enumerate(found) if kept[i]]


def _divided(body: str, first: Quotation, second: Quotation) -> bool:
    """Tell whether only an attribution divides the parts of one quotation: "“…,” Ruto said. “…”"."""
    comma = first.inner.text(body).endswith(",") or body.startswith(",", first.outer.end)
    if not comma or not body[first.inner.start].isupper() or second.inner.text(body).endswith(","):
        return False
    gap = tokenize(body, first.outer.end, second.outer.start)
    said = len(first.inner.text(body).split()) + len(second.inner.text(body).split())
    if said < _SHORTEST_CLAUSE or not 0 < len(gap) <= _LONGEST_ATTRIBUTION:
        return False
    if gap[-1].norm not in (",", ".") or len([*_split(gap, body)]) > 1:
        return False
    forms = verb_forms()
    return any((r := forms.get(t.norm)) is not None and r.base in _REPORTING and not r.gerund for t in gap)


def sentences(body: str, start: int = 0, end: int | None = None) -> list[Sentence]:
    """Return the sentences of ``body[start:end]`` in order; quoted ones follow the one around them."""
    result: list[Sentence] = []
    open_quotation = False
    for number, paragraph in enumerate(paragraphs(body, start, end)):
        found = quotations(body, paragraph)
        kept = _kept(body, found)
        if open_quotation and found and found[0].outer.start == paragraph.span.start and found[0] not in kept:
            kept.insert(0, found[0])
        open_quotation = any(not q.closed for q in found)
        tokens, by_start = _outer(body, paragraph, kept)
        first = True
        for group in _split(tokens, body):
            quotes = {i: by_start[t.start] for i, t in enumerate(group) if t.norm == QUOTE}
            result.append(
                Sentence(group, number, first, paragraph.bullet, paragraph.table, paragraph.timed, quotes)
            )
            first = False
            for quotation in quotes.values():
                inner = tokenize(body, quotation.inner.start, quotation.inner.end)
                result += [
                    Sentence(
                        part, number, first_in_paragraph=False, bullet=False, table=False, inside=quotation
                    )
                    for part in _split(inner, body)
                ]
    return result
