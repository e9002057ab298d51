"""Score the extractor on annotated articles: ``score.py DIR… [--detail] [--only NAME]``.

Every ``*.gold.json`` in the folders is read with its article (``article``, relative to the gold file, else
the same stem); the publication's date, publisher, title and URL are those of the gold. Exits with 1 where a
span is wrong, 2 where there is nothing to score.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from tracker.documents import Document, read_document
from tracker.evaluate import Score, render, render_detail, score_article
from tracker.export.records import record
from tracker.extract import extract
from tracker.seeds import load_knowledge


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(description="Score the extractor on annotated articles.")
    parser.add_argument("folders", nargs="+", type=Path, metavar="DIR")
    parser.add_argument("--detail", action="store_true", help="list missed and spurious records by article")
    parser.add_argument("--only", metavar="NAME", help="only articles whose gold file's name holds this")
    options = parser.parse_args(arguments)
    golds = [
        path
        for folder in options.folders
        for path in sorted(folder.glob("*.gold.json"))
        if options.only is None or options.only in path.name
    ]
    if not golds:
        print("no *.gold.json file to score", file=sys.stderr)
        return 2
    knowledge = load_knowledge()
    results, wrong = [], []
    for path in golds:
        gold = json.loads(path.read_text(encoding="utf-8"))
        document = annotated_document(path, gold)
        predicted = record(document, extract(document, knowledge))
        results.append(score_article(path.name.removesuffix(".gold.json"), gold, predicted))
        wrong += [f"{path.name}: {line}" for line in wrong_spans(document.body, predicted)]
    if options.detail:
        print("\n\n".join(text for result in results if (text := render_detail(result))), end="\n\n")
    print(render(Score(tuple(results))))
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


def annotated_document(path: Path, gold: dict[str, Any]) -> Document:
    """Read the article of a gold file and give it the gold's date, publisher, title and URL."""
    article = path.parent / gold["article"] if gold.get("article") else None
    if article is None or not article.is_file():
        article = path.with_name(path.name.removesuffix(".gold.json") + ".txt")
    published = gold.get("published")
    return replace(
        read_document(article),
        published=date.fromisoformat(published) if published else None,
        publisher=gold.get("publisher"),
        title=gold.get("title"),
        url=gold.get("url"),
    )


def wrong_spans(body: str, value: Any, where: str = "") -> Iterator[str]:
    """Yield a line for each span, however deep, that is empty, out of the body or not its own quote."""
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            start, end = value["start"], value["end"]
            if not 0 <= start < end <= len(body) or value.get("quote", body[start:end]) != body[start:end]:
                yield f"{where}: wrong span {start}..{end}"
        for key, inner in value.items():
            yield from wrong_spans(body, inner, f"{where}.{key}" if where else key)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from wrong_spans(body, inner, f"{where}[{index}]")


if __name__ == "__main__":
    sys.exit(main())
