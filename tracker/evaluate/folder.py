"""Folders of annotated articles: each gold file with the article that it annotates."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from glob import escape
from pathlib import Path
from typing import Any

from tracker.documents import SUFFIXES, Document, read_document
from tracker.documents.read import LINES_SUFFIX
from tracker.errors import DocumentError, ItemError
from tracker.evaluate.gold import read_gold
from tracker.evaluate.score import Record

GOLD_SUFFIX = ".gold.json"


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its gold. ``name`` is the gold file's path within its folder, without the suffix."""

    name: str
    gold: Record
    document: Document


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that cannot be scored, or a folder without any; ``reason`` is one line and says which."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class GoldFile:
    """Where a gold file lies, and what its article is called."""

    name: str
    path: Path


def find_gold(folders: Iterable[str | os.PathLike[str]], only: str | None = None) -> list[GoldFile | Failure]:
    """Return the gold files below the folders, sorted by path; hidden ones are passed over.

    A path may be a gold file itself. ``only`` keeps those whose name holds it. Where two folders have files
    of one name, each is called by its whole path. Raises ``ItemError`` where ``only`` leaves none.
    """
    found: list[GoldFile | Failure] = []
    for folder in map(Path, folders):
        below = _below(folder)
        found += below or [Failure(str(folder), f"{folder}: {_nothing(folder)}")]
    if only is not None:
        kept = [each for each in found if isinstance(each, GoldFile) and only in each.name]
        if not kept and any(isinstance(each, GoldFile) for each in found):
            raise ItemError(f'no gold file has "{only}" in its name')
        found = [each for each in found if isinstance(each, Failure) or each in kept]
    return _told_apart(found)


def read_annotated(found: Iterable[GoldFile | Failure]) -> Iterator[Annotated | Failure]:
    """Read each gold file and its article; what cannot be read is a failure and the rest goes on.

    The article is ``article`` of the gold, relative to the gold file, else the file of the same stem. Its
    date, publisher, title and URL are those that the gold gives, be they null.
    """
    for each in found:
        if isinstance(each, Failure):
            yield each
            continue
        try:
            gold = read_gold(each.path)
            yield Annotated(each.name, gold, _document(each.path, gold))
        except DocumentError as error:
            yield Failure(each.name, str(error))


def _below(folder: Path) -> Sequence[GoldFile]:
    if folder.is_file() and folder.name.endswith(GOLD_SUFFIX):
        return [GoldFile(folder.name.removesuffix(GOLD_SUFFIX), folder)]
    inside = sorted(path.relative_to(folder) for path in folder.rglob(f"*{GOLD_SUFFIX}"))
    return [
        GoldFile(path.as_posix().removesuffix(GOLD_SUFFIX), folder / path)
        for path in inside
        if not any(part.startswith(".") for part in path.parts)
    ]


def _nothing(folder: Path) -> str:
    if not folder.exists():
        return "no such folder"
    return (
        f"no *{GOLD_SUFFIX} files there" if folder.is_dir() else f"neither a folder nor a *{GOLD_SUFFIX} file"
    )


def _told_apart(found: Sequence[GoldFile | Failure]) -> list[GoldFile | Failure]:
    often = Counter(each.name for each in found if isinstance(each, GoldFile))
    return [
        GoldFile(each.path.as_posix().removesuffix(GOLD_SUFFIX), each.path)
        if isinstance(each, GoldFile) and often[each.name] > 1
        else each
        for each in found
    ]


def _document(path: Path, gold: Record) -> Document:
    document = read_document(_article(path, gold))
    said: dict[str, Any] = {key: gold[key] for key in ("publisher", "title", "url") if key in gold}
    if "published" in gold:
        said["published"] = date.fromisoformat(gold["published"]) if gold["published"] else None
    return replace(document, **said)


def _article(path: Path, gold: Record) -> Path:
    stem = path.name.removesuffix(GOLD_SUFFIX)
    named = str(gold.get("article") or f"{stem}{SUFFIXES[0]}")
    beside = [path.parent / named]
    beside += [path.with_name(stem + suffix) for suffix in SUFFIXES if suffix != LINES_SUFFIX]
    # What has no reader yet is named by the reader's own refusal.
    beside += sorted(other for other in path.parent.glob(f"{escape(stem)}.*") if other.suffix != ".json")
    article = next((other for other in beside if other.is_file()), None)
    if article is None:
        raise DocumentError(f"{path}: its article {named} is not there")
    return article
