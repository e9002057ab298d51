"""Level 4: people who are the object of a clause: its subject offers, sends, has them, takes them home."""

from __future__ import annotations

from tracker.extract.clauses import Clause
from tracker.extract.contingents import Governed, is_under_way
from tracker.extract.discourse import Actor
from tracker.extract.evidence import Places, verb_words, words_among
from tracker.extract.homeward import takes_home, with_particle
from tracker.extract.lexicon import section
from tracker.extract.modality import UNREAL, Sense, sense
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form
from tracker.vocab import DeploymentStatus

_VERBS = section("sending", "verbs")
_NOUNS = section("sending", "nouns")
_PARLIAMENTS = section("events", "steps")["parliaments"]
_OBJECT_STATUS = (
    ("withdrawn", DeploymentStatus.WITHDRAWN, 0.7),
    ("approved", DeploymentStatus.APPROVED, 0.75),
    ("offered", DeploymentStatus.OFFERED, 0.9),
)
_RULE = {"withdrawn": "withdraw", "approved": "approve", "offered": "offer"}


def as_object(parsed: Parsed, clause: Clause, subject: Actor | None) -> Governed | None:
    """Return what a clause says of the people who are its object, and its subject the contributor."""
    meaning = sense(parsed, parsed.clauses, clause.index)
    if meaning in UNREAL:
        return None
    return (
        _held_ready(parsed, clause, subject)
        or _taken_home(parsed, clause, subject)
        or _offered(clause, subject)
        or _sent(parsed, clause, subject, meaning)
        or _had(parsed, clause, subject, meaning)
    )


def _held_ready(parsed: Parsed, clause: Clause, subject: Actor | None) -> Governed | None:
    ready = _made_ready(parsed, clause)
    if not ready:
        return None
    said = (*verb_words(parsed, clause), *ready)
    return Governed(DeploymentStatus.OFFERED, subject, clause, f"offer-{clause.verb.base}", 0.75, said)


def _taken_home(parsed: Parsed, clause: Clause, subject: Actor | None) -> Governed | None:
    if not takes_home(parsed, clause):
        return None
    said = with_particle(parsed, clause)
    return Governed(DeploymentStatus.WITHDRAWN, subject, clause, f"home-{clause.verb.base}", 0.75, said)


def _offered(clause: Clause, subject: Actor | None) -> Governed | None:
    base = clause.verb.base
    for key, status, confidence in _OBJECT_STATUS:
        if base in _VERBS[key]:
            return Governed(status, subject, clause, f"{_RULE[key]}-{base}", confidence)
    return None


def _sent(parsed: Parsed, clause: Clause, subject: Actor | None, meaning: Sense) -> Governed | None:
    verb = clause.verb
    leads = verb.base == "lead" and "with" not in parsed.norms(verb.last, verb.last + 3)
    comes_with = verb.base in _VERBS["coming_with"] and parsed.norms(verb.last, verb.last + 1) == ["with"]
    if leads or not (comes_with or verb.base in _VERBS["sending"]):
        return None
    alone = verb.form is Form.INFINITIVE and verb.governor is None
    sent = meaning is Sense.FACT and not alone and not is_under_way(clause)
    sent = sent and not _only_bound(parsed, clause)
    status = DeploymentStatus.DEPLOYED if sent else DeploymentStatus.OFFERED
    said = verb_words(parsed, clause)
    deciding = _deciding(parsed, clause)
    if deciding is not None:
        status, said = DeploymentStatus.APPROVED, (*verb_words(parsed, deciding), *said)
    return Governed(status, subject, clause, f"send-{verb.base}", 0.85, said)


def _had(parsed: Parsed, clause: Clause, subject: Actor | None, meaning: Sense) -> Governed | None:
    """Read "Kenya has 400 officers in the mission"; those whom it has to send are offered."""
    if subject is None or clause.verb.base not in _VERBS["keeping"] | {"have"}:
        return None
    to_send = _has_to_send(parsed, clause) or words_among(parsed, _NOUNS["due"], clause.verb.last, clause.end)
    to_send = to_send or _standing_by(parsed, clause)
    to_come = to_send or meaning is not Sense.FACT
    status = DeploymentStatus.OFFERED if to_come else DeploymentStatus.DEPLOYED
    return Governed(status, subject, clause, "have", 0.6, (*verb_words(parsed, clause), *to_send))


def _deciding(parsed: Parsed, clause: Clause) -> Clause | None:
    """Return by what a parliament or cabinet decides on the sending: "voted to send", "approved sending"."""
    verb = clause.verb
    above = verb.governor if verb.governor is not None else clause.index - 1
    if above < 0 or (verb.form is not Form.GERUND and verb.governor is None):
        return None
    deciding = parsed.clauses[above]
    by_parliament = not _PARLIAMENTS.isdisjoint(parsed.norms(*deciding.subject))
    return deciding if deciding.verb.base in _VERBS["deciding"] and by_parliament else None


def _made_ready(parsed: Parsed, clause: Clause) -> Places:
    """Return what says that people are only at hand: "made 500 available", "put them on standby"."""
    if clause.verb.base not in ("make", "put", "place", "keep", "hold"):
        return ()
    return words_among(parsed, _NOUNS["at_hand"], clause.verb.last, clause.end)


def _only_bound(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether a gerund is what somebody binds himself to: "committed itself to sending 500"."""
    if clause.verb.form is not Form.GERUND or parsed.norms(clause.verb.first - 1, clause.verb.first) != [
        "to"
    ]:
        return False
    return bool(clause.index) and parsed.clauses[clause.index - 1].verb.base in _VERBS["offered"]


def _standing_by(parsed: Parsed, clause: Clause) -> Places:
    """Return the words that say that people only wait: "has 1,500 soldiers standing by"."""
    for at in range(clause.verb.last, min(len(parsed.tokens), clause.verb.last + 10)):
        if parsed.norms(at, at + 2) == ["standing", "by"] or parsed.norms(at, at + 1) == ["waiting"]:
            return (parsed.span(at, at + 1),)
    return ()


def _has_to_send(parsed: Parsed, clause: Clause) -> Places:
    """Return the "to send" with which "has 200 officers" goes on."""
    return tuple(
        parsed.span(c.verb.first, c.verb.last)
        for c in parsed.clauses
        if c.verb.base in _VERBS["sending"]
        and c.verb.form is Form.INFINITIVE
        and c.verb.first > clause.verb.last
    )
