"""When claims tell of one pledge, and what the pledge is then."""

from __future__ import annotations

import pytest

from tests.reconcile.telling import Source, told
from tracker.reconcile.levels import money_levels
from tracker.reconcile.model import Pledge, Projection

US, CANADA = "United States", "Canada"


def shown(pledge: Pledge) -> str:
    """Write a pledge in the words of the cases."""
    parts = [pledge.donor or "?"]
    parts += [f"{each.number()} {each.currency}" for each in (pledge.amount,) if each is not None]
    parts += [pledge.status.value]
    parts += [word for word in ("total", "additional") if getattr(pledge, word)]
    parts += [] if pledge.recipient is None else [f"to {pledge.recipient}"]
    return f"{' '.join(parts)} ×{pledge.source_count}"


def pledges(projection: Projection) -> list[str]:
    return sorted(map(shown, projection.pledges))


M = 10**6
CASES = {
    "told by three outlets in other words, rounded and in another currency": (
        [
            Source("2023-09-22").pledge(US, "100m USD", on="2023-09-22"),
            Source("2023-09-23").pledge(US, "99.6m USD = 14.5bn KES"),
            Source("2023-09-24").pledge(US, "100m USD"),
            Source("2023-09-25").pledge(US, "14.5bn KES"),
        ],
        [f"United States {100 * M} USD offered ×4"],
    ),
    "a sum more than 1 % off is another": (
        [Source("2023-09-22").pledge(US, "100m USD"), Source("2023-09-23").pledge(US, "102m USD")],
        [f"United States {100 * M} USD offered ×1", f"United States {102 * M} USD offered ×1"],
    ),
    "the same figures in other currencies are not the same sum": (
        [Source("2024-01-01").pledge(CANADA, "60m CAD"), Source("2024-01-02").pledge(CANADA, "60m USD")],
        [f"Canada {60 * M} CAD offered ×1", f"Canada {60 * M} USD offered ×1"],
    ),
    "a month and a day in it can be the same": (
        [
            Source("2024-02-22").pledge(CANADA, "80.5m CAD", on="2024-02-22"),
            Source("2024-03-12").pledge(CANADA, "80.5m CAD", on="2024-02"),
        ],
        [f"Canada {80_500_000} CAD offered ×2"],
    ),
    "two announcements on two days are two": (
        [
            Source("2023-09-22").pledge(US, "100m USD", on="2023-09-22"),
            Source("2024-03-12").pledge(US, "100m USD", on="2024-03-11"),
        ],
        [f"United States {100 * M} USD offered ×1"] * 2,
    ),
    "what was published before cannot tell of what was announced later": (
        [
            Source("2024-01-10").pledge(US, "5m USD"),
            Source("2024-06-02").pledge(US, "5m USD", on="2024-06-01"),
        ],
        [f"United States {5 * M} USD offered ×1"] * 2,
    ),
    "told without a day when there were two: supports both, makes no third": (
        [
            Source("2023-09-22").pledge(US, "100m USD", on="2023-09-22"),
            Source("2024-03-12").pledge(US, "100m USD", on="2024-03-11"),
            Source("2024-04-01").pledge(US, "100m USD"),
        ],
        [f"United States {100 * M} USD offered ×1"] * 2,
    ),
    "a further sum is its own pledge, told twice it is one": (
        [
            Source("2023-09-22").pledge(US, "100m USD", on="2023-09-22"),
            Source("2024-03-12").pledge(US, "100m USD", additional=True),
            Source("2024-03-13").pledge(US, "100m USD", additional=True),
        ],
        [f"United States {100 * M} USD offered additional ×2", f"United States {100 * M} USD offered ×1"],
    ),
    "a further sum told once with its mark and once without, of one day": (
        [
            Source("2024-03-12").pledge(US, "100m USD", on="2024-03-11", additional=True),
            Source("2024-03-13").pledge(US, "100m USD", on="2024-03-11"),
        ],
        [f"United States {100 * M} USD offered additional ×2"],
    ),
    "a sum and a further one of the same size in one article are two": (
        [
            Source("2024-03-12")
            .pledge(US, "100m USD", on="2024-03-11")
            .pledge(US, "100m USD", on="2024-03-11", additional=True)
        ],
        [f"United States {100 * M} USD offered additional ×1", f"United States {100 * M} USD offered ×1"],
    ),
    "a total is never the plain sum": (
        [
            Source("2024-03-12").pledge(US, "300m USD", total=True),
            Source("2024-04-27").pledge(US, "300m USD"),
        ],
        [f"United States {300 * M} USD offered total ×1", f"United States {300 * M} USD offered ×1"],
    ),
    "offered, then committed: one pledge, committed": (
        [
            Source("2023-09-22").pledge(US, "100m USD"),
            Source("2023-11-02").pledge(US, "100m USD", status="committed"),
        ],
        [f"United States {100 * M} USD committed ×2"],
    ),
    "each step with a day of its own is the same pledge on its way": (
        [
            Source("2023-09-22").pledge(US, "100m USD", on="2023-09-22"),
            Source("2023-11-03").pledge(US, "100m USD", on="2023-11-02", status="committed"),
            Source("2024-05-02").pledge(US, "100m USD", on="2024-05-01", status="delivered"),
        ],
        [f"United States {100 * M} USD delivered ×3"],
    ),
    "of two offers of a sum the later is the one that was then committed": (
        [
            Source("2023-09-22").pledge(US, "100m USD", on="2023-09-22"),
            Source("2024-03-12").pledge(US, "100m USD", on="2024-03-11"),
            Source("2024-04-02").pledge(US, "100m USD", on="2024-04-01", status="committed"),
        ],
        [f"United States {100 * M} USD committed ×2", f"United States {100 * M} USD offered ×1"],
    ),
    "one offer and two deliveries of its sum: the second is more than was offered": (
        [
            Source("2024-01-01").pledge(US, "10m USD"),
            Source("2024-03-01").pledge(US, "10m USD", on="2024-03-01", status="delivered"),
            Source("2024-05-01").pledge(US, "10m USD", on="2024-05-01", status="delivered"),
        ],
        [f"United States {10 * M} USD delivered ×1", f"United States {10 * M} USD delivered ×2"],
    ),
    "delivered before the offer was made: another": (
        [
            Source("2024-05-01").pledge(US, "10m USD", on="2024-05-01"),
            Source("2024-03-01").pledge(US, "10m USD", on="2024-03-01", status="delivered"),
        ],
        [f"United States {10 * M} USD delivered ×1", f"United States {10 * M} USD offered ×1"],
    ),
    "recalled as offered after it was committed: it does not lead back": (
        [
            Source("2024-02-22").pledge(CANADA, "80.5m CAD", status="committed", on="2024-02-22"),
            Source("2024-03-02").pledge(CANADA, "80.5m CAD = 8.6bn KES"),
        ],
        [f"Canada {80_500_000} CAD committed ×2"],
    ),
    "withdrawn leads over what was said before, and what later recalls it": (
        [
            Source("2024-12-01").pledge(US, "15m USD", status="committed"),
            Source("2025-02-04").pledge(US, "15m USD", status="withdrawn", on="2025-02-04"),
            Source("2025-02-07").pledge(US, "15m USD", status="committed"),
        ],
        [f"United States {15 * M} USD withdrawn ×3"],
    ),
    "given again after it was withdrawn": (
        [
            Source("2025-02-04").pledge(US, "15m USD", status="withdrawn"),
            Source("2025-03-10").pledge(US, "15m USD", status="delivered", on="2025-03-09"),
        ],
        # The second is of a later day than the withdrawal was published: another step of the same money.
        [f"United States {15 * M} USD delivered ×1", f"United States {15 * M} USD withdrawn ×1"],
    ),
    "no sum named, otherwise the same and the only one: the same": (
        [
            Source("2024-03-02").pledge("France", "3m EUR"),
            Source("2024-03-12").pledge("France"),
        ],
        [f"France {3 * M} EUR offered ×2"],
    ),
    "no sum named, and two that it could be: neither": (
        [
            Source("2024-03-02").pledge("France", "3m EUR").pledge("France", "850000 EUR"),
            Source("2024-03-12").pledge("France"),
        ],
        ["France 3000000 EUR offered ×1", "France 850000 EUR offered ×1"],
    ),
    "no sum named says nothing of another status": (
        [
            Source("2024-03-02").pledge("France", "3m EUR"),
            Source("2024-03-12").pledge("France", status="delivered"),
        ],
        ["France 3000000 EUR offered ×1", "France delivered ×1"],
    ),
    "things in kind: the same purpose is one, another is another": (
        [
            Source("2024-06-25").pledge(US, kind="services", purposes=["transport"]),
            Source("2024-06-26").pledge(US, kind="services", purposes=["transport"]),
            Source("2024-06-26", "b").pledge(US, kind="services", purposes=["medical"]),
        ],
        ["United States offered ×1", "United States offered ×2"],
    ),
    "another recipient is another pledge": (
        [
            Source("2023-09-22").pledge(US, "65m USD", to="Haitian National Police"),
            Source("2023-09-23").pledge(US, "65m USD"),
        ],
        [
            f"United States {65 * M} USD offered to Haitian National Police ×1",
            f"United States {65 * M} USD offered ×1",
        ],
    ),
    "by whatever name the donor goes": (
        [Source("2023-09-22").pledge("Washington", "7m USD"), Source("2023-09-23").pledge(US, "7m USD")],
        [f"United States {7 * M} USD offered ×2"],
    ),
    "undated sources are read like others": (
        [Source(None).pledge(US, "100m USD"), Source("2023-09-23").pledge(US, "100m USD", on="2023-09-22")],
        [f"United States {100 * M} USD offered ×2"],
    ),
    "a fund without a named donor": (
        [
            Source("2024-06-25").pledge(None, "21m USD", status="delivered", total=True),
            Source("2024-07-18").pledge(None, "21m USD = 2.7bn KES", status="delivered", total=True),
        ],
        [f"? {21 * M} USD delivered total ×2"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_same_or_another(case: str) -> None:
    sources, expected = CASES[case]
    assert pledges(told(*sources)) == sorted(expected)


def test_the_headline_is_in_the_donors_own_currency_with_the_dollars_beside_it() -> None:
    projection = told(
        Source("2024-02-22").pledge(CANADA, "91m USD = 123m CAD"),
        Source("2024-02-23").pledge(CANADA, "91m USD"),
    )
    (pledge,) = projection.pledges
    assert pledge.amount is not None
    assert (pledge.amount.number(), pledge.amount.currency) == (123_000_000, "CAD")
    assert pledge.amount_usd == 91_000_000
    assert [each.currency for each in pledge.equivalents] == ["USD"]


def test_no_dollars_are_invented() -> None:
    (pledge,) = told(Source("2024-03-02").pledge("France", "3m EUR = 470m KES")).pledges
    assert pledge.amount_usd is None


def test_of_rounded_figures_the_one_most_told_leads() -> None:
    (pledge,) = told(
        Source("2024-01-01").pledge(US, "99.5m USD"),
        Source("2024-01-02").pledge(US, "100m USD"),
        Source("2024-01-03").pledge(US, "100m USD"),
    ).pledges
    assert pledge.amount is not None
    assert pledge.amount.number() == 100_000_000


def test_flows_keep_every_status_with_its_sum_and_day() -> None:
    (pledge,) = told(
        Source("2023-09-22").pledge(US, "100m USD", on="2023-09-22"),
        Source("2023-11-02").pledge(US, "100m USD", status="committed"),
    ).pledges
    assert [
        (flow.status.value, flow.amount and flow.amount.number(), flow.on and flow.on.iso())
        for flow in pledge.flows
    ] == [("offered", 100_000_000, "2023-09-22"), ("committed", 100_000_000, None)]


def test_a_pledge_rests_on_all_its_claims_and_first_on_the_newest_of_its_status() -> None:
    projection = told(
        Source("2023-09-22").pledge(US, "100m USD"),
        Source("2023-11-02").pledge(US, "100m USD", status="committed"),
        Source("2023-12-01").pledge(US, "100m USD"),
    )
    (pledge,) = projection.pledges
    assert pledge.claims == (1, 2, 3)
    assert pledge.headline_claim == 2
    assert [str(pledge.first_seen), str(pledge.last_seen)] == ["2023-09-22", "2023-12-01"]


LEVELS = {
    "a larger sum restates the level": (["100m USD", "200m USD"], 200),
    "a smaller one lies within it": (["200m USD", "40m USD"], 200),
    "a further one is added": (["200m USD", "+100m USD"], 300),
    "a total checks and never adds": (["200m USD", "+100m USD", "=300m USD"], 300),
    "restated once what was added is in it": (["200m USD", "+100m USD", "300m USD"], 300),
}


@pytest.mark.parametrize("case", LEVELS)
def test_what_a_donor_has_promised_in_all(case: str) -> None:
    sums, expected = LEVELS[case]
    sources = []
    for month, text in enumerate(sums, start=1):
        flags = {"additional": text[0] == "+", "total": text[0] == "="}
        sources.append(
            Source(f"2024-{month:02}-01").pledge(US, text.lstrip("+="), f"2024-{month:02}-01", **flags)
        )
    (level,) = money_levels(told(*sources).pledges)
    assert level.amount == expected * M


def test_levels_of_other_statuses_and_currencies_are_kept_apart() -> None:
    levels = money_levels(
        told(
            Source("2024-01-01").pledge(CANADA, "10m CAD").pledge(CANADA, "5m CAD", status="delivered"),
            Source("2024-02-01").pledge(CANADA, "8m USD"),
        ).pledges
    )
    assert [(each.status.value, each.currency, int(each.amount)) for each in levels] == [
        ("delivered", "CAD", 5 * M),
        ("offered", "CAD", 10 * M),
        ("offered", "USD", 8 * M),
    ]
