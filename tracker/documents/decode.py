"""From bytes to the text that is stored."""

from __future__ import annotations

import codecs
import re

from tracker.errors import DocumentError

_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a rar archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like UTF-16's, so it is tried first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_NON_ASCII = re.compile(rb"[\x80-\xff]")
_REPLACED = re.compile("[\x00\ud800-\udfff]")
# A stray NUL in a text is replaced; from this share on it is no text.
_MOST_NULS = 0.1
# English in cp1252 has few letters beyond ASCII; more of them are another encoding.
_MOST_NON_ASCII = 0.25


def decode(data: bytes) -> str:
    """Return the text of ``data``: UTF-8, UTF-16 or UTF-32 with a byte order mark, or plausible cp1252.

    Newlines and characters are as they stand: see ``normalize``. Raises ``DocumentError`` (the reason
    alone, without the name) for empty, binary and undecodable input.
    """
    if not data.strip():
        raise DocumentError("is empty")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise DocumentError(f"is {what}, not a text: save it as plain text (UTF-8)")
    text = _decoded(data)
    if not text.strip("\ufeff \t\r\n\f\v\x00"):
        raise DocumentError("is empty")
    return text


def normalize(text: str) -> str:
    r"""Return ``text`` as bodies are stored: newlines ``\n``, NUL and lone surrogates U+FFFD, one for one."""
    return _REPLACED.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def _decoded(data: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                name = encoding.removesuffix("-sig").upper()
                raise DocumentError(
                    f"cannot be decoded: its byte order mark says {name}, but byte {error.start} does not fit"
                ) from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decoded_cp1252(data, error.start)
    nuls = text.count("\x00")
    if nuls and (nuls > _MOST_NULS * len(text) or _CONTROLS.search(text)):
        raise _binary(data)
    if len(_CONTROLS.findall(text)) > _MOST_NULS * len(text):
        raise _binary(data)
    return text


def _decoded_cp1252(data: bytes, bad_byte: int) -> str:
    """Read what is not UTF-8 as cp1252, where that gives a plausible English text."""
    if b"\x00" in data:
        raise _binary(data)
    refusal = DocumentError(f"cannot be decoded: byte {bad_byte} is not UTF-8 (save it as UTF-8)")
    non_ascii = len(_NON_ASCII.findall(data))
    multibyte = sum(len(match) for match in _MULTIBYTE.findall(data))
    # Mostly well-formed UTF-8 with a broken byte would turn into gibberish, not into cp1252.
    if 2 * multibyte >= non_ascii or non_ascii > _MOST_NON_ASCII * len(data):
        raise refusal
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise refusal from None
    if _CONTROLS.search(text):
        raise _binary(data)
    return text


def _binary(data: bytes) -> DocumentError:
    hint = " (or UTF-16 without a byte order mark)" if data.count(b"\x00") * 3 > len(data) else ""
    return DocumentError(f"is binary{hint}, not a text")
