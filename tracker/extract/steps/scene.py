"""What a rule for steps is given: a clause with its article, as who acts, on what, in which words."""

from __future__ import annotations

from collections.abc import Container, Sequence

from tracker.claims import Mention
from tracker.extract.actors import phrase_end
from tracker.extract.clauses import Clause
from tracker.extract.discourse import Actor
from tracker.extract.mission_words import place_at
from tracker.extract.reading import Parsed
from tracker.extract.steps.article import MANDATING_BODIES, WORDS, Article
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind

_BODY_HEADS = frozenset({None, "leaders", "ministers", "states", "summit", "council", "heads"})
_OPENING = 4  # tokens of a numbered paragraph before its verb
_AGENT_REACH = 10  # tokens behind a passive verb in which its "by" is sought


class Scene:
    """A clause as a rule sees it: who acts, on what, in which words.

    ``actors`` are those that the subject means, ``subject`` its words, ``after`` the words of the complements
    and ``following`` the same in order.
    """

    __slots__ = (
        "actors",
        "after",
        "article",
        "base",
        "clause",
        "following",
        "parsed",
        "passive",
        "subject",
        "verb",
    )

    def __init__(self, article: Article, parsed: Parsed, clause: Clause) -> None:
        self.article = article
        self.parsed = parsed
        self.clause = clause
        self.verb = clause.verb
        self.base = clause.verb.base
        self.passive = clause.verb.passive
        first, last = clause.subject
        self.actors: Sequence[Actor] = article.discourse.actors(parsed, first, last) if first < last else ()
        self.subject = frozenset(parsed.norms(first, last))
        self.following = parsed.norms(self.verb.last, clause.end)
        self.after = frozenset(self.following)

    @property
    def affected(self) -> tuple[int, int]:
        """Return the tokens that say what the verb is done to."""
        return self.clause.subject if self.passive else (self.verb.last, self.clause.end)

    @property
    def affected_words(self) -> frozenset[str]:
        """Return the words that say what the verb is done to."""
        return self.subject if self.passive else self.after

    @property
    def antecedent(self) -> frozenset[str]:
        """Return the words before a relative clause whose object they are: "the deal that Ruto signed"."""
        start = self.clause.subject[0]
        opened = self.parsed.norms(start - 1, start) in (["that"], ["which"])
        if self.passive or self.clause.relative or not opened:
            return frozenset()
        return frozenset(self.parsed.norms(start - 5, start - 1))

    def is_of_old(self) -> bool:
        """Tell whether something happened for the last time: "were last flown there in 2021"."""
        return "last" in self.parsed.norms(self.verb.first - 1, self.verb.last)

    def agent_place(self) -> tuple[int, int] | None:
        """Return the tokens behind "by", None where there is no agent."""
        for i in range(self.verb.last, min(self.clause.end, self.verb.last + _AGENT_REACH)):
            if self.parsed.tokens[i].norm == "by":
                end = min(self.clause.end, i + 9)
                while not self.parsed.tokens[end - 1].word:
                    end -= 1
                return i + 1, end
        return None

    def agents(self) -> Sequence[Actor]:
        """Return the actors behind "by"."""
        place = self.agent_place()
        return self.article.discourse.actors(self.parsed, *place) if place is not None else ()

    def doer_place(self) -> tuple[int, int] | None:
        """Return the tokens that say who does it, None where nothing does."""
        return self.agent_place() if self.passive else self.clause.subject

    def doers(self) -> Sequence[Actor]:
        """Return who does it: the subject, in the passive voice the agent."""
        return self.agents() if self.passive else self.actors

    def body(self) -> Mention | None:
        """Return the body that does it, where it can give a mission its mandate.

        A description without a name ("the council", "the bloc's leaders") means the mission's own body.
        """
        doers = self.doers()
        place = self.doer_place()
        if place is None or place[0] >= place[1]:
            return self._issuing_body()
        if self._is_national(place):
            return None
        return self._body_at(doers, place) or self._body_of_text(place)

    def _body_of_text(self, place: tuple[int, int]) -> Mention | None:
        """Return the mission's own body where its text acts: "set up by resolution 2699"."""
        mandator = self.article.mandator
        if mandator is None or "resolution" not in self.head(place):
            return None
        return self.article.mention(mandator, self.parsed.span(*place))

    def body_in(self, place: tuple[int, int]) -> Mention | None:
        """Return the mandating body that tokens ``place`` name."""
        found = next((n for n in self.parsed.names if place[0] <= n.first < place[1]), None)
        if found is None or found.name not in MANDATING_BODIES:
            return self._body_at((), place) if "council" in self.parsed.norms(*place) else None
        return self.article.mention(found.name, self.parsed.span(found.first, found.last))

    def decides_here(self) -> bool:
        """Tell whether the text itself is the decision: "1. Decides to renew the mandate"."""
        first, last = self.clause.subject
        opens = self.verb.first < _OPENING and not self.verb.past and self.verb.form is Form.FINITE
        return first >= last and opens and self.parsed.tokens[self.verb.first].cap

    def _issuing_body(self) -> Mention | None:
        mandator = self.article.mandator if self.decides_here() else None
        return (
            self.article.mention(mandator, self.parsed.span(self.verb.first, self.verb.last))
            if mandator
            else None
        )

    def _is_national(self, place: tuple[int, int]) -> bool:
        """Tell whether a council is a state's own: "Kenya's National Security Council"."""
        norms = self.parsed.norms(*place)
        if "national" in norms:
            return True
        council = place[0] + norms.index("council") if "council" in norms else place[0]
        return any(
            n.kind is ActorKind.STATE and place[0] <= n.first and n.last in (council, council - 1)
            for n in self.parsed.names
        )

    def _body_at(self, doers: Sequence[Actor], place: tuple[int, int]) -> Mention | None:
        actor = mandating_body(doers)
        if actor is None and not WORDS["collective"].isdisjoint(self.parsed.norms(*place)):
            # "SADC leaders meeting in Maputo"
            actor = next((a for a in doers if a.name in MANDATING_BODIES), None)
        mandator = self.article.mandator
        unnamed = actor is None or actor.name == self.article.authority
        if mandator is not None and unnamed:
            collective = {"council"} if mandator.startswith("UN ") else WORDS["collective"]
            words = collective.intersection(self.parsed.norms(*place))
            named = self.parsed.span(place[0], phrase_end(self.parsed, *place)).end
            national = any(a.state and a.span.start < named for a in doers)  # not "the summit in Maputo"
            if "council" in words or (actor is None and words and not national):
                return self.article.mention(mandator, self.parsed.span(*place))
        if actor is None:
            return None
        return self.article.mention(actor.name, actor.span)

    def unnamed_body(self) -> Mention | None:
        """Return the body behind a passive verb with no agent."""
        return self.own_body() if self.passive and self.agent_place() is None else None

    def own_body(self) -> Mention | None:
        """Return the body that gives the mission its mandate, where the article names it somewhere."""
        mandator = self.article.mandator
        if mandator is None or not self.article.names(mandator):
            return None
        return self.article.mention(mandator, self.parsed.span(self.verb.first, self.verb.last))

    def about_mission(self, first: int, last: int) -> bool:
        """Tell whether tokens ``[first, last)`` speak of the mission or the plan for it."""
        words = set(self.parsed.norms(first, last))
        if words & WORDS["mission_nouns"] or words & {"it", "this"}:
            return True
        return any(n.kind is None and first <= n.first < last for n in self.parsed.names)

    def head(self, place: tuple[int, int]) -> frozenset[str]:
        """Return the words of a noun phrase up to its first preposition."""
        return frozenset(self.parsed.norms(place[0], phrase_end(self.parsed, *place)))

    def affects_mission(self) -> bool:
        """Tell whether the verb is done to the mission or the plan for it."""
        return self.about_mission(*self.affected) or bool(self.antecedent & WORDS["mission_nouns"])

    def is_own_mission(self, place: tuple[int, int]) -> bool:
        """Tell whether a noun phrase means the article's own mission."""
        first, last = place[0], phrase_end(self.parsed, *place) if place[0] < place[1] else place[1]
        named = [n.name for n in self.parsed.names if n.kind is None and first <= n.first < last]
        if named:
            return self.article.own in named
        words = set(self.parsed.norms(first, last))
        return bool(WORDS["missions"] & words) and not (
            words & WORDS["other"] or self._led_by_other(first, last)
        )

    def _led_by_other(self, first: int, last: int) -> bool:
        """Tell whether a mission is called by another's leader: "the Kenya-led force"."""
        led = (
            n
            for n in self.parsed.names
            if first <= n.first and self.parsed.norms(n.last, n.last + 1) == ["-led"]
        )
        return any(n.last < last and n.name not in self._leaders() for n in led)

    def _leaders(self) -> tuple[str | None, ...]:
        missions = self.article.missions
        known = self.article.reading.gaz.missions.get(self.article.own or "")
        return missions.lead, self.article.authority, known.authority if known else None

    def names_other(self, first: int, last: int) -> bool:
        """Tell whether tokens ``[first, last)`` name another mission and not the article's own."""
        return self.article.names_other(self.parsed, first, last)

    def names_in_subject(self, state: str | None) -> bool:
        """Tell whether the subject names a state, or somebody who acts for it."""
        first, last = self.clause.subject
        return any(n.state == state and first <= n.first < last for n in self.parsed.names)

    def names_state(self, first: int, last: int) -> bool:
        """Tell whether tokens ``[first, last)`` name a state."""
        return any(n.kind is ActorKind.STATE and first <= n.first < last for n in self.parsed.names)

    def names_host_behind(self) -> bool:
        """Tell whether a place in the mission's host stands behind the verb: "out of the city of Goma"."""
        host = self.article.missions.host
        places = (place_at(self.parsed, at) for at in range(self.verb.last, self.clause.end))
        return host is not None and any(place is not None and place.state == host for place in places)

    def is_contributor(self, state: str | None) -> bool:
        """Tell whether a state takes part in the mission and neither leads nor hosts it."""
        kinds, missions = self.article.reading.gaz.kinds, self.article.missions
        return kinds.get(state or "") is ActorKind.STATE and state not in (missions.lead, missions.host)

    def senders(self, heads: Container[str | None] | None = None) -> list[Actor]:
        """Return the actors of the subject that may send people, those with one of ``heads`` where given."""
        host = self.article.missions.host
        abroad = (a for a in self.actors if a.state and a.state != host)
        return [a for a in abroad if heads is None or a.head in heads]

    def giver(self, actors: Sequence[Actor]) -> Mention | None:
        """Return the state or organization that the first of ``actors`` with one acts for."""
        acting = next((a for a in actors if a.state), None)
        return acting.giver(self.article.reading.gaz.kinds) if acting else None

    def givers(self, actors: Sequence[Actor]) -> tuple[Mention, ...]:
        """Return all states and organizations that ``actors`` act for, each once."""
        kinds = self.article.reading.gaz.kinds
        found: dict[str, Mention] = {}
        for actor in actors:
            giver = actor.giver(kinds) if actor.state else None
            if giver is not None:
                found.setdefault(giver.name, giver)
        return tuple(found.values())

    def state_mention(self, state: str | None) -> Mention | None:
        """Return a state as a claim names it, by the words of who acts for it, else those of the subject."""
        if state is None:
            return None
        acting = next((a.span for a in self.doers() if a.state == state), None)
        if acting is not None:
            return self.article.mention(state, acting)
        first, last = self.clause.subject
        if first >= last:
            first, last = self.verb.first, self.verb.last
        return self.article.mention(state, self.parsed.span(first, last))

    def run_by(self) -> Mention | None:
        """Return who leads the mission, else who runs it, with the words of the subject."""
        return self.article.runner(self.parsed.span(*self.clause.subject))

    def organization(self) -> Mention | None:
        """Return the organization that runs the mission, with the words of the verb."""
        return self.article.organization(self.parsed.span(self.verb.first, self.verb.last))


def mandating_body(actors: Sequence[Actor]) -> Actor | None:
    """Return the first actor that can give a mission its mandate."""
    return next((a for a in actors if a.name in MANDATING_BODIES and a.head in _BODY_HEADS), None)
