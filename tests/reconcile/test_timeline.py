"""The corpus as it was published, day by day: what the rules make of its gold records."""

from __future__ import annotations

import json
import random
from datetime import date
from typing import Any

import pytest

from tests.conftest import require_or_skip
from tests.reconcile.gold import CORPUS, gold_source
from tests.reconcile.telling import INDEX, MISSION, claims
from tracker.reconcile.levels import money_levels
from tracker.reconcile.model import Projection, SourcedClaim
from tracker.reconcile.project import project
from tracker.vocab import Basis

TIMELINE = CORPUS / "timeline.json"


@pytest.fixture(scope="module")
def said() -> list[SourcedClaim]:
    require_or_skip(TIMELINE.exists(), "the annotated corpus lies beside the project, in ../shared/corpus")
    return claims([gold_source(path) for path in sorted(CORPUS.glob("*.gold.json"))[1:21]])


@pytest.fixture(scope="module", params=["in order", "reversed", "shuffled"])
def told(request: pytest.FixtureRequest, said: list[SourcedClaim]) -> list[SourcedClaim]:
    if request.param == "shuffled":
        return random.Random(20).sample(said, len(said))
    return said[::-1] if request.param == "reversed" else said


def rows(section: str) -> list[dict[str, Any]]:
    return json.loads(TIMELINE.read_text("utf-8"))[section] if TIMELINE.exists() else []


def as_of(told: list[SourcedClaim], day: str) -> Projection:
    until = date.fromisoformat(day)
    return project((each for each in told if each.source.published and each.source.published <= until), INDEX)


def test_phases(told: list[SourcedClaim]) -> None:
    for row in rows("phase_at"):
        state = next(each for each in as_of(told, row["as_of"]).missions if each.slug == MISSION)
        assert state.phase == row["phase"], row
        if "since" in row:
            assert state.phase_since is not None
            assert state.phase_since.iso() == row["since"], row
        assert state.successor == row.get("replaced_by"), row


def strengths(projection: Projection, contributor: str) -> dict[str, int | None]:
    return {
        each.status.value: each.count
        for each in projection.deployments
        if each.mission == MISSION and each.contributor == contributor and each.basis is Basis.LEVEL
    }


def test_strengths(told: list[SourcedClaim]) -> None:
    for row in rows("deployed"):
        found = strengths(as_of(told, row["as_of"]), row["contributor"])
        assert found["deployed"] == row["count"], row
        assert found["offered"] == row.get("offered", found["offered"]), row
    for row in rows("offered"):
        found = strengths(as_of(told, row["as_of"]), row["contributor"])
        assert found[row.get("status", "offered")] == row["count"], row


def test_money(told: list[SourcedClaim]) -> None:
    for row in rows("money"):
        levels = [
            each.amount
            for each in money_levels(as_of(told, row["as_of"]).pledges)
            if (each.mission, each.donor, each.recipient, each.currency)
            == (MISSION, row["donor"], None, row["currency"])
        ]
        assert levels == [row["level"]], row


def test_the_order_does_not_matter(said: list[SourcedClaim], told: list[SourcedClaim]) -> None:
    assert project(told, INDEX) == project(said, INDEX)
