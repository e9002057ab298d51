"""Running totals that the sums told up to their day exceed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.reconcile.evidence import Evidence
from tracker.reconcile.levels import exceeded_totals
from tracker.reconcile.model import Contradiction, Pledge
from tracker.reconcile.preference import Account, ruling
from tracker.vocab import DisputedField, Money, RecordKind


@dataclass(frozen=True, slots=True)
class _Witness:
    evidence: Evidence


def disputed_totals(pledges: Iterable[Pledge], evidence: Mapping[int, Evidence]) -> list[Contradiction]:
    """Return the contradictions between a total and the sums in it; ``evidence`` holds the claims by id.

    The total leads: it speaks of the end of its day, the sums of the days up to it.
    """
    found = []
    for each in exceeded_totals(pledges):
        total, amount = each.total, each.total.amount
        claims = [claim for part in each.parts for claim in part.claims]
        if amount is None or not claims:
            continue
        day = total.first_seen if total.announced_on is None else total.announced_on.last
        told = Account(_printed(amount), _witnesses(total.claims, evidence), event=day or date.max)
        summed = Account(_printed(each.amount), _witnesses(claims, evidence))
        ruled = ruling([told, summed])
        if ruled is not None:
            found.append(ruled.on(RecordKind.PLEDGE, total, DisputedField.TOTAL))
    return found


def _witnesses(claims: Sequence[int], evidence: Mapping[int, Evidence]) -> tuple[_Witness, ...]:
    return tuple(_Witness(evidence[claim]) for claim in claims)


def _printed(money: Money) -> str:
    return f"{money.number()} {money.currency}"
