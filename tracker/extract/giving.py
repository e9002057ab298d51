"""Level 4: money and things given. Each sum is judged by the words that govern it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tracker.claims import FieldSpan, Mention, PledgeClaim, Span
from tracker.extract.clauses import Clause
from tracker.extract.discourse import Actor, Discourse
from tracker.extract.lexicon import load, words
from tracker.extract.modality import Sense, sense
from tracker.extract.money import MoneyMention
from tracker.extract.reading import Parsed, Reading
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, AliasKind, DatePrecision, Money, PartialDate, PledgeKind, PledgeStatus, Purpose

_GIVING = load("events")["giving"]
_NOUNS = load("events")["giving_nouns"]
_NOT = load("events")["not_giving"]
_SETS = {key: frozenset(value.split()) for key, value in _GIVING.items()}
_NOUN_SETS = {key: frozenset(value.split()) for key, value in _NOUNS.items()}
_NOT_VERBS, _NOT_NOUNS = frozenset(_NOT["verbs"].split()), frozenset(_NOT["nouns"].split())
_PURPOSES = {w: Purpose(key) for key, value in load("events")["purposes"].items() for w in value.split()}
_IN_KIND = {w: PledgeKind(key) for key, value in load("events")["in_kind"].items() for w in value.split()}
_ALL_NOUNS = frozenset().union(*(v for k, v in _NOUN_SETS.items() if k != "neutral"))
_GIVE_ALL = frozenset().union(*(_SETS[k] for k in ("offered", "committed", "giving", "withdrawn", "receiving")))
_PREPOSITIONS = words("words", "prepositions")
_KINDS_THAT_GIVE = (ActorKind.STATE, ActorKind.ORGANIZATION)
_STATUS_OF_NOUN = {"offered": PledgeStatus.OFFERED, "committed": PledgeStatus.COMMITTED, "delivered": PledgeStatus.DELIVERED}


@dataclass(slots=True)
class Draft:
    """A pledge in the making, with where it was seen."""

    claim: PledgeClaim
    parsed: Parsed
    at: int
    donor: Actor | None = None
    collective: bool = False
    clause: Clause | None = None
    part: bool = False


@dataclass(frozen=True, slots=True)
class _Governor:
    """What governs a sum: its status, giver and the rule that read it."""

    status: PledgeStatus
    donor: Actor | None
    rule: str
    confidence: float
    clause: Clause | None = None
    collective: bool = False  # a sum over many givers
    total: bool = False
    part: bool = False


def purposes_in(parsed: Parsed, first: int, last: int) -> tuple[Purpose, ...]:
    """Return the purposes that the words of tokens ``[first, last)`` name, in order, names left out."""
    found: list[Purpose] = []
    for i in range(first, last):
        purpose = _PURPOSES.get(parsed.tokens[i].norm)
        if purpose is not None and purpose not in found and parsed.name_at(i) is None:
            found.append(purpose)
    return tuple(found)


class GivingReader:
    """Reads the pledges of one article."""

    def __init__(self, reading: Reading, discourse: Discourse) -> None:
        self.reading = reading
        self.discourse = discourse
        self.kinds = reading.gaz.kinds
        self._last_donor: Actor | None = None
        self._last_draft: Draft | None = None

    def read(self) -> list[Draft]:
        """Return the drafts of pledges in reading order."""
        drafts: list[Draft] = []
        for parsed in self.reading.parsed:
            if parsed.sentence.table:
                continue
            if drafts:
                self._go_on(parsed, drafts[-1])
            drafts += self._sentence(parsed)
        return drafts

    def _go_on(self, parsed: Parsed, draft: Draft) -> None:
        """Add what the next sentences say of a sum: what it is for, and when it was announced."""
        distance = parsed.sentence.paragraph - draft.parsed.sentence.paragraph
        if distance > 2 or parsed.money:
            return
        claim = draft.claim
        for clause in parsed.clauses:
            subject = parsed.norms(*clause.subject)
            if not subject or not set(subject[-2:]) & _SUMS or clause.verb.base not in _SPENT_ON or clause.verb.negated:
                continue
            more = purposes_in(parsed, clause.verb.last, max(clause.end, len(parsed.tokens) if clause.index == len(parsed.clauses) - 1 else clause.end))
            claim = replace(claim, purposes=tuple(dict.fromkeys((*claim.purposes, *more))))
            if more:
                claim = replace(claim, fields=(*claim.fields, FieldSpan("purposes", parsed.span(clause.verb.last, clause.end))))
        if claim.announced_on is None and {"announcement", "announced"} & set(parsed.norms(0, len(parsed.tokens))):
            for first, last, mention in parsed.dates:
                value = mention.resolve()
                if value is not None and value.precision is DatePrecision.DAY and mention.preposition == "on" and claim.status is not PledgeStatus.DELIVERED:
                    claim = replace(claim, announced_on=value, fields=(*claim.fields, FieldSpan("announced_on", parsed.span(first, last))))
                    break
        draft.claim = claim

    def _sentence(self, parsed: Parsed) -> list[Draft]:
        drafts: list[Draft] = []
        for first, last, mention in parsed.money:
            if mention.money.amount < 1000:
                continue
            governor = self._governor(parsed, first, last, mention, drafts)
            if governor is not None:
                draft = self._draft(parsed, first, last, mention, governor)
                drafts.append(draft)
                self._last_donor = draft.donor or self._last_donor
                self._last_draft = draft
        drafts += self._in_kind(parsed, drafts)
        drafts += self._without_sum(parsed, drafts)
        return drafts

    # -- what governs a sum --------------------------------------------------------------------------------

    def _governor(
        self, parsed: Parsed, first: int, last: int, mention: MoneyMention, before: list[Draft]
    ) -> _Governor | None:
        if self._is_cost(parsed, first, last):
            return None
        return (
            self._brought_to(parsed, first)
            or self._nominal(parsed, first, last)
            or self._part(parsed, first, before)
            or self._carried(parsed, first, last, before)
            or self._relative_object(parsed, last)
            or self._of_it(parsed, first, last)
            or self._in_aid(parsed, first, last)
            or self._in_fund(parsed, first, last)
            or self._verbal(parsed, first, last)
            or self._behind_colon(parsed, first, last)
            or self._listed(parsed, first, last)
        )

    def _relative_object(self, parsed: Parsed, last: int) -> _Governor | None:
        """Read a sum that a relative clause gives: "$160 million, which Blinken announced on 25 September"."""
        for clause in parsed.clauses:
            gap = parsed.norms(last, clause.subject[0])
            if clause.subject[0] < last or clause.subject[0] >= clause.subject[1] or clause.verb.base not in _GIVE_ALL:
                continue
            if gap not in (["that"], ["which"], [",", "which"], [")", "that"], [")", ",", "which"]) or clause.verb.passive:
                continue
            meaning = sense(parsed, parsed.clauses, clause.index)
            donor = self._subject(parsed, clause)
            if donor is None or donor.state is None or meaning in (Sense.NEGATED, Sense.IRREALIS):
                continue
            return _Governor(self._status(parsed, clause, meaning), donor, "relative-object", 0.8, clause)
        return None

    def _of_it(self, parsed: Parsed, first: int, last: int) -> _Governor | None:
        """Read a part that goes on with the sum before: "$1.7 million of it has been spent"."""
        if parsed.norms(last, last + 2) not in (["of", "it"], ["of", "that"], ["of", "this"]) or self._last_draft is None:
            return None
        clause = next((c for c in parsed.clauses if c.subject[0] <= first < c.subject[1]), None)
        if clause is None or sense(parsed, parsed.clauses, clause.index) in (Sense.NEGATED, Sense.IRREALIS):
            return None
        if clause.verb.base not in _GIVE_ALL:
            return None
        return _Governor(self._status(parsed, clause, Sense.FACT), self._last_donor, "part-of-it", 0.7, clause)

    def _in_aid(self, parsed: Parsed, first: int, last: int) -> _Governor | None:
        """Read "$40.7 million in American assistance to the mission"."""
        if parsed.norms(last, last + 1) != ["in"]:
            return None
        name = next((n for n in parsed.names if n.first == last + 1 and n.kind in _KINDS_THAT_GIVE), None)
        if name is None or not set(parsed.norms(name.last, name.last + 3)) & _NOUN_SETS["neutral"]:
            return None
        clause = self._governing_clause(parsed, first)
        status = PledgeStatus.COMMITTED
        if clause is not None:
            meaning = sense(parsed, parsed.clauses, clause.index)
            if meaning in (Sense.NEGATED, Sense.IRREALIS):
                return None
            if clause.verb.base in _SETS["withdrawn"]:
                status = PledgeStatus.WITHDRAWN
        return _Governor(status, self._contributor(parsed, name.begin, name.last), "sum-in-aid", 0.7, clause)

    def _contributor(self, parsed: Parsed, first: int, last: int) -> Actor | None:
        found = self._actor(parsed, first, last)
        return replace(found, head=None) if found is not None else None

    def _in_fund(self, parsed: Parsed, first: int, last: int) -> _Governor | None:
        """Read what lies in a fund: "there is $10.8 million in the trust fund"."""
        after = parsed.norms(last, last + 5)
        clause = self._governing_clause(parsed, first)
        if after[:1] != ["in"] or "fund" not in after or clause is None or clause.verb.base not in ("be", "have") or clause.verb.negated:
            return None
        return _Governor(PledgeStatus.DELIVERED, None, "in-the-fund", 0.7, clause, collective=True)

    def _behind_colon(self, parsed: Parsed, first: int, last: int) -> _Governor | None:
        """Read a sum behind a colon as the subject's: "Washington went its own way: $360 million, most of it spent"."""
        start = first
        while start and parsed.norms(start - 1, start)[0] in ("over", "about", "some", "nearly", "than", "more", "a", "further"):
            start -= 1
        if not start or parsed.tokens[start - 1].norm != ":" or not parsed.clauses:
            return None
        clause = parsed.clauses[0]
        if clause.verb.form is not Form.FINITE or clause.verb.first >= first:
            return None
        donor = self._subject(parsed, clause)
        if donor is None or donor.state is None or donor.kind is ActorKind.PERSON:
            return None
        words_ = set(parsed.norms(last, len(parsed.tokens)))
        status = PledgeStatus.DELIVERED if words_ & {"spent", "paid", "delivered", "disbursed"} else PledgeStatus.OFFERED
        return _Governor(status, donor, "behind-colon", 0.6, None, total="since" in words_)

    def _brought_to(self, parsed: Parsed, first: int) -> _Governor | None:
        """Read a running total: "that brings the total U.S. support to $300 million"."""
        if parsed.norms(first - 1, first) not in (["to"], ["almost"], ["nearly"], ["over"]):
            return None
        for clause in reversed(parsed.clauses):
            verb = clause.verb
            if verb.base not in ("bring", "take", "raise", "push", "lift") or not verb.last < first < max(clause.end, verb.last + 1):
                continue
            words_ = set(parsed.norms(verb.last, first))
            if not words_ & {"total", "support", "pledges", "contribution", "contributions", "aid", "funding", "commitment", "commitments", "assistance", "package", "sum"}:
                continue
            name = next((n for n in parsed.names if verb.last <= n.first < first and n.kind in _KINDS_THAT_GIVE), None)
            donor = self._actor(parsed, name.begin, name.last) if name is not None else self._speaker_state(parsed) or self._last_donor
            if donor is not None and donor.head is not None:
                donor = replace(donor, head=None)
            status = self._last_draft.claim.status if self._last_draft is not None else PledgeStatus.OFFERED
            return _Governor(status, donor, "running-total", 0.8, clause, total=True)
        return None

    def _speaker_state(self, parsed: Parsed) -> Actor | None:
        """Return the state of whoever speaks a quoted sentence."""
        if parsed.sentence.inside is None:
            return None
        return self._last_donor

    def _part(self, parsed: Parsed, first: int, before: list[Draft]) -> _Governor | None:
        """Read a part of the sum before: "of which 60", "made up of C$40m for … and C$20m for …"."""
        if not before:
            return None
        whole = before[-1] if not before[-1].part else next((d for d in before if not d.part), before[-1])
        between = parsed.norms(whole.at + 1, first)
        linked = any(a == "made" and b == "up" for a, b in zip(between, between[1:], strict=False)) or {
            "including", "comprising", "comprises", "consisting", "split", "which"} & set(between[-8:])
        if before[-1].part:
            linked = parsed.norms(first - 1, first) == ["and"] or parsed.norms(first - 1, first) == [","]
        if not linked:
            return None
        goes = [c for c in parsed.clauses if c.subject[0] <= first < c.subject[1]]
        if any(c.verb.base in _SETS["sum_subject"] or (c.verb.passive and self._agent(parsed, c)) for c in goes):
            return None
        near = [c for c in parsed.clauses if whole.at < c.verb.first and c.verb.base in _GIVE_ALL and (c.subject[0] <= first < c.subject[1])]
        if near and "which" in between and not {"made", "including"} & set(between):
            return None
        if any(c.verb.form is Form.FINITE and whole.at < c.verb.first < first and c.verb.base in _GIVE_ALL - {"make"} for c in parsed.clauses):
            return None
        if {"grants", "loans", "loan", "grant"} & set(parsed.norms(first, first + 8)):
            return None
        if "of" in between[-3:] and "which" in between[-2:] or "made" in between or "comprising" in between or before[-1].part:
            return _Governor(whole.claim.status, whole.donor, "part", 0.75, whole.clause, part=True)
        return None

    def _is_cost(self, parsed: Parsed, first: int, last: int) -> bool:
        """Tell whether the sum is a need, a price, a loss, a budget, and no gift."""
        after = parsed.norms(last, last + 4)
        before = parsed.norms(first - 6, first)
        if after[:2] in (["a", "year"], ["per", "year"]) and not any(b in _GIVE_ALL for b in self._bases_before(parsed, first, 8)):
            return True
        if self._cost_behind(parsed, last):
            return True
        if {"grants", "loans"} & set(after) and after[:1] in (["of"], ["in"]):
            return True
        if before[-2:] == ["of", "which"] and "already" in parsed.norms(last, last + 4):
            return True
        if self._put_at(parsed, first):
            return True
        if after and after[0] in ("bn", "a") and len(after) > 1 and after[1] in ("barrel", "head", "share"):
            return True
        for noun in _NOT_NOUNS & set(before[-4:]):
            position = len(before) - 1 - before[::-1].index(noun)
            between = before[position + 1 :]
            if noun in ("worth",):
                continue
            if all(w in _PREPOSITIONS or w in ("some", "about", "is", "was", "the", "a", "at", "around", "nearly", "to", "be", "put", "mission", "its", "cost", "be") for w in between):
                return True
        if after[:1] in (["hole"], ["gap"], ["shortfall"], ["deficit"], ["budget"], ["bill"], ["lawsuit"], ["deal"], ["debt"]):
            return True
        if before[-1:] == ["from"] and self._changes(parsed, first):
            return True
        governing = self._governing_clause(parsed, first)
        if governing is not None and governing.verb.base in _NOT_VERBS and not governing.verb.passive:
            return True
        return governing is not None and governing.verb.passive and governing.verb.base in ("need", "cost", "estimate", "require", "put", "budget", "lose", "owe", "steal", "value", "spend-not")

    def _put_at(self, parsed: Parsed, first: int) -> bool:
        """Tell whether the sum is what a need or a cost is put at."""
        clause = self._governing_clause(parsed, first)
        if clause is None or clause.verb.base not in ("put", "estimate", "set", "place", "stand"):
            return False
        words_ = set(parsed.norms(clause.verb.last, first)) | set(parsed.norms(*clause.subject))
        return bool(words_ & (_NOT_NOUNS - {"worth", "deal", "target"}))

    def _cost_behind(self, parsed: Parsed, last: int) -> bool:
        """Tell whether a relative clause behind says what the sum is: "the $600m that the mission needs"."""
        for clause in parsed.clauses:
            if clause.verb.base not in ("cost", "need", "require", "owe", "lose", "estimate", "expect") or clause.verb.first < last:
                continue
            between = parsed.norms(last, clause.verb.first)
            if len(between) <= 12 and between and between[0] in ("that", "which", "a") and "," not in between:
                return True
        return False

    def _changes(self, parsed: Parsed, first: int) -> bool:
        """Tell whether the sum is what something was before: "to $200 million from $100 million"."""
        return parsed.tokens[first - 2].text[-1:].isdigit() or parsed.norms(first - 2, first - 1)[0] in ("million", "billion", "m", "bn", "mln")

    def _bases_before(self, parsed: Parsed, at: int, reach: int) -> list[str]:
        return [c.verb.base for c in parsed.clauses if at - reach <= c.verb.first < at]

    def _governing_clause(self, parsed: Parsed, at: int) -> Clause | None:
        """Return the clause whose complement or passive subject holds token ``at``."""
        best: Clause | None = None
        for clause in parsed.clauses:
            if clause.verb.last <= at < clause.end:
                best = clause
        if best is not None:
            return best
        return next((c for c in parsed.clauses if c.subject[0] <= at < c.subject[1]), None)

    def _nominal(self, parsed: Parsed, first: int, last: int) -> _Governor | None:
        """Read "a pledge of $5m from Japan", "a US payment of $13.3 million", "$40.7 million in American aid"."""
        norms = parsed.norms(first - 4, first)
        noun_at = None
        if norms[-1:] == ["of"] or norms[-2:-1] == ["of"] or norms[-1:] == ["worth"]:
            back = 2 if norms[-1:] in (["of"], ["worth"]) else 3
            noun_at = first - back
            if noun_at >= 0 and parsed.tokens[noun_at].norm not in _ALL_NOUNS:
                reach = range(noun_at - 1, max(-1, noun_at - 7), -1)
                noun_at = next((i for i in reach if parsed.tokens[i].norm in _ALL_NOUNS), noun_at)
        if noun_at is not None and noun_at >= 0:
            noun = parsed.tokens[noun_at].norm
            for key, nouns in _NOUN_SETS.items():
                if noun in nouns and key != "neutral":
                    donor = self._noun_donor(parsed, noun_at, last)
                    governing = self._governing_clause(parsed, noun_at)
                    status = _STATUS_OF_NOUN[key]
                    if governing is not None and governing.verb.base in _SETS["withdrawn"] and governing.verb.last <= noun_at:
                        status = PledgeStatus.WITHDRAWN
                    if governing is not None and governing.verb.negated:
                        return None
                    if donor is None and governing is not None and governing.verb.base in _GIVE_ALL | {"make"}:
                        donor = self._subject(parsed, governing)
                        if governing.verb.base in _SETS["committed"]:
                            status = PledgeStatus.COMMITTED
                    if donor is not None:
                        return _Governor(status, donor, f"noun-{key}", 0.8)
        return None

    def _noun_donor(self, parsed: Parsed, noun_at: int, last: int) -> Actor | None:
        """Return the giver that a noun names: before it, or behind the sum after "from" or "by"."""
        for name in parsed.names:
            if name.last in (noun_at, noun_at - 1, noun_at - 2) and name.kind in (*_KINDS_THAT_GIVE, ActorKind.BODY):
                gap = parsed.norms(name.last, noun_at)
                if all(g in ("'s", "new", "first", "original", "further", "additional", "earlier", "second", "initial") for g in gap):
                    return self._actor(parsed, name.begin, name.last)
        for name in parsed.names:
            if noun_at < name.first < last and parsed.norms(noun_at + 1, name.begin) in (["from"], ["by"], ["from", "the"], ["by", "the"]):
                return self._actor(parsed, name.begin, name.last)
        for name in parsed.names:
            if last <= name.first <= last + 4 and parsed.tokens[max(0, name.begin - 1)].norm in ("from", "by") or (
                last <= name.first <= last + 5 and parsed.norms(name.begin - 2, name.begin) in (["from", "the"], ["by", "the"])
            ):
                return self._actor(parsed, name.begin, name.last)
        return None

    def _actor(self, parsed: Parsed, first: int, last: int) -> Actor | None:
        found = self.discourse.actors(parsed, first, last)
        return found[0] if found else None

    def _subject(self, parsed: Parsed, clause: Clause) -> Actor | None:
        if clause.subject[0] >= clause.subject[1]:
            return None
        found = self.discourse.actors(parsed, *clause.subject)
        actor = found[0] if found else None
        if actor is not None and actor.kind is ActorKind.BODY and actor.state is None and "its" in parsed.norms(*clause.subject)[:1]:
            owner = self.discourse.actors(parsed, clause.subject[0], clause.subject[0] + 1)
            actor = replace(actor, state=owner[0].state) if owner else actor
        return actor

    def _verbal(self, parsed: Parsed, first: int, last: int) -> _Governor | None:
        """Read a sum as the object, or the passive subject, of a verb of giving."""
        objects = [c for c in parsed.clauses if c.verb.last <= first < max(c.end, c.verb.last + 1)]
        subjects = [c for c in parsed.clauses if c.subject[0] <= first < c.subject[1] and c.verb.first >= last - 1]
        for clause in subjects:
            found = self._as_subject(parsed, clause)
            if found is not None:
                return found
        for clause in reversed(objects):
            found = self._as_object(parsed, clause, first)
            if found is not None:
                return found
            if clause.verb.form is Form.FINITE and clause.verb.base not in ("be", "have", "say", "mean"):
                break
        return None

    def _as_object(self, parsed: Parsed, clause: Clause, first: int) -> _Governor | None:
        verb = clause.verb
        if verb.base not in _GIVE_ALL or (verb.form is Form.PARTICIPLE and not self._agent(parsed, clause)):
            return None
        if verb.base in ("add", "increase", "raise", "cut", "reduce", "double", "top") and self._by_amount(parsed, first):
            pass
        meaning = sense(parsed, parsed.clauses, clause.index)
        if meaning in (Sense.NEGATED, Sense.IRREALIS) and not self._asked_of_parliament(parsed, clause):
            return None
        status = self._status(parsed, clause, meaning)
        if verb.base in _SETS["receiving"]:
            donor = self._from(parsed, clause)
            if donor is None and not self._is_fund(parsed, clause):
                return None
            return _Governor(status, donor, "received", 0.75, clause, collective=donor is None)
        if verb.passive:
            agent = self._agent(parsed, clause)
            if agent is None and not self._is_fund(parsed, clause):
                return None
            return _Governor(status, agent, "passive-object", 0.75, clause, collective=agent is None)
        if self._collective(parsed, clause):
            return _Governor(status, None, "givers-together", 0.75, clause, collective=True)
        donor = self._subject(parsed, clause)
        if donor is None or (donor.kind is ActorKind.BODY and donor.state is None):
            return None
        if donor.back and status is PledgeStatus.WITHDRAWN:
            return None
        return _Governor(status, donor, f"verb-{verb.base}", 0.9, clause)

    def _collective(self, parsed: Parsed, clause: Clause) -> bool:
        """Tell whether the givers are many and not named: "donors", "a conference", "ten countries"."""
        first, last = clause.subject
        norms = parsed.norms(first, last)
        if not norms or any(n.kind in _KINDS_THAT_GIVE and first <= n.first < last and n.alias is not AliasKind.ADJECTIVE for n in parsed.names):
            return False
        head = next((w for w in norms if w in _TOGETHER), None)
        return head is not None

    def _by_amount(self, parsed: Parsed, first: int) -> bool:
        return parsed.norms(first - 1, first) == ["by"]

    def _asked_of_parliament(self, parsed: Parsed, clause: Clause) -> bool:
        governor = parsed.clauses[clause.verb.governor] if clause.verb.governor is not None else None
        return governor is not None and governor.verb.base in ("ask", "request") and any(
            n.parent and n.kind is ActorKind.BODY for n in parsed.names if governor.verb.last <= n.first < clause.verb.first
        )

    def _as_subject(self, parsed: Parsed, clause: Clause) -> _Governor | None:
        verb = clause.verb
        meaning = sense(parsed, parsed.clauses, clause.index)
        if meaning in (Sense.NEGATED, Sense.IRREALIS):
            return None
        if verb.passive and verb.base in _GIVE_ALL:
            agent = self._agent(parsed, clause)
            status = self._status(parsed, clause, meaning)
            if agent is None and self._last_donor is not None and parsed.norms(0, 2) in (["of", "the"], ["of", "this"], ["of", "that"]):
                return _Governor(status, self._last_donor, "part-of-the-total", 0.75, clause)
            if agent is None and self._relative_cost(parsed, clause):
                return None
            ordinal = {"first", "second", "earlier", "initial", "rest", "remaining", "previous"} & set(parsed.norms(*clause.subject))
            if agent is None and ordinal and self._last_donor is not None:
                return _Governor(status, self._last_donor, "earlier-sum", 0.65, clause)
            return _Governor(status, agent, "passive-subject", 0.8, clause, collective=agent is None)
        if verb.base in _SETS["sum_subject"] or (verb.base == "be" and parsed.norms(verb.last, verb.last + 1) == ["for"]):
            donor = self._from(parsed, clause) or self._last_donor
            if donor is None:
                return None
            if verb.base == "come" and self._from(parsed, clause) is None:
                status = self._last_draft.claim.status if self._last_draft else PledgeStatus.OFFERED
                return _Governor(status, donor, "part-of-the-total", 0.6, clause)
            status = PledgeStatus.OFFERED if meaning is Sense.PROMISED or verb.base == "be" else PledgeStatus.DELIVERED
            return _Governor(status, donor, "sum-goes", 0.7, clause)
        return None

    def _carried(self, parsed: Parsed, first: int, last: int, before: list[Draft]) -> _Governor | None:
        """Read a sum that goes on with the verb before: "… by Canada and €3 million by France", "and Norway $3m"."""
        if not before:
            return None
        status, clause = before[-1].claim.status, before[-1].clause
        name = next((n for n in parsed.names if n.last == first and n.kind in (*_KINDS_THAT_GIVE, ActorKind.BODY)), None)
        if name is not None and parsed.norms(name.begin - 1, name.begin) in ([","], ["and"], ["the"], [";"], ["while"]):
            return _Governor(status, self._actor(parsed, name.begin, name.last), "elliptic", 0.75, clause)
        if parsed.norms(last, last + 1) in (["by"], ["from"]) and parsed.norms(first - 1, first) in ([","], ["and"], [";"]):
            donor = self._actor(parsed, last + 1, min(len(parsed.tokens), last + 6))
            if donor is not None:
                return _Governor(status, donor, "elliptic-by", 0.75, clause)
        return None

    def _is_fund(self, parsed: Parsed, clause: Clause) -> bool:
        """Tell whether a fund, an appeal or a mission is what receives."""
        words_ = set(parsed.norms(*clause.subject))
        if words_ & {"fund", "appeal", "conference", "mission", "operation", "force", "plan", "response", "summit", "event", "campaign"}:
            return True
        return "it" in words_ and any(
            {"fund", "appeal", "conference"} & set(p.norms(0, len(p.tokens)))
            for p in self.reading.parsed[max(0, parsed.index - 1) : parsed.index]
        )

    def _relative_cost(self, parsed: Parsed, clause: Clause) -> bool:
        return "budget" in parsed.norms(*clause.subject)

    def _status(self, parsed: Parsed, clause: Clause, meaning: Sense) -> PledgeStatus:
        verb = clause.verb
        governor = parsed.clauses[verb.governor] if verb.governor is not None else None
        if verb.base in _SETS["withdrawn"] and verb.base not in ("pause",):
            return PledgeStatus.WITHDRAWN
        if meaning is Sense.PROMISED or meaning is Sense.IRREALIS:
            if governor is not None and governor.verb.base in _SETS["committed"] and governor.verb.base not in ("set",):
                return PledgeStatus.COMMITTED
            return PledgeStatus.OFFERED
        if verb.base in _SETS["offered"]:
            return PledgeStatus.OFFERED
        if verb.base in _SETS["committed"]:
            return PledgeStatus.COMMITTED
        if verb.base in ("set", "put") and "aside" in parsed.norms(verb.last, verb.last + 6):
            return PledgeStatus.COMMITTED
        if verb.base in ("add", "double", "increase", "top", "announce", "unveil") and not verb.perfect:
            return PledgeStatus.OFFERED
        return PledgeStatus.DELIVERED

    def _agent(self, parsed: Parsed, clause: Clause) -> Actor | None:
        return self._behind(parsed, clause, ("by",))

    def _from(self, parsed: Parsed, clause: Clause) -> Actor | None:
        return self._behind(parsed, clause, ("from",))

    def _behind(self, parsed: Parsed, clause: Clause, prepositions: tuple[str, ...]) -> Actor | None:
        for i in range(clause.verb.last, min(clause.end, clause.verb.last + 18)):
            if parsed.tokens[i].norm in prepositions:
                found = self.discourse.actors(parsed, i + 1, min(clause.end, i + 8))
                if found and found[0].kind is not None:
                    return found[0]
        return None

    def _listed(self, parsed: Parsed, first: int, last: int) -> _Governor | None:
        """Read an item of a list: "• Japan: $5 million", "• $15 million to UNOPS for vehicles"."""
        if not parsed.sentence.bullet or any(c.verb.form is Form.FINITE for c in parsed.clauses if c.verb.first < first):
            return None
        named = [n for n in parsed.names if n.last <= first and n.kind in (*_KINDS_THAT_GIVE, ActorKind.BODY) and n.state]
        between = parsed.norms(named[0].last, first) if named else []
        if named and named[0].begin <= 1 and all(w in (":", "-", "–", "—", "(", ")", ",", "pledge", "pledges", "pledged", "up", "to") for w in between[:1]):
            return _Governor(PledgeStatus.OFFERED, self._actor(parsed, named[0].begin, named[0].last), "list-giver", 0.8)
        if first <= 2 and self._last_draft is not None and self._last_donor is not None:
            last = self._last_draft
            return _Governor(last.claim.status, self._last_donor, "list-part", 0.7, None, part=True)
        return None

    # -- the record ----------------------------------------------------------------------------------------

    def _draft(self, parsed: Parsed, first: int, last: int, mention: MoneyMention, governor: _Governor) -> Draft:
        donor = governor.donor.giver(self.kinds) if governor.donor is not None else None
        own = donor is not None and governor.rule.startswith(("verb-", "list-", "part", "elliptic", "running", "relative", "noun-"))
        currency = self.reading.gaz.currencies.get(donor.name) if donor is not None and own else None
        amount, equivalents = self._amounts(mention, currency)
        end = governor.clause.end if governor.clause is not None else len(parsed.tokens)
        kind = self._worth_kind(parsed, first, last)
        fields = [FieldSpan("amount", mention.core)]
        if donor is not None:
            fields.append(FieldSpan("donor", donor.span))
        purposes = purposes_in(parsed, last, max(end, last))
        if kind is not PledgeKind.MONEY:
            purposes = tuple(p for p in purposes if p.value != kind.value)
        recipient = self._recipient(parsed, last, len(parsed.tokens), donor)
        if recipient is not None:
            fields.append(FieldSpan("to", recipient.span))
        total = governor.total or governor.collective or self._is_total(parsed, first, governor)
        claim = PledgeClaim(
            span=parsed.sentence.span, rule=f"pledge-{governor.rule}", confidence=governor.confidence, mission=None,
            fields=tuple(fields), donor=donor, kind=kind, amount=amount, equivalents=equivalents, purposes=purposes,
            status=governor.status, recipient=recipient, announced_on=self._announced(parsed, governor),
            total=total, additional=mention.further and not total,
        )
        return Draft(claim, parsed, first, governor.donor, governor.collective, governor.clause, governor.part)

    def _amounts(self, mention: MoneyMention, currency: str | None) -> tuple[Money, tuple[Money, ...]]:
        """Return the amount in the giver's own currency, and the other expressions of the same sum."""
        sums = [self._own(m, currency) for m in (mention, *mention.equivalents)]
        first = next((i for i, s in enumerate(sums) if s.currency == currency), 0)
        rest = tuple(s for i, s in enumerate(sums) if i != first)
        return sums[first], rest

    @staticmethod
    def _own(mention: MoneyMention, currency: str | None) -> Money:
        if mention.bare and currency is not None and currency in mention.readings:
            return replace(mention.money, currency=currency)
        return mention.money

    def _worth_kind(self, parsed: Parsed, first: int, last: int) -> PledgeKind:
        """Return the kind of a thing said to be worth the sum."""
        before, after = parsed.norms(first - 5, first), parsed.norms(last, last + 6)
        goods = [w for w in before if w in _IN_KIND]
        if "worth" in before[-3:] and goods:
            return _IN_KIND[goods[-1]]
        if after[:2] == ["worth", "of"]:
            return next((_IN_KIND[w] for w in after[2:] if w in _IN_KIND), PledgeKind.MONEY)
        return PledgeKind.MONEY

    def _recipient(self, parsed: Parsed, first: int, last: int, donor: Mention | None) -> Mention | None:
        """Return the recipient where a state or body is named behind "to" or "for"."""
        for i in range(first, min(last, first + 14)):
            norm = parsed.tokens[i].norm
            if norm in (";", ".", "—") or (norm in ("and", "which", "who") and i > first + 6):
                return None
            if norm not in ("to", "for", "with"):
                continue
            start = i + 1
            if start < last and parsed.tokens[start].norm in ("the", "help", "support"):
                start += 1
            name = parsed.name_at(start) if start < last else None
            if name is None or name.kind not in (*_KINDS_THAT_GIVE, ActorKind.BODY):
                continue
            following = parsed.norms(name.last, name.last + 3)
            if name.alias in (AliasKind.ADJECTIVE, AliasKind.DEMONYM) or following[:1] == ["'s"]:
                if not {"people", "forces", "government", "army", "troops"} & set(following):
                    continue
            if {"mission", "force", "operation"} & set(following) or (donor is not None and name.name == donor.name):
                continue
            return Mention(name.name, name.kind or ActorKind.STATE, parsed.span(name.first, name.last))
        return None

    def _announced(self, parsed: Parsed, governor: _Governor) -> PartialDate | None:
        clause = governor.clause
        if clause is None or governor.status is PledgeStatus.DELIVERED:
            return None
        for first, _last, mention in parsed.dates:
            if mention.preposition in ("until", "by", "since", "from"):
                continue
            if first >= clause.verb.first - 12:
                return mention.resolve(future=False)
        return None

    def _is_total(self, parsed: Parsed, first: int, governor: _Governor) -> bool:
        before = parsed.norms(first - 7, first)
        after = parsed.norms(first, first + 8)
        return "total" in before or "totalling" in before or ("in" in after and "all" in after) or (
            "so" in before and "far" in before
        )

    # -- things in kind and sums without a figure --------------------------------------------------------------

    def _in_kind(self, parsed: Parsed, money: Iterable[Draft]) -> list[Draft]:
        """Read goods, training and services offered or handed over by a state or organization."""
        drafts: list[Draft] = []
        sums = [d.at for d in money]
        for clause in parsed.clauses:
            verb = clause.verb
            if verb.base not in _IN_KIND_VERBS or verb.passive or verb.form in (Form.PARTICIPLE, Form.GERUND):
                continue
            meaning = sense(parsed, parsed.clauses, clause.index)
            if meaning in (Sense.NEGATED, Sense.IRREALIS):
                continue
            if any(verb.last <= at < clause.end for at in sums):
                continue
            goods = self._goods(parsed, verb.last, min(clause.end, verb.last + 16))
            if not goods:
                continue
            for actor in self.discourse.actors(parsed, *clause.subject):
                donor = actor.giver(self.kinds)
                if donor is None or (actor.head is not None and actor.head in ("people", "police", "troops", "officers", "soldiers")):
                    continue
                for kind in dict.fromkeys(goods.values()):
                    purposes = tuple(
                        dict.fromkeys(
                            p for i, k in goods.items() if k is kind
                            for p in [_PURPOSES.get(parsed.tokens[i].norm)] if p is not None and p.value != kind.value
                        )
                    )
                    status = self._status(parsed, clause, meaning)
                    claim = PledgeClaim(
                        span=parsed.sentence.span, rule=f"pledge-in-kind-{verb.base}", confidence=0.7, mission=None,
                        fields=(FieldSpan("donor", donor.span), *(FieldSpan("kind", parsed.span(i, i + 1)) for i, k in goods.items() if k is kind)),
                        donor=donor, kind=kind, amount=None, purposes=purposes, status=status,
                        recipient=self._recipient(parsed, verb.last, clause.end, donor),
                        announced_on=self._announced(parsed, _Governor(status, actor, "in-kind", 0.7, clause)),
                    )
                    drafts.append(Draft(claim, parsed, verb.last, actor))
        return drafts

    def _goods(self, parsed: Parsed, first: int, last: int) -> dict[int, PledgeKind]:
        goods: dict[int, PledgeKind] = {}
        aside = False
        for i in range(first, last):
            norm = parsed.tokens[i].norm
            if norm == "," and i + 1 < last:
                aside = not aside and parsed.tokens[i + 1].norm in ("to", "which", "who")
            if aside:
                continue
            if norm in ("that", "which", "who", "to", "where", "after", "when", "against", "if", "of") and goods:
                break
            if norm in ("that", "which", "who", "to", "where", "after", "when", "if", "in", "from", "on", "for"):
                break
            kind = _IN_KIND.get(norm)
            if kind is not None and parsed.name_at(i) is None:
                goods[i] = kind
        if any(k is PledgeKind.SERVICES for k in goods.values()):
            for i in range(first, last):
                if parsed.tokens[i].norm in _PURPOSES and i not in goods and parsed.name_at(i) is None:
                    goods[i] = PledgeKind.SERVICES
        return dict(sorted(goods.items()))

    def _without_sum(self, parsed: Parsed, found: Iterable[Draft]) -> list[Draft]:
        """Read "France, Germany and Spain have also promised money"."""
        if list(found):
            return []
        drafts = []
        for clause in parsed.clauses:
            verb = clause.verb
            if verb.base not in _SETS["offered"] | _SETS["committed"] | {"contribute", "give", "provide"} or verb.passive:
                continue
            meaning = sense(parsed, parsed.clauses, clause.index)
            if meaning in (Sense.NEGATED, Sense.IRREALIS):
                continue
            after = parsed.norms(verb.last, min(clause.end, verb.last + 3))
            if not after or after[0] not in ("money", "funds", "funding", "cash", "financial"):
                continue
            if {"and", "or"} & set(after) and {"troops", "personnel", "people", "police", "soldiers"} & set(parsed.norms(verb.last, verb.last + 4)):
                continue
            for actor in self.discourse.actors(parsed, *clause.subject):
                donor = actor.giver(self.kinds)
                if donor is None:
                    continue
                claim = PledgeClaim(
                    span=parsed.sentence.span, rule="pledge-money-no-sum", confidence=0.7, mission=None,
                    fields=(FieldSpan("donor", donor.span),), donor=donor, kind=PledgeKind.MONEY, amount=None,
                    status=self._status(parsed, clause, meaning),
                )
                drafts.append(Draft(claim, parsed, verb.last, actor))
        return drafts


_SUMS = frozenset("support money funds funding package sum aid cash grant contribution donation assistance amount".split())
_SPENT_ON = frozenset("cover buy pay go fund finance help support include be provide".split())
_TOGETHER = frozenset(
    "donors participants governments states countries nations partners conference fund appeal members allies contributors "
    "summit event delegations pledges capitals".split()
)
_IN_KIND_VERBS = frozenset("offer pledge promise provide supply donate deliver lend contribute give hand ship send".split())
_ = Span
