"""Which room may see which: the import rules of the design, read off the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in (ROOT / "tracker").rglob("*.py")
}

# Rooms (a module and all below it) with all that they may import of ours, within functions too.
MAY_SEE = {
    "tracker.vocab": (),
    "tracker.errors": (),
    "tracker.resources": (),
    "tracker.claims": ("tracker.vocab",),
    "tracker.knowledge": ("tracker.vocab",),
    "tracker.config": ("tracker.errors", "tracker.vocab"),
    "tracker.seeds": ("tracker.vocab", "tracker.knowledge", "tracker.errors", "tracker.resources"),
    "tracker.documents": ("tracker.vocab", "tracker.errors", "tracker.config"),
    "tracker.extract": ("tracker.vocab", "tracker.claims", "tracker.knowledge", "tracker.documents.model"),
    "tracker.reconcile": ("tracker.vocab", "tracker.claims", "tracker.knowledge"),
    "tracker.evaluate": (
        "tracker.vocab",
        "tracker.errors",
        "tracker.knowledge",
        "tracker.documents",
        "tracker.extract",
        "tracker.export.records",
    ),
    "tracker.db": (
        "tracker.vocab",
        "tracker.claims",
        "tracker.knowledge",
        "tracker.errors",
        "tracker.config",
        "tracker.resources",
        "tracker.documents.model",
        "tracker.reconcile.levels",
        "tracker.reconcile.model",
        "tracker.reconcile.sketch",
        "tracker.reconcile.version",
    ),
}

# What a room must not load from elsewhere.
MUST_NOT_LOAD = {
    "tracker.vocab": ("sqlalchemy", "pydantic", "typer"),
    "tracker.claims": ("sqlalchemy", "pydantic", "typer"),
    "tracker.extract": ("sqlalchemy", "alembic", "typer", "socket", "urllib", "http", "random"),
    "tracker.reconcile": ("sqlalchemy", "alembic", "typer", "socket", "urllib", "http", "random"),
    "tracker.documents": ("sqlalchemy", "alembic", "typer"),
    "tracker.read": ("alembic", "typer"),
    "tracker.export": ("alembic", "typer"),
}

FRONT = ("tracker.cli", "tracker.web")
STARTED_FROM_OUTSIDE = ("tracker.__main__",)
LONGEST_FILE = 1000


def within(module: str, rooms: tuple[str, ...]) -> bool:
    return any(module == room or module.startswith(f"{room}.") for room in rooms)


def imports(module: str) -> Iterator[str]:
    """Yield the full name of everything that a module imports, be it at its top or in a function."""
    path = MODULES[module]
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = package.split(".")
                base = ".".join([*parts[: len(parts) - node.level + 1], *filter(None, [base])])
            for name in node.names:
                full = f"{base}.{name.name}"
                yield full if full in MODULES else base


def test_the_rooms_are_found() -> None:
    assert {"tracker.vocab", "tracker.claims", "tracker.extract", "tracker.reconcile", "tracker.db"} <= set(
        MODULES
    )
    assert "tracker.vocab" in set(imports("tracker.claims"))


@pytest.mark.parametrize("room", MAY_SEE)
def test_a_room_sees_no_more_than_it_may(room: str) -> None:
    seen = {
        f"{module} imports {name}"
        for module in MODULES
        if within(module, (room,))
        for name in imports(module)
        if within(name, ("tracker",)) and name != "tracker" and not within(name, (room, *MAY_SEE[room]))
    }
    assert not seen


@pytest.mark.parametrize("room", MUST_NOT_LOAD)
def test_a_room_does_not_load(room: str) -> None:
    seen = {
        f"{module} imports {name}"
        for module in MODULES
        if within(module, (room,))
        for name in imports(module)
        if within(name, MUST_NOT_LOAD[room])
    }
    assert not seen


def test_nothing_sees_the_command_line_or_the_web() -> None:
    seen = {
        f"{module} imports {name}"
        for module in MODULES
        if not within(module, (*FRONT, *STARTED_FROM_OUTSIDE))
        for name in imports(module)
        if within(name, FRONT)
    }
    assert not seen


def test_files_stay_short() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for folder in ("tracker", "migrations", "tests", "benchmarks")
        for path in (ROOT / folder).rglob("*.py")
    }
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FILE}
