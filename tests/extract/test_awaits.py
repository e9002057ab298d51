"""What an article says that a mission still waits for."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tracker.vocab import MilestoneKind

AUTHORIZED, APPROVED = MilestoneKind.AUTHORIZED, MilestoneKind.APPROVED
LEAD = "Kenya has offered to lead a multinational force in Haiti with 1,000 police officers. "


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a mandate that has not come, in the passive, the active, the nominal
        (
            "The force is yet to be approved by the UN Security Council.",
            [(AUTHORIZED, "UN Security Council")],
        ),
        (
            "The plan is yet to win the backing of the UN Security Council.",
            [(AUTHORIZED, "UN Security Council")],
        ),
        (
            "It needs a mandate from the United Nations Security Council.",
            [(AUTHORIZED, "UN Security Council")],
        ),
        ("The Security Council has yet to vote on it.", [(AUTHORIZED, "UN Security Council")]),
        ("It will begin once approved by the U.N. Security Council.", [(AUTHORIZED, "UN Security Council")]),
        ("The plan awaits the approval of the African Union.", [(AUTHORIZED, "African Union")]),
        # an approval at home
        ("Germany's part must still be approved by the Bundestag.", [(APPROVED, "Germany")]),
        ("The Bundestag is to vote on the mission on Friday.", [(APPROVED, "Germany")]),
        # nothing is awaited
        ("The UN Security Council approved the force on Monday.", []),
        ("The UN Security Council discussed Haiti on Monday.", []),
        ("The money comes from the European Union.", []),
    ],
)
def test_what_is_still_to_come(
    read_article: ReadArticle, sentence: str, expected: list[tuple[MilestoneKind, str]]
) -> None:
    phase = read_article(LEAD + sentence, published="2023-09-30").phase
    assert phase is not None
    assert [(a.kind, a.by.name if a.by else None) for a in phase.awaits] == expected


def test_a_step_that_was_taken_is_not_awaited(read_article: ReadArticle) -> None:
    text = (
        "The Kenya-led mission in Haiti needs a mandate from the UN Security Council, diplomats said. "
        "The UN Security Council authorised the mission in Haiti on 2 October 2023."
    )
    phase = read_article(text, published="2023-10-03").phase
    assert phase is not None
    assert phase.awaits == ()
