"""A mission's status as plain JSON values (``docs/json.md`` describes them).

It shares nothing with the rendering of claims: that would load what ``tracker status`` does without.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from tracker.read.answers import (
    DeploymentLine,
    Evidence,
    MilestoneLine,
    MissionStatus,
    MissionSummary,
    PledgeLine,
)
from tracker.vocab import Money, PartialDate

Json = dict[str, Any]


def status_record(status: MissionStatus) -> Json:
    """Return everything that the status of one mission tells."""
    return {
        **_heading(status),
        "as_of": _day(status.as_of),
        "phase": status.phase.value if status.phase else None,
        "phase_since": _iso(status.phase_since),
        "awaits": [{"kind": step.kind.value, "by": step.by} for step in status.awaits],
        "milestones": [_milestone(line) for line in status.milestones],
        "pledges": [_pledge(line) for line in status.pledges],
        "deployments": [
            _deployment(line) | {"contingents": [_deployment(part) for part in line.contingents]}
            for line in status.deployments
        ],
        "statement_count": status.statement_count,
        "source_count": status.source_count,
        "undated_count": status.undated_count,
        "newest_source": _day(status.newest_source),
        "contradictions": [],
    }


def summary_record(summary: MissionSummary, as_of: date | None) -> Json:
    """Return the line that stands for a mission among all."""
    return {
        **_heading(summary),
        "as_of": _day(as_of),
        "phase": summary.phase.value if summary.phase else None,
        "phase_since": _iso(summary.phase_since),
        "source_count": summary.source_count,
        "newest_source": _day(summary.newest_source),
    }


def _heading(answer: MissionStatus | MissionSummary) -> Json:
    mission = answer.mission
    return {"mission": mission.slug, "name": mission.name, "host": mission.host, "lead": mission.lead}


def _milestone(line: MilestoneLine) -> Json:
    return {
        "id": line.id,
        "kind": line.kind.value,
        "date": line.date.iso(),
        "by": line.by,
        "until": _iso(line.until),
        "replaced_by": line.replaced_by,
        "sources": _sources(line.sources),
    }


def _pledge(line: PledgeLine) -> Json:
    return {
        "id": line.id,
        "donor": line.donor,
        "to": line.recipient,
        "kind": line.kind.value,
        "amount": line.amount.number() if line.amount else None,
        "currency": line.amount.currency if line.amount else None,
        "equivalents": [_money(sum_) for sum_ in line.equivalents],
        "amount_usd": line.amount_usd.number() if line.amount_usd else None,
        "status": line.status.value,
        "total": line.total,
        "additional": line.additional,
        "purposes": [purpose.value for purpose in line.purposes],
        "announced_on": _iso(line.announced_on),
        "sources": _sources(line.sources),
    }


def _money(value: Money) -> Json:
    return {"amount": value.number(), "currency": value.currency}


def _deployment(line: DeploymentLine) -> Json:
    return {
        "id": line.id,
        "contributor": line.contributor,
        "count": line.count,
        "count_max": line.count_max,
        "qualifier": line.qualifier.value if line.qualifier else None,
        "unit": line.unit.value,
        "status": line.status.value,
        "date": _iso(line.date),
        "total": line.total,
        "sources": _sources(line.sources),
    }


def _sources(sources: tuple[Evidence, ...]) -> list[Json]:
    return [
        {
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "url": source.url,
            "published": _day(source.published),
            "start": source.start,
            "end": source.end,
            "quote": source.quote,
        }
        for source in sources
    ]


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _iso(value: PartialDate | None) -> str | None:
    return value.iso() if value else None
