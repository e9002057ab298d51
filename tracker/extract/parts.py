"""Level 4: sums that lean on another sum: its parts, the next of a list, a running total."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from tracker.extract.discourse import Actor, Discourse
from tracker.extract.evidence import Places, verb_words, words_among
from tracker.extract.gifts import (
    GIVE_ALL,
    GIVERS,
    GIVERS_AND_BODIES,
    NOUNS,
    VERBS,
    Draft,
    Governor,
    Memory,
    actor_at,
    actor_behind,
    governing_clause,
    status_of,
    status_of_draft,
    subject_of,
)
from tracker.extract.modality import UNREAL, Sense, sense
from tracker.extract.reading import Parsed
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, PledgeStatus

_MADE_OF = frozenset(["including", "comprising", "comprises", "consisting", "split", "which"])
_ROUGHLY = frozenset(["over", "about", "some", "nearly", "than", "more", "a", "further"])
_PAID = frozenset(["spent", "paid", "delivered", "disbursed"])
_MOVED = ("pledge-sum-goes", "pledge-part-of-the-total", "pledge-earlier-sum")
_BEFORE_GIVER = ([","], ["and"], ["the"], [";"], ["while"])


class Parts:
    """Reads the sums of one article that lean on one before."""

    def __init__(self, discourse: Discourse, memory: Memory) -> None:
        self.discourse = discourse
        self.memory = memory

    def _name(self, parsed: Parsed, first: int, last: int) -> Actor | None:
        return actor_at(self.discourse, parsed, first, last)

    def brought_to(self, parsed: Parsed, first: int) -> Governor | None:
        """Read a running total: "that brings the total U.S. support to $300 million"."""
        if parsed.norms(first - 1, first) not in (["to"], ["almost"], ["nearly"], ["over"]):
            return None
        for clause in reversed(parsed.clauses):
            verb = clause.verb
            if verb.base not in VERBS["raising"] or not verb.last < first < max(clause.end, verb.last + 1):
                continue
            if not set(parsed.norms(verb.last, first)) & NOUNS["totals"]:
                continue
            name = next((n for n in parsed.names if verb.last <= n.first < first and n.kind in GIVERS), None)
            donor = self._name(parsed, name.begin, name.last) if name is not None else None
            if (
                donor is None
                and verb.form is Form.FINITE
                and {"its", "their"} & set(parsed.norms(verb.last, first))
            ):
                donor = subject_of(self.discourse, parsed, clause)
            before = self.memory.sentence[-1].donor if self.memory.sentence else None
            donor = donor or before or self.memory.donor
            donor = replace(donor, head=None) if donor is not None else None
            last = self.memory.draft
            status = last.claim.status if last is not None else PledgeStatus.OFFERED
            said = status_of_draft(last) if last is not None else ()
            return Governor(status, donor, "running-total", 0.8, clause, total=True, said=said)
        return None

    def standing(self, parsed: Parsed, first: int) -> Governor | None:
        """Read a sum in all: "the trust fund stands at $67m", "Britain's aid will rise to £15m"."""
        clause = governing_clause(parsed, first)
        if clause is None or clause.verb.last > first or clause.verb.base not in VERBS["standing"]:
            return None
        subject = parsed.norms(*clause.subject)
        nouns = set(subject) & NOUNS["standing"]
        meaning = sense(parsed, parsed.clauses, clause.index)
        if not nouns or meaning in UNREAL:
            return None
        between = parsed.norms(clause.verb.last, first)
        if not set(between) <= NOUNS["before_standing"] or (
            clause.verb.base in ("come", "add") and "to" not in between
        ):
            return None
        donor = self._name(parsed, *clause.subject)
        if donor is not None and donor.kind not in GIVERS:
            donor = None
        said_so = {"pledges", "promises", "offers", "pledged", "promised", "offered"} & set(
            parsed.norms(clause.subject[0], clause.verb.first)
        )
        following = next((f for f, _last, _m in parsed.money if f > first), None)
        paid_of_it = following is not None and self._paid_of(parsed, following) is not None
        promised = meaning is Sense.PROMISED or bool(said_so) or paid_of_it
        status = PledgeStatus.OFFERED if promised else PledgeStatus.DELIVERED
        said = (*words_among(parsed, nouns, *clause.subject), *verb_words(parsed, clause))
        donor = replace(donor, head=None) if donor is not None else None
        return Governor(status, donor, "running-standing", 0.65, clause, total=True, said=said)

    def of_it(self, parsed: Parsed, first: int, last: int) -> Governor | None:
        """Read a part of the sum before: "$1.7 million of it has been spent", "$1m of it from Norway"."""
        if parsed.norms(last, last + 2) not in (["of", "it"], ["of", "that"], ["of", "this"]):
            return None
        before = self.memory.draft
        if before is not None and parsed.norms(last + 2, last + 3) == ["from"]:
            donor = self._name(parsed, last + 3, min(len(parsed.tokens), last + 8))
            said = status_of_draft(before)
            return Governor(before.claim.status, donor, "part-of-it", 0.7, said=said) if donor else None
        clause = next((c for c in parsed.clauses if c.subject[0] <= first < c.subject[1]), None)
        if self.memory.draft is None or clause is None or clause.verb.base not in GIVE_ALL:
            return None
        if sense(parsed, parsed.clauses, clause.index) in UNREAL:
            return None
        return Governor(status_of(parsed, clause, Sense.FACT), self.memory.donor, "part-of-it", 0.7, clause)

    def part(self, parsed: Parsed, first: int) -> Governor | None:
        """Read a part of the sum before: "of which 60", "made up of C$40m for … and C$20m for …"."""
        before = self.memory.sentence
        if not before:
            return None
        further = before[-1].part
        whole = next((d for d in before if not d.part), before[-1]) if further else before[-1]
        between = parsed.norms(whole.at + 1, first)
        made = "made" in between or "comprising" in between or _of_which(between)
        made = made or between[-1:] == ["including"] or self._follows_colon(parsed, whole, first)
        if further:
            linked = between[-1:] in (["and"], [","], [";"])
        else:
            linked = ("made", "up") in pairwise(between) or bool(_MADE_OF & set(between[-8:]))
            linked = linked or between[-1:] == [":"]
        if not linked or not (made or further):
            return None
        if self._has_own_verb(parsed, whole, first) and (
            whole.donor is None or not self._paid_of(parsed, first)
        ):
            return None
        if {"grants", "loans", "loan", "grant"} & set(parsed.norms(first, first + 8)):
            return None  # a split by form is no part
        paid = self._paid_of(parsed, first)
        if paid is not None:
            return Governor(paid[0], whole.donor, "part-of-it", 0.7, whole.clause, said=paid[1])
        said = status_of_draft(whole)
        return Governor(whole.claim.status, whole.donor, "part", 0.75, whole.clause, part=True, said=said)

    @staticmethod
    def _follows_colon(parsed: Parsed, whole: Draft, first: int) -> bool:
        """Tell whether a colon divides a whole from its parts: "€10 million: €6 million for UNRWA, …"."""
        if ":" not in parsed.norms(whole.at + 1, first):
            return False
        its = next((last for at, last, _m in parsed.money if at == first), first)
        return parsed.norms(its, its + 1) in (["for"], ["to"])

    def _paid_of(self, parsed: Parsed, first: int) -> tuple[PledgeStatus, Places] | None:
        """Return the status that "of which $500m has been paid" says, None without such a passive."""
        for clause in parsed.clauses:
            inside = clause.subject[0] <= first < clause.subject[1]
            if inside and clause.verb.passive and clause.verb.base in GIVE_ALL:
                by = actor_behind(self.discourse, parsed, clause, "by")
                meaning = sense(parsed, parsed.clauses, clause.index)
                if by is None and meaning is Sense.FACT:
                    return status_of(parsed, clause, meaning), verb_words(parsed, clause)
        return None

    def _has_own_verb(self, parsed: Parsed, whole: Draft, first: int) -> bool:
        """Tell whether a verb of giving of its own governs the sum at ``first``, behind the whole."""
        between = set(parsed.norms(whole.at + 1, first))
        for clause in parsed.clauses:
            verb = clause.verb
            if clause.subject[0] <= first < clause.subject[1]:
                agent = verb.passive and actor_behind(self.discourse, parsed, clause, "by") is not None
                shared = verb.base == "go" and _of_which(parsed.norms(whole.at + 1, first))
                if agent or (verb.base in VERBS["sum_subject"] and not shared):
                    return True
                own = whole.at < verb.first and verb.base in GIVE_ALL
                if own and "which" in between and not {"made", "including"} & between:
                    return True
            if (
                verb.form is Form.FINITE
                and whole.at < verb.first < first
                and verb.base in GIVE_ALL - {"make"}
            ):
                return True
        return False

    def carried(self, parsed: Parsed, first: int, last: int) -> Governor | None:
        """Read a sum that goes on with the verb before: "and €3 million by France", "and Norway $3m"."""
        if not self.memory.sentence:
            return None
        before = self.memory.sentence[-1]
        status, clause, said = before.claim.status, before.clause, status_of_draft(before)
        begins = first - 1 if self._parallel(parsed, before, first) else first
        if parsed.norms(begins - 2, begins) == ["'s", "government"]:
            begins -= 2
        if parsed.norms(begins - 1, begins) == [","] and _behind_semicolon(parsed, begins - 1):
            begins -= 1  # "Guyana has pledged $1 million; Suriname, $500,000"
        name = next((n for n in parsed.names if n.last == begins and n.kind in GIVERS_AND_BODIES), None)
        if name is not None and parsed.norms(name.begin - 1, name.begin) in _BEFORE_GIVER:
            donor = self._name(parsed, name.begin, name.last)
            return Governor(status, donor, "elliptic", 0.75, clause, said=said)
        if parsed.norms(last, last + 1) not in (["by"], ["from"]):
            return None
        if parsed.norms(first - 1, first) not in ([","], ["and"], [";"]):
            return None
        donor = self._name(parsed, last + 1, min(len(parsed.tokens), last + 6))
        if donor is None:
            return None
        return Governor(status, donor, "elliptic-by", 0.75, clause, said=said)

    def owned(self, parsed: Parsed, first: int) -> Governor | None:
        """Read a part of somebody's sum: "Of Norway's money, NOK 1.2 billion is for drones"."""
        name = parsed.name_at(1) if parsed.norms(0, 1) == ["of"] else None
        if name is None or name.kind not in GIVERS or parsed.norms(first - 1, first) != [","]:
            return None
        owned = parsed.norms(name.last, first - 1)
        if (
            owned[:1] != ["'s"]
            or len(owned) > 3
            or owned[-1] not in NOUNS["sums"] | NOUNS["totals"] | {"share"}
        ):
            return None
        donor, before = self._name(parsed, name.begin, name.last), self.memory.draft
        status = before.claim.status if before is not None else PledgeStatus.OFFERED
        return Governor(status, donor, "part", 0.7, part=True, said=(parsed.span(0, first),))

    def shared(self, parsed: Parsed, first: int, last: int) -> Governor | None:
        """Read a further share: "£5 million will go to UNFPA and £36 million to the World Food Programme"."""
        before = self.memory.sentence[-1] if self.memory.sentence else None
        if before is None or before.donor is None or parsed.norms(last, last + 1) not in (["to"], ["for"]):
            return None
        moved = before.part or before.claim.rule in _MOVED
        if not moved or parsed.norms(first - 1, first) not in ([","], ["and"], [";"]):
            return None
        said = status_of_draft(before)
        return Governor(before.claim.status, before.donor, "part", 0.7, before.clause, part=True, said=said)

    @staticmethod
    def _parallel(parsed: Parsed, before: Draft, first: int) -> bool:
        """Tell whether a preposition is carried on: "is good for €6m and South Korea for $5m"."""
        preposition = parsed.norms(first - 1, first)
        return preposition in (["for"], ["with"]) and preposition == parsed.norms(before.at - 1, before.at)

    def behind_colon(self, parsed: Parsed, first: int, last: int) -> Governor | None:
        """Read a sum behind a colon as the subject's: "Washington went its own way: $360 million"."""
        start = first
        while start and parsed.tokens[start - 1].norm in _ROUGHLY:
            start -= 1
        if not start or parsed.tokens[start - 1].norm != ":" or not parsed.clauses:
            return None
        clause = parsed.clauses[0]
        if clause.verb.form is not Form.FINITE or clause.verb.first >= first:
            return None
        donor = subject_of(self.discourse, parsed, clause)
        if donor is None or donor.state is None or donor.kind is ActorKind.PERSON:
            return None
        behind = set(parsed.norms(last, len(parsed.tokens)))
        paid = words_among(parsed, _PAID, last, len(parsed.tokens))
        status = PledgeStatus.DELIVERED if paid else PledgeStatus.OFFERED
        said = paid or (parsed.span(start - 1, start),)
        return Governor(status, donor, "behind-colon", 0.6, None, total="since" in behind, said=said)


def _of_which(between: list[str]) -> bool:
    return "of" in between[-3:] and "which" in between[-2:]


def _behind_semicolon(parsed: Parsed, end: int) -> bool:
    """Tell whether a name that ends before token ``end`` opens a further item: "; Suriname", "; and Peru"."""
    name = next((n for n in parsed.names if n.last == end), None)
    before = parsed.norms(name.begin - 2, name.begin) if name is not None else []
    return before[-1:] == [";"] or before == [";", "and"]
