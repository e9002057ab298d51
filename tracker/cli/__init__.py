"""The command line: one file a group of commands; each parses, calls, prints."""

from __future__ import annotations

from typing import NoReturn


def main() -> NoReturn:
    """Run the program with the process's own arguments and exit with its status."""
    from tracker.cli.app import app  # noqa: PLC0415 - importing the package must stay free

    app()
    raise AssertionError("the program exits by itself")
