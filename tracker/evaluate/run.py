"""A run: the extractor over annotated articles, scored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.evaluate.folder import Annotated, Failure
from tracker.evaluate.score import Score, score_article
from tracker.evaluate.spans import wrong_spans
from tracker.export.records import record
from tracker.extract import extract
from tracker.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Run:
    """The score of all articles that could be read.

    ``failures`` are those that could not; ``wrong_spans`` are lines about quotes that do not stand where the
    extraction says, which would be a fault of the program.
    """

    score: Score
    failures: tuple[Failure, ...] = ()
    wrong_spans: tuple[str, ...] = ()


def run(articles: Iterable[Annotated | Failure], knowledge: Knowledge) -> Run:
    """Extract each article and compare what is found with its gold."""
    results, failures, wrong = [], [], []
    for article in articles:
        if isinstance(article, Failure):
            failures.append(article)
            continue
        predicted = record(article.document, extract(article.document, knowledge))
        results.append(score_article(article.name, article.gold, predicted))
        wrong += [f"{article.name}: {line}" for line in wrong_spans(article.document.body, predicted)]
    return Run(Score(tuple(results)), tuple(failures), tuple(wrong))
