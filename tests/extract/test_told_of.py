"""People whose sender stands with them, in clauses that say nothing of sending."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle

MISSION = "The Kenya-led mission in Haiti has begun.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By nightfall 57 Kenyan police officers were across the border.", ("Kenya", 57, "deployed")),
        ("Some 200 Guatemalan soldiers guard the port.", ("Guatemala", 200, "deployed")),
        ("The base houses 150 Salvadoran troops.", ("El Salvador", 150, "deployed")),
        ("Another 75 Belizean police will guard the airport.", ("Belize", 75, "offered")),
        ("On Tuesday 57 Kenyan police officers drove home.", ("Kenya", 57, "withdrawn")),
        ("The 24 Jamaican troops met the premier.", ("Jamaica", 24, "deployed")),
    ],
)
def test_they_are_the_missions_people(
    text: str, expected: tuple[str, int, str], read_article: ReadArticle
) -> None:
    found = [
        (d.contributor.name, d.count, d.status.value)
        for d in read_article(MISSION + text).deployments
        if d.contributor is not None and d.count is not None
    ]
    assert found == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "No 57 Kenyan police officers were in the camp.",
        "If 57 Kenyan police officers guarded the port, trade would grow.",
        "Gangs killed 3 Kenyan police officers.",
        "The 200 Haitian police officers guard the port.",
        "A Kenyan court heard 12 Kenyans.",
        "In Somalia 12 Kenyan soldiers were killed.",
    ],
)
def test_they_are_not(text: str, read_article: ReadArticle) -> None:
    assert [d for d in read_article(MISSION + text).deployments if d.count is not None] == []
