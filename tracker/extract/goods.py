"""Level 4: the words for what is given in kind, in an object, a subject or an item of a list."""

from __future__ import annotations

from tracker.extract.gifts import GIVERS, PURPOSES, is_named
from tracker.extract.lexicon import section
from tracker.extract.reading import Parsed
from tracker.vocab import PledgeKind

IN_KIND = {word: PledgeKind(key) for key, words in section("giving", "in_kind").items() for word in words}
Goods = dict[int, PledgeKind]
"""The tokens that name goods, training or services, with what they are."""

_SERVING = section("giving", "serving")
CARRYING = _SERVING["carrying"] - {"ship"}
# Behind these the goods, if any, are no longer the verb's object.
_ENDS = frozenset(["that", "which", "who", "to", "where", "after", "when", "if", "in", "from", "on", "for"])
_ENDS_BEHIND_GOODS = frozenset(
    ["that", "which", "who", "to", "where", "after", "when", "against", "if", "of"]
)
_LONGEST = 60  # tokens of a phrase that names goods
_OWN = frozenset(["its", "their", "his", "her", "our", "own"])


def goods_in(parsed: Parsed, first: int, last: int) -> Goods:
    """Return which of tokens ``[first, last)``, a verb's object or an item, name goods, with their kinds.

    No phrase is longer than 60 tokens: a subject that is stays unread beyond them.
    """
    last = min(last, first + _LONGEST)
    goods: Goods = {}
    aside = False  # within "…, which …," or "…, to …,"
    for i in range(first, last):
        norm = parsed.tokens[i].norm
        if norm == "," and i + 1 < last:
            aside = not aside and parsed.tokens[i + 1].norm in ("to", "which", "who")
        if aside:
            continue
        load = norm == "of" and parsed.tokens[i - 1].norm in _SERVING["loads"]
        if norm in _ENDS or (goods and norm in _ENDS_BEHIND_GOODS and not load):
            break
        kind = _kind_at(parsed, i)
        if kind is not None:
            goods[i] = kind
    if PledgeKind.SERVICES in goods.values():  # "medical and transport services": each word says a service
        for i in range(first, last):
            if parsed.tokens[i].norm in PURPOSES and not is_named(parsed, i):
                goods.setdefault(i, PledgeKind.SERVICES)
    return dict(sorted(goods.items()))


def _kind_at(parsed: Parsed, at: int) -> PledgeKind | None:
    """Return the kind of the thing that a token names; what only qualifies the next one is of its kind."""
    norm = parsed.tokens[at].norm
    if norm not in IN_KIND and norm not in PURPOSES:
        return None
    if is_named(parsed, at) or "no" in parsed.norms(at - 2, at) or _qualifies_people(parsed, at):
        return None
    if norm in ("hospital", "hospitals") and parsed.norms(at - 1, at) in (["field"], ["mobile"]):
        return PledgeKind.EQUIPMENT
    following = parsed.norms(at + 1, at + 2)
    behind = IN_KIND.get(following[0]) if following and parsed.name_at(at + 1) is None else None
    if behind is PledgeKind.EQUIPMENT:
        return behind  # "transport aircraft", "radio equipment"
    return IN_KIND.get(norm)


def _qualifies_people(parsed: Parsed, at: int) -> bool:
    """Tell whether a word for goods only says what people do: "helicopter pilots", "a transport company"."""
    return bool(_SERVING["people_behind"] & set(parsed.norms(at + 1, at + 2)))


def is_used(parsed: Parsed, first: int, last: int) -> Goods:
    """Return the place whose use is given: "the use of its airfield", "opened its port to the mission"."""
    opened = any(n in parsed.norms(first - 1, first) for n in ("open", "opened", "opens", "opening"))
    words = parsed.norms(first, last)
    used = opened or any(words[i : i + 2] == ["use", "of"] for i in range(len(words)))
    disposal = not {"disposal", "available"}.isdisjoint(words)
    if not used and not disposal:
        return {}
    places = (i for i in range(first, last) if parsed.tokens[i].norm in _SERVING["places"])
    at = next(places, None)
    return {} if at is None else {at: PledgeKind.SERVICES}


def done_for(parsed: Parsed, verb: str, head: int, first: int, last: int) -> Goods:
    """Return the verb of a service done to others, with its kind: "trains the police", "treats the wounded".

    ``[first, last)`` is whom or what it is done to. What is done to one's own people is no gift.
    """
    words = parsed.norms(first, last)
    end = next((i for i, word in enumerate(words) if word in _ENDS or word in (",", "and", "by")), len(words))
    objects = set(words[:end])
    if objects & _OWN:
        return {}
    if verb in _SERVING["training"] and objects & _SERVING["trained"]:
        return {head: PledgeKind.TRAINING}
    if verb in _SERVING["treating"] and objects & _SERVING["treated"]:
        return {head: PledgeKind.SERVICES}
    if verb in _SERVING["building"] and objects & _SERVING["built"]:
        return {head: PledgeKind.SERVICES}
    if verb in _SERVING["carrying"] and _names_others(parsed, first, first + end):
        return {head: PledgeKind.SERVICES}
    return {}


def carries(parsed: Parsed, verb: str, first: int) -> bool:
    """Tell whether things of others are carried: "flew the mission's vehicles out", not "flew in tents"."""
    return verb in _SERVING["carrying"] and bool({"the", "their"} & set(parsed.norms(first, first + 2)))


def _names_others(parsed: Parsed, first: int, last: int) -> bool:
    """Tell whether the people of a named state are carried: "flew the Kenyan police to Haiti"."""
    people = _SERVING["trained"] & set(parsed.norms(first, last))
    named = any(n.kind in GIVERS and first <= n.first < last for n in parsed.names)
    return named and bool(people)
