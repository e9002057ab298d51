"""What an article says about itself before its text: YAML front matter, or the keys of a JSON object."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from tracker.documents.dates import parse_published
from tracker.documents.decode import normalize
from tracker.documents.model import Metadata
from tracker.errors import DocumentError

if TYPE_CHECKING:
    import yaml

LONGEST = 64_000
"""The most characters that front matter may have."""

_OPENS = re.compile(r"\ufeff?---[ \t]*\n")
_CLOSES = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_NULL = "tag:yaml.org,2002:null"

# Each field with the keys that mean it, the preferred first.
_KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "byline": ("author",),
    "publisher": ("publisher",),
    "published": ("published", "date"),
    "url": ("url", "source_url"),
}


def split_front_matter(text: str) -> tuple[Metadata, int]:
    """Read the front matter of a normalized text; return it and the offset at which the body begins.

    A text that does not open with a line ``---`` has none: empty metadata and 0. Unknown keys are ignored.
    Raises ``DocumentError`` (the reason alone) that names the line of what is malformed.
    """
    opens = _OPENS.match(text)
    if opens is None:
        return Metadata(), 0
    closes = _CLOSES.search(text, opens.end())
    if closes is None:
        raise DocumentError("line 1: the front matter that opens here is not closed by a line ---")
    if closes.start() - opens.end() > LONGEST:
        raise DocumentError(f"line 1: the front matter is longer than {LONGEST:,} characters")
    values = _yaml_values(text[opens.end() : closes.start()])
    metadata = _metadata(values, lambda line, why: DocumentError(f"front matter, line {line}: {why}"))
    return metadata, min(closes.end() + 1, len(text))


def metadata_of_json(record: Mapping[str, object]) -> Metadata:
    """Read the keys of an article's JSON object.

    Raises ``DocumentError`` (the reason alone) on a value of the wrong type.
    """
    values: dict[str, tuple[int, object]] = {}
    for key in _known_keys():
        value = record.get(key)
        if value is not None:
            values[key] = (0, value)
    return _metadata(values, lambda _, why: DocumentError(why))


def _known_keys() -> Iterable[str]:
    return (key for keys in _KEYS.values() for key in keys)


def _yaml_values(block: str) -> dict[str, tuple[int, object]]:
    """Return each known key with its line in the file and its value: a text as printed, or a list of them."""
    import yaml  # noqa: PLC0415 - most articles have no front matter

    try:
        root = yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + 2
        hint = ": put a value that holds a colon in quotes" if "mapping values" in str(error.problem) else ""
        raise DocumentError(f"front matter, line {line}: {error.problem}{hint}") from error
    except yaml.reader.ReaderError as error:
        line = block.count("\n", 0, error.position) + 2
        raise DocumentError(f"front matter, line {line}: a character that YAML does not allow") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise DocumentError("front matter, line 2: not YAML that can be read") from error
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise DocumentError("front matter, line 2: not a list of 'key: value' lines")
    known = set(_known_keys())
    return {
        key.value: (key.start_mark.line + 2, _node_value(value))
        for key, value in root.value
        if isinstance(key, yaml.ScalarNode) and key.value in known and value.tag != _NULL
    }


def _node_value(node: yaml.Node) -> object:
    """Return a scalar as it is printed, a list of scalars as a list, anything else as no text."""
    if isinstance(node.value, str):
        return node.value
    return [None if isinstance(item, tuple) else item.value for item in node.value]


def _metadata(
    values: Mapping[str, tuple[int, object]], failure: Callable[[int, str], DocumentError]
) -> Metadata:
    texts: dict[str, str | None] = {}
    published: date | None = None
    for field, keys in _KEYS.items():
        key = next((key for key in keys if key in values), None)
        if key is None:
            continue
        line, value = values[key]
        text = _text(value, many=field == "byline")
        if text is None:
            raise failure(line, f"{key} must be a text")
        if field != "published":
            texts[field] = text or None
        elif text:
            try:
                published = parse_published(text)
            except ValueError as error:
                raise failure(line, f"{key} is {error}") from error
    return Metadata(published=published, **texts)


def _text(value: object, *, many: bool) -> str | None:
    """Return a value as one line of text, or None where it is not of the right type."""
    if isinstance(value, list) and many and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    return " ".join(normalize(value).split()) if isinstance(value, str) else None
