"""Milestones of whole articles: their days, their missions, the words that say them."""

from __future__ import annotations

from tests.extract.conftest import ReadArticle
from tests.extract.stepping import OPENINGS, told


def test_openings_take_no_step(read_article: ReadArticle) -> None:
    taken = {name: read_article(text).milestones for name, text in OPENINGS.items()}
    assert not {name for name, milestones in taken.items() if milestones}


def test_news_takes_the_day_of_its_announcement(read_article: ReadArticle) -> None:
    found = read_article(
        "Kenya has paused the deployment of police to the Kenya-led mission in Haiti.\n\n"
        "The decision was announced on Tuesday."
    )
    assert [told(m) for m in found.milestones] == ["paused 2024-05-07 Kenya"]


def test_timeline_entry_takes_its_label(read_article: ReadArticle) -> None:
    found = read_article(
        "The Kenya-led mission in Haiti, step by step\n\n"
        "October 2022: Haiti asks for help\n\nOctober 2023: the UN Security Council authorises the mission"
    )
    assert [told(m) for m in found.milestones] == [
        "requested 2022-10 Haiti",
        "authorized 2023-10 UN Security Council",
    ]


def test_a_resolution_decides_on_the_day_that_it_names(read_article: ReadArticle) -> None:
    found = read_article(
        "The Security Council, at its meeting on UNFICYP held today,\n\n"
        "1. Decides to extend the mandate of UNFICYP until 31 January 2025;\n\n"
        "2. Decides to remain seized of the matter."
    )
    assert [told(m) for m in found.milestones] == ["extended 2024-05-10 UN Security Council until 2025-01-31"]


def test_another_missions_steps_stay_out(read_article: ReadArticle) -> None:
    found = read_article(
        "SAMIDRC, the SADC mission in eastern Congo, is short of men. SAMIDRC lost 14 soldiers. "
        "The Security Council extended the mandate of MONUSCO on 20 December 2023."
    )
    assert not found.milestones


def test_span_and_fields_are_the_words_that_say_it(read_article: ReadArticle) -> None:
    text = "The Kenya-led mission in Haiti is late. The Security Council authorised it on 2 October 2023."
    (claim,) = read_article(text).milestones
    fields = {f.field: text[f.span.start : f.span.end] for f in claim.fields}
    assert text[claim.span.start : claim.span.end] == "The Security Council authorised it on 2 October 2023."
    assert fields == {"kind": "authorised", "date": "2 October 2023", "by": "Security Council"}
