"""Clauses: each verb with its subject, over lists, appositions, relatives and clauses set in between."""

from __future__ import annotations

import pytest

from tests.extract.conftest import article
from tracker.extract.gazetteer import gazetteer
from tracker.extract.reading import read
from tracker.knowledge import Knowledge

# Sentence, the verb in question, and the words of its subject.
CASES = [
    ("Kenya sent 400 officers.", "send", "Kenya"),
    ("On Monday Kenya sent 400 officers.", "send", "On Monday Kenya"),
    ("On Monday, Kenya sent 400 officers.", "send", "Kenya"),
    ("Jamaica, the Bahamas and Belize sent officers.", "send", "Jamaica , the Bahamas and Belize"),
    ("William Ruto, the president of Kenya, sent officers.", "send", "William Ruto , the president of Kenya"),
    ("Kenya, which had offered to lead, sent officers.", "send", "Kenya"),
    ("Kenya, which had offered to lead, sent officers.", "offer", "Kenya"),
    ("Kenya, the first of whose police left, sent more.", "send", "Kenya"),
    ("A war that began in May has killed many.", "kill", "A war"),
    ("Kenya sent officers and paid for them.", "pay", "Kenya"),
    ("Kenya offered to send officers.", "send", "Kenya"),
    ("He said that Kenya would send officers.", "send", "Kenya"),
    ("Kenya would send officers, he said.", "say", "he"),
    ("When the court ruled, Kenya waited.", "wait", "Kenya"),
    ("When the court ruled, Kenya waited.", "rule", "the court"),
    ("The force, authorised in October, is late.", "authorise", "The force"),
    ("The force in Haiti, first authorised in October, is late.", "authorise", "The force in Haiti"),
    ("Created in 2013, it grew.", "create", "it"),
    ("The first took up its positions.", "take", "The first"),
    ("Apart from Kenya, Jamaica and Belize sent officers.", "send", "Jamaica and Belize"),
    ("Kenya said, and Jamaica agreed, that it was late.", "agree", "Jamaica"),
    ("Officers who came in June went home.", "come", "Officers"),
    ("Officers who came in June went home.", "go", "Officers"),
    ("The money (all of it) came.", "come", "The money ( all of it )"),
]


@pytest.mark.parametrize(("text", "verb", "subject"), CASES)
def test_subject(text: str, verb: str, subject: str, knowledge: Knowledge) -> None:
    (parsed,) = read(article(text), gazetteer(knowledge)).parsed
    clause = next(c for c in parsed.clauses if c.verb.base == verb)
    assert " ".join(t.text for t in parsed.tokens[clause.subject[0] : clause.subject[1]]) == subject


@pytest.mark.parametrize(
    ("text", "verb", "complement"),
    [
        ("Kenya sent 400 officers to Haiti.", "send", "400 officers to Haiti ."),
        ("Kenya sent officers, and Jamaica paid.", "send", "officers , and"),
        ("Kenya sent officers; Jamaica paid.", "send", "officers"),
        ("Kenya sent officers when Haiti asked.", "send", "officers when"),
        ("Kenya (which sent officers) paid.", "send", "officers )"),
    ],
)
def test_complement_ends_before_the_next_clause(
    text: str, verb: str, complement: str, knowledge: Knowledge
) -> None:
    (parsed,) = read(article(text), gazetteer(knowledge)).parsed
    clause = next(c for c in parsed.clauses if c.verb.base == verb)
    assert " ".join(t.text for t in parsed.tokens[clause.verb.last : clause.end]) == complement
