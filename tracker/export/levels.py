"""What the levels saw in one sentence, as plain JSON values: names, sums, counts, dates, clauses."""

from __future__ import annotations

from tracker.claims import Span
from tracker.export.records import Json, money
from tracker.extract.actors import Actor
from tracker.extract.clauses import Clause
from tracker.extract.counts import CountMention
from tracker.extract.dates import DateMention
from tracker.extract.discourse import Discourse
from tracker.extract.modality import sense
from tracker.extract.money import MoneyMention
from tracker.extract.names import Ground, Name
from tracker.extract.quotations import Quotation
from tracker.extract.reading import Parsed
from tracker.extract.timing import Timeline
from tracker.extract.verbs import Form, VerbGroup
from tracker.vocab import PartialDate


def place(span: Span, body: str) -> Json:
    """Return where something stands, with its characters."""
    return {"start": span.start, "end": span.end, "quote": span.text(body)}


_IN_PART = (Ground.SURNAME, Ground.FIRST_NAME)


class Levels:
    """What the levels saw of one article, sentence by sentence."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._body = discourse.reading.body
        self._timeline = Timeline(discourse.reading)
        self._in_full: dict[str, Span] = {}  # where each person is first named in full
        for parsed in discourse.reading.parsed:
            for name in parsed.names:
                if name.ground not in _IN_PART:
                    self._in_full.setdefault(name.name, parsed.span(name.first, name.last))

    def seen(self, parsed: Parsed) -> Json:
        """Return a sentence with what each level saw in it."""
        body, sentence = self._body, parsed.sentence
        return {
            **place(sentence.span, body),
            "head": parsed.head,
            "quoted": sentence.inside is not None,
            "bullet": sentence.bullet,
            "table": sentence.table,
            "taken_back": place(parsed.span(*parsed.disowned), body) if parsed.disowned else None,
            "put_right": [
                {"wrong": place(wrong, body), "right": place(right, body) if right is not None else None}
                for wrong, right in parsed.errors
            ],
            "quotations": [_quotation(each, body) for _at, each in sorted(sentence.quotes.items())],
            "names": [self._name(parsed, each) for each in parsed.names],
            "sums": [_sum(each, body) for _first, _last, each in parsed.money],
            "counts": [_count(each, body) for _first, _last, each in parsed.counts],
            "dates": [self._date(parsed, first, each) for first, _last, each in parsed.dates],
            "clauses": [self._clause(parsed, each) for each in parsed.clauses],
        }

    def _name(self, parsed: Parsed, name: Name) -> Json:
        full = self._in_full.get(name.name) if name.ground in _IN_PART else None
        return {
            **place(parsed.span(name.first, name.last), self._body),
            "name": name.name,
            "kind": name.kind.value if name.kind is not None else "mission",
            "why": name.ground.value,
            "alias": name.alias.value if name.ground is Ground.KNOWN else None,
            "certain": name.certain,
            "office": name.office,
            "acts_for": name.state,
            "named_in_full": place(full, self._body) if full is not None else None,
        }

    def _date(self, parsed: Parsed, first: int, mention: DateMention) -> Json:
        past = self._timeline.when(parsed, first).date
        to_come = self._timeline.when(parsed, first, future=True).date
        return {
            **place(mention.span, self._body),
            "preposition": mention.preposition,
            "form": mention.form.value,
            "date": _iso(past),
            "precision": past.precision.value if past is not None else None,
            "if_to_come": _iso(to_come) if to_come != past else None,
            "open": mention.open,
        }

    def _clause(self, parsed: Parsed, clause: Clause) -> Json:
        verb = clause.verb
        first, last = clause.subject
        actors = self._discourse.actors(parsed, first, last) if first < last else []
        return {
            **place(parsed.span(verb.first, verb.last), self._body),
            "verb": verb.base,
            "form": verb.form.name.lower(),
            "voice": "passive" if verb.passive else "active",
            "tense": _tense(verb),
            "perfect": verb.perfect,
            "progressive": verb.progressive,
            "modal": verb.modal,
            "negated": verb.negated,
            "governor": verb.governor,
            "sense": sense(parsed, parsed.clauses, clause.index).name.lower(),
            "relative": clause.relative,
            "subject": place(parsed.span(first, last), self._body) if first < last else None,
            "subject_means": [_actor(each) for each in actors],
        }


def _quotation(quotation: Quotation, body: str) -> Json:
    return place(quotation.inner, body) | {"closed": quotation.closed}


def _actor(actor: Actor) -> Json:
    return {
        "name": actor.name,
        "kind": actor.kind.value,
        "why": actor.why.value,
        "acts_for": actor.state,
        "head": actor.head,
    }


def _sum(mention: MoneyMention, body: str) -> Json:
    return {
        **place(mention.core, body),
        **money(mention.money),
        "up_to": money(mention.high)["amount"] if mention.high is not None else None,
        "currencies": list(mention.readings) if mention.bare else [mention.money.currency],
        "qualifier": mention.qualifier.value,
        "further": mention.further,
        "equivalents": [place(each.core, body) | money(each.money) for each in mention.equivalents],
    }


def _count(mention: CountMention, body: str) -> Json:
    return {
        **place(mention.core, body),
        "count": mention.value,
        "count_max": mention.value_max,
        "qualifier": mention.qualifier.value,
        "further": mention.further,
    }


def _iso(value: PartialDate | None) -> str | None:
    return value.iso() if value is not None else None


def _tense(verb: VerbGroup) -> str | None:
    """Return the tense of a finite verb group, None of the other forms."""
    if verb.form is not Form.FINITE:
        return None
    if verb.future:
        return "future"
    return "past" if verb.past else "present"
