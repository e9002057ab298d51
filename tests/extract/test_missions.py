"""Which mission an article is about: named, described, only sent people to, or none at all."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tracker.extract.missions import country_slug

DESCRIBED = [
    ("by bloc and country", "The African Union force in Somalia needs money.", "aussom"),
    ("by bloc and country, of one mission", "The SADC mission in eastern Congo lost 14 soldiers.", "samidrc"),
    ("a bloc by its region", "The southern African force in Mozambique is leaving.", "samim"),
    ("another bloc by its region", "The East African regional force in Congo was told to leave.", "eacrf"),
    ("peacekeepers", "UN peacekeepers in South Sudan came under fire on Tuesday.", "unmiss"),
    ("troops", "UN troops in southern Lebanon came under fire on Tuesday.", "unifil"),
    ("led by an alliance", "NATO-led peacekeepers in Kosovo were hurt in clashes.", "kfor"),
    ("the last of its line", "The UN peacekeeping mission in DR Congo will close in October.", "monusco"),
    (
        "on an island",
        "UN peacekeepers on Cyprus patrol the line. The UN force in Cyprus has 800 men.",
        "unficyp",
    ),
    ("of peace, not of police", "The EU peacekeeping force in Bosnia got 200 more men.", "eufor-althea"),
    ("by a town and a sender", "Germany's soldiers in Gao left in December.", "mali-mission"),
    ("by what it is for", "The international stabilisation force for Gaza has no troops yet.", "gaza-isf"),
    ("a sender's troops", "Rwandan soldiers in Cabo Delgado beat back an attack.", "mozambique-mission"),
    ("people sent", "Australia sent police to Solomon Islands in November 2021.", "solomon-islands-mission"),
    ("sent to a bloc's force", "Ghana will send troops to Guinea-Bissau for the ECOWAS force.", "essmgb"),
    (
        "another task than the known one's",
        "The police mission in Papua New Guinea is to go on.",
        "papua-new-guinea-mission",
    ),
    ("asked for", "Haiti's president asked the UN for a peacekeeping force.", "haiti-mission"),
    ("led, no host", "Haiti waits. The Kenya-led mission is short of money.", "haiti-mission"),
    ("its host's own", "Haiti's police mission is short of money. Six questions.", "haiti-mission"),
    ("a coalition's plan", "The coalition plans a reassurance force for Ukraine.", "ukraine-mission"),
    ("a country without a known one", "French troops in Niger left in December.", "niger-mission"),
    (
        "planned by the bloc that the opening names",
        "ECOWAS met in Accra. It talked about a force in Niger.",
        "ecowas-standby-force",
    ),
]
NAMED = [
    ("as some papers print an acronym", "Nearly 1,000 of the Kfor soldiers are Italian.", "kfor"),
    ("bound for", "The Kenyan police bound for Haiti will not fly out.", "haiti-mission"),
    (
        "and not the one that a quoted officer heads",
        "The Council heard that the MSS must grow. The head of the United Nations Integrated Office in Haiti "
        "(BINUH) spoke. The head of BINUH said it was late.",
        "haiti-mission",
    ),
    ("acronym", "UNFICYP has 800 soldiers.", "unficyp"),
    ("at sea", "Operation Prosperity Guardian was launched on 18 December.", "prosperity-guardian"),
    ("name behind its description", "The hybrid force in Darfur, UNAMID, closed in 2020.", "unamid"),
    ("predecessor behind 'over from'", "AUSSOM took over from ATMIS.", "aussom"),
    ("predecessor in the past", "The old mission, AMIS, is gone. UNAMID has begun.", "unamid"),
    (
        "one that closed years ago",
        "RAMSI, the regional mission, stayed from 2003 to 2017. The Australian-led mission in Honiara grew.",
        "solomon-islands-mission",
    ),
    (
        "named in passing",
        "Kenya is hungry. Farmers blame the rains. Kenya's police serve in the MSS too.",
        "haiti-mission",
    ),
]
NONE = [
    ("hospital", "The mission hospital in Kenya was hit by rain. Its wards in Eldoret have 200 beds."),
    ("trade", "A trade mission from Kenya flew to Haiti on Monday."),
    ("space", "NASA's space mission to the Moon was delayed. India's mission to the Moon cost $75 million."),
    ("rescue", "A rescue mission in Turkey saved 12 miners. The force of the quake shook Syria."),
    ("statement", "The charity's mission statement speaks of Haiti."),
    (
        "a country's police",
        "Police in Kenya shot protesters. The police force in Kenya has 100,000 officers.",
    ),
    ("economic", "An economic mission of the IMF arrived in Kenya on Monday."),
    ("diplomatic", "The diplomatic mission in Haiti was closed. The embassy mission in Port-au-Prince left."),
    ("fact-finding", "The UN's fact-finding mission on Sudan reported atrocities."),
    ("election", "An EU election observation mission in Kenya praised the vote."),
    ("to an organization", "Burundi's mission to the UN said it would send 500 troops."),
    ("a war", "Israeli forces in Gaza killed 30 people. Israeli troops in Lebanon pulled back."),
    ("an invasion", "Russian forces in Ukraine took a village."),
    ("at home", "Kenyan police in Nairobi shot two men. The president went to Haiti."),
    ("at home, of no state", "Pupils walked out. Police deployed 600 officers in Berlin alone."),
    ("a named police force", "The Nigeria Police Force got 30 vans. The governor paid N3.5 billion."),
    ("defence forces", "The Kenya Defence Forces recruit 3,000 men this year."),
    ("air force", "The air force of Chad bought two jets. The task force in Mali met."),
]


@pytest.mark.parametrize(
    ("text", "slug"),
    [pytest.param(text, slug, id=reason) for reason, text, slug in (*DESCRIBED, *NAMED)],
)
def test_mission(text: str, slug: str, read_article: ReadArticle) -> None:
    found = read_article(text).mission
    assert found is not None
    assert found.slug == slug


@pytest.mark.parametrize("text", [pytest.param(text, id=reason) for reason, text in NONE])
def test_no_mission(text: str, read_article: ReadArticle) -> None:
    assert read_article(text).mission is None


@pytest.mark.parametrize(
    ("published", "text", "slug"),
    [
        ("2007-03-02", "The African Union force in Somalia has its first troops.", "amisom"),
        ("2005-12-09", "The AU force in Somalia is still a plan.", "amisom"),
        ("2022-06-01", "The AU mission in Somalia has 19,000 troops.", "atmis"),
        ("2025-06-01", "The AU mission in Somalia has 11,900 troops.", "aussom"),
        ("1999-09-20", "The Australian-led force in East Timor landed today.", "interfet"),
        ("2006-06-01", "The Australian-led force in East Timor landed today.", "operation-astute"),
        ("2024-03-01", "Italy commands the EU naval mission in the Red Sea.", "aspides"),
        ("2009-03-01", "The EU naval force in the Gulf of Aden stopped a skiff.", "atalanta"),
        ("2006-03-01", "Rwanda's soldiers in the AU mission in Darfur number 1,800.", "amis"),
        ("2019-03-01", "UN peacekeepers in Darfur came home.", "unamid"),
        ("2013-07-19", "Ireland sends soldiers to the UN force on the Golan Heights.", "undof"),
        ("2024-02-01", "Denmark joins the US-led naval force in the Red Sea.", "prosperity-guardian"),
        ("2024-02-01", "The Red Sea is unsafe. Denmark joins the US-led naval force.", "prosperity-guardian"),
        ("2003-07-24", "Fiji soldiers step ashore in Honiara. RAMSI is to be 2,225 strong.", "ramsi"),
        (
            "2026-01-08",
            "What would a force for Ukraine be? Britain would send troops to Ukraine. EUMAM trains.",
            "ukraine-mission",
        ),
        ("2006-08-26", "New Zealand police go to the UN mission in Timor, called Unmit.", "unmit"),
        ("2009-03-01", "Rwanda has a battalion in the hybrid force in Darfur.", "unamid"),
    ],
)
def test_of_missions_in_one_place_the_one_of_its_time(
    published: str, text: str, slug: str, read_article: ReadArticle
) -> None:
    mission = read_article(text, published=published).mission
    assert mission is not None
    assert mission.slug == slug


UNTOLD = [
    (
        "2024-09-22",
        "PRESIDENT William Ruto dropped in on the Kenyan cops who fight Haiti's gangs.\n\nBut the mission is "
        "broke. Jamaica has sent 24 soldiers.\n\nThe Security Council okayed the mission. Haiti was glad.",
        "haiti-mission",
    ),
    (
        "2022-11-17",
        "No country wants to lead a force in the streets of Port-au-Prince.\n\nHaiti's cabinet asked for "
        "foreign troops in October. Haiti waits, and such a force has no shape. Canada offered $5 million.",
        "haiti-mission",
    ),
    (
        "2023-05-05",
        "Cyprus marks the day quietly.\n\nSlovak soldiers of the force walked the line in Nicosia. The force "
        "on Cyprus is thin. Slovakia will send 40 soldiers.",
        "unficyp",
    ),
]


@pytest.mark.parametrize(("published", "text", "slug"), UNTOLD)
def test_a_mission_is_known_by_the_country_where_it_is_only_called_the_mission(
    published: str, text: str, slug: str, read_article: ReadArticle
) -> None:
    mission = read_article(text, published=published).mission
    assert mission is not None
    assert mission.slug == slug


@pytest.mark.parametrize(
    "text",
    [
        "Haiti plays Kenya.\n\nHaiti's coach called it the mission. Haiti's first mission is the cup.",
        "Haiti's police shot six men.\n\nThe force is short of cars. The police force of Haiti hires.",
        "Kharkiv was hit again.\n\nUkraine's troops held on. Russian soldiers of the force left Ukraine.",
        "Mali's crew was saved.\n\nThe rescue mission off Mali took a day. The mission is over in Mali.",
    ],
)
def test_talk_of_a_mission_without_foreign_people_makes_none(text: str, read_article: ReadArticle) -> None:
    assert read_article(text).mission is None


def test_others_are_those_that_are_named(read_article: ReadArticle) -> None:
    found = read_article(
        "ATMIS is short of money. ATMIS took over from AMISOM in 2022 and will hand over to AUSSOM."
    )
    assert found.mission is not None
    assert found.mission.slug == "atmis"
    assert [m.slug for m in found.other_missions] == ["amisom", "aussom"]


def test_headline_weighs_more_than_the_body(read_article: ReadArticle) -> None:
    found = read_article(
        "UNMISS\n\nThe first sentence is here. The second is here. The third is here. UNISFA has new men."
    )
    assert found.mission is not None
    assert found.mission.slug == "unmiss"


@pytest.mark.parametrize(
    ("state", "slug"),
    [
        ("Haiti", "haiti-mission"),
        ("Côte d'Ivoire", "côte-d-ivoire-mission"),
        ("DR Congo", "dr-congo-mission"),
    ],
)
def test_country_slug(state: str, slug: str) -> None:
    assert country_slug(state) == slug
