"""People told of in passing: many contributors together, levels that change, the rest and the last."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.printing import deployment

MISSION = "The Kenya-led mission in Haiti is short of money. "

MIXED = [
    (
        "Kenya sent 400 officers in June. Another 200 arrived in July.",
        ["Kenya 400 police deployed 2023-06", "Kenya 200 police deployed 2023-07 further"],
    ),
    (
        "Kenya has 400 officers there; 150 flew home on Monday.",
        ["Kenya 400 police deployed total", "Kenya 150 police withdrawn 2024-05-06"],
    ),
    (
        "Two hundred Kenyan officers came in June last year and 200 more followed in July.",
        ["Kenya 200 police deployed 2023-06", "Kenya 200 police deployed 2023-07 further"],
    ),
    (
        "The Bahamians, the latest to come, have been there since 18 April.",
        ["Bahamas unknown deployed 2024-04-18"],
    ),
    (
        "A Czech company of 120 crossed the border on Tuesday.",
        ["Czech Republic 120 military deployed 2024-05-07"],
    ),
    ("Chad has 1,500 soldiers standing by.", ["Chad 1500 military offered"]),
    (
        "On 1 July some 200 Kenyan police officers exchanged their caps for berets.",
        ["Kenya 200 about police deployed 2023-07-01"],
    ),
    (
        "Kenya recalled 100 of its 700 officers in March.",
        ["Kenya 100 police withdrawn 2024-03", "Kenya 700 police deployed total"],
    ),
    ("Kenya's parliament voted on 16 April to send 1,000 officers.", ["Kenya 1000 police approved"]),
    (
        "The Bundestag on Friday cleared the way for up to 300 soldiers to join the mission.",
        ["Germany 300 up-to military approved"],
    ),
    ("Germany's mandate allows up to 300 soldiers.", ["Germany 300 up-to military approved"]),
    (
        "Sixteen states have put their names down for a total of 5,000 people.",
        ["- 5000 unknown offered total"],
    ),
    ("In all, 5,500 people are due by the autumn.", ["- 5500 unknown offered total"]),
    (
        "The mission will reach its full strength of 5,500 in October.",
        ["- 5500 unknown offered 2024-10 total"],
    ),
    ("Only about a fifth of the planned 2,500 have arrived.", ["- 2500 unknown offered total"]),
    (
        "Kenya, which leads the force, has 700 officers in it, El Salvador 78 soldiers and Jamaica 24.",
        [
            "Kenya 700 police deployed total",
            "El Salvador 78 military deployed total",
            "Jamaica 24 military deployed total",
        ],
    ),
    (
        "Kenya pledged 1,000 officers, of whom 400 have arrived.",
        ["Kenya 1000 police offered", "Kenya 400 police deployed total"],
    ),
    ("Kenya now has 700 officers in Haiti, up from 400 a month ago.", ["Kenya 700 police deployed total"]),
    (
        "Kenya's second batch, 200 strong, landed on Tuesday.",
        ["Kenya 200 unknown deployed 2024-05-07 further"],
    ),
    (
        "A team of 40 Salvadoran medics is to join them next month.",
        ["El Salvador 40 unknown offered 2024-06"],
    ),
    ("El Salvador is to send a team of 40 medics.", ["El Salvador 40 unknown offered"]),
    ("Barbados has said that it would take part.", ["Barbados unknown offered"]),
    ("By December all 700 Kenyan officers will have left.", ["Kenya 700 police withdrawn 2024-12"]),
    ("Uganda's 6,200 soldiers make up the largest contingent.", ["Uganda 6200 military deployed total"]),
    (
        "Burundi, the second-largest contributor, has 5,400 soldiers in the country.",
        ["Burundi 5400 military deployed total"],
    ),
    (
        "Uganda contributes 6,200 soldiers, Burundi 5,400 and Kenya 3,600.",
        [
            "Uganda 6200 military deployed total",
            "Burundi 5400 military deployed total",
            "Kenya 3600 military deployed total",
        ],
    ),
]

MORE = [
    (
        "Four hundred Italian, Czech and Romanian soldiers are to come in June.",
        ["- 400 military offered 2024-06 total"],
    ),
    (
        "Some 200 Kenyan and Jamaican officers landed on Tuesday.",
        ["- 200 about police deployed 2024-05-07 total"],
    ),
    (
        "On 24 April more than 2,000 soldiers from fifteen countries started coming ashore.",
        ["- 2000 at-least military deployed 2024-04-24 total"],
    ),
    ("In all, 590 officers have gone home since March.", ["- 590 police withdrawn total"]),
    ("Kenya will send two battalions.", ["Kenya military offered"]),
    ("Sierra Leone will send one formed police unit of 160.", ["Sierra Leone 160 police offered"]),
    ("Rwanda deployed a battalion in March.", ["Rwanda military deployed 2024-03"]),
    ("The Kenyans are in; the Jamaicans are expected on Monday.", ["Jamaica unknown offered 2024-05-13"]),
    (
        "Botswana was the quickest to leave: its soldiers were taken out in April.",
        ["Botswana military withdrawn 2024-04"],
    ),
    ("The force shrank to 600 in March.", ["- 600 unknown deployed 2024-03 total"]),
    ("The force had dwindled to 600 by March.", ["- 600 unknown deployed 2024-03 total"]),
    ("Kenya has 400 officers in Haiti, more than any other country.", ["Kenya 400 police deployed total"]),
    ("With 400 officers, Kenya is the mission's mainstay.", ["Kenya 400 police deployed total"]),
    ("Nepal also provides 250 soldiers.", ["Nepal 250 military deployed total"]),
    ("Uganda, with 620, has the largest contingent.", ["Uganda 620 unknown deployed total"]),
    (
        "Of the 400 Kenyans who came in June last year, 100 have gone home.",
        ["Kenya 400 unknown deployed 2023-06", "Kenya 100 unknown withdrawn"],
    ),
    ("Between 200 and 300 Kenyan officers are to arrive in June.", ["Kenya 200..300 police offered 2024-06"]),
    ("Chile and Peru will each give 60 soldiers.", ["Chile 60 military offered", "Peru 60 military offered"]),
    ("Canada's contribution will be 70 soldiers.", ["Canada 70 military offered"]),
    ("Canada's contribution is 70 soldiers.", ["Canada 70 military deployed total"]),
    (
        "Spain is adding 50 gendarmes to the 120 it already has there.",
        ["Spain 50 police offered", "Spain 120 police deployed total"],
    ),
    ("The Spaniards have doubled their contingent to 240.", ["Spain 240 unknown deployed total"]),
    ("Italy has reduced its contingent by 50, to 200.", ["Italy 200 unknown deployed total"]),
    (
        "Portugal cut its contingent from 200 to 150 in March.",
        ["Portugal 150 unknown deployed 2024-03 total"],
    ),
    ("Kenya has rotated out 200 officers since January.", ["Kenya 200 police withdrawn"]),
    (
        "A relief of 200 Kenyan officers landed on Friday; as many went home.",
        ["Kenya 200 police deployed 2024-05-10"],
    ),
    (
        "Kenya will raise its contingent from 400 to 1,000 by June.",
        ["Kenya 1000 unknown offered 2024-06 total"],
    ),
    ("Kenya has another 600 officers waiting in Nairobi.", ["Kenya 600 police offered further"]),
    (
        "Jamaica has promised 200 soldiers. It has 24 there already.",
        ["Jamaica 200 military offered", "Jamaica 24 military deployed total"],
    ),
    (
        "Germany will send another 155 soldiers in June, on top of the 70 now in the country.",
        ["Germany 155 military offered 2024-06 further", "Germany 70 military deployed total"],
    ),
    (
        "Italy, the first to respond, landed 880 marines on Saturday and has promised 2,500 in all.",
        ["Italy 880 military deployed 2024-05-04", "Italy 2500 military offered"],
    ),
    (
        "Kenya has 400 officers there. The first 200 of them landed on 25 April.",
        ["Kenya 400 police deployed total", "Kenya 200 police deployed 2024-04-25"],
    ),
    (
        "Malawi had not waited for them. It flew its contingent home in February.",
        ["Malawi unknown withdrawn 2024-02"],
    ),
    ("Denmark's 240 soldiers were flown out on Monday.", ["Denmark 240 military withdrawn 2024-05-06"]),
    ("The Danes have gone home.", ["Denmark unknown withdrawn"]),
    ("The last of the Danish soldiers left on Monday.", ["Denmark military withdrawn 2024-05-06"]),
    ("A last group of 60 Danes will leave in June.", ["Denmark 60 unknown withdrawn 2024-06"]),
    ("Denmark will pull its 240 soldiers out by December.", ["Denmark 240 military withdrawn 2024-12"]),
    ("Denmark is to withdraw its 240 soldiers in June.", ["Denmark 240 military withdrawn 2024-06"]),
    (
        "Denmark announced that it would withdraw its 240 soldiers in June.",
        ["Denmark 240 military withdrawn 2024-06"],
    ),
    (
        "The withdrawal of Denmark's 240 soldiers will begin in June.",
        ["Denmark 240 military withdrawn 2024-06"],
    ),
    (
        "Ghana's foreign minister said that 200 officers would be sent in June.",
        ["Ghana 200 police offered 2024-06"],
    ),
    ("Ghana's foreign minister, Shirley Botchwey, pledged 200 officers.", ["Ghana 200 police offered"]),
    (
        '"We will send 200 officers," said Ghana\'s foreign minister, Shirley Botchwey.',
        ["Ghana 200 police offered"],
    ),
    ("Accra has told the UN that it is ready to send 200 officers.", ["Ghana 200 police offered"]),
    ("The contingent from Ghana is 200 strong.", ["Ghana 200 unknown deployed total"]),
    ("Ghana's contingent of 200 police officers landed in March.", ["Ghana 200 police deployed 2024-03"]),
    ("A Ghanaian police unit of 200 landed in March.", ["Ghana 200 police deployed 2024-03"]),
    ("Ghana has contributed a 200-member police unit.", ["Ghana 200 police deployed total"]),
    (
        "Ghana and Togo have pledged 200 officers each.",
        ["Ghana 200 police offered", "Togo 200 police offered"],
    ),
    (
        "Ghana pledged 200 officers, Togo 100 and Benin 50.",
        ["Ghana 200 police offered", "Togo 100 police offered", "Benin 50 police offered"],
    ),
    (
        "Ghana is expected to send 200 officers and Togo 100.",
        ["Ghana 200 police offered", "Togo 100 police offered"],
    ),
    (
        "Officers from Ghana, Togo and Benin make up the rest.",
        ["Ghana police deployed", "Togo police deployed", "Benin police deployed"],
    ),
    ("So far only Ghana has sent people: 200 officers.", ["Ghana 200 police deployed total"]),
    (
        "The mission currently has about 1,000 personnel, 700 of them Kenyans.",
        ["- 1000 about unknown deployed total", "Kenya 700 unknown deployed total"],
    ),
    (
        ("The mission has 1,000 personnel: 700 Kenyans, 150 Guatemalans, 78 Salvadorans and 24 Jamaicans."),
        [
            "- 1000 unknown deployed total",
            "Kenya 700 unknown deployed total",
            "Guatemala 150 unknown deployed total",
            "El Salvador 78 unknown deployed total",
            "Jamaica 24 unknown deployed total",
        ],
    ),
    (
        "Deployed so far are 700 Kenyan police officers and 150 Guatemalan soldiers.",
        ["Kenya 700 police deployed total", "Guatemala 150 military deployed total"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*MIXED, *MORE])
def test_people_in_passing(text: str, expected: list[str], read_article: ReadArticle) -> None:
    found = [deployment(claim) for claim in read_article(MISSION + text).deployments]
    assert sorted(found) == sorted(expected)
