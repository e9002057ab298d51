"""What dates mean: against the publication date, the tense, and another date of the text."""

from __future__ import annotations

import pytest

from tests.extract.dating import SATURDAY, THURSDAY, iso, only
from tracker.extract.dates import DateForm
from tracker.vocab import PartialDate

PAST = [
    ("on [Friday]", SATURDAY, "2023-09-22", "the day before publication"),
    ("on [Saturday]", SATURDAY, "2023-09-23", "a weekday equal to the publication's is that day"),
    ("on [Tuesday]", "2024-06-25", "2024-06-25", "the same on a Tuesday"),
    ("on [Sunday]", SATURDAY, "2023-09-17", "six days back"),
    ("[last Friday]", THURSDAY, "2024-12-27", "last is before publication, across the year"),
    ("[last Thursday]", THURSDAY, "2024-12-26", "last is never the day itself"),
    ("[this Tuesday]", "2023-10-10", "2023-10-10", "this on its own day"),
    ("on [Monday of last week]", "2023-10-10", "2023-10-02", "counted in calendar weeks"),
    ("on [Monday last week]", "2023-10-10", "2023-10-02", "without of"),
    ("[last week on Monday]", "2023-10-10", "2023-10-02", "turned round"),
    ("on [Monday of last week, October 2]", "2023-10-10", "2023-10-02", "one date, told twice"),
    ("on [Saturday night]", "2023-07-30", "2023-07-29", "a part of the day"),
    ("[Wednesday]'s budget", "2025-03-14", "2025-03-12", "a possessive"),
    ("[today]", SATURDAY, "2023-09-23", "today"),
    ("[this morning]", SATURDAY, "2023-09-23", "today in other words"),
    ("[yesterday]", "2024-03-01", "2024-02-29", "across the month, leap year"),
    ("[last night]", "2024-03-01", "2024-02-29", "yesterday in other words"),
    ("[the day before yesterday]", "2024-03-01", "2024-02-28", "two days"),
    ("[three days ago]", THURSDAY, "2024-12-30", "days are exact"),
    ("[two weeks ago]", THURSDAY, "2024-12", "weeks are exact to the month"),
    ("[nine months ago]", "2023-07-30", "2022-10", "months are exact to the month"),
    ("[two years ago]", "2024-11-19", "2022", "years are exact to the year"),
    ("[a year ago this week]", "2023-10-10", "2022-10", "the month of that year"),
    ("[a year ago today]", "2023-10-10", "2022-10-10", "the day of that year"),
    ("[last week]", "2024-10-03", "2024-09", "the month seven days before"),
    ("[earlier this week]", "2024-10-03", "2024-10", "the month of publication"),
    ("in [the past few days]", "2024-03-01", "2024-02", "three days back"),
    ("over [the past two weeks]", "2024-03-20", "2024-03", "two weeks back"),
    ("over [the past six months]", "2024-03-20", None, "over two years: nothing certain"),
    ("over [the past six months]", "2024-10-20", "2024", "within one year"),
    ("over [the weekend]", "2023-10-02", "2023-09", "the month of its Saturday"),
    ("[last weekend]", "2023-10-08", "2023-09", "on a Sunday the one before"),
    ("[last month]", "2024-01-15", "2023-12", "across the year"),
    ("at [the start of this month]", "2023-07-30", "2023-07", "a part of the month"),
    ("at [the end of last year]", THURSDAY, "2024", "a part of the year"),
    ("[late last year]", THURSDAY, "2024", "a part of the year in a word"),
    ("by [the end of the year]", "2024-05-05", "2024", "the year is the publication's"),
    ("[last October]", "2023-07-30", "2022-10", "before the month of publication"),
    ("[last October]", "2023-10-30", "2022-10", "not the month of publication itself"),
    ("[last October]", "2023-12-01", "2023-10", "the latest one"),
    ("[this May]", "2024-11-19", "2024-05", "of this year"),
    ("in [October]", "2024-03-12", "2023-10", "the latest before publication"),
    ("in [March]", "2024-03-12", "2024-03", "the month of publication"),
    ("in [July last year]", "2024-01-26", "2023-07", "the year behind"),
    ("in [July of last year]", "2024-01-26", "2023-07", "the year behind of"),
    ("[last year in July]", "2024-01-26", "2023-07", "the year before"),
    ("on [October 2 last year]", "2024-03-02", "2023-10-02", "a day with a relative year"),
    ("in [early December]", "2025-01-05", "2024-12", "a part of the month"),
    ("since [mid-October]", "2024-03-01", "2023-10", "mid with a hyphen"),
    ("at [the end of July]", "2023-09-22", "2023-07", "a part of a bare month"),
    ("in [the January] fighting", "2025-03-14", "2025-01", "a month that describes a noun"),
    ("on [Dec. 31]", "2024-09-10", "2023-12-31", "said in September of the past"),
    ("on [Oct. 2]", "2024-03-02", "2023-10-02", "abbreviated"),
    ("since [Sept. 12]", "2022-10-10", "2022-09-12", "four letters"),
    ("since [Feb. 29]", "2027-05-05", "2024-02-29", "a day that most years lack"),
    ("on [March 12]", "2024-03-12", "2024-03-12", "the day of publication"),
    ("on [2nd October]", "2023-10-10", "2023-10-02", "an ordinal"),
]


@pytest.mark.parametrize(
    ("marked", "published", "expected", "why"), PAST, ids=[" ".join(c[:2]) for c in PAST]
)
def test_past(marked: str, published: str, expected: str | None, why: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    mention = only(text, published)
    assert mention.span.text(text) == marked[marked.index("[") + 1 : marked.index("]")]
    assert iso(mention.resolve()) == expected, why
    assert not mention.open


FUTURE = [
    ("on Friday", SATURDAY, "2023-09-29", "the next one"),
    ("on Friday", "2024-02-20", "2024-02-23", "later in the week"),
    ("next Thursday", THURSDAY, "2025-01-09", "next is never the day itself"),
    ("next Monday", SATURDAY, "2023-09-25", "the next one"),
    ("Friday week", "2025-02-06", "2025-02-14", "a week after the next one"),
    ("tomorrow", "2023-12-31", "2024-01-01", "across the year"),
    ("tonight", SATURDAY, "2023-09-23", "today"),
    ("the day after tomorrow", SATURDAY, "2023-09-25", "two days"),
    ("in three days' time", SATURDAY, "2023-09-26", "days are exact"),
    ("two weeks from now", SATURDAY, "2023-10", "weeks are not"),
    ("next week", "2024-12-30", "2025-01", "the month seven days on"),
    ("next month", "2024-12-30", "2025-01", "across the year"),
    ("next year", "2024-12-30", "2025", "next year"),
    ("this weekend", THURSDAY, "2025-01", "the month of the coming Saturday"),
    ("by September", "2024-05-14", "2024-09", "the next such month"),
    ("by May", "2024-05-14", "2024-05", "the month of publication"),
    ("by January", "2024-05-14", "2025-01", "in the next year"),
    ("until the end of June", THURSDAY, "2025-06", "a part of the month"),
    ("next May", "2024-05-14", "2025-05", "not the month of publication"),
    ("until October 24", "2023-10-10", "2023-10-24", "later in the month"),
    ("from 1 January", "2023-12-12", "2024-01-01", "in the next year"),
    ("within the next few weeks", "2023-07-30", "2023-08", "three weeks on"),
]


@pytest.mark.parametrize(
    ("text", "published", "expected", "why"), FUTURE, ids=[" ".join(c[:2]) for c in FUTURE]
)
def test_future(text: str, published: str, expected: str, why: str) -> None:
    assert iso(only(text, published).resolve(future=True)) == expected, why


ABSOLUTE = [
    ("2 October 2023", "2023-10-02", DateForm.ABSOLUTE, "day first"),
    ("October 2, 2023", "2023-10-02", DateForm.ABSOLUTE, "month first"),
    ("Oct. 3, 2025", "2025-10-03", DateForm.ABSOLUTE, "abbreviated"),
    ("the 3rd of July 2024", "2024-07-03", DateForm.ABSOLUTE, "ordinal with of"),
    ("July 3rd, 2024", "2024-07-03", DateForm.ABSOLUTE, "ordinal behind"),
    ("Thursday, July 18, 2024", "2024-07-18", DateForm.ABSOLUTE, "with its weekday"),
    ("Friday 1 March 2024", "2024-03-01", DateForm.ABSOLUTE, "with its weekday, no commas"),
    ("MARCH 2, 2024", "2024-03-02", DateForm.ABSOLUTE, "capitals"),
    ("March 02, 2024", "2024-03-02", DateForm.ABSOLUTE, "a leading nought"),
    ("2023-10-02", "2023-10-02", DateForm.ABSOLUTE, "ISO"),
    ("25/12/2023", "2023-12-25", DateForm.ABSOLUTE, "strokes, no doubt which is the day"),
    ("12/25/2023", "2023-12-25", DateForm.ABSOLUTE, "strokes, American, no doubt"),
    ("02/02/2023", "2023-02-02", DateForm.ABSOLUTE, "strokes, both the same"),
    ("02/10/2023", None, DateForm.ABSOLUTE, "strokes, day or month: nothing certain"),
    ("29 February 2023", None, DateForm.ABSOLUTE, "no such day in that year"),
    ("October 2023", "2023-10", DateForm.MONTH_YEAR, "a month"),
    ("early October 2023", "2023-10", DateForm.MONTH_YEAR, "a part of a month"),
    ("in 2017", "2017", DateForm.BARE_YEAR, "a year"),
    ("since 2021", "2021", DateForm.BARE_YEAR, "a year behind since"),
    ("until at least 2027", "2027", DateForm.BARE_YEAR, "a qualified year"),
    ("by mid-2025", "2025", DateForm.BARE_YEAR, "the middle of a year"),
    ("at the start of 2024", "2024", DateForm.BARE_YEAR, "a part of a year"),
    ("the 2024 elections", "2024", DateForm.BARE_YEAR, "a year before a noun"),
    ("(2023)", "2023", DateForm.BARE_YEAR, "brackets"),
    ("the first quarter of 2024", "2024", DateForm.QUARTER, "a quarter is exact to the year"),
    ("Q1 2024", "2024", DateForm.QUARTER, "a short quarter"),
    ("the summer of 2023", "2023", DateForm.SEASON, "a season with its year"),
    ("2-5 October 2023", "2023-10", DateForm.RANGE, "days of one month"),
    ("October 2-5, 2023", "2023-10", DateForm.RANGE, "days of one month, month first"),
    ("the 1990s", None, DateForm.RANGE, "a decade"),
    ("2020-2023", None, DateForm.RANGE, "several years"),
]


@pytest.mark.parametrize(("text", "expected", "form", "why"), ABSOLUTE, ids=[case[0] for case in ABSOLUTE])
@pytest.mark.parametrize("published", [None, SATURDAY])
def test_absolute(text: str, expected: str | None, form: DateForm, why: str, published: str | None) -> None:
    mention = only(text, published)
    assert (iso(mention.resolve()), mention.form) == (expected, form), why
    assert not mention.open


LEANING = [
    ("a day later", "2024-02-28", "2024-02-29", "a day on"),
    ("a day earlier", "2024-03-01", "2024-02-29", "a day back"),
    ("the next day", "2023-06-30", "2023-07-01", "a day on in other words"),
    ("the following day", "2023-06-30", "2023-07-01", "a day on in other words"),
    ("the day before", "2023-07-01", "2023-06-30", "a day back in other words"),
    ("the previous day", "2023-07-01", "2023-06-30", "a day back in other words"),
    ("the same day", "2023-07-01", "2023-07-01", "no distance"),
    ("two days later", "2023-07-01", "2023-07-03", "two days on"),
    ("four days later", "2023-07", None, "days need a day to lean on"),
    ("three weeks after", "2024-06-25", "2024-07", "weeks are exact to the month"),
    ("six weeks later", "2025-01-29", "2025-03", "weeks are exact to the month"),
    ("three months after", "2023-07", "2023-10", "months lean on a month"),
    ("three months after", "2023", None, "and on nothing wider"),
    ("a year later", "2023-07-01", "2024", "years are exact to the year"),
    ("that month", "2023-10", "2023-10", "the anchor's month"),
    ("that month", "2023-10-09", "2023-10", "the anchor's month"),
    ("that year", "2013-04", "2013", "the anchor's year"),
    ("July of that year", "2013-04", "2013-07", "a month in the anchor's year"),
    ("that December", "2023-06", "2023-12", "a month in the anchor's year"),
    ("the following month", "2023-12", "2024-01", "across the year"),
    ("the following May", "2023-12", "2024-05", "across the year"),
    ("the previous October", "2024-03", "2023-10", "across the year"),
    ("the following Monday", "2024-03-01", "2024-03-04", "a weekday on"),
    ("the previous Friday", "2024-03-01", "2024-02-23", "never the day itself"),
    ("the year before", "2023", "2022", "a year back"),
]


@pytest.mark.parametrize(
    ("text", "anchor", "expected", "why"), LEANING, ids=[" ".join(c[:2]) for c in LEANING]
)
def test_anaphoric(text: str, anchor: str, expected: str | None, why: str) -> None:
    mention = only(f"It began {text}.", SATURDAY)
    assert mention.form is DateForm.ANAPHORIC
    assert mention.resolve() is None
    assert iso(mention.resolve(anchor=PartialDate.parse(anchor))) == expected, why
