"""How a thing came to be what it is held to be, as plain JSON values (``docs/json.md`` describes them)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tracker.export.records import money
from tracker.export.status import Json, evidence_records, flow_record
from tracker.export.timeline import thing_record
from tracker.read.answers import ContradictionLine, FlowLine
from tracker.read.differing import Line
from tracker.read.evidence import Piece
from tracker.read.history import History, Step
from tracker.read.recorded import Recorded
from tracker.read.replay import Change, Turn
from tracker.vocab import Money, PartialDate, Phase

# What a thing has beside what it is held to be: ids, evidence, and its part in a strength.
_APART = ("id", "sources", "independent_count", "part_of", "in_strength")


def history_record(answer: History) -> Json:
    """Return the thing, and what each source said and changed, in order."""
    return {
        "record": answer.record.value,
        "merged_id": answer.merged,
        "mission": answer.mission,
        "by": answer.order.value,
        "as_of": answer.clock.as_of.isoformat() if answer.clock.as_of else None,
        "known_at": answer.clock.known_at.isoformat() if answer.clock.known_at else None,
        "thing": thing_record(answer.line),
        "steps": [_step(step) for step in answer.steps],
    }


def value_record(value: Any) -> Any:
    """Return the value of a field: sums as objects, dates as precise as known, words of the vocabulary."""
    match value:
        case Money():
            return money(value)
        case PartialDate():
            return value.iso()
        case FlowLine():
            return flow_record(value)
        case tuple():
            return [value_record(each) for each in value]
    return value if value is None or isinstance(value, bool | int) else str(value)


def content_record(line: Line) -> Json:
    """Return what a thing is held to be, without ids and what it rests on."""
    return {key: value for key, value in thing_record(line).items() if key not in _APART}


def _step(step: Step) -> Json:
    turn = step.turn
    source = step.pieces[0].source
    return {
        "source": {
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "url": source.url,
            "published": source.published.isoformat() if source.published else None,
        },
        "recorded_at": _moment(step.recorded_at),
        "claims": [_claim(piece) for piece in step.pieces],
        "effect": turn.effect.value,
        "independent_count": turn.independent,
        "changes": [_change(change) for change in turn.changes],
        "joined": [content_record(line) for line in turn.joined],
        "disputed": [_dispute(dispute) for dispute in turn.appeared],
        "settled": [dispute.field.value for dispute in turn.settled],
        "after": _after(turn),
    }


def _claim(piece: Piece) -> Json:
    (place,) = evidence_records((piece.source,))
    return {
        **{key: place[key] for key in ("start", "end", "quote")},
        "rule": piece.rule,
        "confidence": piece.confidence,
        "says": _said(piece.recorded),
    }


def _said(recorded: Recorded) -> Json:
    return {"phase": recorded.value} if isinstance(recorded, Phase) else content_record(recorded)


def _change(change: Change) -> Json:
    return {
        "field": change.field.field,
        "before": value_record(change.field.before),
        "after": value_record(change.field.after),
        "why": change.why.value if change.why else None,
    }


def _dispute(dispute: ContradictionLine) -> Json:
    return {
        "field": dispute.field.value,
        "rule": dispute.rule.value,
        "sides": [
            {
                "said": side.said,
                "source_count": side.source_count,
                "independent_count": side.independent_count,
            }
            for side in dispute.sides
        ],
    }


def _after(turn: Turn) -> Json | None:
    return None if turn.after is None else content_record(turn.after)


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
