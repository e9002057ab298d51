"""Level 3: verb groups of one word, which may be noun ("offers"), past tense or participle ("ordered")."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extract.lexicon import VerbForm, verb_forms, verb_reading, words
from tracker.extract.tokens import Token
from tracker.extract.verb_group import Form, VerbGroup

_ADVERBS = words("words", "adverbs")
_AUXILIARIES = words("words", "auxiliaries")
_OF_A_KIND = words("words", "behind_gerunds")
_DETERMINERS = words("words", "determiners")
_PREPOSITIONS = words("words", "prepositions")
_BEFORE_NOUNS = words("words", "before_nouns") | _DETERMINERS | {"'s", "'", "’"}
_BEFORE_FIGURES = words("verbs", "before_figures")
_SUBJECT_PRONOUNS = words("words", "subject_pronouns")
_PLURALS = words("words", "plurals")
_MODIFIERS = words("titles", "modifiers")
_NEVER = words("verbs", "never")
_OPENING = frozenset({":", ";", "—", "–"})
_OPERATIVE = words("words", "operative")
_INTRANSITIVE = words("verbs", "intransitive")

_SINGULARS = frozenset({"aid", "force", "mission", "rights", "peace", "press"})  # "UN aid chief"
# "She said by phone": nobody's doing.
_CHANNELS = (["phone"], ["telephone"], ["email"], ["e-mail"], ["text"], ["message"], ["video"], ["letter"])
_NEVER_BEFORE_NOUNS = frozenset({"say", "tell"})  # "the mother of four said"
# "KFOR consists of": "of" behind these makes them no nouns.
_WITH_OF = frozenset({"consist", "complain", "warn", "speak", "think", "hear", "approve", "dispose"})


def bare_group(tokens: Sequence[Token], at: int, subjects: set[int]) -> VerbGroup | None:
    """Return the group of the word at ``at``, or None where it is no verb.

    ``subjects`` are the tokens of names that can be a subject.
    """
    reading = _reading(tokens, at)
    if reading is None:
        return None
    if _behind_each(tokens, at, subjects):
        finite = reading.past or reading.present
        return VerbGroup(at, at + 1, at, reading.base, Form.FINITE, past=reading.past) if finite else None
    if reading.gerund:
        noun = (at and _owned(tokens, at)) or _names_an_event(tokens, at)
        return None if noun else VerbGroup(at, at + 1, at, reading.base, Form.GERUND)
    if _noun_context(tokens, at, reading):
        attached = reading.participle and at and not _owned(tokens, at)
        return _participle(at, reading) if attached else None
    if not reading.past and reading.participle and not reading.present:
        return _participle(at, reading)
    return _past(tokens, at, reading) if reading.past else _present(tokens, at, reading, subjects)


def _behind_each(tokens: Sequence[Token], at: int, subjects: set[int]) -> bool:
    """Tell whether "each" stands between a name and its verb: "Italy and Greece each provide a ship"."""
    return at > 1 and tokens[at - 1].norm in ("each", "both") and at - 2 in subjects


def _reading(tokens: Sequence[Token], at: int) -> VerbForm | None:
    token = tokens[at]
    if token.norm in _NEVER and not _counts(tokens, at):
        return None
    if token.cap and at > 0 and not tokens[at - 1].cap and token.norm not in verb_forms():
        return None
    return verb_reading(token.norm)


def _names_an_event(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a gerund only says of what kind a thing is: "its annual pledging conference"."""
    return at + 1 < len(tokens) and tokens[at + 1].norm in _OF_A_KIND


def _owned(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].norm in _DETERMINERS or tokens[at - 1].norm == "'s"


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "numbers", "totals" is a verb: a figure follows, "numbers about 700"."""
    if tokens[at].norm not in ("numbers", "number", "totals") or (at and tokens[at - 1].norm in _DETERMINERS):
        return False
    behind = tokens[at + 1 : at + 4]
    figure = next((i for i, token in enumerate(behind) if token.text[0].isdigit()), None)
    return figure is not None and all(token.norm in _BEFORE_FIGURES for token in behind[:figure])


def _participle(at: int, reading: VerbForm) -> VerbGroup:
    return VerbGroup(at, at + 1, at, reading.base, Form.PARTICIPLE, passive=True, past=True)


def _past(tokens: Sequence[Token], at: int, reading: VerbForm) -> VerbGroup:
    after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    opens = at == 0 or tokens[at - 1].norm in _OPENING
    channel = [t.norm for t in tokens[at + 2 : at + 3]] in _CHANNELS
    if reading.participle and not channel and _explains(reading.base, after, opens=opens):
        return _participle(at, reading)
    certain = at > 0 and (not reading.participle or tokens[at - 1].norm in _SUBJECT_PRONOUNS)
    negated = _denied(tokens, at)
    return VerbGroup(at, at + 1, at, reading.base, Form.FINITE, negated=negated, past=True, certain=certain)


def _explains(base: str, after: str, *, opens: bool) -> bool:
    """Tell whether a form goes with a noun: "approved by", "a letter dated 22 April"."""
    if base in ("date", "dated"):
        return after not in ("from", "back")
    return (after == "by" and base not in _INTRANSITIVE) or (opens and after in _PREPOSITIONS)


def _denied(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "never" or the like stands before a verb without an auxiliary."""
    return at > 0 and tokens[at - 1].norm in ("never", "hardly")


def _present(tokens: Sequence[Token], at: int, reading: VerbForm, subjects: set[int]) -> VerbGroup | None:
    if reading.third:
        if not at and tokens[at].norm in _OPERATIVE:
            return VerbGroup(at, at + 1, at, reading.base, Form.FINITE)
        if not at or _in_title(tokens, at, subjects):
            return None
        certain = tokens[at - 1].norm in _SUBJECT_PRONOUNS
    elif reading.present and (_plural_before(tokens, at, subjects) or _measures(tokens, at)):
        certain = tokens[at - 1].norm in ("they", "we", "i", "you")
    else:
        return None
    negated = _denied(tokens, at)
    return VerbGroup(at, at + 1, at, reading.base, Form.FINITE, negated=negated, certain=certain)


def _measures(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a far subject is said to come to a figure: "pledges to the fund stand at $113m"."""
    if tokens[at].norm != "stand" or [t.norm for t in tokens[at + 1 : at + 2]] != ["at"]:
        return False
    return any(t.text[0].isdigit() for t in tokens[at + 2 : at + 6])


def _in_title(tokens: Sequence[Token], at: int, subjects: set[int]) -> bool:
    before = tokens[at - 1]
    return tokens[at].cap and before.cap and at - 1 not in subjects and before.norm in _MODIFIERS


def _noun_context(tokens: Sequence[Token], at: int, reading: VerbForm) -> bool:
    """Tell whether an ambiguous bare form at ``at`` is plainly no finite verb."""
    before = tokens[at - 1].norm if at else ""
    after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    if before in _SUBJECT_PRONOUNS or (reading.past and reading.base in _NEVER_BEFORE_NOUNS):
        return before in ("the", "all")  # "all told"
    if before in _BEFORE_NOUNS:
        return True
    if reading.past:
        return False
    if (before and before[0].isdigit()) or after == "'s" or (after == "of" and reading.base not in _WITH_OF):
        return True
    if not reading.present:
        return False
    return after in _AUXILIARIES or (not reading.third and before in ("and", "or", ",", ""))


def _plural_before(tokens: Sequence[Token], at: int, subjects: set[int]) -> bool:
    """Tell whether what stands before ``at`` can be a plural subject."""
    j = at - 1
    while j >= 0 and tokens[j].norm in _ADVERBS:
        j -= 1
    if j < 0:
        return False
    norm = tokens[j].norm
    if norm in _PLURALS or norm in (",", ")") or (j in subjects and tokens[at].norm not in _SINGULARS):
        return True
    return norm.endswith("s") and not norm.endswith("ss") and len(norm) > 3 and norm not in _PREPOSITIONS
