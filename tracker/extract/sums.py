"""Level 4: sums that a verb governs, as its object or its subject."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.extract.agentless import Agentless
from tracker.extract.clauses import Clause
from tracker.extract.discourse import Actor, Discourse
from tracker.extract.evidence import Places, verb_words
from tracker.extract.gifts import (
    GIVE_ALL,
    GIVERS,
    NOUNS,
    VERBS,
    Governor,
    Memory,
    actor_at,
    actor_behind,
    actors_behind,
    asks_parliament,
    gives,
    status_of,
    status_of_draft,
    subject_of,
    takes_back,
)
from tracker.extract.modality import UNREAL, Sense, sense
from tracker.extract.reading import Parsed
from tracker.extract.sum_clauses import (
    agreed_to,
    asked_of_parliament,
    contact,
    explains,
    given_together,
    is_private,
    is_shared,
    is_subject,
    is_whole,
)
from tracker.extract.verbs import Form
from tracker.vocab import PledgeStatus

_RELATIVES: tuple[list[str], ...] = (
    [],
    ["that"],
    ["which"],
    [",", "which"],
    [")", "that"],
    [")", ",", "which"],
)
_PROMISES = frozenset(["pledge", "offer", "promise"])
_ARRIVING = frozenset(["reach", "arrive"])


class Sums:
    """Reads what governs the sums of one article."""

    def __init__(self, discourse: Discourse, memory: Memory) -> None:
        self.discourse = discourse
        self.memory = memory
        self._agentless = Agentless(discourse, memory)

    def verbal(self, parsed: Parsed, first: int, last: int) -> Governor | None:
        """Read a sum as the object, or the passive subject, of a verb of giving."""
        its = [c for c in parsed.clauses if is_subject(parsed, c, first, last)]
        if is_whole(parsed, first):  # "half of the €8m pledged by France has been paid"
            its.sort(key=explains, reverse=True)
            found = self._subject_of_any(parsed, its, first, last)
            return found or self._object_of_any(parsed, first)
        vague = [c for c in its if explains(c) and self._agent(parsed, c) is None]
        telling = sorted((c for c in its if c not in vague), key=explains)
        return (
            self._subject_of_any(parsed, telling, first, last)
            or self._object_of_any(parsed, first)
            or self._subject_of_any(parsed, vague, first, last)
        )

    def _subject_of_any(
        self, parsed: Parsed, clauses: Iterable[Clause], first: int, last: int
    ) -> Governor | None:
        return next(filter(None, (self._as_subject(parsed, c, first, last) for c in clauses)), None)

    def _object_of_any(self, parsed: Parsed, first: int) -> Governor | None:
        for clause in reversed(parsed.clauses):
            if not clause.verb.last <= first < max(clause.end, clause.verb.last + 1):
                continue
            found = self._as_object(parsed, clause, first)
            if found is not None:
                return found
            if clause.verb.form is Form.FINITE and clause.verb.base not in ("be", "have", "say", "mean"):
                return None
        return None

    def _agent(self, parsed: Parsed, clause: Clause) -> Actor | None:
        return actor_behind(self.discourse, parsed, clause, "by")

    def relative(self, parsed: Parsed, first: int, last: int) -> Governor | None:
        """Read a sum that a relative clause gives: "$160 million, which Blinken announced on Monday"."""
        for clause in parsed.clauses:
            if clause.verb.base not in GIVE_ALL or clause.verb.passive:
                continue
            close = contact(parsed, clause, last)
            start, end = (last, clause.verb.first) if close else clause.subject
            if not last <= start < end or parsed.norms(last, start) not in _RELATIVES:
                continue
            meaning = sense(parsed, parsed.clauses, clause.index)
            if clause.verb.base in VERBS["receiving"]:
                fund = meaning not in UNREAL and self._is_fund(parsed, clause)
                return self._received_by_fund(parsed, clause) if fund else None
            if close:
                donor = actor_at(self.discourse, parsed, start, end)
            else:
                donor = subject_of(self.discourse, parsed, clause)
            if donor is not None and donor.state is not None and meaning not in UNREAL:
                taken_back = self._taken_back(parsed, first, last)
                status = PledgeStatus.WITHDRAWN if taken_back else status_of(parsed, clause, meaning)
                return Governor(status, donor, "relative-object", 0.8, clause, said=taken_back)
        return None

    @staticmethod
    def _received_by_fund(parsed: Parsed, clause: Clause) -> Governor:
        """Read "the $113 million that the fund has received"."""
        said = verb_words(parsed, clause)
        return Governor(PledgeStatus.DELIVERED, None, "received", 0.7, clause, collective=True, said=said)

    @staticmethod
    def _taken_back(parsed: Parsed, first: int, last: int) -> Places:
        """Return the verb that cancels the sum: "Canada has cancelled the $40 million it promised".

        Or the sum itself is its subject: "$40 million which Canada had promised was cancelled".
        """
        for clause in parsed.clauses:
            verb = clause.verb
            is_subject = clause.subject[0] <= first < clause.subject[1] and verb.passive
            is_object = verb.last <= first < clause.end and not verb.passive and verb.last < last
            real = sense(parsed, parsed.clauses, clause.index) not in UNREAL
            if (is_subject or is_object) and real and takes_back(parsed, clause):
                return verb_words(parsed, clause)
        return ()

    def _as_object(self, parsed: Parsed, clause: Clause, first: int) -> Governor | None:
        verb = clause.verb
        agent = (
            actor_behind(self.discourse, parsed, clause, "by") if verb.passive or explains(clause) else None
        )
        if (
            not gives(parsed, clause, first)
            or (explains(clause) and agent is None)
            or agreed_to(parsed, clause, first)
        ):
            return self._kept(parsed, clause, first) or self._asked(parsed, clause, first)
        meaning = sense(parsed, parsed.clauses, clause.index)
        if meaning in UNREAL and not asked_of_parliament(parsed, clause):
            return None
        status = status_of(parsed, clause, meaning)
        if verb.base in VERBS["receiving"] and NOUNS["gatherings"] & set(parsed.norms(*clause.subject)):
            status = PledgeStatus.OFFERED
        if verb.base in VERBS["raising"] and _PROMISES & set(parsed.norms(verb.last, first)):
            status = PledgeStatus.OFFERED  # "raised its pledge to $10 million"
        raised = bool({"its", "their"} & set(parsed.norms(verb.last, first)))  # "raised its contribution by"
        if (verb.base in VERBS["receiving"] and not raised) or verb.passive:
            received = verb.base in VERBS["receiving"]
            several = received and len(actors_behind(self.discourse, parsed, clause, "from")) > 1
            donor = self._received_from(parsed, clause) if received and not several else agent
            if donor is None and not (several or self._is_fund(parsed, clause)):
                return None
            rule = "received" if received else "passive-object"
            return Governor(status, donor, rule, 0.75, clause, collective=donor is None)
        if given_together(parsed, clause):
            return Governor(status, None, "givers-together", 0.75, clause, collective=True)
        donor = subject_of(self.discourse, parsed, clause)
        if donor is None or donor.state is None or is_private(parsed, clause, donor):
            return None
        if donor.back and status is PledgeStatus.WITHDRAWN:
            return None
        return Governor(status, donor, f"verb-{verb.base}", 0.9, clause)

    def _kept(self, parsed: Parsed, clause: Clause, first: int) -> Governor | None:
        """Read what a fund has: "The fund has $18 million in hand"."""
        behind = parsed.norms(first, first + 12)
        kept = any(w == "in" and NOUNS["kept"] & set(behind[i : i + 3]) for i, w in enumerate(behind))
        if clause.verb.base not in ("have", "hold") or clause.verb.negated or not kept:
            return None
        if not self._is_fund(parsed, clause):
            return None
        status = PledgeStatus.DELIVERED
        return Governor(
            status, None, "in-the-fund", 0.7, clause, collective=True, said=verb_words(parsed, clause)
        )

    def _asked(self, parsed: Parsed, clause: Clause, first: int) -> Governor | None:
        """Read what is asked of the giver's own parliament: "has asked Congress for $50 million"."""
        donor = subject_of(self.discourse, parsed, clause) if asks_parliament(parsed, clause) else None
        if donor is None or donor.state is None or sense(parsed, parsed.clauses, clause.index) in UNREAL:
            return None
        return Governor(PledgeStatus.OFFERED, donor, f"verb-{clause.verb.base}", 0.75, clause)

    def _received_from(self, parsed: Parsed, clause: Clause) -> Actor | None:
        """Return the giver behind "from": "got $5m from Norway", "Nigeria, from which it has received"."""
        if is_shared(parsed, clause):
            return None
        donor = actor_behind(self.discourse, parsed, clause, "from")
        start = clause.subject[0]
        if donor is not None or parsed.norms(start - 2, start) not in (["from", "which"], ["from", "whom"]):
            return donor
        named = [n for n in parsed.names if n.kind in GIVERS and start - 6 <= n.last <= start - 2]
        return actor_at(self.discourse, parsed, named[-1].begin, named[-1].last) if named else None

    def _as_subject(self, parsed: Parsed, clause: Clause, first: int, last: int) -> Governor | None:
        meaning = sense(parsed, parsed.clauses, clause.index)
        if meaning in UNREAL:
            return None
        owner = self._agentless.owner(parsed, first, last)
        if clause.verb.passive and gives(parsed, clause):
            return self._agentless.passive(parsed, clause, status_of(parsed, clause, meaning), owner)
        for_something = clause.verb.base == "be" and parsed.norms(clause.verb.last, clause.verb.last + 1) == [
            "for"
        ]
        if clause.verb.base not in VERBS["sum_subject"] and not for_something:
            return None
        giver = owner or self._source(parsed, clause)
        promiser = self._promiser(parsed, first) if clause.verb.base in _ARRIVING else None
        donor = giver or promiser or self.memory.donor
        if donor is None:
            return self._in_the_pot(parsed, clause)
        going = clause.verb.base == "come" or parsed.norms(clause.verb.first, clause.verb.last) == ["goes"]
        if going and giver is None:
            before = self.memory.draft
            status = before.claim.status if before is not None else PledgeStatus.OFFERED
            said = status_of_draft(before) if before is not None else ()
            return Governor(status, donor, "part-of-the-total", 0.6, clause, said=said)
        offered = meaning is Sense.PROMISED or for_something
        return Governor(
            PledgeStatus.OFFERED if offered else PledgeStatus.DELIVERED, donor, "sum-goes", 0.7, clause
        )

    def _source(self, parsed: Parsed, clause: Clause) -> Actor | None:
        """Return the giver behind "from"; not that of another sum: "$5m came, $2m of it from Norway"."""
        others = any(clause.verb.last <= f < clause.end for f, _last, _m in parsed.money)
        return None if others else actor_behind(self.discourse, parsed, clause, "from")

    @staticmethod
    def _in_the_pot(parsed: Parsed, clause: Clause) -> Governor | None:
        """Read "some $67 million has reached the trust fund", who gave it being nobody named."""
        pot = NOUNS["pots"] & set(parsed.norms(clause.verb.last, clause.verb.last + 6))
        if clause.verb.base not in _ARRIVING or not pot:
            return None
        said = verb_words(parsed, clause)
        return Governor(PledgeStatus.DELIVERED, None, "received", 0.7, clause, collective=True, said=said)

    def _promiser(self, parsed: Parsed, first: int) -> Actor | None:
        """Return who gave what arrives: "$5 million promised by Qatar has arrived", or who tells of it."""
        for clause in parsed.clauses:
            its = clause.subject[0] <= first < clause.subject[1] and explains(clause)
            agent = actor_behind(self.discourse, parsed, clause, "by") if its else None
            if agent is not None:
                return agent
        return self._agentless.teller(parsed)

    def _is_fund(self, parsed: Parsed, clause: Clause) -> bool:
        """Tell whether a fund, an appeal or a mission is what receives."""
        subject = set(parsed.norms(*clause.subject))
        if subject & NOUNS["funds"]:
            return True
        if "it" not in subject or not parsed.index:
            return False
        before = self.discourse.reading.parsed[parsed.index - 1]
        return bool({"fund", "appeal", "conference"} & set(before.folded))
