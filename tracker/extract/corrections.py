"""Level 5: what an article takes back. A figure that a correction disowns is no claim."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tracker.extract.lexicon import words
from tracker.extract.tokens import Token

_LABELS = words("corrections", "labels")
_WRONG = words("corrections", "wrong")
_VERSIONS = words("corrections", "versions")
_PAPERS = words("corrections", "papers")
_TOLD = words("corrections", "told")


def disowned(sentence: Sequence[Token], paragraph: Sequence[Token]) -> tuple[int, int] | None:
    """Return the tokens of a sentence that tell of an error, None where it tells of none.

    That is a sentence that calls something wrong, or says what an earlier version, or in a paragraph headed
    "Correction" the report itself, had said; what stands behind a semicolon puts it right. ``paragraph`` is
    the first sentence of its paragraph.
    """
    norms = [token.norm for token in sentence]
    corrects = any(token.norm in _LABELS for token in paragraph[:3])
    told = not _TOLD.isdisjoint(norms)
    version = any(a in _VERSIONS and b in _PAPERS for a, b in pairwise(norms))
    of_itself = corrects and not (_PAPERS | {"it", "we"}).isdisjoint(norms[:8])
    if _WRONG.isdisjoint(norms) and not (told and (version or of_itself)):
        return None
    return 0, norms.index(";") if ";" in norms else len(norms)
