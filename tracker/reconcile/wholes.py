"""Which sums are parts of a whole that is told beside them: "$60m, of which $40m for the force"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.claims import PledgeClaim
from tracker.reconcile.clusters import connected
from tracker.reconcile.evidence import Evidence
from tracker.reconcile.model import Pledge
from tracker.reconcile.nearness import SAME_LIST, gap, places
from tracker.reconcile.sums import TOLERANCE
from tracker.vocab import Money

MOST_OF_IT = Decimal("0.95")
"""The share of a whole of many givers that a list must come to, to be the list of what they gave."""


@dataclass(frozen=True, eq=False, slots=True)
class _Told:
    """A claim of a pledge, of which ``pledge`` is the content key."""

    claim: PledgeClaim
    pledge: Pledge
    order: tuple[object, ...]

    @property
    def sums(self) -> dict[str, Decimal]:
        """Return the amounts by currency."""
        stated: list[Money] = [] if self.claim.amount is None else [self.claim.amount]
        return {each.currency: each.amount for each in (*self.claim.equivalents, *stated)}


def with_wholes(pledges: Sequence[Pledge], evidence: Mapping[int, Evidence]) -> list[Pledge]:
    """Return the pledges, each with the whole that a text says it is a part of.

    A whole is a total. Its parts are of the same giver, kind and status, told in the same text, in the
    same sentence, the next, or the same list, and together they are not more than the whole. ``evidence``
    holds the claims by id.
    """
    links: dict[str, dict[str, _Told]] = defaultdict(dict)
    for told in _by_source(pledges, evidence):
        for whole in told:
            if whole.pledge.total and whole.sums:
                for part in _parts(whole, told):
                    links[whole.pledge.content_key][part.pledge.content_key] = part
    known = {each.content_key: each for each in pledges}
    chosen = _chosen(links, known)
    return [replace(each, part_of=chosen.get(each.content_key)) for each in pledges]


def _by_source(pledges: Iterable[Pledge], evidence: Mapping[int, Evidence]) -> Iterator[list[_Told]]:
    """Yield what each source tells, where it tells of any whole; in the order of the text."""
    pledges = list(pledges)
    sources = {evidence[claim].source for each in pledges if each.total for claim in each.claims}
    told: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for pledge in pledges:
        for claim in pledge.claims:
            each = evidence[claim]
            if each.source in sources and isinstance(each.sourced.claim, PledgeClaim):
                told[each.source].append(_Told(each.sourced.claim, pledge, each.order))
    for items in told.values():
        yield sorted(items, key=lambda each: each.order)


def _parts(whole: _Told, told: Sequence[_Told]) -> list[_Told]:
    """Return the parts of a whole in one text: a list that comes to it, else what it is split up into.

    What a giver gave is told first and then split up; a sum before it in a sentence of its own is one that it
    was brought about by, and said so where it is a further one.
    """
    fitting = [each for each in told if _can_be_part(each, whole)]
    listed = _listed(whole, fitting)
    if listed:
        return listed
    if whole.claim.donor is None:
        return _within(whole, [each for each in fitting if not gap(each.claim, whole.claim)])
    split = [
        each
        for each in fitting
        if each.claim.additional or each.order > whole.order or not gap(each.claim, whole.claim)
    ]
    return _within(whole, _chain(whole, split))


def _listed(whole: _Told, fitting: Sequence[_Told]) -> list[_Told]:
    """Return the list that comes to the whole."""
    parts = _within(whole, _chain(whole, fitting))
    return parts if _sum(whole, parts) >= MOST_OF_IT * _sum(whole, [whole]) else []


def _can_be_part(part: _Told, whole: _Told) -> bool:
    ours, theirs = part.pledge, whole.pledge
    return (
        not ours.total
        # "A further $33m", told after the whole, comes on top of it.
        and not (part.claim.additional and part.order > whole.order)
        and (ours.mission, ours.kind, part.claim.status) == (theirs.mission, theirs.kind, whole.claim.status)
        and (theirs.donor is None or ours.donor == theirs.donor)
        and not part.sums.keys().isdisjoint(whole.sums)
    )


def _chain(whole: _Told, fitting: Iterable[_Told]) -> list[_Told]:
    """Return what stands by the whole, or by what stands by it, nearest first."""
    standing = [whole, *fitting]
    runs: dict[int, list[int]] = defaultdict(list)
    reach = run = -SAME_LIST - 1
    for span, place in sorted(
        (span, place) for place, each in enumerate(standing) for span in places(each.claim)
    ):
        if span.start > reach + SAME_LIST:
            run = span.start
        reach = max(reach, span.end)
        runs[place].append(run)
    group = next(each for each in connected(range(len(standing)), runs.__getitem__) if 0 in each)
    return sorted(
        (standing[place] for place in group if place),
        key=lambda each: (gap(each.claim, whole.claim), each.order),
    )


def _within(whole: _Told, parts: Iterable[_Told]) -> list[_Told]:
    """Return the first parts that are together not more than the whole."""
    found: list[_Told] = []
    most = _sum(whole, [whole])
    for part in parts:
        if any(part.pledge is each.pledge for each in found):
            continue
        if _sum(whole, [*found, part]) > most * (1 + TOLERANCE) or _sum(whole, [part]) > most * (
            1 - TOLERANCE
        ):
            break
        found.append(part)
    return found


def _sum(whole: _Told, parts: Iterable[_Told]) -> Decimal:
    """Return what the parts come to, in the first currency of the whole that each names."""
    currency = next(iter(reversed(whole.sums)))
    total = Decimal(0)
    for part in parts:
        sums = part.sums
        if currency in sums:
            total += sums[currency]
        else:
            other = next(each for each in sums if each in whole.sums)
            total += sums[other] / whole.sums[other] * whole.sums[currency]
    return total


def _chosen(links: Mapping[str, Mapping[str, _Told]], known: Mapping[str, Pledge]) -> dict[str, str]:
    """Return the whole of each part: the least it was told to be of, while the parts do not exceed it."""
    chosen: dict[str, str] = {}
    for whole in sorted(links, key=lambda key: (_amount(known[key]), key)):
        room = _amount(known[whole]) * (1 + TOLERANCE)
        parts = [known[part] for part in links[whole] if part not in chosen]
        for part in sorted(parts, key=lambda each: (-each.source_count, -_amount(each), each.content_key)):
            amount = _amount_in(part, known[whole])
            if amount is not None and amount <= room:
                chosen[part.content_key] = whole
                room -= amount
    return chosen


def _amount(pledge: Pledge) -> Decimal:
    return Decimal(0) if pledge.amount is None else pledge.amount.amount


def _amount_in(part: Pledge, whole: Pledge) -> Decimal | None:
    """Return the part's sum in the currency of the whole; None where it names none."""
    stated = [each for each in (part.amount, *part.equivalents) if each is not None]
    wanted = None if whole.amount is None else whole.amount.currency
    return next((each.amount for each in stated if each.currency == wanted), None)
