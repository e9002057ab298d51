"""The gold records of the corpus as claims, to test the rules apart from the extractor."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.reconcile.telling import Source, actor, day
from tracker.claims import DeploymentClaim, MilestoneClaim, PledgeClaim, StatementClaim
from tracker.vocab import (
    ActorKind,
    Basis,
    ClaimKind,
    DeploymentStatus,
    MilestoneKind,
    Money,
    PartialDate,
    PledgeKind,
    PledgeStatus,
    Purpose,
    Qualifier,
    Unit,
)

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


def gold_source(path: Path) -> Source:
    """Return one gold file as a source."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    source = Source(gold["published"], gold["publisher"] or path.name, mission=gold["mission"])
    add = source.said.append
    for each in gold["pledges"]:
        add((ClaimKind.PLEDGE, _pledge(source, each)))
    for each in gold["deployments"]:
        add((ClaimKind.DEPLOYMENT, _deployment(source, each)))
    for each in gold["statements"]:
        add((ClaimKind.STATEMENT, _statement(source, each)))
    for each in gold["milestones"]:
        add((ClaimKind.MILESTONE, _milestone(source, each)))
    if gold["phase"] is not None:
        source.phase(gold["phase"], *((step["kind"], step["by"]) for step in gold.get("awaits", [])))
    return source


def _common(source: Source, record: dict[str, Any]) -> dict[str, Any]:
    return source._common() | {"mission": record.get("mission", source.mission)}


def _money(record: dict[str, Any]) -> Money | None:
    return None if record["amount"] is None else Money(Decimal(str(record["amount"])), record["currency"])


def _pledge(source: Source, record: dict[str, Any]) -> PledgeClaim:
    others = (_money(each) for each in record.get("equivalents", []))
    return PledgeClaim(
        **_common(source, record),
        donor=actor(record["donor"]),
        kind=PledgeKind(record["kind"]),
        amount=_money(record),
        equivalents=tuple(each for each in others if each is not None),
        purposes=tuple(map(Purpose, record.get("purposes", []))),
        status=PledgeStatus(record["status"]),
        recipient=actor(record["to"]),
        announced_on=day(record["announced_on"]),
        total=record.get("total", False),
        additional=record.get("additional", False),
    )


def _deployment(source: Source, record: dict[str, Any]) -> DeploymentClaim:
    return DeploymentClaim(
        **_common(source, record),
        contributor=actor(record["contributor"]),
        count=record["count"],
        count_max=record.get("count_max"),
        qualifier=None if record["qualifier"] is None else Qualifier(record["qualifier"]),
        unit=Unit(record["unit"]),
        status=DeploymentStatus(record["status"]),
        date=day(record["date"]),
        basis=Basis(record["basis"]),
        total=record.get("total", False),
        additional=record.get("additional", False),
    )


def _statement(source: Source, record: dict[str, Any]) -> StatementClaim:
    return StatementClaim(
        **_common(source, record),
        speaker=actor(record["speaker"], ActorKind.PERSON),
        direct=record["direct"],
        starts=record["starts"],
        content=record["starts"],
    )


def _milestone(source: Source, record: dict[str, Any]) -> MilestoneClaim:
    return MilestoneClaim(
        **_common(source, record),
        kind=MilestoneKind(record["kind"]),
        date=PartialDate.parse(record["date"]),
        by=actor(record["by"]),
        until=day(record.get("until")),
        replaced_by=record.get("replaced_by"),
    )
