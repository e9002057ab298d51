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


def corrected(text: str, read_article: ReadArticle) -> list[tuple[str | None, int, int]]:
    """Return who gives or sends, the figure, and the one that was taken back for it, where one was."""
    body = MISSION + text
    found = read_article(body, published="2024-07-18")
    actors = [
        *((d.contributor, d.count, d.corrected_from, d) for d in found.deployments),
        *((p.donor, p.amount and p.amount.amount, p.corrected_from, p) for p in found.pledges),
    ]
    for _, _, wrong, claim in actors:
        spans = [each.span.text(body) for each in claim.fields if each.field == "corrected_from"]
        assert (wrong is not None) == (len(spans) == 1)
        assert wrong is None or str(int(wrong)).rstrip("0") in spans[0]
    return [
        (actor.name if actor else None, int(figure or 0), int(wrong))
        for actor, figure, wrong, _ in actors
        if wrong is not None
    ]


KENYA = "Kenya has sent 200 police officers to Haiti."
UNITED_STATES = "The United States will give $200 million to the mission."
CANADA = "Canada will give C$60 million to the mission."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the right figure behind a semicolon or in the next sentence
        (
            f"{KENYA}\n\nAn earlier version of this article said that 400 Kenyan police had arrived; "
            "it is 200.",
            ("Kenya", 200, 400),
        ),
        (
            f"{CANADA}\n\nAn earlier version of this story said Canada had pledged C$80 million to the "
            "mission. The correct figure is C$60 million.",
            ("Canada", 60_000_000, 80_000_000),
        ),
        (
            "Jamaica has sent 24 soldiers to Haiti.\n\nThe original report incorrectly put the number of "
            "Jamaicans in Haiti at 240; the correct figure is 24.",
            ("Jamaica", 24, 240),
        ),
        # "not", before and behind
        (
            "\n\nCORRECTION: Kenya has sent not 400 but 200 police officers to Haiti.",
            ("Kenya", 200, 400),
        ),
        (
            f"{UNITED_STATES}\n\nThis story has been amended: the figure is $200m, not $240m.",
            ("United States", 200_000_000, 240_000_000),
        ),
        (
            "\n\nCorrection: the United States has pledged $200 million, not $240 million, to the mission.",
            ("United States", 200_000_000, 240_000_000),
        ),
        (
            f"{KENYA}\n\nCorrection: An earlier version of this article misstated the number of Kenyan "
            "officers who arrived in Haiti. It was 200, not 400.",
            ("Kenya", 200, 400),
        ),
        (
            f"{KENYA}\n\nThis article was corrected on July 18 to say that 200 officers, not 400, had "
            "arrived.",
            ("Kenya", 200, 400),
        ),
        (
            f"{KENYA}\n\nUpdate: this story has been updated to reflect that 24 Jamaicans, not 240, landed.",
            ("Jamaica", 24, 240),
        ),
        # "instead of", "rather than"
        (
            "\n\nCorrection: Canada has pledged C$60 million instead of C$80 million to the mission.",
            ("Canada", 60_000_000, 80_000_000),
        ),
        (
            "Canada will give C$60 million to the mission, rather than the C$80 million stated in an earlier "
            "version of this article.",
            ("Canada", 60_000_000, 80_000_000),
        ),
        # from the one to the other
        (
            f"{CANADA}\n\nThis article was amended on 18 July 2024 to change the figure from C$80 million to "
            "C$60 million.",
            ("Canada", 60_000_000, 80_000_000),
        ),
        (f"{KENYA} (Corrects number of officers in first paragraph to 200 from 400)", ("Kenya", 200, 400)),
        # the text was put right, the note names the error alone
        ("Kenya has sent 400 police officers. A caption that said 600 was wrong.", ("Kenya", 400, 600)),
        (
            f"{UNITED_STATES}\n\nThis article originally stated that the US would give $240 million to the "
            "mission. It has been updated.",
            ("United States", 200_000_000, 240_000_000),
        ),
        # the note alone tells of it
        (
            "\n\nAn earlier version of this article said that Kenya had sent 400 police officers; it was "
            "200.",
            ("Kenya", 200, 400),
        ),
        (
            "\n\nCorrection: In an earlier version we said that Canada had pledged C$80 million to the "
            "mission. The sum is C$60 million.",
            ("Canada", 60_000_000, 80_000_000),
        ),
        # a heading of its own
        (f"{KENYA}\n\nCorrection\n\nThe number of officers was 200, not 400.", ("Kenya", 200, 400)),
        # nobody is named: it is the leading state's
        (
            f"Jamaica will send 200 soldiers. {KENYA}\n\nCorrection: It was 200, not 400.",
            ("Kenya", 200, 400),
        ),
    ],
)
def test_what_an_article_puts_right(
    text: str, expected: tuple[str | None, int, int], read_article: ReadArticle
) -> None:
    assert corrected(text, read_article) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        # a denial, and somebody else's correction, are news
        "Kenya has sent 200 police officers to Haiti, not 400 as planned.",
        "Kenya has sent 200 police officers to Haiti. The ministry raised the figure from 100 to 200.",
        "The United States will give $200 million to the mission, and not only $20 million.",
        # the right figure is another's, or nobody knows whose
        f"Belize has sent 12 soldiers. {KENYA}\n\nCorrection: Jamaica has 12 helicopters, not 24.",
        "Kenya has sent 200 police officers and Jamaica 24 soldiers.\n\nA caption that said 600 was wrong.",
        # not the same sort of figure
        f"{UNITED_STATES}\n\nCorrection: An earlier version said that the mission had 2,500 officers.",
        f"{KENYA}\n\nCorrection: An earlier version said that they had come on July 16. It was July 17.",
    ],
)
def test_what_is_not_put_right(text: str, read_article: ReadArticle) -> None:
    assert corrected(text, read_article) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya has sent 200 police officers to Haiti, not 400 as planned.", [("Kenya", 200, "deployed")]),
        ("Kenya has sent not 400 but 200 police officers to Haiti.", [("Kenya", 200, "deployed")]),
    ],
)
def test_denied_figures_are_no_records(text: str, expected: list[People], read_article: ReadArticle) -> None:
    assert people(text, read_article) == expected


def test_a_correction_gives_the_day_with_the_figure(read_article: ReadArticle) -> None:
    text = MISSION + (
        "A second group of 200 Kenyan officers landed on Tuesday, three weeks after the first 200 or so.\n\n"
        "Correction: In our report of June 26 we gave the size of the first contingent as 400. About 200 of "
        "them flew to Haiti on June 25."
    )
    found = read_article(text, published="2024-07-18").deployments
    (right,) = [each for each in found if each.corrected_from is not None]
    assert (right.count, right.corrected_from, right.date and right.date.iso()) == (200, 400, "2024-06-25")


def test_a_fund_is_kept_in_dollars(read_article: ReadArticle) -> None:
    text = MISSION + "Sh2.7 billion ($21 million) has been paid into the UN fund for the mission."
    (pledge,) = read_article(text, published="2024-07-18").pledges
    assert pledge.amount is not None
    assert (pledge.amount.currency, [m.currency for m in pledge.equivalents]) == ("USD", ["KES"])
