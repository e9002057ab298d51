"""What ``tracker eval`` cannot score, and says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.annotated import (
    CANADA,
    CANADA_PLEDGE,
    JAMAICANS,
    JOLY,
    as_json,
    evaluated,
    gold,
    write,
)


def test_folders_without_gold_are_named(corpus: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    done = evaluated(empty, tmp_path / "nowhere")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        f"tracker: {empty}: no *.gold.json files there",
        f"tracker: {tmp_path / 'nowhere'}: no such folder",
    ]
    beside = evaluated(empty, corpus)
    assert beside.exit_code == 1
    assert "mean F1" in beside.stdout


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (
            {"pledges": [{**CANADA_PLEDGE, "status": "promised"}]},
            'pledges[0].status is "promised": it must be',
        ),
        ({"pledges": [{**CANADA_PLEDGE, "amount": "60m"}]}, 'pledges[0].amount is "60m": '),
        ({"pledges": [{**CANADA_PLEDGE, "amount": -1}]}, "pledges[0].amount is -1: "),
        ({"pledges": [{**CANADA_PLEDGE, "purposes": ["tanks"]}]}, 'pledges[0].purposes[0] is "tanks": '),
        ({"pledges": [{"kind": "money"}]}, "pledges[0].donor is missing"),
        ({"pledges": {}}, "pledges is {}: "),
        ({"deployments": [{**JAMAICANS, "count": 1.5}]}, "deployments[0].count is 1.5: "),
        (
            {"deployments": [{**JAMAICANS, "date": "June"}]},
            'deployments[0].date is "June": it must be a date',
        ),
        ({"statements": [{**JOLY, "direct": "yes"}]}, 'statements[0].direct is "yes": '),
        ({"published": "22 February"}, 'published is "22 February": it must be a date'),
        ({"phase": "over"}, 'phase is "over": it must be'),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_value_that_gold_cannot_have_is_named(corpus: Path, change: dict[str, Any], complaint: str) -> None:
    path = write(corpus, "wrong", CANADA, gold(**change))
    done = evaluated(corpus)
    assert done.exit_code == 1
    assert "mission                  2 of 2" in done.stdout  # the rest is scored
    assert done.stderr.startswith(f"tracker: {path}: {complaint}")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b'{\n"mission": null,\n"pledges" []}', ":3: is no JSON: "),
        (b"[]", ": must be a JSON object"),
        (b"{}", ": mission is missing"),
        (b"\xff\xfe{}", ": is not UTF-8"),
        (b"", ":1: is no JSON: "),
    ],
)
def test_a_broken_gold_file_is_named_and_the_rest_is_scored(
    corpus: Path, content: bytes, complaint: str
) -> None:
    path = corpus / "broken.gold.json"
    path.write_bytes(content)
    record = as_json(corpus, status=1)
    assert record["article_count"] == 2
    ((name, reason),) = [(each["article"], each["reason"]) for each in record["failures"]]
    assert name == "broken"
    assert reason.startswith(f"{path}{complaint}")


def test_an_article_that_is_not_there_is_named(corpus: Path) -> None:
    (corpus / "canada.txt").unlink()
    done = evaluated(corpus)
    assert done.exit_code == 1
    assert done.stderr == f"tracker: {corpus / 'canada.gold.json'}: its article canada.txt is not there\n"


def test_an_article_of_the_same_stem_stands_in(corpus: Path) -> None:
    (corpus / "canada.txt").rename(corpus / "canada.md")
    assert as_json(corpus)["article_count"] == 2


def test_an_article_that_no_reader_reads_is_named(corpus: Path) -> None:
    (corpus / "canada.txt").rename(corpus / "canada.pdf")
    done = evaluated(corpus)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"tracker: {corpus / 'canada.pdf'}: .pdf files are not read")
    assert done.stderr.count("\n") == 1
