"""Level 3: when a clause happens. The dates of a sentence, resolved in their context, and whose they are."""

from __future__ import annotations

from tracker.claims import Span
from tracker.extract.clauses import Clause
from tracker.extract.reading import Parsed, Reading
from tracker.extract.verbs import Form
from tracker.vocab import PartialDate

# A date behind these is an end or a limit, not the time of what happens.
LIMITS = frozenset({"until", "by", "since", "from", "through", "till", "before", "after"})


def reading_end(parsed: Parsed, last: int) -> str:
    """Return the last word of a date: "two days after" leans on what follows."""
    return parsed.tokens[last - 1].norm


def _elsewhere(parsed: Parsed, clause: Clause, at: int) -> bool:
    """Tell whether a date belongs to a finite clause set in before this one: "which began in 2007, has now"."""
    return any(
        o.index < clause.index and o.verb.form is Form.FINITE and o.verb.last <= at < min(o.end, clause.verb.first)
        and o.relative
        for o in parsed.clauses
    )


class Timeline:
    """The dates of one article in reading order: what "that month" or "a day later" lean on."""

    def __init__(self, reading: Reading) -> None:
        self._today = PartialDate.of_day(reading.published) if reading.live and reading.published else None
        self._anchors: list[PartialDate | None] = []
        anchor: PartialDate | None = None
        for parsed in reading.parsed:
            self._anchors.append(anchor)
            for _first, _last, mention in parsed.dates:
                anchor = mention.resolve(anchor=anchor) or anchor

    def resolve(self, parsed: Parsed, at: int, *, future: bool = False) -> PartialDate | None:
        """Return what the date mention at token ``at`` of a sentence means."""
        anchor = self._anchors[parsed.index]
        for first, _last, mention in parsed.dates:
            if first == at:
                return mention.resolve(future=future, anchor=anchor)
            anchor = mention.resolve(anchor=anchor) or anchor
        return None

    @staticmethod
    def label(parsed: Parsed) -> PartialDate | None:
        """Return the date that opens an entry of a timeline: "October 2022: Haiti asks for help"."""
        for first, last, mention in parsed.dates:
            if first <= 1 and last < len(parsed.tokens) and parsed.tokens[last].norm in (":", "—", "–", "-"):
                return mention.resolve()
        return None

    def of_clause(
        self, parsed: Parsed, clause: Clause, *, future: bool = False, limits: frozenset[str] = LIMITS
    ) -> tuple[PartialDate | None, Span | None]:
        """Return the date of a clause, and where it stands: in the clause, or opening its sentence."""
        label = self.label(parsed)
        if label is not None:
            return label, None
        low = 0
        for other in parsed.clauses:
            if other.index < clause.index and other.verb.form is Form.FINITE and other.end <= clause.verb.first:
                start = clause.subject[0] if clause.subject[0] < clause.subject[1] else clause.verb.first
                low = max(low, min(other.end, start))
        nearest: tuple[int, PartialDate, Span] | None = None
        for first, last, mention in parsed.dates:
            if not low <= first < max(clause.end, clause.verb.last + 1) or mention.preposition in limits:
                continue
            if reading_end(parsed, last) in ("after", "before") or _elsewhere(parsed, clause, first):
                continue
            later = any(
                o.index > clause.index and o.verb.first < first and o.verb.form is Form.FINITE for o in parsed.clauses
            )
            value = None if later else self.resolve(parsed, first, future=future)
            if value is None:
                continue
            distance = first - clause.verb.last if first >= clause.verb.last else 40 + clause.verb.first - first
            if nearest is None or distance < nearest[0]:
                nearest = (distance, value, parsed.span(first, last))
        if nearest is None and self._today is not None and parsed.sentence.timed and (clause.verb.perfect or not clause.verb.past):
            return self._today, None
        return (nearest[1], nearest[2]) if nearest else (None, None)
