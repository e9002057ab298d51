"""Sums of money as newspapers write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.extract.currencies import CODES
from tracker.extract.money import MoneyMention, find_money
from tracker.vocab import Qualifier


def printed(mention: MoneyMention) -> str:
    """Return a sum as ``amount currency``, a range as ``low..high currency``, "?" behind a bare currency."""
    amount = f"{mention.money.amount:f}"
    if mention.high is not None:
        amount += f"..{mention.high.amount:f}"
    text = f"{amount} {mention.money.currency}{'?' if mention.bare else ''}"
    return " = ".join([text, *(printed(other) for other in mention.equivalents)])


SUMS = [
    ("$100 million", "100000000 USD?", "a bare dollar sign"),
    ("US$100 million", "100000000 USD", "the commonest certain dollar"),
    ("U.S. $5m", "5000000 USD", "the country stands apart"),
    ("US $5 million", "5000000 USD", "the country stands apart without points"),
    ("C$60 million", "60000000 CAD", "Canadian papers"),
    ("CA$1.5 million", "1500000 CAD", "Canadian, three characters"),
    ("A$2bn", "2000000000 AUD", "Australian"),
    ("NZ$4.2 million", "4200000 NZD", "New Zealand"),
    ("TT$35 million", "35000000 TTD", "Trinidad and Tobago"),
    ("J$500 million", "500000000 JMD", "Jamaica"),
    ("BZ$3,000", "3000 BZD", "Belize"),
    ("HK$80 million", "80000000 HKD", "Hong Kong"),
    ("S$10 million", "10000000 SGD", "Singapore"),
    ("€0.5m", "500000 EUR", "a fraction of a million, glued letter"),
    ("£157m", "157000000 GBP", "pounds"),
    ("¥300 billion", "300000000000 JPY?", "yen or yuan"),
    ("₦500,000", "500000 NGN", "the naira sign, grouped figures"),
    ("N5bn", "5000000000 NGN", "Nigerian papers write N with a scale"),
    ("₹500 crore", "5000000000 INR", "Indian scale"),
    ("Rs.500 crore", "5000000000 INR?", "a point behind the mark"),
    ("5 lakh rupees", "500000 INR?", "Indian scale with a word"),
    ("Rs 1,50,00,000", "15000000 INR?", "Indian grouping"),
    ("₴2.5 billion", "2500000000 UAH", "hryvnia sign"),
    ("Sh36.6bn", "36600000000 KES?", "shillings, nothing apart"),
    ("Sh.80 million", "80000000 KES?", "a point behind the mark"),
    ("Ksh14.5 billion", "14500000000 KES", "Kenyan shillings"),
    ("KSh 200m", "200000000 KES", "other capitals, apart"),
    ("Tsh3 billion", "3000000000 TZS", "Tanzania"),
    ("USh 40bn", "40000000000 UGX", "Uganda"),
    ("Rwf28 billion", "28000000000 RWF", "Rwanda"),
    ("FBu 5 million", "5000000 BIF", "Burundi"),
    ("R5 billion", "5000000000 ZAR?", "rand: one letter"),
    ("R 5 000 000", "5000000 ZAR?", "groups parted by spaces"),
    ("R5\u00a0000\u00a0000", "5000000 ZAR?", "groups parted by no-break spaces"),
    ("R5\u202f000\u202f000", "5000000 ZAR?", "groups parted by thin spaces"),
    ("CHF 5'000'000", "5000000 CHF", "Swiss grouping"),
    ("CFA 2 billion", "2000000000 XOF?", "west or central Africa"),
    ("200 million kroner", "200000000 NOK?", "Norway or Denmark"),
    ("kr 500 million", "500000000 SEK?", "three countries"),
    ("NOK 150 million", "150000000 NOK", "a code before"),
    ("100 million USD", "100000000 USD", "a code behind"),
    ("5,000 EUR", "5000 EUR", "a code behind, no scale"),
    ("10.8 million US dollars", "10800000 USD", "two words behind"),
    ("10 million U.S. dollars", "10000000 USD", "the country with points"),
    ("60 million Canadian dollars", "60000000 CAD", "an adjective"),
    ("20 million Kenyan shillings", "20000000 KES", "an adjective, from the generated names"),
    ("5 billion naira", "5000000000 NGN", "a unit of one country"),
    ("2.7 billion euros", "2700000000 EUR", "euros"),
    ("300 million pounds", "300000000 GBP?", "other countries have pounds too"),
    ("5 million pounds sterling", "5000000 GBP", "sterling makes it certain"),
    ("3 trillion won", "3000000000000 KRW?", "a verb elsewhere"),
    ("$5 million Canadian", "5000000 CAD", "the country behind the sum"),
    ("$60 million CAD", "60000000 CAD", "a code behind a bare sign"),
    ("$100 mln", "100000000 USD?", "wire abbreviation"),
    ("$100 mn", "100000000 USD?", "another abbreviation"),
    ("EUR 5 mio", "5000000 EUR", "Brussels abbreviation"),
    ("$2B", "2000000000 USD?", "a capital letter"),
    ("$40k", "40000 USD?", "thousands"),
    ("half a billion dollars", "500000000 USD?", "half"),
    ("a quarter of a million euros", "250000 EUR", "a quarter"),
    ("two and a half million dollars", "2500000 USD?", "words with a half"),
    ("one hundred million dollars", "100000000 USD?", "words only"),
    ("a $100-million package", "100000000 USD?", "hyphenated"),
    ("a 100-million-dollar package", "100000000 USD?", "hyphenated in words"),
    ("$100\nmillion", "100000000 USD?", "broken at the line's end"),
    ("€1,5 million", "1500000 EUR", "a decimal comma is plain before a scale"),
    ("5.000.000 euros", "5000000 EUR", "points between groups are plain where there are two"),
    ("$1.234 a litre", "1.23 USD?", "no more than two places"),
    ("20€", "20 EUR", "a sign behind"),
    ("$1.5-2 billion", "1500000000..2000000000 USD?", "the scale belongs to both"),
    ("$100m to $200m", "100000000..200000000 USD?", "a range"),
    ("between $10 million and $20 million", "10000000..20000000 USD?", "a range with between"),
    ("10 to 20 million euros", "10000000..20000000 EUR", "one currency for both"),
    ("$5,000 to $10 million", "5000..10000000 USD?", "a grouped lower end keeps its own scale"),
    ("Ksh14.5 billion (USD 100 million)", "14500000000 KES = 100000000 USD", "bracketed equivalent"),
    ("$190 million (US$118 million)", "190000000 USD? = 118000000 USD", "the same sign, two currencies"),
    ("$123 million (about US$91 million)", "123000000 USD? = 91000000 USD", "about in the bracket"),
    ("€20 million (about Rwf28 billion)", "20000000 EUR = 28000000000 RWF", "about in the bracket"),
    ("Sh5m ($40,000; €37,000)", "5000000 KES? = 40000 USD? = 37000 EUR", "two in one bracket"),
    ("€20 million, or about $21 million,", "20000000 EUR = 21000000 USD?", "or"),
    ("R5bn, about $270 million,", "5000000000 ZAR? = 270000000 USD?", "about behind a comma"),
    ("€3m, equivalent to $3.2m,", "3000000 EUR = 3200000 USD?", "equivalent to"),
    ("$5m (£4m at the time)", "5000000 USD? = 4000000 GBP", "words behind it in the bracket"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SUMS, ids=[case[0] for case in SUMS])
def test_one_sum(text: str, expected: str, why: str) -> None:
    assert [printed(mention) for mention in find_money(f"It gave {text} to them.")] == [expected], why


SEVERAL = [
    ("from $100 million to $200 million", ["100000000 USD?", "200000000 USD?"], "a rise is no range"),
    ("to $200 million from $100 million", ["200000000 USD?", "100000000 USD?"], "a rise told backwards"),
    ("$10 million and 15 million", ["10000000 USD?"], "a number without a currency is no sum"),
    ("C$40 million and C$20 million", ["40000000 CAD", "20000000 CAD"], "two parts"),
    ("$15m ($1.7m of it spent)", ["15000000 USD?", "1700000 USD?"], "a part in brackets is no equivalent"),
    ("$15m (€2m of it spent)", ["15000000 USD?", "2000000 EUR"], "not even in another currency"),
    ("Sh1 million-KES 1 million", ["1000000 KES?", "1000000 KES"], "a code between two sums is the second's"),
    ("US$5m and €5m", ["5000000 USD", "5000000 EUR"], "a list is no equivalence"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SEVERAL, ids=[case[0] for case in SEVERAL])
def test_several_sums(text: str, expected: list[str], why: str) -> None:
    assert [printed(mention) for mention in find_money(text)] == expected, why


NOT_MONEY = [
    ("15 million people", "no currency"),
    ("COP28 in Dubai", "a conference, not Colombian pesos"),
    ("the TOP 10", "capitals, not Tongan money"),
    ("ALL 500 officers", "capitals, not Albanian money"),
    ("500 pounds of rice", "a weight"),
    ("a 200-pound bomb", "a weight"),
    ("of the 30 seats, 20 won by the opposition", "a verb"),
    ("the G9 gangs and the M23 rebels", "letters glued to figures"),
    ("the N1 highway", "a road"),
    ("$ and €", "signs without a figure"),
    ("$0", "nothing"),
    ("a 90-day halt", "a duration"),
    ("$20 trillion", "more than the database holds"),
]


@pytest.mark.parametrize(("text", "why"), NOT_MONEY, ids=[case[0] for case in NOT_MONEY])
def test_no_sum(text: str, why: str) -> None:
    assert find_money(text) == [], why


MODIFIED = [
    ("about $5m", Qualifier.ABOUT, False),
    ("nearly $5m", Qualifier.ABOUT, False),
    ("some $96 million", Qualifier.ABOUT, False),
    ("close to 2.7 billion euros", Qualifier.ABOUT, False),
    ("an estimated €5m", Qualifier.ABOUT, False),
    ("~$5m", Qualifier.ABOUT, False),
    ("more than $5m", Qualifier.AT_LEAST, False),
    ("over $5m", Qualifier.AT_LEAST, False),
    ("at least $5m", Qualifier.AT_LEAST, False),
    ("$5m or more", Qualifier.AT_LEAST, False),
    ("$5m-plus", Qualifier.AT_LEAST, False),
    ("up to $5m", Qualifier.UP_TO, False),
    ("as much as $5m", Qualifier.UP_TO, False),
    ("up to a further $5m", Qualifier.UP_TO, True),
    ("a further $5m", Qualifier.EXACT, True),
    ("another US$5 million", Qualifier.EXACT, True),
    ("an additional €5m", Qualifier.EXACT, True),
    ("an extra $5m", Qualifier.EXACT, True),
    ("$5m more", Qualifier.EXACT, True),
    ("$5m", Qualifier.EXACT, False),
]


@pytest.mark.parametrize(("text", "qualifier", "further"), MODIFIED, ids=[case[0] for case in MODIFIED])
def test_modifiers(text: str, qualifier: Qualifier, further: bool) -> None:
    text = f"It gave {text}, he said."
    (mention,) = find_money(text)
    assert (mention.qualifier, mention.further) == (qualifier, further)
    assert f"It gave {mention.span.text(text)}, he said." == text
    assert "5" in mention.core.text(text) or "96" in text or "2.7" in text


def test_span_covers_the_bracket_and_core_the_sum_alone() -> None:
    text = "The EU approved a further €20 million (about Rwf28 billion) on Monday."
    (mention,) = find_money(text)
    assert mention.span.text(text) == "a further €20 million (about Rwf28 billion)"
    assert mention.core.text(text) == "€20 million"
    assert [other.core.text(text) for other in mention.equivalents] == ["Rwf28 billion"]
    assert mention.further


def test_a_bare_sign_says_what_it_can_mean() -> None:
    (mention,) = find_money("$60 million")
    assert mention.bare
    assert {"USD", "CAD", "AUD", "TTD"} <= set(mention.readings)


MARKS = st.sampled_from(
    [
        "$",
        "US$",
        "C$",
        "€",
        "£",
        "Sh",
        "Ksh",
        "R",
        "KES ",
        "EUR ",
        "N",
        "CFA ",
        "kr ",
        "",
        "about ",
        "a further ",
    ]
)
AMOUNTS = st.sampled_from(
    ["1", "5", "1,000", "2.5", "1 000", "0.5", "half a", "two", "a hundred", "1,1", "9" * 16]
)
SCALES = st.sampled_from(
    [" million", "m", "bn", "", "-million", " crore", " billion euros", " dollars", " USD", "k"]
)
GLUE = st.sampled_from(
    [" (", ")", " to ", " and ", ", or about ", "; ", " from ", " between ", "-", "\n", " of it "]
)
TEXTS = st.lists(st.tuples(MARKS, AMOUNTS, SCALES, GLUE).map("".join), max_size=6).map("".join) | st.text()


def flat(mentions: list[MoneyMention]) -> list[MoneyMention]:
    return [one for mention in mentions for one in (mention, *mention.equivalents)]


@given(TEXTS)
@example("Sh1 million-KES 1 million (")
@example("€5m (US$1")
@example("$1 (US$1; €1, £1)")
def test_mentions_lie_in_the_text_and_never_overlap(text: str) -> None:
    mentions = find_money(text)
    end = 0
    for mention in mentions:
        assert (
            end
            <= mention.span.start
            <= mention.core.start
            < mention.core.end
            <= mention.span.end
            <= len(text)
        )
        inner = mention.core.end
        for other in mention.equivalents:
            assert inner <= other.span.start <= other.core.start < other.core.end <= other.span.end
            assert other.span.end <= mention.span.end
            inner = other.span.end
        end = mention.span.end


@given(TEXTS)
def test_sums_are_exact_positive_and_in_real_currencies(text: str) -> None:
    for mention in flat(find_money(text)):
        for money in (mention.money, mention.high or mention.money):
            assert 0 < money.amount < Decimal(10) ** 13
            assert money.amount == money.amount.quantize(Decimal("0.01"))
            assert money.currency in CODES
        assert mention.money.currency in mention.readings


@given(TEXTS)
def test_a_mention_read_alone_gives_the_same_sum(text: str) -> None:
    for mention in find_money(text):
        if mention.carried:
            continue
        again = find_money(mention.span.text(text))
        assert [printed(one) for one in again] == [printed(mention)]
        assert (again[0].qualifier, again[0].further) == (mention.qualifier, mention.further)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Germany gave 20 million euros, France 15 million and Italy 10 million.", ["EUR", "EUR", "EUR"]),
        (
            "It promised 13.3 million dollars. It has cleared 40.7 million for it.",
            ["USD", "USD"],
        ),
        ("Canada promised C$30 million and has paid 10 million so far.", ["CAD", "CAD"]),
        ("It gave $30 million to a country of 11 million, he said.", ["USD"]),
        ("It gave $30 million to help 20 million people.", ["USD"]),
        ("It gave $30 million to help 20 million refugees.", ["USD"]),
        ("It gave $30 million and 2,000 trucks.", ["USD"]),
        ("It gave $30 million.\n\nFor 11 million, that is little.", ["USD"]),
    ],
)
def test_the_currency_is_carried_on(text: str, expected: list[str]) -> None:
    assert [mention.money.currency for mention in find_money(text)] == expected


@pytest.mark.parametrize(
    ("text", "currency"), [("NKr1bn", "NOK"), ("SKr 200m", "SEK"), ("DKr40 million", "DKK")]
)
def test_crowns_by_their_letters(text: str, currency: str) -> None:
    (mention,) = find_money(text)
    assert (mention.money.currency, mention.bare) == (currency, False)
