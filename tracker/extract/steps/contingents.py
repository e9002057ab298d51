"""Whose people come: all in a row of senders, and those whose people a group is of."""

from __future__ import annotations

from collections.abc import Container

from tracker.claims import Mention
from tracker.extract.steps.article import WORDS
from tracker.extract.steps.scene import Scene
from tracker.vocab import ActorKind

_ROW = frozenset({",", "and", ", and"})  # between the names of a row


def together(s: Scene, heads: Container[str | None]) -> tuple[Mention, ...]:
    """Return who has people with one of ``heads``, and who stands in a row: "Irish and Thai police"."""
    found = [*s.givers([a for a in s.senders() if a.head in heads])]
    body, host = s.article.reading.body, s.article.missions.host
    first = found[0].span.start if found else 0
    for name in reversed([n for n in s.parsed.names if n.kind is ActorKind.STATE and n.name != host]):
        span = s.parsed.span(name.first, name.last)
        if span.end < first and body[span.end : first].strip() in _ROW:
            found.insert(0, s.article.mention(name.name, span))
            first = span.start
    return tuple(found)


def of_group(s: Scene) -> tuple[Mention, ...]:
    """Return whose people a group is of: "a first group of Kenyan police"."""
    host = s.article.missions.host
    first, last = s.clause.subject
    people = WORDS["first_people"] | {"people", "men"}
    return tuple(
        s.article.mention(n.name, s.parsed.span(n.first, n.last))
        for n in s.parsed.names
        if n.kind is ActorKind.STATE
        and n.name != host
        and first < n.first < last
        and not people.isdisjoint(s.parsed.norms(n.last, n.last + 2))
    )
