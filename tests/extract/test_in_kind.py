"""Goods, training and services given in kind, in every order and voice; people at work give nothing."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.printing import pledge

MISSION = "The Kenya-led mission in Haiti is short of everything. "

GOODS = [
    ("Thailand will ship 4,000 tonnes of rice.", ["Thailand equipment offered"], "measured"),
    ("Greece is sending two planeloads of medicines.", ["Greece equipment offered (medical)"], "loads of"),
    ("Estonia brought 10,000 artillery rounds.", ["Estonia equipment delivered"], "ammunition"),
    ("Turkey has put two minehunters on the table.", ["Turkey equipment offered"], "a particle"),
    ("Italy, France and Greece each provide one frigate.",
     ["Italy equipment delivered", "France equipment delivered", "Greece equipment delivered"], "each"),
    ("Belgium will assign the frigate Louise-Marie in the spring.", ["Belgium equipment offered"], "a ship"),
    ("Canada has agreed to lend two patrol boats.", ["Canada equipment offered"], "agreed to"),
    ("Britain has made two ships available.", ["United Kingdom equipment delivered"], "made available"),
    ("Twenty trucks were donated to the mission by Japan.", ["Japan equipment delivered"], "passive"),
    ("A 50-bed field hospital is to be furnished jointly by Turkey and Saudi Arabia.",
     ["Turkey equipment offered (medical)", "Saudi Arabia equipment offered (medical)"], "two agents"),
    ("From Angola has come the loan of two transport aircraft.",
     ["Angola equipment delivered (transport)"], "the source first"),
    ("Two helicopters from Brazil have arrived.", ["Brazil equipment delivered"], "they arrive"),
    ("Germany's gift of 20 trucks arrived in May.", ["Germany equipment delivered"], "a gift of"),
    ("The red buses were India's gift.", ["India equipment delivered"], "a copula"),
    ("Tents, the gift of Japan, were handed to the mission.", ["Japan equipment delivered"], "apposed"),
    ("Kenya received 20 armoured vehicles from the United States.",
     ["United States equipment delivered"], "received from"),
    ("Belize is to get four boats from Taiwan.", ["Taiwan equipment offered"], "to be received"),
    ("Algeria will provide the aircraft for the next rotation, and Turkey radio equipment for its base.",
     ["Algeria equipment offered", "Turkey equipment offered (communications)"], "the verb left out"),
    ("Spain offered helicopter pilots.", [], "people"),
    ("Brazil has a fleet of helicopters.", [], "has"),
    ("A plane from Kenya arrived with 200 officers on board.", [], "carries people"),
    ("The police seized 20 vehicles.", [], "seized"),
    ("Canada will not send ships.", [], "negated"),
]  # fmt: skip

SERVICES = [
    ("Cyprus has lent the use of an airfield to the mission.", ["Cyprus services delivered"], "the use of"),
    ("Djibouti has opened its port to the mission.", ["Djibouti services delivered"], "opened"),
    ("Barbados put its airport at the disposal of the mission.",
     ["Barbados services offered"], "at its disposal"),
    ("Barbados put its airport in order.", [], "for itself"),
    ("Egypt and Jordan are to train the new Haitian police.",
     ["Egypt training offered", "Jordan training offered"], "training"),
    ("France has trained 300 Haitian officers.", ["France training delivered"], "past"),
    ("The recruits will be trained by France.", ["France training offered"], "passive"),
    ("Kenya trained its officers for six weeks.", [], "its own"),
    ("Kenyan instructors train the recruits.", [], "people at work"),
    ("The battalions were trained by the EU's own mission.", [], "a mission at work"),
    ("Canada sent 70 soldiers to Jamaica to train the contingent.", [], "what people are sent for"),
    ("The Dominican Republic was ready to treat the mission's wounded in its hospitals.",
     ["Dominican Republic services offered (medical)"], "care"),
    ("Angola has offered to fly the mission's vehicles out.",
     ["Angola services offered (transport)"], "things of others"),
    ("Poland has offered to do the trucking.", ["Poland services offered (transport)"], "do"),
    ("Djibouti supplies the ships with fuel and berths.",
     ["Djibouti services delivered (logistics)"], "supply with"),
    ("Djibouti, while not taking part, supplies the ships with fuel and berths.",
     ["Djibouti services delivered (logistics)"], "a reduced clause between"),
    ("Kenya flew 200 officers to Haiti.", [], "its own people"),
    ("The United States has built the mission's base.",
     ["United States services delivered"], "built"),
    ("The Bahamas has made its airport available to the mission.",
     ["Bahamas services delivered"], "a place made available"),
    ("The Dominican Republic has opened its hospitals to wounded officers.",
     ["Dominican Republic services delivered (medical)"], "hospitals opened"),
    ("Chile's contribution will be two helicopters.", ["Chile equipment offered"], "a noun for the gift"),
    ("Chile's problem will be two helicopters.", [], "no gift"),
    ("Chile's contribution will be 200 police.", [], "no goods"),
    ("Spain is flying in a field hospital.", ["Spain equipment offered (medical)"], "a particle"),
    ("France will teach the officers French.", ["France training offered"], "taught"),
    ("Haiti's government has rented two helicopters.", [], "rented, not given"),
    ("Guatemala would consider sending vehicles.", [], "considered"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [(text, expected) for text, expected, _ in (*GOODS, *SERVICES)]
)
def test_gifts_in_kind(read_article: ReadArticle, text: str, expected: list[str]) -> None:
    assert [pledge(claim) for claim in read_article(MISSION + text).pledges] == expected
