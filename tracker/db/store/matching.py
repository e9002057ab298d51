"""Which stored thing a projected one is, so that its id can be kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from tracker.reconcile.model import AnyThing


def match_things(
    things: Iterable[AnyThing], holders: Mapping[int, int], keys: Mapping[str, int]
) -> dict[str, int]:
    """Return, by content key, the id of the stored thing that each projected one continues.

    ``holders`` gives the stored thing of each claim, ``keys`` that of each content key. A thing continues the
    one that it shares most claims with (tie: the lowest id), else the one that says the very same; each
    stored thing is continued once. Things that continue none are left out.
    """
    projected = list(things)
    shared = Counter(
        (thing.content_key, holders[claim])
        for thing in projected
        for claim in thing.claims
        if claim in holders
    )
    found: dict[str, int] = {}
    taken: set[int] = set()
    for (key, number), _ in sorted(shared.items(), key=lambda each: (-each[1], each[0][1], each[0][0])):
        if key not in found and number not in taken:
            found[key] = number
            taken.add(number)
    for thing in projected:
        same = keys.get(thing.content_key)
        if same is not None and thing.content_key not in found and same not in taken:
            found[thing.content_key] = same
            taken.add(same)
    return found
