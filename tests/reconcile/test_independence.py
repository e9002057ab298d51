"""Which texts are one report: edits that a desk makes of a wire's, against two papers' own."""

from __future__ import annotations

import hashlib
import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.reconcile.independence import origins
from tracker.reconcile.model import SourceRef
from tracker.reconcile.sketch import sketch

WIRE = """Kenyan police land in Haiti after long delay

PORT-AU-PRINCE (Wire) - A first contingent of Kenyan police officers arrived in the Haitian capital
on Tuesday, opening a mission that the United Nations approved last October and that courts and
politics had held up since.

The officers, in camouflage and carrying their rifles, walked from a chartered aircraft past a line
of Haitian ministers. About 200 of them came, two officials said, and as many are to follow within
weeks.

"We have come to serve alongside the Haitian National Police and to give families back their
streets," the force commander told reporters beside the runway.

Gangs hold most of Port-au-Prince and have driven more than half a million people from their homes.
Hospitals have closed and the main port works on few days. An earlier peacekeeping force left in
2017.

Washington has promised 300 million dollars for the mission, the largest sum that any state has
given. Canada has set aside 80.5 million Canadian dollars. A fund run by the United Nations had 21
million in hand this week.

Lawyers in Nairobi have asked a judge to bring the officers home. A ruling is expected in the
autumn.
"""

OWN = """Four hundred days late, the Kenyans are here

By our correspondent at Toussaint Louverture airport

They came down the steps two by two, and somebody among the baggage handlers began to clap. By
nightfall on Tuesday the Kenyans had a camp, a flag and a first meeting with their Haitian
colleagues behind them.

What they can do is another matter. The gangs that rule the capital have more rifles than the
police, and they have used the months of argument in Nairobi's courts to dig in.

"We have come to serve alongside the Haitian National Police and to give families back their
streets," the force commander said. A doctor at the general hospital, closed since March, said that
she would believe it when her ward reopened.

The United States pays for most of the mission. Other givers have been slow, and the fund in New
York holds no more than what a month would cost.
"""


def ref(body: str, published: str | None = "2024-06-25", name: str = "") -> SourceRef:
    digest = hashlib.sha256(body.encode()).hexdigest()
    day = None if published is None else date.fromisoformat(published)
    return SourceRef(f"{name} {digest}", digest, day, sketch=sketch(body))


def paragraphs(body: str) -> list[str]:
    return body.split("\n\n")


EDITS = {
    "another headline": "\n\n".join(["At last: police from Kenya", *paragraphs(WIRE)[1:]]),
    "another byline and date line": WIRE.replace("PORT-AU-PRINCE (Wire) - ", "By Our Staff, June 26\n\n"),
    "the last paragraph cut": "\n\n".join(paragraphs(WIRE)[:-1]),
    "the last two cut, and another headline": "\n\n".join(["Kenyans arrive", *paragraphs(WIRE)[1:-2]]),
    "a changed number": WIRE.replace("About 200", "About 400"),
    "American quotes and spelling, other line breaks": WIRE.replace('"', "”").replace("\n", " "),
    "some words changed all over": WIRE.replace("officers", "policemen").replace("Washington", "The US"),
    "a paragraph of one's own": WIRE + "\n\nThe paper's owner holds shares in the airline that flew them.",
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_report_is_the_same(edit: str) -> None:
    wire, paper = ref(WIRE), ref(EDITS[edit], "2024-06-26")
    assert origins([paper, wire]) == dict.fromkeys([wire.text_sha256, paper.text_sha256], wire.text_sha256)


def test_two_papers_own_reports_are_two() -> None:
    ours, theirs = ref(WIRE), ref(OWN)
    assert origins([ours, theirs]) == {each.text_sha256: each.text_sha256 for each in (ours, theirs)}


def test_the_earliest_represents_the_undated_last_then_by_digest() -> None:
    texts = [ref(WIRE, None), ref(EDITS["a changed number"], "2024-06-27"), ref(EDITS["another headline"])]
    assert set(origins(texts).values()) == {texts[2].text_sha256}
    same_day = [ref(WIRE), ref(EDITS["a changed number"])]
    assert set(origins(same_day).values()) == {min(each.text_sha256 for each in same_day)}


def test_a_chain_of_edits_is_one_report() -> None:
    words = [f"word{number}" for number in range(400)]
    chain = [ref(" ".join(words[start : start + 200])) for start in range(0, 200, 40)]
    assert len(set(origins(chain).values())) == 1
    assert len(set(origins([chain[0], chain[-1]]).values())) == 2


def test_a_text_without_a_sketch_stands_alone() -> None:
    bare = [SourceRef(name, name * 64, date(2024, 1, 1)) for name in "ab"]
    assert origins(bare) == {each.text_sha256: each.text_sha256 for each in bare}


def test_a_thousand_copies_and_a_thousand_reports() -> None:
    chance = random.Random(4)
    copies = [ref(WIRE + f"\n\nPage {number}") for number in range(1000)]
    reports = [
        ref(" ".join(f"w{chance.randrange(10**6)}" for _ in range(200)) + OWN[-200:]) for _ in range(1000)
    ]
    assert len(set(origins([*copies, *reports]).values())) == 1001


TEXTS = [WIRE, OWN, *EDITS.values(), *paragraphs(WIRE), *paragraphs(OWN)]


@given(st.lists(st.sampled_from(TEXTS), max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_the_sources_does_not_matter(bodies: list[str], chance: random.Random) -> None:
    sources = [ref(body, f"2024-06-{place + 1:02}") for place, body in enumerate(bodies)]
    found = origins(sources)
    assert origins(chance.sample(sources, len(sources)) + sources[:2]) == found
    assert all(found[origin] == origin for origin in found.values())
