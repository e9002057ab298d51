"""Compare the records predicted for an article with its gold, and sum up over articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from tracker.evaluate.agreement import actors_agree, dates_agree, starts_agree, sums_agree
from tracker.evaluate.matching import best_pairs

Record = Mapping[str, Any]
"""A record, or a whole article's records, as JSON in the gold format gives it."""


class RecordType(StrEnum):
    """What is scored apart."""

    PLEDGES = "pledges"
    DEPLOYMENTS = "deployments"
    DIRECT = "direct statements"
    INDIRECT = "indirect statements"
    MILESTONES = "milestones"

    @property
    def key(self) -> str:
        """The one word that options and JSON call it by."""
        return self.value.partition(" ")[0]


ATTRIBUTES: Mapping[RecordType, tuple[str, ...]] = {
    RecordType.PLEDGES: (
        "kind",
        "status",
        "purposes",
        "to",
        "total",
        "additional",
        "amount",
        "announced_on",
        "mission",
    ),
    RecordType.DEPLOYMENTS: (
        "status",
        "unit",
        "qualifier",
        "count_max",
        "date",
        "total",
        "additional",
        "basis",
        "mission",
    ),
    RecordType.DIRECT: (),
    RecordType.INDIRECT: (),
    RecordType.MILESTONES: ("by", "date", "until", "replaced_by"),
}
"""The attributes whose share of right values is reported for matched records."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold record and the predicted one that matches it; ``right`` tells which attributes agree."""

    gold: Record
    predicted: Record
    right: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Counts:
    """Matched, missed and spurious records; the ratios are None where there is nothing to divide by."""

    matched: int
    missed: int
    spurious: int

    @property
    def precision(self) -> float | None:
        """Matched over predicted."""
        return _ratio(self.matched, self.matched + self.spurious)

    @property
    def recall(self) -> float | None:
        """Matched over gold."""
        return _ratio(self.matched, self.matched + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return _ratio(2 * self.matched, 2 * self.matched + self.missed + self.spurious)


@dataclass(frozen=True, slots=True)
class TypeResult:
    """What became of the records of one type in one article."""

    pairs: tuple[Pair, ...]
    missed: tuple[Record, ...]
    spurious: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class ArticleResult:
    """One article's comparison. ``mission`` and ``phase`` are (gold, predicted)."""

    name: str
    types: Mapping[RecordType, TypeResult]
    mission: tuple[str | None, str | None]
    phase: tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Score:
    """The comparison over any number of articles; micro counts."""

    articles: tuple[ArticleResult, ...]

    def counts(self, record_type: RecordType) -> Counts:
        """Return the counts of one type over all articles."""
        results = [article.types[record_type] for article in self.articles]
        return Counts(
            sum(len(result.pairs) for result in results),
            sum(len(result.missed) for result in results),
            sum(len(result.spurious) for result in results),
        )

    @property
    def mean_f1(self) -> float | None:
        """The mean F1 over the types that occur, in gold or prediction."""
        values = [f1 for kind in RecordType if (f1 := self.counts(kind).f1) is not None]
        return sum(values) / len(values) if values else None

    def missions(self) -> tuple[int, int]:
        """Return how many articles have the right mission, and how many there are."""
        return sum(gold == predicted for gold, predicted in self._pairs("mission")), len(self.articles)

    def phases(self) -> tuple[int, int]:
        """Return how many articles have the right phase, and how many there are."""
        return sum(gold == predicted for gold, predicted in self._pairs("phase")), len(self.articles)

    def attributes(self, record_type: RecordType) -> dict[str, tuple[int, int]]:
        """Return, for each attribute of a type, how many matched records have it right, of how many."""
        pairs = [pair for article in self.articles for pair in article.types[record_type].pairs]
        return {
            name: (sum(pair.right[name] for pair in pairs), len(pairs)) for name in ATTRIBUTES[record_type]
        }

    def _pairs(self, what: str) -> Iterator[tuple[str | None, str | None]]:
        return (getattr(article, what) for article in self.articles)


def score_article(name: str, gold: Record, predicted: Record) -> ArticleResult:
    """Compare one article's predicted records with its gold, both in the gold format.

    Where gold has no mission, pledge or deployment, its statements and the predicted ones are left out.
    """
    scored = bool(gold.get("mission") or gold.get("pledges") or gold.get("deployments"))
    return ArticleResult(
        name,
        {
            kind: _compare(kind, _records(kind, gold, scored), _records(kind, predicted, scored))
            for kind in RecordType
        },
        (gold.get("mission"), predicted.get("mission")),
        (gold.get("phase"), predicted.get("phase")),
    )


def _records(kind: RecordType, article: Record, statements: bool) -> list[Record]:
    if kind not in (RecordType.DIRECT, RecordType.INDIRECT):
        records = article.get(kind.value, ())
    elif statements:
        direct = kind is RecordType.DIRECT
        records = (record for record in article.get("statements", ()) if record["direct"] is direct)
    else:
        records = ()
    own = article.get("mission")
    return [{**record, "mission": record.get("mission") or own} for record in records]


def _compare(kind: RecordType, gold: list[Record], predicted: list[Record]) -> TypeResult:
    weights = [[_weight(kind, one, other) for other in predicted] for one in gold]
    pairs = best_pairs(weights)
    left = {one for one, _ in pairs}
    right = {other for _, other in pairs}
    return TypeResult(
        tuple(
            Pair(gold[one], predicted[other], _right(kind, gold[one], predicted[other]))
            for one, other in pairs
        ),
        tuple(record for index, record in enumerate(gold) if index not in left),
        tuple(record for index, record in enumerate(predicted) if index not in right),
    )


def _weight(kind: RecordType, gold: Record, predicted: Record) -> int | None:
    """Return the number of equal attributes, or None where the records are no pair."""
    return sum(_right(kind, gold, predicted).values()) if _match(kind, gold, predicted) else None


def _match(kind: RecordType, gold: Record, predicted: Record) -> bool:
    if kind is RecordType.PLEDGES:
        return actors_agree(gold["donor"], predicted["donor"]) and _same_gift(gold, predicted)
    if kind is RecordType.DEPLOYMENTS:
        return (
            actors_agree(gold["contributor"], predicted["contributor"])
            and gold["count"] == predicted["count"]
        )
    if kind is RecordType.MILESTONES:
        return bool(gold["kind"] == predicted["kind"]) and dates_agree(gold["date"], predicted["date"])
    return actors_agree(gold["speaker"], predicted["speaker"]) and starts_agree(
        gold["starts"], predicted["starts"]
    )


def _same_gift(gold: Record, predicted: Record) -> bool:
    ours, theirs = list(_sums(gold)), list(_sums(predicted))
    if ours or theirs:
        return sums_agree(ours, theirs)
    return bool(gold["kind"] == predicted["kind"])


def _sums(pledge: Record) -> Iterator[tuple[Decimal, str | None]]:
    for item in (pledge, *(pledge.get("equivalents") or ())):
        if item.get("amount") is not None:
            yield Decimal(str(item["amount"])), item.get("currency")


def _right(kind: RecordType, gold: Record, predicted: Record) -> dict[str, bool]:
    return {name: _equal(name, gold, predicted) for name in ATTRIBUTES[kind]}


def _equal(name: str, gold: Record, predicted: Record) -> bool:
    one, other = gold.get(name), predicted.get(name)
    if name in ("to", "by"):
        return actors_agree(one, other)
    if name == "purposes":
        return set(one or ()) == set(other or ())
    if name in ("total", "additional"):
        return bool(one) == bool(other)
    if name == "amount":
        return _headline(gold) == _headline(predicted)
    return bool(one == other)


def _headline(pledge: Record) -> Iterable[object]:
    return (pledge.get("amount"), pledge.get("currency"))


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
