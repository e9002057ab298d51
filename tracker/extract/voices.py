"""Level 5: whose voice a sentence has: that of the person quoted, whose "we" is his state."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from tracker.extract.actors import Actor
from tracker.extract.reading import Reading
from tracker.extract.sayings import Saying


def voices(reading: Reading, sayings: Iterable[Saying]) -> dict[int, Actor]:
    """Return the speaker of each sentence that stands whole inside a direct quotation, by its index."""
    said = [(part, saying.speaker) for saying in sayings if saying.direct for part in saying.parts]
    said.sort(key=lambda each: each[0].start)
    starts = [part.start for part, _speaker in said]
    heard: dict[int, Actor] = {}
    for parsed in reading.parsed:
        span = parsed.sentence.span
        at = bisect_right(starts, span.start) - 1
        part, speaker = said[at] if at >= 0 else (span, None)
        if speaker is not None and span.end <= part.end:
            heard[parsed.index] = speaker
    return heard
