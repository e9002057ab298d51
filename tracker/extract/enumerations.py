"""Level 4: sums in brackets behind the names that they belong to: "from Britain (£50m) and Qatar ($5m)"."""

from __future__ import annotations

from tracker.extract.discourse import Actor, Discourse
from tracker.extract.evidence import Places, words_among
from tracker.extract.gifts import (
    GIVERS_AND_BODIES,
    NOUNS,
    Governor,
    Memory,
    actor_at,
    governing_clause,
    subject_of,
)
from tracker.extract.lexicon import words
from tracker.extract.names import Name
from tracker.extract.reading import Parsed
from tracker.extract.recipients import recipient_named
from tracker.vocab import PledgeStatus

_GIFTS = words("lists", "givers") | words("lists", "givers_surely") | NOUNS["neutral"] | NOUNS["delivered"]
_MARKS = ([":"], ["–"], ["—"], ["-"])
_TO = frozenset(["to", "between", "for", "among", "through"])


class Enumerations:
    """Reads the sums in brackets of one article."""

    def __init__(self, discourse: Discourse, memory: Memory) -> None:
        self.discourse = discourse
        self.memory = memory

    def bracketed(self, parsed: Parsed, first: int) -> Governor | None:
        """Read a sum in brackets behind a name, where there are several such, as the name's gift or share."""
        names = _names(parsed)
        name = names.get(first)
        if name is None or len(names) < 2 or not any(n.kind in GIVERS_AND_BODIES for n in names.values()):
            return None
        opening = min(names.values(), key=lambda each: each.begin)
        leading = [
            norm for norm in parsed.norms(opening.begin - 3, opening.begin) if norm not in ("the", "both")
        ]
        if leading[-1:] != [] and leading[-1] in _TO:
            return self._share(parsed, name, first)
        said = words_among(parsed, _GIFTS, 0, opening.begin)
        if not said:
            return None
        known = name.kind in GIVERS_AND_BODIES
        donor = actor_at(self.discourse, parsed, name.begin, name.last) if known else None
        if donor is None or donor.state is None:
            return None
        return Governor(
            _status(parsed, opening.begin), donor, "enumerated", 0.7, said=said or _place(parsed, name)
        )

    def _share(self, parsed: Parsed, name: Name, first: int) -> Governor | None:
        """Read what one of several gets: "split between UNICEF ($6 million) and the WFP ($12 million)"."""
        giver = self._giver(parsed, first)
        before = self.memory.draft
        if giver is None or giver.state is None:
            return None
        status = before.claim.status if before is not None else PledgeStatus.OFFERED
        recipient = recipient_named(parsed, name.begin, name.last)
        return Governor(
            status, giver, "enumerated-part", 0.7, part=True, said=_place(parsed, name), recipient=recipient
        )

    def _giver(self, parsed: Parsed, first: int) -> Actor | None:
        if self.memory.sentence and self.memory.sentence[0].donor is not None:
            return self.memory.sentence[0].donor
        clause = governing_clause(parsed, first)
        subject = subject_of(self.discourse, parsed, clause) if clause is not None else None
        return subject if subject is not None and subject.state is not None else self.memory.donor


def _names(parsed: Parsed) -> dict[int, Name]:
    """Return the name right before each sum in brackets or behind a colon, by the token of the sum."""
    found: dict[int, Name] = {}
    by_last = {name.last: name for name in parsed.names if name.kind is not None}
    colon = next((i for i, token in enumerate(parsed.tokens) if token.norm == ":"), len(parsed.tokens))
    for first, last, _mention in parsed.money:
        mark = parsed.norms(first - 1, first)
        bracketed = mark == ["("] and ")" in parsed.norms(last, last + 8)
        listed = first > colon + 1 and mark in _MARKS
        name = by_last.get(first - 1 if bracketed or listed else first if first > colon else -1)
        if name is not None and name.begin > (-1 if bracketed else colon):
            found[first] = name
    return found


def _status(parsed: Parsed, end: int) -> PledgeStatus:
    given = NOUNS["delivered"] & set(parsed.norms(0, end)) and not NOUNS["offered"] & set(
        parsed.norms(0, end)
    )
    return PledgeStatus.DELIVERED if given else PledgeStatus.OFFERED


def _place(parsed: Parsed, name: Name) -> Places:
    return (parsed.span(name.begin, name.last),)
