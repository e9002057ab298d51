"""How near two claims of one text stand: in one sentence, in the next one, in one list."""

from __future__ import annotations

from tracker.claims import Claim, Span

NEXT = 3
"""Characters between a sentence and the next, over a line break too."""

SAME_LIST = 40
"""Characters that can stand between the items of a list, and between a list and what stands above it."""


def gap(left: Claim, right: Claim) -> int:
    """Return how many characters lie between two claims of one text, 0 where their sentences overlap.

    A claim stands where its evidence stands and where its sum does.
    """
    return min(_between(ours, theirs) for ours in places(left) for theirs in places(right))


def places(claim: Claim) -> list[Span]:
    """Return where a claim stands: its evidence, and its sum."""
    return [claim.span, *(each.span for each in claim.fields if each.field == "amount")]


def _between(left: Span, right: Span) -> int:
    return max(0, right.start - left.end, left.start - right.end)
