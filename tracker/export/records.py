"""One document's extraction as plain JSON values: the gold format of the annotation guide, with evidence.

Every key is always there; what is absent is null. Offsets are code points of the document's body.
"""

from __future__ import annotations

from typing import Any

from tracker.claims import (
    Claim,
    DeploymentClaim,
    Extraction,
    FieldSpan,
    Mention,
    MilestoneClaim,
    PhaseClaim,
    PledgeClaim,
    RoleClaim,
    Span,
    StatementClaim,
    shown_field,
)
from tracker.documents.model import Document
from tracker.vocab import Money, PartialDate

Json = dict[str, Any]

_ACTORS = ("donor", "recipient", "contributor", "speaker", "by")


def record(document: Document, extraction: Extraction) -> Json:
    """Return what ``extraction`` takes from ``document``, as the keys of a gold file and more.

    Beside the gold keys: ``awaits``, ``phase_evidence``, ``roles``, ``open_dates``, and for each record its
    ``start``, ``end``, ``quote``, ``rule``, ``confidence`` and ``fields``. A record's ``mission`` is null
    where it is the article's own.
    """
    body = document.body
    own = extraction.mission.slug if extraction.mission else None
    phase = extraction.phase
    return {
        "article": document.name,
        "published": document.published.isoformat() if document.published else None,
        "publisher": document.publisher,
        "title": document.title,
        "url": document.url,
        "language": document.language,
        "mission": own,
        "other_missions": [mission.slug for mission in extraction.other_missions],
        "pledges": [
            _pledge(claim) | _other_mission(claim, own) | _evidence(claim, body)
            for claim in extraction.pledges
        ],
        "deployments": [
            _deployment(claim) | _other_mission(claim, own) | _evidence(claim, body)
            for claim in extraction.deployments
        ],
        "statements": [
            _statement(claim) | _other_mission(claim, own) | _evidence(claim, body)
            for claim in extraction.statements
        ],
        "milestones": [
            _milestone(claim) | _other_mission(claim, own) | _evidence(claim, body)
            for claim in extraction.milestones
        ],
        "phase": phase.phase.value if phase else None,
        "phase_evidence": _evidence(phase, body) if phase else None,
        "awaits": _awaits(phase, body) if phase else [],
        "roles": [_role(role, body) for role in extraction.roles],
        "open_dates": [_place(span, body) for span in extraction.open_dates],
    }


def payload(claim: Claim) -> Json:
    """Return what a claim of any kind says, without its evidence and mission."""
    match claim:
        case PledgeClaim():
            return _pledge(claim)
        case DeploymentClaim():
            return _deployment(claim)
        case StatementClaim():
            return _statement(claim)
        case MilestoneClaim():
            return _milestone(claim)
        case PhaseClaim():
            steps = [{"kind": step.kind.value, "by": _name(step.by)} for step in claim.awaits]
            return {"phase": claim.phase.value, "awaits": steps}
    raise TypeError(f"not a claim: {claim!r}")


def _pledge(claim: PledgeClaim) -> Json:
    return {
        "donor": _name(claim.donor),
        "kind": claim.kind.value,
        "amount": claim.amount.number() if claim.amount else None,
        "currency": claim.amount.currency if claim.amount else None,
        "equivalents": [money(sum_) for sum_ in claim.equivalents],
        "purposes": [purpose.value for purpose in claim.purposes],
        "status": claim.status.value,
        "to": _name(claim.recipient),
        "announced_on": _iso(claim.announced_on),
        "total": claim.total,
        "additional": claim.additional,
        "corrected_from": _taken_back(claim),
    }


def _deployment(claim: DeploymentClaim) -> Json:
    return {
        "contributor": _name(claim.contributor),
        "count": claim.count,
        "count_max": claim.count_max,
        "qualifier": claim.qualifier.value if claim.qualifier else None,
        "unit": claim.unit.value,
        "status": claim.status.value,
        "date": _iso(claim.date),
        "basis": claim.basis.value,
        "total": claim.total,
        "additional": claim.additional,
        "corrected_from": claim.corrected_from,
    }


def _statement(claim: StatementClaim) -> Json:
    return {
        "speaker": _name(claim.speaker),
        "direct": claim.direct,
        "starts": claim.starts,
        "text": claim.content,
    }


def _milestone(claim: MilestoneClaim) -> Json:
    return {
        "kind": claim.kind.value,
        "date": claim.date.iso(),
        "by": _name(claim.by),
        "until": _iso(claim.until),
        "replaced_by": claim.replaced_by,
    }


def _awaits(phase: PhaseClaim, body: str) -> list[Json]:
    return [
        {"kind": step.kind.value, "by": _name(step.by)} | _place(step.span, body) for step in phase.awaits
    ]


def _role(role: RoleClaim, body: str) -> Json:
    return {"person": role.person.name, "office": role.office, "of": _name(role.of)} | _place(role.span, body)


def _other_mission(claim: Claim, own: str | None) -> Json:
    return {"mission": None if claim.mission == own else claim.mission}


def _evidence(claim: Claim, body: str) -> Json:
    return {
        **_place(claim.span, body),
        "rule": claim.rule,
        "confidence": claim.confidence,
        "fields": [
            {"field": field.field, "start": field.span.start, "end": field.span.end}
            for field in field_spans(claim)
        ],
    }


def field_spans(claim: Claim) -> list[FieldSpan]:
    """Return where the fields of a claim stand, by their names in JSON, in the order of the text."""
    actors = ((name, getattr(claim, name, None)) for name in _ACTORS)
    named = [FieldSpan(name, actor.span) for name, actor in actors if actor is not None]
    spans = {FieldSpan(shown_field(each.field), each.span) for each in (*claim.fields, *named)}
    return sorted(spans, key=lambda field: (field.span, field.field))


def _place(span: Span, body: str) -> Json:
    return {"start": span.start, "end": span.end, "quote": span.text(body)}


def money(value: Money) -> Json:
    """Return a sum as ``{"amount": number, "currency": code}``."""
    return {"amount": value.number(), "currency": value.currency}


def _taken_back(claim: PledgeClaim) -> int | float | None:
    if claim.amount is None or claim.corrected_from is None:
        return None
    return Money(claim.corrected_from, claim.amount.currency).number()


def _name(mention: Mention | None) -> str | None:
    return mention.name if mention else None


def _iso(value: PartialDate | None) -> str | None:
    return value.iso() if value else None
