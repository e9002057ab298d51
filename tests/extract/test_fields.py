"""Every field of every record stands somewhere: its spans hold the words that it was read from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given

from tests.extract.test_properties import mutated
from tests.extract.test_properties import read as read_text
from tracker.claims import Claim, DeploymentClaim, Extraction, FieldSpan, MilestoneClaim, PledgeClaim, Span
from tracker.documents import read_document
from tracker.export.records import field_spans, payload
from tracker.extract import extract
from tracker.extract.contingents import ALL_PEOPLE, unit_of
from tracker.extract.counts import find_counts
from tracker.extract.dates import find_dates
from tracker.extract.gifts import PURPOSES
from tracker.extract.goods import IN_KIND
from tracker.extract.money import find_money
from tracker.extract.numbers import find_numbers
from tracker.knowledge import Knowledge
from tracker.vocab import ClaimKind, Money, PledgeKind, Qualifier, Unit

CORPUS = Path(__file__).parents[1] / "corpus"
GOLDS = sorted(gold for part in ("shared", "dev") for gold in (CORPUS / part).glob("*.gold.json"))

# What no characters of its own say, by kind of record. docs/extraction.md tells what each comes from.
DERIVED = {
    ClaimKind.PLEDGE: {"currency", "total"},
    ClaimKind.DEPLOYMENT: {"basis", "total"},
    ClaimKind.STATEMENT: {"direct", "starts"},
    ClaimKind.MILESTONE: set(),
    ClaimKind.PHASE: {"awaits"},  # each has a span of its own
}
UNSAID = (Qualifier.EXACT.value, Unit.UNKNOWN.value)  # what the lack of any word says


def read(gold: Path, knowledge: Knowledge) -> tuple[str, date, Extraction]:
    """Return the text of an annotated article, its date, and what is extracted from it."""
    about = json.loads(gold.read_text("utf-8"))
    published = date.fromisoformat(about["published"])
    document = replace(read_document(gold.parent / about["article"]), published=published)
    return document.body, published, extract(document, knowledge)


def said(claim: Claim) -> Iterator[str]:
    """Yield the fields that say something, without the derived ones."""
    kind = next(kind for kind in ClaimKind if type(claim).__name__ == f"{kind.value.title()}Claim")
    for field, value in payload(claim).items():
        if field in DERIVED[kind] or value in (None, [], False, *UNSAID):
            continue
        if field == "kind" and value == PledgeKind.MONEY and isinstance(claim, PledgeClaim) and claim.amount:
            continue  # the sum itself says so
        yield field


def complete(claim: Claim, text: str) -> list[FieldSpan]:
    """Return the spans of all fields; each field that says something has one, and no other has."""
    fields = field_spans(claim)
    for field in fields:
        assert 0 <= field.span.start < field.span.end <= len(text), (claim.rule, field)
        assert field.span.text(text).strip(), (claim.rule, field)
    standing = {field.field for field in fields}
    lacking = set(said(claim)) - standing
    assert not lacking, (claim.rule, claim.span.text(text), lacking)
    stray = standing - {name for name, value in payload(claim).items() if value not in (None, [], False)}
    assert not stray, (claim.rule, claim.span.text(text), stray)
    return fields


@pytest.mark.parametrize("gold", GOLDS, ids=lambda gold: gold.name.removesuffix(".gold.json"))
def test_every_field_has_a_span_that_holds_what_it_was_read_from(gold: Path, knowledge: Knowledge) -> None:
    text, published, found = read(gold, knowledge)
    for _kind, claim in found.claims():
        _agrees(claim, complete(claim, text), text, published)


@given(mutated())
def test_every_field_has_a_span_whatever_the_text(text: str) -> None:
    for _kind, claim in read_text(text).claims():
        complete(claim, text)


def _agrees(claim: Claim, fields: list[FieldSpan], text: str, published: date) -> None:
    """Read the characters of each field again and compare."""
    if isinstance(claim, PledgeClaim):
        _is_sum(claim, _spans(fields, "amount"), text)
        assert [_amount(s, text) for s in _spans(fields, "equivalents")] == _amounts(claim.equivalents)
        assert {PURPOSES[_word(s, text)] for s in _spans(fields, "purposes")} == set(claim.purposes)
        if claim.amount is not None:
            assert {IN_KIND[_word(s, text)] for s in _spans(fields, "kind")} <= {claim.kind}
        _dated(_spans(fields, "announced_on"), text, published)
    if isinstance(claim, DeploymentClaim):
        assert all(_count(s, text) == (claim.count, claim.count_max) for s in _spans(fields, "count"))
        assert _spans(fields, "count_max") == ([] if claim.count_max is None else _spans(fields, "count"))
        words = {_word(s, text) for s in _spans(fields, "unit")}
        assert not words <= ALL_PEOPLE or unit_of(words) is claim.unit
        _dated(_spans(fields, "date"), text, published)
    if isinstance(claim, MilestoneClaim):
        _dated([*_spans(fields, "date"), *_spans(fields, "until")], text, published)


def _spans(fields: list[FieldSpan], name: str) -> list[Span]:
    return [field.span for field in fields if field.field == name]


def _word(span: Span, text: str) -> str:
    return span.text(text).lower()


def _amount(span: Span, text: str) -> Decimal:
    printed = span.text(text)
    (mention,) = find_money(printed) or find_money(f"${printed}")  # the currency of the sum before goes on
    return mention.money.amount


def _is_sum(claim: PledgeClaim, spans: list[Span], text: str) -> None:
    """Compare the sum as printed; in a list of figures it may be kept in thousands, millions or billions."""
    if claim.amount is None:
        assert spans == []
        return
    (span,) = spans
    printed = find_numbers(span.text(text))[0].value
    scales = (1, 10**3, 10**6, 10**9) if claim.rule.startswith(("pledge-table", "pledge-list")) else (1,)
    assert claim.amount.amount in [printed * scale for scale in scales]


def _amounts(sums: tuple[Money, ...]) -> list[Decimal]:
    return [each.amount for each in sums]


def _count(span: Span, text: str) -> tuple[int, int | None]:
    range_opens = "between " if " and " in span.text(text) else ""
    (mention,) = find_counts(f"{range_opens}{span.text(text)} people")
    return mention.value, mention.value_max


def _dated(spans: list[Span], text: str, published: date) -> None:
    known = {mention.span for mention in find_dates(text, published)}
    for span in spans:
        clock = span.text(text)[:1].isdigit() and len(span.text(text)) <= 8
        assert clock or any(span.start <= m.start and m.end <= span.end for m in known), span.text(text)
