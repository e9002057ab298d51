"""What single claims recorded, before they came to things: so that a bad one can be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select

from tracker.db import models
from tracker.db.base import MentionField
from tracker.read.answers import DeploymentLine, MilestoneLine, PledgeLine, StatementLine
from tracker.read.rows import partial_date
from tracker.vocab import ClaimKind, Money, Phase

Recorded = PledgeLine | DeploymentLine | MilestoneLine | StatementLine | Phase
"""What a claim says, as the thing that it would be alone: names as in the text, no sources, no id."""


def recorded(
    connection: Connection, kind: ClaimKind, claims: Select[*tuple[Any, ...]]
) -> Mapping[int, Recorded]:
    """Return what the claims, all of ``kind``, recorded, by the ids of their rows."""
    payload: Any = _PAYLOADS[kind]
    rows = connection.execute(select(payload.__table__).where(payload.claim_id.in_(claims))).mappings().all()
    if kind is ClaimKind.PHASE:
        return {row["claim_id"]: row["phase"] for row in rows}
    names = _names(connection, claims)
    if kind is ClaimKind.PLEDGE:
        sums = _sums(connection, claims)
        return {row["claim_id"]: _pledge(row, names, sums[row["claim_id"]]) for row in rows}
    makers: dict[ClaimKind, Callable[[RowMapping, _Names], Recorded]] = {
        ClaimKind.DEPLOYMENT: _deployment,
        ClaimKind.MILESTONE: _milestone,
        ClaimKind.STATEMENT: _statement,
    }
    return {row["claim_id"]: makers[kind](row, names) for row in rows}


_PAYLOADS = {
    ClaimKind.PLEDGE: models.PledgeClaim,
    ClaimKind.DEPLOYMENT: models.DeploymentClaim,
    ClaimKind.STATEMENT: models.StatementClaim,
    ClaimKind.MILESTONE: models.MilestoneClaim,
    ClaimKind.PHASE: models.PhaseClaim,
}
_Names = Mapping[tuple[int, MentionField], str]


def _names(connection: Connection, claims: Select[*tuple[Any, ...]]) -> _Names:
    mention = models.Mention
    query = select(mention.claim_id, mention.field, mention.name).where(mention.claim_id.in_(claims))
    return {(claim, field): name for claim, field, name in connection.execute(query)}


def _sums(connection: Connection, claims: Select[*tuple[Any, ...]]) -> Mapping[int, dict[int, Money]]:
    """Return the sums of each claim by position: 0 is the one given, the others are said to equal it."""
    sums = models.PledgeClaimAmount
    query = select(sums.claim_id, sums.position, sums.amount, sums.currency).where(sums.claim_id.in_(claims))
    found: dict[int, dict[int, Money]] = defaultdict(dict)
    for claim, position, amount, currency in connection.execute(query):
        found[claim][position] = Money(amount, currency)
    return found


def _pledge(row: RowMapping, names: _Names, sums: Mapping[int, Money]) -> PledgeLine:
    claim = row["claim_id"]
    usd = (sums[place] for place in sorted(sums) if sums[place].currency == "USD")
    return PledgeLine(
        id=None,
        donor=names.get((claim, MentionField.DONOR)),
        recipient=names.get((claim, MentionField.RECIPIENT)),
        kind=row["kind"],
        amount=sums.get(0),
        equivalents=tuple(sums[place] for place in sorted(sums) if place),
        amount_usd=next(usd, None),
        status=row["status"],
        total=row["total"],
        additional=row["additional"],
        purposes=(),
        announced_on=_date(row, "announced_on"),
        sources=(),
    )


def _deployment(row: RowMapping, names: _Names) -> DeploymentLine:
    return DeploymentLine(
        id=None,
        contributor=names.get((row["claim_id"], MentionField.CONTRIBUTOR)),
        count=row["count"],
        count_max=row["count_max"],
        qualifier=row["qualifier"],
        unit=row["unit"],
        status=row["status"],
        date=_date(row, "date"),
        total=row["total"],
        sources=(),
    )


def _milestone(row: RowMapping, names: _Names) -> MilestoneLine:
    date = _date(row, "date")
    assert date is not None  # noqa: S101 - NOT NULL
    return MilestoneLine(
        id=None,
        kind=row["kind"],
        date=date,
        by=names.get((row["claim_id"], MentionField.BY)),
        until=_date(row, "until"),
        replaced_by=row["replaced_by"],
        sources=(),
    )


def _statement(row: RowMapping, names: _Names) -> StatementLine:
    speaker = names.get((row["claim_id"], MentionField.SPEAKER))
    return StatementLine(id=None, speaker=speaker, direct=row["direct"], content=row["content"], sources=())


def _date(row: RowMapping, field: str) -> Any:
    return partial_date(row[f"{field}_from"], row[f"{field}_to"], row[f"{field}_precision"])
