"""Contradictions, parts and flows as a projection brings them: rows that stay, change and go."""

from __future__ import annotations

import dataclasses
from typing import Any

from sqlalchemy import Connection, Engine

from tests.ingest.handmade import amended, disputed, filled, pledges
from tracker.db import store
from tracker.db.session import writing
from tracker.db.store.disputes import DisputeChanges
from tracker.reconcile.model import Pledge

DISPUTED = ("contradictions", "contradiction_sides", "contradiction_claims")


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
