"""Level 4: lists of contributors: "Rwanda: an infantry battalion of 750 troops", under "Offers so far"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.extract.contingents import ALL_PEOPLE, SENDERS, Governed, Group, contributor_of, is_part, unit_of
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
_ABOVE = (
    *_STATUSES[:1],
    ("above_to_come", DeploymentStatus.OFFERED),
    *_STATUSES[1:],
    ("above_come", DeploymentStatus.DEPLOYED),
)
_PLACES = frozenset({"in", "at"})


@dataclass(frozen=True, slots=True)
class PeopleItem:
    """An item that a contributor labels; what the lines above the list say of its people, and where.

    ``dated`` is the date of the heading, "Strength on 8 April", with the line that it stands in.
    """

    contributor: Actor
    value: int
    status: DeploymentStatus
    said: Places
    dated: tuple[Parsed, int] | None = None

    def governs(self, parsed: Parsed, group: Group) -> bool:
        """Tell whether the item, and no clause inside it, says what a group is."""
        own = any(c.verb.form is Form.FINITE and c.verb.first < group.first for c in parsed.clauses)
        if own or is_part(parsed, group):
            return False
        return group.contributor is None and group.first >= self.value

    def governed(self, parsed: Parsed, first: int | None = None) -> Governed:
        """Return what the item says of its people: its own words first, then those above the list.

        ``first`` is where one group of several begins, whose words end at the next.
        """
        start, end = self.value if first is None else first, len(parsed.tokens)
        if first is not None:
            end = next((f for f, _last, _m in parsed.counts if f > first), end)
        for key, status in _STATUSES:
            own = words_among(parsed, _NOUNS[key] - _PLACES, start, end)
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
    finite = [c for c in parsed.clauses if c.verb.form is Form.FINITE]
    if item.label is None or (finite and not _counts_first(parsed, item.value, finite[0].verb.first)):
        return None
    first, last = item.label
    names = [n for n in parsed.names if first <= n.begin and n.last <= last and n.kind in SENDERS]
    if len(names) != 1 or names[0].kind is not ActorKind.STATE:
        return None
    contributor = contributor_of(parsed, names[0].first, names[0].last)
    if contributor is None:
        return None
    label = (parsed.span(first, last),)
    above = [*([item.below] if item.below is not None else []), *block.above]
    return PeopleItem(contributor, item.value, _told_above(above), label, _date_above(above))


def _counts_first(parsed: Parsed, value: int, verb: int) -> bool:
    """Tell whether an item opens with its figure, whatever it then goes on to say of it."""
    return any(value <= first <= value + 2 and last <= verb for first, last, _m in parsed.counts)


def _told_above(above: list[Parsed]) -> DeploymentStatus:
    """Return what the lines above a list say of its people, offered where they say nothing."""
    for line in above:
        norms = set(line.norms(0, len(line.tokens)))
        for key, status in _ABOVE:
            if norms & (_NOUNS[key] - _PLACES):
                return status
    return DeploymentStatus.OFFERED


def _date_above(above: list[Parsed]) -> tuple[Parsed, int] | None:
    """Return the date in the heading right above a list."""
    heading = next(iter(above), None)
    if heading is None or any(c.verb.form is Form.FINITE for c in heading.clauses):
        return None
    return next(((heading, first) for first, _last, _mention in heading.dates), None)


def uncounted_item(parsed: Parsed, item: PeopleItem) -> tuple[Group, Governed] | None:
    """Read an item without a count: "Burundi: a battalion, size to be settled"."""
    end = len(parsed.tokens)
    nouns = set(_CLEAR) & set(parsed.norms(item.value, end))
    if parsed.counts or not nouns or parsed.money:
        return None
    where = words_among(parsed, nouns, item.value, end)
    group = Group(item.value, item.value + 1, None, unit_of(nouns), item.contributor, "", where)
    return group, item.governed(parsed)._replace(rule="list-item-people")
