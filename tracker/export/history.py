"""How a thing came to be what it is held to be, as plain JSON values (``docs/json.md`` describes them)."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from tracker.export.status import Json, evidence_records
from tracker.export.timeline import thing_record
from tracker.read.differing import Line
from tracker.read.evidence import Piece
from tracker.read.history import History, Step
from tracker.read.recorded import Recorded
from tracker.read.replay import Change, Turn
from tracker.reconcile.model import Contradiction
from tracker.vocab import Money, PartialDate, Phase


def history_record(answer: History) -> Json:
    """Return the thing, and what each source said and changed, in order."""
    return {
        "record": answer.record.value,
        "mission": answer.mission,
        "by": answer.order.value,
        "thing": thing_record(answer.line),
        "steps": [_step(step) for step in answer.steps],
    }


def value_record(value: Any) -> Any:
    """Return the value of a field: sums as objects, dates as precise as known, words of the vocabulary."""
    match value:
        case Money():
            return {"amount": value.number(), "currency": value.currency}
        case PartialDate():
            return value.iso()
        case tuple():
            return [value_record(each) for each in value]
        case Decimal():
            return int(value) if value == value.to_integral() else float(value)
        case bool() | int() | None:
            return value
    return str(value)


def content_record(line: Line) -> Json:
    """Return what a thing is held to be, without its id and what it rests on."""
    return {key: value for key, value in thing_record(line).items() if key not in ("id", "sources")}


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


def _dispute(dispute: Contradiction) -> Json:
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
