"""Level 3: when a clause happens. The dates of a sentence, resolved in their context, and whose they are."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from tracker.claims import Span
from tracker.extract.clauses import Clause
from tracker.extract.lexicon import words
from tracker.extract.reading import Parsed, Reading
from tracker.extract.verbs import Form
from tracker.vocab import PartialDate

# A date behind these is an end or a limit, not the time of what happens.
LIMITS = frozenset({"until", "by", "since", "from", "through", "till", "before", "after"})
_BEFORE_THE_VERB = 40  # so much farther is a date in front of its verb than one behind it
_SUBORDINATORS = words("words", "subordinators") - {"that", "than", "so"}
_POINTERS = (["that", "is", "when"], ["that", "was", "when"], ["that", "'s", "when"])
_LEANING = frozenset({"after", "before", "since"})
# What may stand between a date and a distance from it: "on 12 June, just two days after".
_HEDGES = frozenset({",", "(", "—", "–", "just", "only", "some", "about", "barely", "exactly", "nearly"})
_WHEN = (["when"], [",", "when"], ["on", "which"], [",", "on", "which"])
_BY_WHICH = ([",", "by", "which"], ["by", "which"], [",", "which"], ["which"], ["that"])
_DECISIONS = frozenset({"decision", "resolution", "vote", "agreement", "that", "ruling", "meeting", "summit"})
_DECISION_REACH = 4  # tokens before a date in which its noun stands
_LABEL_ENDS = frozenset({":", "—", "–", "-"})


class When(NamedTuple):
    """The date of a clause, and where it stands; None and None where it is unknown."""

    date: PartialDate | None = None
    where: Span | None = None


class Timeline:
    """The dates of one article in reading order: what "that month" or "a day later" lean on."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._today = PartialDate.of_day(reading.published) if reading.live and reading.published else None
        self._anchors: list[When] = []
        anchor = When()
        for parsed in reading.parsed:
            self._anchors.append(anchor)
            for first, last, mention in parsed.dates:
                value = mention.resolve(anchor=anchor.date)
                anchor = anchor if value is None else When(value, parsed.span(first, last))

    def when(self, parsed: Parsed, at: int, *, future: bool = False) -> When:
        """Return what the date mention at token ``at`` of a sentence means."""
        anchor = self._anchors[parsed.index].date
        for first, last, mention in parsed.dates:
            if first == at:
                value = mention.resolve(future=future, anchor=anchor)
                return When() if value is None else When(value, parsed.span(first, last))
            anchor = mention.resolve(anchor=anchor) or anchor
        return When()

    def _meant(self, parsed: Parsed, at: int, *, counted: bool, future: bool) -> When:
        """Return what a date mention means; ``counted`` says that it is counted back from today."""
        if not counted:
            return self.when(parsed, at, future=future)
        found = next((f, last, m) for f, last, m in parsed.dates if f == at)
        value = found[2].ago()
        return When() if value is None else When(value, parsed.span(found[0], found[1]))

    def _leaning(self, parsed: Parsed, clause: Clause) -> When:
        """Return the date of a clause counted from another: "on 12 June, two days after it voted"."""
        for (start, end, date), (first, last, distance) in pairwise(parsed.dates):
            leans = parsed.tokens[last - 1].norm in ("after", "before") and last == _opening(clause)
            if not leans or not _HEDGES.issuperset(parsed.norms(end, first)):
                continue
            value = distance.counted_from(date.resolve(anchor=self._anchors[parsed.index].date))
            return When() if value is None else When(value, parsed.span(start, last))
        return When()

    def _opening_when(self, parsed: Parsed, clause: Clause) -> When:
        """Return the date of a clause that opens with "when": "When they met on 10 October, it asked …"."""
        first = parsed.clauses[0]
        if parsed.norms(0, 1) != ["when"] or clause.index != 1 or clause.verb.form is not Form.FINITE:
            return When()
        return self.of_clause(parsed, first)

    @staticmethod
    def label(parsed: Parsed) -> When:
        """Return the date that opens an entry of a timeline: "October 2022: Haiti asks for help"."""
        for first, last, mention in parsed.dates:
            if first <= 1 and last < len(parsed.tokens) and parsed.tokens[last].norm in _LABEL_ENDS:
                value = mention.resolve()
                return When() if value is None else When(value, parsed.span(first, last))
        return When()

    def _stamp(self, parsed: Parsed) -> Span:
        """Return the time of day that opens the entry of a live blog where a sentence stands."""
        opening = parsed
        while not opening.sentence.first_in_paragraph:
            opening = self._reading.parsed[opening.index - 1]
        end, body = opening.sentence.span.start, self._reading.body
        start = body.rfind("\n", 0, end) + 1
        stamp = body[start:end].strip()
        start = body.index(stamp, start) if stamp else end
        return Span(start, start + len(stamp)) if stamp else opening.sentence.span

    def of_clause(
        self,
        parsed: Parsed,
        clause: Clause,
        *,
        future: bool = False,
        limits: frozenset[str] = LIMITS,
        start: int = 0,
    ) -> When:
        """Return the date of a clause: the nearest in it, or one that opens its sentence.

        A date behind one of the prepositions ``limits``, or before token ``start``, is none. The entry of a
        live blog dates what it tells of the past and the present alone.
        """
        label = self.label(parsed)
        if label.date is not None:
            return label
        end = max(clause.end, clause.verb.last + 1)
        nearest: tuple[int, When] | None = None
        for first, last, mention in parsed.dates:
            opens = _stands_before(parsed, clause, first, last)
            limit = mention.preposition in limits and not (opens and _when_behind(parsed, last))
            if not start <= first < end or limit:
                continue
            if not opens and (_leans_on(parsed, last) or _in_other_clause(parsed, clause, first)):
                continue
            found = self._meant(
                parsed, first, counted=opens and _counted_from_today(parsed, clause), future=future
            )
            distance = 0 if opens else _distance(clause, first)
            if found.date is not None and (nearest is None or distance < nearest[0]):
                nearest = distance, found
        return nearest[1] if nearest is not None else self._of_another(parsed, clause, future=future)

    def _of_another(self, parsed: Parsed, clause: Clause, *, future: bool) -> When:
        """Return the date that a clause without one has from another: by its sentence, or now."""
        for told in (self._leaning(parsed, clause), self._opening_when(parsed, clause)):
            if told.date is not None:
                return told
        if _points_back(parsed):
            return self._anchors[parsed.index]
        present = clause.verb.perfect or not clause.verb.past
        if future or self._today is None or not present or not parsed.sentence.timed:
            return When()
        return When(self._today, self._stamp(parsed))


def _when_behind(parsed: Parsed, last: int) -> bool:
    return "when" in parsed.norms(last, last + 2)


def _points_back(parsed: Parsed) -> bool:
    """Tell whether a sentence says what happened at the time last named: "That is when the summit met"."""
    opening = parsed.norms(0, 6)
    return any(opening[i : i + 3] in _POINTERS for i in range(3)) or opening[:2] == ["that's", "when"]


def _leans_on(parsed: Parsed, last: int) -> bool:
    """Tell whether a date leans on what follows it: "two days after", "it is four months since"."""
    return parsed.tokens[last - 1].norm in _LEANING


def _stands_before(parsed: Parsed, clause: Clause, first: int, last: int) -> bool:
    """Tell whether a date is that of the clause right behind it: "26 January, when the court …"."""
    opening = _opening(clause)
    if first < opening < last <= clause.verb.first:
        return True  # "on 23 June of that year the summit …"
    between = parsed.norms(last, opening) if last <= opening else None
    if between == [] and _leans_on(parsed, last):
        return parsed.tokens[last - 1].norm == "since" or _counted_from_today(parsed, clause)
    return between in _WHEN or (between in _BY_WHICH and _is_of_decision(parsed, last))


def _is_of_decision(parsed: Parsed, last: int) -> bool:
    """Tell whether a date is that of a decision, which a relative clause then goes on about."""
    first = next(f for f, end, _mention in parsed.dates if end == last)
    return parsed.tokens[first - 1].norm in ("of", "dated") and not _DECISIONS.isdisjoint(
        parsed.norms(first - _DECISION_REACH, first)
    )


def _counted_from_today(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether "seven months after" a clause is today: "… the Council's vote nobody has gone"."""
    if parsed.tokens[_opening(clause) - 1].norm != "after":
        return False
    others = [c.verb for c in parsed.clauses if c.verb.form is Form.FINITE and c.index > clause.index]
    return bool(others) and (others[0].perfect or not others[0].past) and not others[0].future


def _in_other_clause(parsed: Parsed, clause: Clause, at: int) -> bool:
    """Tell whether a date belongs to a finite clause before this one, or set into it, or to a later one.

    "The mission, which began in 2007, has now …", "… approved the force that it had asked for in May".
    """
    own = _opening(clause)
    for other in parsed.clauses:
        if other.verb.form is not Form.FINITE or other.index == clause.index:
            continue
        if other.index > clause.index:
            if other.verb.first < at:
                return True
            continue
        # A clause set in leaves what stands before it to this one: "In May, after war had broken out, …"
        if other.verb.base == "be" and parsed.norms(*other.subject) == ["it"]:
            continue  # "it was on 2 October that the Council …"
        start = _opening(other) if _subordinate(parsed, other) else 0
        if other.end <= clause.verb.first and start <= at < min(other.end, own):
            return True
        if other.relative and other.verb.last <= at < min(other.end, clause.verb.first):
            return True
    return False


def _opening(clause: Clause) -> int:
    """Return where a clause begins, as far as its subject and verb tell."""
    return clause.subject[0] if clause.subject[0] < clause.subject[1] else clause.verb.first


def _subordinate(parsed: Parsed, clause: Clause) -> bool:
    start = _opening(clause)
    return start > 0 and parsed.tokens[start - 1].norm in _SUBORDINATORS


def _distance(clause: Clause, at: int) -> int:
    after = at - clause.verb.last
    return after if after >= 0 else _BEFORE_THE_VERB + clause.verb.first - at
