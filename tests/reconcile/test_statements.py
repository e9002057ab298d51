"""When claims tell of the same words."""

from __future__ import annotations

import pytest

from tests.reconcile.telling import Source, told

RUTO = "William Ruto"
WHOLE = "The people of Haiti cannot wait much longer, and we shall not let them wait"
SHORT = "We shall not let them wait"

CASES: dict[str, tuple[list[tuple[str | None, str]], int]] = {
    "word for word": ([(RUTO, WHOLE), (RUTO, WHOLE)], 1),
    "other quotation marks, case and stops": ([(RUTO, WHOLE), (RUTO, WHOLE.replace(",", " -").upper())], 1),
    "quoted in part": ([(RUTO, WHOLE), (RUTO, "we shall not let them wait")], 1),
    "with an ellipsis": ([(RUTO, WHOLE), (RUTO, "The people of Haiti … shall not let them wait")], 1),
    "the ellipsis the other way round is no part": (
        [(RUTO, WHOLE), (RUTO, "let them wait … The people of Haiti")],
        2,
    ),
    "under four words is no part": ([(RUTO, WHOLE), (RUTO, "let them wait")], 2),
    "another speaker": ([(RUTO, SHORT), ("Ariel Henry", SHORT)], 2),
    "another speaker of eight words or more: one statement, in dispute": (
        [(RUTO, WHOLE), ("Ariel Henry", WHOLE), (None, WHOLE)],
        1,
    ),
    "the speaker's surname": ([(RUTO, WHOLE), ("Ruto", WHOLE)], 1),
    "a speaker who is not named": ([(RUTO, WHOLE), (None, WHOLE)], 1),
    "not named where two said it": ([(RUTO, SHORT), ("Ariel Henry", SHORT), (None, SHORT)], 2),
    "other words": ([(RUTO, WHOLE), (RUTO, "The people of Haiti can wait a little")], 2),
}


@pytest.mark.parametrize("case", CASES)
def test_same_or_another(case: str) -> None:
    said, expected = CASES[case]
    sources = [Source(f"2024-01-{day:02}").says(*each) for day, each in enumerate(said, start=1)]
    assert len(told(*sources).statements) == expected


def test_the_fullest_form_is_shown_word_for_word_where_any_is() -> None:
    (statement,) = told(
        Source("2024-01-01").says(RUTO, "we shall not let them wait"),
        Source("2024-01-02").says(RUTO, WHOLE.lower(), direct=False),
        Source("2024-01-03").says("Ruto", WHOLE),
    ).statements
    assert (statement.speaker, statement.direct, statement.content) == (RUTO, True, WHOLE)
    assert statement.starts == "The people of Haiti cannot"
    assert statement.source_count == 3
