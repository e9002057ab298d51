"""What the row of each kind of thing holds, and where its claims point at it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table

from tracker.db import models
from tracker.db.store.rows import Row, date_columns, table
from tracker.reconcile.model import AnyThing, Deployment, Milestone, Pledge, Projection, Statement
from tracker.vocab import Basis


@dataclass(frozen=True, slots=True)
class Ids:
    """Ids of actors by canonical name and of missions by slug.

    ``added`` are the content keys of the contingents that their strengths add up.
    """

    actors: Mapping[str, int]
    missions: Mapping[str, int]
    added: frozenset[str] = frozenset()

    def actor(self, name: str | None) -> int | None:
        """Return the actor's id; None where there is no name, or no such row."""
        return None if name is None else self.actors.get(name)


@dataclass(frozen=True, slots=True)
class ThingKind:
    """One kind of thing: its table, the payload table whose ``link`` points at it, and its columns."""

    word: str
    things: Table
    payloads: Table
    columns: Callable[[Any, Ids], Row]
    children: Mapping[Table, Callable[[Any], list[Row]]]

    @property
    def link(self) -> str:
        """Return the column of the payload, and of the children, that names the thing."""
        return f"{self.word}_id"


def row_of(kind: ThingKind, thing: AnyThing, ids: Ids) -> Row:
    """Return the columns of a thing, but for its id and its strength's."""
    return {
        "mission_id": None if thing.mission is None else ids.missions.get(thing.mission),
        "first_seen": thing.first_seen,
        "last_seen": thing.last_seen,
        "source_count": thing.source_count,
        "independent_count": thing.independent_count,
        "headline_claim_id": thing.headline_claim,
        "content_key": thing.content_key,
        **kind.columns(thing, ids),
    }


def ids_of(projection: Projection, actors: Mapping[str, int], missions: Mapping[str, int]) -> Ids:
    """Return what the rows of a projection need to know of one another."""
    strengths = (each.parts for each in projection.deployments if each.parts is not None)
    return Ids(actors, missions, frozenset(each.thing for parts in strengths for each in parts.added))


def things_of(projection: Projection, kind: ThingKind) -> Sequence[AnyThing]:
    """Return the projected things of a kind; strengths before their contingents."""
    if kind.word == "deployment":
        return sorted(projection.deployments, key=lambda each: each.part_of is not None)
    return getattr(projection, f"{kind.word}s")  # type: ignore[no-any-return]


def own_claims(things: Sequence[AnyThing]) -> dict[int, str]:
    """Return the thing (by content key) that each claim points at: a contingent rather than its strength."""
    found: dict[int, str] = {}
    for thing in sorted(
        things, key=lambda each: isinstance(each, Deployment) and each.basis is not Basis.LEVEL
    ):
        found.update(dict.fromkeys(thing.claims, thing.content_key))
    return found


def _pledge(thing: Pledge, ids: Ids) -> Row:
    return {
        "donor_id": ids.actor(thing.donor),
        "recipient_id": ids.actor(thing.recipient),
        "kind": thing.kind,
        "amount": None if thing.amount is None else thing.amount.amount,
        "currency": None if thing.amount is None else thing.amount.currency,
        "amount_usd": thing.amount_usd,
        "status": thing.status,
        "total": thing.total,
        "additional": thing.additional,
        **date_columns("announced_on", thing.announced_on),
    }


def _equivalents(thing: Pledge) -> list[Row]:
    return [
        {"position": place, "amount": each.amount, "currency": each.currency}
        for place, each in enumerate(thing.equivalents)
    ]


def _purposes(thing: Pledge) -> list[Row]:
    return [{"purpose": purpose} for purpose in thing.purposes]


def _flows(thing: Pledge) -> list[Row]:
    return [
        {
            "position": place,
            "status": flow.status,
            "amount": None if flow.amount is None else flow.amount.amount,
            "currency": None if flow.amount is None else flow.amount.currency,
            **date_columns("since", flow.on),
        }
        for place, flow in enumerate(thing.flows)
    ]


def _deployment(thing: Deployment, ids: Ids) -> Row:
    return {
        "contributor_id": ids.actor(thing.contributor),
        "count": thing.count,
        "count_max": thing.count_max,
        "qualifier": thing.qualifier,
        "unit": thing.unit,
        "status": thing.status,
        "basis": thing.basis,
        "total": thing.total,
        "additional": thing.additional,
        **date_columns("date", thing.date),
        "level_count": None if thing.parts is None else thing.parts.level,
        "level_on": None if thing.parts is None else thing.parts.level_date,
        "in_strength": thing.content_key in ids.added,
    }


def _statement(thing: Statement, ids: Ids) -> Row:
    return {
        "speaker_id": ids.actor(thing.speaker),
        "direct": thing.direct,
        "starts": thing.starts,
        "content": thing.content,
    }


def _milestone(thing: Milestone, ids: Ids) -> Row:
    return {
        "kind": thing.kind,
        "by_actor_id": ids.actor(thing.by),
        "replaced_by": thing.replaced_by,
        **date_columns("date", thing.date),
        **date_columns("until", thing.until),
    }


KINDS = (
    ThingKind(
        "pledge",
        table(models.Pledge),
        table(models.PledgeClaim),
        _pledge,
        {
            table(models.PledgeEquivalent): _equivalents,
            table(models.PledgePurpose): _purposes,
            table(models.PledgeFlow): _flows,
        },
    ),
    ThingKind("deployment", table(models.Deployment), table(models.DeploymentClaim), _deployment, {}),
    ThingKind("statement", table(models.Statement), table(models.StatementClaim), _statement, {}),
    ThingKind("milestone", table(models.Milestone), table(models.MilestoneClaim), _milestone, {}),
)
