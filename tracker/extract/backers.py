"""Level 4: givers named within the sum of many: "has $18 million in hand, most of it from Canada"."""

from __future__ import annotations

from tracker.extract.discourse import Actor, Discourse
from tracker.extract.gifts import NOUNS, VERBS, actors_behind, governing_clause
from tracker.extract.reading import Parsed

_WHOLE = frozenset(["it", "that", "which", "this", "them", "the"])
_LARGEST = frozenset(["largest", "biggest", "main", "chief", "top", "leading", "principal"])
_REACH = 30  # tokens behind the sum
_NEAR = 7  # tokens from a share to its giver


def backers(discourse: Discourse, parsed: Parsed, at: int) -> list[tuple[Actor, int]]:
    """Return the givers named behind the sum at token ``at``, each with the token that says its share."""
    several = _several_sources(discourse, parsed, at)
    if several:
        return several
    end = min(len(parsed.tokens), at + _REACH)
    for i in range(at, end):
        if parsed.tokens[i].norm in NOUNS["shares"]:
            found = _sources(discourse, parsed, i, end)
        elif parsed.tokens[i].norm in _LARGEST:
            found = _those_before(discourse, parsed, at, i)
        else:
            continue
        if found:
            return [(actor, i) for actor in found if actor.state is not None]
    return []


def _several_sources(discourse: Discourse, parsed: Parsed, at: int) -> list[tuple[Actor, int]]:
    """Read "had received $28 million from Canada, the US and Japan": who gave how much is not said."""
    clause = governing_clause(parsed, at)
    if clause is None or clause.verb.base not in VERBS["receiving"]:
        return []
    found = [a for a in actors_behind(discourse, parsed, clause, "from") if a.state is not None]
    return [(actor, clause.verb.head) for actor in found] if len(found) > 1 else []


def _sources(discourse: Discourse, parsed: Parsed, share: int, end: int) -> list[Actor]:
    """Read "most of it from Canada", "the bulk of which came from Canada and the United States"."""
    of = parsed.norms(share + 1, share + 3)
    if of[:1] != ["of"] or not of[1:] or of[1] not in _WHOLE:
        return []
    source = next((i for i in range(share, min(end, share + _NEAR)) if parsed.tokens[i].norm == "from"), None)
    return discourse.actors(parsed, source + 1, end) if source is not None else []


def _those_before(discourse: Discourse, parsed: Parsed, at: int, largest: int) -> list[Actor]:
    """Read "with Canada and the United States the largest givers"."""
    if not NOUNS["backers"] & set(parsed.norms(largest + 1, largest + 2)):
        return []
    start = next((i for i in range(largest - 1, at, -1) if parsed.tokens[i].norm == "with"), None)
    return discourse.actors(parsed, start + 1, largest - 1) if start is not None else []
