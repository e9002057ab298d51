"""Level 6: one record for each thing. What an article tells twice, or at two stages of its way, is one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar

from tracker.claims import Claim, DeploymentClaim, FieldSpan, Mention, MilestoneClaim, PledgeClaim, Span
from tracker.extract.evidence import spans_of, with_fields_of, without
from tracker.vocab import DatePrecision, DeploymentStatus, Money, PledgeKind, PledgeStatus, Unit

_DEPLOYMENT_ORDER = [
    DeploymentStatus.OFFERED,
    DeploymentStatus.APPROVED,
    DeploymentStatus.DEPLOYED,
    DeploymentStatus.WITHDRAWN,
]
_PLEDGE_ORDER = [
    PledgeStatus.OFFERED,
    PledgeStatus.COMMITTED,
    PledgeStatus.DELIVERED,
    PledgeStatus.WITHDRAWN,
]
_PRECISION = [DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY]
_PARTS = ("pledge-part", "pledge-list-part", "pledge-enumerated-part")
_C = TypeVar("_C", bound=Claim)


class Joined(NamedTuple, Generic[_C]):
    """One claim for a thing, and the claims by the single patterns that it was joined from."""

    claim: _C
    told: tuple[_C, ...]

    def with_claim(self, claim: _C) -> Joined[_C]:
        """Return the same with another claim for the thing."""
        return Joined(claim, self.told)


def _joined(
    claims: Sequence[_C], same: Callable[[_C, _C], bool], join: Callable[[_C, _C], _C]
) -> list[Joined[_C]]:
    """Return one claim for each thing in order of first mention: the ``same`` ones joined, older first."""
    joined: list[Joined[_C]] = []
    for claim in claims:
        at = next((i for i, old in enumerate(joined) if same(old.claim, claim)), None)
        if at is None:
            joined.append(Joined(claim, (claim,)))
        else:
            joined[at] = Joined(join(joined[at].claim, claim), (*joined[at].told, claim))
    return joined


def _same_actor(one: Mention | None, other: Mention | None) -> bool:
    return (one.name if one else None) == (other.name if other else None)


# -- pledges -----------------------------------------------------------------------------------------------


def merge_pledges(claims: Sequence[PledgeClaim]) -> list[Joined[PledgeClaim]]:
    """Return one claim for each pledge, in order of first mention."""
    joined = _joined(claims, _same_pledge, _join_pledges)
    merged = [j.claim for j in joined]
    joined = [j.with_claim(_as_total(j.claim)) if _is_whole(j.claim, merged) else j for j in joined]
    moneyed = {c.donor.name for c in merged if c.donor and c.amount and c.kind is PledgeKind.MONEY}
    return [j for j in joined if not (_is_unpriced_money(j.claim) and _donor(j.claim) in moneyed)]


def _donor(claim: PledgeClaim) -> str | None:
    return claim.donor.name if claim.donor is not None else None


def _as_total(claim: PledgeClaim) -> PledgeClaim:
    return replace(claim, total=True, additional=False, fields=without(claim.fields, "additional"))


def _is_unpriced_money(claim: PledgeClaim) -> bool:
    return claim.amount is None and claim.kind is PledgeKind.MONEY


def _sums(claim: PledgeClaim) -> list[Money]:
    return [*([claim.amount] if claim.amount else []), *claim.equivalents]


def _share_sum(one: PledgeClaim, other: PledgeClaim) -> bool:
    return any(
        a.currency == b.currency and abs(a.amount - b.amount) <= max(a.amount, b.amount) / 100
        for a in _sums(one)
        for b in _sums(other)
    )


def _same_pledge(one: PledgeClaim, other: PledgeClaim) -> bool:
    if not _same_actor(one.donor, other.donor) or one.mission != other.mission:
        return False
    if one.amount is not None and other.amount is not None:
        twice = (
            one.span == other.span and one.additional != other.additional
        )  # "gave €20m and pledged €20m more"
        return _share_sum(one, other) and not twice and not _are_two_parts(one, other)
    if one.amount is not None or other.amount is not None or one.kind is not other.kind:
        return False
    apart = one.recipient and other.recipient and one.recipient.name != other.recipient.name
    return one.additional == other.additional and not apart


def _are_two_parts(one: PledgeClaim, other: PledgeClaim) -> bool:
    """Tell whether two items of a list that have the same sum go to different ones."""
    if one.rule not in _PARTS or other.rule not in _PARTS or one.span == other.span:
        return False
    return bool(one.recipient and other.recipient and one.recipient.name != other.recipient.name)


def _join_pledges(old: PledgeClaim, new: PledgeClaim) -> PledgeClaim:
    known = {m.currency for m in _sums(old)}
    extra = tuple(m for m in _sums(new) if m.currency not in known)
    advanced = _PLEDGE_ORDER.index(new.status) > _PLEDGE_ORDER.index(old.status)
    lacking = (
        ("status", advanced),
        ("to", old.recipient is None),
        ("announced_on", old.announced_on is None),
        ("additional", not old.additional),
    )
    return replace(
        old,
        fields=(
            *with_fields_of(old.fields, new.fields, *(name for name, lacks in lacking if lacks)),
            *(FieldSpan("purposes", span) for span in spans_of(new.fields, "purposes")),
            *(FieldSpan("equivalents", span) for span in _places(new, extra)),
        ),
        status=new.status if advanced else old.status,
        purposes=tuple(dict.fromkeys((*old.purposes, *new.purposes))),
        equivalents=(*old.equivalents, *extra),
        recipient=old.recipient or new.recipient,
        announced_on=old.announced_on or new.announced_on,
        total=old.total or new.total,
        additional=old.additional or new.additional,
    )


def _places(claim: PledgeClaim, sums: Sequence[Money]) -> list[Span]:
    """Return where some of the sums of a pledge stand."""
    places = (*spans_of(claim.fields, "amount"), *spans_of(claim.fields, "equivalents"))
    return [place for sum_, place in zip(_sums(claim), places, strict=False) if sum_ in sums]


def _is_whole(claim: PledgeClaim, claims: Sequence[PledgeClaim]) -> bool:
    """Tell whether parts of the sum, in the same status, are recorded as well."""
    if claim.amount is None or claim.rule in _PARTS or claim.donor is None:
        return False
    total = sum(c.amount.amount for c in claims if c.amount is not None and _is_part(c, claim))
    return 0 < total <= claim.amount.amount * 101 / 100


def _is_part(part: PledgeClaim, whole: PledgeClaim) -> bool:
    if part.rule not in _PARTS or part.total or part.amount is None or whole.amount is None:
        return False
    if not _same_actor(part.donor, whole.donor) or part.status is not whole.status:
        return False
    return part.amount.currency == whole.amount.currency and part.amount.amount < whole.amount.amount


# -- deployments -------------------------------------------------------------------------------------------


def merge_deployments(claims: Sequence[DeploymentClaim]) -> list[Joined[DeploymentClaim]]:
    """Return one claim for each contingent or strength, with its latest status."""
    joined = _joined(claims, _same_contingent, _join_contingents)
    counted = {_sender(j.claim) for j in joined if j.claim.count is not None}
    return [
        j
        for j in joined
        if j.claim.count is not None or j.claim.contributor is None or _sender(j.claim) not in counted
    ]


def _sender(claim: DeploymentClaim) -> tuple[str | None, str | None]:
    return claim.contributor.name if claim.contributor is not None else None, claim.mission


def _same_contingent(one: DeploymentClaim, other: DeploymentClaim) -> bool:
    if not _same_actor(one.contributor, other.contributor):
        return False
    if one.mission != other.mission or one.count != other.count:
        return False
    if (one.status is DeploymentStatus.WITHDRAWN) != (other.status is DeploymentStatus.WITHDRAWN):
        return False
    if one.date and other.date and not one.date.overlaps(other.date):
        return False
    return one.additional == other.additional or one.date is None or other.date is None


def _join_contingents(old: DeploymentClaim, new: DeploymentClaim) -> DeploymentClaim:
    advanced = _DEPLOYMENT_ORDER.index(new.status) > _DEPLOYMENT_ORDER.index(old.status)
    later, other = (new, old) if advanced else (old, new)
    unit = old if old.unit is not Unit.UNKNOWN else new
    lacking = ("date",) if later.date is None else ()
    return replace(
        later,
        fields=with_fields_of(with_fields_of(later.fields, other.fields, *lacking), unit.fields, "unit"),
        unit=unit.unit,
        date=later.date or other.date,
        total=old.total or new.total,
    )


# -- milestones --------------------------------------------------------------------------------------------


def merge_milestones(claims: Sequence[MilestoneClaim]) -> list[Joined[MilestoneClaim]]:
    """Return one claim for each step; the more precise date stands."""
    return _joined(claims, _same_step, _join_steps)


def _same_step(one: MilestoneClaim, other: MilestoneClaim) -> bool:
    if one.kind is not other.kind or not one.date.overlaps(other.date):
        return False
    return one.by is None or other.by is None or one.by.name == other.by.name


def _join_steps(old: MilestoneClaim, new: MilestoneClaim) -> MilestoneClaim:
    sharper = _PRECISION.index(new.date.precision) > _PRECISION.index(old.date.precision)
    precise, other = (new, old) if sharper else (old, new)
    lacking = [name for name in ("by", "until", "replaced_by") if getattr(precise, name) is None]
    return replace(
        precise,
        fields=with_fields_of(precise.fields, other.fields, *lacking),
        by=precise.by or other.by,
        until=precise.until or other.until,
        replaced_by=precise.replaced_by or other.replaced_by,
    )
