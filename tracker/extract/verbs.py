"""Level 3: the verb groups of a sentence.

A form that can be noun or verb, or past tense or participle, is decided by what stands around it: two finite
verbs never share a clause without a comma, a conjunction or a relative between them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tracker.extract.auxiliaries import CONTRACTED, OPENING, auxiliary_group, contraction, infinitive
from tracker.extract.bare_verbs import bare_group
from tracker.extract.lexicon import verb_forms, verb_reading, words
from tracker.extract.names import Name
from tracker.extract.sentences import QUOTE
from tracker.extract.tokens import Token
from tracker.extract.verb_group import Form, VerbGroup
from tracker.vocab import AliasKind

__all__ = ["Form", "VerbGroup", "verb_groups"]

_ADJECTIVES = (AliasKind.ADJECTIVE, AliasKind.DEMONYM)
_OPERATIVE = words("words", "operative")
_SPECIAL = OPENING | CONTRACTED | {"to", "'s"}
_PRONOUNS = words("words", "pronouns_contracted")
_ADVERBS = words("words", "adverbs")
_DETERMINERS = words("words", "determiners")
_PREPOSITIONS = words("words", "prepositions")
_BOUNDARIES = frozenset(
    {
        *(",", ";", ":", "—", "–", "(", ")", QUOTE),
        *("and", "or", "but", "nor"),
        *words("words", "subordinators"),
        *words("words", "relatives"),
        *("what", "how", "why"),
    }
)
_RELATIVES_OF_THINGS = frozenset({"that", "which"})
_MAGNITUDES = frozenset({"million", "billion", "m", "bn"})
# Verbs that take a clause without "that": two finite verbs may follow each other.
_CLAUSAL = words("verbs", "clausal")


def verb_groups(tokens: Sequence[Token], names: Sequence[Name]) -> list[VerbGroup]:
    """Return the verb groups of a sentence in order, infinitives linked to what governs them."""
    in_name = {i for n in names for i in range(n.first, n.last)}
    subjects = {i for n in names if not _only_qualifies(tokens, n) for i in range(n.first, n.last)}
    groups: list[VerbGroup] = []
    at = 0
    while at < len(tokens):
        if tokens[at].norm not in _SPECIAL and verb_reading(tokens[at].norm) is None:
            at += 1
            continue
        named = at in in_name and not _is_verb_in_capitals(tokens, at)
        group = None if named else _group(tokens, at, subjects) or _coordinated(tokens, at, groups)
        if group is not None:
            groups.append(group)
        at = max(group.last, at + 1) if group is not None else at + 1
    return _govern(tokens, _settle(tokens, _set_in(tokens, groups), subjects))


def _only_qualifies(tokens: Sequence[Token], name: Name) -> bool:
    """Tell whether a name is an adjective: "a Kenyan judge"."""
    return name.alias in _ADJECTIVES and not tokens[name.last - 1].norm.endswith("s")


def _is_verb_in_capitals(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the capital of a sentence's first word is no name's: "Created in 2013, it", "They'll"."""
    norm = tokens[at].norm
    if at or len(tokens) < 2 or norm in OPENING or norm in CONTRACTED or norm in _OPERATIVE:
        return at == 0
    reading = verb_forms().get(norm)
    set_up = norm == "set" and tokens[1].norm == "up"
    if reading is None or (reading.present and not set_up):
        return False
    return reading.gerund or (reading.participle and tokens[1].norm in _PREPOSITIONS)


def _coordinated(tokens: Sequence[Token], at: int, before: Sequence[VerbGroup]) -> VerbGroup | None:
    """Return the second of two infinitives: "to train and equip"."""
    joined = at > 0 and tokens[at - 1].norm in ("and", "or") and bool(before)
    if not joined or before[-1].form is not Form.INFINITIVE or before[-1].last != at - 1:
        return None
    reading = verb_reading(tokens[at].norm)
    if reading is None or not reading.present:
        return None
    return VerbGroup(at, at + 1, at, reading.base, Form.FINITE, certain=False)


def _group(tokens: Sequence[Token], at: int, subjects: set[int]) -> VerbGroup | None:
    token = tokens[at]
    norm = token.norm
    contracted = norm == "'s" and at > 0 and tokens[at - 1].norm in _PRONOUNS  # "it's sending"
    if not (token.word or contracted) or (token.text in ("May", "March") and at):
        return None
    if norm in OPENING or contracted:
        return auxiliary_group(tokens, at)
    if norm in CONTRACTED:
        return contraction(tokens, at)
    if norm == "to":
        return infinitive(tokens, at)
    return None if norm in _PREPOSITIONS or norm in _DETERMINERS else bare_group(tokens, at, subjects)


def _set_in(tokens: Sequence[Token], groups: Sequence[VerbGroup]) -> list[VerbGroup]:
    """Read the first of two verbs as a participle in "Parliament, recalled from its holidays, gave"."""
    result = list(groups)
    started = False
    for i, (group, following) in enumerate(pairwise(groups)):
        before_it, started = started, started or group.form is Form.FINITE
        if before_it or group.form is not Form.FINITE or following.form is not Form.FINITE or not group.past:
            continue
        before = group.first - 1
        while before > 0 and tokens[before].norm in _ADVERBS:
            before -= 1
        opened = before > 0 and tokens[before].norm == "," and tokens[before - 1].word
        explains = not group.certain and tokens[min(group.last, len(tokens) - 1)].norm in _PREPOSITIONS
        closed = tokens[following.first - 1].norm == ","
        if opened and explains and closed:
            started = False
            result[i] = replace(group, form=Form.PARTICIPLE, passive=True)
    return result


def _settle(tokens: Sequence[Token], groups: Sequence[VerbGroup], subjects: set[int]) -> list[VerbGroup]:
    """Let at most one of two neighbouring finite readings stand where nothing divides them."""
    result: list[VerbGroup] = []
    last: int | None = None  # where the last finite group stands in ``result``
    boundaries = [i for i, t in enumerate(tokens) if t.norm in _BOUNDARIES]
    for group in groups:
        kept: VerbGroup | None = group
        if group.form is Form.FINITE and last is not None:
            previous = result[last]
            apart = _divided(boundaries, previous, group) or _in_relative(tokens, previous, subjects)
            if not apart and _yields(tokens, previous, group):
                result[last : last + 1] = _demoted(previous)
            elif not (apart or previous.base in _CLAUSAL or (previous.certain and group.certain)):
                kept = next(iter(_demoted(group)), None)
        if kept is None:
            continue
        if kept.form is Form.FINITE:
            last = len(result)
        result.append(kept)
    return result


def _divided(boundaries: Sequence[int], one: VerbGroup, other: VerbGroup) -> bool:
    return bisect_left(boundaries, one.last) < bisect_left(boundaries, other.first)


def _in_relative(tokens: Sequence[Token], group: VerbGroup, subjects: set[int]) -> bool:
    """Tell whether a verb ends a relative clause: "the $5 million (that) Qatar donated" has been spent."""
    start = group.first
    while start - 1 in subjects:
        start -= 1
    start -= start > 0 and tokens[start - 1].norm == "the"
    if start == group.first or start < 2:
        return False
    before = tokens[start - 1].norm
    relative = before in _RELATIVES_OF_THINGS and verb_reading(tokens[start - 2].norm) is None
    return relative or before in _MAGNITUDES


def _yields(tokens: Sequence[Token], previous: VerbGroup, group: VerbGroup) -> bool:
    """Tell whether the earlier of two finite readings is the one that is none."""
    if group.certain:
        return not previous.certain and previous.base not in _CLAUSAL
    follows = tokens[previous.last].norm if previous.last < len(tokens) else ""
    return not previous.certain and previous.past and follows in _PREPOSITIONS


def _demoted(group: VerbGroup) -> list[VerbGroup]:
    """Return the non-finite reading of an ambiguous form, none where it is a noun."""
    return [replace(group, form=Form.PARTICIPLE, passive=True)] if group.past else []


def _govern(tokens: Sequence[Token], groups: Sequence[VerbGroup]) -> list[VerbGroup]:
    """Link each infinitive to the group before it, through coordination too."""
    result: list[VerbGroup] = []
    for group in groups:
        result.append(_governed(tokens, group, result) if result else group)
    return result


def _governed(tokens: Sequence[Token], group: VerbGroup, before: Sequence[VerbGroup]) -> VerbGroup:
    previous = before[-1]
    behind = tokens[group.first - 1].norm if group.first else ""
    if group.form is Form.INFINITIVE:
        coordinated = group.first > previous.last and behind in ("and", "or", ",")
        if previous.form is Form.INFINITIVE and previous.governor is not None and coordinated:
            return replace(group, governor=previous.governor)
        return replace(group, governor=len(before) - 1)
    if _shares_auxiliary(group, previous) and behind == "and":
        return replace(group, form=Form.FINITE, passive=True)  # "was authorised in March and enlarged in May"
    ambiguous = group.form is Form.FINITE and not group.certain and not group.past
    if (
        ambiguous and previous.form is Form.INFINITIVE and behind in ("and", "or", ",")
    ):  # "to train and equip"
        return replace(group, form=Form.INFINITIVE, governor=previous.governor)
    return group


def _shares_auxiliary(group: VerbGroup, previous: VerbGroup) -> bool:
    """Tell whether a lone participle can hang on the auxiliary of the passive group before it."""
    alone = group.past and not group.perfect and group.last == group.first + 1
    if group.form is Form.FINITE and group.certain:
        return False  # "was authorised in March and took over in May"
    return previous.passive and previous.form is Form.FINITE and alone
