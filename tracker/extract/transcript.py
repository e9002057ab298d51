"""Level 1: transcripts. Paragraphs that open with the name of who speaks are turns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.claims import Span
from tracker.extract.actors import Actor
from tracker.extract.lexicon import words
from tracker.extract.reading import Parsed, Reading
from tracker.vocab import ActorKind

_LABEL = re.compile(
    r"([^\W\d_][\w.'’-]{0,40}(?: [^\W\d_][\w.'’-]{0,40}){0,4})(?:,? ?\([^()\n]{1,60}\))?:[ \t]+(?=\S)"
)
_HONORIFICS = words("titles", "honorifics")
_NAMELESS = words("speech", "labels")
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says until the next one does; ``speaker`` is None where the label names nobody."""

    speaker: Actor | None
    content: Span
    whole: Span
    paragraph: int
    sentences: tuple[int, ...]


def _is_label(text: str) -> bool:
    parts = text.split()
    return text.isupper() or (len(parts) <= 4 and all(p[0].isupper() for p in parts))


def _speaker(label: str, reading: Reading, span: Span) -> Actor | None:
    """Return who speaks behind a label, None where it names nobody: "HOST", "Q"."""
    parts = [p for p in label.split() if p.casefold().rstrip(".") not in _HONORIFICS]
    text = " ".join(parts)
    folded = text.casefold()
    if not parts or folded in _NAMELESS or parts[0].casefold() in _NAMELESS:
        return None
    person = next((n for full, n in reading.people.full.items() if full.casefold() == folded), None)
    if person is None and len(parts) == 1:
        person = reading.people.find(text)
    if person is not None and not person.name.isupper():
        return Actor.person(person, span)
    return Actor(" ".join(_title_case(p) for p in parts), ActorKind.PERSON, span, None)


def _title_case(word: str) -> str:
    return "-".join(p.capitalize() for p in word.split("-")) if word.isupper() else word


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A paragraph that opens with a label: its number, its sentences, the label."""

    paragraph: int
    sentences: Sequence[Parsed]
    label: re.Match[str]

    @property
    def name(self) -> str:
        return self.label.group(1)


def _labelled(reading: Reading) -> list[_Labelled]:
    """Return the labelled paragraphs of a transcript; [] where too few have labels to be one."""
    paragraphs: dict[int, list[Parsed]] = {}
    for parsed in reading.parsed:
        if not parsed.head and parsed.sentence.inside is None:
            paragraphs.setdefault(parsed.sentence.paragraph, []).append(parsed)
    found = []
    for number, sentences in paragraphs.items():
        match = None if _lists(sentences) else _LABEL.match(reading.body, sentences[0].sentence.span.start)
        if match and _is_label(match.group(1)) and reading.body[match.end()] not in '“"‘':
            found.append(_Labelled(number, sentences, match))
    full = sum(p.name.isupper() or " " in p.name for p in found)
    enough = len(found) >= _ENOUGH and full >= 2 and len(found) * 2 >= len(paragraphs)
    return found if enough else []


def _lists(sentences: Sequence[Parsed]) -> bool:
    """Tell whether a paragraph is an item of a list by states or organizations: "Chad: 800 police"."""
    name = sentences[0].name_at(0)
    return name is not None and name.kind not in (ActorKind.PERSON, ActorKind.BODY)


def turns(reading: Reading) -> list[Turn]:
    """Return the turns of a transcript; [] for any other text."""
    labelled = _labelled(reading)
    inside: dict[int, list[int]] = {}
    if labelled:
        for parsed in reading.parsed:
            inside.setdefault(parsed.sentence.paragraph, []).append(parsed.index)
    known: dict[str, str] = {}  # full names by surname
    result = []
    for entry in labelled:
        label = entry.label
        speaker = _speaker(entry.name, reading, Span(label.start(1), label.end(1)))
        if speaker is not None:
            surname = speaker.name.rsplit(maxsplit=1)[-1].casefold()
            if " " in speaker.name:
                known.setdefault(surname, speaker.name)
            else:
                speaker = replace(speaker, name=known.get(surname, speaker.name))
        end = entry.sentences[-1].sentence.span.end
        result.append(
            Turn(
                speaker=speaker,
                content=Span(label.end(), end),
                whole=Span(label.start(), end),
                paragraph=entry.paragraph,
                sentences=tuple(inside[entry.paragraph]),
            )
        )
    return result
