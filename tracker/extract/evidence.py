"""Where the fields of a record stand: the characters that each was read from.

A field's value and its spans are read at the same place; these are the ways to write the spans down.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from tracker.claims import FieldSpan, Span
from tracker.extract.clauses import Clause
from tracker.extract.reading import Parsed

Places = tuple[Span, ...]


def standing(field: str, spans: Iterable[Span]) -> tuple[FieldSpan, ...]:
    """Return the spans as those of ``field``, each once, in the order of the text."""
    return tuple(FieldSpan(field, span) for span in sorted(set(spans)))


def spans_of(fields: Iterable[FieldSpan], name: str) -> Places:
    """Return the spans of the field ``name``."""
    return tuple(each.span for each in fields if each.field == name)


def without(fields: Iterable[FieldSpan], *names: str) -> tuple[FieldSpan, ...]:
    """Return the spans of all other fields than ``names``."""
    return tuple(each for each in fields if each.field not in names)


def with_fields_of(
    fields: Iterable[FieldSpan], other: Iterable[FieldSpan], *names: str
) -> tuple[FieldSpan, ...]:
    """Return ``fields`` with those called ``names`` taken from ``other``."""
    return (*without(fields, *names), *(each for each in other if each.field in names))


def verb_words(parsed: Parsed, clause: Clause) -> Places:
    """Return the verb group of a clause behind those that govern it: "has agreed", "to send"."""
    verb = clause.verb
    own = parsed.span(verb.first, verb.last)
    if verb.governor is None:
        return (own,)
    return (*verb_words(parsed, parsed.clauses[verb.governor]), own)


def words_among(parsed: Parsed, words: Container[str], first: int, last: int) -> Places:
    """Return each of tokens ``[first, last)`` whose folded word is one of ``words``."""
    end = min(last, len(parsed.tokens))
    return tuple(parsed.span(i, i + 1) for i in range(max(0, first), end) if parsed.tokens[i].norm in words)
