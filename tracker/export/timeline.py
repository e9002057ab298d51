"""What happened in a mission's life as plain JSON values (``docs/json.md`` describes them)."""

from __future__ import annotations

from tracker.export.status import (
    Json,
    deployment_record,
    evidence_records,
    flow_record,
    milestone_record,
    pledge_record,
)
from tracker.read.answers import DeploymentLine, MilestoneLine, PledgeLine, StatementLine
from tracker.read.differing import Line, who
from tracker.read.timeline import Entry, Timeline


def timeline_record(answer: Timeline) -> Json:
    """Return the entries in the order of the days, and those of no day apart."""
    mission = answer.mission
    return {
        "mission": mission.slug,
        "name": mission.name,
        "as_of": answer.clock.as_of.isoformat() if answer.clock.as_of else None,
        "known_at": answer.clock.known_at.isoformat() if answer.clock.known_at else None,
        "since": answer.since.isoformat() if answer.since else None,
        "until": answer.until.isoformat() if answer.until else None,
        "entries": [_entry(each) for each in answer.entries],
        "undated": [_entry(each) for each in answer.undated],
        "left_out": answer.left_out,
        "undated_count": answer.undated_sources,
    }


def thing_record(line: Line) -> Json:
    """Return a thing of any kind as the status prints it, and a statement alike."""
    match line:
        case MilestoneLine():
            return milestone_record(line)
        case PledgeLine():
            return pledge_record(line)
        case DeploymentLine():
            return deployment_record(line)
        case StatementLine():
            return {
                "id": line.id,
                "speaker": line.speaker,
                "direct": line.direct,
                "text": line.content,
                "independent_count": line.independent_count,
                "sources": evidence_records(line.sources),
            }


def _entry(entry: Entry) -> Json:
    return {
        "date": entry.day.iso() if entry.day else None,
        "first_told": entry.first_told.isoformat() if entry.first_told else None,
        "event": entry.event.value,
        "who": who(entry.line),
        "before": entry.before,
        "flow": flow_record(entry.flow) if entry.flow else None,
        "thing": thing_record(entry.line),
    }
