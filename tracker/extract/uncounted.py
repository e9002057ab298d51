"""Level 4: contributors named without a count: "Jamaica and Belize have offered officers"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tracker.extract.clauses import Clause
from tracker.extract.contingents import (
    ALL_PEOPLE,
    SENDERS,
    Governed,
    Group,
    contributor_of,
    is_under_way,
    status_told,
    unit_of,
)
from tracker.extract.discourse import Actor
from tracker.extract.evidence import words_among
from tracker.extract.lexicon import section
from tracker.extract.modality import UNREAL, Sense, sense
from tracker.extract.names import Name
from tracker.extract.reading import Parsed
from tracker.extract.senders import Senders
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, AliasKind, DeploymentStatus, Unit

_VERBS = section("sending", "verbs")
_NOUNS = section("sending", "nouns")
_OBJECT_REACH = 14  # tokens behind a verb in which its object is sought
_HOMEWARD = ("take", "bring", "pull", "order", "call", "fly", "send")
_CLEAR_PEOPLE = ALL_PEOPLE - _NOUNS["vague"]
_DEPLOYMENTS = frozenset({"deployment", "sending", "contribution", "dispatch"})
_SOURCES = ALL_PEOPLE - {"people", "others", "men", "women", "members"}  # "soldiers from Malawi"


def uncounted(
    parsed: Parsed, senders: Senders, named: set[str], host: str | None
) -> list[tuple[Group, Governed]]:
    """Return the contributors of a sentence that no count belongs to, with what is said of each.

    ``named`` are those that a count of the sentence belongs to already; ``host`` sends nobody.
    """
    found: list[tuple[Group, Governed]] = []
    seen = {*named, *([host] if host else [])}
    for group, governed in _from_list(parsed):
        if group.contributor is not None and group.contributor.state not in seen:
            seen.add(group.contributor.name)
            found.append((group, governed))
    for clause in parsed.clauses:
        moving = _moving(parsed, clause, senders, host)
        if moving is not None:
            found.append(moving)
            continue
        status = _status(parsed, clause)
        if status is None:
            continue
        for actor in senders.discourse.actors(parsed, *clause.subject):
            giver = actor.giver(senders.discourse.kinds)
            if giver is None or giver.name in seen or giver.kind not in SENDERS:
                continue
            seen.add(giver.name)
            found.append(_pair(parsed, clause, actor, status))
    return found


class _Sent(NamedTuple):
    """What a clause says that its subject does with people: ``nouns`` are the words for them."""

    status: DeploymentStatus
    nouns: set[str]
    rule: str


def _pair(parsed: Parsed, clause: Clause, actor: Actor, sent: _Sent) -> tuple[Group, Governed]:
    verb = clause.verb
    end = min(clause.end, verb.last + _OBJECT_REACH)
    where = words_among(parsed, sent.nouns, verb.last, end)
    unit = unit_of(sent.nouns)
    if unit is Unit.MIXED and "or" in parsed.norms(verb.last, end):
        unit, where = Unit.UNKNOWN, ()  # "police or soldiers"
    group = Group(verb.first, verb.last, None, unit, actor, "", where)
    return group, Governed(sent.status, actor, clause, sent.rule, 0.7)


def _from_list(parsed: Parsed) -> Iterator[tuple[Group, Governed]]:
    """Read "with soldiers from South Africa, Malawi and Tanzania"."""
    for i, token in enumerate(parsed.tokens):
        if token.norm != "from" or i == 0 or parsed.tokens[i - 1].norm not in _SOURCES:
            continue
        if any(last in (i, i - 1) for _f, last, _m in parsed.counts):
            continue
        names = _enumerated(parsed, i + 1)
        finite = [c for c in parsed.clauses if c.verb.form is Form.FINITE]
        before = next((c for c in reversed(finite) if c.verb.first < i), None)
        clause = before or next((c for c in finite if c.subject[0] <= i < c.subject[1]), None)
        if len(names) < 2 or clause is None:
            continue
        status = status_told(parsed, clause)
        if status is None:
            continue
        if clause.verb.base in _VERBS["offered"]:
            status = DeploymentStatus.OFFERED
        for name in names:
            actor = contributor_of(parsed, name.first, name.last)
            unit, where = unit_of({parsed.tokens[i - 1].norm}), (parsed.span(i - 1, i),)
            group = Group(name.first, name.last, None, unit, actor, "", where)
            yield group, Governed(status, actor, clause, "people-from", 0.65)


def _enumerated(parsed: Parsed, at: int) -> list[Name]:
    """Return the states enumerated from token ``at`` on."""
    names = []
    for name in parsed.names:
        if name.kind is not ActorKind.STATE or name.first < at or name.alias is not AliasKind.NAME:
            continue
        if not set(parsed.norms(at, name.begin)) <= {",", "and", "the", "or", "both"}:
            break
        names.append(name)
        at = name.last
    return names


def _moving(
    parsed: Parsed, clause: Clause, senders: Senders, host: str | None
) -> tuple[Group, Governed] | None:
    """Read people without a count who come or go: "the first Kenyan police landed in June"."""
    first, last = clause.subject
    if first >= last or any(first <= f < last for f, _l, _m in parsed.counts):
        return None
    if clause.verb.form in (Form.GERUND, Form.PARTICIPLE) or clause.verb.base == "be":
        return None
    found = senders.as_subject(parsed, clause)
    if found is None or found.status is DeploymentStatus.OFFERED:
        return None
    if found.status is DeploymentStatus.DEPLOYED and clause.verb.base in _VERBS["no_arrival"]:
        return None
    nouns = set(parsed.norms(first, last)) & _CLEAR_PEOPLE
    contributor = _whose(parsed, first, last, nouns)
    if contributor is None or contributor.state == host:
        return None
    where, said = words_among(parsed, nouns, first, last), found.status_words(parsed)
    group = Group(clause.verb.first, clause.verb.last, None, unit_of(nouns), contributor, "people", where)
    return group, Governed(found.status, contributor, clause, f"move-{clause.verb.base}-people", 0.65, said)


def _whose(parsed: Parsed, first: int, last: int, nouns: set[str]) -> Actor | None:
    """Return whose people the subject ``[first, last)`` means: "Kenyan police", "whose troops"."""
    whose = bool(nouns) and parsed.norms(first - 1, first) == ["whose"]
    for name in parsed.names:
        if name.kind is not ActorKind.STATE or name.state is None:
            continue
        inside = first <= name.first < last
        people = name.alias is AliasKind.DEMONYM or parsed.tokens[name.first].text.endswith("ns")
        qualifies = inside and (people or set(parsed.norms(name.last, name.last + 4)) & nouns)
        if qualifies or (whose and name.last in (first - 1, first - 2)):
            return contributor_of(parsed, name.first, name.last)
    return None


def _status(parsed: Parsed, clause: Clause) -> _Sent | None:
    """Return what a clause says that its subject does with people who are not counted."""
    verb = clause.verb
    if not _can_say(parsed, clause):
        return None
    meaning = sense(parsed, parsed.clauses, clause.index)
    if meaning in UNREAL:
        return None
    after = parsed.norms(verb.last, _object_end(parsed, clause))
    nouns = _people_sent(after) or _people_deployed(parsed, clause)
    if verb.base in _VERBS["offered"] | {"intend"} and nouns - {"staff", "others"}:
        return _Sent(DeploymentStatus.OFFERED, nouns, f"offer-{verb.base}-people")
    if _is_homeward(verb.base, after) and set(after) & ALL_PEOPLE:
        return _Sent(DeploymentStatus.WITHDRAWN, set(after) & ALL_PEOPLE, f"home-{verb.base}-people")
    if verb.base in _VERBS["sending_uncounted"]:
        groups = verb.base in ("send", "contribute", "deploy") and _NOUNS["groups"] & set(after[:4])
        if nouns or groups:
            sent = meaning is Sense.FACT and not is_under_way(clause)
            status = DeploymentStatus.DEPLOYED if sent else DeploymentStatus.OFFERED
            return _Sent(status, nouns, f"send-{verb.base}-people")
    joins = verb.base == "join" or (verb.base == "take" and after[:1] == ["part"])
    if joins and meaning is Sense.PROMISED:
        return _Sent(DeploymentStatus.OFFERED, set(), "take-part")
    return None


def _can_say(parsed: Parsed, clause: Clause) -> bool:
    verb = clause.verb
    loose = (Form.PARTICIPLE, Form.GERUND)
    if verb.form in loose or verb.passive:
        return False
    if verb.governor is not None and parsed.clauses[verb.governor].verb.form in loose:
        return False
    return not any(verb.last <= first < verb.last + 6 for first, _l, _m in parsed.counts)


def _object_end(parsed: Parsed, clause: Clause) -> int:
    """Return where a verb's own object ends: before an infinitive, "offered to treat wounded officers"."""
    infinitives = (c.verb.first for c in parsed.clauses if c.verb.governor == clause.index)
    return min(clause.end, clause.verb.last + _OBJECT_REACH, *infinitives)


def _people_deployed(parsed: Parsed, clause: Clause) -> set[str]:
    """Return those behind "the deployment of", be an infinitive before it: "offered to help with"."""
    after = parsed.norms(clause.verb.last, min(clause.end, clause.verb.last + _OBJECT_REACH))
    return _people_sent(after) if not _DEPLOYMENTS.isdisjoint(after) else set()


def _people_sent(after: list[str]) -> set[str]:
    """Return the words for people right behind a verb, or anywhere behind "the deployment of"."""
    if not _DEPLOYMENTS.isdisjoint(after):
        return set(after) & _CLEAR_PEOPLE
    return {
        word
        for word, following in zip(after[:6], [*after[1:7], ""], strict=False)
        if word in _CLEAR_PEOPLE
        and following not in ("mission", "force", "operation")
        and not following.startswith("-")
    }


def _is_homeward(base: str, after: list[str]) -> bool:
    return base in ("withdraw", "recall") or (base in _HOMEWARD and "home" in after)
