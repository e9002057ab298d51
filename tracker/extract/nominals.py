"""Level 4: people whom a noun says are sent: "Benin's offer of 2,000", "the arrival of 500 Rwandans"."""

from __future__ import annotations

from tracker.extract.clauses import Clause
from tracker.extract.contingents import SENDERS, Governed, Group, contributor_of
from tracker.extract.discourse import Actor, Discourse
from tracker.extract.evidence import Places, verb_words
from tracker.extract.lexicon import section, words
from tracker.extract.modality import UNREAL, Sense, sense
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, DeploymentStatus

_VERBS = section("sending", "verbs")
_NOUNS = section("sending", "nouns")
_PREPOSITIONS = words("words", "prepositions")
_APPROVING = section("sending", "approving")
_SENDINGS = frozenset(
    {"deployment", "dispatch", "despatch", "employment", "sending", "mandate", "contribution", "mission"}
)
_PHRASE_REACH = 6  # tokens between an owner and the noun that it owns


def nominal(parsed: Parsed, group: Group, discourse: Discourse) -> Governed | None:
    """Return what a noun says of the people behind it, None where it says nothing of sending."""
    return (
        _offer_of(parsed, group, discourse)
        or _plan_to_send(parsed, group, discourse)
        or _approved_move(parsed, group, discourse)
        or _move_of(parsed, group, discourse)
    )


def _offer_of(parsed: Parsed, group: Group, discourse: Discourse) -> Governed | None:
    """Read "Benin's offer of 2,000 soldiers", "an offer by Benin of 2,000", "a pledge of 500 from Benin"."""
    if parsed.norms(group.first - 1, group.first) != ["of"]:
        return None
    at = _noun_before(parsed, group.first - 1, _NOUNS["offers"])
    if at is None:
        return None
    behind = discourse.actors(parsed, at + 2, group.first - 1) if at < group.first - 3 else []
    found = behind or _owner(parsed, at, discourse)
    actor = next((a for a in found if a.state is not None), None) or _from_before(parsed, at)
    actor = actor or _who_comes_with(parsed, at, discourse)
    if actor is None and group.contributor is None:
        return None
    return _offered_by(parsed, at, actor)


def _who_comes_with(parsed: Parsed, at: int, discourse: Discourse) -> Actor | None:
    """Return the subject of "Kenya came forward in July with an offer of 1,000 police"."""
    if parsed.norms(at - 2, at) not in (["with", "an"], ["with", "a"], ["made", "an"], ["make", "an"]):
        return None
    clause = next((c for c in reversed(parsed.clauses) if _is_finite_before(c, at)), None)
    if clause is None or clause.verb.passive or sense(parsed, parsed.clauses, clause.index) in UNREAL:
        return None
    found = discourse.actors(parsed, *clause.subject) if clause.subject[0] < clause.subject[1] else []
    return next((a for a in found if a.state is not None), None)


def _from_before(parsed: Parsed, at: int) -> Actor | None:
    """Return the state of "from Nepal comes an offer of 130"."""
    for name in parsed.names:
        if name.last <= at and name.kind in SENDERS and parsed.norms(name.begin - 1, name.begin) == ["from"]:
            return contributor_of(parsed, name.first, name.last)
    return None


def _noun_before(parsed: Parsed, at: int, nouns: frozenset[str]) -> int | None:
    """Return the noun right before token ``at``, or before "by Benin", "from its neighbour" there."""
    for i in range(at - 1, max(-1, at - _PHRASE_REACH), -1):
        norm = parsed.tokens[i].norm
        if norm in nouns:
            return i if i == at - 1 or parsed.norms(i + 1, i + 2) in (["by"], ["from"]) else None
        if norm in (",", ";", "of"):
            return None
    return None


def _owner(parsed: Parsed, at: int, discourse: Discourse) -> list[Actor]:
    """Return whose the noun at token ``at`` is: "Benin's offer", "the government's plan", "its pledge"."""
    for name in parsed.names:
        parted = any(name.last <= c.verb.first < at for c in parsed.clauses)  # "Chad dropped plans"
        if name.last in (at, at - 1, at - 2) and name.kind in (*SENDERS, ActorKind.PERSON) and not parted:
            return discourse.actors(parsed, name.begin, name.last)
    if parsed.norms(at - 1, at) == ["'s"]:
        start = at - 1
        while start and start > at - _PHRASE_REACH and parsed.tokens[start - 1].word:
            if parsed.tokens[start - 1].norm in _PREPOSITIONS:
                break
            start -= 1
            if parsed.tokens[start].norm in ("the", "its", "his", "their"):
                break
        return discourse.actors(parsed, start, at - 1)
    return discourse.actors(parsed, at - 1, at) if parsed.norms(at - 1, at) == ["its"] else []


def _offered_by(parsed: Parsed, at: int, actor: Actor | None) -> Governed:
    """Return what has become of the offer at token ``at``: it stands, or was taken back."""
    taken_back = next(
        (
            c
            for c in parsed.clauses
            if c.verb.last <= at < c.end and c.verb.base in _VERBS["taking_back"] and not c.verb.negated
        ),
        None,
    )
    if taken_back is None:
        said: Places = (parsed.span(at, at + 1),)
        return Governed(DeploymentStatus.OFFERED, actor, None, "offer-of", 0.85, said)
    return Governed(DeploymentStatus.WITHDRAWN, actor, None, "offer-of", 0.85, verb_words(parsed, taken_back))


def _plan_to_send(parsed: Parsed, group: Group, discourse: Discourse) -> Governed | None:
    """Read "Rwanda's pledge to send 500 soldiers", "the government's plan to deploy 1,000 officers"."""
    for clause in parsed.clauses:
        verb = clause.verb
        close = 0 <= group.first - verb.last <= 2
        if verb.form is not Form.INFINITIVE or verb.base not in _VERBS["sending"] or not close:
            continue
        at = verb.first - 1
        verbal = any(c.verb.first <= at < c.verb.last for c in parsed.clauses)
        if verbal or not _NOUNS["plans"] & set(parsed.norms(at, verb.first)):
            return None
        if sense(parsed, parsed.clauses, clause.index) in UNREAL:
            return None
        actor = next((a for a in _owner(parsed, at, discourse) if a.state is not None), None)
        if actor is None:
            return None
        said = (parsed.span(at, verb.last),)
        return Governed(DeploymentStatus.OFFERED, actor, None, "plan-to", 0.75, said)
    return None


def _approved_move(parsed: Parsed, group: Group, discourse: Discourse) -> Governed | None:
    """Read "extended the deployment of 1,400 soldiers", "gave its consent to the dispatch of 3,500"."""
    at = _noun_of(parsed, group)
    if at is None or parsed.tokens[at].norm not in _SENDINGS:
        return None
    clause = next((c for c in reversed(parsed.clauses) if _is_finite_before(c, at)), None)
    if clause is None or clause.verb.passive or sense(parsed, parsed.clauses, clause.index) is not Sense.FACT:
        return None
    consents = not _APPROVING["consent"].isdisjoint(parsed.norms(clause.verb.last, at))
    if not consents and clause.verb.base not in _APPROVING["extending"]:
        return None
    actors = discourse.actors(parsed, *clause.subject) if clause.subject[0] < clause.subject[1] else []
    actor = next((a for a in actors if a.state is not None), None)
    if actor is None or actor.kind is ActorKind.ORGANIZATION:
        return None
    said = (*verb_words(parsed, clause), parsed.span(at, at + 1))
    return Governed(DeploymentStatus.APPROVED, actor, clause, f"approve-{clause.verb.base}", 0.75, said)


def _is_finite_before(clause: Clause, at: int) -> bool:
    verb = clause.verb
    return verb.form is Form.FINITE and verb.last <= at < max(clause.end, verb.last + 1)


def _noun_of(parsed: Parsed, group: Group) -> int | None:
    """Return the noun that "of" joins to a group: the "dispatch" of "the dispatch of up to 3,500"."""
    before = parsed.norms(group.first - 5, group.first)
    of = next((i for i in range(1, len(before)) if before[-i] == "of"), None)
    return group.first - of - 1 if of is not None else None


def _move_of(parsed: Parsed, group: Group, discourse: Discourse) -> Governed | None:
    """Read "the deployment of 500 Rwandan soldiers began in March", "after the arrival of 500 Rwandans"."""
    at = _noun_of(parsed, group)
    noun = parsed.tokens[at].norm if at is not None else ""
    if at is None or noun not in _NOUNS["moves"]:
        return None
    clause = _clause_of(parsed, at)
    if clause is None:
        return None
    meaning = sense(parsed, parsed.clauses, clause.index)
    if meaning in UNREAL or clause.verb.base not in _VERBS["proceeding"]:
        return None
    owners = _owner(parsed, at, discourse) or _by(parsed, group, discourse)
    actor = group.contributor or next(iter(owners), None)
    if actor is None:
        return None
    status = DeploymentStatus.DEPLOYED if meaning is Sense.FACT else DeploymentStatus.OFFERED
    if noun in _NOUNS["moves_home"]:
        status = DeploymentStatus.WITHDRAWN
    return Governed(status, actor, clause, f"move-of-{noun}", 0.7, (parsed.span(at, at + 1),))


def _clause_of(parsed: Parsed, at: int) -> Clause | None:
    """Return the clause whose subject the noun at token ``at`` heads, or stands in."""
    return next((c for c in parsed.clauses if c.subject[0] <= at < c.subject[1]), None)


def _by(parsed: Parsed, group: Group, discourse: Discourse) -> list[Actor]:
    """Return the actor right behind a group: "of 500 soldiers by Rwanda"."""
    if parsed.norms(group.last, group.last + 1) != ["by"]:
        return []
    return discourse.actors(parsed, group.last + 1, min(len(parsed.tokens), group.last + 5))
