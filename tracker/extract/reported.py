"""Level 4: reported clauses. What follows or precedes a reporting verb, without quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.claims import Span
from tracker.extract.actors import Actor
from tracker.extract.attributions import REPORTING, TOLD, Attribution
from tracker.extract.clauses import Clause
from tracker.extract.content_behind import content_behind, finite_clauses, with_article
from tracker.extract.lexicon import words
from tracker.extract.reading import Parsed
from tracker.extract.sayings import Rule, Saying
from tracker.extract.verbs import Form

_ADVERBS = words("words", "adverbs")
_PREPOSITIONS = words("words", "prepositions")
Range = tuple[int, int]
_CLAUSE_FIRST = Rule("reported-clause-first", 0.85)


def reported_clauses(parsed: Parsed, attributed: Sequence[Attribution], used: set[int]) -> Iterator[Saying]:
    """Yield the reported clauses of a sentence; ``used`` are the clauses that attribute its quotations."""
    taken: list[Range] = []
    for attribution in attributed:
        verb = attribution.clause.verb
        if attribution.speaker is None or verb.base not in REPORTING:
            continue
        if any(first <= verb.first < last for first, last in taken):
            continue  # a report within a report
        around = _content_around(parsed, attribution)
        behind = None if around or attribution.inverted else content_behind(parsed, attribution.clause)
        if behind is not None:
            taken.append(behind)
            rule = Rule(f"reported-{verb.base}", 0.85)
            span = parsed.span(attribution.first, behind[1])
            yield reported(parsed, attribution.speaker, [behind], span, rule)
        elif attribution.clause.index not in used:
            before = _content_before(parsed, attribution)
            content = around or ([before] if before is not None else [])
            if content:
                span = parsed.span(content[0][0], max(attribution.last, content[-1][1]))
                yield reported(parsed, attribution.speaker, content, span, _CLAUSE_FIRST)


def reported(parsed: Parsed, speaker: Actor, content: Sequence[Range], span: Span, rule: Rule) -> Saying:
    """Return the indirect statement whose words are the tokens of ``content``, one range or more."""
    parts = []
    for first, last in content:
        end = last
        while end > first and parsed.tokens[end - 1].norm in (",", ".", ";", ":"):
            end -= 1
        parts.append(parsed.span(first, end))
    return Saying(speaker, False, parts, span, rule, parsed.sentence.paragraph)


def _content_around(parsed: Parsed, attribution: Attribution) -> list[Range]:
    """Return what is reported around an attribution set in commas: "If it fails, X said, the region …"."""
    tokens = parsed.tokens
    verb = attribution.clause.verb
    first = _opening(parsed, attribution)
    if first < 2 or tokens[first - 1].norm != ",":
        return []
    last = attribution.last if attribution.inverted else verb.last
    close = next(
        (i for i in range(last, min(len(tokens), last + 7)) if tokens[i].norm in (",", "that")), None
    )
    if close is None or tokens[close].norm == "that":
        return []
    start = sentence_start(parsed, first)
    complete = any(
        start <= c.verb.first < first - 1 and c.index != attribution.clause.index
        for c in finite_clauses(parsed)
    )
    goes_on = goes_on_at(parsed, close + 1, subject=complete)
    if complete and first >= 4:
        before = (start, first - 1)
        if attribution.inverted:
            return []
        return [before, (close + 1, len(tokens))] if goes_on else [before]
    return [(start, first - 1), (close + 1, len(tokens))] if goes_on and start < first - 1 else []


def goes_on_at(parsed: Parsed, at: int, *, subject: bool) -> bool:
    """Tell whether a finite verb begins at token ``at``, or, with ``subject``, a clause does."""
    while at < len(parsed.tokens) and parsed.tokens[at].norm in _ADVERBS:
        at += 1
    return any(
        c.verb.first == at or (subject and c.subject[0] == at < c.subject[1]) for c in finite_clauses(parsed)
    )


def _opening(parsed: Parsed, attribution: Attribution) -> int:
    """Return the first token of an attribution, the article of the speaker included."""
    if attribution.inverted:
        return attribution.clause.verb.first
    return with_article(parsed, attribution.place[0])


def _content_before(parsed: Parsed, attribution: Attribution) -> tuple[int, int] | None:
    """Return the reported clause before the attribution: "…, Guterres wrote." or "…, said Guterres."."""
    clause = attribution.clause
    if clause.verb.form is not Form.FINITE:
        return None
    if not attribution.inverted and not _closes_clause(parsed, clause):
        return None
    first = _opening(parsed, attribution)
    if first < 4 or parsed.tokens[first - 1].norm != ",":
        return None
    start = sentence_start(parsed, first)
    if not any(start <= c.verb.first < first - 1 and c.index != clause.index for c in finite_clauses(parsed)):
        return None
    return start, first - 1


def _closes_clause(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether nothing but adjuncts follows the reporting verb."""
    at = clause.verb.last
    if at >= len(parsed.tokens) or clause.verb.base in TOLD:
        return True
    norm = parsed.tokens[at].norm
    if norm in (".", ",", ";", ")", "?", "!", "when", "as", "after", "while", "here"):
        return True
    if norm in _PREPOSITIONS or norm in _ADVERBS:
        return True
    return any(s in (at, at + 1) for s, _, _ in parsed.dates)


def sentence_start(parsed: Parsed, limit: int) -> int:
    """Return where the sentence proper begins, behind a date line or a label, at most at token ``limit``."""
    tokens = parsed.tokens
    verb = min((c.verb.first for c in finite_clauses(parsed)), default=len(tokens))
    start = 0
    for i in range(min(limit, 14)):
        norm = tokens[i].norm
        spaced_dash = norm in ("—", "–", "-") and i > 0 and tokens[i].start > tokens[i - 1].end
        if norm == ";" or (verb >= i and (spaced_dash or (norm == ":" and i < 8))):
            start = i + 1
    while start < limit and not tokens[start].word and tokens[start].norm not in ('"', "“", "‘"):
        start += 1
    return start
