"""The seed article: every record of its gold file is found, with all its fields, and nothing else."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import require_or_skip
from tracker.documents import ReadOptions, document_from_bytes
from tracker.evaluate import RecordType, score_article
from tracker.export.records import record
from tracker.extract import extract
from tracker.knowledge import Knowledge

SHARED = Path(__file__).parents[3] / "shared"
ARTICLE = SHARED / "seed" / "seed.txt"
GOLD = SHARED / "corpus" / "00-seed.gold.json"


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    require_or_skip(GOLD.is_file() and ARTICLE.is_file(), "needs the folder `shared` beside the project")
    found: dict[str, Any] = json.loads(GOLD.read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def predicted(gold: dict[str, Any], knowledge: Knowledge) -> dict[str, Any]:
    options = ReadOptions(published=date.fromisoformat(gold["published"]))
    document = document_from_bytes(str(ARTICLE), ARTICLE.read_bytes(), options)
    return record(document, extract(document, knowledge))


@pytest.mark.parametrize("kind", list(RecordType))
def test_every_record_and_nothing_else(
    kind: RecordType, gold: dict[str, Any], predicted: dict[str, Any]
) -> None:
    result = score_article("seed", gold, predicted).types[kind]
    assert (result.missed, result.spurious) == ((), ())
    wrong = [(pair.gold, name) for pair in result.pairs for name, right in pair.right.items() if not right]
    assert not wrong


def test_mission_and_phase(gold: dict[str, Any], predicted: dict[str, Any]) -> None:
    assert (predicted["mission"], predicted["phase"]) == (gold["mission"], gold["phase"])
