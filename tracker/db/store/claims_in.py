"""An extraction in: its claims with their evidence, payloads, mentions and offices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from tracker.claims import (
    Claim,
    DeploymentClaim,
    Extraction,
    Mention,
    MilestoneClaim,
    MissionRef,
    PhaseClaim,
    PledgeClaim,
    StatementClaim,
)
from tracker.db import models
from tracker.db.base import MentionField, Origin, RoleField
from tracker.db.store.missions import ensure_missions
from tracker.db.store.rows import Row, date_columns, insert_numbered, insert_rows, table
from tracker.vocab import ClaimKind, Money


def missions_of(extraction: Extraction) -> list[MissionRef]:
    """Return every mission that the extraction or one of its claims names: its own first, then by slug."""
    refs = {ref.slug: ref for ref in extraction.other_missions}
    for _, claim in extraction.claims():
        if claim.mission is not None:
            refs.setdefault(claim.mission, MissionRef(claim.mission, claim.mission))
    own = extraction.mission
    others = [refs[slug] for slug in sorted(refs) if own is None or slug != own.slug]
    return [*([] if own is None else [own]), *others]


def add_extraction(
    conn: Connection,
    source_id: int,
    body: str,
    extraction: Extraction,
    *,
    extractor: str,
    version: str,
    knowledge_digest: str,
    now: datetime,
) -> int:
    """Store all that one run of an extractor took from a source; return the extraction's id.

    ``extraction`` is as ``store.storable`` left it; missions that none but the article knows are added.
    """
    (extraction_id,) = insert_numbered(
        conn,
        table(models.Extraction),
        [
            {
                "source_id": source_id,
                "extractor": extractor,
                "version": version,
                "knowledge_digest": knowledge_digest,
                "recorded_at": now,
            }
        ],
    )
    refs = missions_of(extraction)
    missions = ensure_missions(conn, refs)
    _add_missions(conn, extraction_id, extraction, refs, missions)
    _add_claims(conn, extraction_id, body, extraction, missions)
    _add_roles(conn, extraction_id, body, extraction)
    insert_rows(
        conn,
        table(models.OpenDate),
        [
            {
                "extraction_id": extraction_id,
                "position": place,
                "start_char": span.start,
                "end_char": span.end,
            }
            for place, span in enumerate(extraction.open_dates)
        ],
    )
    return extraction_id


def _add_missions(
    conn: Connection,
    extraction_id: int,
    extraction: Extraction,
    refs: Iterable[MissionRef],
    missions: Mapping[str, int],
) -> None:
    first = 0 if extraction.mission is not None else 1
    rows = [
        {
            "extraction_id": extraction_id,
            "position": place,
            "mission_id": missions[ref.slug],
            "name": ref.name,
            "host": ref.host,
        }
        for place, ref in enumerate(refs, start=first)
    ]
    insert_rows(conn, table(models.ExtractionMission), rows)


def _add_claims(
    conn: Connection, extraction_id: int, body: str, extraction: Extraction, missions: Mapping[str, int]
) -> None:
    claims = list(extraction.claims())
    ids = insert_numbered(
        conn,
        table(models.Claim),
        [
            {
                "extraction_id": extraction_id,
                "kind": kind,
                "mission_id": None if claim.mission is None else missions[claim.mission],
                "quote": claim.span.text(body),
                "start_char": claim.span.start,
                "end_char": claim.span.end,
                "rule": claim.rule,
                "confidence": claim.confidence,
            }
            for kind, claim in claims
        ],
    )
    rows: dict[type[models.Base], list[Row]] = {model: [] for model in _CHILDREN}
    for claim_id, (kind, claim) in zip(ids, claims, strict=True):
        common = {"claim_id": claim_id, "claim_kind": kind}
        for model, row in _children(claim):
            rows[model].append((common if model in _PAYLOADS.values() else {"claim_id": claim_id}) | row)
        rows[models.ClaimSpan] += (
            {
                "claim_id": claim_id,
                "position": place,
                "field": each.field,
                "start_char": each.span.start,
                "end_char": each.span.end,
            }
            for place, each in enumerate(claim.fields)
        )
    for model in _CHILDREN:
        insert_rows(conn, table(model), rows[model])


_PAYLOADS: dict[ClaimKind, type[models.Base]] = {
    ClaimKind.PLEDGE: models.PledgeClaim,
    ClaimKind.DEPLOYMENT: models.DeploymentClaim,
    ClaimKind.STATEMENT: models.StatementClaim,
    ClaimKind.MILESTONE: models.MilestoneClaim,
    ClaimKind.PHASE: models.PhaseClaim,
}
# In the order in which rows lean on each other.
_CHILDREN: tuple[type[models.Base], ...] = (
    *_PAYLOADS.values(),
    models.PledgeClaimAmount,
    models.PledgeClaimPurpose,
    models.PhaseClaimAwait,
    models.ClaimSpan,
    models.Mention,
)

_Children = Iterable[tuple[type[models.Base], Row]]


def _children(claim: Claim) -> _Children:
    match claim:
        case PledgeClaim():
            yield from _pledge(claim)
        case DeploymentClaim():
            yield from _deployment(claim)
        case StatementClaim():
            payload = {"direct": claim.direct, "starts": claim.starts, "content": claim.content}
            yield models.StatementClaim, payload
            yield from _mention(MentionField.SPEAKER, claim.speaker)
        case MilestoneClaim():
            dates = date_columns("date", claim.date) | date_columns("until", claim.until)
            yield models.MilestoneClaim, {"kind": claim.kind, "replaced_by": claim.replaced_by} | dates
            yield from _mention(MentionField.BY, claim.by)
        case PhaseClaim():
            yield from _phase(claim)
        case _:
            raise TypeError(f"not a claim: {claim!r}")


def _pledge(claim: PledgeClaim) -> _Children:
    yield (
        models.PledgeClaim,
        {
            "kind": claim.kind,
            "status": claim.status,
            "total": claim.total,
            "additional": claim.additional,
            "corrected_from": claim.corrected_from,
            **date_columns("announced_on", claim.announced_on),
        },
    )
    # Position 0 is the amount alone, so that equivalents without one keep from 1.
    for place, each in enumerate(_sums(claim), start=0 if claim.amount is not None else 1):
        row = {"position": place, "amount": each.amount, "currency": each.currency}
        yield models.PledgeClaimAmount, row
    for place, purpose in enumerate(dict.fromkeys(claim.purposes)):
        yield models.PledgeClaimPurpose, {"position": place, "purpose": purpose}
    yield from _mention(MentionField.DONOR, claim.donor)
    yield from _mention(MentionField.RECIPIENT, claim.recipient)


def _deployment(claim: DeploymentClaim) -> _Children:
    yield (
        models.DeploymentClaim,
        {
            "count": claim.count,
            "count_max": claim.count_max,
            "qualifier": claim.qualifier,
            "unit": claim.unit,
            "status": claim.status,
            "basis": claim.basis,
            "total": claim.total,
            "additional": claim.additional,
            "corrected_from": claim.corrected_from,
            **date_columns("date", claim.date),
        },
    )
    yield from _mention(MentionField.CONTRIBUTOR, claim.contributor)


def _phase(claim: PhaseClaim) -> _Children:
    yield models.PhaseClaim, {"phase": claim.phase}
    for place, step in enumerate(claim.awaits):
        row = {"position": place, "kind": step.kind, "start_char": step.span.start, "end_char": step.span.end}
        yield models.PhaseClaimAwait, row
        yield from _mention(MentionField.AWAITS, step.by, place)


def _mention(field: MentionField, mention: Mention | None, position: int = 0) -> _Children:
    if mention is not None:
        yield models.Mention, {"field": field, "position": position} | _named(mention)


def _named(mention: Mention) -> Row:
    return {
        "name": mention.name,
        "kind": mention.kind,
        "start_char": mention.span.start,
        "end_char": mention.span.end,
    }


def _add_roles(conn: Connection, extraction_id: int, body: str, extraction: Extraction) -> None:
    ids = insert_numbered(
        conn,
        table(models.ActorRole),
        [
            {
                "extraction_id": extraction_id,
                "office": role.office,
                "origin": Origin.TEXT,
                "quote": role.span.text(body),
                "start_char": role.span.start,
                "end_char": role.span.end,
            }
            for role in extraction.roles
        ],
    )
    rows: list[dict[str, Any]] = []
    for role_id, role in zip(ids, extraction.roles, strict=True):
        rows.append({"role_id": role_id, "field": RoleField.PERSON} | _named(role.person))
        if role.of is not None:
            rows.append({"role_id": role_id, "field": RoleField.OF} | _named(role.of))
    insert_rows(conn, table(models.RoleMention), rows)


def _sums(claim: PledgeClaim) -> list[Money]:
    return [*([] if claim.amount is None else [claim.amount]), *claim.equivalents]
