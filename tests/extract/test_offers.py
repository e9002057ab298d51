"""Who offers and sends people: verbs, nouns, voices, lists, increments, approvals."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.printing import deployment

MISSION = "The Kenya-led mission in Haiti is short of money. "

OFFERS = [
    ("Rwanda is ready to send 500 troops.", ["Rwanda 500 military offered"]),
    ("Rwanda stands ready to contribute 500 troops.", ["Rwanda 500 military offered"]),
    ("Rwanda has pledged to contribute a battalion of 800 soldiers.", ["Rwanda 800 military offered"]),
    ("Rwanda said it was prepared to deploy up to 1,000 soldiers.", ["Rwanda 1000 up-to military offered"]),
    ("Rwanda has expressed readiness to send 500 soldiers.", ["Rwanda 500 military offered"]),
    ("Rwanda has put 500 soldiers on standby.", ["Rwanda 500 military offered"]),
    ("Rwanda has earmarked 500 soldiers for the mission.", ["Rwanda 500 military offered"]),
    ("Rwanda has undertaken to provide 500 soldiers.", ["Rwanda 500 military offered"]),
    ("Rwanda has put its name to 1,000 soldiers.", ["Rwanda 1000 military offered"]),
    ("Rwanda signed up to send 500 soldiers.", ["Rwanda 500 military offered"]),
    ("Rwanda would make 500 troops available.", ["Rwanda 500 military offered"]),
    ("Rwanda has made available 500 troops.", ["Rwanda 500 military offered"]),
    ("Rwanda seconded 20 police officers to the mission in March.", ["Rwanda 20 police deployed 2024-03"]),
    ("Rwanda committed itself to sending 500 soldiers.", ["Rwanda 500 military offered"]),
    ("Rwanda's pledge to send 500 soldiers was welcomed.", ["Rwanda 500 military offered"]),
    ("Rwanda's decision to send 500 soldiers was welcomed.", ["Rwanda 500 military offered"]),
    ("A Rwandan offer of 500 soldiers was welcomed.", ["Rwanda 500 military offered"]),
    ("A pledge of 500 soldiers from Rwanda was welcomed.", ["Rwanda 500 military offered"]),
    ("An offer by Rwanda of 500 soldiers was welcomed.", ["Rwanda 500 military offered"]),
    ("The deployment of 500 Rwandan soldiers will begin in June.", ["Rwanda 500 military offered 2024-06"]),
    ("The deployment of 500 soldiers by Rwanda began in March.", ["Rwanda 500 military deployed 2024-03"]),
    ("The arrival of 500 Rwandan soldiers in March raised hopes.", ["Rwanda 500 military deployed 2024-03"]),
    ("Rwanda's plan to deploy 500 soldiers has stalled.", ["Rwanda 500 military offered"]),
    ("Some 500 soldiers pledged by Rwanda have not arrived.", ["Rwanda 500 about military offered"]),
    ("The 500 soldiers that Rwanda promised have not arrived.", ["Rwanda 500 military offered"]),
    ("The 500 soldiers Rwanda has promised are still in Kigali.", ["Rwanda 500 military offered"]),
    (
        "Of the 1,000 promised by Kenya, 400 have arrived.",
        ["Kenya 1000 unknown offered", "Kenya 400 unknown deployed total"],
    ),
    (
        "Of the 1,000 officers promised, Kenya has sent 400.",
        ["Kenya 1000 police offered", "Kenya 400 police deployed total"],
    ),
    ("President Paul Kagame offered 500 soldiers.", ["Rwanda 500 military offered"]),
    (
        "Rwandan President Paul Kagame said his country would send 500 soldiers.",
        ["Rwanda 500 military offered"],
    ),
    ('"We will send 500 soldiers," Rwandan President Paul Kagame said.', ["Rwanda 500 military offered"]),
    (
        '"We are sending 500 soldiers to Haiti in June," Rwanda\'s foreign minister, Vincent Biruta, said.',
        ["Rwanda 500 military offered 2024-06"],
    ),
    (
        '"Rwanda will send 500 soldiers," said Vincent Biruta, the foreign minister.',
        ["Rwanda 500 military offered"],
    ),
]

INCREMENTS = [
    ("Kenya will add 200 officers in June.", ["Kenya 200 police offered 2024-06"]),
    ("That makes 600 Kenyans.", ["Kenya 600 unknown deployed total"]),
]

LISTS = [
    (
        "The force is made up of 400 Kenyans, 150 Guatemalans and 23 Jamaicans.",
        [
            "Kenya 400 unknown deployed total",
            "Guatemala 150 unknown deployed total",
            "Jamaica 23 unknown deployed total",
        ],
    ),
    (
        "The mission's 600 officers include 400 Kenyans and 150 Guatemalans.",
        [
            "- 600 police deployed total",
            "Kenya 400 unknown deployed total",
            "Guatemala 150 unknown deployed total",
        ],
    ),
    (
        "There are 600 people in the force: 400 Kenyans, 150 Guatemalans and 50 Jamaicans.",
        [
            "- 600 unknown deployed total",
            "Kenya 400 unknown deployed total",
            "Guatemala 150 unknown deployed total",
            "Jamaica 50 unknown deployed total",
        ],
    ),
    (
        "The offers so far: Kenya 1,000, Benin 2,000, Chad 800.",
        ["Kenya 1000 unknown offered", "Benin 2000 unknown offered", "Chad 800 unknown offered"],
    ),
    (
        "Kenya (1,000 police), Benin (2,000 soldiers) and Chad (800) have made offers.",
        ["Kenya 1000 police offered", "Benin 2000 military offered", "Chad 800 unknown offered"],
    ),
    (
        "Offers have come from Kenya (1,000), Benin (2,000) and Chad (800).",
        ["Kenya 1000 unknown offered", "Benin 2000 unknown offered", "Chad 800 unknown offered"],
    ),
    (
        "Benin and Chad have promised 2,000 and 800 soldiers respectively.",
        ["Benin 2000 military offered", "Chad 800 military offered"],
    ),
    (
        "Troops from Ghana (850), Nepal (720) and Fiji (300) patrol the line.",
        [
            "Ghana 850 military deployed total",
            "Nepal 720 military deployed total",
            "Fiji 300 military deployed total",
        ],
    ),
    (
        "Ghana is to send 850, Nepal 720, and Fiji 300.",
        ["Ghana 850 unknown offered", "Nepal 720 unknown offered", "Fiji 300 unknown offered"],
    ),
    (
        "Kenya's 400 officers have been joined by 150 Guatemalan soldiers and 23 Jamaicans.",
        [
            "Kenya 400 police deployed total",
            "Guatemala 150 military deployed total",
            "Jamaica 23 unknown deployed total",
        ],
    ),
    ("Kenya, Benin and Chad have together offered 3,800 people.", ["- 3800 unknown offered total"]),
    ("Ten countries have pledged 3,100 people between them.", ["- 3100 unknown offered total"]),
    ("So far 3,100 people have been pledged.", ["- 3100 unknown offered total"]),
    ("Governments offered 7,500 people in all.", ["- 7500 unknown offered total"]),
]

APPROVALS = [
    ("Kenya's parliament approved the deployment of 1,000 officers.", ["Kenya 1000 police approved"]),
    ("The Kenyan cabinet has cleared the sending of 1,000 officers.", ["Kenya 1000 police approved"]),
    ("Kenyan lawmakers voted to send 1,000 officers.", ["Kenya 1000 police approved"]),
    ("The Bundestag approved sending up to 50 soldiers.", ["Germany 50 up-to military approved"]),
    ("Parliament in Ankara authorised the dispatch of 700 troops.", ["Turkey 700 military approved"]),
    ("The Kenyan parliament rejected the deployment of 1,000 officers.", []),
    ("The Kenyan parliament will debate the deployment of 1,000 officers.", []),
    ("Kenya's plan to send 1,000 officers was blocked by a court.", ["Kenya 1000 police offered"]),
]

NOBODY = [
    "Rwanda was urged to make 500 troops available.",
    "Rwanda has refused to put 500 soldiers on standby.",
    '"We will not send 500 soldiers," Rwandan President Paul Kagame said.',
    "Ten countries have lost 3,100 people between them.",
    "The deployment of 500 soldiers by Rwanda was never approved.",
    "That makes 600 dead.",
]


@pytest.mark.parametrize(("text", "expected"), [*OFFERS, *INCREMENTS, *LISTS, *APPROVALS])
def test_who_sends(text: str, expected: list[str], read_article: ReadArticle) -> None:
    found = [deployment(claim) for claim in read_article(MISSION + text).deployments]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("text", NOBODY)
def test_who_sends_nobody(text: str, read_article: ReadArticle) -> None:
    assert read_article(MISSION + text).deployments == ()


UNITS = [
    ("Kenya has sent 400 police officers. The 400 Kenyans are well equipped.", ["Kenya 400 police"]),
    ("Kenya has 400 police there. Another 200 Kenyans will follow.",
     ["Kenya 400 police", "Kenya 200 police"]),
    ("Ghana sent 200 soldiers and Togo 100 soldiers. Benin has sent 300.",
     ["Ghana 200 military", "Togo 100 military", "Benin 300 military"]),
    ("Kenya has 400 police there, Ghana 200 soldiers. Benin has sent 300.",
     ["Kenya 400 police", "Ghana 200 military", "Benin 300 unknown"]),
    ("Ghana has sent 200 soldiers. Ghana promised 300 personnel.",
     ["Ghana 200 military", "Ghana 300 unknown"]),
    ("Ghana has sent 200 soldiers. Norway sends ten officers.", ["Ghana 200 military", "Norway 10 military"]),
    ("Ghana has sent 200 soldiers and police. Norway sends ten officers.",
     ["Ghana 200 mixed", "Norway 10 police"]),
    ("Troops from Ghana (850) and Nepal (720) are there.", ["Ghana 850 military", "Nepal 720 military"]),
    ("Jamaica is due to send police or soldiers.", ["Jamaica None unknown"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_what_kind_of_people(text: str, expected: list[str], read_article: ReadArticle) -> None:
    found = read_article("The African mission in Haiti goes on. " + text).deployments
    read = [f"{d.contributor.name if d.contributor else '-'} {d.count} {d.unit.value}" for d in found]
    assert read == expected
