"""A claim made comparable: its content key, its place in the order of sources, and what it supports."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypedDict, TypeVar

from tracker.claims import (
    Claim,
    DeploymentClaim,
    Mention,
    MilestoneClaim,
    PhaseClaim,
    PledgeClaim,
    StatementClaim,
)
from tracker.reconcile.model import SourcedClaim, SourceRef
from tracker.vocab import DatePrecision, PartialDate

_PRECISION = {DatePrecision.DAY: 0, DatePrecision.MONTH: 1, DatePrecision.YEAR: 2}
UNDATED_RANK = 3

SourceOrder = tuple[bool, date, str, str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim with its keys; ``order`` sorts by source (undated last, then by hash) and place.

    ``origin`` is the digest of the text that its source counts as (see ``independence``).
    """

    sourced: SourcedClaim
    key: str
    order: tuple[SourceOrder, int, int, str]
    origin: str

    @property
    def source(self) -> tuple[str, str]:
        """Return what tells the source from all others."""
        return self.sourced.source.identity, self.sourced.source.text_sha256

    @property
    def published(self) -> date | None:
        """Return the day of the source's publication, None where unknown."""
        return self.sourced.source.published


class Supported(Protocol):
    """Whatever carries the evidence of one claim."""

    @property
    def evidence(self) -> Evidence:
        """Return the claim with its keys."""


class Support(TypedDict):
    """The fields that a thing has from its claims alone."""

    content_key: str
    claims: tuple[int, ...]
    headline_claim: int
    first_seen: date | None
    last_seen: date | None
    source_count: int
    independent_count: int


V = TypeVar("V")


def source_order(source: SourceRef) -> SourceOrder:
    """Return the sort key of a source: by day, the undated last, then by hash and identity."""
    return source.published is None, source.published or date.max, source.text_sha256, source.identity


def claim_key(sourced: SourcedClaim) -> str:
    """Return the SHA-256, in hex, of what a claim says and where: the same on every database."""
    claim = sourced.claim
    parts = (
        sourced.source.text_sha256,
        sourced.source.identity,
        sourced.kind.value,
        claim.mission,
        claim.span.start,
        claim.span.end,
        *_payload(claim),
    )
    return digest(parts)


def digest(parts: Iterable[object]) -> str:
    """Return the SHA-256, in hex, of the parts' text forms."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()


def weigh(sourced: SourcedClaim, origin: str) -> Evidence:
    """Return the claim with its keys."""
    key = claim_key(sourced)
    span = sourced.claim.span
    return Evidence(sourced, key, (source_order(sourced.source), span.start, span.end, key), origin)


def support(members: Sequence[Supported], headline: Supported, *role: str) -> Support:
    """Return what the claims themselves give a thing.

    ``headline`` is the claim its values rest on first; ``role`` parts things of the same claims.
    """
    evidence = sorted((member.evidence for member in members), key=lambda each: each.order)
    days = [each.published for each in evidence if each.published is not None]
    return Support(
        content_key=digest([*role, *(each.key for each in evidence)]),
        claims=tuple(each.sourced.id for each in evidence),
        headline_claim=headline.evidence.sourced.id,
        first_seen=min(days, default=None),
        last_seen=max(days, default=None),
        source_count=len({each.source for each in evidence}),
        independent_count=independent(members),
    )


def newest_first(member: Supported) -> tuple[bool, int, SourceOrder, int, int, str]:
    """Return the key that sorts the latest day first, of one day by order, the undated last."""
    day = member.evidence.published
    return day is None, 0 if day is None else -day.toordinal(), *member.evidence.order


def precision_rank(when: PartialDate | None) -> int:
    """Return 0 for a day, 1 for a month, 2 for a year, 3 for no date."""
    return UNDATED_RANK if when is None else _PRECISION[when.precision]


def finest(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    """Return the most precise of the dates, of those the earliest; None where there is none."""
    known = [when for when in dates if when is not None]
    return min(known, key=lambda when: (precision_rank(when), when), default=None)


def may_coincide(
    when: PartialDate | None, published: date | None, other: PartialDate | None, other_published: date | None
) -> bool:
    """Tell whether two things said can be of one day.

    What is said without a date is of its day of publication or any day before.
    """
    if when is not None and other is not None:
        return when.overlaps(other)
    if when is not None:
        return other_published is None or when.first <= other_published
    if other is not None:
        return published is None or other.first <= published
    return True


def most_told(votes: Mapping[V, Iterable[Supported]], rank: Any) -> V | None:
    """Return the value that most independent texts tell; among equals the one whose ``rank`` is least."""
    if not votes:
        return None
    texts = {value: independent(members) for value, members in votes.items()}
    return min(votes, key=lambda value: (-texts[value], rank(value)))


def independent(members: Iterable[Supported]) -> int:
    """Return how many independent texts the claims stand in."""
    return len({member.evidence.origin for member in members})


def _name(mention: Mention | None) -> str | None:
    return None if mention is None else f"{mention.name}/{mention.kind.value}"


def _iso(when: PartialDate | None) -> str | None:
    return None if when is None else when.iso()


def _payload(claim: Claim) -> tuple[object, ...]:
    match claim:
        case PledgeClaim():
            sums = [claim.amount, *sorted(claim.equivalents)]
            return (
                _name(claim.donor),
                _name(claim.recipient),
                claim.kind.value,
                *(None if each is None else f"{each.number()} {each.currency}" for each in sums),
                *sorted(claim.purposes),
                claim.status.value,
                _iso(claim.announced_on),
                claim.total,
                claim.additional,
                None if claim.corrected_from is None else format(claim.corrected_from, "f"),
            )
        case DeploymentClaim():
            return (
                _name(claim.contributor),
                claim.count,
                claim.count_max,
                claim.qualifier,
                claim.unit.value,
                claim.status.value,
                _iso(claim.date),
                claim.basis.value,
                claim.total,
                claim.additional,
                claim.corrected_from,
            )
        case StatementClaim():
            return _name(claim.speaker), claim.direct, claim.content
        case MilestoneClaim():
            return claim.kind.value, _iso(claim.date), _name(claim.by), _iso(claim.until), claim.replaced_by
        case PhaseClaim():
            return claim.phase.value, *(f"{step.kind.value} {_name(step.by)}" for step in claim.awaits)
    raise TypeError(f"not a claim: {claim!r}")
