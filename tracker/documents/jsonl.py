"""JSON Lines: one article a line, an object with ``text`` and the keys of front matter."""

from __future__ import annotations

import codecs
import dataclasses
import hashlib
import json
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from tracker.documents.build import ReadOptions, build_document
from tracker.documents.decode import decode
from tracker.documents.front_matter import metadata_of_json
from tracker.documents.model import Document, DocumentFailure
from tracker.errors import DocumentError


def read_jsonl(
    name: str,
    stream: BinaryIO,
    options: ReadOptions,
    limit: int,
    first_lines: tuple[bytes, ...] = (),
) -> Iterator[Document | DocumentFailure]:
    """Yield the article of each line, named ``name:number``; a bad line is one failure, the rest goes on.

    Blank lines are skipped. ``limit`` is the most bytes a line may have; no more of it is held in memory.
    ``first_lines`` were read from ``stream`` before. A file that is no text at all is one failure.
    """
    found = False
    for number, line in enumerate(chain(first_lines, _lines(stream, limit)), start=1):
        data = (line.removeprefix(codecs.BOM_UTF8) if number == 1 else line).rstrip(b"\r\n")
        if not data.strip():
            continue
        if number == 1 and (reason := _refusal(data)):
            yield DocumentFailure(name, reason)
            return
        found = True
        yield _article(name, number, data, options, limit)
    if not found:
        yield DocumentFailure(name, "is empty")


def is_article(line: bytes) -> bool:
    """Tell whether a line is a JSON object with ``text``: the mark of JSON Lines on standard input."""
    if not line.lstrip(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        return False
    try:
        record = _parse(line.removeprefix(codecs.BOM_UTF8))
    except DocumentError:
        return False
    return "text" in record


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """Yield the lines; of one that is longer than ``limit`` only the first ``limit + 1`` bytes."""
    while line := stream.readline(limit + 1):
        rest = line
        while len(rest) > limit and not rest.endswith(b"\n"):
            rest = stream.readline(limit + 1)
        yield line


def _refusal(first_line: bytes) -> str | None:
    """Say why the first line shows that the whole file is no text; None where it may be one."""
    if first_line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "is UTF-16: JSON Lines must be UTF-8"
    if b"\x00" in first_line or not first_line.lstrip().startswith(b"{"):
        try:
            decode(first_line)
        except DocumentError as error:
            return str(error)
    return None


def _article(
    file: str, number: int, data: bytes, options: ReadOptions, limit: int
) -> Document | DocumentFailure:
    name = f"{file}:{number}"
    if len(data) > limit:
        return DocumentFailure(
            name, f"is longer than {limit // 1_000_000} MB, the most that an article may have"
        )
    try:
        record = _parse(data)
        text = record.get("text")
        if not isinstance(text, str):
            raise DocumentError('"text" must be a text' if "text" in record else 'has no "text"')
        digest = hashlib.sha256(data).hexdigest()
        document = build_document(name, text, digest, metadata_of_json(record), options)
        return dataclasses.replace(document, line=number)
    except DocumentError as error:
        return DocumentFailure(name, str(error))


def _parse(data: bytes) -> dict[str, object]:
    try:
        record = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise DocumentError(f"cannot be decoded: byte {error.start} is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise DocumentError(f"is not JSON: {error.msg} at character {error.pos + 1}") from error
    except (ValueError, RecursionError) as error:
        raise DocumentError("is not JSON that can be read") from error
    if not isinstance(record, dict):
        raise DocumentError('is not a JSON object with "text"')
    return record
