"""Measure speed: ``run.py [--rounds N] [--long]``.

What is compared runs by turns, and every ratio is one of medians of CPU time (user and system, of the child
process alone), so that a busy machine changes little. Absolute times are for orientation only.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.many import large_group, memory, status_of_ten_thousand
from benchmarks.measuring import PYTHON, ROOT, TRACKER, cpu, ingest, ratio
from tracker.documents.model import Document
from tracker.knowledge import ActorEntry, Knowledge
from tracker.vocab import ActorKind

CORPUS = ROOT / "tests" / "corpus" / "shared"
_MANY = 300


def main() -> int:
    """Run every measurement; return 1 where one failed."""
    parser = argparse.ArgumentParser(description="Measure speed, as ratios of CPU time.")
    parser.add_argument("--rounds", type=int, default=9, help="pairs of runs for each ratio (default 9)")
    parser.add_argument("--long", action="store_true", help="measure the memory of 20,000 articles, too")
    options = parser.parse_args()
    rounds = options.rounds
    status = 0
    measures = (
        *(extraction, recognizing, long_text, many_names, importing, start_up, reading, ingesting_again),
        *(status_of_ten_thousand, large_group),
        *([memory] if options.long else []),
    )
    for measure in measures:
        try:
            print(measure(rounds), flush=True)
        except subprocess.CalledProcessError as failed:
            print(f"{measure.__doc__} failed: {failed.stderr.decode().strip()}", flush=True)
            status = 1
    return status


def extraction(rounds: int) -> str:
    """extraction:"""
    from tracker.documents import read_document  # noqa: PLC0415 - no other measurement needs them
    from tracker.extract import extract  # noqa: PLC0415
    from tracker.seeds import load_knowledge  # noqa: PLC0415

    knowledge = load_knowledge()
    documents = [read_document(path) for path in sorted(CORPUS.glob("*.txt"))]
    for document in documents:
        extract(document, knowledge)
    times = []
    for _ in range(rounds):
        start = time.process_time()
        for document in documents:
            extract(document, knowledge)
        times.append((time.process_time() - start) / len(documents))
    words = statistics.mean(len(document.body.split()) for document in documents)
    speed = 1 / statistics.median(times)
    return f"extraction: {speed:.0f} articles/s on one core (at least 100; {words:.0f} words each)"


def recognizing(rounds: int) -> str:
    """recognizing the language / extraction:"""
    from tracker.documents import read_document  # noqa: PLC0415 - no other measurement needs them
    from tracker.documents.language import language_of  # noqa: PLC0415
    from tracker.extract import extract  # noqa: PLC0415
    from tracker.seeds import load_knowledge  # noqa: PLC0415

    knowledge = load_knowledge()
    documents = [read_document(path) for path in sorted(CORPUS.glob("*.txt"))]

    def cost(run: Callable[[Document], object]) -> float:
        start = time.process_time()
        for document in documents:
            run(document)
        return (time.process_time() - start) / len(documents)

    return ratio(
        "recognizing the language / extraction",
        rounds,
        lambda: cost(lambda document: language_of(document.body)),
        lambda: cost(lambda document: extract(document, knowledge)),
        limit=0.02,
        unit=(1e6, "µs"),
    )


def long_text(rounds: int) -> str:
    """extraction of 1 MB / of 10 kB, per character:"""
    from tests.extract.conftest import article  # noqa: PLC0415 - no other measurement needs them
    from tracker.extract import extract  # noqa: PLC0415
    from tracker.seeds import load_knowledge  # noqa: PLC0415

    knowledge = load_knowledge()
    prose = "\n\n".join(path.read_text() for path in sorted(CORPUS.glob("*.txt")))
    prose = (prose * (1_000_000 // len(prose) + 1))[:1_000_000]
    long = [article(prose)]
    short = [article(prose[at : at + 10_000]) for at in range(0, 100_000, 10_000)]

    def per_character(documents: list[Document]) -> float:
        start = time.process_time()
        for document in documents:
            extract(document, knowledge)
        return (time.process_time() - start) / sum(len(document.body) for document in documents)

    per_character(short)
    return ratio(
        "extraction of 1 MB / of 10 kB, per character",
        min(rounds, 3),
        lambda: per_character(long),
        lambda: per_character(short),
        limit=1.3,
        unit=(1e6, "µs"),
    )


def many_names(rounds: int) -> str:
    """extraction with 50,000 names / with 2,000:"""
    from tracker.documents import read_document  # noqa: PLC0415 - no other measurement needs them
    from tracker.extract import extract  # noqa: PLC0415
    from tracker.seeds import load_knowledge  # noqa: PLC0415

    seeds = load_knowledge()
    documents = [read_document(path) for path in sorted(CORPUS.glob("*.txt"))]

    def cost(names: int) -> float:
        knowledge = _grown(seeds, names)
        for document in documents:  # the first run indexes the names
            extract(document, knowledge)
        start = time.process_time()
        for document in documents:
            extract(document, knowledge)
        return (time.process_time() - start) / len(documents)

    return ratio(
        "extraction with 50,000 names / with 2,000",
        rounds,
        lambda: cost(50_000),
        lambda: cost(2_000),
        limit=1.1,
    )


def _grown(seeds: Knowledge, names: int) -> Knowledge:
    """Return the seeds with invented persons and bodies added, up to a number of names."""
    known = sum(1 + len(actor.aliases) for actor in seeds.actors) + sum(
        1 + len(mission.aliases) for mission in seeds.missions
    )
    given, family = ("William", "Antony", "Carla", "Dmitri", "Esi"), ("Ka", "Lo", "Mi", "Nu", "Re")
    added = (
        ActorEntry(f"{given[n % 5]} {family[n // 5 % 5]}{n:x}son", ActorKind.PERSON)
        for n in range(max(0, names - known))
    )
    return replace(seeds, actors=(*seeds.actors, *added))


def importing(rounds: int) -> str:
    """import of the extractor:"""
    code = "import tracker.extract"
    times = [cpu(*PYTHON, "-c", code) - cpu(*PYTHON, "-c", "pass") for _ in range(rounds)]
    return f"import of the extractor: {statistics.median(times) * 1000:.0f} ms (at most 300)"


def start_up(rounds: int) -> str:
    """tracker --version / import typer:"""
    return ratio(
        "tracker --version / import typer",
        rounds,
        lambda: cpu(*TRACKER, "--version"),
        lambda: cpu(*PYTHON, "-c", "import typer"),
        limit=1.5,
    )


def reading(rounds: int) -> str:
    """tracker status / import sqlalchemy:"""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "tracker.db"
        ingest(database, CORPUS)
        return ratio(
            "tracker status / import sqlalchemy",
            rounds,
            lambda: cpu(*TRACKER, "status", "haiti-mission", "--db", str(database)),
            lambda: cpu(*PYTHON, "-c", "import sqlalchemy"),
            limit=1.5,
        )


def ingesting_again(rounds: int) -> str:
    """ingest again / first ingest:"""
    with tempfile.TemporaryDirectory() as folder:
        database, articles = Path(folder) / "tracker.db", Path(folder) / "articles.jsonl"
        articles.write_text("".join(f"{line}\n" for line in _editions(_MANY)))

        def first() -> float:
            database.unlink(missing_ok=True)
            return ingest(database, articles)

        def again() -> float:
            return ingest(database, articles)

        first()
        return ratio(
            f"ingest again / first ingest ({_MANY} articles, start-up in both)",
            min(rounds, 3),
            again,
            first,
            limit=0.2,
        )


def _editions(number: int) -> Iterator[str]:
    """Yield lines of JSON: the annotated articles over and over, each time by another paper."""
    texts = [path.read_text() for path in sorted(CORPUS.glob("*.txt"))]
    for turn in range(number):
        text = f"{texts[turn % len(texts)]}\n\nEdition {turn} of the day.\n"
        yield json.dumps({"text": text, "publisher": f"Paper {turn}"})


if __name__ == "__main__":
    sys.exit(main())
