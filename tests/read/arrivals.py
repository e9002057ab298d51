"""Articles that come one by one at known moments, and databases of those among them that count."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine

from tests.databases import sqlite_url
from tests.ingest.articles import article, story, take_in
from tracker.db.session import open_engine
from tracker.documents.model import Document
from tracker.read.clock import Clock

START = datetime(2026, 1, 1, 12, tzinfo=UTC)
Arrival = tuple[datetime, Document]

_WIRE = (
    "pledge | France | 3m EUR | 2024-02-01 | to=Jamaica\nsays | SHARON O'NEIL | All of us were there that day"
)
_FORMS = (
    {"publisher": "the ledger", "title": "A title", "published": "2024-02-03", "author": "A. Writer"},
    {"publisher": "The Ledger", "published": "2024-02-02", "title": "Short"},
    {"publisher": "THE LEDGER", "title": "A title, and more", "author": "N. N."},
    {"publisher": "The Ledger", "published": "2024-02-05", "author": "B. B."},
)
_PAGE = "https://news.example/live"
_BORDER = (
    "mission | border-force\nsends | Kenya | 7 | 2023-05-01\nsays | Sharon O'Neil | Nobody shall pass here"
)


def arrivals(seed: int) -> list[Arrival]:
    """Return articles in a random order, each an hour after the one before."""
    found = [*story(), *_others()]
    random.Random(seed).shuffle(found)
    return [(START + timedelta(hours=number), each) for number, each in enumerate(found)]


def _others() -> Iterator[Document]:
    """Yield one text in several forms, revisions of a page, and what only articles know."""
    yield from (article(f"form-{number}", _WIRE, **front) for number, front in enumerate(_FORMS))
    pages = {
        "2023-04-01": "pledge | Canada | 10m CAD | 2023-04-01",
        "2023-06-01": "pledge | Canada | 12m CAD | 2023-06-01\nsends | Canada | 40 | status=offered",
        "2023-08-01": _BORDER,
    }
    for day, text in pages.items():
        yield article(f"page-{day}", text, published=day, url=_PAGE)
    undated = "step | assessed | 2023-03-01 | Kenya\nrole | Jane Doe | envoy | Canada"
    yield article("undated-page", undated, url=_PAGE)
    yield article("late-day", undated, publisher="A")
    yield article("day", undated, publisher="A", published="2023-03-05")
    yield article(
        "border",
        "mission | border-force\nphase | proposed | approved | Border Council\npledge | Mr Doe | 5m USD",
        published="2023-05-02",
        publisher="The Border Post",
    )
    yield article(
        "end",
        "step | ended | 2025-10-02 | UN Security Council | replaced_by=border-force",
        published="2025-10-03",
        publisher="B",
    )


def counted(arrived: Iterable[Arrival], clock: Clock) -> list[Document]:
    """Return those of the articles that were published and recorded by then."""
    return [each for moment, each in arrived if clock.counts(each.published, moment)]


def record(engine: Engine, arrived: Iterable[Arrival]) -> None:
    """Read each article at its moment, in a transaction of its own."""
    for moment, each in arrived:
        take_in(engine, [each], clock=lambda moment=moment: moment)


@contextmanager
def only(template: Path, folder: Path, documents: Sequence[Document]) -> Iterator[Engine]:
    """Open a fresh SQLite database in which the articles were read one by one."""
    path = folder / "only.db"
    shutil.copyfile(template, path)
    engine = open_engine(sqlite_url(path), read_only=False)
    for each in documents:
        take_in(engine, [each])
    yield engine
    engine.dispose()
    for name in ("", "-wal", "-shm"):
        path.with_name(path.name + name).unlink(missing_ok=True)
