"""Which actor a name means, decided over all names that the claims of a mission use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tracker.claims import (
    Claim,
    DeploymentClaim,
    Mention,
    MilestoneClaim,
    PhaseClaim,
    PledgeClaim,
    StatementClaim,
)
from tracker.knowledge import ActorEntry, Knowledge
from tracker.reconcile.model import ActorThing, MentionKey, spelling_rank
from tracker.reconcile.names import bare, fold
from tracker.vocab import ActorKind

_KIND_ORDER = tuple(ActorKind)


class ActorIndex:
    """The actors that are known before any article is read, found by any of their names."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.entries: dict[str, ActorEntry] = {}
        for office in knowledge.offices:
            self.entries.setdefault(office.person, ActorEntry(office.person, ActorKind.PERSON))
        self.entries.update({entry.name: entry for entry in knowledge.actors})
        self._names: dict[tuple[bool, str], str] = {}
        self._aliases: dict[tuple[bool, str], set[str]] = defaultdict(set)
        for name in sorted(self.entries, reverse=True):
            self._names[self.entries[name].kind is ActorKind.PERSON, fold(name)] = name
        for entry in self.entries.values():
            for alias in entry.aliases:
                self._aliases[entry.kind is ActorKind.PERSON, fold(alias.text)].add(entry.name)

    def find(self, name: str, kind: ActorKind) -> str | None:
        """Return the canonical name that ``name`` stands for, None where none or several do.

        A person is never found under a state's name ("Jordan", "Washington"), nor a state under a person's.
        """
        key = kind is ActorKind.PERSON, fold(bare(name, kind))
        if key in self._names:
            return self._names[key]
        found = self._aliases.get(key, set())
        return next(iter(found)) if len(found) == 1 else None

    def parent(self, name: str | None) -> str | None:
        """Return the state or organization that a known body belongs to."""
        entry = None if name is None else self.entries.get(name)
        return None if entry is None else entry.parent

    def currency(self, name: str | None) -> str | None:
        """Return a known state's own currency."""
        entry = None if name is None else self.entries.get(name)
        return None if entry is None else entry.currency


def mentions_of(claim: Claim) -> list[Mention]:
    """Return every actor that a claim names."""
    match claim:
        case PledgeClaim():
            found = [claim.donor, claim.recipient]
        case DeploymentClaim():
            found = [claim.contributor]
        case StatementClaim():
            found = [claim.speaker]
        case MilestoneClaim():
            found = [claim.by]
        case PhaseClaim():
            found = [step.by for step in claim.awaits]
        case _:
            raise TypeError(f"not a claim: {claim!r}")
    return [mention for mention in found if mention is not None]


def mention_key(mission: str | None, mention: Mention) -> MentionKey:
    """Return all that decides which actor the mention means."""
    return MentionKey(mission, mention.name, mention.kind)


def resolve(keys: Iterable[MentionKey], index: ActorIndex) -> dict[MentionKey, str]:
    """Return the canonical name of the actor that each name means."""
    by_mission: dict[str | None, list[MentionKey]] = defaultdict(list)
    for key in sorted(set(keys), key=lambda key: (key.mission or "", key.name, key.kind)):
        by_mission[key.mission].append(key)
    found: dict[MentionKey, str] = {}
    for group in by_mission.values():
        found |= _resolve_group(group, index)
    return found


def actor_things(meanings: Mapping[MentionKey, str], index: ActorIndex) -> tuple[ActorThing, ...]:
    """Return the actors that the names mean, sorted by name."""
    names: dict[str, list[MentionKey]] = defaultdict(list)
    for key, name in meanings.items():
        names[name].append(key)
    return tuple(_actor(name, names[name], index) for name in sorted(names))


def _actor(name: str, keys: Sequence[MentionKey], index: ActorIndex) -> ActorThing:
    entry = index.entries.get(name)
    aliases = tuple(sorted({bare(key.name, key.kind) for key in keys} - {name}))
    if entry is not None:
        return ActorThing(name, entry.kind, aliases, entry.parent, known=True)
    kind = min((key.kind for key in keys), key=_KIND_ORDER.index)
    return ActorThing(name, kind, aliases)


def _resolve_group(keys: Sequence[MentionKey], index: ActorIndex) -> dict[MentionKey, str]:
    known = {key: index.find(key.name, key.kind) for key in keys}
    spellings: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        printed = known[key] or bare(key.name, key.kind)
        spellings[fold(printed)].append(printed)
    shown = {folded: min(prints, key=spelling_rank) for folded, prints in spellings.items()}
    for name in known.values():
        if name is not None:
            shown[fold(name)] = name
    persons = {fold(known[key] or bare(key.name, key.kind)) for key in keys if key.kind is ActorKind.PERSON}
    settled = {fold(name) for name in known.values() if name is not None}
    # Where no mission holds the articles together, a surname may be anybody's.
    whole = {} if keys[0].mission is None else _whole_names(persons, settled)
    meanings = {}
    for key in keys:
        folded = fold(known[key] or bare(key.name, key.kind))
        meanings[key] = shown[whole.get(folded, folded) if key.kind is ActorKind.PERSON else folded]
    return meanings


def _whole_names(persons: set[str], settled: set[str]) -> dict[str, str]:
    """Map each person's shorter name to the one whole name that it fits; one that fits two stays.

    A name that the knowledge holds is whole already, however short.
    """
    by_last: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in persons:
        words = tuple(name.split())
        by_last[words[-1]].append(words)
    whole: dict[str, str] = {}
    for group in by_last.values():
        for words in group:
            if " ".join(words) in settled:
                continue
            known = [other for other in group if " ".join(other) in settled]
            longer = [other for other in group if _shortens(words, other)]
            wholes = [other for other in known if _shortens(words, other) or _is_core(other, words)] or [
                other for other in longer if not any(_shortens(other, more) for more in longer)
            ]
            if len(wholes) == 1:
                whole[" ".join(words)] = " ".join(wholes[0])
    return whole


def _is_core(known: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Tell whether the known name is the longer one without its middle names."""
    return len(known) > 1 and known[0] == longer[0] and _shortens(known, longer)


def _shortens(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether ``short`` is the end of ``full``, or ``full`` without middle names."""
    if len(short) >= len(full):
        return False
    if full[-len(short) :] == short:
        return True
    if len(short) < 2 or short[0] != full[0]:
        return False
    rest = iter(full)
    return all(word in rest for word in short)
