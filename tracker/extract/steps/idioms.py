"""Idioms for a step: "pulled the plug on the mission" is read as "ended the mission"."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from tracker.extract.clauses import Clause
from tracker.extract.lexicon import load
from tracker.extract.reading import Parsed

_GAP = "…"
_REACH = 12  # tokens that the object of "put … on ice" may take


class _Idiom(NamedTuple):
    """A verb of news English and the words behind it that say it: right behind, or past its object."""

    meaning: str
    words: list[str]
    parted: bool


def _idioms() -> dict[str, list[_Idiom]]:
    found: dict[str, list[_Idiom]] = {}
    for meaning, phrases in load("events")["idioms"].items():
        for phrase in phrases:
            verb, *words = phrase.split()
            parted = words[0] == _GAP
            found.setdefault(verb, []).append(_Idiom(meaning, words[parted:], parted))
    return found


_IDIOMS = _idioms()


def plain(parsed: Parsed, clause: Clause) -> Clause:
    """Return a clause with an idiom replaced by the verb that it stands for; most are none."""
    idioms = _IDIOMS.get(clause.verb.base)
    if idioms is None:
        return clause
    after = parsed.norms(clause.verb.last, clause.end)
    for idiom in idioms:
        length = len(idiom.words)
        if after[:length] == idiom.words:
            verb = replace(clause.verb, base=idiom.meaning, last=clause.verb.last + length)
            return replace(clause, verb=verb)
        if idiom.parted and _stands_behind(idiom.words, after[: _REACH + length]):
            return replace(clause, verb=replace(clause.verb, base=idiom.meaning))
    return clause


def _stands_behind(words: list[str], after: list[str]) -> bool:
    """Tell whether words close the object of a verb: "put the deployment on ice"."""
    ends = (i for i, norm in enumerate(after) if norm in (",", ";", ":"))
    after = after[: next(ends, len(after))]
    return any(after[i : i + len(words)] == words for i in range(1, len(after)))
