"""Files, folders and standard input, good and bad."""

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
from tracker.documents.read import LARGEST
from tracker.errors import UsageError

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
        language="en",
    )


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


@given(st.binary(max_size=300))
def test_any_standard_input_is_read_or_fails_in_one_line(data: bytes) -> None:
    for item in read_documents(["-"], stdin=BytesIO(data)):
        assert isinstance(item, Document) or "\n" not in item.reason
