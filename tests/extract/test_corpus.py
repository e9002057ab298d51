"""How well annotated articles are read: floors a little under what is reached, so that nothing slips back."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import require_or_skip
from tracker.documents import ReadOptions, document_from_bytes
from tracker.evaluate import RecordType, Score, render, score_article
from tracker.export.records import record
from tracker.extract import extract
from tracker.knowledge import Knowledge

CORPUS = Path(__file__).parents[1] / "corpus"
FLOORS = {
    "shared": {
        "mean": 0.92,
        RecordType.PLEDGES: 0.90,
        RecordType.DEPLOYMENTS: 0.86,
        RecordType.DIRECT: 0.97,
        RecordType.INDIRECT: 0.97,
        RecordType.MILESTONES: 0.89,
    },
    "dev": {
        "mean": 0.87,
        RecordType.PLEDGES: 0.79,
        RecordType.DEPLOYMENTS: 0.82,
        RecordType.DIRECT: 0.98,
        RecordType.INDIRECT: 0.96,
        RecordType.MILESTONES: 0.80,
    },
}
MISSIONS_WRONG = {"shared": 0, "dev": 2}
PHASES_WRONG = {"shared": 1, "dev": 2}


@pytest.fixture(scope="module")
def scores(knowledge: Knowledge) -> dict[str, Score]:
    return {part: _score(CORPUS / part, knowledge) for part in FLOORS}


def _score(folder: Path, knowledge: Knowledge) -> Score:
    results = []
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        article = path.with_name(path.name.replace(".gold.json", ".txt"))
        require_or_skip(article.is_file(), f"needs {article}")
        options = ReadOptions(published=date.fromisoformat(gold["published"]) if gold["published"] else None)
        document = document_from_bytes(article.name, article.read_bytes(), options)
        results.append(score_article(path.name, gold, record(document, extract(document, knowledge))))
    return Score(tuple(results))


@pytest.mark.parametrize("part", FLOORS)
def test_there_are_articles(part: str, scores: dict[str, Score]) -> None:
    assert len(scores[part].articles) >= 20


@pytest.mark.parametrize("part", FLOORS)
def test_mean(part: str, scores: dict[str, Score]) -> None:
    mean = scores[part].mean_f1
    assert mean is not None
    assert mean >= FLOORS[part]["mean"], render(scores[part])


@pytest.mark.parametrize("kind", list(RecordType))
@pytest.mark.parametrize("part", FLOORS)
def test_each_type(part: str, kind: RecordType, scores: dict[str, Score]) -> None:
    f1 = scores[part].counts(kind).f1
    assert f1 is not None
    assert f1 >= FLOORS[part][kind], render(scores[part])


@pytest.mark.parametrize("part", FLOORS)
def test_missions_and_phases(part: str, scores: dict[str, Score]) -> None:
    (missions, number), (phases, _) = scores[part].missions(), scores[part].phases()
    assert number - missions <= MISSIONS_WRONG[part], render(scores[part])
    assert number - phases <= PHASES_WRONG[part], render(scores[part])
