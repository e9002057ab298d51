"""Level 3: where the subject of a verb group stands: left of it, over lists, appositions and relatives."""

from __future__ import annotations

from typing import NamedTuple

from tracker.extract.lexicon import words
from tracker.extract.scope import HARD, OF_TIME, Place, Scope
from tracker.extract.sentences import QUOTE
from tracker.extract.set_between import embedded_clause
from tracker.extract.verb_group import VerbGroup

_ADVERBS = words("words", "adverbs")
_PREPOSITIONS = words("words", "prepositions")
_RELATIVES = words("words", "relatives")
_SUBORDINATORS = words("words", "subordinators")
_COORDINATORS = words("words", "coordinators")
_PRONOUNS = words("words", "subject_alone")
_DETERMINERS = words("words", "determiners")
_ORDINALS = frozenset({"first", "last"})
_CONCEDING = frozenset({"while", "when", "though", "although"})
_DISTRIBUTING = frozenset({"each", "both"})
_ADJUNCTS = _PREPOSITIONS | _ADVERBS | _SUBORDINATORS
_CALENDAR = words("words", "calendar")
_OPENERS = _COORDINATORS | {"•", "-", '"', "“", "‘"}
_QUANTIFIERS = frozenset(
    {",", "of", "many", "some", "most", "all", "both"}
)  # "many of whom", "both of which"
_NOUN_PHRASE_ENDS = frozenset({",", ";", ":", "—", "–", "(", QUOTE}) | _COORDINATORS | _SUBORDINATORS
_LONGEST = 60  # tokens of a noun phrase


class Subject(NamedTuple):
    """The tokens of a subject, whether a relative pronoun stands for it, and what bounds it on the left."""

    place: Place
    relative: bool
    bound: str


def subject_of(scope: Scope, verb: VerbGroup) -> Subject:
    """Return the subject of a finite verb group; its place is empty where there is none to be seen."""
    end = verb.first
    while end and scope.norm(end - 1) in _ADVERBS and end - 1 not in scope.name_at:
        if scope.norm(end - 1) in _ORDINALS and scope.norm(end - 2) in _DETERMINERS:
            break  # "the first took up its positions"
        end -= 1
    if end and scope.norm(end - 1) in _DISTRIBUTING and end - 2 in scope.name_at:
        end -= 1  # "Italy and Greece each provide a ship"
    if end and scope.norm(end - 1) in _PRONOUNS:
        return Subject((end - 1, end), False, "pronoun")
    start, bound = _left_boundary(scope, end)
    embedded = embedded_clause(scope, start, end, bound)
    if embedded is not None:
        return Subject(antecedent(scope, embedded), False, bound)
    if start < end and scope.norm(end - 1) in _COORDINATORS:
        return Subject((end, end), False, "coordinated")
    if bound == "relative" and start == end:
        return Subject(antecedent(scope, start - 1), True, bound)
    if all(t.norm == "," or t.norm in _COORDINATORS for t in scope.tokens[start:end]):
        return Subject((end, end), False, bound)
    return Subject(_enumeration(scope, start, end) or _phrase(scope, start, end), False, bound)


def antecedent(scope: Scope, at: int) -> Place:
    """Return the noun phrase before ``at``: what a relative pronoun or participle there belongs to."""
    end = at
    while end and scope.norm(end - 1) in _QUANTIFIERS:
        end -= 1
    if scope.norm(end - 1) == "strong" and scope.norm(end - 3) == ",":  # "the battalion, 570 strong, which"
        end -= 3
    listed = _list_start(scope, end)
    if listed < end and any(t.norm == "and" for t in scope.tokens[listed:end]):
        return listed, end
    return _noun_phrase_start(scope, end), end


def explained(scope: Scope, at: int) -> Place:
    """Return the noun phrase that the participle at ``at`` explains.

    Behind a comma it is the whole phrase: "the force in Haiti, first authorised in …".
    """
    end = at
    while end and scope.norm(end - 1) in _ADVERBS and end - 1 not in scope.name_at:
        end -= 1
    if scope.norm(end - 1) != ",":
        return antecedent(scope, at)
    start, end = antecedent(scope, end)
    while start > 1 and scope.norm(start - 1) in _PREPOSITIONS and start - 2 not in scope.finite:
        before = _noun_phrase_start(scope, start - 1)
        if before == start - 1:
            break
        start = before
    return start, end


def _noun_phrase_start(scope: Scope, end: int) -> int:
    """Return where the noun phrase that ends before ``end`` begins: behind a preposition, comma or verb."""
    start = end
    while start and end - start < _LONGEST:
        norm = scope.norm(start - 1)
        opening = _opening_bracket(scope, start - 1) if norm == ")" else None
        if opening is not None:
            start = opening
            continue
        ends = norm in _NOUN_PHRASE_ENDS or (norm in _PREPOSITIONS and norm != "of")
        if ends or start - 1 in scope.finite:
            break
        start -= 1
    return start


def _opening_bracket(scope: Scope, at: int) -> int | None:
    return next((i for i in range(at - 1, -1, -1) if scope.norm(i) == "("), None)


# -- where the clause begins --------------------------------------------------------------------------------


def _left_boundary(scope: Scope, at: int) -> tuple[int, str]:
    """Walk left from ``at`` to where the clause begins; return that token and what bounds it."""
    i = at - 1
    depth = 0
    while i >= 0:
        norm = scope.norm(i)
        if norm == ")":
            depth += 1
        elif norm == "(" and depth:
            depth -= 1
        elif norm == "(":
            return i + 1, "("
        elif not depth:
            bound = _bound(scope, i, at)
            if bound is not None:
                return i + 1, bound
            listed = _listed_before(scope, i, at)
            if listed is not None and listed == i + 1:
                return i + 1, norm
            i = listed if listed is not None else i
        i -= 1
    return 0, "start"


def _bound(scope: Scope, i: int, at: int) -> str | None:
    """Return what the token at ``i`` bounds a clause as, None where it bounds none."""
    norm = scope.norm(i)
    if norm in HARD or norm == QUOTE:
        return norm
    if i in scope.finite:
        return "verb"
    if norm in _RELATIVES or norm == "that":
        return "relative" if i == at - 1 or norm != "that" else "that"
    dated = norm in OF_TIME and _is_date(scope, i + 1)  # "since 2007" opens no clause
    reduced = _gerund_follows(scope, i)  # "Djibouti, while not taking part, supplies"
    aside = scope.norm(i - 1) == "," and i + 1 < at and scope.norm(i + 1) == ","  # "Paris, though, has sent"
    # "Britain, once one of the largest contributors, went home"
    formerly = norm == "once" and scope.norm(i - 1) == "," and i - 2 in scope.name_at
    bounds = norm in _SUBORDINATORS and norm not in ("as", "than")
    if bounds and not (dated or reduced or aside or formerly):
        return norm
    return None


def _is_date(scope: Scope, at: int) -> bool:
    """Tell whether a figure is a year or the day of a month, and no count: "since 200 officers landed"."""
    figure, behind = scope.tokens[at].text, scope.norm(at + 1) if at + 1 < len(scope.tokens) else ""
    if not figure[0].isdigit():
        return False
    return behind in _CALENDAR or (len(figure) == 4 and figure[:2] in ("19", "20"))


def _gerund_follows(scope: Scope, i: int) -> bool:
    at = i + 2 if scope.tokens[i + 1].norm == "not" else i + 1
    if scope.norm(i) not in _CONCEDING:
        return False
    return scope.norm(i - 1) == "," and at < len(scope.tokens) and scope.norm(at).endswith("ing")


def _listed_before(scope: Scope, i: int, at: int) -> int | None:
    """Return where the enumeration that the conjunction at ``i`` closes begins.

    ``i + 1`` where it joins clauses instead; None where the token is no conjunction behind a verb.
    """
    if scope.norm(i) not in _COORDINATORS or i + 1 >= at or scope.first_finite >= i:
        return None
    if scope.name_at.get(i + 1) is None and scope.norm(i + 1) != "the":
        return i + 1
    start = _names_start(scope, i)
    crossed = any(j in scope.finite for j in range(start, i))
    return start if start < i and not crossed and _opens_clause(scope, start) else i + 1


def _opens_clause(scope: Scope, start: int) -> bool:
    """Tell whether an enumeration is a clause's subject: a comma or conjunction stands before it."""
    before = scope.norm(start - 1)
    if before in _SUBORDINATORS or before in _RELATIVES:
        return True
    return start == 0 or before in (",", "and", "but", ";", "how")


# -- enumerations and phrases -------------------------------------------------------------------------------


def _names_start(scope: Scope, at: int) -> int:
    """Return where the enumeration of names that ends before ``at`` begins: "the A, B and C"."""
    start = at
    i = at - 1
    while i >= 0:
        name = scope.name_at.get(i)
        if name is not None:
            start = name.begin - 1 if scope.norm(name.begin - 1) == "the" else name.begin
            i = start - 1
        elif scope.norm(i) in (",", "and", "or"):
            i -= 1
        elif [t.norm for t in scope.tokens[max(0, i - 2) : i + 1]] == ["as", "well", "as"]:
            i -= 3
        else:
            break
    return start


def _list_start(scope: Scope, at: int) -> int:
    """Return where the enumeration that ends before ``at`` begins, without "apart from Kenya," before it."""
    start = _names_start(scope, at)
    before = start - 1
    if scope.norm(before) == "the":
        before -= 1
    if scope.norm(before) in _PREPOSITIONS:
        comma = next((i for i in range(start, at) if scope.norm(i) == ","), None)
        if comma is not None:
            return comma + 1
    return start


def _enumeration(scope: Scope, start: int, end: int) -> Place | None:
    """Return the enumeration of names that ends right before the verb, if there is one."""
    listed = _list_start(scope, end)
    if scope.norm(listed - 1) == "between":  # "an agreement between Kenya and Haiti was signed"
        return None
    joined = any(t.norm in ("and", "or", "well") for t in scope.tokens[listed:end])
    if not (start <= listed < end and joined) or scope.norm(end - 1) == ",":
        return None
    names = {scope.name_at[i].first for i in range(listed, end) if i in scope.name_at}
    return (listed, end) if len(names) >= 2 else None


def _phrase(scope: Scope, start: int, end: int) -> Place:
    """Return the noun phrase that is the subject among the pieces between commas."""
    pieces = [p for p in _pieces(scope, start, end) if p[0] < p[1] or p[1] == end]
    last = pieces[-1]
    if (
        last[0] == last[1] and len(pieces) > 1
    ):  # a comma stands right before the verb: "A, the chief of B, said"
        return _stripped(scope, (pieces[max(0, len(pieces) - 3)][0], pieces[-2][1]))
    if len(pieces) > 1 and _is_adjunct(scope, last) and not _is_adjunct(scope, pieces[-2]):
        return _stripped(scope, pieces[-2])
    return _stripped(scope, last)


def _pieces(scope: Scope, start: int, end: int) -> list[Place]:
    pieces = []
    first = start
    depth = 0
    for i in range(start, end):
        norm = scope.norm(i)
        depth += (norm == "(") - (norm == ")")
        if norm == "," and depth == 0:
            pieces.append((first, i))
            first = i + 1
    return [*pieces, (first, end)]


def _is_adjunct(scope: Scope, piece: Place) -> bool:
    first = scope.norm(piece[0])
    return first in _ADJUNCTS or first.endswith("ing")


def _stripped(scope: Scope, piece: Place) -> Place:
    start, end = piece
    while start < end and scope.norm(start) in _OPENERS:
        start += 1
    return start, end
