"""Level 4: who gets what is given, where the sentence says so."""

from __future__ import annotations

from tracker.claims import Mention
from tracker.extract.gifts import GIVERS_AND_BODIES, NOUNS, Governor
from tracker.extract.names import text_of
from tracker.extract.reading import Parsed
from tracker.vocab import ActorKind, AliasKind


def indirect(parsed: Parsed, first: int, governor: Governor) -> Mention | None:
    """Return the indirect object right between a verb and its sum: "has lent Haiti $150 million"."""
    if governor.clause is None or not governor.rule.startswith("verb-"):
        return None
    for name in parsed.names:
        if name.begin == governor.clause.verb.last and name.last == first and name.kind in GIVERS_AND_BODIES:
            return Mention(name.name, name.kind, parsed.span(name.first, name.last))
    return None


def recipient_behind(parsed: Parsed, first: int, last: int, donor: Mention | None) -> Mention | None:
    """Return the recipient where a state or body is named behind "to", "for" or "with"."""
    for i in range(first, min(last, first + 14)):
        norm = parsed.tokens[i].norm
        if norm in (";", ".", "—") or (norm in ("and", "which", "who") and i > first + 6):
            return None
        if norm not in ("to", "for", "with"):
            continue
        start = i + 1
        if start < last and parsed.tokens[start].norm in ("the", "help", "support"):
            start += 1
        name = parsed.name_at(start) if start < last else None
        if (
            name is None
            or name.kind not in GIVERS_AND_BODIES
            or (donor is not None and name.name == donor.name)
        ):
            continue
        if any(c.subject[0] == name.begin and c.verb.first >= name.last for c in parsed.clauses):
            continue  # "with Japan adding ¥500 million"
        following = parsed.norms(name.last, name.last + 3)
        qualifies = name.alias in (AliasKind.ADJECTIVE, AliasKind.DEMONYM) or following[:1] == ["'s"]
        if qualifies and not NOUNS["recipients"] & set(following):
            continue
        if not {"mission", "force", "operation"} & set(following):
            return Mention(name.name, name.kind, parsed.span(name.first, name.last))
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
