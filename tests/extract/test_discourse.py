"""Who is meant by a noun phrase: names, descriptions and pronouns."""

from __future__ import annotations

import pytest

from tests.extract.conftest import article
from tracker.extract.discourse import Discourse
from tracker.extract.gazetteer import gazetteer
from tracker.extract.reading import read
from tracker.extract.verbs import Form
from tracker.knowledge import Knowledge


def meant(
    text: str, knowledge: Knowledge, *, default_state: str | None = None
) -> list[tuple[str, str | None]]:
    """Return name and state of the actors that the subject of the last clause of ``text`` means."""
    reading = read(article(text), gazetteer(knowledge))
    last = reading.parsed[-1]
    clause = [c for c in last.clauses if c.verb.form is Form.FINITE][-1]
    actors = Discourse(reading, default_state=default_state).actors(last, *clause.subject)
    return [(a.name, a.state) for a in actors]


KENYA = ("Kenya", "Kenya")
SUBJECTS = [
    ("Kenya sent men.", [KENYA], "a name"),
    ("Nairobi sent men.", [KENYA], "a capital"),
    ("The Kenyan government sent men.", [KENYA], "a government by its adjective"),
    ("The government of Kenya sent men.", [KENYA], "and by its state"),
    ("Kenya and Jamaica sent men.", [KENYA, ("Jamaica", "Jamaica")], "two"),
    (
        "Kenya, Jamaica and the Bahamas sent men.",
        [KENYA, ("Jamaica", "Jamaica"), ("Bahamas", "Bahamas")],
        "an enumeration",
    ),
    ("Kenya's President William Ruto sent men.", [("William Ruto", "Kenya")], "an owner only qualifies"),
    ("President William Ruto of Kenya sent men.", [("William Ruto", "Kenya")], "a state behind"),
    ("On 30 April Kenya sent men.", [KENYA], "a date before it"),
    ("On 30 April, Kenya sent men.", [KENYA], "a date with a comma"),
    ("Kenya voted. It sent men.", [KENYA], "it"),
    ("Kenya voted. The country sent men.", [KENYA], "the country"),
    ("William Ruto came. He sent men.", [("William Ruto", "Kenya")], "he"),
    ("Dominique Dupuy came. She sent men.", [("Dominique Dupuy", "Haiti")], "she"),
    ("President William Ruto came. The president sent men.", [("William Ruto", "Kenya")], "an office"),
    ("William Ruto spoke. An official came. He sent men.", [], "he is somebody else without a name"),
    ("William Ruto spoke. One official said no. He sent men.", [], "he is the unnamed one"),
    ("The European Union voted. The bloc sent men.", [("European Union", "European Union")], "the bloc"),
    (
        "The UN Security Council voted. The council sent men.",
        [("UN Security Council", "United Nations")],
        "the council",
    ),
    ("The ministry sent men.", [], "whose ministry nobody says"),
    ("They sent men.", [], "they"),
    ("Gangs sent men.", [], "a common noun"),
]


@pytest.mark.parametrize(("text", "expected", "_why"), SUBJECTS, ids=[c[2] for c in SUBJECTS])
def test_subjects(text: str, expected: list[tuple[str, str | None]], _why: str, knowledge: Knowledge) -> None:
    assert meant(text, knowledge) == expected


HOME = [
    ("Parliament sent men.", [("Parliament", "Kenya")], "a parliament"),
    ("The cabinet sent men.", [KENYA], "a cabinet is its country"),
    ("The ministry sent men.", [("ministry", "Kenya")], "a ministry"),
    (
        "The Ministry of Defence paid. The ministry sent men.",
        [("Ministry of Defence", "Kenya")],
        "one named before",
    ),
    ("The parliament of Jamaica sent men.", [("parliament", "Jamaica")], "of another state"),
]


@pytest.mark.parametrize(("text", "expected", "_why"), HOME, ids=[c[2] for c in HOME])
def test_bodies_of_the_articles_state(
    text: str, expected: list[tuple[str, str | None]], _why: str, knowledge: Knowledge
) -> None:
    assert meant(text, knowledge, default_state="Kenya") == expected
