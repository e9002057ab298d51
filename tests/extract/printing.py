"""Records in one line each, for the tables of the extractor's tests."""

from __future__ import annotations

from tracker.claims import DeploymentClaim, PledgeClaim
from tracker.vocab import PledgeKind, Qualifier


def pledge(claim: PledgeClaim) -> str:
    """Return ``donor [kind] [sum] [= sum] status [(purposes)] [to recipient] [total] [further]``."""
    parts = [claim.donor.name if claim.donor else "-"]
    parts += [claim.kind.value] if claim.kind is not PledgeKind.MONEY else []
    parts += [f"{claim.amount.number():,} {claim.amount.currency}"] if claim.amount else []
    parts += [f"= {money.number():,} {money.currency}" for money in claim.equivalents]
    parts.append(claim.status.value)
    parts += [f"({' '.join(claim.purposes)})"] if claim.purposes else []
    parts += [f"to {claim.recipient.name}"] if claim.recipient else []
    parts += ["total"] if claim.total else []
    parts += ["further"] if claim.additional else []
    return " ".join(parts)


def deployment(claim: DeploymentClaim) -> str:
    """Return ``contributor [count[..max]] [qualifier] unit status [date] [total] [further]``."""
    parts = [claim.contributor.name if claim.contributor else "-"]
    if claim.count is not None:
        parts.append(f"{claim.count}" if claim.count_max is None else f"{claim.count}..{claim.count_max}")
    parts += [claim.qualifier.value] if claim.qualifier not in (None, Qualifier.EXACT) else []
    parts += [claim.unit.value, claim.status.value]
    parts += [claim.date.iso()] if claim.date else []
    parts += ["total"] if claim.total else []
    parts += ["further"] if claim.additional else []
    return " ".join(parts)
