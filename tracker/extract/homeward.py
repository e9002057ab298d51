"""Level 4: whether a clause says that people go home, or are taken there."""

from __future__ import annotations

from tracker.extract.clauses import Clause
from tracker.extract.evidence import Places, verb_words, words_among
from tracker.extract.lexicon import section
from tracker.extract.reading import Parsed

_VERBS = section("sending", "verbs")
_HOMEWARD = frozenset(["go", "come", "fly", "head", "bring", "take", "send"])
_PARTICLES = frozenset(["home", "back", "off"])
_TAKEN_HOME = frozenset(["take", "bring", "fly", "send", "order"])


def with_particle(parsed: Parsed, clause: Clause) -> Places:
    """Return the verb that takes people home, with the word that says so: "fly", "home"."""
    particles = words_among(parsed, _PARTICLES, clause.verb.last, clause.end)
    return (*verb_words(parsed, clause), *particles[:1])


def goes_home(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether the people who are the clause's subject leave."""
    verb = clause.verb
    after = parsed.norms(verb.last, verb.last + 4)
    if verb.base in ("leave", "depart") and "for" in after[:3] and "home" not in after:
        return False  # "left for Haiti"
    if verb.base in _VERBS["leaving"] or (verb.base in _HOMEWARD and "home" in after):
        return True
    if verb.base in ("go", "arrive", "fly", "come", "land", "be") and after[:1] == ["back"]:
        return True
    return verb.passive and verb.base in _VERBS["withdrawn"]


def takes_home(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether the people who are the clause's object are taken home or called off."""
    tail = parsed.norms(clause.verb.last, clause.end)
    base = clause.verb.base
    return (
        (base in _TAKEN_HOME and "home" in tail)
        or base == "cancel"
        or (base == "call" and tail[:1] == ["off"])
    )
