"""Level 4: what governs a sum by itself: the verb or noun that says who gives it, and how far it is."""

from __future__ import annotations

from dataclasses import replace

from tracker.extract.clauses import Clause
from tracker.extract.discourse import Actor, Discourse
from tracker.extract.gifts import (
    GIVE_ALL,
    GIVERS,
    GIVERS_AND_BODIES,
    NOUNS,
    VERBS,
    Governor,
    Memory,
    actor_at,
    actor_behind,
    governing_clause,
    status_of,
    subject_of,
)
from tracker.extract.modality import Sense, sense
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, AliasKind, PledgeStatus

_NOUN_STATUS = {
    noun: status
    for status in (PledgeStatus.OFFERED, PledgeStatus.COMMITTED, PledgeStatus.DELIVERED)
    for noun in NOUNS[status.value]
}
_RELATIVES = (["that"], ["which"], [",", "which"], [")", "that"], [")", ",", "which"])
_UNREAL = (Sense.NEGATED, Sense.IRREALIS)
_EARLIER = frozenset(["first", "second", "earlier", "initial", "rest", "remaining", "previous"])
_FROM = (["from"], ["by"], ["from", "the"], ["by", "the"])


class Sums:
    """Reads what governs the sums of one article."""

    def __init__(self, discourse: Discourse, memory: Memory) -> None:
        self.discourse = discourse
        self.memory = memory

    # -- nouns --------------------------------------------------------------------------------------------

    def nominal(self, parsed: Parsed, first: int, last: int) -> Governor | None:
        """Read "a pledge of $5m from Japan", "a US payment of $13.3 million"."""
        at = _noun_before(parsed, first)
        if at is None:
            return None
        noun = parsed.tokens[at].norm
        status = _NOUN_STATUS[noun]
        key = status.value
        clause = governing_clause(parsed, at)
        if clause is not None and clause.verb.negated:
            return None
        donor = self._noun_donor(parsed, at, last)
        if donor is None and clause is not None and clause.verb.base in GIVE_ALL | {"make"}:
            donor = subject_of(self.discourse, parsed, clause)
            if clause.verb.base in VERBS["committed"]:
                status = PledgeStatus.COMMITTED
        if clause is not None and clause.verb.base in VERBS["withdrawn"] and clause.verb.last <= at:
            status = PledgeStatus.WITHDRAWN
        return Governor(status, donor, f"noun-{key}", 0.8) if donor is not None else None

    def _noun_donor(self, parsed: Parsed, at: int, last: int) -> Actor | None:
        """Return the giver that a noun names: before it, or behind it or the sum after "from" or "by"."""
        for name in parsed.names:
            near = name.last in (at, at - 1, at - 2) and name.kind in GIVERS_AND_BODIES
            if near and set(parsed.norms(name.last, at)) <= NOUNS["modifiers"]:
                return actor_at(self.discourse, parsed, name.begin, name.last)
        for name in parsed.names:
            of_noun = at < name.first < last and parsed.norms(at + 1, name.begin) in _FROM
            if of_noun or _stands_behind(parsed, name.first, name.begin, last):
                return actor_at(self.discourse, parsed, name.begin, name.last)
        return None

    def in_aid(self, parsed: Parsed, first: int, last: int) -> Governor | None:
        """Read "$40.7 million in American assistance to the mission"."""
        if parsed.norms(last, last + 1) != ["in"]:
            return None
        name = next((n for n in parsed.names if n.first == last + 1 and n.kind in GIVERS), None)
        if name is None or not set(parsed.norms(name.last, name.last + 3)) & NOUNS["neutral"]:
            return None
        clause = governing_clause(parsed, first)
        status = PledgeStatus.COMMITTED
        if clause is not None:
            if sense(parsed, parsed.clauses, clause.index) in _UNREAL:
                return None
            if clause.verb.base in VERBS["withdrawn"]:
                status = PledgeStatus.WITHDRAWN
        donor = actor_at(self.discourse, parsed, name.begin, name.last)
        donor = replace(donor, head=None) if donor is not None else None
        return Governor(status, donor, "sum-in-aid", 0.7, clause)

    @staticmethod
    def in_fund(parsed: Parsed, first: int, last: int) -> Governor | None:
        """Read what lies in a fund: "there is $10.8 million in the trust fund"."""
        after = parsed.norms(last, last + 5)
        clause = governing_clause(parsed, first)
        if after[:1] != ["in"] or "fund" not in after or clause is None:
            return None
        if clause.verb.base not in ("be", "have") or clause.verb.negated:
            return None
        return Governor(PledgeStatus.DELIVERED, None, "in-the-fund", 0.7, clause, collective=True)

    # -- verbs --------------------------------------------------------------------------------------------

    def verbal(self, parsed: Parsed, first: int, last: int) -> Governor | None:
        """Read a sum as the object, or the passive subject, of a verb of giving."""
        for clause in parsed.clauses:
            if clause.subject[0] <= first < clause.subject[1] and clause.verb.first >= last - 1:
                found = self._as_subject(parsed, clause)
                if found is not None:
                    return found
        for clause in reversed(parsed.clauses):
            if not clause.verb.last <= first < max(clause.end, clause.verb.last + 1):
                continue
            found = self._as_object(parsed, clause)
            if found is not None:
                return found
            if clause.verb.form is Form.FINITE and clause.verb.base not in ("be", "have", "say", "mean"):
                return None
        return None

    def relative(self, parsed: Parsed, last: int) -> Governor | None:
        """Read a sum that a relative clause gives: "$160 million, which Blinken announced on Monday"."""
        for clause in parsed.clauses:
            start, end = clause.subject
            if not last <= start < end or clause.verb.base not in GIVE_ALL or clause.verb.passive:
                continue
            if parsed.norms(last, start) not in _RELATIVES:
                continue
            meaning = sense(parsed, parsed.clauses, clause.index)
            donor = subject_of(self.discourse, parsed, clause)
            if donor is not None and donor.state is not None and meaning not in _UNREAL:
                return Governor(status_of(parsed, clause, meaning), donor, "relative-object", 0.8, clause)
        return None

    def _as_object(self, parsed: Parsed, clause: Clause) -> Governor | None:
        verb = clause.verb
        agent = actor_behind(self.discourse, parsed, clause, "by") if verb.passive or _loose(clause) else None
        if verb.base not in GIVE_ALL or (_loose(clause) and agent is None):
            return None
        meaning = sense(parsed, parsed.clauses, clause.index)
        if meaning in _UNREAL and not _asked_of_parliament(parsed, clause):
            return None
        status = status_of(parsed, clause, meaning)
        if verb.base in VERBS["receiving"] or verb.passive:
            received = verb.base in VERBS["receiving"]
            donor = actor_behind(self.discourse, parsed, clause, "from") if received else agent
            if donor is None and not self._is_fund(parsed, clause):
                return None
            rule = "received" if received else "passive-object"
            return Governor(status, donor, rule, 0.75, clause, collective=donor is None)
        if _given_together(parsed, clause):
            return Governor(status, None, "givers-together", 0.75, clause, collective=True)
        donor = subject_of(self.discourse, parsed, clause)
        if donor is None or (donor.kind is ActorKind.BODY and donor.state is None):
            return None
        if donor.back and status is PledgeStatus.WITHDRAWN:
            return None
        return Governor(status, donor, f"verb-{verb.base}", 0.9, clause)

    def _as_subject(self, parsed: Parsed, clause: Clause) -> Governor | None:
        meaning = sense(parsed, parsed.clauses, clause.index)
        if meaning in _UNREAL:
            return None
        if clause.verb.passive and clause.verb.base in GIVE_ALL:
            return self._passive(parsed, clause, status_of(parsed, clause, meaning))
        for_something = clause.verb.base == "be" and parsed.norms(clause.verb.last, clause.verb.last + 1) == [
            "for"
        ]
        if clause.verb.base not in VERBS["sum_subject"] and not for_something:
            return None
        giver = actor_behind(self.discourse, parsed, clause, "from")
        donor = giver or self.memory.donor
        if donor is None:
            return None
        if clause.verb.base == "come" and giver is None:
            last = self.memory.draft
            status = last.claim.status if last is not None else PledgeStatus.OFFERED
            return Governor(status, donor, "part-of-the-total", 0.6, clause)
        offered = meaning is Sense.PROMISED or for_something
        return Governor(
            PledgeStatus.OFFERED if offered else PledgeStatus.DELIVERED, donor, "sum-goes", 0.7, clause
        )

    def _passive(self, parsed: Parsed, clause: Clause, status: PledgeStatus) -> Governor | None:
        """Read "$3m was paid by Norway", "the first $3m has been paid", "$80m has been pledged"."""
        agent = actor_behind(self.discourse, parsed, clause, "by")
        subject = parsed.norms(*clause.subject)
        if agent is None and self.memory.donor is not None:
            if parsed.norms(0, 2) in (["of", "the"], ["of", "this"], ["of", "that"]):
                return Governor(status, self.memory.donor, "part-of-the-total", 0.75, clause)
            if "budget" not in subject and _EARLIER & set(subject):
                return Governor(status, self.memory.donor, "earlier-sum", 0.65, clause)
        if agent is None and "budget" in subject:
            return None
        return Governor(status, agent, "passive-subject", 0.8, clause, collective=agent is None)

    def _is_fund(self, parsed: Parsed, clause: Clause) -> bool:
        """Tell whether a fund, an appeal or a mission is what receives."""
        subject = set(parsed.norms(*clause.subject))
        if subject & NOUNS["funds"]:
            return True
        if "it" not in subject or not parsed.index:
            return False
        before = self.discourse.reading.parsed[parsed.index - 1]
        return bool({"fund", "appeal", "conference"} & set(before.norms(0, len(before.tokens))))


def _noun_before(parsed: Parsed, first: int) -> int | None:
    """Return the token of the noun of giving that a sum behind "of" or "worth" belongs to."""
    norms = parsed.norms(first - 2, first)
    if norms[-1:] in (["of"], ["worth"]):
        at = first - 2
    elif norms[:1] == ["of"]:
        at = first - 3
    else:
        return None
    reach = range(at, max(-1, at - 7), -1)
    return next((i for i in reach if parsed.tokens[i].norm in _NOUN_STATUS), None)


def _stands_behind(parsed: Parsed, first: int, begin: int, last: int) -> bool:
    """Tell whether a name stands behind a sum as its giver: "$5m from the Netherlands"."""
    if not last <= first <= last + 5:
        return False
    near = first <= last + 4 and parsed.norms(begin - 1, begin) in _FROM[:2]
    return near or parsed.norms(begin - 2, begin) in _FROM[2:]


def _loose(clause: Clause) -> bool:
    return clause.verb.form is Form.PARTICIPLE


def _given_together(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether the givers are many and not named: "donors", "a conference", "ten countries"."""
    first, last = clause.subject
    named = any(
        n.kind in GIVERS and first <= n.first < last and n.alias is not AliasKind.ADJECTIVE
        for n in parsed.names
    )
    return not named and bool(NOUNS["together"] & set(parsed.norms(first, last)))


def _asked_of_parliament(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether the sum is asked of the giver's own parliament: that is an offer."""
    governor = parsed.clauses[clause.verb.governor] if clause.verb.governor is not None else None
    if governor is None or governor.verb.base not in ("ask", "request"):
        return False
    return any(
        n.parent and n.kind is ActorKind.BODY and governor.verb.last <= n.first < clause.verb.first
        for n in parsed.names
    )
