"""Level 4: what was promised and is still due: "of the 2,500 officers promised"."""

from __future__ import annotations

from tracker.extract.contingents import Governed, Group, Memory
from tracker.extract.discourse import Actor
from tracker.extract.evidence import Places
from tracker.extract.lexicon import section
from tracker.extract.reading import Parsed
from tracker.extract.senders import Senders
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, DeploymentStatus

_NOUNS = section("sending", "nouns")
_PROMISED = _NOUNS["promised"] | _NOUNS["planned"] | {"foreseen", "announced"}
_ARTICLES = _NOUNS["owners"] | {"a"}
_MOST_STATES = 2  # the contributor and the host
_GOES_ON = frozenset({"by", "to", "that", "in"})  # "promised by Kenya", "planned to send"


def promised(parsed: Parsed, group: Group, senders: Senders) -> Governed | None:
    """Return the larger figure that "has sent 383 of its promised 1,000 officers" says is still due.

    Its contributor is the subject, or the one told of right before; without one it is the whole's.
    """
    if group.contributor is not None:
        return None
    said = _said_before(parsed, group) or _said_behind(parsed, group)
    if not said:
        return None
    owner = _subject(parsed, senders)
    planned = not _NOUNS["planned"].isdisjoint(parsed.norms(group.last, group.last + 1))
    if owner is None and not planned and not _is_of_the_mission(parsed):
        owner = _told_of_before(parsed, senders.memory)
    if owner is None and any(n.kind is ActorKind.STATE for n in parsed.names):
        return None  # whose they are, another reader says
    rule = "promised" if owner is not None else "planned-strength"
    return Governed(DeploymentStatus.OFFERED, owner, None, rule, 0.7, said)


def _said_before(parsed: Parsed, group: Group) -> Places:
    """Return the word of "its promised 1,000 officers", "the pledged 2,500"."""
    before = parsed.norms(group.first - 2, group.first)
    fits = len(before) == 2 and before[0] in _NOUNS["owners"] and before[1] in _NOUNS["promised"]
    return (parsed.span(group.first - 1, group.first),) if fits else ()


def _said_behind(parsed: Parsed, group: Group) -> Places:
    """Return the word of "of the 1,000 officers promised, 383 have come", "short of the 2,500 planned"."""
    before = parsed.norms(group.first - 2, group.first)
    at = group.last
    if parsed.norms(at, at + 2) in (["that", "were"], ["that", "was"]):
        at += 2
    behind = parsed.norms(at, at + 2)
    if before[-1:] == [] or before[-1] not in _ARTICLES or not behind or behind[0] not in _PROMISED:
        return ()
    if behind[1:] and behind[1] in _GOES_ON:
        return ()
    return (parsed.span(at, at + 1),)


def _subject(parsed: Parsed, senders: Senders) -> Actor | None:
    """Return the first sender that is the subject of a clause."""
    found = (senders.subject(parsed, c) for c in parsed.clauses if c.verb.form is Form.FINITE)
    return next((actor for actor in found if actor is not None), None)


def _is_of_the_mission(parsed: Parsed) -> bool:
    """Tell whether the sentence is about a mission, not one of its contributors."""
    return any(n.kind is None for n in parsed.names) or not _NOUNS["wholes"].isdisjoint(parsed.folded)


def _told_of_before(parsed: Parsed, memory: Memory) -> Actor | None:
    """Return the contributor of the sentence before, if it told of that one alone."""
    if memory.draft is None or parsed.index - memory.heard > 1:
        return None
    others = {n.state for n in memory.draft.parsed.names if n.kind is ActorKind.STATE}
    return memory.contributor if len(others) <= _MOST_STATES else None
