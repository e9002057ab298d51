"""Level 2: names. Known names from the gazetteer; persons and bodies by the shape of what stands around them.

A capitalized run is a body where its last word says so ("Montana Accord"), else a person; office words before
or after it say what the person is. A bare surname is the person whose full name the article gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tracker.extract.gazetteer import Entry, Gazetteer
from tracker.extract.lexicon import words
from tracker.extract.sentences import Sentence
from tracker.extract.tokens import Token
from tracker.vocab import ActorKind, AliasKind

_HEADS = words("titles", "heads")
_HONORIFICS = words("titles", "honorifics")
_MODIFIERS = words("titles", "modifiers")
_ORGANIZATIONS = words("titles", "organizations")
_ABBREVIATED = words("titles", "abbreviated")
_PARTICLES = words("titles", "particles")
_OPENERS = words("words", "openers")
_CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
    "christmas easter ramadan eat gmt est utc".split()
)
_STATES = (ActorKind.STATE,)
_LOCATIVE = frozenset({"in", "at", "near", "outside", "around", "across", "into", "toward", "towards", "between", "through"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name in tokens ``[first, last)`` of its sentence.

    ``kind`` is None for a mission (``name`` is its slug). For a person ``office`` is what he is said to be and
    ``of`` the canonical name of the state or body; ``start`` is where the office words before the name begin.
    """

    first: int
    last: int
    name: str
    kind: ActorKind | None
    alias: AliasKind = AliasKind.NAME
    parent: str | None = None
    office: str | None = None
    of: str | None = None
    start: int = -1
    known: bool = True

    @property
    def begin(self) -> int:
        """Return the first token of the name with its office words."""
        return self.first if self.start < 0 else self.start

    @property
    def state(self) -> str | None:
        """Return the state or organization that this actor gives and sends for, if it is known."""
        if self.kind in (ActorKind.STATE, ActorKind.ORGANIZATION):
            return self.name
        return self.of if self.kind is ActorKind.PERSON else self.parent


def shouting(tokens: Sequence[Token]) -> bool:
    """Tell whether a line is set in capitals, so that capitals say nothing."""
    letters = [t for t in tokens if t.word and t.text[0].isalpha()]
    return len(letters) >= 3 and sum(t.text.isupper() for t in letters) >= 0.7 * len(letters)


def _is_cap_word(token: Token) -> bool:
    return token.cap and token.word and token.norm not in _CALENDAR and not any(c.isdigit() for c in token.text)


def _run_end(tokens: Sequence[Token], at: int, gaz: Gazetteer, *, stop_at_known: bool = True) -> int:
    """Return the end of the capitalized run that begins at ``at``."""
    end = at
    while end < len(tokens):
        token = tokens[end]
        if end > at and stop_at_known and _known(tokens, end, gaz) and not _body_ahead(tokens, end, gaz):
            suffix = _known_suffix(tokens, at, end, gaz)
            if suffix is None:
                break
            end = suffix
            continue
        if _is_cap_word(token):
            end += 1
            continue
        initial_dot = (
            token.text == "." and end > at and tokens[end - 1].cap
            and (len(tokens[end - 1].text) == 1 or tokens[end - 1].norm in _ABBREVIATED)
        )
        if initial_dot:
            end += 1
            continue
        nxt = tokens[end + 1] if end + 1 < len(tokens) else None
        after = tokens[end + 2] if end + 2 < len(tokens) else None
        if end > at and token.norm in _PARTICLES and nxt is not None:
            if _is_cap_word(nxt):
                end += 2
                continue
            if nxt.norm in _PARTICLES and after is not None and _is_cap_word(after):
                end += 3
                continue
        if end > at and token.text in "\"“‘" and nxt is not None and after is not None:
            last = tokens[end + 3] if end + 3 < len(tokens) else None
            if nxt.cap and after.text in "\"”’" and last is not None and _is_cap_word(last):
                end += 4
                continue
        break
    return end


def _known_suffix(tokens: Sequence[Token], at: int, end: int, gaz: Gazetteer) -> int | None:
    """Return the end of a known body that is only the tail of a longer name: "National Security Council"."""
    match = gaz.match(tokens, end)
    if match is None or match[1].kind is not ActorKind.BODY or tokens[end - 1].norm not in _MODIFIERS:
        return None
    return match[0] if match[0] > end + 1 and all(t.norm in _MODIFIERS for t in tokens[at:end]) else None


def _known(tokens: Sequence[Token], at: int, gaz: Gazetteer) -> bool:
    return gaz.match(tokens, at) is not None


def _body_ahead(tokens: Sequence[Token], at: int, gaz: Gazetteer) -> bool:
    """Tell whether a known name at ``at`` is inside a body's name: "Royal Bahamas Defence Force"."""
    match = gaz.match(tokens, at)
    if match is None or match[1].kind not in _STATES:
        return False
    end = match[0]
    while end < len(tokens) and _is_cap_word(tokens[end]):
        end += 1
    return end > match[0] and tokens[end - 1].norm in _ORGANIZATIONS


def _text(tokens: Sequence[Token]) -> str:
    parts: list[str] = []
    for i, token in enumerate(tokens):
        if i and (token.start > tokens[i - 1].end):
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts)


def _office_split(tokens: Sequence[Token], first: int, end: int) -> int:
    """Return where, within a capitalized run, the name begins behind its office words."""
    name = first
    for i in range(first, end):
        norm = tokens[i].norm.rstrip(".")
        if norm in _HEADS or norm in _HONORIFICS:
            name = i + 1
            if name < end and tokens[name].text == ".":
                name += 1
    return name


def _office_start(tokens: Sequence[Token], at: int) -> int:
    """Return where the office words that end just before token ``at`` begin."""
    start = at
    if start and tokens[start - 1].text == "." and start > 1 and tokens[start - 2].norm in _HONORIFICS:
        start -= 2
    if start and tokens[start - 1].norm == "," and start > 1 and tokens[start - 2].norm in _HEADS | _MODIFIERS:
        start -= 1
    seen_head = start < at and tokens[start].norm in _HONORIFICS
    furthest = start
    while start:
        norm = tokens[start - 1].norm
        if norm in _HEADS or norm in _HONORIFICS:
            seen_head = True
            furthest = start - 1
        elif norm not in _MODIFIERS:
            break
        elif seen_head:
            furthest = start - 1
        start -= 1
    start = furthest
    while start < at and tokens[start].norm in ("and", "of", "for", "the", ","):
        start += 1
    return start if seen_head else at


def _make_entry(tokens: Sequence[Token], at: int, end: int, entry: Entry) -> Name:
    if entry.kind is not ActorKind.PERSON:
        return Name(at, end, entry.name, entry.kind, entry.alias, entry.parent)
    start = _office_start(tokens, at)
    office = _text(tokens[start:at]).strip(" ,") or None
    return Name(at, end, entry.name, entry.kind, entry.alias, office=office, start=start)


def _make_run(tokens: Sequence[Token], first: int, end: int) -> Name | None:
    while end > first and tokens[end - 1].norm in (*_PARTICLES, "."):
        end -= 1
    if end <= first:
        return None
    if end - first == 1 and tokens[first].norm in _ORGANIZATIONS:
        return None  # "the Council": a description
    if all(t.norm in _MODIFIERS or t.norm in _HEADS or t.norm == "." for t in tokens[first:end]):
        return None  # "the Foreign Minister": an office alone
    if tokens[end - 1].norm in _ORGANIZATIONS:
        return Name(first, end, _text(tokens[first:end]), ActorKind.BODY, known=False)
    if end - first == 1 and end < len(tokens) and tokens[end].text in "$€£":
        return None  # "C$", "US$"
    name = _office_split(tokens, first, end)
    if name >= end:
        return None  # an office alone
    start = first if name > first else _office_start(tokens, first)
    office = _text(tokens[start:name]).strip(" ,") or None
    placed = office is None and first > 0 and tokens[first - 1].norm in _LOCATIVE
    return Name(
        name, end, _text(tokens[name:end]), ActorKind.PERSON, office=office, start=start, known=False,
        parent="?" if placed else None,
    )


def raw_names(sentence: Sentence, gaz: Gazetteer) -> list[Name]:
    """Return known names and capitalized runs, single words included, surnames not yet resolved."""
    tokens = sentence.tokens
    caps = shouting(tokens)
    names: list[Name] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if not token.word and token.text not in "[(":
            at += 1
            continue
        match = gaz.match(tokens, at) if token.word else None
        if match is not None and caps and match[1].alias is AliasKind.ACRONYM and len(token.text) <= 3:
            match = None if token.norm in ("us", "who", "it", "un-") else match
        if match is not None:
            names.append(_make_entry(tokens, at, *match))
            at = match[0]
            continue
        if caps or not _is_cap_word(token) or (token.norm in _OPENERS and not _names_body(tokens, at, gaz)):
            at += 1
            continue
        end = _run_end(tokens, at, gaz)
        name = _make_run(tokens, at, end)
        if name is not None:
            names.append(name)
        at = max(end, at + 1)
    return _join_bodies(tokens, names)


def _names_body(tokens: Sequence[Token], at: int, gaz: Gazetteer) -> bool:
    """Tell whether a capitalized everyday word opens the name of a body: "National Security Council"."""
    if tokens[at].norm in words("words", "prepositions") or tokens[at].norm in words("words", "determiners"):
        return False
    end = _run_end(tokens, at, gaz)
    return end - at >= 2 and tokens[end - 1].norm in _ORGANIZATIONS


def _join_bodies(tokens: Sequence[Token], names: list[Name]) -> list[Name]:
    """Join a body with its "of …": "University of Leicester"; note the state before it as its parent."""
    result: list[Name] = []
    for name in names:
        previous = result[-1] if result else None
        if (
            previous is not None
            and previous.kind is ActorKind.BODY
            and not previous.known
            and name.first == previous.last + 1
            and tokens[previous.last].norm in ("of", "for")
        ):
            parent = name.name if name.kind in _STATES else previous.parent
            result[-1] = replace(
                previous, last=name.last, name=_text(tokens[previous.first : name.last]), parent=parent
            )
            continue
        if name.kind in (ActorKind.BODY, ActorKind.PERSON) and previous is not None and not (name.known and name.kind is ActorKind.BODY):
            gap = tokens[previous.last : name.begin]
            adjacent = not gap or (len(gap) == 1 and gap[0].norm == "'s")
            if adjacent and previous.kind is not ActorKind.PERSON and previous.kind is not None:
                owner = previous.name
                if name.kind is ActorKind.BODY:
                    name = replace(name, parent=previous.state or owner)
                elif name.office or not gap:
                    name = replace(name, of=previous.state or owner)
        result.append(name)
    return result


class People:
    """The persons of one article: full names, and which of them a surname means."""

    def __init__(self) -> None:
        self.full: dict[str, Name] = {}
        self._by_word: dict[str, list[str]] = {}

    def add(self, name: Name) -> None:
        """Remember a person with a name of two words or more; offices are kept from wherever they stand."""
        words_ = name.name.split()
        if len(words_) < 2 or (uncertain(name) and name.name not in self.full):
            return
        old = self.full.get(name.name)
        if old is None or (name.office and not old.office) or (name.of and not old.of):
            self.full[name.name] = replace(
                name,
                office=name.office or (old.office if old else None),
                of=name.of or (old.of if old else None),
            )
        for word in {words_[-1], words_[0]}:
            known = self._by_word.setdefault(word.casefold(), [])
            if name.name not in known:
                known.append(name.name)

    def find(self, text: str) -> Name | None:
        """Return the person whose surname (else first name, else a longer form) is ``text``."""
        known = self._by_word.get(text.split()[-1].casefold()) if text else None
        if not known:
            return None
        surname = [n for n in known if n.split()[-1].casefold() == text.split()[-1].casefold()]
        return self.full[(surname or known)[0]]


def _after_office(tokens: Sequence[Token], name: Name, names: Iterable[Name]) -> Name:
    """Read an office behind the name: ", the U.S. ambassador," or "of Kenya"."""
    at = name.last
    if at >= len(tokens):
        return name
    if tokens[at].norm == "of":
        for other in names:
            if other.first in (at + 1, at + 2) and other.kind in _STATES:
                return replace(name, of=name.of or other.name)
    if tokens[at].norm not in (",", "("):
        return name
    end = at + 1
    while end < len(tokens) and tokens[end].norm not in (",", ";", ")", "who", "which", "."):
        end += 1
    head = next((i for i in range(at + 1, end) if tokens[i].norm in _HEADS), None)
    if head is None or any(t.norm in ("said", "told", "and") for t in tokens[at + 1 : head]):
        return name
    of = next((n.state or n.name for n in names if at < n.first < end and n.kind is not ActorKind.PERSON and n.kind), None)
    first = at + 1
    while first < head and tokens[first].norm in ("the", "a", "an", "its", "their", "his", "her"):
        first += 1
    return replace(name, office=name.office or _text(tokens[first : head + 1]), of=name.of or of)


def resolve(sentences: Sequence[Sentence], gaz: Gazetteer, heads: int = 0) -> tuple[list[list[Name]], People]:
    """Return the names of each sentence, surnames resolved over the whole article, and its people.

    The first ``heads`` sentences are headline and date line, where a capitalized run may be a place.
    """
    raw = [raw_names(sentence, gaz) for sentence in sentences]
    people = People()
    for number, (sentence, names) in enumerate(zip(sentences, raw, strict=True)):
        for i, name in enumerate(names):
            if name.kind is ActorKind.PERSON and number < heads and not name.known and not name.office:
                names[i] = replace(name, parent="?")
            elif name.kind is ActorKind.PERSON:
                names[i] = _after_office(sentence.tokens, name, names)
                people.add(names[i])
    resolved: list[list[Name]] = []
    for sentence, names in zip(sentences, raw, strict=True):
        kept = []
        for name in names:
            if name.kind is not ActorKind.PERSON:
                kept.append(name)
                continue
            person = people.full.get(name.name) or (people.find(name.name) if " " not in name.name else None)
            if uncertain(name) and person is None:
                kept.append(name)
                continue
            if person is not None:
                kept.append(
                    replace(
                        name,
                        name=person.name,
                        parent=None,
                        office=name.office or person.office,
                        of=name.of or person.of or _known_of(person.name, gaz),
                    )
                )
            elif name.office or " " in name.name or not sentence.tokens:
                kept.append(replace(name, of=name.of or _known_of(name.name, gaz)))
            else:
                kept.append(replace(name, known=False, parent="?"))  # a single capitalized word of unknown kind
        resolved.append(kept)
    return resolved, people


def _known_of(person: str, gaz: Gazetteer) -> str | None:
    offices = gaz.offices.get(person)
    return offices[-1][1] if offices else None


def uncertain(name: Name) -> bool:
    """Tell whether a name is a single capitalized word that nothing vouches for."""
    return name.kind is ActorKind.PERSON and name.parent == "?"
