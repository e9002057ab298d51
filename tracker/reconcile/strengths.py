"""How strong a contributor is in one status: the latest level told, and the contingents after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tracker.claims import DeploymentClaim
from tracker.reconcile.adding import AddedContingent, StrengthParts, made_of
from tracker.reconcile.contingents import Sent
from tracker.reconcile.counting import EXACTNESS, accounts, exactness, unit_of, units_agree
from tracker.reconcile.evidence import finest, newest_first, support
from tracker.reconcile.further import days_clash
from tracker.reconcile.model import Contradiction, Deployment
from tracker.reconcile.preference import Account, Ruling, ruling
from tracker.vocab import Basis, DisputedField, PartialDate, Qualifier, RecordKind


def strength(
    levels: Sequence[Sent], contingents: Sequence[tuple[Deployment, list[Sent]]]
) -> tuple[Deployment, list[Contradiction]]:
    """Return the strength of one contributor in one status, and what sources disagree on.

    ``levels`` are the claims of how many there are in all, ``contingents`` the contingents with their claims;
    there is at least one claim.
    """
    members = [*levels, *(item for _, said in contingents for item in said)]
    dispute = _dispute(levels)
    lead = _leading_level(levels, dispute)
    parts = made_of(
        None if lead is None else lead.claim.count,
        None if lead is None else _holds_on(lead),
        None if lead is None else lead.evidence.sourced.id,
        [AddedContingent(each.content_key, each.count, each.date) for each, _ in contingents],
    )
    thing = _strength(members, levels, lead, parts, [each for each, _ in contingents])
    return thing, [] if dispute is None else [dispute.on(RecordKind.DEPLOYMENT, thing, DisputedField.COUNT)]


def _strength(
    members: Sequence[Sent],
    levels: Sequence[Sent],
    lead: Sent | None,
    parts: StrengthParts,
    contingents: Sequence[Deployment],
) -> Deployment:
    added = {each.thing for each in parts.added}
    later = [each for each in contingents if each.content_key in added]
    claim = None if lead is None else lead.claim
    days = [each.date for each in later if each.date is not None]
    if parts.level_date is not None:
        days.append(PartialDate.of_day(parts.level_date))
    shown = later[0] if claim is None and len(later) == 1 else claim if not later else None
    return Deployment(
        **support(members, lead or min(members, key=newest_first), Basis.LEVEL),
        mission=members[0].claim.mission,
        contributor=members[0].contributor,
        basis=Basis.LEVEL,
        count=parts.count,
        count_max=None if shown is None else shown.count_max,
        qualifier=_joint_qualifier([*later, *([] if claim is None else [claim])]),
        unit=unit_of(members),
        status=members[0].claim.status,
        date=max(days, default=None),
        total=any(item.claim.total for item in levels),
        additional=False,
        parts=parts,
    )


def _latest(levels: Sequence[Sent]) -> list[Sent]:
    """Return the levels of the latest day."""
    counted = [item for item in levels if item.claim.count is not None]
    latest = max((_holds_on(item) or date.min for item in counted), default=None)
    return [item for item in counted if (_holds_on(item) or date.min) == latest]


def _leading_level(levels: Sequence[Sent], dispute: Ruling[Sent] | None) -> Sent | None:
    """Return the claim of the level that leads: of the latest day, and of the figure preferred."""
    latest = _latest(levels)
    if not latest:
        return None
    leading = (_figures(latest, levels)[0] if dispute is None else dispute.leading).members
    number = leading[0].claim.count, leading[0].claim.count_max
    same = [item for item in leading if (item.claim.count, item.claim.count_max) == number]
    return min(same, key=lambda item: (exactness(item.claim), newest_first(item)))


def _dispute(levels: Sequence[Sent]) -> Ruling[Sent] | None:
    """Return which of the figures of the latest day leads, where sources disagree.

    Figures that one source tells side by side are of other people, and so are those of another unit or day.
    """
    rivals: list[Account[Sent]] = []
    for each in _figures(_latest(levels), levels):
        if all(_rivals(each, other) for other in rivals):
            rivals.append(each)
    return ruling(rivals)


def _figures(latest: Sequence[Sent], levels: Sequence[Sent]) -> Sequence[Account[Sent]]:
    """Return the figures of the latest day, the preferred one first.

    One that was taken back is of those who gave it before, where any did.
    """
    found = []
    for each in accounts(latest):
        given = any(str(item.claim.count) == each.said for item in each.members)
        before = () if given else tuple(item for item in levels if str(item.claim.count) == each.said)
        found.append(replace(each, members=before) if before else each)
    ruled = ruling(found)
    return found if ruled is None else ruled.accounts


def _rivals(one: Account[Sent], other: Account[Sent]) -> bool:
    if one.said in other.takes_back or other.said in one.takes_back:
        return True
    sources = {item.evidence.source for item in one.members}
    return (
        sources.isdisjoint(item.evidence.source for item in other.members)
        and units_agree(unit_of(one.members), unit_of(other.members))
        and not days_clash(
            finest(item.claim.date for item in one.members), finest(item.claim.date for item in other.members)
        )
    )


def _holds_on(item: Sent) -> date | None:
    """Return the day that a level holds for: its own where past, else that of publication."""
    own, published = item.claim.date, item.evidence.published
    if own is None:
        return published
    return own.last if published is None else min(own.last, published)


def _joint_qualifier(parts: Sequence[Deployment | DeploymentClaim]) -> Qualifier | None:
    """Return the loosest of the parts' qualifiers."""
    told = [part.qualifier for part in parts if part.count is not None]
    return max(told, key=EXACTNESS.index, default=None)
