"""When two numbers of people can be one number, and which numbers the claims of one thing give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from tracker.claims import DeploymentClaim
from tracker.reconcile.evidence import Supported, independent, most_told
from tracker.reconcile.preference import Account
from tracker.vocab import Qualifier, Unit

EXACTNESS = (Qualifier.EXACT, Qualifier.ABOUT, Qualifier.AT_LEAST, Qualifier.UP_TO, None)

ABOUT = 0.1
"""How far "about" reaches, as a share of the number."""


class Counted(Supported, Protocol):
    """A deployment claim with its keys."""

    claim: DeploymentClaim


C = TypeVar("C", bound=Counted)


def exactness(claim: DeploymentClaim) -> tuple[bool, int]:
    """Return the key whose least is the most exact number; the last is none at all."""
    return claim.count is None, EXACTNESS.index(claim.qualifier)


def can_be_equal(left: DeploymentClaim, right: DeploymentClaim) -> bool:
    """Tell whether two claims' numbers can be one: "about 200" and 217, "more than 200" and 217."""
    ours, theirs = _reach(left), _reach(right)
    return ours[0] <= theirs[1] and theirs[0] <= ours[1]


def units_agree(left: Unit, right: Unit) -> bool:
    """Tell whether two units can be one: the unknown is any, the mixed are police or soldiers too."""
    either = {left, right}
    return (
        len(either) == 1 or Unit.UNKNOWN in either or (Unit.MIXED in either and Unit.CIVILIAN not in either)
    )


def unit_of(members: Iterable[C]) -> Unit:
    """Return the unit that most texts tell; the unknown one only where no other is told."""
    votes: dict[Unit, list[C]] = defaultdict(list)
    for member in members:
        votes[member.claim.unit].append(member)
    known: dict[Unit, list[C]] = {unit: votes[unit] for unit in votes if unit is not Unit.UNKNOWN}
    return most_told(known or votes, list(Unit).index) or Unit.UNKNOWN


def accounts(members: Iterable[C]) -> list[Account[C]]:
    """Return what the claims say of a number, those together whose numbers can be one.

    The exact ones lead; a vaguer one is of the only account that it fits. Where it fits several it is of
    none of them.
    """
    told: dict[tuple[int, int | None, tuple[bool, int]], list[C]] = defaultdict(list)
    for member in members:
        if member.claim.count is not None:
            key = member.claim.count, member.claim.count_max, exactness(member.claim)
            told[key].append(member)
    found: list[list[C]] = []
    for key in sorted(told, key=lambda each: (each[2], -independent(told[each]), each[0], each[1] or 0)):
        alike = told[key]
        fits = [each for each in found if can_be_equal(each[0].claim, alike[0].claim)]
        if not fits:
            found.append(alike)
        elif len(fits) == 1:
            fits[0].extend(alike)
    return _with_corrections(found)


def _with_corrections(found: Sequence[list[C]]) -> list[Account[C]]:
    """Return the accounts with what they take back; an old number that nobody gives is one of its own."""
    said = {id(group): _said(group[0].claim) for group in found}
    takes_back: dict[str, dict[str, list[C]]] = defaultdict(lambda: defaultdict(list))
    ghosts: dict[str, list[C]] = defaultdict(list)
    for group in found:
        numbers = {member.claim.count for member in group}
        for member in group:
            old = member.claim.corrected_from
            if old is None or old in numbers:
                continue
            named = next((said[id(each)] for each in found if any(m.claim.count == old for m in each)), None)
            if named is None:
                named = str(old)
                ghosts[named].append(member)
            takes_back[said[id(group)]][named].append(member)
    given = [
        Account(
            said[id(group)],
            tuple(group),
            exactness(group[0].claim),
            tie=-(group[0].claim.count or 0),
            takes_back={old: tuple(members) for old, members in takes_back[said[id(group)]].items()},
        )
        for group in found
    ]
    return given + [
        Account(old, tuple(members), (True, 0)) for old, members in ghosts.items() if old not in said.values()
    ]


def _said(claim: DeploymentClaim) -> str:
    return str(claim.count) if claim.count_max is None else f"{claim.count}-{claim.count_max}"


def _reach(claim: DeploymentClaim) -> tuple[float, float]:
    """Return the least and the greatest number that a claim can mean."""
    low = float(claim.count or 0)
    high = low if claim.count_max is None else float(claim.count_max)
    match claim.qualifier:
        case Qualifier.ABOUT:
            return low * (1 - ABOUT), high * (1 + ABOUT)
        case Qualifier.AT_LEAST:
            return low, float("inf")
        case Qualifier.UP_TO:
            return 0.0, high
    return low, high
