"""Which sums are one sum, rounded."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.reconcile.sums import TOLERANCE, same_sums
from tracker.vocab import Money

CASES = {
    "the figure most told gathers those about it": ([100, 100, 99, 101], {100: 100, 99: 100, 101: 100}),
    "told alike often: the rounder gathers": ([996, 1000], {996: 1000, 1000: 1000}),
    "just beyond one per cent": ([1000, 1011], {1000: 1000, 1011: 1011}),
    "a chain does not join its ends": (
        [1000, 1000, 1000, 1009, 1018, 1018],
        {1000: 1000, 1009: 1000, 1018: 1018},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_cases(case: str) -> None:
    figures, expected = CASES[case]
    found = same_sums(Money(Decimal(each), "USD") for each in figures)
    assert {int(each.amount): int(figure.amount) for each, figure in found.items()} == expected


def test_currencies_are_apart() -> None:
    found = same_sums([Money(Decimal(100), "USD"), Money(Decimal(100), "CAD")])
    assert set(found.values()) == set(found)


@given(st.lists(st.integers(1, 10**6)))
def test_no_sum_stands_for_one_that_is_far_from_it(figures: list[int]) -> None:
    found = same_sums(Money(Decimal(each), "USD") for each in figures)
    assert found.keys() == {Money(Decimal(each), "USD") for each in figures}
    for each, figure in found.items():
        assert abs(figure.amount - each.amount) <= max(figure.amount, each.amount) * TOLERANCE
        assert found[figure] == figure
