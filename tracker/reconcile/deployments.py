"""Which claims tell of one contingent, and how strong a contributor is in each status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tracker.claims import DeploymentClaim, Mention
from tracker.reconcile.contingents import Sent, contingents
from tracker.reconcile.counting import units_agree
from tracker.reconcile.disputed import AFTERWARDS
from tracker.reconcile.evidence import Evidence
from tracker.reconcile.model import Contradiction, Deployment
from tracker.reconcile.strengths import strength
from tracker.vocab import DatePrecision, PartialDate

Meaning = Callable[[Evidence, Mention | None], str | None]


@dataclass(slots=True)
class Deployments:
    """Strengths and contingents, the claims that fit several alike, and what sources disagree on."""

    things: list[Deployment] = field(default_factory=list)
    unclear: list[Evidence] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)


def deployments(evidence: Iterable[Evidence], meaning: Meaning) -> Deployments:
    """Return what the deployment claims come to; ``meaning`` gives the canonical name of a mention."""
    groups: dict[tuple[object, ...], list[Sent]] = defaultdict(list)
    for each in evidence:
        claim = each.sourced.claim
        assert isinstance(claim, DeploymentClaim)  # noqa: S101
        contributor = meaning(each, claim.contributor)
        groups[claim.mission, contributor, claim.status].append(Sent(each, claim, contributor))
    found = Deployments()
    for sent in groups.values():
        _of_contributor(sent, found)
    return found


def _of_contributor(sent: Sequence[Sent], found: Deployments) -> None:
    levels = [item for item in sent if item.is_level]
    moved = [item for item in sent if not item.is_level]
    if any(item.claim.count is not None for item in levels):
        # People without a number or a day are those of whom a number is known.
        levels += [item for item in moved if item.claim.count is None and item.claim.date is None]
        moved = [item for item in moved if item.claim.count is not None or item.claim.date is not None]
    mistaken = _mistaken(levels, moved)
    aside = set(map(id, mistaken))
    levels = [item for item in levels if id(item) not in aside]
    within, unclear, disputes = contingents([*moved, *mistaken])
    found.unclear += [item.evidence for item in unclear]
    if not levels and not within:
        return
    whole, disputed = strength(levels, within)
    found.things += [whole, *(replace(each, part_of=whole.content_key) for each, _ in within)]
    found.contradictions += [*disputes, *disputed]


def _mistaken(levels: Sequence[Sent], moved: Sequence[Sent]) -> list[Sent]:
    """Return the levels that are a contingent's number, which a correction takes back.

    Those who told of 400 in all on the day that the first contingent came had the wrong number of it from
    the same place. Where others had come before, 400 in all may be right.
    """
    corrections = [item for item in moved if item.claim.corrected_from is not None]
    if not corrections or not levels:
        return []
    of_number: dict[int | None, list[Sent]] = defaultdict(list)
    for item in levels:
        of_number[item.claim.count].append(item)
    earliest = min((item.when.last for item in moved if item.when is not None), default=date.max)
    found: dict[int, Sent] = {}
    for correction in corrections:
        day = _day_of_mistake(correction, moved)
        if day is None or earliest < day:
            continue
        for item in of_number[correction.claim.corrected_from]:
            if _repeats(item, correction, day):
                found[id(item)] = item
    return list(found.values())


def _day_of_mistake(correction: Sent, moved: Sequence[Sent]) -> date | None:
    """Return the day of the contingent whose number is corrected: as the correction says, else others."""
    when = correction.when
    if when is None:
        days = {item.when for item in moved if item.claim.count == correction.claim.corrected_from}
        when = days.pop() if len(days) == 1 else None
    return when.first if when is not None and when.precision is DatePrecision.DAY else None


def _repeats(level: Sent, correction: Sent, day: date) -> bool:
    """Tell whether a level of the number that is corrected is told by another source of that day."""
    if level.when is not None:
        of_that_day = level.when == PartialDate.of_day(day)
    else:
        published = level.evidence.published
        of_that_day = published is not None and 0 <= (published - day).days <= AFTERWARDS
    return (
        of_that_day
        and level.evidence.source != correction.evidence.source
        and units_agree(level.claim.unit, correction.claim.unit)
    )
