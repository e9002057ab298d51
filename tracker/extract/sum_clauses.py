"""Level 4: what a clause is to a sum, as its words tell: its subject, a whole, given by many together."""

from __future__ import annotations

from tracker.extract.clauses import Clause
from tracker.extract.discourse import Actor
from tracker.extract.gifts import GIVERS, NOUNS, asks_parliament
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, AliasKind


def contact(parsed: Parsed, clause: Clause, last: int) -> bool:
    """Tell whether a name alone stands between a sum and a verb: "the $5m Canada promised has come"."""
    first = last + (parsed.norms(last, last + 1) == ["the"])
    name = parsed.name_at(first)
    return name is not None and name.begin <= first and name.last == clause.verb.first


def is_subject(parsed: Parsed, clause: Clause, first: int, last: int) -> bool:
    """Tell whether the sum ``[first, last)`` is a clause's subject, and no whole that it only mentions."""
    inside = clause.subject[0] <= first < clause.subject[1] and clause.verb.first >= last - 1
    return inside and not whole_of(parsed, clause, first)


def is_whole(parsed: Parsed, first: int) -> bool:
    """Tell whether something is said of a share of a sum only: "half of the", "$2 million of the"."""
    if parsed.norms(first - 2, first) not in (["of", "the"], ["of", "its"]):
        return False
    is_share = parsed.norms(first - 3, first - 2)[0] in NOUNS["shares"] if first > 2 else False
    return is_share or any(last == first - 2 for _first, last, _m in parsed.money)


def agreed_to(parsed: Parsed, clause: Clause, first: int) -> bool:
    """Tell whether what is agreed is to do something that the sum pays for: no sum is agreed itself."""
    if clause.verb.base not in ("agree", "adopt"):
        return False
    to_do = parsed.norms(clause.verb.last, clause.verb.last + 1) == ["to"]
    return to_do or any(clause.verb.last <= c.verb.first < first for c in parsed.clauses)


def whole_of(parsed: Parsed, clause: Clause, first: int) -> bool:
    """Tell whether a relative clause is about the whole of which the sum is a part.

    "released $40 million of the $100 million that was promised".
    """
    if not clause.relative and clause.verb.form is not Form.PARTICIPLE:
        return False
    inside = [f for f, _last, _m in parsed.money if clause.subject[0] <= f < clause.subject[1]]
    return len(inside) > 1 and first != inside[-1] and parsed.norms(inside[-1] - 2, inside[-1])[:1] == ["of"]


def is_private(parsed: Parsed, clause: Clause, donor: Actor) -> bool:
    """Tell whether somebody in a state gives for himself: "an Abu Dhabi sovereign fund"."""
    return donor.head is not None and bool(NOUNS["private"] & set(parsed.norms(*clause.subject)))


def is_shared(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether only a share of what is received has its giver named: "most of it from Canada"."""
    behind = parsed.norms(clause.verb.last, clause.end)
    return any(word in NOUNS["shares"] and behind[i + 1 : i + 2] == ["of"] for i, word in enumerate(behind))


def explains(clause: Clause) -> bool:
    """Tell whether a clause only explains its noun: what the sum does stands in the others."""
    return clause.verb.form is Form.PARTICIPLE


def given_together(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether the givers are many and not named: "donors", "a conference", "ten countries"."""
    first, last = clause.subject
    named = any(
        n.kind in GIVERS
        and first <= n.first < last
        and n.alias not in (AliasKind.ADJECTIVE, AliasKind.CAPITAL)
        for n in parsed.names
    )
    norms = parsed.norms(first, last)
    own_fund = any(
        n.kind is ActorKind.BODY and n.parent and n.last == last and n.first >= first for n in parsed.names
    )
    if own_fund and norms[-1] == "fund":
        return False  # "the AU Peace Fund"
    if "fund" in norms and norms[0] in ("its", "a", "an", "one"):
        return False
    return not named and bool(NOUNS["together"] & set(norms))


def asked_of_parliament(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether what a clause gives is asked of the giver's own parliament: that is an offer."""
    return clause.verb.governor is not None and asks_parliament(parsed, parsed.clauses[clause.verb.governor])
