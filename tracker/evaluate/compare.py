"""Two runs over the same articles: what the later one does better or worse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tracker.evaluate.floors import MEASURES, measure
from tracker.evaluate.score import ArticleResult, Record, RecordType, Score

# What tells one record of an article from another of its type.
_IDENTITY: Mapping[RecordType, tuple[str, ...]] = {
    RecordType.PLEDGES: ("donor", "amount", "currency", "kind"),
    RecordType.DEPLOYMENTS: ("contributor", "count"),
    RecordType.DIRECT: ("speaker", "starts"),
    RecordType.INDIRECT: ("speaker", "starts"),
    RecordType.MILESTONES: ("kind", "date"),
}
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One measure in both runs, over the articles of both; None where there is nothing to measure."""

    before: float | None
    now: float | None

    @property
    def change(self) -> float | None:
        """How much the later run has more."""
        return None if self.before is None or self.now is None else self.now - self.before


@dataclass(frozen=True, slots=True)
class Change:
    """A record of an article that is found in one run and not in the other.

    ``what`` is the key of a record type, or ``mission`` or ``phase``, whose ``record`` is ``{gold, found}``.
    """

    article: str
    what: str
    record: Record


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two runs.

    ``became_right`` and ``became_wrong`` are records of gold; ``new_spurious`` and ``gone_spurious`` are
    found records that gold does not have. Articles of one run alone are named and not compared.
    """

    measures: Mapping[str, Difference]
    became_right: tuple[Change, ...]
    became_wrong: tuple[Change, ...]
    new_spurious: tuple[Change, ...]
    gone_spurious: tuple[Change, ...]
    article_count: int
    only_before: tuple[str, ...]
    only_now: tuple[str, ...]


def compare(before: Score, now: Score, only: str | None = None) -> Comparison:
    """Compare two runs, article by article of the same name; ``only`` keeps those whose name holds it."""
    earlier = {article.name: article for article in before.articles if (only or "") in article.name}
    both = [(earlier[article.name], article) for article in now.articles if article.name in earlier]
    names = {article.name for article in now.articles}
    old, new = (Score(tuple(pair[side] for pair in both)) for side in (0, 1))
    return Comparison(
        measures={name: Difference(measure(old, name), measure(new, name)) for name in MEASURES},
        became_right=tuple(change for one, other in both for change in _turned(one, other)),
        became_wrong=tuple(change for one, other in both for change in _turned(other, one)),
        new_spurious=tuple(change for one, other in both for change in _added(one, other)),
        gone_spurious=tuple(change for one, other in both for change in _added(other, one)),
        article_count=len(both),
        only_before=tuple(name for name in earlier if name not in names),
        only_now=tuple(article.name for article in now.articles if article.name not in earlier),
    )


def _turned(wrong: ArticleResult, right: ArticleResult) -> Iterator[Change]:
    """Yield the gold records that ``wrong`` misses and ``right`` finds."""
    for what in ("mission", "phase"):
        (_, found), (gold, correct) = getattr(wrong, what), getattr(right, what)
        if gold == correct != found:
            yield Change(right.name, what, {"gold": gold, "found": found})
    for kind in RecordType:
        missed = _keys(kind, wrong.types[kind].missed)
        matched = _keys(kind, (pair.gold for pair in wrong.types[kind].pairs))
        yield from _more(right.name, kind, (pair.gold for pair in right.types[kind].pairs), matched, missed)


def _added(one: ArticleResult, other: ArticleResult) -> Iterator[Change]:
    """Yield the spurious records of ``other`` that ``one`` does not have."""
    for kind in RecordType:
        yield from _more(
            other.name, kind, other.types[kind].spurious, _keys(kind, one.types[kind].spurious), None
        )


def _more(
    article: str, kind: RecordType, records: Iterable[Record], but: Counter[Key], among: Counter[Key] | None
) -> Iterator[Change]:
    """Yield the records beyond those in ``but``; where ``among`` is given, only as many as that holds."""
    for record in records:
        key = _key(kind, record)
        if but[key] > 0:
            but[key] -= 1
        elif among is None:
            yield Change(article, kind.key, record)
        elif among[key] > 0:
            among[key] -= 1
            yield Change(article, kind.key, record)


def _keys(kind: RecordType, records: Iterable[Record]) -> Counter[Key]:
    return Counter(_key(kind, record) for record in records)


def _key(kind: RecordType, record: Record) -> Key:
    return tuple(record.get(name) for name in _IDENTITY[kind])
