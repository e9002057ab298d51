"""Level 5: actors, and how a noun phrase names them: heads, possessors, appositions, offices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracker.claims import Mention, Span
from tracker.extract.lexicon import words
from tracker.extract.names import Name
from tracker.extract.reading import Parsed
from tracker.vocab import ActorKind, AliasKind

_PREPOSITIONS = words("words", "prepositions")
_ADVERBS = words("words", "adverbs")
_GOVERNMENT = words("speech", "government")
_NATIONAL = words("speech", "national")
# Prepositions that stay inside a noun phrase: "countries like Kenya", "Ruto as president".
_INNER = frozenset({"as", "like", "including"})
_PHRASE_STOPS = frozenset({",", ".", ";", ":", "and", "or", "(", ")", "as", "the"})
_NO_NOUNS = frozenset({"'s", "'", "’", "has", "have", "both", "all", "also"})


class Reference(StrEnum):
    """By what words an actor is meant."""

    NAME = "name"
    OF = "of"  # "the government of Chad", "Chad's army"
    OWN_GOVERNMENT = "own-government"  # "Prime Minister Ariel Henry's government": that of his state
    PRONOUN = "pronoun"  # "he": the person foremost; "it": the body
    COUNTRY = "country"  # "the East African nation": the state foremost
    GOVERNMENT = "government"  # "the government", "the cabinet": of the state foremost
    BODY = "body"  # "the council", "the bloc": the last one named that is such
    OWN_BODY = "own-body"  # "its parliament": that of the state foremost
    OFFICE = "office"  # "the minister": the last one named who is
    CONTEXT = "context"  # no words: who spoke, or gave, before


_BACK = frozenset(Reference) - {Reference.NAME, Reference.OF, Reference.OWN_GOVERNMENT}


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts.

    ``state`` is the state or organization it gives or sends for; ``head`` the noun that the name qualifies
    ("police" in "Kenyan police"), None where the name stands for itself; ``why`` says by what words it is
    meant.
    """

    name: str
    kind: ActorKind
    span: Span
    state: str | None
    head: str | None = None
    why: Reference = Reference.NAME

    @property
    def back(self) -> bool:
        """Tell whether the actor was found behind a pronoun or a description."""
        return self.why in _BACK

    @classmethod
    def person(cls, name: Name, span: Span, why: Reference = Reference.NAME) -> Actor:
        """Return the actor that a person's name means."""
        return cls(name.name, ActorKind.PERSON, span, name.of, why=why)

    def mention(self) -> Mention:
        """Return the actor as a claim names it."""
        return Mention(self.name, self.kind, self.span)

    def giver(self, kinds: Mapping[str, ActorKind]) -> Mention | None:
        """Return the state or organization that gives, sends or decides in this actor."""
        if self.state is None:
            return None
        return Mention(self.state, kinds.get(self.state, ActorKind.STATE), self.span)


def phrase_end(parsed: Parsed, start: int, end: int) -> int:
    """Return where the head region of a noun phrase ends: before a preposition, a participle, a relative."""
    verbs = {c.verb.first for c in parsed.clauses}
    names = {i for n in parsed.names for i in range(n.begin, n.last)}
    for i in range(start + 1, end):
        norm = parsed.tokens[i].norm
        if i in names:
            continue
        if i in verbs or (norm in _PREPOSITIONS and norm not in _INNER) or norm in ("who", "which", "that"):
            return i
    return end


def named_actors(
    parsed: Parsed,
    names: Sequence[Name],
    end: int,
    *,
    kinds: Mapping[str, ActorKind],
    default_state: str | None,
) -> list[Actor]:
    """Return the actors that the ``names`` of a noun phrase, whose head region stops at ``end``, mean.

    Names that only qualify the next one or stand in apposition to it give no actor of their own.
    ``default_state`` is the state that a parliament without a country belongs to.
    """
    actors: list[Actor] = []
    for position, name in enumerate(names):
        following = names[position + 1] if position + 1 < len(names) else None
        between = parsed.norms(name.last, end if following is None else following.begin)
        if following is not None:
            if _owns(name, following, between):
                continue
            if between[:1] == [","] and _apposed(name, following):
                if name.kind is not ActorKind.PERSON:
                    continue
                actors.append(_actor(parsed, name, None, kinds, default_state))
                break
        actors.append(_actor(parsed, name, _head_noun(between), kinds, default_state))
        if name.kind is ActorKind.PERSON and between[:1] == [","]:
            break
    return actors


def _owns(name: Name, following: Name, between: Sequence[str]) -> bool:
    """Tell whether ``name`` only qualifies the next one: "Kenya's Foreign Minister Alfred Mutua"."""
    if not between:
        return name.kind is not ActorKind.PERSON or following.kind is ActorKind.BODY
    if between[0] != "'s" or "and" in between:
        return False
    # "Aukot's party, the Thirdway Alliance": what is owned and the next name are one.
    return "," not in between or (name.kind is ActorKind.PERSON and following.kind is ActorKind.BODY)


def _apposed(name: Name, following: Name) -> bool:
    return (name.kind is ActorKind.PERSON) != (following.kind is ActorKind.PERSON)


def _head_noun(between: Sequence[str]) -> str | None:
    noun = None
    for norm in between:
        if norm in _PHRASE_STOPS:
            break
        if norm not in _ADVERBS and norm not in _NO_NOUNS:
            noun = norm
    return noun


def _actor(
    parsed: Parsed,
    name: Name,
    noun: str | None,
    kinds: Mapping[str, ActorKind],
    default_state: str | None,
) -> Actor:
    span = parsed.span(name.begin, name.last)
    if name.kind is ActorKind.PERSON:
        if noun in _GOVERNMENT and name.of is not None:  # "Prime Minister Ariel Henry's government"
            kind = kinds.get(name.of, ActorKind.STATE)
            return Actor(name.of, kind, span, name.of, why=Reference.OWN_GOVERNMENT)
        return Actor(name.name, ActorKind.PERSON, span, name.of, noun)
    if noun in _GOVERNMENT:
        noun = None
    elif noun is None and name.alias in (AliasKind.ADJECTIVE, AliasKind.DEMONYM):
        noun = "people"
    kind = name.kind or ActorKind.BODY
    state = name.state
    if kind is ActorKind.BODY and state is None and is_national(name.name):
        state = default_state
    return Actor(name.name, kind, span, state, noun)


def is_national(name: str) -> bool:
    """Tell whether a name is that of a body which every state has: "Ministry of Defence", "Parliament"."""
    parts = name.casefold().split()
    return parts[0] in _NATIONAL or parts[-1] in _NATIONAL
