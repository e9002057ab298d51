"""Level 4: people whom nobody sends, whatever else they do: the killed, displaced, trained or voting."""

from __future__ import annotations

from tracker.extract.clauses import Clause
from tracker.extract.contingents import Draft, Group
from tracker.extract.lexicon import section
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form

_VICTIMS = section("sending", "victims")
_FRONTS = section("sending", "nouns")["fronts"]
_SENDING = section("sending", "verbs")["sending"] | section("sending", "verbs")["offered"]


def are_victims(parsed: Parsed, group: Group) -> bool:
    """Tell whether people are killed, displaced, trained or voting: whatever they do, nobody sends them."""
    if group.noun == "civilians" and _are_sent(parsed, group):
        return False
    following = parsed.norms(group.last, group.last + 3)
    if group.noun in _VICTIMS["nouns"] or _VICTIMS["nouns"] & set(following[:1]):
        return True
    if "suspected" in following or "accused" in following:
        return True
    return any(_suffers(clause, group) for clause in parsed.clauses if clause.verb.base in _VICTIMS["verbs"])


def _are_sent(parsed: Parsed, group: Group) -> bool:
    """Tell whether civilians are the object of a verb of sending: "Sweden supplies 80 civilians"."""
    return any(
        clause.verb.base in _SENDING and 0 <= group.first - clause.verb.last <= 1 for clause in parsed.clauses
    )


def _suffers(clause: Clause, group: Group) -> bool:
    if clause.subject[0] <= group.first < clause.subject[1] and clause.verb.form is not Form.GERUND:
        return True
    if clause.verb.form is Form.INFINITIVE or clause.verb.base in _VICTIMS["object_too"]:
        return False
    return clause.verb.last <= group.first < clause.end


def is_at_the_front(draft: Draft) -> bool:
    """Tell whether people are sent to fight: "across the border", "along the front"."""
    clause = draft.clause
    if clause is None:
        return False
    return not _FRONTS.isdisjoint(draft.parsed.norms(clause.verb.last, clause.end))
