"""The reference of all commands, made of their own ``--help``.

``python -m tracker.cli.reference > docs/cli.md`` writes it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import typer

from tracker.cli.app import app

_WIDTH = 88
_HEAD = """\
# The command line

Made by `python -m tracker.cli.reference > docs/cli.md`; a test keeps it true.

`--db` and `--debug` may stand before the command or after it. `TRACKER_DB` stands in for `--db`.

| exit status | meaning |
|---|---|
| 0 | all went well |
| 1 | some items failed, something asked for was not found, or `verify` or `eval` found what should not be |
| 2 | the command was called wrongly |
| 3 | the database cannot be used: absent, newer than the program, foreign, damaged, locked |
| 70 | a fault of the program: one line; `--debug` shows where |
| 130 | interrupted from the keyboard |
| 141 | the reader of a pipe went away |

Errors are one line on standard error. With `--json`, standard output is JSON alone. In a pipe there is
no colour and nothing is cut off; on a terminal lines are made to fit, and `NO_COLOR` is honoured.
"""


def markdown() -> str:
    """Return the whole reference as Markdown."""
    parts = [_HEAD]
    for path, text in _helps(typer.main.get_command(app), "tracker", None):
        parts.append(f"## {path}\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


def _helps(command: Any, path: str, parent: Any) -> Iterator[tuple[str, str]]:
    context = command.context_class(
        command,
        info_name=path.rsplit(" ", 1)[-1],
        parent=parent,
        terminal_width=_WIDTH,
        max_content_width=_WIDTH,
        **command.context_settings,
    )
    yield path, "\n".join(line.rstrip() for line in command.get_help(context).strip().splitlines())
    for name, inner in getattr(command, "commands", {}).items():
        yield from _helps(inner, f"{path} {name}", context)


if __name__ == "__main__":
    sys.stdout.write(markdown())
