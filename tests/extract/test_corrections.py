"""What an article takes back, and what it denies, is no record."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle

People = tuple[str | None, int | None, str]
MISSION = "The Kenya-led mission in Haiti has been short of men since it began. "


def people(text: str, read_article: ReadArticle) -> list[People]:
    found = read_article(MISSION + text, published="2024-07-18").deployments
    return [(d.contributor.name if d.contributor else None, d.count, d.status.value) for d in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what an earlier version said is taken back, however it is named
        ("A caption in the first version, which said that 600 Kenyans were in Haiti, was wrong.", []),
        ("An earlier version of this article said that 400 Kenyan police had arrived.", []),
        ("The original report incorrectly put the number of Jamaicans in Haiti at 240.", []),
        ("\n\nCorrection: We said on Monday that Benin had sent 2,000 soldiers.", []),
        ("\n\nClarification: The article stated that Kenya had sent 600 officers.", []),
        # what stands beside it counts
        (
            "Kenya has sent 400 police officers. A caption that said 600 was wrong.",
            [("Kenya", 400, "deployed")],
        ),
        # a report on somebody else's error is news
        ("Kenya has sent 400 police officers, the report said.", [("Kenya", 400, "deployed")]),
    ],
)
def test_disowned_figures(text: str, expected: list[People], read_article: ReadArticle) -> None:
    assert people(text, read_article) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya denied that it had pledged 500 police officers.", []),
        ("Kenya never sent the 200 officers.", []),
        ("Benin left without sending the 200 soldiers.", []),
        ("Benin refrained from sending 200 soldiers.", []),
        ("Benin ruled out sending 200 soldiers.", []),
        ("Chad dropped plans to send 300 soldiers.", []),
        ("Ireland cancelled plans to send another 340 troops in June.", []),
        ("Zambia withdrew its offer of 300 troops.", [("Zambia", 300, "withdrawn")]),
        ("Parliament rescinded Zambia's offer of 300 troops.", [("Zambia", 300, "withdrawn")]),
        ("Parliament did not rescind Zambia's offer of 300 troops.", [("Zambia", 300, "offered")]),
        # figures of several, or of another mission, are no one contributor's here
        ("Malawi and Tanzania have sent 2,100 soldiers between them.", [(None, 2100, "deployed")]),
        (
            "Malawi and Tanzania, which together contribute 2,100 soldiers, will stay.",
            [(None, 2100, "deployed")],
        ),
        (
            "Benin sent 12 officers together with eight soldiers.",
            [("Benin", 12, "deployed"), ("Benin", 8, "deployed")],
        ),
        ("Burundi, which had 3,000 soldiers in the previous mission, has sent none.", []),
        ("The attack brought the mission's dead to seven.", []),
        (
            "Kenya has 400 officers in the mission and Jamaica 24.",
            [("Kenya", 400, "deployed"), ("Jamaica", 24, "deployed")],
        ),
    ],
)
def test_denied_and_shared_figures(text: str, expected: list[People], read_article: ReadArticle) -> None:
    assert people(text, read_article) == expected


@pytest.mark.parametrize(
    "text",
    [
        "France abstained from paying its share of $50m to the mission.",
        "The US never paid the $20 million to the mission.",
        "Canada denied that it had pledged $80 million to the mission.",
        "An earlier version of this article said that Canada had pledged $80 million to the mission.",
    ],
)
def test_sums_that_nobody_gave(text: str, read_article: ReadArticle) -> None:
    assert read_article(MISSION + text, published="2024-07-18").pledges == ()


def test_a_fund_is_kept_in_dollars(read_article: ReadArticle) -> None:
    text = MISSION + "Sh2.7 billion ($21 million) has been paid into the UN fund for the mission."
    (pledge,) = read_article(text, published="2024-07-18").pledges
    assert pledge.amount is not None
    assert (pledge.amount.currency, [m.currency for m in pledge.equivalents]) == ("USD", ["KES"])
