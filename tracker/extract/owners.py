"""Level 5: whose people a count means where its own words do not say: "its 180 soldiers", "another 75"."""

from __future__ import annotations

from tracker.extract.clauses import Clause
from tracker.extract.contingents import Governed, Group, Memory, contributor_of
from tracker.extract.discourse import Actor
from tracker.extract.lexicon import section
from tracker.extract.names import Name
from tracker.extract.reading import Parsed, Reading
from tracker.extract.senders import Senders
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, AliasKind, DeploymentStatus, Unit

_NOUNS = section("sending", "nouns")
_MEMORY = 3  # sentences for which a contributor is the one that "another 75" goes on with
_PLACE_NAMES = (AliasKind.CAPITAL, AliasKind.NAME)
_OFFICES = frozenset({"minister", "president", "premier", "chancellor", "secretary"})
_COUNTRY = (["the", "country"], ["the", "nation"], ["the", "government"])
_POSSESSIVES = frozenset({"its", "his", "her", "their"})


class Owners:
    """Finds the contributor of people in one article; ``host`` sends nobody."""

    def __init__(self, reading: Reading, senders: Senders, memory: Memory, host: str | None) -> None:
        self.reading = reading
        self.senders = senders
        self.memory = memory
        self.host = host

    def find(self, parsed: Parsed, group: Group, governed: Governed) -> Actor | None:
        """Return the contributor of a group that names none, None where nothing says it."""
        if governed.rule in ("enumerated", "besides"):
            told = self.memory.draft.claim.contributor if self.memory.draft is not None else None
            return Actor(told.name, told.kind, told.span, told.name) if told is not None else None
        at = _possessive(parsed, group)
        known = self._the_country(parsed, group, governed) or _from_where(parsed, governed, self.host)
        if known is not None:
            return known
        owned = self._owner(parsed, at) if at is not None else self._announcer(parsed, group, governed)
        if owned is not None:
            return owned
        if at is None and parsed.norms(group.last - 2, group.last) == ["of", "them"]:
            before = self._subject_of_sentence_before(parsed)
            if before is not None and before.kind is ActorKind.STATE and before.state != self.host:
                where = parsed.span(group.last - 1, group.last)
                return Actor(before.name, ActorKind.STATE, where, before.state)
        if at is not None and parsed.index - self.memory.heard > 1:
            return None  # "its" means somebody else
        leaves = governed.status is DeploymentStatus.WITHDRAWN and self.memory.heard == parsed.index
        goes_on = _goes_on(parsed, group) and parsed.index - self.memory.heard <= _MEMORY
        return self.memory.contributor if leaves or goes_on else None

    def is_the_missions(self, parsed: Parsed, group: Group) -> bool:
        """Tell whether "its 40 monitors" are those of a mission."""
        at = _possessive(parsed, group)
        if at is None:
            return False
        name = _subject_before(parsed, at) or self._subject_of_sentence_before(parsed)
        return name is not None and name.kind is None

    def _the_country(self, parsed: Parsed, group: Group, governed: Governed) -> Actor | None:
        """Return the contributor told of before that "the country had promised 1,000" means."""
        clause = governed.clause
        if clause is None or clause.verb.last > group.first or parsed.index - self.memory.heard > 1:
            return None
        return self.memory.contributor if parsed.norms(*clause.subject) in _COUNTRY else None

    def _owner(self, parsed: Parsed, at: int) -> Actor | None:
        """Return whom "its" at token ``at`` means: who says so, else the subject before it."""
        for clause in reversed(parsed.clauses):
            if clause.verb.base in _NOUNS["saying"] and clause.verb.last <= at:
                return self._sender(parsed, clause)
        name = _subject_before(parsed, at) or self._subject_of_sentence_before(parsed)
        if name is None or name.kind is not ActorKind.STATE or name.state == self.host:
            return None
        if any(name is n for n in parsed.names):
            return contributor_of(parsed, name.first, name.last)
        return Actor(name.name, ActorKind.STATE, parsed.span(at, at + 1), name.state)

    def _announcer(self, parsed: Parsed, group: Group, governed: Governed) -> Actor | None:
        """Return who speaks of people to come: "its minister promised that 127 gendarmes would serve"."""
        clause = governed.clause
        if clause is None or not clause.subject[0] <= group.first < clause.subject[1]:
            return None
        for other in (*reversed(parsed.clauses[: clause.index]), *parsed.clauses[clause.index + 1 :]):
            if other.relative:
                continue
            said = other.verb.base in _NOUNS["saying"] | _NOUNS["promising"]
            if said and other.verb.form is Form.FINITE and not other.verb.negated:
                actor = self._sender(parsed, other) or _speaks_in(parsed, other, self.host)
                return actor if actor is not None and actor.kind is not ActorKind.ORGANIZATION else None
        return None

    def _sender(self, parsed: Parsed, clause: Clause) -> Actor | None:
        actor = self.senders.subject(parsed, clause)
        sends = actor is not None and actor.state not in (self.host, None)
        return actor if sends and actor is not None and actor.kind is not ActorKind.OUTLET else None

    def _subject_of_sentence_before(self, parsed: Parsed) -> Name | None:
        """Return the state, body or mission that is the first subject of the sentence before."""
        if not parsed.index:
            return None
        return _subject_before(self.reading.parsed[parsed.index - 1], None)


def _speaks_in(parsed: Parsed, clause: Clause, host: str | None) -> Actor | None:
    """Return the state in whose capital an officer of it speaks: "the minister announced in Wellington"."""
    at = clause.verb.last
    if _OFFICES.isdisjoint(parsed.norms(*clause.subject)) or parsed.norms(at, at + 1) != ["in"]:
        return None
    for name in parsed.names:
        if name.begin == at + 1 and name.alias is AliasKind.CAPITAL and name.state != host:
            return contributor_of(parsed, name.first, name.last)
    return None


def _from_where(parsed: Parsed, governed: Governed, host: str | None) -> Actor | None:
    """Return the state that people come from: "23 federal police flew in from Canberra"."""
    clause = governed.clause
    if clause is None or governed.status is DeploymentStatus.WITHDRAWN:
        return None
    at = clause.verb.last + (parsed.norms(clause.verb.last, clause.verb.last + 1) == ["in"])
    if parsed.norms(at, at + 1) != ["from"]:
        return None
    for name in parsed.names:
        if name.begin == at + 1 and name.alias in _PLACE_NAMES and name.state != host:
            return contributor_of(parsed, name.first, name.last)
    return None


def _possessive(parsed: Parsed, group: Group) -> int | None:
    """Return where "its" or the like stands that owns a group: "its 180", "171 of its soldiers"."""
    places: list[int] = [group.first - 1, *range(group.first + 1, group.last)]
    for at in places:
        if at >= 0 and parsed.tokens[at].norm in _POSSESSIVES:
            return at
    return None


def _subject_before(parsed: Parsed, at: int | None) -> Name | None:
    """Return the last subject before token ``at`` that owns people: a state, a body, a mission."""
    end = len(parsed.tokens) if at is None else at
    found = None
    for clause in parsed.clauses:
        if clause.verb.form is not Form.FINITE or clause.verb.first >= end:
            continue
        first, last = clause.subject
        inside = [n for n in parsed.names if first <= n.first < min(last, end)]
        found = next((n for n in inside if n.kind is not ActorKind.PERSON), found)
    return found


def _goes_on(parsed: Parsed, group: Group) -> bool:
    """Tell whether a count goes on with the contributor named before: "another 75", "the first 200"."""
    if (group.count is not None and group.count.further) or group.unit is not Unit.UNKNOWN:
        return True
    if parsed.norms(0, 1) == ["of"]:
        return True  # "Of the 1,000 officers that Kenya promised, 383 have arrived"
    before = set(parsed.norms(group.first - 3, group.first))
    return bool(before & _NOUNS["going_on"]) or parsed.norms(group.last, group.last + 1) == ["more"]
