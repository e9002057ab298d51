"""Who said what: direct quotations, reported clauses and their speakers, in news English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.conftest import ReadArticle

# Without a mission or an aid pledge an article has no records.
MISSION = "The Kenya-led mission in Haiti began in June. Kenya sent 400 officers to Haiti.\n\n"


def said(text: str, read_article: ReadArticle) -> list[str]:
    """Return what people say in ``text``: ``SPEAKER “first words`` or, indirect, ``SPEAKER: first words``."""
    return [
        f"{s.speaker.name if s.speaker else '?'}{' “' if s.direct else ': '}{s.starts}"
        for s in read_article(MISSION + text).statements
    ]


DIRECT = [
    (
        '"We will stay," said Godfrey Otunge. "We have to."',
        ["Godfrey Otunge “We will stay We have"],
        "parted short",
    ),
    (
        "'We don't have the men we need and won't pretend,' Ruto said.",
        ["Ruto “We don't have the men"],
        "British",
    ),
    (
        "‘We don’t have the officers’ families,’ Ruto said.",
        ["Ruto “We don’t have the officers’"],
        "two apostrophes",
    ),
    (
        '"We will not leave," said Godfrey Otunge, the police commander who has led the force since June.',
        ["Godfrey Otunge “We will not leave"],
        "inverted, with a long apposition",
    ),
    (
        '"We will not leave," said Otunge, a veteran of Somalia and South Sudan, on Tuesday.',
        ["Otunge “We will not leave"],
        "places in the apposition are not the speaker",
    ),
    (
        '"We will not leave," the commander, Godfrey Otunge, told reporters.',
        ["Godfrey Otunge “We will not leave"],
        "the name in apposition to the office",
    ),
    ('"Kenya will stand with Haiti," Ruto wrote in a post on X.', ["Ruto “Kenya will stand with Haiti"], "X"),
    (
        '"The gangs are in retreat," Ruto was quoted as saying by the Daily Nation.',
        ["Ruto “The gangs are in retreat"],
        "quoted as saying, the outlet is not the speaker",
    ),
    ('Ruto said: "We will not be moved."', ["Ruto “We will not be moved."], "a colon"),
    ('Ruto said – "We will not be moved."', ["Ruto “We will not be moved."], "a dash"),
    ('Otunge: "We will not be moved."', ["Otunge “We will not be moved."], "a label"),
    ('Otunge was blunt: "We will not be moved."', ["Otunge “We will not be moved."], "no reporting verb"),
    ('Ruto described the day: "We will not be moved."', ["Ruto “We will not be moved."], "what is described"),
    (
        '"We will not be moved" — Godfrey Otunge, commander.',
        ["Godfrey Otunge “We will not be moved"],
        "signed",
    ),
    (
        '"If we fail," Ruto said, "the region fails with us."',
        ["Ruto “If we fail the region"],
        "parted, short",
    ),
    ('"We will stay here," Ruto said, "for now."', ["Ruto “We will stay here for"], "parted, the end short"),
    ('"No," Ruto told reporters. "We will not leave."', ["Ruto “No We will not leave."], "one word first"),
    (
        '"We have no other choice," Voltaire said. "The force needs helicopters."',
        ["Voltaire “We have no other choice"],
        "the second sentence belongs to the first",
    ),
    (
        '"We have no other choice," Voltaire said, adding: "The force needs helicopters."',
        ["Voltaire “We have no other choice", "Voltaire “The force needs helicopters."],
        "a further reporting verb makes a further record",
    ),
    (
        '"We came to help the people of Haiti.\n\n"We will stay until the work is done," Otunge said.',
        ["Otunge “We came to help the"],
        "open over a paragraph, the speaker named in the second",
    ),
    (
        '"We came to help," Otunge said. "We stay until it is done.\n\n"And we will not be driven away."',
        ["Otunge “We came to help We"],
        "a further quoted paragraph without an attribution",
    ),
    (
        'Voltaire spoke last. "We have no other choice," he said.',
        ["? “We have no other choice"],
        "unsure surname",
    ),
    (
        'Leslie Voltaire spoke last. "We have no other choice," he said.',
        ["Leslie Voltaire “We have no other choice"],
        "a pronoun",
    ),
    ('"The force will be gone," an official said.', ["? “The force will be gone"], "nobody is named"),
    (
        '"The force will be gone," a U.S. official said on condition of anonymity.',
        ["? “The force will be gone"],
        "the state of an unnamed official does not speak",
    ),
    ('"Our houses are gone," residents said.', ["? “Our houses are gone"], "several without names"),
    (
        '"We had no warning," said Marie Joseph, 34, a mother of three.',
        ["Marie Joseph “We had no warning"],
        "age",
    ),
    (
        '"It is a mess now," according to Noboa.',
        ["Noboa “It is a mess now"],
        "according to behind a quotation",
    ),
    (
        'The minister, Dominique Dupuy, who was in New York, said that "the time for words is over".',
        ["Dominique Dupuy “the time for words is"],
        "a relative clause between name and verb",
    ),
    ('Voltaire said that "the force needs helicopters".', ["Voltaire “the force needs helicopters"], "that"),
]

INDIRECT = [
    ("Ruto said the force would grow.", ["Ruto: the force would grow"], "the plainest"),
    ("Ruto said that the force would grow.", ["Ruto: the force would grow"], "that is left out"),
    (
        "Ruto told the BBC that the force would grow.",
        ["Ruto: the force would grow"],
        "who is told is no speaker",
    ),
    (
        "Ruto told CNN the force had made progress.",
        ["Ruto: the force had made progress"],
        "told, without that",
    ),
    ("Ruto told reporters in Nairobi on Monday that it would grow.", ["Ruto: it would grow"], "adjuncts"),
    ("In a post on X, Ruto said Kenya would stay.", ["Ruto: Kenya would stay"], "X is no speaker"),
    (
        "In an interview with the BBC, Ruto said Kenya would stay.",
        ["Ruto: Kenya would stay"],
        "nor the asker",
    ),
    ("Ruto was quoted as saying that gangs were in retreat.", ["Ruto: gangs were in retreat"], "passive"),
    ("AFP quoted Ruto as saying that it would end.", ["Ruto: it would end"], "the agency only quotes"),
    ("Ruto, 57, said the force would grow.", ["Ruto: the force would grow"], "an age in commas"),
    ("Ruto, speaking in Nairobi, said the force would grow.", ["Ruto: the force would grow"], "a participle"),
    (
        "William Ruto, who visited Port-au-Prince, said the force would grow.",
        ["William Ruto: the force would grow"],
        "a relative clause",
    ),
    (
        "Laurent Saint-Cyr, who chairs the transitional council, says the vote will take place.",
        ["Laurent Saint-Cyr: the vote will take place"],
        "a relative clause with a verb that looks like a noun",
    ),
    (
        "Ruto said the force would grow, adding that money was short.",
        ["Ruto: the force would grow", "Ruto: money was short"],
        "two reporting verbs, two records",
    ),
    (
        '"We have no choice now," said Leslie Voltaire, head of the council, adding that money was short.',
        ["Leslie Voltaire “We have no choice now", "Leslie Voltaire: money was short"],
        "adding behind an inverted attribution",
    ),
    (
        "Ruto said Kenya was ready but warned that money was short.",
        ["Ruto: Kenya was ready", "Ruto: money was short"],
        "the second verb shares the speaker, not the subject of the clause",
    ),
    (
        "Ruto said Kenya was ready and that money was short.",
        ["Ruto: Kenya was ready and that"],
        "one verb, one record",
    ),
    (
        "Ruto said the force would stay, but Kindiki said it would go.",
        ["Ruto: the force would stay", "Kindiki: it would go"],
        "two speakers",
    ),
    (
        "While Ruto said Kenya was ready, Kindiki said money was short.",
        ["Ruto: Kenya was ready", "Kindiki: money was short"],
        "the first report is a subordinate clause",
    ),
    (
        "Ruto said Kenya was ready; Kindiki said money was short.",
        ["Ruto: Kenya was ready", "Kindiki: money was short"],
        "a semicolon",
    ),
    ("Kenya is ready, Ruto says.", ["Ruto: Kenya is ready"], "the clause first"),
    (
        "The force will leave soon, said Kindiki, the minister.",
        ["Kindiki: The force will leave soon"],
        "inverted",
    ),
    (
        "The mission, Kindiki said, would go on.",
        ["Kindiki: The mission would go on"],
        "set within the clause",
    ),
    (
        "The mission, Kindiki said on Tuesday, would go on.",
        ["Kindiki: The mission would go on"],
        "with a date",
    ),
    (
        "If the mission fails, Ruto said, the region will suffer.",
        ["Ruto: If the mission fails the"],
        "set between two clauses",
    ),
    (
        "According to Noboa, the force will leave soon.",
        ["Noboa: the force will leave soon"],
        "according to, first",
    ),
    ("The force will leave soon, according to Noboa.", ["Noboa: The force will leave soon"], "and last"),
    (
        "The officers, according to the UN, landed safely.",
        ["United Nations: The officers landed safely"],
        "within",
    ),
    (
        "According to a statement by the Ministry of Health, the officers landed safely.",
        ["Ministry of Health: the officers landed safely"],
        "who issued the statement",
    ),
    ("In the view of Ruto, the force had done its part.", ["Ruto: the force had done its"], "in the view of"),
    ("In Ruto's view, the force had done its part.", ["Ruto: the force had done its"], "in his view"),
    ("Bukele announced El Salvador would send 78 men.", ["Bukele: El Salvador would send 78"], "no that"),
    ("Ekuru Aukot argued the deployment was illegal.", ["Ekuru Aukot: the deployment was illegal"], "argued"),
    (
        "Guterres warned the gangs could take the city.",
        ["Guterres: the gangs could take the"],
        "warned of a clause",
    ),
    ("Guterres has said the mission needs money.", ["Guterres: the mission needs money"], "perfect"),
    (
        "Guterres had earlier said the mission needed money.",
        ["Guterres: the mission needed money"],
        "pluperfect",
    ),
    (
        "Gregory Meeks, the top Democrat on the panel, said Congress must act.",
        ["Gregory Meeks: Congress must act"],
        "one",
    ),
    (
        "Ruto said the force, which Kindiki said would go, would stay.",
        ["Ruto: the force, which Kindiki said"],
        "a report within a report is none of its own",
    ),
    (
        'Voltaire called it "a lifeline" and said it needed money.',
        ["Voltaire: it needed money"],
        "a scare quote",
    ),
    (
        'Voltaire said it was "a lifeline for the people".',
        ['Voltaire: it was "a lifeline for'],
        "a quoted fragment",
    ),
]

INDIRECT += [
    (
        "Joly said in a statement Canada would pay.",
        ["Joly: Canada would pay"],
        "in a statement, without that",
    ),
    ("Joly said in Montreal Canada would pay.", ["Joly: Canada would pay"], "a place, without that"),
    ("Joly said at the summit Canada hosted many.", [], "what a summit hosted is not said"),
    ("Joly said on Friday in Montreal that it would pay.", ["Joly: it would pay"], "a date and a place"),
    (
        'Joly said Canada was "deeply committed to it".',
        ['Joly: Canada was "deeply committed to'],
        "a predicate",
    ),
    (
        'Joly told them it was a "point of no return".',
        ['Joly: it was a "point of'],
        "a quoted noun that may be a verb",
    ),
    (
        "Reuters, citing two diplomats, reported that it would go.",
        ["Reuters: it would go"],
        "an agency reports",
    ),
    (
        "It would leave soon, Reuters reported, citing two men.",
        ["Reuters: It would leave soon"],
        "and behind",
    ),
    ('Of the men, Joly said: "They have done well."', ["Joly “They have done well."], "of whom it is said"),
    ('"The question," Joly said, "is who pays."', ["Joly “The question is who pays."], "a parted subject"),
    ("Joly said: “It is so,” and added that men would go.", ["Joly: men would go"], "a mix"),
]

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


@pytest.mark.parametrize(("text", "expected", "_why"), DIRECT, ids=[c[2] for c in DIRECT])
def test_quotations(text: str, expected: list[str], _why: str, read_article: ReadArticle) -> None:
    assert said(text, read_article) == expected


@pytest.mark.parametrize(("text", "expected", "_why"), INDIRECT, ids=[c[2] for c in INDIRECT])
def test_reported_clauses(text: str, expected: list[str], _why: str, read_article: ReadArticle) -> None:
    assert said(text, read_article) == expected


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
