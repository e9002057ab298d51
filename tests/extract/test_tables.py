"""Flattened tables of pledges and contingents."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.printing import deployment, pledge

MISSION = "The Kenya-led mission in Haiti is short of money.\n\n"


def test_a_table_of_pledges_with_a_total(read_article: ReadArticle) -> None:
    table = (
        "Pledges to the trust fund\n"
        "Donor | Amount | Use\n"
        "Canada | C$63 million | equipment\n"
        "Spain | €3 million | medical care\n"
        "Total | $85 million | \n"
    )
    assert [pledge(claim) for claim in read_article(MISSION + table).pledges] == [
        "Canada 63,000,000 CAD offered (equipment)",
        "Spain 3,000,000 EUR offered (medical)",
        "- 85,000,000 USD offered total",
    ]


def test_a_cell_says_how_far_a_pledge_has_come(read_article: ReadArticle) -> None:
    table = (
        "Contributions\n"
        "Canada\tUS$8.7 million\tpaid\n"
        "France\t€4 million\tsigned\n"
        "Italy\t€2 million\tfrozen\n"
    )  # fmt: skip
    assert [pledge(claim) for claim in read_article(MISSION + table).pledges] == [
        "Canada 8,700,000 USD delivered",
        "France 4,000,000 EUR committed",
        "Italy 2,000,000 EUR withdrawn",
    ]


def test_a_table_of_contingents(read_article: ReadArticle) -> None:
    table = (
        "Personnel deployed\n"
        "Country | Number\n"
        "Kenya | 383 police officers\n"
        "Jamaica | 24 soldiers and police\n"
        "Total | 407\n"
    )
    assert [deployment(claim) for claim in read_article(MISSION + table).deployments] == [
        "Kenya 383 police deployed total",
        "Jamaica 24 mixed deployed total",
        "- 407 unknown deployed total",
    ]


def test_promised_contingents_are_no_level(read_article: ReadArticle) -> None:
    table = "Troops promised\nCountry | Number\nBenin | 2,000 soldiers\nChad | about 500\n"
    assert [deployment(claim) for claim in read_article(MISSION + table).deployments] == [
        "Benin 2000 military offered",
        "Chad 500 about unknown offered",
    ]


def test_a_table_of_other_things_yields_nothing(read_article: ReadArticle) -> None:
    table = "Distances\nCity | Kilometres\nJamaica | 480\nCuba | 300\n"
    extraction = read_article(MISSION + table)
    assert (extraction.pledges, extraction.deployments) == ((), ())


def test_a_single_row_is_no_table(read_article: ReadArticle) -> None:
    extraction = read_article(MISSION + "Kenya | 383 police officers\n")
    assert extraction.deployments == ()


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Troop contributions", "deployed"),
        ("Troops pledged so far", "offered"),
        ("Troops serving", "deployed"),
    ],
)
def test_what_a_title_says_of_people(title: str, status: str, read_article: ReadArticle) -> None:
    text = (
        "The Resolute Support Mission trains the Afghan security forces in Afghanistan.\n\n"
        f"{title}\n\nNation      Troops\nItaly       1,037\nGermany       980\n"
    )
    found = read_article(text).deployments
    assert [(d.contributor.name if d.contributor else None, d.count, d.status.value) for d in found] == [
        ("Italy", 1037, status),
        ("Germany", 980, status),
    ]
