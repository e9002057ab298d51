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


def seen(discourse: Discourse, timeline: Timeline, parsed: Parsed) -> Json:
    """Return a sentence with what each level saw in it."""
    body, sentence = discourse.reading.body, parsed.sentence
    return {
        **place(sentence.span, body),
        "head": parsed.head,
        "quoted": sentence.inside is not None,
        "bullet": sentence.bullet,
        "table": sentence.table,
        "taken_back": place(parsed.span(*parsed.disowned), body) if parsed.disowned else None,
        "quotations": [_quotation(each, body) for _at, each in sorted(sentence.quotes.items())],
        "names": [_name(discourse, parsed, each) for each in parsed.names],
        "sums": [_sum(each, body) for _first, _last, each in parsed.money],
        "counts": [_count(each, body) for _first, _last, each in parsed.counts],
        "dates": [_date(timeline, parsed, first, each, body) for first, _last, each in parsed.dates],
        "clauses": [_clause(discourse, parsed, each) for each in parsed.clauses],
    }


def _quotation(quotation: Quotation, body: str) -> Json:
    return place(quotation.inner, body) | {"closed": quotation.closed}


# -- names --------------------------------------------------------------------------------------------------


def _name(discourse: Discourse, parsed: Parsed, name: Name) -> Json:
    full = _in_full(discourse, name) if name.ground in (Ground.SURNAME, Ground.FIRST_NAME) else None
    return {
        **place(parsed.span(name.first, name.last), discourse.reading.body),
        "name": name.name,
        "kind": name.kind.value if name.kind is not None else "mission",
        "why": name.ground.value,
        "alias": name.alias.value if name.ground is Ground.KNOWN else None,
        "certain": name.certain,
        "office": name.office,
        "acts_for": name.state,
        "named_in_full": place(full, discourse.reading.body) if full is not None else None,
    }


def _in_full(discourse: Discourse, name: Name) -> Span | None:
    """Return where the article first names in full the person whom a part of the name means."""
    for parsed in discourse.reading.parsed:
        for other in parsed.names:
            if other.name == name.name and other.ground not in (Ground.SURNAME, Ground.FIRST_NAME):
                return parsed.span(other.first, other.last)
    return None


def _actor(actor: Actor) -> Json:
    return {
        "name": actor.name,
        "kind": actor.kind.value,
        "why": actor.why.value,
        "acts_for": actor.state,
        "head": actor.head,
    }


# -- sums, counts, dates ------------------------------------------------------------------------------------


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


def _date(timeline: Timeline, parsed: Parsed, first: int, mention: DateMention, body: str) -> Json:
    past, to_come = timeline.when(parsed, first).date, timeline.when(parsed, first, future=True).date
    return {
        **place(mention.span, body),
        "preposition": mention.preposition,
        "form": mention.form.value,
        "date": _iso(past),
        "precision": past.precision.value if past is not None else None,
        "if_to_come": _iso(to_come) if to_come != past else None,
        "open": mention.open,
    }


def _iso(value: PartialDate | None) -> str | None:
    return value.iso() if value is not None else None


# -- clauses ------------------------------------------------------------------------------------------------


def _clause(discourse: Discourse, parsed: Parsed, clause: Clause) -> Json:
    verb, body = clause.verb, discourse.reading.body
    first, last = clause.subject
    actors = discourse.actors(parsed, first, last) if first < last else []
    return {
        **place(parsed.span(verb.first, verb.last), body),
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
        "subject": place(parsed.span(first, last), body) if first < last else None,
        "subject_means": [_actor(each) for each in actors],
    }


def _tense(verb: VerbGroup) -> str | None:
    """Return the tense of a finite verb group, None of the other forms."""
    if verb.form is not Form.FINITE:
        return None
    if verb.future:
        return "future"
    return "past" if verb.past else "present"
