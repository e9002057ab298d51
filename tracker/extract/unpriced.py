"""Level 4: the records of what is given without a sum: in kind, or money of which no figure is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.claims import FieldSpan, Mention, PledgeClaim
from tracker.extract.announced import Announcements
from tracker.extract.backers import backers
from tracker.extract.clauses import Clause
from tracker.extract.discourse import Actor, Discourse
from tracker.extract.evidence import Places, standing
from tracker.extract.gift_fields import actor_spans, announcement_span
from tracker.extract.gifts import Draft, giving_words, purpose_fields, status_of, status_of_draft
from tracker.extract.goods import CARRYING, goods_in
from tracker.extract.in_kind import gifts_in_kind, money_without_sum, purposes_of
from tracker.extract.list_items import ListItems
from tracker.extract.modality import sense
from tracker.extract.reading import Parsed
from tracker.extract.recipients import recipient_behind
from tracker.extract.timing import When
from tracker.vocab import PledgeKind, PledgeStatus

_UNDATED = When()


class Unpriced:
    """Reads the gifts of one article that have no sum."""

    def __init__(self, discourse: Discourse, lists: ListItems, dates: Announcements) -> None:
        self.discourse = discourse
        self._lists = lists
        self._dates = dates

    def in_kind(self, parsed: Parsed, sums: list[int]) -> list[Draft]:
        """Return the drafts of goods, training and services that a sentence or an item of a list gives.

        ``sums`` are the tokens of the sums that are pledges already.
        """
        return list(self._listed(parsed)) or list(self._governed(parsed, sums))

    def _governed(self, parsed: Parsed, sums: list[int]) -> Iterator[Draft]:
        for clause, actor, goods in gifts_in_kind(self.discourse, parsed, sums):
            donor = actor.giver(self.discourse.kinds)
            status, said = _status(parsed, clause)
            carried = clause.verb.base in CARRYING  # "to Haiti" is where to
            recipient = None if carried else recipient_behind(parsed, clause.verb.last, clause.end, donor)
            when = self._dates.when(parsed, clause, status)
            gift = _Gift(parsed, clause.verb.last, actor, status, said, recipient, when)
            yield from self._drafts(gift, goods, f"in-kind-{clause.verb.base}", 0.7)

    def _listed(self, parsed: Parsed) -> Iterator[Draft]:
        governor, first = self._lists.in_kind(parsed) or (None, 0)
        if governor is None or governor.donor is None:
            return
        goods = goods_in(parsed, first, len(parsed.tokens))
        donor = governor.donor.giver(self.discourse.kinds)
        behind = recipient_behind(parsed, first, len(parsed.tokens), donor)
        recipient = governor.recipient or behind or governor.aim
        when = self._dates.listed(parsed, governor.when or When(), governor.status)
        gift = _Gift(parsed, first, governor.donor, governor.status, governor.said, recipient, when)
        yield from self._drafts(gift, goods, "in-kind-listed", governor.confidence)

    def _drafts(
        self, gift: _Gift, goods: dict[int, PledgeKind], rule: str, confidence: float
    ) -> Iterator[Draft]:
        """Yield a draft for each kind of the ``goods`` given."""
        parsed = gift.parsed
        for kind in dict.fromkeys(goods.values()):
            purposes = purposes_of(parsed, goods, kind)
            fields = (
                *standing(
                    "kind", (parsed.span(i, i + 1) for i, its_kind in goods.items() if its_kind is kind)
                ),
                *purpose_fields(parsed, purposes),
            )
            claim = self._claim(gift, kind, f"pledge-{rule}", confidence, fields)
            yield Draft(replace(claim, purposes=tuple(purposes)), parsed, gift.at, gift.actor)

    def money(self, parsed: Parsed) -> Iterator[Draft]:
        """Yield the drafts of money promised without a sum."""
        for clause, actor in money_without_sum(self.discourse, parsed):
            status, said = _status(parsed, clause)
            gift = _Gift(parsed, clause.verb.last, actor, status, said)
            word = FieldSpan("kind", parsed.span(clause.verb.last, clause.verb.last + 1))
            claim = self._claim(gift, PledgeKind.MONEY, "pledge-money-no-sum", 0.7, (word,))
            yield Draft(claim, parsed, gift.at, actor)

    def backers(self, parsed: Parsed, whole: Draft) -> Iterator[Draft]:
        """Yield the drafts of givers named within the sum of many: "most of it from Canada"."""
        for actor, word in backers(self.discourse, parsed, whole.at):
            gift = _Gift(parsed, word, actor, whole.claim.status, status_of_draft(whole))
            field = FieldSpan("kind", parsed.span(word, word + 1))
            claim = self._claim(gift, PledgeKind.MONEY, "pledge-backer", 0.65, (field,))
            yield Draft(claim, parsed, word, actor)

    def _claim(
        self, gift: _Gift, kind: PledgeKind, rule: str, confidence: float, fields: Sequence[FieldSpan]
    ) -> PledgeClaim:
        donor = gift.actor.giver(self.discourse.kinds)
        return PledgeClaim(
            span=gift.parsed.sentence.span,
            rule=rule,
            confidence=confidence,
            mission=None,
            fields=(
                *actor_spans(donor, gift.recipient),
                *standing("status", gift.said),
                *fields,
                *announcement_span(gift.when),
            ),
            donor=donor,
            kind=kind,
            amount=None,
            status=gift.status,
            recipient=gift.recipient,
            announced_on=gift.when.date,
        )


@dataclass(frozen=True, slots=True)
class _Gift:
    """A gift without a sum: its giver and status, and where in the sentence what is given begins."""

    parsed: Parsed
    at: int
    actor: Actor
    status: PledgeStatus
    said: Places
    recipient: Mention | None = None
    when: When = _UNDATED


def _status(parsed: Parsed, clause: Clause) -> tuple[PledgeStatus, Places]:
    status = status_of(parsed, clause, sense(parsed, parsed.clauses, clause.index))
    return status, giving_words(parsed, clause, clause.end)
