"""How many people are there: levels of one contributor, strengths of a mission, ceilings, and who leaves."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.printing import deployment

MISSION = "The Kenya-led mission in Haiti is short of money. "

LEVELS = [
    ("Kenya has 730 police officers in the force.", ["Kenya 730 police deployed total"]),
    (
        "Uganda, with 4,500 soldiers, is the largest contributor to the force.",
        ["Uganda 4500 military deployed total"],
    ),
    ("Uganda is the biggest contributor, with 4,500 troops.", ["Uganda 4500 military deployed total"]),
    (
        "Uganda contributes 4,500 soldiers to the mission, the most of any country.",
        ["Uganda 4500 military deployed total"],
    ),
    ("Kenya keeps 400 officers in the capital.", ["Kenya 400 police deployed total"]),
    (
        "Kenya accounts for 736 of them, Guatemala for 150 and El Salvador for 74.",
        [
            "Kenya 736 unknown deployed total",
            "Guatemala 150 unknown deployed total",
            "El Salvador 74 unknown deployed total",
        ],
    ),
    ("Kenya's share of the force is 730 officers.", ["Kenya 730 police deployed total"]),
    ("Brazil's contingent stands at 1,200 troops.", ["Brazil 1200 military deployed total"]),
    ("The contingent of Brazil numbers 1,200 soldiers.", ["Brazil 1200 military deployed total"]),
    ("The Kenyan contingent now numbers about 700 officers.", ["Kenya 700 about police deployed total"]),
    ("The Kenyan contingent, 730 strong, is based at the airport.", ["Kenya 730 unknown deployed total"]),
    ("Kenya's 730-strong contingent is based at the airport.", ["Kenya 730 unknown deployed total"]),
    ("Nepal, which has 1,100 soldiers in the mission, lost two men.", ["Nepal 1100 military deployed total"]),
    ("Nepal maintains 1,100 soldiers in the country.", ["Nepal 1100 military deployed total"]),
    ("Bangladesh supplies 120 police to the mission.", ["Bangladesh 120 police deployed total"]),
    ("Ghana provides 850 troops.", ["Ghana 850 military deployed total"]),
    (
        "With 1,100 soldiers, Nepal is the second largest troop contributor.",
        ["Nepal 1100 military deployed total"],
    ),
    ("There are 250 Guatemalan soldiers in Haiti.", ["Guatemala 250 military deployed total"]),
    (
        "There are now about 250 soldiers from Guatemala in the country.",
        ["Guatemala 250 about military deployed total"],
    ),
    (
        "Some 250 Guatemalan soldiers are serving in the mission.",
        ["Guatemala 250 about military deployed total"],
    ),
    ("Guatemala currently has 150 soldiers deployed in Haiti.", ["Guatemala 150 military deployed total"]),
]

STRENGTHS = [
    (
        "Nearly 1,000 officers from seven countries are now serving in the mission.",
        ["- 1000 about police deployed total"],
    ),
    ("The mission now has 1,000 officers on the ground.", ["- 1000 police deployed total"]),
    ("The force numbers barely 1,000 people.", ["- 1000 about unknown deployed total"]),
    ("The force, 1,000 strong at present, is led by Kenya.", ["- 1000 unknown deployed total"]),
    ("The mission's 4,300 troops are spread over four bases.", ["- 4300 military deployed total"]),
    ("At present 416 police officers and soldiers are serving.", ["- 416 mixed deployed total"]),
    ("About 9,800 soldiers were in the field last week.", ["- 9800 about military deployed total"]),
    ("The mission comprises 2,500 police and soldiers from six states.", ["- 2500 mixed deployed total"]),
    ("A mission of 2,500 police officers was foreseen.", ["- 2500 police offered total"]),
    ("The force was designed to have 2,500 members.", ["- 2500 unknown offered total"]),
    ("The mission is meant to have 2,500 officers.", ["- 2500 police offered total"]),
    (
        "The mission, which is supposed to grow to 2,500 officers, has no helicopters.",
        ["- 2500 police offered total"],
    ),
    ("The mission was to be 2,500 strong.", ["- 2500 unknown offered total"]),
    ("There are just over 1,000 officers in the mission.", ["- 1000 at-least police deployed total"]),
]

CEILINGS = [
    (
        "The resolution sets a ceiling of 17,000 troops and 2,101 police.",
        ["- 17000 up-to military offered total", "- 2101 up-to police offered total"],
    ),
    ("The Council raised the ceiling to 5,500 from 2,500.", ["- 5500 up-to unknown offered total"]),
    (
        "The Council raised the mission's ceiling from 2,500 to 5,500 personnel.",
        ["- 5500 up-to unknown offered total"],
    ),
    ("The mission may have up to 5,500 personnel.", ["- 5500 up-to unknown offered total"]),
    ("The mission is allowed 5,500 personnel.", ["- 5500 up-to unknown offered total"]),
    ("The mission is authorised to have up to 13,000 troops.", ["- 13000 up-to military offered total"]),
    ("The Council authorised up to 13,000 troops for the mission.", ["- 13000 up-to military offered total"]),
    ("The resolution allows up to 5,500 personnel.", ["- 5500 up-to unknown offered total"]),
    ("The mandate provides for a maximum of 5,500 personnel.", ["- 5500 up-to unknown offered total"]),
    (
        "The mission, with an authorised strength of 5,500, has 1,000 people.",
        ["- 5500 up-to unknown offered total", "- 1000 unknown deployed total"],
    ),
    ("The ceiling of 2,500 has never been reached.", ["- 2500 up-to unknown offered total"]),
    ("The authorised strength stays at 2,500.", ["- 2500 up-to unknown offered total"]),
    ("The Security Council cut the ceiling to 11,500 troops.", ["- 11500 up-to military offered total"]),
    ("The Council approved a force of up to 15,000 soldiers.", ["- 15000 up-to military offered total"]),
    ("The force will be capped at 3,500 soldiers.", ["- 3500 up-to military offered total"]),
]

LEAVING = [
    ("Some 200 Kenyan officers left Nairobi on Monday.", ["Kenya 200 about police deployed 2024-05-06"]),
    ("About 65 Jamaican soldiers will leave on Thursday.", ["Jamaica 65 about military offered 2024-05-16"]),
    (
        "Kenya has 400 officers in Haiti. The 400 officers will leave in December.",
        ["Kenya 400 police deployed total", "Kenya 400 police withdrawn 2024-12"],
    ),
    ("The last 100 Kenyan officers left Haiti on Monday.", ["Kenya 100 police withdrawn 2024-05-06"]),
    (
        "Kenya's police minister said 150 officers would leave on 20 May.",
        ["Kenya 150 police offered 2024-05-20"],
    ),
]

WITHDRAWALS = [
    ("Kenya brought home 230 officers in March.", ["Kenya 230 police withdrawn 2024-03"]),
    ("Kenya withdrew 230 officers in March.", ["Kenya 230 police withdrawn 2024-03"]),
    (
        "Kenya has pulled out 230 of its 700 officers.",
        ["Kenya 230 police withdrawn", "Kenya 700 police deployed total"],
    ),
    ("Kenya will withdraw its 700 officers by December.", ["Kenya 700 police withdrawn 2024-12"]),
    ("Kenya plans to bring its 700 officers home in December.", ["Kenya 700 police withdrawn 2024-12"]),
    ("Kenya's 700 officers are to return home in December.", ["Kenya 700 police withdrawn 2024-12"]),
    (
        "Some 230 Kenyan officers returned to Nairobi on Monday.",
        ["Kenya 230 about police withdrawn 2024-05-06"],
    ),
    ("Some 230 Kenyan officers flew home on Monday.", ["Kenya 230 about police withdrawn 2024-05-06"]),
    ("A group of 230 Kenyan officers was repatriated in March.", ["Kenya 230 police withdrawn 2024-03"]),
    ("Nepal will pull its 850 soldiers out of the mission next year.", ["Nepal 850 military withdrawn 2025"]),
    (
        "Nepal ended its participation in March and took its 850 soldiers home.",
        ["Nepal 850 military withdrawn 2024-03"],
    ),
    ("Nepal has ordered its 850 soldiers home.", ["Nepal 850 military withdrawn"]),
    ("Nepal has raised its contingent to 400 soldiers.", ["Nepal 400 military deployed total"]),
]

NOBODY = [
    "India, with 5,900 personnel in twelve missions, is among the largest contributors.",
    "The ceiling could be raised to 5,500 personnel.",
    "The Council did not raise the ceiling to 5,500 personnel.",
    "There are 250 Haitian soldiers in the capital.",
    "Some 200,000 people are in camps in the south.",
    "Kenya may keep 400 officers in the capital.",
    "The Americans have put a figure on the table.",
]


@pytest.mark.parametrize(("text", "expected"), [*LEVELS, *STRENGTHS, *CEILINGS, *LEAVING, *WITHDRAWALS])
def test_how_many_are_there(text: str, expected: list[str], read_article: ReadArticle) -> None:
    found = [deployment(claim) for claim in read_article(MISSION + text).deployments]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("text", NOBODY)
def test_who_is_not_there(text: str, read_article: ReadArticle) -> None:
    assert read_article(MISSION + text).deployments == ()
