"""Finding the mission or actor that a user means by a slug, a name or an alias.

Only an exact name counts as found (case, accents, hyphens and "the" aside): a near one is suggested, never
taken.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.errors import ItemError

_SEPARATORS = re.compile(r"[\W_]+")
_SUGGESTED = 3
_CUTOFF = 65.0
_WITHIN = 0.85  # what a name that merely contains the query is worth against one that resembles it


@dataclass(frozen=True, slots=True)
class Named:
    """Something with names: ``key`` is what a user may type for it without doubt; ``id`` its row."""

    id: int
    key: str
    names: tuple[str, ...]


def folded(text: str) -> str:
    """Return ``text`` as names are compared: no case, accents, punctuation or leading "the"."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    words = _SEPARATORS.sub(" ", plain).split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def resolve(query: str, candidates: Iterable[Named], what: str) -> Named:
    """Return the candidate that ``query`` names.

    Raises ``ItemError`` where none or several do; the message calls them ``what`` ("mission", "actor") and
    names the nearest.
    """
    known = list(candidates)
    wanted = folded(query)
    for found in (
        [named for named in known if folded(named.key) == wanted],
        [named for named in known if wanted in map(folded, named.names)],
    ):
        if len(found) == 1 and wanted:
            return found[0]
        if found and wanted:
            keys = ", ".join(sorted(named.key for named in found))
            raise ItemError(f'"{query}" names several {what}s: {keys}; give one of these')
    raise ItemError(_not_found(query, wanted, known, what))


def _not_found(query: str, wanted: str, known: list[Named], what: str) -> str:
    message = f'no {what} is called "{query}"'
    near = _nearest(wanted, known)
    if near:
        return f"{message}; did you mean {' or '.join(near)}?"
    return f"{message}; nothing known resembles it"


def _nearest(wanted: str, known: list[Named]) -> list[str]:
    from rapidfuzz import fuzz  # noqa: PLC0415 - only a miss pays for it

    def likeness(name: str) -> float:
        other = folded(name)
        alike = max(fuzz.ratio(wanted, other), fuzz.token_sort_ratio(wanted, other))
        long_enough = min(len(wanted), len(other)) >= 4
        return max(alike, fuzz.partial_ratio(wanted, other) * _WITHIN if long_enough else 0.0)

    scored = [(max(map(likeness, (named.key, *named.names))), named.key) for named in known]
    ranked = sorted((-score, key) for score, key in scored if score >= _CUTOFF)
    return [key for _, key in ranked[:_SUGGESTED]]
