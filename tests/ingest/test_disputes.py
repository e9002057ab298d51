"""Contradictions, parts and flows as a projection brings them: rows that stay, change and go."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Engine

from tests.ingest.articles import article, take_in
from tests.reconcile.telling import INDEX, MISSION
from tracker.db import store
from tracker.db.session import writing
from tracker.db.store.disputes import DisputeChanges
from tracker.reconcile.model import Contradiction, MentionKey, Pledge, Projection, Side, SourcedClaim
from tracker.reconcile.project import project
from tracker.vocab import DisputedField, Preference, RecordKind

TOLD = (
    "pledge | Canada | 100m CAD | 2024-01-01\npledge | United States | 20m USD | 2024-01-01\n"
    "pledge | - | 120m USD | 2024-01-01 | total=yes",
    "pledge | Canada | 80m CAD | 2024-02-01",
)
DISPUTED = ("contradictions", "contradiction_sides", "contradiction_claims")


def filled(engine: Engine) -> None:
    """Take in the articles, each of a day of its own."""
    take_in(
        engine,
        [article(str(place), text, published=f"2024-03-0{place}") for place, text in enumerate(TOLD, 1)],
    )


def amended(conn: Connection, **changes: Any) -> store.Group:
    """Project the mission, with some lists of the projection changed."""

    def run(
        claims: Iterable[SourcedClaim], missions: Iterable[str], names: Iterable[MentionKey]
    ) -> Projection:
        return dataclasses.replace(project(claims, INDEX, missions=missions, names=names), **changes)

    return store.project_missions(conn, [MISSION], run)


def pledges(conn: Connection) -> dict[str, Pledge]:
    """Return the projected pledges by donor and sum."""
    found = amended(conn).projection.pledges
    return {f"{each.donor} {each.amount.number() // 10**6 if each.amount else None}": each for each in found}


def disputed(thing: Pledge, *said: tuple[str, Iterable[int]], rule: str = "more-sources") -> Contradiction:
    sides = tuple(Side(text, tuple(claims), 1, 1) for text, claims in said)
    key = hashlib.sha256(thing.content_key.encode()).hexdigest()
    return Contradiction(
        key, MISSION, RecordKind.PLEDGE, thing.content_key, DisputedField.AMOUNT, Preference(rule), sides
    )


def rows(conn: Connection, *tables: str) -> dict[str, list[tuple[Any, ...]]]:
    return {
        name: sorted(tuple(row) for row in conn.exec_driver_sql(f"SELECT * FROM {name}")) for name in tables
    }


def differing(conn: Connection, group: store.Group) -> bool:
    return store.differences(conn, group).disputes != DisputeChanges()


def test_a_contradiction_is_written_once_and_found_unchanged(engine: Engine) -> None:
    filled(engine)
    with writing(engine) as conn:
        canada = pledges(conn)["Canada 100"]
        other = pledges(conn)["Canada 80"]
        told = disputed(canada, ("100000000 CAD", canada.claims), ("80000000 CAD", other.claims))
        group = amended(conn, contradictions=(told,))
        assert differing(conn, group)
        store.write_projection(conn, group)
        first = rows(conn, *DISPUTED)
        assert [len(found) for found in first.values()] == [1, 2, 2]
        again = amended(conn, contradictions=(told,))
        assert not differing(conn, again)
        store.write_projection(conn, again)
        assert rows(conn, *DISPUTED) == first


def test_it_keeps_its_id_when_other_sides_lead_and_goes_when_nobody_disagrees(engine: Engine) -> None:
    filled(engine)
    with writing(engine) as conn:
        canada, other = pledges(conn)["Canada 100"], pledges(conn)["Canada 80"]
        sides = [("100000000 CAD", canada.claims), ("80000000 CAD", other.claims)]
        store.write_projection(conn, amended(conn, contradictions=(disputed(canada, *sides),)))
        ((number, *_),) = rows(conn, "contradictions")["contradictions"]
        turned = disputed(canada, *reversed(sides), rule="correction")
        store.write_projection(conn, amended(conn, contradictions=(turned,)))
        found = rows(conn, *DISPUTED)
        assert [row[0] for row in found["contradictions"]] == [number]
        assert "correction" in found["contradictions"][0]
        assert [row[2] for row in found["contradiction_sides"]] == ["80000000 CAD", "100000000 CAD"]
        store.write_projection(conn, amended(conn))
        assert not any(rows(conn, *DISPUTED).values())


def test_a_claim_may_speak_for_the_figure_that_it_takes_back(engine: Engine) -> None:
    filled(engine)
    with writing(engine) as conn:
        canada = pledges(conn)["Canada 100"]
        told = disputed(canada, ("100000000 CAD", canada.claims), ("90000000 CAD", canada.claims))
        store.write_projection(conn, amended(conn, contradictions=(told,)))
        (claim,) = canada.claims
        assert {row[2] for row in rows(conn, *DISPUTED)["contradiction_claims"]} == {claim}
        assert not differing(conn, amended(conn, contradictions=(told,)))


def test_parts_follow_their_whole(engine: Engine) -> None:
    filled(engine)
    with writing(engine) as conn:
        found = pledges(conn)
        whole = found["None 120"]

        def within(*parts: str) -> tuple[Pledge, ...]:
            return tuple(
                dataclasses.replace(each, part_of=whole.content_key if name in parts else None)
                for name, each in found.items()
            )

        stored = conn.exec_driver_sql("SELECT content_key, id FROM pledges").all()
        names = {each.content_key: name for name, each in found.items()}
        number = {names[key]: pledge for key, pledge in stored}
        for parts in (("Canada 100", "United States 20"), ("Canada 80",), ("Canada 80",), ()):
            group = amended(conn, pledges=within(*parts))
            store.write_projection(conn, group)
            assert rows(conn, "pledge_parts")["pledge_parts"] == sorted(
                (number[part], number["None 120"]) for part in parts
            )
            changes = next(
                each for each in store.differences(conn, group).things if each.kind.word == "pledge"
            )
            assert changes.wholes == {}
