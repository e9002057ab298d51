"""What each source did to one thing: the projection, made anew as one source after the other comes in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tracker.claims import DeploymentClaim, Mention, PledgeClaim, StatementClaim
from tracker.read import order
from tracker.read.answers import (
    ContradictionLine,
    DeploymentLine,
    FlowLine,
    MilestoneLine,
    PledgeLine,
    SideLine,
    StatementLine,
)
from tracker.read.differing import FieldChange, Line, field_changes, what_of, who
from tracker.reconcile.actors import ActorIndex, mention_key, mentions_of
from tracker.reconcile.model import (
    AnyThing,
    Contradiction,
    Deployment,
    MentionKey,
    Milestone,
    Pledge,
    Projection,
    SourcedClaim,
    Statement,
)
from tracker.reconcile.project import project
from tracker.vocab import Basis, ClaimKind, Money, PartialDate, Preference


class Effect(StrEnum):
    """What a source did to a thing."""

    FIRST_TOLD = "first-told"
    CHANGED = "changed"
    CONFIRMED = "confirmed"  # by a further independent source
    COPIED = "copied"  # its text is that of another source
    OPEN = "open"  # its claims fit several things alike, or another one, as far as was known then


class Why(StrEnum):
    """Why a source changed a value, where no contradiction is decided by it."""

    NOW_KNOWN = "now-known"
    CORRECTION = "correction"
    RESTATED = "restated"  # a later figure, unmarked, takes the place of the earlier one
    OWN_CURRENCY = "own-currency"  # the same sum, in the currency of the one who gives it
    LATER_LEVEL = "later-level"
    ON_TOP = "on-top"  # people who come or go in addition
    MORE_PRECISE = "more-precise"


@dataclass(frozen=True, slots=True)
class Change:
    """A field that changed, and why: by the rule that prefers one side where sources disagree on it."""

    field: FieldChange
    why: Why | Preference | None


@dataclass(frozen=True, slots=True)
class Turn:
    """What the claims of one source did to a thing.

    ``claims`` are the ids of those that support it; ``before`` and ``after`` are the thing without and with
    them (None: there was none), ``joined`` others that are one with it since; it rests on ``independent``
    sources from then on. ``appeared`` are contradictions that stand since then, in this form; ``settled``
    those that do no more.
    """

    claims: tuple[int, ...]
    effect: Effect
    before: Line | None
    after: Line | None
    independent: int
    changes: tuple[Change, ...]
    joined: tuple[Line, ...]
    appeared: tuple[ContradictionLine, ...]
    settled: tuple[ContradictionLine, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """All that is told of a mission (or of none), and which of it is of the thing in question.

    ``names`` are those of offices, by the id of the source that tells of them; ``order`` gives the place of a
    source: those before it are known when it comes in. ``basis`` tells a strength from its contingents, which
    rest on claims of its own.
    """

    claims: Sequence[SourcedClaim]
    supporting: Collection[int]
    names: Mapping[int | None, Sequence[MentionKey]]
    order: Callable[[SourcedClaim], Any]
    basis: Basis | None = None


def replay(told: Told, index: ActorIndex) -> Iterator[Turn]:
    """Yield what each source that supports the thing did to it, in the order given.

    Of the claims only those are projected that may have to do with the thing: of its kind, and of the actors
    that it is about or of none. All names that were told by then say who is meant.
    """
    rehearsal = _Rehearsal(told, index)
    for place in rehearsal.places():
        yield rehearsal.turn(place)


@dataclass(frozen=True, slots=True)
class _Stand:
    """The thing as far as was known at some time."""

    things: tuple[AnyThing, ...]
    contradictions: tuple[Contradiction, ...]

    def sharing(self, claims: Collection[int]) -> list[AnyThing]:
        """Return the things that rest on some of the claims, those with the most first."""
        shared = [(len(set(claims).intersection(thing.claims)), thing) for thing in self.things]
        ranked = sorted(shared, key=lambda each: (-each[0], each[1].content_key))
        return [thing for count, thing in ranked if count]

    def disputes(self, thing: AnyThing | None) -> tuple[Contradiction, ...]:
        if thing is None:
            return ()
        return tuple(each for each in self.contradictions if each.thing == thing.content_key)


class _Rehearsal:
    def __init__(self, told: Told, index: ActorIndex) -> None:
        self._told = told
        self._index = index
        self._of_thing = [claim for claim in told.claims if claim.id in told.supporting]
        self._kind = self._of_thing[0].kind
        self._related = self._relatives()

    def places(self) -> list[Any]:
        return sorted({self._told.order(claim) for claim in self._of_thing})

    def turn(self, place: Any) -> Turn:
        mine = [claim for claim in self._of_thing if self._told.order(claim) == place]
        seen = {claim.id for claim in self._of_thing if self._told.order(claim) <= place}
        old = self._stand(lambda claim: self._told.order(claim) < place)
        new = self._stand(lambda claim: self._told.order(claim) <= place)
        after = next(iter(new.sharing(seen)), None)
        priors = old.sharing(() if after is None else after.claims)
        before, joined = next(iter(priors), None), priors[1:]
        had, has = old.disputes(before), new.disputes(after)
        lines = _line(before), _line(after)
        differing = field_changes(lines[0], lines[1]) if lines[0] and lines[1] else ()
        said = {(each.field, each.sides) for each in had}
        standing = {each.field for each in has}
        claims = tuple(claim.id for claim in mine)
        appeared = tuple(each for each in has if (each.field, each.sides) not in said)
        return Turn(
            claims=claims,
            effect=_effect(before, after, claims, changed=bool(differing or joined)),
            before=lines[0],
            after=lines[1],
            independent=0 if after is None else after.independent_count,
            changes=tuple(Change(each, _why(each, mine, lines[1], has)) for each in differing),
            joined=tuple(line for line in map(_line, joined) if line),
            appeared=tuple(_dispute(each, lines[1]) for each in appeared),
            settled=tuple(_dispute(each, lines[0]) for each in had if each.field not in standing),
        )

    def _stand(self, known: Callable[[SourcedClaim], bool]) -> _Stand:
        found = project(
            [claim for claim in self._related if known(claim)], self._index, names=self._names(known)
        )
        return _Stand(
            tuple(
                thing
                for thing in _things(found, self._kind)
                if not isinstance(thing, Deployment) or thing.basis is self._told.basis
            ),
            found.contradictions,
        )

    def _names(self, known: Callable[[SourcedClaim], bool]) -> Iterator[MentionKey]:
        sources = set()
        for claim in filter(known, self._told.claims):
            sources.add(claim.source.id)
            for mention in mentions_of(claim.claim):
                yield mention_key(claim.claim.mission, mention)
        for source in sources:
            yield from self._told.names.get(source, ())

    def _relatives(self) -> list[SourcedClaim]:
        """Return the claims that may have to do with the thing, as who is meant is known in the end."""
        of_kind = [claim for claim in self._told.claims if claim.kind is self._kind]
        meanings = project([], self._index, names=self._names(lambda _: True)).mentions

        def actor(claim: SourcedClaim) -> str | None:
            mention = _actor(claim)
            return None if mention is None else meanings[mention_key(claim.claim.mission, mention)]

        actors = {actor(claim) for claim in self._of_thing}
        if self._kind is ClaimKind.MILESTONE or None in actors:
            return of_kind
        return [claim for claim in of_kind if actor(claim) in {*actors, None}]


def _why(
    change: FieldChange, claims: Iterable[SourcedClaim], after: Line | None, disputes: Iterable[Contradiction]
) -> Why | Preference | None:
    said = [each.claim for each in claims]
    figures = [claim for claim in said if isinstance(claim, PledgeClaim | DeploymentClaim)]
    if change.field in ("amount", "count") and any(claim.corrected_from is not None for claim in figures):
        return Why.CORRECTION
    for dispute in disputes:
        if dispute.field == change.field:
            return dispute.rule
    if change.before in (None, ()):
        return Why.NOW_KNOWN
    if change.field == "amount":
        same = isinstance(after, PledgeLine) and change.before in after.equivalents
        return Why.OWN_CURRENCY if same else Why.RESTATED
    if change.field in ("count", "count_max"):
        levels = (claim for claim in said if isinstance(claim, DeploymentClaim))
        told = any(claim.total or claim.basis is Basis.LEVEL for claim in levels)
        return Why.LATER_LEVEL if told else Why.ON_TOP
    return Why.MORE_PRECISE if _narrowed(change.before, change.after) else None


def _narrowed(before: Any, after: Any) -> bool:
    """Tell whether both are dates, the later one within the earlier."""
    if not (isinstance(before, PartialDate) and isinstance(after, PartialDate)):
        return False
    return before.first <= after.first and after.last <= before.last


def _effect(
    before: AnyThing | None, after: AnyThing | None, claims: Iterable[int], *, changed: bool
) -> Effect:
    if after is None or not set(claims).intersection(after.claims):
        return Effect.OPEN
    if before is None:
        return Effect.FIRST_TOLD
    if changed:
        return Effect.CHANGED
    return Effect.CONFIRMED if after.independent_count > before.independent_count else Effect.COPIED


def _dispute(dispute: Contradiction, line: Line | None) -> ContradictionLine:
    """Return a contradiction as the readers answer with it, without ids and sources."""
    actor, what = (None, None) if line is None else (who(line), what_of(line))
    return ContradictionLine(
        id=None,
        mission=dispute.mission,
        record=dispute.record,
        thing=None,
        actor=actor,
        what=what,
        field=dispute.field,
        rule=dispute.rule,
        sides=tuple(
            SideLine(side.said, side.source_count, side.independent_count, ()) for side in dispute.sides
        ),
    )


def _things(found: Projection, kind: ClaimKind) -> Sequence[AnyThing]:
    things: dict[ClaimKind, Sequence[AnyThing]] = {
        ClaimKind.PLEDGE: found.pledges,
        ClaimKind.DEPLOYMENT: found.deployments,
        ClaimKind.STATEMENT: found.statements,
        ClaimKind.MILESTONE: found.milestones,
    }
    return things[kind]


def _actor(claim: SourcedClaim) -> Mention | None:
    """Return who gives, sends or says what a claim tells of."""
    match claim.claim:
        case PledgeClaim(donor=actor) | DeploymentClaim(contributor=actor) | StatementClaim(speaker=actor):
            return actor
    return None


def _line(thing: AnyThing | None) -> Line | None:
    """Return a thing as the readers answer with it, without id and sources."""
    match thing:
        case Pledge():
            return PledgeLine(
                id=None,
                donor=thing.donor,
                recipient=thing.recipient,
                kind=thing.kind,
                amount=thing.amount,
                equivalents=thing.equivalents,
                amount_usd=None if thing.amount_usd is None else Money(thing.amount_usd, "USD"),
                status=thing.status,
                total=thing.total,
                additional=thing.additional,
                purposes=order.purposes(thing.purposes),
                announced_on=thing.announced_on,
                sources=(),
                flows=tuple(FlowLine(flow.status, flow.amount, flow.on) for flow in thing.flows),
            )
        case Deployment():
            return DeploymentLine(
                id=None,
                contributor=thing.contributor,
                count=thing.count,
                count_max=thing.count_max,
                qualifier=thing.qualifier,
                unit=thing.unit,
                status=thing.status,
                date=thing.date,
                total=thing.total,
                sources=(),
            )
        case Milestone():
            return MilestoneLine(
                id=None,
                kind=thing.kind,
                date=thing.date,
                by=thing.by,
                until=thing.until,
                replaced_by=thing.replaced_by,
                sources=(),
            )
        case Statement():
            return StatementLine(
                id=None, speaker=thing.speaker, direct=thing.direct, content=thing.content, sources=()
            )
    return None
