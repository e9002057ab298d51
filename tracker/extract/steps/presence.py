"""Whether a mission is told to be at work, without count or date: "the force patrols the border"."""

from __future__ import annotations

from tracker.claims import Span
from tracker.extract.lexicon import section
from tracker.extract.modality import Sense, sense
from tracker.extract.reading import Parsed
from tracker.extract.steps.article import WORDS, Article
from tracker.extract.steps.scene import Scene
from tracker.extract.verbs import Form

_REACH = 8  # tokens behind "serving" in which the mission stands
_WORK = section("events", "work")
_VERBS = _WORK["doing"] | _WORK["suffering"] | _WORK["serving"]


def at_work(article: Article) -> Span | None:
    """Return the verb that first says that the article's own mission is at work, None where none does."""
    for parsed in article.reading.parsed:
        if parsed.head or parsed.sentence.table:
            continue
        for clause in parsed.clauses:
            if clause.verb.base in _VERBS and _works(Scene(article, parsed, clause)):
                return parsed.span(clause.verb.first, clause.verb.last)
    return None


def planned(article: Article) -> Span | None:
    """Return the verb that first says of a mission, or of people, that they are to come or may come."""
    for parsed in article.reading.parsed:
        if parsed.head:
            continue
        for clause in parsed.clauses:
            if clause.verb.form is Form.GERUND or clause.verb.negated:
                continue
            told = sense(parsed, parsed.clauses, clause.index)
            about = WORDS["missions"] | WORDS["first_people"]
            near = parsed.norms(min(clause.subject[0], clause.verb.first), clause.end)
            if told in (Sense.PROMISED, Sense.IRREALIS) and not about.isdisjoint(near):
                return parsed.span(clause.verb.first, clause.verb.last)
    return None


def _works(s: Scene) -> bool:
    if s.verb.form is Form.INFINITIVE or sense(s.parsed, s.parsed.clauses, s.clause.index) is not Sense.FACT:
        return False
    if s.base in _WORK["serving"] and _serves_in_mission(s):
        return s.verb.form is Form.GERUND or _is_now(s)
    if s.verb.form is not Form.FINITE or s.names_other(*s.clause.subject):
        return False
    ours = s.is_own_mission(s.clause.subject) or _are_its_people(s.parsed, s)
    if s.base in _WORK["suffering"]:
        return ours and (s.passive or s.base == "lose")
    return ours and not s.passive and _is_now(s)


def _is_now(s: Scene) -> bool:
    return s.verb.modal is None and (s.verb.perfect or not s.verb.past)


def _serves_in_mission(s: Scene) -> bool:
    """Tell whether people serve in the mission: "the troops serving with the force"."""
    near = s.verb.last, min(s.clause.end, s.verb.last + _REACH)
    return s.following[:1] in (["in"], ["with"]) and s.is_own_mission((near[0] + 1, near[1]))


def _are_its_people(parsed: Parsed, s: Scene) -> bool:
    """Tell whether the subject are the mission's people: "the mission's patrols", "its peacekeepers"."""
    first, last = s.clause.subject
    if "peacekeepers" in parsed.norms(first, last):
        return parsed.norms(first, last)[:1] != ["no"]
    people = WORDS["people_home"] | _WORK["of_mission"]
    return s.is_own_mission((first, last)) and not people.isdisjoint(parsed.norms(first, last))
