import json
from pathlib import Path
from typing import Any

import pytest

from tracker.evaluate import RecordType, Score, render, render_detail, score_article

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"


def pledge(**fields: Any) -> dict[str, Any]:
    usual = {
        "donor": "Norway",
        "kind": "money",
        "amount": 5_000_000,
        "currency": "USD",
        "equivalents": [],
        "purposes": [],
        "status": "offered",
        "to": None,
        "announced_on": None,
    }
    return usual | fields


def statement(starts: str, *, direct: bool = True, speaker: str | None = "Ana Okello") -> dict[str, Any]:
    return {"speaker": speaker, "direct": direct, "starts": starts}


def article(**fields: Any) -> dict[str, Any]:
    usual: dict[str, Any] = {
        "mission": "haiti-mission",
        "pledges": [],
        "deployments": [],
        "statements": [],
        "milestones": [],
        "phase": None,
    }
    return usual | fields


def test_of_two_gold_pledges_each_takes_the_prediction_that_is_most_like_it() -> None:
    gold = article(pledges=[pledge(status="offered"), pledge(status="delivered")])
    found = article(pledges=[pledge(status="delivered", total=False), pledge(status="offered")])
    pairs = score_article("a", gold, found).types[RecordType.PLEDGES].pairs
    assert [(pair.gold["status"], pair.predicted["status"]) for pair in pairs] == [
        ("offered", "offered"),
        ("delivered", "delivered"),
    ]


def test_a_pledge_matches_through_an_equivalent_and_one_without_a_sum_by_its_kind() -> None:
    gold = article(pledges=[pledge(), pledge(amount=None, currency=None, kind="equipment")])
    found = article(
        pledges=[
            pledge(amount=52_000_000, currency="NOK", equivalents=[{"amount": 5_010_000, "currency": "USD"}]),
            pledge(amount=None, currency=None, kind="training"),
        ]
    )
    counts = Score((score_article("a", gold, found),)).counts(RecordType.PLEDGES)
    assert (counts.matched, counts.missed, counts.spurious) == (1, 1, 1)


def test_direct_and_indirect_statements_are_scored_apart() -> None:
    gold = article(statements=[statement("We will not leave them")])
    found = article(statements=[statement("We will not leave them", direct=False)])
    score = Score((score_article("a", gold, found),))
    assert score.counts(RecordType.DIRECT).missed == 1
    assert score.counts(RecordType.INDIRECT).spurious == 1


def test_statements_of_an_article_about_no_mission_and_no_gift_are_not_scored() -> None:
    found = article(statements=[statement("The roof is leaking again")])
    about_nothing = score_article("a", article(mission=None), found)
    about_aid = score_article("b", article(mission=None, pledges=[pledge()]), found)
    assert about_nothing.types[RecordType.DIRECT].spurious == ()
    assert len(about_aid.types[RecordType.DIRECT].spurious) == 1
    assert about_nothing.mission == (None, "haiti-mission")


def test_a_record_without_a_mission_belongs_to_the_article_s_own() -> None:
    found = article(pledges=[pledge(mission=None), pledge(mission="atmis", donor="Japan")])
    gold = article(pledges=[pledge(), pledge(donor="Japan")])
    score = Score((score_article("a", gold, found),))
    assert score.attributes(RecordType.PLEDGES)["mission"] == (1, 2)


def test_types_that_occur_nowhere_do_not_count_in_the_mean() -> None:
    score = Score((score_article("a", article(pledges=[pledge()]), article(pledges=[pledge()])),))
    assert score.counts(RecordType.MILESTONES).f1 is None
    assert score.mean_f1 == 1.0
    assert Score(()).mean_f1 is None


def test_ratios_are_micro_over_the_articles() -> None:
    right = score_article("a", article(pledges=[pledge()] * 3), article(pledges=[pledge()] * 3))
    wrong = score_article("b", article(pledges=[pledge()]), article(pledges=[pledge(donor="Chad")]))
    counts = Score((right, wrong)).counts(RecordType.PLEDGES)
    assert (counts.precision, counts.recall, counts.f1) == (0.75, 0.75, 0.75)


def test_the_detail_names_what_was_missed_what_is_spurious_and_what_is_wrong() -> None:
    gold = article(pledges=[pledge(), pledge(donor="Chad", amount=7)], phase="active")
    found = article(pledges=[pledge(status="committed"), pledge(donor="Peru", amount=8)])
    assert render_detail(score_article("a", gold, found)).splitlines() == [
        "a",
        "  ~ phase: gold active, predicted None",
        "  - pledge donor=Chad amount=7 currency=USD kind=money status=offered",
        "  + pledge donor=Peru amount=8 currency=USD kind=money status=offered",
        "  ~ pledge donor=Norway amount=5000000 currency=USD kind=money:"
        " status gold offered, predicted committed",
    ]
    assert render_detail(score_article("a", gold, gold)) == ""


def test_the_table_has_a_line_for_each_type_and_the_mean() -> None:
    gold = article(pledges=[pledge(), pledge(donor="Chad", amount=7)])
    table = render(Score((score_article("a", gold, article(pledges=[pledge()])),))).splitlines()
    assert table[1].split() == ["pledges", "2", "1", "1", "1.000", "0.500", "0.667"]
    assert table[6].split() == ["mean", "F1", "0.667"]
    assert "mission                  1 of 1" in table


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the annotated articles are not beside the project")
def test_gold_against_itself_is_all_right() -> None:
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(CORPUS.glob("*.gold.json"))]
    score = Score(tuple(score_article(gold["article"], gold, gold) for gold in golds))
    assert score.mean_f1 == 1.0
    assert not any(render_detail(result) for result in score.articles)
