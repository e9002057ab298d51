"""Level 3: what a verb group is, with its tense, voice, modality and negation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Form(Enum):
    """How a verb group stands in its clause."""

    FINITE = auto()
    INFINITIVE = auto()
    GERUND = auto()
    PARTICIPLE = auto()


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Tokens ``[first, last)``; ``head`` is the main verb's token and ``base`` its base form."""

    first: int
    last: int
    head: int
    base: str
    form: Form
    passive: bool = False
    negated: bool = False
    modal: str | None = None  # "will", "would", "may" …; "to" for "is to send"
    perfect: bool = False
    past: bool = False
    progressive: bool = False
    certain: bool = True
    governor: int | None = None  # index of the group that governs an infinitive

    @property
    def future(self) -> bool:
        """Tell whether the group speaks of what is still to come."""
        return self.modal in ("will", "shall", "to", "'ll", "won't")
