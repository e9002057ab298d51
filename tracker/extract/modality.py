"""Level 3: whether something has happened, is promised, or is neither: the sense of a chain of verb groups."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from tracker.extract.clauses import Clause
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form

_FUTURE_GOVERNORS = frozenset(
    "be offer pledge promise vow agree plan intend commit volunteer prepare propose undertake stand mean decide arrange undertake "
    "schedule expect set aim have bind oblige guarantee resolve announce authorise authorize approve".split()
)
_FACT_GOVERNORS = frozenset("begin start continue manage help proceed come go get".split())
_REFUSALS = frozenset("refuse decline fail forget hesitate oppose reject threaten".split())
_WISHES = frozenset(
    "ask urge call want need seek request wait hope consider like wish encourage press invite appeal demand require recommend "
    "suggest mull weigh struggle try attempt lobby order tell advise allow push beg exhort".split()
)
_CONDITIONAL = frozenset({"if", "unless", "whether", "once", "until", "should", "lest"})


class Sense(Enum):
    """What a clause says of its event."""

    FACT = auto()  # happened or holds
    PROMISED = auto()  # will, is to, plans to
    NEGATED = auto()  # has not, refused to, is yet to
    IRREALIS = auto()  # may, would if, asked to, wants


def sense(parsed: Parsed, clauses: Sequence[Clause], index: int) -> Sense:
    """Return the sense of clause ``index`` with the verbs that govern it."""
    clause = clauses[index]
    verb = clause.verb
    if verb.negated or _negated_subject(parsed, clause):
        return Sense.NEGATED
    if verb.form is Form.INFINITIVE and verb.governor is not None:
        return _governed(parsed, clauses, clause)
    if verb.modal in ("may", "might", "could", "can", "must", "should", "ought", "'d"):
        return Sense.IRREALIS
    if conditional(parsed, clause):
        return Sense.IRREALIS
    if parsed.norms(verb.last, verb.last + 1) and parsed.norms(verb.last, verb.last + 1)[0] in ("no", "none", "nothing", "nobody", "neither"):
        return Sense.NEGATED
    if verb.modal == "would" or verb.future:
        return Sense.IRREALIS if _under_condition(parsed, clause) else Sense.PROMISED
    return Sense.FACT


def conditional(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether the clause is a condition: "if", "once", "unless", "should the Council agree"."""
    start = clause.subject[0] if clause.subject[0] < clause.subject[1] else clause.verb.first
    before = parsed.norms(max(0, start - 2), start)
    if before and before[-1] in _CONDITIONAL:
        return True
    if len(before) == 2 and before[-1] in ("the", "a") and before[0] in _CONDITIONAL:
        return True
    opening = parsed.tokens[start].norm if start < len(parsed.tokens) else ""
    return opening in ("should", "if", "unless", "once") and start < clause.verb.first


def _under_condition(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether the sentence opens with a condition: "If the gap is not closed, … would have to go"."""
    opening = parsed.norms(0, clause.verb.first)
    return bool(opening) and opening[0] in ("if", "unless", "should")


def _negated_subject(parsed: Parsed, clause: Clause) -> bool:
    start, end = clause.subject
    if start >= end:
        return False
    return parsed.tokens[start].norm in ("no", "none", "nobody", "neither", "nothing", "few") or (
        start > 0 and parsed.tokens[start - 1].norm in ("no", "none", "neither")
    )


def _governed(parsed: Parsed, clauses: Sequence[Clause], clause: Clause) -> Sense:
    verb = clause.verb
    governor = clauses[verb.governor]  # type: ignore[index]
    between = parsed.norms(governor.verb.last, verb.first)
    head = parsed.norms(governor.verb.first, verb.first)
    if governor.verb.modal in ("would", "will") and _under_condition(parsed, governor):
        return Sense.IRREALIS
    if "yet" in head or governor.verb.negated or _negated_subject(parsed, governor):
        return Sense.NEGATED
    base = governor.verb.base
    if any(w in ("unable", "unwilling", "reluctant") for w in between):
        return Sense.NEGATED
    outer = sense(parsed, clauses, governor.index) if governor.verb.governor is not None else None
    if outer in (Sense.NEGATED, Sense.IRREALIS):
        return outer
    if base in _REFUSALS:
        return Sense.NEGATED
    if base in _WISHES:
        return Sense.IRREALIS
    if governor.verb.passive and base in ("expect", "ask", "tell", "order", "urge", "allow", "schedule", "set", "plan"):
        return Sense.PROMISED if base in ("expect", "schedule", "set", "plan") else Sense.IRREALIS
    if governor.verb.modal in ("may", "might", "could", "should", "must"):
        return Sense.IRREALIS
    if base in _FACT_GOVERNORS:
        return Sense.PROMISED if governor.verb.future else Sense.FACT
    if base in _FUTURE_GOVERNORS:
        return Sense.PROMISED
    return Sense.IRREALIS if conditional(parsed, governor) else Sense.PROMISED
