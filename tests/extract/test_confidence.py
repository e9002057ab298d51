"""Confidence: the measured share of a record's family."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle, article
from tracker.extract import trace
from tracker.extract.confidence import family
from tracker.extract.lexicon import load
from tracker.knowledge import Knowledge
from tracker.vocab import ClaimKind

TEXT = (
    "The Kenya-led mission in Haiti began work on 25 June 2024. Kenya sent 400 police to Haiti. Canada "
    "gave $5 million to the mission. The fund has received $8 million. “We will stay until peace is made,” "
    "William Ruto said."
)


@pytest.mark.parametrize(
    ("rule", "named", "expected"),
    [
        ("pledge-verb-give", True, "pledge-verb"),
        ("pledge-verb-give", False, "pledge-unnamed"),
        ("deployment-send-send", True, "deployment-send"),
        ("according-to", True, "according-to"),
        ("quotation-bare", False, "quotation-unnamed"),
    ],
)
def test_a_family_is_a_pattern_without_its_word(rule: str, named: bool, expected: str) -> None:
    assert family(rule, named=named) == expected


def test_every_share_is_one() -> None:
    table = load("confidence")
    assert set(table) == {kind.value for kind in ClaimKind}
    assert all(0 < share < 1 for shares in table.values() for share in shares.values())


def test_records_have_the_share_of_their_family(read_article: ReadArticle) -> None:
    table = load("confidence")
    found = read_article(TEXT)
    verb = next(p for p in found.pledges if p.rule == "pledge-verb-give")
    assert verb.confidence == table["pledge"]["pledge-verb"]
    whole = next(p for p in found.pledges if p.donor is None)
    assert whole.confidence == table["pledge"]["pledge-unnamed"]
    assert found.statements[0].confidence == table["statement"]["quotation-attributed"]


def test_what_told_a_record_is_as_sure_as_the_record(knowledge: Knowledge) -> None:
    traced = trace(article(TEXT), knowledge)
    told = {(t.claim.rule, t.claim.confidence) for t in traced.told if t.record is not None}
    assert {(claim.rule, claim.confidence) for _kind, claim in traced.extraction.claims()} - told <= {
        (claim.rule, claim.confidence)
        for kind, claim in traced.extraction.claims()
        if kind is ClaimKind.PHASE
    }
