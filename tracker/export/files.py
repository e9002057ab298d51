"""An export as text, and writing it so that a reader sees all of it or none."""

from __future__ import annotations

import json
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import IO

from tracker.errors import ItemError
from tracker.export.content import Contents


class Format(StrEnum):
    """How an export is written."""

    JSON = "json"
    JSONL = "jsonl"


def lines_of(contents: Contents, form: Format) -> Iterator[str]:
    """Yield the lines of an export: one JSON object, or one object a line that names its ``record``."""
    if form is Format.JSONL:
        for table, records in contents.items():
            for record in records:
                yield json.dumps({"record": table.removesuffix("s"), **record}, ensure_ascii=False)
        return
    yield from json.dumps(contents, ensure_ascii=False, indent=1).split("\n")


def write_whole(path: Path, lines: Iterable[str]) -> None:
    """Write lines as UTF-8 beside ``path`` and then put them in its place; a link to a file stays a link.

    What is no file (a pipe, a device) is written through. Raises ``ItemError`` where that cannot be; a file
    that was there before is then untouched.
    """
    try:
        mode = _mode_of(path)
        if mode is None or stat.S_ISREG(mode):
            _replace(Path(os.path.realpath(path)), lines, _new_mode() if mode is None else stat.S_IMODE(mode))
        else:
            with path.open("w", encoding="utf-8", newline="\n") as stream:
                _write(stream, lines)
    except OSError as error:
        raise ItemError(f"{path} cannot be written: {error.strerror}; name another with -o") from error


def same_file(path: Path, other: Path) -> bool:
    """Tell whether both mean one file, also through links; neither has to be there."""
    if os.path.realpath(path) == os.path.realpath(other):
        return True
    try:
        return path.samefile(other)
    except OSError:
        return False


def _replace(target: Path, lines: Iterable[str], mode: int) -> None:
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="\n", dir=target.parent, prefix=f".{target.name[:100]}.", delete=False
    ) as file:
        try:
            _write(file, lines)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).chmod(mode)
            Path(file.name).replace(target)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def _write(stream: IO[str], lines: Iterable[str]) -> None:
    for line in lines:
        stream.write(line + "\n")


def _mode_of(path: Path) -> int | None:
    """Return what ``path`` leads to and who may read it; None where nothing is there."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _new_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
