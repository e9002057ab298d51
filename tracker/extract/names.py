"""Level 2: a name in a sentence, and the words of which it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracker.extract.tokens import Token
from tracker.vocab import ActorKind, AliasKind


class Ground(StrEnum):
    """Why a name means what it is said to mean."""

    KNOWN = "known"  # the knowledge has the name; its alias says as what
    BODY = "body"  # its own words say that it is a body: "Montana Accord"
    OFFICE = "office"  # an office stands with it
    CAPITALS = "capitals"  # capitalized words, and nothing that says what they are
    SURNAME = "surname"  # of a person whom the article names in full
    FIRST_NAME = "first-name"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in tokens ``[first, last)`` of its sentence.

    ``kind`` is None for a mission (``name`` is its slug). For a person ``office`` is what he is said to be
    and ``of`` the canonical name of the state or body; ``start`` is where the office words before the name
    begin. ``known`` says that the knowledge has the name; ``certain`` is False for a capitalized word that
    nothing vouches for: it may be a place. ``ground`` is why it means what it does.
    """

    first: int
    last: int
    name: str
    kind: ActorKind | None
    alias: AliasKind = AliasKind.NAME
    parent: str | None = None
    office: str | None = None
    of: str | None = None
    start: int = -1
    known: bool = True
    certain: bool = True
    ground: Ground = Ground.KNOWN

    @property
    def begin(self) -> int:
        """Return the first token of the name with its office words."""
        return self.first if self.start < 0 else self.start

    @property
    def state(self) -> str | None:
        """Return the state or organization that this actor gives and sends for, if it is known."""
        if self.kind in (ActorKind.STATE, ActorKind.ORGANIZATION):
            return self.name
        return self.of if self.kind is ActorKind.PERSON else self.parent


def uncertain(name: Name) -> bool:
    """Tell whether a name is taken for a person's though nothing vouches for it."""
    return name.kind is ActorKind.PERSON and not name.certain


def text_of(tokens: Sequence[Token]) -> str:
    """Return tokens as printed, a single space where there was any."""
    parts: list[str] = []
    for i, token in enumerate(tokens):
        if i and token.start > tokens[i - 1].end:
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts)
