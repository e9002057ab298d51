"""Figures, days and names that sources disagree on: what is in dispute, which side leads, and why."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.reconcile.telling import Source, told
from tracker.reconcile.model import Contradiction, Projection
from tracker.vocab import Basis

US, KENYA, CANADA, COUNCIL = "United States", "Kenya", "Canada", "UN Security Council"
RUTO, HENRY = "William Ruto", "Ariel Henry"
WORDS = "The people of Haiti cannot wait much longer for us"
MISSED = "We shall not let the people down"
DAY = "2024-06-25"


def shown(each: Contradiction) -> str:
    """Write a contradiction as it is printed, the leading side first, each with its independent sources."""
    sides = " | ".join(f"{side.said} ×{side.independent_count}" for side in each.sides)
    return f"{each.record.value} {each.field.value}: {sides} by {each.rule.value}"


def contradictions(projection: Projection) -> list[str]:
    return sorted(map(shown, projection.contradictions))


CASES: dict[str, tuple[list[Source], list[str]]] = {
    "a first contingent of 400 or of 200": (
        [
            Source("2024-06-25").sends(KENYA, 400, DAY),
            Source("2024-06-26").sends(KENYA, 200, DAY),
            Source("2024-06-27").sends(KENYA, 200, DAY),
        ],
        ["deployment count: 200 ×2 | 400 ×1 by more-sources"],
    ),
    "about 200 and 217 are no contradiction": (
        [
            Source("2024-06-25").sends(KENYA, 200, DAY, qualifier="about"),
            Source(DAY, "b").sends(KENYA, 217, DAY),
        ],
        [],
    ),
    "more than 200 and 217, up to 250 and 217": (
        [
            Source(DAY, "a").sends(KENYA, 200, DAY, qualifier="at-least"),
            Source(DAY, "b").sends(KENYA, 217, DAY),
            Source(DAY, "c").sends(KENYA, 250, DAY, qualifier="up-to"),
        ],
        [],
    ),
    "about 200 and 300 are": (
        [
            Source("2024-06-25").sends(KENYA, 200, DAY, qualifier="about"),
            Source("2024-06-26").sends(KENYA, 300, DAY),
        ],
        ["deployment count: 300 ×1 | 200 ×1 by more-precise"],
    ),
    "one source tells both: two contingents": (
        [
            Source("2024-06-25").sends(KENYA, 400, DAY),
            Source("2024-06-26").sends(KENYA, 400, DAY).sends(KENYA, 200, DAY),
        ],
        [],
    ),
    "a further one of another number is its own": (
        [
            Source("2024-06-25").sends(KENYA, 400, DAY),
            Source("2024-06-26").sends(KENYA, 200, DAY, additional=True),
        ],
        [],
    ),
    "soldiers and police are two": (
        [
            Source("2024-06-25").sends("Jamaica", 40, DAY, unit="military"),
            Source("2024-06-26").sends("Jamaica", 24, DAY, unit="police"),
        ],
        [],
    ),
    "told without a day on the day after": (
        [Source("2024-06-25").sends(KENYA, 400, DAY), Source("2024-06-26").sends(KENYA, 200)],
        ["deployment count: 400 ×1 | 200 ×1 by first-told"],
    ),
    "told without a day three days after": (
        [Source("2024-06-25").sends(KENYA, 400, DAY), Source("2024-06-28").sends(KENYA, 200)],
        [],
    ),
    "told without a day where two came: neither's": (
        [
            Source("2024-06-26").sends(KENYA, 400, DAY).sends(KENYA, 100, "2024-06-26"),
            Source("2024-06-27").sends(KENYA, 200),
        ],
        [],
    ),
    "one contingent, by two outlets a day apart": (
        [
            Source("2024-06-25").sends(KENYA, 400, DAY),
            Source("2024-06-26").sends(KENYA, 400, "2024-06-26"),
            Source("2024-06-27").sends(KENYA, 400, DAY),
        ],
        ["deployment date: 2024-06-25 ×2 | 2024-06-26 ×1 by more-sources"],
    ),
    "a correction beats what it corrects, however many repeat it": (
        [
            Source("2024-06-25", "a").sends(KENYA, 400, DAY),
            Source("2024-06-26", "b").sends(KENYA, 400, DAY),
            Source("2024-07-18", "a").sends(KENYA, 200, DAY, qualifier="about", corrected_from=400),
        ],
        ["deployment count: 200 ×1 | 400 ×2 by correction"],
    ),
    "what was taken back stays visible though nobody else gives it": (
        [Source("2024-07-18").sends(KENYA, 200, DAY, corrected_from=400)],
        ["deployment count: 200 ×1 | 400 ×1 by correction"],
    ),
    "a correction that gives no day finds what it corrects": (
        [
            Source("2024-06-25").sends(KENYA, 400, DAY),
            Source("2024-07-18").sends(KENYA, 200, corrected_from=400),
        ],
        ["deployment count: 200 ×1 | 400 ×1 by correction"],
    ),
    "so many in all on that day, told by another, is the number that is corrected": (
        [
            Source("2024-06-26").sends(KENYA, 400, DAY, basis="level"),
            Source("2024-07-18")
            .sends(KENYA, 200, DAY, corrected_from=400)
            .sends(KENYA, 400, qualifier="about", basis="level"),
        ],
        ["deployment count: 200 ×1 | 400 ×1 by correction"],
    ),
    "in all, published on the day after, of an undated correction": (
        [
            Source("2024-06-25").sends(KENYA, 400, DAY),
            Source("2024-06-26").sends(KENYA, 400, basis="level"),
            Source("2024-07-18").sends(KENYA, 200, corrected_from=400),
        ],
        ["deployment count: 200 ×1 | 400 ×2 by correction"],
    ),
    "so many in all may be right where others had come before": (
        [
            Source("2024-05-26").sends(KENYA, 200, "2024-05-25"),
            Source("2024-06-26").sends(KENYA, 400, DAY, basis="level"),
            Source("2024-07-18").sends(KENYA, 200, DAY, corrected_from=400),
        ],
        ["deployment count: 200 ×1 | 400 ×1 by correction"],
    ),
    "corrected, and the correction taken back": (
        [
            Source("2024-06-27").sends(KENYA, 200, DAY, corrected_from=400),
            Source("2024-06-28").sends(KENYA, 400, DAY, corrected_from=200),
        ],
        ["deployment count: 400 ×1 | 200 ×1 by correction"],
    ),
    "levels of one day": (
        [
            Source("2024-10-03", "a").sends(KENYA, 410, basis="level"),
            Source("2024-10-03", "b").sends(KENYA, 385, basis="level"),
            Source("2024-10-03", "c").sends(KENYA, 385, basis="level"),
        ],
        ["deployment count: 385 ×2 | 410 ×1 by more-sources"],
    ),
    "a level told later is no contradiction": (
        [
            Source("2024-10-03").sends(KENYA, 400, basis="level"),
            Source("2024-11-03").sends(KENYA, 600, basis="level"),
        ],
        [],
    ),
    "a level put right": (
        [
            Source("2024-07-17").sends(KENYA, 600, basis="level"),
            Source("2024-07-18").sends(KENYA, 400, basis="level", corrected_from=600),
        ],
        ["deployment count: 400 ×1 | 600 ×1 by correction"],
    ),
    "$240m or $600m, announced on one day": (
        [
            Source("2024-01-02").pledge(US, "240m USD", "2024-01-01"),
            Source("2024-01-03").pledge(US, "600m USD", "2024-01-01"),
        ],
        ["pledge amount: 240000000 USD ×1 | 600000000 USD ×1 by first-told"],
    ),
    "the unrounded sum before the rounded": (
        [
            Source("2024-01-02").pledge(US, "120m USD", "2024-01-01"),
            Source("2024-01-03").pledge(US, "123.5m USD", "2024-01-01"),
        ],
        ["pledge amount: 123500000 USD ×1 | 120000000 USD ×1 by more-precise"],
    ),
    "two announcements of a day told by one source": (
        [
            Source("2024-01-02").pledge(US, "240m USD", "2024-01-01").pledge(US, "60m USD", "2024-01-01"),
            Source("2024-01-03").pledge(US, "240m USD", "2024-01-01"),
        ],
        [],
    ),
    "for another purpose": (
        [
            Source("2024-01-02").pledge(US, "20m USD", "2024-01-01", purposes=["medical"]),
            Source("2024-01-03").pledge(US, "50m USD", "2024-01-01", purposes=["training"]),
        ],
        [],
    ),
    "they agree in one currency": (
        [
            Source("2024-01-02").pledge(US, "100m USD = 14.5bn KES", "2024-01-01"),
            Source("2024-01-03").pledge(US, "100m USD = 16bn KES", "2024-01-01"),
        ],
        [],
    ),
    "a sum put right": (
        [
            Source("2024-01-02").pledge(US, "100m USD", "2024-01-01"),
            Source("2024-01-05").pledge(US, "10m USD", corrected_from=Decimal(100_000_000)),
        ],
        ["pledge amount: 10000000 USD ×1 | 100000000 USD ×1 by correction"],
    ),
    "announced on Friday or on Saturday": (
        [
            Source("2023-09-23").pledge(US, "100m USD", "2023-09-22"),
            Source("2023-09-24").pledge(US, "100m USD", "2023-09-23"),
        ],
        ["pledge date: 2023-09-22 ×1 | 2023-09-23 ×1 by first-told"],
    ),
    "a step told of two days": (
        [
            Source("2024-06-26").step("deployed", "2024-06-25", KENYA),
            Source("2024-06-27").step("deployed", "2024-06-26", KENYA),
            Source("2024-07-27").step("deployed", "2024-06", KENYA),
        ],
        ["milestone date: 2024-06-25 ×1 | 2024-06-26 ×1 by first-told"],
    ),
    "two arrivals on two days, told by one source": (
        [Source("2025-01-05").step("deployed", "2025-01-03", KENYA).step("deployed", "2025-01-04", KENYA)],
        [],
    ),
    "a mandate to one day or to another": (
        [
            Source("2024-10-01").step("extended", "2024-09-30", COUNCIL, until="2025-10-02"),
            Source("2024-10-02").step("extended", "2024-09-30", COUNCIL, until="2025-12-31"),
            Source("2024-10-03").step("extended", "2024-09-30", COUNCIL, until="2025"),
        ],
        ["milestone until: 2025-10-02 ×1 | 2025-12-31 ×1 by first-told"],
    ),
    "authorized by one body or by another": (
        [
            Source("2023-10-03").step("authorized", "2023-10-02", COUNCIL),
            Source("2023-10-04").step("authorized", "2023-10-02", COUNCIL),
            Source("2023-10-05").step("authorized", "2023-10-02", "African Union"),
        ],
        ["milestone by: UN Security Council ×2 | African Union ×1 by more-sources"],
    ),
    "arrivals of two states are two": (
        [
            Source("2025-01-05").step("deployed", "2025-01-03", "Guatemala"),
            Source("2025-01-06").step("deployed", "2025-01-03", "El Salvador"),
        ],
        [],
    ),
    "the same words from two mouths": (
        [Source("2024-01-01").says(RUTO, WORDS), Source("2024-01-02").says(HENRY, WORDS)],
        ["statement speaker: William Ruto ×1 | Ariel Henry ×1 by first-told"],
    ),
    "seven words can be two men's": (
        [Source("2024-01-01").says(RUTO, MISSED), Source("2024-01-02").says(HENRY, MISSED)],
        [],
    ),
    "one source has both say it": (
        [Source("2024-01-01").says(RUTO, WORDS).says(HENRY, WORDS)],
        [],
    ),
    "a total that its sums exceed": (
        [
            Source("2023-09-22").pledge(US, "200m USD", "2023-09-22"),
            Source("2024-03-11").pledge(US, "200m USD", "2024-03-11", additional=True),
            Source("2024-03-12").pledge(US, "300m USD", total=True),
        ],
        ["pledge total: 300000000 USD ×1 | 400000000 USD ×2 by later-event"],
    ),
    "a total with the further sum in it": (
        [
            Source("2023-09-22").pledge(US, "350m USD", "2023-09-22"),
            Source("2024-03-12", apart=20)
            .pledge(US, "100m USD", additional=True)
            .pledge(US, "300m USD", total=True),
        ],
        ["pledge total: 300000000 USD ×1 | 450000000 USD ×2 by later-event"],
    ),
    "a total of one announcement, less than a sum told before": (
        [
            Source("2024-02-22").pledge(CANADA, "80.5m CAD", "2024-02-22"),
            Source("2025-10-03").pledge(CANADA, "60m CAD", "2025-09-22", total=True),
        ],
        [],
    ),
    "a whole with its parts, of less than a further sum has made": (
        [
            Source("2024-02-22").pledge(CANADA, "50m CAD", "2024-02-22"),
            Source("2024-03-22").pledge(CANADA, "20m CAD", "2024-03-22", additional=True),
            Source("2025-10-03", apart=20)
            .pledge(CANADA, "60m CAD", "2025-09-22", total=True)
            .pledge(CANADA, "40m CAD", "2025-09-22")
            .pledge(CANADA, "15m CAD", "2025-09-22"),
        ],
        [],
    ),
    "a total that its sums are, or fall short of": (
        [
            Source("2023-09-22").pledge(US, "200m USD", "2023-09-22"),
            Source("2024-03-11").pledge(US, "100m USD", "2024-03-11", additional=True),
            Source("2024-03-12").pledge(US, "300m USD", total=True),
            Source("2024-05-12").pledge(US, "360m USD", total=True),
            Source("2024-09-11").pledge(US, "100m USD", "2024-09-11", additional=True),
        ],
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_is_in_dispute(case: str) -> None:
    sources, expected = CASES[case]
    assert contradictions(told(*sources)) == sorted(expected)


def test_a_contingent_in_dispute_counts_once() -> None:
    things = told(
        Source("2024-06-25").sends(KENYA, 400, DAY),
        Source("2024-07-18").sends(KENYA, 200, DAY, corrected_from=400),
    ).deployments
    assert sorted((each.basis.value, each.count) for each in things) == [("contingent", 200), ("level", 200)]


def test_a_correction_of_a_contingent_is_one_of_the_strength_told_that_day() -> None:
    first = Source("2024-06-26").sends(KENYA, 400, DAY, basis="level")
    corrected = Source("2024-07-01").sends(KENYA, 200, DAY, corrected_from=400)
    later = Source("2024-07-18").sends(KENYA, 400, "2024-07-17", qualifier="about", basis="level")
    before = Source("2024-05-26").sends(KENYA, 200, "2024-05-25")

    def strength(*sources: Source) -> int | None:
        (found,) = (each for each in told(*sources).deployments if each.basis is Basis.LEVEL)
        assert {found.count} == {
            each.count for each in told(*sources[::-1]).deployments if each.basis is Basis.LEVEL
        }
        return found.count

    assert strength(first) == 400
    assert strength(first, corrected) == 200
    assert strength(first, corrected, later) == 400
    assert strength(before, first, corrected) == 400


def test_a_pledge_in_dispute_goes_on_by_either_sum() -> None:
    (pledge,) = told(
        Source("2024-01-02").pledge(US, "240m USD", "2024-01-01"),
        Source("2024-01-03").pledge(US, "600m USD", "2024-01-01"),
        Source("2024-02-01").pledge(US, "600m USD", status="committed"),
    ).pledges
    assert pledge.status == "committed"
    assert pledge.amount is not None
    assert pledge.amount.number() == 600_000_000


def test_what_fitted_two_figures_fits_the_one_contingent_that_they_are() -> None:
    projection = told(
        Source("2024-06-25").sends(KENYA, 400, DAY),
        Source("2024-06-26").sends(KENYA, 200, DAY),
        Source("2024-06-27").sends(KENYA, None, DAY),
    )
    (thing,) = [each for each in projection.deployments if each.basis is Basis.CONTINGENT]
    assert (thing.source_count, projection.unattached) == (3, ())


def test_copies_of_one_report_are_one_witness() -> None:
    wire = [Source("2024-06-26", paper, text="wire").sends(KENYA, 200, DAY) for paper in "abc"]
    own = [Source("2024-06-27", paper).sends(KENYA, 400, DAY) for paper in "de"]
    assert contradictions(told(*wire, *own)) == ["deployment count: 400 ×2 | 200 ×1 by more-sources"]
