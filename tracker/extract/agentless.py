"""Level 4: who gives a sum where its own clause names nobody: "a further €1.5 million had been set aside"."""

from __future__ import annotations

from tracker.extract.attributions import attributions
from tracker.extract.clauses import Clause
from tracker.extract.discourse import Actor, Discourse
from tracker.extract.gift_nouns import NOUN_STATUS
from tracker.extract.gifts import (
    GIVERS,
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
from tracker.vocab import ActorKind, AliasKind, PledgeStatus

_EARLIER = frozenset(["first", "second", "earlier", "initial", "rest", "remaining", "previous"])
_FURTHER = frozenset(["further", "another", "additional", "extra", "more"])
_ON_TOP = (["on", "top"], ["in", "addition"], ["besides"], ["beyond", "that"])
_OF_IT = (["of", "the"], ["of", "this"], ["of", "that"], ["of", "it"], ["of", "which"])
_GIFT_OF = ([",", "the", "gift", "of"], [",", "a", "gift", "from"], [",", "a", "gift", "of"])
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
            inside = name.first == last and NOUN_STATUS.keys() & set(parsed.norms(name.last, name.last + 2))
            behind = parsed.norms(last, name.begin)
            by_noun = (
                behind[1:] in (["by"], ["from"], ["by", "the"], ["from", "the"]) and behind[0] in NOUN_STATUS
            )
            if owns or inside or by_noun or behind in (*SOURCES, *_GIFT_OF):
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
        aid = self._aid_of(parsed, clause)
        if aid is not None:
            return Governor(status, aid, "passive-subject", 0.75, clause)
        known = self._known(parsed, clause, subject, status)
        if known is not None:
            return known
        teller = self._teller(parsed, clause) or self._issuer(clause)
        if teller is not None:
            return Governor(status, teller, "passive-told", 0.65, clause)
        if "budget" in subject:
            return None
        return Governor(status, None, "passive-subject", 0.8, clause, collective=True)

    def _aid_of(self, parsed: Parsed, clause: Clause) -> Actor | None:
        """Return whose aid the subject is: "Norwegian aid worth 40 million kroner has been suspended"."""
        start, end = clause.subject
        nouns = NOUN_STATUS.keys() | NOUNS["neutral"]
        for name in parsed.names:
            if name.kind not in GIVERS or not start <= name.begin <= start + 1 or name.last >= end:
                continue
            owns = parsed.norms(name.last, name.last + 1) == ["'s"]
            at = name.last + 1 if owns else name.last
            if (owns or name.alias is AliasKind.ADJECTIVE) and nouns & set(parsed.norms(at, at + 2)):
                return actor_at(self.discourse, parsed, name.begin, name.last)
        return None

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
        return self.teller(parsed, told=told)

    def _issuer(self, clause: Clause) -> Actor | None:
        """Return whose release the text is; what was promised or received, others may have given."""
        others = VERBS["offered"] | VERBS["receiving"]
        return self.discourse.issuer if clause.verb.base not in others else None

    def teller(self, parsed: Parsed, *, told: bool = True) -> Actor | None:
        """Return the giver who speaks in a sentence: he says, or (not ``told``) announces or promises it."""
        for attribution in attributions(parsed, self._speakers):
            if not told and attribution.clause.verb.base not in VERBS["offered"]:
                continue
            speaker = attribution.speaker or actor_at(self.discourse, parsed, *attribution.place)
            state = speaker.state if speaker is not None else None
            if speaker is not None and state is not None and self._gives_for(speaker, state):
                return speaker
        return None

    def _gives_for(self, speaker: Actor, state: str) -> bool:
        if state == self.discourse.default_state or self.discourse.kinds.get(state) is not ActorKind.STATE:
            return False
        return speaker.head is None or speaker.head in NOUNS["speaks_for_state"]
