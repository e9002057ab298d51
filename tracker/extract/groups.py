"""Level 4: counted groups of people: the noun behind a count, its unit, and whose people they are."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.claims import Span
from tracker.extract.contingents import ALL_PEOPLE, SENDERS, Group, contributor_of, unit_of
from tracker.extract.counts import CountMention
from tracker.extract.discourse import Actor
from tracker.extract.evidence import Places
from tracker.extract.gazetteer import Gazetteer
from tracker.extract.goods import IN_KIND
from tracker.extract.lexicon import section, words
from tracker.extract.reading import Parsed
from tracker.extract.tokens import Token
from tracker.extract.verbs import Form
from tracker.extract.whose import (
    body_contributor,
    is_noun,
    means_people,
    name_behind,
    of_those,
    owner,
    source,
)
from tracker.vocab import ActorKind, AliasKind, Unit

_PREPOSITIONS = words("words", "prepositions")
_NOUNS = section("sending", "nouns")
_PHRASE_ENDS = _PREPOSITIONS | _NOUNS["phrase_ends"] | words("words", "auxiliaries")
_BODIES = _NOUNS["bodies"] | _NOUNS["groups"] | _NOUNS["counted_bodies"]
_MOST_BODIES = 20  # battalions of one contributor
_MOST_PEOPLE = 500_000  # a larger figure counts a population
_TALLIES = (["the", "number"], ["the", "total"], ["the", "tally"], ["the", "count"])
_REACH = 7  # tokens from a count to the end of its noun phrase


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The noun phrase behind a count: its end, its words for people, the contributor that qualifies it.

    ``where`` is where the words for people stand.
    """

    end: int
    nouns: tuple[str, ...]
    contributor: Actor | None
    where: Places = ()
    several: bool = False


def groups(parsed: Parsed, gaz: Gazetteer) -> list[Group]:
    """Return the counted groups of people of a sentence in order, the parts of a whole left out."""
    found = [
        group
        for first, last, mention in parsed.counts
        if mention.value <= _MOST_PEOPLE
        and not parsed.is_disowned(first)
        and parsed.norms(last, last + 2) not in _TALLIES  # "bringing to four the number of contributors"
        and (group := _group(parsed, first, last, mention, gaz)) is not None
    ]
    return _without_parts(parsed, found)


def _without_parts(parsed: Parsed, found: list[Group]) -> list[Group]:
    """Drop the parts that follow their whole: "200 people, 170 soldiers and 30 police officers"."""
    kept: list[Group] = []
    at = 0
    while at < len(found):
        parts = _parts(parsed, found, at)
        kept.append(_with_units_of(found[at], parts) if parts else found[at])
        at += 1 + len(parts)
    return kept


def _parts(parsed: Parsed, found: list[Group], at: int) -> list[Group]:
    """Return the two to four groups behind ``found[at]`` that add up to it, [] where none do."""
    whole = found[at].count
    named = {n.last for n in parsed.names}  # "Malawi 300"
    for end in range(at + 3, min(len(found), at + 5) + 1):
        parts = found[at + 1 : end]
        if any(p.contributor is not None or p.first in named for p in parts):
            continue
        if whole is not None and sum(p.count.value for p in parts if p.count) == whole.value:
            return parts
    return []


def _with_units_of(whole: Group, parts: list[Group]) -> Group:
    units = {group.unit for group in (whole, *parts)} - {Unit.UNKNOWN}
    where = tuple(span for group in (whole, *parts) for span in group.unit_words)
    unit = Unit.MIXED if len(units) > 1 else next(iter(units), Unit.UNKNOWN)
    return replace(whole, unit=unit, unit_words=where)


def _group(parsed: Parsed, first: int, last: int, mention: CountMention, gaz: Gazetteer) -> Group | None:
    """Read the noun behind a count: "about 200 Kenyan police officers", "24 Jamaicans", "1,000"."""
    tokens = parsed.tokens
    if mention.strong and last < len(tokens) and tokens[last].norm in ("-", "-strong"):
        last += 1
    last = _of_them(parsed, last)
    phrase = _body(parsed, last) if mention.strong else None
    phrase = phrase or _phrase(parsed, last)
    body = _body_before(parsed, first)
    if phrase is None or not phrase.nouns:
        alone = phrase is not None and _stands_alone(parsed, last, phrase.end)
        if not alone and body is None:
            return None
        named = phrase.contributor if phrase is not None else None
        contributor = named or owner(parsed, first) or source(parsed, last)
        contributor = contributor or of_those(parsed, first, last)
        kinds = _kinds_of_body(parsed, first - 2) if body is not None else range(0)
        where: Places = tuple(parsed.span(at, at + 1) for at in kinds)
        unit = unit_of({parsed.tokens[at].norm for at in kinds})
        return Group(first, last, mention, unit, contributor, body or "", where)
    if _counts_bodies(parsed, mention, phrase):
        return None
    noun, unit, where = phrase.nouns[-1], unit_of(set(phrase.nouns)), phrase.where
    contributor = None if phrase.several else phrase.contributor or owner(parsed, first)
    if contributor is not None:
        return Group(first, phrase.end, mention, unit, contributor, noun, where)
    name = name_behind(parsed, phrase.end)
    if name is None or phrase.several:
        return Group(first, phrase.end, mention, unit, None, noun, where, several=phrase.several)
    contributor = body_contributor(parsed, name, gaz)
    if unit is Unit.UNKNOWN and {"defence", "defense"} & set((contributor.head or "").split()):
        unit, where = Unit.MILITARY, (contributor.span,)
    return Group(first, name.last, mention, unit, contributor, noun, where)


def _phrase(parsed: Parsed, start: int) -> _Phrase | None:
    """Read the noun phrase at token ``start``; None where it counts things: votes, years."""
    nouns: list[str] = []
    where: list[Span] = []
    contributor: Actor | None = None
    several = False
    at = start
    while at < min(len(parsed.tokens), start + _REACH):
        token = parsed.tokens[at]
        name = parsed.name_at(at)
        if name is not None and name.kind in SENDERS and not nouns:
            if means_people(parsed, name, token):
                people = contributor_of(parsed, name.first, name.last)
                return _Phrase(name.last, ("people",), people, (parsed.span(name.first, name.last),))
            if name.alias not in (AliasKind.ADJECTIVE, AliasKind.ACRONYM, AliasKind.NAME):
                break
            several = several or contributor is not None
            contributor = contributor_of(parsed, name.first, name.last)
            at = _next_adjective(parsed, name.last)
            continue
        if token.norm in ALL_PEOPLE:
            nouns.append(token.norm)
            where.append(parsed.span(at, at + 1))
        elif not (
            nouns
            and token.norm in ("and", "or")
            and parsed.norms(at + 1, at + 2)[0:1]
            and is_noun(parsed, at + 1)
        ):
            if nouns or not token.word or token.norm in _PHRASE_ENDS:
                break
            if token.norm in _NOUNS["measures"] or _other_plural(token) or _is_thing(parsed, at):
                return None
            if at > start + 3:
                break
        at += 1
    return _Phrase(at, tuple(nouns), contributor, tuple(where), several=several)


def _next_adjective(parsed: Parsed, at: int) -> int:
    """Return where a further adjective of a state begins: "Italian, Czech and"; ``at`` without one."""
    gap = 2 if parsed.norms(at, at + 2) == [",", "and"] else 1
    joined = parsed.norms(at, at + gap) in ([","], ["and"], [",", "and"])
    name = parsed.name_at(at + gap) if joined and at + gap < len(parsed.tokens) else None
    follows = name is not None and name.kind is ActorKind.STATE and name.alias is AliasKind.ADJECTIVE
    return at + gap if follows else at


def _body(parsed: Parsed, start: int) -> _Phrase | None:
    """Read "a 60-member medical team": a body of people whose strength was given."""
    for at in range(start, min(len(parsed.tokens), start + 3)):
        if parsed.name_at(at) is not None or parsed.tokens[at].norm in ALL_PEOPLE | _PHRASE_ENDS:
            return None
        if parsed.tokens[at].norm in _NOUNS["bodies"]:
            return _Phrase(at + 1, ("group",), None, (parsed.span(at, at + 1),))
    return None


def _counts_bodies(parsed: Parsed, mention: CountMention, phrase: _Phrase) -> bool:
    """Tell whether battalions are counted, and not people: "two battalions", "one police unit of 160"."""
    if mention.strong or not phrase.nouns:
        return False
    if mention.value > _MOST_BODIES:  # "800 Kenyan companies do business there", "a 170 contingent"
        return phrase.nouns[-1] in _NOUNS["counted_bodies"] and phrase.nouns[-1].endswith("s")
    behind = parsed.norms(phrase.end, phrase.end + 1)
    return phrase.nouns[-1] in _BODIES or not _BODIES.isdisjoint(behind)


def _is_thing(parsed: Parsed, at: int) -> bool:
    """Tell whether a word counts things: "one frigate", but "one helicopter pilot"."""
    return parsed.tokens[at].norm in IN_KIND and not is_noun(parsed, at + 1)


def _other_plural(token: Token) -> bool:
    return token.norm.endswith("s") and not token.cap and token.norm not in _NOUNS["adjectives"]


def _body_before(parsed: Parsed, first: int) -> str | None:
    """Return the noun of "a battalion of 850": what kind of people the number counts."""
    norms = parsed.norms(first - 2, first)
    return norms[0] if norms[1:] == ["of"] and norms[0] in _NOUNS["bodies"] else None


def _kinds_of_body(parsed: Parsed, at: int) -> range:
    """Return the tokens that say the kind of the body at token ``at``: "police unit of 160"."""
    return range(at - 1 if at and is_noun(parsed, at - 1) else at, at + 1)


def _stands_alone(parsed: Parsed, last: int, end: int) -> bool:
    """Tell whether a count without a noun can stand for people: "Benin 2,000", "another 200 will follow"."""
    tokens = parsed.tokens
    if parsed.norms(last, last + 1) and parsed.tokens[last].norm in _NOUNS["promised"] | _NOUNS["coming"]:
        return True  # "of the 1,000 promised by Kenya"
    if any(c.verb.first == last and c.verb.form is Form.FINITE and c.verb.past for c in parsed.clauses):
        return True  # "the remaining 150 left on Monday"
    if end == last and parsed.norms(last, last + 1) not in (["-"], ["%"], ["per"], ["percent"]):
        return True
    return tokens[min(end, len(tokens) - 1)].norm in _NOUNS["after_bare"]


def _of_them(parsed: Parsed, at: int) -> int:
    """Return where the noun comes behind "of them", "of its 12,944", "of 120", ``at`` where none follows."""
    norms = parsed.norms(at, at + 3)
    if norms[:1] != ["of"]:
        return at
    if norms[1:2] in (["them"], ["these"], ["those"]):
        return at + 2
    whole = at + 2 if norms[1:2] and norms[1] in _NOUNS["owners"] else at + 1
    nested = next((last for first, last, _ in parsed.counts if first == whole), None)
    if nested is not None:
        return nested
    people = norms[1:2] in (["his"], ["her"], ["its"]) and is_noun(parsed, whole)
    return whole if people else at  # "24 of his soldiers"
