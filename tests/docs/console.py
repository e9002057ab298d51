"""The commands of a Markdown file, run as a reader would, and what they print.

A ``console`` block holds commands (``$ …``, continued by ``> …``) and their output, in which a line ``...``
stands for any lines. ``python -m tests.docs.console`` runs those of the README and writes what they print now
in its place; between two ``...`` as many lines are kept as stood there, from the one most like the first.
"""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
ELLIPSIS = "..."
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Step:
    """A command, as the shell takes it, and the lines that it is said to print."""

    shown: tuple[str, ...]
    command: str
    expected: tuple[str, ...]


def steps(block: str) -> Iterator[Step]:
    """Yield the steps of a block's text."""
    for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
        lines = part.splitlines()
        if not lines:
            continue
        size = next((at for at, line in enumerate(lines[1:], 1) if not line.startswith("> ")), len(lines))
        command = "\n".join(line[2:] for line in lines[:size])
        yield Step(tuple(lines[:size]), command, tuple(lines[size:]))


def blocks(text: str) -> list[str]:
    """Return the text of every ``console`` block."""
    return _BLOCK.findall(text)


class Reader:
    """Somebody who types commands into a shell in an empty folder, with the articles at hand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        commands = folder / ".bin"
        commands.mkdir()
        script = commands / "tracker"
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tracker "$@"\n')
        script.chmod(0o755)
        (folder / "seeds").symlink_to(ROOT / "seeds")
        (folder / "build" / "demo").mkdir(parents=True)
        kept = {name: value for name, value in os.environ.items() if not name.startswith("TRACKER_")}
        self.environment = {
            **kept,
            "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
        }

    def types(self, command: str) -> tuple[int, list[str]]:
        """Return the exit status and what was printed, errors among it."""
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        return done.returncode, done.stdout.splitlines()


def matches(expected: tuple[str, ...], printed: list[str]) -> bool:
    """Tell whether the printed lines are the expected ones, ``...`` standing for any."""
    pattern = "".join(r"(?:.*\n)*?" if line == ELLIPSIS else re.escape(line) + r"\n" for line in expected)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


def renewed(expected: tuple[str, ...], printed: list[str]) -> list[str]:
    """Return what is printed now, elided where the expected lines were."""
    if ELLIPSIS not in expected:
        return printed
    found: list[str] = []
    at = 0
    for chunk in re.split(
        rf"^({re.escape(ELLIPSIS)}\n)", "".join(f"{line}\n" for line in expected), flags=re.MULTILINE
    ):
        lines = chunk.splitlines()
        if lines == [ELLIPSIS]:
            found.append(ELLIPSIS)
        elif lines:
            rest = printed[at:]
            like = difflib.get_close_matches(lines[0], rest, 1, 0.0)
            at += rest.index(like[0]) if found and like else 0
            found += printed[at : at + len(lines)]
            at += len(lines)
    return found


def renew(path: Path) -> None:
    """Run the commands of a file and write what they print into it."""
    with tempfile.TemporaryDirectory() as folder:
        reader = Reader(Path(folder))

        def run(match: re.Match[str]) -> str:
            lines: list[str] = []
            for step in steps(match[1]):
                _, printed = reader.types(step.command)
                lines += [*step.shown, *renewed(step.expected, printed)]
            return "```console\n" + "".join(f"{line}\n" for line in lines) + "```"

        path.write_text(_BLOCK.sub(run, path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    renew(README)
