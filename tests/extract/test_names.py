"""Names of persons, bodies and states, as newspapers write them."""

from __future__ import annotations

import pytest

from tests.extract.conftest import article
from tracker.extract.gazetteer import gazetteer
from tracker.extract.names import Name
from tracker.extract.reading import read
from tracker.knowledge import Knowledge


def names(text: str, knowledge: Knowledge) -> list[Name]:
    return [name for parsed in read(article(text), gazetteer(knowledge)).parsed for name in parsed.names]


def printed(name: Name) -> str:
    """Return ``kind name``, "?" behind one that nothing vouches for."""
    kind = name.kind.value if name.kind is not None else "mission"
    return f"{kind} {name.name}{'' if name.certain else '?'}"


PERSONS = [
    ("Abdul Karim al-Issa spoke.", "Abdul Karim al-Issa", "an Arabic article"),
    ("Prince Faisal bin Farhan spoke.", "Faisal bin Farhan", "a son of"),
    ("Mohamed ould Ghazouani spoke.", "Mohamed ould Ghazouani", "in Mauritania too"),
    ("Maria Isabel de la Torre spoke.", "Maria Isabel de la Torre", "two particles"),
    ("Ludwig van der Berg spoke.", "Ludwig van der Berg", "Dutch"),
    ("Jean-Pierre d'Aubigny spoke.", "Jean-Pierre d'Aubigny", "an elided particle"),
    ("Conor O'Brien spoke.", "Conor O'Brien", "an apostrophe"),
    ("Prime Minister Kim Min-seok spoke.", "Kim Min-seok", "the surname first"),
    ("Defence Minister Dong Jun spoke.", "Dong Jun", "a month that is a name"),
    ("Retired Gen. Mark A. Milley spoke.", "Mark A. Milley", "an initial in the middle"),
    ('Jimmy "Barbecue" Cherizier spoke.', 'Jimmy "Barbecue" Cherizier', "a nickname"),
    ("Lt-Col Jean Kalonji spoke.", "Jean Kalonji", "a hyphenated rank"),
    ("Lt. Col. Jean Kalonji spoke.", "Jean Kalonji", "two ranks"),
    ("Msgr Max Leroy Mésidor spoke.", "Max Leroy Mésidor", "a cleric"),
    ("Ms Smith spoke.", "Smith", "a surname with a title"),
    ("Ex-President Martelly spoke.", "Martelly", "a former office"),
    ("Israel Katz spoke.", "Israel Katz", "a state that is a given name"),
    ("Jordan Bardella spoke.", "Jordan Bardella", "another one"),
]


@pytest.mark.parametrize(("text", "expected", "_why"), PERSONS, ids=[c[2] for c in PERSONS])
def test_persons(text: str, expected: str, _why: str, knowledge: Knowledge) -> None:
    assert [printed(n) for n in names(text, knowledge)] == [f"person {expected}"]


OTHERS = [
    ("The Viv Ansanm coalition attacked.", ["body Viv Ansanm"], "a group by the noun behind it"),
    ("The Solino Accord was signed.", ["body Solino Accord"], "a body by its last word"),
    (
        "The Ministry of Health and Sanitation paid.",
        ["body Ministry of Health and Sanitation"],
        "and by its task",
    ),
    ("The Court of Appeal ruled.", ["body Court of Appeal"], "a court"),
    ("The University of the West Indies spoke.", ["body University of the West Indies"], "of the"),
    ("The Royal Bahamas Defence Force left.", ["body Royal Bahamas Defence Force"], "a state within a name"),
    ("The Council met.", [], "a description"),
    ("The Foreign Minister spoke.", [], "an office without its holder"),
    ("Israel Police came.", ["state Israel"], "a body is no surname"),
    ("The Jordan Valley is green.", ["state Jordan"], "nor is a place"),
    ("Port Salut fell.", ["person Port Salut?"], "a port is hardly a person"),
    ("In Gonaïves they fled.", ["person Gonaïves?"], "nor what one is in"),
    ("Near Kenscoff they fled.", ["person Kenscoff?"], "a preposition opens the sentence"),
    ("On Monday they left.", [], "the calendar"),
    ("It costs C$60 million.", [], "a currency"),
    ("It told us that they left.", [], "us is not the United States"),
    ("Who said so?", [], "who is not the World Health Organization"),
    ("Bosnia and Herzegovina came.", ["state Bosnia and Herzegovina"], "and within a name"),
    ("South Sudan and Sudan came.", ["state South Sudan", "state Sudan"], "the longest name wins"),
    ("The Republic of Congo came.", ["state Republic of the Congo"], "one of two Congos"),
    ("The Democratic Republic of the Congo came.", ["state DR Congo"], "the other one"),
    ("KENYA SENDS POLICE TO HAITI", ["state Kenya", "state Haiti"], "a line in capitals"),
    ("THEY TOLD US WHO CAME", [], "capitals are no acronyms there"),
]


@pytest.mark.parametrize(("text", "expected", "_why"), OTHERS, ids=[c[2] for c in OTHERS])
def test_bodies_states_and_places(text: str, expected: list[str], _why: str, knowledge: Knowledge) -> None:
    assert [printed(n) for n in names(text, knowledge)] == expected


OFFICES = [
    ("Interior Minister Jane Smith spoke.", "Interior Minister", None, "before the name"),
    ("Kenyan Interior Minister Jane Smith spoke.", "Interior Minister", "Kenya", "with its state"),
    ("Kenya's Interior Minister Jane Smith spoke.", "Interior Minister", "Kenya", "with its owner"),
    (
        "Jane Smith, Kenya's interior minister, spoke.",
        "Kenya's interior minister",
        "Kenya",
        "behind the name",
    ),
    ("Jane Smith, the U.S. ambassador, spoke.", "U.S. ambassador", "United States", "without its article"),
    ("Prime Minister Jane Smith of Jamaica spoke.", "Prime Minister", "Jamaica", "the state behind"),
    (
        "Cabinet Secretary for Interior Jane Smith spoke.",
        "Cabinet Secretary for Interior",
        None,
        "an office with its task",
    ),
    (
        "UN special envoy for Haiti Jane Smith spoke.",
        "UN special envoy for Haiti",
        "United Nations",
        "the state where an envoy works is not his own",
    ),
    ("Lawyer Jane Smith spoke.", "Lawyer", None, "a trade"),
    ("Jane Smith, 52, spoke.", None, None, "an age"),
]


@pytest.mark.parametrize(("text", "office", "of", "_why"), OFFICES, ids=[c[3] for c in OFFICES])
def test_offices(text: str, office: str | None, of: str | None, _why: str, knowledge: Knowledge) -> None:
    (person,) = [n for n in names(text, knowledge) if n.name == "Jane Smith"]
    assert (person.office, person.of) == (office, of)


def test_a_surname_is_the_person_named_in_full_anywhere(knowledge: Knowledge) -> None:
    text = "Smith spoke first. Then Interior Minister Jane Smith left. Brown, unknown to all, stayed."
    found = names(text, knowledge)
    assert [printed(n) for n in found] == ["person Jane Smith", "person Jane Smith", "person Brown?"]
    assert found[0].office == "Interior Minister"


def test_a_headline_vouches_for_no_person(knowledge: Knowledge) -> None:
    text = "Croix Bossale burns\n\nThe market of Croix Bossale burned."
    document = article(text)
    reading = read(
        type(document)(
            name=document.name,
            body=text,
            input_sha256=document.input_sha256,
            head_end=text.index("The market"),
        ),
        gazetteer(knowledge),
    )
    assert [printed(n) for n in reading.parsed[0].names] == ["person Croix Bossale"]
