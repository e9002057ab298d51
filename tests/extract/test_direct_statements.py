"""Direct quotations and who is quoted, in news English."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.saying import said

DIRECT = [
    (
        '"We will stay," said Godfrey Otunge. "We have to."',
        ["Godfrey Otunge “We will stay We have"],
        "parted short",
    ),
    (
        "'We don't have the men we need and won't pretend,' Ruto said.",
        ["Ruto “We don't have the men"],
        "British",
    ),
    (
        "‘We don’t have the officers’ families,’ Ruto said.",
        ["Ruto “We don’t have the officers’"],
        "two apostrophes",
    ),
    (
        '"We will not leave," said Godfrey Otunge, the police commander who has led the force since June.',
        ["Godfrey Otunge “We will not leave"],
        "inverted, with a long apposition",
    ),
    (
        '"We will not leave," said Otunge, a veteran of Somalia and South Sudan, on Tuesday.',
        ["Otunge “We will not leave"],
        "places in the apposition are not the speaker",
    ),
    (
        '"We will not leave," the commander, Godfrey Otunge, told reporters.',
        ["Godfrey Otunge “We will not leave"],
        "the name in apposition to the office",
    ),
    ('"Kenya will stand with Haiti," Ruto wrote in a post on X.', ["Ruto “Kenya will stand with Haiti"], "X"),
    (
        '"The gangs are in retreat," Ruto was quoted as saying by the Daily Nation.',
        ["Ruto “The gangs are in retreat"],
        "quoted as saying, the outlet is not the speaker",
    ),
    ('Ruto said: "We will not be moved."', ["Ruto “We will not be moved."], "a colon"),
    ('Ruto said – "We will not be moved."', ["Ruto “We will not be moved."], "a dash"),
    ('Otunge: "We will not be moved."', ["Otunge “We will not be moved."], "a label"),
    ('Otunge was blunt: "We will not be moved."', ["Otunge “We will not be moved."], "no reporting verb"),
    ('Ruto described the day: "We will not be moved."', ["Ruto “We will not be moved."], "what is described"),
    (
        '"We will not be moved" — Godfrey Otunge, commander.',
        ["Godfrey Otunge “We will not be moved"],
        "signed",
    ),
    (
        '"If we fail," Ruto said, "the region fails with us."',
        ["Ruto “If we fail the region"],
        "parted, short",
    ),
    ('"We will stay here," Ruto said, "for now."', ["Ruto “We will stay here for"], "parted, the end short"),
    ('"No," Ruto told reporters. "We will not leave."', ["Ruto “No We will not leave."], "one word first"),
    (
        '"We have no other choice," Voltaire said. "The force needs helicopters."',
        ["Voltaire “We have no other choice"],
        "the second sentence belongs to the first",
    ),
    (
        '"We have no other choice," Voltaire said, adding: "The force needs helicopters."',
        ["Voltaire “We have no other choice", "Voltaire “The force needs helicopters."],
        "a further reporting verb makes a further record",
    ),
    (
        '"We came to help the people of Haiti.\n\n"We will stay until the work is done," Otunge said.',
        ["Otunge “We came to help the"],
        "open over a paragraph, the speaker named in the second",
    ),
    (
        '"We came to help," Otunge said. "We stay until it is done.\n\n"And we will not be driven away."',
        ["Otunge “We came to help We"],
        "a further quoted paragraph without an attribution",
    ),
    (
        'Voltaire spoke last. "We have no other choice," he said.',
        ["? “We have no other choice"],
        "unsure surname",
    ),
    (
        'Leslie Voltaire spoke last. "We have no other choice," he said.',
        ["Leslie Voltaire “We have no other choice"],
        "a pronoun",
    ),
    ('"The force will be gone," an official said.', ["? “The force will be gone"], "nobody is named"),
    (
        '"The force will be gone," a U.S. official said on condition of anonymity.',
        ["? “The force will be gone"],
        "the state of an unnamed official does not speak",
    ),
    ('"Our houses are gone," residents said.', ["? “Our houses are gone"], "several without names"),
    (
        '"We had no warning," said Marie Joseph, 34, a mother of three.',
        ["Marie Joseph “We had no warning"],
        "age",
    ),
    (
        '"It is a mess now," according to Noboa.',
        ["Noboa “It is a mess now"],
        "according to behind a quotation",
    ),
    (
        'The minister, Dominique Dupuy, who was in New York, said that "the time for words is over".',
        ["Dominique Dupuy “the time for words is"],
        "a relative clause between name and verb",
    ),
    ('Voltaire said that "the force needs helicopters".', ["Voltaire “the force needs helicopters"], "that"),
    ('Omtatah called it "a circus paid for by strangers" on Monday.', [], "a fragment with a participle"),
    ('Dodik called them "guests who have missed the last bus" on Monday.', [], "one with a relative clause"),
    ('He spoke of the men "who fell for our flag" and left.', [], "the relative clause alone"),
    (
        '"A circus paid for by strangers is what we got," Omtatah said.',
        ["Omtatah “A circus paid for by"],
        "the same within a clause",
    ),
]


@pytest.mark.parametrize(("text", "expected", "_why"), DIRECT, ids=[c[2] for c in DIRECT])
def test_quotations(text: str, expected: list[str], _why: str, read_article: ReadArticle) -> None:
    assert said(text, read_article) == expected
