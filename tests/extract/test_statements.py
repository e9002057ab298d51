"""Who speaks, when nobody does, and what a statement covers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.conftest import ReadArticle
from tests.extract.saying import MISSION, said

SPEAKERS = [
    ("A UNICEF statement said it was ready.", "UNICEF", "a statement of a body"),
    ("A statement from UNICEF said it was ready.", "UNICEF", "a statement from a body"),
    (
        "A spokesperson for UNICEF, James Elder, said it was ready.",
        "James Elder",
        "a surname that is a title",
    ),
    ("Senator Angus King said it was ready.", "Angus King", "another one behind a title"),
    ("Of Kenya's men nobody spoke. China's Geng Shuang said it was ready.", "Geng Shuang", "a state's man"),
    (
        "The UN's special envoy in Haiti, María Isabel Salvador, said it was ready.",
        "María Isabel Salvador",
        "an envoy",
    ),
    ("The EU's foreign service said it was ready.", "European Union", "a service of a union"),
    ("NATO said it was ready.", "NATO", "an alliance"),
    ("Kyiv said it was ready.", "Ukraine", "a capital speaks for its government"),
    ("The Kremlin said it was ready.", "Russia", "a palace too"),
    ("The White House said it was ready.", "United States", "and a house"),
    ("Port-au-Prince said it was ready.", "Haiti", "the host's capital"),
    ("The Salvadoran government said it was ready.", "El Salvador", "an adjective and its government"),
    ("The government of El Salvador said it was ready.", "El Salvador", "the government of a state"),
    ("The State Department said it was ready.", "US State Department", "a known ministry"),
    (
        "The Ministry of Foreign Affairs said it was ready.",
        "Ministry of Foreign Affairs",
        "a ministry by its task",
    ),
    (
        "El Salvador's foreign ministry said it was ready.",
        "El Salvador foreign ministry",
        "one in small letters",
    ),
    ("The Court of Appeal said it was ready.", "Court of Appeal", "a court"),
    ("The High Court said it was ready.", "High Court", "a court without a country"),
    ("The UN refugee agency, UNHCR, said it was ready.", "UNHCR", "a description and its acronym"),
    (
        "The International Organization for Migration (IOM) said it was ready.",
        "International Organization for Migration",
        "a name and its acronym",
    ),
    (
        "Ekuru Aukot's party, the Thirdway Alliance, said it was ready.",
        "Thirdway Alliance",
        "not the party's owner",
    ),
    (
        "The Multinational Security Support mission said it was ready.",
        "Multinational Security Support",
        "the mission",
    ),
    ("Human Rights Watch said it was ready.", "Human Rights Watch", "an NGO"),
    ("The African Union Commission said it was ready.", "African Union Commission", "a body of a union"),
    (
        "The chairperson of the African Union Commission, Moussa Faki Mahamat, said it was ready.",
        "Moussa Faki Mahamat",
        "a person named behind his body",
    ),
    ("Jane Smith came. Ms Smith said it was ready.", "Jane Smith", "a surname means the full name"),
    ("Kithure Kindiki came. The minister said it was ready.", None, "an office nobody was given"),
    (
        "Interior Minister Kithure Kindiki came. The minister said it was ready.",
        "Kithure Kindiki",
        "an office",
    ),
    ("Dominique Dupuy came. She said it was ready.", "Dominique Dupuy", "a pronoun"),
    ("Kindiki met Otunge. The two men said it was ready.", None, "two people without names"),
]

NONE = [
    ("An official said the force would be gone.", "unnamed"),
    ("Analysts say the force is too small.", "unnamed and several"),
    ("Guatemala's defence minister said 150 men had left.", "an office without its holder"),
    ("The report said gangs had killed many.", "a paper is no speaker"),
    ("Ruto vowed to stay until May.", "no finite clause"),
    ("Ruto urged other countries to send officers.", "an appeal"),
    ("Ruto reiterated his commitment to Haiti.", "an object"),
    ("Ruto announced a second contingent of men who will leave in May.", "a relative clause is no report"),
    ("Ruto announced the deployment of officers trained in Kenya.", "nor is a participle"),
    ("Guterres warned gangs which had burned houses.", "warned of nothing"),
    ("Guterres did not say when the mission would end.", "negated"),
    ("Guterres may say that the mission needs money.", "only possible"),
    ("Guterres is expected to say that the mission needs money.", "only expected"),
    ("Ruto asked whether the gangs would stop.", "a question"),
    ("According to officials, the force will leave in May.", "unnamed sources"),
    ('The "foreign force" arrived.', "a scare quote"),
]


@pytest.mark.parametrize(("text", "speaker", "_why"), SPEAKERS, ids=[c[2] for c in SPEAKERS])
def test_speakers(text: str, speaker: str | None, _why: str, read_article: ReadArticle) -> None:
    assert said(text, read_article) == ([f"{speaker}: it was ready"] if speaker else [])


@pytest.mark.parametrize(("text", "_why"), NONE, ids=[c[1] for c in NONE])
def test_nothing_is_said(text: str, _why: str, read_article: ReadArticle) -> None:
    assert said(text, read_article) == []


def test_evidence_covers_what_is_said_and_who_says_it(read_article: ReadArticle) -> None:
    text = MISSION + '"If we fail," Ruto said, "the region fails with us."'
    (statement,) = read_article(text).statements
    assert statement.span.text(text) == '"If we fail," Ruto said, "the region fails with us."'
    fields = [(f.field, f.span.text(text)) for f in statement.fields]
    assert fields == [
        ("content", "If we fail"),
        ("content", "the region fails with us."),
        ("speaker", "Ruto"),
    ]


def test_an_article_about_nothing_has_no_statements(read_article: ReadArticle) -> None:
    assert read_article('"We will win the cup," said Jane Smith.').statements == ()


PIECES = [
    '"',
    "“",
    "”",
    "'",
    "‘",
    "’",
    "Ruto",
    "said",
    "that",
    "the force",
    "would",
    "go",
    ",",
    ".",
    ":",
    "—",
    " ",
    "\n\n",
]


@given(
    st.lists(st.sampled_from([*PIECES, "according to", "adding", "who", "as saying", "(", ")"]), max_size=25)
)
def test_any_order_of_such_words_is_read(read_article: ReadArticle, pieces: list[str]) -> None:
    text = MISSION + " ".join(pieces)
    for statement in read_article(text).statements:
        assert statement.span.text(text).strip()
        assert all(text[f.span.start : f.span.end] for f in statement.fields)
