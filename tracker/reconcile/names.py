"""When two spellings are one name: accents, case, articles and honorifics do not count."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from tracker.vocab import ActorKind

# Words before a person's name that say what he is, not who; folded.
_BEFORE_NAMES = """
    mr mrs ms miss mx sir dame lord lady dr prof professor rev reverend fr father sister pastor
    bishop archbishop cardinal imam sheikh president vice deputy acting interim former ex prime
    minister premier chancellor secretary cabinet principal foreign interior defence defense finance
    ambassador envoy senator sen congressman congresswoman representative rep governor gov mayor
    judge justice chief attorney general gen lieutenant lt major maj brigadier brig colonel col
    captain capt commander cmdr commissioner inspector superintendent sergeant sgt corporal cpl
    admiral adm marshal king queen prince princess his her excellency honourable honorable hon
    spokesman spokeswoman spokesperson
"""
HONORIFICS = frozenset(_BEFORE_NAMES.split())

_WORDS = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return the form in which equal names are equal.

    NFKC, ASCII letters for all others, casefolded, words parted by one space, a leading "the" and
    possessive endings dropped. Never empty for a name that is not empty.
    """
    words = folded_words(name)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words) or name.strip().casefold()


def folded_words(text: str) -> list[str]:
    """Return the words of a text in ASCII letters, casefolded, without possessive endings."""
    plain = anyascii(unicodedata.normalize("NFKC", text)).casefold()
    return _WORDS.findall(_POSSESSIVE.sub("", plain))


@lru_cache(maxsize=65536)
def bare(name: str, kind: ActorKind) -> str:
    """Return the name as printed, but for the honorifics before a person's."""
    if kind is not ActorKind.PERSON:
        return name
    words = name.split()
    while len(words) > 1 and fold(words[0]) in HONORIFICS:
        words = words[1:]
    return " ".join(words)
