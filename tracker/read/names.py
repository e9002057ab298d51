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
_LISTED = 6
_CUTOFF = 65.0
_WITHIN = 0.85  # what resembling a part of a name is worth against resembling all of it
_ALIAS = 0.95


@dataclass(frozen=True, slots=True)
class Named:
    """Something with names: ``key`` is what a user may type for it without doubt; ``id`` its row.

    ``places`` are the names of where it is, ``sources`` counts what tells of it: both only for suggestions.
    """

    id: int
    key: str
    names: tuple[str, ...]
    places: tuple[str, ...] = ()
    sources: int = 0


def folded(text: str) -> str:
    """Return ``text`` as names are compared: no case, accents, punctuation or leading "the"."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    words = _SEPARATORS.sub(" ", plain).split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def resolve(query: str, candidates: Iterable[Named], what: str) -> Named:
    """Return the candidate that ``query`` names.

    Raises ``ItemError`` where none or several do; the message calls them ``what`` ("mission", "actor") and
    names those at the place that is named, else the nearest.
    """
    known = list(candidates)
    found = lookup(query, known, what)
    if found is None:
        raise ItemError(_not_found(query, folded(query), known, what))
    return found


def lookup(query: str, candidates: Iterable[Named], what: str) -> Named | None:
    """Return the candidate that ``query`` names, if any; raise ``ItemError`` where several do."""
    known = list(candidates)
    wanted = folded(query)
    for found in (
        [named for named in known if folded(named.key) == wanted],
        [named for named in known if wanted in map(folded, named.names)],
    ):
        if len(found) == 1 and wanted:
            return found[0]
        if found and wanted:
            raise ItemError(f'"{query}" names several {what}s: {_told_apart(found)}; give one of these')
    return None


def _told_apart(found: list[Named]) -> str:
    """Return their keys, or their ids too where two have the same key."""
    keys = sorted(named.key for named in found)
    if len(set(keys)) == len(keys):
        return ", ".join(keys)
    return ", ".join(f"{named.id} ({named.key})" for named in sorted(found, key=lambda named: named.id))


def _not_found(query: str, wanted: str, known: list[Named], what: str) -> str:
    message = f'no {what} is called "{query}"'
    there = _there(wanted, known)
    if there:
        more = " …" if len(there) > _LISTED else ""
        return f"{message}; {what}s there: {', '.join(there[:_LISTED])}{more}"
    near = _nearest(wanted, known)
    if not near:
        return f"{message}; nothing known resembles it"
    *others, last = near
    return f"{message}; did you mean {', '.join(others)}{' or ' if others else ''}{last}?"


def _there(wanted: str, known: list[Named]) -> list[str]:
    """Return those that are at the place of that name, else at one with it in its name ("Congo")."""
    places = {named.key: list(map(folded, named.places)) for named in known}
    ranked = sorted(known, key=lambda named: (not named.sources, named.key))
    for at in (
        [named.key for named in ranked if wanted in places[named.key]],
        [named.key for named in ranked if any(f" {wanted} " in f" {place} " for place in places[named.key])],
    ):
        if at and wanted:
            return at
    return []


def _nearest(wanted: str, known: list[Named]) -> list[str]:
    from rapidfuzz import fuzz  # noqa: PLC0415 - only a miss pays for it

    length = len(wanted.split())

    def likeness(name: str) -> float:
        """Compare with the whole name, and for less with any part of it that has as many words."""
        other = folded(name)
        words = other.split()
        parts = (" ".join(words[at : at + length]) for at in range(len(words) - length + 1))
        within = max((fuzz.ratio(wanted, part) for part in parts), default=0.0)
        return max(fuzz.ratio(wanted, other), fuzz.token_sort_ratio(wanted, other), within * _WITHIN)

    def score(named: Named) -> float:
        aliases = max(map(likeness, named.names), default=0.0)
        return max(likeness(named.key), aliases * _ALIAS)

    ranked = sorted((-round(score(named)), not named.sources, named.key) for named in known) if wanted else []
    return [key for worth, _, key in ranked[:_SUGGESTED] if -worth >= _CUTOFF]
