"""Level 2: offices. The words that say what a person is, before the name and behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracker.extract.lexicon import words
from tracker.extract.names import Ground, Name, text_of
from tracker.extract.tokens import Token
from tracker.vocab import ActorKind

HEADS = words("titles", "heads")
HONORIFICS = words("titles", "honorifics")
MODIFIERS = words("titles", "modifiers")
POSTNOMINALS = words("titles", "postnominals")
_SURNAMES = words("titles", "heads_and_surnames")
_POSSESSIVES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_LINKS = frozenset({"and", "of", "for", "the", ","})
_NO_OFFICE_ENDS = frozenset({"of", "for", "the", "and"})
_PHRASE_OPENS = frozenset({"the", "a", "an", "its", "their", "his", "her", "'s"})
_NO_PHRASE = frozenset({",", ";", ":", ".", "(", ")", "—", "–", "and", "that", "who", "which"})
_LONGEST_OFFICE = 16  # tokens
_APPOSITION_ENDS = frozenset({",", ";", ")", "who", "which", "."})


def is_office_alone(tokens: Sequence[Token]) -> bool:
    """Tell whether capitalized words name an office and nobody who holds it: "the Foreign Minister"."""
    return all(t.norm in MODIFIERS or t.norm in HEADS or t.norm == "." for t in tokens)


def name_start(tokens: Sequence[Token], first: int, end: int) -> int:
    """Return where, within a capitalized run, the name begins behind its office words."""
    start = first
    for i in range(first, end):
        norm = tokens[i].norm.rstrip(".")
        if (
            norm in _SURNAMES
            and first < i == end - 1
            and tokens[i - 1].norm not in HEADS | MODIFIERS | HONORIFICS
        ):
            continue  # "James Elder"
        if norm in HEADS or norm in HONORIFICS:
            start = i + 1
            if start < end and tokens[start].text == ".":
                start += 1
    return start


def office_start(tokens: Sequence[Token], at: int) -> int:
    """Return where the office words that end just before token ``at`` begin; ``at`` where there are none."""
    start = at
    if start and tokens[start - 1].norm in _NO_OFFICE_ENDS:
        return at  # "a spokesman for Ruto"
    if start > 1 and tokens[start - 1].text == "." and tokens[start - 2].norm in HONORIFICS:
        start -= 2
    if start > 1 and tokens[start - 1].norm == "," and tokens[start - 2].norm in HEADS | MODIFIERS:
        start -= 1
    seen_head = start < at and tokens[start].norm in HONORIFICS
    furthest = start
    while start:
        norm = tokens[start - 1].norm
        if norm in HEADS or norm in HONORIFICS:
            seen_head = True
        elif norm not in MODIFIERS and not (
            norm == "," and not seen_head and _in_portfolio(tokens, start - 1)
        ):
            break
        start -= 1
        if seen_head:
            furthest = start
    while furthest < at and tokens[furthest].norm in _LINKS:
        furthest += 1
    return furthest if seen_head else at


def _in_portfolio(tokens: Sequence[Token], comma: int) -> bool:
    """Tell whether a comma lists what one minister is for: "Minister for Energy, Business and Industry"."""
    return 0 < comma < len(tokens) - 1 and {tokens[comma - 1].norm, tokens[comma + 1].norm} <= MODIFIERS


def office_text(tokens: Sequence[Token], start: int, end: int) -> str | None:
    """Return the office that tokens ``[start, end)`` name, None where they are none."""
    return text_of(tokens[start:end]).strip(" ,") or None


def with_office_before(tokens: Sequence[Token], name: Name, names: Iterable[Name]) -> Name:
    """Return a person with the office that he stands behind: "the Minister of Defence, Ms Modise, said".

    The name keeps its place: the phrase of the office is a noun phrase of its own.
    """
    comma = name.begin - 1
    while comma > 0 and (tokens[comma].norm == "the" or tokens[comma].norm in HONORIFICS):
        comma -= 1
    if comma < 2 or tokens[comma].norm != "," or (name.office and not _is_honorific(name.office)):
        return name
    first = comma
    while first > max(0, comma - _LONGEST_OFFICE) and tokens[first - 1].norm not in _NO_PHRASE:
        first -= 1
        if tokens[first].norm in _PHRASE_OPENS and _office_head(tokens, first + 1, comma) is not None:
            break
    head = _office_head(tokens, first + 1, comma) if tokens[first].norm in _PHRASE_OPENS else None
    if head is None:
        return name
    inside = [n for n in names if first - 2 <= n.first < comma and n.kind not in (ActorKind.PERSON, None)]
    of = next((n.state or n.name for n in inside), None)
    ground = Ground.OFFICE if name.ground is Ground.CAPITALS else name.ground
    return replace(name, office=text_of(tokens[first + 1 : head + 1]), of=name.of or of, ground=ground)


def _is_honorific(office: str) -> bool:
    return all(word.strip(".").casefold() in HONORIFICS for word in office.split())


def _office_head(tokens: Sequence[Token], first: int, end: int) -> int | None:
    """Return the noun of an office that opens a noun phrase: "force commander", before any "of" or "to"."""
    head = None
    for i in range(first, end):
        norm = tokens[i].norm
        if norm in HEADS:
            head = i
        elif norm in _LINKS or not (norm in MODIFIERS or tokens[i].cap or norm == "'s"):
            break
    return head


def _country_in_brackets(tokens: Sequence[Token], at: int, names: Iterable[Name]) -> str | None:
    """Return the state alone in the brackets at token ``at``: "ERASTUS LOKAALE (Kenya)"."""
    if tokens[at].norm != "(":
        return None
    state = next((n for n in names if n.first == at + 1 and n.kind is ActorKind.STATE), None)
    closed = state is not None and state.last < len(tokens) and tokens[state.last].norm == ")"
    return state.name if state is not None and closed else None


def with_office_behind(tokens: Sequence[Token], name: Name, names: Iterable[Name]) -> Name:
    """Return a person with the office read behind the name: ", the U.S. ambassador," or "of Kenya"."""
    at = name.last
    while at < len(tokens) and tokens[at].norm in POSTNOMINALS:
        at += 1
    if at >= len(tokens):
        return name
    if tokens[at].norm == "of":
        state = next((n for n in names if n.first in (at + 1, at + 2) and n.kind is ActorKind.STATE), None)
        return replace(name, of=name.of or state.name) if state is not None else name
    if tokens[at].norm not in (",", "("):
        return name
    country = _country_in_brackets(tokens, at, names)
    if country is not None:
        return replace(name, of=name.of or country)
    end = at + 1
    while end < len(tokens) and tokens[end].norm not in _APPOSITION_ENDS:
        end += 1
    head = next((i for i in range(at + 1, end) if tokens[i].norm in HEADS), None)
    if head is None or any(t.norm in ("said", "told", "and") for t in tokens[at + 1 : head]):
        return name
    of = next(
        (n.state or n.name for n in names if at < n.first < end and n.kind not in (ActorKind.PERSON, None)),
        None,
    )
    first = at + 1
    while first < head and tokens[first].norm in _POSSESSIVES:
        first += 1
    ground = Ground.OFFICE if name.ground is Ground.CAPITALS else name.ground
    office = name.office if name.office and not _is_honorific(name.office) else None
    office = office or text_of(tokens[first : head + 1])
    return replace(name, office=office, of=name.of or of, ground=ground)
