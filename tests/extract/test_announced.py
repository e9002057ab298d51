"""When a gift was announced: the sentence's own date, else the day of the news where it is the news."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle

# Published on Friday 10 May 2024.
CONFERENCE = "Donors met in Brussels on Tuesday and pledged aid for Syria.\n\n"
MISSION = "The Kenya-led mission in Haiti began its work on Tuesday. It has a camp. It is quiet. Rain fell. "

DATES = [
    (CONFERENCE + "Norway will give NOK 20 million.", "2024-05-07", "the day of the conference"),
    (CONFERENCE + "Norway promised NOK 20 million in March.", "2024-03", "a date of its own"),
    (CONFERENCE + "Norway will give NOK 20 million this year.", "2024-05-07", "when it will be spent"),
    (CONFERENCE + "Norway has already promised NOK 20 million.", None, "it may be older"),
    (CONFERENCE + "Norway has paid NOK 20 million since 2022.", None, "a span of time"),
    (CONFERENCE + "The pledges:\n\nNorway: NOK 20 million\nQatar: a smile\n", "2024-05-07", "a list"),
    (CONFERENCE + "Norway transferred NOK 20 million in April.", "2024-04", "when it was paid"),
    (CONFERENCE + "Norway will pay NOK 20 million by June.", "2024-05-07", "a limit is no date of it"),
    (MISSION + "Norway pledged NOK 20 million.", None, "not the news"),
    (MISSION + "Norway pledged NOK 20 million on Monday.", "2024-05-06", "dated all the same"),
    (MISSION + "A pledge of NOK 20 million from Norway, made on 25 April, is the only one.",
     "2024-04-25", "a noun, and the date behind its sum"),
    (MISSION + "A payment by Norway of NOK 20 million into its fund was received on 30 April.",
     "2024-04-30", "received"),
    (MISSION + "A grant of NOK 20 million from Norway until 2025 pays for fuel.", None, "a limit"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "on"), [(text, on) for text, on, _ in DATES])
def test_when_it_was_announced(text: str, on: str | None, read_article: ReadArticle) -> None:
    (claim,) = (c for c in read_article(text).pledges if c.donor is not None and c.donor.name == "Norway")
    assert (claim.announced_on.iso() if claim.announced_on else None) == on


def test_without_a_publication_date_nothing_is_the_news(read_article: ReadArticle) -> None:
    (claim,) = read_article(CONFERENCE + "Norway will give NOK 20 million.", published=None).pledges
    assert claim.announced_on is None
