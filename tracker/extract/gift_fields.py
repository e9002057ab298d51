"""Level 4: the fields of a pledge beside its giver and status, each with where it stands."""

from __future__ import annotations

from dataclasses import replace

from tracker.claims import FieldSpan, Mention, Span
from tracker.extract.evidence import standing
from tracker.extract.lexicon import section
from tracker.extract.money import MoneyMention
from tracker.extract.timing import When
from tracker.vocab import Money

_PESOS = {code.upper() for code in section("giving", "currency")["pesos"]}


def actor_spans(donor: Mention | None, recipient: Mention | None) -> tuple[FieldSpan, ...]:
    """Return where the giver and the recipient of a gift stand."""
    named = (("donor", donor), ("to", recipient))
    return tuple(FieldSpan(field, actor.span) for field, actor in named if actor is not None)


def announcement_span(announced: When) -> tuple[FieldSpan, ...]:
    """Return where the date of an announcement stands."""
    return standing("announced_on", [announced.where] if announced.where is not None else ())


def amounts(mention: MoneyMention, currency: str | None) -> list[tuple[Money, Span]]:
    """Return the sum in the giver's own currency, then the other expressions of it, with where each stands.

    That of many givers together is the dollar, in which funds are kept.
    """
    sums = [(_own(m, currency), m.core) for m in (mention, *mention.equivalents)]
    first = next((i for i, (s, _where) in enumerate(sums) if s.currency == currency), 0)
    return [sums.pop(first), *sums]


def _own(mention: MoneyMention, currency: str | None) -> Money:
    if mention.bare and currency is not None and currency in mention.readings and currency not in _PESOS:
        return replace(mention.money, currency=currency)
    return mention.money
