"""``tracker show`` and ``tracker sources``: evidence to the character."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.cli.conftest import Tracker
from tracker.cli.app import app


def shown(database: Path, *arguments: str) -> str:
    done = CliRunner().invoke(app, ["show", *arguments, "--db", str(database)])
    assert done.exit_code == 0, done.stderr
    return done.stdout


def shown_sources(database: Path) -> list[str]:
    done = CliRunner().invoke(app, ["sources", "--db", str(database)])
    assert done.exit_code == 0, done.stderr
    return done.stdout.splitlines()


def test_a_pledge_shows_each_quote_in_its_sentence_with_source_and_offsets(demo: Path) -> None:
    status = CliRunner().invoke(app, ["status", "mss", "--json", "--db", str(demo)])
    pledges = json.loads(status.stdout)["pledges"]
    assert pledges
    for pledge in pledges:
        text = shown(demo, "pledge", str(pledge["id"]))
        for source in pledge["sources"]:
            assert f"  {source['start']}:{source['end']} " in text
            assert f"»{' '.join(source['quote'].split())}«" in text
            assert source["published"] in text
            assert all(source[key] in text for key in ("title", "publisher", "url") if source[key])


@pytest.mark.parametrize("kind", ["deployment", "milestone", "statement"])
def test_other_things_show_their_evidence(demo: Path, kind: str) -> None:
    text = shown(demo, kind, "1")
    assert text.startswith(f"{kind.capitalize()} 1: ")
    assert "»" in text
    assert "Rule " in text


def test_a_strength_shows_the_evidence_of_its_contingents(demo: Path) -> None:
    status = CliRunner().invoke(app, ["status", "mss", "--json", "--db", str(demo)])
    strengths = [each for each in json.loads(status.stdout)["deployments"] if each["contingents"]]
    assert strengths
    for strength in strengths:
        text = shown(demo, "deployment", str(strength["id"]))
        for part in strength["contingents"]:
            for source in part["sources"]:
                assert " ".join(source["quote"].split()) in text


def test_each_claim_shows_what_it_recorded(demo: Path) -> None:
    whole = json.loads(CliRunner().invoke(app, ["export", "--with-ids", "--db", str(demo)]).stdout)
    for kind in ("pledge", "deployment", "milestone"):
        for thing in whole[f"{kind}s"]:
            said = [
                line for line in shown(demo, kind, str(thing["id"])).splitlines() if "    Recorded: " in line
            ]
            claims = [claim for claim in whole[f"{kind}_claims"] if claim["supports"] == thing["key"]]
            assert said
            assert len(said) >= len(claims)
            for claim in claims:
                words = [claim.get("status") or claim["kind"], claim.get("date") or ""]
                words += [f"{claim[key]:,}" for key in ("count", "amount") if claim.get(key) is not None]
                words += [claim["unit"]] if claim.get("unit") in ("police", "military") else []
                assert any(all(word in line for word in words) for line in said), (words, said)


def test_a_source_shows_its_claims_in_the_order_of_its_text(demo: Path) -> None:
    text = shown(demo, "source", "3")
    assert text.startswith("Source 3: US offers $100 mln to Kenya-led force for Haiti, Newswire, 2023-09-22")
    starts = [int(line.split(":")[0]) for line in text.splitlines() if "»" in line]
    assert starts == sorted(starts)
    assert len(starts) > 5


def test_each_field_is_told_once_with_all_its_places(demo: Path) -> None:
    source = next(
        line.split()[0]
        for line in shown_sources(demo)
        if "US offers $100 mln" in line  # goods of several kinds, given by one verb and its governor
    )
    text = shown(demo, "source", source)
    assert (
        "status 571:577 “stands”, 584:593 “to supply”; kind 594:606 “intelligence”, 608:615 “airlift”" in text
    )
    assert "content " not in text


@pytest.mark.parametrize("name", ["Antony Blinken", "antony blinken"])
def test_an_actor_is_found_by_name_and_by_id(demo: Path, name: str) -> None:
    text = shown(demo, "actor", name)
    number = text.split(":")[0].removeprefix("Actor ")
    assert "Antony Blinken, person" in text
    assert "Says" in text
    assert shown(demo, "actor", number) == text


def test_an_actor_by_an_alias_gives_sends_and_decides(demo: Path) -> None:
    assert "Gives" in shown(demo, "actor", "the US")
    assert {"Sends", "Decides"} <= set(shown(demo, "actor", "Kenya").splitlines())


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("pledge", "9999"), 1, "no pledge has the id 9999"),
        (("source", "9999"), 1, "no source has the id 9999"),
        (("actor", "9999999"), 1, "no actor has the id"),
        (("actor", "Antony Blinkn"), 1, "did you mean Antony Blinken"),
        (("pledge", "first"), 2, "no id of a pledge"),
        (("statement", "9999"), 1, "; tracker show source N lists the statements of a source with their ids"),
        (("milestone", "9999"), 1, "; tracker status MISSION and tracker show source N list milestones with"),
    ],
)
def test_what_is_not_there_is_said(
    tracker: Tracker, demo: Path, arguments: tuple[str, ...], status: int, said: str
) -> None:
    assert demo.exists()
    done = tracker("show", *arguments)
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_sources_are_listed_by_date(demo: Path) -> None:
    done = CliRunner().invoke(app, ["sources", "--db", str(demo)])
    days = [line.split()[1] for line in done.stdout.splitlines()[1:]]
    assert len(days) == 12
    assert days == sorted(days)
