"""Milestones, sentence by sentence: tables of ordinary news English, each with the reason it is there."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ReadArticle
from tracker.claims import MilestoneClaim
from tracker.vocab import DatePrecision

# What each case's sentence follows: it names the mission, and takes no step.
OPENINGS = {
    "haiti": "Gangs hold the Haitian capital. The Kenya-led mission in Haiti is short of money. ",
    "samim": "SAMIM is the SADC mission in Mozambique. ",
    "samidrc": "SAMIDRC is the SADC mission in eastern Congo. ",
    "eacrf": "EACRF is the East African force in Congo. ",
    "ecowas": "ECOWAS wants a force in Niger. ",
    "ecomig": "ECOMIG is the ECOWAS mission in Gambia. ",
    "minusma": "MINUSMA is the UN mission in Mali. ",
    "monusco": "MONUSCO is the UN mission in Congo. ",
    "unmiss": "UNMISS is the UN mission in South Sudan. ",
    "unficyp": "UNFICYP patrols the buffer zone in Cyprus. ",
    "unifil": "Unifil is the UN force in Lebanon. ",
    "aspides": "The EU mission Aspides is at sea. ",
    "eumam": "EUMAM trains Ukrainian troops. ",
    "aussom": "AUSSOM is the new African Union mission in Somalia. AUSSOM is short of money. ",
    "atmis": "ATMIS is the African Union mission in Somalia. ",
    "isf": "The International Stabilization Force for Gaza is short of men. ",
    "kfor": "KFOR keeps the peace in Kosovo. ",
    "ramsi": "RAMSI is the regional mission in Solomon Islands. ",
    "interfet": "INTERFET is the force in East Timor. ",
}

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
    "requested": REQUESTED,
    "offered": OFFERED,
    "assessed": ASSESSED,
    "authorized": AUTHORIZED,
    "approved": APPROVED,
    "agreed": AGREED,
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


def told(claim: MilestoneClaim) -> str:
    """Return a milestone in a line: kind, date as precise as known, by, until, replaced_by."""
    length = {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7, DatePrecision.DAY: 10}[claim.date.precision]
    parts = [claim.kind.value, claim.date.first.isoformat()[:length], claim.by.name if claim.by else ""]
    if claim.until:
        parts.append(f"until {claim.until.first.isoformat()}")
    if claim.replaced_by:
        parts.append(f"replaced by {claim.replaced_by}")
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(("opening", "sentence", "expected"), CASES)
def test_step(opening: str, sentence: str, expected: str, read_article: ReadArticle) -> None:
    found = read_article(OPENINGS[opening] + sentence).milestones
    assert "; ".join(told(claim) for claim in found) == expected


def test_openings_take_no_step(read_article: ReadArticle) -> None:
    taken = {name: read_article(text).milestones for name, text in OPENINGS.items()}
    assert not {name for name, milestones in taken.items() if milestones}


def test_news_takes_the_day_of_its_announcement(read_article: ReadArticle) -> None:
    found = read_article(
        "Kenya has paused the deployment of police to the Kenya-led mission in Haiti.\n\n"
        "The decision was announced on Tuesday."
    )
    assert [told(m) for m in found.milestones] == ["paused 2024-05-07 Kenya"]


def test_timeline_entry_takes_its_label(read_article: ReadArticle) -> None:
    found = read_article(
        "The Kenya-led mission in Haiti, step by step\n\n"
        "October 2022: Haiti asks for help\n\nOctober 2023: the UN Security Council authorises the mission"
    )
    assert [told(m) for m in found.milestones] == [
        "requested 2022-10 Haiti",
        "authorized 2023-10 UN Security Council",
    ]


def test_a_resolution_decides_on_the_day_that_it_names(read_article: ReadArticle) -> None:
    found = read_article(
        "The Security Council, at its meeting on UNFICYP held today,\n\n"
        "1. Decides to extend the mandate of UNFICYP until 31 January 2025;\n\n"
        "2. Decides to remain seized of the matter."
    )
    assert [told(m) for m in found.milestones] == ["extended 2024-05-10 UN Security Council until 2025-01-31"]


def test_another_missions_steps_stay_out(read_article: ReadArticle) -> None:
    found = read_article(
        "SAMIDRC, the SADC mission in eastern Congo, is short of men. SAMIDRC lost 14 soldiers. "
        "The Security Council extended the mandate of MONUSCO on 20 December 2023."
    )
    assert not found.milestones


def test_span_and_fields_are_the_words_that_say_it(read_article: ReadArticle) -> None:
    text = "The Kenya-led mission in Haiti is late. The Security Council authorised it on 2 October 2023."
    (claim,) = read_article(text).milestones
    fields = {f.field: text[f.span.start : f.span.end] for f in claim.fields}
    assert text[claim.span.start : claim.span.end] == "The Security Council authorised it on 2 October 2023."
    assert fields == {"kind": "authorised", "date": "2 October 2023", "by": "Security Council"}
