"""Level 4: how many people a mission may have: its ceiling, or what its mandate allows it."""

from __future__ import annotations

from tracker.extract.clauses import Clause
from tracker.extract.contingents import Governed, Group
from tracker.extract.evidence import Places, verb_words
from tracker.extract.lexicon import section
from tracker.extract.modality import UNREAL, sense
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, DeploymentStatus

_VERBS = section("sending", "verbs")
_NOUNS = section("sending", "nouns")
_REACH = 6  # tokens between a verb, or "ceiling", and the figure's own words
_RULE = "strength-ceiling"


def ceiling(parsed: Parsed, group: Group) -> Governed | None:
    """Return what makes a figure the most that a mission may have, None where it is no ceiling."""
    if group.contributor is not None:
        return None
    return _of_ceiling(parsed, group) or _set_at(parsed, group) or _allowed(parsed, group)


def is_left_behind(parsed: Parsed, group: Group) -> bool:
    """Tell whether a figure is the old one of two: "raised the ceiling from 2,500 to 5,500"."""
    if parsed.norms(group.first - 1, group.first) not in (["from"], ["than"]):
        return False
    change = _NOUNS["measured"] | _NOUNS["contingents"]
    return not change.isdisjoint(parsed.folded)


def _ceiling(said: Places) -> Governed:
    return Governed(DeploymentStatus.OFFERED, None, None, _RULE, 0.7, said)


def _of_ceiling(parsed: Parsed, group: Group) -> Governed | None:
    """Read "a ceiling of 2,500", "a troop ceiling set at 2,500", "capped at 2,500"."""
    first = group.first
    before = parsed.norms(first - 4, first)
    if before[-1:] == ["of"] and (_NOUNS["ceilings"] & set(before[-2:-1]) or _is_authorized(before[:-1])):
        return _ceiling((parsed.span(first - 2, first - 1),))
    capped = before[-1:] in (["at"], ["to"]) and before[-2:-1] in (["capped"], ["limited"])
    return _ceiling((parsed.span(first - 2, first - 1),)) if capped else None


def _is_authorized(before: list[str]) -> bool:
    """Tell whether words end in "authorised strength"."""
    return before[-1:] == ["strength"] and bool(_NOUNS["allowed"] & set(before[-3:-1]))


def _names_ceiling(norms: list[str]) -> bool:
    """Tell whether words speak of a ceiling, or of an authorised strength."""
    allowed = "strength" in norms and not _NOUNS["allowed"].isdisjoint(norms)
    return allowed or not _NOUNS["ceilings"].isdisjoint(norms)


def _set_at(parsed: Parsed, group: Group) -> Governed | None:
    """Read "raised its ceiling to 5,500", "the ceilings rise to 14,400", "the cap was kept at 2,500"."""
    if parsed.norms(group.first - 1, group.first) not in (["to"], ["at"]):
        return None
    for clause in reversed(parsed.clauses):
        verb = clause.verb
        if not verb.last <= group.first < max(clause.end, verb.last + 1):
            continue
        spoken_of = [*parsed.norms(*clause.subject), *parsed.norms(verb.last, group.first)]
        if verb.base not in _VERBS["setting"] or not _names_ceiling(spoken_of):
            continue
        if sense(parsed, parsed.clauses, clause.index) not in UNREAL:
            return _ceiling(verb_words(parsed, clause))
    return None


def _allowed(parsed: Parsed, group: Group) -> Governed | None:
    """Read "the mission is allowed 1,608 police", "the Council authorised up to 13,000 troops for it"."""
    for clause in reversed(parsed.clauses):
        verb = clause.verb
        provides = verb.base == "provide" and parsed.norms(verb.last, verb.last + 1) == ["for"]
        if not (provides or verb.base in _VERBS["allowing"]) or verb.negated:
            continue
        if _is_object(parsed, clause, group) and _is_of_the_whole(parsed, clause):
            return _ceiling(verb_words(parsed, clause))
    return None


def _is_object(parsed: Parsed, clause: Clause, group: Group) -> bool:
    """Tell whether the group is what is allowed: behind the verb, or before "whom the Council allows"."""
    verb = clause.verb
    if verb.last <= group.first:
        return group.first - verb.last <= _REACH
    first, last = clause.subject
    return first < last and parsed.norms(group.last, first) in (["that"], ["which"], ["whom"])


def _is_of_the_whole(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether the verb's subject is the mission that is allowed them, or what allows them."""
    first, last = clause.subject
    if clause.verb.form is Form.PARTICIPLE or first >= last:
        return False
    norms = parsed.norms(first, last)
    if any(n.kind is ActorKind.STATE and first <= n.first < last for n in parsed.names):
        return False  # "Kenya's security council approved 1,000 officers"
    mission = not _NOUNS["mission"].isdisjoint(norms) or any(
        n.kind is None and first <= n.first < last for n in parsed.names
    )
    return mission if clause.verb.passive else not _NOUNS["allowers"].isdisjoint(norms)
