"""People sent, figures over the whole mission, and people whom nobody sends."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.printing import deployment
from tracker.extract.lexicon import load
from tracker.knowledge import Knowledge
from tracker.vocab import ActorKind

MISSION = "The Kenya-led mission in Haiti is short of money. "


def deployments(read_article: ReadArticle, text: str) -> list[str]:
    return [deployment(claim) for claim in read_article(text).deployments]


SENT = [
    ("Kenya has sent 383 officers.", ["Kenya 383 police deployed total"], "a present level"),
    ("Kenya sent 383 officers in March.", ["Kenya 383 police deployed 2024-03"], "who moved"),
    ("Brazil is sending 300 troops.", ["Brazil 300 military offered"], "is sending: still to come"),
    ("Italy is to send 180 carabinieri.", ["Italy 180 police offered"], "is to"),
    ("Italy plans to deploy a 180-strong unit.",
     ["Italy 180 unknown offered"], "a plan; an adjective of strength"),
    ("Jamaica will send between 200 and 300 soldiers.", ["Jamaica 200..300 military offered"], "a range"),
    ("The Bahamas said it would commit 150 police and soldiers.",
     ["Bahamas 150 mixed offered"], "it; both kinds"),
    ("Kenya's cabinet agreed to send 1,000 officers.", ["Kenya 1000 police approved"], "its cabinet"),
    ("Benin's parliament approved 2,000 troops.", ["Benin 2000 military approved"], "its parliament"),
    ("Benin's offer of 2,000 troops stands.", ["Benin 2000 military offered"], "a noun"),
    ("Kenya volunteered to lead the mission with 1,000 police.",
     ["Kenya 1000 police offered"], "to lead with"),
    ("Benin has offered 2,000 troops, Chad 500 and Senegal 300.",
     ["Benin 2000 military offered", "Chad 500 military offered", "Senegal 300 military offered"],
     "carried on"),
    ("Ghana, Togo and Benin will each send 200 soldiers.",
     ["Ghana 200 military offered", "Togo 200 military offered", "Benin 200 military offered"], "each"),
    ("Belize sent a dozen soldiers, and Barbados promised ten.",
     ["Belize 12 military deployed total", "Barbados 10 military offered"], "number words, two verbs"),
    ("Kenya promised 1,000 officers but has sent only 383.",
     ["Kenya 1000 police offered", "Kenya 383 police deployed total"], "promised and sent"),
    ("Kenya has sent 383 officers. Another 217 will follow in June.",
     ["Kenya 383 police deployed total", "Kenya 217 police offered 2024-06 further"], "another"),
    ("Italy said its 180 carabinieri would arrive next month.",
     ["Italy 180 police offered 2024-06"], "its own, as it said"),
    ("They were joined by 24 Jamaicans in September.", ["Jamaica 24 unknown deployed 2023-09"], "joined by"),
]  # fmt: skip

COMING = [
    ("The Fijian battalion of 500 arrived in March.",
     ["Fiji 500 military deployed 2024-03"], "a battalion of"),
    ("A 150-strong contingent from Nepal landed on Monday.",
     ["Nepal 150 unknown deployed 2024-05-06"], "from"),
    ("A contingent of 24 from Jamaica arrived in April.",
     ["Jamaica 24 unknown deployed 2024-04"], "a bare count"),
    ("A 60-member medical team from Ecuador arrived on 3 May.",
     ["Ecuador 60 unknown deployed 2024-05-03"], "a team"),
    ("Twenty-four Jamaicans joined them in September.", ["Jamaica 24 unknown deployed 2023-09"], "a people"),
    ("200 Kenyan officers will go to Haiti in June.",
     ["Kenya 200 police offered 2024-06"], "go is no leaving"),
    ("200 Kenyan officers left for Haiti on Monday.",
     ["Kenya 200 police deployed 2024-05-06"], "nor is left for"),
    ("180 Italian carabinieri are due to arrive on 1 June.", ["Italy 180 police offered 2024-06-01"], "due"),
    ("180 Italian carabinieri are expected in June.", ["Italy 180 police offered 2024-06"], "expected"),
    ("About 400 Kenyan police are on the ground.", ["Kenya 400 about police deployed total"], "are there"),
    ("Kenya's 400 officers patrol the capital.", ["Kenya 400 police deployed total"], "at work"),
    ("A second batch of 200 Kenyans arrived in April.",
     ["Kenya 200 unknown deployed 2024-04 further"], "second"),
    ("Mongolia has offered 150 soldiers, who are expected in September.",
     ["Mongolia 150 military offered"], "the main verb says whose"),
]  # fmt: skip

SHARES = [
    ("The first 40 of 120 Bahamian police arrived on Tuesday.",
     ["Bahamas 40 police deployed 2024-05-07", "Bahamas 120 police offered total"], "of those due"),
    ("Kenya has so far sent 383 of the 1,000 officers it promised.",
     ["Kenya 383 police deployed total", "Kenya 1000 police offered"], "of those promised"),
    ("Kenya has deployed 383 of its promised 1,000 officers.",
     ["Kenya 383 police deployed total", "Kenya 1000 police offered"], "promised, as an adjective"),
    ("Of the 1,000 officers that Kenya promised, 383 have arrived.",
     ["Kenya 1000 police offered", "Kenya 383 police deployed total"], "the larger one first"),
    ("Kenya contributes 700 of the 1,000 members.", ["Kenya 700 unknown deployed total"], "of those there"),
]  # fmt: skip

BESIDE = [
    ("Egypt is to send 1,091 soldiers, joining 4,500 Ugandans and 2,500 Ethiopians.",
     ["Egypt 1091 military offered", "Uganda 4500 military deployed total",
      "Ethiopia 2500 military deployed total"],
     "those whom they join are there already"),
    ("The force is to get 200 more British soldiers.",
     ["United Kingdom 200 military offered further"], "the force gets them"),
    ("Burundi, whose 3,000 soldiers went home in December, has been paid nothing.",
     ["Burundi 3000 military withdrawn 2023-12"], "whose"),
    ("South Africa had 1,100 soldiers there, Malawi 300 and Tanzania 800.",
     ["South Africa 1100 military deployed total", "Malawi 300 military deployed total",
      "Tanzania 800 military deployed total"], "had, carried on"),
    ("Malawi ordered its men home on 5 February.", ["Malawi unknown withdrawn 2024-02-05"], "ordered home"),
    ("Indonesia has 20,000 soldiers ready.", ["Indonesia 20000 military offered"], "ready to go"),
    ("In July 325 Australian soldiers and 150 police landed.",
     ["Australia 325 military deployed 2023-07", "Australia 150 police deployed 2023-07"],
     "two groups, one subject"),
    ("Bangladesh will withdraw 300 of its 1,600 troops by March.",
     ["Bangladesh 300 military withdrawn 2025-03", "Bangladesh 1600 military deployed total"], "of its own"),
    ("India and Nepal supply most of its 13,900 soldiers.",
     ["- 13900 military deployed total"], "of the force's"),
    ("A further 600 Kenyans would be sent by November, bringing the total to 1,000.",
     ["Kenya 600 unknown offered 2024-11 further", "- 1000 unknown offered total"], "a total still to come"),
]  # fmt: skip

GOING = [
    ("Some 2,000 Burundian soldiers have gone home.", ["Burundi 2000 about military withdrawn"], "gone home"),
    ("Burundi will withdraw its 1,500 troops by December.",
     ["Burundi 1500 military withdrawn 2024-12"], "a planned return has its future date"),
    ("Chad withdrew its 500 soldiers in April.", ["Chad 500 military withdrawn 2024-04"], "withdrew"),
    ("India pulled its 850 men out in March.", ["India 850 unknown withdrawn 2024-03"], "pulled out"),
    ("India's 850 men were withdrawn in March.", ["India 850 unknown withdrawn 2024-03"], "passive"),
    ("Nepal replaces India, which takes home 850 men.", ["India 850 unknown withdrawn"], "takes home"),
    ("The last 200 Kenyan police left on Friday.", ["Kenya 200 police withdrawn 2024-05-10"], "left"),
    ("Kenya cancelled the deployment of 1,000 officers.", ["Kenya 1000 police withdrawn"], "cancelled"),
]  # fmt: skip

WHOLE = [
    ("The Council authorised up to 5,000 troops.", ["- 5000 up-to military offered total"], "a ceiling"),
    ("The Security Council set a ceiling of 5,550 personnel.",
     ["- 5550 up-to unknown offered total"], "a noun"),
    ("The mission's ceiling is 2,500.", ["- 2500 up-to unknown offered total"], "is"),
    ("A force of 2,500 is planned.", ["- 2500 unknown offered total"], "a plan"),
    ("The mission was meant to reach 2,500.", ["- 2500 unknown offered total"], "meant to"),
    ("The mission is to grow to 2,500 officers.", ["- 2500 police offered total"], "is to grow"),
    ("The mission has fewer than 1,000 officers.", ["- 1000 up-to police deployed total"], "has"),
    ("The mission now numbers 980.", ["- 980 unknown deployed total"], "numbers"),
    ("The force is 700 strong.", ["- 700 unknown deployed total"], "strong"),
    ("Its strength fell to 700.", ["- 700 unknown deployed total"], "a strength falls"),
    ("The force never had more than 1,000 members.", ["- 1000 up-to unknown deployed total"], "never more"),
    ("Kenya sent 217 officers, bringing the number of Kenyans to 600.",
     ["Kenya 217 police deployed total", "Kenya 600 police deployed total"], "a contingent's running total"),
    ("Rwanda doubled its force to 2,000.", ["Rwanda 2000 unknown deployed total"], "its own force"),
]  # fmt: skip

UNCOUNTED = [
    ("Jamaica, Barbados and Belize have offered officers.",
     ["Jamaica police offered", "Barbados police offered", "Belize police offered"], "an enumeration"),
    ("Brazil is sending a company of engineers.", ["Brazil military offered"], "no count"),
    ("The first Nepalese soldiers landed on Sunday.", ["Nepal military deployed 2024-05-05"], "who come"),
    ("Nepal's first soldiers landed on Sunday.", ["Nepal military deployed 2024-05-05"], "whose"),
    ("The mission includes troops from Kenya, Jamaica and Belize.",
     ["Kenya military deployed", "Jamaica military deployed", "Belize military deployed"], "troops from"),
]  # fmt: skip

NOBODY = [
    ("Brazil has ruled out sending troops.", "ruled out"),
    ("Brazil may send 300 troops.", "may"),
    ("Brazil was asked to send 300 troops.", "asked"),
    ("Brazil refused to send 300 troops.", "refused"),
    ("Neither Chad nor Benin has sent troops.", "neither"),
    ("No other country has sent troops.", "no country"),
    ("Barbados has offered help.", "help is no contingent"),
    ("Twelve countries have offered troops.", "countries are no people"),
    ("The Dominican Republic offered to treat wounded officers.", "it treats them"),
    ("Gangs killed 200 people.", "victims"),
    ("Gangs freed 4,000 inmates.", "prisoners"),
    ("Some 360,000 Haitians have fled their homes.", "displaced"),
    ("Two Kenyan officers were killed.", "the dead"),
    ("Three Kenyan officers were wounded on Sunday.", "the wounded"),
    ("Haiti's police force has 9,000 officers.", "the host's own"),
    ("Haiti has only 9,000 police officers.", "the host's own, by its name"),
    ("Haiti will recruit 4,000 soldiers.", "recruits"),
    ("Kenya is to train 400 Haitian police.", "trainees"),
    ("Thousands of protesters marched; 200 police officers blocked the road.", "police of no contributor"),
    ("Rwanda has 2,000 troops in Mozambique.", "another country"),
    ("Canada sent 70 soldiers to Jamaica.", "another country"),
    ("Ten Kenyan officers came to assess the airport.", "a visit"),
    ("Kenya's 700 officers will not leave.", "negated"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (text, expected)
        for table in (SENT, COMING, SHARES, BESIDE, GOING, WHOLE, UNCOUNTED)
        for text, expected, _ in table
    ],
)
def test_people_sent(read_article: ReadArticle, text: str, expected: list[str]) -> None:
    assert deployments(read_article, MISSION + text) == expected


@pytest.mark.parametrize("text", [text for text, _ in NOBODY])
def test_people_whom_nobody_sends(read_article: ReadArticle, text: str) -> None:
    assert deployments(read_article, MISSION + text) == []


PARTS = [
    ("Kenya sent 200 people, 170 soldiers and 30 police officers.", ["Kenya 200 mixed deployed total"]),
    ("Fiji has 500 soldiers there, 450 men and 50 women.", ["Fiji 500 military deployed total"]),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts_of_a_group_are_no_groups(read_article: ReadArticle, text: str, expected: list[str]) -> None:
    assert deployments(read_article, MISSION + text) == expected


OTHER_MISSIONS = [
    ("The UN Interim Force in Lebanon, UNIFIL, has been there since 1978. Ireland will take home its "
     "300 soldiers in 2027.", ["Ireland 300 military withdrawn 2027"]),
    ("The African Union mission in Somalia, AUSSOM, began its work in January. "
     "Egypt is to send 1,091 soldiers.",
     ["Egypt 1091 military offered"]),
    ("The EU naval mission in the Red Sea, Aspides, needs ships. Belgium will send 150 sailors.",
     ["Belgium 150 military offered"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OTHER_MISSIONS)
def test_other_missions(read_article: ReadArticle, text: str, expected: list[str]) -> None:
    assert deployments(read_article, text) == expected


NO_MISSION = [
    "Some 200 police officers were deployed around the stadium. "
    "France will send 26 players to the tournament.",
    "France has deployed 100 detectives after the robbery in Paris. Belgium sent 12 officers to help.",
    "Kenya sent 100 athletes to Paris.",
    "Some 5,000 police were on duty in Nairobi. Hundreds of soldiers marched.",
    "Spain was hit by floods. Spain sent 7,000 soldiers to Valencia.",
]


@pytest.mark.parametrize("text", NO_MISSION)
def test_articles_about_no_mission(read_article: ReadArticle, text: str) -> None:
    extraction = read_article(text)
    assert extraction.deployments == ()
    assert extraction.pledges == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Slovakia and the United Kingdom contribute most, 240 and 257 troops respectively.",
            [("Slovakia", 240), ("United Kingdom", 257)],
        ),
        (
            "Ghana, Togo and Benin will send 200, 150 and 100 soldiers respectively.",
            [("Ghana", 200), ("Togo", 150), ("Benin", 100)],
        ),
        ("Sierra Leone is to send a battalion of 850 next year.", [("Sierra Leone", 850)]),
        ("Argentina has withdrawn its last 12 pilots.", [("Argentina", 12)]),
        ("Kenya will withdraw its 900 soldiers from the East African regional force.", [("Kenya", 900)]),
    ],
)
def test_whose_number(text: str, expected: list[tuple[str, int]], read_article: ReadArticle) -> None:
    found = read_article("The UN mission in Cyprus, UNFICYP, goes on. " + text).deployments
    assert [(d.contributor.name if d.contributor else None, d.count) for d in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jamaica's cabinet voted on Monday to send 60 soldiers to the mission.", "Jamaica 60 approved"),
        ("Benin's parliament approved sending 150 police to the mission.", "Benin 150 approved"),
        ("The Bundestag backed sending 150 police to the mission.", "Germany 150 approved"),
        ("Ghana decided to send 200 police to the mission.", "Ghana 200 offered"),
        ("Ghana voted to send 200 police to the mission.", "Ghana 200 offered"),
    ],
)
def test_who_decides_on_the_sending(text: str, expected: str, read_article: ReadArticle) -> None:
    (found,) = read_article("The Kenya-led mission in Haiti goes on. " + text).deployments
    assert found.contributor is not None
    assert f"{found.contributor.name} {found.count} {found.status.value}" == expected


@pytest.mark.parametrize(
    "text",
    [
        "The stabilization force in Gaza is not there yet. Israel still has 5,000 troops in the enclave.",
        "UNIFIL in Lebanon was hit on Tuesday. Israel sent 10,000 soldiers across the line.",
        "The coalition plans a reassurance force for Ukraine. Russia has deployed 600,000 soldiers.",
        "The coalition plans a reassurance force for Ukraine. Chad has 200 soldiers along the front.",
        "KFOR in Kosovo is on alert. Serbia has deployed 2,000 soldiers.",
    ],
)
def test_whose_own_war_it_is(text: str, read_article: ReadArticle) -> None:
    found = read_article(text)
    assert found.mission is not None
    assert found.deployments == ()
    assert found.milestones == ()


def test_parties_are_known_missions_and_states(knowledge: Knowledge) -> None:
    parties = load("parties")
    assert set(parties) <= {mission.slug for mission in knowledge.missions}
    states = {actor.name for actor in knowledge.actors if actor.kind is ActorKind.STATE}
    assert {state for listed in parties.values() for state in listed} <= states


def test_what_a_mission_consists_of(read_article: ReadArticle) -> None:
    (found,) = read_article(
        "The Kosovo Force, KFOR, consists of some 3,700 troops from 28 nations."
    ).deployments
    assert (found.contributor, found.count, found.status.value, found.total) == (None, 3700, "deployed", True)
