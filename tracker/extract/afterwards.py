"""Level 4: what the next sentences add to a sum: what it is for, and when it was announced."""

from __future__ import annotations

from dataclasses import replace

from tracker.claims import FieldSpan
from tracker.extract.clauses import Clause
from tracker.extract.gifts import NOUNS, VERBS, Draft, purpose_fields, purposes_in
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form
from tracker.vocab import DatePrecision, PledgeStatus, Purpose


def go_on(parsed: Parsed, draft: Draft) -> None:
    """Add what the next sentences say of a sum: what it is for, and when it was announced."""
    if parsed.money or parsed.sentence.paragraph - draft.parsed.sentence.paragraph > 2:
        return
    if _explains_item(parsed, draft):
        more = purposes_in(parsed, 0, len(parsed.tokens))
        _add_purposes(draft, tuple(more), purpose_fields(parsed, more))
    for clause in parsed.clauses:
        if _tells_of_the_sum(parsed, clause):
            last = clause is parsed.clauses[-1]
            more = purposes_in(parsed, clause.verb.last, len(parsed.tokens) if last else clause.end)
            if more:
                _add_purposes(draft, tuple(more), purpose_fields(parsed, more))
    if draft.claim.announced_on is None and draft.claim.status is not PledgeStatus.DELIVERED:
        _add_announcement(draft, parsed)


def _explains_item(parsed: Parsed, draft: Draft) -> bool:
    """Tell whether a sentence goes on with an item of a list: "UNDP: 7.2 billion yen. Removal of mines."."""
    same = parsed.sentence.paragraph == draft.parsed.sentence.paragraph
    plain = not any(c.verb.form is Form.FINITE for c in parsed.clauses)
    return same and plain and draft.claim.rule.startswith(("pledge-list", "pledge-table"))


def _tells_of_the_sum(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether a clause takes up the sum: "The money will cover fuel and spare parts"."""
    subject = parsed.norms(*clause.subject)[-2:]
    return (
        bool(set(subject) & NOUNS["sums"])
        and clause.verb.base in VERBS["spent_on"]
        and not clause.verb.negated
    )


def _add_purposes(draft: Draft, more: tuple[Purpose, ...], where: tuple[FieldSpan, ...]) -> None:
    purposes = tuple(dict.fromkeys((*draft.claim.purposes, *more)))
    draft.claim = replace(draft.claim, purposes=purposes, fields=(*draft.claim.fields, *where))


def _add_announcement(draft: Draft, parsed: Parsed) -> None:
    """Date the pledge by "The announcement was made on 4 May"."""
    if not {"announcement", "announced"} & set(parsed.folded):
        return
    for first, last, mention in parsed.dates:
        value = mention.resolve() if mention.preposition == "on" else None
        if value is not None and value.precision is DatePrecision.DAY:
            fields = (*draft.claim.fields, FieldSpan("announced_on", parsed.span(first, last)))
            draft.claim = replace(draft.claim, announced_on=value, fields=fields)
            return
