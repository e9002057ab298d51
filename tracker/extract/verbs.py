"""Level 3: verb groups, with tense, voice, modality and negation.

A form that can be noun or verb, or past tense or participle, is decided by what stands around it: two finite
verbs never share a clause without a comma, a conjunction or a relative between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from tracker.extract.lexicon import VerbForm, verb_forms, verb_reading, words
from tracker.extract.names import Name
from tracker.extract.sentences import QUOTE
from tracker.extract.tokens import Token

_AUXILIARIES = words("words", "auxiliaries")
_MODALS = words("words", "modals")
_NEGATIONS = words("words", "negations")
_ADVERBS = words("words", "adverbs")
_DETERMINERS = words("words", "determiners")
_PREPOSITIONS = words("words", "prepositions")
_PRONOUNS = words("words", "pronouns")
_SUBJECT_PRONOUNS = frozenset("i you he she it we they who which that nobody none this there".split())
_BE = frozenset("be am is are was were been being 's 're isn't aren't wasn't weren't".split())
_HAVE = frozenset("has have had having hasn't haven't hadn't 've".split())
_DO = frozenset("do does did don't doesn't didn't".split())
_NEGATED_AUX = frozenset(w for w in _NEGATIONS if w.endswith("n't") or w == "cannot")
_NEVER = words("verbs", "never")
_BOUNDARIES = frozenset(", ; : — – ( ) and or but nor".split()) | {QUOTE}
_SUBORDINATORS = words("words", "subordinators") | words("words", "relatives")
# Prepositions that are subordinators too; before a verb group's subject they open a clause.
CONTRACTED = {"it's", "he's", "she's", "that's", "there's", "we're", "they're", "i'm", "you're", "we've", "they've", "i've", "you've", "we'll", "they'll", "i'll", "you'll", "it'll", "he'll", "she'll", "we'd", "they'd", "i'd", "he'd", "she'd", "you'd", "who's", "what's", "here's", "let's"}


class Form(Enum):
    """How a verb group stands in its clause."""

    FINITE = auto()
    INFINITIVE = auto()
    GERUND = auto()
    PARTICIPLE = auto()


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Tokens ``[first, last)``; ``head`` is the main verb's token and ``base`` its base form."""

    first: int
    last: int
    head: int
    base: str
    form: Form
    passive: bool = False
    negated: bool = False
    modal: str | None = None  # "will", "would", "may" …; "to" for "is to send"
    perfect: bool = False
    past: bool = False
    progressive: bool = False
    certain: bool = True
    governor: int | None = None  # index of the group that governs an infinitive

    @property
    def future(self) -> bool:
        """Tell whether the group speaks of what is still to come."""
        return self.modal in ("will", "shall", "to", "'ll", "won't")


def _skip(tokens: Sequence[Token], at: int, allowed: frozenset[str]) -> int:
    while at < len(tokens) and tokens[at].norm in allowed:
        at += 1
    return at


_INNER = _ADVERBS | {"not", "n't", "never"} | frozenset(["all", "both", "each", "now", "to-date"])


def _auxiliary_group(tokens: Sequence[Token], at: int) -> VerbGroup | None:
    """Read a group that an auxiliary opens."""
    first = at
    chain: list[str] = []
    negated = False
    while at < len(tokens):
        norm = tokens[at].norm
        if norm in _AUXILIARIES or norm in _NEGATED_AUX:
            negated |= norm in _NEGATED_AUX
            chain.append(norm)
        elif norm in ("not", "never", "n't", "hardly"):
            negated = True
        elif not (norm in _INNER and chain):
            break
        at += 1
    while at > first + 1 and tokens[at - 1].norm in _ADVERBS and tokens[at - 1].norm not in ("yet",):
        nxt = tokens[at] if at < len(tokens) else None
        if nxt is not None and verb_reading(nxt.norm) is not None:
            break
        at -= 1
    reading = verb_reading(tokens[at].norm) if at < len(tokens) and tokens[at].word else None
    modal = next((c for c in chain if c in _MODALS), None)
    has_be = next((c for c in chain if c in _BE), None)
    has_have = any(c in _HAVE for c in chain)
    past = chain[0] in ("was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't") or (
        has_have and modal is None
    )
    form = Form.FINITE
    if chain[0] in ("be", "been", "being", "having"):
        form = Form.GERUND if chain[0] in ("being", "having") else Form.PARTICIPLE
    common = {"negated": negated, "modal": modal, "past": past, "form": form}
    if reading is not None and not (tokens[at].cap and at > first and tokens[at].norm not in verb_forms()):
        if has_be and reading.participle and chain[-1] in _BE:
            return VerbGroup(first, at + 1, at, reading.base, passive=True, perfect=has_have, **common)  # type: ignore[arg-type]
        if has_be and reading.gerund and chain[-1] in _BE:
            return VerbGroup(first, at + 1, at, reading.base, progressive=True, perfect=has_have, **common)  # type: ignore[arg-type]
        if has_have and chain[-1] in _HAVE and reading.participle and not (reading.present and not reading.past and False):
            return VerbGroup(first, at + 1, at, reading.base, perfect=True, **common)  # type: ignore[arg-type]
        if (modal or chain[-1] in _DO) and reading.present and not has_be and not has_have:
            return VerbGroup(first, at + 1, at, reading.base, **common)  # type: ignore[arg-type]
    base = "be" if chain[-1] in _BE else "have" if chain[-1] in _HAVE else "do" if chain[-1] in _DO else chain[-1]
    end = at
    while end > first + 1 and tokens[end - 1].norm in _ADVERBS and tokens[end - 1].norm != "yet":
        end -= 1
    return VerbGroup(first, end, end - 1 if end > first else first, base, **common)  # type: ignore[arg-type]


def _noun_context(tokens: Sequence[Token], at: int, reading: VerbForm) -> bool:
    """Tell whether an ambiguous bare form at ``at`` is plainly no finite verb."""
    before = tokens[at - 1].norm if at else ""
    after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    if before in _SUBJECT_PRONOUNS:
        return False
    if before in _DETERMINERS or before == "'s" or before in ("of", "for", "with", "in", "on", "at", "from", "into", "'", "’", "as", "by", "under", "against", "between", "about", "over"):
        return True
    if reading.past:
        return False
    if before and before[0].isdigit():
        return True
    return after in ("of", "'s") or (reading.present and not reading.third and before in ("and", "or", ",", "")) or (
        reading.present and after in _AUXILIARIES
    )


def _plural_or_name(tokens: Sequence[Token], at: int, in_name: set[int]) -> bool:
    """Tell whether what stands before ``at`` can be a plural subject."""
    j = at - 1
    while j >= 0 and tokens[j].norm in _ADVERBS:
        j -= 1
    if j < 0:
        return False
    norm = tokens[j].norm
    return (
        norm in ("they", "we", "you", "i", "who", "which", "police", "people", "troops", "both", "some", "many", "most", "others")
        or j in in_name
        or (norm.endswith("s") and not norm.endswith("ss") and len(norm) > 3 and norm not in _PREPOSITIONS)
        or norm in (",", ")")
    )


def _bare_group(tokens: Sequence[Token], at: int, in_name: set[int]) -> VerbGroup | None:
    token = tokens[at]
    if token.norm in _NEVER and not (token.norm in ("numbers", "totals") and at + 1 < len(tokens) and tokens[at + 1].text[0].isdigit()):
        return None
    reading = verb_reading(token.norm)
    if reading is None or (token.cap and at > 0 and not tokens[at - 1].cap and token.norm not in verb_forms()):
        return None
    if reading.gerund:
        if at and (tokens[at - 1].norm in _DETERMINERS or tokens[at - 1].norm == "'s"):
            return None
        return VerbGroup(at, at + 1, at, reading.base, Form.GERUND)
    if _noun_context(tokens, at, reading):
        participle = reading.participle and at and tokens[at - 1].norm not in _DETERMINERS and tokens[at - 1].norm != "'s"
        return VerbGroup(at, at + 1, at, reading.base, Form.PARTICIPLE, passive=True, past=True) if participle else None
    if reading.past and reading.participle and at + 1 < len(tokens) and tokens[at + 1].norm == "by":
        return VerbGroup(at, at + 1, at, reading.base, Form.PARTICIPLE, passive=True, past=True)
    if reading.past:
        certain = not reading.participle or tokens[at - 1].norm in _SUBJECT_PRONOUNS if at else False
        return VerbGroup(at, at + 1, at, reading.base, Form.FINITE, past=True, certain=certain)
    if reading.participle and not reading.present:
        return VerbGroup(at, at + 1, at, reading.base, Form.PARTICIPLE, passive=True, past=True)
    if reading.third:
        before = tokens[at - 1] if at else None
        if before is None or (token.cap and before.cap and at - 1 not in in_name and before.norm in words("titles", "modifiers")):
            return None
        return VerbGroup(at, at + 1, at, reading.base, Form.FINITE, certain=before.norm in _SUBJECT_PRONOUNS)
    if reading.present and _plural_or_name(tokens, at, in_name):
        return VerbGroup(at, at + 1, at, reading.base, Form.FINITE, certain=tokens[at - 1].norm in ("they", "we", "i", "you"))
    return None


def _infinitive(tokens: Sequence[Token], at: int) -> VerbGroup | None:
    i = _skip(tokens, at + 1, _INNER)
    if i >= len(tokens):
        return None
    if tokens[i].norm in ("be", "have"):
        group = _auxiliary_group(tokens, i)
        if group is None:
            return None
        return replace(group, first=at, form=Form.INFINITIVE, past=False)
    reading = verb_reading(tokens[i].norm)
    if reading is None or not reading.present:
        return None
    negated = any(t.norm in ("not", "never") for t in tokens[at - 1 if at else 0 : i])
    return VerbGroup(at, i + 1, i, reading.base, Form.INFINITIVE, negated=negated)


def _has_boundary(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(t.norm in _BOUNDARIES or t.norm in _SUBORDINATORS for t in tokens[first:last])


def _settle(tokens: Sequence[Token], groups: list[VerbGroup]) -> list[VerbGroup]:
    """Let at most one of two neighbouring finite readings stand where nothing divides them."""
    result: list[VerbGroup] = []
    for group in groups:
        finite = [i for i, g in enumerate(result) if g.form is Form.FINITE]
        if group.form is not Form.FINITE or not finite:
            result.append(group)
            continue
        last = finite[-1]
        previous = result[last]
        if _has_boundary(tokens, previous.last, group.first):
            result.append(group)
            continue
        follows = tokens[previous.last].norm if previous.last < len(tokens) else ""
        if previous.certain and group.certain:
            result.append(group)  # "He said Kenya would send": a clause without "that"
        elif group.certain or (not previous.certain and follows in _PREPOSITIONS and previous.past):
            if previous.base in _CLAUSAL and group.certain:
                result.append(group)
            else:
                result[last] = _demote(previous) or result[last]
                result = [g for i, g in enumerate(result) if i != last or _demote(previous) is not None]
                result.append(group)
        elif previous.base in _CLAUSAL:
            result.append(group)
        else:
            demoted = _demote(group)
            if demoted is not None:
                result.append(demoted)
    return result


# Verbs that take a clause without "that": two finite verbs may follow each other.
_CLAUSAL = frozenset(
    "say tell add think believe hope know announce warn state note stress insist claim argue report estimate "
    "confirm explain promise suggest conclude write mean see show indicate feel understand pledge reveal".split()
)


def _demote(group: VerbGroup) -> VerbGroup | None:
    """Return the non-finite reading of an ambiguous form, or None where it is a noun."""
    if group.past:
        return replace(group, form=Form.PARTICIPLE, passive=True)
    return None


def verb_groups(tokens: Sequence[Token], names: Sequence[Name]) -> list[VerbGroup]:
    """Return the verb groups of a sentence in order, infinitives linked to what governs them."""
    in_name = {i for n in names for i in range(n.first, n.last)}
    groups: list[VerbGroup] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        group: VerbGroup | None = None
        if at in in_name or not (token.word or token.norm in ("'s",)):
            at += 1
            continue
        if token.text == "May" and at:
            at += 1
            continue
        if token.norm in _AUXILIARIES or token.norm in _NEGATED_AUX:
            group = _auxiliary_group(tokens, at)
        elif token.norm in CONTRACTED:
            group = _contraction(tokens, at)
        elif token.norm == "to":
            group = _infinitive(tokens, at)
        elif token.norm not in _PREPOSITIONS and token.norm not in _DETERMINERS:
            group = _bare_group(tokens, at, in_name)
        if group is None:
            at += 1
            continue
        groups.append(group)
        at = max(group.last, at + 1)
    return _govern(tokens, _settle(tokens, groups))


def _contraction(tokens: Sequence[Token], at: int) -> VerbGroup | None:
    tail = tokens[at].norm.rsplit("'", 1)[-1]
    follow = verb_reading(tokens[at + 1].norm) if at + 1 < len(tokens) else None
    if tail == "ll":
        base = follow.base if follow and follow.present else "will"
        last = at + 2 if follow and follow.present else at + 1
        return VerbGroup(at, last, last - 1, base, Form.FINITE, modal="will")
    if tail == "ve" and follow and follow.participle:
        return VerbGroup(at, at + 2, at + 1, follow.base, Form.FINITE, perfect=True, past=True)
    if tail in ("s", "re", "m") and follow and follow.gerund:
        return VerbGroup(at, at + 2, at + 1, follow.base, Form.FINITE, progressive=True)
    return VerbGroup(at, at + 1, at, "be" if tail in ("s", "re", "m") else "have" if tail == "ve" else "would", Form.FINITE)


def _govern(tokens: Sequence[Token], groups: list[VerbGroup]) -> list[VerbGroup]:
    """Link each infinitive to the group before it, through coordination too; mark "is to", "have yet to"."""
    result: list[VerbGroup] = []
    for group in groups:
        if group.form is Form.INFINITIVE and result:
            governor = len(result) - 1
            between = tokens[result[governor].last : group.first]
            if result[governor].form is Form.INFINITIVE and between and between[-1].norm in ("and", "or", ",") and result[governor].governor is not None:
                governor = result[governor].governor
            group = replace(group, governor=governor)
        elif result and result[-1].passive and result[-1].form is Form.FINITE and group.past and not group.perfect and group.last == group.first + 1 and tokens[group.first - 1].norm == "and":
            group = replace(group, form=Form.FINITE, passive=True)  # "was authorised in March and enlarged in May"
        elif group.form is Form.FINITE and result and not group.certain and not group.past:
            before = tokens[group.first - 1].norm if group.first else ""
            if before in ("and", "or", ",") and result[-1].form is Form.INFINITIVE:
                group = replace(group, form=Form.INFINITIVE, governor=result[-1].governor)
        result.append(group)
    return result
