"""Level 4: reported clauses. What follows or precedes a reporting verb, without quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.claims import Span
from tracker.extract.actors import Actor
from tracker.extract.attributions import REPORTING, TOLD, Attribution
from tracker.extract.clauses import Clause
from tracker.extract.lexicon import words
from tracker.extract.reading import Parsed
from tracker.extract.sayings import Rule, Saying
from tracker.extract.sentences import QUOTE
from tracker.extract.verbs import Form

_THAT_ONLY = words("speech", "that_only")
_ADVERBS = words("words", "adverbs")
_PREPOSITIONS = words("words", "prepositions")
_DETERMINERS = words("words", "determiners")
_PRONOUNS = words("words", "pronouns")
_TIME_CLAUSE = words("speech", "time_clause")
_CLAUSE_FIRST = Rule("reported-clause-first", 0.85)
_FAR = 25  # tokens between a reporting verb and its "that"


def reported_clauses(parsed: Parsed, attributed: Sequence[Attribution], used: set[int]) -> Iterator[Saying]:
    """Yield the reported clauses of a sentence; ``used`` are the clauses that attribute its quotations."""
    taken: list[tuple[int, int]] = []
    for attribution in attributed:
        at = attribution.clause.verb.first
        if attribution.speaker is None or attribution.clause.verb.base not in REPORTING:
            continue
        if any(first <= at < last for first, last in taken):
            continue  # a report within a report
        behind = None
        if not attribution.inverted and not _parenthetical(parsed, attribution):
            behind = _content_behind(parsed, attribution.clause)
        if behind is not None:
            taken.append(behind)
            span = parsed.span(attribution.first, behind[1])
            rule = Rule(f"reported-{attribution.clause.verb.base}", 0.85)
            yield reported(parsed, attribution.speaker, behind, span, rule)
            continue
        before = None if attribution.clause.index in used else _content_before(parsed, attribution)
        if before is not None:
            span = parsed.span(before[0], attribution.last)
            yield reported(parsed, attribution.speaker, before, span, _CLAUSE_FIRST)


def reported(parsed: Parsed, speaker: Actor, content: tuple[int, int], span: Span, rule: Rule) -> Saying:
    """Return the indirect statement whose words are the tokens ``content``."""
    first, last = content
    while last > first and parsed.tokens[last - 1].norm in (",", ".", ";"):
        last -= 1
    return Saying(speaker, False, [parsed.span(first, last)], span, rule, parsed.sentence.paragraph)


def _finite(parsed: Parsed) -> Iterator[Clause]:
    return (c for c in parsed.clauses if c.verb.form is Form.FINITE)


def _parenthetical(parsed: Parsed, attribution: Attribution) -> bool:
    """Tell whether commas set the attribution within what is reported: "If it fails, X said, that …"."""
    first = _with_article(parsed, attribution.place[0])
    if first < 4 or parsed.tokens[first - 1].norm != ",":
        return False
    if not any(c.verb.first < first - 1 for c in _finite(parsed)):
        return False
    verb = attribution.clause.verb
    rest = parsed.norms(verb.last, verb.last + 7)
    return "," in rest and "that" not in rest[: rest.index(",")]


def _with_article(parsed: Parsed, at: int) -> int:
    return at - 1 if at and parsed.tokens[at - 1].norm == "the" else at


# -- behind the verb -------------------------------------------------------------------------------------


def _content_behind(parsed: Parsed, clause: Clause) -> tuple[int, int] | None:
    """Return the reported clause behind the verb, without "that"."""
    following = [c for c in _finite(parsed) if c.index > clause.index]
    if not following or clause.verb.last >= len(parsed.tokens):
        return None
    end = _content_end(parsed, clause)
    that = _that(parsed, clause, following[0])
    if that is None:
        first = _bare_content(parsed, clause, following[0])
        return None if first is None else (first, end)
    first = that + 1
    if first >= len(parsed.tokens) or parsed.tokens[first].norm == QUOTE:
        return None
    if parsed.tokens[first].norm == "," and first + 1 < len(parsed.tokens):
        first += 1
    return (first, end) if any(c.verb.first >= that for c in following) else None


def _bare_content(parsed: Parsed, clause: Clause, finite: Clause) -> int | None:
    """Return where a reported clause without "that" begins; ``finite`` is the first finite clause behind."""
    if clause.verb.base in _THAT_ONLY:
        return None
    if finite.relative or finite.subject[0] == finite.subject[1] or finite.subject[0] < clause.verb.last:
        return None
    first = _skip_told(parsed, clause, finite)
    if first is None or first >= finite.verb.first:
        return None
    opening = parsed.tokens[first].norm
    return None if opening in _TIME_CLAUSE or opening in (",", ":", "—", QUOTE) else first


def _content_end(parsed: Parsed, clause: Clause) -> int:
    """Return where the reported clause ends: before a further report or the end of the sentence."""
    tokens = parsed.tokens
    for other in parsed.clauses:
        reports = other.verb.base in REPORTING and other.verb.form is Form.GERUND
        if other.index > clause.index and reports and tokens[other.verb.first - 1].norm in (",", "and"):
            return other.verb.first - 1
    for i in range(clause.verb.last + 3, len(tokens)):
        if tokens[i].norm in (";", QUOTE):
            return i
    return len(tokens)


def _that(parsed: Parsed, clause: Clause, finite: Clause) -> int | None:
    """Return the "that" that opens the reported clause."""
    tokens = parsed.tokens
    at = clause.verb.last
    for i in range(at, min(len(tokens), at + _FAR + 1)):
        if tokens[i].norm == "that":
            return i if _adjuncts(parsed, clause, at, i) else None
        if tokens[i].norm in (";", QUOTE, ":") or (i == finite.verb.first and i > at):
            return None
    return None


def _adjuncts(parsed: Parsed, clause: Clause, start: int, end: int) -> bool:
    """Tell whether only adjuncts or a person told stand between a reporting verb and "that"."""
    if start == end or clause.verb.base in TOLD:
        return True
    first = parsed.tokens[start].norm
    if first in _PREPOSITIONS or first in _ADVERBS or first in ("here", ","):
        return True
    dated = any(s <= start < e or s == start + 1 for s, e, _ in parsed.dates)
    return dated or parsed.tokens[end - 1].norm == ","


def _skip_told(parsed: Parsed, clause: Clause, finite: Clause) -> int | None:
    """Return where a clause without "that" begins, behind the person told and dates."""
    if clause.verb.base in TOLD:
        return _behind_person_told(parsed, clause, finite)
    tokens = parsed.tokens
    at = clause.verb.last
    for start, end, _ in parsed.dates:
        if start == at or (start == at + 1 and tokens[at].norm in _PREPOSITIONS):
            at = end
    if at >= len(tokens):
        return None
    opening = tokens[at].norm
    if opening in ("in", "at", "during", "to", "after", "on") and clause.verb.base in (
        "say",
        "announce",
        "write",
    ):
        if opening != "to" and finite.subject[0] > at and tokens[finite.subject[0] - 1].norm == ",":
            return at
        return None
    while (
        at < finite.verb.first
        and tokens[at].norm in _ADVERBS
        and tokens[at].norm not in ("so", "now", "once")
    ):
        at += 1
    return at


def _behind_person_told(parsed: Parsed, clause: Clause, finite: Clause) -> int | None:
    """Return where the next noun phrase behind the person told begins."""
    tokens = parsed.tokens
    for i in range(clause.verb.last + 1, finite.verb.first):
        before = tokens[i - 1].norm
        if before in _PREPOSITIONS or before in _DETERMINERS:
            continue
        norm = tokens[i].norm
        if norm in _DETERMINERS or norm in _PRONOUNS or parsed.name_at(i) is not None:
            return i
    return None


# -- before the verb -------------------------------------------------------------------------------------


def _content_before(parsed: Parsed, attribution: Attribution) -> tuple[int, int] | None:
    """Return the reported clause before the attribution: "…, Guterres wrote." or "…, said Guterres."."""
    clause = attribution.clause
    if clause.verb.form is not Form.FINITE:
        return None
    if attribution.inverted:
        first = clause.verb.first
    else:
        first = _with_article(parsed, attribution.place[0])
        if not _closes_clause(parsed, clause):
            return None
    if first < 4 or parsed.tokens[first - 1].norm != ",":
        return None
    start = sentence_start(parsed, first)
    if not any(start <= c.verb.first < first - 1 and c.index != clause.index for c in _finite(parsed)):
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
    verb = min((c.verb.first for c in _finite(parsed)), default=len(tokens))
    start = 0
    for i in range(min(limit, 14)):
        norm = tokens[i].norm
        spaced_dash = norm in ("—", "–", "-") and i > 0 and tokens[i].start > tokens[i - 1].end
        if norm == ";" or (verb >= i and (spaced_dash or (norm == ":" and i < 8))):
            start = i + 1
    while start < limit and not tokens[start].word and tokens[start].norm not in ('"', "“", "‘"):
        start += 1
    return start
