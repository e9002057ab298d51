"""Lines fit the terminal, a pipe loses nothing, and article text cannot drive the terminal."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.cli.text import Page, one_line, printable, width_of

PIPE = Page(None, colour=False)
TERMINAL = Page(60, colour=True)
LONG = "a sentence that goes on about logistics, intelligence and medical support for the officers " * 2


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),  # colours
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),  # the window's title
        ("\x9b2J", r"\x9b2J"),  # the same introducer as one C1 character
        ("a\u202eb", r"a\u202eb"),  # text that runs backwards
        ("Port-au-Prince – « Haïti »", "Port-au-Prince – « Haïti »"),
    ],
)
def test_escape_sequences_are_shown_not_obeyed(raw: str, shown: str) -> None:
    assert printable(raw) == shown


def test_one_line_folds_white_space() -> None:
    assert one_line(" a\r\n\tb\u2028c ") == "a b c"


@given(st.text())
def test_one_line_is_always_one_printable_line(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert "\x1b" not in line


def test_wide_characters_take_two_cells_and_combining_ones_none() -> None:
    assert width_of("日本") == 4
    assert width_of("e\u0301") == 1


def test_a_table_aligns_its_columns() -> None:
    assert PIPE.table([("Kenya", "1,000"), ("Antigua and Barbuda", "?")], indent=" ") == [
        " Kenya                1,000",
        " Antigua and Barbuda  ?",
    ]


def test_a_pipe_neither_wraps_nor_cuts() -> None:
    assert PIPE.table([("1", LONG)]) == [f"1  {LONG.strip()}"]
    assert PIPE.wrap(LONG) == [LONG.strip()]


def test_a_column_without_content_is_left_out() -> None:
    assert PIPE.table([("a", "", "b")]) == ["a  b"]


WORDS = st.text(st.characters(exclude_characters="/", exclude_categories=["Cs"]), max_size=90)


@given(st.lists(st.tuples(WORDS, WORDS, st.text(max_size=9)), max_size=4))
def test_a_table_fits_its_terminal_and_loses_no_word(rows: list[tuple[str, str, str]]) -> None:
    lines = TERMINAL.table([("first", "second", "third"), *rows])
    assert all(width_of(line) <= 60 for line in lines)
    kept = Counter("".join(lines).replace(" ", ""))
    given_ = Counter("".join(one_line(cell) for row in rows for cell in row).replace(" ", ""))
    assert given_ <= kept


TITLES = ("id", "donor", "what", "announced", "source")
ROW = ("12", "Antigua and Barbuda", "USD 100,000,000 for logistics, medical", "2023-09-22", "[3] [5-9]")


@pytest.mark.parametrize("width", range(20, 90))
def test_no_width_breaks_a_number_a_date_or_a_word(width: int) -> None:
    lines = Page(width, colour=False).table([TITLES, ROW], indent="  ")
    assert all(width_of(line) <= width for line in lines)
    text = " ".join(lines)
    for whole in (
        "100,000,000" if width < 22 else "USD 100,000,000",
        "2023-09-22",
        "Antigua",
        "Barbuda",
        "logistics,",
        "[5-9]",
        "12",
    ):
        assert whole in text


def test_where_columns_do_not_fit_each_row_is_a_block_of_labelled_lines() -> None:
    assert Page(32, colour=False).table([TITLES, ROW, ("7", "Kenya", "USD 5", "", "")], indent="  ") == [
        "  id: 12",
        "    donor: Antigua and Barbuda",
        "    what: USD 100,000,000 for",
        "      logistics, medical",
        "    announced: 2023-09-22",
        "    source: [3] [5-9]",
        "  id: 7",
        "    donor: Kenya",
        "    what: USD 5",
    ]


@pytest.mark.parametrize(
    "address",
    ["https://news.example/a/very/long/address-of-a-story", "/srv/articles/2024/haiti/long-name.txt"],
)
def test_an_address_is_never_broken(address: str) -> None:
    assert address in Page(20, colour=False).wrap(f"see {address} for more")


def test_a_listing_leaves_out_columns_that_do_not_fit() -> None:
    rows = [
        ("mission", "phase", "since", "name"),
        ("haiti-mission", "active", "2024-06-25", "A long name of it"),
    ]
    assert Page(33, colour=False).listing(rows)[1] == "haiti-mission  active  2024-06-25"
    assert Page(32, colour=False).listing(rows)[1] == "haiti-mission  active"
    assert Page(48, colour=False).listing(rows)[1] == "haiti-mission  active  2024-06-25  A long name …"


def test_a_wrapped_line_hangs_under_its_label() -> None:
    lines = TERMINAL.wrap(LONG, indent="Phase  ", hang="       ")
    assert lines[0].startswith("Phase  a sentence")
    assert all(line.startswith("       ") for line in lines[1:])


def test_a_listing_cuts_what_does_not_fit_and_keeps_a_line_a_row() -> None:
    assert TERMINAL.listing([("1", LONG)]) == [f"1  {LONG}"[:59] + "…"]
    assert PIPE.listing([("1", LONG)]) == [f"1  {LONG.strip()}"]
    assert width_of(Page(11, colour=False).cut("日本日本日本日本")) <= 11


def test_colour_only_where_it_is_wanted() -> None:
    assert PIPE.bold("Money") == "Money"
    assert TERMINAL.bold("Money") == "\x1b[1mMoney\x1b[0m"
