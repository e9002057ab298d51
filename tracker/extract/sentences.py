"""Level 1: sentences. A quoted clause is one token of the sentence around it and a sentence of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tracker.claims import Span
from tracker.extract.lexicon import verb_forms, words
from tracker.extract.paragraphs import Paragraph, paragraphs
from tracker.extract.quotations import Quotation, quotations
from tracker.extract.tokens import Token, tokenize

QUOTE = "<quote>"
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt sgt capt maj brig cmdr adm gov sen rep rev hon st jr sr jan feb mar apr "
    "jun jul aug sep sept oct nov dec no nos vs etc inc ltd co dept approx est fig vol art".split()
)
_CLOSING = "\"”’'»)]"


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


def has_finite_verb(tokens: list[Token]) -> bool:
    """Tell whether some token is plainly a finite verb."""
    forms = verb_forms()
    auxiliaries = words("words", "auxiliaries") | words("words", "modals")
    contractions = words("words", "contractions")
    nouny = words("words", "determiners") | words("words", "prepositions")
    for i, token in enumerate(tokens):
        norm = token.norm
        if norm in contractions or (norm in auxiliaries and norm not in ("be", "been", "being")):
            return True
        if i and tokens[i - 1].norm in ("i", "we", "they", "he", "she") and norm.isalpha() and norm not in nouny:
            return True
        reading = forms.get(norm)
        if reading is None or (token.cap and i > 0):
            continue
        before = tokens[i - 1].norm if i else ""
        if before in nouny and before not in ("that", "this", "these", "those", "all", "both"):
            continue
        if reading.past or reading.third or (reading.present and before in words("words", "pronouns")):
            return True
        following = tokens[i + 1].norm if i + 1 < len(tokens) else ""
        if reading.present and i and before not in ("to", "and", "or") and following in ("to", "the", "a", "an", "our", "their", "this", "it", "that"):
            return True
        if reading.present and i and not tokens[i - 1].norm.startswith("-") and before not in ("to", "and"):
            plural = len(before) > 3 and before.endswith("s") and (i < 2 or tokens[i - 2].norm not in ("a", "an"))
            if plural or before in ("please", "let"):
                return True
            continue
        if reading.present and i == 0 and len(tokens) > 2 and not token.norm.endswith("ed"):
            return True  # an imperative
    return False


def is_clause(body: str, quotation: Quotation) -> bool:
    """Tell whether the quoted words are a clause of four words or more, not a phrase or a name."""
    tokens = tokenize(body, quotation.inner.start, quotation.inner.end)
    content = [t for t in tokens if t.word or t.norm == "'s"]
    if len(content) < 4:
        return False
    first = verb_forms().get(content[0].norm)
    if first is not None and not content[0].cap and (first.third or (first.past and not first.gerund)):
        return False  # a predicate without its subject
    return has_finite_verb([t for t in tokens if t.word or not t.word])


def _ends_sentence(tokens: list[Token], at: int) -> bool:
    """Tell whether the sentence ends with token ``at`` (a final mark, or a quotation that ends in one)."""
    token = tokens[at]
    if at + 1 >= len(tokens):
        return True
    following = tokens[at + 1]
    starts = following.cap or following.text in "“‘\"'«(•" or following.norm == QUOTE or following.text[0].isdigit()
    if not starts:
        return False
    if token.norm in ("!", "?", "…"):
        return True
    if token.norm != ".":
        return False
    before = tokens[at - 1] if at else token
    adjacent = before.end == token.start
    if adjacent and before.norm in _ABBREVIATIONS and before.cap:
        return before.norm in ("no", "co", "est", "art", "inc", "ltd", "jr", "sr", "etc") and following.cap
    return not (adjacent and len(before.text) == 1 and before.text.isupper() and before.text != "I")


def _initials_end(tokens: list[Token], at: int) -> bool:
    """Tell whether "U.S." also ends the sentence: a common opener follows."""
    token = tokens[at]
    if not (token.word and token.text.endswith(".") and len(token.text) >= 4) or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    return following.cap and following.norm in words("words", "openers") and following.norm not in (
        "security human police army peace war national international foreign officials troops soldiers police humanitarian special".split()
    )


def _split(tokens: list[Token], body: str) -> Iterator[list[Token]]:
    start = 0
    at = 0
    while at < len(tokens):
        token = tokens[at]
        ends = False
        if token.norm == QUOTE:
            inner = body[token.start : token.end].rstrip("\"”’'»")
            following = tokens[at + 1] if at + 1 < len(tokens) else None
            ends = inner.endswith((".", "!", "?", "…")) and following is not None and (following.cap or following.norm == QUOTE)
        elif token.norm in (".", "!", "?", "…"):
            while at + 1 < len(tokens) and tokens[at + 1].text in _CLOSING and tokens[at + 1].start == tokens[at].end:
                at += 1
            ends = _ends_sentence(tokens, at) if tokens[at].norm in (".", "!", "?", "…") else _ends_sentence(
                [*tokens[:at], *[tokens[at]]], at
            ) or (at + 1 < len(tokens) and tokens[at + 1].cap)
        elif _initials_end(tokens, at):
            ends = True
        at += 1
        if ends:
            yield tokens[start:at]
            start = at
    if start < len(tokens):
        yield tokens[start:]


def _outer(body: str, paragraph: Paragraph, kept: list[Quotation]) -> tuple[list[Token], dict[int, Quotation]]:
    """Return the paragraph's tokens with each kept quotation as one token, and which is which."""
    tokens: list[Token] = []
    by_start: dict[int, Quotation] = {}
    at = paragraph.span.start
    for quotation in kept:
        tokens += tokenize(body, at, quotation.outer.start)
        outer = quotation.outer
        tokens.append(Token(body[outer.start : outer.end], QUOTE, outer.start, outer.end, cap=False, word=False))
        by_start[outer.start] = quotation
        at = outer.end
    tokens += tokenize(body, at, paragraph.span.end)
    return tokens, by_start


def sentences(body: str, start: int = 0, end: int | None = None) -> list[Sentence]:
    """Return the sentences of ``body[start:end]`` in reading order; quoted ones follow the one around them."""
    result: list[Sentence] = []
    open_quotation = False
    for number, paragraph in enumerate(paragraphs(body, start, end)):
        found = quotations(body, paragraph)
        kept = [q for q in found if not q.closed or is_clause(body, q)]
        if open_quotation and found and found[0].outer.start == paragraph.span.start and found[0] not in kept:
            kept.insert(0, found[0])
        open_quotation = any(not q.closed for q in found)
        tokens, by_start = _outer(body, paragraph, kept)
        first = True
        for group in _split(tokens, body):
            quotes = {i: by_start[t.start] for i, t in enumerate(group) if t.norm == QUOTE}
            result.append(Sentence(group, number, first, paragraph.bullet, paragraph.table, paragraph.timed, quotes))
            first = False
            for quotation in quotes.values():
                inner = tokenize(body, quotation.inner.start, quotation.inner.end)
                result += [
                    Sentence(part, number, first_in_paragraph=False, bullet=False, table=False, inside=quotation)
                    for part in _split(inner, body)
                ]
    return result
