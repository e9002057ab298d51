"""Level 4: how many people a mission has now, told without a contributor: "416 police are serving"."""

from __future__ import annotations

from itertools import pairwise

from tracker.extract.clauses import Clause
from tracker.extract.contingents import Governed, Group, Memory, is_part, status_told
from tracker.extract.evidence import verb_words
from tracker.extract.lexicon import section
from tracker.extract.modality import Sense, sense
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, DeploymentStatus, Unit

_VERBS = section("sending", "verbs")
_NOUNS = section("sending", "nouns")
_PLACES = frozenset(
    {"in", "on", "there", "stationed", "serving", "across", "at", "deployed", "under", "with"}
)
_PARTS = frozenset(
    {"first", "another", "other", "its", "his", "their", "her", "these", "those", "last", "second"}
)


def present(parsed: Parsed, group: Group, memory: Memory) -> Governed | None:
    """Return what makes a count the strength that a mission has, or is to have, None where nothing does."""
    if group.contributor is not None or is_part(parsed, group):
        return None
    return (
        _strong_force(parsed, group)
        or _missions_own(parsed, group)
        or _mission_with(parsed, group)
        or _make_up(parsed, group)
        or _are_there(parsed, group, memory)
    )


def _strong_force(parsed: Parsed, group: Group) -> Governed | None:
    """Read "the 1,000-strong force has lost three men", "the force, 1,000 strong, is led by Kenya"."""
    if group.count is None:
        return None
    behind = parsed.norms(group.first + 1, group.last + 2)
    before = parsed.norms(group.first - 3, group.first)
    adjective = group.count.strong and bool(_NOUNS["wholes"] & set(behind)) and before[-1:] == ["the"]
    apposed = (
        group.noun == "strong"
        and before[-1:] == [","]
        and before[:-1][-1:]
        and (before[-2] in _NOUNS["wholes"])
    )
    if not adjective and not apposed:
        return None
    return _in_sense_of(parsed, group, "strength-strong")


def _missions_own(parsed: Parsed, group: Group) -> Governed | None:
    """Read "the mission's 4,300 troops are spread over four bases"."""
    if parsed.norms(group.first - 1, group.first) not in (["'s"], ["’s"]) or not group.noun:
        return None
    at = group.first - 2
    name = parsed.name_at(at) if at >= 0 else None
    named = name is not None and name.kind is None
    if not named and parsed.norms(at, at + 1) and parsed.tokens[at].norm not in _NOUNS["wholes"]:
        return None
    if name is not None and not named:
        return None
    return _in_sense_of(parsed, group, "strength-own")


def _mission_with(parsed: Parsed, group: Group) -> Governed | None:
    """Read "MONUSCO, with about 16,000 soldiers and police in the country, was stoned"."""
    if parsed.norms(group.first - 1, group.first) != ["with"] or not group.noun:
        return None
    at = group.first - 1
    named = any(n.kind is None and n.last in (at, at - 1) for n in parsed.names)
    stays = any(
        c.verb.base in ("stay", "remain", "continue") and _is_whole(parsed, c.subject) and c.end > at
        for c in parsed.clauses
        if c.verb.last <= at
    )
    if not stays and (not named or parsed.norms(at - 1, at) != [","]):
        return None
    said = (parsed.span(at, at + 1),)
    return Governed(DeploymentStatus.DEPLOYED, None, _clause_at(parsed, at), "strength-with", 0.65, said)


def _make_up(parsed: Parsed, group: Group) -> Governed | None:
    """Read "about 1,000 officers from seven countries make up the force"."""
    for clause in parsed.clauses:
        verb = clause.verb
        makes = verb.base in ("compose", "form", "comprise", "constitute") or (
            verb.base == "make" and parsed.norms(verb.last, verb.last + 1) == ["up"]
        )
        if not makes or verb.passive or not _is_subject(parsed, clause, group):
            continue
        at = verb.last + (verb.base == "make")
        if _is_whole(parsed, (at, min(clause.end, at + 4))) and status_told(parsed, clause) is not None:
            return _in_sense_of(parsed, group, "strength-make-up")
    return None


def _is_whole(parsed: Parsed, where: tuple[int, int]) -> bool:
    """Tell whether the tokens ``where`` name a mission: "MONUSCO", "the force"."""
    first, last = where
    named = any(n.kind is None and first <= n.first < last for n in parsed.names)
    return named or not _NOUNS["wholes"].isdisjoint(parsed.norms(first, last)[:3])


def _clause_at(parsed: Parsed, at: int) -> Clause | None:
    """Return the clause whose subject covers or ends before token ``at``, for the mission that it names."""
    return next((c for c in parsed.clauses if c.subject[0] <= at < c.verb.first), None)


def _in_sense_of(parsed: Parsed, group: Group, rule: str) -> Governed | None:
    """Return a strength in the sense of the clause that it is the subject of: there, or still to come."""
    clause = next(
        (
            c
            for c in parsed.clauses
            if c.subject[0] <= group.first < c.subject[1] and c.verb.form is Form.FINITE
        ),
        None,
    )
    if clause is None:
        said = (parsed.span(group.first, group.last),)
        return Governed(DeploymentStatus.DEPLOYED, None, None, rule, 0.6, said)
    status = status_told(parsed, clause)
    if status is None or clause.verb.base in _VERBS["leaving"]:
        return None
    if clause.verb.base in _VERBS["allowing"] | _VERBS["offered"]:
        status = DeploymentStatus.OFFERED
    return Governed(status, None, None, rule, 0.65, verb_words(parsed, clause))


def _are_there(parsed: Parsed, group: Group, memory: Memory) -> Governed | None:
    """Read "416 police officers and soldiers are serving", "there are 1,000 officers in the mission"."""
    described = parsed.norms(group.first - 2, group.first) + parsed.norms(group.first + 1, group.last + 1)
    if not _PARTS.isdisjoint(described) or described[-1:] == ["of"]:
        return None  # "its 40", "4,000 of their soldiers", "14 members of the Wing"
    for clause in parsed.clauses:
        if not (_is_subject(parsed, clause, group) or _exist(parsed, clause, group)):
            continue
        if not _is_in_place(parsed, clause, group):
            continue
        known = _is_known(group) or _is_of_whole_before(parsed, group, memory)
        if not known and not _in_mission(parsed, clause):
            continue  # "200,000 people are in camps"
        if sense(parsed, parsed.clauses, clause.index) is not Sense.FACT:
            continue
        if _is_of_all(parsed, group) or _in_mission(parsed, clause) or not _leans(parsed, memory):
            said = verb_words(parsed, clause)
            rule = "strength-serving" if clause.verb.base == "serve" else "strength-there"
            return Governed(DeploymentStatus.DEPLOYED, None, None, rule, 0.65, said)
    return None


def _is_known(group: Group) -> bool:
    """Tell whether a noun says that people are of a mission, not of a camp or a town."""
    return group.unit is not Unit.UNKNOWN or group.noun in ("personnel", "peacekeepers")


def _is_of_whole_before(parsed: Parsed, group: Group, memory: Memory) -> bool:
    """Tell whether a figure without a noun is of the whole named just before: "of 2,500, 400 are there"."""
    return not group.noun and memory.whole is not None and memory.whole[0] is parsed


def _is_of_all(parsed: Parsed, group: Group) -> bool:
    """Tell whether the words say that they are all: "all told", "in all", or police and soldiers together."""
    norms = parsed.norms(0, group.first) + parsed.norms(group.last, group.last + 3)
    return group.unit is Unit.MIXED or any(
        pair in (("all", "told"), ("in", "all")) for pair in pairwise(norms)
    )


def _is_subject(parsed: Parsed, clause: Clause, group: Group) -> bool:
    _first, last = clause.subject
    if any(n.kind is ActorKind.STATE and group.last <= n.first < last for n in parsed.names):
        return False  # "the 500 soldiers Rwanda has promised are"
    if clause.verb.form is not Form.FINITE:
        return False
    return clause.subject[0] <= group.first < clause.subject[1] or group.last == clause.verb.first


def _exist(parsed: Parsed, clause: Clause, group: Group) -> bool:
    """Tell whether a clause says that "there are" the people, in the mission."""
    exists = clause.verb.base == "be" and parsed.norms(*clause.subject) == ["there"]
    return exists and 0 <= group.first - clause.verb.last <= 2 and _in_mission(parsed, clause)


def _is_in_place(parsed: Parsed, clause: Clause, group: Group) -> bool:
    """Tell whether the verb says that people are where the mission is."""
    verb = clause.verb
    if verb.base == "serve":
        return True
    at = max(verb.last, group.last)
    if parsed.norms(at, at + 1) == ["to"]:
        return False  # "are to come in June"
    return verb.base in _VERBS["being"] and not _PLACES.isdisjoint(parsed.norms(at, at + 3))


def _in_mission(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether a mission is named behind the verb: "serve in the force"."""
    at = clause.verb.last
    norms = parsed.norms(at, clause.end)
    if norms[1:2] == ["it"]:
        return True  # "serve in it"
    named = any(n.kind is None and at <= n.first < clause.end for n in parsed.names)
    return named or not _NOUNS["wholes"].isdisjoint(norms)


def _leans(parsed: Parsed, memory: Memory) -> bool:
    """Tell whether a contributor was told of so shortly before that the people are its own."""
    return memory.contributor is not None and parsed.index - memory.heard <= 1


def likewise_whole(parsed: Parsed, group: Group, memory: Memory) -> Governed | None:
    """Read the second kind of people in a whole: "a ceiling of 17,000 troops and 2,101 police"."""
    if memory.whole is None or group.contributor is not None or not group.noun:
        return None
    seen, before, governed = memory.whole
    if seen is not parsed or not before.noun or is_part(parsed, group):
        return None
    gap = parsed.norms(before.last, group.first)
    return governed if gap in (["and"], [","], [",", "and"], ["and", "of"], ["plus"]) else None
