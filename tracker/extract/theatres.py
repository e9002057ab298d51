"""Level 5: the mission of an article that neither names nor places it, but speaks of "the mission".

Newspapers that follow a mission often call it no more than "the mission" or "such a force". Such an article
is about the one of a country that its opening names, where people of other countries are told to go or to be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tracker.extract.known_missions import at_work, likeliest
from tracker.extract.lexicon import section
from tracker.extract.mission_words import is_at_war, is_other_sense, modifiers_start, place_at
from tracker.extract.reading import Parsed, Reading
from tracker.vocab import ActorKind, AliasKind

_TALKED_OF = section("missions", "talked_of")
_PEOPLE = section("missions", "described")["troops"] | section("sending", "people")["police"]
_ADJECTIVES = (AliasKind.ADJECTIVE, AliasKind.DEMONYM)
_OPENING = 4  # sentences of the body
_ENOUGH = 2  # sentences that talk of it, and mentions of the country


def untold(reading: Reading) -> str | None:
    """Return the slug of the known mission that the article speaks of without a name; None for none."""
    missions = reading.gaz.missions.values()
    for place in _theatres(reading):
        there = at_work([m for m in missions if place in (m.host, m.area)], reading.published)
        found = likeliest(there, reading.published)
        if found is not None:
            return found.slug
    return None


def _theatres(reading: Reading) -> list[str]:
    """Return the states and areas that the article's mission may be in, the most named first; [] for none."""
    talk = [p for p in reading.parsed if _talks_of_one(p)]
    if len(talk) < _ENOUGH:
        return []
    opening = _places(reading.opening(_OPENING))
    counts = _places(reading.parsed)
    senders = set(_senders(reading.parsed))
    foreign = any(_is_foreign(p) for p in talk)
    return [
        place
        for place, count in counts.most_common()
        if place in opening and count >= _ENOUGH and (foreign or _strangers(place, senders))
    ]


def _strangers(place: str, senders: set[str]) -> set[str]:
    """Return who sends people to a place and is neither at home nor at war there."""
    return {s for s in senders if s != place and not is_at_war(s, place)}


def _places(sentences: Sequence[Parsed]) -> Counter[str]:
    """Count the states and areas that sentences name as places."""
    counts: Counter[str] = Counter()
    for parsed in sentences:
        for at, token in enumerate(parsed.tokens):
            if not token.cap:
                continue
            name = parsed.name_at(at)
            if name is not None and name.kind is ActorKind.STATE and at != name.first:
                continue
            place = place_at(parsed, at)
            counts.update({p for p in (place or ()) if p is not None})
    return counts


def _talks_of_one(parsed: Parsed) -> bool:
    return any(True for _at in _mentions(parsed))


def _mentions(parsed: Parsed) -> Iterator[int]:
    """Yield where a sentence talks of a mission: "the mission", "such a force", "foreign troops"."""
    for at, token in enumerate(parsed.tokens):
        if token.norm not in _TALKED_OF["nouns"] or parsed.name_at(at) is not None:
            continue
        start = modifiers_start(parsed, at)
        before = parsed.norms(start - 1, at)
        if not is_other_sense(parsed, start, at) and not _TALKED_OF["before"].isdisjoint(before):
            yield at


def _is_foreign(parsed: Parsed) -> bool:
    return any(not _TALKED_OF["foreign"].isdisjoint(parsed.norms(at - 2, at)) for at in _mentions(parsed))


def _senders(sentences: Sequence[Parsed]) -> Iterator[str]:
    """Yield the states whose people are told of: "Kenyan police", "140 New Zealand soldiers"."""
    for parsed in sentences:
        for name in parsed.names:
            if name.kind is not ActorKind.STATE:
                continue
            counted = any(last == name.last for _first, last, _m in parsed.counts)
            behind = parsed.norms(name.last, name.last + 2)
            if (counted and name.alias in _ADJECTIVES) or not _PEOPLE.isdisjoint(behind):
                yield name.name
