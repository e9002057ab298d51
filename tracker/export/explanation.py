"""Why an article's records are as they are, as plain JSON values: what each level saw, and what came of it.

All of it comes from the ``Trace`` of the run that made the records. Every key is always there; what is
absent is null. Offsets are code points of the document's body.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from tracker.claims import Claim
from tracker.documents.model import Document
from tracker.export.levels import Levels, place
from tracker.export.records import Json, field_spans, payload, record
from tracker.extract import trace
from tracker.extract.evidence import spans_of
from tracker.extract.missions import Ground
from tracker.extract.phases import course_of
from tracker.extract.rules import rule_text
from tracker.extract.steps import Step
from tracker.extract.traces import Told, Trace
from tracker.knowledge import Knowledge
from tracker.vocab import ClaimKind, is_read

_LISTS = {
    ClaimKind.PLEDGE: "pledges",
    ClaimKind.DEPLOYMENT: "deployments",
    ClaimKind.STATEMENT: "statements",
    ClaimKind.MILESTONE: "milestones",
}
# Fields that stand where another one does.
_STANDS_WITH = {"currency": "amount"}


def explained(document: Document, knowledge: Knowledge) -> Json:
    """Return what ``record`` gives of a document, with its ``explanation``: null where it is not read."""
    read = trace(document, knowledge)
    told = explanation(read) if is_read(document.language) else None
    return record(document, read.extraction) | {"explanation": told}


def explanation(traced: Trace) -> Json:
    """Return the decisions on the article, and its sentences with what was seen and told in each."""
    levels = Levels(traced.discourse)
    told = _by_sentence(traced)
    body = traced.reading.body
    return {
        "mission": _mission(traced),
        "phase": _phase(traced),
        "sentences": [
            levels.seen(parsed) | {"patterns": [_pattern(each, body) for each in told.get(parsed.index, ())]}
            for parsed in traced.reading.parsed
        ],
    }


def _by_sentence(traced: Trace) -> dict[int, list[Told]]:
    """Return what was told by the index of the sentence in which it begins, in the order of the text."""
    outer = [parsed for parsed in traced.reading.parsed if parsed.sentence.inside is None]
    starts = [parsed.sentence.span.start for parsed in outer]
    found: dict[int, list[Told]] = {}
    for each in sorted(traced.told, key=lambda told: told.claim.span):
        at = bisect_right(starts, each.claim.span.start) - 1
        found.setdefault(outer[max(0, at)].index, []).append(each)
    return found


# -- what a pattern told ------------------------------------------------------------------------------------


def _pattern(told: Told, body: str) -> Json:
    claim = told.claim
    listed = rule_text(claim.rule)
    return {
        "rule": claim.rule,
        "reads": listed.reads if listed is not None else None,
        "kind": told.kind.value,
        "record": {"list": _LISTS[told.kind], "index": told.record} if told.record is not None else None,
        "confidence": claim.confidence,
        **place(claim.span, body),
        "fields": list(_fields(claim, body)),
    }


def _fields(claim: Claim, body: str) -> Iterator[Json]:
    """Yield what the claim says by field, with the places where each was read: none where it is derived."""
    spans = field_spans(claim)
    for field, value in payload(claim).items():
        if value is None or value is False or value == []:
            continue
        where = spans_of(spans, _STANDS_WITH.get(field, field))
        yield {"field": field, "value": value, "places": [place(span, body) for span in where]}


_WHY_MISSION: dict[Ground, str] = {
    "weight": "its mentions weigh most",
    "named": "it is known and named; what weighs more is made up of a country and its visitors",
    "successor": "it took over from the mission whose mentions weigh most, which is told of as the old one",
    "theatre": "none is named; it is the known one where the article, which speaks of a mission, is set",
}


# -- what was decided on the article ------------------------------------------------------------------------


def _mission(traced: Trace) -> Json:
    """Return the article's mission with the mentions that decided, those of other missions among them."""
    missions, body = traced.missions, traced.reading.body
    weights: dict[str, float] = {}
    for cue in missions.cues:
        weights[cue.slug] = round(weights.get(cue.slug, 0.0) + cue.weight, 2)
    chosen = traced.extraction.mission
    if chosen is not None:
        why = _WHY_MISSION[missions.ground]
    elif missions.main is not None:
        why = "it is told of in passing, and no pledge or deployment belongs to it"
    else:
        why = "no mission is named or described with enough weight"
    return {
        "mission": chosen.slug if chosen is not None else None,
        "why": why,
        "host": missions.host,
        "lead": missions.lead,
        "weights": [{"mission": slug, "weight": weight} for slug, weight in _heaviest_first(weights)],
        "mentions": [
            {"mission": cue.slug, "how": cue.how, "weight": cue.weight, **place(cue.span, body)}
            for cue in missions.cues
        ],
    }


def _heaviest_first(weights: dict[str, float]) -> list[tuple[str, float]]:
    return sorted(weights.items(), key=lambda each: (-each[1], each[0]))


def _phase(traced: Trace) -> Json:
    """Return the article's phase, what decided it, and the steps in the order of time."""
    phase, body = traced.extraction.phase, traced.reading.body
    words = spans_of(phase.fields, "phase") if phase is not None else ()
    taken = course_of(traced.steps, traced.reading.published)
    listed = rule_text(phase.rule) if phase is not None else None
    return {
        "phase": phase.phase.value if phase is not None else None,
        "rule": phase.rule if phase is not None else None,
        "reads": listed.reads if listed is not None else None,
        "places": [place(span, body) for span in words],
        "steps": [
            _step(step, body) | {"phase": after.value if after is not None else None} for step, after in taken
        ],
    }


def _step(step: Step, body: str) -> Json:
    told: dict[str, Any] = {
        "kind": step.kind.value,
        "date": step.date.iso() if step.date is not None else None,
        "by": step.by.name if step.by is not None else None,
        "rule": f"milestone-{step.rule}",
    }
    return told | place(step.span, body)
