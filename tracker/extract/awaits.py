"""Level 5: what a mission still waits for: a mandate not yet given, an approval not yet voted."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.claims import Await, Mention, Span
from tracker.extract.lexicon import load
from tracker.extract.names import Name
from tracker.extract.reading import Parsed, Reading
from tracker.extract.steps.article import MANDATING_BODIES, WORDS
from tracker.vocab import ActorKind, MilestoneKind

_BEFORE = re.compile(
    "(?:" + "|".join(load("awaits")["before"]) + r")(?: the| its| a| both)?\Z", re.IGNORECASE
)
_BEHIND = re.compile("(?:" + "|".join(load("awaits")["behind"]) + r")\b", re.IGNORECASE)
_MONEY = re.compile(r"\b(?:sum|money|funds?|funding|aid|payment|package)\s\Z", re.IGNORECASE)
_REACH = 110  # characters before a body's name in which a pattern may begin


def _kind(name: Name) -> MilestoneKind | None:
    """Return the step that the body would take: a mandate, or a contributor's approval."""
    if name.name in MANDATING_BODIES:
        return MilestoneKind.AUTHORIZED
    if name.kind is ActorKind.BODY and set(name.name.casefold().split()) & WORDS["parliaments"]:
        return MilestoneKind.APPROVED
    return None


def _by(name: Name, kind: MilestoneKind, span: Span) -> Mention:
    if kind is MilestoneKind.APPROVED and name.parent:
        return Mention(name.parent, ActorKind.STATE, span)
    return Mention(name.name, name.kind or ActorKind.BODY, span)


def _waited_for(parsed: Parsed, body: str, name: Name) -> Span | None:
    """Return the words that say the body's step is still to come."""
    sentence, own = parsed.sentence.span, parsed.span(name.first, name.last)
    low = max(sentence.start, own.start - _REACH)
    found = _BEFORE.search(body[low : own.start].rstrip())
    if found is not None:
        of_money = _MONEY.search(body[max(low, low + found.start() - 25) : low + found.start()])
        return None if of_money else Span(low + found.start(), own.end)
    behind = body[own.end : min(sentence.end, own.end + _REACH)]
    gap = len(behind) - len(behind.lstrip(" ,"))
    followed = _BEHIND.match(behind, gap)
    return Span(own.start, own.end + followed.end()) if followed else None


def read_awaits(reading: Reading, done: Iterable[tuple[MilestoneKind, str | None]]) -> tuple[Await, ...]:
    """Return what the mission waits for, each once; ``done`` are the steps that were taken."""
    taken = set(done)
    found: dict[tuple[MilestoneKind, str], Await] = {}
    for parsed in reading.parsed:
        if parsed.head:
            continue
        for name in parsed.names:
            kind = _kind(name)
            span = _waited_for(parsed, reading.body, name) if kind is not None else None
            if kind is None or span is None:
                continue
            by = _by(name, kind, parsed.span(name.first, name.last))
            if (kind, by.name) not in taken:
                found.setdefault((kind, by.name), Await(kind, by, span))
    return tuple(found.values())
