"""Level 5: which mission an article is about, and which others it tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from tracker.claims import MissionRef, Span
from tracker.extract.gazetteer import Gazetteer
from tracker.extract.known_missions import alike, at_work, fit, is_led, only
from tracker.extract.lexicon import load, words
from tracker.extract.mission_words import Description, described
from tracker.extract.names import Name
from tracker.extract.reading import Parsed, Reading
from tracker.extract.theatres import untold
from tracker.knowledge import MissionEntry
from tracker.vocab import ActorKind, DatePrecision

_FADED = words("missions", "faded")
_FADED_PHRASES: list[str] = load("missions")["faded_phrases"]
_OLD = _FADED - {"earlier", "then"}
_OLD_REACH = 4
_OFFICERS = words("missions", "officers")
_EVERYWHERE = frozenset({"United Nations", "European Union"})  # named in articles on anybody's missions
_SORTS = words("missions", "sorts")
_HEAD_WEIGHT, _LEAD_WEIGHT, _BODY_WEIGHT = 3.0, 2.0, 1.0
_NAMED, _NAMED_WEAKLY = 1.5, 0.6  # how much more a name counts than a description; as past, or in an office
_LEAD_SENTENCES = 3
_ENOUGH = 1.0


# Why a mission is the article's: its mentions weigh most; it is a known one, the weightier is made up of a
# country and its visitors; it took over from the weightier; none is named, but one is talked of in a theatre.
Ground = Literal["weight", "named", "successor", "theatre"]


class Cue(NamedTuple):
    """A mention that counts for a mission: where it stands, what it weighs, and how it means the mission."""

    slug: str
    weight: float
    span: Span
    how: str  # "named", "named as past or as somebody's", "described"


@dataclass(frozen=True, slots=True)
class Missions:
    """The missions of one article: the main one (None where it is about none) and others that it names.

    ``cues`` are the mentions that decided, in the order of the text.
    """

    main: MissionRef | None
    others: tuple[MissionRef, ...] = ()
    host: str | None = None
    lead: str | None = None
    in_passing: bool = False  # told of in one sentence of the body, no more
    cues: tuple[Cue, ...] = ()
    ground: Ground = "weight"


def country_slug(state: str) -> str:
    """Return the slug of a mission that goes by its country: ``haiti-mission``."""
    return "-".join("".join(c if c.isalnum() else " " for c in state.casefold()).split()) + "-mission"


class MissionFinder:
    """Finds the missions of one article: each mention weighs as much as its place in the article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._gaz: Gazetteer = reading.gaz
        self._scores: dict[str, float] = {}
        self._counted: dict[tuple[int, str], Cue] = {}  # by sentence
        self._named: set[str] = set()
        self._old: set[str] = set()  # named as one that has gone: "the old mission, AMIS"
        self._present: Counter[str] = Counter()  # how often each is named as one that is still there
        self._described: dict[str, MissionRef] = {}
        self._states = reading.states()
        self._first_body = next((p.index for p in reading.parsed if not p.head), 0)

    def find(self) -> Missions:
        """Return the article's missions."""
        for parsed in self._reading.parsed:
            self._add_named(parsed)
        for parsed in self._reading.parsed:
            for description in described(parsed):
                placed = self._placed(description)
                slug = self._slug(placed) if placed is not None else None
                if slug is not None:
                    place = parsed.span(description.at, description.at + 1)
                    self._add(parsed, slug, 1.0, place, "described")
        return self._choose()

    def _weight(self, parsed: Parsed) -> float:
        if parsed.head:
            return _HEAD_WEIGHT
        return _LEAD_WEIGHT if self._opens(parsed) else _BODY_WEIGHT

    def _opens(self, parsed: Parsed) -> bool:
        return parsed.index - self._first_body < _LEAD_SENTENCES

    def _add_named(self, parsed: Parsed) -> None:
        officers: set[str] = set()  # missions that the sentence names as somebody's, by their acronyms too
        for name in parsed.names:
            if name.kind is None:
                past = self._past(parsed, name)
                if not _OLD.isdisjoint(parsed.norms(name.first - _OLD_REACH, name.first)):
                    self._old.add(name.name)
                self._named.add(name.name)
                self._present[name.name] += not past
                if _is_of_an_officer(parsed, name):
                    officers.add(name.name)
                weak = past or name.name in officers
                place = parsed.span(name.first, name.last)
                if weak:
                    self._add(parsed, name.name, _NAMED_WEAKLY, place, "named as past or as somebody's")
                else:
                    self._add(parsed, name.name, _NAMED, place, "named")

    def _past(self, parsed: Parsed, name: Name) -> bool:
        """Tell whether a mission is named as one that was before."""
        before = parsed.norms(name.first - 6, name.first)
        phrase = " ".join(before[-4:])
        if not _FADED.isdisjoint(before) or any(p in phrase for p in _FADED_PHRASES):
            return True
        published = self._reading.published
        ends = (m.resolve() for _f, _l, m in parsed.dates if m.preposition in ("to", "until"))
        closed = (e for e in ends if e is not None and e.precision is DatePrecision.YEAR)
        return published is not None and any(e.first.year < published.year for e in closed)

    def _add(self, parsed: Parsed, slug: str, factor: float, place: Span, how: str) -> None:
        """Count a mention; of several in a sentence only the weightiest counts."""
        weight = self._weight(parsed) * factor
        before = self._counted.get((parsed.index, slug))
        counted = before.weight if before is not None else 0.0
        if weight > counted:
            self._counted[parsed.index, slug] = Cue(slug, weight, place, how)
            self._scores[slug] = self._scores.get(slug, 0.0) + weight - counted

    def _placed(self, description: Description) -> Description | None:
        """Return a description with its host: "the Kenya-led mission" is where Kenya leads one.

        Of several such states it is the one named most; an organization's mission must be in the state that
        the article names most of all. A mission at sea is placed by the sea's name in the article.
        """
        if description.host is not None or description.area is not None:
            return description
        lead = description.lead or ""
        led = at_work([m for m in self._gaz.missions.values() if is_led(m, lead)], self._reading.published)
        hosts = {m.host for m in led if m.host is not None}
        if not description.led:
            hosts &= set(self._states[:1])
        area = next((m.area for m in led if m.host is None and m.area and m.area in self._reading.body), None)
        if description.led and area is not None:
            return description._replace(area=area)
        host = next((s for s in self._states if s in hosts), None) or self._hosts_own(description)
        return description._replace(host=host) if host is not None else None

    def _hosts_own(self, description: Description) -> str | None:
        """Return the host whose name stands before its mission: "Haiti's police mission"."""
        place = description.lead
        here = [m for m in self._gaz.missions.values() if m.host == place and place is not None]
        return place if description.owned and at_work(here, self._reading.published) else None

    def _slug(self, description: Description) -> str | None:
        """Return the known mission that fits a description, else the country's own; None for a sea's."""
        host, area = description.host, description.area
        all_of_them = self._gaz.missions.values()
        nearby = [m for m in all_of_them if area is not None and m.area == area]
        there = nearby or [m for m in all_of_them if host is not None and m.host == host]
        known = at_work(there, self._reading.published)
        chosen = self._led_by(description, known) if description.lead else self._of_nobody(description, known)
        if chosen is not None or host is None:
            return chosen
        country = country_slug(host)
        self._described.setdefault(country, MissionRef(country, f"{host} mission", host))
        return country

    def _led_by(self, description: Description, known: Sequence[MissionEntry]) -> str | None:
        lead = description.lead or ""
        anywhere = (m for m in self._gaz.missions.values() if m.host is None and m.area is None)
        chosen = self._most_named([m for m in (*known, *anywhere) if is_led(m, lead)])
        telling = description.led or self._gaz.kinds.get(lead) is ActorKind.ORGANIZATION
        if chosen is not None:
            return chosen
        led = [m for m in known if is_led(m, lead)]
        if telling:
            return only(led, description.words) or self._most_named(known)
        # "Ugandan troops in Congo" may be there for anything: in a named mission, if in one at all.
        plain = next((m.slug for m in led if m.host and m.slug == country_slug(m.host)), None)
        return plain or self._most_named(alike(known, description))

    def _of_nobody(self, description: Description, known: Sequence[MissionEntry]) -> str | None:
        chosen = None if description.asked else self._most_named(alike(known, description))
        if chosen is None and len(known) == 1 and fit(known[0], description.words) >= 0:
            chosen = known[0].slug
        return chosen or only(known, description.words & _SORTS, least=1) or self._of_bloc(known)

    def _of_bloc(self, known: Sequence[MissionEntry]) -> str | None:
        """Return the one mission among ``known`` that a bloc leads which the article's opening names."""
        opening = self._reading.opening(_LEAD_SENTENCES)
        blocs = {n.name for p in opening for n in p.names if n.kind is ActorKind.ORGANIZATION} - _EVERYWHERE
        return only([m for m in known if m.lead in blocs], frozenset())

    def _most_named(self, missions: Sequence[MissionEntry]) -> str | None:
        named = [m.slug for m in missions if self._present[m.slug]]
        return max(named, key=lambda slug: (self._present[slug], slug), default=None)

    def _ref(self, slug: str) -> MissionRef:
        known = self._gaz.missions.get(slug)
        if known is not None:
            return MissionRef(known.slug, known.name, known.host)
        return self._described.get(slug) or MissionRef(slug, slug)

    def _best(self) -> tuple[str | None, Ground]:
        """Return the mission that the article is about, and why: of equal ones the first."""
        ranked = sorted(self._scores, key=lambda slug: -self._scores[slug])
        best = next((slug for slug in ranked if self._scores[slug] >= _ENOUGH), None)
        if best is None:
            return untold(self._reading), "theatre"
        if best not in self._gaz.missions:
            # A known one that is named is it rather than one made up of a country and its visitors.
            named = next((slug for slug in ranked if slug in self._named and self._present[slug]), None)
            return (named, "named") if named is not None else (best, "weight")
        successor = self._gaz.missions[best].successor
        if best in self._old and successor is not None and self._present[successor]:
            return successor, "successor"
        return best, "weight"

    def _choose(self) -> Missions:
        best, ground = self._best()
        cues = tuple(sorted(self._counted.values(), key=lambda cue: cue.span))
        if best is None:
            return Missions(None, cues=cues)
        main = self._ref(best)
        known = self._gaz.missions.get(best)
        others = tuple(self._ref(slug) for slug in sorted(self._named) if slug != best)
        in_passing = self._scores.get(best, _ENOUGH) < _LEAD_WEIGHT
        return Missions(main, others, main.host, known.lead if known else None, in_passing, cues, ground)


def _is_of_an_officer(parsed: Parsed, name: Name) -> bool:
    """Tell whether a mission is named as somebody's: "the head of BINUH said"."""
    return not _OFFICERS.isdisjoint(parsed.norms(name.first - 4, name.first))
