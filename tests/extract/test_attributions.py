"""Attributions in newspaper English: further shapes of who says what, and what is not said by anybody."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.saying import said

NAMED = [
    (
        '"This is not a blank cheque," warned Carl Bildt, then Sweden\'s foreign minister.',
        ["Carl Bildt “This is not a blank"],
        "a former office behind the name",
    ),
    (
        "China's foreign ministry spokesman Zhao Lijian told a regular news conference that ties were good.",
        ["Zhao Lijian: ties were good"],
        "a spokesman of a state's ministry",
    ),
    (
        'Asked about it, Gen. Kenneth McKenzie answered, "That is not my call."',
        ["Kenneth McKenzie “That is not my call."],
        "answered",
    ),
    (
        "The men had left, Colonel Ronald Rwivanga said; the police chief, "
        "Bernardino Rafael, confirmed they landed.",
        ["Ronald Rwivanga: The men had left", "Bernardino Rafael: they landed"],
        "two reports divided by a semicolon",
    ),
    (
        "Total's chief executive, Patrick Pouyanné, told Le Monde the work would resume.",
        ["Patrick Pouyanné: the work would resume"],
        "the head of a firm",
    ),
    (
        '"People are not back," countered João Feijó of the Rural Observatory, a think tank in Maputo.',
        ["João Feijó “People are not back"],
        "countered",
    ),
    (
        "Human Rights Watch's Zenaida Machado said soldiers had looted shops.",
        ["Zenaida Machado: soldiers had looted shops"],
        "somebody's man",
    ),
    (
        "She declined to say who would pay. "
        "Ann Bell would not say who pays, but hinted that Japan would help.",
        ["Ann Bell: Japan would help"],
        "but hinted, past a question",
    ),
    (
        "MONUSCO confirmed that two men were dead, and said a third was missing.",
        ["MONUSCO: two men were dead", "MONUSCO: a third was missing"],
        "and said, behind a comma",
    ),
    (
        "Linda Thomas-Greenfield, the U.S. "
        'ambassador to the United Nations, said Washington "will not stand by".',
        ['Linda Thomas-Greenfield: Washington "will not stand by"'],
        "a quoted predicate",
    ),
    (
        'The US State Department said it would "continue to work with" partners.',
        ['US State Department: it would "continue to work'],
        "a quoted infinitive",
    ),
    (
        'Patrick Pouyanné said work would resume "when life has returned to normal".',
        ['Patrick Pouyanné: work would resume "when life'],
        "a quoted clause of time",
    ),
    (
        '"Congo will not kneel," Félix Tshisekedi said, promising "a vigorous and coordinated response".',
        ["Félix Tshisekedi “Congo will not kneel"],
        "a quoted noun phrase with a participle",
    ),
    (
        "Defence Secretary John Healey MP said that aid would go on.",
        ["John Healey: aid would go on"],
        "letters behind the name",
    ),
    (
        "The Rt Hon Ann Bell KC MP, Secretary of State for Defence, said that aid would go on.",
        ["Ann Bell: aid would go on"],
        "letters before and behind it",
    ),
    (
        "Ambassador Extraordinary and Plenipotentiary of Japan to Haiti "
        "Tatsuo Hirayama said aid would go on.",
        ["Tatsuo Hirayama: aid would go on"],
        "the whole title",
    ),
    (
        'Jonas Gahr Støre came. "We do it because it\'s right," Gahr Støre said.',
        ["Jonas Gahr Støre “We do it because it's"],
        "a double surname",
    ),
    (
        '"I have been here since the first day," said Const. Mere Tuilagi, 24, from Suva.',
        ["Mere Tuilagi “I have been here since"],
        "an abbreviated rank",
    ),
    (
        "The Prime Minister's Office said late on Tuesday that the cabinet had approved it.",
        ["Prime Minister's Office: the cabinet had approved it"],
        "an office that is a body",
    ),
    (
        "Conille's office said in a post on X that he would not run.",
        ["Conille's office: he would not run"],
        "a person's office is not the person",
    ),
    (
        '"It is a charade from start to finish": Kalonzo Musyoka, opposition leader',
        ["Kalonzo Musyoka “It is a charade from"],
        "signed behind a colon",
    ),
    (
        "“I have run out of words for it.”\n\nUN human rights expert William O'Neill, on the killings",
        ["William O'Neill “I have run out of"],
        "signed below, behind an office",
    ),
    (
        "France's envoy, Nicolas de Rivière, said Paris stood by Kinshasa.",
        ["Nicolas de Rivière: Paris stood by Kinshasa"],
        "stood by",
    ),
    (
        'SABC quoted Defence Minister Angie Motshekga as saying: "Seven lives lost is seven too many."',
        ["Angie Motshekga “Seven lives lost is seven"],
        "quoted as saying, with a colon",
    ),
    (
        "Aleksandar Vučić, speaking after a meeting of the security council, said people should stay calm.",
        ["Aleksandar Vučić: people should stay calm"],
        "a participle in commas, with a time of its own",
    ),
    (
        "The Israeli prime minister's office said no boots would be on the ground.",
        ["Israeli prime minister's office: no boots would be on"],
        "the office of a head of government",
    ),
    (
        'Colonel Assimi Goïta came late. "Mali is standing up," said the junta leader.',
        ["Assimi Goïta “Mali is standing up"],
        "a colonel may be a leader",
    ),
    (
        'Colonel Assimi Goïta came late. "Mali is standing up," said the opposition leader.',
        ["? “Mali is standing up"],
        "though not of the opposition",
    ),
    (
        'Alexander Downer said the troops were "on their way, as we speak".',
        ['Alexander Downer: the troops were "on their'],
        "a quoted adjunct with a clause in it",
    ),
    (
        "Seven men have died, according to figures from the UN.",
        ["United Nations: Seven men have died"],
        "whose figures",
    ),
]

NOBODY = [
    ("Sources told Reuters the force would be led by a Fijian.", [], "sources are no name"),
    ('Placards read: "We want them out of here."', ["? “We want them out of"], "nor are placards"),
    ("Ann Bell and Paul Brown said they had done no wrong.", [], "two people at once"),
    (
        '"We did nothing at all wrong," said Ann Bell and Paul Brown.',
        ["? “We did nothing at all"],
        "in a quotation",
    ),
    ("The two sides said the talks went well.", [], "two sides"),
    ("Ann Bell left without saying that the money was gone.", [], "what is not said"),
    (
        '"The roads are open," said Ann Bell. "We got none," he added.',
        ["Ann Bell “The roads are open"],
        "too short",
    ),
]


@pytest.mark.parametrize(("text", "expected", "_why"), NAMED, ids=[c[2] for c in NAMED])
def test_named_speakers(text: str, expected: list[str], _why: str, read_article: ReadArticle) -> None:
    assert said(text, read_article) == expected


@pytest.mark.parametrize(("text", "expected", "_why"), NOBODY, ids=[c[2] for c in NOBODY])
def test_nobody_is_named(text: str, expected: list[str], _why: str, read_article: ReadArticle) -> None:
    assert said(text, read_article) == expected
