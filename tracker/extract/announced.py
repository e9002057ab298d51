"""Level 4: when a giver said so or did it: as the sentence dates it, else on the day of the news."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from tracker.extract.clauses import Clause
from tracker.extract.dates import DateMention
from tracker.extract.gifts import VERBS
from tracker.extract.lexicon import words
from tracker.extract.reading import Parsed, Reading
from tracker.extract.timing import LIMITS, When
from tracker.extract.verbs import Form
from tracker.vocab import DatePrecision, PartialDate, PledgeStatus

_UNDATED = When()
_OF_GIFTS = words("causes", "aid") | words("lists", "givers") | words("lists", "givers_surely")
_NEWS = timedelta(days=4)  # what is older is no news
_LEAD = 3  # sentences of the body that tell the news
_OPENING = 6  # sentences of the body that may say which day is told of
_BEFORE_THE_VERB = 12  # tokens from a date in front of a verb to the verb
_BEHIND_THE_SUM = 20  # tokens from a sum to a date behind it
_LASTING = frozenset(["over", "for", "through", "during", "between"])


class Announcements:
    """Dates the gifts of one article."""

    def __init__(self, reading: Reading) -> None:
        self._news = _news_day(reading)
        body = [p for p in reading.parsed if not p.head and p.sentence.inside is None]
        # Where the opening speaks of gifts all of them are the news, else those at the opening itself.
        of_gifts = reading.live or _is_about_gifts([p for p in reading.parsed if p.head], body[:_LEAD])
        news = body if of_gifts else body[:_LEAD]
        self._last = news[-1].index if news else -1

    def when(
        self, parsed: Parsed, clause: Clause | None, status: PledgeStatus, at: int | None = None
    ) -> When:
        """Return when the gift that ``clause`` tells of was announced or made; undated where nothing says.

        Where no clause tells of it, what dates it stands around its sum at token ``at``.
        """
        own = announced(parsed, clause, status) if clause is not None or at is None else _around(parsed, at)
        if own.date is not None or parsed.index > self._last or not self._is_news(parsed, clause, status):
            return own
        return self._news

    def listed(self, parsed: Parsed, said: When, status: PledgeStatus) -> When:
        """Return when a gift of a list was announced whose lead dates it as ``said``."""
        own = said.date is not None or parsed.index > self._last or status is PledgeStatus.DELIVERED
        return said if own else self._news

    @staticmethod
    def _is_news(parsed: Parsed, clause: Clause | None, status: PledgeStatus) -> bool:
        """Tell whether a gift without a date may be the news of the day: what "has been" may be older."""
        if status in (PledgeStatus.DELIVERED, PledgeStatus.WITHDRAWN):
            return False
        return clause is None or not (clause.verb.perfect or _has_date(parsed, clause))


def _is_about_gifts(head: Sequence[Parsed], lead: Sequence[Parsed]) -> bool:
    """Tell whether gifts are an article's news: its headline or most of its opening tell of them."""
    telling = [p for p in lead if p.money and _tells_of_gifts(p)]
    return len(telling) > 1 or any(_tells_of_gifts(p) for p in head)


def _tells_of_gifts(parsed: Parsed) -> bool:
    said = set(parsed.folded)
    offered = any(c.verb.base in VERBS["offered"] for c in parsed.clauses)
    return bool(offered or said & _OF_GIFTS or (parsed.head and parsed.money))


def _has_date(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether a date, even one that stays open, says when the gift was announced."""
    found = (mention.resolve(future=False) for _first, _last, mention in _dated(parsed, clause))
    return any(value is None or not _is_to_come(clause, value) for value in found)


def announced(parsed: Parsed, clause: Clause | None, status: PledgeStatus) -> When:
    """Return when the giver said so or did it, as the sentence dates it."""
    if clause is None or (status is PledgeStatus.DELIVERED and clause.verb.progressive):
        return _UNDATED
    for first, last, mention in _dated(parsed, clause):
        found = mention.resolve(future=False)
        if found is not None and not _is_to_come(clause, found):
            return When(found, parsed.span(first, last))
    return _UNDATED


def _around(parsed: Parsed, at: int) -> When:
    """Return the date beside a sum that a noun governs: "a pledge of $5 million, made on 25 April"."""
    sums = [first for first, _last, _mention in parsed.money]
    following = next((first for first in sums if first > at), len(parsed.tokens))
    for first, last, mention in parsed.dates:
        found = None if _is_limit(parsed, first, mention) else mention.resolve(future=False)
        if found is not None and at < first < min(following, at + _BEHIND_THE_SUM):
            return When(found, parsed.span(first, last))
    return _UNDATED


def _is_limit(parsed: Parsed, first: int, mention: DateMention) -> bool:
    """Tell whether a date only says until when, or how long, something lasts."""
    return mention.preposition in LIMITS or not _LASTING.isdisjoint(parsed.norms(first - 1, first))


def _is_to_come(clause: Clause, found: PartialDate) -> bool:
    """Tell whether a date is when the gift will be made: "will provide DKK 460 million this year"."""
    promised = clause.verb.future or clause.verb.modal == "would" or clause.verb.form is Form.INFINITIVE
    return promised and found.precision is not DatePrecision.DAY


def _dated(parsed: Parsed, clause: Clause) -> Iterator[tuple[int, int, DateMention]]:
    """Yield the dates around a clause that are no limit, the nearest before the verb first."""
    for first, last, mention in parsed.dates:
        if _is_limit(parsed, first, mention):
            continue
        if clause.verb.first - _BEFORE_THE_VERB <= first < clause.end:
            yield first, last, mention


def _news_day(reading: Reading) -> When:
    """Return the day whose news the article tells, by its opening or, live, by its date line."""
    if reading.published is None:
        return _UNDATED
    today = PartialDate.of_day(reading.published)
    body = [p for p in reading.parsed if not p.head and p.sentence.inside is None][:_OPENING]
    head = [p for p in reading.parsed if p.head]
    for parsed in head if reading.live else body:
        for first, last, mention in parsed.dates:
            found = mention.resolve(future=False)
            if found is None or found.precision is not DatePrecision.DAY or mention.preposition in LIMITS:
                continue
            if reading.live and found != today:
                continue
            if reading.published - _NEWS <= found.first <= reading.published:
                return When(found, parsed.span(first, last))
    return _UNDATED
