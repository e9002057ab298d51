"""Level 4: statements. Turns of a transcript, direct quotations and reported clauses, with their speakers."""

from __future__ import annotations

from tracker.claims import FieldSpan, Span, StatementClaim
from tracker.extract.according import read_according
from tracker.extract.attributions import attributions
from tracker.extract.discourse import Discourse
from tracker.extract.quoted import QuotationReader
from tracker.extract.reading import Reading
from tracker.extract.reported import reported_clauses
from tracker.extract.sayings import Rule, Saying
from tracker.extract.speakers import Speakers
from tracker.extract.transcript import turns

_TURN = Rule("transcript-turn", 0.95)


def read_statements(reading: Reading, discourse: Discourse, mission: str | None) -> list[StatementClaim]:
    """Return the statements of an article as claims, in reading order."""
    claims = (_claim(saying, reading.body, mission) for saying in find_sayings(reading, discourse))
    return [claim for claim in claims if claim is not None]


def find_sayings(reading: Reading, discourse: Discourse) -> list[Saying]:
    """Return who says what in an article, in reading order."""
    found: list[Saying] = []
    spoken: set[int] = set()
    for turn in turns(reading):
        spoken.update(turn.sentences)
        if turn.speaker is not None:
            found.append(Saying(turn.speaker, True, [turn.content], turn.whole, _TURN, turn.paragraph))
    speakers = Speakers(reading, discourse)
    quotations = QuotationReader(reading, speakers, found)
    for parsed in reading.parsed:
        sentence = parsed.sentence
        if parsed.head or sentence.table or sentence.inside is not None or parsed.index in spoken:
            continue
        attributed = list(attributions(parsed, speakers))
        used = quotations.read(parsed, attributed)
        found += reported_clauses(parsed, attributed, used)
        found += [*read_according(parsed, speakers, found)]
    found.sort(key=lambda saying: saying.parts[0].start)
    return found


def _claim(saying: Saying, body: str, mission: str | None) -> StatementClaim | None:
    """Return the claim that a saying makes; None where it has no words."""
    parts = [_trimmed(body, part) for part in saying.parts]
    texts = [" ".join(part.text(body).split()) for part in parts]
    said = " ".join(texts).split()
    if not said:
        return None
    mention = saying.speaker.mention() if saying.speaker is not None else None
    fields = [FieldSpan("content", part) for part in parts]
    if mention is not None:
        fields.append(FieldSpan("speaker", mention.span))
    return StatementClaim(
        span=Span(
            min(saying.evidence.start, *(p.start for p in parts)),
            max(saying.evidence.end, *(p.end for p in parts)),
        ),
        rule=saying.rule.name,
        confidence=saying.rule.confidence,
        mission=mission,
        fields=tuple(fields),
        speaker=mention,
        direct=saying.direct,
        starts=" ".join(said[:5]),
        # What stood between two quotations is left out, and the reader is to see that it is.
        content=(" … " if saying.direct else " ").join(text for text in texts if text),
    )


def _trimmed(body: str, part: Span) -> Span:
    """Return a span without the space around it and the comma at its end."""
    start, end = part.start, part.end
    while start < end and body[start].isspace():
        start += 1
    while end > start and (body[end - 1].isspace() or body[end - 1] == ","):
        end -= 1
    return Span(start, end)
