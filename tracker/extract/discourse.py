"""Level 5: who is meant. Noun phrases, pronouns and back-references resolved to actors, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.claims import Mention, Span
from tracker.extract.lexicon import words
from tracker.extract.names import Name, uncertain
from tracker.extract.reading import Parsed, Reading
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, AliasKind

_PREPOSITIONS = words("words", "prepositions")
_ADVERBS = words("words", "adverbs")
_GOVERNMENT = words("speech", "government")
_BODIES = words("speech", "bodies")
_UNNAMED = words("speech", "unnamed")
_HEADS = words("titles", "heads")
_PEOPLE_PRONOUNS = frozenset({"he", "she", "him", "her"})
_FORCES = frozenset(
    "police army troops soldiers officers forces navy military police-officers contingent battalion gendarmes".split()
)
_NATIONAL = frozenset("assembly parliament senate court cabinet congress treasury ministry police army government house".split())
_SUPRANATIONAL = (ActorKind.ORGANIZATION, ActorKind.STATE)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts.

    ``state`` is the state or organization it gives or sends for; ``head`` the noun that the name qualifies
    ("police" in "Kenyan police"), None where the name stands for itself.
    """

    name: str
    kind: ActorKind
    span: Span
    state: str | None
    head: str | None = None
    back: bool = False  # resolved from a pronoun or a description

    def mention(self) -> Mention:
        """Return the actor as a claim names it."""
        return Mention(self.name, self.kind, self.span)

    def giver(self, kinds: dict[str, ActorKind]) -> Mention | None:
        """Return the state or organization that gives, sends or decides in this actor."""
        if self.state is None:
            return None
        return Mention(self.state, kinds.get(self.state, ActorKind.STATE), self.span)


def _phrase_end(parsed: Parsed, start: int, end: int) -> int:
    """Return where the head region of a noun phrase ends: before a preposition, a participle, a relative."""
    verbs = {c.verb.first for c in parsed.clauses}
    names = {i for n in parsed.names for i in range(n.begin, n.last)}
    for i in range(start, end):
        norm = parsed.tokens[i].norm
        if i in names:
            continue
        if i in verbs and i > start:
            return i
        if norm in _PREPOSITIONS and i > start and norm not in ("as", "like", "including"):
            return i
        if norm in ("who", "which", "that") and i > start:
            return i
    return end


class Discourse:
    """What has been named so far, for pronouns and descriptions."""

    def __init__(self, reading: Reading, *, default_state: str | None = None) -> None:
        self.reading = reading
        self.kinds = reading.gaz.kinds
        self.default_state = default_state
        self._person: list[Name | None] = []
        self._state: list[str | None] = []
        self._body: list[Name | None] = []
        self._remember()

    def _remember(self) -> None:
        """Note for each sentence the person, state and body that stand foremost when it begins."""
        person: Name | None = None
        state: str | None = None
        body: Name | None = None
        for parsed in self.reading.parsed:
            self._person.append(person)
            self._state.append(state)
            self._body.append(body)
            subjects = [self._subject_names(parsed, c.subject) for c in parsed.clauses if c.verb.form is Form.FINITE]
            flat = [n for names in subjects for n in names]
            persons = [n for n in flat if n.kind is ActorKind.PERSON and not uncertain(n)]
            mentioned = [n for n in parsed.names if n.kind is ActorKind.PERSON and not uncertain(n)]
            speakers = persons or mentioned
            if self._unnamed_speaker(parsed):
                person = None
            if speakers:
                person = speakers[0] if persons else speakers[-1]
                state = person.of if self.kinds.get(person.of or "") is ActorKind.STATE else state
            acting = [n for n in flat if n.kind in _SUPRANATIONAL or n.kind is ActorKind.BODY]
            if acting:
                body = acting[0]
                own = acting[0].state
                state = own if self.kinds.get(own or "") is ActorKind.STATE else state
            elif not state:
                state = next((n.state for n in parsed.names if n.kind is ActorKind.STATE), state)

    @staticmethod
    def _unnamed_speaker(parsed: Parsed) -> bool:
        """Tell whether the sentence's speaker is somebody without a name, whom "he" then means."""
        for clause in parsed.clauses:
            first, last = clause.subject
            if clause.verb.base in ("say", "tell", "add") and first < last and not clause.relative:
                head = _phrase_end(parsed, first, last)
                named = any(n.kind is ActorKind.PERSON and first <= n.first < last for n in parsed.names)
                if not named and parsed.tokens[head - 1].norm in _UNNAMED and parsed.tokens[first].norm in ("a", "an", "one", "another"):
                    return True
        return False

    @staticmethod
    def _subject_names(parsed: Parsed, subject: tuple[int, int]) -> list[Name]:
        end = _phrase_end(parsed, *subject)
        return [n for n in parsed.names if subject[0] <= n.first < end]

    def person_before(self, index: int) -> Name | None:
        """Return the person foremost when sentence ``index`` begins."""
        return self._person[index]

    def state_before(self, index: int) -> str | None:
        """Return the state foremost when sentence ``index`` begins."""
        return self._state[index] or self.default_state

    def actors(self, parsed: Parsed, start: int, end: int, *, before: int | None = None) -> list[Actor]:
        """Return the actors that the noun phrase in tokens ``[start, end)`` means; [] where it means none."""
        start = self._behind_date(parsed, start, end)
        end_head = _phrase_end(parsed, start, end)
        names = [n for n in parsed.names if start <= n.begin and n.first < end_head and n.kind is not None]
        names = [n for n in names if not self._is_place(parsed, n, start)]
        if names:
            found = self._named(parsed, names, start, end_head)
            if found:
                return found
        return self._described(parsed, start, end_head, end, before)

    @staticmethod
    def _behind_date(parsed: Parsed, start: int, end: int) -> int:
        """Return where a noun phrase begins behind a date: "On 30 April the Council"."""
        for first, last, _mention in parsed.dates:
            if first in (start, start + 1) and last < end and (first == start or parsed.tokens[start].norm in _PREPOSITIONS):
                return last + 1 if parsed.tokens[last].norm == "," else last
        return start

    def _is_place(self, parsed: Parsed, name: Name, start: int) -> bool:
        before = parsed.tokens[name.first - 1].norm if name.first > start else ""
        return name.alias is AliasKind.CAPITAL and before in _PREPOSITIONS and before not in ("by", "from")

    def _named(self, parsed: Parsed, names: Sequence[Name], start: int, end: int) -> list[Actor]:
        actors: list[Actor] = []
        for position, name in enumerate(names):
            following = names[position + 1] if position + 1 < len(names) else None
            stop = following.begin if following is not None else end
            between = parsed.norms(name.last, stop)
            if following is not None and self._owns(name, following, between):
                continue
            noun = self._head_noun(between)
            if following is not None and between[:1] == [","] and self._apposed(name, following):
                if name.kind is ActorKind.PERSON:
                    actors.append(self._actor(parsed, name, None))
                    break
                continue
            actors.append(self._actor(parsed, name, noun))
            if name.kind is ActorKind.PERSON and "," in between[:1]:
                break
        return actors

    @staticmethod
    def _owns(name: Name, following: Name, between: Sequence[str]) -> bool:
        """Tell whether ``name`` only qualifies the next one: "Kenya's Foreign Minister Alfred Mutua"."""
        if not between:
            return name.kind is not ActorKind.PERSON or following.kind is ActorKind.BODY
        return between[0] == "'s" and "," not in between and "and" not in between

    @staticmethod
    def _apposed(name: Name, following: Name) -> bool:
        return (name.kind is ActorKind.PERSON) != (following.kind is ActorKind.PERSON)

    @staticmethod
    def _head_noun(between: Sequence[str]) -> str | None:
        nouns = []
        for norm in between:
            if norm in (",", "and", "or", "(", ")", "as", "the"):
                break
            if norm not in _ADVERBS and norm not in ("'s", "'", "’", "has", "have", "both", "all", "also"):
                nouns.append(norm)
        return nouns[-1] if nouns else None

    def _actor(self, parsed: Parsed, name: Name, noun: str | None) -> Actor:
        span = parsed.span(name.begin, name.last)
        if name.kind is ActorKind.PERSON:
            owned = noun in _GOVERNMENT
            if owned and name.of is not None:  # "Prime Minister Ariel Henry's government"
                return Actor(name.of, self.kinds.get(name.of, ActorKind.STATE), span, name.of)
            return Actor(name.name, ActorKind.PERSON, span, name.of, noun)
        if noun in _GOVERNMENT or name.kind is ActorKind.PERSON and noun in ("himself", "herself"):
            noun = None
        if noun is None and name.alias in (AliasKind.ADJECTIVE, AliasKind.DEMONYM):
            noun = "people"
        kind = name.kind or ActorKind.BODY
        state = name.state
        if kind is ActorKind.BODY and state is None and name.name.casefold().split()[-1] in _NATIONAL:
            state = self.default_state
        return Actor(name.name, kind, span, state, noun)

    def _described(self, parsed: Parsed, start: int, head_end: int, end: int, before: int | None) -> list[Actor]:
        norms = parsed.norms(start, head_end)
        if not norms:
            return []
        position = before if before is not None else start
        span = parsed.span(start, head_end)
        if norms[0] in _PEOPLE_PRONOUNS and len(norms) == 1:
            person = self._nearest_person(parsed, position)
            return [replace(self._person_actor(person, span), back=True)] if person else []
        if norms[0] in ("it", "its") and len(norms) == 1:
            return self._it(parsed, position, span)
        if norms[0] in ("the", "its", "his", "her", "their", "this", "that") or (len(norms) == 1 and norms[0] in _NATIONAL):
            return self._definite(parsed, norms, start, head_end, end, span)
        of = self._of_name(parsed, head_end, end)
        if of is not None and norms[-1] in _GOVERNMENT | _FORCES:
            return [Actor(of.name, of.kind or ActorKind.STATE, span, of.state, None if norms[-1] in _GOVERNMENT else norms[-1])]
        return []

    @staticmethod
    def _of_name(parsed: Parsed, at: int, end: int) -> Name | None:
        if at < end and parsed.tokens[at].norm == "of":
            return next((n for n in parsed.names if n.first in (at + 1, at + 2) and n.kind is not None), None)
        return None

    def _nearest_person(self, parsed: Parsed, position: int) -> Name | None:
        inside = [
            n for c in parsed.clauses
            if c.verb.form is Form.FINITE and c.subject[1] <= position and c.verb.first < position
            for n in self._subject_names(parsed, c.subject)
            if n.kind is ActorKind.PERSON and not uncertain(n)
        ]
        return inside[-1] if inside else self._person[parsed.index]

    def _person_actor(self, person: Name, span: Span) -> Actor:
        return Actor(person.name, ActorKind.PERSON, span, person.of)

    def _it(self, parsed: Parsed, position: int, span: Span) -> list[Actor]:
        inside = [
            n for c in parsed.clauses
            if c.verb.form is Form.FINITE and c.subject[1] <= position and c.verb.first < position
            for n in self._subject_names(parsed, c.subject)
            if n.kind not in (ActorKind.PERSON, None)
        ]
        found = inside[-1] if inside else self._body[parsed.index]
        if found is None:
            return []
        return [Actor(found.name, found.kind or ActorKind.BODY, span, found.state, back=True)]

    def _definite(
        self, parsed: Parsed, norms: list[str], start: int, head_end: int, end: int, span: Span
    ) -> list[Actor]:
        head = norms[-1] if norms[-1] not in ("'s",) else (norms[-2] if len(norms) > 1 else "")
        of = self._of_name(parsed, head_end, end)
        if head in _GOVERNMENT:
            national = self.default_state if head in _NATIONAL else None
            state = of.state if of is not None else national or self._state_in(parsed, start)
            return [Actor(state, self.kinds.get(state, ActorKind.STATE), span, state, back=True)] if state else []
        if (head in _HEADS or head == "judge") and norms[0] != "a":
            person = self._office_holder(head, parsed.index, start, parsed)
            if person is not None:
                return [replace(self._person_actor(person, span), back=True)]
            return []
        if head in _FORCES and of is not None and of.state:
            return [Actor(of.state, self.kinds.get(of.state, ActorKind.STATE), span, of.state, head)]
        if head in ("bloc", "council", "union", "organisation", "organization", "alliance", "commission", "agency", "fund"):
            return self._body_like(parsed, head, span)
        if head in ("ministry", "parliament", "cabinet", "army", "military", "treasury", "navy", "senate"):
            state = of.state if of is not None else self.default_state or self._state_in(parsed, start)
            if state:
                return [Actor(" ".join(norms[1:] if norms[0] == "the" else norms), ActorKind.BODY, span, state, back=True)]
        if head in ("country", "nation", "kingdom", "republic"):
            state = self._state[parsed.index]
            return [Actor(state, ActorKind.STATE, span, state, back=True)] if state else []
        return []

    def _state_in(self, parsed: Parsed, at: int) -> str | None:
        inside = [n for n in parsed.names if n.last <= at and n.kind is ActorKind.STATE]
        return (inside[-1].state if inside else None) or self._state[parsed.index] or self.default_state

    def _body_like(self, parsed: Parsed, head: str, span: Span) -> list[Actor]:
        for earlier in reversed(self.reading.parsed[: parsed.index + 1]):
            for name in reversed(earlier.names):
                if earlier is parsed and parsed.tokens[name.first].start >= span.start:
                    continue
                fits = head in name.name.casefold() or (head == "bloc" and name.kind is ActorKind.ORGANIZATION)
                if name.kind in (ActorKind.ORGANIZATION, ActorKind.BODY) and fits:
                    return [Actor(name.name, name.kind, span, name.state, back=True)]
        return []

    def _office_holder(self, head: str, index: int, at: int, parsed: Parsed) -> Name | None:
        """Return the person named before whose office fits ``head``: "the minister", "the judge"."""
        synonyms = {"judge": "justice", "pm": "minister", "premier": "minister", "cs": "secretary", "envoy": "ambassador"}
        wanted = {head, synonyms.get(head, head)}
        for earlier in reversed(self.reading.parsed[: index + 1]):
            for name in reversed(earlier.names):
                if earlier is parsed and name.first >= at:
                    continue
                if name.kind is ActorKind.PERSON and name.office:
                    office = set(name.office.casefold().replace("-", " ").replace(".", "").split()) | {name.office.casefold()}
                    if wanted & office:
                        return name
        return None
