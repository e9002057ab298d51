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
