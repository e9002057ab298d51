"""Where a mission stands, step by step."""

from __future__ import annotations

import pytest

from tests.reconcile.telling import MISSION, Source, told
from tracker.reconcile.model import MissionState

COURT, KENYA, COUNCIL = "High Court of Kenya", "Kenya", "UN Security Council"


def state(*sources: Source) -> MissionState:
    return next(each for each in told(*sources).missions if each.slug == MISSION)


def after(*steps: str) -> str:
    """Return the phase after steps such as ``blocked 2023-10-09 Kenya``, and since when."""
    source = Source("2030-01-01")
    for step in steps:
        kind, on, *by = step.split(" ", 2)
        source.step(kind, on, *by)
    found = state(source)
    since = "" if found.phase_since is None else f" since {found.phase_since.iso()}"
    return f"{found.phase}{since}"


AUTHORIZED, BLOCKED = "authorized 2023-10-02", f"blocked 2023-10-09 {COURT}"
CASES = {
    "asked for": (["requested 2022-10-07"], "proposed since 2022-10-07"),
    "an offer does not renew the proposal": (
        ["requested 2022-10-07", "offered 2023-07-29"],
        "proposed since 2022-10-07",
    ),
    "authorized": (["requested 2022-10-07", AUTHORIZED], "authorized since 2023-10-02"),
    "an offer never leads back": ([AUTHORIZED, "offered 2024-02-28 Benin"], "authorized since 2023-10-02"),
    "blocked": ([AUTHORIZED, BLOCKED], "suspended since 2023-10-09"),
    "an approval lifts no block": (
        [AUTHORIZED, BLOCKED, f"approved 2023-11-16 {KENYA}"],
        "suspended since 2023-10-09",
    ),
    "an agreement is no resumption": (
        [AUTHORIZED, BLOCKED, "agreed 2024-03-01"],
        "suspended since 2023-10-09",
    ),
    "two stops, one lifted": (
        [AUTHORIZED, BLOCKED, f"paused 2024-03-12 {KENYA}", f"resumed 2024-04-30 {KENYA}"],
        "suspended since 2023-10-09",
    ),
    "both lifted: the phase before the block": (
        [
            AUTHORIZED,
            BLOCKED,
            f"paused 2024-03-12 {KENYA}",
            f"resumed 2024-04-30 {KENYA}",
            "resumed 2024-05-02",
        ],
        "authorized since 2024-05-02",
    ),
    "a resumption lifts the stop of the one it names": (
        [
            AUTHORIZED,
            f"paused 2024-03-12 {KENYA}",
            f"blocked 2024-03-20 {COURT}",
            f"resumed 2024-04-30 {KENYA}",
        ],
        "suspended since 2024-03-12",
    ),
    "a resumption known by its month comes after the stop of that month": (
        [AUTHORIZED, f"paused 2024-04-12 {KENYA}", "resumed 2024-04"],
        "authorized since 2024-04",
    ),
    "an arrival lifts all": ([AUTHORIZED, BLOCKED, "deployed 2024-06-25"], "active since 2024-06-25"),
    "a second arrival changes nothing": (
        [AUTHORIZED, "deployed 2024-06-25", "deployed 2024-07-16"],
        "active since 2024-06-25",
    ),
    "a block told later but of the past changes nothing": (
        ["deployed 2024-06-25", BLOCKED],
        "active since 2024-06-25",
    ),
    "paused at work, and resumed": (
        ["deployed 2024-06-25", "paused 2024-08-01", "resumed 2024-08-20"],
        "active since 2024-08-20",
    ),
    "drawdown and extension change nothing": (
        ["deployed 2024-06-25", "drawdown 2025-01-01", "extended 2024-09-30", "expanded 2024-12-01"],
        "active since 2024-06-25",
    ),
    "ended is the end": (
        ["deployed 2024-06-25", "ended 2025-10-02", "deployed 2025-11-01"],
        "ended since 2025-10-02",
    ),
    "blocked before anything else": ([BLOCKED], "suspended since 2023-10-09"),
    "approved alone gives no phase": ([f"approved 2023-11-16 {KENYA}"], "None"),
}


@pytest.mark.parametrize("case", CASES)
def test_course(case: str) -> None:
    steps, expected = CASES[case]
    assert after(*steps) == expected
    assert after(*reversed(steps)) == expected


def test_an_articles_own_phase_counts_where_no_milestone_does() -> None:
    found = state(
        Source("2023-09-01").phase("proposed"),
        Source("2023-10-03").phase("authorized"),
        Source(None).phase("ended"),
    )
    assert (found.phase, found.phase_since, found.phase_milestone) == ("authorized", None, None)
    assert found.phase_claim == 2


def test_milestones_decide_over_what_articles_make_of_them() -> None:
    found = state(Source("2023-10-09").step("authorized", "2023-10-02", COUNCIL).phase("proposed"))
    assert found.phase == "authorized"
    assert found.phase_claim is None


def test_the_phase_names_its_milestone() -> None:
    projection = told(Source("2023-10-09").step("authorized", "2023-10-02", COUNCIL))
    assert projection.missions[0].phase_milestone == projection.milestones[0].content_key


def awaits(*sources: Source) -> list[tuple[str, str | None]]:
    return [(step.kind.value, step.by) for step in state(*sources).awaits]


def test_what_the_newest_source_that_names_any_step_awaits() -> None:
    older = Source("2023-09-01").phase("proposed", ("approved", KENYA))
    newer = Source("2023-09-22").phase("proposed", ("authorized", COUNCIL))
    silent = Source("2023-09-30").phase("proposed")
    assert awaits(older, newer, silent) == [("authorized", COUNCIL)]


def test_a_step_that_has_come_is_awaited_no_more() -> None:
    waiting = Source("2023-09-22").phase("proposed", ("authorized", COUNCIL), ("deployed", KENYA))
    assert awaits(waiting, Source("2023-10-03").step("authorized", "2023-10-02", COUNCIL)) == [
        ("deployed", KENYA)
    ]


def test_an_ended_mission_awaits_nothing_and_names_its_successor() -> None:
    found = state(
        Source("2025-10-03")
        .step("ended", "2025-10-02", COUNCIL, replaced_by="gang-suppression-force")
        .phase("ended", ("deployed", None))
    )
    assert found.awaits == ()
    assert found.successor == "gang-suppression-force"
