"""When claims tell of one step."""

from __future__ import annotations

import pytest

from tests.reconcile.telling import Source, told
from tracker.reconcile.model import Milestone

COURT, KENYA, COUNCIL = "High Court of Kenya", "Kenya", "UN Security Council"


def shown(step: Milestone) -> str:
    return f"{step.kind.value} {step.date.iso()} {step.by or '?'} ×{step.source_count}"


CASES = {
    "day, month and year of one authorization": (
        [
            Source("2023-10-02").step("authorized", "2023-10-02", COUNCIL),
            Source("2024-03-01").step("authorized", "2023-10", COUNCIL),
            Source("2025-03-01").step("authorized", "2023"),
        ],
        ["authorized 2023-10-02 UN Security Council ×3"],
    ),
    "two arrivals of one day by two": (
        [
            Source("2025-01-05").step("deployed", "2025-01-03", "Guatemala"),
            Source("2025-01-06").step("deployed", "2025-01-03", "El Salvador"),
        ],
        ["deployed 2025-01-03 El Salvador ×1", "deployed 2025-01-03 Guatemala ×1"],
    ),
    "by nobody named: the only one of that day": (
        [
            Source("2024-06-25").step("deployed", "2024-06-25", KENYA),
            Source("2024-06-26").step("deployed", "2024-06-25"),
        ],
        ["deployed 2024-06-25 Kenya ×2"],
    ),
    "by nobody named where two arrived: neither": (
        [
            Source("2025-01-05").step("deployed", "2025-01-03", "Guatemala"),
            Source("2025-01-05", "b").step("deployed", "2025-01-03", "El Salvador"),
            Source("2025-01-06").step("deployed", "2025-01-03"),
        ],
        ["deployed 2025-01-03 El Salvador ×1", "deployed 2025-01-03 Guatemala ×1"],
    ),
    "a month with two days in it: supports both, makes none": (
        [
            Source("2025-01-05").step("deployed", "2025-01-03", KENYA).step("deployed", "2025-01-18", KENYA),
            Source("2025-03-05").step("deployed", "2025-01", KENYA),
        ],
        ["deployed 2025-01-03 Kenya ×1", "deployed 2025-01-18 Kenya ×1"],
    ),
    "a month with nothing in it stands alone": (
        [
            Source("2025-01-05").step("deployed", "2024-10", "Bahamas"),
            Source("2024-07-05").step("deployed", "2024-06-25", KENYA),
        ],
        ["deployed 2024-06-25 Kenya ×1", "deployed 2024-10 Bahamas ×1"],
    ),
    "a court and its state": (
        [
            Source("2023-10-10").step("blocked", "2023-10-09", COURT),
            Source("2023-10-11").step("blocked", "2023-10-09", KENYA),
        ],
        ["blocked 2023-10-09 High Court of Kenya ×2"],
    ),
    "a court that is not named in full": (
        [
            Source("2023-10-10").step("blocked", "2023-10-09", COURT),
            Source("2023-10-11").step("blocked", "2023-10-09", "court"),
            Source("2023-11-16").step("blocked", "2023-10", "High Court"),
        ],
        ["blocked 2023-10-09 High Court of Kenya ×3"],
    ),
    "two known names are two, though one has the other's words": (
        [
            Source("2024-02-01").step("deployed", "2024-01-31", "Guinea"),
            Source("2024-02-02").step("deployed", "2024-01-31", "Papua New Guinea"),
        ],
        ["deployed 2024-01-31 Guinea ×1", "deployed 2024-01-31 Papua New Guinea ×1"],
    ),
    "a day by nobody and two months by two: the day is neither's": (
        [
            Source("2024-09-13").step("deployed", "2024-09-12"),
            Source("2024-10-01").step("deployed", "2024-09", "Jamaica"),
            Source("2024-10-02").step("deployed", "2024-09", "Belize"),
        ],
        ["deployed 2024-09 Belize ×1", "deployed 2024-09 Jamaica ×1", "deployed 2024-09-12 ? ×1"],
    ),
    "another kind is another step": (
        [Source("2024-03-12").step("paused", "2024-03-12", KENYA).step("blocked", "2024-03-12", KENYA)],
        ["blocked 2024-03-12 Kenya ×1", "paused 2024-03-12 Kenya ×1"],
    ),
    "of another mission": (
        [
            Source("2023-10-02").step("authorized", "2023-10-02", COUNCIL),
            Source("2023-10-03", mission="ramsi").step("authorized", "2023-10-02", COUNCIL),
        ],
        ["authorized 2023-10-02 UN Security Council ×1"] * 2,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_same_or_another(case: str) -> None:
    sources, expected = CASES[case]
    assert sorted(map(shown, told(*sources).milestones)) == sorted(expected)


def test_the_newest_that_says_so_gives_the_end_of_a_mandate() -> None:
    (step,) = told(
        Source("2024-09-30").step("extended", "2024-09-30", COUNCIL, until="2025"),
        Source("2024-10-03").step("extended", "2024-09-30", COUNCIL, until="2025-10-02"),
        Source("2025-02-07").step("extended", "2024-09", COUNCIL),
    ).milestones
    assert step.until is not None
    assert step.until.iso() == "2025-10-02"
