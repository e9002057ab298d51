"""Steps told by a noun: "the arrival on Tuesday of the first Kenyans", "the Council's renewal of it"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tracker.claims import Mention
from tracker.extract.discourse import Actor
from tracker.extract.lexicon import section, words
from tracker.extract.modality import Sense, sense
from tracker.extract.reading import Parsed
from tracker.extract.steps.article import MANDATING_BODIES, WORDS, Article, Finding
from tracker.extract.steps.holds import named_court
from tracker.extract.timing import LIMITS, When
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, MilestoneKind

NOUNS = section("events", "nominals")
_PREPOSITIONS = words("words", "prepositions")
_BOUNDS = frozenset({",", ";", ":", "—", "–", "(", ")", "which", "who", "that", "and", "but"})
_LONGEST = 8  # tokens of a noun's own phrase before it
_PHASE_REACH = 3  # "the first phase of the withdrawal"
_REACH = 22  # tokens behind a noun in which its complements stand
_RULED = 16  # tokens behind a ruling in which stands what it stops
# Verbs whose object has come: those that witness it, and any where the noun is of what somebody said.
_NO_WISH = NOUNS["witnessing"] | {"be"}
_DECIDING = frozenset({"take", "make", "reach", "announce"})
_TELLING = NOUNS["requesting"] | NOUNS["offering"] | NOUNS["ruling"] | NOUNS["founding"]
_SENDERS = (ActorKind.STATE, ActorKind.ORGANIZATION)


class Noun:
    """A noun of an event with its phrase: whose it is, of what, by whom.

    ``place`` are the tokens of the phrase, ``own`` the words before the noun, ``of`` the words behind it.
    """

    __slots__ = ("article", "at", "of", "own", "parsed", "place", "word")

    def __init__(self, article: Article, parsed: Parsed, at: int) -> None:
        self.article = article
        self.parsed = parsed
        self.at = at
        self.word = parsed.tokens[at].norm
        self.place = _left(parsed, at), _right(parsed, at)
        self.own = frozenset(parsed.norms(self.place[0], at))
        self.of = frozenset(parsed.norms(at + 1, self.place[1]))

    @property
    def words(self) -> frozenset[str]:
        """Return the words before and behind the noun."""
        return self.own | self.of

    def actors(self) -> list[Actor]:
        """Return whose event it is: behind "by", else before the noun, else behind "of"."""
        first, last = self.place
        norms = self.parsed.norms(self.at, last)
        actors = self.article.discourse.actors
        if "by" in norms:
            return actors(self.parsed, self.at + norms.index("by") + 1, last)
        end = self.at - (self.parsed.norms(self.at - 1, self.at) == ["'s"])
        if first < end and (found := actors(self.parsed, first, end)):
            return found
        return actors(self.parsed, self.at + norms.index("of") + 1, last) if "of" in norms else []

    def sender(self) -> Mention | None:
        """Return the state or organization in the phrase whose people they are, not the host."""
        host = self.article.missions.host
        for name in self.parsed.names:
            inside = self.place[0] <= name.first < self.place[1]
            if inside and name.kind in _SENDERS and name.name != host:
                return self.article.mention(name.name, self.parsed.span(name.first, name.last))
        return None

    def body(self) -> Mention | None:
        """Return the mandating body in the phrase."""
        first, last = self.place
        for name in self.parsed.names:
            if first <= name.first < last and name.name in MANDATING_BODIES:
                return self.article.mention(name.name, self.parsed.span(name.first, name.last))
        mandator = self.article.mandator
        if mandator is None or "council" not in self.words:
            return None
        return self.article.mention(mandator, self.parsed.span(self.at, self.at + 1))

    def decided_by(self) -> frozenset[str]:
        """Return the words of the phrase and of the subject whose decision it is: "the cabinet took one"."""
        taking = (c for c in self.parsed.clauses if c.verb.base in _DECIDING and c.verb.last == self.place[0])
        return self.words.union(*(self.parsed.norms(*c.subject) for c in taking))

    def own_body(self) -> Mention | None:
        """Return the body that gives the mission its mandate, where the article names it."""
        mandator = self.article.mandator
        if mandator is None or not self.article.names(mandator):
            return None
        return self.article.mention(mandator, self.parsed.span(self.at, self.at + 1))

    def of_mission(self) -> bool:
        """Tell whether "its" stands before the noun, in a sentence on the mission."""
        names = any(n.name == self.article.own for n in self.parsed.names)
        return "its" in self.own and (names or not WORDS["missions"].isdisjoint(self.parsed.folded))

    def about_mission(self) -> bool:
        """Tell whether the phrase names the article's own mission, its mandate or the plan for it."""
        first, last = self.place
        named = [n.name for n in self.parsed.names if n.kind is None and first <= n.first < last]
        if named:
            return self.article.own in named
        return bool(self.words & WORDS["mission_nouns"]) and not self.words & WORDS["other"]


def _left(parsed: Parsed, at: int) -> int:
    verbs = {i for c in parsed.clauses for i in range(c.verb.first, c.verb.last)}
    first = at
    while first > max(0, at - _LONGEST):
        norm = parsed.tokens[first - 1].norm
        if norm in _BOUNDS or norm in _PREPOSITIONS or first - 1 in verbs:
            break
        first -= 1
    return first


def _right(parsed: Parsed, at: int) -> int:
    finite = (c.verb.first for c in parsed.clauses if c.verb.form is Form.FINITE and c.verb.first > at)
    last = min(next(finite, len(parsed.tokens)), at + _REACH)
    return next((i for i in range(at + 1, last) if parsed.tokens[i].norm in _BOUNDS - {"and"}), last)


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
    if body is None and n.word not in NOUNS["founding"]:
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
    doer = next((a for a in n.actors() if a.state), None)
    by = n.article.mention(doer.state, doer.span) if doer is not None and doer.state else None
    return Finding(MilestoneKind.PAUSED, by, "")


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
    about = (c for c in n.parsed.clauses if c.subject[0] <= n.at < c.subject[1])
    for clause in about:
        happens = clause.verb.base in NOUNS["taking_place"]
        if happens and sense(n.parsed, n.parsed.clauses, clause.index) is Sense.FACT:
            return timeline.of_clause(n.parsed, clause, limits=LIMITS - {"from"})
    return When()
