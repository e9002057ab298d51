"""Level 5: who holds an office: whom "the minister", "the French president", "the trader" mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tracker.extract.lexicon import section, words
from tracker.extract.names import Name, uncertain
from tracker.extract.offices import MODIFIERS
from tracker.extract.reading import Parsed, Reading
from tracker.vocab import ActorKind

# Nouns that say what somebody does or is at home: they mean whom the text has just introduced.
_BEARERS = words("speech", "bearers")
_SPELLED = {"defense": "defence"}
_SIDES = frozenset({"opposition", "rebel", "gang", "party", "community", "student", "business", "church"})
_LESSER = frozenset({"deputy", "vice", "former", "assistant"})  # a deputy is not "the president"
_TASKS = MODIFIERS - words("words", "prepositions") - {"the", "and"}
_FURTHEST = 40  # mentions of persons that a description looks back over
_AGED = re.compile(r"\d{1,3}-year-old")


class _Mention(NamedTuple):
    """A person's name in an article: its sentence, where it begins there, its paragraph."""

    sentence: int
    first: int
    paragraph: int
    name: Name


class Holders:
    """The persons of an article by the words of their offices, so that a description is looked up at once."""

    def __init__(self, reading: Reading) -> None:
        self._offices = reading.gaz.offices
        self._mentions: list[_Mention] = []
        self._by_word: dict[str, list[_Mention]] = {}
        for parsed in reading.parsed:
            for name in parsed.names:
                if name.kind is ActorKind.PERSON and not uncertain(name):
                    self._add(_Mention(parsed.index, name.first, parsed.sentence.paragraph, name))

    def _add(self, mention: _Mention) -> None:
        self._mentions.append(mention)
        offices = (mention.name.office or "", *(o for o, _ in self._offices.get(mention.name.name, [])))
        for word in {word for office in offices for word in office_words(office)}:
            self._by_word.setdefault(word, []).append(mention)

    def holder(self, description: Sequence[str], parsed: Parsed, at: int, state: str | None) -> Name | None:
        """Return the person last named before token ``at`` whose office fits ``description``.

        That is "foreign minister". With ``state`` only one who holds it there: "the French president", even
        where the article does not say what he is but the knowledge does.
        """
        found = [
            mention
            for word in _fitting(description[-1])
            if (mention := self._last(self._by_word.get(word, []), description, (parsed.index, at), state))
        ]
        return max(found, key=lambda mention: mention[:2]).name if found else None

    def _last(
        self,
        mentions: Sequence[_Mention],
        description: Sequence[str],
        before: tuple[int, int],
        state: str | None,
    ) -> _Mention | None:
        end = bisect_left(mentions, before, key=lambda mention: mention[:2])
        for mention in reversed(mentions[max(0, end - _FURTHEST) : end]):
            name = mention.name
            if state is not None and name.of != state:
                continue
            known = [o for o, of in self._offices.get(name.name, []) if of == state]
            if any(_fits(office, description) for office in (name.office or "", *known)):
                return mention
        return None

    def introduced(self, head: str, parsed: Parsed, at: int, foremost: Name | None) -> Name | None:
        """Return the person foremost, where ``head`` can describe whom the text has just introduced.

        That is "the trader", "the 34-year-old", behind a sentence of the same or the last paragraph that
        names somebody whose office is not said to be another.
        """
        if foremost is None or not (head in _BEARERS or _AGED.fullmatch(head)):
            return None
        end = bisect_left(self._mentions, (parsed.index, at), key=lambda mention: mention[:2])
        for mention in reversed(self._mentions[max(0, end - _FURTHEST) : end]):
            name = mention.name
            if mention.paragraph < parsed.sentence.paragraph - 1:
                return None
            if name.name == foremost.name:
                return name if not name.office or head in office_words(name.office) else None
        return None


def _fitting(head: str) -> frozenset[str]:
    """Return the words of offices that may be described by ``head``: a "leader" may be a president."""
    return section("titles", "offices_like").get(head, frozenset()) | {head}


def _fits(office: str, description: Sequence[str]) -> bool:
    """Tell whether an office may be described so: by its noun, and by no task that is not its own."""
    held = office_words(office)
    *modifiers, head = description
    if not held & _fitting(head) or _SIDES & set(modifiers) - held:
        return False
    tasks, own = _tasks(modifiers), _tasks(held)
    if _LESSER & (tasks ^ own) or (head == "minister" and "prime" in tasks ^ own):
        return False
    return not (tasks and own) or bool(tasks & own)


def _tasks(words_of: Iterable[str]) -> set[str]:
    return {_SPELLED.get(word, word) for word in words_of} & _TASKS


def office_words(office: str) -> set[str]:
    """Return the folded words of an office, and the whole of it."""
    folded = office.casefold()
    return {folded, *folded.replace("-", " ").replace(".", "").split()}
