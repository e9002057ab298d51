"""Level 3: verb groups that an auxiliary, a contraction or "to" opens: "has been sent", "he'll", "to go"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tracker.extract.interposed import interposed
from tracker.extract.lexicon import VerbForm, verb_forms, verb_reading, words
from tracker.extract.tokens import Token
from tracker.extract.verb_group import Form, VerbGroup

_ADVERBS = words("words", "adverbs")
_MODALS = words("words", "modals")
_BE = words("words", "be")
_HAVE = words("words", "have")
_DO = words("words", "do")
_NEGATED = frozenset(w for w in words("words", "negations") if w.endswith("n't") or w == "cannot")
_NEGATING = frozenset({"not", "never", "n't", "hardly"})
_INNER = _ADVERBS | _NEGATING | {"all", "both", "each", "to-date"}
_PAST = words("words", "past_auxiliaries")
OPENING = words("words", "auxiliaries") | _NEGATED
# "it's", "they've": a pronoun and an auxiliary in one token ("isn't" is an auxiliary itself).
CONTRACTED = frozenset(w for w in words("words", "contractions") if not w.endswith(("n't", "ain't"))) | {
    "let's"
}


class _Chain(NamedTuple):
    """The auxiliaries of a group in order, where they end, and whether one is negated."""

    words: list[str]
    end: int
    negated: bool


def _chain(tokens: Sequence[Token], first: int) -> _Chain:
    found: list[str] = []
    negated = False
    at = first
    while at < len(tokens):
        norm = tokens[at].norm
        if norm in OPENING or (norm == "'s" and at == first):
            negated |= norm in _NEGATED
            found.append(norm)
        elif norm in _NEGATING:
            negated = True
        else:
            behind = interposed(tokens, at)
            if behind > at and _goes_on(tokens, behind, found):
                at = behind
                continue
            if norm not in _INNER:
                break
        at += 1
    while at > first + 1 and tokens[at - 1].norm in _ADVERBS and tokens[at - 1].norm != "yet":
        if at < len(tokens) and verb_reading(tokens[at].norm) is not None:
            break
        at -= 1
    return _Chain(found, at, negated)


def _goes_on(tokens: Sequence[Token], at: int, found: Sequence[str]) -> bool:
    """Tell whether the group goes on at ``at``, behind a phrase set in after the auxiliaries ``found``."""
    if at >= len(tokens) or not found:
        return False
    norm = tokens[at].norm
    if norm in OPENING:
        return found[-1] in _HAVE | _MODALS and norm in ("be", "been", "have")
    reading = verb_reading(norm)
    modal = next((w for w in found if w in _MODALS), None)
    return reading is not None and _fits(found, reading, modal)


def _main_verb(tokens: Sequence[Token], first: int, at: int) -> VerbForm | None:
    """Return the reading of the word behind the auxiliaries, where it can be their verb."""
    if at >= len(tokens) or not tokens[at].word:
        return None
    if tokens[at].cap and at > first and tokens[at].norm not in verb_forms():
        return None
    return verb_reading(tokens[at].norm)


def auxiliary_group(tokens: Sequence[Token], first: int) -> VerbGroup:
    """Return the group that the auxiliary at ``first`` opens."""
    chain = _chain(tokens, first)
    modal = next((w for w in chain.words if w in _MODALS), None)
    has_have = any(w in _HAVE for w in chain.words)
    reading = _main_verb(tokens, first, chain.end)
    whole = reading is not None and _fits(chain.words, reading, modal)
    end = chain.end + 1 if whole else _end_alone(tokens, first, chain.end)
    be = whole and chain.words[-1] in _BE
    return VerbGroup(
        first,
        end,
        end - 1,
        reading.base if whole and reading else _base_alone(chain.words[-1]),
        _form(chain.words[0]),
        passive=bool(be and reading and reading.participle),
        negated=chain.negated,
        modal=modal,
        perfect=has_have and (whole or len(chain.words) > 1 + (modal is not None)),
        past=chain.words[0] in _PAST or (has_have and modal is None),
        progressive=bool(be and reading and not reading.participle),
    )


def _fits(auxiliaries: Sequence[str], reading: VerbForm, modal: str | None) -> bool:
    """Tell whether a form can follow its auxiliaries: "was sent", "has gone", "will go", but not "was of"."""
    last = auxiliaries[-1]
    if last in _BE:
        return reading.participle or reading.gerund
    if last in _HAVE:
        return reading.participle
    bare = not any(w in _HAVE or w in _BE for w in auxiliaries)
    return bare and reading.present and (modal is not None or last in _DO)


def _form(opening: str) -> Form:
    if opening in ("being", "having"):
        return Form.GERUND
    return Form.PARTICIPLE if opening in ("be", "been") else Form.FINITE


def _end_alone(tokens: Sequence[Token], first: int, end: int) -> int:
    """Return where a group ends with no verb behind its auxiliaries: before its adverbs."""
    while end > first + 1 and tokens[end - 1].norm in _ADVERBS and tokens[end - 1].norm != "yet":
        end -= 1
    return end


def _base_alone(word: str) -> str:
    """Return the base form of an auxiliary that is the verb itself."""
    return "be" if word in _BE else "have" if word in _HAVE else "do" if word in _DO else word


def infinitive(tokens: Sequence[Token], at: int) -> VerbGroup | None:
    """Return the infinitive that "to" at ``at`` opens, if it does."""
    i = at + 1
    while i < len(tokens) and tokens[i].norm in _INNER:
        i += 1
    if i >= len(tokens):
        return None
    if tokens[i].norm in ("be", "have"):
        return replace(auxiliary_group(tokens, i), first=at, form=Form.INFINITIVE, past=False)
    reading = verb_reading(tokens[i].norm)
    if reading is None or not reading.present:
        return None
    negated = any(t.norm in ("not", "never") for t in tokens[max(0, at - 1) : i])
    return VerbGroup(at, i + 1, i, reading.base, Form.INFINITIVE, negated=negated)


def contraction(tokens: Sequence[Token], at: int) -> VerbGroup:
    """Return the group that "it's", "they've", "we'll" opens."""
    tail = tokens[at].norm.rsplit("'", 1)[-1]
    follow = verb_reading(tokens[at + 1].norm) if at + 1 < len(tokens) else None
    whole = VerbGroup(at, at + 2, at + 1, follow.base if follow else "", Form.FINITE)
    if tail == "ll":
        alone = VerbGroup(at, at + 1, at, "will", Form.FINITE)
        return replace(whole if follow and follow.present else alone, modal="will")
    if tail == "ve" and follow and follow.participle:
        return replace(whole, perfect=True, past=True)
    if tail in ("s", "re", "m") and follow and follow.gerund:
        return replace(whole, progressive=True)
    base = "be" if tail in ("s", "re", "m") else "have" if tail == "ve" else "would"
    return VerbGroup(at, at + 1, at, base, Form.FINITE)
