"""Level 4: people whom many states together promise: "ten countries have pledged 3,100 between them"."""

from __future__ import annotations

from itertools import pairwise

from tracker.extract.clauses import Clause
from tracker.extract.contingents import Governed, Group, Memory, status_told
from tracker.extract.evidence import verb_words
from tracker.extract.lexicon import section
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, DeploymentStatus

_VERBS = section("sending", "verbs")
_NOUNS = section("sending", "nouns")
_PROMISING = frozenset({"offer", "pledge", "promise"})
_TOGETHER = frozenset({"together", "jointly"})
_PAST_MISSIONS = frozenset({"previous", "former", "earlier", "old", "predecessor"})
_REACH = 8  # tokens between a verb and its object


def collective(parsed: Parsed, group: Group, memory: Memory) -> Governed | None:
    """Return what makes a count the sum of what several contributors promise or send, else None."""
    if group.contributor is not None:
        return None
    for clause in parsed.clauses:
        verb = clause.verb
        if verb.base not in _PROMISING | _VERBS["sending"] or verb.form is not Form.FINITE:
            continue
        if not (_by_many(parsed, clause, group) or _by_nobody(parsed, clause, group, memory)):
            continue
        status = status_told(parsed, clause)
        if status is None:
            return None
        if verb.base in _PROMISING or (
            verb.base == "put" and not _NOUNS["hands"].isdisjoint(parsed.norms(verb.last, group.first))
        ):
            status = DeploymentStatus.OFFERED
        said = verb_words(parsed, clause)
        return Governed(status, None, None, f"together-{verb.base}", 0.7, said)
    return None


def _by_many(parsed: Parsed, clause: Clause, group: Group) -> bool:
    """Tell whether states without names, or several together, give the people that are the object."""
    verb, (first, last) = clause.verb, clause.subject
    if verb.passive or not 0 <= group.first - verb.last <= _REACH or first >= last:
        return False
    states = [n for n in parsed.names if n.kind is ActorKind.STATE and first <= n.first < last]
    if not states:
        return parsed.tokens[last - 1].norm in _NOUNS["states"]
    around = parsed.norms(last, group.first) + parsed.norms(group.last, group.last + 3)
    joint = not _TOGETHER.isdisjoint(around) or ("between" in around and "them" in around)
    return joint and len(states) > 1


def _by_nobody(parsed: Parsed, clause: Clause, group: Group, memory: Memory) -> bool:
    """Tell whether people have been promised, nobody says by whom: "3,100 people have been pledged"."""
    verb = clause.verb
    promised = (
        verb.passive and verb.base in _PROMISING and clause.subject[0] <= group.first < clause.subject[1]
    )
    if not promised or "by" in parsed.norms(verb.last, verb.last + 4):
        return False
    return memory.contributor is None or parsed.index - memory.heard > 1


def is_of_several(parsed: Parsed, group: Group) -> bool:
    """Tell whether people are of many contributors: "in all, 2,000 people from fifteen countries"."""
    if group.several:
        return True
    if any(pair in (("in", "all"), ("all", "told")) for pair in pairwise(parsed.norms(0, 3))):
        return True
    return any(
        parsed.norms(first - 1, first) == ["from"]
        and not _NOUNS["states"].isdisjoint(parsed.norms(last, last + 2))
        for first, last, _mention in parsed.counts
    )


def is_shared(parsed: Parsed, group: Group) -> bool:
    """Tell whether a count is of several contributors, or of a mission that was: "2,100 between them"."""
    behind = parsed.norms(group.last, group.last + 6)
    before = parsed.norms(group.first - 5, group.first)
    if "together" in before and "with" not in before:
        return True
    if any(pair in (("between", "them"), ("among", "them")) for pair in pairwise(behind)):
        return True
    return not _PAST_MISSIONS.isdisjoint(behind) and not {"mission", "force"}.isdisjoint(behind)
