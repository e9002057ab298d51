"""Numbers in figures and words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extract.numbers import find_numbers, is_year

VALUES = [
    ("5", "5", "a figure"),
    ("1,234,567", "1234567", "commas"),
    ("1 234 567", "1234567", "spaces"),
    ("1\u2009234", "1234", "thin space"),
    ("1'234'567", "1234567", "apostrophes"),
    ("1.234.567", "1234567", "points, at least two"),
    ("12,34,567", "1234567", "Indian groups"),
    ("1,234.56", "1234.56", "decimals behind groups"),
    ("0.5", "0.5", "a fraction"),
    ("2½", "2.5", "a vulgar fraction"),
    ("2½ million", "2500000", "a vulgar fraction of a scale"),
    ("1.2 million", "1200000", "decimals of a scale"),
    ("1,5 million", "1500000", "a decimal comma before a scale"),
    ("100m", "100000000", "a letter"),
    ("36.6bn", "36600000000", "an abbreviation"),
    ("100 mln", "100000000", "an abbreviation apart"),
    ("3 dozen", "36", "dozen behind figures"),
    ("15 hundred", "1500", "hundred behind figures"),
    ("5 crore", "50000000", "Indian scale"),
    ("200-million", "200000000", "hyphen"),
    ("seven", "7", "a unit"),
    ("Seventeen", "17", "a teen with a capital"),
    ("NINETY", "90", "capitals"),
    ("twenty-one", "21", "hyphenated"),
    ("twenty one", "21", "apart"),
    ("one hundred", "100", "hundred"),
    ("a hundred", "100", "an article"),
    ("a hundred and one", "101", "and"),
    ("fifteen hundred", "1500", "hundreds beyond ten"),
    ("two thousand", "2000", "thousand"),
    ("two thousand three hundred", "2300", "no and"),
    ("two thousand and three", "2003", "and behind thousand"),
    ("two hundred and fifty thousand", "250000", "and inside the head of a scale"),
    ("one million two hundred thousand", "1200000", "two scales"),
    ("a million and a half", "1500000", "a half behind"),
    ("two and a half million", "2500000", "a half inside"),
    ("half a billion", "500000000", "half"),
    ("a quarter of a million", "250000", "a quarter"),
    ("three quarters of a million", "750000", "three quarters"),
    ("three-quarters of a million", "750000", "three quarters, hyphenated"),
    ("a dozen", "12", "a dozen"),
    ("two dozen", "24", "dozens"),
    ("half a dozen", "6", "half a dozen"),
    ("five lakh", "500000", "Indian scale in words"),
    ("one\nhundred", "100", "broken at the line's end"),
]


@pytest.mark.parametrize(("text", "value", "why"), VALUES, ids=[case[0] for case in VALUES])
def test_value(text: str, value: str, why: str) -> None:
    (number,) = find_numbers(f"There are {text} of them")
    assert number.value == Decimal(value), why
    assert f"There are {text} of them"[number.start : number.end] == text


NONE = [
    ("dozens", "vague"),
    ("hundreds of thousands", "vague"),
    ("several hundred", "vague"),
    ("a few million", "vague"),
    ("1.2.3", "a version"),
    ("12,0", "no grouping"),
    ("someone", "one inside a word"),
    ("often", "ten inside a word"),
    ("the", "no number"),
]


@pytest.mark.parametrize(("text", "why"), NONE, ids=[case[0] for case in NONE])
def test_no_number(text: str, why: str) -> None:
    assert find_numbers(text) == (), why


YEARS = [
    ("in [2017]", True, "a preposition"),
    ("([2023])", True, "brackets"),
    ("the [2024] elections", True, "an article before a plural noun"),
    ("October [2023] ministers met", True, "behind a month"),
    ("[2023] was hard", True, "before a verb"),
    ("send [2000] officers", False, "a round number before people"),
    ("a force of [2000] soldiers", False, "a round number behind of"),
    ("killed [1934] people", False, "behind a verb, before people"),
    ("[1000] officers", False, "before our time"),
    ("[200] officers", False, "three figures"),
]


@pytest.mark.parametrize(("marked", "expected", "why"), YEARS, ids=[case[0] for case in YEARS])
def test_is_year(marked: str, expected: bool, why: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    assert is_year(marked.replace("[", "").replace("]", ""), start, end) is expected, why


TOKENS = st.sampled_from(
    [
        "one",
        "two",
        "twenty",
        "hundred",
        "thousand",
        "million",
        "and",
        "a",
        "half",
        "of",
        "quarter",
        "1",
        "1,000",
        "m",
    ]
)


@given(st.lists(TOKENS, max_size=12).map(" ".join) | st.text())
def test_numbers_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.start < number.end <= len(text)
        assert number.value >= 0
        end = number.end


@given(st.integers(0, 10**12))
def test_grouped_figures_are_read_as_written(value: int) -> None:
    (number,) = find_numbers(f"{value:,}")
    assert number.value == value
    assert number.grouped is (value >= 1000)
