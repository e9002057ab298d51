"""Level 5: for whom an official text speaks: the state whose government or ministry issued it."""

from __future__ import annotations

from tracker.extract.actors import Actor, Reference
from tracker.extract.lexicon import words
from tracker.extract.reading import Parsed, Reading
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind

_OFFICES = words("speech", "issuing")
_LABELS = words("speech", "release_labels")
_LINKS = frozenset(["of", "for", "offices"])


def issuer(reading: Reading) -> Actor | None:
    """Return the state that the head of a release names as its source, None for any other text.

    "PRESS RELEASE – Ministry of Foreign Affairs of Denmark", "Government of The Bahamas".
    """
    for parsed in reading.parsed:
        if not parsed.head:
            return None
        if not _is_source_line(parsed):
            continue
        for name in parsed.names:
            if name.state is not None and reading.gaz.kinds.get(name.state) is ActorKind.STATE:
                span = parsed.span(name.first, name.last)
                return Actor(name.state, ActorKind.STATE, span, name.state, why=Reference.CONTEXT)
    return None


def _is_source_line(parsed: Parsed) -> bool:
    """Tell whether a line of the head is the name of an office of state, and no headline about it."""
    if any(c.verb.form is Form.FINITE for c in parsed.clauses):
        return False
    named = {i for n in parsed.names if n.kind is ActorKind.BODY for i in range(n.begin, n.last)}
    office = any(
        t.norm in _OFFICES and (i in named or _LINKS & set(parsed.norms(i + 1, i + 2)))
        for i, t in enumerate(parsed.tokens)
    )
    return office and all(t.cap or not t.word or t.norm in _LABELS for t in parsed.tokens)
