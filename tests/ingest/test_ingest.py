"""Articles in, reports out, on both databases."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from tests.ingest.articles import OPTIONS, article, content, outcomes, story, take_in, things
from tracker.documents.model import DocumentFailure
from tracker.ingest import ingest
from tracker.vocab import ClaimKind


def test_every_article_is_reported_and_the_next_time_unchanged(engine: Engine) -> None:
    assert outcomes(take_in(engine, story())) == [f"{number:02}: new" for number in range(1, 11)]
    before = content(engine)
    assert outcomes(take_in(engine, story())) == [f"{number:02}: unchanged" for number in range(1, 11)]
    assert content(engine) == before


def test_the_order_and_the_batches_do_not_matter(engine: Engine, sqlite_twin: Engine) -> None:
    articles = list(story())
    take_in(engine, articles)
    random.Random(7).shuffle(articles)
    for number in range(len(articles)):
        take_in(sqlite_twin, articles[number : number + 1])
    assert content(sqlite_twin) == content(engine)


def test_a_thing_keeps_its_id_while_claims_are_added(engine: Engine) -> None:
    articles = list(story())
    take_in(engine, articles[:5])
    with engine.connect() as conn:
        before = {row["content_key"]: row["id"] for row in things(conn, "pledges")}
        first = next(row["id"] for row in things(conn, "deployments") if row["status"] == "offered")
    take_in(engine, articles[5:])
    with engine.connect() as conn:
        after = {row["content_key"]: row["id"] for row in things(conn, "pledges")}
        ids = {row["id"] for row in things(conn, "deployments")}
    assert before.items() <= after.items()
    assert first in ids


def test_what_does_not_change_is_not_written_again(engine: Engine) -> None:
    take_in(engine, story())
    with engine.connect() as conn:
        before = things(conn, "pledges") + things(conn, "statements")
    take_in(
        engine,
        [article("11", "says | William Ruto | Another thing altogether was said", published="2025-01-01")],
    )
    with engine.connect() as conn:
        after = things(conn, "pledges") + things(conn, "statements")
    assert [row for row in after if row in before] == before


def test_a_text_known_from_another_outlet_is_a_second_source_of_it(engine: Engine) -> None:
    text = "pledge | United States | 100m USD | 2023-09-22"
    reports = take_in(
        engine,
        [
            article("wire", text, published="2023-09-22", publisher="Wire"),
            article("paper", text, published="2023-09-23", publisher="Paper"),
        ],
    )
    assert outcomes(reports) == ["wire: new", "paper: new"]
    found = content(engine)
    assert len(found["sources"]) == 2
    assert [each["source_count"] for each in found["pledges"]] == [2]
    with engine.connect() as conn:
        assert len(things(conn, "texts")) == 1


def test_the_same_text_of_the_same_outlet_is_unchanged_whatever_its_file_is(engine: Engine) -> None:
    text = "pledge | United States | 100m USD"
    take_in(engine, [article("a", text, published="2023-09-22", publisher="The Ledger")])
    again = article("b", text, published="2023-09-22", publisher="the LEDGER", title="Other bytes")
    assert outcomes(take_in(engine, [again])) == ["b: unchanged"]


def test_it_does_not_matter_which_form_of_the_same_article_came_first(
    engine: Engine, sqlite_twin: Engine
) -> None:
    text = "pledge | United States | 100m USD"
    forms = [
        article("a", text, publisher="the ledger", title="A title", published="2023-09-23"),
        article("b", text, publisher="The Ledger", published="2023-09-22"),
        article("c", text, publisher="THE LEDGER", title="A title, and more", author="N. N."),
    ]
    take_in(engine, forms)
    take_in(sqlite_twin, forms[::-1])
    found = content(engine)
    assert found == content(sqlite_twin)
    (source,) = found["sources"]
    assert (source["publisher"], source["title"], source["published"]) == (
        "The Ledger",
        "A title",
        "2023-09-22",
    )


def test_a_new_text_under_a_known_address_replaces_the_old(engine: Engine) -> None:
    url = "http://www.news.example/story/?utm_medium=mail&id=7#top"
    take_in(engine, [article("a", "pledge | United States | 100m USD", published="2023-09-22", url=url)])
    with engine.connect() as conn:
        (before,) = things(conn, "pledges")
    corrected = article(
        "b",
        "pledge | United States | 90m USD",
        published="2023-09-23",
        url="https://www.news.example/story?id=7",
    )
    assert outcomes(take_in(engine, [corrected])) == ["b: replaced"]
    (pledge,) = content(engine)["pledges"]
    assert pledge["amount"] == 90_000_000
    with engine.connect() as conn:
        assert [row["revision"] for row in things(conn, "sources")] == [1, 2]
        assert len(things(conn, "claims")) == 2
        (after,) = things(conn, "pledges")
    assert after["id"] != before["id"]
    old = article("a", "pledge | United States | 100m USD", published="2023-09-22", url=url)
    assert outcomes(take_in(engine, [old])) == ["a: unchanged"]


def test_a_day_given_later_is_taken_over_and_the_things_keep_their_ids(engine: Engine) -> None:
    undated = article("a", "pledge | United States | 100m USD\nOn Friday nobody came.")
    (report,) = take_in(engine, [undated])
    assert any("--published" in warning for warning in report.warnings)
    with engine.connect() as conn:
        (before,) = things(conn, "pledges")
    dated = replace(undated, published=date(2023, 9, 23))
    assert outcomes(take_in(engine, [dated])) == ["a: replaced"]
    assert outcomes(take_in(engine, [dated])) == ["a: unchanged"]
    assert outcomes(take_in(engine, [undated])) == ["a: unchanged"]
    (pledge,) = content(engine)["pledges"]
    assert pledge["first_seen"] == "2023-09-23"
    with engine.connect() as conn:
        (after,) = things(conn, "pledges")
    assert after["id"] == before["id"]


def test_one_bad_document_stops_nothing(engine: Engine) -> None:
    good = article("good", "pledge | United States | 100m USD")
    failure = DocumentFailure("broken.txt", "not a text")
    bad = article("bad", "raise | no rule foresaw this")
    reports = list(ingest([failure, bad, good], engine, OPTIONS))
    assert outcomes(reports) == [
        "broken.txt: failed: not a text",
        "bad: failed: RuntimeError: no rule foresaw this",
        "good: new",
    ]
    assert len(content(engine)["pledges"]) == 1


def test_numbers_beyond_what_is_stored_cost_their_claim_alone(engine: Engine) -> None:
    (report,) = take_in(
        engine,
        [
            article(
                "a",
                "pledge | United States | 99999999999999 USD\npledge | Canada | 1 CAD\n"
                "sends | Kenya | 3000000000",
                published="2024-01-01",
            )
        ],
    )
    assert report.warnings == ("a: 2 record(s) left out, whose numbers are beyond what is stored",)
    assert [each["donor"] for each in content(engine)["pledges"]] == ["Canada"]


def test_a_dry_run_tells_and_writes_nothing(engine: Engine) -> None:
    articles = list(story())
    take_in(engine, articles[:2])
    before = content(engine)
    reports = take_in(engine, articles[:3], dry_run=True)
    assert outcomes(reports) == ["01: unchanged", "02: unchanged", "03: new"]
    assert reports[-1].records[ClaimKind.PLEDGE] == 1
    assert content(engine) == before


def test_the_reader_says_which_mission_it_is(engine: Engine) -> None:
    take_in(
        engine,
        [
            article("a", "mission | -\npledge | Canada | 5m CAD"),
            article("b", "mission | ramsi\nsends | Kenya | 7"),
        ],
        mission="haiti-mission",
    )
    found = content(engine)
    assert {each["mission"] for each in [*found["pledges"], *found["deployments"]]} == {"haiti-mission"}


def test_a_mission_that_only_articles_know(engine: Engine) -> None:
    take_in(
        engine,
        [article("a", "mission | sudan-mission\nstep | authorized | 2025-01-02", published="2025-01-03")],
    )
    with engine.connect() as conn:
        mission = next(row for row in things(conn, "missions") if row["slug"] == "sudan-mission")
        kenya = next(row["id"] for row in things(conn, "actors") if row["name"] == "Kenya")
    assert (mission["name"], mission["origin"], mission["phase"]) == (
        "The sudan-mission",
        "text",
        "authorized",
    )
    assert mission["host_id"] == kenya


def test_offices_are_held_by_the_actor_that_the_names_mean(engine: Engine) -> None:
    take_in(
        engine,
        [
            article("a", "role | Henry | prime minister | Jamaica", published="2024-01-01"),
            article("b", "says | Ariel Henry | We did ask for help", published="2024-01-02"),
        ],
    )
    with engine.connect() as conn:
        actors = {row["id"]: row["name"] for row in things(conn, "actors")}
        roles = [row for row in things(conn, "actor_roles") if row["origin"] == "text"]
    assert [(actors[row["person_id"]], row["office"], actors[row["of_id"]]) for row in roles] == [
        ("Ariel Henry", "prime minister", "Jamaica")
    ]
    assert "Henry" not in actors.values()


@pytest.mark.parametrize("batch", [1, 3, 100])
def test_reports_come_in_the_order_of_the_documents(engine: Engine, batch: int) -> None:
    articles = list(story())
    take_in(engine, articles[::2])
    reports = take_in(engine, articles, batch=batch)
    assert [report.name for report in reports] == [document.name for document in articles]
