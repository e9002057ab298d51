"""The words that lines above an article are made of: names, labels, outlets."""

from __future__ import annotations

import json
import re
from importlib.resources import files

_LEXICON = json.loads(files("tracker.documents").joinpath("head.json").read_text(encoding="utf-8"))
LABELS = frozenset(_LEXICON["labels"])
CONNECTORS = frozenset(_LEXICON["connectors"])
BYLINE_WORDS = frozenset(_LEXICON["byline_words"])
NOT_NAMES = frozenset(_LEXICON["not_names"])
_CLOCK_WORDS = frozenset(_LEXICON["clock_words"])
_NEWSPAPER_WORDS = frozenset(_LEXICON["newspaper_words"])
_BODY_WORDS = frozenset(_LEXICON["body_words"])
_BROADCASTERS = frozenset(("radio", "fm", "tv", "daily"))
_ISSUERS = frozenset(("ministry", "government", "office", "department", "embassy"))
_OUTLETS = {name.casefold(): name for name in _LEXICON["outlets"]}
_PLACES_WITH_THE = frozenset(_LEXICON["places_with_the"])
_ACRONYMS: dict[str, str] = _LEXICON["acronyms"]
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_ENDS_A_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")


def plain(line: str) -> str:
    """Return a line without markup, invisible characters and spaces at its ends, for recognition only."""
    return " ".join(_INVISIBLE.sub("", line).split()).strip("*_#> \t=~").strip()


def ends_a_sentence(line: str) -> bool:
    """Tell whether a plain line ends as a sentence does."""
    return _ENDS_A_SENTENCE.search(line) is not None


def is_name(word: str) -> bool:
    """Tell whether a word is written as a name."""
    core = word.strip("()[]“”\"'‘’.,*_")
    return core[:1].isupper() or core == "&"


def is_small(word: str) -> bool:
    """Tell whether a word is a label, a connector, a number or part of a clock time."""
    core = word.strip("()[]“”\"'‘’,:*_").casefold()
    return not core or bool({core, core.strip(".")} & (LABELS | _CLOCK_WORDS | CONNECTORS)) or core.isdigit()


def are_names(words: list[str]) -> bool:
    """Tell whether words are a name, or several, and nothing else."""
    return any(is_name(word) for word in words) and all(
        is_name(word) or word.casefold() in CONNECTORS for word in words
    )


def publisher_in(segment: str, *, strict: bool = False) -> str | None:
    """Return the outlet or body that a segment of names means, or None (a place, a person, a label).

    ``strict`` leaves out names that are only known for a body by one of their words.
    """
    words = segment.split()
    while words and words[-1].islower() and words[-1] in LABELS:
        words.pop()
    name = " ".join(words)
    folded = [word.casefold().strip(".,’'") for word in words]
    known = name.casefold() in _OUTLETS or name in _ACRONYMS
    if not words or (not known and all(word in LABELS for word in folded)):
        return None
    outlet = (
        known
        or folded[-1] in _NEWSPAPER_WORDS
        or (folded[0] == "the" and not strict and 2 <= len(folded) <= 5 and folded[1] not in _PLACES_WITH_THE)
        or (folded[0] == "the" and not _NEWSPAPER_WORDS.isdisjoint(folded))
        or not _BROADCASTERS.isdisjoint(folded)
    )
    body = not _BODY_WORDS.isdisjoint(folded) and (not strict or folded[0] in _ISSUERS)
    return canonical(name) if outlet or body else None


def canonical(name: str | None) -> str | None:
    """Return an outlet or body by its usual name; None for nothing."""
    if not name:
        return None
    name = name.strip()
    return _ACRONYMS.get(name) or _OUTLETS.get(name.casefold(), name)
