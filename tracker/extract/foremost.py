"""Level 5: who stands foremost when a sentence begins: the person, state and body last at work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tracker.extract.actors import phrase_end
from tracker.extract.lexicon import words
from tracker.extract.names import Name, uncertain
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind

_PEOPLE = words("speech", "unnamed") | words("speech", "bearers") | words("titles", "heads")
_SPEAKING = frozenset({"say", "tell", "add", "note", "write", "warn"})
_INDEFINITE = frozenset({"a", "an", "one", "another"})
_POSSESSIVES = frozenset({"his", "her", "their", "my"})
_RELATIONS = words("speech", "relations") | words("speech", "bearers")
_SUPRANATIONAL = (ActorKind.ORGANIZATION, ActorKind.STATE)


@dataclass(slots=True)
class Foremost:
    """What stands foremost when each sentence begins, one entry a sentence."""

    person: list[Name | None] = field(default_factory=list)
    state: list[str | None] = field(default_factory=list)
    body: list[Name | None] = field(default_factory=list)


def remember(sentences: Sequence[Parsed], kinds: Mapping[str, ActorKind]) -> Foremost:
    """Return what stands foremost when each of ``sentences`` begins; ``kinds`` tells states from others."""
    foremost = Foremost()
    person: Name | None = None
    state: str | None = None
    body: Name | None = None
    for parsed in sentences:
        foremost.person.append(person)
        foremost.state.append(state)
        foremost.body.append(body)
        acting = [
            n for c in parsed.clauses if c.verb.form is Form.FINITE for n in subject_names(parsed, c.subject)
        ]
        person = _next_person(parsed, acting, person)
        if person is not None and kinds.get(person.of or "") is ActorKind.STATE and _names_somebody(parsed):
            state = person.of
        actor = next((n for n in acting if n.kind in _SUPRANATIONAL or n.kind is ActorKind.BODY), None)
        if actor is not None:
            state = actor.state if kinds.get(actor.state or "") is ActorKind.STATE else state
            body = actor
        elif not state:
            state = next((n.state for n in parsed.names if n.kind is ActorKind.STATE), state)
    return foremost


def subject_names(parsed: Parsed, subject: tuple[int, int]) -> list[Name]:
    """Return the names in the head region of a subject."""
    end = phrase_end(parsed, *subject)
    return [n for n in parsed.names if subject[0] <= n.first < end]


def is_sure_person(name: Name) -> bool:
    """Tell whether a name is a person's beyond doubt."""
    return name.kind is ActorKind.PERSON and not uncertain(name)


def _names_somebody(parsed: Parsed) -> bool:
    return any(is_sure_person(n) for n in parsed.names)


def _next_person(parsed: Parsed, acting: Sequence[Name], person: Name | None) -> Name | None:
    """Return who is foremost behind a sentence: a subject, else the last one named."""
    if _unnamed_subject(parsed):
        return None
    subject = next((n for n in acting if is_sure_person(n)), None)
    if subject is not None:
        return subject
    mentioned = [n for n in parsed.names if is_sure_person(n)]
    if mentioned:
        return mentioned[-1]
    return next((n for n in acting if _speaks_alone(parsed, n)), person)


def _speaks_alone(parsed: Parsed, name: Name) -> bool:
    """Tell whether a name of one word is that of somebody who speaks: "Wiranto said …"."""
    return name.kind is ActorKind.PERSON and any(
        c.subject == (name.first, name.last) and c.verb.base in _SPEAKING for c in parsed.clauses
    )


def _unnamed_subject(parsed: Parsed) -> bool:
    """Tell whether somebody without a name speaks or acts in the sentence, whom "he" then means."""
    finite = [c for c in parsed.clauses if c.verb.form is Form.FINITE and c.subject[0] < c.subject[1]]
    main = [c for c in finite if not c.relative]
    clause = next((c for c in main if c.verb.base in _SPEAKING), main[0] if main else None)
    if clause is None:
        return False
    if any(is_sure_person(n) and n.first < clause.verb.first for n in parsed.names):
        return False
    opens = (0, finite[0].verb.first)
    return any(_is_unnamed(parsed, *phrase) for phrase in (clause.subject, opens))


def _is_unnamed(parsed: Parsed, first: int, last: int) -> bool:
    """Tell whether a noun phrase is that of one without a name: "a constable in Kericho"."""
    opening = parsed.tokens[first].norm
    if opening not in _INDEFINITE and opening not in _POSSESSIVES:
        return False
    end = phrase_end(parsed, first, last)
    head = parsed.tokens[next((i for i in range(first, end) if not parsed.tokens[i].word), end) - 1].norm
    return head in (_PEOPLE if opening in _INDEFINITE else _RELATIONS) and not head.endswith("s")
