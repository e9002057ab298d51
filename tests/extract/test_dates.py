"""Which expressions of a text are dates, and where they stand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.dating import SATURDAY, iso, only
from tracker.extract.dates import find_dates
from tracker.vocab import PartialDate

NOT_DATES = [
    ("it may be so", "a verb"),
    ("May I go?", "a verb that opens the sentence"),
    ("Theresa May said", "a name"),
    ("the march on the capital", "a noun"),
    ("March on, they cried", "a verb that opens the sentence"),
    ("our august body", "an adjective"),
    ("April Smith said", "a name"),
    ("Sun Hung Kai and Sat Nav", "names"),
    ("the second one", "an ordinal"),
    ("for two years", "a duration"),
    ("90 days", "a duration"),
    ("12 months", "a duration"),
    ("for the past two years", "a duration up to now"),
    ("a 90-day halt", "a duration with a hyphen"),
    ("aged 34", "an age"),
    ("34 years old", "an age"),
    ("at 09.10", "a clock time"),
    ("at 8 a.m.", "a clock time"),
    ("send 2000 soldiers", "a count"),
    ("$2023", "money"),
    ("Resolution 2699", "a number"),
    ("on Mondays", "a habit"),
    ("Easter Monday", "a feast"),
    ("Ash Wednesday", "a feast"),
    ("the Sunday Times", "a paper"),
    ("every Friday", "a habit"),
    ("the fall of the city", "no season"),
    ("the last one", "no unit"),
    ("once a day", "a rate"),
    ("$600 million a year", "a rate"),
    ("1,999 troops", "a count"),
    ("days later", "no number"),
]


@pytest.mark.parametrize(("text", "why"), NOT_DATES, ids=[case[0] for case in NOT_DATES])
def test_no_date(text: str, why: str) -> None:
    assert find_dates(text, date(2024, 3, 1)) == [], why


PREPOSITIONS = [
    ("on Friday", "on"),
    ("in October", "in"),
    ("By the end of July", "by"),
    ("until 2 October 2025", "until"),
    ("till Friday", "till"),
    ("since the start of 2024", "since"),
    ("before Monday", "before"),
    ("after October 2", "after"),
    ("as of 3 May", "as of"),
    ("ahead of Friday", "ahead of"),
    ("prior to October 2023", "prior to"),
    ("no later than 1 June", "later than"),
    ("(from 1 January)", "from"),
    ("said Friday", None),
    ("Friday", None),
]


@pytest.mark.parametrize(("text", "expected"), PREPOSITIONS, ids=[case[0] for case in PREPOSITIONS])
def test_preposition(text: str, expected: str | None) -> None:
    assert only(text, SATURDAY).preposition == expected


SEVERAL = [
    ("between 1 January and 15 August", ["2023-01-01", "2023-08-15"], "two ends"),
    ("between 1 January and 15 August 2022", ["2022-01-01", "2022-08-15"], "one year for both"),
    ("from December to January 2023", ["2022-12", "2023-01"], "one year, across its end"),
    ("from Jan. 1 to Jan. 3", ["2023-01-01", "2023-01-03"], "the end follows the beginning"),
    ("from 20 December to 5 January", ["2022-12-20", "2023-01-05"], "the end follows, across the year"),
    ("in June and July", ["2023-06", "2023-07"], "two months"),
    ("from 2003 to 2017", ["2003", "2017"], "two years"),
    ("on Friday, a day after 2 July", ["2023-09-22", None, "2023-07-02"], "three of different kinds"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SEVERAL, ids=[case[0] for case in SEVERAL])
def test_several(text: str, expected: list[str | None], why: str) -> None:
    assert [iso(one.resolve()) for one in find_dates(text, date.fromisoformat(SATURDAY))] == expected, why


def test_a_list_shares_its_preposition() -> None:
    assert [one.preposition for one in find_dates("in June and July", None)] == ["in", "in"]


@pytest.mark.parametrize(
    "text", ["on Friday", "last month", "in October", "on October 2", "two weeks ago", "today"]
)
def test_relative_dates_stay_open_without_a_publication_date(text: str) -> None:
    mention = only(text, None)
    assert mention.open
    assert mention.resolve() is None
    assert mention.resolve(future=True) is None


@pytest.mark.parametrize("text", ["in 2017", "2 October 2023", "a day later", "this summer"])
def test_others_are_not_open(text: str) -> None:
    assert not only(text, None).open


_WORDS = """the last next this that week month year day days years ago later before after a two 9 31 29 2023
1999 May March October Feb. Sept. Friday Sat of in on and to end start early mid- quarter first
summer today few past , ( ) - 's following same same_day weekend yesterday 999_years_ago 2023-10-02
02/10/2023 Q1"""
WORDS = st.sampled_from([word.replace("_", " ") for word in _WORDS.split()])
TEXTS = st.lists(WORDS, max_size=14).map(" ".join) | st.lists(WORDS, max_size=8).map("".join) | st.text()
DAYS = st.none() | st.dates() | st.sampled_from([date.min, date.max, date(2024, 2, 29)])
ANCHORS = (
    st.none()
    | st.dates().map(PartialDate.of_day)
    | st.sampled_from(
        [
            PartialDate.of_month(9999, 12),
            PartialDate.of_year(1),
            PartialDate.of_year(9999),
            PartialDate.of_month(1, 1),
        ]
    )
)


@given(TEXTS, DAYS, st.booleans(), ANCHORS)
def test_mentions_never_overlap_and_resolving_never_fails(
    text: str, published: date | None, future: bool, anchor: PartialDate | None
) -> None:
    end = 0
    for mention in find_dates(text, published):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
        resolved = mention.resolve(future=future, anchor=anchor)
        assert resolved is None or PartialDate.parse(resolved.iso().zfill(4)) == resolved
        assert not mention.open or resolved is None


@given(st.dates(), st.sampled_from(["Monday", "Wednesday", "Sunday"]))
def test_a_bare_weekday_lies_within_a_week_of_publication(published: date, weekday: str) -> None:
    mention = only(f"on {weekday}", published.isoformat())
    past, future = mention.resolve(), mention.resolve(future=True)
    if past is not None:
        assert 0 <= (published - past.first).days < 7
    if future is not None:
        assert 0 <= (future.first - published).days < 7
    if past is not None and future is not None:
        assert past.first.strftime("%A") == future.first.strftime("%A") == weekday
