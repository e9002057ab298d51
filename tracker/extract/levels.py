"""Level 4: how many people one contributor has, or is to have, in a mission."""

from __future__ import annotations

from tracker.extract.clauses import Clause
from tracker.extract.contingents import ALL_PEOPLE, SENDERS, Governed, Group, contributor_of, status_told
from tracker.extract.discourse import Actor
from tracker.extract.evidence import verb_words
from tracker.extract.lexicon import section
from tracker.extract.names import Name
from tracker.extract.reading import Parsed
from tracker.extract.strengths import counts_strength
from tracker.vocab import ActorKind, DeploymentStatus

_VERBS = section("sending", "verbs")
_NOUNS = section("sending", "nouns")
_DEAD = section("sending", "victims")["nouns"]
_DEMONSTRATIVES = frozenset({"that", "this", "which"})
CEILING_OF_ONE = "contingent-ceiling"
_LONGEST_CHANGE = 6  # tokens
_AFTER_LEVEL = frozenset({"of", "about", "some", "now", "only", "at", "to", "just", "around", "nearly"})


def level(parsed: Parsed, group: Group, host: str | None) -> Governed | None:
    """Return what makes a count the level of one contributor, None where nothing does.

    ``host`` is the state that the people are in, which sends nobody.
    """
    return (
        _main_contributor(parsed, group)
        or _besides(parsed, group)
        or _of_contingent(parsed, group, host)
        or _kept(parsed, group)
        or _had_by_mission(parsed, group)
        or _there_are(parsed, group)
        or _adds_up(parsed, group)
    )


def _besides(parsed: Parsed, group: Group) -> Governed | None:
    """Read "another 155, on top of the 70 now in the country": the 70 are there."""
    before = parsed.norms(group.first - 4, group.first)
    if before not in (["on", "top", "of", "the"], ["addition", "to", "the", "some"]) and before[1:] not in (
        ["addition", "to", "the"],
    ):
        return None
    said = (parsed.span(group.first - 4, group.first),)
    return Governed(DeploymentStatus.DEPLOYED, None, None, "besides", 0.65, said)


def _governed(parsed: Parsed, clause: Clause | None, contributor: Actor | None, rule: str) -> Governed | None:
    """Return a level in the sense of its clause, None where that says that it is not so."""
    status = status_told(parsed, clause) if clause is not None else DeploymentStatus.DEPLOYED
    if status is None:
        return None
    said = verb_words(parsed, clause) if clause is not None else ()
    return Governed(status, contributor, None, rule, 0.7, said)


def _main_contributor(parsed: Parsed, group: Group) -> Governed | None:
    """Read "Uganda, with 4,500, is the largest contributor", "the main contributor is Nepal with 1,100"."""
    before = parsed.norms(group.first - 1, group.first)
    if before not in (["with"], ["at"]) or group.contributor is not None:
        return None
    norms = parsed.folded
    clause = next((c for c in parsed.clauses if c.verb.base in ("be", "remain", "become", "rank")), None)
    more = next((c for c in parsed.clauses if _has_more(parsed, c)), None)
    if more is None and (_NOUNS["contributors"].isdisjoint(norms) or "missions" in norms):
        return None
    clause = more or clause or next((c for c in parsed.clauses if c.verb.base == "have"), None)
    name = _beside(parsed, group) or (_subject_name(parsed, clause) if clause is not None else None)
    if name is None:
        return None
    return _governed(parsed, clause, contributor_of(parsed, name.first, name.last), "main-contributor")


def _has_more(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether a clause ranks its subject: "only Uganda, with 6,200, has more"."""
    return clause.verb.base in ("have", "send", "contribute") and parsed.norms(
        clause.verb.last, clause.verb.last + 1
    ) in (["more"], ["most"], ["fewer"])


def _beside(parsed: Parsed, group: Group) -> Name | None:
    """Return the sender's name right before "with N", or right behind "with N troops, ": "Nepal is"."""
    for name in parsed.names:
        if name.kind not in SENDERS:
            continue
        if parsed.norms(name.last, group.first - 1) in ([], [","], ["'s", ","], ["'s"]) and (
            name.last <= group.first - 1
        ):
            return name
        if name.first > group.last and parsed.norms(group.last, name.begin) == [","]:
            return name
    return None


def _subject_name(parsed: Parsed, clause: Clause) -> Name | None:
    """Return the state that stands first in a clause's subject."""
    first, last = clause.subject
    return next((n for n in parsed.names if n.kind in SENDERS and first <= n.first < last), None)


def _of_contingent(parsed: Parsed, group: Group, host: str | None) -> Governed | None:
    """Read "Brazil's contingent stands at 1,200", "Nepal's unit, 850 strong, is there"."""
    for clause in parsed.clauses:
        first, last = clause.subject
        if first >= last or not _is_strength_of_one(parsed, clause):
            continue
        name = _subject_name(parsed, clause)
        if name is None or name.state == host:
            continue
        contributor = contributor_of(parsed, name.first, name.last)
        strong = group.noun == "strong" and name.last <= group.first <= last + 1
        if strong and group.first < clause.verb.first:
            strong_words = (parsed.span(group.last - 1, group.last),)
            return Governed(
                DeploymentStatus.DEPLOYED, contributor, None, "contingent-strong", 0.7, strong_words
            )
        if clause.verb.base in _VERBS["strength"] | _VERBS["measuring"] and _is_measure(
            parsed, clause, group
        ):
            return _ceiling_of_one(parsed, clause, contributor) or _governed(
                parsed, clause, contributor, "contingent-level"
            )
    return None


def _ceiling_of_one(parsed: Parsed, clause: Clause, contributor: Actor | None) -> Governed | None:
    """Read "the ceiling for the German contingent is 1,400": so many at most may come."""
    if _NOUNS["ceilings"].isdisjoint(parsed.norms(*clause.subject)):
        return None
    if status_told(parsed, clause) is None:
        return None
    said = verb_words(parsed, clause)
    return Governed(DeploymentStatus.OFFERED, contributor, None, CEILING_OF_ONE, 0.7, said)


def _is_strength_of_one(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether a subject is what one contributor has: "Brazil's contingent", "the number of Kenyans"."""
    norms = set(parsed.norms(*clause.subject))
    numbers = "number" in norms and not norms & _DEAD and bool(norms & ALL_PEOPLE)
    return numbers or bool(norms & _NOUNS["contingents"])


def _is_measure(parsed: Parsed, clause: Clause, group: Group) -> bool:
    """Tell whether a group is the figure that a verb of measure leads to: "stands at some 1,200"."""
    between = parsed.norms(clause.verb.last, group.first)
    if between[:1] == ["from"] and between[-1:] == ["to"]:  # "has risen from 400 to 700"
        return len(between) <= _LONGEST_CHANGE
    return clause.verb.last <= group.first and set(between) <= _AFTER_LEVEL


def _kept(parsed: Parsed, group: Group) -> Governed | None:
    """Read "Nepal keeps 1,100 soldiers there", "Kenya accounts for 736 of them, Guatemala for 150"."""
    for clause in reversed(parsed.clauses):
        verb = clause.verb
        accounts = verb.base == "account"
        if not (accounts or verb.base in _VERBS["keeping"]) or verb.passive or verb.last > group.first:
            continue
        if accounts and parsed.norms(group.first - 1, group.first) != ["for"]:
            continue
        name = _named_before(parsed, group.first - 1) if accounts else None
        name = name or _subject_name(parsed, clause)
        close = accounts or group.first - verb.last <= 2
        if name is not None and close:
            return _governed(
                parsed, clause, contributor_of(parsed, name.first, name.last), f"kept-{verb.base}"
            )
    return None


def _named_before(parsed: Parsed, at: int) -> Name | None:
    return next((n for n in parsed.names if n.last == at and n.kind in SENDERS), None)


def _had_by_mission(parsed: Parsed, group: Group) -> Governed | None:
    """Read the people of one contributor that a mission has: "the force includes 400 Kenyan officers"."""
    if group.contributor is None:
        return None
    for clause in reversed(parsed.clauses):
        if counts_strength(parsed, group, clause):
            return _governed(parsed, clause, None, f"within-{clause.verb.base}")
    return None


def _there_are(parsed: Parsed, group: Group) -> Governed | None:
    """Read "there are 250 Guatemalan soldiers in the country"."""
    if group.contributor is None or group.contributor.kind is ActorKind.PERSON:
        return None
    for clause in parsed.clauses:
        exists = clause.verb.base == "be" and parsed.norms(*clause.subject) == ["there"]
        if exists and 0 <= group.first - clause.verb.last <= 2:
            return _governed(parsed, clause, None, "there-are")
    return None


def _adds_up(parsed: Parsed, group: Group) -> Governed | None:
    """Read "that makes 800 Kenyans"."""
    if group.contributor is None:
        return None
    for clause in parsed.clauses:
        before = parsed.norms(clause.verb.first - 1, clause.verb.first)
        sums_up = clause.verb.base == "make" and bool(_DEMONSTRATIVES & set(before))
        if sums_up and 0 <= group.first - clause.verb.last <= 1:
            return _governed(parsed, clause, None, "adds-up")
    return None
