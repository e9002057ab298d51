"""Level 4: values that the readers of gifts hand each other, and the grammar that they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from tracker.claims import FieldSpan, Mention, PledgeClaim
from tracker.extract.clauses import Clause
from tracker.extract.discourse import Actor, Discourse
from tracker.extract.evidence import Places, spans_of, standing, verb_words
from tracker.extract.lexicon import load, section
from tracker.extract.modality import Sense
from tracker.extract.names import uncertain
from tracker.extract.reading import Parsed
from tracker.extract.timing import When
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, PledgeStatus, Purpose

VERBS = section("giving", "verbs")
NOUNS = section("giving", "nouns")
GIVE_ALL = frozenset().union(
    *(VERBS[key] for key in ("offered", "committed", "giving", "withdrawn", "receiving"))
)
NOT_GIVEN = section("giving", "not_giving")["verbs"]
GIVERS = (ActorKind.STATE, ActorKind.ORGANIZATION)
GIVERS_AND_BODIES = (*GIVERS, ActorKind.BODY)
SOURCES = (["from"], ["from", "the"])
_REACH = 18  # tokens behind a verb in which its agent or source may stand
_PHRASAL_REACH = 10  # tokens behind a verb in which its particle may stand
PURPOSES = {word: Purpose(key) for key, words in section("giving", "purposes").items() for word in words}
_GOVERNING = frozenset(["for", "with", "on", "of", "from"])
_GROWING = frozenset(["add", "double", "increase", "top", "announce", "unveil"])


def _phrasal() -> dict[str, list[tuple[list[str], PledgeStatus]]]:
    """Return the particles of each verb with what the two say together."""
    found: dict[str, list[tuple[list[str], PledgeStatus]]] = {}
    for status, phrases in load("giving")["phrasal"].items():
        for verb, *words in (phrase.split() for phrase in phrases):
            found.setdefault(verb, []).append((words, PledgeStatus(status)))
    return found


_PHRASAL = _phrasal()


class Particle(NamedTuple):
    """The tokens ``[first, last)`` that make a verb one of giving, and what the two say together."""

    status: PledgeStatus
    first: int
    last: int


@dataclass(slots=True)
class Draft:
    """A pledge in the making, with where it was seen."""

    claim: PledgeClaim
    parsed: Parsed
    at: int
    donor: Actor | None = None
    clause: Clause | None = None
    part: bool = False


@dataclass(frozen=True, slots=True)
class Governor:
    """What governs a sum: its status, its giver and the rule that read it.

    ``collective`` says that the givers are many and not named, ``total`` that the sum contains others,
    ``part`` that it is contained in the one before. ``said`` is where the status is said, empty where the
    verb of ``clause`` says it. A list says by its labels who gets it (``recipient``), by its lead when it was
    announced (``when``) and whom it is for where the item says no more (``aim``).
    """

    status: PledgeStatus
    donor: Actor | None
    rule: str
    confidence: float
    clause: Clause | None = None
    collective: bool = False
    total: bool = False
    part: bool = False
    said: Places = ()
    recipient: Mention | None = None
    aim: Mention | None = None
    when: When | None = None

    def status_places(self, parsed: Parsed, at: int) -> Places:
        """Return where the status of the sum at token ``at`` is said."""
        return self.said or (giving_words(parsed, self.clause, at) if self.clause is not None else ())


@dataclass(slots=True)
class Memory:
    """What was said so far: the last giver and sum of the article, and the sums of this sentence."""

    donor: Actor | None = None
    draft: Draft | None = None
    sentence: list[Draft] = field(default_factory=list)


def purposes_in(parsed: Parsed, first: int, last: int) -> dict[Purpose, list[int]]:
    """Return the purposes that tokens ``[first, last)`` name, in order, with their words; names left out."""
    found: dict[Purpose, list[int]] = {}
    paying = {c.verb.head for c in parsed.clauses if c.verb.base == "pay"}  # "will pay for fuel" is no salary
    for i in range(first, last):
        if i in paying or parsed.norms(i, i + 2) == ["pay", "for"]:
            continue
        purpose = PURPOSES.get(parsed.tokens[i].norm)
        if purpose is not None and not is_named(parsed, i):
            found.setdefault(purpose, []).append(i)
    return without_supplies(parsed, found)


def without_supplies(parsed: Parsed, found: dict[Purpose, list[int]]) -> dict[Purpose, list[int]]:
    """Return the purposes without relief that is only food beside fuel: to a camp both are supplies."""
    relief = found.get(Purpose.HUMANITARIAN, [])
    if Purpose.LOGISTICS in found and all(parsed.tokens[i].norm == "food" for i in relief):
        found.pop(Purpose.HUMANITARIAN, None)
    return found


def is_named(parsed: Parsed, at: int) -> bool:
    """Tell whether a word is part of a name; one that only opens a sentence with a capital is none."""
    name = parsed.name_at(at)
    return name is not None and not (at == 0 and name.last == 1 and uncertain(name))


def purpose_fields(parsed: Parsed, purposes: Mapping[Purpose, Iterable[int]]) -> tuple[FieldSpan, ...]:
    """Return where the words for purposes stand."""
    return standing("purposes", (parsed.span(i, i + 1) for found in purposes.values() for i in found))


def status_of_draft(draft: Draft) -> Places:
    """Return where the status of an earlier sum is said: the next may share it."""
    return spans_of(draft.claim.fields, "status")


def giving_words(parsed: Parsed, clause: Clause, at: int) -> Places:
    """Return the verb that gives the thing at token ``at``, with its particle: "set", "aside"."""
    found = particle(parsed, clause, at)
    verb = verb_words(parsed, clause)
    return verb if found is None else (*verb, parsed.span(found.first, found.last))


def governing_clause(parsed: Parsed, at: int) -> Clause | None:
    """Return the clause whose complement, or else whose subject, holds token ``at``."""
    best: Clause | None = None
    for clause in parsed.clauses:
        if clause.verb.last <= at < clause.end:
            best = clause
    if best is not None:
        return best
    its = [c for c in parsed.clauses if c.subject[0] <= at < c.subject[1]]
    return next((c for c in its if c.verb.form is Form.FINITE), its[0] if its else None)


def gives(parsed: Parsed, clause: Clause, at: int | None = None) -> bool:
    """Tell whether a verb gives, alone or with its particle (``at``: the sum): "set aside €2m"."""
    return clause.verb.base in GIVE_ALL or particle(parsed, clause, at) is not None


def asks_parliament(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether a clause asks the giver's own parliament for something: that is an offer."""
    if clause.verb.base not in ("ask", "request", "seek") or clause.verb.passive:
        return False
    return any(
        n.parent and n.kind is ActorKind.BODY and clause.verb.last <= n.first < clause.end
        for n in parsed.names
    )


def takes_back(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether a verb takes a gift back, alone or with its particle: "cancelled", "put on hold"."""
    found = particle(parsed, clause)
    if found is not None:
        return found.status is PledgeStatus.WITHDRAWN
    return clause.verb.base in VERBS["withdrawn"]


def particle(parsed: Parsed, clause: Clause, at: int | None = None) -> Particle | None:
    """Return what gives only together with the verb: "held back", "set aside", "is down for".

    A particle that is a preposition stands before what it governs, the thing at token ``at``.
    """
    start = clause.verb.last
    behind = parsed.norms(start, start + _PHRASAL_REACH)
    for words, status in _PHRASAL.get(clause.verb.base, ()):
        place = _place_of(words, behind)
        if place is None:
            continue
        found = Particle(status, start + place, start + place + len(words))
        if words[-1] not in _GOVERNING or at is None or found.last <= at:
            return found
    return None


def _place_of(wanted: list[str], words: list[str]) -> int | None:
    size = len(wanted)
    return next((i for i in range(len(words) - size + 1) if words[i : i + size] == wanted), None)


def status_of(parsed: Parsed, clause: Clause, meaning: Sense) -> PledgeStatus:
    """Return how far a gift has come that is the object of the clause, said in the sense ``meaning``."""
    verb = clause.verb
    found = particle(parsed, clause)
    if takes_back(parsed, clause) and verb.base != "pause":
        return PledgeStatus.WITHDRAWN
    if meaning in (Sense.PROMISED, Sense.IRREALIS):
        governor = parsed.clauses[verb.governor].verb.base if verb.governor is not None else ""
        binding = governor in VERBS["committed"] - {"agree"} | VERBS["resolving"]
        return PledgeStatus.COMMITTED if binding else PledgeStatus.OFFERED
    if found is not None:
        return found.status
    if verb.base in VERBS["committed"]:
        return PledgeStatus.COMMITTED
    if verb.base in VERBS["offered"] or _is_on_its_way(clause):
        return PledgeStatus.OFFERED
    return PledgeStatus.OFFERED if verb.base in _GROWING and not verb.perfect else PledgeStatus.DELIVERED


def _is_on_its_way(clause: Clause) -> bool:
    """Tell "is giving €3m", which is still to come, from "is providing food", which goes on already."""
    verb = clause.verb
    return verb.progressive and not verb.perfect and verb.base not in VERBS["ongoing"]


def actor_at(discourse: Discourse, parsed: Parsed, first: int, last: int) -> Actor | None:
    """Return the first actor that tokens ``[first, last)`` mean."""
    found = discourse.actors(parsed, first, last)
    return found[0] if found else None


def subject_of(discourse: Discourse, parsed: Parsed, clause: Clause) -> Actor | None:
    """Return the actor that a clause's subject means; "its parliament" gives for its state."""
    first, last = clause.subject
    actor = actor_at(discourse, parsed, first, last) if first < last else None
    if actor is None and first < last and "fund" in parsed.norms(first, last):
        return _owner(discourse, parsed, first)
    if actor is None or actor.kind is not ActorKind.BODY or actor.state is not None:
        return actor
    owner = _owner(discourse, parsed, first)
    return replace(actor, state=owner.state) if owner is not None else actor


def _owner(discourse: Discourse, parsed: Parsed, first: int) -> Actor | None:
    """Return whom "its" means that opens a subject: "its parliament", "its Peace Fund"."""
    return actor_at(discourse, parsed, first, first + 1) if parsed.tokens[first].norm == "its" else None


def actors_behind(
    discourse: Discourse, parsed: Parsed, clause: Clause, preposition: str, reach: int = _REACH
) -> list[Actor]:
    """Return all that a clause names behind ``preposition``, at most ``reach`` tokens from its verb."""
    for i in range(clause.verb.last, min(clause.end, clause.verb.last + reach)):
        if parsed.tokens[i].norm == preposition:
            found = discourse.actors(parsed, i + 1, min(clause.end, i + 8))
            if found:
                return found
    return []


def actor_behind(discourse: Discourse, parsed: Parsed, clause: Clause, preposition: str) -> Actor | None:
    """Return the actor that a clause names behind ``preposition``: "paid by Canada", "got from Norway"."""
    return next(iter(actors_behind(discourse, parsed, clause, preposition)), None)


def source_before(discourse: Discourse, parsed: Parsed, clause: Clause) -> Actor | None:
    """Return the actor that opens a clause as its source: "From Taiwan comes an offer"."""
    start, end = clause.subject
    if parsed.norms(start, start + 1) != ["from"] or end - start < 2:
        return None
    return actor_at(discourse, parsed, start + 1, end)
