"""What a clause says of its event: that it happened, is promised, has not happened, or may."""

from __future__ import annotations

import pytest

from tests.extract.conftest import article
from tracker.extract.gazetteer import gazetteer
from tracker.extract.modality import Sense, sense
from tracker.extract.reading import read
from tracker.knowledge import Knowledge

CASES = [
    ("Kenya sent 400 officers.", Sense.FACT),
    ("Kenya has sent 400 officers.", Sense.FACT),
    ("Kenya began to send officers.", Sense.FACT),
    ("Kenya went on to send officers.", Sense.FACT),
    ("Kenya was the first to send officers.", Sense.FACT),
    ("When Kenya sent officers, Haiti cheered.", Sense.FACT),
    ("Kenya will send officers.", Sense.PROMISED),
    ("Kenya would send officers, he said.", Sense.PROMISED),
    ("Kenya is to send officers.", Sense.PROMISED),
    ("Kenya agreed to send officers.", Sense.PROMISED),
    ("Kenya has promised to send officers.", Sense.PROMISED),
    ("Kenya is expected to send officers.", Sense.PROMISED),
    ("Kenya is ready to send officers.", Sense.PROMISED),
    ("Kenya will begin to send officers.", Sense.PROMISED),
    ("Kenya did not send officers.", Sense.NEGATED),
    ("Kenya never sent officers.", Sense.NEGATED),
    ("Kenya sent no officers.", Sense.NEGATED),
    ("Nobody sent officers.", Sense.NEGATED),
    ("No country has sent officers.", Sense.NEGATED),
    ("Kenya has yet to send officers.", Sense.NEGATED),
    ("Kenya refused to send officers.", Sense.NEGATED),
    ("Kenya was unable to send officers.", Sense.NEGATED),
    ("Kenya has not agreed to send officers.", Sense.NEGATED),
    ("Kenya may send officers.", Sense.IRREALIS),
    ("Kenya could send officers.", Sense.IRREALIS),
    ("Kenya must send officers.", Sense.IRREALIS),
    ("If Kenya sent officers, Haiti would pay.", Sense.IRREALIS),
    ("If Haiti asked, Kenya would send officers.", Sense.IRREALIS),
    ("Should Haiti ask, Kenya would send officers.", Sense.IRREALIS),
    ("Once the Kenyans send officers, Haiti will pay.", Sense.IRREALIS),
    ("Haiti asked Kenya to send officers.", Sense.IRREALIS),
    ("Haiti wants Kenya to send officers.", Sense.IRREALIS),
    ("Kenya was asked to send officers.", Sense.IRREALIS),
    ("Kenya hoped to be asked to send officers.", Sense.IRREALIS),
    ("Kenya might agree to send officers.", Sense.IRREALIS),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sense_of_sending(text: str, expected: Sense, knowledge: Knowledge) -> None:
    (parsed,) = read(article(text), gazetteer(knowledge)).parsed
    clause = next(c for c in parsed.clauses if c.verb.base == "send")
    assert sense(parsed, parsed.clauses, clause.index) is expected
