"""Which stored thing a projected one continues."""

from __future__ import annotations

from tests.reconcile.telling import Source, told
from tracker.db.store.matching import match_things
from tracker.reconcile.model import Pledge


def three() -> tuple[Pledge, Pledge, Pledge]:
    """Return pledges of 1, 2 and 3 dollars, that rest on claims 1–3, 4–5 and 6."""
    sources = [Source(f"2024-01-{day:02}").pledge("United States", "1 USD") for day in (1, 2, 3)]
    sources += [Source(f"2024-02-{day:02}").pledge("United States", "2 USD") for day in (1, 2)]
    sources += [Source("2024-03-01").pledge("United States", "3 USD")]
    found = sorted(told(*sources).pledges, key=lambda each: each.claims)
    return found[0], found[1], found[2]


def test_the_thing_that_it_shares_most_claims_with() -> None:
    one, two, three_ = three()
    assert match_things([one, two, three_], {1: 7, 2: 7, 3: 8, 4: 8, 5: 8}, {}) == {
        one.content_key: 7,
        two.content_key: 8,
    }


def test_of_equal_shares_the_lowest() -> None:
    one, two, _ = three()
    assert match_things([two], {4: 9, 5: 3}, {}) == {two.content_key: 3}
    assert match_things([one, two], {1: 5, 4: 5}, {}).keys() == {min(one.content_key, two.content_key)}


def test_a_stored_thing_is_continued_once_by_the_one_that_shares_most() -> None:
    one, two, _ = three()
    assert match_things([two, one], {1: 7, 2: 7, 4: 7}, {}) == {one.content_key: 7}


def test_the_very_same_said_again_by_other_rows() -> None:
    one, _, _ = three()
    assert match_things([one], {}, {one.content_key: 4}) == {one.content_key: 4}
