"""Loading a folder of seed files."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from tracker.knowledge import Knowledge
from tracker.resources import seeds_path
from tracker.seeds.crosscheck import check
from tracker.seeds.entries import knowledge_of
from tracker.seeds.schema import SECTIONS, Office, SeedFile
from tracker.seeds.yaml_lines import LinedFile, SeedError, read_lined


def load_knowledge(folder: Path | None = None) -> Knowledge:
    """Read, check and join every ``*.yaml`` of ``folder`` (of the packaged seeds where it is None).

    The entries are sorted: neither the names of the files nor the order within them tells in the result or
    its digest. Raises ``SeedError``, whose one line begins with the file and the line number, where a file is
    no YAML, says something that an entry has no place for, or where entries contradict each other.
    """
    return _packaged() if folder is None else _load(folder)


@functools.cache
def _packaged() -> Knowledge:
    return _load(seeds_path())


def _load(folder: Path) -> Knowledge:
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise SeedError(f"{folder}: no seed files (*.yaml) there")
    files = [(file, _validated(file)) for file in map(read_lined, paths)]
    check(files)
    return knowledge_of(seeds for _, seeds in files)


def _validated(file: LinedFile) -> SeedFile:
    if file.values is not None and not isinstance(file.values, dict):
        raise file.error((), f"the sections are missing: {', '.join(SECTIONS)}")
    sections = {name: entries for name, entries in (file.values or {}).items() if entries is not None}
    try:
        return SeedFile.model_validate(sections)
    except ValidationError as invalid:
        problems = invalid.errors(include_url=False)
        first = min(problems, key=lambda problem: file.line(problem["loc"]))
        raise file.error(first["loc"], _message(first, file.values)) from None


def _message(problem: Any, values: Any) -> str:
    location, sort = problem["loc"], problem["type"]
    key = next((step for step in reversed(location) if isinstance(step, str)), "file")
    if sort == "extra_forbidden":
        return f'unknown key "{key}"; known here: {", ".join(_known_keys(location))}'
    if sort == "missing":
        return f'"{key}" is missing{_of_entry(location[:-1], values)}'
    if sort == "value_error":
        return str(problem["ctx"]["error"])
    what = problem["msg"][0].lower() + problem["msg"][1:]
    given = problem["input"]
    return f"{key}: {what}" + (f", not {given!r}" if given is None or isinstance(given, str) else "")


def _known_keys(location: tuple[int | str, ...]) -> list[str]:
    if len(location) == 1:
        return list(SECTIONS)
    model = Office if "offices" in location else SECTIONS[str(location[0])]
    return list(model.model_fields)


def _of_entry(location: tuple[int | str, ...], values: Any) -> str:
    """Return which entry is meant, where it has a name to be called by."""
    for step in location:
        values = values[step]
    name = (
        values.get("name") or values.get("slug") or values.get("office") if isinstance(values, dict) else None
    )
    return f' for "{name}"' if name else ""
