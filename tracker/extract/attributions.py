"""Level 4: attributions. The reporting clauses of a sentence ("Ruto said", "said Ruto"), with speakers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.extract.actors import Actor
from tracker.extract.clauses import Clause
from tracker.extract.lexicon import words
from tracker.extract.names import uncertain
from tracker.extract.reading import Parsed
from tracker.extract.sentences import QUOTE
from tracker.extract.speakers import Speakers, name_follows
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind

REPORTING = words("speech", "reporting")
TOLD = words("speech", "told")
_QUOTING = words("speech", "quoting") | REPORTING
_ADVERBS = words("words", "adverbs")
_PREPOSITIONS = words("words", "prepositions")
_UNSAID = frozenset({"may", "might", "could", "should", "must", "can"})
_PHRASE_ENDS = frozenset({".", ";", ":", QUOTE, "—", "–", "who", "which", "when", "as", "after", "while"})
_ARTICLES = frozenset({"the", "a", "an", "one", "his", "her", "its"})
CONTENT_OPENS = frozenset({"that", "he", "she", "it", "they", "there"})
_BEFORE_GERUND = frozenset({",", "and", "but", "while", "before", "after", "as", QUOTE, "—", "–"})
_BEFORE_NAME = frozenset({",", "and", "but", "while", "the", QUOTE})
_NO_SUBJECT = frozenset({",", ".", "that", QUOTE, ":"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """A reporting clause: ``speaker`` is None where nobody is named; ``place`` the tokens of the speaker.

    ``inverted`` says that the speaker stands behind the verb.
    """

    clause: Clause
    speaker: Actor | None
    inverted: bool
    place: tuple[int, int]

    @property
    def first(self) -> int:
        """Return the first token of verb and speaker."""
        return min(self.place[0], self.clause.verb.first)

    @property
    def last(self) -> int:
        """Return the token behind verb and speaker."""
        return max(self.place[1], self.clause.verb.last)


def attributions(parsed: Parsed, speakers: Speakers) -> Iterator[Attribution]:
    """Yield the attributions of a sentence in order; one without a subject shares the last one's."""
    last: Attribution | None = None
    for clause in parsed.clauses:
        if not _reports(parsed, clause):
            continue
        shared = _shared(parsed, clause, last)
        if shared is not None:
            yield shared
            continue
        if clause.subject[0] == clause.subject[1] or _is_inverted(parsed, clause):
            place = _place_behind(parsed, clause)
            if place is not None:
                last = Attribution(clause, speakers.in_phrase(parsed, *place), True, place)
                yield last
            continue
        if clause.relative and not _told_of(parsed, clause):
            continue
        place = _place_before(parsed, clause)
        place = _person_with(parsed, place) or place
        speaker = speakers.in_phrase(parsed, *place)
        explained = _explained(parsed, place[0]) if speaker is None else None
        if explained is not None:
            place = explained
            speaker = speakers.in_phrase(parsed, *place)
        last = Attribution(clause, speaker, False, place)
        yield last


def _explained(parsed: Parsed, at: int, *, anywhere: bool = False) -> tuple[int, int] | None:
    """Return the person whom an apposition at ``at`` explains, where he opens the clause or ``anywhere``."""
    if at < 2 or parsed.tokens[at - 1].norm != ",":
        return None
    name = parsed.name_at(at - 2)
    if name is None or name.kind is not ActorKind.PERSON or uncertain(name):
        return None
    opens = not name.begin or parsed.tokens[name.begin - 1].norm in _BEFORE_NAME
    return (name.begin, name.last) if opens or anywhere else None


def _person_with(parsed: Parsed, place: tuple[int, int]) -> tuple[int, int] | None:
    """Return whose apposition ends in ``place``: Rae in "Rae, ambassador to the UN, who", not the UN."""
    start, end = place
    if start < 2 or parsed.tokens[start - 1].norm not in _PREPOSITIONS or parsed.norms(end, end + 1) != [","]:
        return None
    comma = next((i for i in range(start - 1, 0, -1) if parsed.tokens[i].norm == ","), 0)
    who = parsed.norms(end + 1, end + 2) == ["who"]
    return _explained(parsed, comma + 1, anywhere=who)


def _told_of(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether a relative clause reports what its antecedent says: "Aukot, who says the law …"."""
    if clause.verb.form is not Form.FINITE:
        return True
    at = clause.verb.first - 1
    while at >= clause.subject[1] and parsed.tokens[at].norm in _ADVERBS:
        at -= 1
    return parsed.tokens[at].norm in ("who", "which") and at - clause.subject[1] <= 1


def _shared(parsed: Parsed, clause: Clause, last: Attribution | None) -> Attribution | None:
    """Return the attribution by a further verb of the last speaker: ", adding that", "but warned that"."""
    if last is None:
        return None
    tokens = parsed.tokens
    if tokens[clause.verb.first - 1].norm == "as":
        return None
    before = clause.verb.first - 1
    while before > last.last and tokens[before].norm in _ADVERBS:
        before -= 1
    if clause.verb.form is Form.GERUND:
        return Attribution(clause, last.speaker, False, last.place)
    if goes_on(parsed, clause, before):
        return Attribution(clause, last.speaker, False, last.place)
    return None


def goes_on(parsed: Parsed, clause: Clause, before: int) -> bool:
    """Tell whether the conjunction at token ``before`` adds a report by the same speaker: "but warned that".

    Without "that" or a pronoun the comma before the conjunction says so: ", and said money was short".
    """
    tokens = parsed.tokens
    if tokens[before].norm not in ("and", "but"):
        return False
    following = tokens[clause.verb.last].norm if clause.verb.last < len(tokens) else ""
    if following in CONTENT_OPENS or clause.verb.base in TOLD:
        return True
    return clause.verb.base == "say" and tokens[before - 1].norm == "," and following not in _NO_SUBJECT


def _place_before(parsed: Parsed, clause: Clause) -> tuple[int, int]:
    """Return the tokens of a speaker who stands before the verb.

    That is past a relative clause in commas, or between "quoted" and "as saying".
    """
    start, end = clause.subject
    tokens = parsed.tokens
    if clause.verb.form is Form.GERUND and clause.verb.first and tokens[clause.verb.first - 1].norm == "as":
        quoting = parsed.clauses[clause.index - 1].verb if clause.index else None
        if quoting is not None and quoting.base in ("quote", "cite") and not quoting.passive:
            return quoting.last, clause.verb.first - 1
    if start > 1 and tokens[start - 1].norm in ("who", "which") and tokens[start - 2].norm == ",":
        name = parsed.name_at(start - 3)
        if name is not None and end < len(tokens) and tokens[end].norm == ",":
            return name.begin, name.last
    return start, end


def _reports(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether a clause says that something is said, not that it may be or is not."""
    verb = clause.verb
    if verb.base not in (_QUOTING if parsed.sentence.quotes else REPORTING):
        return False
    if verb.form in (Form.INFINITIVE, Form.PARTICIPLE) or verb.negated or verb.passive:
        return False
    if verb.form is Form.GERUND and not _is_joined(parsed, verb.first):
        return False
    if verb.base == "add" and _adds_number(parsed, verb.last):
        return False
    return verb.form is not Form.FINITE or verb.modal not in _UNSAID


def _is_joined(parsed: Parsed, at: int) -> bool:
    """Tell whether a word in -ing reports on its own: not "told a briefing", "left without saying"."""
    before = at - 1
    while before >= 0 and parsed.tokens[before].norm in _ADVERBS:
        before -= 1
    return before < 0 or parsed.tokens[before].norm in _BEFORE_GERUND


def _adds_number(parsed: Parsed, at: int) -> bool:
    """Tell whether a number is what is added: "will add 100 soldiers", "adds some $5m"."""
    sums = [first for first, _last, _mention in parsed.money]
    return any(at <= first <= at + 2 for first in [*sums, *(f for f, _l, _m in parsed.counts)])


def _is_inverted(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether the speaker stands behind the verb, though something before it looks like a subject."""
    verb = clause.verb
    tokens = parsed.tokens
    before = tokens[verb.first - 1].norm if verb.first else ""
    if before not in (",", QUOTE) or verb.first + 1 >= len(tokens):
        return False
    following = tokens[verb.last].norm if verb.last < len(tokens) else "."
    if before == ",":
        if _has_subject_next(parsed, clause):
            return False
        if clause.subject[0] < clause.subject[1] and verb.base in TOLD:
            return False
    if following in _NO_SUBJECT:
        return False
    return before == QUOTE or following in _ARTICLES or parsed.name_at(verb.last) is not None


def _has_subject_next(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether what follows has a verb of its own: "X, the chief, said the EU had …"."""
    return any(
        c.index > clause.index
        and c.verb.form is Form.FINITE
        and not c.relative
        and c.subject[0] <= clause.verb.last + 1 <= c.verb.first
        and c.subject[1] == c.verb.first
        for c in parsed.clauses
    )


def _place_behind(parsed: Parsed, clause: Clause) -> tuple[int, int] | None:
    """Return the tokens of a speaker who stands behind the verb."""
    tokens = parsed.tokens
    at = clause.verb.last
    while at < len(tokens) and tokens[at].norm in _ADVERBS:
        at += 1
    if at >= len(tokens) or not tokens[at].word:
        return None
    if tokens[at].norm in _PREPOSITIONS or tokens[at].norm == "that":
        return None
    end = at
    while end < len(tokens) and (tokens[end].norm not in _PHRASE_ENDS or parsed.name_at(end) is not None):
        if tokens[end].norm == "," and not name_follows(parsed, at, end):
            break
        end += 1
    return at, end
