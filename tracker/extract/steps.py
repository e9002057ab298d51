"""Level 4: milestones. Dated steps in the mission's life, read clause by clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.claims import FieldSpan, Mention, Span
from tracker.extract.clauses import Clause
from tracker.extract.discourse import Actor, Discourse
from tracker.extract.lexicon import load
from tracker.extract.missions import Missions
from tracker.extract.modality import Sense, sense
from tracker.extract.names import Name
from tracker.extract.reading import Parsed, Reading
from tracker.extract.sending import Draft as SendingDraft
from tracker.extract.timing import Timeline
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, DatePrecision, DeploymentStatus, MilestoneKind, PartialDate

_STEPS = {key: frozenset(value.split()) for key, value in load("events")["steps"].items()}
_ANNOUNCING = frozenset("statement decision announcement announced vote voted move took released decided".split())
_ASKERS = frozenset({None, "leaders", "ministers", "rulers", "authorities", "pm", "premier", "president", "minister", "parliament"})
_MANDATING_BODIES = frozenset(
    {"UN Security Council", "European Union", "African Union", "NATO", "SADC", "ECOWAS", "East African Community", "United Nations",
     "UN General Assembly", "Council of the European Union", "European Council", "AU Peace and Security Council", "IGAD", "OSCE",
     "Pacific Islands Forum", "CARICOM", "Arab League"}
)


@dataclass(slots=True)
class Step:
    """A step that the article tells of; ``date`` is None where none can be worked out."""

    kind: MilestoneKind
    parsed: Parsed
    date: PartialDate | None
    by: Mention | None
    span: Span
    rule: str
    confidence: float
    until: PartialDate | None = None
    replaced_by: str | None = None
    fields: tuple[FieldSpan, ...] = ()


class StepReader:
    """Reads the steps of one article's own mission."""

    def __init__(self, reading: Reading, discourse: Discourse, missions: Missions) -> None:
        self.reading = reading
        self.discourse = discourse
        self.missions = missions
        self.host = missions.host
        self.timeline = Timeline(reading)

    def read(self, deployments: Sequence[SendingDraft]) -> list[Step]:
        """Return the steps in reading order; ``deployments`` give the arrivals."""
        steps: list[Step] = []
        by_sentence: dict[int, list[SendingDraft]] = {}
        for draft in deployments:
            by_sentence.setdefault(draft.parsed.index, []).append(draft)
        for parsed in self.reading.parsed:
            if parsed.head or parsed.sentence.table:
                continue
            label = self.timeline.label(parsed)
            for clause in parsed.clauses:
                step = self._clause(parsed, clause)
                if step is not None:
                    steps.append(step)
            steps += self._arrivals(parsed, by_sentence.get(parsed.index, ()), label)
        self._date_of_the_news(steps)
        return steps

    def _date_of_the_news(self, steps: list[Step]) -> None:
        """Give an undated step of the first sentence the day on which the next ones say it was announced."""
        body = [p for p in self.reading.parsed if not p.head and p.sentence.inside is None]
        if not body:
            return
        for step in steps:
            if step.date is not None or step.parsed is not body[0]:
                continue
            for parsed in body[1:3]:
                words = set(parsed.norms(0, len(parsed.tokens)))
                if not words & _ANNOUNCING:
                    continue
                for first, last, mention in parsed.dates:
                    value = self.timeline.resolve(parsed, first)
                    if value is not None and value.precision is DatePrecision.DAY and mention.preposition in ("on", None):
                        step.date = value
                        step.fields = (*step.fields, FieldSpan("date", parsed.span(first, last)))
                        step.span = Span(step.span.start, max(step.span.end, parsed.sentence.span.end))
                        break
                if step.date is not None:
                    break

    # -- dates -------------------------------------------------------------------------------------------

    def _until(self, parsed: Parsed) -> PartialDate | None:
        for first, _last, mention in parsed.dates:
            if mention.preposition in ("until", "till", "to", "through"):
                return self.timeline.resolve(parsed, first, future=True)
        return None

    # -- whose mission ------------------------------------------------------------------------------------

    def _other_mission(self, parsed: Parsed, first: int, last: int) -> str | None:
        """Return another mission named in tokens ``[first, last)`` where the article's own is not."""
        main = self.missions.main.slug if self.missions.main else None
        named = [n.name for n in parsed.names if n.kind is None and first <= n.first < last]
        return named[0] if named and main not in named else None

    def _about_mission(self, parsed: Parsed, first: int, last: int) -> bool:
        """Tell whether tokens ``[first, last)`` speak of the mission or the plan for it."""
        words = set(parsed.norms(first, last))
        if words & _STEPS["mission_nouns"] or words & {"it", "this"}:
            return True
        return any(n.kind is None and first <= n.first < last for n in parsed.names)

    # -- one clause ----------------------------------------------------------------------------------------

    def _clause(self, parsed: Parsed, clause: Clause) -> Step | None:
        verb = clause.verb
        if verb.form is Form.GERUND:
            return None
        if sense(parsed, parsed.clauses, clause.index) is not Sense.FACT:
            return None
        actors = self.discourse.actors(parsed, *clause.subject) if clause.subject[0] < clause.subject[1] else []
        for read in (
            self._blocked, self._extended, self._ended, self._authorized, self._approved, self._requested, self._offered,
            self._began, self._assessed, self._agreed, self._resumed, self._paused, self._expanded, self._drawdown,
        ):
            found = read(parsed, clause, actors)
            if found is None:
                continue
            kind, by, rule = found
            if self._other_mission(parsed, clause.subject[0], clause.end) and kind is not MilestoneKind.ENDED:
                return None
            date, where = self.timeline.of_clause(parsed, clause)
            return self._step(kind, parsed, clause, date, where, by, rule)
        return None

    def _step(
        self, kind: MilestoneKind, parsed: Parsed, clause: Clause, date: PartialDate | None, where: Span | None,
        by: Mention | None, rule: str,
    ) -> Step:
        fields = [FieldSpan("kind", parsed.span(clause.verb.first, clause.verb.last))]
        if where is not None:
            fields.append(FieldSpan("date", where))
        if by is not None:
            fields.append(FieldSpan("by", by.span))
        return Step(
            kind, parsed, date, by, parsed.sentence.span, rule, 0.8,
            until=self._until(parsed) if kind is MilestoneKind.EXTENDED else None,
            replaced_by=self._replaced_by(parsed) if kind is MilestoneKind.ENDED else None,
            fields=tuple(fields),
        )

    def _replaced_by(self, parsed: Parsed) -> str | None:
        main = self.missions.main.slug if self.missions.main else None
        for nearby in self.reading.parsed[parsed.index : parsed.index + 3]:
            for name in nearby.names:
                if name.kind is None and name.name != main:
                    before = " ".join(nearby.norms(name.first - 8, name.first))
                    if any(w in before for w in ("replace", "successor", "handed over", "hand over", "gave way", "give way", "new", "known as", "succeeded")):
                        return name.name
        return None

    @staticmethod
    def _body(actors: Sequence[Actor]) -> Actor | None:
        return next((a for a in actors if a.name in _MANDATING_BODIES and a.head in (None, "leaders", "ministers", "states", "summit", "council", "heads")), None)

    def _agent(self, parsed: Parsed, clause: Clause) -> list[Actor]:
        for i in range(clause.verb.last, min(clause.end, clause.verb.last + 10)):
            if parsed.tokens[i].norm == "by":
                return self.discourse.actors(parsed, i + 1, min(clause.end, i + 9))
        return []

    def _complement(self, parsed: Parsed, clause: Clause) -> set[str]:
        return set(parsed.norms(clause.verb.last, clause.end))

    def _mention(self, name: str, kind: ActorKind, span: Span) -> Mention:
        return Mention(name, kind, span)

    def _authorized(self, parsed: Parsed, clause: Clause, actors: Sequence[Actor]):  # type: ignore[no-untyped-def]
        verb = clause.verb
        if verb.base not in _STEPS["mandating"]:
            return None
        after = self._complement(parsed, clause)
        if after & {"million", "billion", "€", "$", "£"}:
            return None
        if after & {"extension", "renewal", "extend", "renew", "prolong", "another"} or (verb.base == "vote" and "replace" in after):
            return None
        if verb.passive:
            agents = self._agent(parsed, clause)
            body = self._body(agents)
            if agents and body is None:
                return None
            if verb.base == "give" and body is not None and "mandate" in parsed.norms(*clause.subject):
                return MilestoneKind.AUTHORIZED, body.mention(), "authorized-mandate-given"
            if not self._about_mission(parsed, *clause.subject) or verb.base in ("vote", "agree", "give", "sign", "back"):
                return None
            if body is None and verb.base not in ("authorise", "authorize", "mandate", "establish", "create", "launch", "set"):
                return None
            return MilestoneKind.AUTHORIZED, body.mention() if body else None, "authorized-passive"
        body = self._body(actors)
        if body is None:
            return None
        if verb.base == "give":
            given = parsed.norms(clause.subject[0] - 4, clause.subject[0])
            if "mandate" not in given and not after & {"approval", "go-ahead", "green", "mandate", "blessing", "nod", "backing", "light"}:
                return None
        elif verb.base == "sign" and "off" not in parsed.norms(verb.last, verb.last + 2):
            return None
        elif verb.base == "set" and "up" not in parsed.norms(verb.last, verb.last + 2):
            return None
        elif verb.base == "vote" and not after & {"authorise", "authorize", "approve", "send", "create", "establish", "deploy"}:
            return None
        elif verb.base == "agree" and not after & {"send", "deploy", "create", "launch", "establish"}:
            return None
        elif verb.base not in ("give", "sign", "vote") and not self._about_mission(parsed, verb.last, clause.end) and verb.base not in ("authorise", "authorize"):
            return None
        return MilestoneKind.AUTHORIZED, body.mention(), f"authorized-{verb.base}"

    def _approved(self, parsed: Parsed, clause: Clause, actors: Sequence[Actor]):  # type: ignore[no-untyped-def]
        verb = clause.verb
        if verb.base not in _STEPS["approving"]:
            return None
        subject = self._agent(parsed, clause) if verb.passive else actors
        words = set(parsed.norms(*clause.subject)) if not verb.passive else {w for a in subject for w in a.name.casefold().split()}
        for actor in subject:
            words |= set(actor.name.casefold().split()) if actor.kind is ActorKind.BODY else set()
        if not words & (_STEPS["parliaments"] - {"government"}) or self._body(subject) is not None:
            return None
        if verb.passive and not self._about_mission(parsed, *clause.subject):
            return None
        after = self._complement(parsed, clause)
        if verb.base == "give" and not after & {"approval", "go-ahead", "green", "nod", "backing", "consent"}:
            return None
        if verb.base == "vote" and not after & {"for", "to", "in"}:
            return None
        if not verb.passive and verb.base != "give" and not self._about_mission(parsed, verb.last, clause.end):
            return None
        if {"money", "aid", "million", "billion", "budget"} & after and not after & {"deployment", "police", "troops", "soldiers", "mission"}:
            return None
        state = next((a.state for a in subject if a.state), None) or self.discourse.default_state
        by = self._state_mention(state, parsed, clause) if state else None
        return MilestoneKind.APPROVED, by, f"approved-{verb.base}"

    def _state_mention(self, state: str, parsed: Parsed, clause: Clause) -> Mention:
        first, last = clause.subject if clause.subject[0] < clause.subject[1] else (clause.verb.first, clause.verb.last)
        return Mention(state, self.reading.gaz.kinds.get(state, ActorKind.STATE), parsed.span(first, last))

    def _requested(self, parsed: Parsed, clause: Clause, actors: Sequence[Actor]):  # type: ignore[no-untyped-def]
        verb = clause.verb
        if verb.passive and set(parsed.norms(*clause.subject)) & {"appeal", "request", "plea"} and verb.base in ("make", "sign", "issue", "launch", "send", "submit"):
            agent = next((a for a in self._agent(parsed, clause) if a.state == self.host and self.host), None)
            return (MilestoneKind.REQUESTED, agent.giver(self.reading.gaz.kinds), "requested-appeal") if agent else None
        if verb.base not in _STEPS["asking"] or verb.passive or self.host is None:
            return None
        if not any(a.state == self.host and a.head in _ASKERS for a in actors):
            return None
        after = parsed.norms(verb.last, clause.end)
        if not set(after) & _STEPS["asked_for"] or {"go", "leave", "withdraw", "withdrawal", "pause", "departure", "exit"} & set(after):
            return None
        if verb.base in ("seek", "call") and "for" not in after[:2] and verb.base == "call":
            return None
        actor = next(a for a in actors if a.state == self.host)
        return MilestoneKind.REQUESTED, actor.giver(self.reading.gaz.kinds), f"requested-{verb.base}"

    def _offered(self, parsed: Parsed, clause: Clause, actors: Sequence[Actor]):  # type: ignore[no-untyped-def]
        verb = clause.verb
        if verb.base not in _STEPS["offering_lead"] or verb.passive:
            return None
        after = parsed.norms(verb.last, min(len(parsed.tokens), verb.last + 12))
        leads = any(w in ("lead", "leadership", "leading", "head", "spearhead", "command") for w in after)
        if verb.base == "put":
            leads = {"itself", "forward"} <= set(after[:4]) or "hand" in after[:3]
        if verb.base == "say" and not {"would", "will"} & set(after[:6]):
            return None
        by_lead = verb.base in ("offer", "promise", "pledge", "volunteer") and any(
            a.state == self.missions.lead and a.state is not None and a.kind in (ActorKind.STATE, ActorKind.PERSON) for a in actors
        ) and not {"million", "billion", "$", "help"} & set(after[:8])
        if not leads and not by_lead:
            return None
        actor = next((a for a in actors if a.state and a.state != self.host and a.kind in (ActorKind.STATE, ActorKind.PERSON, ActorKind.ORGANIZATION)), None)
        if actor is None:
            return None
        return MilestoneKind.OFFERED, actor.giver(self.reading.gaz.kinds), f"offered-{verb.base}-lead"

    def _began(self, parsed: Parsed, clause: Clause, actors: Sequence[Actor]):  # type: ignore[no-untyped-def]
        """Read "the mission took over from its predecessor", "its first troops entered Kosovo"."""
        verb = clause.verb
        after = parsed.norms(verb.last, verb.last + 3)
        words = parsed.norms(*clause.subject)
        first_people = "first" in words and bool(set(words) & {"troops", "soldiers", "police", "contingent", "peacekeepers", "units", "battalion", "officers"})
        begins = (verb.base == "take" and ("over" in after or ("up" in after and "positions" in parsed.norms(verb.last, verb.last + 5)))) or (
            verb.base in ("begin", "start") and bool({"work", "operations", "deploying", "deployment", "patrols"} & set(after)))
        mission = self._is_own_mission(parsed, clause.subject)
        if first_people and verb.base in _STEPS["arriving"] and not verb.passive:
            if any(n.kind is ActorKind.STATE and clause.subject[0] <= n.first < clause.subject[1] for n in parsed.names):
                return None
        elif not (mission and begins) or verb.passive:
            return None
        return MilestoneKind.DEPLOYED, self._run_by(parsed, clause), f"began-{verb.base}"

    def _run_by(self, parsed: Parsed, clause: Clause) -> Mention | None:
        authority = self._authority()
        if authority is None:
            return None
        return Mention(authority, self.reading.gaz.kinds.get(authority, ActorKind.ORGANIZATION), parsed.span(*clause.subject))

    def _authority(self) -> str | None:
        """Return the organization that runs the mission."""
        main = self.missions.main
        known = self.reading.gaz.missions.get(main.slug) if main else None
        if known is None or known.authority is None:
            return None
        return self.reading.gaz.parents.get(known.authority, known.authority)

    def _assessed(self, parsed: Parsed, clause: Clause, actors: Sequence[Actor]):  # type: ignore[no-untyped-def]
        verb = clause.verb
        if verb.base not in _STEPS["assessing"] | {"fly", "arrive", "come", "go"} or verb.passive:
            return None
        words = set(parsed.norms(*clause.subject))
        if not words & _STEPS["assessors"]:
            return None
        if verb.base in ("fly", "arrive", "come", "go", "travel"):
            if not any(c.verb.governor == clause.index and c.verb.base in _STEPS["assessing"] for c in parsed.clauses):
                return None
        elif verb.base in ("travel", "look", "visit", "tour") and not (words & {"team", "delegation", "assessment", "experts", "planners"}):
            return None
        state = self._subject_state(parsed, clause.subject) or next((a.state for a in actors if a.state), None)
        if state == self.host:
            return None
        return MilestoneKind.ASSESSED, self._state_mention(state, parsed, clause) if state else None, f"assessed-{verb.base}"

    def _subject_state(self, parsed: Parsed, place: tuple[int, int]) -> str | None:
        return next((n.state for n in parsed.names if place[0] <= n.first < place[1] and n.kind in (ActorKind.STATE, ActorKind.ORGANIZATION)), None)

    def _agreed(self, parsed: Parsed, clause: Clause, actors: Sequence[Actor]):  # type: ignore[no-untyped-def]
        verb = clause.verb
        if verb.base not in _STEPS["signing"]:
            return None
        if verb.passive:
            words = set(parsed.norms(*clause.subject))
            anaphoric = "one" in words and self._agreement_before(parsed, clause)
            if not words & _STEPS["signed"] and not anaphoric:
                return None
            by = self.discourse.default_state
            return MilestoneKind.AGREED, self._state_mention(by, parsed, clause) if by else None, "agreed-passive"
        if not self._complement(parsed, clause) & _STEPS["signed"] or {"peace", "ceasefire", "security"} & set(parsed.norms(verb.last, verb.last + 4)):
            return None
        states = [a for a in actors if a.state and a.state != self.host]
        if not states or (self.host is not None and not self._names_host(parsed)):
            return None
        return MilestoneKind.AGREED, states[0].giver(self.reading.gaz.kinds), "agreed-sign"

    def _names_host(self, parsed: Parsed) -> bool:
        return any(n.state == self.host for n in parsed.names) or self._about_mission(parsed, 0, len(parsed.tokens))

    def _agreement_before(self, parsed: Parsed, clause: Clause) -> bool:
        earlier = self.reading.parsed[max(0, parsed.index - 1)]
        return bool(set(parsed.norms(0, clause.subject[0])) & _STEPS["signed"] or set(earlier.norms(0, len(earlier.tokens))) & _STEPS["signed"])

    def _court(self, parsed: Parsed, place: tuple[int, int], actors: Sequence[Actor]) -> Mention | None:
        """Return the court that a noun phrase means; a judge stands for his court."""
        first, last = place
        words = set(parsed.norms(first, last))
        names = [n for n in parsed.names if first <= n.begin and n.first < last]
        bodies = [n for n in names if n.kind is ActorKind.BODY and "court" in n.name.casefold()]
        judges = [n for n in names if n.kind is ActorKind.PERSON and n.office and set(n.office.casefold().replace(".", "").split()) & _STEPS["courts"]]
        if not (words & _STEPS["courts"] or bodies or judges):
            return None
        span = parsed.span(first, last)
        if bodies:
            return Mention(self._court_name(bodies[0]), ActorKind.BODY, span)
        found = self._known_court()
        return Mention(found or "court", ActorKind.BODY, span)

    def _court_name(self, name: Name) -> str:
        if name.known or not self.discourse.default_state or " of " in name.name:
            return name.name
        return f"{name.name} of {name.parent or self.discourse.default_state}"

    def _known_court(self) -> str | None:
        for parsed in self.reading.parsed:
            for name in parsed.names:
                if name.kind is ActorKind.BODY and "court" in name.name.casefold():
                    return self._court_name(name)
        return None

    def _blocked(self, parsed: Parsed, clause: Clause, actors: Sequence[Actor]):  # type: ignore[no-untyped-def]
        verb = clause.verb
        if verb.base not in _STEPS["blocking"]:
            return None
        place = clause.subject
        if verb.passive:
            at = next((i for i in range(verb.last, min(clause.end, verb.last + 8)) if parsed.tokens[i].norm == "by"), None)
            if at is None:
                return None
            place = (at + 1, min(clause.end, at + 8))
        court = self._court(parsed, place, actors)
        if court is None:
            return None
        after = parsed.norms(verb.last, clause.end)
        rest = " ".join(parsed.norms(verb.last, len(parsed.tokens)))
        if verb.base == "declare" and not {"unlawful", "unconstitutional", "illegal", "void", "invalid"} & set(after):
            return None
        if verb.base == "issue" and not ({"order", "orders", "injunction"} & set(after) and {"against", "barring", "stopping", "blocking", "suspending", "halting"} & set(after)):
            return None
        if verb.base == "rule" and not any(w in rest for w in ("no power", "unlawful", "unconstitutional", "illegal", "could not", "cannot", "against", "no authority", "had no")):
            return None
        if verb.base in ("reject", "stay", "veto") and not self._about_mission(parsed, verb.last, clause.end):
            return None
        return MilestoneKind.BLOCKED, court, f"blocked-{verb.base}"

    def _paused(self, parsed: Parsed, clause: Clause, actors: Sequence[Actor]):  # type: ignore[no-untyped-def]
        verb = clause.verb
        if verb.base not in _STEPS["pausing"]:
            return None
        after = parsed.norms(verb.last, clause.end)
        on_hold = "on hold" in " ".join(after)
        if verb.base == "put" and not on_hold:
            return None
        place = clause.subject if verb.passive else (verb.last, clause.end)
        if not self._about_mission(parsed, *place) or {"aid", "funding", "payment", "money"} & set(parsed.norms(*place)):
            return None
        actor = next((a for a in (self._agent(parsed, clause) if verb.passive else actors) if a.state), None)
        if actor is None and not verb.passive:
            return None
        return MilestoneKind.PAUSED, actor.giver(self.reading.gaz.kinds) if actor else None, f"paused-{verb.base}"

    def _resumed(self, parsed: Parsed, clause: Clause, actors: Sequence[Actor]):  # type: ignore[no-untyped-def]
        verb = clause.verb
        if verb.base not in _STEPS["resuming"]:
            return None
        place = clause.subject if verb.passive else (verb.last, clause.end)
        words = set(parsed.norms(*place))
        if verb.base in ("lift", "overturn", "restore") and not words & {"hold", "suspension", "order", "orders", "block", "ban", "injunction", "ruling", "freeze", "stay"}:
            return None
        if verb.base not in ("lift", "overturn") and not self._about_mission(parsed, *place):
            return None
        actor = next((a for a in (self._agent(parsed, clause) if verb.passive else actors) if a.state), None)
        by = actor.giver(self.reading.gaz.kinds) if actor else None
        if by is None and self.discourse.default_state and "hold" in words:
            by = self._state_mention(self.discourse.default_state, parsed, clause)
        return MilestoneKind.RESUMED, by, f"resumed-{verb.base}"

    def _extended(self, parsed: Parsed, clause: Clause, actors: Sequence[Actor]):  # type: ignore[no-untyped-def]
        verb = clause.verb
        base = verb.base
        after = parsed.norms(verb.last, clause.end)
        voted = base in ("vote", "decide", "agree", "approve") and set(after) & {"extend", "renew", "prolong", "extension", "renewal", "keep", "rollover"}
        if base not in _STEPS["extending"] and not voted:
            return None
        if base == "keep" or ("keep" in after and not {"extend", "renew"} & set(after)):
            if "going" not in after and "until" not in after:
                return None
        place = clause.subject if verb.passive else (verb.last, clause.end)
        if not self._about_mission(parsed, *place) or {"order", "orders", "injunction"} & set(parsed.norms(*place)):
            return None
        if self._court(parsed, clause.subject, actors) is not None:
            return None
        subject = self._agent(parsed, clause) if verb.passive else actors
        body = self._body(subject) or next((a for a in subject if a.state), None)
        if body is None and not verb.passive:
            return None
        return MilestoneKind.EXTENDED, body.mention() if body else None, f"extended-{base}"

    def _expanded(self, parsed: Parsed, clause: Clause, actors: Sequence[Actor]):  # type: ignore[no-untyped-def]
        verb = clause.verb
        if verb.base not in _STEPS["expanding"]:
            return None
        place = clause.subject if verb.passive else (verb.last, clause.end)
        words = set(parsed.norms(*place))
        if not words & _STEPS["expanded"] or {"million", "billion", "aid", "money"} & words:
            return None
        body = self._body(self._agent(parsed, clause) if verb.passive else actors)
        if body is None and not verb.passive and not set(parsed.norms(*clause.subject)) & {"ministers", "council", "leaders"}:
            return None
        return MilestoneKind.EXPANDED, body.mention() if body else None, f"expanded-{verb.base}"

    def _drawdown(self, parsed: Parsed, clause: Clause, actors: Sequence[Actor]):  # type: ignore[no-untyped-def]
        verb = clause.verb
        if verb.base not in ("begin", "start"):
            return None
        words = set(parsed.norms(clause.subject[0], clause.end))
        if not words & {"withdrawal", "drawdown", "pull-out", "pullout", "withdraw", "withdrawing", "leaving", "exit"}:
            return None
        actor = next((a for a in actors if a.state), None)
        return MilestoneKind.DRAWDOWN, actor.giver(self.reading.gaz.kinds) if actor else None, "drawdown-begin"

    def _ended(self, parsed: Parsed, clause: Clause, actors: Sequence[Actor]):  # type: ignore[no-untyped-def]
        verb = clause.verb
        if verb.base not in _STEPS["ending"]:
            return None
        after = parsed.norms(verb.last, clause.end)
        subject_words = set(parsed.norms(*clause.subject))
        subject_mission = self._is_own_mission(parsed, clause.subject)
        if verb.base == "come" and after[:3] != ["to", "an", "end"]:
            return None
        if verb.base == "hand" and "over" not in after[:2]:
            return None
        if verb.base in ("complete", "finish") and not {"withdrawal", "mandate", "mission"} & set(after):
            return None
        if verb.base == "wind" and after[:1] != ["up"] and after[:1] != ["down"]:
            return None
        if subject_mission or (subject_words & {"mandate"} and verb.base in ("expire", "end", "lapse", "come")) or (verb.passive and subject_mission):
            return MilestoneKind.ENDED, self._ender(parsed, clause, actors), f"ended-{verb.base}"
        body = self._body(actors)
        if body is None and subject_words & {"leaders", "ministers", "council", "states"} and set(after) & {"mandate", "mission"}:
            return MilestoneKind.ENDED, self._run_by(parsed, clause), f"ended-{verb.base}"
        if body is not None and (set(after) & {"mandate"} or self._is_own_mission(parsed, (verb.last, clause.end)) or after[:1] == ["it"]):
            return MilestoneKind.ENDED, body.mention(), f"ended-{verb.base}"
        return None

    def _is_own_mission(self, parsed: Parsed, place: tuple[int, int]) -> bool:
        main = self.missions.main.slug if self.missions.main else None
        if any(n.kind is None and n.name == main and place[0] <= n.first < place[1] for n in parsed.names):
            return True
        return bool({"mission", "operation", "force"} & set(parsed.norms(*place)))

    def _ender(self, parsed: Parsed, clause: Clause, actors: Sequence[Actor]) -> Mention | None:
        body = self._body(self._agent(parsed, clause)) or next(
            (a for n in parsed.names if n.name in _MANDATING_BODIES for a in self.discourse.actors(parsed, n.begin, n.last)), None
        )
        return body.mention() if body else None

    def _arrivals(self, parsed: Parsed, drafts: Sequence[SendingDraft], label: PartialDate | None) -> list[Step]:
        steps: list[Step] = []
        for draft in drafts:
            claim = draft.claim
            date = draft.moved or claim.date or label
            if claim.contributor is None or date is None or claim.mission != (self.missions.main.slug if self.missions.main else None):
                continue
            if claim.status is DeploymentStatus.DEPLOYED:
                kind = MilestoneKind.DEPLOYED
            elif claim.status is DeploymentStatus.WITHDRAWN and self.reading.published is not None and date.first <= self.reading.published:
                kind = MilestoneKind.DRAWDOWN
            else:
                continue
            fields = tuple(f for f in claim.fields if f.field in ("date",))
            steps.append(Step(kind, parsed, date, claim.contributor, parsed.sentence.span, f"{kind.value}-arrival", 0.75, fields=fields))
        return steps
