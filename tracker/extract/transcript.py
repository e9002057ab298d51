"""Level 1: transcripts. Paragraphs that open with the name of who speaks are turns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.claims import Span
from tracker.extract.actors import Actor, Reference
from tracker.extract.foremost import is_sure_person
from tracker.extract.lexicon import words
from tracker.extract.names import Name
from tracker.extract.reading import Parsed, Reading
from tracker.vocab import ActorKind

_LABEL = re.compile(
    r"([^\W\d_][\w.'’-]{0,40}(?: [^\W\d_][\w.'’-]{0,40}){0,4})(?:,? ?\([^()\n]{1,60}\))?:[ \t]+(?=\S)"
)
_INITIAL = re.compile(r"([QA])\.?[ \t]+(?=[A-Z“])")  # "Q. How many?"
_TITLES = words("titles", "honorifics") | words("titles", "heads") | words("titles", "modifiers")
_NAMELESS = words("speech", "labels")
_ANSWERS = frozenset({"a", "answer"})
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says until the next one does; ``speaker`` is None where the label names nobody."""

    speaker: Actor | None
    content: Span
    whole: Span
    paragraph: int
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A paragraph that opens with a label: its number, its sentences, the label."""

    paragraph: int
    sentences: Sequence[Parsed]
    label: re.Match[str]

    @property
    def name(self) -> str:
        return self.label.group(1)

    @property
    def span(self) -> Span:
        return Span(self.label.start(1), self.label.end(1))


def turns(reading: Reading) -> list[Turn]:
    """Return the turns of a transcript; [] for any other text."""
    labelled = _labelled(reading)
    if not labelled:
        return []
    inside: dict[int, list[int]] = {}
    for parsed in reading.parsed:
        inside.setdefault(parsed.sentence.paragraph, []).append(parsed.index)
    answering = _answering(reading, labelled)
    known: dict[str, str] = {}  # full names by surname
    result = []
    for entry in labelled:
        speaker = answering if entry.name.casefold() in _ANSWERS else _speaker(entry, reading)
        if speaker is not None and " " in speaker.name:
            known.setdefault(_surname(speaker), speaker.name)
        elif speaker is not None:
            speaker = replace(speaker, name=known.get(_surname(speaker), speaker.name))
        end = entry.sentences[-1].sentence.span.end
        result.append(
            Turn(
                speaker=speaker,
                content=Span(entry.label.end(), end),
                whole=Span(entry.label.start(), end),
                paragraph=entry.paragraph,
                sentences=tuple(inside[entry.paragraph]),
            )
        )
    return result


def _surname(speaker: Actor) -> str:
    return speaker.name.rsplit(maxsplit=1)[-1].casefold()


# -- which paragraphs are turns ----------------------------------------------------------------------------


def _labelled(reading: Reading) -> list[_Labelled]:
    """Return the labelled paragraphs of a transcript; [] where too few have labels to be one."""
    paragraphs: dict[int, list[Parsed]] = {}
    for parsed in reading.parsed:
        if not parsed.head and parsed.sentence.inside is None:
            paragraphs.setdefault(parsed.sentence.paragraph, []).append(parsed)
    found = []
    for number, sentences in paragraphs.items():
        match = None if _lists(sentences) else _label(reading.body, sentences[0].sentence.span.start)
        if match and _is_label(match.group(1)) and reading.body[match.end()] not in '“"‘':
            found.append(_Labelled(number, sentences, match))
    full = sum(p.name.isupper() or " " in p.name for p in found)
    enough = len(found) >= _ENOUGH and full >= 2 and len(found) * 2 >= len(paragraphs)
    return found if enough else []


def _label(body: str, start: int) -> re.Match[str] | None:
    return _LABEL.match(body, start) or _INITIAL.match(body, start)


def _lists(sentences: Sequence[Parsed]) -> bool:
    """Tell whether a paragraph is an item of a list by states or organizations: "Chad: 800 police"."""
    name = sentences[0].name_at(0)
    return name is not None and name.kind not in (ActorKind.PERSON, ActorKind.BODY)


def _is_label(text: str) -> bool:
    parts = text.split()
    return text.isupper() or (len(parts) <= 4 and all(p[0].isupper() for p in parts))


# -- who speaks --------------------------------------------------------------------------------------------


def _speaker(entry: _Labelled, reading: Reading) -> Actor | None:
    """Return who speaks behind a label, None where it names nobody: "HOST", "Q", "THE PRESIDENT"."""
    parts = entry.name.split()
    if parts[0].casefold().rstrip(".") in _NAMELESS:
        return None
    while parts and parts[0].casefold().rstrip(".") in _TITLES:
        parts = parts[1:]
    if not parts or parts[0].casefold() in _NAMELESS:
        return None
    text = " ".join(parts)
    folded = text.casefold()
    person = next((n for full, n in reading.people.full.items() if full.casefold() == folded), None)
    if person is None and len(parts) == 1:
        person = reading.people.find(text)
    if person is not None and not person.name.isupper():
        return Actor.person(person, entry.span)
    return Actor(" ".join(_title_case(p) for p in parts), ActorKind.PERSON, entry.span, None)


def _title_case(word: str) -> str:
    return "-".join(p.capitalize() for p in word.split("-")) if word.isupper() else word


def _answering(reading: Reading, labelled: Sequence[_Labelled]) -> Actor | None:
    """Return who answers in an interview, where just one person is named before it begins."""
    start = labelled[0].label.start()
    named: dict[str, tuple[Name, Span]] = {}
    for parsed in reading.parsed:
        if parsed.sentence.span.start >= start:
            break
        for name in parsed.names:
            if is_sure_person(name):
                named.setdefault(name.name, (name, parsed.span(name.begin, name.last)))
    if len(named) != 1:
        return None
    ((name, span),) = named.values()
    return Actor.person(name, span, Reference.CONTEXT)
