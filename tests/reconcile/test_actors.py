"""Which actor a name means."""

from __future__ import annotations

import pytest

from tests.reconcile.telling import INDEX, KNOWLEDGE
from tracker.knowledge import ActorEntry, Alias, Knowledge
from tracker.reconcile.actors import ActorIndex, actor_things, resolve
from tracker.reconcile.model import MentionKey
from tracker.vocab import ActorKind, AliasKind

PERSON, STATE, BODY = ActorKind.PERSON, ActorKind.STATE, ActorKind.BODY


def meanings(*names: str | tuple[str, ActorKind], mission: str = "haiti-mission") -> dict[str, str]:
    """Return what each name means in a mission; a bare string is a person."""
    keys = [MentionKey(mission, *(name if isinstance(name, tuple) else (name, PERSON))) for name in names]
    return {key.name: name for key, name in resolve(keys, INDEX).items()}


CASES: dict[str, tuple[list[str | tuple[str, ActorKind]], dict[str, str]]] = {
    "alias, adjective and capital of a state": (
        [("Nairobi", STATE), ("Kenyan", STATE), ("kenya", STATE)],
        {"Nairobi": "Kenya", "Kenyan": "Kenya", "kenya": "Kenya"},
    ),
    "a person is never a capital": (["Washington"], {"Washington": "Washington"}),
    "a surname and the one full name that it fits": (
        ["Henry", "Ariel Henry"],
        {"Henry": "Ariel Henry", "Ariel Henry": "Ariel Henry"},
    ),
    "a surname that fits two stays its own": (
        ["Ruiz", "Ana Ruiz", "Luis Ruiz"],
        {"Ruiz": "Ruiz", "Ana Ruiz": "Ana Ruiz", "Luis Ruiz": "Luis Ruiz"},
    ),
    "a middle name": (
        ["Linda Greenfield", "Linda Thomas Greenfield", "Greenfield"],
        dict.fromkeys(
            ("Linda Greenfield", "Linda Thomas Greenfield", "Greenfield"), "Linda Thomas Greenfield"
        ),
    ),
    "a first name is no surname": (
        ["Ariel", "Ariel Henry"],
        {"Ariel": "Ariel", "Ariel Henry": "Ariel Henry"},
    ),
    "honorifics and offices before the name": (
        ["Dr. Ariel Henry", "Prime Minister Henry", "Ariel Henry"],
        dict.fromkeys(("Dr. Ariel Henry", "Prime Minister Henry", "Ariel Henry"), "Ariel Henry"),
    ),
    "accents, the fullest spelling shown": (
        ["Medard Conille", "Médard Conille", "CONILLE"],
        dict.fromkeys(("Medard Conille", "Médard Conille", "CONILLE"), "Médard Conille"),
    ),
    "a known name leads, however the articles put it": (
        ["Ruto", "William Samoei Ruto", "William Ruto"],
        dict.fromkeys(("Ruto", "William Samoei Ruto", "William Ruto"), "William Ruto"),
    ),
    "a state's own court is not the state": (
        [("the High Court of Kenya", BODY)],
        {"the High Court of Kenya": "High Court of Kenya"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_meaning(case: str) -> None:
    names, expected = CASES[case]
    assert meanings(*names) == expected
    assert meanings(*reversed(names)) == expected


def test_a_surname_is_the_same_person_within_a_mission_only() -> None:
    keys = [
        MentionKey("haiti-mission", "Henry", PERSON),
        MentionKey("haiti-mission", "Ariel Henry", PERSON),
        MentionKey("ramsi", "Henry", PERSON),
    ]
    found = resolve(keys, INDEX)
    assert found[keys[0]] == "Ariel Henry"
    assert found[keys[2]] == "Henry"


def test_where_no_mission_is_told_of_surnames_join_nobody() -> None:
    keys = [MentionKey(None, "Henry", PERSON), MentionKey(None, "Ariel Henry", PERSON)]
    assert resolve(keys, INDEX)[keys[0]] == "Henry"


def test_an_alias_of_two_actors_means_neither() -> None:
    both = tuple(
        ActorEntry(name, ActorKind.ORGANIZATION, (Alias("AC", AliasKind.ACRONYM),))
        for name in ("A Corps", "A Council")
    )
    assert ActorIndex(Knowledge(actors=both)).find("AC", ActorKind.ORGANIZATION) is None


def test_actors_keep_kind_parent_and_the_names_they_were_given() -> None:
    keys = [
        MentionKey("haiti-mission", "Nairobi", STATE),
        MentionKey("haiti-mission", "High Court of Kenya", BODY),
        MentionKey("haiti-mission", "Henry", PERSON),
        MentionKey("haiti-mission", "Ariel Henry", PERSON),
    ]
    things = {each.name: each for each in actor_things(resolve(keys, INDEX), INDEX)}
    assert things["Kenya"].aliases == ("Nairobi",)
    assert things["High Court of Kenya"].parent == "Kenya"
    assert (things["Ariel Henry"].aliases, things["Ariel Henry"].known) == (("Henry",), False)
    assert KNOWLEDGE.offices[0].person not in things
