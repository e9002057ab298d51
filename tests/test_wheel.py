"""The wheel works where there is no checkout: built, installed into an empty environment, and used there."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import require_or_skip

ROOT = Path(__file__).parents[1]
ARTICLE = """\
---
title: Kenyan police land in Haiti
publisher: Newswire
published: 2024-06-25
url: https://www.newswire.example/kenyan-police-land
---
PORT-AU-PRINCE, June 25 (Newswire) - A first contingent of 200 Kenyan police officers arrived in Haiti on \
Tuesday to join the Multinational Security Support mission.

"We are here to work," said President William Ruto of Kenya.
"""


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in ``cwd`` with nothing in its environment that points back to the checkout."""
    ours = ("PYTHON", "TRACKER_", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return subprocess.run(
        [*map(str, command)], cwd=cwd, env=kept, capture_output=True, text=True, check=False
    )


def tracker(environment: Path, *arguments: str | Path, cwd: Path) -> str:
    """Run the installed command; return its standard output."""
    done = run(environment / "bin" / "tracker", *arguments, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder with the sdist, and the wheel that was built from the sdist alone."""
    out = tmp_path / "dist"
    done = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture
def environment(built: Path, tmp_path: Path) -> Path:
    """An environment with the wheel and what it asks for, in the locked versions, and nothing else."""
    folder = tmp_path / "environment"
    venv.create(folder, with_pip=True)
    locked = (ROOT / "constraints-core.txt").read_text(encoding="utf-8")
    versions = tmp_path / "versions.txt"  # pip takes no hashes in constraints
    versions.write_text("\n".join(re.findall(r"^([^\s#].*?) *\\$", locked, re.MULTILINE)), encoding="utf-8")
    (wheel,) = built.glob("*.whl")
    install = run(folder / "bin" / "python", "-m", "pip", "install", "-c", versions, wheel, cwd=tmp_path)
    require_or_skip(install.returncode == 0, f"the package registry is needed: {install.stderr[-500:]}")
    return folder


def test_wheel_is_used_far_from_the_checkout(environment: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")

    assert "1 new" in tracker(environment, "ingest", "article.txt", cwd=folder)
    status = json.loads(tracker(environment, "status", "haiti-mission", "--json", cwd=folder))
    assert status["phase"] == "active"
    assert status["source_count"] == 1
    assert "Multinational Security Support" in tracker(environment, "status", "haiti-mission", cwd=folder)
    assert re.search(r"[0-9a-f]{6}|head|current", tracker(environment, "db", "current", cwd=folder))
    assert {path.name for path in folder.iterdir() if not path.name.startswith("tracker.db-")} == {
        "article.txt",
        "tracker.db",
    }
    assert run(environment / "bin" / "python", "-c", "import pytest", cwd=folder).returncode != 0


def test_wheel_and_sdist_hold_all_that_is_used_and_no_more(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    (sdist,) = built.glob("*.tar.gz")
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}

    expected = {path.relative_to(ROOT).as_posix() for path in tracked("tracker")}
    expected |= {
        f"tracker/_migrations/{path.relative_to(ROOT / 'migrations')}" for path in tracked("migrations")
    }
    seeds = {path for path in tracked("seeds") if path.suffix != ".py"}
    expected |= {f"tracker/_seeds/{path.relative_to(ROOT / 'seeds')}" for path in seeds}
    assert packed == expected
    assert any(name.endswith("licenses/LICENSE") for name in zipfile.ZipFile(wheel).namelist())

    with tarfile.open(sdist) as archive:
        sources = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "pyproject.toml",
        "LICENSE",
        "README.md",
        "alembic.ini",
        "seeds/states.yaml",
        "tests/conftest.py",
    } <= sources
    assert not {
        name for name in sources if name.endswith((".pyc", ".db")) or name.startswith((".venv", ".ci"))
    }


def tracked(folder: str) -> set[Path]:
    """Return the files of a folder of the checkout, without what Python leaves behind."""
    return {path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts}


def test_the_two_lock_files_agree() -> None:
    pinned = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
    everything = dict(pinned.findall((ROOT / "constraints.txt").read_text(encoding="utf-8")))
    core = dict(pinned.findall((ROOT / "constraints-core.txt").read_text(encoding="utf-8")))
    assert core.items() <= everything.items()
    assert {"sqlalchemy", "typer", "hatchling"} <= core.keys()


def test_the_lock_files_name_no_place() -> None:
    for name in ("constraints.txt", "constraints-core.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        assert "--index-url" not in text
        assert "--find-links" not in text
