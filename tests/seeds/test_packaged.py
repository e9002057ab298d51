"""The seeds that the program brings along."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tracker.knowledge import ActorEntry
from tracker.resources import migrations_path, seeds_path
from tracker.seeds import load_knowledge
from tracker.vocab import ActorKind, AliasKind

CORPUS = Path(__file__).parents[1] / "corpus" / "shared"
KNOWLEDGE = load_knowledge()
ACTORS = {actor.name: actor for actor in KNOWLEDGE.actors}
MISSIONS = {mission.slug: mission for mission in KNOWLEDGE.missions}


def aliases(actor: ActorEntry, kind: AliasKind) -> set[str]:
    return {alias.text for alias in actor.aliases if alias.kind is kind}


def meaning(text: str, kind: AliasKind) -> set[str]:
    return {actor.name for actor in KNOWLEDGE.actors if text in aliases(actor, kind)}


def test_entries_are_sorted() -> None:
    assert list(ACTORS) == sorted(ACTORS)
    assert list(MISSIONS) == sorted(MISSIONS)
    assert all(list(actor.aliases) == sorted(actor.aliases) for actor in KNOWLEDGE.actors)
    assert all(list(mission.aliases) == sorted(mission.aliases) for mission in KNOWLEDGE.missions)
    people = [office.person for office in KNOWLEDGE.offices]
    assert people == sorted(people)


def test_every_state_is_there() -> None:
    kinds = Counter(actor.kind for actor in KNOWLEDGE.actors)
    assert kinds[ActorKind.STATE] == 193 + len(
        ["Kosovo", "Palestine", "Taiwan", "Vatican City", "Western Sahara"]
    )
    assert all(actor.currency for actor in KNOWLEDGE.actors if actor.kind is ActorKind.STATE)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("US", AliasKind.ACRONYM, "United States"),
        ("U.S.", AliasKind.ADJECTIVE, "United States"),
        ("Biden administration", AliasKind.GOVERNMENT, "United States"),
        ("Washington", AliasKind.CAPITAL, "United States"),
        ("Britons", AliasKind.DEMONYM, "United Kingdom"),
        ("Downing Street", AliasKind.GOVERNMENT, "United Kingdom"),
        ("Kremlin", AliasKind.GOVERNMENT, "Russia"),
        ("Russian Federation", AliasKind.NAME, "Russia"),
        ("Nairobi", AliasKind.CAPITAL, "Kenya"),
        ("Salvadorans", AliasKind.DEMONYM, "El Salvador"),
        ("Bahamians", AliasKind.DEMONYM, "Bahamas"),
        # Named the other way round in the press.
        ("Barbuda and Antigua", AliasKind.NAME, "Antigua and Barbuda"),
        # Two states' demonym: the commoner one.
        ("Congolese", AliasKind.DEMONYM, "DR Congo"),
        ("Democratic Republic of the Congo", AliasKind.NAME, "DR Congo"),
        ("Timor-Leste", AliasKind.NAME, "East Timor"),
        # Belgium's capital, but it speaks for the Union.
        ("Brussels", AliasKind.CAPITAL, "European Union"),
        ("Southern African Development Community", AliasKind.NAME, "SADC"),
        ("Security Council", AliasKind.NAME, "UN Security Council"),
        ("PNH", AliasKind.ACRONYM, "Haitian National Police"),
        ("OHCHR", AliasKind.ACRONYM, "Office of the United Nations High Commissioner for Human Rights"),
        ("FCDO", AliasKind.ACRONYM, "UK Foreign Office"),
        ("State Department", AliasKind.NAME, "US State Department"),
    ],
)
def test_a_name_means_one_actor(text: str, kind: AliasKind, name: str) -> None:
    assert meaning(text, kind) == {name}


@pytest.mark.parametrize(
    ("name", "parent"),
    [
        ("US State Department", "United States"),
        ("High Court of Kenya", "Kenya"),
        ("UN Security Council", "United Nations"),
        ("European Commission", "European Union"),
        ("Harbour FM", "Barbados"),
        ("Newswire", None),  # international: a bare "$" is nobody's in particular
    ],
)
def test_bodies_and_outlets_belong_to_somebody(name: str, parent: str | None) -> None:
    assert ACTORS[name].parent == parent


def test_successors_end() -> None:
    for slug, mission in MISSIONS.items():
        walked, step = set[str](), mission
        while step.successor is not None:
            assert step.slug not in walked, f"{slug} succeeds itself"
            walked.add(step.slug)
            step = MISSIONS[step.successor]


def test_no_generic_word_means_a_mission() -> None:
    generic = {"mission", "force", "operation", "peacekeeping mission", "multinational force"}
    names = {name.casefold() for mission in KNOWLEDGE.missions for name in (mission.name, *mission.aliases)}
    assert not generic & {name.removeprefix("the ") for name in names}


def test_states_and_bodies_of_the_corpus_are_known_by_the_names_it_uses() -> None:
    unknown = set()
    for path in CORPUS.glob("*.gold.json"):
        gold = json.loads(path.read_text(encoding="utf-8"))
        given = [pledge.get(key) for pledge in gold["pledges"] for key in ("donor", "to")]
        sent = [deployment["contributor"] for deployment in gold["deployments"]]
        decided = [milestone.get("by") for milestone in gold["milestones"]]
        unknown |= {name for name in (*given, *sent, *decided) if name and name not in ACTORS}
        unknown |= {
            slug for slug in (gold["mission"], *gold["other_missions"]) if slug and slug not in MISSIONS
        }
    assert not unknown


def test_demonstration_articles_are_twelve_and_tell_what_they_are() -> None:
    articles = sorted((seeds_path() / "articles").iterdir())
    assert len(articles) == 12
    for article in articles:
        head = article.read_text(encoding="utf-8").split("---\n")[1]
        assert f"published: {article.name[:10]}\n" in head
        assert head.startswith("title: ")


def test_resources_lie_beside_the_package_in_a_checkout() -> None:
    assert migrations_path() == Path(__file__).parents[2] / "migrations"
    assert seeds_path() == Path(__file__).parents[2] / "seeds"
