"""Level 4: people told of by their place: beside others, behind "by", before a relative clause."""

from __future__ import annotations

from tracker.extract.clauses import Clause
from tracker.extract.contingents import SENDERS, Governed, Group, status_told
from tracker.extract.evidence import verb_words
from tracker.extract.lexicon import section
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form
from tracker.vocab import DeploymentStatus

_VERBS = section("sending", "verbs")
_GIVING_UP = _VERBS["offered"] | _VERBS["sending"]
_RELATIVES: tuple[list[str], ...] = ([], ["that"], ["which"], ["whom"], [",", "which"])


def reinforcing(parsed: Parsed, group: Group) -> Governed | None:
    """Read those who come behind a passive: "they were joined by 24 Jamaicans"."""
    for clause in parsed.clauses:
        if not clause.verb.passive or clause.verb.base not in _VERBS["reinforcing"]:
            continue
        if "by" not in parsed.norms(max(clause.verb.last, group.first - 3), group.first):
            continue
        status = status_told(parsed, clause)
        if status is not None:
            return Governed(status, None, clause, f"reinforcing-{clause.verb.base}", 0.75)
    return None


def beside(parsed: Parsed, clause: Clause, group: Group) -> Governed | None:
    """Read people of their own contributor who are joined, or got: "joining 4,500 Ugandans"."""
    if group.contributor is None or clause.verb.passive:
        return None
    if clause.verb.base == "join":
        return Governed(DeploymentStatus.DEPLOYED, None, None, "joined", 0.7, verb_words(parsed, clause))
    status = status_told(parsed, clause) if clause.verb.base in _VERBS["getting"] else None
    return Governed(status, None, clause, f"got-{clause.verb.base}", 0.7) if status is not None else None


def precedes(parsed: Parsed, group: Group, clause: Clause) -> bool:
    """Tell whether a group goes before a counted subject: "325 Australians and 150 police landed"."""
    start = clause.subject[0]
    if start >= clause.subject[1] or group.last != start - 1 or parsed.norms(group.last, start) != ["and"]:
        return False
    return any(first == start for first, _last, _m in parsed.counts)


def is_relative_to(parsed: Parsed, clause: Clause, group: Group) -> bool:
    """Tell whether the clause's object is the group before it: "the troops that Kenya sent"."""
    verb, subject = clause.verb, clause.subject
    if any(group.first < first < group.last for first, _last, _m in parsed.counts):
        return False  # "383 of the 1,000 officers it promised": it promised the 1,000
    if verb.first <= group.last or verb.form is not Form.FINITE or verb.passive:
        return False
    if _is_contact_clause(parsed, clause, group):
        return True
    if subject[0] < group.last or subject[0] >= subject[1]:
        return False
    if parsed.norms(group.last, subject[0]) not in _RELATIVES:
        return False
    reach = 0 if parsed.norms(verb.last, verb.last + 1) == [","] else 2
    return not any(verb.last <= first < verb.last + reach for first, _last, _m in parsed.counts)


def _is_contact_clause(parsed: Parsed, clause: Clause, group: Group) -> bool:
    """Tell whether a clause without a pronoun follows a group: "the 500 soldiers Rwanda has promised"."""
    verb, subject = clause.verb, clause.subject
    if not subject[0] <= group.first < group.last <= subject[1]:
        return False
    name = next((n for n in parsed.names if n.begin == group.last and n.last == verb.first), None)
    return name is not None and name.kind in SENDERS and verb.base in _GIVING_UP
