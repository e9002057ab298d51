"""Level 4: sums that a noun governs: "a pledge of $5m from Japan", "Italy's €4 million gift"."""

from __future__ import annotations

from dataclasses import replace

from tracker.extract.clauses import Clause
from tracker.extract.discourse import Actor, Discourse
from tracker.extract.evidence import Places, verb_words, words_among
from tracker.extract.gifts import (
    GIVE_ALL,
    GIVERS,
    GIVERS_AND_BODIES,
    NOT_GIVEN,
    NOUNS,
    PURPOSES,
    SOURCES,
    VERBS,
    Governor,
    Memory,
    actor_at,
    governing_clause,
    source_before,
    subject_of,
)
from tracker.extract.lexicon import section
from tracker.extract.modality import UNREAL, Sense, sense
from tracker.extract.names import Name
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form
from tracker.vocab import AliasKind, PledgeStatus

NOUN_STATUS = {
    noun: status
    for status in (PledgeStatus.OFFERED, PledgeStatus.COMMITTED, PledgeStatus.DELIVERED)
    for noun in NOUNS[status.value]
}
_GIFTS = NOUN_STATUS.keys() - NOUNS["business"]
_BETWEEN = NOUNS["modifiers"] | NOUNS["neutral"] | PURPOSES.keys() | {"military", "-", "aid"}
_SHARES = frozenset({"share", "part", "portion"})
_COSTS = section("giving", "not_giving")["nouns"]
_FAR = 16  # tokens between an act of giving and what is given
_MODEST = NOUNS["before_standing"] | {"worth", "a", "further", "up"}
_FROM = (*SOURCES, ["by"], ["by", "the"])


class GiftNouns:
    """Reads the nouns that govern the sums of one article."""

    def __init__(self, discourse: Discourse, memory: Memory) -> None:
        self.discourse = discourse
        self.memory = memory

    def nominal(self, parsed: Parsed, first: int, last: int) -> Governor | None:
        """Read "a pledge of $5m from Japan", "a US payment of $13.3 million"."""
        at = _noun_before(parsed, first)
        if at is None:
            return None
        noun = parsed.tokens[at].norm
        status = NOUN_STATUS[noun]
        said: Places = (parsed.span(at, at + 1),)
        key = status.value
        clause = governing_clause(parsed, at)
        if clause is not None and clause.verb.negated:
            return None
        donor = self._noun_donor(parsed, at, last)
        if donor is None and clause is not None and clause.verb.base in GIVE_ALL | {"make", "write"}:
            donor = subject_of(self.discourse, parsed, clause)
            if clause.verb.base in VERBS["committed"]:
                status, said = PledgeStatus.COMMITTED, verb_words(parsed, clause)
        if clause is not None and clause.verb.base in VERBS["offered"]:
            status = PledgeStatus.OFFERED  # "announced a contribution of", "a contribution was announced"
        if clause is not None and clause.verb.base in VERBS["withdrawn"]:
            if clause.verb.last <= at or clause.verb.passive:
                status, said = PledgeStatus.WITHDRAWN, verb_words(parsed, clause)
            donor = donor or (self.memory.donor if clause.verb.passive else None)
        if donor is None and clause is not None and clause.verb.last <= at:
            donor = source_before(self.discourse, parsed, clause)
        if donor is None:
            return self._of_many(parsed, at, clause)
        return Governor(status, donor, f"noun-{key}", 0.8, said=said)

    def _of_many(self, parsed: Parsed, at: int, clause: Clause | None) -> Governor | None:
        """Read "Promises of €21 billion lay on the table", "with pledges of $213 million for the force"."""
        if parsed.tokens[at].norm not in NOUNS["of_many"] or parsed.norms(at + 1, at + 2) != ["of"]:
            return None
        if clause is not None:
            if clause.verb.base in NOT_GIVEN or sense(parsed, parsed.clauses, clause.index) in UNREAL:
                return None
            start, end = clause.subject
            if any(n.kind in GIVERS and start <= n.first < end for n in parsed.names):
                return None
        status, said = NOUN_STATUS[parsed.tokens[at].norm], (parsed.span(at, at + 1),)
        return Governor(status, None, "noun-of-many", 0.6, clause, collective=True, said=said)

    def share(self, parsed: Parsed, first: int) -> Governor | None:
        """Read "Ankara's share of the pledges was $20 million", "Canada's contribution is C$20 million"."""
        clause = governing_clause(parsed, first)
        if clause is None or clause.verb.base != "be" or clause.verb.last > first:
            return None
        subject = parsed.norms(*clause.subject)
        nouns = [noun for noun in subject if noun in NOUN_STATUS]
        if not nouns or set(subject) & _COSTS or sense(parsed, parsed.clauses, clause.index) in UNREAL:
            return None
        near = bool(_SHARES & set(subject)) or nouns[0] in subject[:4]
        if not near or not set(parsed.norms(clause.verb.last, first)) <= _MODEST:
            return None
        donor = actor_at(self.discourse, parsed, *clause.subject)
        if donor is None or donor.state is None or "'s" not in subject:
            return None
        said = words_among(parsed, {nouns[0]}, *clause.subject)
        donor = replace(donor, head=None)
        promised = sense(parsed, parsed.clauses, clause.index) is Sense.PROMISED
        status = PledgeStatus.OFFERED if promised else NOUN_STATUS[nouns[0]]
        return Governor(status, donor, "noun-share", 0.7, clause, said=said)

    def backer(self, parsed: Parsed, first: int) -> Governor | None:
        """Read "Canada is the largest donor, with C$63 million"."""
        before = parsed.norms(first - 3, first)
        if before[-1:] not in (["with"], ["at"]) or not NOUNS["backers"] & set(before):
            return None
        clause = next((c for c in parsed.clauses if c.verb.form is Form.FINITE and not c.verb.negated), None)
        donor = subject_of(self.discourse, parsed, clause) if clause is not None else None
        if donor is None or donor.state is None:
            return None
        said = words_among(parsed, NOUNS["backers"], first - 3, first)
        return Governor(PledgeStatus.DELIVERED, donor, "noun-backer", 0.6, clause, said=said)

    def _noun_donor(self, parsed: Parsed, at: int, last: int) -> Actor | None:
        """Return the giver that a noun names: before it, or behind it or the sum after "from" or "by"."""
        for name in parsed.names:
            near = name.last in (at, at - 1, at - 2) and name.kind in GIVERS_AND_BODIES
            if near and set(parsed.norms(name.last, at)) <= NOUNS["modifiers"]:
                return actor_at(self.discourse, parsed, name.begin, name.last)
        approver = self._approver(parsed, at)
        if approver is not None:
            return approver
        for name in parsed.names:
            of_noun = at < name.first < last and parsed.norms(at + 1, name.begin) in _FROM
            if of_noun or _stands_behind(parsed, name.first, name.begin, last):
                return actor_at(self.discourse, parsed, name.begin, name.last)
        return None

    def _approver(self, parsed: Parsed, at: int) -> Actor | None:
        """Return who is told to act in "the approval by the European Union of a grant of €40 million"."""
        for i in range(at - 1, max(-1, at - _FAR), -1):
            if parsed.tokens[i].norm in NOUNS["acts"]:
                return (
                    actor_at(self.discourse, parsed, i + 2, at)
                    if parsed.norms(i + 1, i + 2) == ["by"]
                    else None
                )
        return None

    def compound(self, parsed: Parsed, first: int, last: int) -> Governor | None:
        """Read a noun behind the sum: "a $5m grant from Norway", "Italy's €4 million gift"."""
        reach = parsed.norms(last, last + 3)
        at = next((last + i for i, norm in enumerate(reach) if norm in _GIFTS), None)
        if at is None or not all(_qualifies(parsed, i) for i in range(last, at)):
            return None
        clause = governing_clause(parsed, first)
        if clause is not None and clause.verb.negated and clause.verb.base in GIVE_ALL | {"make"}:
            return None
        inside = next((n for n in parsed.names if last <= n.first < at and n.kind in GIVERS), None)
        owner = next((n for n in parsed.names if _stands_before(parsed, n, first)), None)
        behind = next((n for n in parsed.names if parsed.norms(at + 1, n.begin) in _FROM), None)
        name = inside or owner or behind
        if name is None or name.kind not in GIVERS_AND_BODIES:
            return None
        donor = actor_at(self.discourse, parsed, name.begin, name.last)
        donor = replace(donor, head=None) if donor is not None else None
        status, said = NOUN_STATUS[parsed.tokens[at].norm], (parsed.span(at, at + 1),)
        return Governor(status, donor, "noun-behind", 0.7, None, said=said)

    def in_aid(self, parsed: Parsed, first: int, last: int) -> Governor | None:
        """Read "$40.7 million in American assistance to the mission"."""
        if parsed.norms(last, last + 1) != ["in"]:
            return None
        name = next((n for n in parsed.names if n.first == last + 1 and n.kind in GIVERS), None)
        if name is None or not set(parsed.norms(name.last, name.last + 3)) & NOUNS["neutral"]:
            return None
        clause = governing_clause(parsed, first)
        status = PledgeStatus.COMMITTED
        said = words_among(parsed, NOUNS["neutral"], name.last, name.last + 3)
        if clause is not None:
            if sense(parsed, parsed.clauses, clause.index) in UNREAL:
                return None
            if clause.verb.base in VERBS["withdrawn"]:
                status, said = PledgeStatus.WITHDRAWN, verb_words(parsed, clause)
        donor = actor_at(self.discourse, parsed, name.begin, name.last)
        donor = replace(donor, head=None) if donor is not None else None
        return Governor(status, donor, "sum-in-aid", 0.7, clause, said=said)

    @staticmethod
    def in_fund(parsed: Parsed, first: int, last: int) -> Governor | None:
        """Read what lies in a fund: "there is $10.8 million in the trust fund"."""
        after = parsed.norms(last, last + 5)
        clause = governing_clause(parsed, first)
        if after[:1] != ["in"] or "fund" not in after or clause is None:
            return None
        if clause.verb.base not in ("be", "have") or clause.verb.negated:
            return None
        said = words_among(parsed, {"in", "fund"}, last, last + 5)
        return Governor(PledgeStatus.DELIVERED, None, "in-the-fund", 0.7, clause, collective=True, said=said)


def _noun_before(parsed: Parsed, first: int) -> int | None:
    """Return the token of the noun of giving that a sum behind "of" or "worth" belongs to."""
    norms = parsed.norms(first - 2, first)
    if norms[-1:] in (["of"], ["worth"]) or (norms[-1:] == ["for"] and norms[0] in ("cheque", "cheques")):
        at = first - 2
    elif norms[:1] == ["of"]:
        at = first - 3
    elif norms[1:] == [","] and norms[0] in NOUN_STATUS:
        at = first - 2  # "Qatar's first instalment, $3 million,"
    else:
        return None
    reach = range(at, max(-1, at - 7), -1)
    return next((i for i in reach if parsed.tokens[i].norm in NOUN_STATUS), None)


def _qualifies(parsed: Parsed, at: int) -> bool:
    """Tell whether a word may stand between a sum and its noun: a giver's adjective, "military", "aid"."""
    if parsed.name_at(at) is not None:
        return True
    norm = parsed.tokens[at].norm
    return norm in _BETWEEN


def _stands_before(parsed: Parsed, name: Name, first: int) -> bool:
    """Tell whether a name before a sum owns it: "Italy's €4 million", "a further Italian €4 million"."""
    gap = parsed.norms(name.last, first) if name.last <= first else None
    if gap is None or name.kind not in GIVERS_AND_BODIES:
        return False
    return (gap == [] and name.alias is AliasKind.ADJECTIVE) or (
        gap[:1] == ["'s"] and set(gap) <= NOUNS["modifiers"]
    )


def _stands_behind(parsed: Parsed, first: int, begin: int, last: int) -> bool:
    """Tell whether a name stands behind a sum as its giver: "$5m from the Netherlands"."""
    if not last <= first <= last + 5:
        return False
    near = first <= last + 4 and parsed.norms(begin - 1, begin) in (["from"], ["by"])
    return near or parsed.norms(begin - 2, begin) in (["from", "the"], ["by", "the"])
