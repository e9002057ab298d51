"""Level 5: missions described without a name: "the Kenya-led force in Haiti", "Rwandan troops in Palma"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tracker.extract.clauses import Clause
from tracker.extract.lexicon import load, section
from tracker.extract.names import Name
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, AliasKind

_WORDS = section("missions", "described")
_MEANING = _WORDS["heads"] | _WORDS["troops"]
_REGIONS: dict[str, str] = {
    name.casefold(): state for state, names in load("missions")["regions"].items() for name in names
}
# Seas, and regions within a state, by the name under which the missions there are known.
_AREAS: dict[str, str] = {
    name.casefold(): area for area, names in load("missions")["areas"].items() for name in names
}
_BLOCS: dict[str, str] = load("missions")["blocs"]
_AT_WAR = {state: frozenset(names) for state, names in load("missions")["at_war"].items()}
_ENDS = frozenset({".", ";", ":", "—"})
_PLACE_NAMES = (AliasKind.NAME, AliasKind.ACRONYM, AliasKind.CAPITAL)
_REACH = 9  # tokens behind "mission" in which its host is sought
_TROOPS_REACH = 12  # the same behind "troops"


class Description(NamedTuple):
    """A mission by where it is (None where only its leader is told) and who leads it.

    ``asked`` says that the host asks the world for one, ``led`` that it is called by its leader
    ("Kenya-led"); ``words`` are those that describe it; ``area`` is the sea, or the region within the host.
    """

    host: str | None
    lead: str | None
    asked: bool = False
    led: bool = False
    words: frozenset[str] = frozenset()
    area: str | None = None
    owned: bool = False  # "Haiti's mission": the state that owns it may be where it is
    at: int = 0  # token of the noun that means the mission, or of the verb that asks for one


def described(parsed: Parsed) -> Iterator[Description]:
    """Yield the missions that a sentence describes."""
    askers = ((_asking(parsed, clause), clause.verb.first) for clause in parsed.clauses)
    asking = next(((state, at) for state, at in askers if state is not None), None)
    if asking is not None:
        yield Description(asking[0], None, asked=True, at=asking[1])
    for at, token in enumerate(parsed.tokens):
        if token.norm not in _MEANING or parsed.name_at(at) is not None:
            continue
        found = _around(parsed, at) if token.norm in _WORDS["heads"] else _placed_troops(parsed, at)
        if found is not None and not is_at_war(found.lead, found.host):
            yield found._replace(at=at)


def is_at_war(sender: str | None, place: str | None) -> bool:
    """Tell whether a state's people are in a place for a war of its own, or to occupy it."""
    return place in _AT_WAR.get(sender or "", ())


def _asking(parsed: Parsed, clause: Clause) -> str | None:
    """Return the state that asks the world for a force on its own soil."""
    verb = clause.verb
    if verb.base not in _WORDS["asking"] or verb.passive or verb.negated:
        return None
    after = set(parsed.norms(verb.last, min(clause.end, verb.last + 12)))
    if not after & _WORDS["asked_for"] or ("for" not in after and verb.base not in ("request", "seek")):
        return None
    first, last = clause.subject
    name = next((n for n in parsed.names if first <= n.first < last and n.kind is ActorKind.STATE), None)
    return name.name if name is not None and name.alias is not AliasKind.ADJECTIVE else None


class Place(NamedTuple):
    """Where a mission may be: a state, a region within one, a sea."""

    state: str | None  # None of a sea
    area: str | None = None


def place_at(parsed: Parsed, at: int) -> Place | None:
    """Return the state whose name, capital or region begins at token ``at``, or the sea."""
    name = parsed.name_at(at)
    if name is not None and name.kind is ActorKind.STATE:
        return Place(name.name) if name.alias in _PLACE_NAMES else None
    if not parsed.tokens[at].cap:
        return None
    phrases = [" ".join(parsed.norms(at, at + length)) for length in (3, 2, 1)]
    area = next((_AREAS[p] for p in phrases if p in _AREAS), None)
    state = next((_REGIONS[p] for p in phrases if p in _REGIONS), None)
    return Place(state, area) if state is not None or area is not None else None


# -- "the UN-backed, Kenya-led security mission in Haiti" ---------------------------------------------------


def _around(parsed: Parsed, head: int) -> Description | None:
    """Return the host and the leader that stand around a word for a mission."""
    start = modifiers_start(parsed, head)
    if is_other_sense(parsed, start, head):
        return None
    host, lead = _modifying(parsed, start, head)
    area: str | None = None
    modifiers = parsed.norms(start, head)
    typed = any(w in _WORDS["kinds"] or w.startswith("-") for w in modifiers)
    led = "-led" in modifiers
    for i in range(head + 1, min(len(parsed.tokens), head + _REACH)):
        norm = parsed.tokens[i].norm
        if norm in _ENDS or (norm == "," and i > head + 1):
            break
        place = place_at(parsed, i)
        if place is not None and (host is None or typed) and _is_place(parsed, head, i):
            host, area = host or place.state, place.area
            break
        name = parsed.name_at(i)
        if name is not None and name.kind is ActorKind.STATE and parsed.tokens[i - 1].norm == "by":
            lead, led = name.name, True
    placed = host is not None or area is not None
    if _named_behind(parsed, head) or not (placed or (lead is not None and typed)):
        return None
    words = frozenset(parsed.norms(start, min(len(parsed.tokens), head + 6)))
    owned = (
        host is None and parsed.norms(start, head)[1:2] == ["'s"] and parsed.tokens[head].norm == "mission"
    )
    return Description(host, None if host == lead else lead, led=led, words=words, area=area, owned=owned)


def is_other_sense(parsed: Parsed, start: int, head: int) -> bool:
    """Tell whether the words around say that it is a mission of another sort: "trade mission"."""
    behind = parsed.tokens[head + 1].norm if head + 1 < len(parsed.tokens) else ""
    if behind in _WORDS["compounds"]:
        return True
    before = parsed.norms(start - 2, head)
    if not _WORDS["other_sorts"].isdisjoint(before):
        return True
    return parsed.tokens[head].norm == "force" and _is_of_one_state(parsed, start, head)


def _is_of_one_state(parsed: Parsed, start: int, head: int) -> bool:
    """Tell whether a force is a state's own: "a police force", "the Nigeria Police Force"."""
    modifiers = parsed.norms(start, head)
    if modifiers[-1:] not in (["police"], ["security"], ["defence"], ["defense"], ["military"]):
        return False
    named = parsed.tokens[head].cap and not any(m.startswith("-") for m in modifiers)
    return (modifiers == ["police"]) or (named and _WORDS["many"].isdisjoint(modifiers))


def _named_behind(parsed: Parsed, head: int) -> bool:
    """Tell whether the description only explains a name that follows: "the AU mission in Somalia, AUSSOM"."""
    for name in parsed.names:
        if name.kind is None and head < name.first <= head + 7:
            between = parsed.norms(head + 1, name.first)
            finite = any(
                c.verb.form is Form.FINITE and head < c.verb.first < name.first for c in parsed.clauses
            )
            return between[-1:] in ([","], ["("]) and not finite
    return False


def modifiers_start(parsed: Parsed, head: int) -> int:
    """Return where the words before a head that say what kind of mission it is begin."""
    start = head
    while start:
        norm = parsed.tokens[start - 1].norm
        if " ".join(parsed.norms(start - 2, start)) in _BLOCS:
            start -= 2
        elif (
            parsed.name_at(start - 1) is None
            and norm not in _WORDS["kinds"]
            and norm not in _WORDS["between"]
        ):
            break
        else:
            start -= 1
    return start


def _modifying(parsed: Parsed, start: int, head: int) -> tuple[str | None, str | None]:
    """Return the host and the leader among the names before a head: "Haiti mission", "Kenya-led mission"."""
    host: str | None = None
    lead = next((b for i in range(start, head) if (b := _BLOCS.get(" ".join(parsed.norms(i, i + 2))))), None)
    for name in parsed.names:
        if not start <= name.first < head or name.kind is None:
            continue
        if name.kind is ActorKind.ORGANIZATION or _led(parsed, name):
            lead = name.state or lead
        elif name.kind is ActorKind.STATE and (name.alias is not AliasKind.NAME or _owns(parsed, name)):
            lead = name.name
        elif name.kind is ActorKind.STATE and name.last == head:
            host = name.name
        elif name.kind is ActorKind.STATE and _led_between(parsed, name, head):
            lead = name.name
        elif name.kind is ActorKind.STATE:
            host = host or name.name
    return host, lead


def _led(parsed: Parsed, name: Name) -> bool:
    return name.last < len(parsed.tokens) and parsed.tokens[name.last].norm.startswith("-")


def _owns(parsed: Parsed, name: Name) -> bool:
    return name.last < len(parsed.tokens) and parsed.tokens[name.last].norm == "'s"


def _led_between(parsed: Parsed, name: Name, head: int) -> bool:
    return any(t.norm.startswith("-") for t in parsed.tokens[name.last : head])


def _is_place(parsed: Parsed, head: int, at: int) -> bool:
    """Tell whether a name at ``at`` says where the mission is: "mission in Haiti", "force for Mali"."""
    between = parsed.norms(head + 1, at)
    if len(between) > 4 or _WORDS["placing"].isdisjoint(between[-2:]):
        return False
    return not any(c.verb.form is Form.FINITE and head < c.verb.first < at for c in parsed.clauses)


# -- "Rwandan forces … in northern Mozambique", "send police to Haiti" --------------------------------------


def _placed_troops(parsed: Parsed, at: int) -> Description | None:
    """Return host and sender of troops that are told to be, or to be sent, in another country."""
    sender = next((n.state for n in parsed.names if _sends(n, at)), None)
    sent = any(c.verb.base in _WORDS["sending"] and 0 <= at - c.verb.last <= 7 for c in parsed.clauses)
    if sender is None and not sent:
        return None
    for i in range(at + 1, min(len(parsed.tokens), at + _TROOPS_REACH)):
        if parsed.tokens[i].norm in (".", ";", ":"):
            break
        place = place_at(parsed, i)
        if place is None or place.state == sender:
            continue
        if not _WORDS["heads"].isdisjoint(parsed.norms(at + 1, i)):
            return None  # "soldiers in the AU mission in Darfur": the mission says more
        before = parsed.norms(max(at + 1, i - 3), i)
        entering = _WORDS["entering" if sender is not None else "sent_to"]
        if not entering.isdisjoint(before) or "bound for" in " ".join(before):
            return Description(place.state, sender, words=frozenset(parsed.norms(at, i + 2)), area=place.area)
    return None


def _sends(name: Name, at: int) -> bool:
    return name.last in (at, at - 1) and name.kind in (ActorKind.STATE, ActorKind.ORGANIZATION)
