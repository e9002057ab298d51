"""Stories: a few printed articles, and what the status must say of them at which day.

A story is a table of a file in ``stories/``: ``articles`` are day ("" where it is unknown), outlet and text;
each ``at`` names by ``as_of`` a day (none: today) and what the status says then, in the words of ``answers``.
What an ``at`` does not name is not looked at.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.documents.model import Document
from tracker.documents.read import document_from_bytes

FOLDER = Path(__file__).parent / "stories"


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one mission, and what must be said of it at which days."""

    name: str
    mission: str
    articles: tuple[Document, ...]
    at: tuple[Mapping[str, Any], ...]


def stories() -> Iterator[Story]:
    """Yield the stories of all files."""
    for path in sorted(FOLDER.glob("*.toml")):
        for told in tomllib.loads(path.read_text(encoding="utf-8"))["story"]:
            articles = tuple(_article(*each) for each in told["articles"])
            yield Story(told["name"], told["mission"], articles, tuple(told["at"]))


def printed(path: Path, name: str) -> list[dict[str, str | None]]:
    """Return the articles of one story of a file as lines of JSON Lines."""
    all_told = tomllib.loads(path.read_text(encoding="utf-8"))["story"]
    (told,) = (each for each in all_told if each["name"] == name)
    return [
        {"text": text, "published": day or None, "publisher": publisher}
        for day, publisher, text in told["articles"]
    ]


def _article(day: str, publisher: str, text: str) -> Document:
    published = f"published: {day}\n" if day else ""
    head = f"---\n{published}publisher: {publisher}\n---\n"
    return document_from_bytes(f"{day} {publisher}", f"{head}{text}\n".encode())


def _sources(thing: Any) -> str:
    return f"[{thing['independent_count']}]"


def _pledges(status: Any) -> list[str]:
    by_id = {each["id"]: each for each in status["pledges"]}
    return [_pledge(each, by_id.get(each["part_of"])) for each in status["pledges"]]


def _pledge(each: Any, whole: Any) -> str:
    what = f"{each['amount']} {each['currency']}" if each["amount"] is not None else each["kind"]
    marks = [mark for mark, key in (("total", "total"), ("further", "additional")) if each[key]]
    part = [f"of {whole['amount']}"] if whole else []
    steps = [f"{flow['status']} {flow['amount']}" for flow in each["flows"]]
    course = [f"({', '.join(steps)})"] if len(steps) > 1 else []
    return " ".join([str(each["donor"]), each["status"], what, *marks, *part, *course, _sources(each)])


def _people(status: Any) -> list[str]:
    return [
        f"{each['contributor']} {each['status']} {each['count']} {_sources(each)}"
        for each in status["deployments"]
    ]


def _levels(status: Any) -> list[str]:
    found = []
    for each in status["money_levels"]:
        checked = {None: "", True: ", as told", False: f", but told {each['told_amount']}"}[each["agrees"]]
        found.append(f"{each['donor']} {each['status']} {each['amount']} {each['currency']}{checked}")
    return found


def _steps(status: Any) -> list[str]:
    return [
        f"{each['date']} {each['kind']} by {each['by']} {_sources(each)}" for each in status["milestones"]
    ]


def _disputes(status: Any) -> list[str]:
    return [
        f"{each['actor']} {each['field']}: "
        + " or ".join(f"{side['said']} [{side['independent_count']}]" for side in each["sides"])
        + f" by {each['rule']}"
        for each in status["contradictions"]
    ]


def _phase(status: Any) -> str:
    return str(status["phase"]) + (f" since {status['phase_since']}" if status["phase_since"] else "")


ANSWERS: Mapping[str, Callable[[Any], Any]] = {
    "pledges": _pledges,
    "people": _people,
    "levels": _levels,
    "steps": _steps,
    "disputes": _disputes,
    "phase": _phase,
    "successor": lambda status: status["successor"],
    "undated": lambda status: status["undated_count"],
}


def answers(status: Any, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a status says of each thing that is asked for, lists sorted, in the words of a story.

    A pledge is "DONOR STATUS AMOUNT CURRENCY", whether it is a ``total``, ``further``, or part
    ``of`` another, its course where it has one, and the number of independent sources in brackets.
    """
    found = {key: ANSWERS[key](status) for key in asked if key != "as_of"}
    return {key: sorted(value) if isinstance(value, list) else value for key, value in found.items()}


def expected(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a story expects of one day, lists sorted."""
    return {
        key: sorted(value) if isinstance(value, list) else value
        for key, value in asked.items()
        if key != "as_of"
    }
