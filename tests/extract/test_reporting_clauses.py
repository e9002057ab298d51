"""Clauses that report: relative ones, people told at length, questions, cries; fragments are no clause."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.saying import said

CLAUSES = [
    (
        "Médecins Sans Frontières said it was closing. The charity added that its staff were tired.",
        ["Médecins Sans Frontières: it was closing", "Médecins Sans Frontières: its staff were tired"],
        "a charity",
    ),
    (
        "According to Ann Bell, who heads a local group, the soldiers came late.",
        ["Ann Bell: the soldiers came late"],
        "according to somebody who is described",
    ),
    (
        '"Our men did what they could," Ann Bell said by phone; the road, she added, had been cut.',
        ["Ann Bell “Our men did what they", "Ann Bell: the road had been cut"],
        "a semicolon ends what was said",
    ),
    (
        "Bob Rae, Canada's ambassador to the UN, who went there last month, said the police must lead.",
        ["Bob Rae: the police must lead"],
        "he, not those to whom he is sent",
    ),
    (
        "“Our support goes on,” said Ann Bell.\n\n“The police are proud of it.”\n– Commissioner Paul Brown",
        ["Ann Bell “Our support goes on", "Paul Brown “The police are proud of"],
        "the next quotation is signed by another",
    ),
    (
        "The court will hear the leader of Thirdway, Ekuru Aukot, who says "
        "the law allows only soldiers to go.",
        ["Ekuru Aukot: the law allows only soldiers"],
        "a relative clause reports",
    ),
    (
        "It took note of the briefing by Major General Paul Brown, who "
        "stated that 900 men were in the field.",
        ["Paul Brown: 900 men were in the"],
        "behind a preposition",
    ),
    (
        "Half should be paid soon, according to the treasurer, Ann Bell, "
        "who added that the rest would follow.",
        ["Ann Bell: Half should be paid soon", "Ann Bell: the rest would follow"],
        "behind according to",
    ),
    ("The man who said that the force would go was gone.", [], "who said it has no name"),
    (
        "Ruto said the force, which Kindiki said would go, would stay.",
        ["Ruto: the force, which Kindiki said"],
        "within",
    ),
    (
        "Ann Bell told a meeting of ministers held in Geneva on Friday that money was short.",
        ["Ann Bell: money was short"],
        "who was told is described at length",
    ),
    (
        "Ann Bell told a daily briefing that money was short.",
        ["Ann Bell: money was short"],
        "a briefing is no reporting verb",
    ),
    (
        "Money was short, Ann Bell told the first meeting of her Board of Trade "
        "on Friday, and the fund would close.",
        ["Ann Bell: Money was short"],
        "what follows is not what was told",
    ),
    (
        "Ann Bell told the summit in Geneva, of which Oman and Chad were hosts, of her fears.",
        [],
        "nor what is said of it by the way",
    ),
    (
        '"We go home," Ann Bell told reporters afterwards, adding that banks still refused to pay.',
        ["Ann Bell: banks still refused to pay"],
        "adding has a that of its own",
    ),
    ("Ann Bell retorted that boys were being sent.", ["Ann Bell: boys were being sent"], "retorted"),
    ("Chad has protested that it was not asked.", ["Chad: it was not asked"], "protested"),
    ("Ann Bell acknowledged the money was late.", ["Ann Bell: the money was late"], "without that"),
    ("Chad promises equipment against roadside bombs worth $9m.", [], "bombs are no verb here"),
    (
        "Ann Bell, Commissioner of the African Union for Political Affairs, "
        "Peace and Security, said money was short.",
        ["Ann Bell: money was short"],
        "an office with a list in it",
    ),
    (
        "Asks states to hasten; according to the Lake Chad Basin Commission, "
        "two million people cannot go home;",
        ["Lake Chad Basin Commission: two million people cannot go"],
        "the next point of a list",
    ),
    (
        "Ann Bell came. According to Ms. Bell, money was short again.",
        ["Ann Bell: money was short again"],
        "an abbreviated title",
    ),
    (
        '"We are trapped in here", according to Ann Bell.',
        ["Ann Bell “We are trapped in here"],
        "behind a British comma",
    ),
    ('"Who will pay for this?" Ann Bell asked.', ["Ann Bell “Who will pay for this?"], "a question"),
    (
        '"Who will pay for this?" Ann Bell asked reporters.',
        ["Ann Bell “Who will pay for this?"],
        "asked of whom",
    ),
    (
        '"Never again will we wait!" Ann Bell told parliament.',
        ["Ann Bell “Never again will we wait!"],
        "a cry",
    ),
    (
        '"Who will pay for this?" Kenya sent 400 officers.',
        ["? “Who will pay for this?"],
        "a sentence of its own",
    ),
    ('Ann Bell spoke of "a signal to all who play with fire".', [], "its verb is in a relative clause"),
    (
        'It would give the force "a muscle that it has never had", Ann Bell wrote.',
        ["Ann Bell: It would give the force"],
        "so the clause around it is reported",
    ),
    (
        'Ann Bell said "the men who came are tired".',
        ["Ann Bell “the men who came are"],
        "it has another verb",
    ),
]


@pytest.mark.parametrize(("text", "expected", "_why"), CLAUSES, ids=[c[2] for c in CLAUSES])
def test_clauses_that_report(text: str, expected: list[str], _why: str, read_article: ReadArticle) -> None:
    assert said(text, read_article) == expected
