"""Files, folders and standard input, good and bad."""

import codecs
import hashlib
import json
import os
from collections.abc import Iterable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.documents import (
    Document,
    DocumentFailure,
    ReadOptions,
    document_from_bytes,
    read_document,
    read_documents,
)
from tracker.documents.decode import normalize
from tracker.documents.read import LARGEST
from tracker.errors import DocumentError, UsageError

ARTICLE = "Freedonia sends police\n\nBy Ana Okello\n12 March 2024\n\nA hundred officers will go, it said.\n"


def failure(items: Iterable[Document | DocumentFailure]) -> str:
    (item,) = items
    assert isinstance(item, DocumentFailure)
    assert "\n" not in str(item)
    return str(item)


def bodies(items: Iterable[Document | DocumentFailure]) -> list[str]:
    return [item.body if isinstance(item, Document) else str(item) for item in items]


def test_a_plain_text_keeps_its_head_in_the_body(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    document = read_document(path)
    assert document == Document(
        name=str(path),
        body=ARTICLE,
        input_sha256=hashlib.sha256(ARTICLE.encode()).hexdigest(),
        title="Freedonia sends police",
        byline="Ana Okello",
        published=date(2024, 3, 12),
        head_end=ARTICLE.index("A hundred"),
    )


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


def test_options_go_before_all_else() -> None:
    options = ReadOptions(published=date(2020, 1, 2), publisher="Elsewhere")
    text = "---\npublished: 2024-05-01\npublisher: Here\n---\n" + ARTICLE
    document = document_from_bytes("a.md", text.encode(), options)
    assert (document.published, document.publisher) == (date(2020, 1, 2), "Elsewhere")


def test_a_date_on_the_command_line_is_for_one_document_only(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(ARTICLE, encoding="utf-8")
    options = ReadOptions(published=date(2020, 1, 2))
    (document,) = read_documents([tmp_path / "a.txt"], options=options)
    assert isinstance(document, Document)
    assert document.published == date(2020, 1, 2)
    with pytest.raises(UsageError, match="one document"):
        list(read_documents([tmp_path], options=options))


@pytest.mark.parametrize(
    ("data", "body"),
    [
        (codecs.BOM_UTF8 + "Café said no.".encode(), "Café said no."),
        ("Café said no.".encode("utf-16"), "Café said no."),
        (codecs.BOM_UTF16_BE + "Café said no.".encode("utf-16-be"), "Café said no."),
        ("Café said no.".encode("utf-32"), "Café said no."),
        ("“No,” said José, at the café.".encode("cp1252"), "“No,” said José, at the café."),
        (b"One.\r\nTwo.\rThree.\n", "One.\nTwo.\nThree.\n"),
        (b"A stray \x00 in a longer text of one line.", "A stray \ufffd in a longer text of one line."),
        (
            "Soft\u00adhyphen, zero\u200bwidth, \u202ebidi.".encode(),
            "Soft\u00adhyphen, zero\u200bwidth, \u202ebidi.",
        ),
    ],
)
def test_encodings(data: bytes, body: str) -> None:
    assert document_from_bytes("a.txt", data).body == body


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (codecs.BOM_UTF8, "is empty"),
        (b"%PDF-1.7\nhello", "is a PDF, not a text"),
        (b"PK\x03\x04rest", "is a zip archive"),
        (b"\x89PNG\r\n\x1a\n", "is an image"),
        (b"\x00\x01\x02\x03", "is binary"),
        ("plain".encode("utf-16-le") * 9, "is binary (or UTF-16 without a byte order mark)"),
        ("Нет, сказал он.".encode("cp1251"), "cannot be decoded: byte 0 is not UTF-8"),
        ("Ten €, twenty €, thirty".encode() + b"\xe2\x82", "cannot be decoded: byte"),
        (b"undefined in cp1252: \x81", "cannot be decoded: byte 21"),
        (codecs.BOM_UTF16_LE + b"a", "cannot be decoded: its byte order mark says UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, error: str) -> None:
    with pytest.raises(DocumentError) as raised:
        document_from_bytes("a.txt", data)
    assert str(raised.value).startswith(f"a.txt: {error}")


def test_a_file_over_the_limit_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert (
        failure(read_documents([path])) == f"{path}: is larger than 20 MB, the most that an article may have"
    )


def test_missing_unreadable_unknown_and_empty_inputs_fail_and_the_rest_goes_on(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(ARTICLE, encoding="utf-8")
    page = tmp_path / "page.html"
    page.write_text("<p>", encoding="utf-8")
    bare = tmp_path / "bare"
    bare.write_text("x", encoding="utf-8")
    folder = tmp_path / "none"
    folder.mkdir()
    missing = tmp_path / "missing.txt"
    found = bodies(read_documents([missing, page, bare, folder, "a\x00b.txt", good]))
    assert found == [
        f"{missing}: no such file or folder",
        f"{page}: .html files are not read (read are .txt, .md, .jsonl)",
        f"{bare}: a file without a suffix is not read (read are .txt, .md, .jsonl)",
        f"{folder}: no articles in this folder (read are .txt, .md, .jsonl)",
        "a\x00b.txt: cannot be read: embedded null byte",
        ARTICLE,
    ]


def test_a_folder_is_read_to_the_bottom_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.MD", "a/b.txt", "c.html", ".hidden.txt", ".git/x.txt", "a/d.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"text": "It was said."}' if name.endswith("l") else ARTICLE, encoding="utf-8")
    names = [os.path.relpath(item.name, tmp_path) for item in read_documents([tmp_path])]
    assert names == ["a/b.txt", "a/d.jsonl:1", "a/z.MD", "b.txt"]


def test_a_link_to_its_own_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert len(list(read_documents([tmp_path]))) == 1


def test_documents_come_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    items = read_documents([tmp_path / "a.txt", tmp_path / "later.txt"])
    next(items)
    (tmp_path / "later.txt").write_text(ARTICLE, encoding="utf-8")
    assert isinstance(next(items), Document)


def test_json_lines_one_article_a_line_and_a_bad_line_is_one_failure(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps(
        {"text": "It was said.\r\nTwice.", "title": "T", "author": ["A", "B"], "date": "2024-05-01", "n": 1}
    )
    lines = [
        good,
        "",
        "{not json",
        "[1]",
        '{"title": "no text"}',
        '{"text": 5}',
        '{"text": " "}',
        '{"text": "x", "published": 17}',
        '{"text": "x", "published": "soon"}',
        "[" * 100_000,
        '{"text": "Half a pair \\ud800 and \\u0000."}',
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    first, *bad, last = read_documents([path])
    assert isinstance(first, Document)
    assert first.name == f"{path}:1"
    assert first.input_sha256 == hashlib.sha256(good.encode()).hexdigest()
    assert (first.body, first.title, first.byline) == ("It was said.\nTwice.", "T", "A, B")
    assert first.published == date(2024, 5, 1)
    assert [str(item).removeprefix(str(path)) for item in bad] == [
        ":3: is not JSON: Expecting property name enclosed in double quotes at character 2",
        ':4: is not a JSON object with "text"',
        ':5: has no "text"',
        ':6: "text" must be a text',
        ":7: has no text",
        ":8: published must be a text",
        ":9: published is not a date: 'soon' (write YYYY-MM-DD)",
        ":10: is not JSON that can be read",
    ]
    assert isinstance(last, Document)
    assert last.body == "Half a pair \ufffd and \ufffd."


def test_a_binary_or_empty_jsonl_file_is_one_failure(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\x89PNG\n\x00\n\x01\n")
    assert failure(read_documents([path])).startswith(f"{path}: is an image")
    path.write_bytes(b"\n\n")
    assert failure(read_documents([path])) == f"{path}: is empty"
    path.write_bytes('{"text": "x"}\n'.encode("utf-16"))
    assert failure(read_documents([path])) == f"{path}: is UTF-16: JSON Lines must be UTF-8"


def test_a_line_over_the_limit_fails_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "' + b"a" * LARGEST + b'"}\n{"text": "It was said."}\n')
    assert bodies(read_documents([path])) == [
        f"{path}:1: is longer than 20 MB, the most that an article may have",
        "It was said.",
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (ARTICLE.encode(), [ARTICLE]),
        (b"---\ntitle: T\n---\nIt was said.\n", ["It was said.\n"]),
        (b'\n{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        (b'{"a": 1} is how the leaked file begins.\n', ['{"a": 1} is how the leaked file begins.\n']),
        (b'{"title": "no text"}\n', ['{"title": "no text"}\n']),
        (b"", ["-: is empty"]),
        (b"%PDF-1.7", ["-: is a PDF, not a text: save it as plain text (UTF-8)"]),
        (b"a" * (LARGEST + 1), ["-: is larger than 20 MB, the most that an article may have"]),
    ],
)
def test_standard_input_is_a_text_or_json_lines(data: bytes, expected: list[str]) -> None:
    assert bodies(read_documents(["-"], stdin=BytesIO(data))) == expected


def test_a_name_that_is_no_text_or_of_two_lines_is_still_one_line(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9\n.txt")  # noqa: PTH118 - bytes
    Path(os.fsdecode(path)).write_text(ARTICLE, encoding="utf-8")
    (item,) = read_documents([tmp_path])
    assert item.name == f"{tmp_path}/caf\ufffd\\n.txt"


@given(
    st.binary(max_size=200)
    | st.text(max_size=100).map(lambda text: ("---\n" + text).encode(errors="replace"))
)
def test_any_bytes_are_a_document_or_a_document_error(data: bytes) -> None:
    try:
        document = document_from_bytes("x", data)
    except DocumentError:
        return
    assert document.body == normalize(document.body)
    assert 0 <= document.head_end <= len(document.body)


@given(st.binary(max_size=300))
def test_any_standard_input_is_read_or_fails_in_one_line(data: bytes) -> None:
    for item in read_documents(["-"], stdin=BytesIO(data)):
        assert isinstance(item, Document) or "\n" not in item.reason


@given(st.text(alphabet=st.characters() | st.sampled_from("\r\n\x00\ud800\udfff")))
def test_normalizing_is_idempotent_and_keeps_the_offsets_of_all_but_newlines(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once
    assert len(once) == len(text.replace("\r\n", "\n"))
    once.encode("utf-8")
    assert "\x00" not in once
