"""Where a mission stands: its steps in the order of time, and what an article says without a date."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle

MISSION = "The Kenya-led mission in Haiti is in the news. "
AUTHORIZED = "The Security Council authorised it on 2 October 2023. "
LANDED = "The first Kenyan police landed on 2 May 2024. "
CASES = [
    ("nothing is told", "", None),
    ("only asked for", "Haiti asked for a force in October 2022.", "proposed"),
    ("only offered", "Jamaica has offered 200 soldiers.", "proposed"),
    ("authorized", AUTHORIZED, "authorized"),
    (
        "an offer leads not back",
        AUTHORIZED + "Kenya offered on 1 March 2024 to lead the force.",
        "authorized",
    ),
    ("told backwards", "Kenya offered in July 2023 to lead it. " + AUTHORIZED, "authorized"),
    ("stopped by a court", AUTHORIZED + "The High Court barred the deployment on 26 January.", "suspended"),
    (
        "stopped and set going again",
        AUTHORIZED + "Kenya put the deployment on hold on 12 March. Kenya lifted the hold on 30 April.",
        "authorized",
    ),
    (
        "one of two blocks remains",
        AUTHORIZED
        + "The High Court barred the deployment on 26 January. Kenya put the deployment on hold on 12 March. "
        + "Kenya lifted the hold on 30 April.",
        "suspended",
    ),
    (
        "authorized while it is blocked",
        "The High Court barred the deployment on 2 September 2023. " + AUTHORIZED,
        "suspended",
    ),
    ("arrived", AUTHORIZED + LANDED, "active"),
    ("arrival lifts all blocks", "The High Court barred the deployment on 26 January. " + LANDED, "active"),
    ("a mandate is renewed", "The Council renewed its mandate on 2 May.", "active"),
    ("people are there", "About 400 Kenyan police are in Haiti.", "active"),
    ("closed", AUTHORIZED + LANDED + "Its mandate expired on 8 May 2024.", "ended"),
    ("nothing leads back from the end", "The mission ended on 2 April 2024. " + LANDED, "ended"),
    ("still to come", "The mission will end on 2 October. The Council may extend its mandate.", None),
    ("its authorization is undated", "The Security Council has authorised it.", "authorized"),
]


@pytest.mark.parametrize(("text", "phase"), [pytest.param(t, p, id=reason) for reason, t, p in CASES])
def test_phase(text: str, phase: str | None, read_article: ReadArticle) -> None:
    claim = read_article(MISSION + text).phase
    assert (claim.phase.value if claim else None) == phase


def test_the_deciding_step_is_the_evidence(read_article: ReadArticle) -> None:
    text = MISSION + AUTHORIZED + "Money is short."
    claim = read_article(text).phase
    assert claim is not None
    assert text[claim.span.start : claim.span.end] == AUTHORIZED.strip()


def test_an_undated_article_keeps_the_order_of_its_dates(read_article: ReadArticle) -> None:
    claim = read_article(MISSION + "The mission ended on 2 April 2024. " + AUTHORIZED, published=None).phase
    assert claim is not None
    assert claim.phase.value == "ended"
