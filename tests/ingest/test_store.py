"""Knowledge and claims come out of the database as they went in."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, text

from tests.ingest.articles import SEEDS, read_lines, story
from tracker.claims import Claim
from tracker.db import store
from tracker.db.base import Origin
from tracker.db.session import writing
from tracker.errors import ItemError
from tracker.knowledge import Knowledge, MissionEntry
from tracker.reconcile.evidence import claim_key
from tracker.reconcile.model import SourcedClaim
from tracker.seeds import load_knowledge
from tracker.vocab import ActorKind

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("knowledge", [SEEDS, load_knowledge()], ids=["small", "packaged"])
def test_knowledge_comes_out_as_it_went_in(engine: Engine, knowledge: Knowledge) -> None:
    with writing(engine) as conn:
        first = store.sync_knowledge(conn, knowledge)
        assert store.load_knowledge(conn) == knowledge
        assert store.load_knowledge(conn).digest() == knowledge.digest()
        again = store.sync_knowledge(conn, knowledge)
    assert (first.updated, first.unchanged) == (0, 0)
    assert (again.inserted, again.updated, again.unchanged) == (0, 0, first.inserted)


def test_a_changed_seed_is_an_update_and_a_vanished_one_stays(engine: Engine) -> None:
    changed = dataclasses.replace(
        SEEDS,
        actors=tuple(
            dataclasses.replace(entry, parent="Kenya") if entry.name == "Belize" else entry
            for entry in SEEDS.actors
            if entry.name != "Canada"
        ),
        missions=(dataclasses.replace(SEEDS.missions[0], successor="ramsi"),),
    )
    with writing(engine) as conn:
        store.sync_knowledge(conn, SEEDS)
        counts = store.sync_knowledge(conn, changed)
        found = store.load_knowledge(conn)
    assert (counts.inserted, counts.updated) == (0, 2)
    entries = {entry.name: entry for entry in found.actors}
    assert entries["Belize"].parent == "Kenya"
    assert entries["Canada"].currency == "CAD"
    assert found.missions[0].successor == "ramsi"


def test_what_a_user_reviewed_is_left_as_it_is(engine: Engine) -> None:
    with writing(engine) as conn:
        store.sync_knowledge(conn, SEEDS)
        conn.execute(text("UPDATE actors SET origin = 'user', currency = 'XXX' WHERE name = 'Kenya'"))
        counts = store.sync_knowledge(conn, SEEDS)
        kenya = next(entry for entry in store.load_knowledge(conn).actors if entry.name == "Kenya")
    assert (counts.updated, kenya.currency) == (0, "XXX")


def test_what_articles_brought_becomes_a_seed_and_never_knowledge_before(engine: Engine) -> None:
    row = {"name": "kenya", "name_key": "kenya", "kind": ActorKind.STATE, "origin": Origin.TEXT}
    with writing(engine) as conn:
        conn.execute(
            text(
                "INSERT INTO actors (name, name_key, kind, origin) VALUES (:name, :name_key, :kind, :origin)"
            ),
            row,
        )
        assert store.load_knowledge(conn) == Knowledge()
        store.sync_knowledge(conn, SEEDS)
        assert store.load_knowledge(conn) == SEEDS


def test_a_seed_that_names_nobody_is_refused(engine: Engine) -> None:
    lost = Knowledge(missions=(MissionEntry("m", "A mission", host="Atlantis"),))
    with pytest.raises(ItemError, match="'Atlantis'"), writing(engine) as conn:
        store.sync_knowledge(conn, lost)


def plain(claim: Claim) -> Claim:
    """Return the claim without the spans of its fields, which the projection has no need of."""
    return dataclasses.replace(claim, fields=())


def test_claims_come_out_as_they_went_in(engine: Engine) -> None:
    told: list[Claim] = []
    with writing(engine) as conn:
        store.sync_knowledge(conn, SEEDS)
        for document in story():
            publication = store.Publication(document.name, document.input_sha256, document.body)
            stored = store.add_source(conn, publication, now=NOW)
            extraction = read_lines(document, SEEDS)
            told += [plain(claim) for _, claim in extraction.claims()]
            store.add_extraction(
                conn, stored.source_id, document.body, extraction,
                extractor="lines", version="1", knowledge_digest="0" * 64, now=NOW,
            )  # fmt: skip
        found = store.claims_of(conn, ["haiti-mission", "ramsi", None])
    assert [sourced.claim for sourced in found] == told
    for sourced, claim in zip(found, told, strict=True):
        assert claim_key(sourced) == claim_key(SourcedClaim(0, sourced.source, sourced.kind, claim))


def test_a_mission_is_found_by_slug_name_and_alias(engine: Engine) -> None:
    with writing(engine) as conn:
        store.sync_knowledge(conn, SEEDS)
        called = ["haiti-mission", "the multinational  security support", "mss", "nothing"]
        assert [store.find_mission(conn, name) for name in called] == [*["haiti-mission"] * 3, None]


ADDRESSES = {
    "https://news.example/story": "https://news.example/story",
    "http://NEWS.Example:80/story/": "https://news.example/story",
    "https://news.example/story?utm_source=a&utm_campaign=b&fbclid=c#comments": "https://news.example/story",
    "https://news.example/story?b=2&a=1&gclid=x": "https://news.example/story?a=1&b=2",
    "https://news.example/?p=7": "https://news.example?p=7",
    "https://news.example:8443/Story": "https://news.example:8443/Story",
    "https://user:secret@news.example/story": "https://news.example/story",
    "  https://news.example/a%20b ": "https://news.example/a%20b",
    "urn:isbn:1": "urn:isbn:1",
    "https://[broken": "https://[broken",
}


@pytest.mark.parametrize("given", ADDRESSES)
def test_equal_addresses_are_equal(given: str) -> None:
    assert store.canonical_url(given) == ADDRESSES[given]
    assert store.canonical_url(store.canonical_url(given)) == ADDRESSES[given]
