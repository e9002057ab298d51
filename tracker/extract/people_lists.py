"""Level 4: lists of contributors: "Rwanda: an infantry battalion of 750 troops", under "Offers so far"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.extract.contingents import ALL_PEOPLE, SENDERS, Governed, Group, contributor_of, unit_of
from tracker.extract.discourse import Actor
from tracker.extract.evidence import Places, words_among
from tracker.extract.lexicon import section
from tracker.extract.lists import Block, Item, blocks
from tracker.extract.reading import Parsed, Reading
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, DeploymentStatus, Unit

_NOUNS = section("sending", "nouns")
_CLEAR = ALL_PEOPLE - _NOUNS["vague"] - {"others", "strong"}
_STATUSES = (
    ("gone", DeploymentStatus.WITHDRAWN),
    ("still_to_come", DeploymentStatus.OFFERED),
    ("offers_told", DeploymentStatus.OFFERED),
    ("come", DeploymentStatus.DEPLOYED),
)


@dataclass(frozen=True, slots=True)
class PeopleItem:
    """An item that a contributor labels; what the lines above the list say of its people, and where."""

    contributor: Actor
    value: int
    status: DeploymentStatus
    said: Places

    def governed(self, parsed: Parsed) -> Governed:
        """Return what the item says of its people: its own words first, then those above the list."""
        for key, status in _STATUSES:
            own = words_among(parsed, _NOUNS[key] - {"in", "at"}, self.value, len(parsed.tokens))
            if own:
                return Governed(status, self.contributor, None, "list-item", 0.7, own)
        return Governed(self.status, self.contributor, None, "list-item", 0.7, self.said)

    def with_unit(self, parsed: Parsed, group: Group) -> Group:
        """Return a group with the unit that the rest of the item says: "a police unit, 180 strong"."""
        nouns = set(_CLEAR) & set(parsed.norms(self.value, len(parsed.tokens)))
        if group.unit is not Unit.UNKNOWN or not nouns:
            return group
        where = words_among(parsed, nouns, self.value, len(parsed.tokens))
        return replace(group, unit=unit_of(nouns), unit_words=where)


def people_items(reading: Reading) -> dict[int, PeopleItem]:
    """Return the items of an article's lists of contributors, by the index of their sentence."""
    found: dict[int, PeopleItem] = {}
    for block in blocks(reading):
        for item in block.items:
            labelled = _labelled(item, block) if not item.cells else None
            if labelled is not None:
                found[item.parsed.index] = labelled
    return found


def _labelled(item: Item, block: Block) -> PeopleItem | None:
    parsed = item.parsed
    if item.label is None or any(c.verb.form is Form.FINITE for c in parsed.clauses):
        return None
    first, last = item.label
    names = [n for n in parsed.names if first <= n.begin and n.last <= last and n.kind in SENDERS]
    if len(names) != 1 or names[0].kind is not ActorKind.STATE:
        return None
    contributor = contributor_of(parsed, names[0].first, names[0].last)
    if contributor is None:
        return None
    label = (parsed.span(first, last),)
    status = _told_above(block)
    return PeopleItem(contributor, item.value, status, label)


def _told_above(block: Block) -> DeploymentStatus:
    """Return what the lines above a list say of its people, offered where they say nothing."""
    for line in block.above:
        norms = set(line.norms(0, len(line.tokens)))
        for key, status in _STATUSES:
            if norms & (_NOUNS[key] - {"in", "at"}):
                return status
    return DeploymentStatus.OFFERED


def uncounted_item(parsed: Parsed, item: PeopleItem) -> tuple[Group, Governed] | None:
    """Read an item without a count: "Burundi: a battalion, size to be settled"."""
    end = len(parsed.tokens)
    nouns = set(_CLEAR) & set(parsed.norms(item.value, end))
    if parsed.counts or not nouns or parsed.money:
        return None
    where = words_among(parsed, nouns, item.value, end)
    group = Group(item.value, item.value + 1, None, unit_of(nouns), item.contributor, "", where)
    return group, item.governed(parsed)._replace(rule="list-item-people")
