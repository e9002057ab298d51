"""Money and things given, and the many sums that are no gift."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.printing import pledge
from tracker.vocab import Money

MISSION = "The Kenya-led mission in Haiti is short of money. "


def pledges(read_article: ReadArticle, text: str) -> list[str]:
    return [pledge(claim) for claim in read_article(text).pledges]


VERBS = [
    ("Japan has earmarked ¥2.2 billion for the mission.", ["Japan 2,200,000,000 JPY committed"], "earmark"),
    ("Norway has given a $5m grant to the mission.", ["Norway 5,000,000 USD delivered"], "a perfect"),
    ("South Korea plans to give $5 million.", ["South Korea 5,000,000 USD offered"], "a plan"),
    ("South Korea is to provide $5 million.", ["South Korea 5,000,000 USD offered"], "is to"),
    ("Canada is to chip in C$20m.", ["Canada 20,000,000 CAD offered"], "a particle behind the verb"),
    ("Berlin is doubling its contribution to €60m.",
     ["Germany 60,000,000 EUR offered"], "a capital; under way"),
    ("Spain is giving €3 million.", ["Spain 3,000,000 EUR offered"], "is giving: still to come"),
    ("Spain gave €3 million in March.", ["Spain 3,000,000 EUR delivered"], "past"),
    ("Switzerland pays 3 million francs.", ["Switzerland 3,000,000 CHF delivered"], "present"),
    ("Ottawa said it would provide C$30 million.", ["Canada 30,000,000 CAD offered"], "reported future"),
    ("Finland will donate 3 million euros, Sweden said.",
     ["Finland 3,000,000 EUR offered"], "not the speaker"),
    ("Sweden said Finland would donate 3 million euros.", ["Finland 3,000,000 EUR offered"], "nor before"),
    ("Mélanie Joly, Canada's foreign minister, pledged C$30 million.",
     ["Canada 30,000,000 CAD offered"], "a minister"),
    ("Prime Minister Justin Trudeau announced C$30 million.",
     ["Canada 30,000,000 CAD offered"], "his government"),
    ("Germany's parliament approved €20 million.", ["Germany 20,000,000 EUR committed"], "a parliament"),
    ("The Bundestag has cleared €20 million.", ["Germany 20,000,000 EUR committed"], "by its own name"),
    ("South Korea has signed an agreement to give $5 million.",
     ["South Korea 5,000,000 USD committed"], "signed to"),
    ("Haiti's government has set aside 5 billion gourdes.",
     ["Haiti 5,000,000,000 HTG committed"], "set … aside"),
    ("Portugal came up with €2 million.", ["Portugal 2,000,000 EUR delivered"], "came up with"),
    ("The UK will match that with £10m.", ["United Kingdom 10,000,000 GBP offered"], "match with"),
    ("€10 million was paid by the European Union.",
     ["European Union 10,000,000 EUR delivered"], "passive with by"),
    ("Italy had promised $10 million but has paid only $4 million.",
     ["Italy 10,000,000 USD offered", "Italy 4,000,000 USD delivered"], "two verbs, one subject"),
    ("Ireland has pledged €2 million, Belgium €5 million and Austria €1 million.",
     ["Ireland 2,000,000 EUR offered", "Belgium 5,000,000 EUR offered", "Austria 1,000,000 EUR offered"],
     "the verb carried on"),
    ("The World Bank has lent Haiti $150 million.",
     ["World Bank 150,000,000 USD delivered to Haiti"], "lent X"),
    ("On top of that, France will give a further €4 million.",
     ["France 4,000,000 EUR offered further"], "further"),
    ("Chile is ready to give $2 million.", ["Chile 2,000,000 USD offered"], "a bare $ is no peso"),
    ("Jamaica gave $2 million to the fund.",
     ["Jamaica 2,000,000 JMD delivered"], "but the giver's own dollar"),
]  # fmt: skip

WITHDRAWN = [
    ("Washington has frozen $13.3 million.", ["United States 13,300,000 USD withdrawn"], "frozen"),
    ("Washington has suspended its contribution of $13.3 million.",
     ["United States 13,300,000 USD withdrawn"], "its own contribution"),
    ("The United States has withheld $15 million.", ["United States 15,000,000 USD withdrawn"], "withheld"),
    ("Denmark pulled its 50 million kroner out of the fund.",
     ["Denmark 50,000,000 DKK withdrawn"], "pulled out"),
    ("Canada has cancelled the $40 million it promised.",
     ["Canada 40,000,000 CAD withdrawn"], "a relative clause"),
]  # fmt: skip

NOUNS = [
    ("Norway's pledge of NOK 200m is the largest.", ["Norway 200,000,000 NOK offered"], "a pledge of"),
    ("A contribution of €12 million has come from the Netherlands.",
     ["Netherlands 12,000,000 EUR delivered"], "a contribution, its giver behind"),
    ("Turkey approved a loan of $20 million.", ["Turkey 20,000,000 USD committed"], "a loan of"),
    ("A $5m grant from Norway will pay for fuel.",
     ["Norway 5,000,000 USD committed (logistics)"], "the noun behind; pay is no salary here"),
    ("Italy's €4 million gift will buy radios.",
     ["Italy 4,000,000 EUR delivered (communications)"], "an owner"),
    ("A £7 million British package covers fuel.",
     ["United Kingdom 7,000,000 GBP offered (logistics)"], "an adjective between"),
    ("Washington's $100 million pledge has not been met.",
     ["United States 100,000,000 USD offered"], "what was not done is the payment"),
    ("Qatar's first instalment, $3 million, was paid on Monday.",
     ["Qatar 3,000,000 USD delivered"], "apposed"),
    ("Pledges include $10 million from Qatar and $5 million from Kuwait.",
     ["Qatar 10,000,000 USD offered", "Kuwait 5,000,000 USD offered"], "givers behind from"),
    ("A further €3 million comes from Spain.", ["Spain 3,000,000 EUR delivered further"], "the sum comes"),
    ("Luxembourg's €1 million will go towards salaries.",
     ["Luxembourg 1,000,000 EUR offered (salaries)"], "the sum goes"),
    ("The €1 million from Luxembourg will go towards salaries.",
     ["Luxembourg 1,000,000 EUR offered (salaries)"], "its giver behind"),
]  # fmt: skip

TOTALS = [
    ("The fund has so far received $85m.", ["- 85,000,000 USD delivered total"], "a fund"),
    ("Donors pledged $120 million at a conference in Kingston.",
     ["- 120,000,000 USD offered total"], "donors"),
    ("So far $67 million has been paid in.", ["- 67,000,000 USD delivered total"], "passive without a giver"),
    ("Altogether, donors have promised $300 million but paid only $67 million.",
     ["- 300,000,000 USD offered total", "- 67,000,000 USD delivered total"], "two stages"),
    ("The trust fund stands at $67 million.", ["- 67,000,000 USD delivered total"], "a fund stands at"),
    ("Spain gave €3 million, bringing its total contribution to €9 million.",
     ["Spain 3,000,000 EUR delivered", "Spain 9,000,000 EUR delivered total"], "a giver's running total"),
    ("Britain has raised its contribution from £5 million to £15 million.",
     ["United Kingdom 15,000,000 GBP offered total"], "from: what it was before"),
    ("Britain's contribution now stands at £15 million.",
     ["United Kingdom 15,000,000 GBP delivered total"], "a contribution stands at"),
    ("Britain's aid will rise to £15 million.", ["United Kingdom 15,000,000 GBP offered total"], "aid rises"),
    ("In all, Britain has provided £15 million.",
     ["United Kingdom 15,000,000 GBP delivered total"], "in all"),
    ("Canada promised C$80 million, of which C$20 million is for salaries.",
     ["Canada 80,000,000 CAD offered total", "Canada 20,000,000 CAD offered (salaries)"], "a part, of which"),
    ("Canada promised C$80 million, including C$20 million for training.",
     ["Canada 80,000,000 CAD offered (training) total",
      "Canada 20,000,000 CAD offered (training)"], "including"),
]  # fmt: skip

NO_GIFT = [
    ("The mission costs $600 million a year.", "a cost"),
    ("The mission needs $600 million.", "a need"),
    ("The $600 million that the mission needs is not there.", "a need in a relative clause"),
    ("The mission faces a shortfall of $200 million.", "a shortfall"),
    ("There is a $200 million hole in its budget.", "a hole"),
    ("The mission has a budget of $589 million.", "a budget"),
    ("The United Nations has put the cost at $600 million.", "a cost put at"),
    ("The US share of the cost is $200 million.", "a share of a cost"),
    ("Brazil has not paid its $2 million.", "negated"),
    ("Congress refused to release $40 million.", "refused"),
    ("Qatar might give $10 million.", "may be"),
    ("Peru could give $2 million.", "could"),
    ("Peru can give no more than $2 million.", "a limit"),
    ("Peru wants the UN to pay $2 million.", "a wish"),
    ("Chile urged Peru to give $2 million.", "an appeal"),
    ("Denmark was asked for 50 million kroner.", "asked"),
    ("Denmark is considering a contribution of 50 million kroner.", "considered"),
    ("If parliament agrees, Denmark will give 50 million kroner.", "a condition"),
    ("South Korea's parliament is to vote on $5 million.", "a vote to come"),
    ("Gangs stole $2 million from a bank.", "a crime"),
    ("A ransom of $2 million was paid by the missionaries.", "a ransom"),
    ("Haiti exports goods worth $900 million to the United States.", "trade"),
    ("The officers earn $1,200 a month.", "wages"),
]

IN_KIND = [
    ("Taiwan will donate 40 generators.", ["Taiwan equipment offered"], "goods"),
    ("Taiwan handed over 20 vehicles to the Haitian police.",
     ["Taiwan equipment delivered to Haitian National Police"], "handed over, to a body"),
    ("The US delivered 24 armoured vehicles in May.", ["United States equipment delivered"], "delivered"),
    ("The US has delivered armoured vehicles worth $5 million.",
     ["United States equipment 5,000,000 USD delivered"], "goods of a worth"),
    ("Germany lent two helicopters to the mission.", ["Germany equipment delivered"], "lent"),
    ("Canada has donated bulletproof vests and helmets.",
     ["Canada equipment delivered"], "two goods, one pledge"),
    ("Japan is to supply vehicles, radios and body armour.",
     ["Japan equipment offered (communications)"], "radios say a purpose"),
    ("The United States built the base and supplied food and fuel.",
     ["United States services delivered (logistics)"], "supplies"),
    ("Canada has not donated the vehicles.", [], "negated"),
    ("Haiti asked Canada to donate vehicles.", [], "a wish"),
    ("Gangs burnt 20 vehicles.", [], "no giver"),
    ("Kenya's soldiers provided transport for the wounded.", [], "people at work give nothing"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [(text, expected) for table in (VERBS, WITHDRAWN, NOUNS, TOTALS, IN_KIND) for text, expected, _ in table],
)
def test_gifts(read_article: ReadArticle, text: str, expected: list[str]) -> None:
    assert pledges(read_article, MISSION + text) == expected


@pytest.mark.parametrize("text", [text for text, _ in NO_GIFT])
def test_sums_that_are_no_gift(read_article: ReadArticle, text: str) -> None:
    assert pledges(read_article, MISSION + text) == []


LISTS = [
    ("The pledges to the mission:\n\n• Japan: $5 million\n• Norway – NOK 200 million for mine clearance\n",
     ["Japan 5,000,000 USD offered", "Norway 200,000,000 NOK offered (other)"]),
    ("Canada announced $60 million for the mission:\n\n• $40 million for vehicles\n"
     "• $20 million for training\n",
     ["Canada 60,000,000 CAD offered total", "Canada 40,000,000 CAD offered (equipment)",
      "Canada 20,000,000 CAD offered (training)"]),
    ("France's foreign minister announced the following:\n\n"
     "– €2 million for fuel\n– €5 million for training\n",
     ["France 2,000,000 EUR offered (logistics)", "France 5,000,000 EUR offered (training)"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists(read_article: ReadArticle, text: str, expected: list[str]) -> None:
    assert pledges(read_article, MISSION + "\n\n" + text) == expected


def test_the_sentence_behind_says_what_a_sum_is_for(read_article: ReadArticle) -> None:
    text = MISSION + "Canada promised C$30 million. The money will cover fuel and medical care."
    assert pledges(read_article, text) == ["Canada 30,000,000 CAD offered (logistics medical)"]


WITHOUT_MISSION = [
    ("Norway pledged NOK 1 billion in aid for Ukraine at a donor conference on Tuesday.",
     ["Norway 1,000,000,000 NOK offered to Ukraine"], "aid from state to state"),
    ("Donors at a London conference pledged $4.1 billion in aid for Sudan. Germany will give €125 million.",
     ["- 4,100,000,000 USD offered to Sudan total", "Germany 125,000,000 EUR offered to Sudan"],
     "the place of a conference gives nothing"),
    ("Japan has given Somalia $20 million in humanitarian aid.",
     ["Japan 20,000,000 USD delivered (humanitarian) to Somalia"], "an indirect object"),
    ("Australia will send 50 firefighters to Canada. Canada has spent C$1 billion on the fires this year. "
     "New Zealand pledged 20 more.", [], "what a state spends at home"),
    ("The club paid €80 million for the striker and pledged €20 million for its academy, Germany coach "
     "Julian Nagelsmann said.", [], "sport"),
    ("Siemens will invest €2 billion in a factory in Egypt. Germany supports the project with €100 million.",
     [], "business"),
    ("Police in London arrested 200 people. The government has pledged £10 million to fight knife crime.",
     [], "crime at home"),
    ("Poland will buy 96 helicopters from the United States for $12 billion.", [], "a purchase"),
    ("A court in Kenya fined the bank $5 million.", [], "a fine"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [(text, expected) for text, expected, _ in WITHOUT_MISSION])
def test_without_a_mission(read_article: ReadArticle, text: str, expected: list[str]) -> None:
    extraction = read_article(text)
    assert [pledge(claim) for claim in extraction.pledges] == expected
    assert extraction.deployments == ()


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Washington has spent more than $300 million on the mission.", True),
        ("The EU has paid close to 2.7 billion euros to the mission since 2007.", True),
        ("Norway has paid 150 million kroner towards the mission.", False),
        ("Norway paid more than 150 million kroner towards the mission in May.", False),
        ("Canada has pledged more than $80 million to the mission.", False),
    ],
)
def test_all_that_was_given_by_now_is_a_total(text: str, total: bool, read_article: ReadArticle) -> None:
    (claim,) = read_article(MISSION + text).pledges
    assert claim.total is total


def test_each_of_several_givers(read_article: ReadArticle) -> None:
    text = MISSION + "The United Arab Emirates and Qatar promised $1 billion each."
    found = [(p.donor.name if p.donor else None, p.amount) for p in read_article(text).pledges]
    billion = Money(Decimal(10**9), "USD")
    assert found == [("United Arab Emirates", billion), ("Qatar", billion)]


def test_what_was_paid_of_a_sum_is_its_giver_s(read_article: ReadArticle) -> None:
    text = (
        MISSION + "Washington pledged $2.5 billion, of which $500 million has been transferred to the fund."
    )
    assert [pledge(claim) for claim in read_article(text).pledges] == [
        "United States 2,500,000,000 USD offered",
        "United States 500,000,000 USD delivered",
    ]


def test_lines_of_a_list_without_bullets(read_article: ReadArticle) -> None:
    text = (
        "The EU training mission for Ukraine, EUMAM, got new help in Berlin.\n\n"
        "Norway – NOK 150 million\n\nSpain: €20 million for field hospitals\n\nItaly: a change of heart"
    )
    assert [pledge(claim) for claim in read_article(text).pledges] == [
        "Norway 150,000,000 NOK offered",
        "Spain 20,000,000 EUR offered (medical)",
    ]


# What else a sum is governed by: particles, sources in front, shares, passives that name no giver.
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
