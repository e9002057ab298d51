from decimal import Decimal

import pytest

from tracker.evaluate.agreement import actors_agree, dates_agree, starts_agree, sums_agree


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Kenya", "kenya", "case"),
        ("António Guterres", "Antonio Guterres", "accents"),
        ("The Bahamas", "Bahamas", "the article"),
        ("Côte d’Ivoire", "Cote d'Ivoire", "apostrophe and accent"),
        ("Ruto", "William Ruto", "surname for full name"),
        ("Ursula von der Leyen", "von der Leyen", "surname of several words"),
        ("President William Ruto", "William Ruto", "a title"),
        ("Dr Baptiste", "Lorna Baptiste", "a title before the surname"),
        ("Prime Minister Ariel Henry", "Henry", "a title of two words"),
        ("Secretary of State Antony Blinken", "Antony Blinken", "a title of three words"),
        ("Secretary-General António Guterres", "Guterres", "a hyphenated title"),
        ("Korir Sing'oei", "Sing’oei", "curly apostrophe"),
        (None, None, "unnamed on both sides"),
    ],
)
def test_names_of_one_actor_agree_either_way(one: str | None, other: str | None, why: str) -> None:
    assert actors_agree(one, other), why
    assert actors_agree(other, one), why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Kenya", None, "null matches only null"),
        ("Kenya", "Uganda", "different"),
        ("Sudan", "South Sudan", "a state that ends in another's name"),
        ("Guinea", "Papua New Guinea", "likewise"),
        ("Guinea", "Equatorial Guinea", "likewise"),
        ("Kenya", "High Court of Kenya", "a body of the state"),
        ("Security Council", "UN Security Council", "a body's name is no surname"),
        ("Congo", "DR Congo", "DR is no doctor"),
        ("William", "William Ruto", "a first name is no surname"),
        ("Joe Biden", "Hunter Biden", "two first names"),
        ("President", "Ruto", "a title alone stays"),
    ],
)
def test_names_of_different_actors_do_not_agree(one: str | None, other: str | None, why: str) -> None:
    assert not actors_agree(one, other), why
    assert not actors_agree(other, one), why


def test_sums_agree_within_one_percent_in_one_currency() -> None:
    million = (Decimal(100_000_000), "USD")
    assert sums_agree([million], [(Decimal("99_500_000"), "USD")])
    assert not sums_agree([million], [(Decimal("98_000_000"), "USD")])
    assert not sums_agree([million], [(Decimal(100_000_000), "CAD")])
    assert sums_agree([million, (Decimal(14_500_000_000), "KES")], [(Decimal(14_500_000_000), "KES")])
    assert not sums_agree([million], [])


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2023-10-02", "2023-10-02", True),
        ("2023-10", "2023-10-02", True),
        ("2023", "2023-10-02", True),
        ("2023-10-03", "2023-10-02", False),
        ("2023-09", "2023-10-02", False),
        (None, "2023", False),
        (None, None, True),
    ],
)
def test_dates_agree_at_the_coarser_precision(one: str | None, other: str | None, agree: bool) -> None:
    assert dates_agree(one, other) is agree
    assert dates_agree(other, one) is agree


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("The people of Haiti cannot", "“The people of Haiti", True),
        ("the people of haiti can", "The people, of Haiti!", True),
        ("Some people of Haiti cannot", "The people of Haiti cannot", True),
        ("Some folk of Haiti cannot", "The people of Haiti cannot", False),
        ("people of Haiti cannot wait", "The people of Haiti cannot", False),
        ("He left", "He left", True),
        ("He left early", "He left", True),
        ("Yes", "No", False),
        ("it’s over", "its over", True),
    ],
)
def test_opening_words_agree_but_for_one_of_four(one: str, other: str, agree: bool) -> None:
    assert starts_agree(one, other) is agree
    assert starts_agree(other, one) is agree
