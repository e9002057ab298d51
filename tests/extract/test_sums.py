"""What governs a sum, and whose it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.conftest import ReadArticle, article
from tests.extract.printing import pledge
from tracker.extract import extract
from tracker.knowledge import Knowledge

MISSION = "The Kenya-led mission in Haiti is short of money. "


def pledges(read_article: ReadArticle, text: str) -> list[str]:
    return [pledge(claim) for claim in read_article(text).pledges]


SHARES = [
    ("The Trump administration froze $13.3 million earmarked for the fund.",
     ["United States 13,300,000 USD withdrawn"], "what was earmarked is frozen"),
    ("The US has halted $13.3 million pledged to the fund.",
     ["United States 13,300,000 USD withdrawn"], "what was pledged"),
    ("Half of the €8 million pledged by France has been paid.",
     ["France 8,000,000 EUR offered"], "only half of it is paid"),
    ("Not a cent of the €8 million pledged by France has been paid.",
     ["France 8,000,000 EUR offered"], "nothing of it"),
    ("The mission has spent $12 million donated by Japan.",
     ["Japan 12,000,000 USD delivered"], "who gave it stands with it"),
    ("Donors have paid in $20 million of the $85 million promised.",
     ["- 20,000,000 USD delivered total", "- 85,000,000 USD offered total"], "a share, and the whole"),
    ("The fund has received $85 million promised by donors.",
     ["- 85,000,000 USD delivered total"], "all that was promised"),
    ("The $5 million that Qatar donated has been spent.", ["Qatar 5,000,000 USD delivered"], "two verbs"),
    ("The $5 million which the EU offered is late.", ["European Union 5,000,000 USD offered"], "a bloc"),
    ("The C$40 million Canada promised in March was not paid.",
     ["Canada 40,000,000 CAD offered"], "no word between"),
    ("The fund said the $7 million Chile offered had come.", ["Chile 7,000,000 USD offered"], "reported"),
    ("The minister said that Qatar pledged was a lie.", [], "no sum"),
    ("Denmark followed with DKK 50 million.", ["Denmark 50,000,000 DKK offered"], "one after the other"),
    ("Paris said it would kick in €2 million.", ["France 2,000,000 EUR offered"], "two words, one verb"),
    ("Spain threw in another €1 million.", ["Spain 1,000,000 EUR delivered further"], "and in the past"),
    ("New Zealand has set aside NZ$4 million to help pay for the mission.",
     ["New Zealand 4,000,000 NZD committed"], "what is paid for is no pay"),
    ("South Korea raised its pledge from $5 million to $10 million.",
     ["South Korea 10,000,000 USD offered"], "a pledge that grows is still one"),
    ("Guyana has pledged US$1 million; Suriname, US$500,000.",
     ["Guyana 1,000,000 USD offered", "Suriname 500,000 USD offered"], "the verb left out"),
    ("Donors promised $1.2 billion, $400 million of it from Germany.",
     ["- 1,200,000,000 USD offered total", "Germany 400,000,000 USD offered"], "one giver's part"),
    ("Also contributing are Japan with $14 million and France with €3 million.",
     ["Japan 14,000,000 USD offered", "France 3,000,000 EUR offered"], "the verb in front"),
    ("Among the donors is Spain, with €5 million.", ["Spain 5,000,000 EUR offered"], "a place among others"),
    ("Spain pledged €5 million. Next came Denmark, with DKK 50 million.",
     ["Spain 5,000,000 EUR offered", "Denmark 50,000,000 DKK offered"], "the next"),
    ("Spain pledged €5 million. Italy came next with 10 million euros.",
     ["Spain 5,000,000 EUR offered", "Italy 10,000,000 EUR offered"], "with its verb"),
    ("The police caught Denmark, with DKK 50 million at stake.", [], "nobody gives"),
    ("Haiti went home with $40 million from the donors' conference.",
     ["- 40,000,000 USD offered to Haiti total"], "who is promised it"),
    ("Haiti left Brussels with €20 million in pledges.",
     ["- 20,000,000 EUR offered to Haiti total"], "the same"),
    ("The gang left the bank with $5 million.", [], "no state"),
    ("Haiti came away with $2 million worse debts.", [], "no promise"),
    ("UNDP said it had received $28 million from Canada and Japan.",
     ["- 28,000,000 USD delivered total", "Canada delivered", "Japan delivered"], "of several"),
    ("Kenya will receive $300 million from the United States.",
     ["United States 300,000,000 USD offered to Kenya"], "the subject gets it"),
    ("President Biden pledged $100 million.", ["United States 100,000,000 USD offered"], "by his title"),
    ("President Smith pledged $100 million.", [], "nobody's president"),
    ("Some $67 million has reached the UN trust fund, C$60 million of it from Canada.",
     ["- 67,000,000 USD delivered total", "Canada 60,000,000 CAD delivered"], "into the pot"),
    ("Contributions to the fund stand at $113 million.",
     ["- 113,000,000 USD delivered total"], "its subject is far"),
    ("Contributions to the fund stand at $113 million, of which $98 million has been paid.",
     ["- 113,000,000 USD offered total", "- 98,000,000 USD delivered total"], "so not all is paid"),
    ("Washington, though, has given $2 million to the mission.",
     ["United States 2,000,000 USD delivered"], "a conjunction in commas"),
    ("Ireland's contribution of €4 million was announced on Monday.",
     ["Ireland 4,000,000 EUR offered"], "announced, not yet paid"),
    ("The AU Peace Fund will release $2 million for the mission.",
     ["African Union 2,000,000 USD offered"], "a bloc's own fund"),
    ("Canada announced C$123 million for Haiti. It includes C$13 million for food, C$5 million for radios.",
     ["Canada 123,000,000 CAD offered to Haiti total", "Canada 13,000,000 CAD offered (humanitarian)",
      "Canada 5,000,000 CAD offered (communications)"], "its parts, told by the next sentence"),
    ("Canada announced C$123 million for Haiti. Canada's team includes a striker bought for C$13 million.",
     ["Canada 123,000,000 CAD offered to Haiti"], "no parts"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [(text, expected) for text, expected, _ in SHARES])
def test_promised_by_one_verb_moved_by_another(
    read_article: ReadArticle, text: str, expected: list[str]
) -> None:
    assert pledges(read_article, MISSION + text) == expected


RELEASE = """\
The Bahamas and the mission in Haiti: where matters stand

Government of The Bahamas, Office of the Prime Minister
Nassau, 9 May 2024
PRESS STATEMENT

The Multinational Security Support Mission in Haiti is led by Kenya, and it is short of money.

"""
RELEASED = [
    ("A sum of $750,000 has been paid into the trust fund.", ["Bahamas 750,000 BSD delivered"]),
    ("A further B$400,000 was earmarked by the Cabinet on 2 May.", ["Bahamas 400,000 BSD committed further"]),
    ("A contribution of $200,000 has been cancelled.", ["Bahamas 200,000 BSD withdrawn"]),
    ("We will provide $1 million for the mission.", ["Bahamas 1,000,000 BSD offered"]),
    ("Some $85 million has been pledged so far.", ["- 85,000,000 USD offered total"]),
    ("Kenya has been given $3 million by Japan.", ["Japan 3,000,000 USD delivered to Kenya"]),
]


@pytest.mark.parametrize(("text", "expected"), RELEASED)
def test_a_release_speaks_for_who_issued_it(text: str, expected: list[str], knowledge: Knowledge) -> None:
    release = replace(article(RELEASE + text), head_end=RELEASE.index("The Multinational"))
    assert [pledge(claim) for claim in extract(release, knowledge).pledges] == expected


GOVERNED = [
    ("Qatar is down for $44 million.", ["Qatar 44,000,000 USD offered"], "down for"),
    ("Qatar and Kuwait are down for $1 billion apiece.",
     ["Qatar 1,000,000,000 USD offered", "Kuwait 1,000,000,000 USD offered"], "apiece"),
    ("Germany is good for €6m and South Korea for $5m.",
     ["Germany 6,000,000 EUR offered", "South Korea 5,000,000 USD offered"], "a preposition carried on"),
    ("Canada is down with a cold; $44 million is a lot.", [], "not down for"),
    ("Washington held back $13.3 million.", ["United States 13,300,000 USD withdrawn"], "held back"),
    ("$13.3 million was held back by Washington.", ["United States 13,300,000 USD withdrawn"], "passive"),
    ("Washington has put $13.3 million on hold.", ["United States 13,300,000 USD withdrawn"], "on hold"),
    ("Spain has put €3 million on the table.", ["Spain 3,000,000 EUR offered"], "on the table"),
    ("A sum of €24 million which the EU had approved was frozen in April.",
     ["European Union 24,000,000 EUR withdrawn"], "the relative's sum taken back"),
    ("From the UAE come $1.2 billion.", ["United Arab Emirates 1,200,000,000 USD offered"], "source first"),
    ("From Taiwan, an old friend of Haiti, comes an offer of US$2 million.",
     ["Taiwan 2,000,000 USD offered"], "a noun behind"),
    ("From the European Union there will be €76 million.",
     ["European Union 76,000,000 EUR offered"], "there will be"),
    ("From Norway came 20 million kroner.", ["Norway 20,000,000 NOK delivered"], "past"),
    ("From Paris he flew to Rome, and $3 million was not enough.", [], "a place"),
    ("Britain pledged £10.3 million, with Japan adding ¥500 million and New Zealand NZ$2 million.",
     ["United Kingdom 10,300,000 GBP offered", "Japan 500,000,000 JPY offered",
      "New Zealand 2,000,000 NZD offered"], "a gerund with a subject of its own"),
    ("Ankara's share of the pledges was $20 million.", ["Turkey 20,000,000 USD offered"], "a share"),
    ("Canada's contribution is C$20 million.", ["Canada 20,000,000 CAD delivered"], "a contribution"),
    ("Canada's share of the costs is C$20 million.", [], "of a cost"),
    ("Sh24b ($14m) has been promised by Washington.",
     ["United States 14,000,000 USD = 24,000,000,000 KES offered"], "the giver's own currency"),
    ("Promises of €21 million lay on the table.", ["- 21,000,000 EUR offered total"], "of many"),
    ("The mission needs pledges of €21 million.", [], "wanted"),
    ("France has paid €4 million. A further €1.5 million had been set aside for courses.",
     ["France 4,000,000 EUR delivered", "France 1,500,000 EUR committed (training) further"], "further"),
    ("France has paid €4 million. On top of that, €1 million has been approved for fuel.",
     ["France 4,000,000 EUR delivered", "France 1,000,000 EUR committed (logistics)"], "on top of that"),
    ("€3 million will be made available, Spain's foreign minister said.",
     ["Spain 3,000,000 EUR offered"], "told by the giver"),
    ("€3 million has been pledged, Spain's foreign minister said.",
     ["- 3,000,000 EUR offered total"], "anybody may tell of pledges"),
    ("Nigeria, from which the mission has received $18 million since 2016, wants to be heard.",
     ["Nigeria 18,000,000 USD delivered total"], "from which"),
    ("Germany gave 20 million euros, France 15 million and Italy 10 million.",
     ["Germany 20,000,000 EUR delivered", "France 15,000,000 EUR delivered",
      "Italy 10,000,000 EUR delivered"], "the currency carried on"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [(text, expected) for text, expected, _ in GOVERNED])
def test_what_governs_a_sum(read_article: ReadArticle, text: str, expected: list[str]) -> None:
    assert pledges(read_article, MISSION + text) == expected


# Whose the sum is, by persons, parliaments and what a giver is to a fund; and what is no gift after all.
WHOSE = [
    ("Ahmed Attaf, Algeria's foreign minister, said that his country had transferred $10 million.",
     ["Algeria 10,000,000 USD delivered"], "his country"),
    ("Her country would give €3 million, said Tanja Fajon, Slovenia's foreign minister.",
     ["Slovenia 3,000,000 EUR offered"], "named behind"),
    ("The White House requested $50 million from Congress for the mission.",
     ["United States 50,000,000 USD offered"], "asked of its own parliament"),
    ("Canada is the fund's largest donor, with C$63 million.",
     ["Canada 63,000,000 CAD delivered"], "the largest donor"),
    ("The conference raised $300 million.", ["- 300,000,000 USD offered total"], "a conference is promised"),
    ("The fund has $18 million in hand.", ["- 18,000,000 USD delivered total"], "in hand"),
    ("By evening the pledges came to about $310 million.",
     ["- 310,000,000 USD offered total"], "came to"),
    ("The trust fund has $18 million in hand, most of it from Canada.",
     ["- 18,000,000 USD delivered total", "Canada delivered"], "most of it"),
    ("The fund has collected $17 million, with Canada and the United States the largest givers.",
     ["- 17,000,000 USD delivered total", "Canada delivered", "United States delivered"], "largest givers"),
    ("The fund holds $85 million, the bulk of which came from Canada.",
     ["- 85,000,000 USD delivered total", "Canada delivered"], "the bulk of which"),
    ("The fund holds $85 million, most of it in cash.", ["- 85,000,000 USD delivered total"], "no giver"),
    ("Germany and Spain have paid into the fund.", ["Germany delivered", "Spain delivered"], "into the fund"),
    ("There is a pot for the mission, to which France and Italy are contributing.",
     ["France offered", "Italy offered"], "to which"),
    ("Canada wrote a cheque for C$10 million.", ["Canada 10,000,000 CAD delivered"], "a cheque"),
    ("Norwegian aid worth 40 million kroner has been suspended.",
     ["Norway 40,000,000 NOK withdrawn"], "whose aid"),
    ("A $13.3 million US contribution was frozen.",
     ["United States 13,300,000 USD withdrawn"], "whose contribution"),
    ("Congress has released $40 million of the $100 million that was promised.",
     ["United States 40,000,000 USD delivered", "- 100,000,000 USD offered total"], "a part of a whole"),
    ("The EU Council has agreed €20 million for the mission.",
     ["European Union 20,000,000 EUR committed"], "agreed"),
    ("The EU Council has agreed to buy trucks for €20 million.", [], "agreed to buy"),
    ("Japan and South Korea pledged ¥500 million and $5 million respectively.",
     ["Japan 500,000,000 JPY offered", "South Korea 5,000,000 USD offered"], "respectively"),
    ("Qatar's Alya Al Thani promises $44m towards the soldiers' pay.",
     ["Qatar 44,000,000 USD offered (salaries)"], "named by its state"),
    ("Britain's Hamish Falconer said that £15m approved in May had now reached the fund.",
     ["United Kingdom 15,000,000 GBP delivered"], "told by its giver"),
    ("$5 million promised by Qatar has arrived.", ["Qatar 5,000,000 USD delivered"], "what arrives"),
    ("The Council welcomes the approval by the European Union of a grant of 40 million euros.",
     ["European Union 40,000,000 EUR committed"], "the approval by"),
    ("Of the $113 million that the fund has received, half came from Canada.",
     ["- 113,000,000 USD delivered total"], "that the fund has received"),
    ("The AU is paying too; its Peace Fund has approved seven million US dollars.",
     ["African Union 7,000,000 USD committed"], "its fund"),
    ("An Abu Dhabi sovereign fund has committed $90 million.", [], "a fund's own business"),
    ("Spain put the figure at €3 million.", [], "an estimate"),
    ("France has set aside €20 million to get its own people ready.", [], "its own people"),
    ("Kenya's parliament approved Sh5 billion for its own contingent.", [], "its own contingent"),
    ("Each officer will be paid $1,500 a month by the United Nations.", [], "wages"),
    ("The mission has received $85 million of the $600 million it needs.",
     ["- 85,000,000 USD delivered total"], "of a need"),
    ("A widow announced $5 million.", [], "gives for no state"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [(text, expected) for text, expected, _ in WHOSE])
def test_whose_a_sum_is(read_article: ReadArticle, text: str, expected: list[str]) -> None:
    assert pledges(read_article, MISSION + text) == expected


def test_the_government_is_not_the_host_s(read_article: ReadArticle) -> None:
    text = (
        "Finland sends sixty Finnish police officers to EULEX, the EU mission in Kosovo. Finland agreed. "
        "The lab of the Kosovo police will be refitted with 1.4 million euros that the government earmarked."
    )
    assert [pledge(claim) for claim in read_article(text).pledges] == ["Finland 1,400,000 EUR committed"]


@pytest.mark.parametrize(
    ("published", "donor"),
    [("2024-05-10", "Germany"), ("2019-05-10", "Germany"), ("2025-12-01", "United Nations")],
)
def test_a_person_serves_by_the_day(read_article: ReadArticle, published: str, donor: str) -> None:
    found = read_article(MISSION + "Annalena Baerbock promised €60 million.", published).pledges
    assert [claim.donor.name for claim in found if claim.donor] == [donor]


def test_promises_of_business_are_no_aid(read_article: ReadArticle) -> None:
    text = (
        "The Oslo firm Lys has pledged dividends. Norway's sovereign fund committed NOK 400 million to Lys. "
        "Canada has put $31 million into the plant."
    )
    assert read_article(text).pledges == ()
