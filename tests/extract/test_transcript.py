"""Transcripts: paragraphs that open with the name of who speaks."""

from __future__ import annotations

from tests.extract.conftest import ReadArticle

MISSION = "The Kenya-led mission in Haiti began in June. Kenya sent 400 officers to Haiti.\n\n"


def turns(text: str, read_article: ReadArticle) -> list[tuple[str | None, str, str]]:
    return [
        (s.speaker.name if s.speaker else None, s.starts, s.rule)
        for s in read_article(MISSION + text).statements
    ]


def test_each_turn_of_a_named_person_is_one_statement(read_article: ReadArticle) -> None:
    text = (
        "HOST: Welcome to the programme.\n\n"
        "JANE SMITH (analyst): Thank you. Kenya will send 600 more.\n\n"
        "HOST: Will it be enough?\n\n"
        "SMITH: No. He told me “it will never be enough”.\n\n"
        "DR. JEAN-PAUL BRUN: I do not agree with that."
    )
    assert turns(text, read_article) == [
        ("Jane Smith", "Thank you. Kenya will send", "transcript-turn"),
        ("Jane Smith", "No. He told me “it", "transcript-turn"),
        ("Jean-Paul Brun", "I do not agree with", "transcript-turn"),
    ]


def test_namesakes_stay_apart(read_article: ReadArticle) -> None:
    text = "Jane Smith: We go now.\n\nPaul Smith: We stay here.\n\nJane Smith: Then stay, all of you."
    assert [speaker for speaker, _, _ in turns(text, read_article)] == [
        "Jane Smith",
        "Paul Smith",
        "Jane Smith",
    ]


def test_two_labels_are_no_transcript(read_article: ReadArticle) -> None:
    text = "Background: The force arrived.\n\nNext steps: The council meets in May.\n\nIt will vote then."
    assert turns(text, read_article) == []


def test_a_list_of_topics_is_no_transcript(read_article: ReadArticle) -> None:
    text = "Money: It is short.\n\nMen: They are few.\n\nTime: It runs out.\n\nHope: There is some."
    assert turns(text, read_article) == []


def test_a_list_by_states_is_no_transcript(read_article: ReadArticle) -> None:
    text = (
        "Chad: up to 800 police, said to come in April.\n\nSierra Leone: a company of infantry.\n\n"
        "European Union: 20 million euros for radios.\n\nSouth Korea: no troops at all."
    )
    assert turns(text, read_article) == []


def test_an_answer_is_given_by_the_only_person_introduced(read_article: ReadArticle) -> None:
    text = (
        "We put the questions to Godfrey Otunge, who leads it.\n\n"
        "Q: How many men do you have?\n\nA: We have four hundred.\n\n"
        "Q: How many do you need?\n\nA: We need many more. I have said so."
    )
    assert turns(text, read_article) == [
        ("Godfrey Otunge", "We have four hundred.", "transcript-turn"),
        ("Godfrey Otunge", "We need many more. I", "transcript-turn"),
    ]


def test_nobody_answers_where_two_were_introduced(read_article: ReadArticle) -> None:
    text = (
        "Godfrey Otunge and Jane Smith met the press.\n\n"
        "Q: How many men do you have?\n\nA: We have four hundred.\n\n"
        "Q: How many do you need?\n\nA: We need many more. I have said so."
    )
    assert turns(text, read_article) == []


def test_questions_without_a_colon(read_article: ReadArticle) -> None:
    text = (
        "Q. Commander, how many men do you have?\n\nOTUNGE: We have four hundred.\n\n"
        "Q. How many do you need?\n\nOTUNGE: We need many more."
    )
    assert [speaker for speaker, _, _ in turns(text, read_article)] == ["Otunge", "Otunge"]


def test_offices_in_labels_are_no_names(read_article: ReadArticle) -> None:
    text = (
        "SECRETARY BLINKEN: Good afternoon. We are glad to be here.\n\n"
        "FOREIGN MINISTER DUPUY: We thank you for it.\n\nTHE PRESIDENT: Let us begin.\n\n"
        "MR. MILLER: We have time for two questions.\n\nQUESTION: What about the money?"
    )
    assert [speaker for speaker, _, _ in turns(text, read_article)] == ["Blinken", "Dupuy", "Miller"]
