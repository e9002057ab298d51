"""A noun that tells a step, with its phrase: whose it is, of what, by whom."""

from __future__ import annotations

from tracker.claims import Mention
from tracker.extract.discourse import Actor
from tracker.extract.lexicon import words
from tracker.extract.reading import Parsed
from tracker.extract.steps.article import MANDATING_BODIES, WORDS, Article
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind

_PREPOSITIONS = words("words", "prepositions")
_BOUNDS = frozenset({",", ";", ":", "—", "–", "(", ")", "which", "who", "that", "and", "but"})
_LONGEST = 8  # tokens of a noun's own phrase before it
_REACH = 22  # tokens behind a noun in which its complements stand
_DECIDING = frozenset({"take", "make", "reach", "announce"})
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
