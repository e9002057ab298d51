"""Level 4: who gives a sum where its own clause names nobody: "a further €1.5 million had been set aside"."""

from __future__ import annotations

from tracker.extract.attributions import attributions
from tracker.extract.clauses import Clause
from tracker.extract.discourse import Actor, Discourse
from tracker.extract.gifts import (
    GIVERS_AND_BODIES,
    NOUNS,
    SOURCES,
    VERBS,
    Governor,
    Memory,
    actor_at,
    actor_behind,
    particle,
)
from tracker.extract.reading import Parsed
from tracker.extract.speakers import Speakers
from tracker.vocab import ActorKind, PledgeStatus

_EARLIER = frozenset(["first", "second", "earlier", "initial", "rest", "remaining", "previous"])
_FURTHER = frozenset(["further", "another", "additional", "extra", "more"])
_ON_TOP = (["on", "top"], ["in", "addition"], ["besides"], ["beyond", "that"])
_OF_IT = (["of", "the"], ["of", "this"], ["of", "that"], ["of", "it"], ["of", "which"])
_OWNING = (["'s"], ["’s"], ["'s", "first"], ["'s", "own"])


class Agentless:
    """Finds the givers of one article's sums that stand in the passive."""

    def __init__(self, discourse: Discourse, memory: Memory) -> None:
        self.discourse = discourse
        self.memory = memory
        self._speakers = Speakers(discourse.reading, discourse)

    def owner(self, parsed: Parsed, first: int, last: int) -> Actor | None:
        """Return whose sum it is: "Luxembourg's €1 million", "the €1 million from Luxembourg"."""
        for name in parsed.names:
            if name.kind not in GIVERS_AND_BODIES:
                continue
            owns = parsed.norms(name.last, first) in _OWNING and name.last < first
            if owns or parsed.norms(last, name.begin) in SOURCES:
                return actor_at(self.discourse, parsed, name.begin, name.last)
        return None

    def passive(
        self, parsed: Parsed, clause: Clause, status: PledgeStatus, owner: Actor | None
    ) -> Governor | None:
        """Read "$3m was paid by Norway", "the first $3m has been paid", "$80m has been pledged"."""
        agent = actor_behind(self.discourse, parsed, clause, "by") or owner
        if agent is not None:
            return Governor(status, agent, "passive-subject", 0.8, clause)
        subject = parsed.norms(*clause.subject)
        known = self._known(parsed, clause, subject, status)
        if known is not None:
            return known
        teller = self._teller(parsed, clause)
        if teller is not None:
            return Governor(status, teller, "passive-told", 0.65, clause)
        if "budget" in subject:
            return None
        return Governor(status, None, "passive-subject", 0.8, clause, collective=True)

    def _known(
        self, parsed: Parsed, clause: Clause, subject: list[str], status: PledgeStatus
    ) -> Governor | None:
        """Return the giver of the sum before, where this one goes on with it."""
        donor = self.memory.donor
        if donor is None:
            return None
        if parsed.norms(0, 2) in _OF_IT:
            return Governor(status, donor, "part-of-the-total", 0.75, clause)
        if "budget" not in subject and _EARLIER & set(subject):
            return Governor(status, donor, "earlier-sum", 0.65, clause)
        opening = any(parsed.norms(0, len(words)) == words for words in _ON_TOP)
        if (opening or _FURTHER & set(subject)) and self._is_near(parsed):
            return Governor(status, donor, "further-sum", 0.65, clause)
        return None

    def _is_near(self, parsed: Parsed) -> bool:
        """Tell whether a sum of one giver stands in this sentence or one of the two before."""
        before = self.memory.draft
        return before is not None and before.donor is not None and parsed.index - before.parsed.index <= 2

    def _teller(self, parsed: Parsed, clause: Clause) -> Actor | None:
        """Return who tells of its own gift: "€3 million would be made available, the ministry said".

        Only what a giver alone does counts: what was pledged or received, anybody may tell.
        """
        told = clause.verb.base in VERBS["told_by_giver"] or particle(parsed, clause) is not None
        if not told:
            return None
        for attribution in attributions(parsed, self._speakers):
            speaker = attribution.speaker or actor_at(self.discourse, parsed, *attribution.place)
            state = speaker.state if speaker is not None else None
            if speaker is not None and state is not None and self._gives_for(speaker, state):
                return speaker
        return None

    def _gives_for(self, speaker: Actor, state: str) -> bool:
        if state == self.discourse.default_state or self.discourse.kinds.get(state) is not ActorKind.STATE:
            return False
        return speaker.head is None or speaker.head in NOUNS["speaks_for_state"]
