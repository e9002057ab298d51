"""Where sentences end, and which quoted words are sentences of their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extract.paragraphs import paragraphs
from tracker.extract.sentences import QUOTE, sentences


def outer(text: str) -> list[str]:
    """Return the sentences of ``text``, those inside quotations left out."""
    return [s.span.text(text) for s in sentences(text) if s.inside is None]


# One bar stands where a sentence ends.
ENDS = [
    ("The U.S. sent 10 trucks.| The U.N. will pay.", "points within initials"),
    ("He met officials from the U.S.| The talks went well.", "initials that end a sentence too"),
    ("The U.S. Security Council team arrived.", "an opener that goes on with the initials"),
    ("She lives in Washington, D.C.| Her brother leads the force.", "a capital's initials"),
    ("Police car No. 5 was hit.| Nobody died.", "a number"),
    ("The answer was no.| The force left.", "the word no"),
    ("Gen. Smith led 400 men.| Col. Jean Pierre followed.", "ranks"),
    ("Lt. Gen. Charles Kahariri said no.", "two ranks"),
    ("Mr. Ruto met Ms. Dupuy.| Dr. Chang came.", "titles"),
    ("Prof. A. B. Smith wrote it.| He left.", "initials of a person"),
    ("J.D. Vance came.| J. Edgar Hoover left.", "initials that open a sentence"),
    ("Ruto, Jr. said no.", "junior"),
    ("St. Vincent and St. Lucia will send men.", "saints"),
    ("It landed at 10 a.m. on Monday.", "a time"),
    ("It landed at 10 a.m.| Officers cheered.", "a time that ends a sentence"),
    ("The plane landed at 10.30.| Officers got out.", "a time with a point"),
    ("It cost $1.5 million.| That is much.", "a decimal point"),
    ("Sept. 5 was the date.| On Oct. 2, 2023, they met.", "months"),
    ("He left Haiti in Jan.| The rest stayed.", "a month that ends a sentence"),
    ("UN Res. 2699 was adopted.| It binds.", "a resolution"),
    ("See p. 5 of the report.| It is long.", "a page"),
    ("Kenya vs. Haiti was played.| They won.", "versus"),
    ("The firm, Acme Inc., won.| Acme Inc. won again.", "a company"),
    ("He said ... nothing.| Then he left.", "three points"),
    ("He said… nothing.| Then he left.", "an ellipsis"),
    ("Is it over?| Yes!| It is.", "questions and exclamations"),
    ("The court (in Nairobi) ruled.| (The judge left.)| The case is over.", "brackets"),
    ('He called it "a disaster."| The force agreed.', "a mark within the quotation marks"),
    ('He called it "a disaster".| The force agreed.', "and one behind them"),
    ('"Who will pay for it?" he asked.', "a question within a sentence"),
    ('"We will go home now."| The men left.| "We want to stay."', "quotations that are sentences"),
    ("The vote was 13-0.| China abstained.", "a score"),
    ("He spoke to the agency.|He left.", "a missing space"),
]


@pytest.mark.parametrize(("marked", "_why"), ENDS, ids=[c[1] for c in ENDS])
def test_sentences_end(marked: str, _why: str) -> None:
    parts = marked.split("|")
    found = outer("".join(parts))
    assert found == [part.strip() for part in parts]


def test_a_quoted_clause_is_one_token_and_a_sentence_of_its_own() -> None:
    text = 'Ruto said: "We will stay. We will win." He left.'
    whole, first, second, last = sentences(text)
    assert [t.norm for t in whole.tokens] == ["ruto", "said", ":", QUOTE]
    assert whole.quotes[3].inner.text(text) == "We will stay. We will win."
    assert (first.span.text(text), second.span.text(text)) == ("We will stay.", "We will win.")
    assert first.inside is second.inside is whole.quotes[3]
    assert last.span.text(text) == "He left."


CLAUSES = [
    ("We will stay here", True, "a pronoun and a verb"),
    ("The force needs helicopters", True, "a third person"),
    ("Gangs control the whole city", True, "a plural present"),
    ("Send the police home now", True, "an imperative"),
    ("That’s not our job here", True, "a contraction"),
    ("We will stay", False, "under four words"),
    ("the worst day of my life", False, "no verb"),
    ("needs helicopters and money now", False, "a predicate without its subject"),
    ("a big and growing threat", False, "a participle is no verb"),
    ("Operation Restore Hope for Haiti", False, "a name"),
]


@pytest.mark.parametrize(("quoted", "is_clause", "_why"), CLAUSES, ids=[c[2] for c in CLAUSES])
def test_only_clauses_are_sentences(quoted: str, is_clause: bool, _why: str) -> None:
    assert bool(sentences(f"Ruto said “{quoted}” to them.")[0].quotes) is is_clause


PARTED = [
    ('"No," he said. "We will not leave."', ["No,", "We will not leave."], "short first"),
    ('"We will not leave," he said, "not now."', ["We will not leave,", "not now."], "short last"),
    ('"We stay," he said. "We must."', ["We stay,", "We must."], "both short, a clause together"),
    (
        'A "big push," he said, is near. "We will not leave."',
        ["We will not leave."],
        "a scare quote is no part",
    ),
    (
        '"No," the sign read in red letters. He saw it. "We will not leave."',
        ["We will not leave."],
        "a sentence between",
    ),
]


@pytest.mark.parametrize(("text", "quoted", "_why"), PARTED, ids=[c[2] for c in PARTED])
def test_parts_of_a_divided_quotation(text: str, quoted: list[str], _why: str) -> None:
    found = [q.inner.text(text) for s in sentences(text) for q in s.quotes.values()]
    assert found == quoted


def test_paragraphs() -> None:
    text = "First line.\n\n• A point\n2. Another\n14:05 A live entry\nKenya | 400 | police\n"
    found = [(p.span.text(text), p.bullet, p.timed, p.table) for p in paragraphs(text)]
    assert found == [
        ("First line.", False, False, False),
        ("A point", True, False, False),
        ("Another", True, False, False),
        ("A live entry", False, True, False),
        ("Kenya | 400 | police", False, False, True),
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    line = "Kenya will send one thousand police officers to Haiti to help its force"
    text = f"{line}\n{line}\n{line}\n{line}\n{line}\nand leave.\n\nThe end."
    assert [p.span.text(text)[-10:] for p in paragraphs(text)] == ["and leave.", "The end."]


PIECES = [
    "U.S.",
    "No. 5",
    "Gen. ",
    "Ruto",
    "said",
    "“",
    "”",
    '"',
    "'",
    "’",
    ". ",
    "? ",
    "…",
    "\n\n",
    "(",
    ")",
    "a.m.",
    " ",
]


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=30).map("".join)))
def test_no_word_is_lost_or_read_twice(text: str) -> None:
    found = [s for s in sentences(text) if s.inside is None]
    tokens = [t for s in found for t in s.tokens]
    assert [t.start for t in tokens] == sorted({t.start for t in tokens})
    assert all(text[t.start : t.end] == t.text for t in tokens)
    covered = {i for t in tokens for i in range(t.start, t.end)}
    marks = {i for p in paragraphs(text) for i in range(p.span.start, p.span.end) if text[i].isalnum()}
    assert marks <= covered
