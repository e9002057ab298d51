"""Level 4: people whose sender stands with them and whom no word of sending governs: "57 Kenyan police sat".

In an article on a mission they are its people, unless something says otherwise; the tense tells where they
are.
"""

from __future__ import annotations

from tracker.extract.clauses import Clause
from tracker.extract.contingents import Governed, Group, status_told
from tracker.extract.evidence import verb_words
from tracker.extract.lexicon import section
from tracker.extract.moved import on_an_errand
from tracker.extract.reading import Parsed
from tracker.vocab import DeploymentStatus, Unit

_VERBS = section("sending", "verbs")
RULE = "told-of"
_CONFIDENCE = 0.6


def told_of(parsed: Parsed, group: Group) -> Governed | None:
    """Return what stands of people whose contributor is named with them, by the clause that they stand in."""
    if group.contributor is None or group.count is None or group.unit is Unit.UNKNOWN:
        return None
    clause = _clause_of(parsed, group)
    if clause is None:
        people = (parsed.span(group.first, group.last),)  # no other word says where they are
        return Governed(DeploymentStatus.DEPLOYED, None, None, RULE, _CONFIDENCE, people)
    status = status_told(parsed, clause)
    if status is None or on_an_errand(parsed, clause):
        return None
    if clause.verb.base in _VERBS["allowing"]:
        status = DeploymentStatus.APPROVED
    if "home" in parsed.norms(clause.verb.first, clause.end) or clause.verb.base in _VERBS["leaving"]:
        status = DeploymentStatus.WITHDRAWN
    return Governed(status, None, clause, RULE, _CONFIDENCE, verb_words(parsed, clause))


def _clause_of(parsed: Parsed, group: Group) -> Clause | None:
    """Return the clause that a group is the subject of, else the last one that begins before it."""
    subject = next((c for c in parsed.clauses if c.subject[0] <= group.first < c.subject[1]), None)
    if subject is not None:
        return subject
    before = [c for c in parsed.clauses if c.verb.last <= group.first < c.end]
    return before[-1] if before else None
