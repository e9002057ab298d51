"""Why a name means whom it means, and by what words an actor is meant."""

from __future__ import annotations

import pytest

from tests.extract.conftest import article
from tracker.extract import trace
from tracker.extract.actors import Reference
from tracker.extract.names import Ground
from tracker.knowledge import Knowledge

NAMES = [
    ("Kenya spoke.", "Kenya", Ground.KNOWN, "a known name"),
    ("The Harbour Accord met.", "Harbour Accord", Ground.BODY, "its own words"),
    ("Foreign Minister Jane Muli spoke.", "Jane Muli", Ground.OFFICE, "an office before the name"),
    ("Jane Muli, the foreign minister, spoke.", "Jane Muli", Ground.OFFICE, "an office behind it"),
    ("Jane Muli spoke.", "Jane Muli", Ground.CAPITALS, "nothing but capitals"),
]


@pytest.mark.parametrize(
    ("text", "name", "ground"), [pytest.param(t, n, g, id=why) for t, n, g, why in NAMES]
)
def test_names(text: str, name: str, ground: Ground, knowledge: Knowledge) -> None:
    parsed = trace(article(text), knowledge).reading.parsed
    assert [(each.name, each.ground) for each in parsed[0].names] == [(name, ground)]


@pytest.mark.parametrize(("part", "ground"), [("Muli", Ground.SURNAME), ("Jane", Ground.FIRST_NAME)])
def test_a_part_of_a_name_is_the_person_named_in_full(
    part: str, ground: Ground, knowledge: Knowledge
) -> None:
    text = f"Foreign Minister Jane Muli spoke. Later {part} left."
    (name,) = trace(article(text), knowledge).reading.parsed[1].names
    assert (name.name, name.ground) == ("Jane Muli", ground)


REFERENCES = [
    ("Kenya waited.", "Kenya", Reference.NAME, "a name"),
    ("Jane Muli, Kenya's foreign minister, spoke. She left.", "Jane Muli", Reference.PRONOUN, "a person"),
    (
        "Jane Muli, Kenya's foreign minister, spoke. The minister left.",
        "Jane Muli",
        Reference.OFFICE,
        "an office",
    ),
    ("Kenya waited. The country is patient.", "Kenya", Reference.COUNTRY, "a country"),
    ("Kenya waited. The government is patient.", "Kenya", Reference.GOVERNMENT, "a government"),
    ("The Security Council met. The council voted.", "UN Security Council", Reference.BODY, "a body"),
    ("Kenya waited. Its parliament voted.", "Kenya parliament", Reference.OWN_BODY, "a state's own body"),
    ("The Security Council met. It voted.", "UN Security Council", Reference.PRONOUN, "it"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "why"), [pytest.param(t, n, w, id=what) for t, n, w, what in REFERENCES]
)
def test_references(text: str, name: str, why: Reference, knowledge: Knowledge) -> None:
    traced = trace(article(text), knowledge)
    parsed = traced.reading.parsed[-1]
    (actor,) = traced.discourse.actors(parsed, *parsed.clauses[-1].subject)
    assert (actor.name, actor.why) == (name, why)
    assert actor.back == (why is not Reference.NAME)
