"""YAML whose every value can still tell the line it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tracker.errors import TrackerError

# Every scalar stays a string: "NO" is Norway, not false. The C loader is ten times as fast as the other.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 12  # far more than any entry has; a file that refers to itself has no end
_NULLS = frozenset({"", "~", "null"})

Location = Sequence[int | str]
"""A way into nested values: ("missions", 3, "host")."""


class SeedError(TrackerError):
    """A seed file cannot be used; the message begins with the file and the line."""


@dataclass(frozen=True, slots=True)
class LinedFile:
    """A YAML file: its plain values (strings, None, lists, dicts), and the tree that knows their lines."""

    path: Path
    values: Any
    _root: yaml.Node | None

    def line(self, location: Location) -> int:
        """Return the line, from 1, of what stands at ``location``, or else of what is around it."""
        node = self._root
        line = node.start_mark.line if node is not None else 0
        for step in location:
            key, node = _child(node, step)
            if node is None:
                break
            line = (key or node).start_mark.line
        return line + 1

    def error(self, location: Location, message: str) -> SeedError:
        """Return the error that names this file and the line of ``location``."""
        return SeedError(f"{self.path}:{self.line(location)}: {message}")


def read_lined(path: Path) -> LinedFile:
    """Read one file; raise ``SeedError`` where it is no readable YAML or gives a key twice."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SeedError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise SeedError(f"{path}:{line}: not UTF-8; save the file as UTF-8") from error
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{path}:{mark.line + 1}" if mark else f"{path}"
        raise SeedError(f"{where}: not YAML: {error.problem or error.context}") from error
    except yaml.YAMLError as error:
        raise SeedError(f"{path}: not YAML: {' '.join(str(error).split())}") from error
    return LinedFile(path, _plain(root, path, 0), root)


def _plain(node: yaml.Node | None, path: Path, depth: int) -> Any:
    if node is None:
        return None
    if isinstance(node, yaml.ScalarNode):
        # The C parser gives a plain scalar the style "", the other one None.
        return None if not node.style and node.value in _NULLS else node.value
    if depth > _DEEPEST:
        raise SeedError(f"{path}:{node.start_mark.line + 1}: nested too deeply")
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, path, depth + 1) for item in node.value]
    values: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise SeedError(f"{path}:{key.start_mark.line + 1}: a key must be a word")
        if key.value in values:
            raise SeedError(f'{path}:{key.start_mark.line + 1}: key "{key.value}" is given twice')
        values[key.value] = _plain(value, path, depth + 1)
    return values


def _child(node: yaml.Node | None, step: int | str) -> tuple[yaml.Node | None, yaml.Node | None]:
    """Return the key's node (in a mapping) and the value's node; None, None where there is no such child."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None, None
