"""Who speaks: people introduced before, described by office or trade, with titles, or unnamed."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.saying import said

DESCRIBED = [
    (
        "Prime Minister Gaston Browne of Antigua came. "
        '"We are all neighbours here," the Antiguan leader said.',
        ["Gaston Browne “We are all neighbours here"],
        "a leader by his people",
    ),
    (
        'Emmanuel Macron left early. "We will not look away," said the French '
        "president, adding that he had slept.",
        ["Emmanuel Macron “We will not look away", "Emmanuel Macron: he had slept"],
        "what the knowledge says he is, behind the verb",
    ),
    (
        "William Ruto came with Sheikh Hasina. Kenya's president said money was short.",
        ["William Ruto: money was short"],
        "of a state, not whoever was named last",
    ),
    (
        "The Minister of Works, the Hon. Ann Bell, K.C., came. "
        "No road would be closed, the Minister told Members.",
        ["Ann Bell: No road would be closed"],
        "an office in apposition to an honorific",
    ),
    (
        "The head of the police, Ms Ann Bell, came. The police chief said that roads were closed.",
        ["Ann Bell: roads were closed"],
        "a head is a chief",
    ),
    (
        "Foreign Minister Ann Bell met Prime Minister Paul Brown. "
        "The foreign minister said roads were closed.",
        ["Ann Bell: roads were closed"],
        "which minister",
    ),
    (
        "Foreign Minister Ann Bell met Prime Minister Paul Brown. The prime minister said roads were closed.",
        ["Paul Brown: roads were closed"],
        "and which one else",
    ),
    (
        "Vice President Paul Brown came. The president said roads were closed.",
        [],
        "a vice president is not the president",
    ),
    (
        'Rose Delva had heard nothing. "We only want to sleep," the mother of three said by telephone.',
        ["Rose Delva “We only want to sleep"],
        "what somebody just introduced is at home",
    ),
    (
        'Jean Prévil sells mangoes. "We only want to sleep," the 43-year-old said.',
        ["Jean Prévil “We only want to sleep"],
        "by his age",
    ),
    (
        'Judge Jean Prévil came. "We only want to sleep," the farmer said.',
        ["? “We only want to sleep"],
        "he was said to be something else",
    ),
    (
        "Jean Prévil came.\n\nThe city was quiet.\n\nThe port was "
        'closed.\n\n"I want to sleep," the trader said.',
        ["? “I want to sleep"],
        "too far from his name",
    ),
    (
        "Jean Prévil, who teaches history, was less sure. In his view, the plan had come too late.",
        ["Jean Prévil: the plan had come too"],
        "in his view",
    ),
    (
        'General Wiranto came. "We are not to blame," Wiranto said. He added: "We did all we could."',
        ["Wiranto “We are not to blame", "Wiranto “We did all we could."],
        "a name of one word, and he",
    ),
    (
        "“The line must hold, and nobody can be asked to hold it unpaid.”\n\n"
        "Ann Bell, High Representative for the Region",
        ["Ann Bell “The line must hold, and"],
        "signed on the next line",
    ),
    (
        "“The line must hold, and nobody can be asked to hold it unpaid.”\n\nAnn Bell, who came late, left.",
        ["? “The line must hold, and"],
        "the next line is a sentence of its own",
    ),
    (
        "Bahrain will pay in June, its Foreign Ministry announced last night.",
        ["Bahrain Foreign Ministry: Bahrain will pay in June"],
        "whose ministry",
    ),
]

UNNAMED = [
    (
        'Régine Maki was washing clothes. Her neighbour nodded. "Nobody came to help us," she said.',
        ["? “Nobody came to help us"],
        "somebody's neighbour",
    ),
    (
        "Paul Brown came. A senior officer involved in the plan, who asked not "
        'to be named, said no. "We go," he said.',
        [],
        "too short to be a statement",
    ),
    (
        "Paul Brown came. A senior officer, who asked not to be named, said all was set. "
        '"We can go at once," he said.',
        ["? “We can go at once"],
        "he is who said so before",
    ),
    (
        'Paul Brown came. A constable in Kericho wrote to me. "I went for the money," he wrote.',
        ["? “I went for the money"],
        "and who only acted",
    ),
    (
        'Paul Brown came. One nurse in Delmas, asked about it, laughed. "They have clean boots," she said.',
        ["? “They have clean boots"],
        "behind a participle",
    ),
    (
        'A farmer in Kisumu, John Otieno, came. "They have clean boots," he said.',
        ["John Otieno “They have clean boots"],
        "he has a name after all",
    ),
    (
        "Several states, Paul Brown wrote, would pay. He said the rest would not.",
        ["Paul Brown: Several states would pay", "Paul Brown: the rest would not"],
        "several states speak for nobody",
    ),
    ("A spokesman for Ruto said the men were ready.", [], "he has no name, and is not his master"),
    (
        '"They come at night," one resident of Solino told Reuters by phone.',
        ["? “They come at night"],
        "nor his town",
    ),
    (
        '"They come at night," said a shopkeeper who would not be named.',
        ["? “They come at night"],
        "shopkeeper",
    ),
    ("Ruto's spokesman said the men were ready.", [], "an office without a name"),
]

TITLES = [
    ("Lieutenant-Colonel Aoife Ní Dhomhnaill", "Aoife Ní Dhomhnaill"),
    ("Brig.-Gen. Kevin Spencer", "Kevin Spencer"),
    ("Tánaiste Simon Harris", "Simon Harris"),
    ("Prime Minister-designate Garry Conille", "Garry Conille"),
    ("Raksha Mantri Shri Rajnath Singh", "Rajnath Singh"),
    ("Dato' Seri Mohamed Khaled Nordin", "Mohamed Khaled Nordin"),
    ("Pastor Rose Delva", "Rose Delva"),
    ("UN aid chief Tom Fletcher", "Tom Fletcher"),
    ("Vice-Admiral Hervé Bléjean", "Hervé Bléjean"),
    ("The Sinn Féin leader, Mary Lou McDonald,", "Mary Lou McDonald"),
    ("The Republican People's Party", "Republican People's Party"),
    ("The U.N. Children's Fund", "UNICEF"),
]


@pytest.mark.parametrize(("text", "expected", "_why"), DESCRIBED, ids=[c[2] for c in DESCRIBED])
def test_people_described(text: str, expected: list[str], _why: str, read_article: ReadArticle) -> None:
    assert said(text, read_article) == expected


@pytest.mark.parametrize(("text", "expected", "_why"), UNNAMED, ids=[c[2] for c in UNNAMED])
def test_people_without_a_name(text: str, expected: list[str], _why: str, read_article: ReadArticle) -> None:
    assert said(text, read_article) == expected


@pytest.mark.parametrize(("named", "speaker"), TITLES, ids=[c[0] for c in TITLES])
def test_titles(named: str, speaker: str, read_article: ReadArticle) -> None:
    assert said(f"{named} said it was ready.", read_article) == [f"{speaker}: it was ready"]
