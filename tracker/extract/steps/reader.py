"""Goes through an article clause by clause, asks the rules, and dates what they find."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tracker.claims import FieldSpan, Span
from tracker.extract.clauses import Clause
from tracker.extract.discourse import Discourse
from tracker.extract.missions import Missions
from tracker.extract.modality import Sense, sense
from tracker.extract.reading import Parsed, Reading
from tracker.extract.sending import Draft
from tracker.extract.steps import arrivals, contributors, departures, endings, holds, mandates, requests
from tracker.extract.steps.article import WORDS, Article, Finding, Step
from tracker.extract.steps.idioms import plain
from tracker.extract.steps.nominals import told_by_nouns
from tracker.extract.steps.presence import at_work, planned
from tracker.extract.steps.scene import Scene
from tracker.extract.timing import LIMITS, Timeline, When
from tracker.extract.verbs import Form
from tracker.vocab import DatePrecision, MilestoneKind, PartialDate

Rule = Callable[[Scene], Finding | None]
# Which verbs each rule reads. Of several rules for a verb the first that finds something counts.
_RULES: tuple[tuple[Rule, frozenset[str]], ...] = (
    (holds.blocked, WORDS["blocking"]),
    (mandates.extended, WORDS["extending"] | WORDS["voting"] | WORDS["adopting"] | WORDS["allowing"]),
    (endings.ended, WORDS["ending"]),
    (mandates.expanded, WORDS["adding"]),
    (mandates.authorized, WORDS["mandating"]),
    (contributors.approved, WORDS["approving"]),
    (requests.requested, WORDS["asking"] | WORDS["submitting"]),
    (contributors.offered, WORDS["offering_lead"]),
    (holds.resumed, WORDS["resuming"]),
    (holds.paused, WORDS["pausing"]),
    (
        contributors.assessed,
        WORDS["assessing"] | WORDS["assessing_on_arrival"] | WORDS["sending_to_assess"] | WORDS["staying"],
    ),
    (arrivals.began, WORDS["arriving"] | WORDS["beginning"]),
    (contributors.agreed, WORDS["signing"]),
    (mandates.expanded, WORDS["expanding"] | WORDS["voting"]),
    (departures.drawdown, WORDS["starting"]),
    (departures.shrank, WORDS["shrinking"]),
    (departures.left, WORDS["taking_home"] | WORDS["leaving"]),
)
_RULES_OF = {
    verb: tuple(rule for rule, verbs in _RULES if verb in verbs)
    for _, all_verbs in _RULES
    for verb in all_verbs
}
_UNTIL = frozenset({"until", "till", "to", "through"})
_MOVES = (MilestoneKind.DEPLOYED, MilestoneKind.DRAWDOWN)  # announced on another day than made
_QUESTION = 6  # tokens behind a verb in which "whether" leaves it open
_WAY = 3  # days between leaving home and arriving
_NEWS = 3  # sentences of the body that tell the news
_SUCCEEDING = (
    *("replace", "successor", "handed over", "hand over", "gave way", "give way"),
    *("new", "known as", "succeeded"),
)


class StepReader:
    """Reads the steps of one article's own mission."""

    def __init__(self, reading: Reading, discourse: Discourse, missions: Missions) -> None:
        self.reading = reading
        self.timeline = Timeline(reading)
        self._first = next((p.index for p in reading.parsed if not p.head), 0)
        self.article = Article(reading, discourse, missions, self.timeline)

    def read(self, deployments: Sequence[Draft]) -> list[Step]:
        """Return the steps in reading order; ``deployments`` give the arrivals."""
        by_sentence: dict[int, list[Draft]] = {}
        for draft in deployments:
            by_sentence.setdefault(draft.parsed.index, []).append(draft)
        steps: list[Step] = []
        for parsed in self.reading.parsed:
            if parsed.head or parsed.sentence.table:
                continue
            told = [step for c in parsed.clauses for step in self._of_clause(parsed, c)]
            _date_with_last(told, steps)
            told += self._told_by_nouns(parsed, told)
            moved = by_sentence.get(parsed.index, ())
            moves = arrivals.moves(self.article, parsed, moved, self.timeline.label(parsed))
            steps += [*told, *(move for move in moves if not _is_of_the_whole(move, told))]
        self._date_the_news(steps)
        return steps

    def work(self) -> Span | None:
        """Return the words that say the article's own mission is at work, None where nothing does."""
        return at_work(self.article)

    def planned(self) -> Span | None:
        """Return the words that speak of a mission to come, None where nothing does."""
        return planned(self.article)

    def _told_by_nouns(self, parsed: Parsed, told: Sequence[Step]) -> list[Step]:
        """Return the steps that nouns tell and no clause of the sentence does."""
        steps = []
        for noun, found, (date, where) in told_by_nouns(self.article, parsed):
            again = any(s.kind is found.kind for s in told)
            if again or self._is_to_come(date) or self.article.names_other(parsed, *noun.place):
                continue
            places = (
                ("kind", parsed.span(noun.at, noun.at + 1)),
                ("date", where),
                ("by", found.by.span if found.by is not None else None),
            )
            fields = tuple(FieldSpan(name, span) for name, span in places if span is not None)
            rule = f"{found.kind.value}-noun-{noun.word}"
            span = parsed.sentence.span
            steps.append(Step(found.kind, parsed, date, found.by, span, rule, 0.7, fields=fields))
        return steps

    def _of_clause(self, parsed: Parsed, told: Clause) -> list[Step]:
        clause = plain(parsed, told)
        rules = _RULES_OF.get(clause.verb.base)
        if rules is None or clause.verb.form is Form.GERUND:
            return []
        if sense(parsed, parsed.clauses, clause.index) is not Sense.FACT:
            return []
        scene = Scene(self.article, parsed, clause)
        if "whether" in scene.following[:_QUESTION]:
            return []
        found = next((f for f in (rule(scene) for rule in rules) if f is not None), None)
        if found is None or (found.kind is MilestoneKind.DEPLOYED and scene.is_of_old()):
            return []
        # A mission ends in favour of another, and takes over from another.
        passing = found.kind in (MilestoneKind.ENDED, MilestoneKind.DEPLOYED)
        elsewhere = scene.names_other(clause.subject[0], clause.end) and not passing
        each = (found, *(found._replace(by=by) for by in found.others))
        steps = () if elsewhere else (self._step(one, scene) for one in each)
        return [step for step in steps if step is not None]

    def _step(self, found: Finding, scene: Scene) -> Step | None:
        parsed, clause = scene.parsed, scene.clause
        date, where = self._when(found, scene)
        if self._is_to_come(date):
            return None
        until = self._until(parsed) if found.kind is MilestoneKind.EXTENDED else When()
        successor = self._successor(parsed) if found.kind is MilestoneKind.ENDED else None
        places = (
            ("kind", parsed.span(clause.verb.first, clause.verb.last)),
            ("date", where),
            ("by", found.by.span if found.by is not None else None),
            ("until", until.where),
            ("replaced_by", successor[1] if successor is not None else None),
        )
        return Step(
            found.kind,
            parsed,
            date,
            found.by,
            parsed.sentence.span,
            found.rule,
            0.8,
            until=until.date,
            replaced_by=successor[0] if successor is not None else None,
            fields=tuple(FieldSpan(name, span) for name, span in places if span is not None),
        )

    def _when(self, found: Finding, scene: Scene) -> When:
        """Return the date of a step; what is announced takes the day of its announcement."""
        parsed, clause = scene.parsed, scene.clause
        limits = LIMITS - {"since", "by"} if found.since else LIMITS
        if found.kind is MilestoneKind.EXTENDED:
            limits = LIMITS | _UNTIL
        when = self.timeline.of_clause(parsed, clause, limits=limits)
        announcement = _announcement(parsed, clause) if found.kind not in _MOVES else None
        if when.date is None and announcement is not None:
            return self.timeline.of_clause(parsed, announcement)
        if when.date is None and scene.decides_here():
            return self._date_of_text()
        return when

    def _date_of_text(self) -> When:
        """Return the day of publication where the text itself names it: "held today"."""
        for parsed in self.reading.parsed:
            for first, last, mention in parsed.dates:
                if mention.resolve() == self.article.today is not None:
                    return When(self.article.today, parsed.span(first, last))
        return When()

    def _is_to_come(self, date: PartialDate | None) -> bool:
        published = self.reading.published
        return date is not None and published is not None and date.first > published

    def _until(self, parsed: Parsed) -> When:
        """Return until when a mandate is renewed: by this sentence, else by the next or the headline."""
        found = self._end_in(parsed)
        if found.date is None and parsed.index - self._first < _NEWS:
            others = [
                *self.reading.parsed[parsed.index + 1 : parsed.index + 2],
                *self.reading.parsed[: self._first],
            ]
            told = (self._end_in(p) for p in others if not WORDS["lasting"].isdisjoint(p.folded))
            found = next((end for end in told if end.date is not None), When())
        return found

    def _end_in(self, parsed: Parsed) -> When:
        for first, _last, mention in parsed.dates:
            if mention.preposition in _UNTIL:
                return self.timeline.when(parsed, first, future=True)
        return When()

    def _successor(self, parsed: Parsed) -> tuple[str, Span] | None:
        """Return the mission that this sentence or the next two name as the one that follows."""
        for nearby in self.reading.parsed[parsed.index : parsed.index + 3]:
            for name in nearby.names:
                if name.kind is None and name.name != self.article.own:
                    before = " ".join(nearby.norms(name.first - 8, name.first))
                    if any(phrase in before for phrase in _SUCCEEDING):
                        return name.name, nearby.span(name.first, name.last)
        return None

    def _date_the_news(self, steps: Sequence[Step]) -> None:
        """Give undated steps of the first sentence the day on which the next ones say it was announced."""
        body = [p for p in self.reading.parsed if not p.head and p.sentence.inside is None]
        opening = [step for step in steps if body and step.parsed is body[0]]
        dated = {step.kind for step in opening if step.date is not None}
        for step in opening:
            if step.date is None and step.kind not in dated:
                self._date_from(step, body[1:3])

    def _date_from(self, step: Step, following: Sequence[Parsed]) -> None:
        for parsed in following:
            if WORDS["announcing"].isdisjoint(parsed.folded):
                continue
            for first, _last, mention in parsed.dates:
                value, where = self.timeline.when(parsed, first)
                if (
                    value is None
                    or where is None
                    or value.precision is not DatePrecision.DAY
                    or mention.preposition not in ("on", None)
                ):
                    continue
                step.date = value
                step.fields = (*step.fields, FieldSpan("date", where))
                step.span = Span(step.span.start, max(step.span.end, parsed.sentence.span.end))
                return


def _date_with_last(told: Sequence[Step], before: Sequence[Step]) -> None:
    """Give what a body "also" did the day of its step in the sentence before."""
    last = before[-1] if before else None
    for step in told:
        if last is None or step.date is not None or step.by is None or last.by is None:
            continue
        near = step.parsed.index - last.parsed.index <= 1 and "also" in step.parsed.folded
        if near and step.by.name == last.by.name:
            step.date = last.date
            step.fields = (*step.fields, *(f for f in last.fields if f.field == "date"))
            step.span = Span(last.span.start, step.span.end)


def _is_of_the_whole(move: Step, told: Sequence[Step]) -> bool:
    """Tell whether people came with the mission: "it has been there since May with soldiers from Malawi".

    Or their way is told in two verbs: "left Nairobi on Monday and landed on Tuesday".
    """
    if any(_is_let_go(move, s) or (s.kind is move.kind and _goes_on(move, s)) for s in told):
        return True
    whole = (s for s in told if s.kind is move.kind and not s.rule.endswith("-people"))
    return any(s.date is not None and move.date is not None and s.date.overlaps(move.date) for s in whole)


def _is_let_go(move: Step, told: Step) -> bool:
    """Tell whether people are only let go on that day: "approved on 2 May that 200 soldiers go"."""
    return told.kind is MilestoneKind.APPROVED and told.date == move.date


def _goes_on(move: Step, told: Step) -> bool:
    """Tell whether people moved some days before the step of the same ones that a clause tells."""
    if move.date is None or told.date is None or move.by is None or told.by is None:
        return False
    days = (told.date.first - move.date.first).days
    return move.by.name == told.by.name and 0 < days <= _WAY


def _announcement(parsed: Parsed, clause: Clause) -> Clause | None:
    """Return the clause that a clause is reported by: "Kenya said on 12 March that it was pausing"."""
    before = [c for c in parsed.clauses[: clause.index] if c.verb.form is Form.FINITE]
    if not before or before[-1].verb.base not in WORDS["saying"] or clause.verb.form is not Form.FINITE:
        return None
    between = parsed.norms(before[-1].verb.last, clause.verb.first)
    return before[-1] if not {";", "and", "but", ":"} & set(between) else None
