"""Claims out: those that count, of some missions, as the projection takes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select

from tracker.claims import (
    Await,
    Claim,
    DeploymentClaim,
    Mention,
    MilestoneClaim,
    PhaseClaim,
    PledgeClaim,
    Span,
    StatementClaim,
)
from tracker.db import models
from tracker.db.base import MentionField
from tracker.db.damage import damaged
from tracker.db.store.missions import mission_ids
from tracker.db.store.rows import partial_date, table
from tracker.reconcile.model import MentionKey, SourcedClaim, SourceRef
from tracker.vocab import ClaimKind, Money

_Rows = Mapping[int, list[Any]]


def claims_of(conn: Connection, missions: Iterable[str | None]) -> list[SourcedClaim]:
    """Return the claims that count of the missions (slugs; None: of no mission), by the ids of their rows.

    Spans of single fields are not read. Raise ``DatabaseError`` where the source or the payload of a claim
    is missing.
    """
    slugs = set(missions)
    ids = mission_ids(conn, (slug for slug in slugs if slug is not None))
    chosen = _chosen(ids.values(), no_mission=None in slugs)
    claims = table(models.Claim)
    heads = conn.execute(
        select(
            *claims.c[
                "id", "extraction_id", "kind", "mission_id", "start_char", "end_char", "rule", "confidence"
            ]
        )
        .where(chosen)
        .order_by(claims.c.id)
    ).all()
    parts = _Parts(conn, chosen)
    sources = _sources(conn, chosen)
    names = {number: slug for slug, number in ids.items()}
    found = []
    for head in heads:
        common = {
            "span": Span(head.start_char, head.end_char),
            "rule": head.rule,
            "confidence": head.confidence,
            "mission": names.get(head.mission_id),
        }
        try:
            source, article_mission = sources[head.extraction_id]
            claim = _MAKERS[head.kind](common, head.id, parts)
        except LookupError as error:
            raise damaged(conn) from error
        found.append(SourcedClaim(head.id, source, head.kind, claim, article_mission))
    return found


def role_names(conn: Connection, missions: Iterable[str | None]) -> dict[tuple[int, str], MentionKey]:
    """Return the names in the offices that articles of the missions tell of, by role and field."""
    slugs = set(missions)
    ids = mission_ids(conn, (slug for slug in slugs if slug is not None))
    roles, names, extractions = table(models.ActorRole), table(models.RoleMention), table(models.Extraction)
    own = table(models.ExtractionMission)
    of_mission = own.c.mission_id.in_(list(ids.values()))
    query = (
        select(names.c.role_id, names.c.field, names.c.name, names.c.kind, own.c.mission_id)
        .join(roles, roles.c.id == names.c.role_id)
        .join(extractions, extractions.c.id == roles.c.extraction_id)
        .join(own, and_(own.c.extraction_id == extractions.c.id, own.c.position == 0), isouter=True)
        .where(extractions.c.superseded_at.is_(None))
        .where(or_(of_mission, own.c.mission_id.is_(None)) if None in slugs else of_mission)
    )
    slug_of = {number: slug for slug, number in ids.items()}
    return {
        (row.role_id, row.field): MentionKey(slug_of.get(row.mission_id), row.name, row.kind)
        for row in conn.execute(query)
    }


def _chosen(ids: Iterable[int], *, no_mission: bool) -> ColumnElement[bool]:
    """Return the condition on ``claims``: of one of the missions, and standing."""
    claims, extractions, sources = table(models.Claim), table(models.Extraction), table(models.Source)
    telling = table(models.ExtractionMission)
    numbers = sorted(ids)
    standing = (
        select(extractions.c.id)
        .join(sources, sources.c.id == extractions.c.source_id)
        .where(extractions.c.superseded_at.is_(None), sources.c.withdrawn_at.is_(None))
    )
    of_missions = standing.where(
        extractions.c.id.in_(select(telling.c.extraction_id).where(telling.c.mission_id.in_(numbers)))
    )
    chosen = and_(claims.c.mission_id.in_(numbers), claims.c.extraction_id.in_(of_missions))
    if no_mission:
        chosen = or_(chosen, and_(claims.c.mission_id.is_(None), claims.c.extraction_id.in_(standing)))
    return chosen


def _sources(conn: Connection, chosen: ColumnElement[bool]) -> dict[int, tuple[SourceRef, str | None]]:
    claims, extractions, sources = table(models.Claim), table(models.Extraction), table(models.Source)
    texts, publishers = table(models.SourceText), table(models.Publisher)
    own, missions = table(models.ExtractionMission), table(models.Mission)
    query = (
        select(
            extractions.c.id.label("extraction_id"),
            *sources.c["id", "identity_key", "published_on", "url", "title"],
            texts.c.sha256,
            texts.c.sketch,
            publishers.c.name,
            missions.c.slug,
        )
        .join(sources, sources.c.id == extractions.c.source_id)
        .join(texts, texts.c.id == sources.c.text_id)
        .join(publishers, publishers.c.id == sources.c.publisher_id, isouter=True)
        .join(own, and_(own.c.extraction_id == extractions.c.id, own.c.position == 0), isouter=True)
        .join(missions, missions.c.id == own.c.mission_id, isouter=True)
        .where(extractions.c.id.in_(select(claims.c.extraction_id).where(chosen)))
    )
    return {
        row.extraction_id: (
            SourceRef(
                row.identity_key,
                row.sha256,
                row.published_on,
                row.name,
                row.url,
                row.title,
                row.id,
                row.sketch,
            ),
            row.slug,
        )
        for row in conn.execute(query)
    }


class _Parts:
    """The payloads and their children, by claim."""

    def __init__(self, conn: Connection, chosen: ColumnElement[bool]) -> None:
        claims = table(models.Claim)

        def of(model: type[models.Base], *, ordered: bool = False) -> _Rows:
            rows = table(model)
            query: Select[Any] = select(rows).join(claims, claims.c.id == rows.c.claim_id).where(chosen)
            if ordered:
                query = query.order_by(rows.c.claim_id, rows.c.position)
            found: dict[int, list[Any]] = defaultdict(list)
            for row in conn.execute(query).mappings():
                found[row["claim_id"]].append(row)
            return found

        self.pledges = of(models.PledgeClaim)
        self.amounts = of(models.PledgeClaimAmount, ordered=True)
        self.purposes = of(models.PledgeClaimPurpose, ordered=True)
        self.deployments = of(models.DeploymentClaim)
        self.statements = of(models.StatementClaim)
        self.milestones = of(models.MilestoneClaim)
        self.phases = of(models.PhaseClaim)
        self.awaits = of(models.PhaseClaimAwait, ordered=True)
        self.mentions = of(models.Mention)

    def mention(self, claim_id: int, field: MentionField, position: int = 0) -> Mention | None:
        for row in self.mentions.get(claim_id, ()):
            if row["field"] is field and row["position"] == position:
                return Mention(row["name"], row["kind"], Span(row["start_char"], row["end_char"]))
        return None


def _pledge(common: dict[str, Any], claim_id: int, parts: _Parts) -> Claim:
    row = parts.pledges[claim_id][0]
    sums: Sequence[Any] = parts.amounts.get(claim_id, ())
    money = {each["position"]: Money(each["amount"], each["currency"]) for each in sums}
    return PledgeClaim(
        **common,
        donor=parts.mention(claim_id, MentionField.DONOR),
        kind=row["kind"],
        amount=money.pop(0, None),
        equivalents=tuple(money.values()),
        purposes=tuple(each["purpose"] for each in parts.purposes.get(claim_id, ())),
        status=row["status"],
        recipient=parts.mention(claim_id, MentionField.RECIPIENT),
        announced_on=partial_date(row, "announced_on"),
        total=row["total"],
        additional=row["additional"],
        corrected_from=row["corrected_from"],
    )


def _deployment(common: dict[str, Any], claim_id: int, parts: _Parts) -> Claim:
    row = parts.deployments[claim_id][0]
    return DeploymentClaim(
        **common,
        contributor=parts.mention(claim_id, MentionField.CONTRIBUTOR),
        count=row["count"],
        count_max=row["count_max"],
        qualifier=row["qualifier"],
        unit=row["unit"],
        status=row["status"],
        date=partial_date(row, "date"),
        basis=row["basis"],
        total=row["total"],
        additional=row["additional"],
        corrected_from=row["corrected_from"],
    )


def _statement(common: dict[str, Any], claim_id: int, parts: _Parts) -> Claim:
    row = parts.statements[claim_id][0]
    return StatementClaim(
        **common,
        speaker=parts.mention(claim_id, MentionField.SPEAKER),
        direct=row["direct"],
        starts=row["starts"],
        content=row["content"],
    )


def _milestone(common: dict[str, Any], claim_id: int, parts: _Parts) -> Claim:
    row = parts.milestones[claim_id][0]
    when = partial_date(row, "date")
    assert when is not None  # noqa: S101 - NOT NULL
    return MilestoneClaim(
        **common,
        kind=row["kind"],
        date=when,
        by=parts.mention(claim_id, MentionField.BY),
        until=partial_date(row, "until"),
        replaced_by=row["replaced_by"],
    )


def _phase(common: dict[str, Any], claim_id: int, parts: _Parts) -> Claim:
    awaits = tuple(
        Await(
            row["kind"],
            parts.mention(claim_id, MentionField.AWAITS, row["position"]),
            Span(row["start_char"], row["end_char"]),
        )
        for row in parts.awaits.get(claim_id, ())
    )
    return PhaseClaim(**common, phase=parts.phases[claim_id][0]["phase"], awaits=awaits)


_MAKERS: dict[ClaimKind, Callable[[dict[str, Any], int, _Parts], Claim]] = {
    ClaimKind.PLEDGE: _pledge,
    ClaimKind.DEPLOYMENT: _deployment,
    ClaimKind.STATEMENT: _statement,
    ClaimKind.MILESTONE: _milestone,
    ClaimKind.PHASE: _phase,
}
