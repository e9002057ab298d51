"""A short sketch of a text, by which near-identical ones are known: the wire's report in ten papers."""

from __future__ import annotations

import hashlib
import re
import unicodedata

SIZE = 64
"""Hashes that are kept of a text."""

RUN = 4
"""Words of a text that are hashed together."""

DIGITS = 8
"""Hex digits of one hash."""

_WORD = re.compile(r"\w+")


def sketch(body: str) -> str:
    """Return the least ``SIZE`` hashes, in hex and sorted, of the runs of ``RUN`` folded words of a text.

    Case, accents, punctuation and line breaks do not count.
    """
    folded = unicodedata.normalize("NFKD", body.casefold())
    words = _WORD.findall("".join(char for char in folded if not unicodedata.combining(char)))
    runs = {" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))}
    return "".join(sorted({_hash(run) for run in runs})[:SIZE])


def _hash(run: str) -> str:
    return hashlib.blake2b(run.encode(), digest_size=DIGITS // 2).hexdigest()
