"""The best assignment of gold to predicted records."""

from __future__ import annotations

from collections.abc import Sequence

# weights[i][j] is how well left i and right j fit, or None where they cannot be a pair.
Weights = Sequence[Sequence[int | None]]


def best_pairs(weights: Weights) -> list[tuple[int, int]]:
    """Return the pairs of a largest matching and, among the largest, of one with the greatest weight.

    Each left and each right index stands in one pair at most. Ties fall to the lower indices, so the same
    input gives the same pairs. The cost is cubic: meant for the few dozen records of an article.
    """
    right_of: dict[int, int] = {}
    left_of: dict[int, int] = {}
    while True:
        path = _best_augmenting_path(weights, right_of, left_of)
        if path is None:
            return sorted(right_of.items())
        for left, right in path:
            right_of[left] = right
            left_of[right] = left


def _best_augmenting_path(
    weights: Weights, right_of: dict[int, int], left_of: dict[int, int]
) -> list[tuple[int, int]] | None:
    """Find the alternating path that adds one pair at the greatest gain (Bellman-Ford over the left side)."""
    gain: dict[int, int] = {left: 0 for left in range(len(weights)) if left not in right_of}
    came: dict[int, tuple[int, int]] = {}  # a matched left, from which left and over which right
    for _ in range(len(weights)):
        changed = False
        for left in sorted(gain):
            for right, weight in enumerate(weights[left]):
                owner = left_of.get(right)
                if weight is None or owner is None or owner == left:
                    continue
                freed = weights[owner][right]
                total = gain[left] + weight - (freed or 0)
                if owner not in gain or total > gain[owner]:
                    gain[owner] = total
                    came[owner] = (left, right)
                    changed = True
        if not changed:
            break
    ends = [
        (gain[left] + weight, -left, -right)
        for left in gain
        for right, weight in enumerate(weights[left])
        if weight is not None and right not in left_of
    ]
    if not ends:
        return None
    _, negative_left, negative_right = max(ends)
    left, right = -negative_left, -negative_right
    path = [(left, right)]
    while left in came:
        left, right = came[left]
        path.append((left, right))
    return path
