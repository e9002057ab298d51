"""Level 6: one record for each thing. What an article tells twice, or at two stages of its way, is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.claims import DeploymentClaim, MilestoneClaim, PledgeClaim
from tracker.vocab import DatePrecision, DeploymentStatus, Money, PledgeKind, PledgeStatus

_DEPLOYMENT_ORDER = [DeploymentStatus.OFFERED, DeploymentStatus.APPROVED, DeploymentStatus.DEPLOYED, DeploymentStatus.WITHDRAWN]
_PLEDGE_ORDER = [PledgeStatus.OFFERED, PledgeStatus.COMMITTED, PledgeStatus.DELIVERED, PledgeStatus.WITHDRAWN]
_PRECISION = [DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY]


def _sums(claim: PledgeClaim) -> list[Money]:
    return [*([claim.amount] if claim.amount else []), *claim.equivalents]


def _share_sum(one: PledgeClaim, other: PledgeClaim) -> bool:
    return any(
        a.currency == b.currency and abs(a.amount - b.amount) <= max(a.amount, b.amount) / 100
        for a in _sums(one) for b in _sums(other)
    )


def _same_pledge(one: PledgeClaim, other: PledgeClaim) -> bool:
    if (one.donor.name if one.donor else None) != (other.donor.name if other.donor else None):
        return False
    if one.mission != other.mission or one.additional != other.additional and one.amount is None:
        return False
    if one.recipient and other.recipient and one.recipient.name != other.recipient.name and one.amount is None:
        return False
    if one.amount is None or other.amount is None:
        return one.amount is None and other.amount is None and one.kind is other.kind
    return _share_sum(one, other)


def merge_pledges(claims: Sequence[PledgeClaim]) -> list[PledgeClaim]:
    """Return one claim for each pledge, in order of first mention."""
    merged: list[PledgeClaim] = []
    for claim in claims:
        at = next((i for i, old in enumerate(merged) if _same_pledge(old, claim)), None)
        if at is None:
            merged.append(claim)
            continue
        old = merged[at]
        status = max(old.status, claim.status, key=_PLEDGE_ORDER.index)
        known = {m.currency for m in _sums(old)}
        extra = tuple(m for m in _sums(claim) if m.currency not in known) if old.amount else ()
        merged[at] = replace(
            old, status=status, purposes=tuple(dict.fromkeys((*old.purposes, *claim.purposes))),
            equivalents=(*old.equivalents, *extra), recipient=old.recipient or claim.recipient,
            announced_on=old.announced_on or claim.announced_on, total=old.total or claim.total,
            additional=old.additional or claim.additional,
        )
    merged = [replace(c, total=True, additional=False) if _is_whole(c, merged) else c for c in merged]
    moneyed = {c.donor.name for c in merged if c.donor and c.amount and c.kind is PledgeKind.MONEY}
    return [c for c in merged if c.amount or c.kind is not PledgeKind.MONEY or not c.donor or c.donor.name not in moneyed]


def _is_whole(claim: PledgeClaim, claims: Sequence[PledgeClaim]) -> bool:
    """Tell whether parts of the sum, in the same status, are recorded as well."""
    if claim.amount is None or claim.rule in ("pledge-part", "pledge-list-part"):
        return False
    parts = [
        c for c in claims
        if c is not claim and c.rule in ("pledge-part", "pledge-list-part") and c.amount
        and c.donor is not None and claim.donor is not None and c.donor.name == claim.donor.name
        and c.amount.currency == claim.amount.currency and c.status is claim.status and c.amount.amount < claim.amount.amount
    ]
    total = sum(c.amount.amount for c in parts if c.amount)
    return bool(parts) and abs(total - claim.amount.amount) <= claim.amount.amount / 4 and total <= claim.amount.amount * 101 / 100


def _same_contingent(one: DeploymentClaim, other: DeploymentClaim) -> bool:
    if (one.contributor.name if one.contributor else None) != (other.contributor.name if other.contributor else None):
        return False
    if one.mission != other.mission or one.count != other.count:
        return False
    if (one.status is DeploymentStatus.WITHDRAWN) != (other.status is DeploymentStatus.WITHDRAWN):
        return False
    if one.date and other.date and not one.date.overlaps(other.date):
        return False
    return one.additional == other.additional or one.date is None or other.date is None


def merge_deployments(claims: Sequence[DeploymentClaim]) -> list[DeploymentClaim]:
    """Return one claim for each contingent or strength, with its latest status."""
    merged: list[DeploymentClaim] = []
    for claim in claims:
        at = next((i for i, old in enumerate(merged) if _same_contingent(old, claim)), None)
        if at is None:
            merged.append(claim)
            continue
        old = merged[at]
        later = claim if _DEPLOYMENT_ORDER.index(claim.status) > _DEPLOYMENT_ORDER.index(old.status) else old
        unit = old.unit if old.unit.value != "unknown" else claim.unit
        merged[at] = replace(later, unit=unit, date=later.date or old.date or claim.date, total=old.total or claim.total)
    counted = {(c.contributor.name, c.mission) for c in merged if c.contributor and c.count is not None}
    return [
        c for c in merged
        if c.count is not None or c.contributor is None or (c.contributor.name, c.mission) not in counted
    ]


def merge_milestones(claims: Sequence[MilestoneClaim]) -> list[MilestoneClaim]:
    """Return one claim for each step; the more precise date stands."""
    merged: list[MilestoneClaim] = []
    for claim in claims:
        at = next(
            (
                i for i, old in enumerate(merged)
                if old.kind is claim.kind and old.date.overlaps(claim.date)
                and (old.by is None or claim.by is None or old.by.name == claim.by.name)
            ),
            None,
        )
        if at is None:
            merged.append(claim)
            continue
        old = merged[at]
        precise = claim if _PRECISION.index(claim.date.precision) > _PRECISION.index(old.date.precision) else old
        other = old if precise is claim else claim
        merged[at] = replace(
            precise, by=precise.by or other.by, until=precise.until or other.until,
            replaced_by=precise.replaced_by or other.replaced_by,
        )
    return merged
