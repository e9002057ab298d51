"""Level 3: when a clause happens. The dates of a sentence, resolved in their context, and whose they are."""

from __future__ import annotations

from typing import NamedTuple

from tracker.claims import Span
from tracker.extract.clauses import Clause
from tracker.extract.reading import Parsed, Reading
from tracker.extract.verbs import Form
from tracker.vocab import PartialDate

# A date behind these is an end or a limit, not the time of what happens.
LIMITS = frozenset({"until", "by", "since", "from", "through", "till", "before", "after"})
_BEFORE_THE_VERB = 40  # so much farther is a date in front of its verb than one behind it
_LABEL_ENDS = frozenset({":", "—", "–", "-"})


class When(NamedTuple):
    """The date of a clause, and where it stands; None where it is unknown, or taken from its surroundings."""

    date: PartialDate | None
    where: Span | None


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
            if first <= 1 and last < len(parsed.tokens) and parsed.tokens[last].norm in _LABEL_ENDS:
                return mention.resolve()
        return None

    def of_clause(
        self, parsed: Parsed, clause: Clause, *, future: bool = False, limits: frozenset[str] = LIMITS
    ) -> When:
        """Return the date of a clause: the nearest in it, or one that opens its sentence.

        A date behind one of the prepositions ``limits`` is none.
        """
        label = self.label(parsed)
        if label is not None:
            return When(label, None)
        start = _start(parsed, clause)
        end = max(clause.end, clause.verb.last + 1)
        nearest: tuple[int, When] | None = None
        for first, last, mention in parsed.dates:
            if not start <= first < end or mention.preposition in limits:
                continue
            if _leans_on(parsed, last) or _in_other_clause(parsed, clause, first):
                continue
            value = self.resolve(parsed, first, future=future)
            distance = _distance(clause, first)
            if value is not None and (nearest is None or distance < nearest[0]):
                nearest = distance, When(value, parsed.span(first, last))
        if nearest is not None:
            return nearest[1]
        present = clause.verb.perfect or not clause.verb.past
        return When(self._today if present and parsed.sentence.timed else None, None)


def _start(parsed: Parsed, clause: Clause) -> int:
    """Return from which token on a date can be the clause's: behind the finite clauses before it."""
    own = clause.subject[0] if clause.subject[0] < clause.subject[1] else clause.verb.first
    ends = [
        min(o.end, own)
        for o in parsed.clauses[: clause.index]
        if o.verb.form is Form.FINITE and o.end <= clause.verb.first
    ]
    return max(ends, default=0)


def _leans_on(parsed: Parsed, last: int) -> bool:
    """Tell whether a date leans on what follows it: "two days after"."""
    return parsed.tokens[last - 1].norm in ("after", "before")


def _in_other_clause(parsed: Parsed, clause: Clause, at: int) -> bool:
    """Tell whether a date belongs to a clause set in before this one, or to a later one.

    "The mission, which began in 2007, has now …", "… approved the force that it had asked for in May".
    """
    for other in parsed.clauses:
        if other.verb.form is not Form.FINITE or other.index == clause.index:
            continue
        if other.index > clause.index and other.verb.first < at:
            return True
        within = other.verb.last <= at < min(other.end, clause.verb.first)
        if other.index < clause.index and other.relative and within:
            return True
    return False


def _distance(clause: Clause, at: int) -> int:
    after = at - clause.verb.last
    return after if after >= 0 else _BEFORE_THE_VERB + clause.verb.first - at
