"""Level 4: who speaks. The named speaker of a noun phrase, None where it names nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tracker.claims import Span
from tracker.extract.actors import Actor, Reference, phrase_end
from tracker.extract.discourse import Discourse
from tracker.extract.lexicon import words
from tracker.extract.names import Name, text_of, uncertain
from tracker.extract.reading import Parsed, Reading
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind

_UNNAMED = words("speech", "unnamed") | {"people"}
_DOCUMENTS = words("speech", "documents")
# Behind a name they make it qualify what follows: "Ruto's …", "the Sinn Féin leader", "a Ruto ally".
_QUALIFIED = (_UNNAMED - words("titles", "postnominals")) | {
    "'s",
    "ally",
    "leader",
    "supporter",
    "supporters",
    "camp",
}
_STATEMENTS = frozenset({"statement", "communiqué", "communique"})
_BY = frozenset({"by", "from", "of"})
_BODIES = words("speech", "bodies")
# A person behind one of these belongs to whoever speaks: "an ally of Ruto", "a spokesman for Ruto".
_BELONGING = frozenset({"of", "for", "to", "from", "with", "in", "at", "by"})
_EU_COUNCILS = frozenset({"Council of the European Union", "European Council"})


class Speakers:
    """Finds the speakers of one article."""

    def __init__(self, reading: Reading, discourse: Discourse) -> None:
        self.reading = reading
        self.discourse = discourse

    def in_phrase(self, parsed: Parsed, start: int, end: int) -> Actor | None:
        """Return the named speaker in the noun phrase of tokens ``[start, end)``, None for an unnamed one."""
        start, end = _issuer(parsed, start, end)
        if _several(parsed, start, end):
            return None
        person = _person(parsed, start, end)
        if person is not None:
            return Actor.person(person, parsed.span(person.begin, person.last))
        actors = self.discourse.actors(parsed, start, end, before=start)
        if not actors:
            return self._mission(parsed, start, end)
        return self._of_state(parsed, actors[0], start, end) or self._speaking(parsed, actors, start, end)

    def _of_state(self, parsed: Parsed, actor: Actor, start: int, end: int) -> Actor | None:
        """Return the person who holds an office of a state: "the French president", "Kenya's leader"."""
        if actor.head is None or actor.state is None or not _definite(parsed, start):
            return None
        name = next((n for n in parsed.names if start <= n.first < end and n.kind is not None), None)
        if name is None:
            return None
        last = next((i for i in range(name.last, end) if parsed.tokens[i].norm == actor.head), name.last)
        description = [n for n in parsed.norms(name.last, last + 1) if n != "'s"]
        person = self.discourse.holder(description, parsed, start, actor.state)
        return Actor.person(person, parsed.span(start, last + 1), Reference.OFFICE) if person else None

    def _speaking(self, parsed: Parsed, actors: Sequence[Actor], start: int, end: int) -> Actor | None:
        """Return the actor who speaks for himself; None for several bodies, or people without a name."""
        actor = actors[0]
        if any(a.name != actor.name for a in actors) and actor.kind is not ActorKind.PERSON:
            return None
        if actor.head in _STATEMENTS:
            return replace(actor, head=None)
        if actor.head is not None and (actor.head in _UNNAMED or actor.head not in _BODIES):
            return None
        if actor.name in _EU_COUNCILS:
            return replace(actor, name="European Union", kind=ActorKind.ORGANIZATION)
        return actor if actor.head is None else self._body_of(parsed, actor, start, end)

    def _body_of(self, parsed: Parsed, actor: Actor, start: int, end: int) -> Actor:
        """Return the body that a name and a noun make: "Kenya's interior ministry", "Conille's office"."""
        if actor.kind is ActorKind.STATE:
            owners = {n.last for n in parsed.names if n.kind is ActorKind.STATE}
            printed = [
                t
                for i, t in enumerate(parsed.tokens[start:end], start)
                if t.norm != "the" and not (i in owners and t.norm == "'s")
            ]
            return Actor(text_of(printed), ActorKind.BODY, actor.span, actor.state)
        if actor.kind is not ActorKind.PERSON:
            return actor
        span = parsed.span(start, phrase_end(parsed, start, end))
        return Actor(span.text(self.reading.body), ActorKind.BODY, span, actor.state)

    def _mission(self, parsed: Parsed, start: int, end: int) -> Actor | None:
        """Return a mission that speaks for itself: "AUSSOM said …"."""
        mission = next((n for n in parsed.names if n.kind is None and start <= n.first < end), None)
        if mission is None or parsed.norms(start, end)[-1] in _UNNAMED:
            return None
        span = parsed.span(mission.first, mission.last)
        return Actor(span.text(self.reading.body), ActorKind.BODY, span, None)

    def foremost(self, parsed: Parsed) -> Actor | None:
        """Return the person foremost when the sentence begins, with the last place that names him."""
        person = self.discourse.person_before(parsed.index)
        if person is None:
            return None
        return Actor.person(person, self._last_mention(parsed, person), Reference.CONTEXT)

    def _last_mention(self, parsed: Parsed, person: Name) -> Span:
        for earlier in reversed(self.reading.parsed[: parsed.index + 1]):
            for name in earlier.names:
                if name.name == person.name and name.kind is ActorKind.PERSON:
                    return earlier.span(name.begin, name.last)
        return parsed.sentence.span

    def acting_person(self, parsed: Parsed) -> Actor | None:
        """Return the first person who is the subject of a clause of the sentence."""
        for clause in parsed.clauses:
            if clause.verb.form is Form.FINITE and clause.subject[0] < clause.subject[1]:
                speaker = self.in_phrase(parsed, *clause.subject)
                if speaker is not None and speaker.kind is ActorKind.PERSON:
                    return speaker
        return None


def _definite(parsed: Parsed, start: int) -> bool:
    """Tell whether a noun phrase means one that is known: "the Kenyan …", "Kenya's …", not "a Kenyan …"."""
    name = parsed.name_at(start)
    return parsed.tokens[start].norm == "the" or (
        name is not None and parsed.norms(name.last, name.last + 1) == ["'s"]
    )


def _issuer(parsed: Parsed, start: int, end: int) -> tuple[int, int]:
    """Return the noun phrase of who issues a paper: in "a statement by the ministry", the ministry."""
    for i in range(start, min(end, start + 6)):
        if parsed.tokens[i].norm in _DOCUMENTS:
            by = next((j for j in range(i + 1, min(end, i + 4)) if parsed.tokens[j].norm in _BY), None)
            return (start, end) if by is None else (by + 1, end)
    return start, end


def _several(parsed: Parsed, start: int, end: int) -> bool:
    """Tell whether a noun phrase names two persons or more who speak together."""
    persons = [n for n in parsed.names if start <= n.first < end and n.kind is ActorKind.PERSON]
    return any(
        not uncertain(one) and not uncertain(other) and parsed.norms(one.last, other.begin) == ["and"]
        for one, other in pairwise(persons)
    )


def _person(parsed: Parsed, start: int, end: int) -> Name | None:
    """Return the person that a noun phrase is about: not one who only owns or qualifies something in it."""
    persons = [n for n in parsed.names if start <= n.first < end and n.kind is ActorKind.PERSON]
    persons.sort(key=uncertain)  # those that something vouches for come first
    for name in persons:
        before = parsed.tokens[name.begin - 1].norm if name.begin > start else ""
        owner = name.last < end and parsed.tokens[name.last].norm in _QUALIFIED
        if owner or before in _BELONGING:
            continue
        if before in ("a", "an") and not name.office:
            continue
        if uncertain(name) and name.begin > start and before != ",":
            continue
        return name
    return None


def name_follows(parsed: Parsed, start: int, comma: int) -> bool:
    """Tell whether a phrase names its person only behind a comma: "said the bank's director, Peter Mburu"."""
    persons = [n for n in parsed.names if n.kind is ActorKind.PERSON]
    if any(start <= n.first < comma for n in persons):
        return False
    return any(n.begin == comma + 1 or n.begin < comma < n.first for n in persons)
