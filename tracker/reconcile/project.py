"""The projection: from all claims to actors, things and phases, whatever order the claims come in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from tracker.claims import Mention
from tracker.reconcile.actors import ActorIndex, actor_things, mention_key, mentions_of, resolve
from tracker.reconcile.deployments import deployments
from tracker.reconcile.evidence import Evidence, weigh
from tracker.reconcile.milestones import milestones
from tracker.reconcile.model import AnyThing, MentionKey, Projection, SourcedClaim
from tracker.reconcile.phase import mission_states
from tracker.reconcile.pledges import pledges
from tracker.reconcile.statements import statements
from tracker.vocab import ClaimKind

T = TypeVar("T", bound=AnyThing)


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
    evidence = sorted((weigh(claim) for claim in claims), key=lambda each: each.order)
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
    given, unclear_pledges = pledges(of_kind[ClaimKind.PLEDGE], meaning, index.currency)
    sent, unclear_contingents = deployments(of_kind[ClaimKind.DEPLOYMENT], meaning)
    said, unclear_words = statements(of_kind[ClaimKind.STATEMENT], meaning)
    steps, unclear_steps = milestones(of_kind[ClaimKind.MILESTONE], meaning, index)
    slugs = {each.sourced.claim.mission for each in evidence} | set(missions)
    states = mission_states(
        sorted(slug for slug in slugs if slug is not None),
        steps,
        of_kind[ClaimKind.PHASE],
        meaning,
        Counter(thing.mission for thing in said if thing.mission is not None),
    )
    unclear = [*unclear_pledges, *unclear_contingents, *unclear_words, *unclear_steps]
    return Projection(
        actors=actor_things(meanings, index),
        mentions=meanings,
        pledges=_sorted(given),
        deployments=_sorted(sent),
        statements=_sorted(said),
        milestones=_sorted(steps),
        missions=tuple(states),
        unattached=tuple(each.sourced.id for each in sorted(unclear, key=lambda each: each.order)),
    )


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
