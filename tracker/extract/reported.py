"""Level 4: reported clauses. What follows or precedes a reporting verb, without quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.claims import Span
from tracker.extract.actors import Actor
from tracker.extract.attributions import CONTENT_OPENS, REPORTING, TOLD, Attribution
from tracker.extract.clauses import Clause
from tracker.extract.lexicon import words
from tracker.extract.reading import Parsed
from tracker.extract.sayings import Rule, Saying
from tracker.extract.sentences import QUOTE
from tracker.extract.verbs import Form

_THAT_ONLY = words("speech", "that_only")
_CLAUSE_OR_OBJECT = words("speech", "clause_or_object")
_ADVERBS = words("words", "adverbs")
_PREPOSITIONS = words("words", "prepositions")
_DETERMINERS = words("words", "determiners")
_PRONOUNS = words("words", "pronouns")
_TIME_CLAUSE = words("speech", "time_clause")
Range = tuple[int, int]
_CLAUSE_FIRST = Rule("reported-clause-first", 0.85)
_FAR = 25  # tokens between a reporting verb and its "that"


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
        behind = None if around or attribution.inverted else _content_behind(parsed, attribution.clause)
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
        while end > first and parsed.tokens[end - 1].norm in (",", ".", ";"):
            end -= 1
        parts.append(parsed.span(first, end))
    return Saying(speaker, False, parts, span, rule, parsed.sentence.paragraph)


def _finite(parsed: Parsed) -> Iterator[Clause]:
    return (c for c in parsed.clauses if c.verb.form is Form.FINITE)


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
        start <= c.verb.first < first - 1 and c.index != attribution.clause.index for c in _finite(parsed)
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
    return any(c.verb.first == at or (subject and c.subject[0] == at < c.subject[1]) for c in _finite(parsed))


def _opening(parsed: Parsed, attribution: Attribution) -> int:
    """Return the first token of an attribution, the article of the speaker included."""
    if attribution.inverted:
        return attribution.clause.verb.first
    return _with_article(parsed, attribution.place[0])


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
    if clause.verb.base in _CLAUSE_OR_OBJECT:
        return clause.verb.last if _plainly_clause(parsed, clause, finite) else None
    first = _skip_told(parsed, clause, finite)
    if first is None or first >= finite.verb.first:
        return None
    opening = parsed.tokens[first].norm
    return None if opening in _TIME_CLAUSE or opening in (",", ":", "—", QUOTE) else first


def _plainly_clause(parsed: Parsed, clause: Clause, finite: Clause) -> bool:
    """Tell whether what follows a verb is a clause, not an object: "warned the gangs could …"."""
    if finite.subject != (clause.verb.last, finite.verb.first):
        return False
    participle = finite.verb.past and finite.verb.last == finite.verb.first + 1 and finite.verb.base != "be"
    return not participle or not any(n in _PREPOSITIONS for n in parsed.norms(*finite.subject))


def _content_end(parsed: Parsed, clause: Clause) -> int:
    """Return where the reported clause ends: before a further report or the end of the sentence."""
    tokens = parsed.tokens
    for other in parsed.clauses:
        if other.index > clause.index and other.verb.base in REPORTING:
            end = _further_report(parsed, other)
            if end is not None and end > clause.verb.last + 1:
                return end
    for i in range(clause.verb.last + 3, len(tokens)):
        if tokens[i].norm in (";", QUOTE):
            return i
    return len(tokens)


def _further_report(parsed: Parsed, clause: Clause) -> int | None:
    """Return where a report begins that is not within the one before: ", adding", "but warned"."""
    tokens = parsed.tokens
    verb = clause.verb
    if verb.form is Form.GERUND:
        return verb.first - 1 if tokens[verb.first - 1].norm in (",", "and") else None
    if verb.form is not Form.FINITE:
        return None
    before = verb.first - 1
    while tokens[before].norm in _ADVERBS:
        before -= 1
    following = tokens[verb.last].norm if verb.last < len(tokens) else ""
    if tokens[before].norm in ("and", "but") and (following in CONTENT_OPENS or verb.base in TOLD):
        return before
    start = _with_article(parsed, clause.subject[0])
    if clause.subject[0] == clause.subject[1] or not any(c.index > clause.index for c in _finite(parsed)):
        return None
    if (
        start > 1
        and tokens[start - 1].norm in ("while", "whereas", "but", "and")
        and tokens[start - 2].norm == ","
    ):
        return start - 2
    return start - 1 if start and tokens[start - 1].norm == "," and not clause.relative else None


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
        return _behind_noun(parsed, clause.verb.last, finite)
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
        if opening == "to":
            return None
        if finite.subject[0] > at and tokens[finite.subject[0] - 1].norm == ",":
            return at
        compound = finite.verb.last > finite.verb.first + 1 or finite.verb.base == "be"
        return _behind_noun(parsed, at, finite) if compound else None
    while (
        at < finite.verb.first
        and tokens[at].norm in _ADVERBS
        and tokens[at].norm not in ("so", "now", "once")
    ):
        at += 1
    return at


def _behind_noun(parsed: Parsed, at: int, finite: Clause) -> int | None:
    """Return where the next noun phrase begins behind the one at token ``at``: "told the BBC | the force"."""
    tokens = parsed.tokens
    for i in range(at + 1, finite.verb.first):
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
    if not attribution.inverted and not _closes_clause(parsed, clause):
        return None
    first = _opening(parsed, attribution)
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
