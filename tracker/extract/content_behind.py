"""Level 4: what follows a reporting verb: "said that …", "told the BBC the force …"."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.extract.attributions import REPORTING, TOLD, goes_on
from tracker.extract.clauses import Clause
from tracker.extract.lexicon import words
from tracker.extract.reading import Parsed
from tracker.extract.sentences import QUOTE
from tracker.extract.verbs import Form

_THAT_ONLY = words("speech", "that_only")
_CLAUSE_OR_OBJECT = words("speech", "clause_or_object")
_ADVERBS = words("words", "adverbs")
_PREPOSITIONS = words("words", "prepositions")
_DETERMINERS = words("words", "determiners")
_PRONOUNS = words("words", "pronouns")
_TIME_CLAUSE = words("speech", "time_clause")
# Behind a comma these go on with something else than what is told: "told the meeting, of which …".
_GOES_ON = words("words", "coordinators") | words("words", "relatives") | {"of", "while", "whereas"}
_FAR = 25  # tokens between a reporting verb and its "that"


def finite_clauses(parsed: Parsed) -> Iterator[Clause]:
    """Yield the clauses of a sentence that have a finite verb."""
    return (c for c in parsed.clauses if c.verb.form is Form.FINITE)


def with_article(parsed: Parsed, at: int) -> int:
    """Return where a noun phrase at token ``at`` begins, its article included."""
    return at - 1 if at and parsed.tokens[at - 1].norm == "the" else at


def content_behind(parsed: Parsed, clause: Clause) -> tuple[int, int] | None:
    """Return the reported clause behind the verb, without "that"."""
    stop = next(
        (i for i in range(clause.verb.last, len(parsed.tokens)) if parsed.tokens[i].norm == ";"),
        len(parsed.tokens),
    )
    following = [c for c in finite_clauses(parsed) if c.index > clause.index and c.verb.first < stop]
    if not following or clause.verb.last >= len(parsed.tokens):
        return None
    end = _content_end(parsed, clause)
    that = _that(parsed, clause)
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
    verb = finite.verb
    participle = verb.past and verb.last == verb.first + 1 and verb.base != "be"
    noun = not verb.past and not verb.certain and parsed.norms(verb.first - 2, verb.first - 1) != ["the"]
    return not (participle or noun) or not any(n in _PREPOSITIONS for n in parsed.norms(*finite.subject))


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
    if goes_on(parsed, clause, before):
        return before
    start = with_article(parsed, clause.subject[0])
    if clause.subject[0] == clause.subject[1] or not any(
        c.index > clause.index for c in finite_clauses(parsed)
    ):
        return None
    if (
        start > 1
        and tokens[start - 1].norm in ("while", "whereas", "but", "and")
        and tokens[start - 2].norm == ","
    ):
        return start - 2
    return start - 1 if start and tokens[start - 1].norm == "," and not clause.relative else None


def _that(parsed: Parsed, clause: Clause) -> int | None:
    """Return the "that" that opens the reported clause."""
    tokens = parsed.tokens
    at = clause.verb.last
    stops = _stops(parsed, clause)
    for i in range(at, min(len(tokens), at + _FAR + 1)):
        if tokens[i].norm == "that":
            return i if _adjuncts(parsed, clause, at, i) else None
        if tokens[i].norm in (";", QUOTE, ":") or i in stops:
            return None
    return None


def _stops(parsed: Parsed, clause: Clause) -> set[int]:
    """Return the tokens past which no "that" belongs to a reporting verb: further verbs that have their own.

    A past tense before a preposition may be a participle: "told a meeting held in Geneva that …".
    """
    return {c.verb.first for c in parsed.clauses if c.index > clause.index and _has_own_that(parsed, c)}


def _has_own_that(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether a "that" behind a verb belongs to it: ", adding that", not "told a briefing that"."""
    if clause.verb.form is Form.GERUND:
        return clause.verb.base in REPORTING and parsed.tokens[clause.verb.first - 1].norm in (",", "and")
    return clause.verb.form is Form.FINITE and not _may_be_participle(parsed, clause)


def _may_be_participle(parsed: Parsed, clause: Clause) -> bool:
    verb = clause.verb
    plain = verb.past and not verb.certain and verb.last == verb.first + 1
    return plain and any(n in _PREPOSITIONS for n in parsed.norms(verb.last, verb.last + 1))


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
        if before == "," and tokens[i].norm in _GOES_ON:
            return None
        if before in _PREPOSITIONS or before in _DETERMINERS:
            continue
        norm = tokens[i].norm
        name = parsed.name_at(i)
        if norm == "that":
            return None
        if norm in _DETERMINERS or norm in _PRONOUNS or (name is not None and name.begin == i):
            return i
    return None
