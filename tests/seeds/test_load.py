"""A folder of seed files makes one Knowledge, whatever the files are called and however they are ordered."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.knowledge import ActorEntry, Alias, Knowledge, MissionEntry, OfficeEntry
from tracker.seeds import load_knowledge
from tracker.vocab import ActorKind, AliasKind

NORWAY = """\
states:
- name: Norway
  iso: NO
  currency: NOK
  adjectives: [Norwegian]
  demonyms: [Norwegian, Norwegians]
  capitals: [Oslo]
  governments: [Støre government]
  aliases: [Kingdom of Norway]
  acronyms: [NO]
"""


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_state_with_all_its_names(tmp_path: Path) -> None:
    """ "NO" is Norway's code and acronym, not YAML's word for false."""
    (norway,) = load_knowledge(write(tmp_path, a=NORWAY)).actors

    assert norway == ActorEntry(
        name="Norway",
        kind=ActorKind.STATE,
        currency="NOK",
        aliases=(
            Alias("Kingdom of Norway", AliasKind.NAME),
            Alias("NO", AliasKind.ACRONYM),
            Alias("Norwegian", AliasKind.ADJECTIVE),
            Alias("Norwegian", AliasKind.DEMONYM),
            Alias("Norwegians", AliasKind.DEMONYM),
            Alias("Oslo", AliasKind.CAPITAL),
            Alias("Støre government", AliasKind.GOVERNMENT),
        ),
    )


def test_bodies_outlets_offices_and_missions(tmp_path: Path) -> None:
    text = """\
organizations:
- {name: Storting, kind: body, parent: Norway}
outlets:
- {name: Newswire}
- {name: Fjord Post, country: Norway, aliases: [Post]}
persons:
- name: Kari Nordmann
  offices:
  - {office: Prime Minister, of: Norway, held_from: 2021-10-14, held_to: null}
missions:
- {slug: a-mission, name: Mission in Norway, aliases: [MIN, A], host: Norway, lead: Storting, successor: b}
- {slug: b, name: Second Mission}
"""
    knowledge = load_knowledge(write(tmp_path, a=NORWAY, b=text))

    by_name = {actor.name: actor for actor in knowledge.actors}
    assert by_name["Storting"] == ActorEntry("Storting", ActorKind.BODY, parent="Norway")
    assert by_name["Newswire"] == ActorEntry("Newswire", ActorKind.OUTLET)
    assert by_name["Fjord Post"].parent == "Norway"
    assert by_name["Kari Nordmann"] == ActorEntry("Kari Nordmann", ActorKind.PERSON)
    assert knowledge.offices == (
        OfficeEntry("Kari Nordmann", "Prime Minister", "Norway", date(2021, 10, 14), None),
    )
    assert knowledge.missions == (
        MissionEntry(
            "a-mission", "Mission in Norway", ("A", "MIN"), host="Norway", lead="Storting", successor="b"
        ),
        MissionEntry("b", "Second Mission"),
    )


def test_spellings_that_differ_in_case_are_kept(tmp_path: Path) -> None:
    """ "NATO" and "Nato" are read to the letter, so both must be known."""
    text = "organizations:\n- {name: NATO, kind: organization, aliases: [Nato]}\n"
    (nato,) = load_knowledge(write(tmp_path, a=text)).actors

    assert nato.aliases == (Alias("Nato", AliasKind.NAME),)


def test_one_word_may_stand_in_two_kinds(tmp_path: Path) -> None:
    """A capital that is also a state's name, as "Luxembourg": which is meant is the extractor's to say."""
    text = (
        "states:\n- {name: Luxembourg, iso: LU, currency: EUR}\n"
        "- {name: Belgium, iso: BE, currency: EUR, capitals: [Luxembourg]}\n"
    )
    assert len(load_knowledge(write(tmp_path, a=text)).actors) == 2


def test_empty_files_and_sections(tmp_path: Path) -> None:
    assert load_knowledge(write(tmp_path, a="", b="# nothing yet\n", c="missions:\n")) == Knowledge()


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "generate.py").write_text("not: [yaml", encoding="utf-8")
    (tmp_path / "articles").mkdir()
    assert load_knowledge(write(tmp_path, a=NORWAY)).actors


ENTRIES = [f"- {{name: Person {letter}, aliases: [{letter}. Person]}}\n" for letter in "ABCDEF"]


@given(order=st.permutations(range(len(ENTRIES))), cut=st.integers(0, len(ENTRIES)), swap=st.booleans())
def test_order_and_file_names_do_not_matter(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], cut: int, swap: bool
) -> None:
    expected = None
    for arrangement, at in ((range(len(ENTRIES)), 3), (order, cut)):
        folder = tmp_path_factory.mktemp("seeds")
        lines = [ENTRIES[index] for index in arrangement]
        parts = ["persons:\n" + "".join(part) for part in (lines[:at], lines[at:])]
        names = ("z", "a") if swap else ("a", "z")
        knowledge = load_knowledge(write(folder, **dict(zip(names, parts, strict=True))))
        expected = expected or knowledge
        assert knowledge == expected
        assert knowledge.digest() == expected.digest()


def test_digest_is_the_same_in_every_process() -> None:
    command = "from tracker.seeds import load_knowledge; print(load_knowledge().digest())"
    digests = {
        subprocess.run(
            [sys.executable, "-c", command],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert digests == {f"{load_knowledge().digest()}\n"}
