"""Level 5: which mission an article is about, and which others it tells of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from tracker.claims import MissionRef
from tracker.extract.gazetteer import Gazetteer
from tracker.extract.names import Name
from tracker.extract.reading import Parsed, Reading
from tracker.extract.verbs import Form
from tracker.knowledge import MissionEntry
from tracker.vocab import ActorKind, AliasKind

_HEADS = frozenset("mission force operation deployment peacekeepers intervention contingent peacekeeping".split())
_TROOPS = frozenset("troops soldiers forces police peacekeepers officers personnel contingent trainers monitors".split())
_SENDING = frozenset("send deploy dispatch contribute".split())
_PLACED = frozenset("in to for of into".split())
_KINDS = frozenset(
    "security peacekeeping police police-led military stabilization stabilisation training monitoring observer assistance regional "
    "international multinational support peace naval un u.n. eu nato au african-union multi-national advisory protection un-mandated "
    "peace-keeping ceasefire cease-fire".split()
)
_PAST = frozenset("earlier former previous predecessor past old last first".split())
_TITLE_WEIGHT, _LEAD_WEIGHT = 3.0, 2.0


@dataclass(slots=True)
class Missions:
    """The missions of one article: the main one (None where it is about none) and all that are named."""

    main: MissionRef | None
    others: tuple[MissionRef, ...]
    host: str | None
    lead: str | None
    by_sentence: dict[int, set[str]] = field(default_factory=dict)


def country_slug(state: str) -> str:
    """Return the slug of a mission that goes by its country: ``haiti-mission``."""
    return "-".join("".join(c if c.isalnum() else " " for c in state.casefold()).split()) + "-mission"


def _weight(parsed: Parsed, first_body: int) -> float:
    if parsed.head:
        return _TITLE_WEIGHT
    return _LEAD_WEIGHT if parsed.index - first_body < 3 else 1.0


class MissionFinder:
    """Finds the missions of one article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.gaz: Gazetteer = reading.gaz
        self.scores: Counter[str] = Counter()
        self.named: Counter[str] = Counter()
        self.by_sentence: dict[int, set[str]] = {}
        self.refs: dict[str, MissionRef] = {}

    def find(self) -> Missions:
        """Return the article's missions."""
        first_body = next((p.index for p in self.reading.parsed if not p.head), 0)
        for parsed in self.reading.parsed:
            weight = _weight(parsed, first_body)
            for name in parsed.names:
                if name.kind is None:
                    past = parsed.norms(name.first - 6, name.first)
                    self.named[name.name] += 1
                    faded = 0.4 if any(w in ("earlier", "former", "previous", "predecessor", "old", "then") for w in past) else 1.0
                    self._add(parsed, name.name, weight * 1.5 * faded)
        for parsed in self.reading.parsed:
            weight = _weight(parsed, first_body)
            for slug in self._described(parsed):
                self._add(parsed, slug, weight)
        return self._choose()

    def _add(self, parsed: Parsed, slug: str, weight: float) -> None:
        self.scores[slug] += weight  # type: ignore[assignment]
        self.by_sentence.setdefault(parsed.index, set()).add(slug)

    def _described(self, parsed: Parsed) -> list[str]:
        """Return the missions that a sentence describes: "the Kenya-led force in Haiti"."""
        found: list[str] = []
        tokens = parsed.tokens
        asking = self._asking(parsed)
        if asking is not None:
            found.append(self._slug(asking, None, known_only=False))
        for i, token in enumerate(tokens):
            if token.norm in _HEADS and parsed.name_at(i) is None:
                host, lead = self._around(parsed, i)
                if host is not None:
                    found.append(self._slug(host, lead))
            elif token.norm in _TROOPS and not self._in_mission_name(parsed, i):
                place = self._placed_troops(parsed, i)
                if place is not None:
                    found.append(self._slug(*place))
        return found

    @staticmethod
    def _in_mission_name(parsed: Parsed, at: int) -> bool:
        name = parsed.name_at(at)
        return name is not None

    def _around(self, parsed: Parsed, head: int) -> tuple[str | None, str | None]:
        """Return the host and the leader that stand around a word for a mission."""
        tokens = parsed.tokens
        lead: str | None = None
        host: str | None = None
        start = head
        typed = False
        while start and (
            parsed.name_at(start - 1) is not None
            or tokens[start - 1].norm in _KINDS
            or tokens[start - 1].norm in ("-led", "-backed", "-mandated", "-authorised", "-authorized", "'s", "new", "own")
        ):
            start -= 1
            typed |= tokens[start].norm in _KINDS or tokens[start].norm.startswith("-")
        for name in parsed.names:
            if start <= name.first < head and name.kind is not None:
                led = name.last < len(tokens) and tokens[name.last].norm.startswith("-")
                adjacent = name.last == head
                if led or name.kind is ActorKind.ORGANIZATION:
                    lead = name.state
                elif name.kind is ActorKind.STATE and adjacent and name.alias is AliasKind.NAME:
                    host = name.name
                elif name.kind is ActorKind.STATE and name.alias is AliasKind.NAME and not any(
                    t.norm.startswith("-") for t in tokens[name.last : head]
                ):
                    host = host or name.name
                elif name.kind is ActorKind.STATE:
                    lead = name.name
        end = min(len(tokens), head + 9)
        for i in range(head + 1, end):
            norm = tokens[i].norm
            if norm in (".", ";", ":", "—") or (norm == "," and i > head + 1):
                break
            name = parsed.name_at(i)
            if name is not None and name.kind is ActorKind.STATE and name.alias in (AliasKind.NAME, AliasKind.ACRONYM, AliasKind.CAPITAL):
                before = parsed.norms(head + 1, i)
                placed = bool({*before[-2:]} & _PLACED) and len(before) <= 4
                if placed and not any(c.verb.form is Form.FINITE and head < c.verb.first < i for c in parsed.clauses) and (host is None or typed):
                    host = host or name.name
                    break
            if name is not None and name.kind is ActorKind.STATE and tokens[i - 1].norm == "by":
                lead = name.name
        if host is not None and host == lead:
            lead = None
        return host, lead

    def _placed_troops(self, parsed: Parsed, at: int) -> tuple[str, str | None] | None:
        """Return host and sender of "Rwandan forces … in northern Mozambique", "send police to Haiti"."""
        tokens = parsed.tokens
        sender = next((n.state for n in parsed.names if n.last in (at, at - 1) and n.kind in (ActorKind.STATE, ActorKind.ORGANIZATION)), None)
        sent = any(c.verb.base in _SENDING and 0 <= at - c.verb.last <= 7 for c in parsed.clauses)
        if sender is None and not sent:
            return None
        for i in range(at + 1, min(len(tokens), at + 12)):
            if tokens[i].norm in (".", ";", ":"):
                break
            name = parsed.name_at(i)
            if name is None or name.kind is not ActorKind.STATE or name.alias in (AliasKind.ADJECTIVE, AliasKind.DEMONYM):
                continue
            before = parsed.norms(max(at + 1, i - 3), i)
            if any(w in ("in", "to", "into") for w in before) and name.name != sender:
                return name.name, sender
        return None

    def _asking(self, parsed: Parsed) -> str | None:
        """Return the state that asks the world for a force on its own soil."""
        for clause in parsed.clauses:
            if clause.verb.base not in ("ask", "request", "appeal", "seek", "plead", "call") or clause.verb.passive or clause.verb.negated:
                continue
            after = parsed.norms(clause.verb.last, min(clause.end, clause.verb.last + 12))
            if "for" not in after and clause.verb.base not in ("request", "seek") or not {"force", "troops", "soldiers", "peacekeepers", "mission", "intervention"} & set(after):
                continue
            name = next((n for n in parsed.names if clause.subject[0] <= n.first < clause.subject[1] and n.kind is ActorKind.STATE), None)
            if name is not None and name.alias is not AliasKind.ADJECTIVE:
                return name.name
        return None

    def _slug(self, host: str, lead: str | None, *, known_only: bool = True) -> str:
        """Return the known mission in ``host`` that fits the description, else the country's own."""
        known = [m for m in self.gaz.missions.values() if m.host == host]
        named = [m for m in known if self.named[m.slug]]
        anywhere = [m for m in self.gaz.missions.values() if m.host is None]
        fitting = [m for m in (*known, *anywhere) if self._led(m, lead)] if lead else []
        country = country_slug(host)
        pool = [m for m in fitting if self.named[m.slug]]
        if pool:
            return max(pool, key=lambda m: (self.named[m.slug], m.slug)).slug
        at_home = [m for m in fitting if m.host == host]
        if len(at_home) == 1 and self.gaz.kinds.get(lead or "") is ActorKind.ORGANIZATION:
            return at_home[0].slug
        if lead is None and named and known_only:
            return max(named, key=lambda m: (self.named[m.slug], m.slug)).slug
        if lead is None and len(known) == 1:
            return known[0].slug
        self.refs.setdefault(country, MissionRef(country, f"{host} mission", host))
        return country

    @staticmethod
    def _led(mission: MissionEntry, lead: str | None) -> bool:
        if lead is None:
            return False
        if mission.lead == lead or mission.authority == lead:
            return True
        return lead == "United Nations" and (mission.authority or "").startswith("UN ") and mission.name.startswith(("United Nations", "UN "))

    def _ref(self, slug: str) -> MissionRef:
        known = self.gaz.missions.get(slug)
        if known is not None:
            return MissionRef(known.slug, known.name, known.host)
        return self.refs.get(slug) or MissionRef(slug, slug)

    def _choose(self) -> Missions:
        best = max(self.scores, key=lambda s: (self.scores[s], s), default=None)
        if best is None or self.scores[best] < 1.0:
            return Missions(None, (), None, None, self.by_sentence)
        others = tuple(self._ref(s) for s in sorted(self.scores) if s != best and self.named[s])
        main = self._ref(best)
        known = self.gaz.missions.get(best)
        return Missions(main, others, main.host, known.lead if known else None, self.by_sentence)
