"""Level 3: clauses. Each verb group gets its subject and the stretch of its complements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.extract.lexicon import words
from tracker.extract.names import Name
from tracker.extract.sentences import QUOTE
from tracker.extract.tokens import Token
from tracker.extract.verbs import Form, VerbGroup, verb_groups

_ADVERBS = words("words", "adverbs")
_PREPOSITIONS = words("words", "prepositions")
_RELATIVES = words("words", "relatives")
_SUBORDINATORS = words("words", "subordinators")
_HARD = frozenset({";", ":", "—", "–", "•", "|", "?", "!"})
_PRONOUN_SUBJECTS = frozenset({"he", "she", "it", "they", "we", "i", "you"})
_COORDINATORS = frozenset({"and", "or", "but", "nor", "yet"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb group with its subject.

    ``subject`` is the token range of the subject (empty where there is none to be seen); ``relative`` says that
    the subject is the antecedent of a relative pronoun; ``end`` is where its complements end.
    """

    verb: VerbGroup
    index: int
    subject: tuple[int, int]
    relative: bool
    end: int


def _interrupted(tokens: Sequence[Token], start: int, end: int, finite: dict[int, VerbGroup]) -> int | None:
    """Return the relative pronoun of a clause set in commas between a subject and its verb, if there is one."""
    if not end or tokens[end - 1].norm != ",":
        return None
    commas = 0
    for i in range(end - 2, 0, -1):
        norm = tokens[i].norm
        if norm in _HARD or norm == QUOTE:
            return None
        if norm in _RELATIVES and any(j in finite for j in range(i, end)):
            if tokens[i - 1].norm == ",":
                return i
            comma = next((j for j in range(i - 1, max(-1, i - 12), -1) if tokens[j].norm == "," or j in finite), None)
            return comma if comma is not None and tokens[comma].norm == "," else None
        commas += norm == ","
        if commas > 2:
            return None
    return None


def _restricted(tokens: Sequence[Token], start: int, end: int, finite: dict[int, VerbGroup]) -> int | None:
    """Return the relative of a clause without commas between subject and verb: "a war that began … has"."""
    first = tokens[start].norm if start < end else ""
    if start < end and first not in _PREPOSITIONS and first not in _ADVERBS:
        return None
    if any(t.norm == "," for t in tokens[start:end]):
        return None
    at = finite[start - 1].first - 1
    for i in range(at, max(-1, at - 6), -1):
        norm = tokens[i].norm
        if norm in ("that", "which", "who"):
            return i if i and tokens[i - 1].word and i - 1 not in finite else None
        if norm in _HARD or norm in (",", "and", "but") or i in finite:
            return None
    return None


def _names_list_start(tokens: Sequence[Token], at: int, name_at: dict[int, Name]) -> int:
    """Return where the enumeration of names that ends before ``at`` begins: "the A, B and C"."""
    start = at
    i = at - 1
    while i >= 0:
        name = name_at.get(i)
        if name is not None:
            start = name.begin
            i = start - 1
            if i >= 0 and tokens[i].norm == "the":
                start = i
                i -= 1
            continue
        norm = tokens[i].norm
        if norm in (",", "and", "or"):
            i -= 1
            continue
        if norm == "as" and i >= 2 and tokens[i - 1].norm == "well" and tokens[i - 2].norm == "as":
            i -= 3
            continue
        break
    return start


def _left_boundary(
    tokens: Sequence[Token], at: int, finite: dict[int, VerbGroup], name_at: dict[int, Name]
) -> tuple[int, str]:
    """Walk left from ``at`` to where the clause begins; return that token and what bounds it."""
    i = at - 1
    depth = 0
    while i >= 0:
        norm = tokens[i].norm
        if norm == ")":
            depth += 1
        elif norm == "(":
            if depth == 0:
                return i + 1, "("
            depth -= 1
        elif depth:
            pass
        elif norm in _HARD or norm == QUOTE:
            return i + 1, norm
        elif i in finite:
            return i + 1, "verb"
        elif norm in _RELATIVES or norm == "that":
            return i + 1, "relative" if i == at - 1 or norm != "that" else "that"
        elif norm in _SUBORDINATORS and norm not in ("as", "than"):
            if not tokens[i + 1].text[0].isdigit():
                return i + 1, norm
        elif norm in _COORDINATORS and i + 1 < at and any(j in finite for j in range(i)):
            start = _names_list_start(tokens, i, name_at)
            if name_at.get(i + 1) is None and tokens[i + 1].norm != "the":
                return i + 1, norm
            if start < i and not any(j in finite for j in range(start, i)) and _list_before(tokens, start, finite):
                i = start
            else:
                return i + 1, norm
        i -= 1
    return 0, "start"


def _list_start(tokens: Sequence[Token], at: int, name_at: dict[int, Name]) -> int:
    """Return where the enumeration that ends before ``at`` begins, without "apart from Kenya," before it."""
    start = _names_list_start(tokens, at, name_at)
    before = start - 1
    if before >= 0 and tokens[before].norm == "the":
        before -= 1
    if before >= 0 and tokens[before].norm in _PREPOSITIONS:
        comma = next((i for i in range(start, at) if tokens[i].norm == ","), None)
        if comma is not None:
            return comma + 1
    return start


def _list_before(tokens: Sequence[Token], start: int, finite: dict[int, VerbGroup]) -> bool:
    """Tell whether an enumeration is a clause's subject: a comma or conjunction stands before it."""
    before = tokens[start - 1].norm if start else ""
    return start == 0 or before in (",", "and", "but", ";", "how") or before in _SUBORDINATORS or before in _RELATIVES


def _pieces(tokens: Sequence[Token], start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    first = start
    depth = 0
    for i in range(start, end):
        norm = tokens[i].norm
        depth += (norm == "(") - (norm == ")")
        if norm == "," and depth == 0:
            pieces.append((first, i))
            first = i + 1
    pieces.append((first, end))
    return pieces


def _opens_with_adjunct(tokens: Sequence[Token], piece: tuple[int, int]) -> bool:
    first = tokens[piece[0]].norm
    return first in _PREPOSITIONS or first in _ADVERBS or first.endswith("ing") or first in _SUBORDINATORS


def _subject_range(
    tokens: Sequence[Token], verb: VerbGroup, finite: dict[int, VerbGroup], name_at: dict[int, Name]
) -> tuple[tuple[int, int], bool, str]:
    end = verb.first
    while end and tokens[end - 1].norm in _ADVERBS and end - 1 not in name_at:
        end -= 1
    if end and tokens[end - 1].norm in _PRONOUN_SUBJECTS:
        return (end - 1, end), False, "pronoun"
    start, bound = _left_boundary(tokens, end, finite, name_at)
    interrupted = _interrupted(tokens, start, end, finite) if bound != "start" else None
    if interrupted is not None:
        return _antecedent(tokens, interrupted, finite, name_at), False, bound
    if start < end and tokens[end - 1].norm in _COORDINATORS:
        return (end, end), False, "coordinated"
    restricted = _restricted(tokens, start, end, finite) if bound == "verb" else None
    if restricted is not None:
        return _antecedent(tokens, restricted, finite, name_at), False, bound
    if bound == "relative" and start == end:
        return _antecedent(tokens, start - 1, finite, name_at), True, bound
    if start == end or all(t.norm in (",", *_COORDINATORS) for t in tokens[start:end]):
        return (end, end), False, bound
    pieces = [p for p in _pieces(tokens, start, end) if p[0] < p[1] or p[1] == end]
    listed = _list_start(tokens, end, name_at)
    if start <= listed < end and any(t.norm in ("and", "or", "well") for t in tokens[listed:end]) and tokens[end - 1].norm != ",":
        names = {name_at[i].first for i in range(listed, end) if i in name_at}
        if len(names) >= 2 and tokens[end - 1].norm not in (",",):
            return (listed, end), False, bound
    closed = pieces[-1][0] == pieces[-1][1]  # a comma stands right before the verb
    if closed and len(pieces) >= 3:
        return (_strip(tokens, pieces[-3])[0], pieces[-2][1]), False, bound
    if closed and len(pieces) == 2:
        return _strip(tokens, pieces[0]), False, bound
    piece = pieces[-1]
    if len(pieces) > 1 and _opens_with_adjunct(tokens, piece) and not _opens_with_adjunct(tokens, pieces[-2]):
        return _strip(tokens, (pieces[-2][0], pieces[-2][1])), False, bound
    return _strip(tokens, piece), False, bound


def _strip(tokens: Sequence[Token], piece: tuple[int, int]) -> tuple[int, int]:
    start, end = piece
    while start < end and (tokens[start].norm in _COORDINATORS or tokens[start].norm in ("•", "-", '"', "“", "‘")):
        start += 1
    return start, end


def _antecedent(
    tokens: Sequence[Token], at: int, finite: dict[int, VerbGroup], name_at: dict[int, Name]
) -> tuple[int, int]:
    """Return the noun phrase that the relative pronoun at ``at`` stands for: the one just before it."""
    end = at
    while end and (tokens[end - 1].norm == "," or tokens[end - 1].norm in ("of", "many", "some", "most", "all", "both")):
        end -= 1
    listed = _list_start(tokens, end, name_at)
    if listed < end and any(t.norm == "and" for t in tokens[listed:end]):
        return listed, end
    start = end
    while start:
        norm = tokens[start - 1].norm
        if norm == ")" and start > 1:
            opening = next((i for i in range(start - 2, -1, -1) if tokens[i].norm == "("), None)
            if opening is not None:
                start = opening
                continue
        if start - 1 in finite or norm in (",", ";", ":", "—", "–", "(", QUOTE) or norm in _COORDINATORS or norm in _SUBORDINATORS:
            break
        if norm in _PREPOSITIONS and norm != "of":
            break
        start -= 1
    return start, end


def clauses(tokens: Sequence[Token], names: Sequence[Name]) -> list[Clause]:
    """Return the clauses of a sentence in order, one for each verb group."""
    groups = verb_groups(tokens, names)
    name_at = {i: n for n in names for i in range(n.begin, n.last)}
    finite = {i: g for g in groups if g.form is Form.FINITE for i in range(g.first, g.last)}
    result: list[Clause] = []
    for index, group in enumerate(groups):
        relative = False
        if group.form is Form.FINITE:
            subject, relative, bound = _subject_range(tokens, group, finite, name_at)
            if subject[0] == subject[1] and not relative:
                subject, relative = _shared_subject(tokens, result, group, bound)
        elif group.form is Form.INFINITIVE and group.governor is not None:
            subject = result[group.governor].subject
            relative = result[group.governor].relative
        elif group.form is Form.PARTICIPLE:
            subject = _antecedent(tokens, group.first, finite, name_at)
        else:
            subject, relative = _shared_subject(tokens, result, group, "")
        result.append(Clause(group, index, subject, relative, _complement_end(tokens, groups, index)))
    return result


def _shared_subject(
    tokens: Sequence[Token], before: Sequence[Clause], group: VerbGroup, bound: str
) -> tuple[tuple[int, int], bool]:
    """Return the subject that a second verb of a clause shares with the first, past any attribution."""
    finite = [c for c in before if c.verb.form is Form.FINITE and c.subject[0] < c.subject[1]]
    if not finite:
        return (group.first, group.first), False
    if bound == "start":
        return (group.first, group.first), False
    chosen = finite[-1]
    parenthetical = tokens[chosen.verb.last].norm == "," if chosen.verb.last < len(tokens) else False
    if parenthetical and len(finite) > 1 and chosen.verb.base in ("say", "add", "tell", "write"):
        chosen = finite[-2]
    return chosen.subject, chosen.relative


def _complement_end(tokens: Sequence[Token], groups: Sequence[VerbGroup], index: int) -> int:
    """Return where the complements of group ``index`` end: before the next finite clause begins."""
    at = groups[index].last
    depth = 0
    following = {g.first: g for g in groups[index + 1 :]}
    while at < len(tokens):
        norm = tokens[at].norm
        depth += (norm == "(") - (norm == ")")
        if depth <= 0 and (norm in (";", "—", "–", "|") or norm == QUOTE):
            return at
        group = following.get(at)
        if group is not None and group.form is Form.FINITE:
            end = at
            while end > groups[index].last and tokens[end - 1].norm not in (",", "and", "but", "or", "that", "which", "who", *_SUBORDINATORS):
                end -= 1
            return end if end > groups[index].last else at
        at += 1
    return len(tokens)
