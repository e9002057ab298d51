"""A mission or actor is found by slug, name or alias; a near miss is suggested and never taken."""

from __future__ import annotations

import pytest

from tracker.errors import ItemError
from tracker.read.names import Named, folded, resolve

MISSIONS = [
    Named(1, "haiti-mission", ("Multinational Security Support Mission", "MSS", "Mission d'appui à Haïti")),
    Named(2, "minusma", ("MINUSMA", "UN mission in Mali")),
    Named(3, "mozambique-mission", ("Rwandan mission in Cabo Delgado",)),
]
PEOPLE = [
    Named(1, "William Ruto", ("President Ruto",)),
    Named(2, "Antony Blinken", ()),
    Named(3, "Tony Blinken-Smith", ()),
    Named(4, "The Gambia", ("Gambia",)),
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("haiti-mission", 1),
        ("Haiti Mission", 1),  # a slug typed as words
        ("mss", 1),
        ("the Multinational Security Support Mission", 1),
        ("mission d'appui a haiti", 1),  # no accents on the keyboard
        ("MINUSMA", 2),  # slug and alias of one mission are no ambiguity
    ],
)
def test_a_mission_answers_to_slug_name_and_alias(query: str, found: int) -> None:
    assert resolve(query, MISSIONS, "mission").id == found


def test_the_article_the_is_no_part_of_a_name() -> None:
    assert resolve("gambia", PEOPLE, "actor").key == "The Gambia"


@pytest.mark.parametrize(
    ("query", "suggested"),
    [
        ("haiti", "haiti-mission"),  # a part of a slug
        ("haiti-misson", "haiti-mission"),  # a slip
        ("minsuma", "minusma"),
    ],
)
def test_a_miss_suggests_the_nearest(query: str, suggested: str) -> None:
    with pytest.raises(ItemError) as caught:
        resolve(query, MISSIONS, "mission")
    message = str(caught.value)
    assert query in message
    assert f"did you mean {suggested}" in message
    assert "\n" not in message


def test_a_bare_surname_is_suggested_and_not_taken() -> None:
    with pytest.raises(ItemError, match="did you mean Antony Blinken or Tony Blinken-Smith"):
        resolve("Blinken", PEOPLE, "actor")


@pytest.mark.parametrize("query", ["", " ", "the", "zzzzzz", "é"])
def test_nothing_like_it_is_said_plainly(query: str) -> None:
    with pytest.raises(ItemError, match="no mission is called"):
        resolve(query, MISSIONS, "mission")


def test_a_name_of_two_is_not_guessed() -> None:
    both = [Named(1, "amis", ("AU mission",)), Named(2, "atmis", ("AU mission",))]
    with pytest.raises(ItemError, match="several missions: amis, atmis"):
        resolve("AU Mission", both, "mission")


def test_folding_leaves_the_lone_word_the() -> None:
    assert folded("The") == "the"


HOSTED = [
    Named(1, "amisom", ("African Union Mission in Somalia",), ("Somalia", "Mogadishu")),
    Named(2, "aussom", ("AU Support Mission",), ("Somalia", "Mogadishu"), sources=2),
    Named(3, "monusco", ("Stabilization Mission",), ("Democratic Republic of the Congo", "DRC")),
    Named(4, "onuc", ("Operation",), ("Democratic Republic of the Congo", "DRC")),
    Named(5, "guinea-mission", ("A mission",), ("Guinea",)),
    Named(6, "eomg", ("Another mission",), ("Equatorial Guinea",), sources=9),
]


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("Somalia", "aussom, amisom"),  # told of before untold
        ("mogadishu", "aussom, amisom"),
        ("Congo", "monusco, onuc"),  # a word of a name
        ("Guinea", "guinea-mission"),  # the very name before one that holds it
    ],
)
def test_a_miss_that_names_a_place_lists_what_is_there(query: str, there: str) -> None:
    with pytest.raises(ItemError) as caught:
        resolve(query, HOSTED, "mission")
    assert str(caught.value) == f'no mission is called "{query}"; missions there: {there}'


def test_of_two_as_near_the_one_told_of_is_suggested_first() -> None:
    missions = [Named(1, "mission-a", ()), Named(2, "mission-b", (), sources=1)]
    with pytest.raises(ItemError, match="did you mean mission-b or mission-a"):
        resolve("mission-c", missions, "mission")
