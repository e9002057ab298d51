"""Level 3: a sentence as the search for subjects sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tracker.extract.names import Name
from tracker.extract.tokens import Token
from tracker.extract.verb_group import VerbGroup

Place = tuple[int, int]
# What ends a clause on its left, whatever stands behind it.
HARD = frozenset({";", ":", "—", "–", "•", "|", "?", "!"})
OF_TIME = frozenset({"since", "before", "after", "until"})


class Scope(NamedTuple):
    """A sentence as the search for subjects sees it: finite verb groups and names by token.

    ``first_finite`` is the first token of a finite verb group, the sentence's length where it has none.
    """

    tokens: Sequence[Token]
    finite: dict[int, VerbGroup]
    name_at: dict[int, Name]
    first_finite: int

    def norm(self, at: int) -> str:
        """Return the folded word at ``at``, "" left of the sentence."""
        return self.tokens[at].norm if at >= 0 else ""
