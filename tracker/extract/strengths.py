"""Level 4: figures over a whole mission or contingent: its strength, its plan, its ceiling."""

from __future__ import annotations

from tracker.extract.ceilings import ceiling
from tracker.extract.clauses import Clause
from tracker.extract.contingents import Governed, Group, contributor_of, is_larger_figure, is_part
from tracker.extract.discourse import Actor, Discourse
from tracker.extract.evidence import Places, verb_words, words_among
from tracker.extract.lexicon import section
from tracker.extract.modality import UNREAL, Sense, sense
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, DeploymentStatus

_VERBS = section("sending", "verbs")
_NOUNS = section("sending", "nouns")
_DEAD = section("sending", "victims")["nouns"]
_PLACES = frozenset({"in", "on", "there", "stationed", "serving", "alongside"})
_UNDER_WAY = frozenset({"training", "preparation", "way"})
_FIGURE_OF = (["is", "for"], ["was", "for"], ["strength", "of"], ["target", "of"], ["goal", "of"])


def strength(
    parsed: Parsed, group: Group, discourse: Discourse, last: Actor | None, host: str | None
) -> Governed | None:
    """Return what makes a count a figure over the whole, None where it is a contingent's own.

    ``last`` is the contributor named before, whom "the contingent" means; ``host`` sends nobody.
    """
    return (
        ceiling(parsed, group)
        or _planned(parsed, group, last)
        or _out_of(parsed, group, discourse, host)
        or _had(parsed, group, last)
        or _in_place(parsed, group)
        or _measured(parsed, group)
        or _brought_to(parsed, group, discourse, last, host)
    )


def present_place(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether "are" says where people are: "are in the country", "are on the ground"."""
    after = parsed.norms(clause.verb.last, clause.verb.last + 3)
    if after[:1] == ["to"] or not _UNDER_WAY.isdisjoint(after):
        return False  # "are to follow in June", "are in training"
    return bool(_PLACES & set(after)) or after[-1:] == ["side"]


def _planned(parsed: Parsed, group: Group, last: Actor | None) -> Governed | None:
    """Read "the planned 2,500", "2,500 had been planned", "a force of about 2,500 is planned"."""
    if group.contributor is not None:
        return None
    before, after = parsed.norms(group.first - 5, group.first), parsed.norms(group.last, group.last + 2)
    first = group.first
    if before[-2:] == ["contingent", "of"] and "planned" in before:
        said = words_among(parsed, {"planned"}, first - 5, first)
        return Governed(DeploymentStatus.OFFERED, last, None, "planned-contingent", 0.7, said)
    plan = _NOUNS["planned"]
    once = "once" in after and bool(plan & set(after))
    if once or plan & set(before[-1:]) or before[-3:-1] in _FIGURE_OF[:2] or before[-2:] in _FIGURE_OF:
        said = words_among(parsed, plan, group.last, group.last + 2) if once else ()
        said = said or words_among(parsed, plan, first - 1, first) or _strength_of(parsed, first)
        return Governed(DeploymentStatus.OFFERED, None, None, "planned-strength", 0.7, said)
    for clause in parsed.clauses:
        covers = clause.subject[0] <= group.first < clause.subject[1]
        if covers and clause.verb.passive and clause.verb.base in _VERBS["planned_passive"]:
            return Governed(DeploymentStatus.OFFERED, None, clause, "planned-strength", 0.7)
    return None


def _strength_of(parsed: Parsed, first: int) -> Places:
    """Return "is for" or "strength of" before a figure, or before one word in front of it."""
    start = first - 2 if parsed.norms(first - 2, first) in _FIGURE_OF else first - 3
    return (parsed.span(start, start + 2),)


def _whose(parsed: Parsed, group: Group, discourse: Discourse, host: str | None) -> Actor | None:
    """Return whom "its" means: the subject of "withdraws 300 of its 1,600", not of "supplies 300"."""
    clause = next((c for c in reversed(parsed.clauses) if c.verb.last <= group.first < c.end), None)
    taken = clause is not None and clause.verb.base in _VERBS["withdrawn"] | _VERBS["leaving"] | {
        "bring",
        "send",
    }
    return _own(parsed, clause, discourse, host) if clause is not None and taken else None


def _out_of(parsed: Parsed, group: Group, discourse: Discourse, host: str | None) -> Governed | None:
    """Read the larger figure of "9,680 of its 12,944 soldiers": how many there were; "40 of 120": are due."""
    if not is_larger_figure(parsed, group):
        return None
    if parsed.norms(group.first - 1, group.first) in (["its"], ["their"]):
        contributor = group.contributor or _whose(parsed, group, discourse, host)
        said = (parsed.span(group.first - 2, group.first),)
        return Governed(DeploymentStatus.DEPLOYED, contributor, None, "strength-out-of", 0.7, said)
    if group.noun == "members" or _described_behind(parsed, group):
        return None
    said = (parsed.span(group.first - 1, group.first),)
    return Governed(DeploymentStatus.OFFERED, group.contributor, None, "planned-out-of", 0.7, said)


def _described_behind(parsed: Parsed, group: Group) -> bool:
    """Tell whether a clause behind says whose they are: "promised by South Korea", "that Kenya promised"."""
    for clause in parsed.clauses:
        if clause.verb.first == group.last and clause.verb.form is Form.PARTICIPLE:
            return True
        first, last = clause.subject
        if first < last and first in (group.last, group.last + 1) and clause.verb.form is Form.FINITE:
            return parsed.norms(group.last, first) in ([], ["that"], ["which"])
    return False


def _had(parsed: Parsed, group: Group, last: Actor | None) -> Governed | None:
    """Read "the force may have up to 5,550 members", "the mission is now about 900 strong"."""
    if is_part(parsed, group) or group.contributor is not None:
        return None
    for clause in reversed(parsed.clauses):
        if not counts_strength(parsed, group, clause):
            continue
        meaning = sense(parsed, parsed.clauses, clause.index)
        never = "never" in parsed.norms(clause.verb.first - 1, clause.verb.last)
        if meaning is Sense.NEGATED and not never:
            return None
        if never:
            return Governed(DeploymentStatus.DEPLOYED, None, clause, "strength-never-more", 0.7)
        status = DeploymentStatus.DEPLOYED if meaning is Sense.FACT else DeploymentStatus.OFFERED
        contingent = "contingent" in parsed.norms(*clause.subject)
        return Governed(status, last if contingent else None, clause, f"strength-{clause.verb.base}", 0.7)
    return None


def counts_strength(parsed: Parsed, group: Group, clause: Clause) -> bool:
    """Tell whether the group is the object of a verb that says how strong the mission is."""
    verb = clause.verb
    if verb.base not in _VERBS["strength"] or not verb.last <= group.first < max(clause.end, verb.last + 1):
        return False
    strong = group.count is not None and group.count.strong
    if group.first - verb.last > 5 or (group.noun == "" and verb.base in ("have", "be") and not strong):
        return False
    said_strong = strong or group.noun == "strong" or parsed.norms(group.last, group.last + 1) == ["strong"]
    if verb.base == "be" and not said_strong:
        return False
    behind = parsed.norms(verb.last, verb.last + 2)
    if verb.base in ("make", "compose") and not (verb.passive and "of" in behind):
        return False  # "made up of 2,000 Kenyans"
    return _subject_is_mission(parsed, clause)


def _subject_is_mission(parsed: Parsed, clause: Clause) -> bool:
    first, last = clause.subject
    if first >= last:
        return False
    if any(n.kind is None and first <= n.first < last for n in parsed.names):
        return True
    norms = parsed.norms(first, last)
    if norms[-2:] in (["police", "force"], ["police", "forces"], ["armed", "forces"]):
        return False  # a state's own
    if norms[-1] in _NOUNS["mission"] or norms == ["which"]:
        return True
    return norms[0] in ("the", "a", "this", "that") and bool(set(norms[:6]) & _NOUNS["mission"])


def _measured(parsed: Parsed, group: Group) -> Governed | None:
    """Read "the mission's ceiling is 2,500", "its strength fell to 700"."""
    for clause in parsed.clauses:
        end = clause.subject[1]
        head = parsed.norms(*clause.subject)[-1:]
        if clause.verb.base not in _VERBS["measuring"] or not _NOUNS["measured"] & set(head):
            continue
        if not set(parsed.norms(clause.verb.last, group.first)) <= _NOUNS["before_measured"]:
            continue
        meaning = sense(parsed, parsed.clauses, clause.index)
        if clause.verb.last > group.first or meaning in UNREAL:
            continue
        present = meaning is Sense.FACT and head == ["strength"]
        status = DeploymentStatus.DEPLOYED if present else DeploymentStatus.OFFERED
        rule = "strength-measured" if head == ["strength"] else "strength-ceiling"
        said = (parsed.span(end - 1, end), *verb_words(parsed, clause))
        return Governed(status, None, clause, rule, 0.7, said)
    return None


def _in_place(parsed: Parsed, group: Group) -> Governed | None:
    """Read "about 430 of them are in the country"."""
    if group.contributor is not None or group.noun or parsed.norms(group.last, group.last + 1) != ["of"]:
        return None
    clause = next(
        (c for c in parsed.clauses if c.subject[0] <= group.first < c.subject[1] and c.verb.base == "be"),
        None,
    )
    if clause is None or not present_place(parsed, clause):
        return None
    said = verb_words(parsed, clause)
    return Governed(DeploymentStatus.DEPLOYED, None, None, "strength-in-place", 0.7, said)


def _brought_to(
    parsed: Parsed, group: Group, discourse: Discourse, last: Actor | None, host: str | None
) -> Governed | None:
    """Read "take the mission to 426 people", "bringing the Kenyan strength to about 400"."""
    if parsed.norms(group.first - 1, group.first) != ["to"]:
        return None
    for clause in reversed(parsed.clauses):
        verb = clause.verb
        if verb.base not in _VERBS["raising"] or not verb.last < group.first < max(clause.end, verb.last + 1):
            continue
        words = set(parsed.norms(verb.last, group.first))
        named = any(n.kind is None and verb.last <= n.first < group.first for n in parsed.names)
        if not (named or words & _NOUNS["strengths"]) or words & _DEAD:
            continue
        if _from_before(parsed, verb.last, group.first) and not words & _NOUNS["contingents"]:
            continue
        if sense(parsed, parsed.clauses, clause.index) is Sense.NEGATED:
            continue
        contributor = _named_between(parsed, verb.last, group.first, host)
        if (
            contributor is None
            and words & {"country", "its", "their", "contingent", "nation"}
            and "mission" not in words
        ):
            contributor = _own(parsed, clause, discourse, host) if words & {"its", "their"} else None
            contributor = contributor or last
        main = _main(parsed, clause)
        to_come = sense(parsed, parsed.clauses, main.index) is Sense.PROMISED
        status = DeploymentStatus.OFFERED if to_come else DeploymentStatus.DEPLOYED
        said = (*verb_words(parsed, main), *verb_words(parsed, clause))
        return Governed(status, contributor or group.contributor, None, "brought-to", 0.7, said)
    return None


def _main(parsed: Parsed, clause: Clause) -> Clause:
    """Return the clause that a gerund goes with: "600 would be sent, bringing the total to 1,000"."""
    if clause.verb.form is not Form.GERUND:
        return clause
    before = parsed.clauses[: clause.index]
    skipped = ("say", "add", "tell")
    return next(
        (c for c in reversed(before) if c.verb.form is Form.FINITE and c.verb.base not in skipped), clause
    )


def _own(parsed: Parsed, clause: Clause, discourse: Discourse, host: str | None) -> Actor | None:
    """Return the state of "Rwanda doubled its force to 2,000"."""
    if clause.verb.form not in (Form.FINITE, Form.INFINITIVE) or clause.subject[0] >= clause.subject[1]:
        return None
    found = discourse.actors(parsed, *clause.subject)
    return next((a for a in found if a.state is not None and a.state != host), None)


def _from_before(parsed: Parsed, first: int, last: int) -> bool:
    """Tell whether another count stands before as "from 200": the figures are a change."""
    return any(first <= f <= last and parsed.norms(f - 1, f) == ["from"] for f, _l, _m in parsed.counts)


def _named_between(parsed: Parsed, first: int, last: int, host: str | None) -> Actor | None:
    for name in parsed.names:
        if first <= name.first < last and name.kind is ActorKind.STATE and name.state != host:
            return contributor_of(parsed, name.first, name.last)
    return None
