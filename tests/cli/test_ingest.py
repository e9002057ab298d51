"""``tracker ingest``: reports, exit statuses, dry runs, options."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.cli.conftest import ARTICLES, Tracker
from tests.databases import unprivileged
from tracker.cli.app import app

ARTICLE = """\
---
title: Canada adds money
publisher: The Test Gazette
published: 2024-02-22
url: https://gazette.example/canada-adds-money
---
Canada will give $60 million to the Kenya-led security mission in Haiti, Foreign Minister Melanie Joly said.
"""


FRENCH = """\
---
title: Le Canada donne plus
published: 2024-02-22
url: https://gazette.example/le-canada-donne-plus
---
Le Canada versera 60 millions de dollars à la mission de sécurité en Haïti, dirigée par le Kenya, a annoncé
la ministre des Affaires étrangères, Mélanie Joly. « Nous ne laisserons pas les Haïtiens seuls », dit-elle.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "canada.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_the_first_ingest_makes_the_database_and_the_second_changes_nothing(
    tracker: Tracker, tmp_path: Path, article: Path
) -> None:
    first = tracker("ingest", article)
    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith(f"{article}: new (haiti-mission: 1 pledge")
    assert first.stdout.endswith("\n1 new\n")
    assert (tmp_path / "tracker.db").exists()
    second = tracker("ingest", article)
    assert second.stdout == f"{article}: unchanged\n1 unchanged\n"


def test_one_bad_document_never_stops_the_rest(tracker: Tracker, tmp_path: Path, article: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    done = tracker("ingest", empty, "nowhere.txt", article)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0].startswith(f"{empty}: failed: ")
    assert lines[1] == "nowhere.txt: failed: no such file or folder"
    assert lines[2].startswith(f"{article}: new")
    assert lines[3] == "1 new, 2 failed"


def test_json_is_one_line_a_document_and_a_sum(tracker: Tracker, article: Path) -> None:
    done = tracker("ingest", "--json", article, "nowhere.txt")
    assert done.returncode == 1
    document, failure, total = map(json.loads, done.stdout.splitlines())
    assert document["outcome"] == "new"
    assert document["mission"] == "haiti-mission"
    assert document["records"]["pledge"] == 1
    assert failure == {
        "document": "nowhere.txt",
        "outcome": "failed",
        "reason": "no such file or folder",
        "source_id": None,
        "mission": None,
        "language": None,
        "records": None,
        "warnings": [],
    }
    assert total == {"total": {"new": 1, "replaced": 0, "unchanged": 0, "unsupported": 0, "failed": 1}}


def test_an_article_without_a_date_is_stored_with_a_warning(tracker: Tracker) -> None:
    text = "Kenya will send 1,000 police to the security mission in Haiti, William Ruto said on Friday."
    done = tracker("ingest", "-", stdin=text)
    assert done.returncode == 0
    assert done.stdout.startswith("-: new")
    assert done.stderr.startswith("tracker: warning: -: no publication date")
    assert '"Friday"' in done.stderr or '"on Friday"' in done.stderr
    assert "--published YYYY-MM-DD" in done.stderr


def test_published_and_publisher_go_before_what_the_document_says(tracker: Tracker, article: Path) -> None:
    tracker("ingest", article, "--published", "2024-02-23", "--publisher", "The Other Gazette")
    listed = tracker("sources").stdout
    assert "2024-02-23" in listed
    assert "The Other Gazette" in listed


def test_published_is_for_one_document_only(tracker: Tracker, tmp_path: Path, article: Path) -> None:
    done = tracker("ingest", article, article, "--published", "2024-02-23")
    assert done.returncode == 2
    assert "one document" in done.stderr
    assert not (tmp_path / "tracker.db").exists()


def test_a_dry_run_writes_nothing(tracker: Tracker, tmp_path: Path, article: Path) -> None:
    done = tracker("ingest", "--dry-run", article)
    assert done.returncode == 0, done.stderr
    assert f"{article}: new (haiti-mission: 1 pledge" in done.stdout
    assert done.stdout.endswith("1 new (dry run: nothing was written)\n")
    assert [path.name for path in tmp_path.iterdir()] == [article.name]
    tracker("ingest", article)
    again = tracker("ingest", "--dry-run", article, ARTICLES)
    assert f"{article}: unchanged" in again.stdout
    assert tracker("sources").stdout.count("\n") == 2  # the titles and one source


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_a_dry_run_needs_no_right_to_write(demo_template: Path, journal: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Path(shutil.copy(demo_template, folder))
        with closing(sqlite3.connect(database)) as connection:
            connection.execute(f"PRAGMA journal_mode = {journal}")
        arguments = ["ingest", str(ARTICLES), "-", "--db", str(database)]
        text = "Canada will give $7 million to the security mission in Haiti, Melanie Joly said."

        def ingest(*more: str) -> Result:
            return CliRunner().invoke(app, [*arguments, *more], input=text)

        assert ingest("--dry-run").exit_code == 0  # so that all is loaded, which nobody may read here
        before = database.read_bytes()
        with unprivileged(database):
            dry, wet = ingest("--dry-run"), ingest()
        assert (dry.exit_code, wet.exit_code) == (0, 3), dry.stdout + dry.stderr
        assert dry.stdout.endswith("1 new, 12 unchanged (dry run: nothing was written)\n")
        assert database.read_bytes() == before
        assert [path.name for path in database.parent.iterdir()] == ["tracker.db"]


def test_an_option_that_is_not_applied_to_a_known_article_is_said(tracker: Tracker, article: Path) -> None:
    tracker("ingest", article)
    other = "The Other Gazette"
    why = "was not applied: the article is known already, and what is known is not read again"
    for form in ((), ("--json",)):
        done = tracker("ingest", article, *form, "--mission", "minusma", "--publisher", other)
        assert done.returncode == 0
        assert done.stderr.splitlines() == [
            f"tracker: warning: {article}: --mission minusma {why}; it is about haiti-mission",
            f"tracker: warning: {article}: --publisher {other} {why}; its publisher is The Test Gazette",
        ]
    same = tracker("ingest", article, "--mission", "haiti-mission", "--publisher", "the test gazette")
    assert same.stderr == ""
    assert "unchanged" in same.stdout


def test_how_to_give_a_date_depends_on_where_the_article_stands(tracker: Tracker, tmp_path: Path) -> None:
    text = "Kenya will send 1,00{} police to the security mission in Haiti, William Ruto said."
    lines = tmp_path / "two.jsonl"
    lines.write_text("".join(json.dumps({"text": text.format(n)}) + "\n" for n in range(2)))
    several = []
    for number in range(2, 4):
        several.append(tmp_path / f"{number}.txt")
        several[-1].write_text(text.format(number))
    assert tracker("ingest", lines).stderr.count('give it as "published": "YYYY-MM-DD" in the line\n') == 2
    said = tracker("ingest", *several).stderr
    assert said.count('give it as "published: YYYY-MM-DD" in its front matter\n') == 2
    alone = tmp_path / "4.txt"
    alone.write_text(text.format(4))
    assert tracker("ingest", alone).stderr.endswith("give it with --published YYYY-MM-DD\n")


def test_mission_is_found_by_any_of_its_names(tracker: Tracker, tmp_path: Path, article: Path) -> None:
    done = tracker("ingest", article, "--mission", "Multinational Security Support Mission in Haiti")
    assert "new (haiti-mission" in done.stdout
    miss = tracker("ingest", article, "--mission", "haiti-misson")
    assert miss.returncode == 1
    assert "did you mean haiti-mission" in miss.stderr
    other = tmp_path / "other.txt"
    other.write_text("Canada will give $60 million to the security mission, Melanie Joly said.")
    assert "new (minusma" in tracker("ingest", other, "--mission", "minusma").stdout


def test_an_article_cannot_write_escape_sequences_to_the_terminal(tracker: Tracker, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.md"
    hostile.write_text(
        ARTICLE.replace("title: Canada adds", 'title: "\\e]0;owned\\a\\e[31m" #').replace(
            "Melanie Joly", "Melanie \x1b[31mJoly"
        )
    )
    tracker("ingest", hostile)
    shown = [
        tracker("show", "source", "1"),
        tracker("sources"),
        tracker("status", "mss"),
        tracker("show", "pledge", "1"),
    ]
    assert all(done.returncode == 0 for done in shown)
    assert not any("\x1b" in done.stdout for done in shown)
    assert "\x1b" not in CliRunner().invoke(app, ["extract", str(hostile)]).stdout


def test_an_article_in_another_language_is_kept_without_records(
    tracker: Tracker, tmp_path: Path, article: Path
) -> None:
    french = tmp_path / "canada-fr.md"
    french.write_text(FRENCH, encoding="utf-8")
    first = tracker("ingest", french, article)
    assert (first.returncode, first.stderr) == (0, "")
    lines = first.stdout.splitlines()
    assert lines[0] == f"{french}: unsupported: fr"
    assert lines[1].startswith(f"{article}: new (haiti-mission: 1 pledge")
    assert lines[2] == "1 new, 1 unsupported"
    assert tracker("ingest", french).stdout == f"{french}: unchanged\n1 unchanged\n"
    with closing(sqlite3.connect(tmp_path / "tracker.db")) as connection:
        told = connection.execute(
            "SELECT s.language, s.title, count(c.id) FROM sources s JOIN extractions e ON e.source_id = s.id "
            "LEFT JOIN claims c ON c.extraction_id = e.id GROUP BY s.id ORDER BY s.language"
        ).fetchall()
        assert connection.execute("SELECT count(*) FROM pledges").fetchone() == (1,)
    (english, _, some), other = told
    assert (english, other) == ("en", ("fr", "Le Canada donne plus", 0))
    assert some > 0
    assert "Le Canada donne plus (fr, not read)" in tracker("sources").stdout
    assert "Its language, fr, is not read." in tracker("show", "source", "1").stdout
    assert tracker("verify").returncode == 0


def test_json_tells_the_language_of_what_is_not_read(tracker: Tracker, tmp_path: Path) -> None:
    french = tmp_path / "canada-fr.md"
    french.write_text(FRENCH, encoding="utf-8")
    document, total = map(json.loads, tracker("ingest", "--json", french).stdout.splitlines())
    assert (document["outcome"], document["language"], document["reason"]) == ("unsupported", "fr", None)
    assert (document["source_id"], document["records"]) == (1, None)
    assert total["total"]["unsupported"] == 1


def test_an_english_text_that_takes_the_place_of_another_is_read(tracker: Tracker, tmp_path: Path) -> None:
    url = "https://gazette.example/canada-adds-money"
    path = tmp_path / "canada.md"
    path.write_text(FRENCH.replace("https://gazette.example/le-canada-donne-plus", url), encoding="utf-8")
    assert "unsupported: fr" in tracker("ingest", path).stdout
    path.write_text(ARTICLE, encoding="utf-8")
    assert f"{path}: replaced (haiti-mission: 1 pledge" in tracker("ingest", path).stdout
    path.write_text(FRENCH.replace("https://gazette.example/le-canada-donne-plus", url) + "Fin.\n")
    assert "unsupported: fr" in tracker("ingest", path).stdout
    assert "60,000,000" not in tracker("status", "mss").stdout  # its record went with the text that told it


def test_an_interrupt_keeps_what_was_reported_and_the_same_command_finishes(
    tracker: Tracker, tmp_path: Path
) -> None:
    text = "Canada will give ${} million to the Kenya-led security mission in Haiti."
    lines = [json.dumps({"text": text.format(at), "published": "2024-02-22"}) + "\n" for at in range(1, 31)]
    with subprocess.Popen(
        [sys.executable, "-m", "tracker", "ingest", "-"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write("".join(lines[:25]))
        process.stdin.flush()
        reported = [process.stdout.readline() for _ in range(20)]  # it has stored these, and waits for more
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert "Traceback" not in process.stderr.read()
    assert all(": new" in line for line in reported)
    again = tracker("ingest", "-", stdin="".join(lines))
    assert again.stdout.endswith("10 new, 20 unchanged\n")
    assert tracker("verify").returncode == 0
