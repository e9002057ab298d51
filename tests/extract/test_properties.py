"""What holds for every text: nothing raises, every span lies in the body, and twice the same is the same."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from tests.extract.conftest import article
from tracker.claims import Extraction, Span
from tracker.export.records import record
from tracker.extract import extract
from tracker.knowledge import Knowledge
from tracker.seeds import load_knowledge

CORPUS = Path(__file__).parents[1] / "corpus"
ARTICLES = [
    path.read_text("utf-8") for part in ("shared", "dev") for path in sorted((CORPUS / part).glob("*.txt"))
]
KNOWLEDGE: Knowledge = load_knowledge()

# What the rules look for, to be strewn in anywhere.
BITS = st.sampled_from(
    [
        *(
            "$100 million",
            "€20m (US$",
            "Sh36.6bn",
            "400 police officers",
            "between 850 and 1,100 men",
            "a further",
        ),
        *("“", "”", '"', "‘", "’", "(", ")", "—", "•", "\n", "\n\n", ": ", ", ", ". "),
        *(
            "on Friday",
            "until 2 October 2025",
            "that month",
            "May ",
            "in 2023",
            "five days later",
            "the next day",
        ),
        *(
            "The Security Council",
            "Kenya-led",
            "MINUSMA",
            "the mission",
            "he said",
            "which",
            "to ",
            "'s",
            "not ",
        ),
        *("authorised", "will send", "pledged", "| --- |", "PRESENTER: ", "10.15 ", "\u00a0", "\u2028", "🙂"),
    ]
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Return a stretch of an article, with pieces cut out, doubled and strewn in."""
    text = draw(st.sampled_from(ARTICLES))
    start = draw(st.integers(0, len(text)))
    text = text[start : start + draw(st.integers(0, 1500))]
    for _ in range(draw(st.integers(0, 6))):
        at, length = draw(st.integers(0, len(text))), draw(st.integers(0, 40))
        piece = text[at : at + length]
        text = text[:at] + draw(st.one_of(BITS, st.just(""), st.just(piece * 2))) + text[at + length :]
    return text


ANY_TEXT = st.one_of(mutated(), st.text(max_size=300), st.lists(BITS, max_size=40).map("".join))


def spans(value: Any) -> Iterator[Span]:
    """Yield every span in an extraction, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from spans(getattr(value, field.name))


# Characters that are not seen, turn the line around or end it in some systems only.
UNSEEN = st.sampled_from(
    [
        *("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"),
        *("\u200e", "\u200f", "\u202a", "\u202b", "\u202e", "\u2066", "\u2069", "\u061c"),
        *("\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\t", "\ufffd", "\x1b"),
    ]
)


@st.composite
def strewn(draw: st.DrawFn) -> str:
    """Return a mutated stretch of an article with unseen characters strewn in."""
    text = draw(mutated())
    for _ in range(draw(st.integers(1, 12))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(UNSEEN) * draw(st.integers(1, 3)) + text[at:]
    return text


def read(text: str, published: str | None = "2024-05-10") -> Extraction:
    return extract(article(text, published), KNOWLEDGE)


@given(ANY_TEXT, st.sampled_from([None, "2024-05-10", "1999-10-28"]))
def test_any_text_is_read_and_every_span_lies_in_it(text: str, published: str | None) -> None:
    found = read(text, published)
    assert all(0 <= span.start < span.end <= len(text) for span in spans(found))


@pytest.mark.parametrize("share", range(4))
def test_ten_thousand_mutated_articles_are_read(share: int) -> None:
    """In four shares, so that processors can share them; every quotation is the words of the body."""

    @seed(share)
    @settings(max_examples=2_500, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.one_of(mutated(), strewn()))
    def run(text: str) -> None:
        document = article(text)
        found = extract(document, KNOWLEDGE)
        assert all(0 <= span.start < span.end <= len(text) for span in spans(found))
        for records in record(document, found).values():
            for each in records if isinstance(records, list) else ():
                if isinstance(each, dict) and "quote" in each:
                    assert text[each["start"] : each["end"]] == each["quote"]

    run()


@given(ANY_TEXT)
def test_the_same_text_gives_the_same_records(text: str) -> None:
    assert read(text) == read(text)


@given(mutated())
def test_records_belong_to_a_mission_that_is_named(text: str) -> None:
    found = read(text)
    slugs = {m.slug for m in (found.mission, *found.other_missions) if m is not None}
    claims = (*found.pledges, *found.deployments, *found.milestones)
    assert {claim.mission for claim in claims} - {None} <= slugs


@given(mutated())
def test_milestones_and_phase_are_the_articles_own(text: str) -> None:
    found = read(text)
    own = found.mission.slug if found.mission else None
    assert {m.mission for m in found.milestones} <= {own}
    assert found.phase is None or found.phase.mission == own
    assert own is not None or not (found.deployments or found.milestones or found.phase)
