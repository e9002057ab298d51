"""Which sums are a part of a pledge on its way: "of the $78m, $10.8m has been paid"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tracker.reconcile.gifts import Given
from tracker.reconcile.nearness import NEXT, gap
from tracker.reconcile.stages import Stage
from tracker.reconcile.sums import TOLERANCE
from tracker.vocab import PledgeStatus

_COURSE = list(PledgeStatus)

_Link = tuple[int, Decimal, int]  # characters between, the larger sum, the place of its stage


def partial_stages(stages: Sequence[Stage[Given]]) -> dict[int, Stage[Given]]:
    """Return, for each stage (by its place) that a text says is of a part, the stage of the whole pledge.

    The stages are of one donor, recipient and kind. A lesser sum, later in the course or withdrawn, told in
    the same sentence as the larger or in the next, is a flow of it, unless it is for something else or comes
    on top; of several larger sums it is of the nearest, then of the least.
    """
    nearest: dict[int, _Link] = {}
    for lesser, link in _links(stages):
        nearest[lesser] = min(link, nearest.get(lesser, link))
    return {lesser: stages[_root(lesser, nearest)] for lesser in nearest}


def _root(place: int, nearest: dict[int, _Link]) -> int:
    # A larger sum and an earlier status every time: there is no way round.
    while place in nearest:
        place = nearest[place][2]
    return place


def _links(stages: Sequence[Stage[Given]]) -> Iterator[tuple[int, _Link]]:
    told: dict[tuple[str, str], list[tuple[int, Given]]] = defaultdict(list)
    for place, stage in enumerate(stages):
        for item in stage.members:
            if item.stated:
                told[item.evidence.source].append((place, item))
    for items in told.values():
        for at, lesser in items:
            for place, larger in items:
                if place != at and _flows_from(lesser, larger):
                    between = gap(lesser.claim, larger.claim)
                    if between <= NEXT:
                        yield at, (between, _amount(larger), place)


def _flows_from(lesser: Given, larger: Given) -> bool:
    if _COURSE.index(lesser.claim.status) <= _COURSE.index(larger.claim.status) or lesser.additional:
        return False
    purposes = set(lesser.claim.purposes), set(larger.claim.purposes)
    if all(purposes) and purposes[0].isdisjoint(purposes[1]):
        return False
    sums = {each.currency: each.amount for each in larger.stated}
    common = [each for each in lesser.stated if each.currency in sums]
    return bool(common) and all(each.amount < sums[each.currency] * (1 - TOLERANCE) for each in common)


def _amount(item: Given) -> Decimal:
    return item.stated[0].amount
