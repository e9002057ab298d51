"""Whatever order the claims come in, and whatever numbers they have: the same things."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.telling import INDEX, Source, claims
from tracker.reconcile.model import (
    AnyThing,
    Contradiction,
    Deployment,
    Milestone,
    Pledge,
    Projection,
    SourcedClaim,
    Statement,
)
from tracker.reconcile.project import project
from tracker.vocab import DisputedField

DAYS = st.sampled_from([None, "2024-01-01", "2024-01-02", "2024-02-10", "2024-03-01"])
DATES = st.sampled_from([None, "2024", "2024-01", "2024-02", "2024-01-01", "2024-01-02", "2024-02-10"])
STATES = st.sampled_from(["Kenya", "Nairobi", "United States", "Jamaica", None])
FLAG = st.booleans()
SUMS = st.sampled_from(
    [None, "100m USD", "100m USD = 14.5bn KES", "14.4bn KES", "99.5m USD", "200m USD", "100m CAD"]
)
GIVEN = ["offered", "committed", "delivered", "withdrawn"]
SENT = ["offered", "deployed"]
KINDS = ["authorized", "blocked", "paused", "resumed", "deployed", "requested", "ended"]
SPEAKERS = st.sampled_from([None, "Ruto", "William Ruto", "Ana Ruiz", "Luis Ruiz", "Ruiz", "RUIZ"])
WORDS = st.sampled_from(
    [
        "we shall send one thousand officers to Haiti",
        "send one thousand officers",
        "we shall send … officers to Haiti",
        "we shall not",
        "send one thousand officers to Haiti before the summer",
    ]
)

T = TypeVar("T", bound=AnyThing)


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """Draw a source that makes up to six claims, of few donors, days and sums, so that many fit."""
    source = Source(draw(DAYS), draw(st.sampled_from("abc")))
    for _ in range(draw(st.integers(1, 6))):
        match draw(st.integers(0, 4)):
            case 0:
                source.pledge(
                    draw(STATES), draw(SUMS), draw(DATES),
                    status=draw(st.sampled_from(GIVEN)), additional=draw(FLAG), total=draw(FLAG),
                    purposes=draw(st.sampled_from([(), ("medical",), ("training",)])),
                    corrected_from=draw(st.sampled_from([None, None, Decimal(10**8)])),
                )  # fmt: skip
            case 1:
                source.sends(
                    draw(STATES), draw(st.sampled_from([None, 200, 217, 400])), draw(DATES),
                    qualifier=draw(st.sampled_from(["exact", "about", "at-least", "up-to"])),
                    corrected_from=draw(st.sampled_from([None, None, 200, 400])),
                    status=draw(st.sampled_from(SENT)),
                    basis=draw(st.sampled_from(["level", "contingent"])), additional=draw(FLAG),
                )  # fmt: skip
            case 2:
                source.says(draw(SPEAKERS), draw(WORDS), direct=draw(FLAG))
            case 3:
                by = draw(st.sampled_from(["Kenya", "High Court of Kenya", "Jamaica", None]))
                until = draw(st.sampled_from([None, "2025", "2025-10-02", "2025-12-31"]))
                source.step(draw(st.sampled_from(KINDS)), draw(DATES) or "2024", by, until=until)
            case _:
                source.phase(draw(st.sampled_from(["proposed", "active"])), ("deployed", draw(STATES)))
    return source


# No two publications are the same one: the rows they come from would differ in their numbers alone.
TOLD = st.lists(sources(), max_size=6, unique_by=lambda source: source.ref().identity)


def renumbered(projection: Projection, numbers: dict[int, int]) -> Projection:
    """Return the projection with the claims called otherwise."""

    def thing(each: T) -> T:
        return replace(
            each,
            claims=tuple(numbers[claim] for claim in each.claims),
            headline_claim=numbers[each.headline_claim],
        )

    def deployment(each: Deployment) -> Deployment:
        if each.parts is None or each.parts.level_claim is None:
            return thing(each)
        return replace(thing(each), parts=replace(each.parts, level_claim=numbers[each.parts.level_claim]))

    def contradiction(each: Contradiction) -> Contradiction:
        return replace(
            each,
            sides=tuple(
                replace(side, claims=tuple(numbers[claim] for claim in side.claims)) for side in each.sides
            ),
        )

    return replace(
        projection,
        pledges=tuple(map(thing, projection.pledges)),
        deployments=tuple(map(deployment, projection.deployments)),
        contradictions=tuple(map(contradiction, projection.contradictions)),
        statements=tuple(map(thing, projection.statements)),
        milestones=tuple(map(thing, projection.milestones)),
        unattached=tuple(numbers[claim] for claim in projection.unattached),
        missions=tuple(
            replace(
                state,
                phase_claim=None if state.phase_claim is None else numbers[state.phase_claim],
                awaits=tuple(replace(step, claim=numbers[step.claim]) for step in state.awaits),
            )
            for state in projection.missions
        ),
    )


@given(TOLD, st.randoms(use_true_random=False))
def test_order_and_numbers_do_not_matter(told: list[Source], chance: random.Random) -> None:
    said = claims(told)
    shuffled = chance.sample(said, len(said))
    numbers = {claim.id: 1000 + place for place, claim in enumerate(chance.sample(said, len(said)))}
    again: list[SourcedClaim] = [replace(claim, id=numbers[claim.id]) for claim in shuffled]
    assert project(again, INDEX) == renumbered(project(said, INDEX), numbers)


@given(TOLD)
def test_every_claim_supports_a_thing_or_is_said_to_fit_several(told: list[Source]) -> None:
    said = claims(told)
    found = project(said, INDEX)
    things = [*found.pledges, *found.deployments, *found.statements, *found.milestones]
    held = {claim for thing in things for claim in thing.claims}
    assert held | set(found.unattached) == {claim.id for claim in said if claim.kind != "phase"}
    assert not held & set(found.unattached)
    keys = [thing.content_key for thing in things]
    assert len(keys) == len(set(keys))


@given(TOLD)
def test_a_mission_does_not_tell_on_another(told: list[Source]) -> None:
    other = (
        Source("2024-01-01", mission="ramsi").pledge("Kenya", "100m USD").step("ended", "2024-01-01", "Kenya")
    )
    alone, both = project(claims(told), INDEX), project(claims([*told, other]), INDEX)
    assert [each for each in both.pledges if each.mission != "ramsi"] == list(alone.pledges)
    assert [each for each in both.missions if each.slug != "ramsi"] == list(alone.missions)


def _headline(thing: AnyThing, field: DisputedField) -> list[str]:
    """Return the value of a thing that a contradiction is about, as it is printed, in all currencies."""
    shown: object = None
    match thing, field:
        case Pledge(), DisputedField.AMOUNT | DisputedField.TOTAL:
            sums = [each for each in (thing.amount, *thing.equivalents) if each is not None]
            return [f"{each.number()} {each.currency}" for each in sums]
        case Pledge(), _:
            shown = thing.announced_on and thing.announced_on.iso()
        case Deployment(), DisputedField.COUNT:
            shown = thing.count if thing.parts is None else thing.parts.level
        case Deployment() | Milestone(), DisputedField.DATE:
            shown = thing.date and thing.date.iso()
        case Milestone(), DisputedField.UNTIL:
            shown = thing.until and thing.until.iso()
        case Milestone(), _:
            shown = thing.by
        case Statement(), _:
            shown = thing.speaker
    return [str(shown)]


@given(TOLD)
def test_the_leading_side_is_the_headline(told: list[Source]) -> None:
    said = claims(told)
    found = project(said, INDEX)
    things: dict[str, AnyThing] = {}
    things |= {each.content_key: each for each in found.pledges}
    things |= {each.content_key: each for each in found.deployments}
    things |= {each.content_key: each for each in found.statements}
    things |= {each.content_key: each for each in found.milestones}
    corrections = {each.id for each in said if getattr(each.claim, "corrected_from", None) is not None}
    for each in found.contradictions:
        assert each.sides[0].said in _headline(things[each.thing], each.field)
        assert len({side.said for side in each.sides}) == len(each.sides) >= 2
        told_by = [claim for side in each.sides for claim in side.claims]
        assert {claim for claim in told_by if told_by.count(claim) > 1} <= corrections
    keys = [each.content_key for each in found.contradictions]
    assert len(keys) == len(set(keys))


@given(TOLD, st.randoms(use_true_random=False))
def test_what_is_handed_in_twice_counts_once(told: list[Source], chance: random.Random) -> None:
    said = claims(told)
    again = [*said, *chance.sample(said, len(said) // 2)]
    assert project(again, INDEX) == project(said, INDEX)
