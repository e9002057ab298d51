"""The word lists of the extractor, read once from ``lexicons/*.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """Return the parsed lexicon file ``name`` (without its suffix)."""
    return tomllib.loads((files("tracker.extract") / "lexicons" / f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Return the whitespace-separated words that ``key`` of lexicon ``name`` lists."""
    return frozenset(load(name)[key].split())


@cache
def section(name: str, key: str) -> dict[str, frozenset[str]]:
    """Return the word lists of section ``key`` of lexicon ``name``."""
    return {title: frozenset(listed.split()) for title, listed in load(name)[key].items()}


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of a verb form: its base and which forms it can be."""

    base: str
    present: bool = False  # base form or plural present
    third: bool = False  # third person singular
    past: bool = False
    participle: bool = False  # past participle
    gerund: bool = False


_VOWELS = "aeiou"


def _doubles(base: str) -> bool:
    return (
        len(base) >= 3
        and base[-1] not in "aeiouwxyh"
        and base[-2] in _VOWELS
        and base[-3] not in _VOWELS
        and ((len(base) <= 4 and base[0] not in _VOWELS) or base in words("verbs", "doubling"))
    )


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + base[-1] + "ed" if _doubles(base) else base + "ed"


def _gerund(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")) and base != "be":
        return base[:-1] + "ing"
    return base + base[-1] + "ing" if _doubles(base) else base + "ing"


def _merge(table: dict[str, VerbForm], form: str, reading: VerbForm) -> None:
    old = table.get(form)
    if old is None:
        table[form] = reading
    elif old.base == reading.base:
        table[form] = VerbForm(
            old.base,
            old.present or reading.present,
            old.third or reading.third,
            old.past or reading.past,
            old.participle or reading.participle,
            old.gerund or reading.gerund,
        )


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Return every known verb form with its reading."""
    table: dict[str, VerbForm] = {}
    for base, forms in load("verbs")["irregular"].items():
        past, participle = forms.split()[:2]
        if base == "be":
            for form in ("am", "is", "are"):
                _merge(table, form, VerbForm(base, present=True, third=True))
            for form in ("was", "were"):
                _merge(table, form, VerbForm(base, past=True))
            participle = "been"
        else:
            _merge(table, past, VerbForm(base, past=True))
            third = "has" if base == "have" else _third(base)
            _merge(table, third, VerbForm(base, third=True))
        _merge(table, participle, VerbForm(base, participle=True))
        _merge(table, base, VerbForm(base, present=True))
        _merge(table, _gerund(base), VerbForm(base, gerund=True))
    for base in load("verbs")["regular"].split():
        _merge(table, base, VerbForm(base, present=True))
        _merge(table, _third(base), VerbForm(base, third=True))
        _merge(table, _past(base), VerbForm(base, past=True, participle=True))
        _merge(table, _gerund(base), VerbForm(base, gerund=True))
    return table


@cache
def verb_reading(word: str) -> VerbForm | None:
    """Return the reading of a lower-case word form, guessing unknown ``-ed`` words, or None."""
    known = verb_forms().get(word)
    if known is not None:
        return known
    adjective = word.startswith("un") or "-" in word  # "unexploded", "foreign-owned"
    if len(word) > 4 and word.endswith("ed") and not adjective:
        return VerbForm(_doubled_base(word[:-2]) or word, past=True, participle=True)
    base = _doubled_base(word[:-3]) if word.endswith("ing") else None
    return VerbForm(base, gerund=True) if base is not None else None


def _doubled_base(stem: str) -> str | None:
    """Return the known verb whose last letter British spelling doubles: "cancell(ed)" → "cancel"."""
    base = stem[:-1]
    doubled = len(stem) > 3 and stem[-1] == stem[-2]
    return base if doubled and verb_forms().get(base, VerbForm("")).present else None
