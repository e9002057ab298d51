"""Level 4: "according to X" and "in the view of X", which report a clause without a reporting verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.extract.actors import Actor
from tracker.extract.lexicon import verb_forms
from tracker.extract.reading import Parsed
from tracker.extract.reported import reported, sentence_start
from tracker.extract.sayings import Rule, Saying
from tracker.extract.sentences import QUOTE
from tracker.extract.speakers import Speakers, name_follows
from tracker.extract.verbs import Form

_ACCORDING = Rule("according-to", 0.9)
_OPENINGS = (("according", "to"), ("in", "the", "view", "of"), ("in", "the", "words", "of"))
_PHRASE_ENDS = frozenset({",", ".", ";", QUOTE, "who", "which"})
_SHORTEST = 5  # tokens of a clause


def read_according(parsed: Parsed, speakers: Speakers, found: Sequence[Saying]) -> Iterator[Saying]:
    """Yield what such phrases report; give the quotations in ``found`` that they attribute their speaker."""
    for at, opening in _phrases(parsed):
        end = _phrase_end(parsed, opening)
        speaker = speakers.in_phrase(parsed, opening, end)
        quoted = next((i for i in parsed.sentence.quotes if i in (at - 1, end, end + 1)), None)
        if quoted is not None:
            _attribute(parsed, quoted, speaker, found)
            continue
        content = _content(parsed, at, end)
        if speaker is not None and content is not None:
            span = parsed.span(min(content[0], at), max(content[1], end))
            yield reported(parsed, speaker, content, span, _ACCORDING)


def _phrases(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """Yield where each phrase begins and where its noun phrase does."""
    for at in range(len(parsed.tokens) - 2):
        for opening in _OPENINGS:
            if parsed.tokens[at].norm == opening[0] and parsed.norms(at, at + len(opening)) == [*opening]:
                yield at, at + len(opening)


def _phrase_end(parsed: Parsed, start: int) -> int:
    tokens = parsed.tokens
    end = next((i for i in range(start, len(tokens)) if tokens[i].norm in _PHRASE_ENDS), len(tokens))
    if end < len(tokens) and tokens[end].norm == "," and name_follows(parsed, start, end):
        return next(
            (i for i in range(end + 1, len(tokens)) if tokens[i].norm in (",", ".", ";")), len(tokens)
        )
    return end


def _content(parsed: Parsed, at: int, end: int) -> tuple[int, int] | None:
    """Return the clause before the phrase at token ``at``, else the one behind its end."""
    tokens = parsed.tokens
    start = sentence_start(parsed, at)
    if at > start + 3:
        content = (start, at - 1 if tokens[at - 1].norm == "," else at)
    elif end + 1 < len(tokens) and tokens[end].norm == ",":
        content = (end + 1, len(tokens))
    else:
        return None
    return content if content[1] - content[0] >= _SHORTEST and _verbal(parsed, *content) else None


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
