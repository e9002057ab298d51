"""Level 4: "according to X" and "in the view of X", which report a clause without a reporting verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.extract.actors import Actor
from tracker.extract.lexicon import verb_forms
from tracker.extract.reading import Parsed
from tracker.extract.reported import Range, goes_on_at, reported, sentence_start
from tracker.extract.sayings import Rule, Saying
from tracker.extract.sentences import QUOTE
from tracker.extract.speakers import Speakers, name_follows
from tracker.extract.verbs import Form

_ACCORDING = Rule("according-to", 0.9)
_OPENINGS = (("according", "to"), ("in", "the", "view", "of"), ("in", "the", "words", "of"))
_VIEWS = (["view"], ["words"], ["opinion"], ["account"])
_HIS = (["his"], ["her"])
_PHRASE_ENDS = frozenset({",", ".", ";", QUOTE, "who", "which"})
_LONGEST_APPOSITION = 14  # tokens
_SHORTEST = 3  # tokens of a clause


def read_according(parsed: Parsed, speakers: Speakers, found: Sequence[Saying]) -> Iterator[Saying]:
    """Yield what such phrases report; give the quotations in ``found`` that they attribute their speaker."""
    for at, start, end in _phrases(parsed):
        if parsed.norms(start, start + 1) in _HIS:
            speaker = speakers.foremost(parsed)
        else:
            speaker = speakers.in_phrase(parsed, *_source(parsed, start, end))
        before = at - 2 if parsed.norms(at - 1, at) == [","] else at - 1
        quoted = next((i for i in parsed.sentence.quotes if i in (before, end, end + 1)), None)
        if quoted is not None:
            _attribute(parsed, quoted, speaker, found)
            continue
        content = _content(parsed, at, end)
        if speaker is not None and content:
            span = parsed.span(min(content[0][0], at), max(content[-1][1], end))
            yield reported(parsed, speaker, content, span, _ACCORDING)


def _phrases(parsed: Parsed) -> Iterator[tuple[int, int, int]]:
    """Yield where each phrase begins, where the noun phrase of its source does, and where that ends."""
    for at, token in enumerate(parsed.tokens):
        if token.norm not in ("according", "in"):
            continue
        for opening in _OPENINGS:
            if parsed.norms(at, at + len(opening)) == [*opening]:
                start = at + len(opening)
                yield at, start, _phrase_end(parsed, start)
        his = parsed.norms(at + 1, at + 2) in _HIS
        if token.norm == "in" and his and parsed.norms(at + 2, at + 3) in _VIEWS:
            yield at, at + 1, at + 3
            continue
        owner = next((i for i in range(at + 2, at + 7) if parsed.norms(i, i + 1) == ["'s"]), None)
        if token.norm == "in" and owner and parsed.norms(owner + 1, owner + 2) in _VIEWS:
            yield at, at + 1, owner + 2


def _source(parsed: Parsed, start: int, end: int) -> Range:
    """Return the noun phrase of who is meant: in "Ruto's view", Ruto."""
    return (start, end - 2) if parsed.norms(end - 2, end)[:1] == ["'s"] else (start, end)


def _phrase_end(parsed: Parsed, start: int) -> int:
    tokens = parsed.tokens
    inside = {i for n in parsed.names for i in range(n.begin, n.last)}  # the point of "Mr. Singh"
    ends = (i for i in range(start, len(tokens)) if tokens[i].norm in _PHRASE_ENDS and i not in inside)
    end = next(ends, len(tokens))
    if end < len(tokens) and tokens[end].norm == "," and name_follows(parsed, start, end):
        return next(
            (i for i in range(end + 1, len(tokens)) if tokens[i].norm in (",", ".", ";")), len(tokens)
        )
    return _behind_apposition(parsed, end)


def _behind_apposition(parsed: Parsed, end: int) -> int:
    """Return the comma behind what explains a name: ", a security analyst in Nairobi,", else ``end``."""
    if parsed.norms(end, end + 1) != [","] or parsed.norms(end + 1, end + 2) not in (["a"], ["an"]):
        return end
    reach = range(end + 2, min(len(parsed.tokens), end + _LONGEST_APPOSITION))
    closing = next((i for i in reach if parsed.tokens[i].norm in (",", ".", ";")), end)
    finite = any(c.verb.form is Form.FINITE and end < c.verb.first < closing for c in parsed.clauses)
    return closing if parsed.norms(closing, closing + 1) == [","] and not finite else end


def _content(parsed: Parsed, at: int, end: int) -> list[Range]:
    """Return the clause before the phrase at token ``at``, the one behind its end, or the one around it."""
    tokens = parsed.tokens
    start = sentence_start(parsed, at)
    start = max(start, *(i + 1 for i in range(at) if tokens[i].norm == ";"), 0)
    closed = end + 1 < len(tokens) and tokens[end].norm == ","
    before = (start, at - 1 if tokens[at - 1].norm == "," else at)
    end = _behind_relative(parsed, end)
    behind = (end + 1, next((i for i in range(end, len(tokens)) if tokens[i].norm == ";"), len(tokens)))
    if closed and start < before[1] < at and goes_on_at(parsed, end + 1, subject=False):
        return [before, behind]
    if at > start + 3:
        content = before
    elif closed:
        content = behind
    else:
        return []
    return [content] if content[1] - content[0] >= _SHORTEST and _verbal(parsed, *content) else []


def _behind_relative(parsed: Parsed, end: int) -> int:
    """Return the comma behind a relative clause that the comma at token ``end`` opens, else ``end``."""
    if parsed.norms(end + 1, end + 2) not in (["who"], ["which"], ["whose"]):
        return end
    return next((i for i in range(end + 2, len(parsed.tokens)) if parsed.tokens[i].norm == ","), end)


def _verbal(parsed: Parsed, first: int, last: int) -> bool:
    """Tell whether tokens hold a finite verb, a plural present far from its subject included."""
    if any(first <= c.verb.first < last and c.verb.form is Form.FINITE for c in parsed.clauses):
        return True
    forms = verb_forms()
    return any((r := forms.get(t.norm)) is not None and r.present for t in parsed.tokens[first + 2 : last])


def _attribute(parsed: Parsed, at: int, speaker: Actor | None, found: Sequence[Saying]) -> None:
    inner = parsed.sentence.quotes[at].inner
    for saying in found:
        if saying.direct and saying.speaker is None and inner in saying.parts:
            saying.speaker = speaker
