"""Level 4: money and things given. Each sum is judged by the words that govern it.

gifts       the values: a governor, a draft; the grammar of giving
costs       sums that are no gift
gift_nouns  sums that a noun governs
sums        sums that a verb governs; sum_clauses reads its clause
agentless   who gives where the verb stands in the passive
sources     sums whose giver is their source
parts       sums that lean on another one: parts, running totals
makeup      what a sum told before is made up of
enumerations  sums in brackets behind names
list_items  sums and things that a list or table names; list_frames and list_figures read the lines above it
recipients  who gets it
announced   when the giver said so
in_kind     goods, training and services among the words of a sentence
unpriced    the records of what is given without a sum
afterwards  what the next sentences add
giving      all of them → the records
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tracker.claims import FieldSpan, PledgeClaim
from tracker.extract.actors import Reference
from tracker.extract.afterwards import go_on
from tracker.extract.announced import Announcements
from tracker.extract.costs import is_cost
from tracker.extract.discourse import Discourse
from tracker.extract.enumerations import Enumerations
from tracker.extract.evidence import standing
from tracker.extract.gift_fields import actor_spans, amounts, announcement_span
from tracker.extract.gift_nouns import GiftNouns
from tracker.extract.gifts import (
    Draft,
    Governor,
    Memory,
    purpose_fields,
    purposes_in,
)
from tracker.extract.in_kind import kind_worth
from tracker.extract.list_items import ListItems
from tracker.extract.makeup import made_of
from tracker.extract.money import MoneyMention
from tracker.extract.parts import Parts
from tracker.extract.reading import Parsed, Reading
from tracker.extract.recipients import indirect, receiver, recipient_behind
from tracker.extract.sources import Sources
from tracker.extract.sums import Sums
from tracker.extract.unpriced import Unpriced
from tracker.vocab import (
    PledgeStatus,
    Qualifier,
)

__all__ = ["Draft", "GivingReader", "purposes_in"]

_GIVEN = (PledgeStatus.COMMITTED, PledgeStatus.DELIVERED)
_LEAST = 1000  # a smaller sum is a price or a wage
# By these rules the sum is the giver's own figure, a bare "$" the giver's own dollar.
_OWN_FIGURE = (
    *("verb-", "list-", "table-", "part", "elliptic", "running", "relative", "noun-"),
    *("passive-", "further-", "source-"),
)
_EACH = frozenset({"each", "apiece"})


class GivingReader:
    """Reads the pledges of one article."""

    def __init__(self, reading: Reading, discourse: Discourse, host: str | None = None) -> None:
        self.reading = reading
        self._host = host
        self.discourse = discourse
        self.kinds = reading.gaz.kinds
        self._memory = Memory()
        self._nouns = GiftNouns(discourse, self._memory)
        self._sums = Sums(discourse, self._memory)
        self._sources = Sources(discourse, self._memory)
        self._parts = Parts(discourse, self._memory)
        self._enumerations = Enumerations(discourse, self._memory)
        self._lists = ListItems(discourse, self._memory)
        self._dates = Announcements(reading)
        self._unpriced = Unpriced(discourse, self._lists, self._dates)

    def read(self) -> list[Draft]:
        """Return the drafts of pledges in reading order."""
        drafts: list[Draft] = []
        for parsed in self.reading.parsed:
            if parsed.sentence.table and not self._lists.holds(parsed):
                continue
            if drafts:
                go_on(parsed, drafts[-1])
            drafts += self._sentence(parsed)
        return drafts

    def _sentence(self, parsed: Parsed) -> list[Draft]:
        drafts: list[Draft] = []
        self._memory.sentence = drafts
        for first, last, mention in self._lists.sums(parsed):
            if mention.money.amount < _LEAST or parsed.is_disowned(first) or is_cost(parsed, first, last):
                continue
            governor = self._governor(parsed, first, last)
            if governor is not None and _has_giver(governor):
                governor = self._distributed(parsed, first, self._at_home(governor))
                draft = self._draft(parsed, first, last, mention, governor)
                drafts += [draft, *self._each(parsed, first, last, draft)]
                if governor.rule in ("list-giver", "table-row"):
                    self._memory.donor = None  # of many givers none is the one meant later
                else:
                    self._memory.donor = draft.donor or self._memory.donor
                self._memory.draft = draft
        priced = {(_donor_name(d), d.claim.kind) for d in drafts}
        in_kind = self._unpriced.in_kind(parsed, [d.at for d in drafts])
        for whole in [d for d in drafts if d.claim.total and d.claim.donor is None]:
            drafts += self._unpriced.backers(parsed, whole)
        drafts += [d for d in in_kind if (_donor_name(d), d.claim.kind) not in priced]
        return drafts or list(self._unpriced.money(parsed))

    def _at_home(self, governor: Governor) -> Governor:
        """Take "the government" for that of the state the article is about, not of the mission's host."""
        donor = governor.donor
        if donor is None or donor.why is not Reference.GOVERNMENT or donor.state != self._host:
            return governor
        home = next((state for state in self.reading.states() if state != self._host), None)
        return (
            replace(governor, donor=replace(donor, name=home, state=home)) if home is not None else governor
        )

    def _distributed(self, parsed: Parsed, first: int, governor: Governor) -> Governor:
        """Give each subject its own sum: "Japan and South Korea pledged ¥500 million and $5 million"."""
        clause = governor.clause
        if clause is None or not governor.rule.startswith("verb-"):
            return governor
        sums = [(f, last) for f, last, _m in parsed.money if clause.verb.last <= f < clause.end]
        joined = all(parsed.norms(a[1], b[0]) in (["and"], [","], [",", "and"]) for a, b in pairwise(sums))
        if len(sums) < 2 or not joined:
            return governor
        givers = [a for a in self.discourse.actors(parsed, *clause.subject) if a.state]
        at = next((i for i, (f, _last) in enumerate(sums) if f == first), None)
        if at is None or len(givers) != len(sums):
            return governor
        return replace(governor, donor=givers[at])

    def _each(self, parsed: Parsed, first: int, last: int, draft: Draft) -> Iterator[Draft]:
        """Yield the same for the other subjects of "the UAE and Qatar promised $1 billion each"."""
        clause, donor = draft.clause, draft.claim.donor
        if clause is None or donor is None or clause.subject[0] >= clause.subject[1]:
            return
        if not _EACH & {*parsed.norms(clause.subject[0], first), *parsed.norms(last, last + 1)}:
            return
        for actor in self.discourse.actors(parsed, *clause.subject):
            other = actor.giver(self.kinds)
            if other is not None and other.name != donor.name:
                fields = [f for f in draft.claim.fields if f.field != "donor"]
                claim = replace(draft.claim, donor=other, fields=(*fields, FieldSpan("donor", other.span)))
                yield replace(draft, claim=claim, donor=actor)

    def _governor(self, parsed: Parsed, first: int, last: int) -> Governor | None:
        """Return what governs a sum; the more particular pattern goes before the more general one."""
        return (
            self._lists.governor(parsed, first)
            or self._enumerations.bracketed(parsed, first)
            or self._parts.brought_to(parsed, first)
            or self._parts.owned(parsed, first)
            or self._nouns.nominal(parsed, first, last)
            or self._parts.part(parsed, first)
            or self._parts.carried(parsed, first, last)
            or self._sums.relative(parsed, first, last)
            or self._parts.of_it(parsed, first, last)
            or made_of(self._memory, parsed, first, last)
            or self._nouns.in_aid(parsed, first, last)
            or self._nouns.in_fund(parsed, first, last)
            or self._sums.verbal(parsed, first, last)
            or self._parts.standing(parsed, first)
            or self._sources.sourced(parsed, first, last)
            or self._sources.taken_home(parsed, first)
            or self._sources.next_giver(parsed, first)
            or self._sources.fronted(parsed, first)
            or self._nouns.share(parsed, first)
            or self._nouns.backer(parsed, first)
            or self._nouns.compound(parsed, first, last)
            or self._parts.behind_colon(parsed, first, last)
            or self._parts.shared(parsed, first, last)
        )

    # -- the record ---------------------------------------------------------------------------------------

    def _draft(
        self, parsed: Parsed, first: int, last: int, mention: MoneyMention, governor: Governor
    ) -> Draft:
        donor = governor.donor.giver(self.kinds) if governor.donor is not None else None
        own = donor is not None and governor.rule.startswith(_OWN_FIGURE)
        currency = self.reading.gaz.currencies.get(donor.name) if donor is not None and own else None
        amount, *equivalents = amounts(mention, currency if donor is not None else "USD")
        kind, kind_words = kind_worth(parsed, first, last)
        end = _reach(parsed, last, governor)
        start = 0 if governor.rule == "list-part" and governor.recipient is None else last
        purposes = {p: at for p, at in purposes_in(parsed, start, end).items() if p.value != kind.value}
        recipient = (
            governor.recipient
            or indirect(parsed, first, governor)
            or receiver(parsed, governor)
            or recipient_behind(parsed, last, end, donor)
            or governor.aim
        )
        total = (
            governor.total
            or governor.collective
            or _is_total(parsed, first)
            or _is_running_total(parsed, mention, governor)
        )
        if governor.when is not None:
            announcement = self._dates.listed(parsed, governor.when, governor.status)
        else:
            announcement = self._dates.when(parsed, governor.clause, governor.status, first)
        further = mention.further and not total
        claim = PledgeClaim(
            span=parsed.sentence.span,
            rule=f"pledge-{governor.rule}",
            confidence=governor.confidence,
            mission=None,
            fields=(
                FieldSpan("amount", amount[1]),
                *actor_spans(donor, recipient),
                *(FieldSpan("equivalents", where) for _sum, where in equivalents),
                *standing("status", governor.status_places(parsed, first)),
                *standing("kind", kind_words),
                *purpose_fields(parsed, purposes),
                *announcement_span(announcement),
                *standing("additional", [mention.span] if further else ()),
            ),
            donor=donor,
            kind=kind,
            amount=amount[0],
            equivalents=tuple(sum_ for sum_, _where in equivalents),
            purposes=tuple(purposes),
            status=governor.status,
            recipient=recipient,
            announced_on=announcement.date,
            total=total,
            additional=further,
        )
        return Draft(claim, parsed, first, governor.donor, governor.clause, governor.part)


def _donor_name(draft: Draft) -> str | None:
    return draft.claim.donor.name if draft.claim.donor is not None else None


def _has_giver(governor: Governor) -> bool:
    """Tell whether it is known who gives: a state, an organization, or many together."""
    return (
        governor.collective
        or governor.total
        or (governor.donor is not None and governor.donor.state is not None)
    )


def _reach(parsed: Parsed, last: int, governor: Governor) -> int:
    """Return the token up to which the words behind a sum say what it is for."""
    clause_end = (
        governor.clause.end if governor.clause is not None and not governor.part else len(parsed.tokens)
    )
    following = next((first for first, _last, _m in parsed.money if first >= last), len(parsed.tokens))
    return max(last, following if governor.part else clause_end)


def _is_running_total(parsed: Parsed, mention: MoneyMention, governor: Governor) -> bool:
    """Tell whether a sum is all that was given by now: "has spent more than $300 million", "since 2007"."""
    clause = governor.clause
    if clause is None or not clause.verb.perfect or governor.status not in _GIVEN:
        return False
    since = any(m.preposition == "since" for f, _l, m in parsed.dates if clause.verb.first <= f < clause.end)
    return mention.qualifier is Qualifier.AT_LEAST or since


def _is_total(parsed: Parsed, first: int) -> bool:
    """Tell whether the words around a sum make it a sum of others: "a total of", "so far", "in all"."""
    before, after = parsed.norms(first - 7, first), parsed.norms(first, first + 8)
    if {"total", "totalling", "totaling", "altogether"} & set(before) or {"so", "far"} <= set(before):
        return True
    pairs = {*pairwise(before), *pairwise(after), *pairwise(parsed.norms(0, 2))}
    return ("in", "all") in pairs or ("all", "told") in pairs
