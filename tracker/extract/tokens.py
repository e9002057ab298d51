"""Level 1: words. A token knows its characters; everything above counts in tokens."""

from __future__ import annotations

import re
from typing import NamedTuple

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
# Second parts of compounds that stand apart from the name before them: "Kenya-led", "UN-backed".
_SUFFIXES = (
    "led|backed|based|funded|sponsored|mandated|authorised|authorized|brokered|run|dominated|trained|strong"
)
_TOKEN = re.compile(
    rf"""
      (?:[^\W\d_]\.){{2,}}                               # U.S., U.N., a.m.
    | [^\W\d_]{{0,4}}\d+(?:[.,]\d+)+(?:[^\W\d_]{{1,3}}\b)?    # 1,000  80.5  Sh36.6bn
    | (?:St|Mt)\.(?=\s[A-Z])                             # St. Lucia
    | -(?:{_SUFFIXES})\b
    | ['’]s\b
    | [^\W_]+(?:['’ʼ](?!s\b)[^\W_]+|-(?!(?:{_SUFFIXES})\b)[^\W_]+)*
    | [^\w\s]
    """,
    re.VERBOSE,
)


# "al-Masri", "el-Sisi", "d'Aubigny": the capital stands behind the article.
_ARTICLED = re.compile(r"(?:(?:al|el|an|as|ash|at|ad|ar|az|ul)-|[dl]['’])[A-Z]")


class Token(NamedTuple):
    """A word, number or punctuation mark: ``body[start:end] == text``; ``norm`` is its folded form."""

    text: str
    norm: str
    start: int
    end: int
    cap: bool  # begins with a capital letter
    word: bool  # begins with a letter or digit


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``text[start:end]``, offsets in the whole text."""
    tokens = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        first = word[0]
        tokens.append(
            Token(
                word,
                word.lower().translate(_APOSTROPHES),
                match.start(),
                match.end(),
                first.isupper() or _ARTICLED.match(word) is not None,
                first.isalnum(),
            )
        )
    return tokens
