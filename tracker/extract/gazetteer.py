"""Level 2: known names. The names that the knowledge gives, by their words; the longest match wins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker.extract.lexicon import words
from tracker.extract.tokens import Token, tokenize
from tracker.knowledge import Knowledge, MissionEntry, OfficeEntry
from tracker.vocab import ActorKind, AliasKind


@dataclass(frozen=True, slots=True)
class Entry:
    """What a known name means: an actor, or (``kind`` None) a mission by its slug."""

    name: str
    kind: ActorKind | None
    alias: AliasKind
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class _Term:
    texts: tuple[str, ...]
    entry: Entry
    article: bool  # a single word that is a name only behind "the": "The National"


# Names that are everyday words too: read only as they are printed, to the letter.
_EVERYDAY = words("titles", "everyday_names")


class Gazetteer:
    """Known names, found in token sequences."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._terms: dict[tuple[str, ...], tuple[_Term, ...]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}  # in tokens, longest first, by the first word
        self.missions: dict[str, MissionEntry] = {m.slug: m for m in knowledge.missions}
        self.currencies: dict[str, str] = {a.name: a.currency for a in knowledge.actors if a.currency}
        self.kinds: dict[str, ActorKind] = {a.name: a.kind for a in knowledge.actors}
        self.parents: dict[str, str] = {a.name: a.parent for a in knowledge.actors if a.parent}
        self.offices: dict[str, list[tuple[str, str]]] = {}
        self._held: dict[str, list[OfficeEntry]] = {}
        self._by_surname: dict[str, list[OfficeEntry]] = {}
        self.capitals: dict[str, str] = {}
        for office in knowledge.offices:
            self.offices.setdefault(office.person, []).append((office.office, office.of))
            self._held.setdefault(office.person, []).append(office)
            surname = office.person.rsplit(maxsplit=1)[-1].casefold()
            self._by_surname.setdefault(surname, []).append(office)
        for actor in knowledge.actors:
            self._add(actor.name, Entry(actor.name, actor.kind, AliasKind.NAME, actor.parent))
            for alias in actor.aliases:
                self._add(alias.text, Entry(actor.name, actor.kind, alias.kind, actor.parent))
                if alias.kind is AliasKind.CAPITAL:
                    self.capitals[alias.text.casefold()] = actor.name
        for mission in knowledge.missions:
            entry = Entry(mission.slug, None, AliasKind.NAME)
            for text in (mission.name, *mission.aliases):
                self._add(text, entry)

    def serves(self, person: str, day: date | None) -> str | None:
        """Return whom a person serves on ``day``: by the last office begun before it, else the first."""
        terms = self._held.get(person)
        if not terms:
            return None
        begun = [t for t in terms if day is None or t.held_from is None or t.held_from <= day]
        return begun[-1].of if begun else terms[0].of

    def served_by(self, surname: str, title: str, day: date | None) -> str | None:
        """Return the one state whose officer a title and a surname mean on ``day``: "President Biden"."""
        if day is None or not title or " " in surname:
            return None
        head = title.casefold().split()[-1]
        terms = [t for t in self._by_surname.get(surname.casefold(), ()) if _holds(t, day)]
        states = {t.of for t in terms if head in t.office.casefold().split()}
        return states.pop() if len(states) == 1 else None

    def _add(self, text: str, entry: Entry) -> None:
        tokens = tokenize(text)
        article = bool(tokens) and tokens[0].norm == "the"
        if article:
            tokens = tokens[1:]
        if not tokens:
            return
        needs_article = article and len(tokens) == 1 and entry.kind is ActorKind.OUTLET
        norms = tuple(t.norm for t in tokens)
        term = _Term(tuple(t.text for t in tokens), entry, needs_article)
        self._terms[norms] = (*self._terms.get(norms, ()), term)
        lengths = self._lengths.get(norms[0], ())
        if len(norms) not in lengths:
            self._lengths[norms[0]] = tuple(sorted((*lengths, len(norms)), reverse=True))

    def match(self, tokens: Sequence[Token], at: int) -> tuple[int, Entry] | None:
        """Return the end and meaning of the longest known name that begins at token ``at``."""
        for length in self._lengths.get(tokens[at].norm, ()):
            end = at + length
            window = tokens[at:end]
            if len(window) < length:
                continue
            for term in self._terms.get(tuple(t.norm for t in window), ()):
                if not (term.article and _lacks_article(tokens, at, end)) and _cased(window, term):
                    return end, term.entry
        return None


def _holds(term: OfficeEntry, day: date) -> bool:
    """Tell whether an office is held on a day by its holder."""
    begun = term.held_from is None or term.held_from <= day
    return begun and (term.held_to is None or day <= term.held_to)


def _lacks_article(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Tell whether no "The" stands before a word, or another capitalized one behind it."""
    return not at or tokens[at - 1].text != "The" or (end < len(tokens) and tokens[end].cap)


def _cased(window: Sequence[Token], term: _Term) -> bool:
    """Tell whether the capitals agree: acronyms to the letter, names by their first letters."""
    if len(window) == 1 and term.texts[0].isupper() and len(term.texts[0]) <= 5:
        as_word = term.entry.kind is None and len(term.texts[0]) > 3  # "Kfor", as some papers print it
        return window[0].text in (term.texts[0], term.texts[0].title() if as_word else "")
    if window[0].norm in _EVERYDAY and len(window) == 1:
        return window[0].text == term.texts[0]
    if len(window) > 1 and term.entry.kind is ActorKind.BODY and not any(token.cap for token in window):
        return True  # "the security council", as some papers print it
    return all(token.cap or not text[0].isupper() for token, text in zip(window, term.texts, strict=True))


_latest: list[tuple[Knowledge, Gazetteer]] = []


def gazetteer(knowledge: Knowledge) -> Gazetteer:
    """Return the gazetteer of ``knowledge``; that of the latest one is kept (by identity: hashing costs)."""
    if not _latest or _latest[0][0] is not knowledge:
        _latest[:] = [(knowledge, Gazetteer(knowledge))]
    return _latest[0][1]
