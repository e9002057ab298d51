"""Keys that must be unique, computed here because SQLite folds ASCII only."""

from __future__ import annotations

import hashlib
import unicodedata

KEY_LIMIT = 200
"""Characters of a key; a longer one ends in its hash, since PostgreSQL's index entries are small."""


def name_key(name: str) -> str:
    """Return the key under which names are one: NFKC, casefold, one space between words, no leading "the".

    Accents are kept: "Perú" and "Peru" are two names, joined where they must be by an alias.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    words = folded.split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    key = " ".join(words)
    if len(key) <= KEY_LIMIT:
        return key
    return f"{key[: KEY_LIMIT - 65]} {hashlib.sha256(key.encode()).hexdigest()}"


def digest(*parts: str | None) -> str:
    """Return the SHA-256, in hex, of parts that no joining confuses; a missing part is not an empty one."""
    whole = hashlib.sha256()
    for part in parts:
        data = b"" if part is None else part.encode()
        whole.update(b"-:" if part is None else f"{len(data)}:".encode())
        whole.update(data)
    return whole.hexdigest()
