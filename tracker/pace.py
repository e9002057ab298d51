"""How many documents one transaction takes.

Every transaction ends in projecting all that the missions it touches ever said, so documents are stored
together for as long as projecting would cost a good part of what reading them did. Only the cost hangs on
this: the same documents give the same records in any batches.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from time import process_time

READ_TOGETHER = 20
"""Documents that are looked up and read before asking whether they are enough."""

CHARACTERS_A_CLAIM = 100
"""Characters of text whose reading costs about four times what projecting one claim does."""

MOST_DOCUMENTS = 2_500
MOST_CHARACTERS = 16_000_000
"""What is held in memory until it is stored."""

MOST_SECONDS = 180
"""How much work (CPU time) a crash may lose."""


@dataclass(slots=True)
class Pace:
    """What a batch holds so far."""

    documents: int = 0
    characters: int = 0
    begun: float = field(default_factory=process_time)

    def add(self, characters: int) -> None:
        """Count a document of so many characters."""
        self.documents += 1
        self.characters += characters

    def is_full(self) -> bool:
        """Tell whether the batch must be stored now, whatever projecting costs."""
        return (
            self.documents >= MOST_DOCUMENTS
            or self.characters >= MOST_CHARACTERS
            or process_time() - self.begun >= MOST_SECONDS
        )

    def is_worth(self, claims: int) -> bool:
        """Tell whether reading has cost enough for so many claims to be projected."""
        return self.characters >= CHARACTERS_A_CLAIM * claims
