"""Level 2: the persons of an article. A bare surname is the person whose full name the article gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tracker.extract.gazetteer import Gazetteer
from tracker.extract.name_runs import raw_names
from tracker.extract.names import Ground, Name, uncertain
from tracker.extract.offices import with_office_before, with_office_behind
from tracker.extract.sentences import Sentence
from tracker.vocab import ActorKind


class People:
    """The persons of one article: full names, and which of them a surname means."""

    def __init__(self) -> None:
        self.full: dict[str, Name] = {}
        self._by_word: dict[str, list[str]] = {}

    def add(self, name: Name) -> None:
        """Remember a person with a name of two words or more; offices are kept from wherever they stand."""
        parts = name.name.split()
        old = self.full.get(name.name)
        if len(parts) < 2 or (uncertain(name) and old is None):
            return
        if old is None or (name.office and not old.office) or (name.of and not old.of):
            self.full[name.name] = replace(
                name,
                office=name.office or (old.office if old else None),
                of=name.of or (old.of if old else None),
            )
        for part in {parts[-1].casefold(), parts[0].casefold()}:
            known = self._by_word.setdefault(part, [])
            if name.name not in known:
                known.append(name.name)

    def find(self, text: str) -> Name | None:
        """Return the person whose surname (else first name, else a longer form) is ``text``."""
        if not text:
            return None
        word = _surname(text)
        known = self._by_word.get(word)
        if not known:
            return None
        return self.full[next((n for n in known if _surname(n) == word), known[0])]

    def longer(self, text: str) -> Name | None:
        """Return the person whose full name ends in the double surname ``text``: "Gahr Støre"."""
        known = self._by_word.get(_surname(text), [])
        ending = " " + text.casefold()
        return next((self.full[n] for n in known if n.casefold().endswith(ending)), None)


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].casefold()


def resolve(
    sentences: Sequence[Sentence], gaz: Gazetteer, heads: int = 0, day: date | None = None
) -> tuple[list[list[Name]], People]:
    """Return the names of each sentence, surnames resolved over the whole article, and its people.

    ``day`` is when the article was published: it says which of a person's offices is meant.

    The first ``heads`` sentences are headline and date line, where a capitalized run may be a place.
    """
    raw = [raw_names(sentence, gaz) for sentence in sentences]
    people = People()
    for number, (sentence, names) in enumerate(zip(sentences, raw, strict=True)):
        for i, name in enumerate(names):
            if name.kind is not ActorKind.PERSON:
                continue
            if number < heads and not name.known and not name.office:
                names[i] = replace(name, certain=False)
            else:
                owned = _with_owner(sentence, name, names[i - 1] if i else None)
                introduced = with_office_before(sentence.tokens, owned, names)
                names[i] = with_office_behind(sentence.tokens, introduced, names)
                people.add(names[i])
    return [[_resolved(name, people, gaz, day) for name in names] for names in raw], people


def _with_owner(sentence: Sentence, name: Name, before: Name | None) -> Name:
    """Return a person with the state that it is named by: "Qatar's Alya Al Thani"."""
    if before is None or name.of is not None or before.kind is not ActorKind.STATE or " " not in name.name:
        return name
    between = [t.norm for t in sentence.tokens[before.last : name.begin]]
    return replace(name, of=before.state) if between == ["'s"] else name


def _resolved(name: Name, people: People, gaz: Gazetteer, day: date | None) -> Name:
    """Return a name as the whole article explains it."""
    if name.kind is not ActorKind.PERSON:
        return name
    person, ground = people.full.get(name.name), name.ground
    if " " in name.name:
        longer = people.longer(name.name)
        person, ground = (person, ground) if longer is None else (longer, Ground.SURNAME)
    elif person is None:
        person = people.find(name.name)
        if person is not None:
            is_surname = _surname(person.name) == _surname(name.name)
            ground = Ground.SURNAME if is_surname else Ground.FIRST_NAME
    if person is not None:
        return replace(
            name,
            name=person.name,
            certain=True,
            ground=ground,
            office=name.office or person.office,
            of=name.of or person.of or gaz.serves(person.name, day),
        )
    if uncertain(name):
        return name
    if name.office or " " in name.name:
        of = name.of or gaz.serves(name.name, day)
        return replace(name, of=of or gaz.served_by(name.name, name.office or "", day))
    return replace(name, known=False, certain=False)  # a single capitalized word of unknown kind
