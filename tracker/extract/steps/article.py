"""What the rules for steps share: the words, the article as a whole, and what a rule finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tracker.claims import FieldSpan, Mention, Span
from tracker.extract.discourse import Discourse
from tracker.extract.lexicon import load, section
from tracker.extract.missions import Missions
from tracker.extract.reading import Parsed, Reading
from tracker.extract.timing import Timeline
from tracker.vocab import ActorKind, MilestoneKind, PartialDate

WORDS = section("events", "steps")
MANDATING_BODIES = frozenset(load("bodies")["mandating"])
WHOLE: dict[str, str] = load("bodies")["whole"]


@dataclass(slots=True)
class Step:
    """A step that the article tells of; ``date`` is None where none can be worked out."""

    kind: MilestoneKind
    parsed: Parsed
    date: PartialDate | None
    by: Mention | None
    span: Span
    rule: str
    confidence: float
    until: PartialDate | None = None
    replaced_by: str | None = None
    fields: tuple[FieldSpan, ...] = ()


class Finding(NamedTuple):
    """What a rule reads in a clause: the kind of step, who takes it, and the rule's name."""

    kind: MilestoneKind
    by: Mention | None
    rule: str
    since: bool = False  # "has been there since July", "was there by July": such a date is that of the step
    others: tuple[Mention, ...] = ()  # who takes the same step with ``by``


@dataclass(frozen=True, slots=True)
class Article:
    """What all clauses of an article share."""

    reading: Reading
    discourse: Discourse
    missions: Missions
    timeline: Timeline

    @property
    def own(self) -> str | None:
        """Return the slug of the article's own mission."""
        return self.missions.main.slug if self.missions.main else None

    @property
    def today(self) -> PartialDate | None:
        """Return the day of publication."""
        published = self.reading.published
        return PartialDate.of_day(published) if published is not None else None

    @property
    def mandator(self) -> str | None:
        """Return the body that gives the mission its mandate."""
        known = self.reading.gaz.missions.get(self.own or "")
        return known.authority if known is not None else None

    @property
    def authority(self) -> str | None:
        """Return the organization that runs the mission."""
        return self.reading.gaz.parents.get(self.mandator, self.mandator) if self.mandator else None

    def names(self, actor: str) -> bool:
        """Tell whether the article names an actor."""
        return any(n.name == actor for parsed in self.reading.parsed for n in parsed.names)

    def names_other(self, parsed: Parsed, first: int, last: int) -> bool:
        """Tell whether tokens ``[first, last)`` name another mission and not the article's own."""
        named = [n.name for n in parsed.names if n.kind is None and first <= n.first < last]
        return bool(named) and self.own not in named

    def foremost_state(self) -> str | None:
        """Return the state that the article names most, but for the mission's host."""
        return next((state for state in self.reading.states() if state != self.missions.host), None)

    def runner(self, span: Span) -> Mention | None:
        """Return who leads the mission, else who runs it."""
        by = self.missions.lead or self.authority
        return self.mention(by, span) if by is not None else None

    def organization(self, span: Span) -> Mention | None:
        """Return the organization that runs the mission."""
        return self.mention(self.authority, span) if self.authority is not None else None

    def mention(self, name: str, span: Span) -> Mention:
        """Return a state or body as a claim names it; a part of a body stands for the whole."""
        name = WHOLE.get(name, name)
        return Mention(name, self.reading.gaz.kinds.get(name, ActorKind.STATE), span)
