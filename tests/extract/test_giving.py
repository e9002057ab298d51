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
