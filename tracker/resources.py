"""Where the migrations and the seeds lie: inside an installed package, at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def migrations_path() -> Path:
    """Return the folder of Alembic's ``env.py`` and ``versions``."""
    return _shipped("_migrations", "migrations")


def seeds_path() -> Path:
    """Return the folder of the seed files and of the demonstration articles (``articles``)."""
    return _shipped("_seeds", "seeds")


def _shipped(inside: str, beside: str) -> Path:
    packed = _PACKAGE / inside
    return packed if packed.is_dir() else _PACKAGE.parent / beside
