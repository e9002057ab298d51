"""Level 4: contributors named without a count: "Jamaica and Belize have offered officers"."""

from __future__ import annotations

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
from tracker.extract.contributors import in_row
from tracker.extract.discourse import Actor
from tracker.extract.evidence import words_among
from tracker.extract.homeward import comes_back_to
from tracker.extract.joining import CLEAR_PEOPLE, OBJECT_REACH, Sent, can_say, object_end, takes_part
from tracker.extract.lexicon import section
from tracker.extract.modality import UNREAL, Sense, sense
from tracker.extract.names import Name
from tracker.extract.reading import Parsed
from tracker.extract.senders import Senders
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, AliasKind, DeploymentStatus, Unit

_VERBS = section("sending", "verbs")
_NOUNS = section("sending", "nouns")
_HOMEWARD = ("take", "bring", "pull", "order", "call", "fly", "send")
_JOINING = frozenset({",", "and"})
_NOT_ONLY_PEOPLE = frozenset({"company", "companies", "officer", "officers", "army", "military"})
_DEPLOYMENTS = frozenset({"deployment", "sending", "contribution", "dispatch"})


def uncounted(
    parsed: Parsed, senders: Senders, named: set[str], host: str | None
) -> list[tuple[Group, Governed]]:
    """Return the contributors of a sentence that no count belongs to, with what is said of each.

    ``named`` are those that a count of the sentence belongs to already; ``host`` sends nobody.
    """
    found: list[tuple[Group, Governed]] = []
    seen = {*named, *([host] if host else [])}
    for group, governed in in_row(parsed):
        if group.contributor is not None and group.contributor.state not in seen:
            seen.add(group.contributor.name)
            found.append((group, governed))
    for clause in parsed.clauses:
        moving = _moving(parsed, clause, senders, host)
        if moving:
            found += moving
            continue
        status = _status(parsed, clause) or takes_part(parsed, clause, senders)
        if status is None:
            continue
        if _goes_elsewhere(parsed, clause, host):
            continue
        for actor in senders.discourse.actors(parsed, *clause.subject):
            giver = actor.giver(senders.discourse.kinds)
            if giver is None or giver.name in seen or giver.kind not in SENDERS:
                continue
            seen.add(giver.name)
            found.append(_pair(parsed, clause, actor, status))
        found += _another(parsed, clause, status, seen)
    return found


def _another(parsed: Parsed, clause: Clause, status: Sent, seen: set[str]) -> list[tuple[Group, Governed]]:
    """Read those who send likewise: "Tanzania has promised a battalion and Malawi another"."""
    likewise = [
        name
        for name in parsed.names
        if name.kind is ActorKind.STATE
        and clause.verb.last <= name.first
        and name.name not in seen
        and parsed.norms(name.last, name.last + 1) == ["another"]
    ]
    actors = [contributor_of(parsed, name.first, name.last) for name in likewise]
    return [_pair(parsed, clause, actor, status) for actor in actors if actor is not None]


def _goes_elsewhere(parsed: Parsed, clause: Clause, host: str | None) -> bool:
    """Tell whether people are said to go to another country: "on a UN mission, to Liberia"."""
    if host is None:
        return False
    return any(
        name.kind is ActorKind.STATE
        and name.alias is AliasKind.NAME
        and name.name != host
        and parsed.norms(name.first - 1, name.first) in (["to"], ["in"], ["into"])
        for name in parsed.names
        if clause.verb.last <= name.first < clause.end
    )


def _pair(parsed: Parsed, clause: Clause, actor: Actor, sent: Sent) -> tuple[Group, Governed]:
    verb = clause.verb
    end = min(clause.end, verb.last + OBJECT_REACH)
    where = words_among(parsed, sent.nouns, verb.last, end)
    unit = unit_of(sent.nouns)
    if unit is Unit.MIXED and "or" in parsed.norms(verb.last, end):
        unit, where = Unit.UNKNOWN, ()  # "police or soldiers"
    group = Group(verb.first, verb.last, None, unit, actor, "", where)
    return group, Governed(sent.status, actor, clause, sent.rule, 0.7)


def _moving(
    parsed: Parsed, clause: Clause, senders: Senders, host: str | None
) -> list[tuple[Group, Governed]]:
    """Read people without a count who come or go: "the first Kenyan police landed in June"."""
    first, last = clause.subject
    if first >= last or any(first <= f < last for f, _l, _m in parsed.counts):
        return []
    there = parsed.norms(clause.verb.last, clause.verb.last + 1) == ["there"]
    if clause.verb.form in (Form.GERUND, Form.PARTICIPLE) or (clause.verb.base == "be" and not there):
        return []
    found = senders.as_subject(parsed, clause)
    if found is not None and comes_back_to(parsed, clause, host):
        found = found._replace(status=status_told(parsed, clause) or found.status)
    if found is None or (found.status is DeploymentStatus.OFFERED and not found.rule.startswith("due-")):
        return []
    if found.status is DeploymentStatus.DEPLOYED and clause.verb.base in _VERBS["no_arrival"]:
        return []
    nouns = set(parsed.norms(first, last)) & CLEAR_PEOPLE
    where, said = words_among(parsed, nouns, first, last), found.status_words(parsed)
    at, unit, rule = clause.verb, unit_of(nouns), f"move-{clause.verb.base}-people"
    return [
        (
            Group(at.first, at.last, None, unit, contributor, "people", where),
            Governed(found.status, contributor, clause, rule, 0.65, said),
        )
        for contributor in _whose(parsed, first, last, nouns)
        if contributor.state != host
    ]


def _whose(parsed: Parsed, first: int, last: int, nouns: set[str]) -> list[Actor]:
    """Return whose people the subject ``[first, last)`` means: "Kenyan police", "whose troops"."""
    whose = bool(nouns) and parsed.norms(first - 1, first) == ["whose"]
    if nouns and parsed.norms(first, first + 1) in (["its"], ["their"]):
        return _subject_before(parsed, first)
    found: list[Name] = []
    for name in parsed.names:
        if name.kind is not ActorKind.STATE or name.state is None:
            continue
        inside = first <= name.first < last
        people = name.alias is AliasKind.DEMONYM or parsed.tokens[name.first].text.endswith("ns")
        qualifies = inside and (people or set(parsed.norms(name.last, name.last + 4)) & nouns)
        if not qualifies and not (whose and name.last in (first - 1, first - 2)):
            continue
        if found and not set(parsed.norms(found[-1].last, name.begin)) <= _JOINING:
            break
        found.append(name)
    actors = [contributor_of(parsed, name.first, name.last) for name in _with_those_before(parsed, found)]
    return [actor for actor in actors if actor is not None]


def _subject_before(parsed: Parsed, at: int) -> list[Actor]:
    """Return whom "its" at token ``at`` means: "Botswana was quick to leave: its soldiers went in April"."""
    for clause in reversed(parsed.clauses):
        first, last = clause.subject
        names = [n for n in parsed.names if first <= n.first < last and n.kind is ActorKind.STATE]
        if clause.verb.last <= at and names:
            actor = contributor_of(parsed, names[0].first, names[0].last)
            return [actor] if actor is not None and len(names) == 1 else []
    return []


def _with_those_before(parsed: Parsed, found: list[Name]) -> list[Name]:
    """Return names with the adjectives that stand in a row before them: "Kenyan, Ugandan and Burundian"."""
    if not found:
        return []
    row = list(found)
    for name in reversed(parsed.names):
        if name.last > row[0].begin or name.alias is not AliasKind.ADJECTIVE:
            continue
        gap = parsed.norms(name.last, row[0].begin)
        if not gap or not set(gap) <= _JOINING:
            break
        row.insert(0, name)
    return row


def _status(parsed: Parsed, clause: Clause) -> Sent | None:
    """Return what a clause says that its subject does with people who are not counted."""
    verb = clause.verb
    if not can_say(parsed, clause):
        return None
    meaning = sense(parsed, parsed.clauses, clause.index)
    if meaning in UNREAL:
        return None
    after = parsed.norms(verb.last, object_end(parsed, clause))
    nouns = _people_sent(after) or _people_deployed(parsed, clause)
    if verb.base in _VERBS["offered"] | {"intend"} and nouns - {"staff", "others"}:
        return Sent(DeploymentStatus.OFFERED, nouns, f"offer-{verb.base}-people")
    if _is_homeward(verb.base, after) and set(after) & ALL_PEOPLE:
        return Sent(DeploymentStatus.WITHDRAWN, set(after) & ALL_PEOPLE, f"home-{verb.base}-people")
    if meaning is Sense.FACT and _has_there(parsed, clause, nouns):
        return Sent(DeploymentStatus.DEPLOYED, nouns, "have-people")
    if verb.base in _VERBS["sending_uncounted"]:
        groups = verb.base in ("send", "contribute", "deploy") and _NOUNS["groups"] & set(after[:4])
        if nouns or groups:
            sent = meaning is Sense.FACT and not is_under_way(clause)
            status = DeploymentStatus.DEPLOYED if sent else DeploymentStatus.OFFERED
            return Sent(status, nouns, f"send-{verb.base}-people")
    return None


def _has_there(parsed: Parsed, clause: Clause, nouns: set[str]) -> bool:
    """Tell whether a clause says that a state has people in the mission: "Malawi has a battalion there"."""
    verb = clause.verb
    if verb.base not in _VERBS["keeping"] | {"have"} or unit_of(nouns) in (Unit.UNKNOWN, Unit.CIVILIAN):
        return False
    if nouns <= _NOT_ONLY_PEOPLE:
        return False  # "has a company there" may be a firm
    last = max(i for i in range(verb.last, min(clause.end, verb.last + 6)) if parsed.tokens[i].norm in nouns)
    behind = parsed.norms(last + 1, last + 4)
    in_mission = behind[:1] in (["in"], ["with"]) and (
        not _NOUNS["wholes"].isdisjoint(behind[1:])
        or any(n.kind is None and last < n.begin <= last + 3 for n in parsed.names)
    )
    return behind[:1] == ["there"] or behind[:2] == ["on", "the"] or in_mission


def _people_deployed(parsed: Parsed, clause: Clause) -> set[str]:
    """Return those behind "the deployment of", be an infinitive before it: "offered to help with"."""
    after = parsed.norms(clause.verb.last, min(clause.end, clause.verb.last + OBJECT_REACH))
    return _people_sent(after) if not _DEPLOYMENTS.isdisjoint(after) else set()


def _people_sent(after: list[str]) -> set[str]:
    """Return the words for people right behind a verb, or anywhere behind "the deployment of"."""
    if not _DEPLOYMENTS.isdisjoint(after):
        return set(after) & CLEAR_PEOPLE
    return {
        word
        for word, following in zip(after[:6], [*after[1:7], ""], strict=False)
        if word in CLEAR_PEOPLE and following not in _NOUNS["of_people"] and not following.startswith("-")
    }


def _is_homeward(base: str, after: list[str]) -> bool:
    out = base == "pull" and "out" in after
    return out or base in ("withdraw", "recall") or (base in _HOMEWARD and "home" in after)
