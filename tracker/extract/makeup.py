"""Level 4: what a sum told before is made up of: "This includes C$13 million for food"."""

from __future__ import annotations

from tracker.extract.gifts import NOUNS, Governor, Memory, governing_clause, status_of_draft
from tracker.extract.modality import UNREAL, sense
from tracker.extract.reading import Parsed

_HOLDING = frozenset(["include", "comprise", "cover", "contain"])
_WHOLES = (
    NOUNS["sums"]
    | NOUNS["standing"]
    | {"this", "it", "that", "package", "announcement", "commitment", "offer", "pledge"}
)
_AIMING = (["for"], ["to"])
_NEAR = 2  # sentences from a sum to one that says what is in it


def made_of(memory: Memory, parsed: Parsed, first: int, last: int) -> Governor | None:
    """Read a part of the sum before, with a purpose or recipient of its own, in a sentence about that sum."""
    whole = memory.draft
    clause = governing_clause(parsed, first)
    if whole is None or whole.donor is None or parsed.index - whole.parsed.index > _NEAR or clause is None:
        return None
    telling = clause.verb.base in _HOLDING and not clause.verb.passive and clause.verb.last <= first
    if not telling or _WHOLES.isdisjoint(parsed.norms(*clause.subject)):
        return None
    if parsed.norms(last, last + 1) not in _AIMING or sense(parsed, parsed.clauses, clause.index) in UNREAL:
        return None
    said = status_of_draft(whole)
    return Governor(whole.claim.status, whole.donor, "part", 0.7, whole.clause, part=True, said=said)
