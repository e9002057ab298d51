"""From bytes to a text, or to a refusal."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.documents import document_from_bytes
from tracker.documents.decode import normalize
from tracker.errors import DocumentError


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


@given(st.text(alphabet=st.characters() | st.sampled_from("\r\n\x00\ud800\udfff")))
def test_normalizing_is_idempotent_and_keeps_the_offsets_of_all_but_newlines(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once
    assert len(once) == len(text.replace("\r\n", "\n"))
    once.encode("utf-8")
    assert "\x00" not in once
