"""A few articles on one mission, as outlets would print them, for commands that tell what came after what."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from typer.testing import CliRunner

from tracker.cli.app import app


class Article(NamedTuple):
    """An article and what stands in front of it; ``published`` None: the day is unknown."""

    published: str | None
    title: str
    text: str
    publisher: str = "Newswire"


COURT = Article(
    "2024-01-26",
    "Court stops police plan",
    "The High Court of Kenya on Friday blocked the deployment of police to the Kenya-led security mission in"
    " Haiti. Canada has offered money to the mission.",
)
OFFER = Article(
    "2024-02-01",
    "Washington offers $100m",
    "The United States will give $100 million to the Kenya-led security mission in Haiti, Secretary of State"
    " Antony Blinken said on Thursday. The mission was authorized by the UN Security Council on"
    " October 2, 2023.",
)
OFFER_AGAIN = Article(
    "2024-02-03",
    "US money for Haiti force",
    "The United States on Thursday offered $100 million to the Kenya-led mission in Haiti. The United Nations"
    " Security Council authorized the mission on October 2, 2023.",
    "The Nairobi Ledger",
)
FURTHER = Article(
    "2024-03-12",
    "US raises its offer",
    "The United States will give a further $100 million to the Kenya-led security mission in Haiti, bringing"
    " the total to $200 million, Secretary of State Antony Blinken said on Monday.",
)
LANDED = Article(
    "2024-06-25",
    "First police land",
    "The first 200 Kenyan police officers of the Kenya-led security mission landed in Haiti on Tuesday."
    " Jamaica will send 150 soldiers to the mission.",
)
PAID = Article(
    "2024-07-20",
    "A part is paid",
    "The United States has paid $40 million of the $100 million that it pledged to the Kenya-led security"
    " mission in Haiti, the Pentagon said. About 600 Kenyan officers are now in Haiti.",
)
FROZEN = Article(
    "2025-02-04",
    "Washington freezes money",
    "The United States on Tuesday froze $13.3 million for the Kenya-led security mission in Haiti, the United"
    " Nations said. Jamaica has withdrawn its 24 soldiers from the mission.",
)
UNDATED = Article(
    None,
    "Bahamas to help",
    "The Bahamas will send 150 soldiers to the Kenya-led security mission in Haiti.",
    "Caribbean Tide",
)
SERIES = (COURT, OFFER, OFFER_AGAIN, FURTHER, LANDED, PAID, FROZEN)


def run(database: Path, *arguments: str) -> str:
    """Run the program on the database; return what it printed, once it has ended well."""
    done = CliRunner().invoke(app, [*arguments, "--db", str(database)])
    assert done.exit_code == 0, done.stderr
    return done.stdout


def run_json(database: Path, *arguments: str) -> Any:
    """Run the program with ``--json``; return what it printed."""
    return json.loads(run(database, *arguments, "--json"))


def database_of(folder: Path, *articles: Article) -> Path:
    """Return a database that has read the articles, in their order."""
    database = folder / "tracker.db"
    add(database, *articles)
    return database


def add(database: Path, *articles: Article) -> None:
    """Have the database read further articles, one by one."""
    for article in articles:
        path = database.parent / f"{article.title}.md"
        known = {
            "title": article.title,
            "publisher": article.publisher,
            "published": article.published,
        }
        head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in known.items() if value)
        path.write_text(f"---\n{head}---\n{article.text}\n", encoding="utf-8")
        run(database, "ingest", str(path))
