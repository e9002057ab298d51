"""People sent, promised and gone home, as newspapers tell of them in sentences and in lists."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.printing import deployment

MISSION = "The Kenya-led mission in Haiti is short of money. "

COMING = [
    ("Kenya flew in 150 more police officers on Thursday.", ["Kenya 150 police deployed 2024-05-09 further"]),
    (
        "A further 150 Kenyan officers touched down in Port-au-Prince on Thursday.",
        ["Kenya 150 police deployed 2024-05-09 further"],
    ),
    (
        "Some 200 Kenyan police officers walked down the gangway on Tuesday morning.",
        ["Kenya 200 about police deployed 2024-05-07"],
    ),
    ("Two hundred Kenyans turned up in June last year.", ["Kenya 200 unknown deployed 2023-06"]),
    (
        "The first contingent of 200 Kenyan officers set foot in the capital on 25 April.",
        ["Kenya 200 police deployed 2024-04-25"],
    ),
    (
        "Belize sent two officers in March, and Jamaica 24.",
        ["Belize 2 police deployed 2024-03", "Jamaica 24 police deployed 2024-03"],
    ),
    (
        "Jamaica has 24 there, Belize two.",
        ["Jamaica 24 unknown deployed total", "Belize 2 unknown deployed total"],
    ),
    ("Guatemala's 150 soldiers arrived in January.", ["Guatemala 150 military deployed 2024-01"]),
    (
        "Of the 1,000 officers Kenya promised, 400 have arrived.",
        ["Kenya 1000 police offered", "Kenya 400 police deployed total"],
    ),
    ("Kenya's deployment now stands at 400.", ["Kenya 400 unknown deployed total"]),
    ("Thursday's flight brought the Kenyan contingent to 600 officers.", ["Kenya 600 police deployed total"]),
    ("A 400-strong Kenyan contingent is in the capital.", ["Kenya 400 unknown deployed total"]),
    ("Kenya's 400 officers patrol the airport road.", ["Kenya 400 police deployed total"]),
    (
        "The Romanians, 170 of them, arrived by train on Wednesday.",
        ["Romania 170 unknown deployed 2024-05-08"],
    ),
    ("About 380 Kenyan officers are in town now.", ["Kenya 380 about police deployed total"]),
]

PROMISED = [
    ("Kenya will send 150 more officers next month.", ["Kenya 150 police offered 2024-06 further"]),
    (
        "Chad has said it would send 1,500 soldiers by the end of the year.",
        ["Chad 1500 military offered 2024"],
    ),
    (
        "Benin's president told reporters that 2,000 of his soldiers would be at their side.",
        ["Benin 2000 military offered"],
    ),
    ("Benin has 2,000 troops ready to go.", ["Benin 2000 military offered"]),
    (
        "Sri Lanka and Bangladesh have each promised 500 soldiers.",
        ["Sri Lanka 500 military offered", "Bangladesh 500 military offered"],
    ),
    ("Senegal put forward 100 gendarmes.", ["Senegal 100 police offered"]),
    (
        "Under the plan, Kenya would contribute 1,000 officers, Jamaica 200 and the Bahamas 150.",
        ["Kenya 1000 police offered", "Jamaica 200 police offered", "Bahamas 150 police offered"],
    ),
    (
        "Another 600 Kenyan officers are in training and will leave for Haiti in June.",
        ["Kenya 600 police offered 2024-06 further"],
    ),
    ("The remaining 600 Kenyan officers are to follow in June.", ["Kenya 600 police offered 2024-06"]),
    (
        "Kenya has sent 400 officers; the remaining 600 are to follow in June.",
        ["Kenya 400 police deployed total", "Kenya 600 police offered 2024-06"],
    ),
    (
        "The cabinet of the Bahamas on Tuesday approved the sending of 150 officers.",
        ["Bahamas 150 police approved"],
    ),
    (
        "Pakistan's cabinet gave its consent on Tuesday to the dispatch of 3,500 soldiers.",
        ["Pakistan 3500 military approved"],
    ),
    ("Lawmakers in El Salvador voted on Tuesday to send 78 soldiers.", ["El Salvador 78 military approved"]),
    (
        "Germany's parliament has extended the deployment of up to 1,400 soldiers.",
        ["Germany 1400 up-to military approved"],
    ),
    ("Kenya promised on Tuesday to send 150 officers.", ["Kenya 150 police offered"]),
    ("Kenya pledged in March to deploy 150 officers.", ["Kenya 150 police offered"]),
    ("Kenya's 700 officers are to return home in December.", ["Kenya 700 police withdrawn 2024-12"]),
    ("Kenya's 700 officers are set to fly home in December.", ["Kenya 700 police withdrawn 2024-12"]),
]

LEAVING = [
    (
        "The last 240 soldiers of the Danish contingent flew out on Monday.",
        ["Denmark 240 military withdrawn 2024-05-06"],
    ),
    ("Egypt brought its 600 soldiers home on 9 April.", ["Egypt 600 military withdrawn 2024-04-09"]),
    ("The 142 Senegalese police officers left on 28 April.", ["Senegal 142 police withdrawn 2024-04-28"]),
    (
        "Britain, once one of the largest contributors, went home in 2020.",
        ["United Kingdom unknown withdrawn 2020"],
    ),
    ("Botswana's soldiers were taken out in April.", ["Botswana military withdrawn 2024-04"]),
    ("Angola's airmen came away the same month.", ["Angola military withdrawn"]),
    (
        "Of the Kenyans, 215 were relieved on 17 March and have gone home.",
        ["Kenya 215 unknown withdrawn 2024-03-17"],
    ),
    ("Forty Kenyans boarded a plane home on Monday.", ["Kenya 40 unknown withdrawn 2024-05-06"]),
    ("A plane took 40 Kenyan officers back to Nairobi on Monday.", ["Kenya 40 police withdrawn 2024-05-06"]),
    ("Forty Kenyan officers landed back in Nairobi on Monday.", ["Kenya 40 police withdrawn 2024-05-06"]),
    (
        "The last 70 Kenyan officers arrived at Nairobi airport on Tuesday to a brass band.",
        ["Kenya 70 police withdrawn 2024-05-07"],
    ),
    ("Kenya will bring 100 of its officers home in June.", ["Kenya 100 police withdrawn 2024-06"]),
    ("Ireland's 297 soldiers are due home in October.", ["Ireland 297 military withdrawn 2024-10"]),
    ("Kenya has cut its contingent from 700 to 500.", ["Kenya 500 unknown deployed total"]),
    ("Two rotations of 200 Kenyans have gone home since January.", ["Kenya 200 unknown withdrawn"]),
    ("The Tongans, twenty-four of them, left on Wednesday.", ["Tonga 24 unknown withdrawn 2024-05-08"]),
    ("Of the Kenyans, 215 left on 17 March.", ["Kenya 215 unknown withdrawn 2024-03-17"]),
    (
        "Kenya will send 1,000 officers. Jamaica has also said yes without naming a figure.",
        ["Kenya 1000 police offered", "Jamaica unknown offered"],
    ),
    ("Germany pulled out in December.", ["Germany unknown withdrawn 2023-12"]),
    (
        "Kenya has 400 officers there. Chad, Benin and Togo supply the rest.",
        [
            "Kenya 400 police deployed total",
            "Chad unknown deployed",
            "Benin unknown deployed",
            "Togo unknown deployed",
        ],
    ),
]

STRENGTHS = [
    ("Its strength fell to 600 by March.", ["- 600 unknown deployed 2024-03 total"]),
    ("At its peak the force had 2,210 people.", ["- 2210 unknown deployed total"]),
    ("In March the force had 980 officers.", ["- 980 police deployed 2024-03 total"]),
    ("That will take the force to around 1,500.", ["- 1500 about unknown offered total"]),
    ("The mandate allows for up to 2,500 police.", ["- 2500 up-to police offered total"]),
    ("Fewer than half of the 2,500 officers promised have come.", ["- 2500 police offered total"]),
    (
        "The largest contributor is Kenya with 700, ahead of Guatemala with 150.",
        ["Kenya 700 unknown deployed total", "Guatemala 150 unknown deployed total"],
    ),
    (
        "Guatemala is the second-largest contributor, with 150 soldiers.",
        ["Guatemala 150 military deployed total"],
    ),
    ("Around 1,000 officers from seven countries make up the force.", ["- 1000 about police deployed total"]),
    ("Only Uganda, with 620, has more.", ["Uganda 620 unknown deployed total"]),
]

LISTS = [
    (
        (
            "On the ground:\n\n"
            "• Kenya – 400 police\n• Jamaica – 24 soldiers\n\n"
            "Announced but not yet here:\n\n"
            "• Canada – 250 infantry\n• Ireland – a platoon of 30 rangers\n"
        ),
        [
            "Kenya 400 police deployed total",
            "Jamaica 24 military deployed total",
            "Canada 250 military offered",
            "Ireland 30 military offered",
        ],
    ),
    (
        "Strength on 8 April\n\n• Kenya: 530 police officers\n• Chad: 400 soldiers\n",
        ["Kenya 530 police deployed 2024-04-08 total", "Chad 400 military deployed 2024-04-08 total"],
    ),
    (
        "The force is made up of 530 police officers from Kenya and 30 soldiers from Jamaica.",
        ["Kenya 530 police deployed total", "Jamaica 30 military deployed total"],
    ),
]

NOBODY: list[tuple[str, list[str]]] = [
    ("Guyana will send nobody.", []),
    ("Uganda, asked for 500 soldiers, has not answered.", []),
    ("Canada has ruled out sending troops.", []),
    ("The company sent 200 workers home on Monday.", []),
    ("A Kenyan court jailed 20 police officers in March.", []),
    ("Some 400 officers were deployed around the stadium.", []),
    ("Kenya withdrew from the talks in March.", []),
    ("Kenya withdrew its ambassador in March.", []),
    ("In the clash 150 died.", []),
    ("A survey of 1,000 Kenyans found that most approved.", []),
    ("Kenya wants to send 300 more but has no money.", []),
    ("Rwanda may send 500 soldiers.", []),
    ("Rwanda could deploy 500 soldiers if it is asked.", []),
    ("Rwanda is weighing whether to send 500 soldiers.", []),
    ("The United Nations appealed for 500 soldiers.", []),
    ("The second batch, 200 strong, landed on Tuesday.", []),
    ("In March Kenya replaced 200 officers.", []),
    ("France, Spain and Italy have about 300 soldiers there between them.", []),
]


@pytest.mark.parametrize(("text", "expected"), [*COMING, *PROMISED, *LEAVING, *STRENGTHS, *LISTS, *NOBODY])
def test_people_told(text: str, expected: list[str], read_article: ReadArticle) -> None:
    found = [deployment(claim) for claim in read_article(MISSION + text).deployments]
    assert sorted(found) == sorted(expected)
