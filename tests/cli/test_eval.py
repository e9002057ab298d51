"""``tracker eval``: tables, floors and comparisons, on annotated articles of the test's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.annotated import (
    BAKERY,
    CANADA,
    CANADA_PLEDGE,
    SCHEMA,
    as_json,
    evaluated,
    gold,
    write,
)
from tests.cli.conftest import Tracker

SHARED = Path(__file__).parents[1] / "corpus" / "shared"


def test_the_table_is_printed_without_a_database(tracker: Tracker, corpus: Path, tmp_path: Path) -> None:
    done = tracker("eval", corpus)
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.split() for line in done.stdout.splitlines()]
    assert ["pledges", "1", "1", "1", "1.000", "1.000", "1.000"] in lines
    assert ["indirect", "statements", "1", "1", "1", "1.000", "1.000", "1.000"] in lines
    assert ["mean", "F1", "1.000"] in lines
    assert ["mission", "2", "of", "2"] in lines
    assert any(line[:4] == ["status", "1", "of", "1"] for line in lines)
    assert any(line[:1] == ["confidence"] for line in lines)
    assert [path.name for path in tmp_path.iterdir()] == ["corpus"]


def test_json_is_as_its_schema_says() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    record = as_json(SHARED)
    assert record["article_count"] == len(list(SHARED.glob("*.gold.json")))
    assert record["failures"] == record["wrong_spans"] == []
    assert record["against"] is None
    for kind, counts in record["types"].items():
        told = [article["types"][kind] for article in record["articles"]]
        assert counts["right"] == sum(len(each["right"]) for each in told)
        assert counts["gold"] == counts["right"] + sum(len(each["missed"]) for each in told)
        assert counts["found"] == counts["right"] + sum(len(each["spurious"]) for each in told)
    assert sum(each["records"] for each in record["calibration"]) == sum(
        counts["found"] for counts in record["types"].values()
    )


def test_the_detail_names_the_records_by_article(corpus: Path) -> None:
    write(corpus, "peru", CANADA, gold(pledges=[{**CANADA_PLEDGE, "donor": "Peru"}], phase=None))
    done = evaluated(corpus, "--detail")
    assert done.exit_code == 0
    blocks = [block.splitlines() for block in done.stdout.split("\n\n")]
    (detail,) = [block for block in blocks if block[0] == "peru"]
    assert any(line.startswith("  - pledge donor=Peru amount=60000000") for line in detail)
    assert any(line.startswith("  + pledge donor=Canada amount=60000000") for line in detail)
    assert ["bakery"] not in [block[:1] for block in blocks]  # all right: nothing to tell


def test_an_article_cannot_write_escape_sequences_to_the_terminal(corpus: Path) -> None:
    write(corpus, "hostile", BAKERY, gold(pledges=[{**CANADA_PLEDGE, "donor": "Pe\x1b[31mru"}], phase=None))
    done = evaluated(corpus, "--detail")
    assert "donor=" in done.stdout
    assert "\x1b" not in done.stdout


def test_only_scores_what_the_name_holds(corpus: Path) -> None:
    assert [each["article"] for each in as_json(corpus, "--only", "bake")["articles"]] == ["bakery"]
    done = evaluated(corpus, "--only", "brewery")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == 'tracker: no gold file has "brewery" in its name\n'


def test_folders_within_folders_are_scored_and_hidden_ones_are_not(corpus: Path, tmp_path: Path) -> None:
    write(corpus / "more", "canada", CANADA, gold())
    write(corpus / ".old", "canada", CANADA, gold())
    names = [each["article"] for each in as_json(corpus)["articles"]]
    assert names == ["bakery", "canada", "more/canada"]
    one = as_json(corpus / "more" / "canada.gold.json")
    assert [each["article"] for each in one["articles"]] == ["canada"]
    twice = [each["article"] for each in as_json(corpus, corpus / "more")["articles"]]
    assert twice == ["bakery", f"{corpus}/canada", "more/canada", f"{corpus}/more/canada"]


def test_gold_says_when_the_article_was_published(corpus: Path) -> None:
    text = (
        "Kenya's parliament on Thursday approved the deployment of police to the security mission in Haiti.\n"
    )
    approved = {
        "kind": "approved",
        "date": "2023-11-16",
        "by": "Kenya",
        "until": None,
        "replaced_by": None,
    }
    path = write(corpus, "vote", text, gold(published="2023-11-17", milestones=[approved], phase="proposed"))
    assert as_json(path)["types"]["milestones"]["right"] == 1
    write(corpus, "vote", text, gold(published=None, milestones=[approved], phase="proposed"))
    assert as_json(path)["types"]["milestones"]["right"] == 0


# Floors


def test_floors_that_are_reached_change_nothing(corpus: Path) -> None:
    floors = [f"{name}=1" for name in ("pledges", "deployments", "indirect", "mean", "mission", "phase")]
    done = evaluated(corpus, *(f"--min={floor}" for floor in floors))
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == evaluated(corpus).stdout


def test_a_floor_that_is_not_reached_is_named(corpus: Path) -> None:
    write(corpus, "peru", CANADA, gold(pledges=[{**CANADA_PLEDGE, "donor": "Peru"}]))
    done = evaluated(corpus, "--min", "pledges=0.6", "--min", "pledges=0.1", "--min", "direct=0.5")
    assert done.exit_code == 1
    assert "mean F1" in done.stdout
    assert done.stderr.splitlines() == [
        "tracker: pledges F1 is 0.5000, under the floor of 0.6",
        "tracker: direct F1: there is nothing to measure against the floor of 0.5",
    ]


@pytest.mark.parametrize(
    "floor",
    [
        "promises=0.9",
        "pledges",
        "pledges=",
        "pledges=high",
        "pledges=1.1",
        "pledges=-0.1",
        "pledges=nan",
        "=1",
    ],
)
def test_a_floor_that_cannot_be_meant_is_wrong_usage(corpus: Path, floor: str) -> None:
    done = evaluated(corpus, "--min", floor)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"tracker: --min {floor}: ")
    assert done.stderr.count("\n") == 1


# Comparison


def test_a_saved_run_is_compared_record_by_record(corpus: Path, tmp_path: Path) -> None:
    write(corpus, "peru", CANADA, gold(pledges=[{**CANADA_PLEDGE, "donor": "Peru"}], phase="active"))
    write(corpus, "gone", BAKERY, gold(mission=None, phase=None))
    saved = tmp_path / "before.json"
    saved.write_text(evaluated(corpus, "--json").stdout, encoding="utf-8")

    same = as_json(corpus, "--against", saved)["against"]
    assert same["article_count"] == 4
    assert same["measures"]["pledges"]["change"] == 0
    assert not any(same[key] for key in ("became_right", "became_wrong", "new_spurious", "gone_spurious"))

    # The texts change, as if the extractor did: the gold stays what it was.
    (corpus / "peru.txt").write_text(CANADA.replace("Canada", "Peru"), encoding="utf-8")
    (corpus / "canada.txt").write_text(CANADA.replace("150", "170"), encoding="utf-8")
    for path in corpus.glob("gone.*"):
        path.unlink()
    write(corpus, "new", BAKERY, gold(mission=None, phase=None))
    against = as_json(corpus, "--against", saved)["against"]

    def named(key: str) -> list[tuple[Any, ...]]:
        field = {"pledges": "donor", "deployments": "count", "indirect": "speaker"}
        return [
            (each["article"], each["what"], each["record"].get(field.get(each["what"], "gold")))
            for each in against[key]
        ]

    assert ("peru", "pledges", "Peru") in named("became_right")
    assert ("canada", "deployments", 150) in named("became_wrong")
    assert ("canada", "deployments", 170) in named("new_spurious")
    assert ("peru", "pledges", "Canada") in named("gone_spurious")
    assert (against["only_before"], against["only_now"]) == (["gone"], ["new"])
    assert against["measures"]["pledges"]["change"] > 0 > against["measures"]["deployments"]["change"]

    text = evaluated(corpus, "--against", saved).stdout
    assert "  + peru: pledge donor=Peru amount=60000000 currency=" in text
    assert "  - canada: deployment contributor=Jamaica count=150" in text
    assert "only in the saved run: gone" in text


def test_a_comparison_leaves_out_what_only_leaves_out(corpus: Path, tmp_path: Path) -> None:
    saved = tmp_path / "before.json"
    saved.write_text(evaluated(corpus, "--json").stdout, encoding="utf-8")
    against = as_json(corpus, "--only", "bakery", "--against", saved)["against"]
    assert (against["article_count"], against["only_before"]) == (1, [])


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"articles": [{"article": "a"}]}', '{"articles": [1]}'])
def test_a_file_that_is_no_saved_run_is_refused(corpus: Path, tmp_path: Path, content: str) -> None:
    path = tmp_path / "saved.json"
    path.write_text(content)
    done = evaluated(corpus, "--against", path)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(f"tracker: {path}: is no ")
    assert "tracker eval --json" in done.stderr


def test_a_saved_run_that_is_not_there_is_named(corpus: Path) -> None:
    done = evaluated(corpus, "--against", "nowhere.json")
    assert done.exit_code == 1
    assert done.stderr == "tracker: nowhere.json: cannot be read: No such file or directory\n"
