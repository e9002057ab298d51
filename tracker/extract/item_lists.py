"""Level 4: groups of people that a list or an enumeration says something of."""

from __future__ import annotations

from tracker.extract.clauses import Clause
from tracker.extract.contingents import ALL_PEOPLE, SENDERS, Governed, Group, Memory, contributor_of
from tracker.extract.evidence import spans_of, verb_words, words_among
from tracker.extract.lexicon import section
from tracker.extract.reading import Parsed
from tracker.vocab import ActorKind, AliasKind, DeploymentStatus

_VERBS = section("sending", "verbs")
_NOUNS = section("sending", "nouns")
_JOINING = frozenset({"and", ","})


def labelled(parsed: Parsed, group: Group) -> Governed | None:
    """Read an item of a list in brackets, "contributors: Rwanda (2,637 soldiers)", or in a row."""
    at = group.first - 1
    mark = parsed.tokens[at].norm if at >= 0 else ""
    if mark != "(":
        return _told_in_row(parsed, group)
    name = next((n for n in parsed.names if n.last == at and n.kind in SENDERS), None)
    if name is None or name.alias is AliasKind.ADJECTIVE:
        return None
    end = len(parsed.tokens)
    to_come = words_among(parsed, _NOUNS["still_to_come"], group.last, end)
    heads = words_among(parsed, _NOUNS["list_heads"], 0, name.begin)
    offers = words_among(parsed, _NOUNS["offers_told"], 0, end)
    if not heads and not offers:
        return None
    status = DeploymentStatus.OFFERED if to_come or offers else DeploymentStatus.DEPLOYED
    said = to_come or offers or heads
    return Governed(status, contributor_of(parsed, name.first, name.last), None, "list-item", 0.7, said)


def _told_in_row(parsed: Parsed, group: Group) -> Governed | None:
    """Read an item of "the offers so far: Kenya 1,000, Benin 2,000, Chad 800"."""
    name = next((n for n in parsed.names if n.last == group.first and n.kind in SENDERS), None)
    if name is None or name.alias is AliasKind.ADJECTIVE or group.noun:
        return None
    before = parsed.norms(0, name.begin)
    if ":" not in before:
        return None
    colon = before.index(":")
    offers = words_among(parsed, _NOUNS["offers_told"], 0, colon)
    heads = words_among(parsed, _NOUNS["list_heads"], 0, colon)
    if not offers and not heads:
        return None
    status = DeploymentStatus.OFFERED if offers else DeploymentStatus.DEPLOYED
    actor = contributor_of(parsed, name.first, name.last)
    return Governed(status, actor, None, "list-item", 0.65, offers or heads)


def listed(parsed: Parsed, group: Group, memory: Memory) -> Governed | None:
    """Read an item of an enumeration that names its own contributor, in the sense of the item before."""
    previous = memory.draft
    if previous is None or previous.parsed.index < parsed.index - 1:
        return None
    comes = _NOUNS["coming"] & set(parsed.norms(group.last, group.last + 1))
    comes = comes or _NOUNS["coming"] & set(parsed.norms(group.last - 1, group.last))
    if comes and group.contributor is not None and not group.noun:
        said = spans_of(previous.claim.fields, "status")
        return Governed(previous.claim.status, None, None, "come-from", 0.65, said)
    if previous.parsed is not parsed:
        return None
    status, said = previous.claim.status, spans_of(previous.claim.fields, "status")
    if group.contributor is None:
        apposed = group.noun and ":" in parsed.norms(previous.at, group.first)
        if apposed and memory.contributor is not None:
            behind = _relative_behind(parsed, group)
            return Governed(status, memory.contributor, behind, "apposed", 0.65, said)
        if not _likewise(parsed, group):
            return None
    return Governed(status, None, previous.clause, "enumerated", 0.65, said)


def _likewise(parsed: Parsed, group: Group) -> bool:
    """Tell whether a count goes on with the sense of the one before: "200 more", "as had another 40"."""
    if parsed.norms(group.last, group.last + 1) == ["more"] or (
        group.count is not None and group.count.further
    ):
        return True
    before = parsed.norms(group.first - 2, group.first)
    return before[:1] == ["as"] and before[1:] in (["had"], ["have"], ["did"], ["has"])


def _relative_behind(parsed: Parsed, group: Group) -> Clause | None:
    """Return the relative clause behind a group: "43 soldiers, who flew in a day later"."""
    return next((c for c in parsed.clauses if c.relative and 0 <= c.verb.first - group.last <= 6), None)


def respective(parsed: Parsed, group: Group) -> Governed | None:
    """Read "A and B have 240 and 257 troops respectively": a number is of the name in its place."""
    norms = parsed.folded
    if "respectively" not in norms:
        return None
    end = norms.index("respectively")
    counts = _run_of_counts(parsed, end)
    names = [n for n in parsed.names if n.kind is ActorKind.STATE and counts and n.last <= counts[0]]
    names = names[-len(counts) :]
    if len(counts) < 2 or len(names) != len(counts) or group.first not in counts:
        return None
    name = names[counts.index(group.first)]
    to_come = [c for c in parsed.clauses if c.verb.base in _VERBS["offered"] or c.verb.future]
    status = DeploymentStatus.OFFERED if to_come else DeploymentStatus.DEPLOYED
    said = [where for c in to_come or parsed.clauses[-1:] for where in verb_words(parsed, c)]
    contributor = contributor_of(parsed, name.first, name.last)
    clause = next((c for c in reversed(parsed.clauses) if c.verb.last <= counts[0]), None)
    return Governed(status, contributor, clause, "respective", 0.65, (*said[:1], parsed.span(end, end + 1)))


def _run_of_counts(parsed: Parsed, end: int) -> list[int]:
    """Return where the counts begin that stand in a row before token ``end``: "150, 74 and 8 soldiers"."""
    run: list[tuple[int, int]] = []
    for first, last, _mention in reversed(parsed.counts):
        joined = not run or set(parsed.norms(last, run[0][0])) <= _JOINING | ALL_PEOPLE
        if last <= end and joined:
            run.insert(0, (first, last))
        elif last <= end:
            break
    return [first for first, _last in run]
