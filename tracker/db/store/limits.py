"""The numbers that a database can keep, the same on SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from tracker.claims import Extraction, PledgeClaim
from tracker.db.types import exact_amount

COUNT_LIMIT = 2**31
"""People are counted below this: PostgreSQL's integers end there."""


def storable(extraction: Extraction) -> tuple[Extraction, int]:
    """Return the extraction without claims whose numbers no database can keep, and how many those are."""
    pledges = tuple(claim for claim in extraction.pledges if all(map(_is_exact, _amounts(claim))))
    deployments = tuple(
        claim
        for claim in extraction.deployments
        if all(
            each is None or 0 <= each < COUNT_LIMIT
            for each in (claim.count, claim.count_max, claim.corrected_from)
        )
    )
    dropped = len(extraction.pledges) - len(pledges) + len(extraction.deployments) - len(deployments)
    return replace(extraction, pledges=pledges, deployments=deployments), dropped


def _amounts(claim: PledgeClaim) -> Iterator[Decimal]:
    yield from (money.amount for money in (claim.amount, *claim.equivalents) if money is not None)
    if claim.corrected_from is not None:
        yield claim.corrected_from


def _is_exact(amount: Decimal) -> bool:
    try:
        exact_amount(amount)
    except ValueError:
        return False
    return True
