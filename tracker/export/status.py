"""A mission's status as plain JSON values (``docs/json.md`` describes them).

It shares nothing with the rendering of claims: that would load what ``tracker status`` does without.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tracker.read.answers import (
    ContradictionLine,
    DeploymentLine,
    Evidence,
    FlowLine,
    LevelLine,
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
        **mission_heading(status),
        "successor": status.mission.successor,
        "predecessors": list(status.mission.predecessors),
        "as_of": _day(status.as_of),
        "known_at": _moment(status.known_at),
        "phase": status.phase.value if status.phase else None,
        "phase_since": _iso(status.phase_since),
        "awaits": [{"kind": step.kind.value, "by": step.by} for step in status.awaits],
        "milestones": [milestone_record(line) for line in status.milestones],
        "pledges": [pledge_record(line) for line in status.pledges],
        "deployments": [strength_record(line) for line in status.deployments],
        "statement_count": status.statement_count,
        "source_count": status.source_count,
        "undated_count": status.undated_count,
        "newest_source": _day(status.newest_source),
        "money_levels": [_level(line) for line in status.levels],
        "contradictions": [contradiction_record(line) for line in status.contradictions],
    }


def summary_record(
    summary: MissionSummary, as_of: date | None = None, known_at: datetime | None = None
) -> Json:
    """Return the line that stands for a mission among all, by the two clocks."""
    return {
        **mission_heading(summary),
        "as_of": _day(as_of),
        "known_at": _moment(known_at),
        "phase": summary.phase.value if summary.phase else None,
        "phase_since": _iso(summary.phase_since),
        "source_count": summary.source_count,
        "newest_source": _day(summary.newest_source),
    }


def mission_heading(answer: MissionStatus | MissionSummary) -> Json:
    """Return which mission an answer is about."""
    mission = answer.mission
    return {"mission": mission.slug, "name": mission.name, "host": mission.host, "lead": mission.lead}


def milestone_record(line: MilestoneLine) -> Json:
    """Return a step that the mission took, with its evidence."""
    return {
        "id": line.id,
        "kind": line.kind.value,
        "date": line.date.iso(),
        "by": line.by,
        "until": _iso(line.until),
        "replaced_by": line.replaced_by,
        "independent_count": line.independent_count,
        "sources": evidence_records(line.sources),
    }


def pledge_record(line: PledgeLine) -> Json:
    """Return money or a thing in kind, with its evidence."""
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
        "flows": [flow_record(flow) for flow in line.flows],
        "part_of": line.part_of,
        "independent_count": line.independent_count,
        "sources": evidence_records(line.sources),
    }


def flow_record(flow: FlowLine) -> Json:
    """Return a status that a pledge was said to have."""
    return {
        "status": flow.status.value,
        "amount": flow.amount.number() if flow.amount else None,
        "currency": flow.amount.currency if flow.amount else None,
        "since": _iso(flow.since),
    }


def _money(value: Money) -> Json:
    return {"amount": value.number(), "currency": value.currency}


def strength_record(line: DeploymentLine) -> Json:
    """Return a strength with the contingents that it is made of."""
    return deployment_record(line) | {
        "level": {"count": line.level_count, "date": _iso(line.level_on)}
        if line.level_count is not None
        else None,
        "contingents": [deployment_record(part) for part in line.contingents],
    }


def deployment_record(line: DeploymentLine) -> Json:
    """Return a strength or a contingent by itself, with its evidence."""
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
        "in_strength": line.in_strength,
        "independent_count": line.independent_count,
        "sources": evidence_records(line.sources),
    }


def contradiction_record(line: ContradictionLine) -> Json:
    """Return what sources disagree on: the sides with their evidence, the leading one first."""
    return {
        "id": line.id,
        "mission": line.mission,
        "record": line.record.value,
        "record_id": line.thing,
        "actor": line.actor,
        "field": line.field.value,
        "rule": line.rule.value,
        "sides": [
            {
                "said": side.said,
                "source_count": side.source_count,
                "independent_count": side.independent_count,
                "sources": evidence_records(side.sources),
            }
            for side in line.sides
        ],
    }


def _level(line: LevelLine) -> Json:
    return {
        "donor": line.donor,
        "to": line.recipient,
        "status": line.status.value,
        "amount": line.amount.number(),
        "currency": line.amount.currency,
        "told_amount": line.told.number() if line.told else None,
        "agrees": line.agrees,
    }


def evidence_records(sources: tuple[Evidence, ...]) -> list[Json]:
    """Return pieces of evidence, in the order given."""
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


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None


def _iso(value: PartialDate | None) -> str | None:
    return value.iso() if value else None
