"""Ids that were merged away: where they lead, however often things merge and part again."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.ingest.articles import article, content, take_in, things
from tracker.documents.model import Document

URL = "https://news.example/link"


def said(name: str, line: str, day: str = "2024-03-01", url: str | None = None) -> Document:
    return article(name, line, published=day, **({} if url is None else {"url": url}))


DOLLARS = said("dollars", "pledge | Canada | 100m USD | 2024-01")
SHILLINGS = said("shillings", "pledge | Canada | 14.5bn KES | 2024-01")
EUROS = said("euros", "pledge | Canada | 92m EUR | 2024-01")
LINK = said("link", "pledge | Canada | 100m USD = 14.5bn KES | 2024-01", "2024-03-02", URL)
NO_LINK = said("no link", "pledge | Jamaica | 3m USD | 2024-01", "2024-03-03", URL)
FURTHER = said("further", "pledge | Canada | 14.5bn KES = 92m EUR | 2024-01", "2024-03-04")


def state(engine: Engine, *documents: Document) -> tuple[list[int], dict[int, int]]:
    """Take in the articles one by one; return the ids of pledges and the redirects."""
    for document in documents:
        take_in(engine, [document])
    content(engine)  # which verifies
    with engine.connect() as conn:
        found = conn.exec_driver_sql("SELECT from_id, to_id FROM redirects WHERE record = 'pledge'").all()
        return [row["id"] for row in things(conn, "pledges")], dict(found)


def test_a_merged_id_leads_to_what_it_went_into(engine: Engine) -> None:
    assert state(engine, DOLLARS, SHILLINGS) == ([1, 2], {})
    assert state(engine, LINK) == ([1], {2: 1})


def test_a_chain_leads_to_its_end(engine: Engine) -> None:
    """Euros come first and take in all that follows, in two steps."""
    assert state(engine, EUROS, DOLLARS, SHILLINGS, LINK)[1] == {3: 2}
    ids, redirects = state(engine, FURTHER)
    assert len(ids) == 1
    assert redirects == dict.fromkeys({1, 2, 3} - set(ids), ids[0])


def test_what_parts_again_has_a_new_id_and_the_old_one_leads_on(engine: Engine) -> None:
    state(engine, DOLLARS, SHILLINGS, LINK)
    ids, redirects = state(engine, NO_LINK)
    assert redirects == {2: 1}
    assert 1 in ids
    assert 2 not in ids
    assert len(ids) == 3


def test_no_redirect_where_the_claims_count_no_longer(engine: Engine) -> None:
    assert state(engine, LINK) == ([1], {})
    assert state(engine, NO_LINK) == ([2], {})


def test_a_redirect_goes_with_what_it_leads_to(engine: Engine) -> None:
    address = "https://news.example/first"
    first = said("first", "pledge | Canada | 100m USD | 2024-01", url=address)
    second = said("second", "pledge | Canada | 14.5bn KES | 2024-01", url=f"{address}/2")
    assert state(engine, first, second, LINK)[1] == {2: 1}
    gone = [
        said(f"gone {place}", f"pledge | Belize | {place}m USD", url=url)
        for place, url in enumerate((address, f"{address}/2", URL), 3)
    ]
    ids, redirects = state(engine, *gone)
    assert (len(ids), redirects) == (3, {})


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)], ids=str)
def test_ids_are_no_content(engine: Engine, sqlite_twin: Engine, order: tuple[int, ...]) -> None:
    documents = [DOLLARS, SHILLINGS, EUROS, LINK]
    for place in order:
        take_in(engine, [documents[place]])
    take_in(sqlite_twin, documents)
    assert content(engine) == content(sqlite_twin)


def test_strengths_lead_to_strengths_and_contingents_to_contingents(engine: Engine) -> None:
    """A count without a day is told before the day is, of two that then turn out to be one."""
    take_in(
        engine, [said("a", "sends | Kenya | 400 | 2024-06-25"), said("b", "sends | Kenya | 400 | 2024-06")]
    )
    with engine.connect() as conn:
        kinds = {row["id"]: row["basis"] for row in things(conn, "deployments")}
        redirects = conn.exec_driver_sql("SELECT from_id, to_id FROM redirects").all()
    assert sorted(kinds.values()) == ["contingent", "level"]
    assert redirects == []
