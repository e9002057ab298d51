"""Which sums are one sum, told with other rounding."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from decimal import Decimal

from tracker.vocab import Money

TOLERANCE = Decimal("0.01")


def same_sums(sums: Iterable[Money]) -> dict[Money, Money]:
    """Map every sum to the one that it is a rounding of.

    Within one currency the figure most often told (``sums`` repeats it) gathers all that differ from it by at
    most 1 % of the larger; of figures told alike often, the one with fewer digits, then the less.
    """
    told: dict[str, Counter[Decimal]] = defaultdict(Counter)
    for each in sums:
        told[each.currency][each.amount] += 1
    found: dict[Money, Money] = {}
    for currency, counts in told.items():
        for amount, figure in _gathered(counts).items():
            found[Money(amount, currency)] = Money(figure, currency)
    return found


def digits(amount: Decimal) -> int:
    """Return how many digits the figure has before its trailing zeros."""
    return len(amount.normalize().as_tuple().digits)


def _gathered(counts: Counter[Decimal]) -> dict[Decimal, Decimal]:
    ordered = sorted(counts)
    found: dict[Decimal, Decimal] = {}
    for figure in sorted(counts, key=lambda each: (-counts[each], digits(each), each)):
        if figure in found:
            continue
        low = bisect_left(ordered, figure * (1 - TOLERANCE))
        high = bisect_right(ordered, figure / (1 - TOLERANCE))
        for amount in ordered[low:high]:
            found.setdefault(amount, figure)
    return found
