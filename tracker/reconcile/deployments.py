"""Which claims tell of one contingent, and how strong a contributor is in each status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from tracker.claims import DeploymentClaim, Mention
from tracker.reconcile.contingents import Sent, contingents
from tracker.reconcile.evidence import Evidence
from tracker.reconcile.model import Contradiction, Deployment
from tracker.reconcile.strengths import strength

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
    within, unclear, disputes = contingents(moved)
    found.unclear += [item.evidence for item in unclear]
    if not levels and not within:
        return
    whole, disputed = strength(levels, within)
    found.things += [whole, *(replace(each, part_of=whole.content_key) for each, _ in within)]
    found.contradictions += [*disputes, *disputed]
