"""Level 5: what kind of people a count means where its own words do not say: "Kenya promised 1,000"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tracker.extract.contingents import Draft, Group, unit_of
from tracker.extract.evidence import standing, with_fields_of, without, words_among
from tracker.extract.lexicon import section
from tracker.extract.reading import Reading
from tracker.vocab import Unit

_PEOPLE = section("sending", "people")
_NOUNS = section("sending", "nouns")
_OFFICERS = frozenset({"officer", "officers"})
_PLAIN_POLICE = _PEOPLE["police"] - _OFFICERS
# Counts that go on with the noun of the one before: "1,700 soldiers, Nigeria 850 and Ghana 350".
_GOING_ON = frozenset({"deployment-elliptic", "deployment-enumerated", "deployment-each"})
_RESPECTIVE = "deployment-respective"
_MANY_OFFICERS = 100
_LIST_ITEM = "deployment-list-item"


def is_bare(group: Group) -> bool:
    """Tell whether a group's own words leave open what people they are, "personnel" not among them."""
    if group.count is None:
        return False
    demonym = group.noun == "people" and group.contributor is not None
    return demonym or group.noun in _NOUNS["bare"] or not group.noun


def settle_units(drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """Return the drafts with the units that the rest of the article says.

    Officers among soldiers alone are soldiers. A bare count takes the unit of the count that it goes on with,
    else that of the same contributor's other people, else soldiers where the article tells of no others.
    """
    no_police = _tells_of_no_police(reading)
    settled = _in_row(_officers(drafts) if no_police else drafts)
    known: dict[str, dict[Unit, Draft]] = defaultdict(dict)
    for draft in settled:
        if draft.claim.unit is not Unit.UNKNOWN and draft.claim.contributor is not None:
            known[draft.claim.contributor.name].setdefault(draft.claim.unit, draft)
    everywhere = {unit: draft for units in known.values() for unit, draft in units.items()}
    soldiers = everywhere if list(everywhere) == [Unit.MILITARY] and (no_police or len(known) > 1) else {}
    return [_settled(draft, known, soldiers) for draft in settled]


def _settled(draft: Draft, known: dict[str, dict[Unit, Draft]], soldiers: dict[Unit, Draft]) -> Draft:
    contributor = draft.claim.contributor
    if not draft.bare or draft.claim.unit is not Unit.UNKNOWN or contributor is None:
        return draft
    units = known.get(contributor.name) or soldiers
    return _like(draft, next(iter(units.values()))) if len(units) == 1 else draft


def _like(draft: Draft, other: Draft) -> Draft:
    """Return a draft with the unit of another, and with where that is said."""
    fields = with_fields_of(draft.claim.fields, other.claim.fields, "unit")
    return replace(draft, claim=replace(draft.claim, unit=other.claim.unit, fields=fields))


def _tells_of_no_police(reading: Reading) -> bool:
    """Tell whether an article has no word for police but "officers"."""
    return all(_PLAIN_POLICE.isdisjoint(p.folded) for p in reading.parsed)


def _officers(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with a few "officers" as soldiers where soldiers are told of; many are police."""
    soldiers = next((d for d in drafts if d.claim.unit is Unit.MILITARY), None)
    if soldiers is None:
        return list(drafts)
    return [
        _like(d, soldiers) if d.claim.unit is Unit.POLICE and (d.claim.count or 0) < _MANY_OFFICERS else d
        for d in drafts
    ]


def _in_row(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with bare counts of a row in the unit of the one that says it.

    That is the one before, "1,700 soldiers, Nigeria 850"; of "240 and 257 troops respectively" the last.
    """
    last = {d.parsed.index: d for d in drafts if d.claim.rule == _RESPECTIVE}
    result: list[Draft] = []
    for draft in map(_of_list, drafts):
        said = None
        if draft.claim.rule == _RESPECTIVE:
            said = last[draft.parsed.index]
        elif draft.claim.rule in _GOING_ON and result and result[-1].parsed is draft.parsed:
            said = result[-1]
        open_to_it = draft.alone and draft.claim.unit is Unit.UNKNOWN
        result.append(_like(draft, said) if said is not None and open_to_it else draft)
    return result


def _of_list(draft: Draft) -> Draft:
    """Return an item of a list with the unit that the head of the list says: "troops from Ghana (850)"."""
    claim, parsed = draft.claim, draft.parsed
    if claim.rule != _LIST_ITEM or claim.unit is not Unit.UNKNOWN or not draft.alone:
        return draft
    unit = unit_of(set(parsed.norms(0, draft.at)))
    if unit in (Unit.UNKNOWN, Unit.MIXED):
        return draft
    where = words_among(parsed, _PEOPLE[unit.value], 0, draft.at)
    fields = (*without(claim.fields, "unit"), *standing("unit", where[:1]))
    return replace(draft, claim=replace(claim, unit=unit, fields=fields))
