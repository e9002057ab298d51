"""Level 5: who is meant. Pronouns and descriptions resolved to what has been named before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter

from tracker.claims import Span
from tracker.extract.actors import Actor, Reference, is_national, named_actors, phrase_end
from tracker.extract.foremost import is_sure_person, remember, subject_names
from tracker.extract.holders import Holders
from tracker.extract.lexicon import words
from tracker.extract.names import Name
from tracker.extract.personal import is_personal, person_meant
from tracker.extract.reading import Parsed, Reading
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, AliasKind

__all__ = ["Actor", "Discourse"]

_PREPOSITIONS = words("words", "prepositions")
_GOVERNMENT = words("speech", "government")
_NATIONAL = words("speech", "national")
_FORCES = words("speech", "forces")
_STATE_BODIES = words("speech", "state_bodies")
_ANY_BODY = words("speech", "any_body")
_SHARED = words("speech", "shared_bodies") | _ANY_BODY
_HEADS = words("titles", "heads") | words("titles", "described_only")
_PEOPLE_PRONOUNS = frozenset({"he", "she", "him", "her"})
_DEFINITE = frozenset({"the", "its", "his", "her", "their", "this", "that"})
_POSSESSIVES = frozenset({"its", "his", "her", "their"})
_STATES = (ActorKind.STATE, ActorKind.ORGANIZATION)
_FIRST_PERSON = frozenset({"we", "our", "i", "my"})
_COUNTRY = frozenset({"country", "nation", "kingdom", "republic"})


def _acts_alone(parsed: Parsed, name: Name) -> bool:
    """Tell whether a bare surname is all of a subject: "Zelenskiy thanked Berlin"."""
    return name.kind is ActorKind.PERSON and any(c.subject == (name.first, name.last) for c in parsed.clauses)


class Discourse:
    """What has been named so far, for pronouns and descriptions.

    ``default_state`` is whose ministry or parliament is meant where the text does not say; in a release it
    is the state that issued it (``issuer``), whom "we" means there too.
    """

    def __init__(
        self, reading: Reading, *, default_state: str | None = None, issuer: Actor | None = None
    ) -> None:
        self.issuer = issuer
        default_state = issuer.state if issuer is not None else default_state
        self.reading = reading
        self.kinds = reading.gaz.kinds
        self.default_state = default_state if self._is_state(default_state) else None
        self._holders = Holders(reading)
        self._bodies: dict[str, list[tuple[int, Name]]] = {}  # by what describes them, with where they stand
        self._foremost = remember(reading.parsed, self.kinds)
        self._hear: Callable[[], Mapping[int, Actor]] | None = None
        self._voices: Mapping[int, Actor] | None = None

    def listen(self, hear: Callable[[], Mapping[int, Actor]]) -> None:
        """Let ``hear`` say whose voice each quoted sentence has; it is asked once, when "we" first stands."""
        self._hear = hear

    def _we(self, parsed: Parsed, span: Span) -> list[Actor]:
        """Return the state or organization that "we" means in the mouth of the person quoted.

        Outside quotations it is the state that issued the text.
        """
        if self._voices is None:
            self._voices = {}  # what is heard meanwhile asks in vain
            self._voices = self._hear() if self._hear is not None else {}
        speaker = self._voices.get(parsed.index, self.issuer)
        if speaker is None or self.kinds.get(speaker.state or "") not in _STATES:
            return []
        return self._state_actor(speaker.state, span, Reference.PRONOUN)

    def _is_state(self, name: str | None) -> bool:
        return name is not None and self.kinds.get(name) is ActorKind.STATE

    def person_before(self, index: int) -> Name | None:
        """Return the person foremost when sentence ``index`` begins."""
        return self._foremost.person[index]

    def state_before(self, index: int) -> str | None:
        """Return the state foremost when sentence ``index`` begins."""
        return self._foremost.state[index] or self.default_state

    def actors(self, parsed: Parsed, start: int, end: int, *, before: int | None = None) -> list[Actor]:
        """Return the actors that the noun phrase in tokens ``[start, end)`` means; [] where it means none.

        A pronoun means what stands before token ``before`` (before the phrase itself, where that is None).
        """
        start = _behind_date(parsed, start, end)
        head_end = phrase_end(parsed, start, end)
        names = [
            n
            for n in parsed.names
            if start <= n.begin
            and n.first < head_end
            and n.kind is not None
            and not _is_place(parsed, n, start)
        ]
        found = named_actors(parsed, names, head_end, kinds=self.kinds, default_state=self.default_state)
        return found or self._described(parsed, start, head_end, end, start if before is None else before)

    def _described(self, parsed: Parsed, start: int, head_end: int, end: int, position: int) -> list[Actor]:
        norms = parsed.norms(start, head_end)
        if not norms:
            return []
        span = parsed.span(start, head_end)
        if norms[0] in _FIRST_PERSON or len(norms) == 1:
            meant = self._pronoun(parsed, norms, position, span)
            if meant is not None:
                return meant
        of = _of_name(parsed, head_end, end)
        if norms[0] in _DEFINITE or is_personal(parsed, start) or (len(norms) == 1 and norms[0] in _NATIONAL):
            return self._definite(parsed, norms, start, of, span)
        if of is not None and norms[-1] in _GOVERNMENT | _FORCES:
            head = None if norms[-1] in _GOVERNMENT else norms[-1]
            return [Actor(of.name, of.kind or ActorKind.STATE, span, of.state, head, Reference.OF)]
        return []

    def _pronoun(self, parsed: Parsed, norms: Sequence[str], position: int, span: Span) -> list[Actor] | None:
        """Return whom a pronoun means, None where the words are no pronoun."""
        if norms[0] in _FIRST_PERSON:
            own = len(norms) == 1 or norms[-1] in _COUNTRY | _GOVERNMENT
            return self._we(parsed, span) if own else []
        if norms[0] in _PEOPLE_PRONOUNS:
            person = self._nearest_person(parsed, position)
            return [Actor.person(person, span, Reference.PRONOUN)] if person else []
        return self._it(parsed, position, span) if norms[0] in ("it", "its") else None

    def _nearest_person(self, parsed: Parsed, position: int) -> Name | None:
        subjects = _subjects_before(parsed, position)
        inside = [n for n in subjects if is_sure_person(n)] or [n for n in subjects if _acts_alone(parsed, n)]
        return inside[-1] if inside else self._foremost.person[parsed.index]

    def _it(self, parsed: Parsed, position: int, span: Span) -> list[Actor]:
        inside = [n for n in _subjects_before(parsed, position) if n.kind not in (ActorKind.PERSON, None)]
        found = inside[-1] if inside else self._foremost.body[parsed.index]
        if found is None:
            return []
        kind = found.kind or ActorKind.BODY
        return [Actor(found.name, kind, span, found.state, why=Reference.PRONOUN)]

    def _definite(
        self, parsed: Parsed, norms: Sequence[str], start: int, of: Name | None, span: Span
    ) -> list[Actor]:
        """Resolve a description: "the government", "the minister", "the bloc", "its parliament"."""
        nouns = [n for n in norms if n != "'s"]
        head = nouns[-1] if nouns else ""
        if head in _GOVERNMENT:
            national = self.default_state if head in _NATIONAL and norms[0] != "its" else None
            state = of.state if of else self._state_of_person(parsed, start) or national
            state = state or self._state_in(parsed, start)
            return self._state_actor(state, span, Reference.GOVERNMENT)
        if head in _COUNTRY:
            state = self._state_of_person(parsed, start) or self._foremost.state[parsed.index]
            return self._state_actor(state, span, Reference.COUNTRY)
        if head in _SHARED or head in _STATE_BODIES:
            return self._body(parsed, norms, head, self._state_of(parsed, of, start), span)
        person = self.holder(nouns, parsed, start, of.state if of is not None else None)
        if person is not None or head in _HEADS:
            return [Actor.person(person, span, Reference.OFFICE)] if person is not None else []
        if head in _FORCES and of is not None and of.state:
            kind = self.kinds.get(of.state, ActorKind.STATE)
            return [Actor(of.state, kind, span, of.state, head, Reference.OF)]
        return []

    def _state_of_person(self, parsed: Parsed, start: int) -> str | None:
        """Return the state of the person whose country is meant, None where it is no person's."""
        if not is_personal(parsed, start):
            return None
        person = person_meant(parsed, start, self._nearest_person(parsed, start))
        return person.of if person is not None and self._is_state(person.of) else None

    def _state_of(self, parsed: Parsed, of: Name | None, start: int) -> str | None:
        """Return whose ministry or parliament is meant."""
        if of is not None:
            return of.state
        if parsed.tokens[start].norm in _POSSESSIVES:
            return self._state_in(parsed, start)
        return self.default_state or self._state_in(parsed, start)

    def _body(
        self, parsed: Parsed, norms: Sequence[str], head: str, state: str | None, span: Span
    ) -> list[Actor]:
        """Return the body that a description means: "the council", "the ministry", "its parliament"."""
        if head in _SHARED:
            return self._body_like(head, span) or self._foremost_body(parsed, head, span)
        named = self._body_like(head, span) if [*norms] == ["the", head] else []
        if named or not state:
            return named
        printed = span.text(self.reading.body).split()
        opening = printed[0].casefold()
        if opening == "the" or opening in _POSSESSIVES:
            printed[:1] = [] if opening == "the" else [state]
        name = " ".join(printed)
        return [Actor(name, ActorKind.BODY, span, state, why=Reference.OWN_BODY)]

    def _state_actor(self, state: str | None, span: Span, why: Reference) -> list[Actor]:
        if not state:
            return []
        return [Actor(state, self.kinds.get(state, ActorKind.STATE), span, state, why=why)]

    def holder(
        self, description: Sequence[str], parsed: Parsed, at: int, state: str | None = None
    ) -> Name | None:
        """Return the person whom a description before token ``at`` means: "foreign minister", "trader"."""
        if not description:
            return None
        head = description[-1]
        person = self._holders.holder(description, parsed, at, state) if head in _HEADS else None
        if person is not None or state is not None:
            return person
        return self._holders.introduced(head, parsed, at, self._foremost.person[parsed.index])

    def _state_in(self, parsed: Parsed, at: int) -> str | None:
        inside = [n for n in parsed.names if n.last <= at and n.kind is ActorKind.STATE]
        return (inside[-1].state if inside else None) or self.state_before(parsed.index)

    def _body_like(self, head: str, span: Span) -> list[Actor]:
        """Return the body last named before ``span`` that ``head`` describes: "the council", "the bloc"."""
        if head not in self._bodies:
            self._bodies[head] = [
                (parsed.tokens[name.first].start, name)
                for parsed in self.reading.parsed
                for name in parsed.names
                if _is_described(name, head)
            ]
        bodies = self._bodies[head]
        at = bisect_left(bodies, span.start, key=itemgetter(0))
        if not at:
            return []
        name = bodies[at - 1][1]
        state = name.state or (self.default_state if is_national(name.name) else None)
        return [Actor(name.name, name.kind or ActorKind.BODY, span, state, why=Reference.BODY)]

    def _foremost_body(self, parsed: Parsed, head: str, span: Span) -> list[Actor]:
        """Return the body foremost, where ``head`` may be said of any: "the charity", "the group"."""
        body = self._foremost.body[parsed.index]
        if body is None or body.kind is ActorKind.STATE or head not in _ANY_BODY:
            return []
        return [Actor(body.name, body.kind or ActorKind.BODY, span, body.state, why=Reference.BODY)]


def _is_described(name: Name, head: str) -> bool:
    """Tell whether a body may be called by ``head``."""
    if name.kind not in (ActorKind.ORGANIZATION, ActorKind.BODY):
        return False
    return head in name.name.casefold() or (head == "bloc" and name.kind is ActorKind.ORGANIZATION)


def _subjects_before(parsed: Parsed, position: int) -> list[Name]:
    """Return the names among the subjects of the clauses before token ``position``."""
    return [
        n
        for c in parsed.clauses
        if c.verb.form is Form.FINITE and c.subject[1] <= position and c.verb.first < position
        for n in subject_names(parsed, c.subject)
    ]


def _behind_date(parsed: Parsed, start: int, end: int) -> int:
    """Return where a noun phrase begins behind a date: "On 30 April the Council"."""
    for first, last, _mention in parsed.dates:
        opens = first == start or (first == start + 1 and parsed.tokens[start].norm in _PREPOSITIONS)
        if opens and last < end:
            return last + 1 if parsed.tokens[last].norm == "," else last
    return start


def _is_place(parsed: Parsed, name: Name, start: int) -> bool:
    before = parsed.tokens[name.first - 1].norm if name.first > start else ""
    return name.alias is AliasKind.CAPITAL and before in _PREPOSITIONS and before not in ("by", "from")


def _of_name(parsed: Parsed, at: int, end: int) -> Name | None:
    """Return whose something is: "of Chad", "in Ankara"."""
    if at < end and parsed.tokens[at].norm == "in":
        return next((n for n in parsed.names if n.first == at + 1 and n.alias is AliasKind.CAPITAL), None)
    if at < end and parsed.tokens[at].norm == "of":
        return next((n for n in parsed.names if n.first in (at + 1, at + 2) and n.kind is not None), None)
    return None
