"""Level 1: transcripts. Paragraphs that open with the name of who speaks are turns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.claims import Span
from tracker.extract.discourse import Actor
from tracker.extract.lexicon import words
from tracker.extract.names import Name
from tracker.extract.reading import Reading
from tracker.vocab import ActorKind

_LABEL = re.compile(
    r"((?:[^\W\d_][\w.'’-]*)(?: (?:[^\W\d_][\w.'’-]*)){0,4})(?:,? ?\([^()\n]{1,60}\))?:[ \t]+(?=\S)"
)
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
    honorifics = words("titles", "honorifics")
    parts = [p for p in label.split() if p.casefold().rstrip(".") not in honorifics]
    if not parts or " ".join(parts).casefold() in _NAMELESS or parts[0].casefold() in _NAMELESS:
        return None
    text = " ".join(parts)
    folded = text.casefold()
    person: Name | None = next((n for k, n in reading.people.full.items() if k.casefold() == folded), None)
    if person is None and len(parts) == 1:
        person = reading.people.find(text)
    name = person.name if person is not None else " ".join(_title_case(p) for p in parts)
    return Actor(name, ActorKind.PERSON, span, person.of if person is not None else None)


def _title_case(word: str) -> str:
    return "-".join(p.capitalize() for p in word.split("-")) if word.isupper() else word


def turns(reading: Reading) -> list[Turn]:
    """Return the turns of a transcript; [] for any other text."""
    body = reading.body
    paragraphs: dict[int, list[int]] = {}
    for parsed in reading.parsed:
        if not parsed.head and parsed.sentence.inside is None:
            paragraphs.setdefault(parsed.sentence.paragraph, []).append(parsed.index)
    labelled = []
    for number, indexes in paragraphs.items():
        start = reading.parsed[indexes[0]].sentence.span.start
        match = _LABEL.match(body, start)
        if match and _is_label(match.group(1)) and body[match.end()] not in "“\"‘":
            labelled.append((number, indexes, match))
    capitals = [m for _, _, m in labelled if m.group(1).isupper() or " " in m.group(1)]
    if len(labelled) < _ENOUGH or len(capitals) < 2 or len(labelled) * 2 < len(paragraphs):
        return []
    full = {m.group(1).split()[-1].casefold(): _title_case(" ") for _, _, m in labelled}
    del full
    known: dict[str, str] = {}
    result = []
    for number, indexes, match in labelled:
        end = reading.parsed[indexes[-1]].sentence.span.end
        label = Span(match.start(1), match.end(1))
        speaker = _speaker(match.group(1), reading, label)
        if speaker is not None:
            last = speaker.name.split()[-1].casefold()
            if " " in speaker.name:
                known.setdefault(last, speaker.name)
            elif last in known:
                speaker = Actor(known[last], speaker.kind, speaker.span, speaker.state)
        inner = [p.index for p in reading.parsed if p.sentence.paragraph == number]
        result.append(Turn(speaker, Span(match.end(), end), Span(match.start(), end), number, tuple(inner)))
    return result
