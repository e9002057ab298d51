"""Level 4: contributors in a row: "small teams from Jamaica and Belize", "offered by Chad and Togo"."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.extract.clauses import Clause
from tracker.extract.contingents import ALL_PEOPLE, Governed, Group, contributor_of, unit_of
from tracker.extract.evidence import verb_words, words_among
from tracker.extract.lexicon import section
from tracker.extract.modality import UNREAL, Sense, sense
from tracker.extract.names import Name
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, AliasKind, DeploymentStatus

_VERBS = section("sending", "verbs")
_NOUNS = section("sending", "nouns")
_PEOPLE = ALL_PEOPLE - {"people", "others", "men", "women", "members", "strong"}
_BODIES = _NOUNS["bodies"] | _NOUNS["groups"] | {"parties", "platoons", "detachments"}
_OFFERS = _NOUNS["offers"] | {"offers", "pledges", "promises"}
_HEADS = _PEOPLE | _BODIES | _OFFERS
_BETWEEN = frozenset({",", "and", "the", "or", "both", "as", "well"})
_SOURCE_VERBS = frozenset({"come", "draw", "hail", "arrive"})
_REACH = 5  # tokens before "from" in which the people are named
_AGENT_VERBS = _VERBS["offered"] | _VERBS["sending_uncounted"]


def in_row(parsed: Parsed) -> Iterator[tuple[Group, Governed]]:
    """Yield the contributors that a sentence names in a row, with what is said of their people."""
    for at, token in enumerate(parsed.tokens):
        if token.norm not in ("from", "by", "include", "includes"):
            continue
        names = _enumerated(parsed, at + 1)
        nouns = _people_of_row(parsed, at) if names else set()
        if len(names) < (1 if nouns & _OFFERS else 2) or not nouns or (nouns <= _OFFERS and parsed.money):
            continue
        clause, heads = _clause_of_row(parsed, at, names)
        if clause is None:
            continue
        status = _status_of_row(parsed, clause, nouns)
        if status is None:
            continue
        where = words_among(parsed, nouns & _PEOPLE, 0, at)
        for name in names:
            actor = contributor_of(parsed, name.first, name.last)
            group = Group(name.first, name.last, None, unit_of(nouns & _PEOPLE), actor, "", where)
            said = verb_words(parsed, clause)
            yield group, Governed(status, actor, clause if heads else None, "people-from", 0.65, said)


def _enumerated(parsed: Parsed, at: int) -> list[Name]:
    """Return the states enumerated from token ``at`` on."""
    names: list[Name] = []
    for name in parsed.names:
        if name.kind is not ActorKind.STATE or name.first < at or name.alias is not AliasKind.NAME:
            continue
        if not set(parsed.norms(at, name.begin)) <= _BETWEEN:
            break
        names.append(name)
        at = name.last
    return names


def _people_of_row(parsed: Parsed, at: int) -> set[str]:
    """Return the words for the people, groups or offers that come from the row behind token ``at``."""
    if any(at - 2 <= last <= at for _first, last, _mention in parsed.counts):
        return set()
    mark = parsed.tokens[at].norm
    right_before = set(parsed.norms(at - _REACH, at)) & _HEADS
    if mark == "from" and parsed.norms(at - 1, at) and parsed.tokens[at - 1].norm in _HEADS:
        return right_before
    verb = next((c for c in parsed.clauses if at - 2 <= c.verb.last - 1 < at or c.verb.first == at), None)
    if verb is None or verb.subject[0] >= verb.subject[1]:
        return set()
    subject = set(parsed.norms(*verb.subject))
    if mark.startswith("include"):
        return {"contingent"} if subject & {"contributor", "contributors"} else set()
    fits = verb.verb.base in _SOURCE_VERBS if mark == "from" else verb.verb.base in _AGENT_VERBS
    return subject & _HEADS if fits and (mark == "from" or verb.verb.passive) else set()


def _clause_of_row(parsed: Parsed, at: int, names: list[Name]) -> tuple[Clause | None, bool]:
    """Return the clause that says what becomes of the people in a row, and whether they are its subject."""
    finite = [c for c in parsed.clauses if c.verb.form is Form.FINITE]
    for clause in finite:
        first, last = clause.subject
        if first <= at < last or any(first <= name.first < last for name in names):
            return clause, True
    before = next((c for c in reversed(finite) if c.verb.first <= at), None)
    if before is None or before.relative:
        return before, False
    return before, not _HEADS.isdisjoint(parsed.norms(*before.subject))


def _status_of_row(parsed: Parsed, clause: Clause, nouns: set[str]) -> DeploymentStatus | None:
    """Return what a clause says of the people in a row, None where it says that they do not come."""
    governed = [c for c in parsed.clauses if c.verb.governor == clause.index]
    meanings = {sense(parsed, parsed.clauses, c.index) for c in (clause, *governed)}
    if not meanings.isdisjoint(UNREAL):
        return None
    if clause.verb.base in _VERBS["leaving"]:
        return DeploymentStatus.WITHDRAWN
    offered = nouns & _OFFERS or clause.verb.base in _VERBS["offered"] or Sense.PROMISED in meanings
    return DeploymentStatus.OFFERED if offered else DeploymentStatus.DEPLOYED
