"""Proof that every quote of an extraction stands where it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def wrong_spans(body: str, value: Any, where: str = "") -> Iterator[str]:
    """Yield a line for each span, however deep in ``value``, that is empty, out of ``body`` or not its quote.

    ``value`` is made of JSON's values; a span is an object with ``start`` and ``end`` (code points).
    """
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            start, end = value["start"], value["end"]
            if not 0 <= start < end <= len(body) or value.get("quote", body[start:end]) != body[start:end]:
                yield f"{where}: wrong span {start}..{end}"
        for key, inner in value.items():
            yield from wrong_spans(body, inner, f"{where}.{key}" if where else key)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from wrong_spans(body, inner, f"{where}[{index}]")
