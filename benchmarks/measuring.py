"""How the measurements run: processes, CPU time, ratios of medians."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
PYTHON = (sys.executable,)
TRACKER = (sys.executable, "-m", "tracker")


def ratio(
    name: str,
    rounds: int,
    measured: Callable[[], float],
    floor: Callable[[], float],
    *,
    limit: float,
    unit: tuple[float, str] = (1e3, "ms"),
) -> str:
    """Run both by turns; return the line that tells the ratio of their medians (in seconds)."""
    pairs = [(measured(), floor()) for _ in range(rounds)]
    above, below = (statistics.median(side) for side in zip(*pairs, strict=True))
    scale, word = unit
    sides = f"{above * scale:.1f} {word} / {below * scale:.1f} {word}"
    return f"{name}: {above / below:.3g} (at most {limit}; {sides})"


def ingest(database: Path, articles: Path) -> float:
    """Ingest; return the seconds of CPU time."""
    return cpu(*TRACKER, "ingest", str(articles), "--db", str(database), accept=(0, 1))


def cpu(*command: str, accept: tuple[int, ...] = (0,)) -> float:
    """Run a command; return the seconds of CPU time that it took. Byte code is kept, as for a user."""
    return usage(*command, accept=accept)[0]


def usage(*command: str, accept: tuple[int, ...] = (0,)) -> tuple[float, float]:
    """Run a command; return the seconds of CPU time that it took, and its peak memory in MiB."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(
        command, cwd=ROOT, env=kept, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        assert process.stderr is not None
        errors = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in accept:
        raise subprocess.CalledProcessError(process.returncode, command, None, errors)
    return used.ru_utime + used.ru_stime, _mebibytes(used)


def _mebibytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
