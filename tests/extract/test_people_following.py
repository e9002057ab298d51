"""People told of by what went before: who follows, whom the country promised, who came from where."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.printing import deployment

MISSION = "The Kenya-led mission in Haiti is short of money. "

WITH_PEOPLE = [
    ("Benin will follow with 100.", ["Benin 100 unknown offered"]),
    ("Jamaica will follow with 24 soldiers.", ["Jamaica 24 military offered"]),
    ("Indonesia will begin with about 350 soldiers.", ["Indonesia 350 about military offered"]),
    ("Chad opened with 150 soldiers in March.", ["Chad 150 military deployed 2024-03"]),
    ("Kenya came forward in July with an offer of 1,000 police.", ["Kenya 1000 police offered"]),
    ("Kenya has made an offer of 1,000 police.", ["Kenya 1000 police offered"]),
    ("Benin will follow with interest what 100 lawyers say.", []),
    ("The talks will begin with 100 delegates.", []),
    ("Benin may follow with 100 soldiers.", []),
    ("Kenya never came forward with an offer of 1,000 police.", []),
]

THE_COUNTRY = [
    (
        "Kenya sent 400 in June; the country had promised 1,000.",
        ["Kenya 400 unknown deployed 2023-06", "Kenya 1000 unknown offered"],
    ),
    ("Chad has 300 soldiers there. The country has promised 900.",
     ["Chad 300 military deployed total", "Chad 900 military offered"]),
    ("Chad's president spoke to reporters. The country's neighbours have promised 900 million.", []),
    ("Chad has 300 soldiers there. The country has 900 schools.", ["Chad 300 military deployed total"]),
    ("Fiji has troops there. Another fifty are on standby in Suva.",
     ["Fiji 50 military offered further"]),
]  # fmt: skip

FROM_WHERE = [
    ("On Thursday 23 federal police flew in from Ottawa.", ["Canada 23 police deployed 2024-05-09"]),
    ("So far 400 officers have come from Kenya.", ["Kenya 400 police deployed total"]),
    ("In March 60 soldiers arrived from Belize.", ["Belize 60 military deployed 2024-03"]),
    ("In March 60 soldiers came home from Haiti.", ["- 60 military withdrawn 2024-03 total"]),
    ("Some 60 soldiers came from all over the world.", []),
    (
        "Sixty-five soldiers are to leave in two groups, the prime minister announced in Wellington.",
        ["New Zealand 65 military offered"],
    ),
    ("Australian soldiers returned to Haiti on 25 April.", ["Australia military deployed 2024-04-25"]),
    ("Australian soldiers returned to Canberra on 25 April.", ["Australia military withdrawn 2024-04-25"]),
    ("Turkish commandos swept into Haiti on 25 April.", ["Turkey military deployed 2024-04-25"]),
    ("When the Kenyans fly their little planes, the bandits stay at home.", []),
]

CEILINGS = [
    ("The ceiling for the German contingent is 1,400.", ["Germany 1400 up-to unknown offered"]),
    ("The cap on the Kenyan contingent remains 1,000.", ["Kenya 1000 up-to unknown offered"]),
    ("The strength of the German contingent is 1,400.", ["Germany 1400 unknown deployed total"]),
    ("The ceiling for the German contingent is not 1,400.", []),
    ("A target of 2,500, drawn from six countries, looks remote.", ["- 2500 unknown offered total"]),
    ("The force is to number 8,000.", ["- 8000 unknown offered total"]),
]

GONE = [
    ("The 200 soldiers that France supplied have left.", ["France 200 military withdrawn"]),
    ("The 200 soldiers that France supplied are to go home.", ["France 200 military withdrawn"]),
    ("The 200 soldiers that France supplied patrol the port.", ["France 200 military deployed total"]),
    ("The 30 Jamaica sent in March are going home.", ["Jamaica 30 unknown withdrawn 2024-03"]),
]

THERE = [
    ("Malawi has a battalion there.", ["Malawi military deployed"]),
    ("Fiji has soldiers there.", ["Fiji military deployed"]),
    ("Nepal keeps an infantry battalion in the mission.", ["Nepal military deployed"]),
    ("Kenya has an embassy there.", []),
    ("Germany has a company there.", []),
    ("Malawi has a battalion in Zomba.", []),
    ("Malawi had wanted a battalion there.", []),
    ("Malawi has no soldiers there.", []),
    ("Turkey is eager to join.", []),
    ("Turkey will join.", ["Turkey unknown offered"]),
    ("Denmark had promised money for a police academy.", []),
    ("There are 800 Kenyan companies in the country.", []),
    ("Fifty Fijian soldiers guard the port, bringing to four the number of neighbours there.",
     ["Fiji 50 military deployed total"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [*WITH_PEOPLE, *THE_COUNTRY, *FROM_WHERE, *CEILINGS, *GONE, *THERE]
)
def test_people_following(text: str, expected: list[str], read_article: ReadArticle) -> None:
    found = [deployment(claim) for claim in read_article(MISSION + text).deployments]
    assert sorted(found) == sorted(expected)


BASES = [
    ("Jamaica will send 150 soldiers.", "level"),
    ("Jamaica's 150 soldiers are due in June.", "contingent"),
    ("Jamaica has promised 150 soldiers.", "level"),
    ("Jamaica has promised to send 150 soldiers.", "level"),
    ("Jamaica has 150 soldiers there.", "level"),
]


@pytest.mark.parametrize(("text", "basis"), BASES)
def test_who_is_on_the_way_is_a_contingent(text: str, basis: str, read_article: ReadArticle) -> None:
    (claim,) = read_article(MISSION + text).deployments
    assert claim.basis is not None
    assert claim.basis.value == basis
