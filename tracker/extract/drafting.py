"""Level 5: the record of people sent: its date, and whether it is a contingent, a level, on top of others."""

from __future__ import annotations

from tracker.claims import DeploymentClaim, FieldSpan
from tracker.extract.clauses import Clause
from tracker.extract.contingents import Draft, Governed, Group, count_fields
from tracker.extract.evidence import Places, standing, words_among
from tracker.extract.lexicon import section
from tracker.extract.modality import Sense, sense
from tracker.extract.reading import Parsed, Reading
from tracker.extract.timing import Timeline, When
from tracker.extract.units import is_bare
from tracker.vocab import Basis, DeploymentStatus

_VERBS = section("sending", "verbs")
_NOUNS = section("sending", "nouns")
_COMPARED = (["from"], ["than"], ["against"])
_GOING = ("move-", "due-", "outbound-", "approve-")  # rules of people on their way, not of a sum promised
_LIMITS = frozenset({"until", "till", "before", "after"})
_OPEN_LIMITS = _LIMITS | {"since", "from"}


class Drafter:
    """Writes the drafts of one article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.kinds = reading.gaz.kinds
        self.timeline = Timeline(reading)

    def draft(self, parsed: Parsed, group: Group, governed: Governed) -> Draft:
        """Return the draft of a group by what governs it."""
        mention, status = group.count, governed.status
        giver = governed.contributor.giver(self.kinds) if governed.contributor is not None else None
        date = self._date(parsed, group, governed.clause, status)
        first_of_them = parsed.norms(group.first - 2, group.first) == ["first", "of"]
        came, date = (date, When()) if first_of_them else (None, date)
        on_top = _comes_on_top(parsed, group) if mention is not None else ()
        further = bool(on_top)
        moved = date.date is not None and status in (DeploymentStatus.DEPLOYED, DeploymentStatus.WITHDRAWN)
        on_the_way = giver is not None and status is not DeploymentStatus.DEPLOYED and _is_going(governed)
        level = mention is not None and not moved and not further and not on_the_way
        claim = DeploymentClaim(
            span=parsed.sentence.span,
            rule=f"deployment-{governed.rule}",
            confidence=governed.confidence,
            mission=None,
            fields=(
                *count_fields(mention),
                *([FieldSpan("contributor", giver.span)] if giver is not None else []),
                *standing("unit", group.unit_words),
                *standing("status", governed.status_words(parsed)),
                *standing("date", [date.where] if date.where is not None else ()),
                *standing("additional", on_top),
            ),
            contributor=giver,
            count=mention.value if mention else None,
            count_max=mention.value_max if mention else None,
            qualifier=mention.qualifier if mention else None,
            unit=group.unit,
            status=status,
            date=date.date,
            basis=Basis.LEVEL if level else Basis.CONTINGENT,
            total=giver is None or (level and status is DeploymentStatus.DEPLOYED),
            additional=further,
        )
        return Draft(claim, parsed, group.first, governed.clause, came, is_bare(group), not group.noun)

    def _date(self, parsed: Parsed, group: Group, clause: Clause | None, status: DeploymentStatus) -> When:
        """Return when the people move: the date right behind them, else that of their clause."""
        if clause is not None and clause.verb.base in _VERBS["offered"] | _VERBS["approved"]:
            return When()
        future = status is DeploymentStatus.OFFERED or (clause is not None and is_to_come(parsed, clause))
        limits = _LIMITS if status is DeploymentStatus.DEPLOYED else _OPEN_LIMITS
        behind = _date_behind(parsed, group, limits) if group.count is not None else None
        if behind is not None:
            return self.timeline.when(parsed, behind, future=future)
        if clause is None or status is DeploymentStatus.APPROVED:
            return When()
        start = _behind_promise(parsed, clause)
        found = self.timeline.of_clause(parsed, clause, future=future, limits=limits, start=start)
        if _is_of_old_figure(parsed, group, found):
            return When()
        published = self.reading.published
        past = found.date is not None and published is not None and found.date.last < published
        return When() if future and past else found


def _is_going(governed: Governed) -> bool:
    """Tell whether people are on their way: "150 are due in June", not a sum promised: "will send 150"."""
    return governed.rule.startswith(_GOING) or governed.status is DeploymentStatus.WITHDRAWN


def _is_of_old_figure(parsed: Parsed, group: Group, when: When) -> bool:
    """Tell whether a date is that of the figure before: "has 700 officers, up from 400 a month ago"."""
    at = next((f for f, last, _m in parsed.dates if when.where == parsed.span(f, last)), 0)
    return any(
        group.last <= first < at and parsed.norms(first - 1, first) in _COMPARED
        for first, _last, _m in parsed.counts
    )


def is_to_come(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether a clause says what is still to come: "will leave", "are due home"."""
    verb = clause.verb
    due = verb.base == "be" and not _NOUNS["due"].isdisjoint(parsed.norms(verb.last, verb.last + 2))
    return due or sense(parsed, parsed.clauses, clause.index) is Sense.PROMISED


def _behind_promise(parsed: Parsed, clause: Clause) -> int:
    """Return where the dates of a sending begin: in "voted on Tuesday to send" none stands before "to"."""
    verb = clause.verb
    above = parsed.clauses[verb.governor].verb if verb.governor is not None else None
    promised = above is not None and above.past and above.base in _VERBS["offered"] | _VERBS["deciding"]
    return verb.first if promised else 0


def _date_behind(parsed: Parsed, group: Group, limits: frozenset[str]) -> int | None:
    """Return the token of a date right behind a group, no other count between them."""
    behind = next(
        (
            first
            for first, _last, mention in parsed.dates
            if group.last <= first <= group.last + 2 and mention.preposition not in limits
        ),
        None,
    )
    if behind is None or any(group.last <= first < behind for first, _last, _m in parsed.counts):
        return None
    return behind


def _comes_on_top(parsed: Parsed, group: Group) -> Places:
    """Return the words by which people come on top of earlier ones: "a second contingent", "75 more"."""
    if group.count is not None and group.count.further:
        return (group.count.span,)
    if parsed.norms(group.last, group.last + 4) in (["on", "top", "of", "the"], [",", "on", "top", "of"]):
        return (parsed.span(group.last, group.last + 4),)
    before = words_among(parsed, _NOUNS["on_top"], group.first - 4, group.first)
    return before or words_among(parsed, {"more"}, group.first + 1, group.last + 1)
