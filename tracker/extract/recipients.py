"""Level 4: who gets what is given, where the sentence says so."""

from __future__ import annotations

from tracker.claims import Mention
from tracker.extract.gifts import GIVERS_AND_BODIES, NOUNS, Governor
from tracker.extract.names import Name, text_of
from tracker.extract.reading import Parsed
from tracker.vocab import ActorKind, AliasKind

_TO = frozenset(["to", "for", "into", "towards", "toward"])
_WITHIN = frozenset(["of", "in", "inside", "across"])
_HELPING = NOUNS["helping"]
_MISSIONS = NOUNS["own_missions"]
_REACH = 14  # tokens from a sum to the word that leads to its recipient
_NEAR = 6


def indirect(parsed: Parsed, first: int, governor: Governor) -> Mention | None:
    """Return the indirect object right between a verb and its sum: "has lent Haiti $150 million"."""
    if governor.clause is None or not governor.rule.startswith("verb-"):
        return None
    for name in parsed.names:
        if name.begin == governor.clause.verb.last and name.last == first and name.kind in GIVERS_AND_BODIES:
            return Mention(name.name, name.kind, parsed.span(name.first, name.last))
    return None


def receiver(parsed: Parsed, governor: Governor) -> Mention | None:
    """Return who receives as the subject of its clause: "Yemen has got $5m from Oman", "was given $5m"."""
    if governor.clause is None or governor.rule not in ("received", "passive-object"):
        return None
    start, end = governor.clause.subject
    start += parsed.norms(start, start + 1) == ["the"]
    name = parsed.name_at(start) if start < end else None
    if name is None or name.last != end or name.kind not in GIVERS_AND_BODIES:
        return None
    return Mention(name.name, name.kind, parsed.span(name.first, name.last))


def recipient_behind(parsed: Parsed, first: int, last: int, donor: Mention | None) -> Mention | None:
    """Return the recipient named behind "to", "for" or "into"; None where it is a mission or its fund."""
    for i in range(first, min(last, first + _REACH)):
        norm = parsed.tokens[i].norm
        if norm in (";", ".", "—") or (norm in ("and", "which", "who") and i > first + _NEAR):
            return None
        if norm in _TO and parsed.norms(i - 2, i) != [",", "and"]:
            found = _named_behind(parsed, i + 1, last, donor)
            if found is not None:
                return found
    return None


def _named_behind(parsed: Parsed, first: int, last: int, donor: Mention | None) -> Mention | None:
    """Return the recipient that a phrase names: "help the Lebanese army", "schools in Syria"."""
    start = first
    while start < min(last, first + 3) and parsed.tokens[start].norm in _HELPING:
        start += 1
    name = parsed.name_at(start) if start < last else None
    if name is None:
        own = "its" in parsed.norms(first, start) or parsed.norms(first - 1, first) == ["into"]
        return None if own else _place_helped(parsed, start, last, donor)
    if name.kind not in GIVERS_AND_BODIES or (donor is not None and name.name == donor.name):
        return _apposed_name(parsed, name)
    if any(c.subject[0] == name.begin and c.verb.first >= name.last for c in parsed.clauses):
        return None  # "with Japan adding ¥500 million"
    following = parsed.norms(name.last, name.last + 3)
    adjective = name.alias in (AliasKind.ADJECTIVE, AliasKind.DEMONYM)
    if adjective and _apposed_name(parsed, name) is not None:
        return _apposed_name(parsed, name)
    qualifies = adjective or (following[:1] == ["'s"] and name.kind is not ActorKind.BODY)
    if (qualifies and not NOUNS["recipients"] & set(following)) or _MISSIONS & set(following):
        return None
    return Mention(name.name, name.kind or ActorKind.BODY, parsed.span(name.first, name.last))


def _apposed_name(parsed: Parsed, name: Name) -> Mention | None:
    """Return the body whose name a state's adjective opens: "the Danish Red Cross"."""
    following = parsed.name_at(name.last) if name.last < len(parsed.tokens) else None
    adjective = name.kind is ActorKind.STATE and name.alias is AliasKind.ADJECTIVE
    if not adjective or following is None or following.kind in (ActorKind.STATE, None):
        return None
    span = parsed.span(name.first, following.last)
    return Mention(text_of(parsed.tokens[name.first : following.last]), ActorKind.BODY, span)


def _place_helped(parsed: Parsed, first: int, last: int, donor: Mention | None) -> Mention | None:
    """Return the state where what is helped is: "for the rebuilding of Lebanon", "for schools in Syria"."""
    for i in range(first, min(last - 1, first + _NEAR)):
        norm = parsed.tokens[i].norm
        if not parsed.tokens[i].word or norm in _MISSIONS | NOUNS["people"] or norm in _TO:
            return None
        if norm not in _WITHIN:
            continue
        name = parsed.name_at(i + 1)
        if name is None or name.kind is not ActorKind.STATE or name.alias is not AliasKind.NAME:
            return None
        if (donor is not None and name.name == donor.name) or _MISSIONS & set(
            parsed.norms(name.last, name.last + 2)
        ):
            return None
        return Mention(name.name, ActorKind.STATE, parsed.span(name.first, name.last))
    return None


def heading_recipient(heading: Parsed) -> Mention | None:
    """Return the actor whom a heading names as the one whom the items below are for: "II. Somali police"."""
    known = any(n.begin <= 1 and n.kind in GIVERS_AND_BODIES for n in heading.names)
    return recipient_named(heading, 0, len(heading.tokens)) if known else None


def recipient_named(parsed: Parsed, first: int, last: int) -> Mention | None:
    """Return the actor that a label or heading ``[first, last)`` names as the one who gets something.

    None where it names a mission, or nobody: what a mission gets needs no recipient.
    """
    name = next(
        (n for n in parsed.names if first <= n.first and n.begin <= first + 1 and n.last <= last), None
    )
    if name is None or name.kind is None:
        return None
    whole = name.alias not in (AliasKind.ADJECTIVE, AliasKind.DEMONYM) and name.kind in GIVERS_AND_BODIES
    if whole and not any(token.cap for token in parsed.tokens[name.last : last]):
        return Mention(name.name, name.kind, parsed.span(name.first, name.last))
    first += parsed.tokens[first].norm == "the"
    if name.kind not in GIVERS_AND_BODIES and name.last < last:
        return None
    return Mention(text_of(parsed.tokens[first:last]), ActorKind.BODY, parsed.span(first, last))
