"""Printing: lines of text, and JSON alone where it was asked for."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import typer

from tracker.cli.text import one_line

# JSON itself escapes only the controls below a space; a terminal obeys others too.
_RAW = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def say(lines: Iterable[str]) -> None:
    """Print lines on standard output."""
    for line in lines:
        typer.echo(line)


def complain(line: str) -> None:
    """Print on standard error that one item failed, while the rest goes on."""
    with suppress(OSError):  # there is no other place to say it, and the work shall not stop for it
        typer.echo(f"tracker: {one_line(line)}", err=True)


def warn(line: str) -> None:
    """Print a warning of one line on standard error."""
    complain(f"warning: {line}")


def json_text(value: Any, *, compact: bool = False) -> str:
    """Return ``value`` as JSON: indented, or (``compact``) on one line as JSON Lines wants it."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=None if compact else 2)
    return _RAW.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def say_json(value: Any, *, compact: bool = False) -> None:
    """Print ``value`` as JSON on standard output."""
    say_utf8([json_text(value, compact=compact)])


def say_utf8(lines: Iterable[str]) -> None:
    """Print lines on standard output in UTF-8, whatever the locale says."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    say(lines)
