"""Level 4: the values that the readers of people sent hand each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from tracker.claims import DeploymentClaim, FieldSpan
from tracker.extract.clauses import Clause
from tracker.extract.counts import CountMention
from tracker.extract.discourse import Actor
from tracker.extract.evidence import Places, standing, verb_words
from tracker.extract.lexicon import section
from tracker.extract.modality import UNREAL, Sense, sense
from tracker.extract.reading import Parsed
from tracker.extract.timing import When
from tracker.vocab import ActorKind, DeploymentStatus, Unit

SENDERS = (ActorKind.STATE, ActorKind.ORGANIZATION)
PEOPLE = section("sending", "people")
_SHARES = (["most"], ["half"], ["some"], ["many"], ["part"], ["quarter"], ["third"], ["all"])
_OWNERS = section("sending", "nouns")["owners"]
ALL_PEOPLE = frozenset().union(*PEOPLE.values())


@dataclass(frozen=True, slots=True)
class Group:
    """People in tokens ``[first, last)``: their count, unit, noun, and the contributor that their words name.

    ``count`` is None where a contributor is named without one; ``noun`` is "" where the count stands alone.
    ``unit_words`` is where the words stand that say the unit; ``several`` says that they are of several
    contributors: "400 Italian, Czech and Romanian soldiers".
    """

    first: int
    last: int
    count: CountMention | None
    unit: Unit
    contributor: Actor | None
    noun: str
    unit_words: Places = ()
    several: bool = False


class Governed(NamedTuple):
    """What the words around a group say of it; ``clause`` is the one that dates it.

    ``said`` is where the status is said, empty where the verb of ``clause`` says it.
    """

    status: DeploymentStatus
    contributor: Actor | None
    clause: Clause | None
    rule: str
    confidence: float
    said: Places = ()

    def status_words(self, parsed: Parsed) -> Places:
        """Return where the status is said."""
        return self.said or (verb_words(parsed, self.clause) if self.clause is not None else ())


@dataclass(slots=True)
class Draft:
    """A deployment in the making, with where it was seen."""

    claim: DeploymentClaim
    parsed: Parsed
    at: int
    clause: Clause | None = None
    moved: When | None = None  # when the first of them came, where the count is of all who did
    bare: bool = False  # whether its words leave open what kind of people they are
    alone: bool = False  # whether its count stands without a noun


@dataclass(slots=True)
class Memory:
    """What the article has said so far, for a further count to lean on.

    The contributor named last and the sentence that named it, the last draft, and the last figure over the
    whole with what made it one, and the contributors whose people are there.
    """

    contributor: Actor | None = None
    heard: int = -1
    draft: Draft | None = None
    whole: tuple[Parsed, Group, Governed] | None = None
    present: set[str] = field(default_factory=set)

    def saw(self, claim: DeploymentClaim) -> None:
        """Note whose people are there."""
        if claim.contributor is not None and claim.status is DeploymentStatus.DEPLOYED:
            self.present.add(claim.contributor.name)


def status_told(parsed: Parsed, clause: Clause) -> DeploymentStatus | None:
    """Return where people are by the sense of their clause: there, still to come, or (None) neither."""
    meaning = sense(parsed, parsed.clauses, clause.index)
    if meaning in UNREAL:
        return None
    return DeploymentStatus.DEPLOYED if meaning is Sense.FACT else DeploymentStatus.OFFERED


def unit_of(nouns: set[str]) -> Unit:
    """Return the unit that the words for people say; police and soldiers together are mixed."""
    police, military = bool(nouns & PEOPLE["police"]), bool(nouns & PEOPLE["military"])
    if military and police and nouns & PEOPLE["police"] <= {"officers", "officer"}:
        return Unit.MILITARY
    if police and military:
        return Unit.MIXED
    if police:
        return Unit.POLICE
    if military:
        return Unit.MILITARY
    if nouns & PEOPLE["mixed"]:
        return Unit.MIXED
    return Unit.CIVILIAN if nouns & PEOPLE["civilian"] else Unit.UNKNOWN


def is_under_way(clause: Clause) -> bool:
    """Tell whether a clause says that people are only being sent: "Brazil is sending engineers"."""
    return clause.verb.progressive and not clause.verb.perfect


def is_larger_figure(parsed: Parsed, group: Group) -> bool:
    """Tell whether a group is what another is a share of: the 120 of "40 of the 120"."""
    before = parsed.norms(group.first - 2, group.first)
    of = group.first - (2 if len(before) == 2 and before[1] in _OWNERS else 1)
    if parsed.norms(of, of + 1) != ["of"]:
        return False
    counted = any(last == of for _first, last, _ in parsed.counts)
    return counted or (of == group.first - 2 and parsed.norms(of - 1, of)[-1:] in _SHARES)


def is_part(parsed: Parsed, group: Group) -> bool:
    """Tell whether a group is some of those told of before: "680 of them police", "of whom 40 are women"."""
    inside = parsed.norms(group.first, group.last + 2)
    return "of" in inside and not {"them", "whom", "these", "those"}.isdisjoint(inside)


def contributor_of(parsed: Parsed, first: int, last: int) -> Actor | None:
    """Return the state or organization that the name in tokens ``[first, last)`` sends for."""
    name = parsed.name_at(first)
    if name is None or name.state is None:
        return None
    return Actor(name.name, name.kind or ActorKind.STATE, parsed.span(first, last), name.state)


def count_fields(mention: CountMention | None) -> tuple[FieldSpan, ...]:
    """Return where a count stands, with the end of its range and the words that say how exact it is."""
    if mention is None:
        return ()
    most = [mention.core] if mention.value_max is not None else []
    said = [mention.qualified] if mention.qualified is not None else []
    return (
        *standing("count", [mention.core]),
        *standing("count_max", most),
        *standing("qualifier", said),
    )
