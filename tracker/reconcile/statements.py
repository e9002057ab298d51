"""Which statement claims tell of the same words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from tracker.claims import Mention, StatementClaim
from tracker.reconcile.actors import ActorIndex
from tracker.reconcile.clusters import Cluster, gather
from tracker.reconcile.disputed import Candidate, candidates, of_one, settled
from tracker.reconcile.evidence import Evidence, support
from tracker.reconcile.model import Contradiction, Statement
from tracker.reconcile.names import fold, folded_words
from tracker.reconcile.preference import Account, ruling
from tracker.vocab import ActorKind, DisputedField, RecordKind

Meaning = Callable[[Evidence, Mention | None], str | None]

SHORTEST_PART = 4
"""Words that a quotation must have to be known as a part of a longer one."""

SHORTEST_DISPUTED = 8
"""Words that two speakers do not both find by chance."""

_ELLIPSIS = re.compile(r"\.\s?\.\s?\.|…|\[[^\]]*\]")


@dataclass(eq=False, slots=True)
class _Said:
    """One statement claim: its speaker, and its words in the runs that an ellipsis parts."""

    evidence: Evidence
    claim: StatementClaim
    speaker: str | None
    runs: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Speaker:
    name: str
    person: bool


@dataclass(slots=True)
class _Traits:
    speaker: _Speaker | None
    longest: tuple[str, ...]


class _SameWords:
    """Claims of one mission. The longer is the more precise; a speaker unknown fits any."""

    def rank(self, item: _Said) -> tuple[int, bool]:
        return -len(item.words), item.speaker is None

    def likeness(self, item: _Said) -> Iterable[Hashable]:
        yield item.speaker, item.words

    def handles(self, item: _Said) -> Iterable[Hashable]:
        yield item.words
        yield from _openings(item.words)

    def lookups(self, item: _Said) -> Iterable[Hashable]:
        yield item.words
        longest = max(item.runs, key=len, default=())
        if len(longest) >= SHORTEST_PART:
            yield ("run", *longest[:SHORTEST_PART])

    def asks(self, item: _Said) -> Hashable:
        return id(item)

    def fit(self, item: _Said, cluster: Cluster[_Said]) -> int:
        traits: _Traits = cluster.traits
        if item.speaker is not None and traits.speaker is not None and item.speaker != traits.speaker.name:
            return 0
        if item.words == traits.longest:
            return 2
        return int(_is_part(item.runs, traits.longest))

    def brings(self, item: _Said) -> str | None:
        return item.speaker

    def clash(self, left: str | None, right: str | None) -> bool:
        return None not in (left, right) and left != right

    def update(self, cluster: Cluster[_Said], item: _Said) -> None:
        if cluster.traits is None:
            cluster.traits = _Traits(None, item.words)
        if cluster.traits.speaker is None and item.speaker is not None and item.claim.speaker is not None:
            cluster.traits.speaker = _Speaker(item.speaker, item.claim.speaker.kind is ActorKind.PERSON)


def _openings(words: tuple[str, ...]) -> Iterator[Hashable]:
    for start in range(len(words) - SHORTEST_PART + 1):
        yield ("run", *words[start : start + SHORTEST_PART])


def _is_part(runs: Sequence[tuple[str, ...]], whole: tuple[str, ...]) -> bool:
    """Tell whether the runs stand in ``whole``, in their order."""
    if sum(map(len, runs)) < SHORTEST_PART:
        return False
    place = 0
    for run in runs:
        found = next(
            (at for at in range(place, len(whole) - len(run) + 1) if whole[at : at + len(run)] == run), None
        )
        if found is None:
            return False
        place = found + len(run)
    return True


def normalized(content: str) -> tuple[tuple[str, ...], ...]:
    """Return the words said, folded, in the runs that an ellipsis or an insertion parts."""
    runs = (tuple(folded_words(run)) for run in _ELLIPSIS.split(content))
    return tuple(run for run in runs if run)


@dataclass(slots=True)
class Statements:
    """What was said, the claims whose words are a part of several things said, and disputed speakers."""

    things: list[Statement] = field(default_factory=list)
    unclear: list[Evidence] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)


def statements(evidence: Iterable[Evidence], meaning: Meaning, index: ActorIndex) -> Statements:
    """Return what the statement claims come to; ``meaning`` gives the canonical name of a mention."""
    groups: dict[str | None, list[_Said]] = defaultdict(list)
    for each in evidence:
        claim = each.sourced.claim
        assert isinstance(claim, StatementClaim)  # noqa: S101
        speaker = meaning(each, claim.speaker)
        words = normalized(claim.content)
        groups[claim.mission].append(_Said(each, claim, speaker, words, tuple(chain.from_iterable(words))))
    found = Statements()
    for said in groups.values():
        outcome = gather(said, _SameWords())
        things, unclear = settled(_disputed(outcome.clusters, index), outcome.undecided)
        found.unclear += [item.evidence for item in unclear]
        for members in things:
            thing, disputes = _statement(members)
            found.things.append(thing)
            found.contradictions += disputes
    return found


def _disputed(clusters: Sequence[Cluster[_Said]], index: ActorIndex) -> list[Candidate[_Said]]:
    """Join what is word for word the same and said by two, as different sources have it."""

    def two_speakers(left: Candidate[_Said], right: Candidate[_Said]) -> bool:
        return all(
            _rivals(ours.speaker, theirs.speaker, index) for ours in left.traits for theirs in right.traits
        )

    by_words: dict[tuple[str, ...], list[Candidate[_Said]]] = defaultdict(list)
    for each in candidates(clusters, lambda _: None):
        by_words[each.clusters[0].traits.longest].append(each)
    found: list[Candidate[_Said]] = []
    for words, alike in by_words.items():
        found += of_one(alike, two_speakers) if len(words) >= SHORTEST_DISPUTED else alike
    return found


def _rivals(ours: _Speaker | None, theirs: _Speaker | None, index: ActorIndex) -> bool:
    """Tell whether two speakers cannot be one: two persons, or two bodies of which none is the other's."""
    if ours is None or theirs is None or ours.person != theirs.person:
        return False
    if ours.person:
        left, right = set(fold(ours.name).split()), set(fold(theirs.name).split())
        return not (left <= right or right <= left)
    return ours.name not in (theirs.name, index.parent(theirs.name)) and theirs.name != index.parent(
        ours.name
    )


def _statement(said: Sequence[_Said]) -> tuple[Statement, list[Contradiction]]:
    speakers: dict[str, list[_Said]] = defaultdict(list)
    for item in said:
        if item.speaker is not None:
            speakers[item.speaker].append(item)
    ruled = ruling(Account(name, tuple(members)) for name, members in speakers.items())
    speaker = next(iter(speakers), None) if ruled is None else ruled.leading.said
    longest = max(len(item.words) for item in said)
    # The fullest form, word for word where any is, of the speaker who leads, as first printed.
    headline = min(
        said,
        key=lambda item: (
            len(item.words) != longest,
            not item.claim.direct,
            item.speaker is None,
            item.speaker != speaker,
            item.evidence.order,
        ),
    )
    thing = Statement(
        **support(said, headline),
        mission=headline.claim.mission,
        speaker=speaker,
        direct=any(item.claim.direct for item in said),
        starts=headline.claim.starts,
        content=headline.claim.content,
    )
    return thing, [] if ruled is None else [ruled.on(RecordKind.STATEMENT, thing, DisputedField.SPEAKER)]
