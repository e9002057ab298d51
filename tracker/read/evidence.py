"""A thing with all that supports it: each quote in its sentence, each field with its characters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, null, select
from sqlalchemy.orm import InstrumentedAttribute

from tracker.claims import FieldSpan, Span, shown_field
from tracker.db import models
from tracker.db.damage import damaged
from tracker.extract.sentences import sentences
from tracker.read import order
from tracker.read.answers import Evidence
from tracker.read.recorded import Recorded, recorded
from tracker.read.rows import known_id
from tracker.read.sources import SourceLine
from tracker.vocab import ClaimKind


@dataclass(frozen=True, slots=True)
class Piece:
    """One claim that supports a thing.

    ``recorded`` is what it says of the thing. ``sentence`` is the part of the body, from ``sentence_start``,
    that holds the quote whole; ``fields`` say where each field stands.
    """

    claim: int
    kind: ClaimKind
    thing: int | None
    source: Evidence
    recorded: Recorded
    sentence: str
    sentence_start: int
    fields: tuple[tuple[FieldSpan, str], ...]
    rule: str
    confidence: float


_PAYLOADS: Mapping[ClaimKind, tuple[type[Any], ColumnElement[Any] | InstrumentedAttribute[int | None]]] = {
    ClaimKind.PLEDGE: (models.PledgeClaim, models.PledgeClaim.pledge_id),
    ClaimKind.DEPLOYMENT: (models.DeploymentClaim, models.DeploymentClaim.deployment_id),
    ClaimKind.STATEMENT: (models.StatementClaim, models.StatementClaim.statement_id),
    ClaimKind.MILESTONE: (models.MilestoneClaim, models.MilestoneClaim.milestone_id),
    ClaimKind.PHASE: (models.PhaseClaim, null()),
}


def pieces_of_thing(connection: Connection, kind: ClaimKind, thing: int) -> tuple[Piece, ...]:
    """Return all evidence of a thing; a strength rests on its contingents' evidence too.

    Raise ``DatabaseError`` where it is gone."""
    things = [thing]
    if kind is ClaimKind.DEPLOYMENT:
        parts = select(models.Deployment.id).where(models.Deployment.strength_id == thing)
        things += connection.execute(parts).scalars()
    found = _pieces(connection, kind, _PAYLOADS[kind][1].in_(things))
    if not found:
        raise damaged(connection)
    return found


def pieces_of_source(connection: Connection, source: SourceLine) -> tuple[Piece, ...]:
    """Return every claim in force of one source, in the order of its text.

    Raise ``DatabaseError`` where one of them, or the text, is gone.
    """
    of_source = models.Source.id == source.id
    found = [piece for kind in _PAYLOADS for piece in _pieces(connection, kind, of_source)]
    if len(found) != source.claim_count:
        raise damaged(connection)
    return tuple(sorted(found, key=lambda piece: (piece.source.start, piece.source.end, piece.claim)))


def sentence_around(body: str, span: Span) -> Span:
    """Return the sentence or sentences of ``body`` that hold ``span`` whole (at least ``span`` itself)."""
    around = [
        each.span
        for each in sentences(body)
        if each.inside is None and each.span.start < span.end and span.start < each.span.end
    ]
    return Span(
        min([span.start, *(each.start for each in around)]), max([span.end, *(each.end for each in around)])
    )


def _pieces(connection: Connection, kind: ClaimKind, where: ColumnElement[bool]) -> tuple[Piece, ...]:
    claim, source = models.Claim, models.Source
    rows = connection.execute(
        _chosen(
            kind,
            where,
            claim.id,
            _PAYLOADS[kind][1].label("thing"),
            claim.rule,
            claim.confidence,
            claim.start_char,
            claim.end_char,
            claim.quote,
            source.id.label("source_id"),
            source.title,
            models.Publisher.name.label("publisher"),
            source.url,
            source.published_on,
            models.SourceText.body,
        )
    ).all()
    numbers = _chosen(kind, where, claim.id)
    fields = _fields(connection, numbers)
    said = recorded(connection, kind, numbers)
    return tuple(
        sorted(
            (_piece(kind, row, said[row.id], fields.get(row.id, ())) for row in rows),
            key=lambda piece: (order.publication(piece.source), piece.claim),
        )
    )


def _piece(kind: ClaimKind, row: Row[*tuple[Any, ...]], said: Recorded, fields: Iterable[FieldSpan]) -> Piece:
    span = Span(row.start_char, row.end_char)
    around = sentence_around(row.body, span)
    return Piece(
        claim=row.id,
        kind=kind,
        thing=None if row.thing is None else known_id(row.thing),
        source=Evidence(
            row.source_id,
            row.title,
            row.publisher,
            row.url,
            row.published_on,
            span.start,
            span.end,
            row.quote,
        ),
        recorded=said,
        sentence=around.text(row.body),
        sentence_start=around.start,
        fields=tuple((field, field.span.text(row.body)) for field in fields),
        rule=row.rule,
        confidence=row.confidence,
    )


def _chosen(
    kind: ClaimKind, where: ColumnElement[bool], *columns: ColumnElement[Any] | InstrumentedAttribute[Any]
) -> Select[*tuple[Any, ...]]:
    payload, _ = _PAYLOADS[kind]
    claim, extraction, source = models.Claim, models.Extraction, models.Source
    return (
        select(*columns)
        .select_from(claim)
        .join(payload, payload.claim_id == claim.id)
        .join(extraction, extraction.id == claim.extraction_id)
        .join(source, source.id == extraction.source_id)
        .join(models.SourceText, models.SourceText.id == source.text_id)
        .outerjoin(models.Publisher, models.Publisher.id == source.publisher_id)
        .where(extraction.superseded_at.is_(None), where)
    )


def _fields(connection: Connection, claims: Select[*tuple[Any, ...]]) -> Mapping[int, Iterable[FieldSpan]]:
    """Return where each field of the claims stands, by claim and in the order of the text.

    Fields have the names that the JSON gives them.
    """
    found: dict[int, set[FieldSpan]] = defaultdict(set)
    for table in (models.ClaimSpan, models.Mention):
        query = select(table.claim_id, table.field, table.start_char, table.end_char).where(
            table.claim_id.in_(claims)
        )
        for claim, field, start, end in connection.execute(query):
            found[claim].add(FieldSpan(shown_field(str(field)), Span(start, end)))
    return {
        claim: sorted(fields, key=lambda field: (field.span, field.field)) for claim, fields in found.items()
    }
