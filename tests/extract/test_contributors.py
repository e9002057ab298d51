"""Contributors without a count, in a row or alone, and counts in further orders of words."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.printing import deployment

MISSION = "The Kenya-led mission in Haiti is short of money. "

UNCOUNTED = [
    (
        "Jamaica, Belize and Chad have put their names down as well.",
        ["Jamaica unknown offered", "Belize unknown offered", "Chad unknown offered"],
    ),
    ("Malawi, too, has put up its hand.", ["Malawi unknown offered"]),
    ("Malawi has signed up to the mission.", ["Malawi unknown offered"]),
    (
        "Malawi, Zambia and Ghana have volunteered.",
        ["Malawi unknown offered", "Zambia unknown offered", "Ghana unknown offered"],
    ),
    (
        "Jamaica, Belize and Chad are expected to send a few.",
        ["Jamaica unknown offered", "Belize unknown offered", "Chad unknown offered"],
    ),
    (
        "Jamaica and Belize are expected to contribute troops.",
        ["Jamaica military offered", "Belize military offered"],
    ),
    (
        "The mission includes small teams from Jamaica, Belize and the Bahamas.",
        ["Jamaica unknown deployed", "Belize unknown deployed", "Bahamas unknown deployed"],
    ),
    (
        "Smaller parties of police from Samoa, Tonga and Vanuatu are to follow.",
        ["Samoa police offered", "Tonga police offered", "Vanuatu police offered"],
    ),
    (
        "Troops from Samoa and Tonga will follow in June.",
        ["Samoa military offered 2024-06", "Tonga military offered 2024-06"],
    ),
    (
        "Contingents from Samoa, Tonga and Vanuatu are already there.",
        ["Samoa unknown deployed", "Tonga unknown deployed", "Vanuatu unknown deployed"],
    ),
    (
        "Offers of troops have come from Chad, Benin and Togo.",
        ["Chad military offered", "Benin military offered", "Togo military offered"],
    ),
    (
        "Offers have come in from Chad, Benin and Togo.",
        ["Chad unknown offered", "Benin unknown offered", "Togo unknown offered"],
    ),
    ("Belize and Jamaica sent small teams.", ["Belize unknown deployed", "Jamaica unknown deployed"]),
    (
        "Tanzania has promised a battalion and Malawi another.",
        ["Tanzania military offered", "Malawi military offered"],
    ),
    ("Police have been pledged by Chad and Benin.", ["Chad police offered", "Benin police offered"]),
    (
        "Troops have been offered by Chad, Benin and Togo.",
        ["Chad military offered", "Benin military offered", "Togo military offered"],
    ),
    (
        "Other contributors include Chad, Benin and Togo.",
        ["Chad unknown deployed", "Benin unknown deployed", "Togo unknown deployed"],
    ),
    (
        "Uganda, Ethiopia, Djibouti and Kenya provide its troops.",
        [
            "Uganda military deployed",
            "Ethiopia military deployed",
            "Djibouti military deployed",
            "Kenya military deployed",
        ],
    ),
    (
        "The troops come from Uganda, Ethiopia and Kenya.",
        ["Uganda military deployed", "Ethiopia military deployed", "Kenya military deployed"],
    ),
    (
        "Its troops are drawn from Uganda, Ethiopia and Kenya.",
        ["Uganda military deployed", "Ethiopia military deployed", "Kenya military deployed"],
    ),
    ("Chad, which has also promised soldiers, has named no figure.", ["Chad military offered"]),
    ("Chad, whose soldiers are still in Ndjamena, has named no figure.", []),
    (
        "The Ugandan, Kenyan and Burundian soldiers went home in March.",
        [
            "Uganda military withdrawn 2024-03",
            "Kenya military withdrawn 2024-03",
            "Burundi military withdrawn 2024-03",
        ],
    ),
    (
        "French and Malian troops left in March.",
        ["France military withdrawn 2024-03", "Mali military withdrawn 2024-03"],
    ),
    ("Chad has pulled its troops out.", ["Chad military withdrawn"]),
    ("Malawi's contingent has gone home.", ["Malawi unknown withdrawn"]),
    ("Malawi's contingent arrived in March.", ["Malawi unknown deployed 2024-03"]),
    ("Chad will take part with a company.", ["Chad military offered"]),
    ("Chad has ruled out sending troops.", []),
    ("Chad said it would not send troops.", []),
    ("Chad was asked to send troops.", []),
    ("Chad is considering sending troops.", []),
    ("Chad has shown interest in sending troops.", []),
    ("Chad could send troops.", []),
    ("Chad may contribute soldiers.", []),
    ("Chad, Benin and Togo have condemned the violence.", []),
]

ORDERS = [
    ("In March, 200 Kenyan officers crossed into the country.", ["Kenya 200 police deployed 2024-03"]),
    ("On Tuesday came 150 Guatemalan soldiers.", ["Guatemala 150 military deployed 2024-05-07"]),
    (
        "A plane carrying 150 Guatemalan soldiers landed on Tuesday.",
        ["Guatemala 150 military deployed 2024-05-07"],
    ),
    (
        "Two planes brought 150 Guatemalan soldiers to the capital on Tuesday.",
        ["Guatemala 150 military deployed 2024-05-07"],
    ),
    ("Among them are 150 Guatemalan soldiers.", ["Guatemala 150 military deployed total"]),
    ("The reinforcement consists of 150 Guatemalan soldiers.", ["Guatemala 150 military deployed total"]),
    (
        "The German frigate Hessen, with 240 sailors on board, arrived in March.",
        ["Germany 240 military deployed 2024-03"],
    ),
    (
        "Germany's frigate Hessen will sail in June with a crew of 240.",
        ["Germany 240 unknown offered 2024-06"],
    ),
    (
        "Guatemala keeps 150 soldiers in the country, El Salvador 70.",
        ["Guatemala 150 military deployed total", "El Salvador 70 military deployed total"],
    ),
    (
        "Bangladesh has put its name to 1,000 soldiers and Sri Lanka to 500 police.",
        ["Bangladesh 1000 military offered", "Sri Lanka 500 police offered"],
    ),
    (
        "Fiji landed 200 soldiers on Saturday and has promised 500 in all.",
        ["Fiji 200 military deployed 2024-05-04", "Fiji 500 military offered"],
    ),
    ("From Nepal comes an offer of 130 infantrymen.", ["Nepal 130 military offered"]),
    (
        "Nepal's first 130 soldiers arrived on Monday; 200 more are due in June.",
        ["Nepal 130 military deployed 2024-05-06", "Nepal 200 military offered 2024-06 further"],
    ),
    ("Nepal has 130 soldiers on their way.", ["Nepal 130 military offered"]),
    ("Some 130 Nepalese soldiers are on their way.", ["Nepal 130 about military offered"]),
    ("Some 130 Nepalese soldiers are waiting to be flown in.", ["Nepal 130 about military offered"]),
    ("Nepal will have 130 soldiers in the country by June.", ["Nepal 130 military offered 2024-06"]),
]

ITEMS = [
    ("Who has offered what:\n\n• Rwanda: an infantry battalion of 750 troops\n"
     "• Cameroon: a police unit, 180 strong\n• Burundi: a battalion, size to be settled\n",
     ["Rwanda 750 military offered", "Cameroon 180 police offered", "Burundi military offered"]),
    ("Now deployed:\n\n• Rwanda: 750 troops\n• Nepal: 300 troops, due next month\n",
     ["Rwanda 750 military deployed total", "Nepal 300 military offered 2024-06"]),
    ("Hands go up. Bangladesh: up to 1,200 police and soldiers. Sri Lanka: 350 police.",
     ["Bangladesh 1200 up-to mixed offered", "Sri Lanka 350 police offered"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*UNCOUNTED, *ORDERS, *ITEMS])
def test_contributors(text: str, expected: list[str], read_article: ReadArticle) -> None:
    found = [deployment(claim) for claim in read_article(MISSION + text).deployments]
    assert sorted(found) == sorted(expected)
