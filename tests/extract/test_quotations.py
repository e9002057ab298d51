"""Where quotations begin and end, with every kind of mark."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extract.paragraphs import paragraphs
from tracker.extract.quotations import Quotation, quotations


def found(text: str) -> list[Quotation]:
    return [q for paragraph in paragraphs(text) for q in quotations(text, paragraph)]


QUOTED = [
    ('He said "we go".', ["we go"], "straight"),
    ("He said “we go”.", ["we go"], "curly"),
    ("He said ‘we go’.", ["we go"], "single"),
    ("He said 'we go'.", ["we go"], "single and straight"),
    ("He said „we go”.", ["we go"], "low"),
    ("He said « we go ».", [], "a space behind the mark opens nothing"),
    ("He said «we go».", ["we go"], "guillemets"),
    ("'We don't go and won't stay,' he said.", ["We don't go and won't stay,"], "apostrophes"),
    (
        "‘We don’t have the officers’ houses,’ he said.",
        ["We don’t have the officers’ houses,"],
        "a plural owner",
    ),
    ("The officers' houses and the men's tents", [], "owners only"),
    ("The officers’ houses and the men’s tents", [], "curly owners"),
    ("In the '90s and the '80s", [], "decades"),
    ("“He called it ‘a big mess’ and left,” she said.", ["He called it ‘a big mess’ and left,"], "nested"),
    (
        "‘He called it “a big mess” and left,’ she said.",
        ["He called it “a big mess” and left,"],
        "the other way",
    ),
    ('"Go," he said. "Now."', ["Go,", "Now."], "two"),
    ('He (the "boss") left.', ["boss"], "in brackets"),
    ('The 6" pipe and the 5" pipe', [], "inches"),
    ('"We go', [], "short and never closed"),
    ('“We go," he said.', ["We go,"], "curly opens and straight closes"),
]


@pytest.mark.parametrize(("text", "expected", "_why"), QUOTED, ids=[c[2] for c in QUOTED])
def test_quoted_words(text: str, expected: list[str], _why: str) -> None:
    assert [q.inner.text(text) for q in found(text)] == expected


def test_a_quotation_that_runs_over_paragraphs_stays_open() -> None:
    text = "“We came to help the people of Haiti.\n\n“We will stay,” he said."
    first, second = found(text)
    assert not first.closed
    assert first.inner.text(text) == "We came to help the people of Haiti."
    assert second.closed


@given(st.text(alphabet="ab'’‘\"“”«» ,.\n", max_size=60))
def test_quotations_never_overlap(text: str) -> None:
    spans = [q.outer for q in found(text)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(q.outer.start < q.inner.start <= q.inner.end <= q.outer.end for q in found(text))
