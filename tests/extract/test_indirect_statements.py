"""Reported clauses and who reports them, in news English."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.saying import said

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
    (
        "Norway's Minister for Energy, Business and Industry Lars Berg said that Oslo was ready.",
        ["Lars Berg: Oslo was ready"],
        "a minister for several things",
    ),
    (
        "According to Samira Gaid, a security analyst in Nairobi, the force is short of men.",
        ["Samira Gaid: the force is short of"],
        "who she is stands between",
    ),
    (
        "According to Ruto, a force that is paid will stay.",
        ["Ruto: a force that is paid"],
        "no such thing",
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


@pytest.mark.parametrize(("text", "expected", "_why"), INDIRECT, ids=[c[2] for c in INDIRECT])
def test_reported_clauses(text: str, expected: list[str], _why: str, read_article: ReadArticle) -> None:
    assert said(text, read_article) == expected
