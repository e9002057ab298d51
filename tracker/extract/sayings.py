"""Level 4: a statement in the making, as the rules of quotations and of reported clauses hand it on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tracker.claims import Span
from tracker.extract.actors import Actor


class Rule(NamedTuple):
    """The rule that found a statement, and how sure it is."""

    name: str
    confidence: float


@dataclass(slots=True)
class Saying:
    """Who says what; ``parts`` are the characters said, which attributions and paragraphs may divide.

    ``paragraph`` is the one where the last part stands: a quotation may go on in the next.
    """

    speaker: Actor | None
    direct: bool
    parts: list[Span]
    evidence: Span
    rule: Rule
    paragraph: int

    def resume(self, part: Span, *, until: int | None = None) -> None:
        """Add a further part; the evidence then reaches to ``until``, if that is further on."""
        self.parts.append(part)
        if until is not None:
            self.evidence = Span(self.evidence.start, max(self.evidence.end, until))
