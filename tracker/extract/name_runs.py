"""Level 2: names in a sentence. Known names from the gazetteer, others by the shape of what is around them.

A capitalized run is a body where its last word says so ("Montana Accord"), else a person; office words before
it say what the person is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.extract.capitals import (
    OF_BODIES,
    ORGANIZATIONS,
    PARTICLES,
    is_given_name,
    of_what,
    opens_run,
    run_end,
    shouting,
)
from tracker.extract.gazetteer import Entry, Gazetteer
from tracker.extract.lexicon import words
from tracker.extract.names import Ground, Name, text_of
from tracker.extract.offices import (
    HEADS,
    MODIFIERS,
    POSTNOMINALS,
    is_office_alone,
    name_start,
    office_start,
    office_text,
)
from tracker.extract.sentences import Sentence
from tracker.extract.tokens import Token
from tracker.vocab import ActorKind, AliasKind

_GROUPS = words("titles", "groups")
_PLACE_STARTS = words("titles", "place_starts")
_PLACE_ENDS = words("titles", "place_ends")
_LOCATIVE = words("words", "locatives")
# Words of a line set in capitals that short acronyms look like.
_CAPITAL_WORDS = frozenset({"us", "who", "it", "un-"})


def raw_names(sentence: Sentence, gaz: Gazetteer) -> list[Name]:
    """Return known names and capitalized runs, single words included, surnames not yet resolved."""
    tokens = sentence.tokens
    caps = shouting(tokens)
    names: list[Name] = []
    at = 0
    while at < len(tokens):
        if not tokens[at].word:
            at += 1
            continue
        match = None if not caps and is_given_name(tokens, at, gaz) else gaz.match(tokens, at)
        if match is not None and not (caps and _only_capitals(tokens[at], match[1])):
            names.append(_known_name(tokens, at, *match))
            at = match[0]
            continue
        if caps or not opens_run(tokens, at, gaz):
            at += 1
            continue
        end = of_what(tokens, at, run_end(tokens, at, gaz))
        name = _run_name(tokens, at, end)
        if name is not None:
            names.append(name)
        at = max(end, at + 1)
    return _joined(tokens, names)


def _only_capitals(token: Token, entry: Entry) -> bool:
    return entry.alias is AliasKind.ACRONYM and len(token.text) <= 3 and token.norm in _CAPITAL_WORDS


def _known_name(tokens: Sequence[Token], at: int, end: int, entry: Entry) -> Name:
    if entry.kind is not ActorKind.PERSON:
        return Name(at, end, entry.name, entry.kind, entry.alias, entry.parent)
    start = office_start(tokens, at)
    return Name(
        at, end, entry.name, entry.kind, entry.alias, office=office_text(tokens, start, at), start=start
    )


def _run_name(tokens: Sequence[Token], first: int, end: int) -> Name | None:
    """Return the body or person that a capitalized run names, None where it names neither."""
    while end > first and tokens[end - 1].norm in (*PARTICLES, "."):
        end -= 1
    while end - first > 2 and tokens[end - 1].norm in POSTNOMINALS:
        end -= 1
    if _is_body(tokens, first, end):
        # "the Council" and "the Foreign Ministry" are descriptions, "the Ministry of Health" is a name.
        whole = any(t.norm == "of" for t in tokens[first:end]) or not is_office_alone(tokens[first:end])
        whole = whole and end - first > 1
        if not whole:
            return None
        text = text_of(tokens[first:end])
        return Name(first, end, text, ActorKind.BODY, known=False, ground=Ground.BODY)
    currency = end - first == 1 and end < len(tokens) and tokens[end].text in "$€£"  # "C$", "US$"
    place = end - first == 1 and tokens[first].norm in _PLACE_ENDS  # "the Jordan | Valley"
    if end <= first or currency or place or is_office_alone(tokens[first:end]):
        return None
    return _person_name(tokens, first, end)


def _is_body(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Tell whether a run names a body: "Montana Accord", "Court of Appeal"."""
    if end > first and tokens[end - 1].norm in ORGANIZATIONS:
        return True
    if end < len(tokens) and tokens[end].norm in _GROUPS and first and tokens[first - 1].norm == "the":
        return end > first + 1  # "the Viv Ansanm coalition"
    return any(
        tokens[i].norm in OF_BODIES and tokens[i + 1].norm in ("of", "for") for i in range(first, end - 1)
    )


def _person_name(tokens: Sequence[Token], first: int, end: int) -> Name | None:
    """Return the person whom a run names behind his office, None where it is an office alone."""
    name = name_start(tokens, first, end)
    if name >= end:
        return None
    start = first
    if name == first:
        name = _behind_task(tokens, first, end)
        start = office_start(tokens, name)
    office = office_text(tokens, start, name)
    placed = office is None and (
        (first > 0 and tokens[first - 1].norm in _LOCATIVE)
        or tokens[first].norm in _PLACE_STARTS
        or tokens[end - 1].norm in _PLACE_ENDS
    )
    return Name(
        name,
        end,
        text_of(tokens[name:end]),
        ActorKind.PERSON,
        office=office,
        start=start,
        known=False,
        certain=not placed,
        ground=Ground.OFFICE if office is not None else Ground.CAPITALS,
    )


def _behind_task(tokens: Sequence[Token], first: int, end: int) -> int:
    """Return where the name begins in a run that opens with a task: "Secretary for | Interior Jane Smith"."""
    name = first
    while name < end - 1 and tokens[name].norm in MODIFIERS:
        name += 1
    return name if office_start(tokens, name) < first else first


def _joined(tokens: Sequence[Token], names: Sequence[Name]) -> list[Name]:
    """Join a body with its "of …": "University of Leicester"; note the state before a name as its owner."""
    result: list[Name] = []
    for name in names:
        previous = result[-1] if result else None
        if previous is None:
            result.append(name)
        elif _goes_on(tokens, previous, name):
            result[-1] = replace(
                previous,
                last=name.last,
                name=text_of(tokens[previous.first : name.last]),
                parent=name.name if name.kind is ActorKind.STATE else previous.parent,
            )
        else:
            before = result[-2] if len(result) > 1 else None
            result.append(_sent(tokens, before, previous, name) or _owned(tokens, previous, name))
    return result


def _goes_on(tokens: Sequence[Token], previous: Name, name: Name) -> bool:
    return (
        previous.kind is ActorKind.BODY
        and not previous.known
        and name.first == previous.last + 1
        and tokens[previous.last].norm in ("of", "for")
    )


def _owned(tokens: Sequence[Token], previous: Name, name: Name) -> Name:
    """Return a name with what stands right before it as its owner: "Kenya's Kindiki", "U.S. Congress"."""
    gap = tokens[previous.last : name.begin]
    if previous.kind in (ActorKind.PERSON, None) or not (not gap or [t.norm for t in gap] == ["'s"]):
        return name
    owner = previous.state or previous.name
    if name.kind is ActorKind.BODY and not name.known:
        return replace(name, parent=owner)
    if name.kind is ActorKind.PERSON and (name.office or not gap):
        return replace(name, of=owner)
    return name


def _sent(tokens: Sequence[Token], sender: Name | None, place: Name, name: Name) -> Name | None:
    """Return a person with an office that names a place: "U.S. ambassador to Haiti Dennis Hankins"."""
    if name.kind is not ActorKind.PERSON or name.office or name.begin != place.last or place.first < 2:
        return None
    if (
        tokens[place.first - 1].norm not in ("to", "for", "in", "on")
        or tokens[place.first - 2].norm not in HEADS
    ):
        return None
    start = office_start(tokens, place.first - 1)
    of = sender.state if sender is not None and sender.last >= start - 1 else None
    return replace(name, office=office_text(tokens, start, name.first), of=of)
