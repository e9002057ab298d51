"""Claims made by hand: what a source of some day says, in the fewest words that a case needs."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from tracker.claims import (
    Await,
    Claim,
    DeploymentClaim,
    Mention,
    MilestoneClaim,
    PhaseClaim,
    PledgeClaim,
    Span,
    StatementClaim,
)
from tracker.knowledge import ActorEntry, Alias, Knowledge, OfficeEntry
from tracker.reconcile.actors import ActorIndex
from tracker.reconcile.model import Projection, SourcedClaim, SourceRef
from tracker.reconcile.project import project
from tracker.vocab import (
    ActorKind,
    AliasKind,
    Basis,
    ClaimKind,
    DeploymentStatus,
    MilestoneKind,
    Money,
    PartialDate,
    Phase,
    PledgeKind,
    PledgeStatus,
    Purpose,
    Qualifier,
    Unit,
)

MISSION = "haiti-mission"

KNOWLEDGE = Knowledge(
    actors=(
        ActorEntry("Belize", ActorKind.STATE, currency="BZD"),
        ActorEntry("Canada", ActorKind.STATE, (Alias("Ottawa", AliasKind.CAPITAL),), currency="CAD"),
        ActorEntry("Guinea", ActorKind.STATE),
        ActorEntry("High Court of Kenya", ActorKind.BODY, parent="Kenya"),
        ActorEntry("Jamaica", ActorKind.STATE, currency="JMD"),
        ActorEntry(
            "Kenya",
            ActorKind.STATE,
            (Alias("Kenyan", AliasKind.ADJECTIVE), Alias("Nairobi", AliasKind.CAPITAL)),
            currency="KES",
        ),
        ActorEntry("Papua New Guinea", ActorKind.STATE),
        ActorEntry("UN Security Council", ActorKind.BODY, parent="United Nations"),
        ActorEntry("United Nations", ActorKind.ORGANIZATION),
        ActorEntry(
            "United States", ActorKind.STATE, (Alias("Washington", AliasKind.CAPITAL),), currency="USD"
        ),
        ActorEntry("William Ruto", ActorKind.PERSON),
    ),
    offices=(OfficeEntry("William Ruto", "president", "Kenya", date(2022, 9, 13)),),
)
INDEX = ActorIndex(KNOWLEDGE)


def day(text: str | None) -> PartialDate | None:
    """Read a date, however precise."""
    return None if text is None else PartialDate.parse(text)


def actor(name: str | None, kind: ActorKind | None = None) -> Mention | None:
    """Name an actor: a state or organization, unless the kind says otherwise."""
    if name is None:
        return None
    entry = INDEX.entries.get(name)
    return Mention(name, kind or (entry.kind if entry else ActorKind.ORGANIZATION), Span(0, 1))


def sums(text: str | None) -> list[Money]:
    """Read ``100m USD = 14.5bn KES``."""
    found = []
    for part in (text or "").split("=") if text else []:
        number, currency = part.split()
        for suffix, times in (("bn", 10**9), ("m", 10**6), ("k", 10**3)):
            if number.endswith(suffix):
                found.append(Money(Decimal(number.removesuffix(suffix)) * times, currency))
                break
        else:
            found.append(Money(Decimal(number), currency))
    return found


@dataclass
class Source:
    """A publication: its day (None unknown), and the claims it makes in the order they are said.

    ``text`` names the text that it prints, where others print it too; ``apart`` is how far from each other
    the claims begin, of which each is 9 characters long.
    """

    published: str | None
    name: str = ""
    said: list[tuple[ClaimKind, Claim]] = field(default_factory=list)
    mission: str | None = MISSION
    text: str | None = None
    apart: int = 1000

    def _common(self) -> dict[str, Any]:
        start = len(self.said) * self.apart
        return {"span": Span(start, start + 9), "rule": "test", "confidence": 1.0, "mission": self.mission}

    def pledge(
        self, donor: str | None, money: str | None = None, on: str | None = None, **more: Any
    ) -> Source:
        """Add a pledge claim."""
        stated = sums(money)
        claim = PledgeClaim(
            **self._common(),
            donor=actor(donor),
            kind=PledgeKind(more.pop("kind", "money")),
            amount=stated[0] if stated else None,
            equivalents=tuple(stated[1:]),
            purposes=tuple(map(Purpose, more.pop("purposes", ()))),
            status=PledgeStatus(more.pop("status", "offered")),
            recipient=actor(more.pop("to", None)),
            announced_on=day(on),
            **more,
        )
        self.said.append((ClaimKind.PLEDGE, claim))
        return self

    def sends(
        self, contributor: str | None, number: int | None = None, on: str | None = None, **more: Any
    ) -> Source:
        """Add a deployment claim."""
        qualifier = more.pop("qualifier", None if number is None else "exact")
        claim = DeploymentClaim(
            **self._common(),
            contributor=actor(contributor),
            count=number,
            qualifier=None if qualifier is None else Qualifier(qualifier),
            unit=Unit(more.pop("unit", "police")),
            status=DeploymentStatus(more.pop("status", "deployed")),
            date=day(on),
            basis=Basis(more.pop("basis", "contingent")),
            **more,
        )
        self.said.append((ClaimKind.DEPLOYMENT, claim))
        return self

    def says(self, speaker: str | None, words: str, *, direct: bool = True) -> Source:
        """Add a statement claim."""
        claim = StatementClaim(
            **self._common(),
            speaker=actor(speaker, ActorKind.PERSON),
            direct=direct,
            starts=" ".join(words.split()[:5]),
            content=words,
        )
        self.said.append((ClaimKind.STATEMENT, claim))
        return self

    def step(self, kind: str, on: str, by: str | None = None, **more: Any) -> Source:
        """Add a milestone claim."""
        when = PartialDate.parse(on)
        claim = MilestoneClaim(
            **self._common(),
            kind=MilestoneKind(kind),
            date=when,
            by=actor(by),
            until=day(more.pop("until", None)),
            **more,
        )
        self.said.append((ClaimKind.MILESTONE, claim))
        return self

    def phase(self, phase: str, *awaits: tuple[str, str | None]) -> Source:
        """Add the article's own phase, and what it says the mission still waits for."""
        steps = tuple(Await(MilestoneKind(kind), actor(by), Span(0, 1)) for kind, by in awaits)
        self.said.append((ClaimKind.PHASE, PhaseClaim(**self._common(), phase=Phase(phase), awaits=steps)))
        return self

    def ref(self) -> SourceRef:
        """Return the source as the projection sees it: its text is what it says."""
        identity = hashlib.sha256(f"{self.name} {self.published} {self.said!r}".encode()).hexdigest()
        published = None if self.published is None else date.fromisoformat(self.published)
        text = identity[::-1] if self.text is None else hashlib.sha256(self.text.encode()).hexdigest()
        return SourceRef(identity, text, published, self.name or None)


def claims(sources: Sequence[Source]) -> list[SourcedClaim]:
    """Return the claims of all sources, numbered as they come."""
    numbers = count(1)
    return [
        SourcedClaim(next(numbers), source.ref(), kind, claim, source.mission)
        for source in sources
        for kind, claim in source.said
    ]


def told(*sources: Source) -> Projection:
    """Project what the sources say."""
    return project(claims(sources), INDEX)
