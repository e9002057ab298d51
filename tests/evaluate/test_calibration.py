from typing import Any

import pytest

from tracker.evaluate import RecordType, Score
from tracker.evaluate.calibration import ENOUGH, Bin, calibration
from tracker.evaluate.score import ArticleResult, Pair, TypeResult

NOTHING = TypeResult((), (), ())


def score(right: list[float], wrong: list[float]) -> Score:
    def found(confidence: float) -> dict[str, Any]:
        return {"donor": "Chad", "confidence": confidence}

    pledges = TypeResult(
        tuple(Pair({"donor": "Chad"}, found(confidence), {}) for confidence in right),
        ({"donor": "Chad"},),  # what was missed has no confidence
        tuple(map(found, wrong)),
    )
    types = dict.fromkeys(RecordType, NOTHING) | {RecordType.PLEDGES: pledges}
    return Score((ArticleResult("a", types, (None, None), (None, None)),))


@pytest.mark.parametrize(
    ("confidence", "first"),
    [(0.0, 0.0), (0.05, 0.0), (0.1, 0.1), (0.3, 0.3), (0.6, 0.6), (0.7, 0.7), (0.999, 0.9), (1.0, 0.9)],
)
def test_each_confidence_falls_into_the_bin_that_it_opens(confidence: float, first: float) -> None:
    (only,) = calibration(score([confidence], []))
    assert (only.first, only.records, only.right) == (first, 1, 1)


def test_a_bin_tells_the_share_of_right_records_and_what_they_claimed() -> None:
    low, high = calibration(score([0.9, 0.95, 0.95], [0.96, 0.2]))
    assert (low, low.share_right) == (Bin(0.2, 0.3, 1, 0, 0.2), 0.0)
    assert (high.records, high.right, high.share_right) == (4, 3, 0.75)
    assert high.mean_confidence == pytest.approx(0.94)


def test_few_records_tell_nothing() -> None:
    few, many = calibration(score([0.5] * (ENOUGH - 1) + [0.6] * ENOUGH, []))
    assert (few.enough, many.enough) == (False, True)
