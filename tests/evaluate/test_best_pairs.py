from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from tracker.evaluate.matching import best_pairs

ROWS, COLUMNS = 4, 4
matrices = st.integers(0, ROWS).flatmap(
    lambda rows: st.integers(0, COLUMNS).flatmap(
        lambda columns: st.lists(
            st.lists(st.none() | st.integers(0, 5), min_size=columns, max_size=columns),
            min_size=rows,
            max_size=rows,
        )
    )
)


def every_matching(weights: list[list[int | None]]) -> set[tuple[int, int]]:
    """(size, weight) of every assignment, by trying all orders of the padded columns."""
    columns = len(weights[0]) if weights else 0
    found = {(0, 0)}
    for order in permutations([*range(columns), *([None] * len(weights))], len(weights)):
        chosen = [
            weight
            for row, column in zip(weights, order, strict=True)
            if column is not None and (weight := row[column]) is not None
        ]
        found.add((len(chosen), sum(chosen)))
    return found


@given(matrices)
def test_the_matching_is_a_largest_one_of_the_greatest_weight(weights: list[list[int | None]]) -> None:
    pairs = best_pairs(weights)
    assert len({left for left, _ in pairs}) == len(pairs) == len({right for _, right in pairs})
    values = [weights[left][right] for left, right in pairs]
    assert None not in values
    assert (len(pairs), sum(value or 0 for value in values)) == max(every_matching(weights))


def test_a_greedy_choice_is_undone_where_it_would_cost_a_pair() -> None:
    assert best_pairs([[9, 1], [9, None]]) == [(0, 1), (1, 0)]
