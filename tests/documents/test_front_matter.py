"""Front matter, well and badly formed."""

from datetime import date

import pytest

from tracker.documents import document_from_bytes
from tracker.errors import DocumentError

ARTICLE = "Freedonia sends police\n\nBy Ana Okello\n12 March 2024\n\nA hundred officers will go, it said.\n"


def test_front_matter_is_outside_the_body_and_goes_before_the_head() -> None:
    text = (
        "---\ntitle: 'Another: title'\npublisher: The Lamplighter\npublished: 2024-05-01\n"
        "url: https://lamp.example/1\nauthor: [Jon Vries, Ana Okello]\ntags: {a: [b]}\n---\n" + ARTICLE
    )
    document = document_from_bytes("a.md", text.encode())
    assert document.body == ARTICLE
    assert (document.title, document.byline) == ("Another: title", "Jon Vries, Ana Okello")
    assert (document.publisher, document.published) == ("The Lamplighter", date(2024, 5, 1))
    assert document.url == "https://lamp.example/1"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("published: 2024-05-01", "bare"),
        ('published: "2024-05-01"', "quoted"),
        ("date: 2024-05-01", "the other key"),
        ("published: 2024-05-01T23:30:00-05:00", "the date as printed, not that of UTC"),
        ("published: 2024-05-01 23:30:00", "a space"),
        ("published: May 1, 2024", "in words"),
        ("published: Wed, 01 May 2024 10:00:00 GMT", "as in mail and feeds"),
        ("date: 2023-01-01\npublished: 2024-05-01", "published goes before date"),
    ],
)
def test_dates_in_front_matter(line: str, why: str) -> None:
    document = document_from_bytes("a.md", f"---\n{line}\n---\nSomething was said.\n".encode())
    assert document.published == date(2024, 5, 1), why


def test_front_matter_of_null_and_unknown_keys_says_nothing() -> None:
    document = document_from_bytes(
        "a.md", b"---\ntitle:\nurl: ~\ndate: ''\nlayout: post\n---\nIt was said.\n"
    )
    assert (document.title, document.url, document.published) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("---\ntitle: A\n\nIt was said.\n", "line 1: the front matter that opens here is not closed"),
        ("---\ntitle: A: B\n---\nText.\n", "front matter, line 2: mapping values are not allowed here: put"),
        ("---\ntitle: A\nurl: 'x\n---\nText.\n", "front matter, line"),
        (
            "---\ntitle: A\npublished: soon\n---\nText.\n",
            "front matter, line 3: published is not a date: 'soon'",
        ),
        ("---\npublished: 03/02/2024\n---\nText.\n", "front matter, line 2: published is not a date"),
        ("---\ntitle: [A, B]\n---\nText.\n", "front matter, line 2: title must be a text"),
        ("---\njust words\n---\nText.\n", "front matter, line 2: not a list of 'key: value' lines"),
        ("---\ntitle: \x07\n---\nText.\n", "front matter, line 2: a character that YAML does not allow"),
        ("---\ntitle: " + "[" * 5_000 + "\n---\nText.\n", "front matter, line"),
        ("---\ntitle: " + "a" * 70_000 + "\n---\nText.\n", "line 1: the front matter is longer than"),
        ("---\ntitle: A\n---\n \n", "has no text"),
    ],
)
def test_malformed_front_matter_names_the_line(text: str, error: str) -> None:
    with pytest.raises(DocumentError) as raised:
        document_from_bytes("a.md", text.encode())
    assert str(raised.value).startswith(f"a.md: {error}")
    assert "\n" not in str(raised.value)
