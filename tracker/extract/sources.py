"""Level 4: sums whose giver is their source: "from the UAE come $1.2 billion", "received $5m from Japan"."""

from __future__ import annotations

from tracker.claims import Mention
from tracker.extract.discourse import Discourse
from tracker.extract.evidence import words_among
from tracker.extract.gift_nouns import NOUN_STATUS
from tracker.extract.gifts import (
    GIVERS,
    NOUNS,
    SOURCES,
    VERBS,
    Governor,
    Memory,
    actor_at,
    governing_clause,
    source_before,
)
from tracker.extract.modality import UNREAL, sense
from tracker.extract.reading import Parsed
from tracker.vocab import ActorKind, AliasKind, PledgeStatus

_NEXT = frozenset({"next", "then", "followed", "behind", "second", "third"})


class Sources:
    """Reads the sums of one article that come from somewhere."""

    def __init__(self, discourse: Discourse, memory: Memory) -> None:
        self.discourse = discourse
        self.memory = memory

    def sourced(self, parsed: Parsed, first: int, last: int) -> Governor | None:
        """Read "pledges include $10 million from Qatar", "there was €1 million from Luxembourg"."""
        name = next((n for n in parsed.names if parsed.norms(last, n.begin) in SOURCES), None)
        clause = governing_clause(parsed, first)
        if name is None or name.kind not in GIVERS or name.first < last or clause is None:
            return None
        subject = set(parsed.norms(*clause.subject))
        nouns = subject & (NOUN_STATUS.keys() | NOUNS["neutral"])
        if clause.verb.negated or not nouns or clause.verb.base not in ("include", "comprise", "be", "come"):
            return None
        telling = next((n for n in nouns if n in NOUN_STATUS), None)
        status = NOUN_STATUS[telling] if telling is not None else PledgeStatus.DELIVERED
        said = words_among(parsed, {telling} if telling is not None else nouns, *clause.subject)
        donor = actor_at(self.discourse, parsed, name.begin, name.last)
        return Governor(status, donor, "noun-source", 0.7, clause, said=said)

    def fronted(self, parsed: Parsed, first: int) -> Governor | None:
        """Read "From the UAE come $1.2 billion", "From the European Union there will be €76 million"."""
        clause = governing_clause(parsed, first)
        if (
            clause is None
            or clause.verb.last > first
            or clause.verb.base not in ("come", "be", "arrive", "flow")
        ):
            return None
        donor = source_before(self.discourse, parsed, clause)
        if donor is None or donor.state is None or sense(parsed, parsed.clauses, clause.index) in UNREAL:
            return None
        return Governor(self._status(clause.verb.past), donor, "source-first", 0.75, clause)

    def taken_home(self, parsed: Parsed, first: int) -> Governor | None:
        """Read "Yemen went home with $1.16bn", said of a gathering or of promises: who gave is not named."""
        clause = governing_clause(parsed, first)
        if clause is None or clause.verb.base not in VERBS["leaving"] or clause.verb.negated:
            return None
        name = next((n for n in parsed.names if (n.begin, n.last) == clause.subject), None)
        said = words_among(parsed, NOUNS["gatherings"] | NOUNS["of_many"], 0, len(parsed.tokens))
        if "with" not in parsed.norms(first - 4, first) or name is None or not said:
            return None
        if name.kind is not ActorKind.STATE or sense(parsed, parsed.clauses, clause.index) in UNREAL:
            return None
        recipient = Mention(name.name, ActorKind.STATE, parsed.span(name.first, name.last))
        status = PledgeStatus.OFFERED
        return Governor(
            status, None, "taken-home", 0.65, clause, collective=True, said=said, recipient=recipient
        )

    def next_giver(self, parsed: Parsed, first: int) -> Governor | None:
        """Read "Also contributing are Japan with $14 million and France with €3 million"."""
        lead = next((i for i in (1, 2, 3) if parsed.norms(first - i, first - i + 1) == ["with"]), None)
        if lead is None:
            return None
        end = first - lead
        end -= parsed.norms(end - 1, end) == [","]
        name = next((n for n in parsed.names if n.last == end and n.kind in GIVERS), None)
        if name is None or name.alias is AliasKind.ADJECTIVE or not self._ranked(parsed, name.begin):
            return None
        before = self.memory.draft
        status = before.claim.status if before is not None else PledgeStatus.OFFERED
        donor = actor_at(self.discourse, parsed, name.begin, name.last)
        return Governor(status, donor, "next-giver", 0.65, said=(parsed.span(end, first),))

    def _ranked(self, parsed: Parsed, end: int) -> bool:
        """Tell whether the words before token ``end`` put a giver among others, of sums told before."""
        told = set(parsed.norms(0, end))
        if told & NOUNS["backers"] or "contributing" in told:
            return True
        before = self.memory.draft
        return before is not None and parsed.index - before.parsed.index <= 2 and bool(told & _NEXT)

    def _status(self, past: bool) -> PledgeStatus:
        """Return how far the sum has come: as far as the one before, where it says no more."""
        if past:
            return PledgeStatus.DELIVERED
        before = self.memory.draft
        return before.claim.status if before is not None else PledgeStatus.OFFERED
