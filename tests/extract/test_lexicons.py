"""The word lists: every verb is one whose forms are known, and no word stands twice in a list."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from tracker.extract.lexicon import verb_forms

LEXICONS = {
    path.name: tomllib.loads(path.read_text("utf-8"))
    for path in (files("tracker.extract") / "lexicons").iterdir()
    if path.name.endswith(".toml")
}
# Lists of verbs, by lexicon and section.
VERBS = {
    "events.toml steps": (
        *(
            "mandating",
            "mandating_with_object",
            "mandating_alone",
            "extending",
            "adopting",
            "voting",
            "expanding",
        ),
        *("expiring", "ending", "asking", "submitting", "offering_lead", "offering", "saying", "approving"),
        *("assessing", "assessing_as_team", "assessing_on_arrival", "signing", "blocking", "blocking_named"),
        *("pausing", "resuming", "lifting", "arriving_passive", "arriving", "beginning", "starting"),
        *("taking_home", "leaving"),
    ),
    "giving.toml verbs": tuple(LEXICONS["giving.toml"]["verbs"]),
    "giving.toml not_giving": ("verbs", "passive_verbs", "relative_verbs", "put_verbs"),
    "sending.toml verbs": tuple(LEXICONS["sending.toml"]["verbs"]),
    "sending.toml victims": ("verbs",),
    "missions.toml described": ("asking", "sending"),
    "modality.toml": ("promising", "happening", "refusing", "wishing", "expected", "bidden"),
    "speech.toml": ("reporting", "quoting", "that_only", "clause_or_object", "told"),
    "verbs.toml": ("clausal", "doubling"),
}


def lists(value: Any, where: str) -> Iterator[tuple[str, list[str]]]:
    """Yield every word list below ``value``, with where it stands."""
    if isinstance(value, str):
        yield where, value.split()
    elif isinstance(value, list):
        yield where, [str(item) for item in value]
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from lists(inner, f"{where} {key}")


WORD_LISTS = {
    where: words
    for name, lexicon in LEXICONS.items()
    for where, words in lists(lexicon, name)
    if not where.startswith("verbs.toml irregular")  # past tense and participle, which may be alike
}


@pytest.mark.parametrize("where", [f"{section} {key}" for section, keys in VERBS.items() for key in keys])
def test_verbs_are_inflected(where: str) -> None:
    forms = verb_forms()
    bases = {reading.base for reading in forms.values() if reading.gerund or reading.third}
    assert not set(WORD_LISTS[where]) - bases


@pytest.mark.parametrize("where", WORD_LISTS)
def test_no_word_stands_twice(where: str) -> None:
    assert not [word for word, number in Counter(WORD_LISTS[where]).items() if number > 1]


def test_irregular_verbs_are_not_regular_too() -> None:
    verbs = LEXICONS["verbs.toml"]
    assert not set(verbs["irregular"]) & set(verbs["regular"].split())
