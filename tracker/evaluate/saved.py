"""A run as JSON, to keep and to compare a later run with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tracker.errors import ItemError
from tracker.evaluate.calibration import Bin, calibration
from tracker.evaluate.run import Run
from tracker.evaluate.score import (
    ATTRIBUTES,
    ArticleResult,
    Counts,
    Pair,
    RecordType,
    Score,
    TypeResult,
)
from tracker.extract import NAME, VERSION

Json = dict[str, Any]


def run_record(run: Run) -> Json:
    """Return a run as JSON values: the table, and what became of each record of each article."""
    score = run.score
    return {
        "extractor": NAME,
        "version": VERSION,
        "article_count": len(score.articles),
        "types": {kind.key: _counts(score.counts(kind)) for kind in RecordType},
        "mean_f1": rounded(score.mean_f1),
        "mission": _share(*score.missions()),
        "phase": _share(*score.phases()),
        "attributes": {
            kind.key: {name: _share(*share) for name, share in score.attributes(kind).items()}
            for kind in RecordType
            if ATTRIBUTES[kind]
        },
        "calibration": [_bin(each) for each in calibration(score)],
        "articles": [_article(result) for result in score.articles],
        "failures": [{"article": each.name, "reason": each.reason} for each in run.failures],
        "wrong_spans": list(run.wrong_spans),
    }


def rounded(value: float | None) -> float | None:
    """Return a ratio with four decimals."""
    return None if value is None else round(value, 4)


def load_score(path: Path) -> Score:
    """Read back the score of a run that was saved.

    Raises ``ItemError`` where the file cannot be read or is no such run.
    """
    try:
        saved = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ItemError(f"{path}: cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise ItemError(f"{path}: is no JSON; save a run with tracker eval --json") from error
    try:
        return Score(tuple(_result(each) for each in saved["articles"]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ItemError(f"{path}: is no run that tracker eval --json saved") from error


def _counts(counts: Counts) -> Json:
    return {
        "gold": counts.matched + counts.missed,
        "found": counts.matched + counts.spurious,
        "right": counts.matched,
        "precision": rounded(counts.precision),
        "recall": rounded(counts.recall),
        "f1": rounded(counts.f1),
    }


def _share(right: int, of: int) -> Json:
    return {"right": right, "of": of, "share": rounded(right / of if of else None)}


def _bin(each: Bin) -> Json:
    return {
        "from": each.first,
        "below": each.last,
        "records": each.records,
        "right": each.right,
        "share_right": rounded(each.share_right),
        "mean_confidence": rounded(each.mean_confidence),
        "enough": each.enough,
    }


def _article(result: ArticleResult) -> Json:
    return {
        "article": result.name,
        "mission": _gold_and_found(result.mission),
        "phase": _gold_and_found(result.phase),
        "types": {kind.key: _type(result.types[kind]) for kind in RecordType},
    }


def _gold_and_found(pair: tuple[str | None, str | None]) -> Json:
    return {"gold": pair[0], "found": pair[1]}


def _type(result: TypeResult) -> Json:
    return {
        "right": [
            {
                "gold": dict(pair.gold),
                "found": dict(pair.predicted),
                "wrong": [name for name, right in pair.right.items() if not right],
            }
            for pair in result.pairs
        ],
        "missed": [dict(record) for record in result.missed],
        "spurious": [dict(record) for record in result.spurious],
    }


def _result(saved: Mapping[str, Any]) -> ArticleResult:
    return ArticleResult(
        str(saved["article"]),
        {kind: _type_result(kind, saved["types"][kind.key]) for kind in RecordType},
        (saved["mission"]["gold"], saved["mission"]["found"]),
        (saved["phase"]["gold"], saved["phase"]["found"]),
    )


def _type_result(kind: RecordType, saved: Mapping[str, Any]) -> TypeResult:
    pairs = tuple(
        Pair(
            dict(each["gold"]),
            dict(each["found"]),
            {name: name not in each["wrong"] for name in ATTRIBUTES[kind]},
        )
        for each in saved["right"]
    )
    missed, spurious = (tuple(dict(each) for each in saved[what]) for what in ("missed", "spurious"))
    return TypeResult(pairs, missed, spurious)
