"""Level 5: missions described without their name: "the Kenya-led force in Haiti", "Rwandan troops in Gaza"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tracker.extract.clauses import Clause
from tracker.extract.lexicon import section
from tracker.extract.names import Name
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, AliasKind

_WORDS = section("missions", "described")
_MEANING = _WORDS["heads"] | _WORDS["troops"]
_ENDS = frozenset({".", ";", ":", "—"})
_ADJECTIVES = (AliasKind.ADJECTIVE, AliasKind.DEMONYM)
_PLACE_NAMES = (AliasKind.NAME, AliasKind.ACRONYM, AliasKind.CAPITAL)
_REACH = 9  # tokens behind "mission" in which its host is sought
_TROOPS_REACH = 12  # the same behind "troops"


class Description(NamedTuple):
    """A mission by where it is and who leads it; ``asked`` where the host asks the world for one."""

    host: str
    lead: str | None
    asked: bool = False


def described(parsed: Parsed) -> Iterator[Description]:
    """Yield the missions that a sentence describes."""
    asking = next((a for a in (_asking(parsed, c) for c in parsed.clauses) if a is not None), None)
    if asking is not None:
        yield Description(asking, None, asked=True)
    for at, token in enumerate(parsed.tokens):
        reader = _around if token.norm in _WORDS["heads"] else _placed_troops
        if token.norm not in _MEANING or parsed.name_at(at) is not None:
            continue
        found = reader(parsed, at)
        if found is not None:
            yield found


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


# -- "the UN-backed, Kenya-led security mission in Haiti" ---------------------------------------------------


def _around(parsed: Parsed, head: int) -> Description | None:
    """Return the host and the leader that stand around a word for a mission."""
    start = _modifiers_start(parsed, head)
    host, lead = _modifying(parsed, start, head)
    typed = any(
        parsed.tokens[i].norm in _WORDS["kinds"] or parsed.tokens[i].norm.startswith("-")
        for i in range(start, head)
    )
    for i in range(head + 1, min(len(parsed.tokens), head + _REACH)):
        norm = parsed.tokens[i].norm
        if norm in _ENDS or (norm == "," and i > head + 1):
            break
        name = parsed.name_at(i)
        if name is None or name.kind is not ActorKind.STATE:
            continue
        if name.alias in _PLACE_NAMES and (host is None or typed) and _is_place(parsed, head, i):
            host = host or name.name
            break
        if parsed.tokens[i - 1].norm == "by":
            lead = name.name
    if host is None:
        return None
    return Description(host, None if host == lead else lead)


def _modifiers_start(parsed: Parsed, head: int) -> int:
    """Return where the words before a head that say what kind of mission it is begin."""
    start = head
    while start:
        norm = parsed.tokens[start - 1].norm
        if (
            parsed.name_at(start - 1) is None
            and norm not in _WORDS["kinds"]
            and norm not in _WORDS["between"]
        ):
            break
        start -= 1
    return start


def _modifying(parsed: Parsed, start: int, head: int) -> tuple[str | None, str | None]:
    """Return the host and the leader among the names before a head: "Haiti mission", "Kenya-led mission"."""
    host: str | None = None
    lead: str | None = None
    for name in parsed.names:
        if not start <= name.first < head or name.kind is None:
            continue
        if name.kind is ActorKind.ORGANIZATION or _led(parsed, name):
            lead = name.state
        elif name.kind is ActorKind.STATE and name.alias is not AliasKind.NAME:
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
        name = parsed.name_at(i)
        if (
            name is None
            or name.kind is not ActorKind.STATE
            or name.alias in _ADJECTIVES
            or name.name == sender
        ):
            continue
        if not _WORDS["entering"].isdisjoint(parsed.norms(max(at + 1, i - 3), i)):
            return Description(name.name, sender)
    return None


def _sends(name: Name, at: int) -> bool:
    return name.last in (at, at - 1) and name.kind in (ActorKind.STATE, ActorKind.ORGANIZATION)
