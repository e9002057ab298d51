"""Who gets what is given: by the words behind a sum, by a label, by the cause that an article is about."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle

MISSION = "The Kenya-led mission in Haiti is short of money. "

NAMED = [
    ("Japan gave $5 million to UNICEF for clean water.", "UNICEF", "an agency"),
    ("Canada will give $5 million to the Haitian people.", "Haiti", "a people"),
    ("Spain pledged €2 million to help Haiti feed its children.", "Haiti", "to help"),
    ("Spain pledged €2 million for the rebuilding of Haiti.", "Haiti", "the rebuilding of"),
    ("Spain pledged €2 million for schools in Haiti.", "Haiti", "schools in"),
    ("Australia paid A$12 million into the Haitian treasury.", "Haiti", "into a treasury"),
    ("Norway gave NOK 20 million for UNICEF's work with orphans.", "UNICEF", "an agency's work"),
    ("Denmark gave DKK 5 million to the Danish Red Cross.", "Danish Red Cross", "a name with an adjective"),
    ("The World Bank has lent Haiti $150 million.", "Haiti", "an indirect object"),
    ("Japan gave $5 million to the mission in Haiti.", None, "the mission itself"),
    ("Japan gave $5 million to the UN trust fund.", None, "its fund"),
    ("The EU has paid €20 million for AU troops.", None, "troops"),
    ("Spain pledged €2 million for the police in Haiti.", None, "where others work"),
    ("Canada gave $5 million for fuel, and to Norway it promised fish.", None, "another clause"),
    ("The US flew 40 armoured vehicles to Haiti.", None, "where to"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "to"), [(text, to) for text, to, _ in NAMED])
def test_who_gets_it(text: str, to: str | None, read_article: ReadArticle) -> None:
    (claim,) = read_article(MISSION + text).pledges
    assert (claim.recipient.name if claim.recipient else None) == to


CAUSES = [
    ("Ministers met in Geneva, with Sweden as host, to raise aid for Yemen. Germany promised €20 million.",
     "Yemen", "the host is no aim"),
    ("Donors for Sudan met in London. Egypt and Chad sent ministers. Norway pledged NOK 340 million.",
     "Sudan", "nor are guests"),
    ("Canada's aid for Ukraine is to grow. Ottawa promised C$200 million.", "Ukraine", "the aim of aid"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "to"), [(text, to) for text, to, _ in CAUSES])
def test_the_cause_of_an_article_gets_it(text: str, to: str, read_article: ReadArticle) -> None:
    found = read_article(text).pledges
    assert [claim.recipient.name for claim in found if claim.recipient] == [to]


AT_HOME = [
    "The club pledged $5 million for a stadium in Canada. Norway's oil fund put in NOK 400 million.",
    "A fund of Abu Dhabi has promised $90 million for solar parks in Norway. Kuwait gave $5 million.",
]


@pytest.mark.parametrize("text", AT_HOME)
def test_states_that_give_are_no_cause(text: str, read_article: ReadArticle) -> None:
    assert read_article(text).pledges == ()
