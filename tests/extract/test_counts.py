"""Numbers that count people and things, and the many that do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.claims import Span
from tracker.extract.counts import CountMention, find_counts
from tracker.extract.money import find_money
from tracker.vocab import Qualifier


def printed(mention: CountMention) -> str:
    """Return a count as ``value[..max] [qualifier] [further] [strong]``."""
    parts = [str(mention.value) if mention.value_max is None else f"{mention.value}..{mention.value_max}"]
    parts += [mention.qualifier.value] if mention.qualifier is not Qualifier.EXACT else []
    parts += ["further"] if mention.further else []
    parts += ["strong"] if mention.strong else []
    return " ".join(parts)


COUNTS = [
    ("1,000 police officers", "1000", "grouped by a comma"),
    ("1 000 police officers", "1000", "grouped by a space"),
    ("1\u00a0000 officers", "1000", "grouped by a no-break space"),
    ("1000 police officers", "1000", "not grouped"),
    ("12,944 soldiers", "12944", "five figures"),
    ("eight soldiers", "8", "a word"),
    ("Twenty-four Jamaicans", "24", "a hyphenated word that opens the sentence"),
    ("twenty four Jamaicans", "24", "without the hyphen"),
    ("two thousand soldiers", "2000", "words with a scale"),
    ("fifteen hundred personnel", "1500", "hundreds beyond ten"),
    ("a thousand police", "1000", "an article for one"),
    ("a hundred officers", "100", "an article for one"),
    ("one hundred and fifty men", "150", "and inside a number"),
    ("two hundred fifty thousand people", "250000", "without and"),
    ("three hundred and twenty-one men", "321", "all parts"),
    ("two dozen soldiers", "24", "dozen"),
    ("a dozen constables", "12", "a dozen"),
    ("half a million people", "500000", "half of a scale"),
    ("1.2 million people", "1200000", "a decimal that its scale makes whole"),
    ("three million people", "3000000", "a word and a scale"),
    ("2m people", "2000000", "a letter for million"),
    ("SOME 2,500 police officers", "2500 about", "capitals at the head of a report"),
    ("1,500–2,000 soldiers", "1500..2000", "a range with a dash"),
    ("1,500-2,000 soldiers", "1500..2000", "a range with a hyphen"),
    ("between 200 and 300 officers", "200..300", "a range with between"),
    ("4 to 6 helicopters", "4..6", "a range with to"),
    ("four or five warships", "4..5", "a range with or"),
    ("2 to 3 million people", "2000000..3000000", "the scale belongs to both ends"),
    ("about 200 to 300 officers", "200..300 about", "a qualified range"),
    ("a 150-strong contingent", "150 strong", "an adjective of strength"),
    ("a 1,000-member force", "1000 strong", "an adjective of members"),
    ("a 150-man unit", "150 strong", "an adjective of men"),
    ("some 400 Kenyan police", "400 about", "some"),
    ("nearly 5,000 people", "5000 about", "nearly"),
    ("roughly 400 officers", "400 about", "roughly"),
    ("around 400 officers", "400 about", "around"),
    ("almost 400 officers", "400 about", "almost"),
    ("close to 400 officers", "400 about", "two words"),
    ("an estimated 400 officers", "400 about", "estimated"),
    ("just under 400 officers", "400 about", "just under is nearly"),
    ("200 or so officers", "200 about", "or so behind"),
    ("200-odd officers", "200 about", "odd behind"),
    ("more than 3,100 people", "3100 at-least", "more than"),
    ("over 3,100 people", "3100 at-least", "over"),
    ("well over 3,100 people", "3100 at-least", "well over"),
    ("at least 37 people", "37 at-least", "at least"),
    ("no fewer than 37 people", "37 at-least", "a double negative"),
    ("1,000 or more officers", "1000 at-least", "or more behind"),
    ("up to 5,550 members", "5550 up-to", "up to"),
    ("as many as 2,000 soldiers", "2000 up-to", "as many as"),
    ("no more than 500 troops", "500 up-to", "no more than"),
    ("fewer than 13,000 officers", "13000 up-to", "fewer than"),
    ("another 144 Kenyan police", "144 further", "another"),
    ("a further 15,000 recruits", "15000 further", "a further"),
    ("an additional 600 officers", "600 further", "additional"),
    ("600 more police", "600 further", "more behind"),
    ("3,000 more that December", "3000 further", "more behind, no noun"),
    ("3,000 more than in the year before", "3000", "a comparison adds nothing"),
    ("up to another 200 officers", "200 up-to further", "both"),
    ("about 2000 soldiers", "2000 about", "a qualifier makes it no year"),
    ("sends 2000 soldiers", "2000", "a round number before people is no year"),
    ("killed 1934 people", "1934", "nor is any number after a verb and before people"),
    ("one soldier", "1", "one before a noun"),
    ("the two countries", "2", "small words are left to the caller"),
    ("the contingent numbers 400, he said", "400", "numbers as a verb"),
    ("about 900 strong, against", "900 about", "strong apart is no adjective before a noun"),
]


@pytest.mark.parametrize(("text", "expected", "why"), COUNTS, ids=[case[0] for case in COUNTS])
def test_counts(text: str, expected: str, why: str) -> None:
    assert [printed(mention) for mention in find_counts(f"It has {text}.")] == [expected], why


SEVERAL = [
    ("from 1500 to 3000 officers", ["1500", "3000"], "a rise is no range"),
    ("170 soldiers and 30 police officers", ["170", "30"], "two kinds"),
    ("1,040 of its 12,944 soldiers", ["1040", "12944"], "a part and its whole"),
    ("one hundred and two hundred men", ["100", "200"], "and between two numbers"),
    ("in June 10 officers left", ["10"], "in goes with the month alone"),
    ("on June 25 400 officers left", ["400"], "a day is not part of the number behind it"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SEVERAL, ids=[case[0] for case in SEVERAL])
def test_several_counts(text: str, expected: list[str], why: str) -> None:
    assert [printed(mention) for mention in find_counts(text)] == expected, why


NOT_COUNTS = [
    ("went home in 2017 after a while", "a year"),
    ("the 2024 elections", "a year before a noun"),
    ("Resolution 2699 (2023)", "the number of a resolution and its year"),
    ("2023 was a hard year", "a year that opens a sentence"),
    ("from 2003 to 2017", "two years"),
    ("the 2020-2023 plan", "a range of years"),
    ("since mid-2025", "a year behind mid"),
    ("October 2023 elections", "a year behind its month"),
    ("on 2 October", "a day before its month"),
    ("on October 2, 2023", "a day and a year behind the month"),
    ("on Sept. 12", "a day behind an abbreviated month"),
    ("came on 18 January. They", "a month that ends the sentence"),
    ("2023-10-02", "an ISO date"),
    ("02/10/2023", "a date with strokes"),
    ("the 3rd of July", "an ordinal in figures"),
    ("twenty-first", "an ordinal in words"),
    ("at 8 a.m.", "a clock time"),
    ("at 10:30", "a clock time with a colon"),
    ("09.10 Good morning", "the stamp of a live report"),
    ("at 5pm", "a clock time, glued"),
    ("80 per cent", "a share"),
    ("40% of the capital", "a share with a sign"),
    ("40 percent of the capital", "a share, American"),
    ("two thirds of members", "a fraction"),
    ("two-thirds of members", "a fraction with a hyphen"),
    ("$100 million", "money"),
    ("€850", "money with another sign"),
    ("a 90-day halt", "a duration"),
    ("a three-month pause", "a duration in words"),
    ("a 23-year-old instructor", "an age with hyphens"),
    ("Roseline Desir, 34, who left", "an age in commas"),
    ("Guerline Charles, 41.", "an age that ends the sentence"),
    ("Desir (34) left", "an age in brackets"),
    ("Huda al-Masri, 38, who left", "an age behind a name whose last part begins small"),
    ("aged 34", "an age"),
    ("until at least 2027", "a qualified year"),
    ("a Category 4 storm", "a label"),
    ("at nine o’clock", "a clock time in words"),
    ("ten past five", "a clock time in words"),
    ("15.00 Reports from the capital", "a stamp on the hour"),
    ("34 years old", "an age in years"),
    ("for 20 months", "a duration"),
    ("by 12-0", "a score"),
    ("by 13 votes to none", "votes"),
    ("with 2 abstentions", "votes held back"),
    ("dozens of officers", "a vague word"),
    ("several hundred officers", "a vague number"),
    ("a few thousand officers", "a vague number"),
    ("hundreds of thousands of people", "vague words"),
    ("No. 5", "a label"),
    ("Article 7", "a label"),
    ("Section 4 of the act", "a label"),
    ("the G9 gangs", "figures glued to a letter"),
    ("the F-16 jets", "figures behind a letter and a hyphen"),
    ("the A320", "a model"),
    ("1. What was decided", "a numbered heading"),
    ("no one knew", "a pronoun"),
    ("one of the officers", "a pronoun before of"),
    ("one is enough", "a pronoun before a verb"),
    ("the last one left", "a pronoun behind an adjective"),
    ("10 km away", "a measure"),
    ("three miles north", "a measure in words"),
    ("2.5 helicopters", "not whole"),
    ("1990s", "a decade"),
    ("3.5.2024", "a date with points"),
    ("call 24/7", "a phrase with a stroke"),
    ("the #5 seed", "a rank"),
    ("it is 6,000,000,000,000 strong", "more than an integer column holds"),
    ("ten minutes past eight", "a clock time in words"),
]


@pytest.mark.parametrize(("text", "why"), NOT_COUNTS, ids=[case[0] for case in NOT_COUNTS])
def test_no_count(text: str, why: str) -> None:
    assert find_counts(text) == [], why


def test_numbers_inside_taken_spans_are_left_out() -> None:
    text = "It gave $5 million and 200 officers, then 10 million euros."
    taken = [mention.span for mention in find_money(text)]
    assert [mention.value for mention in find_counts(text, taken)] == [200]
    assert find_counts(text, [Span(0, len(text))]) == []


def test_span_holds_the_words_around_and_core_the_number() -> None:
    text = "It sent at least another 200 or so officers and between 20 and 30 medics."
    first, second = find_counts(text)
    assert first.span.text(text) == "at least another 200 or so"
    assert first.core.text(text) == "200"
    assert second.span.text(text) == "between 20 and 30"
    assert second.core.text(text) == "20 and 30"


_WORDS = """1,000 200 2000 two a_hundred half_a_million one dozen in between to and from about another
more than - – officers strong -strong May ( )"""
WORDS = st.sampled_from([word.replace("_", " ") for word in _WORDS.split()])
TEXTS = st.lists(WORDS, max_size=12).map(" ".join) | st.lists(WORDS, max_size=8).map("".join) | st.text()


@given(TEXTS)
def test_mentions_lie_in_the_text_and_never_overlap(text: str) -> None:
    end = 0
    for mention in find_counts(text):
        assert (
            end
            <= mention.span.start
            <= mention.core.start
            < mention.core.end
            <= mention.span.end
            <= len(text)
        )
        assert 0 < mention.value < 2**31
        assert mention.value_max is None or mention.value < mention.value_max < 2**31
        end = mention.span.end


@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=4))
def test_taken_spans_are_never_touched(text: str, places: list[tuple[int, int]]) -> None:
    taken = sorted(Span(start, start + length) for start, length in places)
    for mention in find_counts(text, taken):
        ends = mention.value_max is not None  # both ends of a range are free, what ties them may not be
        assert ends or all(
            span.end <= mention.core.start or span.start >= mention.core.end or span.start == span.end
            for span in taken
        )
