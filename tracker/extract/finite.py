"""Level 1: whether words are a clause. Asked of quotations before any name or clause has been read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tracker.extract.lexicon import VerbForm, verb_forms, words
from tracker.extract.tokens import Token

_AUXILIARIES = (words("words", "auxiliaries") | words("words", "modals")) - {"be", "been", "being"}
_ADVERBS = words("words", "adverbs")
_CONTRACTIONS = words("words", "contractions")
_CONTRACTED = words("words", "contracted")  # "that's" is two tokens
_PRONOUNS = words("words", "pronouns")
_SUBJECTS = frozenset({"i", "we", "they", "he", "she"})
_NOT_AFTER_SUBJECTS = words("words", "determiners") | words("words", "prepositions")
# Words before a noun; some of them stand before a verb just as well.
_BEFORE_NOUNS = _NOT_AFTER_SUBJECTS - {"that", "this", "these", "those", "all", "both"}
_NEGATIONS = words("words", "negations")
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose", "where"})
_OF_PEOPLE = frozenset({"who", "whose", "whom"})
_IMPERATIVES = frozenset({"do", "be", "have"})
_OF_TIME_OR_REASON = words("speech", "time_clause") | {
    "if",
    "unless",
    "until",
    "where",
    "wherever",
    "whenever",
}
_OPEN_PHRASES = (words("words", "determiners") | words("words", "prepositions")) - {
    "this",
    "that",
    "these",
    "those",
    "both",
    "all",
    "many",
    "most",
}
_OBJECTS = frozenset({"to", "the", "a", "an", "our", "their", "this", "it", "that"})


def has_finite_verb(tokens: Sequence[Token]) -> bool:
    """Tell whether some token is plainly a finite verb."""
    return any(_is_finite(tokens, at) for at in range(len(tokens)))


def is_relative_phrase(tokens: Sequence[Token]) -> bool:
    """Tell whether all finite verbs are in relative clauses: "a signal to all who play with fire".

    Only words that begin within a sentence are asked: "the men who …", not "The men who …".
    """
    if not tokens or tokens[0].cap:
        return False
    if tokens[0].norm not in _OPEN_PHRASES and not any(t.norm in _OF_PEOPLE for t in tokens[1:2]):
        return False  # "guests who have missed the last bus"
    relatives = sum(t.norm in _RELATIVES or t.norm in _OF_TIME_OR_REASON for t in tokens[1:])
    finite = [at for at in range(len(tokens)) if _is_finite(tokens, at)] if relatives else []
    groups = sum(not _same_group(tokens, one, other) for one, other in pairwise([-1, *finite]))
    return 0 < groups <= relatives


def _same_group(tokens: Sequence[Token], one: int, other: int) -> bool:
    """Tell whether two finite forms are one verb: "has never had"."""
    between = tokens[one + 1 : other]
    joined = all(t.norm in _ADVERBS or t.norm in _NEGATIONS for t in between)
    return one >= 0 and tokens[one].norm in _AUXILIARIES and joined


def _is_finite(tokens: Sequence[Token], at: int) -> bool:
    forms = verb_forms()
    norm = tokens[at].norm
    before = tokens[at - 1].norm if at else ""
    if norm in _CONTRACTIONS or norm in _AUXILIARIES or (norm == "'s" and before in _CONTRACTED):
        return True
    if before in _SUBJECTS and norm.isalpha() and norm not in _NOT_AFTER_SUBJECTS:
        return True
    reading = forms.get(norm)
    if reading is None or (tokens[at].cap and at > 0) or before in _BEFORE_NOUNS:
        return False
    if reading.past and reading.participle and before in ("and", ",", "or") and _is_noun_phrase(tokens):
        return False  # "a vigorous and coordinated response"
    if reading.past and reading.participle and _is_noun_phrase(tokens) and _has_agent(tokens, at):
        return False  # "a circus paid for by strangers"
    return reading.past or reading.third or _is_present(tokens, at, before, reading)


def _is_noun_phrase(tokens: Sequence[Token]) -> bool:
    """Tell whether words begin within a sentence, with an article."""
    return tokens[0].norm in ("a", "an", "the") and not tokens[0].cap


def _has_agent(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "by" stands right behind a form, past its preposition."""
    return any(t.norm == "by" for t in tokens[at + 1 : at + 3])


def _is_present(tokens: Sequence[Token], at: int, before: str, reading: VerbForm) -> bool:
    """Tell whether a base form is a finite verb here: plural, before an object, an imperative."""
    if not reading.present:
        return False
    following = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    if at == 0:  # "Send the police home", not "point of no return"
        return len(tokens) > 2 and following != "of" and (tokens[0].cap or following in _NOT_AFTER_SUBJECTS)
    if before in _PRONOUNS or before in ("please", "let"):
        return True
    if before in ("to", "and"):
        return False
    if following in _OBJECTS and before != "or":
        return True
    plural = len(before) > 3 and before.endswith("s")
    return plural and (at < 2 or tokens[at - 2].norm not in ("a", "an"))


def is_predicate(tokens: Sequence[Token]) -> bool:
    """Tell whether words lack their subject: "needs helicopters", "will not stand by", "continue to work"."""
    first = next((t for t in tokens if t.norm not in _ADVERBS and not t.norm.endswith("ly")), tokens[0])
    if first.cap or tokens[0].cap:
        return False
    if first.norm in _OF_PEOPLE or (first.norm in _AUXILIARIES and first.norm not in _IMPERATIVES):
        return True
    reading = verb_forms().get(first.norm)
    if reading is None:
        return False
    if reading.third or (reading.past and not reading.gerund):
        return True
    others = (at for at in range(len(tokens)) if tokens[at] is not first)
    return reading.present and not any(_is_finite(tokens, at) for at in others)


def is_adverbial(tokens: Sequence[Token]) -> bool:
    """Tell whether words are a clause of time or reason without the main one: "when the time is right"."""
    if tokens[0].cap or tokens[0].norm not in _OF_TIME_OR_REASON:
        return False
    return (
        not any(t.norm == "," for t in tokens)
        and sum(
            not _same_group(tokens, one, other)
            for one, other in pairwise([-1, *(at for at in range(len(tokens)) if _is_finite(tokens, at))])
        )
        <= 1
    )
