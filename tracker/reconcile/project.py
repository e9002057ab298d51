"""The projection: from all claims to actors, things and phases, whatever order the claims come in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from tracker.claims import Mention
from tracker.reconcile.actors import ActorIndex, actor_things, mention_key, mentions_of, resolve
from tracker.reconcile.deployments import deployments
from tracker.reconcile.evidence import Evidence, weigh
from tracker.reconcile.independence import origins
from tracker.reconcile.milestones import milestones
from tracker.reconcile.model import AnyThing, Contradiction, MentionKey, Projection, SourcedClaim
from tracker.reconcile.phase import mission_states
from tracker.reconcile.pledges import pledges
from tracker.reconcile.statements import statements
from tracker.reconcile.totals import disputed_totals
from tracker.reconcile.wholes import with_wholes
from tracker.vocab import ClaimKind

T = TypeVar("T", bound=AnyThing | Contradiction)


def project(
    claims: Iterable[SourcedClaim],
    index: ActorIndex,
    *,
    missions: Iterable[str] = (),
    names: Iterable[MentionKey] = (),
) -> Projection:
    """Return what the claims come to.

    The claims may be of several missions, and of none: each mission is a group of its own. ``missions`` are
    slugs that shall have a state although no claim names them; ``names`` are mentions beside the claims'
    (of offices) whose actors are asked for too.
    """
    evidence = _weighed(claims)
    meanings = resolve(
        [
            *names,
            *(
                mention_key(each.sourced.claim.mission, mention)
                for each in evidence
                for mention in mentions_of(each.sourced.claim)
            ),
        ],
        index,
    )

    def meaning(each: Evidence, mention: Mention | None) -> str | None:
        return None if mention is None else meanings[mention_key(each.sourced.claim.mission, mention)]

    of_kind: dict[ClaimKind, list[Evidence]] = defaultdict(list)
    for each in evidence:
        of_kind[each.sourced.kind].append(each)
    given = pledges(of_kind[ClaimKind.PLEDGE], meaning, index.currency)
    sent = deployments(of_kind[ClaimKind.DEPLOYMENT], meaning)
    said = statements(of_kind[ClaimKind.STATEMENT], meaning, index)
    steps = milestones(of_kind[ClaimKind.MILESTONE], meaning, index)
    slugs = {each.sourced.claim.mission for each in evidence} | set(missions)
    states = mission_states(
        sorted(slug for slug in slugs if slug is not None),
        steps.things,
        of_kind[ClaimKind.PHASE],
        meaning,
        Counter(thing.mission for thing in said.things if thing.mission is not None),
    )
    unclear = [*given.unclear, *sent.unclear, *said.unclear, *steps.unclear]
    disputes = [*given.contradictions, *sent.contradictions, *said.contradictions, *steps.contradictions]
    by_id = {each.sourced.id: each for each in of_kind[ClaimKind.PLEDGE]}
    promised = with_wholes(given.things, by_id)
    disputes += disputed_totals(promised, by_id)
    return Projection(
        actors=actor_things(meanings, index),
        mentions=meanings,
        pledges=_sorted(promised),
        deployments=_sorted(sent.things),
        statements=_sorted(said.things),
        milestones=_sorted(steps.things),
        contradictions=_sorted(disputes),
        missions=tuple(states),
        unattached=tuple(each.sourced.id for each in sorted(unclear, key=lambda each: each.order)),
    )


def _weighed(claims: Iterable[SourcedClaim]) -> list[Evidence]:
    """Return the claims with their keys, sorted; one handed in twice counts once."""
    of_mission: dict[str | None, dict[int, SourcedClaim]] = defaultdict(dict)
    for claim in claims:
        of_mission[claim.claim.mission][claim.id] = claim
    evidence: list[Evidence] = []
    for told in of_mission.values():
        sources = {(each.source.identity, each.source.text_sha256): each.source for each in told.values()}
        counts_as = origins(sources.values())
        evidence += (weigh(each, counts_as[each.source.text_sha256]) for each in told.values())
    return sorted(evidence, key=lambda each: each.order)


def projector(
    index: ActorIndex,
) -> Callable[[Iterable[SourcedClaim], Iterable[str], Iterable[MentionKey]], Projection]:
    """Return ``project`` with the known actors given, as a function of claims, missions and names."""

    def run(
        claims: Iterable[SourcedClaim], missions: Iterable[str], names: Iterable[MentionKey]
    ) -> Projection:
        return project(claims, index, missions=missions, names=names)

    return run


def _sorted(things: Iterable[T]) -> tuple[T, ...]:
    return tuple(sorted(things, key=lambda thing: (thing.mission or "", thing.content_key)))
