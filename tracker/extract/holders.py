"""Level 5: who holds an office: whom "the minister", "the French president", "the trader" mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tracker.extract.lexicon import section, words
from tracker.extract.names import Name, uncertain
from tracker.extract.offices import MODIFIERS
from tracker.extract.reading import Parsed, Reading
from tracker.vocab import ActorKind

# Nouns that say what somebody does or is at home: they mean whom the text has just introduced.
_BEARERS = words("speech", "bearers")
_SPELLED = {"defense": "defence"}
_LESSER = frozenset({"deputy", "vice", "former", "assistant"})  # a deputy is not "the president"
_TASKS = MODIFIERS - words("words", "prepositions") - {"the", "and"}
_AGED = re.compile(r"\d{1,3}-year-old")


def office_holder(
    reading: Reading, description: Sequence[str], parsed: Parsed, at: int, state: str | None
) -> Name | None:
    """Return the person last named before token ``at`` whose office fits ``description``: "foreign minister".

    With ``state`` only one who holds it there: "the French president", even where the article does not say
    what he is but the knowledge does.
    """
    for name in _persons_before(reading, parsed, at):
        if state is not None and name.of != state:
            continue
        known = [o for o, of in reading.gaz.offices.get(name.name, []) if of == state]
        if any(_fits(office, description) for office in (name.office or "", *known)):
            return name
    return None


def _fits(office: str, description: Sequence[str]) -> bool:
    """Tell whether an office may be described so: by its noun, and by no task that is not its own."""
    held = office_words(office)
    *modifiers, head = description
    if not held & (section("titles", "offices_like").get(head, frozenset()) | {head}):
        return False
    tasks, own = _tasks(modifiers), _tasks(held)
    if _LESSER & (tasks ^ own) or (head == "minister" and "prime" in tasks ^ own):
        return False
    return not (tasks and own) or bool(tasks & own)


def _tasks(words_of: Iterable[str]) -> set[str]:
    return {_SPELLED.get(word, word) for word in words_of} & _TASKS


def introduced(reading: Reading, head: str, parsed: Parsed, at: int, foremost: Name | None) -> Name | None:
    """Return the person foremost, where ``head`` can describe whom the text has just introduced.

    That is "the trader", "the 34-year-old", behind a sentence of the same or the last paragraph that names
    somebody whose office is not said to be another.
    """
    if foremost is None or not (head in _BEARERS or _AGED.fullmatch(head)):
        return None
    for name in _persons_before(reading, parsed, at, since=parsed.sentence.paragraph - 1):
        if name.name == foremost.name:
            return name if not name.office or head in office_words(name.office) else None
    return None


def _persons_before(reading: Reading, parsed: Parsed, at: int, since: int | None = None) -> Iterator[Name]:
    """Yield the persons named before token ``at``, the last one first, back to paragraph ``since``."""
    for earlier in reversed(reading.parsed[: parsed.index + 1]):
        if since is not None and earlier.sentence.paragraph < since:
            return
        for name in reversed(earlier.names):
            inside = earlier is not parsed or name.first < at
            if inside and name.kind is ActorKind.PERSON and not uncertain(name):
                yield name


def office_words(office: str) -> set[str]:
    """Return the folded words of an office, and the whole of it."""
    folded = office.casefold()
    return {folded, *folded.replace("-", " ").replace(".", "").split()}
