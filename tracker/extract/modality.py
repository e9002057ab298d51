"""Level 3: whether something has happened, is promised, or neither: the sense of a chain of verb groups."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from tracker.extract.clauses import Clause
from tracker.extract.lexicon import words
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form

_PROMISING = words("modality", "promising")
_HAPPENING = words("modality", "happening")
_REFUSING = words("modality", "refusing")
_WISHING = words("modality", "wishing")
_EXPECTED = words("modality", "expected")
_BIDDEN = words("modality", "bidden")
_POSSIBLE = words("modality", "possible")
_POSSIBLE_TO_GOVERN = words("modality", "possible_to_govern")
_CONDITIONAL = words("modality", "conditional")
_CONDITION_OPENERS = words("modality", "condition_openers")
_SENTENCE_CONDITIONS = words("modality", "sentence_conditions")
_NONE = words("modality", "none")
_NONE_BEFORE = words("modality", "none_before")
_NONE_BEHIND = words("modality", "none_behind")
_NOTHING = tuple([none] for none in _NONE_BEHIND)
_UNWILLING = words("modality", "unwilling")
_KEEPING_FROM = words("modality", "keeping_from")
_DENYING = words("modality", "denying")
_RANKS = words("modality", "ranks")


class Sense(Enum):
    """What a clause says of its event."""

    FACT = auto()  # happened or holds
    PROMISED = auto()  # will, is to, plans to
    NEGATED = auto()  # has not, refused to, is yet to
    IRREALIS = auto()  # may, would if, asked to, wants


UNREAL = (Sense.NEGATED, Sense.IRREALIS)
"""What did not happen and will not, as far as the text says."""


def sense(parsed: Parsed, clauses: Sequence[Clause], index: int) -> Sense:
    """Return the sense of clause ``index`` with the verbs that govern it."""
    clause = clauses[index]
    verb = clause.verb
    nothing = verb.form is not Form.INFINITIVE and parsed.norms(verb.last, verb.last + 1) in _NOTHING
    if verb.negated or nothing or _negated_subject(parsed, clause) or _denied(parsed, clauses, clause):
        return Sense.NEGATED
    if verb.form is Form.INFINITIVE and verb.governor is not None:
        return _governed(parsed, clauses, clause, clauses[verb.governor])
    if _is_let(clauses, index):
        return sense(parsed, clauses, index - 1)
    if verb.modal in _POSSIBLE or conditional(parsed, clause):
        return Sense.IRREALIS
    if verb.modal == "would" or verb.future:
        return Sense.IRREALIS if _under_condition(parsed, clause) else Sense.PROMISED
    return Sense.FACT


def _is_let(clauses: Sequence[Clause], index: int) -> bool:
    """Tell whether a verb without "to" is what somebody is let do: "voted to let them go"."""
    verb = clauses[index].verb
    return index > 0 and clauses[index - 1].verb.base == "let" and verb.form is Form.FINITE and not verb.past


def conditional(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether the clause is a condition: "if", "once", "unless", "should the Council agree"."""
    start = clause.subject[0] if clause.subject[0] < clause.subject[1] else clause.verb.first
    before = parsed.norms(max(0, start - 2), start)
    if before and before[-1] in ("the", "a"):
        before.pop()
    if before and before[-1] in _CONDITIONAL:
        return True
    return start < clause.verb.first and parsed.tokens[start].norm in _CONDITION_OPENERS


def _denied(parsed: Parsed, clauses: Sequence[Clause], clause: Clause) -> bool:
    """Tell whether what stands before a verb denies it: "never paid", "denied that it had"."""
    verb = clause.verb
    before = parsed.norms(max(0, verb.first - 2), verb.first)
    if before and before[-1] in ("never", "not"):
        return True
    earlier = clauses[: clause.index]
    if verb.form is Form.GERUND and before:
        if before[-1] == "without" or before in (["instead", "of"], ["short", "of"], ["ruled", "out"]):
            return True
        return before[-1] == "from" and bool(earlier) and earlier[-1].verb.base in _KEEPING_FROM
    for other in earlier:
        if other.verb.base in _DENYING and not other.verb.negated:
            return "that" in parsed.norms(other.verb.last, clause.verb.first)
    return False


def _under_condition(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether a condition goes with a clause.

    It opens the sentence, "If the gap is not closed, … would have to go", or follows: "would go unless".
    """
    if clause.verb.first > 0 and parsed.tokens[0].norm in _SENTENCE_CONDITIONS:
        return True
    return "unless" in parsed.norms(clause.verb.last, clause.end + 1)


def _negated_subject(parsed: Parsed, clause: Clause) -> bool:
    start, end = clause.subject
    if start >= end:
        return False
    return parsed.tokens[start].norm in _NONE or (start > 0 and parsed.tokens[start - 1].norm in _NONE_BEFORE)


def _governed(parsed: Parsed, clauses: Sequence[Clause], clause: Clause, governor: Clause) -> Sense:
    """Return the sense of an infinitive under the clause that governs it."""
    verb = governor.verb
    if verb.modal in ("would", "will") and _under_condition(parsed, governor):
        return Sense.IRREALIS
    between = parsed.norms(verb.first, clause.verb.first)
    if "yet" in between or not _UNWILLING.isdisjoint(between[verb.last - verb.first :]):
        return Sense.NEGATED
    if verb.negated or _negated_subject(parsed, governor):
        return Sense.NEGATED
    outer = sense(parsed, clauses, governor.index)
    ranked = verb.base == "be" and not _RANKS.isdisjoint(between[verb.last - verb.first :])
    if ranked or (verb.governor is not None and outer in UNREAL):
        return outer  # "was the first to arrive"
    return _by_governor(parsed, governor)


def _by_governor(parsed: Parsed, governor: Clause) -> Sense:
    """Return what a governing verb says of its infinitive."""
    verb = governor.verb
    if verb.base in _REFUSING:
        return Sense.NEGATED
    if verb.passive and verb.base in _EXPECTED:
        return Sense.PROMISED
    wished = verb.base in _WISHING or (verb.passive and verb.base in _BIDDEN)
    if wished or verb.modal in _POSSIBLE_TO_GOVERN:
        return Sense.IRREALIS
    turns = verb.base == "turn" and parsed.norms(verb.last, verb.last + 1) == ["to"]
    if verb.base in _HAPPENING or turns:  # "turned to the UN to ask for a force"
        return Sense.PROMISED if verb.future else Sense.FACT
    if verb.base in _PROMISING or not conditional(parsed, governor):
        return Sense.PROMISED
    return Sense.IRREALIS
