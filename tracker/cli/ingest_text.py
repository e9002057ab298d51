"""What became of ingested articles, as lines and as JSON values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tracker.cli.text import one_line
from tracker.vocab import ClaimKind

if TYPE_CHECKING:
    from tracker.ingest import Report

_OUTCOMES = ("new", "replaced", "unchanged", "unsupported", "failed")


def report_line(report: Report) -> str:
    """Return ``name: new (haiti-mission: 1 pledge, 4 deployments)``, or why nothing was taken from it."""
    line = str(report)
    if report.records:
        counts = [
            f"{count} {kind.value}{'' if count == 1 else 's'}"
            for kind, count in report.records.items()
            if count and kind is not ClaimKind.PHASE
        ]
        line += f" ({report.mission or 'no mission'}: {', '.join(counts) or 'nothing to record'})"
    return one_line(line)


def sum_line(outcomes: Mapping[str, int], *, dry_run: bool) -> str:
    """Return all outcomes in one line."""
    counts = ", ".join(f"{outcomes[outcome]:,} {outcome}" for outcome in _OUTCOMES if outcomes.get(outcome))
    return f"{counts or 'no articles'}{' (dry run: nothing was written)' if dry_run else ''}"


def report_record(report: Report) -> dict[str, Any]:
    """Return one report as JSON values."""
    return {
        "document": report.name,
        "outcome": report.outcome.value,
        "reason": report.reason,
        "source_id": report.source_id,
        "mission": report.mission,
        "language": report.language,
        "records": {kind.value: count for kind, count in report.records.items()} or None,
        "warnings": list(report.warnings),
    }


def sum_record(outcomes: Mapping[str, int]) -> dict[str, Any]:
    """Return the counts of all outcomes as JSON values."""
    return {"total": {outcome: outcomes.get(outcome, 0) for outcome in _OUTCOMES}}
