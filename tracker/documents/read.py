"""Files, folders and standard input to documents."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from tracker.documents.build import ReadOptions, build_document
from tracker.documents.decode import decode, normalize
from tracker.documents.front_matter import split_front_matter
from tracker.documents.jsonl import is_article, read_jsonl
from tracker.documents.model import Document, DocumentFailure
from tracker.errors import DocumentError, UsageError

LARGEST = 20_000_000
"""The most bytes that one article may have."""

_MOST_BLANK_LINES = 1_000
STANDARD_INPUT = "-"
TEXT_SUFFIXES = (".txt", ".md")
LINES_SUFFIX = ".jsonl"
SUFFIXES = (*TEXT_SUFFIXES, LINES_SUFFIX)

Item = Document | DocumentFailure


def read_documents(
    paths: Iterable[str | os.PathLike[str]],
    *,
    options: ReadOptions | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Item]:
    """Read articles one by one, in the order given; what cannot be read is a failure and the rest goes on.

    A path is a ``.txt`` or ``.md`` file (with or without YAML front matter), a ``.jsonl`` file, a folder (all
    such files below it, sorted by name) or ``-`` for ``stdin`` (default: the process's own; a text, or JSON
    Lines where the first line is a JSON object with "text"). Only one article is held in memory, two where
    ``options.published`` is given; that is for one document only, else ``UsageError``.
    """
    options = options or ReadOptions()
    items = chain.from_iterable(_read_path(os.fspath(path), options, stdin) for path in paths)
    return items if options.published is None else _only_one(items)


def read_document(path: str | os.PathLike[str], *, options: ReadOptions | None = None) -> Document:
    """Read the one article that ``path`` (or ``-``) holds; raise ``DocumentError`` where it cannot be."""
    items = read_documents([path], options=options)
    item = next(items)
    if isinstance(item, DocumentFailure):
        raise DocumentError(str(item))
    if next(items, None) is not None:
        raise DocumentError(f"{printable(path)}: holds more than one article")
    return item


def document_from_bytes(name: str, data: bytes, options: ReadOptions | None = None) -> Document:
    """Return the article that ``data`` is: a text in some encoding, with or without front matter.

    Raises ``DocumentError``, whose one line begins with ``name``.
    """
    try:
        if len(data) > LARGEST:
            raise DocumentError(_too_large())
        text = normalize(decode(data))
        metadata, begins = split_front_matter(text)
        return build_document(name, text[begins:], hashlib.sha256(data).hexdigest(), metadata, options)
    except DocumentError as error:
        raise DocumentError(f"{name}: {error}") from error


def printable(path: str | os.PathLike[str]) -> str:
    """Return a path as messages and the database can hold it: one line, no undecodable bytes."""
    return os.fsencode(path).decode("utf-8", "replace").replace("\n", "\\n").replace("\r", "\\r")


def _only_one(items: Iterator[Item]) -> Iterator[Item]:
    first, second = next(items, None), next(items, None)
    if second is not None:
        raise UsageError(
            "--published gives the date of one document, but there are several: put it into each"
        )
    if first is not None:
        yield first


def _read_path(path: str, options: ReadOptions, stdin: BinaryIO | None) -> Iterator[Item]:
    if path == STANDARD_INPUT:
        yield from _read_stream(STANDARD_INPUT, stdin or sys.stdin.buffer, options)
        return
    try:
        mode = Path(path).stat().st_mode
        if stat.S_ISDIR(mode):
            yield from _read_folder(path, options)
        elif not stat.S_ISREG(mode):  # a pipe, as from "<(command)"
            with Path(path).open("rb") as stream:
                yield from _read_stream(printable(path), stream, options)
        elif _suffix(path) in SUFFIXES:
            yield from _read_file(path, options)
        else:
            what = f"{_suffix(path)} files are" if _suffix(path) else "a file without a suffix is"
            yield DocumentFailure(printable(path), f"{what} not read (read are {', '.join(SUFFIXES)})")
    except (OSError, ValueError) as error:
        yield DocumentFailure(printable(path), _system_reason(error))


def _read_folder(folder: str, options: ReadOptions) -> Iterator[Item]:
    found = False
    for item in _files_below(folder):
        found = True
        if isinstance(item, DocumentFailure):
            yield item
        else:
            yield from _read_file(item, options)
    if not found:
        yield DocumentFailure(
            printable(folder), f"no articles in this folder (read are {', '.join(SUFFIXES)})"
        )


def _files_below(folder: str) -> Iterator[str | DocumentFailure]:
    """Yield the files of known suffixes, sorted by name, folders among them; hidden ones are passed over."""
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        yield DocumentFailure(printable(folder), _system_reason(error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files_below(entry.path)
        elif _suffix(entry.name) in SUFFIXES and not entry.is_dir():
            yield entry.path


def _read_file(path: str, options: ReadOptions) -> Iterator[Item]:
    name = printable(path)
    try:
        with Path(path).open("rb") as stream:
            if _suffix(path) == LINES_SUFFIX:
                yield from read_jsonl(name, stream, options, LARGEST)
            elif os.fstat(stream.fileno()).st_size > LARGEST:
                yield DocumentFailure(name, _too_large())
            else:
                yield _text_item(name, stream.read(LARGEST + 1), options)
    except OSError as error:
        yield DocumentFailure(name, _system_reason(error))


def _read_stream(name: str, stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
    first = stream.readline(LARGEST + 1)
    skipped: list[bytes] = []
    while first and not first.strip() and len(skipped) < _MOST_BLANK_LINES:
        skipped.append(first)
        first = stream.readline(LARGEST + 1)
    if is_article(first):
        yield from read_jsonl(name, stream, options, LARGEST, (*skipped, first))
        return
    before = b"".join([*skipped, first])
    yield _text_item(name, before + stream.read(max(0, LARGEST + 1 - len(before))), options)


def _text_item(name: str, data: bytes, options: ReadOptions) -> Item:
    try:
        return document_from_bytes(name, data, options)
    except DocumentError as error:
        return DocumentFailure(name, str(error).removeprefix(f"{name}: "))


def _suffix(path: str) -> str:
    return Path(path).suffix.lower()


def _too_large() -> str:
    return f"is larger than {LARGEST // 1_000_000} MB, the most that an article may have"


def _system_reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "cannot be read: permission denied"
    text = error.strerror if isinstance(error, OSError) else str(error)
    return f"cannot be read: {text or type(error).__name__}"
