"""What it costs to keep many articles of one mission."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import URL

from benchmarks.articles import articles
from benchmarks.measuring import TRACKER, cpu, ingest, ratio, usage
from tracker.claims import Extraction
from tracker.db.migrate import ensure
from tracker.db.session import open_engine
from tracker.documents.model import Document
from tracker.documents.read import read_documents
from tracker.extract import NAME, VERSION, extract
from tracker.ingest import Extractor, IngestOptions
from tracker.ingest import ingest as ingest_documents
from tracker.knowledge import Knowledge

_CLAIMS_AN_ARTICLE = 16  # of the one mission; some are of others
_EDITIONS = 10
_EDITION = "\n\nEdition "
_MISSION = "haiti-mission"


def status_of_ten_thousand(rounds: int) -> str:
    """status of a mission with 10,000 claims:"""
    with _filled(10_000) as database:
        plain = min(cpu(*TRACKER, "status", _MISSION, "--db", str(database)) for _ in range(rounds))
        clock = ("--as-of", "2024-07-18")
        dated = min(cpu(*TRACKER, "status", _MISSION, *clock, "--db", str(database)) for _ in range(rounds))
        found = _claims(database)
    return f"status of a mission with {found:,} claims: {plain:.2f} s; with --as-of {dated:.2f} s (at most 1)"


def large_group(rounds: int) -> str:
    """ingest into a mission of 100,000 claims / into small ones:"""
    number = 2000
    with tempfile.TemporaryDirectory() as folder, _filled(100_000) as large, _filled(0) as small:
        one, scattered = Path(folder) / "one.jsonl", Path(folder) / "scattered.jsonl"
        _write(one, number, seed=1)
        _write(scattered, number, seed=1, scattered=True)
        found = _claims(large)
        return ratio(
            f"ingest of {number} articles into a mission of {found:,} claims / into small ones",
            min(rounds, 1),
            lambda: _on_copy(large, one),
            lambda: _on_copy(small, scattered),
            limit=1.5,
            unit=(1, "s"),
        )


def memory(rounds: int) -> str:
    """peak memory of 20,000 articles / of 2,000:"""
    peaks = []
    with tempfile.TemporaryDirectory() as folder:
        for number in (2_000, 20_000):
            lines, database = Path(folder) / "lines.jsonl", Path(folder) / f"{number}.db"
            _write(lines, number, seed=1, scattered=True)
            peaks.append(usage(*TRACKER, "ingest", str(lines), "--db", str(database), accept=(0, 1))[1])
    less, more = peaks
    return f"peak memory of 20,000 articles / of 2,000: {more / less:.2f} (at most 1.3; {more:.0f} MiB)"


def _on_copy(database: Path, lines: Path) -> float:
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(database, folder)
        return ingest(Path(copy), lines)


@contextmanager
def _filled(claims: int) -> Iterator[Path]:
    """Give a database whose one mission has about so many claims."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "tracker.db"
        fill(database, claims)
        yield database


def fill(database: Path, claims: int) -> None:
    """Make a database whose one mission has about so many claims, through the program's own ingest.

    Every text is read once and stored in several editions: what they say stands at the same place in each.
    """
    url = URL.create("sqlite", database=str(database))
    ensure(url)
    engine = open_engine(url, read_only=False)
    number = claims // _CLAIMS_AN_ARTICLE
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "lines.jsonl"
        _write(lines, -(-number // _EDITIONS), seed=2)
        documents = list(read_documents([lines]))
    read: dict[str, Extraction] = {}

    def extracted(document: Document, knowledge: Knowledge) -> Extraction:
        body, _, _ = document.body.partition(_EDITION)
        if body not in read:
            read[body] = extract(document, knowledge)
        return read[body]

    editions = (
        _edition(document, turn)
        for turn in range(_EDITIONS)
        for document in documents
        if isinstance(document, Document)
    )
    options = IngestOptions(extractor=Extractor(NAME, VERSION, extracted), batch=max(1, number))
    for _ in ingest_documents(editions, engine, options):
        pass
    engine.dispose()


def _edition(document: Document, turn: int) -> Document:
    assert document.published is not None
    body = f"{document.body}{_EDITION}{turn}"
    return replace(
        document,
        body=body,
        input_sha256=hashlib.sha256(body.encode()).hexdigest(),
        publisher=f"Paper {turn}",
        published=document.published + timedelta(days=turn),
    )


def _write(path: Path, number: int, *, seed: int, scattered: bool = False) -> None:
    path.write_text("".join(f"{line}\n" for line in articles(number, seed=seed, scattered=scattered)))


def _claims(database: Path) -> int:
    """Return how many claims the mission has."""
    with closing(sqlite3.connect(database)) as connection:
        query = "SELECT count(*) FROM claims JOIN missions ON missions.id = mission_id WHERE slug = ?"
        (found,) = connection.execute(query, (_MISSION,)).fetchone()
    return int(found)
