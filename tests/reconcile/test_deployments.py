"""Contingents told again, and how strong a contributor is."""

from __future__ import annotations

import pytest

from tests.reconcile.telling import Source, told
from tracker.reconcile.model import Deployment, Projection
from tracker.vocab import Basis

KENYA = "Kenya"


def shown(thing: Deployment) -> str:
    parts = [thing.contributor or "all", thing.status.value, str(thing.count)]
    parts += [] if thing.date is None else [thing.date.iso()]
    return f"{' '.join(parts)} ×{thing.source_count}"


def strengths(projection: Projection) -> list[str]:
    return sorted(shown(each) for each in projection.deployments if each.basis is Basis.LEVEL)


def contingents(projection: Projection) -> list[str]:
    return sorted(shown(each) for each in projection.deployments if each.basis is Basis.CONTINGENT)


CONTINGENTS = {
    "told with its day and without": (
        [Source("2024-06-25").sends(KENYA, 400, "2024-06-25"), Source("2024-06-27").sends(KENYA, 400)],
        ["Kenya deployed 400 2024-06-25 ×2"],
    ),
    "told with its day and with its month": (
        [
            Source("2024-09-13").sends("Belize", 2, "2024-09-12"),
            Source("2025-01-05").sends("Belize", 2, "2024-09"),
        ],
        ["Belize deployed 2 2024-09-12 ×2"],
    ),
    "the same number on another day is another": (
        [Source("2025-01-05").sends("Guatemala", 75, "2025-01-03").sends("Guatemala", 75, "2025-01-04")],
        ["Guatemala deployed 75 2025-01-03 ×1", "Guatemala deployed 75 2025-01-04 ×1"],
    ),
    "another number of the same day by another source is the same, in dispute": (
        [
            Source("2024-06-25").sends(KENYA, 400, "2024-06-25"),
            Source("2024-07-18").sends(KENYA, 200, "2024-06-25"),
        ],
        ["Kenya deployed 400 2024-06-25 ×2"],
    ),
    "another number of the same day by the same source is another": (
        [Source("2024-07-18").sends(KENYA, 400, "2024-06-25").sends(KENYA, 200, "2024-06-25")],
        ["Kenya deployed 200 2024-06-25 ×1", "Kenya deployed 400 2024-06-25 ×1"],
    ),
    "a further one of the same number and no day is its own": (
        [
            Source("2024-06-25").sends(KENYA, 200, "2024-06-25"),
            Source("2024-07-18").sends(KENYA, 200, additional=True),
            Source("2024-07-19").sends(KENYA, 200, additional=True),
        ],
        ["Kenya deployed 200 2024-06-25 ×1", "Kenya deployed 200 ×2"],
    ),
    "another status is another": (
        [Source("2024-06-20").sends(KENYA, 400, status="offered"), Source("2024-06-25").sends(KENYA, 400)],
        ["Kenya deployed 400 ×1", "Kenya offered 400 ×1"],
    ),
    "offered by several articles without a number: one": (
        [
            Source("2023-09-23").sends("Jamaica", status="offered"),
            Source("2023-10-02").sends("Jamaica", status="offered", unit="unknown"),
        ],
        ["Jamaica offered None ×2"],
    ),
    "no number joins the only contingent": (
        [Source("2024-09-13").sends("Jamaica", 24, "2024-09-12"), Source("2025-02-07").sends("Jamaica")],
        ["Jamaica deployed 24 2024-09-12 ×2"],
    ),
    "no number and two contingents: neither": (
        [
            Source("2024-07-18").sends(KENYA, 200, "2024-06-25").sends(KENYA, 217, "2024-07-16"),
            Source("2025-02-07").sends(KENYA),
        ],
        ["Kenya deployed 200 2024-06-25 ×1", "Kenya deployed 217 2024-07-16 ×1"],
    ),
}


@pytest.mark.parametrize("case", CONTINGENTS)
def test_same_or_another(case: str) -> None:
    sources, expected = CONTINGENTS[case]
    assert contingents(told(*sources)) == sorted(expected)


STRENGTHS = {
    "contingents alone add up": (
        [Source("2024-07-18").sends(KENYA, 200, "2024-06-25").sends(KENYA, 217, "2024-07-16")],
        ["Kenya deployed 417 2024-07-16 ×1"],
    ),
    "the latest level leads, with the contingents dated after it": (
        [
            Source("2024-07-18").sends(KENYA, 300, "2024-06-25"),
            Source("2025-01-05").sends(KENYA, 400, basis="level"),
            Source("2025-02-07")
            .sends(KENYA, 217, "2025-01-18")
            .sends(KENYA, 144, "2025-02-06", additional=True),
        ],
        ["Kenya deployed 761 2025-02-06 ×3"],
    ),
    "a contingent of a month that began before the level is within it": (
        [
            Source("2025-01-05").sends("Guatemala", 150, basis="level"),
            Source("2025-02-07").sends("Guatemala", 150, "2025-01"),
        ],
        ["Guatemala deployed 150 2025-01-05 ×2"],
    ),
    "the same level told by several is one": (
        [
            Source("2023-09-22").sends(KENYA, 1000, status="offered", basis="level"),
            Source("2023-09-23").sends(KENYA, 1000, status="offered", basis="level"),
            Source(None).sends(KENYA, 1000, status="offered", basis="level"),
        ],
        ["Kenya offered 1000 2023-09-23 ×3"],
    ),
    "a level of the past, told later, does not lead": (
        [
            Source("2024-10-03").sends(KENYA, 600, basis="level"),
            Source("2024-11-01").sends(KENYA, 400, "2024-07", basis="level"),
        ],
        ["Kenya deployed 600 2024-10-03 ×2"],
    ),
    "a planned level holds from the day it is told": (
        [
            Source("2024-10-03").sends(None, 2500, "2025-06", status="offered", basis="level", total=True),
            Source("2025-02-07").sends(None, 2600, status="offered", basis="level", total=True),
        ],
        ["all offered 2600 2025-02-07 ×2"],
    ),
    "of one day the figure that most tell": (
        [
            Source("2024-10-03", "a").sends(KENYA, 410, basis="level"),
            Source("2024-10-03", "b").sends(KENYA, 400, basis="level"),
            Source("2024-10-03", "c").sends(KENYA, 400, basis="level"),
        ],
        ["Kenya deployed 400 2024-10-03 ×3"],
    ),
    "an undated source never leads over a dated one": (
        [
            Source("2023-01-01").sends(KENYA, 400, basis="level"),
            Source(None).sends(KENYA, 900, basis="level"),
        ],
        ["Kenya deployed 400 2023-01-01 ×2"],
    ),
    "people without a number are those whose number is known": (
        [
            Source("2023-09-22").sends("Bahamas", 150, status="offered", basis="level"),
            Source("2023-10-02").sends("Bahamas", status="offered"),
        ],
        ["Bahamas offered 150 2023-09-22 ×2"],
    ),
    "a range keeps its upper end": (
        [Source("2024-04-27").sends("Benin", 1500, status="offered", basis="level", count_max=2000)],
        ["Benin offered 1500 2024-04-27 ×1"],
    ),
}


@pytest.mark.parametrize("case", STRENGTHS)
def test_strength(case: str) -> None:
    sources, expected = STRENGTHS[case]
    assert strengths(told(*sources)) == sorted(expected)


def test_contingents_stand_under_the_strength_of_their_status() -> None:
    things = told(
        Source("2024-06-25").sends(KENYA, 400, "2024-06-25").sends(KENYA, 600, status="offered")
    ).deployments
    keys = {each.content_key: each for each in things if each.basis is Basis.LEVEL}
    under = {each.count: keys[each.part_of or ""].status.value for each in things if each.part_of is not None}
    assert under == {400: "deployed", 600: "offered"}


def test_the_headline_keeps_range_and_qualifier_and_the_unit_that_is_known() -> None:
    (thing,) = told(
        Source("2024-04-27").sends(
            "Benin", 1500, status="offered", basis="level", count_max=2000, qualifier="about", unit="military"
        ),
        Source("2024-04-20").sends("Benin", status="offered", unit="unknown"),
    ).deployments
    assert (thing.count_max, thing.qualifier, thing.unit) == (2000, "about", "military")


def test_the_rule_of_a_strength_is_printed_with_its_day() -> None:
    words = [
        each.parts.in_words()
        for each in told(
            Source("2024-07-18").sends(KENYA, 200, "2024-06-25"),
            Source("2024-10-03").sends(KENYA, 400, basis="level").sends("Belize", 2, "2024-09"),
            Source("2025-02-07").sends(KENYA, 217, "2025-01-18").sends(KENYA, 144, "2025-02-06"),
            Source("2025-02-07", "b").sends("Chad", status="offered"),
        ).deployments
        if each.parts is not None
    ]
    assert sorted(words) == [
        "",
        "2 = contingent of 2",
        "761 = level of 400 of 2024-10-03 + contingents of 217 and 144 since",
    ]
