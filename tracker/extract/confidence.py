"""Level 6: how far a record is to be trusted, as measured on articles that no rule was written for.

A record's confidence is the share of right records in its family: those that the same pattern made, or, where
nobody is named who gives, sends, speaks or acts, all such ones of its sort. The shares stand in
``lexicons/confidence.toml``; ``benchmarks/calibrate.py`` measures them. A record of a family that was not met
keeps the estimate that stands with its rule.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TypeVar

from tracker.claims import Claim, DeploymentClaim, MilestoneClaim, PledgeClaim, StatementClaim
from tracker.extract.lexicon import load
from tracker.extract.traces import Trace
from tracker.vocab import ClaimKind

_C = TypeVar("_C", bound=Claim)
_UNNAMED = "unnamed"


def family(rule: str, *, named: bool) -> str:
    """Return the family of a record: its pattern without the word that it was read from; or "unnamed"."""
    return "-".join(rule.split("-")[:2]) if named else f"{rule.split('-', maxsplit=1)[0]}-{_UNNAMED}"


def graded(trace: Trace) -> Trace:
    """Return the trace with the confidence of each record, and of what told it, set to its family's share."""
    found = trace.extraction
    extraction = replace(
        found,
        pledges=tuple(_graded(ClaimKind.PLEDGE, claim) for claim in found.pledges),
        deployments=tuple(_graded(ClaimKind.DEPLOYMENT, claim) for claim in found.deployments),
        statements=tuple(_graded(ClaimKind.STATEMENT, claim) for claim in found.statements),
        milestones=tuple(_graded(ClaimKind.MILESTONE, claim) for claim in found.milestones),
        phase=_graded(ClaimKind.PHASE, found.phase) if found.phase is not None else None,
    )
    told = tuple(each._replace(claim=_graded(each.kind, each.claim)) for each in trace.told)
    return replace(trace, extraction=extraction, told=told)


def _graded(kind: ClaimKind, claim: _C) -> _C:
    share = _shares(kind).get(family(claim.rule, named=_is_named(claim)))
    return claim if share is None else replace(claim, confidence=share)


def _is_named(claim: Claim) -> bool:
    """Tell whether the text names who gives, sends, says or does it; a phase is nobody's."""
    if isinstance(claim, PledgeClaim):
        return claim.donor is not None
    if isinstance(claim, DeploymentClaim):
        return claim.contributor is not None
    if isinstance(claim, StatementClaim):
        return claim.speaker is not None
    return not isinstance(claim, MilestoneClaim) or claim.by is not None


@cache
def _shares(kind: ClaimKind) -> dict[str, float]:
    """Return the measured share of each family of a kind of record."""
    shares: dict[str, float] = load("confidence")[kind.value]
    return shares
