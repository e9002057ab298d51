"""Which claims tell of one contingent, and how strong a contributor is in each status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.claims import DeploymentClaim, Mention
from tracker.reconcile.clusters import Cluster, gather
from tracker.reconcile.evidence import (
    Evidence,
    finest,
    most_told,
    newest_first,
    precision_rank,
    support,
)
from tracker.reconcile.further import Traits, days_clash, grade, marked, told_apart
from tracker.reconcile.model import Deployment
from tracker.vocab import Basis, PartialDate, Qualifier, Unit

Meaning = Callable[[Evidence, Mention | None], str | None]

_EXACTNESS = (Qualifier.EXACT, Qualifier.ABOUT, Qualifier.AT_LEAST, Qualifier.UP_TO, None)
_VAGUE_UNITS = (Unit.UNKNOWN,)


@dataclass(eq=False, slots=True)
class _Said:
    """One deployment claim; ``contributor`` is resolved."""

    evidence: Evidence
    claim: DeploymentClaim
    contributor: str | None

    @property
    def when(self) -> PartialDate | None:
        return self.claim.date

    @property
    def additional(self) -> bool:
        return self.claim.additional

    @property
    def is_level(self) -> bool:
        return self.claim.basis is Basis.LEVEL or self.claim.total


class _SameContingent:
    """Contingent claims of one mission, contributor and status."""

    def __init__(self, apart: set[Hashable]) -> None:
        self.apart = apart

    def rank(self, item: _Said) -> tuple[bool, int]:
        return item.claim.count is None, precision_rank(item.when)

    def likeness(self, item: _Said) -> Iterable[Hashable]:
        return marked(item, _likeness(item), self.apart)

    def handles(self, item: _Said) -> Iterable[Hashable]:
        return [None, item.claim.count]

    def lookups(self, item: _Said) -> Iterable[Hashable]:
        return [item.claim.count]

    def fit(self, item: _Said, cluster: Cluster[_Said]) -> int:
        return grade(item, cluster.traits)

    def brings(self, item: _Said) -> PartialDate | None:
        return item.when

    def clash(self, left: PartialDate | None, right: PartialDate | None) -> bool:
        return days_clash(left, right)

    def update(self, cluster: Cluster[_Said], item: _Said) -> None:
        cluster.traits = cluster.traits or Traits()
        cluster.traits.note(item)


def _likeness(item: _Said) -> list[Hashable]:
    return [(item.claim.count, item.when)]


def deployments(evidence: Iterable[Evidence], meaning: Meaning) -> tuple[list[Deployment], list[Evidence]]:
    """Return strengths and contingents, and the claims that fit several contingents alike."""
    groups: dict[tuple[object, ...], list[_Said]] = defaultdict(list)
    for each in evidence:
        claim = each.sourced.claim
        assert isinstance(claim, DeploymentClaim)  # noqa: S101
        contributor = meaning(each, claim.contributor)
        groups[claim.mission, contributor, claim.status].append(_Said(each, claim, contributor))
    found: list[Deployment] = []
    undecided: list[Evidence] = []
    for said in groups.values():
        things, unclear = _of_contributor(said)
        found += things
        undecided += unclear
    return found, undecided


def _of_contributor(said: Sequence[_Said]) -> tuple[list[Deployment], list[Evidence]]:
    levels = [item for item in said if item.is_level]
    moved = [item for item in said if not item.is_level]
    if any(item.claim.count is not None for item in levels):
        # People without a number or a day are those of whom a number is known.
        levels += [item for item in moved if item.claim.count is None and item.claim.date is None]
        moved = [item for item in moved if item.claim.count is not None or item.claim.date is not None]
    outcome = gather(moved, _SameContingent(told_apart(moved, _likeness)))
    contingents = [_contingent(cluster.members) for cluster in outcome.clusters]
    members = [*levels, *(item for cluster in outcome.clusters for item in cluster.members)]
    unclear = [item.evidence for item in outcome.undecided]
    if not members:
        return [], unclear
    strength = _strength(members, levels, contingents)
    within = [replace(each, part_of=strength.content_key) for each in contingents]
    return [strength, *within], unclear


def _contingent(said: Sequence[_Said]) -> Deployment:
    first = min(said, key=lambda item: (_exactness(item), newest_first(item)))
    when = finest(item.claim.date for item in said)
    headline = min(said, key=lambda item: (item.claim.date != when, _exactness(item), newest_first(item)))
    return Deployment(
        **support(said, headline, Basis.CONTINGENT),
        mission=first.claim.mission,
        contributor=first.contributor,
        basis=Basis.CONTINGENT,
        count=first.claim.count,
        count_max=first.claim.count_max,
        qualifier=first.claim.qualifier,
        unit=_unit(said),
        status=first.claim.status,
        date=when,
        total=False,
        additional=any(item.claim.additional for item in said),
    )


def _exactness(item: _Said) -> tuple[bool, int]:
    return item.claim.count is None, _EXACTNESS.index(item.claim.qualifier)


def _unit(said: Sequence[_Said]) -> Unit:
    """Return the unit that most texts tell; a vague one only where no other is told."""
    votes: dict[Unit, list[_Said]] = defaultdict(list)
    for item in said:
        votes[item.claim.unit].append(item)
    told = {unit: items for unit, items in votes.items() if unit not in _VAGUE_UNITS} or votes
    return most_told(told, lambda unit: list(Unit).index(unit)) or Unit.UNKNOWN


def _strength(
    members: Sequence[_Said], levels: Sequence[_Said], contingents: Sequence[Deployment]
) -> Deployment:
    """Return the latest level with the contingents dated after it, or the sum of the contingents."""
    lead = _leading_level(levels)
    since = None if lead is None else _holds_on(lead)
    later = [each for each in contingents if lead is None or _begins_after(each.date, since)]
    newest = min(members, key=newest_first)
    claim = None if lead is None else lead.claim
    counts = [each.count for each in later if each.count is not None]
    if claim is not None and claim.count is not None:
        counts.append(claim.count)
    days = [each.date for each in later if each.date is not None]
    if since is not None:
        days.append(PartialDate.of_day(since))
    alone = claim if claim is not None and not later else None
    shown = later[0] if claim is None and len(later) == 1 else alone
    first = members[0].claim
    return Deployment(
        **support(members, lead or newest, Basis.LEVEL),
        mission=first.mission,
        contributor=members[0].contributor,
        basis=Basis.LEVEL,
        count=sum(counts) if counts else None,
        count_max=None if shown is None else shown.count_max,
        qualifier=_joint_qualifier([*later, *([] if claim is None else [claim])]),
        unit=_unit(members),
        status=first.status,
        date=max(days, default=None),
        total=any(item.claim.total for item in levels),
        additional=False,
    )


def _leading_level(levels: Sequence[_Said]) -> _Said | None:
    """Return the level of the latest day; of one day the figure that most texts tell, then the more exact."""
    counted = [item for item in levels if item.claim.count is not None]
    if not counted:
        return None
    latest = max(_holds_on(item) or date.min for item in counted)
    votes: dict[tuple[int | None, int | None], list[_Said]] = defaultdict(list)
    for item in counted:
        if (_holds_on(item) or date.min) == latest:
            votes[item.claim.count, item.claim.count_max].append(item)
    figure = most_told(votes, lambda key: (min(map(_exactness, votes[key])), -(key[0] or 0), -(key[1] or 0)))
    told = next(items for key, items in votes.items() if key == figure)
    return min(told, key=lambda item: (_exactness(item), newest_first(item)))


def _holds_on(item: _Said) -> date | None:
    """Return the day that a level holds for: its own where past, else that of publication."""
    own, published = item.claim.date, item.evidence.published
    if own is None:
        return published
    return own.last if published is None else min(own.last, published)


def _begins_after(when: PartialDate | None, day: date | None) -> bool:
    return when is not None and day is not None and when.first > day


def _joint_qualifier(parts: Sequence[Deployment | DeploymentClaim]) -> Qualifier | None:
    """Return the loosest of the parts' qualifiers."""
    told = [part.qualifier for part in parts if part.count is not None]
    return max(told, key=_EXACTNESS.index, default=None)
