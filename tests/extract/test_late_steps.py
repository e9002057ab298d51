"""Milestones from the first hold to the end, sentence by sentence, each with the reason it is there."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.stepping import OPENINGS, told

HELD = [
    (
        "declared illegal",
        "haiti",
        "On 26 January the High Court declared the deployment illegal.",
        "blocked 2024-01-26 High Court of Kenya",
    ),
    (
        "passive",
        "haiti",
        "The deployment was declared unconstitutional by the High Court on 26 January.",
        "blocked 2024-01-26 High Court of Kenya",
    ),
    (
        "struck down",
        "haiti",
        "The High Court struck down the deployment on 26 January.",
        "blocked 2024-01-26 High Court of Kenya",
    ),
    (
        "annulled a decision",
        "haiti",
        "On 26 January the High Court annulled the government's decision to send police.",
        "blocked 2024-01-26 High Court of Kenya",
    ),
    (
        "a judge rules",
        "haiti",
        "A Kenyan judge ruled on 26 January that the mission was unconstitutional.",
        "blocked 2024-01-26 court",
    ),
    (
        "an order prolonged",
        "haiti",
        "The High Court extended its order against the mission on 24 October 2023.",
        "",
    ),
    (
        "a petition fails",
        "haiti",
        "A Kenyan judge threw out a petition against the mission on 26 January.",
        "",
    ),
    (
        "paused",
        "haiti",
        "On 12 March Kenya paused the deployment after Henry resigned.",
        "paused 2024-03-12 Kenya",
    ),
    ("put on hold", "haiti", "The mission was put on hold on 12 March.", "paused 2024-03-12"),
    ("money is suspended", "haiti", "On 12 March Kenya suspended a payment to the mission.", ""),
    (
        "a suspension lifted",
        "haiti",
        "Kenya lifted the suspension of the deployment on 30 April.",
        "resumed 2024-04-30 Kenya",
    ),
    (
        "resumed",
        "haiti",
        "On 2 April Kenya resumed preparations for the mission.",
        "resumed 2024-04-02 Kenya",
    ),
    (
        "a ruling overturned is no block",
        "haiti",
        "The Court of Appeal overturned the ruling against the mission on 2 April.",
        "resumed 2024-04-02 Court of Appeal",
    ),
]
DEPLOYED = [
    (
        "took over",
        "aussom",
        "On 1 January 2024 the mission took over from ATMIS.",
        "deployed 2024-01-01 African Union",
    ),
    (
        "took up positions",
        "samim",
        "The first battalion took up its positions in October 2021.",
        "deployed 2021-10 SADC",
    ),
    ("only an ordinal", "samim", "The first took up its positions in October 2021.", "deployed 2021-10 SADC"),
    (
        "began deploying",
        "samidrc",
        "The SADC mission began deploying in December 2023.",
        "deployed 2023-12 SADC",
    ),
    ("was deployed", "samim", "It was deployed on 15 July 2021.", "deployed 2021-07-15 SADC"),
    ("the adverb", "kfor", "KFOR troops first entered Kosovo on 12 June 1999.", "deployed 1999-06-12 NATO"),
    (
        "a contributor's first",
        "interfet",
        "The Security Council authorised it on 15 September 1999, and five days later the first Australians "
        "landed in Dili.",
        "authorized 1999-09-15 UN Security Council; deployed 1999-09-20 Australia",
    ),
    (
        "the first to arrive",
        "eacrf",
        "Kenyan troops were the first to arrive, in November 2022.",
        "deployed 2022-11 Kenya",
    ),
    ("will begin", "samim", "The mission will begin work on 1 June.", ""),
]
EXTENDED = [
    (
        "voted to renew",
        "unifil",
        "The Security Council voted on Thursday to renew its mandate.",
        "extended 2024-05-09 UN Security Council",
    ),
    (
        "until",
        "monusco",
        "The Council decided on 19 December 2023 to extend the mandate until 20 December 2024.",
        "extended 2023-12-19 UN Security Council until 2024-12-20",
    ),
    (
        "until, in the next sentence",
        "unficyp",
        "The Council renewed the mandate on Monday. The text keeps the force in place until 31 January 2025.",
        "extended 2024-05-06 UN Security Council until 2025-01-31",
    ),
    (
        "an adopted resolution extends",
        "unficyp",
        "On 31 January the Security Council adopted resolution 2723, which extends the mandate until "
        "31 January 2025.",
        "extended 2024-01-31 UN Security Council until 2025-01-31",
    ),
    (
        "rolled over",
        "unficyp",
        "The mandate was rolled over for six months on 31 January.",
        "extended 2024-01-31",
    ),
    (
        "another six months",
        "unficyp",
        "The Security Council gave the force another six months on 31 January.",
        "extended 2024-01-31 UN Security Council",
    ),
    ("its stay", "ecomig", "The bloc extended its stay by a year in June 2018.", "extended 2018-06 ECOWAS"),
    (
        "the EU's council",
        "eumam",
        "The EU Council on 8 November 2023 prolonged the mandate by two years, until 15 November 2026.",
        "extended 2023-11-08 European Union until 2026-11-15",
    ),
    ("failed to", "unficyp", "The Security Council failed to renew the mandate on 31 January.", ""),
    (
        "a proposal rejected",
        "unficyp",
        "The Council rejected a proposal to extend the mandate on 31 January.",
        "",
    ),
    ("expected to", "haiti", "The Security Council is expected to extend the mandate on 2 June.", ""),
    ("called for", "haiti", "Human Rights Watch called for the mandate to be extended on 2 June.", ""),
    ("may be", "haiti", "The mission may be extended on 2 June.", ""),
]
EXPANDED = [
    (
        "the council raises its ceiling",
        "unmiss",
        "In December 2013 the Council raised its ceiling to 12,500 troops.",
        "expanded 2013-12 UN Security Council",
    ),
    (
        "passive, with an agent",
        "unmiss",
        "In December 2013 its ceiling was raised to 12,500 troops by the Security Council.",
        "expanded 2013-12 UN Security Council",
    ),
    (
        "a clause set in before it",
        "unmiss",
        "In December 2013, after fighting had broken out, its military ceiling was almost doubled.",
        "expanded 2013-12",
    ),
    (
        "its target",
        "eumam",
        "In February 2023 the target was doubled to 30,000 soldiers.",
        "expanded 2023-02",
    ),
    (
        "by newcomers only",
        "interfet",
        "The force was strengthened on 27 October 1999 by 240 soldiers from South Korea.",
        "deployed 1999-10-27 South Korea",
    ),
]
DRAWDOWN = [
    (
        "its last soldiers",
        "minusma",
        "Germany pulled out its last soldiers on 12 December 2023.",
        "drawdown 2023-12-12 Germany",
    ),
    (
        "the last to pull out",
        "eacrf",
        "South Sudan was the last to pull out its soldiers, on 21 December 2023.",
        "drawdown 2023-12-21 South Sudan",
    ),
    ("home", "samidrc", "Malawi took its two hundred home in April 2024.", "drawdown 2024-04 Malawi"),
    (
        "people of no state",
        "atmis",
        "Two thousand soldiers left in June 2023.",
        "drawdown 2023-06 African Union",
    ),
    ("it began", "samim", "The withdrawal began in December 2023.", "drawdown 2023-12"),
    ("they left a place", "atmis", "The soldiers left the town on 3 May.", ""),
    ("still to come", "minusma", "Germany will pull out its last soldiers on 12 June.", ""),
]
ENDED = [
    ("expired", "samim", "Its mandate expired on 15 July 2023.", "ended 2023-07-15 SADC"),
    ("lapsed", "samim", "Its mandate lapsed on 15 April.", "ended 2024-04-15 SADC"),
    (
        "terminated, passive",
        "minusma",
        "Its mandate was terminated on 30 June 2023 by the Security Council.",
        "ended 2023-06-30 UN Security Council",
    ),
    (
        "terminated",
        "minusma",
        "The Council terminated its mandate on 30 June 2023.",
        "ended 2023-06-30 UN Security Council",
    ),
    (
        "the regional leaders",
        "samidrc",
        "On 13 March regional leaders terminated its mandate and directed a phased withdrawal.",
        "ended 2024-03-13 SADC",
    ),
    (
        "in a relative clause",
        "eacrf",
        "Congo declined to renew its mandate, which expired on 8 December 2023.",
        "ended 2023-12-08 East African Community",
    ),
    (
        "handed over",
        "atmis",
        "ATMIS, the African Union mission in Somalia, handed over to AUSSOM on 31 December 2023.",
        "ended 2023-12-31 African Union replaced by aussom",
    ),
    (
        "dated by the sentence before",
        "samidrc",
        "It has been over since 13 March. That was when the SADC summit ended its mandate.",
        "ended 2024-03-13 SADC",
    ),
    ("still to come", "samim", "The mission will end on 15 July 2024.", ""),
    (
        "a base handed over",
        "monusco",
        "The United Nations handed over its base in Kamanyola to the police on 28 February.",
        "",
    ),
]
KINDS = {
    "held": HELD,
    "deployed": DEPLOYED,
    "extended": EXTENDED,
    "expanded": EXPANDED,
    "drawdown": DRAWDOWN,
    "ended": ENDED,
}
CASES = [
    pytest.param(opening, sentence, expected, id=f"{kind}: {reason}")
    for kind, cases in KINDS.items()
    for reason, opening, sentence, expected in cases
]


@pytest.mark.parametrize(("opening", "sentence", "expected"), CASES)
def test_step(opening: str, sentence: str, expected: str, read_article: ReadArticle) -> None:
    found = read_article(OPENINGS[opening] + sentence).milestones
    assert "; ".join(told(claim) for claim in found) == expected
