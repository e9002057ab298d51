"""The claims that count as plain JSON values, each with its evidence and the thing that it supports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from tracker.claims import shown_field
from tracker.db import models
from tracker.db.store.claims_out import claims_of
from tracker.export.records import Json, payload
from tracker.reconcile.model import SourcedClaim
from tracker.vocab import ClaimKind


def claims(connection: Connection, missions: Iterable[str]) -> dict[str, list[tuple[Json, Json]]]:
    """Return the claims that count by the names of their tables; ``supports`` is the key of a thing."""
    quotes = dict(connection.execute(select(models.Claim.id, models.Claim.quote)).all())
    fields = _fields(connection)
    supports = _supports(connection)
    found: dict[str, list[tuple[Json, Json]]] = {f"{kind.value}_claims": [] for kind in ClaimKind}
    for sourced in claims_of(connection, [None, *missions]):
        found[f"{sourced.kind.value}_claims"].append(
            (
                _claim(sourced, quotes[sourced.id], fields.get(sourced.id, []))
                | supports.get(sourced.id, {}),
                {"id": sourced.id, "source_id": sourced.source.id},
            )
        )
    return found


def _claim(sourced: SourcedClaim, quote: str, fields: list[Json]) -> Json:
    claim, published = sourced.claim, sourced.source.published
    return {
        "mission": claim.mission,
        **payload(claim),
        "source": sourced.source.identity,
        "published": None if published is None else published.isoformat(),
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": quote,
        "rule": claim.rule,
        "confidence": claim.confidence,
        "fields": fields,
    }


def _fields(connection: Connection) -> Mapping[int, list[Json]]:
    found: dict[int, set[tuple[int, int, str]]] = defaultdict(set)
    for table in (models.ClaimSpan, models.Mention):
        query = select(table.claim_id, table.field, table.start_char, table.end_char)
        for claim, field, start, end in connection.execute(query):
            found[claim].add((start, end, shown_field(str(field))))
    return {
        claim: [{"field": field, "start": start, "end": end} for start, end, field in sorted(spans)]
        for claim, spans in found.items()
    }


def _supports(connection: Connection) -> Mapping[int, Json]:
    """Return ``{"supports": key of the thing, or null}`` of every claim that can support one."""
    found: dict[int, Json] = {}
    for claims, link, things in (
        (models.PledgeClaim, models.PledgeClaim.pledge_id, models.Pledge),
        (models.DeploymentClaim, models.DeploymentClaim.deployment_id, models.Deployment),
        (models.StatementClaim, models.StatementClaim.statement_id, models.Statement),
        (models.MilestoneClaim, models.MilestoneClaim.milestone_id, models.Milestone),
    ):
        query = select(claims.claim_id, things.content_key).outerjoin(things, things.id == link)
        found.update((claim, {"supports": key}) for claim, key in connection.execute(query))
    return found
