"""Lists and tables of gifts: who gives, who gets, how far it has come, in what the figures are kept."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.printing import pledge

MISSION = "The Kenya-led mission in Haiti is short of money.\n\n"
SYRIA = "Donors met in Brussels to raise money for Syria.\n\n"

GIVERS = [
    (SYRIA + "Pledges announced on Monday:\n\nQatar: $50 million\nGermany: 138 million euros\n",
     ["Qatar 50,000,000 USD offered to Syria", "Germany 138,000,000 EUR offered to Syria"], "labels"),
    (SYRIA + "What donors put down:\n\n- Sweden – SEK 300 million\n- Finland – two planeloads of tents\n",
     ["Sweden 300,000,000 SEK offered to Syria", "Finland equipment offered to Syria"], "dashes; in kind"),
    (SYRIA + "Pledges so far:\n1. Turkey ($10 million)\n2. Japan, ¥500 million\n3. Iraq: none yet\n",
     ["Turkey 10,000,000 USD offered to Syria",
      "Japan 500,000,000 JPY offered to Syria"], "numbers, brackets"),
    (SYRIA + "The money pledged:\n\n• €30 million from Spain\n• €12.5 million – Austria\n",
     ["Spain 30,000,000 EUR offered to Syria", "Austria 12,500,000 EUR offered to Syria"], "the "
     "giver behind"),
    (SYRIA + "There was a flurry of smaller offers. Spain, €15m. Italy, a further €10m. Then lunch.\n",
     ["Spain 15,000,000 EUR offered to Syria", "Italy 10,000,000 EUR offered to Syria further"], "telegrams"),
    (MISSION + "Gifts to the mission:\n\nUnited States\n• $100 million\n• 24 armoured vehicles\nCanada\n"
     "• C$63 million for the trust fund\n• Training of police officers in Jamaica\n",
     ["United States 100,000,000 USD offered", "United States equipment offered",
      "Canada 63,000,000 CAD offered", "Canada training offered"], "headings name the givers"),
    (SYRIA + "Contributions announced:\n\nI. Health\nNorway: NOK 40 million\n\nII. White Helmets\n"
     "Denmark: DKK 25 million\n",
     ["Norway 40,000,000 NOK offered to Syria",
      "Denmark 25,000,000 DKK offered to Syria"], "headings of topics"),
    (SYRIA + "Pledges to date\n\nCanada: $8 million\nNorway: $3 million\nNew Zealand: NZ$2 million\n",
     ["Canada 8,000,000 USD offered to Syria", "Norway 3,000,000 USD offered to Syria",
      "New Zealand 2,000,000 NZD offered to Syria"], "one bare dollar for all"),
    (SYRIA + "Contributions\n\nNorway: NOK 40 million, promised but not yet paid\nSpain: €3 "
     "million, paid in May\n"
     "Italy: €2 million, frozen\n",
     ["Norway 40,000,000 NOK offered to Syria", "Spain 3,000,000 EUR delivered to Syria",
      "Italy 2,000,000 EUR withdrawn to Syria"], "each says how far it has come"),
]  # fmt: skip

VERBS_AND_FIGURES = [
    (SYRIA + "Who pays what\nJordan: has pledged $3 million\nCanada: has given C$6 million\nIraq: left\n",
     ["Jordan 3,000,000 USD offered to Syria", "Canada 6,000,000 CAD delivered to Syria"], "verbs"),
    (SYRIA + "Pledges (in millions of euros)\n\nGermany 212\nFrance 110\n",
     ["Germany 212,000,000 EUR offered to Syria", "France 110,000,000 EUR offered to Syria"], "bare figures"),
    (SYRIA + "UNHCR received gifts: Sweden SEK 60 million, Canada C$2 million and Ireland €4 million.",
     ["Sweden 60,000,000 SEK delivered to Syria", "Canada 2,000,000 CAD delivered to Syria",
      "Ireland 4,000,000 EUR delivered to Syria"], "behind a colon"),
    (SYRIA + "Spain promised €9 million. Of this funding:\n\n– €6 million will support UNICEF;\n"
     "– €3 million is for health care.\n",
     ["Spain 9,000,000 EUR offered to Syria total", "Spain 6,000,000 EUR offered to Syria",
      "Spain 3,000,000 EUR offered (medical) to Syria"], "items with verbs"),
    (SYRIA + "Italy promised €9 million for Syria: €6 million for UNICEF and €3 million for UNHCR.",
     ["Italy 9,000,000 EUR offered to Syria total", "Italy 6,000,000 EUR offered to UNICEF",
      "Italy 3,000,000 EUR offered to UNHCR"], "parts behind a colon"),
    (SYRIA + "Pledges\n\nDonor    Sum\nNorway    NOK 40 million\nUtopia    $1m\nTotal    $9 million\n",
     ["Norway 40,000,000 NOK offered to Syria", "- 9,000,000 USD offered to Syria total"], "nobody known"),
    (MISSION + "Canada will give the mission:\n\n(i) C$5 million for salaries;\n(ii) two patrol boats;\n",
     ["Canada 5,000,000 CAD offered (salaries)", "Canada equipment offered"], "small Roman numbers"),
]  # fmt: skip

RECIPIENTS = [
    ("Japan approved a grant of US$10 million for Lebanon. The breakdown is as follows:\n\n"
     "World Food Programme (WFP): US$4 million\nUNHCR: US$6 million (shelter)\n",
     ["Japan 10,000,000 USD committed to Lebanon total", "Japan 4,000,000 USD committed to World "
     "Food Programme",
      "Japan 6,000,000 USD committed (humanitarian) to UNHCR"], "agencies"),
    ("Japan has approved 30 billion yen in aid for countries at war:\n\n(1) Ukraine: 20 billion yen\n"
     "(a) UNICEF: 5 billion yen\n(b) World Bank: 15 billion yen\n\n(2) Yemen: 10 billion yen\n",
     ["Japan 30,000,000,000 JPY committed total", "Japan 20,000,000,000 JPY committed to Ukraine total",
      "Japan 5,000,000,000 JPY committed to UNICEF", "Japan 15,000,000,000 JPY committed to World Bank",
      "Japan 10,000,000,000 JPY committed to Yemen"], "parts of parts"),
    ("The United Kingdom will provide the following aid to Ukraine:\n\n• £30 million for demining\n"
     "• 50,000 artillery shells\n• £5 million to the HALO Trust\n",
     ["United Kingdom 30,000,000 GBP offered (other) to Ukraine", "United Kingdom equipment offered "
     "to Ukraine",
      "United Kingdom 5,000,000 GBP offered to HALO Trust"], "no labels; in kind"),
    (MISSION + "Canada's contribution to the mission:\nLogistics: C$20 million\nMedical care: C$5 million\n",
     ["Canada 20,000,000 CAD offered (logistics)", "Canada 5,000,000 CAD offered (medical)"], "purposes"),
    ("The EU has adopted measures to support its partners' armies with military aid. They concern "
     "the following:\n\n"
     "– Lebanese Armed Forces: €60 million\n– Republic of Moldova: €20 million\n– Benin: €20 million\n",
     ["European Union 60,000,000 EUR committed to Lebanese Armed Forces",
      "European Union 20,000,000 EUR committed to Moldova", "European Union 20,000,000 EUR "
     "committed to Benin"],
     "the same sum for two"),
]  # fmt: skip

TABLES = [
    (MISSION + "Contributions to the fund (US$ million)\n\nDonor        Pledged     Paid\nSpain    "
     "10.5    10.5\n"
     "Japan    9.0    4.0\nTotal    19.5    14.5\n",
     ["Spain 10,500,000 USD delivered", "Japan 9,000,000 USD offered", "Japan 4,000,000 USD delivered",
      "- 19,500,000 USD offered total", "- 14,500,000 USD delivered total"], "bare figures, two columns"),
    (SYRIA + "The contributions were announced as follows (millions):\n\nEuropean Union          EUR 60.0\n"
     "Norway                  NOK 40.0\n",
     ["European Union 60,000,000 EUR offered to Syria",
      "Norway 40,000,000 NOK offered to Syria"], "millions"),
    (MISSION + "PAID INTO THE FUND\n\nDonor | Amount\nFrance | €3 million\n\nPROMISED\n\nDonor | Amount\n"
     "Italy | €2 million\nTotal promised so far | €2 million\n",
     ["France 3,000,000 EUR delivered", "Italy 2,000,000 EUR offered", "- 2,000,000 EUR offered total"],
     "two tables"),
]  # fmt: skip

ENUMERATIONS = [
    (SYRIA + "The largest pledges came from the European Union (€124 million) and Britain (£50 million).",
     ["European Union 124,000,000 EUR offered to Syria",
      "United Kingdom 50,000,000 GBP offered to Syria"], "from"),
    (MISSION + "The biggest donors to the fund are Canada (C$63m), Spain (€3 million) and Japan.",
     ["Canada 63,000,000 CAD offered", "Spain 3,000,000 EUR offered"], "donors are"),
    (MISSION + "The fund has had contributions from Algeria ($10 million) and Spain ($3 million).",
     ["Algeria 10,000,000 USD delivered", "Spain 3,000,000 USD delivered"], "contributions are paid"),
    (SYRIA + "Japan announced $18 million, to be split between UNICEF ($6 million) and WFP ($12 million).",
     ["Japan 18,000,000 USD offered to Syria total", "Japan 6,000,000 USD offered to UNICEF",
      "Japan 12,000,000 USD offered to World Food Programme"], "shares"),
    (SYRIA + "Britain announced £50 million. Of this, £5 million will go to UNFPA and £6 million to UNICEF.",
     ["United Kingdom 50,000,000 GBP offered to Syria total", "United Kingdom 5,000,000 GBP offered to UNFPA",
      "United Kingdom 6,000,000 GBP offered to UNICEF"], "a further share"),
    (SYRIA + "The EU pledged €50 million, of which €20 million goes to Lebanon, €12 million to Iraq.",
     ["European Union 50,000,000 EUR offered total", "European Union 20,000,000 EUR offered to Lebanon",
      "European Union 12,000,000 EUR offered to Iraq"], "of which goes"),
    (SYRIA + "Norway pledged NOK 10 billion. Of Norway's money, NOK 2 billion is for schools.",
     ["Norway 10,000,000,000 NOK offered to Syria total",
      "Norway 2,000,000,000 NOK offered (other) to Syria"], "of somebody's money"),
]  # fmt: skip

NO_GIFTS = [
    ("Imports came from China ($500 million) and Germany ($200 million).", "trade in brackets"),
    ("Kenya trades most with Haiti ($5 million) and Somalia ($9 million).", "trade"),
    ("The mission needs:\n• $20 million for fuel\n• three helicopters\n", "needs"),
    ("Exports of Kenya by country\nUganda: $500 million\nGermany: $200 million\n", "trade"),
    ("The mission's budget:\nSalaries: $20 million\nFuel: $3 million\n", "a budget"),
    ("What Kenya wants from its partners:\n• $20 million for fuel\n", "wishes"),
    ("1. Who pays?\n2. Where does the money come from?\n", "questions"),
    ("Pledges so far:\nPoland: no figure yet\nEgypt: –\nAustralia: no ships, no planes\n", "nothing named"),
]


def test_a_list_by_states_in_an_article_that_opens_with_gifts(read_article: ReadArticle) -> None:
    """Under a heading that says no more than "MONEY"."""
    text = (
        "What was offered to Haiti's new force\n\nGovernments came to New York to offer people and cash to "
        "the Kenya-led mission in Haiti.\n\nMONEY\n\n* Japan: ¥1.2bn for radios\n* Qatar: $25m for fuel\n"
        "* Spain: €5m\n"
    )
    found = [(p.donor.name, p.amount.currency) for p in read_article(text).pledges if p.donor and p.amount]
    assert found == [("Japan", "JPY"), ("Qatar", "USD"), ("Spain", "EUR")]


def test_a_pledging_conference_pledges_nothing(read_article: ReadArticle) -> None:
    text = (
        "Donors offer Yemen little aid\n\nYemen left its annual pledging conference with $1.16 billion. "
        "Kuwait has already transferred $5m for clinics."
    )
    assert [p.donor.name for p in read_article(text).pledges if p.donor] == ["Kuwait"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (text, expected)
        for table in (GIVERS, VERBS_AND_FIGURES, RECIPIENTS, TABLES, ENUMERATIONS)
        for text, expected, _ in table
    ],
)
def test_lists_of_gifts(text: str, expected: list[str], read_article: ReadArticle) -> None:
    assert [pledge(claim) for claim in read_article(text).pledges] == expected


@pytest.mark.parametrize("text", [text for text, _ in NO_GIFTS])
def test_lists_of_other_things(text: str, read_article: ReadArticle) -> None:
    assert [pledge(claim) for claim in read_article(MISSION + text).pledges] == []
