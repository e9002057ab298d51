"""Who speaks: people introduced before, described by office or trade, in relative clauses, or unnamed."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.test_statements import said

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

CLAUSES = [
    (
        "The court will hear the leader of Thirdway, Ekuru Aukot, who says "
        "the law allows only soldiers to go.",
        ["Ekuru Aukot: the law allows only soldiers"],
        "a relative clause reports",
    ),
    (
        "It took note of the briefing by Major General Paul Brown, who "
        "stated that 900 men were in the field.",
        ["Paul Brown: 900 men were in the"],
        "behind a preposition",
    ),
    (
        "Half should be paid soon, according to the treasurer, Ann Bell, "
        "who added that the rest would follow.",
        ["Ann Bell: Half should be paid soon", "Ann Bell: the rest would follow"],
        "behind according to",
    ),
    ("The man who said that the force would go was gone.", [], "who said it has no name"),
    (
        "Ruto said the force, which Kindiki said would go, would stay.",
        ["Ruto: the force, which Kindiki said"],
        "within",
    ),
    (
        "Ann Bell told a meeting of ministers held in Geneva on Friday that money was short.",
        ["Ann Bell: money was short"],
        "who was told is described at length",
    ),
    (
        "Ann Bell told a daily briefing that money was short.",
        ["Ann Bell: money was short"],
        "a briefing is no reporting verb",
    ),
    (
        "Money was short, Ann Bell told the first meeting of her Board of Trade "
        "on Friday, and the fund would close.",
        ["Ann Bell: Money was short"],
        "what follows is not what was told",
    ),
    (
        "Ann Bell told the summit in Geneva, of which Oman and Chad were hosts, of her fears.",
        [],
        "nor what is said of it by the way",
    ),
    (
        '"We go home," Ann Bell told reporters afterwards, adding that banks still refused to pay.',
        ["Ann Bell: banks still refused to pay"],
        "adding has a that of its own",
    ),
    ("Ann Bell retorted that boys were being sent.", ["Ann Bell: boys were being sent"], "retorted"),
    ("Chad has protested that it was not asked.", ["Chad: it was not asked"], "protested"),
    ("Ann Bell acknowledged the money was late.", ["Ann Bell: the money was late"], "without that"),
    ("Chad promises equipment against roadside bombs worth $9m.", [], "bombs are no verb here"),
    (
        "Ann Bell, Commissioner of the African Union for Political Affairs, "
        "Peace and Security, said money was short.",
        ["Ann Bell: money was short"],
        "an office with a list in it",
    ),
    (
        "Asks states to hasten; according to the Lake Chad Basin Commission, "
        "two million people cannot go home;",
        ["Lake Chad Basin Commission: two million people cannot go"],
        "the next point of a list",
    ),
    (
        "Ann Bell came. According to Ms. Bell, money was short again.",
        ["Ann Bell: money was short again"],
        "an abbreviated title",
    ),
    (
        '"We are trapped in here", according to Ann Bell.',
        ["Ann Bell “We are trapped in here"],
        "behind a British comma",
    ),
    ('"Who will pay for this?" Ann Bell asked.', ["Ann Bell “Who will pay for this?"], "a question"),
    (
        '"Who will pay for this?" Ann Bell asked reporters.',
        ["Ann Bell “Who will pay for this?"],
        "asked of whom",
    ),
    (
        '"Never again will we wait!" Ann Bell told parliament.',
        ["Ann Bell “Never again will we wait!"],
        "a cry",
    ),
    (
        '"Who will pay for this?" Kenya sent 400 officers.',
        ["? “Who will pay for this?"],
        "a sentence of its own",
    ),
    ('Ann Bell spoke of "a signal to all who play with fire".', [], "its verb is in a relative clause"),
    (
        'It would give the force "a muscle that it has never had", Ann Bell wrote.',
        ["Ann Bell: It would give the force"],
        "so the clause around it is reported",
    ),
    (
        'Ann Bell said "the men who came are tired".',
        ["Ann Bell “the men who came are"],
        "it has another verb",
    ),
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


@pytest.mark.parametrize(("text", "expected", "_why"), CLAUSES, ids=[c[2] for c in CLAUSES])
def test_clauses_that_report(text: str, expected: list[str], _why: str, read_article: ReadArticle) -> None:
    assert said(text, read_article) == expected


@pytest.mark.parametrize(("named", "speaker"), TITLES, ids=[c[0] for c in TITLES])
def test_titles(named: str, speaker: str, read_article: ReadArticle) -> None:
    assert said(f"{named} said it was ready.", read_article) == [f"{speaker}: it was ready"]
