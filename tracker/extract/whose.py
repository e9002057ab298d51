"""Level 4: whose people a count means by the words beside it: "Ireland's 300", "24 from Jamaica"."""

from __future__ import annotations

from tracker.extract.contingents import ALL_PEOPLE, SENDERS, contributor_of
from tracker.extract.discourse import Actor
from tracker.extract.gazetteer import Gazetteer
from tracker.extract.lexicon import section
from tracker.extract.names import Name
from tracker.extract.reading import Parsed
from tracker.extract.tokens import Token
from tracker.vocab import ActorKind, AliasKind

_NOUNS = section("sending", "nouns")


def is_noun(parsed: Parsed, at: int) -> bool:
    """Tell whether token ``at`` is a word for people."""
    return at < len(parsed.tokens) and parsed.tokens[at].norm in ALL_PEOPLE


def means_people(parsed: Parsed, name: Name, token: Token) -> bool:
    """Tell whether a name stands for people: "24 Jamaicans", but "24 Kenyans police"."""
    if name.alias is AliasKind.DEMONYM:
        return True
    return name.alias is AliasKind.ADJECTIVE and token.text.endswith("s") and not is_noun(parsed, name.last)


def owner(parsed: Parsed, first: int) -> Actor | None:
    """Return whose people they are: "Turkey's battalion of some 500", "Ireland's 300 troops"."""
    at = first
    norms = parsed.norms(first - 2, first)
    if norms[-1:] == ["of"] and norms[0] in _NOUNS["bodies"]:
        at = first - 2
    for name in parsed.names:
        gap = parsed.norms(name.last, at)
        if name.kind not in SENDERS or name.last > at or len(gap) > _reach_of_owner(gap):
            continue
        if gap in (["whose"], [",", "whose"]):
            return contributor_of(parsed, name.first, name.last)
        adjective = at != first and name.alias is AliasKind.ADJECTIVE and len(gap) <= 1
        if gap[:1] in (["'s"], ["’s"]) or adjective:
            return contributor_of(parsed, name.first, name.last)
    return None


def _reach_of_owner(gap: list[str]) -> int:
    """Return how many tokens may stand between an owner and a count: more in "'s second batch, 200"."""
    return 5 if gap[-1:] == [","] and not _NOUNS["bodies"].isdisjoint(gap) else 3


def of_those(parsed: Parsed, first: int, last: int) -> Actor | None:
    """Return whose people those before are: "the Romanians, 170 of them", "of the Kenyans, 215 went home"."""
    them = last >= first + 2 and parsed.norms(last - 2, last) == ["of", "them"]
    for name in parsed.names:
        if name.kind is not ActorKind.STATE or parsed.norms(name.last, first) not in ([","], ["("], ["–"]):
            continue
        people = means_people(parsed, name, parsed.tokens[name.last - 1])
        opening = parsed.norms(0, name.begin) in (["of"], ["of", "the"]) and people
        if opening or (them and people):
            return contributor_of(parsed, name.first, name.last)
    return None


def source(parsed: Parsed, at: int) -> Actor | None:
    """Return the state behind a count without a noun: "24 from Jamaica", "24 come from Jamaica"."""
    if parsed.norms(at, at + 1) and parsed.tokens[at].norm in _NOUNS["coming"]:
        at += 1
    name = name_behind(parsed, at)
    if name is None or name.kind is not ActorKind.STATE or name.alias is not AliasKind.NAME:
        return None
    return contributor_of(parsed, name.first, name.last)


def name_behind(parsed: Parsed, at: int) -> Name | None:
    """Return the contributor's name behind a noun: "from Belize", "of the Royal Bahamas Defence Force"."""
    preposition = parsed.norms(at, at + 1)
    if preposition not in (["from"], ["of"]):
        return None
    start = at + 1
    while start < len(parsed.tokens) and parsed.tokens[start].norm in ("the", "its", "each"):
        start += 1
    name = parsed.name_at(start) if start < len(parsed.tokens) else None
    if name is not None and _qualifies_contingent(parsed, name):
        return name
    if name is None or name.state is None or name.kind in (ActorKind.PERSON, None):
        return None
    if name.kind is ActorKind.BODY:
        return name
    return name if preposition == ["from"] and name.kind is ActorKind.STATE else None


def _qualifies_contingent(parsed: Parsed, name: Name) -> bool:
    """Tell whether a name says whose a contingent is: "of the German contingent"."""
    if name.kind is not ActorKind.STATE or name.alias is AliasKind.DEMONYM:
        return False
    return not _NOUNS["contingents"].isdisjoint(parsed.norms(name.last, name.last + 1))


def body_contributor(parsed: Parsed, name: Name, gaz: Gazetteer) -> Actor:
    """Return the contributor that a body's name stands for: "of the Royal Bahamas Defence Force"."""
    state = name.state
    if name.kind is ActorKind.BODY:
        state = name.parent or _state_inside(parsed, name, gaz) or name.state
    return Actor(
        name.name,
        name.kind or ActorKind.STATE,
        parsed.span(name.first, name.last),
        state,
        name.name.casefold(),
    )


def _state_inside(parsed: Parsed, name: Name, gaz: Gazetteer) -> str | None:
    """Return the state whose name a body's name contains: "Royal Bahamas Defence Force"."""
    for i in range(name.first, name.last):
        match = gaz.match(parsed.tokens, i)
        if match is not None and match[1].kind is ActorKind.STATE:
            return match[1].name
    return None
