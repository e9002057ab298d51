"""Verb groups: where they stand, their tense, voice, modality, negation; nouns that only look like verbs."""

from __future__ import annotations

import pytest

from tests.extract.conftest import article
from tracker.extract.gazetteer import gazetteer
from tracker.extract.lexicon import VerbForm, verb_reading
from tracker.extract.reading import read
from tracker.extract.verbs import Form, VerbGroup
from tracker.knowledge import Knowledge

# Sentence, then its groups: base form, F(inite) I(nfinitive) G(erund) P(articiple), and what else holds.
CASES = [
    ("Kenya sent 400 officers.", "send F past"),
    ("Kenya has sent 400 officers.", "send F past perfect"),
    ("Kenya will send 400 officers.", "send F will"),
    ("Kenya would not send officers.", "send F would not"),
    ("Kenya won't send officers.", "send F won't not"),
    ("Kenya is sending 400 officers.", "send F progressive"),
    ("Officers were sent to Haiti.", "send F past passive"),
    ("Officers have not yet been sent.", "send F past perfect passive not"),
    ("Officers are to be sent in June.", "be F; send I passive"),
    ("Kenya offered to send officers.", "offer F past; send I"),
    ("Kenya agreed to train and equip them.", "agree F past; train I; equip I"),
    ("Kenya, which had offered to lead, sent officers.", "offer F past perfect; lead I; send F past"),
    ("The force authorised in March needs money.", "authorise P past passive; need F"),
    ("It was authorised in March and enlarged in May.", "authorise F past passive; enlarge F past passive"),
    ("Created in 2013, it grew.", "create P past passive; grow F past"),
    ("He said Kenya would send police.", "say F past; send F would"),
    ("They'll send police.", "send F will"),
    ("They've sent police.", "send F past perfect"),
    ("It's sending police.", "send F progressive"),
    ("Don't send police.", "send F not"),
    ("The offers of the state came late.", "come F past"),
    ("Its offer of police stands.", "stand F"),
    ("A Kenyan judge ruled on Monday.", "rule F past"),
    ("Troops land in Haiti.", "land F"),
    ("Haiti's force needs 2,500 men.", "need F"),
    ("In May 400 officers came.", "come F past"),
    ("The meeting ended.", "end F past"),
    ("The country hopes to be helped.", "hope F; help I passive"),
    ("Sending police costs money.", "send G; cost F"),
    ("The training of police goes on.", "go F"),
    ("Ireland has this year given money.", "give F past perfect"),
    ("They have between them pledged money.", "pledge F past perfect"),
    ("Kenya will itself send police.", "send F will"),
    ("Kenya has since 2022 sent police.", "send F past perfect"),
    ("Kenya had last month promised police.", "promise F past perfect"),
    ("Kenya has, in addition, sent police.", "send F past perfect"),
    ("Kenya has in all sent 400 officers.", "send F past perfect"),
    ("Officers were this week sent home.", "send F past passive"),
    ("Officers have so far this year been sent home.", "send F past perfect passive"),
    ("Kenya has in Haiti soldiers trained by Canada.", "have F past; train P past passive"),
    ("Kenya has 400 officers.", "have F past"),
]


def groups(text: str, knowledge: Knowledge) -> list[VerbGroup]:
    reading = read(article(text), gazetteer(knowledge))
    return [c.verb for p in reading.parsed for c in p.clauses]


def told(group: VerbGroup) -> str:
    kinds = {Form.FINITE: "F", Form.INFINITIVE: "I", Form.GERUND: "G", Form.PARTICIPLE: "P"}
    marks = [name for name in ("past", "perfect", "progressive", "passive") if getattr(group, name)]
    modal = [group.modal] if group.modal else []
    return " ".join([group.base, kinds[group.form], *modal, *marks, *(["not"] if group.negated else [])])


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_groups(text: str, expected: str, knowledge: Knowledge) -> None:
    assert "; ".join(told(group) for group in groups(text, knowledge)) == expected


def test_infinitives_know_what_governs_them(knowledge: Knowledge) -> None:
    found = groups("Kenya agreed to train and equip them.", knowledge)
    assert [group.governor for group in found] == [None, 0, 0]


@pytest.mark.parametrize(
    ("form", "reading"),
    [
        ("sent", VerbForm("send", past=True, participle=True)),
        ("goes", VerbForm("go", third=True)),
        ("carries", VerbForm("carry", third=True)),
        ("committed", VerbForm("commit", past=True, participle=True)),
        ("submitting", VerbForm("submit", gerund=True)),
        ("lying", VerbForm("lie", gerund=True)),
        ("were", VerbForm("be", past=True)),
        ("cut", VerbForm("cut", present=True, past=True, participle=True)),
        ("annulled", VerbForm("annul", past=True, participle=True)),
        ("visited", VerbForm("visit", past=True, participle=True)),
    ],
)
def test_forms(form: str, reading: VerbForm) -> None:
    assert verb_reading(form) == reading


def test_unknown_words_are_no_verbs_unless_they_look_like_a_past() -> None:
    assert verb_reading("haiti") is None
    guessed = verb_reading("outsourced")
    assert guessed is not None
    assert guessed.past
