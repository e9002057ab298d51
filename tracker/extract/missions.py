"""Level 5: which mission an article is about, and which others it tells of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tracker.claims import MissionRef
from tracker.extract.gazetteer import Gazetteer
from tracker.extract.lexicon import section
from tracker.extract.mission_words import Description, described
from tracker.extract.reading import Parsed, Reading
from tracker.knowledge import MissionEntry
from tracker.vocab import ActorKind

_FADED = section("missions", "described")["faded"]
_HEAD_WEIGHT, _LEAD_WEIGHT, _BODY_WEIGHT = 3.0, 2.0, 1.0
_NAMED, _NAMED_AS_PAST = 1.5, 0.6  # how much more a name counts than a description
_LEAD_SENTENCES = 3
_ENOUGH = 1.0


@dataclass(frozen=True, slots=True)
class Missions:
    """The missions of one article: the main one (None where it is about none) and the others that it names."""

    main: MissionRef | None
    others: tuple[MissionRef, ...] = ()
    host: str | None = None
    lead: str | None = None


def country_slug(state: str) -> str:
    """Return the slug of a mission that goes by its country: ``haiti-mission``."""
    return "-".join("".join(c if c.isalnum() else " " for c in state.casefold()).split()) + "-mission"


class MissionFinder:
    """Finds the missions of one article: each mention weighs as much as its place in the article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._gaz: Gazetteer = reading.gaz
        self._scores: dict[str, float] = {}
        self._named: Counter[str] = Counter()
        self._described: dict[str, MissionRef] = {}

    def find(self) -> Missions:
        """Return the article's missions."""
        first_body = next((p.index for p in self._reading.parsed if not p.head), 0)
        weights = [_weight(p, first_body) for p in self._reading.parsed]
        for parsed, weight in zip(self._reading.parsed, weights, strict=True):
            self._add_named(parsed, weight)
        for parsed, weight in zip(self._reading.parsed, weights, strict=True):
            for description in described(parsed):
                self._add(self._slug(description), weight)
        return self._choose()

    def _add_named(self, parsed: Parsed, weight: float) -> None:
        for name in parsed.names:
            if name.kind is None:
                past = not _FADED.isdisjoint(parsed.norms(name.first - 6, name.first))
                self._named[name.name] += 1
                self._add(name.name, weight * (_NAMED_AS_PAST if past else _NAMED))

    def _add(self, slug: str, weight: float) -> None:
        self._scores[slug] = self._scores.get(slug, 0.0) + weight

    def _slug(self, described_as: Description) -> str:
        """Return the known mission that fits a description, else the country's own."""
        host, lead, asked = described_as
        known = [m for m in self._gaz.missions.values() if m.host == host]
        anywhere = [m for m in self._gaz.missions.values() if m.host is None]
        fitting = [m for m in (*known, *anywhere) if _led(m, lead)]
        at_home = [m for m in fitting if m.host == host]
        chosen = self._most_named(fitting)
        if chosen is None and len(at_home) == 1 and self._gaz.kinds.get(lead or "") is ActorKind.ORGANIZATION:
            chosen = at_home[0].slug
        if chosen is None and lead is None:
            chosen = None if asked else self._most_named(known)
            if chosen is None and len(known) == 1:
                chosen = known[0].slug
        if chosen is not None:
            return chosen
        country = country_slug(host)
        self._described.setdefault(country, MissionRef(country, f"{host} mission", host))
        return country

    def _most_named(self, missions: list[MissionEntry]) -> str | None:
        named = [m.slug for m in missions if self._named[m.slug]]
        return max(named, key=lambda slug: (self._named[slug], slug), default=None)

    def _ref(self, slug: str) -> MissionRef:
        known = self._gaz.missions.get(slug)
        if known is not None:
            return MissionRef(known.slug, known.name, known.host)
        return self._described.get(slug) or MissionRef(slug, slug)

    def _choose(self) -> Missions:
        best = max(self._scores, key=lambda slug: (self._scores[slug], slug), default=None)
        if best is None or self._scores[best] < _ENOUGH:
            return Missions(None)
        main = self._ref(best)
        known = self._gaz.missions.get(best)
        others = tuple(self._ref(slug) for slug in sorted(self._scores) if slug != best and self._named[slug])
        return Missions(main, others, main.host, known.lead if known else None)


def _weight(parsed: Parsed, first_body: int) -> float:
    if parsed.head:
        return _HEAD_WEIGHT
    return _LEAD_WEIGHT if parsed.index - first_body < _LEAD_SENTENCES else _BODY_WEIGHT


def _led(mission: MissionEntry, lead: str | None) -> bool:
    if lead is None:
        return False
    if lead in (mission.lead, mission.authority):
        return True
    ours = (mission.authority or "").startswith("UN ") and mission.name.startswith(("United Nations", "UN "))
    return lead == "United Nations" and ours
