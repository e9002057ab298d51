"""One record for each thing, however often and at whatever stage an article tells it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.conftest import ReadArticle
from tests.extract.printing import deployment, pledge
from tracker.claims import Mention, MilestoneClaim, PledgeClaim, Span
from tracker.extract.merging import merge_milestones, merge_pledges
from tracker.vocab import ActorKind, MilestoneKind, Money, PartialDate, PledgeKind, PledgeStatus

MISSION = "The Kenya-led mission in Haiti is short of money. "

PLEDGES = [
    ("Canada promised C$30 million. Canada has now paid the C$30 million.",
     ["Canada 30,000,000 CAD delivered"], "told at two stages: the latest"),
    ("Canada promised C$30 million. The C$30 million from Canada was announced by its minister.",
     ["Canada 30,000,000 CAD offered"], "told twice"),
    ("Canada promised C$30 million. Canada has paid C$10 million.",
     ["Canada 30,000,000 CAD offered", "Canada 10,000,000 CAD delivered"], "two sums are two pledges"),
    ("The EU gave Rwanda's army €20m and pledged €20m more.",
     ["European Union 20,000,000 EUR delivered", "European Union 20,000,000 EUR offered further"],
     "the same sum twice, the second on top"),
    ("Canada promised C$30 million and Norway promised $30 million.",
     ["Canada 30,000,000 CAD offered", "Norway 30,000,000 USD offered"], "two givers are two pledges"),
    ("France has promised money. France will give €4 million.",
     ["France 4,000,000 EUR offered"], "a sum takes the place of money without one"),
    ("France has promised money. France will supply vehicles.",
     ["France offered", "France equipment offered"], "things do not"),
]  # fmt: skip

DEPLOYMENTS = [
    ("Benin promised 2,000 soldiers. Benin's 2,000 soldiers arrived in March.",
     ["Benin 2000 military deployed 2024-03"], "the latest stage"),
    ("Kenya promised 1,000 officers. Kenya has sent 400 officers.",
     ["Kenya 1000 police offered", "Kenya 400 police deployed total"], "promised and sent are two"),
    ("Kenya sent 200 officers in June. Kenya sent another 200 officers in July.",
     ["Kenya 200 police deployed 2023-06", "Kenya 200 police deployed 2023-07 further"], "two dates are two"),
    ("Jamaica has offered officers. Jamaica will send 200 officers.",
     ["Jamaica 200 police offered"], "a count takes the place of none"),
    ("Chad sent 500 soldiers in March. Chad withdrew 500 soldiers in April.",
     ["Chad 500 military deployed 2024-03", "Chad 500 military withdrawn 2024-04"],
     "coming and going are two"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [(text, expected) for text, expected, _ in PLEDGES])
def test_pledges(read_article: ReadArticle, text: str, expected: list[str]) -> None:
    assert [pledge(claim) for claim in read_article(MISSION + text).pledges] == expected


@pytest.mark.parametrize(("text", "expected"), [(text, expected) for text, expected, _ in DEPLOYMENTS])
def test_deployments(read_article: ReadArticle, text: str, expected: list[str]) -> None:
    assert [deployment(claim) for claim in read_article(MISSION + text).deployments] == expected


def step(date: str, by: str | None = None) -> MilestoneClaim:
    return MilestoneClaim(
        span=Span(0, 1),
        rule="milestone-test",
        confidence=1,
        mission="haiti-mission",
        kind=MilestoneKind.DEPLOYED,
        date=PartialDate.parse(date),
        by=Mention(by, ActorKind.STATE, Span(0, 1)) if by else None,
    )


STEPS = [
    ([("2024-06", None), ("2024-06-25", "Kenya")], [("2024-06-25", "Kenya")], "the more precise date stands"),
    ([("2024-06-25", None), ("2024-06", "Kenya")], [("2024-06-25", "Kenya")], "in either order"),
    ([("2024-06-25", None), ("2024-07-16", None)], [("2024-06-25", None), ("2024-07-16", None)], "two days"),
    ([("2024-06-25", "Kenya"), ("2024-06-25", "Fiji")],
     [("2024-06-25", "Kenya"), ("2024-06-25", "Fiji")], "two actors"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "expected"), [(told, expected) for told, expected, _ in STEPS])
def test_milestones(told: list[tuple[str, str | None]], expected: list[tuple[str, str | None]]) -> None:
    merged = [joined.claim for joined in merge_milestones([step(date, by) for date, by in told])]
    assert [(claim.date.iso(), claim.by.name if claim.by else None) for claim in merged] == expected


def money_pledge(donor: str, amount: int, status: PledgeStatus) -> PledgeClaim:
    return PledgeClaim(
        span=Span(0, 1),
        rule="pledge-test",
        confidence=1,
        mission=None,
        donor=Mention(donor, ActorKind.STATE, Span(0, 1)),
        kind=PledgeKind.MONEY,
        amount=Money(Decimal(amount), "USD"),
        status=status,
    )


PLEDGE_CLAIMS = st.builds(
    money_pledge,
    st.sampled_from(["Canada", "Norway"]),
    st.sampled_from([1_000_000, 1_005_000, 2_000_000]),
    st.sampled_from(PledgeStatus),
)


@given(st.lists(PLEDGE_CLAIMS, max_size=8))
def test_merging_again_changes_nothing_and_loses_no_giver(claims: list[PledgeClaim]) -> None:
    merged = [joined.claim for joined in merge_pledges(claims)]
    assert [joined.claim for joined in merge_pledges(merged)] == merged
    assert {c.donor for c in merged} == {c.donor for c in claims}
