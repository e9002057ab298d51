"""Which dates the claims of one thing give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from tracker.reconcile.evidence import Supported, finest, precision_rank
from tracker.reconcile.preference import Account
from tracker.vocab import PartialDate

T = TypeVar("T", bound=Supported)


def dated(
    members: Iterable[T], date_of: Callable[[T], PartialDate | None]
) -> tuple[list[Account[T]], PartialDate | None]:
    """Return what the claims say of a date, those together that can be the same, and the finest of all.

    A month is of the only day told that lies in it; where several do it is of none of them.
    """
    told: dict[PartialDate, list[T]] = defaultdict(list)
    for member in members:
        when = date_of(member)
        if when is not None:
            told[when].append(member)
    found: list[tuple[PartialDate, list[T]]] = []
    for when in sorted(told, key=lambda each: (precision_rank(each), each)):
        fits = [alike for other, alike in found if other.overlaps(when)]
        if not fits:
            found.append((when, told[when]))
        elif len(fits) == 1:
            fits[0].extend(told[when])
    accounts = [Account(when.iso(), tuple(alike), precision_rank(when)) for when, alike in found]
    return accounts, finest(told)
