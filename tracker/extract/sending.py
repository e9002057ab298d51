"""Level 4: people sent. Each count of people, and each contributor without a count, is judged by its clause.

contingents  the values: a group, what governs it, a draft
groups       counted groups: the noun behind a count and whose people they are
victims      people whom nobody sends
strengths    figures over a whole mission
item_lists   groups in a list or enumeration
senders      what governs a group: verbs, nouns, lists
uncounted    contributors without a count
sending      all of them → the records
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tracker.claims import DeploymentClaim, FieldSpan
from tracker.extract.clauses import Clause
from tracker.extract.contingents import Draft, Governed, Group, Memory, count_fields, unit_of
from tracker.extract.discourse import Actor, Discourse
from tracker.extract.evidence import Places, standing, without, words_among
from tracker.extract.groups import groups
from tracker.extract.lexicon import load, section
from tracker.extract.modality import Sense, sense
from tracker.extract.reading import Parsed, Reading
from tracker.extract.senders import Senders
from tracker.extract.strengths import strength, within_mission
from tracker.extract.timing import Timeline, When
from tracker.extract.uncounted import uncounted
from tracker.extract.victims import are_victims
from tracker.vocab import ActorKind, AliasKind, Basis, DeploymentStatus, Qualifier, Unit

__all__ = ["Draft", "SendingReader", "unit_of"]

_PAST_MISSIONS = frozenset({"previous", "former", "earlier", "old", "predecessor"})
_VERBS = section("sending", "verbs")
_NOUNS = section("sending", "nouns")
_BOUNDS = ("strength-never-more", "strength-ceiling")
_LIMITS = frozenset({"until", "till", "before", "after"})
_OPEN_LIMITS = _LIMITS | {"since", "from"}


class SendingReader:
    """Reads the deployments of one article.

    ``host`` is the state that the people go to; ``mission`` the slug of the article's own mission.
    """

    def __init__(self, reading: Reading, discourse: Discourse, host: str | None, mission: str | None) -> None:
        self.reading = reading
        self._parties = frozenset(load("parties").get(mission or "", ()))
        self.kinds = reading.gaz.kinds
        self.host = host
        self.timeline = Timeline(reading)
        self._memory = Memory()
        self._senders = Senders(discourse, self._memory)

    def read(self) -> list[Draft]:
        """Return the drafts of deployments in reading order."""
        return [
            draft
            for parsed in self.reading.parsed
            if not parsed.sentence.table
            for draft in self._sentence(parsed)
            if not self._is_of_a_party(draft) and not _is_at_the_front(draft)
        ]

    def _is_of_a_party(self, draft: Draft) -> bool:
        """Tell whether the people are of a state whose own war it is."""
        contributor = draft.claim.contributor
        return contributor is not None and contributor.name in self._parties

    def _sentence(self, parsed: Parsed) -> list[Draft]:
        drafts: list[Draft] = []
        for group in groups(parsed, self.reading.gaz):
            draft = self._counted(parsed, group)
            if draft is None:
                continue
            drafts += [draft, *self._each(parsed, group, draft)]
            if draft.claim.rule != "deployment-planned-strength":
                self._memory.draft = draft
        return [*drafts, *self._uncounted(parsed, drafts)]

    # -- which groups are sent -------------------------------------------------------------------------------

    def _counted(self, parsed: Parsed, group: Group) -> Draft | None:
        """Return the deployment that a counted group makes, None where nobody is said to send it."""
        if are_victims(parsed, group) or self._is_elsewhere(parsed, group) or _is_shared(parsed, group):
            return None
        whole = strength(parsed, group, self._senders.discourse, self._memory.contributor, self.host)
        if whole is not None:
            return self._whole(parsed, group, whole)
        governed = self._senders.governed(parsed, group)
        if governed is None:
            return None
        contributor = group.contributor or governed.contributor
        if contributor is not None and not self._can_send(contributor):
            return None
        if contributor is None:
            if governed.rule != "enumerated" and self._is_strength(parsed, group, governed):
                return self._draft(parsed, group, governed._replace(rule="strength-serving", confidence=0.65))
            contributor = self._contributor_before(parsed, group, governed)
        if contributor is not None:
            self._memory.contributor = contributor
            return self._draft(parsed, group, governed._replace(contributor=contributor))
        if governed.status is DeploymentStatus.WITHDRAWN and group.unit is not Unit.UNKNOWN and self.host:
            return self._draft(parsed, group, governed._replace(confidence=0.6))
        return None

    def _is_elsewhere(self, parsed: Parsed, group: Group) -> bool:
        """Tell whether the people are said to be in another country: "has 2,000 troops in Mozambique"."""
        if self.host is None or parsed.norms(group.last, group.last + 1) not in (["in"], ["to"], ["inside"]):
            return False
        name = parsed.name_at(group.last + 1) if group.last + 1 < len(parsed.tokens) else None
        if name is None or name.kind is not ActorKind.STATE or name.alias is not AliasKind.NAME:
            return False
        sender = group.contributor.state if group.contributor is not None else None
        return name.name not in (self.host, sender)

    def _can_send(self, actor: Actor) -> bool:
        return actor.state not in (self.host, None) and actor.kind is not ActorKind.OUTLET

    @staticmethod
    def _is_strength(parsed: Parsed, group: Group, governed: Governed) -> bool:
        """Tell whether people of no contributor "serve in it": the strength of the whole."""
        here = governed.status is DeploymentStatus.DEPLOYED and bool(group.noun)
        return here and governed.contributor is None and within_mission(parsed, governed.clause)

    def _contributor_before(self, parsed: Parsed, group: Group, governed: Governed) -> Actor | None:
        """Return the contributor named before, where the count goes on with it."""
        if governed.rule == "enumerated":
            known = self._memory.draft.claim.contributor if self._memory.draft is not None else None
            return Actor(known.name, known.kind, known.span, known.name) if known is not None else None
        return self._speaker(parsed, group) or (self._memory.contributor if _goes_on(parsed, group) else None)

    def _speaker(self, parsed: Parsed, group: Group) -> Actor | None:
        """Return who says of its own people: "Italy said its 180 carabinieri would arrive"."""
        if parsed.norms(group.first - 1, group.first) not in (["its"], ["his"], ["her"]):
            return None
        for clause in reversed(parsed.clauses):
            if clause.verb.base in _NOUNS["saying"] and clause.verb.last <= group.first:
                actor = self._senders.subject(parsed, clause)
                return actor if actor is not None and self._can_send(actor) else None
        return None

    def _whole(self, parsed: Parsed, group: Group, found: Governed) -> Draft:
        """Return the draft of a figure over the whole; what was never more, or may be, is an upper bound."""
        draft = self._draft(parsed, group, found)
        verb = found.clause.verb if found.clause is not None else None
        said = verb is not None and (verb.negated or verb.modal in ("may", "can"))
        bounded = said or found.rule in _BOUNDS
        claim = replace(draft.claim, total=True, basis=Basis.LEVEL)
        if bounded:
            limit = standing("qualifier", found.status_words(parsed))
            fields = (*without(claim.fields, "qualifier"), *limit)
            claim = replace(claim, qualifier=Qualifier.UP_TO, fields=fields)
        if found.rule in ("planned-out-of", "strength-out-of"):  # the date is that of the part who came
            claim = replace(claim, date=None, fields=without(claim.fields, "date"))
        return Draft(claim, parsed, draft.at)

    def _each(self, parsed: Parsed, group: Group, draft: Draft) -> Iterator[Draft]:
        """Yield the same for the other subjects of "Fiji and Kenya have each promised 200"."""
        clause, claim = draft.clause, draft.claim
        if clause is None or group.contributor is not None or clause.subject[0] >= clause.subject[1]:
            return
        if "each" not in parsed.norms(clause.subject[0], group.first):
            return
        for actor in self._senders.discourse.actors(parsed, *clause.subject):
            if actor.state and claim.contributor is not None and actor.state != claim.contributor.name:
                yield self._draft(parsed, group, Governed(claim.status, actor, clause, "each", 0.75))

    def _uncounted(self, parsed: Parsed, counted: list[Draft]) -> Iterator[Draft]:
        named = {d.claim.contributor.name for d in counted if d.claim.contributor is not None}
        for group, governed in uncounted(parsed, self._senders, named, self.host):
            if governed.rule.startswith("move-"):
                self._memory.contributor = governed.contributor
            yield self._draft(parsed, group, governed)

    # -- the record ------------------------------------------------------------------------------------------

    def _draft(self, parsed: Parsed, group: Group, governed: Governed) -> Draft:
        mention, status = group.count, governed.status
        giver = governed.contributor.giver(self.kinds) if governed.contributor is not None else None
        date = self._date(parsed, group, governed.clause, status)
        first_of_them = parsed.norms(group.first - 2, group.first) == ["first", "of"]
        came, date = (date, When()) if first_of_them else (None, date)
        on_top = _comes_on_top(parsed, group) if mention is not None else ()
        further = bool(on_top)
        moved = date.date is not None and status in (DeploymentStatus.DEPLOYED, DeploymentStatus.WITHDRAWN)
        level = mention is not None and not moved and not further
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
        return Draft(claim, parsed, group.first, governed.clause, came)

    def _date(self, parsed: Parsed, group: Group, clause: Clause | None, status: DeploymentStatus) -> When:
        """Return when the people move: the date right behind them, else that of their clause."""
        if clause is not None and clause.verb.base in _VERBS["offered"] | _VERBS["approved"]:
            return When()
        future = status is DeploymentStatus.OFFERED or (clause is not None and _is_to_come(parsed, clause))
        limits = _LIMITS if status is DeploymentStatus.DEPLOYED else _OPEN_LIMITS
        behind = _date_behind(parsed, group, limits) if group.count is not None else None
        if behind is not None:
            return self.timeline.when(parsed, behind, future=future)
        if clause is None:
            return When()
        found = self.timeline.of_clause(parsed, clause, future=future, limits=limits)
        published = self.reading.published
        past = found.date is not None and published is not None and found.date.last < published
        return When() if future and past else found


def _is_to_come(parsed: Parsed, clause: Clause) -> bool:
    return sense(parsed, parsed.clauses, clause.index) is Sense.PROMISED


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


def _goes_on(parsed: Parsed, group: Group) -> bool:
    """Tell whether a count goes on with the contributor named before: "another 75", "the first 200"."""
    if (group.count is not None and group.count.further) or group.unit is not Unit.UNKNOWN:
        return True
    if parsed.norms(0, 1) == ["of"]:
        return True  # "Of the 1,000 officers that Kenya promised, 383 have arrived"
    before = set(parsed.norms(group.first - 3, group.first))
    return bool(before & _NOUNS["going_on"]) or parsed.norms(group.last, group.last + 1) == ["more"]


def _comes_on_top(parsed: Parsed, group: Group) -> Places:
    """Return the words by which people come on top of earlier ones: "a second contingent", "75 more"."""
    if group.count is not None and group.count.further:
        return (group.count.span,)
    before = words_among(parsed, _NOUNS["on_top"], group.first - 4, group.first)
    return before or words_among(parsed, {"more"}, group.first + 1, group.last + 1)


def _is_shared(parsed: Parsed, group: Group) -> bool:
    """Tell whether a count is of several contributors, or of a mission that was: "2,100 between them"."""
    behind = parsed.norms(group.last, group.last + 4)
    before = parsed.norms(group.first - 5, group.first)
    if "together" in before and "with" not in before:
        return True
    if behind[:2] in (["between", "them"], ["among", "them"]):
        return True
    return not _PAST_MISSIONS.isdisjoint(behind) and not {"mission", "force"}.isdisjoint(behind)


def _is_at_the_front(draft: Draft) -> bool:
    """Tell whether people are sent to fight: "across the border", "along the front"."""
    clause = draft.clause
    if clause is None:
        return False
    return not _NOUNS["fronts"].isdisjoint(draft.parsed.norms(clause.verb.last, clause.end))
