"""Level 2: names in a sentence. Known names from the gazetteer, others by the shape of what is around them.

A capitalized run is a body where its last word says so ("Montana Accord"), else a person; office words before
it say what the person is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.extract.gazetteer import Entry, Gazetteer
from tracker.extract.lexicon import words
from tracker.extract.names import Name, text_of
from tracker.extract.offices import MODIFIERS, is_office_alone, name_start, office_start, office_text
from tracker.extract.sentences import Sentence
from tracker.extract.tokens import Token
from tracker.vocab import ActorKind, AliasKind

_ORGANIZATIONS = words("titles", "organizations")
_OF_BODIES = words("titles", "bodies_of")
_ABBREVIATED = words("titles", "abbreviated")
_PARTICLES = words("titles", "particles")
_OPENERS = words("words", "openers")
_NO_BODY_OPENS = words("words", "prepositions") | words("words", "determiners")
_CALENDAR = words("words", "calendar")
_LOCATIVE = words("words", "locatives")
# Words of a line set in capitals that short acronyms look like.
_CAPITAL_WORDS = frozenset({"us", "who", "it", "un-"})


def shouting(tokens: Sequence[Token]) -> bool:
    """Tell whether a line is set in capitals, so that capitals say nothing."""
    letters = [t for t in tokens if t.word and t.text[0].isalpha()]
    return len(letters) >= 3 and sum(t.text.isupper() for t in letters) >= 0.7 * len(letters)


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
        match = gaz.match(tokens, at)
        if match is not None and not (caps and _only_capitals(tokens[at], match[1])):
            names.append(_known_name(tokens, at, *match))
            at = match[0]
            continue
        if caps or not _opens_run(tokens, at, gaz):
            at += 1
            continue
        end = _of_what(tokens, at, _run_end(tokens, at, gaz))
        name = _run_name(tokens, at, end)
        if name is not None:
            names.append(name)
        at = max(end, at + 1)
    return _joined(tokens, names)


def _only_capitals(token: Token, entry: Entry) -> bool:
    return entry.alias is AliasKind.ACRONYM and len(token.text) <= 3 and token.norm in _CAPITAL_WORDS


def _is_cap_word(token: Token) -> bool:
    return (
        token.cap and token.word and token.norm not in _CALENDAR and not any(c.isdigit() for c in token.text)
    )


# -- runs of capitals ------------------------------------------------------------------------------------


def _opens_run(tokens: Sequence[Token], at: int, gaz: Gazetteer) -> bool:
    if not _is_cap_word(tokens[at]):
        return False
    return tokens[at].norm not in _OPENERS or _opens_body(tokens, at, gaz)


def _opens_body(tokens: Sequence[Token], at: int, gaz: Gazetteer) -> bool:
    """Tell whether a capitalized everyday word opens the name of a body: "National Security Council"."""
    if tokens[at].norm in _NO_BODY_OPENS:
        return False
    end = _run_end(tokens, at, gaz)
    return end - at >= 2 and tokens[end - 1].norm in _ORGANIZATIONS


def _run_end(tokens: Sequence[Token], at: int, gaz: Gazetteer) -> int:
    """Return the end of the capitalized run that begins at ``at``, before the next known name."""
    end = at
    while end < len(tokens):
        if end > at and gaz.match(tokens, end) is not None and not _body_ahead(tokens, end, gaz):
            suffix = _known_suffix(tokens, at, end, gaz)
            if suffix is None:
                break
            end = suffix
        elif _is_cap_word(tokens[end]):
            end += 1
        elif end > at and (further := _inner_length(tokens, end)):
            end += further
        else:
            break
    return end


def _of_what(tokens: Sequence[Token], first: int, end: int) -> int:
    """Return the end of a body's name with what it is for: "Ministry of Health and Sanitation"."""
    if tokens[end - 1].norm not in _OF_BODIES or any(t.norm == "of" for t in tokens[first:end]):
        return end
    at = end
    for links in ({"of", "for"}, {"and", "&"}):
        if at >= len(tokens) or tokens[at].norm not in links:
            break
        word = at + 1
        if "of" in links and word < len(tokens) and tokens[word].norm == "the":
            word += 1
        last = word
        while last < len(tokens) and _is_cap_word(tokens[last]) and tokens[last].norm not in _OF_BODIES:
            last += 1
        if last == word:
            break
        at = last
    return at


def _inner_length(tokens: Sequence[Token], at: int) -> int:
    """Return how many tokens that begin at ``at``, within a run, belong to it though they have no capital.

    The point of an initial, particles ("van der") with the word behind them, a nickname in quotation marks.
    """
    token, before = tokens[at], tokens[at - 1]
    if token.text == "." and before.cap and (len(before.text) == 1 or before.norm in _ABBREVIATED):
        return 1
    behind = tokens[at + 1 : at + 4]
    if token.norm in _PARTICLES:
        for length, word in enumerate(behind[:2], start=2):
            if _is_cap_word(word):
                return length
            if word.norm not in _PARTICLES:
                return 0
    if token.text in '"“‘' and len(behind) == 3:
        nickname, mark, name = behind
        if nickname.cap and mark.text in '"”’' and _is_cap_word(name):
            return 4
    return 0


def _known_suffix(tokens: Sequence[Token], at: int, end: int, gaz: Gazetteer) -> int | None:
    """Return the end of a known body that is only the tail of a longer name: "National Security Council"."""
    match = gaz.match(tokens, end)
    if match is None or match[1].kind is not ActorKind.BODY:
        return None
    return match[0] if match[0] > end + 1 and all(t.norm in MODIFIERS for t in tokens[at:end]) else None


def _body_ahead(tokens: Sequence[Token], at: int, gaz: Gazetteer) -> bool:
    """Tell whether a known name at ``at`` is inside a body's name: "Royal Bahamas Defence Force"."""
    match = gaz.match(tokens, at)
    if match is None or match[1].kind is not ActorKind.STATE:
        return False
    end = match[0]
    while end < len(tokens) and _is_cap_word(tokens[end]):
        end += 1
    return end > match[0] and tokens[end - 1].norm in _ORGANIZATIONS


# -- names of them ---------------------------------------------------------------------------------------


def _known_name(tokens: Sequence[Token], at: int, end: int, entry: Entry) -> Name:
    if entry.kind is not ActorKind.PERSON:
        return Name(at, end, entry.name, entry.kind, entry.alias, entry.parent)
    start = office_start(tokens, at)
    return Name(
        at, end, entry.name, entry.kind, entry.alias, office=office_text(tokens, start, at), start=start
    )


def _run_name(tokens: Sequence[Token], first: int, end: int) -> Name | None:
    """Return the body or person that a capitalized run names, None where it names neither."""
    while end > first and tokens[end - 1].norm in (*_PARTICLES, "."):
        end -= 1
    if _is_body(tokens, first, end):
        # "the Council" and "the Foreign Ministry" are descriptions, "the Ministry of Health" is a name.
        whole = any(t.norm == "of" for t in tokens[first:end]) or not is_office_alone(tokens[first:end])
        whole = whole and end - first > 1
        return Name(first, end, text_of(tokens[first:end]), ActorKind.BODY, known=False) if whole else None
    currency = end - first == 1 and end < len(tokens) and tokens[end].text in "$€£"  # "C$", "US$"
    if end <= first or currency or is_office_alone(tokens[first:end]):
        return None
    return _person_name(tokens, first, end)


def _is_body(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Tell whether a run names a body: "Montana Accord", "Court of Appeal"."""
    if end > first and tokens[end - 1].norm in _ORGANIZATIONS:
        return True
    return any(
        tokens[i].norm in _OF_BODIES and tokens[i + 1].norm in ("of", "for") for i in range(first, end - 1)
    )


def _person_name(tokens: Sequence[Token], first: int, end: int) -> Name | None:
    """Return the person whom a run names behind his office, None where it is an office alone."""
    name = name_start(tokens, first, end)
    if name >= end:
        return None
    start = first if name > first else office_start(tokens, first)
    office = office_text(tokens, start, name)
    placed = office is None and first > 0 and tokens[first - 1].norm in _LOCATIVE
    return Name(
        name,
        end,
        text_of(tokens[name:end]),
        ActorKind.PERSON,
        office=office,
        start=start,
        known=False,
        certain=not placed,
    )


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
            result.append(_owned(tokens, previous, name))
    return result


def _goes_on(tokens: Sequence[Token], previous: Name, name: Name) -> bool:
    return (
        previous.kind is ActorKind.BODY
        and not previous.known
        and name.first == previous.last + 1
        and tokens[previous.last].norm in ("of", "for")
    )


def _owned(tokens: Sequence[Token], previous: Name, name: Name) -> Name:
    """Return a name with what stands right before it as its owner: "Kenya's", "U.S." """
    gap = tokens[previous.last : name.begin]
    if previous.kind in (ActorKind.PERSON, None) or not (not gap or [t.norm for t in gap] == ["'s"]):
        return name
    owner = previous.state or previous.name
    if name.kind is ActorKind.BODY and not name.known:
        return replace(name, parent=owner)
    if name.kind is ActorKind.PERSON and (name.office or not gap):
        return replace(name, of=owner)
    return name
