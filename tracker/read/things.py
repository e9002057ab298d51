"""Things as their rows hold them, chosen by a condition: of a mission, one alone, of an actor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Boolean, Connection, Date, Integer, Row, String, text

from tracker.db.damage import damaged
from tracker.db.types import MoneyAmount
from tracker.read import order
from tracker.read.answers import (
    DeploymentLine,
    Evidence,
    FlowLine,
    MilestoneLine,
    PledgeLine,
    StatementLine,
)
from tracker.read.rows import (
    DEPLOYMENT_STATUS,
    PLEDGE_KIND,
    PLEDGE_STATUS,
    PRECISION,
    PURPOSE,
    QUALIFIER,
    STEP,
    UNIT,
    evidence_of_things,
    known_id,
    money,
    partial_date,
)
from tracker.vocab import Money, PartialDate, Purpose

OF_MISSION = "t.mission_id = :of"
"""Conditions on a thing ``t``; ``of`` is the id of the mission, thing or actor that is asked for."""
ALONE = "t.id = :of"
WITH_ITS_CONTINGENTS = "(t.id = :of OR t.strength_id = :of)"
ITS_WHOLE = "t.id IN (SELECT whole_id FROM pledge_parts WHERE pledge_id = :of)"
ITS_PARTS = "t.id IN (SELECT pledge_id FROM pledge_parts WHERE whole_id = :of)"
OF_DONOR = "t.donor_id = :of"
OF_RECIPIENT = "t.recipient_id = :of"
OF_CONTRIBUTOR = "t.contributor_id = :of"
OF_SPEAKER = "t.speaker_id = :of"
OF_TAKER = "t.by_actor_id = :of"


class Query(NamedTuple):
    """A SELECT with a place for its condition, and the types of its columns."""

    sql: str
    types: Mapping[str, Any]

    def rows(self, connection: Connection, where: str, of: int) -> list[Row[*tuple[Any, ...]]]:
        """Return the rows for which ``where``, one of the conditions above, holds of ``of``."""
        query = text(self.sql.format(where=where)).columns(**self.types)
        return list(connection.execute(query, {"of": of}))


EvidenceById = Mapping[int, list[Evidence]]

_MILESTONES = Query(
    """
    SELECT t.id, t.kind, t.date_from, t.date_to, t.date_precision, by_actor.name AS by_name,
           t.until_from, t.until_to, t.until_precision, t.replaced_by, t.independent_count
    FROM milestones t LEFT JOIN actors by_actor ON by_actor.id = t.by_actor_id
    WHERE {where}
    """,
    {
        "id": Integer,
        "kind": STEP,
        "date_from": Date,
        "date_to": Date,
        "date_precision": PRECISION,
        "by_name": String,
        "until_from": Date,
        "until_to": Date,
        "until_precision": PRECISION,
        "replaced_by": String,
        "independent_count": Integer,
    },
)
_PLEDGES = Query(
    """
    SELECT t.id, donor.name AS donor, recipient.name AS recipient, t.kind, t.amount, t.currency, t.amount_usd,
           t.status, t.total, t.additional,
           t.announced_on_from, t.announced_on_to, t.announced_on_precision, t.independent_count,
           within.whole_id
    FROM pledges t
    LEFT JOIN actors donor ON donor.id = t.donor_id
    LEFT JOIN actors recipient ON recipient.id = t.recipient_id
    LEFT JOIN pledge_parts within ON within.pledge_id = t.id
    WHERE {where}
    """,
    {
        "id": Integer,
        "donor": String,
        "recipient": String,
        "kind": PLEDGE_KIND,
        "amount": MoneyAmount(),
        "currency": String,
        "amount_usd": MoneyAmount(),
        "status": PLEDGE_STATUS,
        "total": Boolean,
        "additional": Boolean,
        "announced_on_from": Date,
        "announced_on_to": Date,
        "announced_on_precision": PRECISION,
        "independent_count": Integer,
        "whole_id": Integer,
    },
)
_FLOWS = Query(
    """
    SELECT f.pledge_id, f.status, f.amount, f.currency, f.since_from, f.since_to, f.since_precision
    FROM pledge_flows f JOIN pledges t ON t.id = f.pledge_id
    WHERE {where}
    ORDER BY f.pledge_id, f.position
    """,
    {
        "pledge_id": Integer,
        "status": PLEDGE_STATUS,
        "amount": MoneyAmount(),
        "currency": String,
        "since_from": Date,
        "since_to": Date,
        "since_precision": PRECISION,
    },
)
_EQUIVALENTS = Query(
    """
    SELECT e.pledge_id, e.amount, e.currency
    FROM pledge_equivalents e JOIN pledges t ON t.id = e.pledge_id
    WHERE {where}
    ORDER BY e.pledge_id, e.position
    """,
    {"pledge_id": Integer, "amount": MoneyAmount(), "currency": String},
)
_PURPOSES = Query(
    """
    SELECT p.pledge_id, p.purpose
    FROM pledge_purposes p JOIN pledges t ON t.id = p.pledge_id
    WHERE {where}
    """,
    {"pledge_id": Integer, "purpose": PURPOSE},
)
_DEPLOYMENTS = Query(
    """
    SELECT t.id, contributor.name AS contributor, t.count AS people, t.count_max, t.qualifier, t.unit,
           t.status, t.date_from, t.date_to, t.date_precision, t.total, t.strength_id,
           t.independent_count, t.level_count, t.level_on, t.in_strength
    FROM deployments t LEFT JOIN actors contributor ON contributor.id = t.contributor_id
    WHERE {where}
    """,
    {
        "id": Integer,
        "contributor": String,
        "people": Integer,
        "count_max": Integer,
        "qualifier": QUALIFIER,
        "unit": UNIT,
        "status": DEPLOYMENT_STATUS,
        "date_from": Date,
        "date_to": Date,
        "date_precision": PRECISION,
        "total": Boolean,
        "strength_id": Integer,
        "independent_count": Integer,
        "level_count": Integer,
        "level_on": Date,
        "in_strength": Boolean,
    },
)
_STATEMENTS = Query(
    """
    SELECT t.id, speaker.name AS speaker, t.direct, t.content, t.independent_count
    FROM statements t LEFT JOIN actors speaker ON speaker.id = t.speaker_id
    WHERE {where}
    """,
    {"id": Integer, "speaker": String, "direct": Boolean, "content": String, "independent_count": Integer},
)


def milestones(connection: Connection, where: str, of: int) -> tuple[MilestoneLine, ...]:
    """Return the milestones that the condition chooses."""
    sources = evidence_of_things(connection, "milestone", where, of)
    return order.milestones(
        MilestoneLine(
            id=known_id(row.id),
            kind=row.kind,
            date=PartialDate(row.date_from, row.date_to, row.date_precision),
            by=row.by_name,
            until=partial_date(row.until_from, row.until_to, row.until_precision),
            replaced_by=row.replaced_by,
            sources=_evidence(connection, sources.get(row.id)),
            independent_count=row.independent_count,
        )
        for row in _MILESTONES.rows(connection, where, of)
    )


def pledges(connection: Connection, where: str, of: int) -> tuple[PledgeLine, ...]:
    """Return the pledges that the condition chooses."""
    sources = evidence_of_things(connection, "pledge", where, of)
    equivalents: dict[int, list[Money]] = defaultdict(list)
    for pledge, amount, currency in _EQUIVALENTS.rows(connection, where, of):
        equivalents[pledge].append(Money(amount, currency))
    purposes: dict[int, list[Purpose]] = defaultdict(list)
    for pledge, purpose in _PURPOSES.rows(connection, where, of):
        purposes[pledge].append(purpose)
    flows: dict[int, list[FlowLine]] = defaultdict(list)
    for row in _FLOWS.rows(connection, where, of):
        since = partial_date(row.since_from, row.since_to, row.since_precision)
        flows[row.pledge_id].append(FlowLine(row.status, money(row.amount, row.currency), since))
    return order.pledges(
        PledgeLine(
            id=known_id(row.id),
            donor=row.donor,
            recipient=row.recipient,
            kind=row.kind,
            amount=money(row.amount, row.currency),
            equivalents=tuple(equivalents[row.id]),
            amount_usd=money(row.amount_usd, "USD"),
            status=row.status,
            total=row.total,
            additional=row.additional,
            purposes=order.purposes(purposes[row.id]),
            announced_on=partial_date(row.announced_on_from, row.announced_on_to, row.announced_on_precision),
            sources=_evidence(connection, sources.get(row.id)),
            independent_count=row.independent_count,
            flows=tuple(flows[row.id]),
            part_of=None if row.whole_id is None else known_id(row.whole_id),
        )
        for row in _PLEDGES.rows(connection, where, of)
    )


def deployments(connection: Connection, where: str, of: int) -> tuple[DeploymentLine, ...]:
    """Return the chosen strengths, each with those of its contingents that are chosen too.

    A contingent whose strength is not chosen stands for itself.
    """
    sources = evidence_of_things(connection, "deployment", where, of)
    rows = _DEPLOYMENTS.rows(connection, where, of)
    contingents: dict[int, list[DeploymentLine]] = defaultdict(list)
    for row in rows:
        if row.strength_id is not None:
            contingents[row.strength_id].append(_deployment(connection, row, sources))
    present = {row.id for row in rows}
    return order.deployments(
        _deployment(connection, row, sources, order.deployments(contingents[row.id]))
        for row in rows
        if row.strength_id not in present
    )


def _evidence(connection: Connection, found: Iterable[Evidence] | None) -> tuple[Evidence, ...]:
    """Return the evidence in order; a thing that rests on none has lost a row that it needs."""
    if not found:
        raise damaged(connection)
    return order.evidence(found)


def _deployment(
    connection: Connection,
    row: Row[*tuple[Any, ...]],
    sources: EvidenceById,
    contingents: tuple[DeploymentLine, ...] = (),
) -> DeploymentLine:
    """Return a line; a strength rests on its own evidence and on that of its contingents."""
    own = sources.get(row.id, [])
    parts = [source for part in contingents for source in part.sources]
    return DeploymentLine(
        id=known_id(row.id),
        contributor=row.contributor,
        count=row.people,
        count_max=row.count_max,
        qualifier=row.qualifier,
        unit=row.unit,
        status=row.status,
        date=partial_date(row.date_from, row.date_to, row.date_precision),
        total=row.total,
        sources=_evidence(connection, [*own, *parts]),
        contingents=contingents,
        independent_count=row.independent_count,
        level_count=row.level_count,
        level_on=None if row.level_on is None else PartialDate.of_day(row.level_on),
        in_strength=row.in_strength,
    )


def statements(connection: Connection, where: str, of: int) -> tuple[StatementLine, ...]:
    """Return the statements that the condition chooses."""
    sources = evidence_of_things(connection, "statement", where, of)
    return order.statements(
        StatementLine(
            id=known_id(row.id),
            speaker=row.speaker,
            direct=row.direct,
            content=row.content,
            sources=_evidence(connection, sources.get(row.id)),
            independent_count=row.independent_count,
        )
        for row in _STATEMENTS.rows(connection, where, of)
    )
