"""Level 3: clauses. Each verb group gets its subject and the stretch of its complements."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.extract.lexicon import words
from tracker.extract.names import Name
from tracker.extract.scope import Place, Scope
from tracker.extract.sentences import QUOTE
from tracker.extract.subjects import explained, subject_of
from tracker.extract.tokens import Token
from tracker.extract.verbs import Form, VerbGroup, verb_groups

_ATTRIBUTING = frozenset({"say", "add", "tell", "write"})
_OPENING = frozenset({":", ";", "—", "–"})
# "She would not say who pays, but hinted …": the second verb goes on with the main clause.
_RESUMES = ([",", "but"], [",", "and"])
_COMPLEMENT_ENDS = frozenset({";", "—", "–", "|", QUOTE})
_BRACKETS = {"(": 1, ")": -1}
_STOPS = _COMPLEMENT_ENDS | _BRACKETS.keys()
_CLAUSE_OPENERS = frozenset({",", "and", "but", "or", "that", "which", "who"}) | words(
    "words", "subordinators"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb group with its subject.

    ``subject`` is the token range of the subject (empty where there is none to be seen); ``relative`` says
    that the subject is the antecedent of a relative pronoun; ``end`` is where its complements end.
    """

    verb: VerbGroup
    index: int
    subject: Place
    relative: bool
    end: int


def clauses(tokens: Sequence[Token], names: Sequence[Name]) -> list[Clause]:
    """Return the clauses of a sentence in order, one for each verb group."""
    groups = verb_groups(tokens, names)
    name_at = {i: n for n in names for i in range(n.begin, n.last)}
    finite = {i: g for g in groups if g.form is Form.FINITE for i in range(g.first, g.last)}
    scope = Scope(tokens, finite, name_at, min(finite, default=len(tokens)))
    stops = [i for i, t in enumerate(tokens) if t.norm in _STOPS or i in finite]
    result: list[Clause] = []
    for index, group in enumerate(groups):
        subject, relative = _subject(scope, group, result)
        result.append(Clause(group, index, subject, relative, _complement_end(tokens, group, stops)))
    for i, clause in enumerate(result):
        first = clause.verb.first
        opens = first == 0 or tokens[first - 1].norm in _OPENING
        if clause.verb.form is Form.PARTICIPLE and opens:
            main = next((c for c in result[i:] if c.verb.form is Form.FINITE), clause)
            result[i] = replace(clause, subject=main.subject)  # "Created in 2013, it …"
    return result


def _subject(scope: Scope, group: VerbGroup, before: Sequence[Clause]) -> tuple[Place, bool]:
    if group.form is Form.FINITE:
        subject, relative, bound = subject_of(scope, group)
        if subject[0] < subject[1] or relative:
            return subject, relative
        return _shared_subject(scope.tokens, before, group, bound)
    if group.form is Form.INFINITIVE and group.governor is not None:
        return before[group.governor].subject, before[group.governor].relative
    if group.form is Form.PARTICIPLE:
        return explained(scope, group.first), False
    absolute = _absolute(scope, group)
    if absolute is not None:
        return absolute, False
    return _shared_subject(scope.tokens, before, group, "")


def _absolute(scope: Scope, gerund: VerbGroup) -> Place | None:
    """Return the name that a gerund has as its own subject: "with Japan adding ¥500 million"."""
    name = scope.name_at.get(gerund.first - 1)
    if name is None or name.last != gerund.first:
        return None
    start = name.begin - 1 if scope.norm(name.begin - 1) == "the" else name.begin
    return (start, name.last) if scope.norm(start - 1) == "with" else None


def _shared_subject(
    tokens: Sequence[Token], before: Sequence[Clause], group: VerbGroup, bound: str
) -> tuple[Place, bool]:
    """Return the subject that a second verb of a clause shares with the first, past any attribution."""
    finite = [c for c in before if c.verb.form is Form.FINITE and c.subject[0] < c.subject[1]]
    if not finite or bound == "start":
        return (group.first, group.first), False
    chosen = finite[-1]
    parenthetical = chosen.verb.last < len(tokens) and tokens[chosen.verb.last].norm == ","
    if parenthetical and len(finite) > 1 and chosen.verb.base in _ATTRIBUTING:
        chosen = finite[-2]
    if chosen.relative and [t.norm for t in tokens[group.first - 2 : group.first]] in _RESUMES:
        chosen = next((c for c in reversed(finite) if not c.relative), chosen)
    return chosen.subject, chosen.relative


def _complement_end(tokens: Sequence[Token], group: VerbGroup, stops: Sequence[int]) -> int:
    """Return where the complements of a group end: before the next finite clause begins.

    ``stops`` are the tokens that may end them: brackets, marks and finite verbs.
    """
    depth = 0
    for at in stops[bisect_left(stops, group.last) :]:
        norm = tokens[at].norm
        if norm in _BRACKETS:
            depth += _BRACKETS[norm]
        elif norm not in _COMPLEMENT_ENDS:
            return _clause_start(tokens, group.last, at)
        elif depth <= 0:
            return at
    return len(tokens)


def _clause_start(tokens: Sequence[Token], first: int, at: int) -> int:
    """Return where the clause of the finite verb at ``at`` begins; ``at`` where nothing opens it."""
    end = at
    while end > first and tokens[end - 1].norm not in _CLAUSE_OPENERS:
        end -= 1
    return end if end > first else at
