"""Level 5: whose country "his country" is, and that of "the minister, whose government"."""

from __future__ import annotations

from tracker.extract.names import Name, uncertain
from tracker.extract.reading import Parsed
from tracker.vocab import ActorKind

_PERSONAL = frozenset({"his", "her", "whose"})


def is_personal(parsed: Parsed, start: int) -> bool:
    """Tell whether the noun phrase at token ``start`` belongs to a person: "his country", "whose country"."""
    return bool(_PERSONAL & set(parsed.norms(start - 1, start) + parsed.norms(start, start + 1)))


def person_meant(parsed: Parsed, start: int, nearest: Name | None) -> Name | None:
    """Return the person whose country stands at ``start``; ``nearest`` is who "he" would be there."""
    people = [n for n in parsed.names if n.kind is ActorKind.PERSON and not uncertain(n)]
    before = [n for n in people if n.last <= start]
    if before and parsed.norms(start - 1, start) == ["whose"]:
        return before[-1]
    if not before and people:  # "Her country would pay, said Tanja Fajon"
        return people[0]
    return nearest
