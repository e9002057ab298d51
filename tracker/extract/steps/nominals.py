"""Steps told by a noun: "the arrival on Tuesday of the first Kenyans", "the Council's renewal of it"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tracker.claims import Mention
from tracker.extract.clauses import Clause
from tracker.extract.lexicon import section
from tracker.extract.modality import Sense, sense
from tracker.extract.reading import Parsed
from tracker.extract.steps.article import WORDS, Article, Finding
from tracker.extract.steps.holds import named_court
from tracker.extract.steps.noun import Noun
from tracker.extract.timing import LIMITS, When
from tracker.vocab import MilestoneKind

NOUNS = section("events", "nominals")
_PHASE_REACH = 3  # "the first phase of the withdrawal"
_RULED = 16  # tokens behind a ruling in which stands what it stops
# Verbs whose object has come: those that witness it, and any where the noun is of what somebody said.
_NO_WISH = NOUNS["witnessing"] | {"be"}
_TELLING = NOUNS["requesting"] | NOUNS["offering"] | NOUNS["ruling"] | NOUNS["founding"]


def _arrival(n: Noun) -> Finding | None:
    people = n.words & WORDS["first_people"] or ("first" in n.words and n.sender() is not None)
    whole = n.word in NOUNS["deploying"] and not WORDS["missions"].isdisjoint(n.of) and "first" not in n.words
    if not people and not whole:
        return None
    if n.word in NOUNS["deploying"] and not whole and "first" not in n.words:
        return None
    return Finding(MilestoneKind.DEPLOYED, n.sender() or n.article.runner(n.parsed.span(n.at, n.at + 1)), "")


def _adoption(n: Noun) -> Finding | None:
    alone = n.own & WORDS["parliaments"] and "of" not in n.of
    if n.word in NOUNS["founding"] and "of" not in n.of and not n.of_mission():
        return None
    if n.words & WORDS["renewal"] or not (n.about_mission() or alone or n.of_mission()):
        return None
    if n.words & WORDS["parliaments"]:
        return Finding(MilestoneKind.APPROVED, _parliaments(n), "")
    body = n.body()
    text = "resolution" in n.of and not {"mandate", "mission"}.isdisjoint(n.parsed.folded)
    if body is None and n.word not in NOUNS["founding"] and not text:
        return None
    return Finding(MilestoneKind.AUTHORIZED, body or n.own_body(), "")


def _renewal(n: Noun) -> Finding | None:
    known = n.words & {"mandate", "mission", "term"} or n.about_mission()
    return Finding(MilestoneKind.EXTENDED, n.body(), "") if known and n.about_mission() else None


def _leaving(n: Noun) -> Finding | None:
    phase = "phase" in n.parsed.norms(n.place[0] - _PHASE_REACH, n.place[0])
    if not (phase or n.words & WORDS["people_home"]) or ("return" in n.word and "home" not in n.words):
        return None
    return Finding(MilestoneKind.DRAWDOWN, n.sender(), "")


def _closure(n: Noun) -> Finding | None:
    behind = n.parsed.norms(n.at + 1, n.at + 5)
    missions = WORDS["missions"] | {"mandate"}
    named = any(x.name == n.article.own and n.place[0] <= x.first < n.at + 5 for x in n.parsed.names)
    if not named and missions.isdisjoint([*n.own, *behind]):
        return None
    return Finding(MilestoneKind.ENDED, n.body() or n.article.organization(n.parsed.span(n.at, n.at + 1)), "")


def _request(n: Noun) -> Finding | None:
    host = n.article.missions.host
    asking = next((a for a in n.actors() if a.state), None)
    if host is None or asking is None or asking.state != host:
        return None
    told = n.parsed.norms(n.place[0] - 2, n.place[0])
    answered = told[-1:] == ["at"] or told == ["response", "to"]
    if not answered and n.word not in NOUNS["requesting_alone"] and n.of.isdisjoint(WORDS["asked_for"]):
        return None
    return Finding(MilestoneKind.REQUESTED, n.article.mention(host, asking.span), "")


def _offer(n: Noun) -> Finding | None:
    giver = next((a for a in n.actors() if a.state and a.state != n.article.missions.host), None)
    if giver is None or giver.state is None or n.of.isdisjoint(WORDS["leading"]):
        return None
    return Finding(MilestoneKind.OFFERED, n.article.mention(giver.state, giver.span), "")


def _hold(n: Noun) -> Finding | None:
    if not n.about_mission() or n.words & WORDS["funding"]:
        return None
    return Finding(MilestoneKind.PAUSED, _doer(n), "")


def _ruling(n: Noun) -> Finding | None:
    """Read "the High Court's January ruling against the deployment", "the cabinet's decision to send it"."""
    if n.decided_by() & (WORDS["parliaments"] | WORDS["cabinets"]):
        return _decision(n)
    behind = frozenset(n.parsed.norms(n.at + 1, n.at + _RULED))
    if not behind & (WORDS["stopping"] | WORDS["unlawful"]):
        return None
    by = named_court(n.article, n.parsed, n.place)
    return Finding(MilestoneKind.BLOCKED, by, "") if by is not None else None


def _decision(n: Noun) -> Finding | None:
    people = n.parsed.norms(n.at, len(n.parsed.tokens))
    counted = any(first > n.at for first, _last, _mention in n.parsed.counts)
    if WORDS["taking_part"].isdisjoint(people) or not (counted or WORDS["first_people"] & set(people)):
        return None
    return Finding(MilestoneKind.APPROVED, _parliaments(n), "")


def _parliaments(n: Noun) -> Mention | None:
    state = next((a.state for a in n.actors() if a.state), None) or n.article.discourse.default_state
    return n.article.mention(state, n.parsed.span(n.at, n.at + 1)) if state else None


def _survey(n: Noun) -> Finding | None:
    """Read "a Kenyan fact-finding mission in August", "an assessment visit by a Kenyan team"."""
    surveys = n.own & WORDS["surveys"] or (n.word in WORDS["surveys"] and n.words & WORDS["assessing_teams"])
    by = n.sender() if surveys else None
    return Finding(MilestoneKind.ASSESSED, by, "") if by is not None else None


def _resumption(n: Noun) -> Finding | None:
    if not (n.about_mission() or n.of & WORDS["lifted"]):
        return None
    return Finding(MilestoneKind.RESUMED, _doer(n), "")


def _doer(n: Noun) -> Mention | None:
    """Return the state whose doing it is, in the noun's phrase or as the subject that makes it known."""
    making = (c for c in n.parsed.clauses if _makes(n, c))
    told = [a for c in making for a in n.article.discourse.actors(n.parsed, *c.subject)]
    doer = next((a for a in (*n.actors(), *told) if a.state), None)
    return n.article.mention(doer.state, doer.span) if doer is not None and doer.state else None


def _makes(n: Noun, clause: Clause) -> bool:
    """Tell whether a clause makes a hold, or its end, known: "announced a pause in the deployment"."""
    makes = clause.verb.base in NOUNS["making"] and n.word in NOUNS["holding"] | NOUNS["resuming"]
    return makes and clause.verb.last <= n.place[0] < clause.end and not clause.verb.negated


def _signing(n: Noun) -> Finding | None:
    if n.of.isdisjoint(WORDS["signed"]) or n.of & WORDS["other_treaties"]:
        return None
    host = n.article.missions.host
    named = any(x.name == host and n.place[0] <= x.first < n.place[1] for x in n.parsed.names)
    visiting = n.of & WORDS["visiting"]
    return Finding(MilestoneKind.AGREED, n.sender(), "") if named or visiting else None


_READERS: tuple[tuple[str, Callable[[Noun], Finding | None]], ...] = (
    ("arriving", _arrival),
    ("deploying", _arrival),
    ("adopting", _adoption),
    ("renewing", _renewal),
    ("leaving", _leaving),
    ("closing", _closure),
    ("requesting", _request),
    ("offering", _offer),
    ("holding", _hold),
    ("resuming", _resumption),
    ("signing", _signing),
    ("ruling", _ruling),
    ("surveying", _survey),
)
_READER_OF = {noun: reader for key, reader in _READERS for noun in NOUNS[key]}


def told_by_nouns(article: Article, parsed: Parsed) -> Iterator[tuple[Noun, Finding, When]]:
    """Yield what the nouns of a sentence tell, each with its date; nouns without a date tell nothing."""
    for at, token in enumerate(parsed.tokens):
        reader = _READER_OF.get(token.norm)
        if reader is None or parsed.name_at(at) is not None or not parsed.dates:
            continue
        noun = Noun(article, parsed, at)
        if not NOUNS["unreal"].isdisjoint(noun.own) or _is_wished(noun):
            continue
        when = _date(noun)
        found = reader(noun) if when.date is not None else None
        if found is not None:
            yield noun, found, when


def _is_wished(n: Noun) -> bool:
    """Tell whether the event is what somebody wants, plans or fears: "called for the withdrawal"."""
    governing = [c for c in n.parsed.clauses if c.verb.last <= n.place[0] < c.end]
    if governing:
        verb = governing[-1].verb
        if _makes(n, governing[-1]) and sense(n.parsed, n.parsed.clauses, governing[-1].index) is Sense.FACT:
            return False
        is_object = n.place[0] - verb.last <= 1 and verb.base not in _NO_WISH and n.word not in _TELLING
        if verb.negated or is_object or verb.base in NOUNS["wishing"]:
            return True
    about = (c for c in n.parsed.clauses if c.subject[0] <= n.at < c.subject[1])
    return any(c.verb.base in NOUNS["expecting"] for c in about)


def _date(n: Noun) -> When:
    """Return the date in the noun's phrase, right before it, or of the verb that says it came."""
    timeline = n.article.timeline
    for first, last, mention in n.parsed.dates:
        before = last in (n.at, n.at - 1) and first >= n.place[0]
        behind = n.at < first < n.place[1] and mention.preposition not in LIMITS
        if before or behind:
            return timeline.when(n.parsed, first)
    making = next((c for c in n.parsed.clauses if _makes(n, c)), None)
    if making is not None:
        return timeline.of_clause(n.parsed, making)
    about = (c for c in n.parsed.clauses if c.subject[0] <= n.at < c.subject[1])
    for clause in about:
        happens = clause.verb.base in NOUNS["taking_place"]
        if happens and sense(n.parsed, n.parsed.clauses, clause.index) is Sense.FACT:
            return timeline.of_clause(n.parsed, clause, limits=LIMITS - {"from"})
    return When()
