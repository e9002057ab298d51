"""The lines above an article, as outlets print them."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.documents import read_document
from tracker.documents.head import read_head

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
TITLE = "Freedonia doubles its offer of police"
PROSE = (
    "Freedonia will send another hundred police officers to the island mission, its prime minister said "
    "after a meeting of the cabinet, and may add a field hospital before the end of the year."
)
DAY = date(2024, 3, 12)


@pytest.mark.parametrize(
    ("line", "published", "publisher", "why"),
    [
        ("March 12, 2024", DAY, None, "American order"),
        ("12 March 2024", DAY, None, "British order"),
        ("12th March, 2024", DAY, None, "ordinal and comma"),
        ("12th of March 2024", DAY, None, "of"),
        ("Tuesday, March 12, 2024", DAY, None, "weekday"),
        ("TUESDAY 12 MARCH 2024", DAY, None, "capitals"),
        ("Tue 12 Mar 2024 10.32 GMT", DAY, None, "a clock time with a zone"),
        ("Updated 10:32 AM EDT, Tue March 12, 2024", DAY, None, "only an update is dated"),
        ("Published March 12, 2024 Updated March 14, 2024", DAY, None, "the first publication counts"),
        ("Last updated: 14 March 2024 | Published: 12 March 2024", DAY, None, "in the other order too"),
        ("Published: Tuesday, March 12, 2024", DAY, None, "label"),
        ("Posted on March 12, 2024 at 5:12 p.m.", DAY, None, "label with prepositions"),
        ("March 12, 20245:12 PM ET", DAY, None, "a page that lost its markup"),
        ("2024-03-12", DAY, None, "ISO"),
        ("2024-03-12T08:15:00+03:00", DAY, None, "the date as printed, whatever the zone"),
        ("12.03.2024", DAY, None, "dots: day first"),
        ("25/06/2024", date(2024, 6, 25), None, "only one order is possible"),
        ("06/25/2024", date(2024, 6, 25), None, "likewise"),
        ("March 12, 2024 – Rio de Janeiro", DAY, None, "a place is no publisher"),
        ("Johannesburg – 12 March 2024", DAY, None, "place first"),
        ("KINGSTON, Jamaica, March 12, 2024", DAY, None, "place with its country"),
        ("The Hague, 12 March 2024", DAY, None, "a place with an article is no publisher"),
        ("Nairobi 12 March 2024", DAY, None, "no comma"),
        ("The Sylvanian Ledger, Tuesday, March 12, 2024", DAY, "The Sylvanian Ledger", "outlet"),
        ("The Sun, 12 March 2024", DAY, "The Sun", "an outlet that looks like a weekday"),
        ("SYLVANIA HERALD — Tuesday, 12 March 2024", DAY, "SYLVANIA HERALD", "as printed"),
        ("The Lamplighter • 12 March 2024", DAY, "The Lamplighter", "an outlet of no known word"),
        ("The Ledger | Morning digest | 12 March 2024", DAY, "The Ledger", "bars and a label"),
        ("Coast FM, “The Late Desk”, Tuesday 12 March 2024", DAY, "Coast FM", "a programme"),
        ("Coast Radio, broadcast on 12 March 2024", DAY, "Coast Radio", "a label with a verb"),
        ("Lakes Policy Forum – Working note no. 31 – 12 March 2024", DAY, "Lakes Policy Forum", "a series"),
        ("Geneva, 12 March 2024 (UN feature service)", DAY, "United Nations", "an acronym"),
        ("12 March 2024 — United Nations, New York", DAY, "United Nations", "date first"),
        ("LIVE BLOG — Tuesday, March 12, 2024 (all times EAT)", DAY, None, "labels alone"),
        ("12 March 2024 · 5 min read", DAY, None, "labels alone"),
        ("**Published:** 12 March 2024", DAY, None, "Markdown"),
        ("Date: 2024-03-12", DAY, None, "a header"),
    ],
)
def test_date_lines(line: str, published: date, publisher: str | None, why: str) -> None:
    body = f"{TITLE}\n{line}\n\n{PROSE}\n"
    head = read_head(body)
    assert (head.title, head.published, head.publisher) == (TITLE, published, publisher), why
    assert body[head.end :].startswith(PROSE)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("03/02/2024", "day and month could be swapped"),
        ("Tuesday, March 12", "no year"),
        ("31 February 2024", "no such day"),
        ("12 March 2024: the cabinet approves the plan", "an entry of a chronology"),
        ("The talks of 12 March 2024 led nowhere and were broken off.", "prose"),
    ],
)
def test_lines_that_date_nothing(line: str, why: str) -> None:
    assert read_head(f"{TITLE}\n\n{line}\n\n{PROSE}\n").published is None, why


@pytest.mark.parametrize(
    ("line", "byline", "why"),
    [
        ("By Ana Okello", "Ana Okello", "plain"),
        ("BY ANA OKELLO", "ANA OKELLO", "capitals"),
        ("By Ana Okello and Jon de Vries", "Ana Okello and Jon de Vries", "two, one with a small word"),
        ("By Ana Okello, Senior Reporter", "Ana Okello, Senior Reporter", "office"),
        ("By our correspondent in Port Royal", "our correspondent in Port Royal", "unnamed"),
        ("From our own correspondent", "our own correspondent", "unnamed, with from"),
        ("Written by Ana Okello", "Ana Okello", "longer verb"),
        ("*By Ana Okello*", "Ana Okello", "Markdown"),
        ("Author: Ana Okello", "Ana Okello", "a header"),
    ],
)
def test_bylines(line: str, byline: str, why: str) -> None:
    body = f"{TITLE}\n{line}\n\n{PROSE}\n"
    head = read_head(body)
    assert (head.title, head.byline) == (TITLE, byline), why
    assert body[head.end :].startswith(PROSE)


@pytest.mark.parametrize(
    "line",
    [
        "By Friday, the council had not met again",
        "By December 2023 the force had gone",
        "By then it was late",
    ],
)
def test_sentences_that_begin_with_by_are_no_byline(line: str) -> None:
    assert read_head(f"{TITLE}\n\n{line}\n\n{PROSE}\n").byline is None


def test_a_byline_with_outlet_and_date_in_one_line() -> None:
    head = read_head(f"{TITLE}\n\nBy Ana Okello | The Lamplighter | March 12, 2024\n\n{PROSE}\n")
    assert (head.byline, head.publisher, head.published) == ("Ana Okello", "The Lamplighter", DAY)


def test_a_bare_name_beside_a_date_line_is_the_byline() -> None:
    head = read_head(f"{TITLE}\n\nThe Lamplighter, 12 March 2024\nAna Okello\n\n{PROSE}\n")
    assert (head.byline, head.publisher) == ("Ana Okello", "The Lamplighter")


def test_a_release_names_its_body_in_a_line_of_its_own() -> None:
    body = f"{TITLE}\nNews release\nForeign Affairs Freedonia\nMarch 12, 2024 – Rufus Bay\n\n{PROSE}\n"
    head = read_head(body)
    assert (head.title, head.publisher, head.published) == (TITLE, "Foreign Affairs Freedonia", DAY)
    assert body[head.end :].startswith(PROSE)


def test_lines_of_one_block_down_to_a_date_are_the_head() -> None:
    for between in (
        "ANA OKELLO\nRUFUS BAY",
        "Press release from the Ministry for Foreign Affairs of Freedonia",
    ):
        body = f"{TITLE}\n{between}\nPublished 12 March 2024\n\n{PROSE}\n"
        head = read_head(body)
        assert (head.title, head.published) == (TITLE, DAY)
        assert body[head.end :].startswith(PROSE)


def test_a_masthead_and_a_date_may_stand_above_the_headline() -> None:
    body = f"THE SYLVANIAN HERALD\n12 March 2024\n\n{TITLE}\n\n{PROSE}\n"
    head = read_head(body)
    assert (head.title, head.publisher, head.published) == (TITLE, "THE SYLVANIAN HERALD", DAY)


def test_a_standfirst_between_headline_and_date_line_belongs_to_the_head() -> None:
    body = f"{TITLE}\n\nThe cabinet met late. Nobody resigned.\n\nBy Ana Okello\n12 March 2024\n\n{PROSE}\n"
    head = read_head(body)
    assert (head.title, head.byline, head.published) == (TITLE, "Ana Okello", DAY)
    assert body[head.end :].startswith(PROSE)


def test_headers_like_those_of_a_letter() -> None:
    headers = f"Title: {TITLE}\nSource: The Lamplighter\nURL: https://lamp.example/1\nDate: 12 March 2024"
    body = f"{headers}\n\n{PROSE}\n"
    head = read_head(body)
    assert (head.title, head.publisher, head.published) == (TITLE, "The Lamplighter", DAY)
    assert head.url == "https://lamp.example/1"
    assert body[head.end :].startswith(PROSE)


@pytest.mark.parametrize(
    ("dateline", "published", "publisher", "why"),
    [
        ("NAIROBI, March 12 (Wireline) - ", None, "Wireline", "no year: no date"),
        ("NAIROBI, March 12, 2024 (Wireline) -- ", DAY, "Wireline", "a whole date"),
        ("KINGSTON, Jamaica (AP) — ", None, "Associated Press", "agency"),
        ("Nairobi (AFP) – ", None, "AFP", "place in small letters, a known agency"),
        ("Nairobi, 12 March 2024 – ", DAY, None, "place in small letters, dated"),
        ("UNITED NATIONS — ", None, None, "a place, here"),
        ("WASHINGTON/NAIROBI, March 12 (Reuters) - ", None, "Reuters", "two places"),
        ("(Reuters) - ", None, "Reuters", "agency alone"),
        ("HARBOR CITY, Ore. (March 12, 2024) — ", DAY, None, "the date in brackets"),
        ("PARIS, 03/02/2024 — ", None, None, "a date that cannot be told"),
    ],
)
def test_a_dateline_opens_the_first_paragraph(
    dateline: str, published: date | None, publisher: str | None, why: str
) -> None:
    body = f"{TITLE}\n\n{dateline}{PROSE}\n"
    head = read_head(body)
    assert (head.title, head.published, head.publisher) == (TITLE, published, publisher), why
    assert body[head.end :] == f"{PROSE}\n"


@pytest.mark.parametrize(
    "paragraph",
    [
        "MINUSMA – the mission in the north – has until December to leave.",
        "Freedonia’s president (a former teacher) – Ana Okello – spoke last.",
        "On March 12 — Tuesday in most of the world — the council met.",
        "March 12 – Freedonia suspends its plan and calls its officers home.",
    ],
)
def test_a_dash_in_a_sentence_makes_no_dateline(paragraph: str) -> None:
    body = f"{TITLE}\n\n{paragraph}\n\n{PROSE}\n"
    assert body[read_head(body).end :].startswith(paragraph)


@pytest.mark.parametrize(
    ("body", "title", "why"),
    [
        (f"{PROSE}\nThe rest is silence.\n", None, "the first line is a sentence"),
        (f"{PROSE}\n\n{PROSE}\n", None, "likewise, set off by a blank line"),
        (
            f"Freedonia will send\nanother hundred officers\nto the mission, it said.\n\n{PROSE}\n",
            None,
            "wrapped",
        ),
        (f"FREEDONIA SENDS POLICE\n\n{PROSE}\n", "FREEDONIA SENDS POLICE", "capitals"),
        (f"# {TITLE}\n\n{PROSE}\n", TITLE, "a Markdown heading"),
        (f"{TITLE}\n=====\n\n{PROSE}\n", TITLE, "underlined"),
        (f"{TITLE}\n{PROSE}\n", TITLE, "a whole paragraph follows at once"),
        (f"Who will go?\n\n{PROSE}\n", "Who will go?", "a question is a headline"),
        (
            f"Freedonia sends police,\nand a hospital\n\n{PROSE}\n",
            "Freedonia sends police, and a hospital",
            "two lines",
        ),
        (f"News release\n\n{TITLE}\n\n{PROSE}\n", TITLE, "a label above"),
        (f"\n\n{TITLE}\n\n{PROSE}\n", TITLE, "blank lines above"),
        (TITLE, None, "a headline alone heads nothing"),
    ],
)
def test_headlines(body: str, title: str | None, why: str) -> None:
    head = read_head(body)
    assert head.title == title, why
    if title is None:
        assert head.end == 0


def test_a_first_line_that_repeats_the_known_title_is_the_headline() -> None:
    title = "Freedonia sends police. Sylvania does not."
    body = f"{title}\n\n{PROSE}\n"
    assert read_head(body).end == 0
    assert body[read_head(body, title).end :].startswith(PROSE)


@given(st.text(alphabet=st.sampled_from("Aa9 \n\t.,-–—|():/By2024March12,\u00ad\u200b\ufffd"), max_size=400))
def test_any_text_has_a_head_within_it(body: str) -> None:
    head = read_head(body)
    assert 0 <= head.end <= len(body)
    assert head.title is None or head.title.strip()


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the annotated articles are not beside the project")
def test_what_the_annotated_articles_state_is_read() -> None:
    unstated = {"url"}
    for path in sorted(CORPUS.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        document = read_document(path.parent / gold["article"])
        assert document.title == gold["title"], path.name
        assert document.publisher in {gold["publisher"], None}, path.name
        if document.published is not None:
            assert document.published.isoformat() == gold["published"], path.name
        elif gold["published"][:4] in document.body[:400]:
            unstated.add(path.name)
    assert unstated == {"url"}
