"""Level 4: what governs a counted group of people: the verb, noun or list that says who sends them."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.extract.beside import beside, is_relative_to, precedes, reinforcing
from tracker.extract.clauses import Clause
from tracker.extract.contingents import (
    SENDERS,
    Governed,
    Group,
    Memory,
    contributor_of,
    is_larger_figure,
)
from tracker.extract.discourse import Actor, Discourse
from tracker.extract.evidence import verb_words
from tracker.extract.item_lists import labelled, listed, respective
from tracker.extract.lexicon import section
from tracker.extract.modality import Sense, sense
from tracker.extract.moved import as_subject
from tracker.extract.nominals import nominal
from tracker.extract.reading import Parsed
from tracker.extract.sent import as_object
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, AliasKind, DeploymentStatus

_VERBS = section("sending", "verbs")
_NOUNS = section("sending", "nouns")
_PARLIAMENTS = section("events", "steps")["parliaments"]
_GIVING_UP = _VERBS["offered"] | _VERBS["sending"]
_CARRIED_ON = _GIVING_UP | _VERBS["keeping"] | {"have", "put"}


class Senders:
    """Reads what governs the groups of one article."""

    def __init__(self, discourse: Discourse, memory: Memory) -> None:
        self.discourse = discourse
        self.memory = memory

    def governed(self, parsed: Parsed, group: Group) -> Governed | None:
        """Return what the words around a group say of it, None where they say nothing of sending."""
        return (
            respective(parsed, group)
            or reinforcing(parsed, group)
            or labelled(parsed, group)
            or self._elliptic(parsed, group)
            or self._aboard(parsed, group)
            or self._object_relative(parsed, group)
            or nominal(parsed, group, self.discourse)
            or self._verbal(parsed, group)
            or listed(parsed, group, self.memory)
        )

    def subject(self, parsed: Parsed, clause: Clause) -> Actor | None:
        """Return the first actor of a clause's subject that can send people."""
        if clause.subject[0] >= clause.subject[1]:
            return None
        found = self.discourse.actors(parsed, *clause.subject)
        return next((a for a in found if a.state is not None), None) or _parliament_in(parsed, clause)

    def _agent(self, parsed: Parsed, clause: Clause) -> Actor | None:
        for i in range(clause.verb.last, min(clause.end, clause.verb.last + 10)):
            if parsed.tokens[i].norm == "by":
                found = self.discourse.actors(parsed, i + 1, min(clause.end, i + 6))
                if found:
                    return found[0]
        return None

    def _verbal(self, parsed: Parsed, group: Group) -> Governed | None:
        """Read a group as the subject or the object of a verb of sending."""
        if is_larger_figure(parsed, group):
            return None
        for clause in self._clauses_of_subject(parsed, group):
            found = self.as_subject(parsed, clause)
            if found is not None:
                return found
        for clause in reversed(parsed.clauses):
            if not clause.verb.last <= group.first < max(clause.end, clause.verb.last + 1):
                continue
            found = beside(parsed, clause, group) or self.as_object(parsed, clause)
            if found is not None:
                return found
            if clause.verb.form is Form.FINITE and clause.verb.base not in ("be", "have"):
                return None
            if sense(parsed, parsed.clauses, clause.index) is Sense.NEGATED:
                return None  # "cancelled plans to send 340": what governs the sending says nothing more
        return None

    @staticmethod
    def _clauses_of_subject(parsed: Parsed, group: Group) -> Iterator[Clause]:
        for clause in parsed.clauses:
            inside = clause.subject[0] <= group.first < clause.subject[1] or precedes(parsed, group, clause)
            inside = inside or (group.several and clause.subject[0] < group.last <= clause.subject[1])
            if inside and clause.verb.first >= group.last - 1 and clause.verb.form is not Form.PARTICIPLE:
                yield clause

    def as_subject(self, parsed: Parsed, clause: Clause) -> Governed | None:
        """Return what a clause says of the people who are its subject."""
        return as_subject(parsed, clause, self._agent(parsed, clause) if clause.verb.passive else None)

    def as_object(self, parsed: Parsed, clause: Clause) -> Governed | None:
        """Return what a clause says of the people who are its object."""
        return as_object(parsed, clause, self.subject(parsed, clause))

    def _object_relative(self, parsed: Parsed, group: Group) -> Governed | None:
        """Read "the 8,000 troops that Prabowo offered", "420 men promised by South Korea"."""
        for clause in parsed.clauses:
            verb = clause.verb
            if verb.first == group.last and verb.form is Form.PARTICIPLE and verb.base in _GIVING_UP:
                agent = self._agent(parsed, clause)
                if agent is not None:
                    offered = verb.base in _VERBS["offered"]
                    status = DeploymentStatus.OFFERED if offered else DeploymentStatus.DEPLOYED
                    said = verb_words(parsed, clause)
                    return Governed(status, agent, None, "participle-by", 0.75, said)
            if not is_relative_to(parsed, clause, group):
                continue
            found = self.as_object(parsed, clause)
            gone = self._gone_since(parsed, group, clause)
            if found is not None and found.contributor is not None and gone is not None:
                return gone._replace(contributor=found.contributor)
            if found is not None and found.contributor is not None:
                said = found.status_words(parsed)
                return Governed(found.status, found.contributor, None, "object-relative", 0.75, said)
        return None

    def _gone_since(self, parsed: Parsed, group: Group, relative: Clause) -> Governed | None:
        """Return what says that people left whom a relative clause describes: "the 270 that … have left"."""
        for clause in parsed.clauses[relative.index + 1 :]:
            if clause.subject[0] <= group.first < clause.subject[1]:
                found = self.as_subject(parsed, clause)
                if found is not None and found.status is DeploymentStatus.WITHDRAWN:
                    return found
        return None

    def _elliptic(self, parsed: Parsed, group: Group) -> Governed | None:
        """Read a count that goes on with the verb before: "…, the Bahamas 150 and Benin 2,000".

        Behind a preposition it goes on with that too: "put its name to 1,000 and Chad to 500".
        """
        at = group.first
        if parsed.norms(at - 1, at) in (["to"], ["with"]):
            at -= 1
        name = next((n for n in parsed.names if n.last == at and n.kind in SENDERS), None)
        if name is None or name.alias is AliasKind.ADJECTIVE:
            return None
        if any(name.first == c.verb.last for c in parsed.clauses):
            return None
        for clause in reversed(parsed.clauses):
            goes_on = at == group.first or parsed.tokens[at].norm in parsed.norms(
                clause.verb.last, name.begin
            )
            if clause.verb.first < name.begin and goes_on and clause.verb.base in _CARRIED_ON:
                found = self.as_object(parsed, clause)
                if found is not None:
                    actors = self.discourse.actors(parsed, name.begin, name.last)
                    actor, said = actors[0] if actors else None, found.status_words(parsed)
                    return Governed(found.status, actor, clause, "elliptic", 0.7, said)
        return None

    def _aboard(self, parsed: Parsed, group: Group) -> Governed | None:
        """Read "the German frigate Hessen, with 240 sailors on board, sailed on 8 February"."""
        if not _has_aboard(parsed, group):
            return None
        for clause in parsed.clauses:
            states = [
                n for n in parsed.names if n.kind is ActorKind.STATE and n.alias is not AliasKind.CAPITAL
            ]
            first, last = clause.subject
            name = next((n for n in states if first <= n.first < last), None)
            found = self.as_subject(parsed, clause) if name is not None else None
            if name is not None and found is not None:
                ship = contributor_of(parsed, name.first, name.last)
                said = found.status_words(parsed)
                return Governed(found.status, ship, clause, "aboard", 0.7, said)
        return None


def _parliament_in(parsed: Parsed, clause: Clause) -> Actor | None:
    """Return the state of "lawmakers in El Salvador"."""
    first, last = clause.subject
    if _PARLIAMENTS.isdisjoint(parsed.norms(first, last)):
        return None
    for name in parsed.names:
        inside = first <= name.first < last and name.kind is ActorKind.STATE
        if inside and parsed.norms(name.begin - 1, name.begin) in (["in"], ["of"]):
            return contributor_of(parsed, name.first, name.last)
    return None


def _has_aboard(parsed: Parsed, group: Group) -> bool:
    """Tell whether people are those on a ship or plane: "with 240 sailors on board", "a crew of 240"."""
    behind, before = parsed.norms(group.last, group.last + 2), parsed.norms(group.first - 2, group.first)
    return behind[:1] == ["aboard"] or behind == ["on", "board"] or before == ["crew", "of"]
