"""Level 4: states that come forward, take part or go home, their people unnamed: "Malawi will take part"."""

from __future__ import annotations

from typing import NamedTuple

from tracker.extract.clauses import Clause
from tracker.extract.contingents import ALL_PEOPLE
from tracker.extract.homeward import goes_home
from tracker.extract.lexicon import section
from tracker.extract.modality import UNREAL, Sense, sense
from tracker.extract.reading import Parsed
from tracker.extract.senders import Senders
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, DeploymentStatus

_VERBS = section("sending", "verbs")
_NOUNS = section("sending", "nouns")
CLEAR_PEOPLE = ALL_PEOPLE - _NOUNS["vague"]
OBJECT_REACH = 14  # tokens behind a verb in which its object is sought
_NO_OBJECT = frozenset({".", ",", ";", "for", "too", "as", "to"})
_WISHES = frozenset({"eager", "keen", "anxious", "itching", "hungry"})
_ENDS: tuple[list[str], ...] = ([], ["."], [","], [";"])
_REST = (["the", "rest"], ["the", "others"], ["the", "remainder"])
_OUT_OF = frozenset({"in", "on", "as", "last", "early", "earlier", "late", "at", "by", "after", "before"})


class Sent(NamedTuple):
    """What a clause says that its subject does with people: ``nouns`` are the words for them."""

    status: DeploymentStatus
    nouns: set[str]
    rule: str


def takes_part(parsed: Parsed, clause: Clause, senders: Senders) -> Sent | None:
    """Read "Belize will take part", "Malawi has put up its hand", "Chad and Benin have also offered"."""
    if not can_say(parsed, clause):
        return None
    meaning = sense(parsed, parsed.clauses, clause.index)
    after = parsed.norms(clause.verb.last, object_end(parsed, clause))
    return None if meaning in UNREAL else _joins_or_leaves(parsed, clause, after, meaning, senders)


def _joins_or_leaves(
    parsed: Parsed, clause: Clause, after: list[str], meaning: Sense, senders: Senders
) -> Sent | None:
    if _went_home(parsed, clause, after):
        return Sent(DeploymentStatus.WITHDRAWN, set(), f"home-{clause.verb.base}-people")
    if clause.verb.base in _VERBS["sending"] and after[:2] in _REST and senders.memory.draft is not None:
        sent = DeploymentStatus.DEPLOYED if meaning is Sense.FACT else DeploymentStatus.OFFERED
        return Sent(sent, set(), f"send-{clause.verb.base}-people")
    if _comes_forward(parsed, clause, after, promised=meaning is Sense.PROMISED):
        return Sent(DeploymentStatus.OFFERED, set(after) & CLEAR_PEOPLE, "take-part")
    few = clause.verb.base in _VERBS["sending_uncounted"] and after[:2] == ["a", "few"]
    if (few and meaning is Sense.PROMISED) or _offers_likewise(parsed, clause, after, senders):
        return Sent(DeploymentStatus.OFFERED, set(), "take-part")
    return None


def _went_home(parsed: Parsed, clause: Clause, after: list[str]) -> bool:
    """Tell whether the clause's subject, a state, took its people home: "Britain went home in 2020"."""
    verb = clause.verb
    first, last = clause.subject
    if not ALL_PEOPLE.isdisjoint(parsed.norms(first, last)):
        return False
    states = [n for n in parsed.names if first <= n.first < last and n.kind is ActorKind.STATE]
    if (
        not states
        or not (states[-1].last == last or states[0].begin <= first + 1)
        or verb.base in ("return", "evacuate", "be", "arrive")
    ):
        return False
    if verb.base in ("go", "come", "pull"):
        return goes_home(parsed, clause) and (verb.base == "pull") == ("out" in after[:1])
    return verb.base == "withdraw" and after[:1] in (*_ENDS, *([word] for word in _OUT_OF))


def _comes_forward(parsed: Parsed, clause: Clause, after: list[str], *, promised: bool) -> bool:
    """Tell whether the clause's subject says that it will be one of those who send people."""
    verb = clause.verb
    joins = verb.base == "join" or (verb.base == "take" and after[:1] == ["part"])
    puts_up_hand = verb.base == "put" and not _NOUNS["hands"].isdisjoint(after[:4])
    signs_up = (verb.base == "sign" and after[:1] == ["up"]) or verb.base == "volunteer"
    if not _WISHES.isdisjoint(parsed.norms(verb.first - 2, verb.first + 1)):
        return False  # "is eager to join": an interest, and no offer
    alone = _is_alone(parsed, clause) and (not after or after[0] in _NO_OBJECT or verb.base != "volunteer")
    return (joins and promised) or puts_up_hand or (signs_up and alone)


def _offers_likewise(parsed: Parsed, clause: Clause, after: list[str], senders: Senders) -> bool:
    """Read "Chad has offered too", "Benin made the same offer", "Jamaica has said yes" of people told of."""
    base = clause.verb.base
    if base == "say" and after[:1] == ["yes"]:
        return senders.memory.draft is not None
    if not _is_alone(parsed, clause) or not _of_offers(parsed, senders):
        return False
    if base == "make":
        return not _NOUNS["offers_told"].isdisjoint(after[:4])
    return base in ("offer", "pledge", "promise") and after[:1] in _ENDS


def _is_alone(parsed: Parsed, clause: Clause) -> bool:
    return not any(c.verb.governor == clause.index for c in parsed.clauses)


def _of_offers(parsed: Parsed, senders: Senders) -> bool:
    """Tell whether people were offered in the sentence before, or in this one."""
    last = senders.memory.draft
    offered = last is not None and last.claim.status is DeploymentStatus.OFFERED
    return offered and last is not None and parsed.index - last.parsed.index <= 1


def can_say(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether a clause can say what its subject does with people who are not counted."""
    verb = clause.verb
    loose = (Form.PARTICIPLE, Form.GERUND)
    if verb.form in loose or verb.passive:
        return False
    if verb.governor is not None and parsed.clauses[verb.governor].verb.form in loose:
        return False
    sums = [c for c in parsed.counts if not _counts_bodies(parsed, c[1])]
    return not any(verb.last <= first < verb.last + 6 for first, _l, _m in (*sums, *parsed.money))


def _counts_bodies(parsed: Parsed, at: int) -> bool:
    """Tell whether the count before token ``at`` is of battalions or the like, and of no people."""
    return not _NOUNS["counted_bodies"].isdisjoint(parsed.norms(at, at + 3)) and "of" not in parsed.norms(
        at, at + 4
    )


def object_end(parsed: Parsed, clause: Clause) -> int:
    """Return where a verb's own object ends: before an infinitive, "offered to treat wounded officers"."""
    infinitives = (c.verb.first for c in parsed.clauses if c.verb.governor == clause.index)
    return min(clause.end, clause.verb.last + OBJECT_REACH, *infinitives)
