"""Level 5: sentences in which an article tells of an error of its own."""

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
_AT_FIRST = words("corrections", "at_first")
_AMENDED = words("corrections", "amended")


def disowned(sentence: Sequence[Token], paragraph: Sequence[Token]) -> tuple[int, int] | None:
    """Return the tokens of a sentence that tell of an error, None where it tells of none.

    That is a sentence that calls something wrong, or says what an earlier version, or in a paragraph headed
    "Correction" the report itself, had said; what stands behind a semicolon puts it right. ``paragraph`` is
    the first sentence of its paragraph.
    """
    norms = [token.norm for token in sentence]
    told = not _TOLD.isdisjoint(norms)
    of_itself = is_headed(paragraph) and not (_PAPERS | {"it", "we"}).isdisjoint(norms[:8])
    if _WRONG.isdisjoint(norms) and not (told and (_names_version(norms) or of_itself)):
        return None
    return 0, norms.index(";") if ";" in norms else len(norms)


def is_headed(sentence: Sequence[Token]) -> bool:
    """Tell whether a sentence opens with a word such as "Correction"."""
    return any(token.norm in _LABELS for token in sentence[:3])


def is_amended(norms: Sequence[str]) -> bool:
    """Tell whether folded words speak of another version of an article, or of its being put right."""
    if _names_version(norms):
        return True
    itself = any(a in ("this", "the", "our") and b in _PAPERS for a, b in pairwise(norms[:8]))
    return itself and not _AMENDED.isdisjoint(norms)


def _names_version(norms: Sequence[str]) -> bool:
    return any(
        (a in _VERSIONS and b in _PAPERS) or (a in _PAPERS and b in _AT_FIRST) for a, b in pairwise(norms)
    )
