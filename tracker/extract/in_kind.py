"""Level 4: what is given without a sum: goods, training and services, and money without a figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tracker.extract.clauses import Clause
from tracker.extract.discourse import Actor, Discourse
from tracker.extract.evidence import Places
from tracker.extract.gifts import (
    GIVERS,
    NOUNS,
    PURPOSES,
    VERBS,
    actor_at,
    actor_behind,
    actors_behind,
    particle,
    source_before,
    without_supplies,
)
from tracker.extract.goods import CARRYING, IN_KIND, Goods, carries, done_for, goods_in, is_used
from tracker.extract.modality import UNREAL, sense
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form
from tracker.vocab import AliasKind, PledgeKind, Purpose

Given = tuple[Clause, Actor, Goods]
_MONEY_VERBS = VERBS["offered"] | VERBS["committed"] | {"contribute", "give", "provide"}
_PEOPLE = frozenset(["troops", "personnel", "people", "police", "soldiers"])
_REACH = 16  # tokens from a verb to the last thing that it gives
_NEAR = 3  # tokens from a giver to what it gives, the verb being left out
_BEFORE_GIVER = (["and"], [","], [";"], ["while"])
_SUPPLYING = frozenset(["supply", "provide", "equip", "furnish"])
_ARRIVING = frozenset(["arrive", "come", "reach", "follow"])
_CARRIERS = frozenset(["plane", "planes", "jet", "jets", "flight", "flights", "ship", "boat"])
_GIFTS = frozenset(["gift", "gifts", "present", "donation"])
_MISSIONS = frozenset(["mission", "operation", "force", "forces"])
_PAYING_IN = frozenset(["contribute", "pay", "chip"])
_LENDING = frozenset(["open", "offer", "lend", "put", "place", "make"])
_SENDING = frozenset(["send", "deploy", "dispatch", "fly", "come", "arrive", "go"])


def gifts_in_kind(discourse: Discourse, parsed: Parsed, sums: list[int]) -> Iterator[Given]:
    """Yield each giver of goods, training or services with its clause and the tokens of what it gives.

    ``sums`` are the tokens of the sums that are pledges already: what a sum pays for is not given besides.
    """
    for clause in parsed.clauses:
        if any(clause.verb.last <= at < clause.end for at in sums):
            continue
        found = _in_clause(discourse, parsed, clause, sums)
        if found and _is_real(parsed, clause):
            yield from found


def _in_clause(discourse: Discourse, parsed: Parsed, clause: Clause, sums: list[int]) -> list[Given]:
    found = [*_as_gift(discourse, parsed, clause), *_received(discourse, parsed, clause)]
    if found:
        return found
    if clause.verb.passive:
        return list(_passive(discourse, parsed, clause, sums))
    if clause.verb.form in (Form.FINITE, Form.INFINITIVE):
        return list(_active(discourse, parsed, clause))
    return []


def _active(discourse: Discourse, parsed: Parsed, clause: Clause) -> Iterator[Given]:
    """Read "Taiwan will donate 40 generators", "Egypt is to train police", "from Angola came two planes"."""
    goods = _given(parsed, clause)
    if not goods:
        return
    source = source_before(discourse, parsed, clause) if clause.verb.base == "come" else None
    givers = [source] if source is not None else discourse.actors(parsed, *clause.subject)
    for actor in givers:
        if _gives(actor):
            yield clause, actor, goods
    if givers:
        yield from _carried(discourse, parsed, clause, max(goods))


def _carried(discourse: Discourse, parsed: Parsed, clause: Clause, first: int) -> Iterator[Given]:
    """Read what goes on with the verb before: "provides aircraft, and Turkey radio equipment"."""
    for name in parsed.names:
        if (
            not first < name.begin < clause.end
            or name.kind not in GIVERS
            or name.alias is AliasKind.ADJECTIVE
        ):
            continue
        opens = parsed.norms(name.begin - 1, name.begin) in _BEFORE_GIVER
        goods = goods_in(parsed, name.last, min(clause.end, name.last + _REACH)) if opens else {}
        if goods and min(goods) <= name.last + _NEAR and parsed.norms(name.last, name.last + 1) != ["'s"]:
            actor = actor_at(discourse, parsed, name.begin, name.last)
            if actor is not None:
                yield clause, replace(actor, head=None), goods


def _given(parsed: Parsed, clause: Clause) -> Goods:
    """Return the things that the clause's verb gives, {} where it gives none."""
    verb = clause.verb
    end = min(clause.end, verb.last + _REACH)
    first = verb.last
    if verb.base in _SUPPLYING and "with" in parsed.norms(first, end):
        first = next(i for i in range(first, end) if parsed.tokens[i].norm == "with") + 1
    if verb.base in CARRYING and parsed.norms(first, first + 1) == ["in"]:
        first += 1  # "is flying in a field hospital"
    comes = verb.base == "come" and parsed.norms(*clause.subject)[:1] == ["from"]
    goods = goods_in(parsed, first, end) if comes or _hands_over(parsed, clause) else {}
    if goods and carries(parsed, verb.base, first):
        return {verb.head: PledgeKind.SERVICES}
    if not goods and verb.base in _LENDING:
        goods = is_used(parsed, verb.last, end)
    if not goods and not _is_errand(parsed, clause):
        goods = done_for(parsed, verb.base, verb.head, verb.last, end)
    return goods


def _hands_over(parsed: Parsed, clause: Clause) -> bool:
    if clause.verb.base in VERBS["in_kind"]:
        return True
    return clause.verb.base != "be" and particle(parsed, clause) is not None


def _is_errand(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether an infinitive says what people are sent for: "sent 70 soldiers to train them"."""
    governor = parsed.clauses[clause.verb.governor] if clause.verb.governor is not None else None
    return governor is not None and governor.verb.base in _SENDING


def _passive(discourse: Discourse, parsed: Parsed, clause: Clause, sums: list[int]) -> Iterator[Given]:
    """Read "20 vehicles were donated by Taiwan", "the police are to be trained by Jordan"."""
    verb = clause.verb
    start, end = clause.subject
    if any(start <= at < end for at in sums) or verb.form is Form.GERUND:
        return
    if verb.base in VERBS["in_kind"]:
        goods = goods_in(parsed, start, end)
    else:
        goods = done_for(parsed, verb.base, verb.head, start, end)
    if not goods:
        return
    for actor in actors_behind(discourse, parsed, clause, "by", _REACH):
        if _gives(actor):
            yield clause, actor, goods


def _received(discourse: Discourse, parsed: Parsed, clause: Clause) -> Iterator[Given]:
    """Read "Kenya received 20 vehicles from the US", "two helicopters from Brazil have arrived"."""
    verb = clause.verb
    if verb.base in VERBS["receiving"]:
        goods = goods_in(parsed, verb.last, min(clause.end, verb.last + _REACH))
        giver = actor_behind(discourse, parsed, clause, "from") if goods else None
    elif verb.base in _ARRIVING:
        goods = goods_in(parsed, *clause.subject)
        giver = _source_of(discourse, parsed, clause) if goods else None
    else:
        return
    moving = _CARRIERS & set(parsed.norms(*clause.subject))
    if giver is not None and _gives(giver) and not moving:
        yield clause, giver, goods


def _source_of(discourse: Discourse, parsed: Parsed, clause: Clause) -> Actor | None:
    """Return whose things the subject's are: "helicopters from Brazil", "Germany's gift of 20 trucks"."""
    start, end = clause.subject
    for name in parsed.names:
        if name.kind not in GIVERS or not start <= name.first < end:
            continue
        owns = name.begin <= start + 1 and parsed.norms(name.last, name.last + 1) == ["'s"]
        if owns or parsed.norms(name.begin - 1, name.begin) == ["from"]:
            found = actor_at(discourse, parsed, name.begin, name.last)
            return replace(found, head=None) if found is not None else None
    return None


def _as_gift(discourse: Discourse, parsed: Parsed, clause: Clause) -> Iterator[Given]:
    """Read "the buses were India's gift", "the tents, a gift from Japan, have come", "its gift is tents"."""
    yield from _named_by_gift(discourse, parsed, clause)
    if not any(t.norm in _GIFTS for t in parsed.tokens[clause.subject[0] : clause.verb.last + _REACH]):
        return
    goods = goods_in(parsed, *clause.subject)
    if not goods:
        return
    for at in range(max(goods), min(clause.end, max(goods) + _REACH)):
        if parsed.tokens[at].norm not in _GIFTS:
            continue
        for name in parsed.names:
            behind = parsed.norms(at + 1, name.begin) in (["of"], ["from"], ["of", "the"], ["from", "the"])
            owns = name.last < at and parsed.norms(name.last, at) in (["'s"], ["'s", "own"])
            if name.kind in GIVERS and (behind or owns):
                actor = actor_at(discourse, parsed, name.begin, name.last)
                if actor is not None:
                    yield clause, replace(actor, head=None), goods
                return


def _named_by_gift(discourse: Discourse, parsed: Parsed, clause: Clause) -> Iterator[Given]:
    """Read "Chile's contribution will be two helicopters"."""
    start, end = clause.subject
    name = next((n for n in parsed.names if n.begin == start and n.kind in GIVERS), None)
    if clause.verb.base != "be" or name is None or parsed.norms(name.last, name.last + 1) != ["'s"]:
        return
    goods = goods_in(parsed, clause.verb.last, min(clause.end, clause.verb.last + _REACH))
    actor = actor_at(discourse, parsed, name.begin, name.last)
    if goods and actor is not None and parsed.tokens[end - 1].norm in _GIFTS | {"contribution", "offer"}:
        yield clause, replace(actor, head=None), goods


def _gives(actor: Actor) -> bool:
    """Tell whether an actor gives for a state or an organization: people at work give nothing."""
    return actor.state is not None and actor.head not in NOUNS["people"] | _MISSIONS


def money_without_sum(discourse: Discourse, parsed: Parsed) -> Iterator[tuple[Clause, Actor]]:
    """Yield the givers of "France, Germany and Spain have also promised money"."""
    for clause in parsed.clauses:
        if clause.verb.passive or not (_promises_money(parsed, clause) or _pays_in(parsed, clause)):
            continue
        if _is_real(parsed, clause):
            yield from (
                (clause, actor) for actor in discourse.actors(parsed, *clause.subject) if _gives(actor)
            )


def _promises_money(parsed: Parsed, clause: Clause) -> bool:
    verb = clause.verb
    after = parsed.norms(verb.last, min(clause.end, verb.last + 3))
    if verb.base not in _MONEY_VERBS or not NOUNS["money"] & set(after[:1]):
        return False
    people = _PEOPLE & set(parsed.norms(verb.last, verb.last + 4))
    return not ({"and", "or"} & set(after) and people)


def _pays_in(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether a clause says a payment into a fund: "paid into the fund", "a pot to which it pays"."""
    verb = clause.verb
    if verb.base not in _PAYING_IN:
        return False
    behind = parsed.norms(verb.last, min(clause.end, verb.last + 5))
    start = clause.subject[0]
    before = parsed.norms(start - 2, start)
    if behind[:1] and behind[0] in ("to", "into", "in"):
        return bool(NOUNS["pots"] & set(behind))
    return before == ["to", "which"] and bool(NOUNS["pots"] & set(parsed.norms(start - 12, start)))


def purposes_of(parsed: Parsed, goods: Goods, kind: PledgeKind) -> dict[Purpose, list[int]]:
    """Return the purposes that the goods of ``kind`` say beyond the kind itself, each with its words."""
    found: dict[Purpose, list[int]] = {}
    for i, its_kind in goods.items():
        purpose = PURPOSES.get(parsed.tokens[i].norm)
        if its_kind is kind and purpose is not None and purpose.value != kind.value:
            found.setdefault(purpose, []).append(i)
    return without_supplies(parsed, found)


def kind_worth(parsed: Parsed, first: int, last: int) -> tuple[PledgeKind, Places]:
    """Return the kind of a thing said to be worth the sum in tokens ``[first, last)``, and its word.

    What is worth nothing else is money; no word but the sum itself says so.
    """
    before = range(max(0, first - 5), first) if "worth" in parsed.norms(first - 3, first) else range(0)
    behind = range(last + 2, last + 6) if parsed.norms(last, last + 2) == ["worth", "of"] else range(0)
    for i in (*reversed(before), *behind):
        if parsed.norms(i, i + 1) and parsed.tokens[i].norm in IN_KIND:
            return IN_KIND[parsed.tokens[i].norm], (parsed.span(i, i + 1),)
    return PledgeKind.MONEY, ()


def _is_real(parsed: Parsed, clause: Clause) -> bool:
    return sense(parsed, parsed.clauses, clause.index) not in UNREAL
