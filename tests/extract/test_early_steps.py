"""Milestones until a mission goes out, sentence by sentence, each with the reason it is there."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.stepping import OPENINGS, told

REQUESTED = [
    (
        "a state asks the world",
        "haiti",
        "Haiti asked the UN for an international force in October 2022.",
        "requested 2022-10 Haiti",
    ),
    (
        "its head of government asks for it",
        "haiti",
        "In October 2022 Prime Minister Ariel Henry appealed for a specialised armed force.",
        "requested 2022-10 Haiti",
    ),
    (
        "the verb is one of writing",
        "haiti",
        "Haiti's prime minister, Ariel Henry, wrote to the UN on 7 October 2022 asking for an armed force.",
        "requested 2022-10-07 Haiti",
    ),
    (
        "invited is asked",
        "haiti",
        "Haiti's government invited an armed force in October 2022.",
        "requested 2022-10 Haiti",
    ),
    (
        "the mission goes by its name",
        "ramsi",
        "Solomon Islands invited RAMSI in July 2003.",
        "requested 2003-07 Solomon Islands",
    ),
    (
        "help from the bloc",
        "samim",
        "Mozambique asked for help from the bloc in April 2021.",
        "requested 2021-04 Mozambique",
    ),
    (
        "another state",
        "eumam",
        "Ukraine requested the mission in September 2022.",
        "requested 2022-09 Ukraine",
    ),
    (
        "it asks that the mission go",
        "minusma",
        "Mali's foreign minister asked the Security Council on 16 June 2023 to withdraw the mission.",
        "",
    ),
    ("somebody else wants it", "haiti", "Human Rights Watch asked on 2 May for a larger force.", ""),
    ("it may ask", "haiti", "Haiti may ask for a larger force on 2 June.", ""),
]
OFFERED = [
    ("to lead", "haiti", "Kenya offered on 29 July 2023 to lead the force.", "offered 2023-07-29 Kenya"),
    (
        "ready to lead, said",
        "haiti",
        "On 29 July 2023 Kenya said it was ready to lead a multinational force.",
        "offered 2023-07-29 Kenya",
    ),
    ("volunteered", "haiti", "Kenya volunteered in July 2023 to lead the mission.", "offered 2023-07 Kenya"),
    ("a possibility", "haiti", "Kenya could lead the mission, diplomats said on 29 July 2023.", ""),
    ("a refusal", "haiti", "Canada refused on 29 July to lead the mission.", ""),
    ("not the leader", "haiti", "Benin offered 1,500 soldiers in February.", ""),
]
ASSESSED = [
    (
        "arrived to assess",
        "haiti",
        "A Kenyan delegation arrived in Port-au-Prince on 20 August 2023 to assess the situation.",
        "assessed 2023-08-20 Kenya",
    ),
    (
        "whose team is not said",
        "haiti",
        "A reconnaissance team toured the capital on 20 August 2023.",
        "assessed 2023-08-20",
    ),
    (
        "a bloc's team",
        "samim",
        "A technical assessment team from SADC visited Cabo Delgado in May 2021.",
        "assessed 2021-05 SADC",
    ),
    ("still to come", "haiti", "A Kenyan assessment team is to visit Haiti on 20 June.", ""),
]
AUTHORIZED = [
    (
        "an order to activate",
        "ecowas",
        "On 10 August 2023 the bloc's heads of state, in Abuja, ordered its standby force to be activated.",
        "authorized 2023-08-10 ECOWAS",
    ),
    (
        "by the council",
        "unmiss",
        "UNMISS was established by the Council on 8 July 2011.",
        "authorized 2011-07-08 UN Security Council",
    ),
    (
        "set up",
        "unmiss",
        "UNMISS was set up by the Security Council in July 2011.",
        "authorized 2011-07 UN Security Council",
    ),
    ("nobody is named", "unmiss", "It was created in July 2011.", "authorized 2011-07"),
    (
        "a participle opens the sentence",
        "minusma",
        "Created in April 2013 by the Security Council, it lost 300 soldiers.",
        "authorized 2013-04 UN Security Council",
    ),
    (
        "a participle behind a comma",
        "haiti",
        "The mission, authorised by the Security Council in October 2023, is late.",
        "authorized 2023-10 UN Security Council",
    ),
    (
        "a mandate given",
        "haiti",
        "The mandate, first given by the UN Security Council in October 2023, runs out in October.",
        "authorized 2023-10 UN Security Council",
    ),
    (
        "voted to",
        "haiti",
        "The Security Council voted 13-0 on 2 October 2023 to authorise the mission.",
        "authorized 2023-10-02 UN Security Council",
    ),
    (
        "adopted a draft",
        "isf",
        "The Security Council adopted the US draft on 17 November 2023 by 13 votes to none.",
        "authorized 2023-11-17 UN Security Council",
    ),
    (
        "a cleft sentence",
        "haiti",
        "It was on 2 October 2023 that the Security Council approved the mission.",
        "authorized 2023-10-02 UN Security Council",
    ),
    (
        "the approval came",
        "haiti",
        "The Security Council's approval of the mission came on 2 October 2023.",
        "authorized 2023-10-02 UN Security Council",
    ),
    (
        "a summit's leaders",
        "samim",
        "SADC leaders meeting in Maputo on 23 June 2021 approved the deployment of a standby force.",
        "authorized 2021-06-23 SADC",
    ),
    ("the bloc", "samim", "The regional bloc agreed in June 2021 to send troops.", "authorized 2021-06 SADC"),
    (
        "at a summit",
        "samidrc",
        "It was approved at an extraordinary summit in Windhoek on 8 May 2023.",
        "authorized 2023-05-08 SADC",
    ),
    (
        "ministers launch",
        "aspides",
        "EU foreign ministers launched the operation on 19 February.",
        "authorized 2024-02-19 European Union",
    ),
    (
        "a part of the union acts for it",
        "aspides",
        "The European Council approved the operation on 19 February.",
        "authorized 2024-02-19 European Union",
    ),
    (
        "in two steps",
        "eumam",
        "EU ministers set up the mission in October 2022 and launched it on 15 November 2022.",
        "authorized 2022-10 European Union; authorized 2022-11-15 European Union",
    ),
    ("still to come", "haiti", "The mission would be authorised by the Security Council in June.", ""),
    ("denied", "haiti", "The Security Council did not approve the mission on 2 October.", ""),
    (
        "a condition",
        "haiti",
        "If the Security Council approves the mission on 2 October, police will go.",
        "",
    ),
    ("a wish", "haiti", "Rights groups want the Security Council to approve the mission by 2 October.", ""),
    ("a withdrawal is ordered", "samidrc", "SADC ordered a phased withdrawal of its troops on 13 March.", ""),
    (
        "a state's own council",
        "haiti",
        "Kenya's National Security Council approved the plan on 13 October 2023.",
        "",
    ),
    ("money", "haiti", "The European Union approved €10 million for the mission on 2 May.", ""),
]
APPROVED = [
    (
        "a vote counted out",
        "haiti",
        "Kenya's parliament voted 120 to 40 on 9 May in favour of sending police to Haiti.",
        "approved 2024-05-09 Kenya",
    ),
    ("cabinet", "haiti", "Kenya's cabinet endorsed the deployment on 9 May.", "approved 2024-05-09 Kenya"),
    (
        "passive",
        "haiti",
        "The deployment was cleared by parliament on 16 November 2023.",
        "approved 2023-11-16 Kenya",
    ),
    (
        "a chamber",
        "haiti",
        "Kenya's lower house passed the motion on 16 November 2023.",
        "approved 2023-11-16 Kenya",
    ),
    (
        "a parliament by its own name",
        "aspides",
        "Germany's Bundestag voted on 23 February to send a frigate to the operation.",
        "approved 2024-02-23 Germany",
    ),
    (
        "green light",
        "aspides",
        "The German parliament gave the green light for the deployment on 23 February.",
        "approved 2024-02-23 Germany",
    ),
    (
        "an organization has no lawmakers",
        "aspides",
        "Lawmakers in The Hague approved the deployment on 5 March.",
        "approved 2024-03-05 Netherlands",
    ),
    ("voted against", "aspides", "The Greek cabinet rejected the deployment on 5 March.", ""),
    ("money", "haiti", "Ecuador's parliament approved a budget of $30 million on 16 November 2023.", ""),
]
AGREED = [
    (
        "a status-of-forces agreement",
        "haiti",
        "Kenya and Haiti signed a status-of-forces agreement on Wednesday.",
        "agreed 2024-05-08 Kenya",
    ),
    (
        "by nobody named",
        "haiti",
        "A status-of-forces agreement was signed in Nairobi on 1 March.",
        "agreed 2024-03-01 Kenya",
    ),
    ("two contributors", "unifil", "Finland and Ireland signed a ceasefire agreement on 3 May.", ""),
]
KINDS = {
    "requested": REQUESTED,
    "offered": OFFERED,
    "assessed": ASSESSED,
    "authorized": AUTHORIZED,
    "approved": APPROVED,
    "agreed": AGREED,
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
