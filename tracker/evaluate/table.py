"""A score as plain text."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tracker.evaluate.calibration import ENOUGH, calibration
from tracker.evaluate.score import ArticleResult, Pair, Record, RecordType, Score

SINGULAR = {
    RecordType.PLEDGES: "pledge",
    RecordType.DEPLOYMENTS: "deployment",
    RecordType.DIRECT: "direct",
    RecordType.INDIRECT: "indirect",
    RecordType.MILESTONES: "milestone",
}
# Always shown, even where null: they tell which record it is.
_KEYS = ("donor", "contributor", "count", "speaker", "starts", "amount", "currency", "kind", "date")
_HIDDEN = ("direct", "start", "end", "quote", "fields", "rule", "confidence")


def render(score: Score) -> str:
    """Return the table: a line for each record type, then mission, phase, attributes and confidence."""
    return "\n".join(_lines(score))


def render_detail(article: ArticleResult) -> str:
    """Return the missed (``-``) and spurious (``+``) records of an article, and the wrong attributes (``~``).

    Empty where the article is all right.
    """
    lines = [
        f"  ~ {label}: gold {gold}, predicted {predicted}"
        for label, (gold, predicted) in (("mission", article.mission), ("phase", article.phase))
        if gold != predicted
    ]
    for kind in RecordType:
        result = article.types[kind]
        for sign, own, records in (
            ("-", article.mission[0], result.missed),
            ("+", article.mission[1], result.spurious),
        ):
            lines.extend(f"  {sign} {SINGULAR[kind]} {compact(_without(own, record))}" for record in records)
        lines.extend(
            f"  ~ {SINGULAR[kind]} {compact(pair.gold, keys_only=True)}: {_wrong(pair)}"
            for pair in result.pairs
            if not all(pair.right.values())
        )
    return "\n".join([article.name, *lines]) if lines else ""


def compact(record: Record, *, keys_only: bool = False) -> str:
    """Return a record in one line: its telling fields first, absent, false and technical ones left out."""
    keys = [key for key in _KEYS if key in record]
    if not keys_only:
        keys += [
            key
            for key, value in record.items()
            if key not in _KEYS and key not in _HIDDEN and value not in (None, False, [], {})
        ]
    return " ".join(f"{key}={_value(record[key])}" for key in keys)


def _lines(score: Score) -> Iterator[str]:
    yield f"{'':<20}{'gold':>6}{'found':>7}{'right':>7}{'precision':>11}{'recall':>8}{'F1':>7}"
    for kind in RecordType:
        counts = score.counts(kind)
        yield (
            f"{kind.value:<20}{counts.matched + counts.missed:>6}{counts.matched + counts.spurious:>7}"
            f"{counts.matched:>7}{_number(counts.precision):>11}{_number(counts.recall):>8}"
            f"{_number(counts.f1):>7}"
        )
    yield f"{'mean F1':<59}{_number(score.mean_f1):>7}"
    yield ""
    for label, (right, number) in (("mission", score.missions()), ("phase", score.phases())):
        yield f"{label:<20}{right:>6} of {number}"
    for kind in RecordType:
        shares = score.attributes(kind)
        if shares:
            yield ""
            yield f"attributes of matched {kind.value}"
        for name, (right, number) in shares.items():
            share = right / number if number else None
            yield f"  {name:<18}{right:>6} of {number:<6}{_number(share):>7}"
    yield from _calibration(score)


def _calibration(score: Score) -> Iterator[str]:
    bins = calibration(score)
    if not bins:
        return
    yield ""
    yield f"{'confidence':<20}{'records':>9}{'right':>7}{'share right':>13}{'mean confidence':>17}"
    for each in bins:
        share = _number(each.share_right) if each.enough else "–"
        yield (
            f"  {f'{each.first:.1f} to {each.last:.1f}':<18}{each.records:>9}{each.right:>7}{share:>13}"
            f"{each.mean_confidence:>17.3f}"
        )
    if not all(each.enough for each in bins):
        yield f"  – under {ENOUGH} records, a share tells nothing"


def _without(mission: str | None, record: Record) -> Record:
    """Leave the mission out where it is the article's own."""
    return record if record.get("mission") != mission else {**record, "mission": None}


def _wrong(pair: Pair) -> str:
    return "; ".join(
        f"{name} gold {_value(pair.gold.get(name))}, predicted {_value(pair.predicted.get(name))}"
        for name, right in pair.right.items()
        if not right
    )


def _value(value: object) -> str:
    if isinstance(value, str) and value and " " not in value:
        return value
    return json.dumps(value, ensure_ascii=False)


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
