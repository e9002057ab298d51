"""Where missions stood on a day: the same projection, made for one question from what was published by then.

Nothing is written; things have the ids of the stored things that they share their claims with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, and_, case, distinct, func, select

from tracker.claims import Mention, PhaseClaim
from tracker.db import models
from tracker.db.store.claims_out import claims_of, role_names
from tracker.db.store.projection import Group, differences
from tracker.db.store.seeds import load_knowledge
from tracker.read import order
from tracker.read.answers import (
    Awaited,
    DeploymentLine,
    Evidence,
    MilestoneLine,
    MissionStatus,
    MissionSummary,
    PledgeLine,
)
from tracker.read.missions import missions
from tracker.reconcile.actors import ActorIndex
from tracker.reconcile.model import (
    AwaitedStep,
    Deployment,
    MentionKey,
    Milestone,
    MissionState,
    Pledge,
    Projection,
    SourcedClaim,
    Thing,
)
from tracker.reconcile.project import project
from tracker.vocab import Money, Phase


@dataclass(frozen=True, slots=True)
class _Counts:
    sources: int = 0
    undated: int = 0
    newest: date | None = None


def mission_status_as_of(connection: Connection, summary: MissionSummary, day: date) -> MissionStatus:
    """Return the status of a mission from the sources that were published by ``day``.

    Undated sources are left out; ``undated_count`` says how many.
    """
    mission = summary.mission
    group = _project(connection, [mission.slug], day)
    view = _View(connection, group)
    counts = _counts(connection, day).get(mission.id, _Counts())
    state = next(state for state in group.projection.missions if state.slug == mission.slug)
    return MissionStatus(
        mission=mission,
        as_of=day,
        phase=state.phase,
        phase_since=state.phase_since,
        through=view.milestone(state.phase_milestone),
        phase_sources=view.phase_sources(state),
        awaits=tuple(view.awaited(step) for step in state.awaits),
        milestones=view.milestones(),
        pledges=view.pledges(),
        deployments=view.deployments(),
        statement_count=state.statement_count,
        source_count=counts.sources,
        undated_count=counts.undated,
        newest_source=counts.newest,
    )


def missions_as_of(connection: Connection, day: date) -> tuple[MissionSummary, ...]:
    """Return every mission as it stood on ``day``, by slug."""
    known = missions(connection)
    group = _project(connection, [summary.mission.slug for summary in known], day)
    states = {state.slug: state for state in group.projection.missions}
    counts = _counts(connection, day)
    return tuple(
        MissionSummary(
            mission=summary.mission,
            phase=states[summary.mission.slug].phase,
            phase_since=states[summary.mission.slug].phase_since,
            source_count=counts.get(summary.mission.id, _Counts()).sources,
            newest_source=counts.get(summary.mission.id, _Counts()).newest,
        )
        for summary in known
    )


def _project(connection: Connection, slugs: Sequence[str], day: date) -> Group:
    claims = tuple(claims_of(connection, slugs, as_of=day))
    published = _roles_published_by(connection, day)
    roles = {place: name for place, name in role_names(connection, slugs).items() if place[0] in published}
    index = ActorIndex(load_knowledge(connection))
    projection = project(claims, index, missions=slugs, names=roles.values())
    return Group(frozenset(slugs), claims, roles, projection)


def _roles_published_by(connection: Connection, day: date) -> set[int]:
    role, extraction, source = models.ActorRole, models.Extraction, models.Source
    query = (
        select(role.id)
        .join(extraction, extraction.id == role.extraction_id)
        .join(source, source.id == extraction.source_id)
        .where(source.published_on <= day)
    )
    return set(connection.execute(query).scalars())


def _counts(connection: Connection, day: date) -> Mapping[int, _Counts]:
    """Return how many sources tell of each mission by ``day``, and how many undated ones are left out."""
    told, extraction, source = models.ExtractionMission, models.Extraction, models.Source
    by_then = source.published_on <= day
    query = (
        select(
            told.mission_id,
            func.count(distinct(case((by_then, source.id)))).label("sources"),
            func.count(distinct(case((source.published_on.is_(None), source.id)))).label("undated"),
            func.max(case((by_then, source.published_on))).label("newest"),
        )
        .join(extraction, extraction.id == told.extraction_id)
        .join(source, source.id == extraction.source_id)
        .where(and_(extraction.superseded_at.is_(None), source.withdrawn_at.is_(None)))
        .group_by(told.mission_id)
    )
    return {
        row.mission_id: _Counts(row.sources, row.undated, row.newest) for row in connection.execute(query)
    }


class _View:
    """A projection as the lines of an answer."""

    def __init__(self, connection: Connection, group: Group) -> None:
        self._projection: Projection = group.projection
        self._claims = {claim.id: claim for claim in group.claims}
        self._evidence = _evidence(connection, group.claims)
        self._numbers = {
            changes.kind.word: changes.numbers for changes in differences(connection, group).things
        }

    def milestone(self, content_key: str | None) -> MilestoneLine | None:
        """Return the milestone of that key."""
        found = (thing for thing in self._projection.milestones if thing.content_key == content_key)
        return next(map(self._milestone, found), None)

    def milestones(self) -> tuple[MilestoneLine, ...]:
        return order.milestones(map(self._milestone, self._projection.milestones))

    def pledges(self) -> tuple[PledgeLine, ...]:
        return order.pledges(map(self._pledge, self._projection.pledges))

    def deployments(self) -> tuple[DeploymentLine, ...]:
        contingents: dict[str, list[Deployment]] = {}
        for thing in self._projection.deployments:
            if thing.part_of is not None:
                contingents.setdefault(thing.part_of, []).append(thing)
        return order.deployments(
            self._deployment(thing, contingents.get(thing.content_key, ()))
            for thing in self._projection.deployments
            if thing.part_of is None
        )

    def phase_sources(self, state: MissionState) -> tuple[Evidence, ...]:
        """Return the newest source that says the phase itself, where no milestone led to it."""
        if state.phase is None or state.phase_milestone is not None:
            return ()
        return order.newest(self._of_phase(state.phase))

    def awaited(self, step: AwaitedStep) -> Awaited:
        return Awaited(step.kind, step.by, order.newest(self._of_awaited(step)))

    def _of_phase(self, phase: Phase) -> Iterable[Evidence]:
        for number, sourced in self._claims.items():
            if isinstance(sourced.claim, PhaseClaim) and sourced.claim.phase is phase:
                yield self._evidence[number]

    def _of_awaited(self, step: AwaitedStep) -> Iterable[Evidence]:
        for number, sourced in self._claims.items():
            claim = sourced.claim
            if isinstance(claim, PhaseClaim) and any(
                each.kind is step.kind and self._actor(claim.mission, each.by) == step.by
                for each in claim.awaits
            ):
                yield self._evidence[number]

    def _actor(self, mission: str | None, mention: Mention | None) -> str | None:
        if mention is None:
            return None
        return self._projection.mentions[MentionKey(mission, mention.name, mention.kind)]

    def _number(self, kind: str, thing: Thing) -> int | None:
        """Return the id of the stored thing that a projected one continues."""
        return self._numbers[kind].get(thing.content_key)

    def _sources(self, thing: Thing) -> tuple[Evidence, ...]:
        return order.evidence(self._evidence[claim] for claim in thing.claims)

    def _milestone(self, thing: Milestone) -> MilestoneLine:
        return MilestoneLine(
            id=self._number("milestone", thing),
            kind=thing.kind,
            date=thing.date,
            by=thing.by,
            until=thing.until,
            replaced_by=thing.replaced_by,
            sources=self._sources(thing),
        )

    def _pledge(self, thing: Pledge) -> PledgeLine:
        return PledgeLine(
            id=self._number("pledge", thing),
            donor=thing.donor,
            recipient=thing.recipient,
            kind=thing.kind,
            amount=thing.amount,
            equivalents=thing.equivalents,
            amount_usd=None if thing.amount_usd is None else Money(thing.amount_usd, "USD"),
            status=thing.status,
            total=thing.total,
            additional=thing.additional,
            purposes=order.purposes(thing.purposes),
            announced_on=thing.announced_on,
            sources=self._sources(thing),
        )

    def _deployment(self, thing: Deployment, contingents: Sequence[Deployment] = ()) -> DeploymentLine:
        return DeploymentLine(
            id=self._number("deployment", thing),
            contributor=thing.contributor,
            count=thing.count,
            count_max=thing.count_max,
            qualifier=thing.qualifier,
            unit=thing.unit,
            status=thing.status,
            date=thing.date,
            total=thing.total,
            sources=self._sources(thing),
            contingents=order.deployments(map(self._deployment, contingents)),
        )


def _evidence(connection: Connection, claims: Sequence[SourcedClaim]) -> Mapping[int, Evidence]:
    """Return the evidence of claims; the quote is the claim's characters of the stored body."""
    quotes: dict[int, str] = {}
    numbers = [claim.id for claim in claims]
    for start in range(0, len(numbers), 500):
        query = select(models.Claim.id, models.Claim.quote).where(
            models.Claim.id.in_(numbers[start : start + 500])
        )
        quotes.update((number, quote) for number, quote in connection.execute(query))
    return {
        claim.id: Evidence(
            claim.source.id or 0,
            claim.source.title,
            claim.source.publisher,
            claim.source.url,
            claim.source.published,
            claim.claim.span.start,
            claim.claim.span.end,
            quotes[claim.id],
        )
        for claim in claims
    }
