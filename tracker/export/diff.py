"""What differs between two views of a mission, as plain JSON values (``docs/json.md`` describes them)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tracker.export.history import value_record
from tracker.export.status import Json, contradiction_record, mission_heading
from tracker.export.timeline import thing_record
from tracker.read.answers import Awaited, MissionStatus
from tracker.read.compare import Comparison, DisputeNews, LevelNews, News, ThingNews
from tracker.read.differing import Line


def diff_record(found: Comparison) -> Json:
    """Return both views in short, and all that differs between them."""
    return {
        **mission_heading(found.after),
        "from": _view(found.before),
        "to": _view(found.after),
        "phase_changed": found.phase_changed,
        "awaits": {"added": _steps(found.expected), "dropped": _steps(found.met)},
        "new": _things(found, News.NEW),
        "changed": _things(found, News.CHANGED),
        "contradicted": [_dispute(each) for each in found.disputes],
        "withdrawn": _things(found, News.WITHDRAWN),
        "gone": _things(found, News.GONE),
        "money_levels": [_level(each) for each in found.levels],
        "confirmed_count": found.confirmed,
    }


def _view(status: MissionStatus) -> Json:
    return {
        "as_of": status.as_of.isoformat() if status.as_of else None,
        "known_at": status.known_at.isoformat() if status.known_at else None,
        "phase": status.phase.value if status.phase else None,
        "phase_since": status.phase_since.iso() if status.phase_since else None,
        "statement_count": status.statement_count,
        "source_count": status.source_count,
        "undated_count": status.undated_count,
    }


def _steps(steps: Iterable[Awaited]) -> list[Json]:
    return [{"kind": step.kind.value, "by": step.by} for step in steps]


def _things(found: Comparison, news: News) -> list[Json]:
    return [_thing(each) for each in found.things if each.news is news]


def _thing(each: ThingNews) -> Json:
    return {
        "record": each.record.value,
        "id": each.line.id,
        "changes": [
            {
                "field": change.field,
                "before": value_record(change.before),
                "after": value_record(change.after),
            }
            for change in each.changes
        ],
        "before": _form(each.before),
        "after": _form(each.after),
        "into": each.into.id if each.into else None,
    }


def _form(line: Line | None) -> Json | None:
    return None if line is None else thing_record(line)


def _dispute(each: DisputeNews) -> Json:
    return {"before": _disputed(each.before), "after": _disputed(each.after)}


def _disputed(line: Any) -> Json | None:
    return None if line is None else contradiction_record(line)


def _level(each: LevelNews) -> Json:
    return {
        "donor": each.donor,
        "to": each.recipient,
        "status": each.status.value,
        "currency": each.currency,
        "before": each.before.number() if each.before else None,
        "after": each.after.number() if each.after else None,
    }
