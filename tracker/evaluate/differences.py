"""A comparison of two runs as plain text, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tracker.evaluate.compare import Change, Comparison
from tracker.evaluate.floors import MEASURES
from tracker.evaluate.saved import rounded
from tracker.evaluate.table import SINGULAR, compact

_SINGULARS = {kind.key: name for kind, name in SINGULAR.items()}


def render_comparison(comparison: Comparison) -> str:
    """Return the measures of both runs, then each record that became right (``+``) or wrong (``-``)."""
    return "\n".join(_lines(comparison))


def comparison_record(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison as JSON values."""
    return {
        "article_count": comparison.article_count,
        "measures": {
            name: {
                "before": rounded(each.before),
                "now": rounded(each.now),
                "change": rounded(each.change),
            }
            for name, each in comparison.measures.items()
        },
        "became_right": _changes(comparison.became_right),
        "became_wrong": _changes(comparison.became_wrong),
        "new_spurious": _changes(comparison.new_spurious),
        "gone_spurious": _changes(comparison.gone_spurious),
        "only_before": list(comparison.only_before),
        "only_now": list(comparison.only_now),
    }


def _changes(changes: Sequence[Change]) -> list[dict[str, Any]]:
    return [{"article": each.article, "what": each.what, "record": dict(each.record)} for each in changes]


def _lines(comparison: Comparison) -> Iterator[str]:
    title = f"against the saved run, {comparison.article_count} articles of both"
    yield f"{title:<45}{'before':>8}{'now':>8}{'change':>9}"
    for name, each in comparison.measures.items():
        change = "–" if each.change is None else f"{each.change:+.3f}"
        yield f"  {MEASURES[name]:<43}{_number(each.before):>8}{_number(each.now):>8}{change:>9}"
    for title, sign, changes in (
        ("became right", "+", comparison.became_right),
        ("became wrong", "-", comparison.became_wrong),
        ("no longer spurious", "+", comparison.gone_spurious),
        ("newly spurious", "-", comparison.new_spurious),
    ):
        if changes:
            yield ""
            yield f"{title}: {len(changes)}"
            yield from (f"  {sign} {each.article}: {_change(each)}" for each in changes)
    for title, names in (
        ("only in the saved run", comparison.only_before),
        ("only in this run", comparison.only_now),
    ):
        if names:
            yield ""
            yield f"{title}: {', '.join(names)}"


def _change(change: Change) -> str:
    if change.what in _SINGULARS:
        return f"{_SINGULARS[change.what]} {compact(change.record, keys_only=True)}"
    return f"{change.what}: gold {change.record['gold']}, the other run {change.record['found']}"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
