"""The whole content of a database as plain JSON values, sorted by content.

The same articles give the same export, whatever order they came in and whichever database holds them: no
ids of rows, no times of recording, no local paths, but where these are asked for.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from tracker.db import models
from tracker.export.claim_contents import claims
from tracker.export.disputes import contradictions
from tracker.export.records import Json, money
from tracker.read.rows import known_id
from tracker.vocab import Money, PartialDate

Contents = dict[str, list[Json]]
"""The records of each table that is exported, by the table's name."""


@dataclass(frozen=True, slots=True)
class _Names:
    """What ids of rows mean."""

    actors: Mapping[int, str]
    missions: Mapping[int, str]

    def actor(self, number: int | None) -> str | None:
        return None if number is None else self.actors[number]

    def mission(self, number: int | None) -> str | None:
        return None if number is None else self.missions[number]


def contents(connection: Connection, *, with_ids: bool = False) -> Contents:
    """Return missions, sources, things and the claims that count, each list sorted by what it says.

    ``with_ids`` adds the ids of rows, the times of recording and the names of the inputs.
    """
    names = _Names(
        dict(connection.execute(select(models.Actor.id, models.Actor.name)).all()),
        dict(connection.execute(select(models.Mission.id, models.Mission.slug)).all()),
    )
    found: dict[str, Iterable[tuple[Json, Json]]] = {
        "missions": _missions(connection, names),
        "sources": _sources(connection),
        "pledges": _pledges(connection, names),
        "deployments": _things(connection, models.Deployment, names, _deployment),
        "statements": _things(connection, models.Statement, names, _statement),
        "milestones": _things(connection, models.Milestone, names, _milestone),
        "money_levels": _levels(connection, names),
        "contradictions": contradictions(connection, names.missions),
        **claims(connection, names.missions.values()),
    }
    return {table: _sorted(records, with_ids=with_ids) for table, records in found.items()}


def _sorted(records: Iterable[tuple[Json, Json]], *, with_ids: bool) -> list[Json]:
    """Sort by what the records say; add the second part, which is not content, where it is wanted."""
    ranked = sorted(
        ((json.dumps(record, ensure_ascii=False), record, aside) for record, aside in records),
        key=lambda each: each[0],
    )
    return [record | aside if with_ids else record for _, record, aside in ranked]


def _missions(connection: Connection, names: _Names) -> Iterable[tuple[Json, Json]]:
    aliases: dict[int, list[str]] = defaultdict(list)
    for number, alias in connection.execute(select(models.MissionAlias.mission_id, models.MissionAlias.name)):
        aliases[number].append(alias)
    awaits: dict[int, list[Json]] = defaultdict(list)
    steps = select(models.MissionAwait.__table__).order_by(models.MissionAwait.position)
    for row in connection.execute(steps).mappings():
        awaits[row["mission_id"]].append({"kind": row["kind"].value, "by": names.actor(row["by_actor_id"])})
    published = dict(connection.execute(select(models.Source.id, models.Source.published_on)).all())
    for row in connection.execute(select(models.Mission.__table__)).mappings():
        newest = row["newest_source_id"]
        yield (
            {
                "slug": row["slug"],
                "name": row["name"],
                "aliases": sorted(aliases[row["id"]]),
                "host": names.actor(row["host_id"]),
                "lead": names.actor(row["lead_id"]),
                "authority": names.actor(row["authority_id"]),
                "successor": names.mission(row["successor_id"]) or row["replaced_by"],
                "phase": row["phase"].value if row["phase"] else None,
                "phase_since": _iso(row, "phase_since"),
                "awaits": awaits[row["id"]],
                "statement_count": row["statement_count"],
                "source_count": row["source_count"],
                "undated_count": row["undated_count"],
                "newest_source": None if newest is None else _day(published[newest]),
            },
            {"id": row["id"]},
        )


def _sources(connection: Connection) -> Iterable[tuple[Json, Json]]:
    """Return the sources that stand: neither replaced nor withdrawn."""
    source, text, publisher = models.Source, models.SourceText, models.Publisher
    replaced = select(source.replaces_id).where(source.replaces_id.is_not(None))
    query = (
        select(source.__table__, text.sha256, publisher.name.label("publisher"))
        .join(text, text.id == source.text_id)
        .outerjoin(publisher, publisher.id == source.publisher_id)
        .where(source.withdrawn_at.is_(None), source.id.not_in(replaced))
    )
    inputs: dict[int, list[str]] = defaultdict(list)
    for number, name in connection.execute(select(models.Input.source_id, models.Input.name)):
        inputs[number].append(name)
    for row in connection.execute(query).mappings():
        yield (
            {
                "identity": row["identity_key"],
                "published": _day(row["published_on"]),
                "publisher": row["publisher"],
                "title": row["title"],
                "byline": row["byline"],
                "url": row["url"],
                "language": row["language"],
                "text_sha256": row["sha256"],
            },
            {
                "id": row["id"],
                "revision": row["revision"],
                "recorded_at": _moment(row["recorded_at"]),
                "retrieved_at": _moment(row["retrieved_at"]),
                "inputs": sorted(inputs[row["id"]]),
            },
        )


def _pledges(connection: Connection, names: _Names) -> Iterable[tuple[Json, Json]]:
    equivalents: dict[int, list[Json]] = defaultdict(list)
    sums = select(models.PledgeEquivalent.__table__).order_by(models.PledgeEquivalent.position)
    for row in connection.execute(sums).mappings():
        equivalents[row["pledge_id"]].append(money(Money(row["amount"], row["currency"])))
    purposes: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(select(models.PledgePurpose.__table__)).mappings():
        purposes[row["pledge_id"]].append(row["purpose"].value)
    flows: dict[int, list[Json]] = defaultdict(list)
    course = select(models.PledgeFlow.__table__).order_by(models.PledgeFlow.position)
    for row in connection.execute(course).mappings():
        flows[row["pledge_id"]].append(
            {
                "status": row["status"].value,
                "amount": _number(row["amount"]),
                "currency": row["currency"],
                "since": _iso(row, "since"),
            }
        )
    part, whole = models.PledgePart, models.Pledge
    wholes = dict(
        connection.execute(
            select(part.pledge_id, whole.content_key).join(whole, whole.id == part.whole_id)
        ).all()
    )

    def pledge(row: RowMapping, names: _Names) -> Json:
        return {
            "donor": names.actor(row["donor_id"]),
            "to": names.actor(row["recipient_id"]),
            "kind": row["kind"].value,
            "amount": _number(row["amount"]),
            "currency": row["currency"],
            "equivalents": equivalents[row["id"]],
            "amount_usd": _number(row["amount_usd"]),
            "status": row["status"].value,
            "total": row["total"],
            "additional": row["additional"],
            "purposes": sorted(purposes[row["id"]]),
            "announced_on": _iso(row, "announced_on"),
            "flows": flows[row["id"]],
            "part_of": wholes.get(row["id"]),
        }

    return _things(connection, models.Pledge, names, pledge)


def _deployment(row: RowMapping, names: _Names) -> Json:
    return {
        "contributor": names.actor(row["contributor_id"]),
        "count": row["count"],
        "count_max": row["count_max"],
        "qualifier": row["qualifier"].value if row["qualifier"] else None,
        "unit": row["unit"].value,
        "status": row["status"].value,
        "date": _iso(row, "date"),
        "basis": row["basis"].value,
        "total": row["total"],
        "additional": row["additional"],
        "level_count": row["level_count"],
        "level_on": _day(row["level_on"]),
        "in_strength": row["in_strength"],
    }


def _statement(row: RowMapping, names: _Names) -> Json:
    return {
        "speaker": names.actor(row["speaker_id"]),
        "direct": row["direct"],
        "starts": row["starts"],
        "text": row["content"],
    }


def _milestone(row: RowMapping, names: _Names) -> Json:
    return {
        "kind": row["kind"].value,
        "date": _iso(row, "date"),
        "by": names.actor(row["by_actor_id"]),
        "until": _iso(row, "until"),
        "replaced_by": row["replaced_by"],
    }


def _things(
    connection: Connection, model: Any, names: _Names, values: Callable[[RowMapping, _Names], Json]
) -> Iterable[tuple[Json, Json]]:
    rows = connection.execute(select(model.__table__)).mappings().all()
    keys = {row["id"]: row["content_key"] for row in rows}
    for row in rows:
        strength = {"strength": keys.get(row["strength_id"])} if "strength_id" in row else {}
        yield (
            {
                "mission": names.mission(row["mission_id"]),
                **values(row, names),
                **strength,
                "first_seen": _day(row["first_seen"]),
                "last_seen": _day(row["last_seen"]),
                "source_count": row["source_count"],
                "independent_count": row["independent_count"],
                "key": row["content_key"],
            },
            {"id": known_id(row["id"])},
        )


def _levels(connection: Connection, names: _Names) -> Iterable[tuple[Json, Json]]:
    for row in connection.execute(select(models.MoneyLevel.__table__)).mappings():
        yield (
            {
                "mission": names.mission(row["mission_id"]),
                "donor": names.actor(row["donor_id"]),
                "to": names.actor(row["recipient_id"]),
                "status": row["status"].value,
                "amount": _number(row["amount"]),
                "currency": row["currency"],
                "told_amount": _number(row["told_amount"]),
                "agrees": row["agrees"],
            },
            {"id": known_id(row["id"])},
        )


def _iso(row: RowMapping, field: str) -> str | None:
    first = row[f"{field}_from"]
    return None if first is None else PartialDate(first, row[f"{field}_to"], row[f"{field}_precision"]).iso()


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None


def _number(amount: Any) -> int | float | None:
    return None if amount is None else Money(amount, "USD").number()
