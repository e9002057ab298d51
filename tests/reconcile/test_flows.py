"""A pledge on its way in parts, wholes and their parts, and totals that check what was promised."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.reconcile.telling import Source, told
from tracker.reconcile.levels import MoneyLevel, money_levels
from tracker.reconcile.model import Pledge, Projection

US, CANADA = "United States", "Canada"
M = 10**6


def beside(published: str, name: str = "") -> Source:
    """Return a source whose claims stand in one list, or in sentences that follow each other."""
    return Source(published, name, apart=10)


def shown(pledge: Pledge) -> str:
    """Write a pledge with its flows, sums in millions."""
    flows = (
        f"{flow.status.value} {_millions(flow.amount.amount) if flow.amount else '?'}"
        + (f" on {flow.on.iso()}" if flow.on else "")
        for flow in pledge.flows
    )
    amount = "?" if pledge.amount is None else f"{_millions(pledge.amount.amount)} {pledge.amount.currency}"
    return f"{amount} {pledge.status.value}: {', '.join(flows)}"


def _millions(amount: object) -> str:
    return f"{float(str(amount)) / M:g}"


def pledges(projection: Projection) -> list[str]:
    return sorted(map(shown, projection.pledges))


FLOWS: dict[str, tuple[list[Source], list[str]]] = {
    "$10.8m of the $78m has been paid": (
        [beside("2024-03-01").pledge(US, "78m USD").pledge(US, "10.8m USD", status="delivered")],
        ["78 USD offered: offered 78, delivered 10.8"],
    ),
    "of the $15m committed $1.7m has been spent, the rest frozen": (
        [
            beside("2025-02-07")
            .pledge(US, "13.3m USD", status="withdrawn")
            .pledge(US, "15m USD", status="committed")
            .pledge(US, "1.7m USD", status="delivered")
        ],
        ["15 USD committed: committed 15, delivered 1.7, withdrawn 13.3"],
    ),
    "told apart, they are two": (
        [Source("2024-03-01").pledge(US, "78m USD").pledge(US, "10.8m USD", status="delivered")],
        ["10.8 USD delivered: delivered 10.8", "78 USD offered: offered 78"],
    ),
    "told by two sources, they are two": (
        [
            Source("2024-03-01").pledge(US, "78m USD"),
            Source("2024-03-02").pledge(US, "10.8m USD", status="delivered"),
        ],
        ["10.8 USD delivered: delivered 10.8", "78 USD offered: offered 78"],
    ),
    "one text links what all tell": (
        [
            Source("2024-02-01", "a").pledge(US, "78m USD", "2024-02-01"),
            beside("2024-03-01", "b").pledge(US, "78m USD").pledge(US, "10.8m USD", status="delivered"),
            Source("2024-03-02", "c").pledge(US, "10.8m USD", status="delivered"),
        ],
        ["78 USD offered: offered 78 on 2024-02-01, delivered 10.8"],
    ),
    "deliveries of their own days": (
        [
            beside("2024-03-02", "a")
            .pledge(US, "30m USD", "2024-01-10")
            .pledge(US, "10m USD", "2024-03-01", status="delivered"),
            beside("2024-05-02", "b")
            .pledge(US, "30m USD", "2024-01-10")
            .pledge(US, "12m USD", "2024-05-01", status="delivered"),
        ],
        ["30 USD offered: offered 30 on 2024-01-10, delivered 10 on 2024-03-01, delivered 12 on 2024-05-01"],
    ),
    "deliveries that come to all of it": (
        [
            beside("2024-03-02", "a")
            .pledge(US, "30m USD", "2024-01-10")
            .pledge(US, "18m USD", "2024-03-01", status="delivered"),
            beside("2024-05-02", "b")
            .pledge(US, "30m USD", "2024-01-10")
            .pledge(US, "12m USD", "2024-05-01", status="delivered"),
        ],
        [
            "30 USD delivered: offered 30 on 2024-01-10, delivered 18 on 2024-03-01,"
            " delivered 12 on 2024-05-01"
        ],
    ),
    "without a day it is all that has been paid so far": (
        [
            beside("2024-03-02", "a").pledge(US, "30m USD").pledge(US, "10m USD", status="delivered"),
            beside("2024-05-02", "b").pledge(US, "30m USD").pledge(US, "20m USD", status="delivered"),
        ],
        ["30 USD offered: offered 30, delivered 20"],
    ),
    "more than was offered is no part of it": (
        [beside("2024-03-01").pledge(US, "10m USD").pledge(US, "78m USD", status="delivered")],
        ["10 USD offered: offered 10", "78 USD delivered: delivered 78"],
    ),
    "nor is what was offered later on": (
        [beside("2024-03-01").pledge(US, "78m USD", status="delivered").pledge(US, "10m USD")],
        ["10 USD offered: offered 10", "78 USD delivered: delivered 78"],
    ),
    "for something else": (
        [
            beside("2024-03-01")
            .pledge(US, "78m USD", purposes=["equipment"])
            .pledge(US, "10m USD", status="delivered", purposes=["humanitarian"])
        ],
        ["10 USD delivered: delivered 10", "78 USD offered: offered 78"],
    ),
    "step by step: of the 78 offered 50 are signed, of which 10 paid": (
        [
            beside("2024-03-01")
            .pledge(US, "78m USD")
            .pledge(US, "50m USD", status="committed")
            .pledge(US, "10m USD", status="delivered")
        ],
        ["78 USD offered: offered 78, committed 50, delivered 10"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FLOWS)
def test_what_has_come_of_it(case: str) -> None:
    sources, expected = FLOWS[case]
    assert pledges(told(*sources)) == sorted(expected)


def parts(projection: Projection) -> list[str]:
    wholes = {each.content_key: each for each in projection.pledges}
    return sorted(
        f"{_millions(part.amount.amount)} of {_millions(whole.amount.amount)}"
        for part in projection.pledges
        if part.part_of is not None and part.amount is not None
        for whole in [wholes[part.part_of]]
        if whole.amount is not None
    )


PARTS: dict[str, tuple[list[Source], list[str]]] = {
    "C$60m, made up of 40 for the force and 20 for maritime security": (
        [
            beside("2025-09-23")
            .pledge(CANADA, "60m CAD", total=True)
            .pledge(CANADA, "40m CAD")
            .pledge(CANADA, "20m CAD", purposes=["other"])
        ],
        ["20 of 60", "40 of 60"],
    ),
    "for other recipients too": (
        [beside("2024-02-22").pledge(CANADA, "123m CAD", total=True, to="Haiti").pledge(CANADA, "80.5m CAD")],
        ["80.5 of 123"],
    ),
    "told far apart": (
        [Source("2025-09-23").pledge(CANADA, "60m CAD", total=True).pledge(CANADA, "40m CAD")],
        [],
    ),
    "no more than the whole": (
        [
            beside("2025-09-23")
            .pledge(CANADA, "60m CAD", total=True)
            .pledge(CANADA, "40m CAD")
            .pledge(CANADA, "30m CAD")
        ],
        ["40 of 60"],
    ),
    "in another status": (
        [
            beside("2025-09-23")
            .pledge(CANADA, "60m CAD", total=True)
            .pledge(CANADA, "40m CAD", status="delivered")
        ],
        [],
    ),
    "a further sum before the total that it brings about": (
        [
            beside("2024-03-12")
            .pledge(US, "100m USD", additional=True)
            .pledge(US, "300m USD", total=True)
            .pledge(US, "33m USD", additional=True, to="Haiti")
        ],
        ["100 of 300"],
    ),
    "a sum before a running total is not said to be a part": (
        [beside("2024-03-12").pledge(US, "200m USD").pledge(US, "300m USD", total=True)],
        [],
    ),
    "a list with its total at the end": (
        [
            beside("2024-03-12")
            .pledge(US, "200m USD", to="Haiti")
            .pledge(US, "100m USD")
            .pledge(US, "300m USD", total=True)
        ],
        ["100 of 300", "200 of 300"],
    ),
    "of another giver": (
        [beside("2025-09-23").pledge(CANADA, "60m CAD", total=True).pledge(US, "40m CAD")],
        [],
    ),
    "a list that comes to what its givers gave": (
        [
            beside("2024-04-27")
            .pledge(CANADA, "8.7m USD", status="delivered")
            .pledge(US, "6m USD", status="delivered")
            .pledge("France", "3.2m USD", status="delivered")
            .pledge(None, "18m USD", status="delivered", total=True)
        ],
        ["3.2 of 18", "6 of 18", "8.7 of 18"],
    ),
    "a list that does not": (
        [
            beside("2024-04-27")
            .pledge(None, "18m USD", status="delivered", total=True)
            .pledge(US, "6m USD", status="delivered")
        ],
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", PARTS)
def test_a_part_joins_its_whole(case: str) -> None:
    sources, expected = PARTS[case]
    assert parts(told(*sources)) == expected


def level(*sources: Source) -> MoneyLevel:
    (found,) = money_levels(told(*sources).pledges)
    return found


def test_the_parts_of_one_whole_add_up() -> None:
    sources, _ = PARTS["C$60m, made up of 40 for the force and 20 for maritime security"]
    assert level(*sources).amount == 60 * M


def test_what_has_come_in_part_counts_in_its_own_status() -> None:
    levels = money_levels(told(*FLOWS["deliveries of their own days"][0]).pledges)
    assert [(each.status.value, int(each.amount)) for each in levels] == [
        ("delivered", 22 * M),
        ("offered", 30 * M),
    ]


def test_what_was_offered_in_all() -> None:
    levels = money_levels(
        told(
            Source("2023-10-10").pledge(US, "200m USD"),
            Source("2023-11-10").pledge(US, "200m USD", status="committed"),
            Source("2024-03-11").pledge(US, "100m USD", "2024-03-11", additional=True),
            Source("2024-03-12").pledge(CANADA, "80.5m CAD"),
            Source("2024-03-13").pledge(CANADA, "80.5m CAD", status="committed"),
        ).pledges
    )
    assert [(each.donor, each.status.value, int(each.amount)) for each in levels] == [
        (CANADA, "committed", 80_500_000),
        (US, "committed", 200 * M),
        (US, "offered", 300 * M),
    ]


def test_a_whole_told_with_its_parts_is_no_running_total() -> None:
    projection = told(
        Source("2024-02-22").pledge(CANADA, "80.5m CAD", status="committed"),
        beside("2024-02-23")
        .pledge(CANADA, "42.5m CAD", status="committed", total=True)
        .pledge(CANADA, "15m CAD", status="committed", to="UNOPS"),
    )
    assert projection.contradictions == ()
    assert {each.told_total for each in money_levels(projection.pledges)} == {None}


TOTALS: dict[str, tuple[Sequence[tuple[str, str]], int | None, bool | None]] = {
    "none is told": ([("2024-01-01", "200m USD"), ("2024-03-01", "+100m USD")], None, None),
    "it agrees": (
        [("2024-01-01", "200m USD"), ("2024-03-01", "+100m USD"), ("2024-03-02", "=300m USD")],
        300,
        True,
    ),
    "it agreed when it was told": (
        [("2024-01-01", "200m USD"), ("2024-01-02", "=200m USD"), ("2024-03-01", "+100m USD")],
        200,
        True,
    ),
    "it does not agree": ([("2024-01-01", "200m USD"), ("2024-03-02", "=300m USD")], 300, False),
    "one of less than a single sum is of one announcement": (
        [("2024-02-22", "80m USD"), ("2025-09-22", "=60m USD")],
        None,
        None,
    ),
    "the latest running one counts": (
        [("2024-01-01", "200m USD"), ("2024-01-02", "=200m USD"), ("2025-09-22", "=60m USD")],
        200,
        True,
    ),
    "the latest counts": (
        [("2024-01-01", "200m USD"), ("2024-01-02", "=200m USD"), ("2024-03-02", "=360m USD")],
        360,
        False,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TOTALS)
def test_what_a_running_total_says_of_the_level(case: str) -> None:
    sums, total, agrees = TOTALS[case]
    sources = [
        Source(day).pledge(US, text.lstrip("+="), day, additional=text[0] == "+", total=text[0] == "=")
        for day, text in sums
    ]
    found = level(*sources)
    assert (found.told_total and int(found.told_total), found.agrees) == (total and total * M, agrees)


def test_the_rule_of_a_level_is_printed_with_its_days() -> None:
    found = level(
        Source("2023-11-10").pledge(US, "100m USD", "2023-09-22").pledge(US, "200m USD", "2023-11-09"),
        Source("2024-03-12").pledge(US, "100m USD", "2024-03-11", additional=True),
    )
    assert found.in_words() == "300000000 USD = 200000000 of 2023-11-09 + 100000000 further of 2024-03-11"
    assert found.claims == (2, 3)
