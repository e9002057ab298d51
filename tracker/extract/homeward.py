"""Level 4: whether a clause says that people go home, or are taken there."""

from __future__ import annotations

from tracker.extract.clauses import Clause
from tracker.extract.evidence import Places, verb_words, words_among
from tracker.extract.lexicon import section
from tracker.extract.reading import Parsed
from tracker.extract.verb_group import VerbGroup
from tracker.vocab import ActorKind

_VERBS = section("sending", "verbs")
_WAYS = section("sending", "homeward")
_PARTICLES = _WAYS["particles"]
_INTO = (["at"], ["in"], ["to"], ["into"], ["back"])
_REACH = 5  # tokens behind a verb in which "home" stands


def with_particle(parsed: Parsed, clause: Clause) -> Places:
    """Return the verb that takes people home, with the word that says so: "fly", "home"."""
    particles = words_among(parsed, _PARTICLES, clause.verb.last, clause.end)
    return (*verb_words(parsed, clause), *particles[:1])


def goes_home(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether the people who are the clause's subject leave."""
    verb = clause.verb
    after = parsed.norms(verb.last, verb.last + _REACH)
    if verb.base in ("leave", "depart") and "for" in after[:3] and "home" not in after:
        return False  # "left for Haiti"
    if verb.base in _VERBS["leaving"] or (verb.base in _WAYS["going"] and _names_home(verb, after)):
        return True
    if verb.base in _WAYS["coming_back"] and after[:1] == ["back"]:
        return True
    if verb.passive:
        return verb.base in _VERBS["withdrawn"] or (verb.base in _WAYS["taking"] and _is_out(after))
    if verb.base == "be" and after[:1] == ["gone"]:
        return True
    return (verb.base in _WAYS["going_out"] and _is_out(after)) or _takes_leave(verb, after)


def _takes_leave(verb: VerbGroup, after: list[str]) -> bool:
    return verb.base == "take" and after[:1] == ["leave"]


def _names_home(verb: VerbGroup, after: list[str]) -> bool:
    """Tell whether "home" is where a verb goes: "go home", "are due home", not "are set to go home"."""
    reach = 2 if verb.base == "be" else _REACH
    return "home" in after[:reach] and "to" not in after[: after.index("home")]


def _is_out(after: list[str]) -> bool:
    """Tell whether the words behind a verb say that its people leave: "out", "away", "out of Goma"."""
    return after[:1] in (["out"], ["away"]) and after[1:2] not in (["to"], ["for"])


def takes_home(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether the people who are the clause's object are taken home or called off."""
    tail = parsed.norms(clause.verb.last, clause.end)
    base = clause.verb.base
    return (
        (base in _WAYS["taking"] and ("home" in tail or "back" in tail))
        or base == "cancel"
        or (base == "rotate" and tail[:1] == ["out"])
        or (base == "call" and tail[:1] == ["off"])
    )


def comes_back_to(parsed: Parsed, clause: Clause, host: str | None) -> bool:
    """Tell whether people come back to the mission: "soldiers returned to Dili", its ``host``'s capital."""
    if clause.verb.base != "return" or clause.verb.passive or host is None:
        return False
    at = clause.verb.last
    return any(
        n.kind is ActorKind.STATE and n.state == host and n.begin == at + 1 for n in parsed.names
    ) and parsed.norms(at, at + 1) == ["to"]


def is_at_home(parsed: Parsed, clause: Clause, state: str | None) -> bool:
    """Tell whether a clause says that people come to their own country: "arrived at Nairobi airport"."""
    at = clause.verb.last
    names = (n for n in parsed.names if n.kind is ActorKind.STATE and at <= n.begin < clause.end)
    return any(n.state == state and parsed.norms(n.begin - 1, n.begin) in _INTO for n in names)
