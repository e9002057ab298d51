"""An export as text, and writing it so that a reader sees all of it or none."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

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
    """Write lines as UTF-8 beside ``path`` and then put them in its place.

    Raises ``ItemError`` where that cannot be; what was there before is then untouched.
    """
    target = path.resolve() if path.is_symlink() else path
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", dir=target.parent, prefix=f".{target.name}.", delete=False
        ) as file:
            try:
                for line in lines:
                    file.write(line + "\n")
                file.flush()
                os.fsync(file.fileno())
                Path(file.name).chmod(_mode(target))
                Path(file.name).replace(target)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise ItemError(f"{path} cannot be written: {error.strerror}; name another with -o") from error


def _mode(path: Path) -> int:
    """Return the mode of the file that is replaced, else that of a new file."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
