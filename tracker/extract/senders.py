"""Level 4: what governs a counted group of people: the verb, noun or list that says who sends them."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.extract.clauses import Clause
from tracker.extract.contingents import (
    SENDERS,
    Governed,
    Group,
    Memory,
    is_larger_figure,
    is_under_way,
    status_told,
)
from tracker.extract.discourse import Actor, Discourse
from tracker.extract.evidence import Places, verb_words, words_among
from tracker.extract.homeward import goes_home, takes_home, with_particle
from tracker.extract.item_lists import labelled, listed, respective
from tracker.extract.lexicon import section
from tracker.extract.modality import UNREAL, Sense, sense
from tracker.extract.nominals import nominal
from tracker.extract.reading import Parsed
from tracker.extract.strengths import present_place
from tracker.extract.verbs import Form
from tracker.vocab import AliasKind, DeploymentStatus

_VERBS = section("sending", "verbs")
_NOUNS = section("sending", "nouns")
_PARLIAMENTS = section("events", "steps")["parliaments"]
_GIVING_UP = _VERBS["offered"] | _VERBS["sending"]
_RELATIVES: tuple[list[str], ...] = ([], ["that"], ["which"], ["whom"], [",", "which"])


class Senders:
    """Reads what governs the groups of one article."""

    def __init__(self, discourse: Discourse, memory: Memory) -> None:
        self.discourse = discourse
        self.memory = memory

    def governed(self, parsed: Parsed, group: Group) -> Governed | None:
        """Return what the words around a group say of it, None where they say nothing of sending."""
        return (
            respective(parsed, group)
            or _reinforcing(parsed, group)
            or self._promised(parsed, group)
            or labelled(parsed, group)
            or self._elliptic(parsed, group)
            or self._object_relative(parsed, group)
            or nominal(parsed, group, self.discourse)
            or self._verbal(parsed, group)
            or listed(parsed, group, self.memory)
        )

    def subject(self, parsed: Parsed, clause: Clause) -> Actor | None:
        """Return the first actor of a clause's subject that can send people."""
        if clause.subject[0] >= clause.subject[1]:
            return None
        return next((a for a in self.discourse.actors(parsed, *clause.subject) if a.state is not None), None)

    def _agent(self, parsed: Parsed, clause: Clause) -> Actor | None:
        for i in range(clause.verb.last, min(clause.end, clause.verb.last + 10)):
            if parsed.tokens[i].norm == "by":
                found = self.discourse.actors(parsed, i + 1, min(clause.end, i + 6))
                if found:
                    return found[0]
        return None

    def _promised(self, parsed: Parsed, group: Group) -> Governed | None:
        """Read "has sent 383 of its promised 1,000 officers": the larger figure is still due."""
        before = parsed.norms(group.first - 2, group.first)
        at = group.first - 1
        if before[1:] == [] or before[1] not in _NOUNS["promised"] or before[0] not in _NOUNS["owners"]:
            at = group.last  # "of the 1,000 officers promised, Kenya has sent 400"
            opens = parsed.norms(0, 1) == ["of"] and parsed.norms(at + 1, at + 2) == [","]
            if not opens or parsed.tokens[at].norm not in _NOUNS["promised"]:
                return None
        governing = [c for c in reversed(parsed.clauses) if c.verb.first < group.first] or parsed.clauses
        subject = next((a for c in governing if (a := self.subject(parsed, c)) is not None), None)
        if subject is None:
            return None
        said = (parsed.span(at, at + 1),)
        return Governed(DeploymentStatus.OFFERED, subject, None, "promised", 0.7, said)

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
            found = _beside(parsed, clause, group) or self.as_object(parsed, clause)
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
            inside = clause.subject[0] <= group.first < clause.subject[1] or _precedes(parsed, group, clause)
            if inside and clause.verb.first >= group.last - 1 and clause.verb.form is not Form.PARTICIPLE:
                yield clause

    def as_subject(self, parsed: Parsed, clause: Clause) -> Governed | None:
        """Return what a clause says of the people who are its subject."""
        verb, base = clause.verb, clause.verb.base
        status = status_told(parsed, clause)
        if status is None or on_an_errand(parsed, clause):
            return None
        if goes_home(parsed, clause):
            said = with_particle(parsed, clause)
            return Governed(DeploymentStatus.WITHDRAWN, None, clause, f"leave-{base}", 0.8, said)
        if verb.passive and base in _GIVING_UP | _VERBS["approved"]:
            if base in _VERBS["approved"]:
                status = DeploymentStatus.APPROVED
            elif base not in _VERBS["sending"]:
                status = DeploymentStatus.OFFERED
            return Governed(status, self._agent(parsed, clause), clause, f"passive-{base}", 0.75)
        expected = verb.passive and base == "expect" and not clause.relative
        due = words_among(parsed, _NOUNS["due"], verb.last, verb.last + 3) if base == "be" else ()
        if expected or due:
            said = (*verb_words(parsed, clause), *due)
            return Governed(DeploymentStatus.OFFERED, None, clause, f"due-{base}", 0.75, said)
        if base == "be" and not present_place(parsed, clause):
            governed = next((c for c in parsed.clauses if c.verb.governor == clause.index), None)
            if governed is None or governed.verb.base not in _VERBS["moving"] | _VERBS["sending"]:
                return None
            said = verb_words(parsed, governed)
            return Governed(DeploymentStatus.OFFERED, None, clause, "move-be", 0.75, said)
        if base in _VERBS["moving"] | {"be", "leave", "depart", "rotate"}:
            return Governed(status, None, clause, f"move-{base}", 0.75)
        return None

    def as_object(self, parsed: Parsed, clause: Clause) -> Governed | None:
        """Return what a clause says of the people who are its object."""
        base = clause.verb.base
        meaning = sense(parsed, parsed.clauses, clause.index)
        if meaning in UNREAL:
            return None
        subject = self.subject(parsed, clause)
        made_ready = _made_ready(parsed, clause)
        if made_ready:
            said = (*verb_words(parsed, clause), *made_ready)
            return Governed(DeploymentStatus.OFFERED, subject, clause, f"offer-{base}", 0.75, said)
        if takes_home(parsed, clause):
            said = with_particle(parsed, clause)
            return Governed(DeploymentStatus.WITHDRAWN, subject, clause, f"home-{base}", 0.75, said)
        for key, status, confidence in _OBJECT_STATUS:
            if base in _VERBS[key]:
                return Governed(status, subject, clause, f"{_RULE[key]}-{base}", confidence)
        if base == "lead" and "with" not in parsed.norms(clause.verb.last, clause.verb.last + 3):
            return None
        if base in _VERBS["sending"]:
            alone = clause.verb.form is Form.INFINITIVE and clause.verb.governor is None
            sent = meaning is Sense.FACT and not alone and not is_under_way(clause)
            sent = sent and not _only_bound(parsed, clause)
            status = DeploymentStatus.DEPLOYED if sent else DeploymentStatus.OFFERED
            said = verb_words(parsed, clause)
            deciding = _deciding(parsed, clause)
            if deciding is not None:
                status, said = DeploymentStatus.APPROVED, (*verb_words(parsed, deciding), *said)
            return Governed(status, subject, clause, f"send-{base}", 0.85, said)
        if base == "have" and subject is not None and meaning is Sense.FACT:
            to_send = _has_to_send(parsed, clause) or words_among(
                parsed, _NOUNS["due"], clause.verb.last, clause.end
            )
            status = DeploymentStatus.OFFERED if to_send else DeploymentStatus.DEPLOYED
            said = (*verb_words(parsed, clause), *to_send)
            return Governed(status, subject, clause, "have", 0.6, said)
        return None

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
            if not _is_relative_to(parsed, clause, group):
                continue
            found = self.as_object(parsed, clause)
            if found is not None and found.contributor is not None:
                said = found.status_words(parsed)
                return Governed(found.status, found.contributor, None, "object-relative", 0.75, said)
        return None

    def _elliptic(self, parsed: Parsed, group: Group) -> Governed | None:
        """Read a count that goes on with the verb before: "…, the Bahamas 150 and Benin 2,000"."""
        name = next((n for n in parsed.names if n.last == group.first and n.kind in SENDERS), None)
        if name is None or name.alias is AliasKind.ADJECTIVE:
            return None
        if any(name.first == c.verb.last for c in parsed.clauses):
            return None
        for clause in reversed(parsed.clauses):
            if clause.verb.first < group.first and clause.verb.base in _GIVING_UP | {"have"}:
                found = self.as_object(parsed, clause)
                if found is not None:
                    actors = self.discourse.actors(parsed, name.begin, name.last)
                    actor, said = actors[0] if actors else None, found.status_words(parsed)
                    return Governed(found.status, actor, clause, "elliptic", 0.7, said)
        return None


def _deciding(parsed: Parsed, clause: Clause) -> Clause | None:
    """Return by what a parliament or cabinet decides on the sending: "voted to send", "approved sending"."""
    verb = clause.verb
    above = verb.governor if verb.governor is not None else clause.index - 1
    if above < 0 or (verb.form is not Form.GERUND and verb.governor is None):
        return None
    deciding = parsed.clauses[above]
    by_parliament = not _PARLIAMENTS.isdisjoint(parsed.norms(*deciding.subject))
    return deciding if deciding.verb.base in _VERBS["deciding"] and by_parliament else None


_OBJECT_STATUS = (
    ("withdrawn", DeploymentStatus.WITHDRAWN, 0.7),
    ("approved", DeploymentStatus.APPROVED, 0.75),
    ("offered", DeploymentStatus.OFFERED, 0.9),
)
_RULE = {"withdrawn": "withdraw", "approved": "approve", "offered": "offer"}


def _beside(parsed: Parsed, clause: Clause, group: Group) -> Governed | None:
    """Read people of their own contributor who are joined, or got: "joining 4,500 Ugandans"."""
    if group.contributor is None or clause.verb.passive:
        return None
    if clause.verb.base == "join":
        return Governed(DeploymentStatus.DEPLOYED, None, None, "joined", 0.7, verb_words(parsed, clause))
    status = status_told(parsed, clause) if clause.verb.base in _VERBS["getting"] else None
    return Governed(status, None, clause, f"got-{clause.verb.base}", 0.7) if status is not None else None


def _precedes(parsed: Parsed, group: Group, clause: Clause) -> bool:
    """Tell whether a group goes before a counted subject: "325 Australians and 150 police landed"."""
    start = clause.subject[0]
    if start >= clause.subject[1] or group.last != start - 1 or parsed.norms(group.last, start) != ["and"]:
        return False
    return any(first == start for first, _last, _m in parsed.counts)


def on_an_errand(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether the people only come to look: "ten officers came to assess the base"."""
    return any(c.verb.governor == clause.index and c.verb.base in _VERBS["errands"] for c in parsed.clauses)


def _reinforcing(parsed: Parsed, group: Group) -> Governed | None:
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


def _made_ready(parsed: Parsed, clause: Clause) -> Places:
    """Return what says that people are only at hand: "made 500 available", "put them on standby"."""
    if clause.verb.base not in ("make", "put", "place", "keep", "hold"):
        return ()
    return words_among(parsed, _NOUNS["at_hand"], clause.verb.last, clause.end)


def _only_bound(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether a gerund is what somebody binds himself to: "committed itself to sending 500"."""
    if clause.verb.form is not Form.GERUND or parsed.norms(clause.verb.first - 1, clause.verb.first) != [
        "to"
    ]:
        return False
    return bool(clause.index) and parsed.clauses[clause.index - 1].verb.base in _VERBS["offered"]


def _has_to_send(parsed: Parsed, clause: Clause) -> Places:
    """Return the "to send" with which "has 200 officers" goes on."""
    return tuple(
        parsed.span(c.verb.first, c.verb.last)
        for c in parsed.clauses
        if c.verb.base in _VERBS["sending"]
        and c.verb.form is Form.INFINITIVE
        and c.verb.first > clause.verb.last
    )


def _is_relative_to(parsed: Parsed, clause: Clause, group: Group) -> bool:
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
