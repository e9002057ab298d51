"""How well an extraction agrees with an annotated article: the matching rules of the annotation guide."""

from tracker.evaluate.score import (
    ArticleResult,
    Counts,
    Pair,
    RecordType,
    Score,
    TypeResult,
    score_article,
)
from tracker.evaluate.table import render, render_detail

__all__ = [
    "ArticleResult",
    "Counts",
    "Pair",
    "RecordType",
    "Score",
    "TypeResult",
    "render",
    "render_detail",
    "score_article",
]
