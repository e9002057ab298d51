"""Level 4: what is given without a sum: goods, training and services, and money without a figure."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.extract.clauses import Clause
from tracker.extract.discourse import Actor, Discourse
from tracker.extract.evidence import Places
from tracker.extract.gifts import NOUNS, PURPOSES, VERBS
from tracker.extract.lexicon import section
from tracker.extract.modality import Sense, sense
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form
from tracker.vocab import PledgeKind, Purpose

IN_KIND = {word: PledgeKind(key) for key, words in section("giving", "in_kind").items() for word in words}
_MONEY_VERBS = VERBS["offered"] | VERBS["committed"] | {"contribute", "give", "provide"}
_PEOPLE = frozenset(["troops", "personnel", "people", "police", "soldiers"])
_REACH = 16  # tokens from a verb to the last thing that it gives
# Behind these the goods, if any, are no longer the verb's object.
_ENDS = frozenset(["that", "which", "who", "to", "where", "after", "when", "if", "in", "from", "on", "for"])
_ENDS_BEHIND_GOODS = frozenset(
    ["that", "which", "who", "to", "where", "after", "when", "against", "if", "of"]
)


def gifts_in_kind(
    discourse: Discourse, parsed: Parsed, sums: list[int]
) -> Iterator[tuple[Clause, Actor, dict[int, PledgeKind]]]:
    """Yield each giver of goods, training or services with its clause and the tokens of what it gives.

    ``sums`` are the tokens of the sums that are pledges already: what a sum pays for is not given besides.
    """
    for clause in parsed.clauses:
        verb = clause.verb
        if verb.base not in VERBS["in_kind"] or verb.passive or verb.form in (Form.PARTICIPLE, Form.GERUND):
            continue
        if not _is_real(parsed, clause) or any(verb.last <= at < clause.end for at in sums):
            continue
        goods = _goods(parsed, verb.last, min(clause.end, verb.last + _REACH))
        if not goods:
            continue
        for actor in discourse.actors(parsed, *clause.subject):
            if actor.state is not None and actor.head not in NOUNS["people"]:
                yield clause, actor, goods


def money_without_sum(discourse: Discourse, parsed: Parsed) -> Iterator[tuple[Clause, Actor]]:
    """Yield the givers of "France, Germany and Spain have also promised money"."""
    for clause in parsed.clauses:
        verb = clause.verb
        if verb.base not in _MONEY_VERBS or verb.passive or not _is_real(parsed, clause):
            continue
        after = parsed.norms(verb.last, min(clause.end, verb.last + 3))
        if not NOUNS["money"] & set(after[:1]):
            continue
        if {"and", "or"} & set(after) and _PEOPLE & set(parsed.norms(verb.last, verb.last + 4)):
            continue
        yield from ((clause, actor) for actor in discourse.actors(parsed, *clause.subject) if actor.state)


def purposes_of(parsed: Parsed, goods: dict[int, PledgeKind], kind: PledgeKind) -> dict[Purpose, list[int]]:
    """Return the purposes that the goods of ``kind`` say beyond the kind itself, each with its words."""
    found: dict[Purpose, list[int]] = {}
    for i, its_kind in goods.items():
        purpose = PURPOSES.get(parsed.tokens[i].norm)
        if its_kind is kind and purpose is not None and purpose.value != kind.value:
            found.setdefault(purpose, []).append(i)
    return found


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
    return sense(parsed, parsed.clauses, clause.index) not in (Sense.NEGATED, Sense.IRREALIS)


def _goods(parsed: Parsed, first: int, last: int) -> dict[int, PledgeKind]:
    """Return the tokens of the goods that a verb's object ``[first, last)`` names, with their kinds."""
    goods: dict[int, PledgeKind] = {}
    aside = False  # within "…, which …," or "…, to …,"
    for i in range(first, last):
        norm = parsed.tokens[i].norm
        if norm == "," and i + 1 < last:
            aside = not aside and parsed.tokens[i + 1].norm in ("to", "which", "who")
        if aside:
            continue
        if norm in _ENDS or (goods and norm in _ENDS_BEHIND_GOODS):
            break
        if norm in IN_KIND and parsed.name_at(i) is None:
            goods[i] = IN_KIND[norm]
    if PledgeKind.SERVICES in goods.values():  # "medical and transport services": each word says a service
        for i in range(first, last):
            if parsed.tokens[i].norm in PURPOSES and parsed.name_at(i) is None:
                goods.setdefault(i, PledgeKind.SERVICES)
    return dict(sorted(goods.items()))
